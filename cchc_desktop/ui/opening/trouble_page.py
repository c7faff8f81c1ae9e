"""The page in the window when a database cannot be opened: what happened, what is safe, what to do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.backups import BackupLine, newest_good
from cchc_desktop.domain.opening import Salvaged
from cchc_desktop.ui.backups import words
from cchc_desktop.ui.backups.table import BackupTable
from cchc_desktop.ui.opening.salvage_result import SalvageResult
from cchc_desktop.ui.opening.troubles import WAY_WORDS, Trouble, Way
from cchc_desktop.ui.widgets.cards import Card, icon_label, plain_label
from cchc_desktop.ui.widgets.icon_label import IconLabel
from cchc_desktop.ui.widgets.long_paths import PathLabel, breakable
from cchc_desktop.ui.widgets.progress import WorkLine

_WIDEST = 880
_ICON = 28
_DETAIL_LINES = 6


class TroublePage(QWidget):
    """Tells one trouble and what can be done; `chosen(Way)` says which way, `backup()` which backup.

    While something is being done the ways are closed and a line of progress with *Dừng* stands above them.
    """

    chosen = Signal(object)
    stop_wanted = Signal()
    salvage_accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._newest: BackupLine | None = None
        self._buttons: list[QPushButton] = []
        self._picture = IconLabel("", "accent", _ICON, self)
        self._title = plain_label(parent=self, style="pageTitle")
        self._happened, self._safe, self._todo = (plain_label(parent=self) for _ in range(3))
        self._build_backups()
        self._build_details()
        self.work = WorkLine(self)
        self.work.stop_wanted.connect(self.stop_wanted)
        self._result = SalvageResult(self)
        self._result.accepted.connect(self.salvage_accepted)
        self._ways = QHBoxLayout()
        self._ways.setSpacing(8)
        self._lay_out()

    def show_trouble(self, trouble: Trouble, lines: Sequence[BackupLine], now: datetime) -> None:
        """Tell a trouble; `lines` are the backups, newest first."""
        self._picture.show_icon(trouble.icon)
        self._title.setText(trouble.title)
        for label, text in ((self._happened, trouble.happened), (self._safe, trouble.safe), (self._todo, trouble.todo)):
            label.setText(breakable(text))
            label.setAccessibleName(text)
        self._todo.setVisible(bool(trouble.todo))
        self._show_backups(lines if trouble.offers_backups else (), now)
        self._details.setPlainText("\n".join(trouble.details))
        self._details_button.setVisible(bool(trouble.details))
        self._details.hide()
        self._result.hide()
        self._show_ways(trouble.ways)

    def show_backups(self) -> bool:
        """Open the list, so that another backup can be chosen; False where it is open already or holds none."""
        if not self._backups.isVisible() or self._backups.currentWidget() is self._table:
            return False
        self._backups.setCurrentWidget(self._table)
        self._backups.setFixedHeight(self._table_height())
        self._table.setFocus()
        return True

    def backup(self) -> BackupLine | None:
        """Return the backup that would be restored."""
        return self._table.chosen() if self._backups.currentWidget() is self._table else self._newest

    def show_salvaged(self, salvaged: Salvaged) -> None:
        """Show what was saved and what is lost; using it becomes what leads on."""
        _set_primary(self._buttons[0], False)
        self._result.show_result(salvaged)
        self._result.setFocus()

    def show_failure(self, sentence: str) -> None:
        """Say in place why a way did not lead on."""
        self.work.say(sentence)

    def set_busy(self, busy: bool) -> None:
        """Close the ways while one of them is being gone."""
        for button in self._buttons:
            button.setEnabled(not busy or button.property("way") == Way.CLOSE)
        self._table.setEnabled(not busy)
        self._result.setEnabled(not busy)

    def way_button(self, way: Way) -> QPushButton | None:
        """Return the button of a way, None where it is not offered."""
        return next((button for button in self._buttons if button.property("way") == way), None)

    # --- building

    def _build_backups(self) -> None:
        self._newest_card = Card(self)
        self._newest_words = plain_label(parent=self._newest_card)
        self._newest_file = PathLabel(parent=self._newest_card)
        head = QHBoxLayout()
        head.addWidget(icon_label("database-backup", self._newest_card, token="accent"))
        head.addWidget(self._newest_words, 1)
        self._newest_card.column.addLayout(head)
        self._newest_card.column.addWidget(self._newest_file)
        self._table = BackupTable(self)
        self._table.show_columns("Thời điểm", "Lý do", "Kiểm tra", "Nơi lưu")
        self._backups = QStackedWidget(self)
        self._backups.addWidget(self._newest_card)
        self._backups.addWidget(self._table)

    def _build_details(self) -> None:
        self._details = QPlainTextEdit(self)
        self._details_button = QPushButton(self.tr("Chi tiết kỹ thuật"), self)
        self._details_button.setFlat(True)
        self._details_button.clicked.connect(self._turn_details)
        self._details.setReadOnly(True)
        self._details.setAccessibleName(self.tr("Chi tiết kỹ thuật"))
        self._details.setFixedHeight(self.fontMetrics().lineSpacing() * _DETAIL_LINES + 12)

    def _turn_details(self) -> None:
        self._details.setVisible(self._details.isHidden())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        inner = QWidget(self)
        inner.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addLayout(head)
        for widget in (self._happened, self._safe_line(), self._todo, self._backups, self._result, self.work):
            column.addWidget(widget)
        column.addLayout(self._ways)
        column.addWidget(self._details_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._details)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        holder = QWidget(area)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(inner, 100)
        row.addStretch(1)
        area.setWidget(holder)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def _safe_line(self) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(icon_label("shield-check", line), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._safe, 1)
        return line

    # --- showing

    def _show_backups(self, lines: Sequence[BackupLine], now: datetime) -> None:
        self._newest = newest_good(lines)
        self._backups.setVisible(self._newest is not None)
        self._table.show_lines(lines)
        if self._newest is None:
            return
        backup = self._newest.backup
        self._newest_words.setText(
            self.tr("Bản sao lưu gần nhất dùng được: {} ({}), {}.").format(
                words.show_moment(backup.at), words.show_age(backup.at, now), words.show_size(backup.size)
            )
        )
        self._newest_file.set_path(str(backup.file))
        self._backups.setCurrentWidget(self._newest_card)
        self._backups.setFixedHeight(self._newest_card.sizeHint().height())

    def _table_height(self) -> int:
        return self._table.verticalHeader().defaultSectionSize() * 8 + self._table.horizontalHeader().height()

    def _show_ways(self, ways: Sequence[Way]) -> None:
        while (entry := self._ways.takeAt(0)) is not None:
            if widget := entry.widget():
                widget.deleteLater()
        self._buttons = [self._way(way) for way in ways]
        for button in self._buttons:
            if button.property("way") == Way.CLOSE:
                self._ways.addStretch(1)
            self._ways.addWidget(button)
        _set_primary(self._buttons[0], True)
        self.setFocusProxy(self._buttons[0])
        self._buttons[0].setFocus()
        order = [self._table, self._result, self.work, *self._buttons, self._details_button, self._details]
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    def _way(self, way: Way) -> QPushButton:
        button = QPushButton(WAY_WORDS[way], self)
        button.setProperty("way", way)
        button.clicked.connect(lambda: self.chosen.emit(way))
        return button


def _set_primary(button: QPushButton, primary: bool) -> None:
    """Make a shown button the one that leads on, or one of the others; its look follows its name."""
    button.setObjectName("primary" if primary else "")
    button.style().unpolish(button)
    button.style().polish(button)
