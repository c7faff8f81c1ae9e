"""What a rescue of a damaged database brought: rows read and lost, per kind of thing."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QTableWidget, QTableWidgetItem, QWidget

from cchc_desktop.domain.opening import Salvaged
from cchc_desktop.ui.widgets.cards import Card, plain_label, primary_button
from cchc_desktop.ui.words import Words

_words = Words("SalvageResult")
_KINDS: Mapping[str, str] = _words.table({
    "plan": "Kế hoạch",
    "section": "Lĩnh vực",
    "item": "Nhiệm vụ",
    "indicator": "Chỉ tiêu",
    "agency": "Cơ quan",
    "operation": "Thao tác trong nhật ký",
    "change": "Thay đổi trong nhật ký",
    "setting": "Thiết lập của đơn vị",
})
"""What a person knows; links between these rows are counted with the rest."""
_HEADERS = (_words.mark("Loại dữ liệu"), _words.mark("Đọc được"), _words.mark("Mất (ước tính)"))
_REST = _words.mark("Dữ liệu khác")
_MOST_PROBLEMS = 5


def result_rows(salvaged: Salvaged) -> list[tuple[str, int, int]]:
    """Return (kind in words, saved, lost) in the order in which people think of them; empty kinds are left out."""
    rows = [(words, salvaged.saved.get(name, 0), salvaged.lost.get(name, 0)) for name, words in _KINDS.items()]
    others = (salvaged.saved.keys() | salvaged.lost.keys()) - _KINDS.keys()
    saved, lost = (sum(counts.get(name, 0) for name in others) for counts in (salvaged.saved, salvaged.lost))
    rows.append((_words(_REST), saved, lost))
    return [row for row in rows if row[1] or row[2]]


class SalvageResult(Card):
    """A small table and *Dùng dữ liệu đã cứu*; nothing is put in place before it is pressed."""

    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summary, self._problems = plain_label(parent=self), plain_label(parent=self, style="secondary")
        self._table = QTableWidget(0, len(_HEADERS), self)
        self._table.setObjectName("listing")
        self._table.setHorizontalHeaderLabels(list(map(_words, _HEADERS)))
        self._table.setAccessibleName(self.tr("Kết quả cứu dữ liệu"))
        self._table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self._table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self._table.setTabKeyNavigation(False)
        self._table.verticalHeader().hide()
        self._table.setShowGrid(False)
        header = self._table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, header.ResizeMode.Stretch)
        for column in (1, 2):
            self._table.setColumnWidth(column, 132)
        self._use = primary_button(self.tr("Dùng dữ liệu đã cứu"), self)
        self._use.clicked.connect(self.accepted)
        self.setFocusProxy(self._use)
        foot = QHBoxLayout()
        foot.addWidget(self._problems, 1)
        foot.addWidget(self._use, 0, Qt.AlignmentFlag.AlignBottom)
        for part in (self._summary, self._table):
            self.column.addWidget(part)
        self.column.addLayout(foot)
        self.hide()

    def show_result(self, salvaged: Salvaged) -> None:
        """Show what a rescue brought."""
        rows = result_rows(salvaged)
        lost = sum(row[2] for row in rows)
        self._summary.setText(
            self.tr("Đã đọc lại được {} dòng. {}").format(
                sum(row[1] for row in rows),
                self.tr("Ước tính mất {} dòng.").format(lost) if lost else self.tr("Không thấy dòng nào bị mất."),
            )
        )
        self._fill(rows)
        self._problems.setText("\n".join(salvaged.problems[:_MOST_PROBLEMS]))
        self._problems.setToolTip("\n".join(salvaged.problems))
        self._use.setEnabled(any(row[1] for row in rows))
        self.show()

    def _fill(self, rows: list[tuple[str, int, int]]) -> None:
        self._table.setRowCount(len(rows))
        for number, (words, saved, lost) in enumerate(rows):
            for column, text in enumerate((words, str(saved), str(lost))):
                self._table.setItem(number, column, QTableWidgetItem(text))
        height = self._table.horizontalHeader().sizeHint().height() + 4
        self._table.setFixedHeight(height + sum(self._table.rowHeight(row) for row in range(len(rows))))
