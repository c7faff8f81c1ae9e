"""What a restore would bring, looked at before anything is touched."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFormLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.backups import PlanDifference, RestorePreview
from cchc_desktop.ui import icons
from cchc_desktop.ui.backups import words
from cchc_desktop.ui.widgets.cards import Card, bar, icon_label, plain_label, primary_button
from cchc_desktop.ui.widgets.long_paths import PathLabel
from cchc_desktop.ui.widgets.stops import order_stops
from cchc_desktop.ui.widgets.strip import Strip, StripColumn
from cchc_desktop.ui.words import Words

_Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
_words = Words("BackupDifferences")
_HEADERS = (
    _words.mark("Kế hoạch"), _words.mark("Hiện nay"), _words.mark("Trong bản sao lưu"), _words.mark("Khác nhau"),
)  # fmt: skip
_LETTERS = (0, 19, 24, 22)
_TITLE = 0


class DifferenceModel(QAbstractTableModel):
    """Plans with their items now and in the backup."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plans: Sequence[PlanDifference] = ()

    def show_plans(self, plans: Sequence[PlanDifference]) -> None:
        """Show other plans."""
        self.beginResetModel()
        self._plans = tuple(plans)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._plans)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(_HEADERS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == _ROLE.DisplayRole:
            return _words(_HEADERS[section])
        return None

    def data(self, index: _Index, role: int = _ROLE.DisplayRole) -> Any:
        if role in (_ROLE.DisplayRole, _ROLE.ToolTipRole):
            return _cells(self._plans[index.row()])[index.column()]
        return None


def _cells(plan: PlanDifference) -> tuple[str, str, str, str]:
    if plan.items_now is None:
        difference = _words("sẽ có thêm kế hoạch")
    elif plan.items_then is None:
        difference = _words("sẽ mất kế hoạch")
    else:
        difference = _words.count("%n nhiệm vụ", plan.changed) if plan.changed else _words("không")
    return plan.title, _count(plan.items_now), _count(plan.items_then), difference


def _count(items: int | None) -> str:
    return _words("không có") if items is None else _words.count("%n nhiệm vụ", items)


class PreviewPage(QWidget):
    """Shows one backup beside today's data; `accepted(file)` or `left`. Nothing has been touched before."""

    accepted = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview: RestorePreview | None = None
        self._at, self._file = plain_label(parent=self), PathLabel(parent=self)
        self._strips = StripColumn(self)
        self._same = plain_label(parent=self)
        self._model = DifferenceModel(self)
        self._restore = primary_button(self.tr("Khôi phục"), self)
        self._restore.clicked.connect(self._accept)
        self._cancel = QPushButton(self.tr("Hủy"), self)
        self._cancel.clicked.connect(self.left)
        self._lay_out()

    def show_preview(self, preview: RestorePreview, now: datetime) -> None:
        """Show what restoring a backup would do."""
        self._preview = preview
        at = preview.at
        self._at.setText(self.tr("không rõ") if at is None else f"{words.show_moment(at)} ({words.show_age(at, now)})")
        self._file.set_path(str(preview.file))
        self._strips.clear()
        lost = words.lost_words(preview)
        self._same.setText("" if preview.operations_lost != 0 else lost)
        self._same.setVisible(preview.operations_lost == 0)
        if preview.operations_lost != 0:
            self._strips.add(Strip(lost, (), self._strips))
        for problem in preview.problems:
            self._strips.add(Strip(problem, (), self._strips))
        self._model.show_plans(preview.plans)
        self.set_busy(False)

    def focus(self) -> None:
        """Give 'Hủy' the focus, so that Enter alone restores nothing."""
        self._cancel.setFocus()

    def file(self) -> Path | None:
        """Return the backup that is looked at."""
        return None if self._preview is None else self._preview.file

    def set_busy(self, busy: bool) -> None:
        """Close both buttons while the restore is carried out."""
        for button in (self._restore, self._cancel):
            button.setEnabled(not busy)

    def _accept(self) -> None:
        if self._preview is not None:
            self.accepted.emit(self._preview.file)

    def _lay_out(self) -> None:
        back = QPushButton(icons.icon("chevron-left"), self.tr("Về danh sách bản sao lưu"), self)
        back.setFlat(True)
        back.clicked.connect(self.left)
        title = QLabel(self.tr("Khôi phục từ bản sao lưu"), self)
        title.setObjectName("pageTitle")
        card = Card(self)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        for name, field in ((self.tr("Bản sao lưu lúc"), self._at), (self.tr("Tệp"), self._file)):
            label = QLabel(name, card)
            label.setObjectName("fieldName")
            form.addRow(label, field)
        card.column.addLayout(form)
        card.column.addWidget(self._same)
        body = QVBoxLayout()
        body.setContentsMargins(16, 4, 16, 12)
        body.setSpacing(8)
        body.addWidget(card)
        table = self._table()
        body.addWidget(table, 1)
        safe = plain_label(self.tr("Dữ liệu hiện nay được sao lưu trước khi khôi phục; hoàn tác được."), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar([back, title, None], self))
        layout.addWidget(self._strips)
        layout.addLayout(body, 1)
        order_stops((back, table, self._cancel, self._restore))
        layout.addWidget(bar([icon_label("shield-check", self), safe, self._cancel, self._restore], self))

    def _table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self._model)
        table.setObjectName("listing")
        table.setAccessibleName(self.tr("Kế hoạch hiện nay và trong bản sao lưu"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(max(28, table.fontMetrics().lineSpacing() + 10))
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for number, letters in enumerate(_LETTERS):
            width = table.fontMetrics().averageCharWidth() * letters
            table.setColumnWidth(number, max(width, header.sectionSizeHint(number)))
        header.setSectionResizeMode(_TITLE, QHeaderView.ResizeMode.Stretch)
        return table
