"""The tab Lịch sử: who changed what of this item, and when; read when it is looked at."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from cchc_desktop.domain.history import ChangeLine, LoggedOperation
from cchc_desktop.ui.inspector.reads import ItemHistory, ItemOperation, Reader, read_item_history
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.link_button import LinkButton

_ONE_LINE = 40
"""Letters that a change may have to stand on one line."""


class HistoryTab(QWidget):
    """Asks for an item's history while it is on the screen; an answer about another item is passed over."""

    history_wanted = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._reader: Reader | None = None
        self._item_id: int | None = None
        self._is_stale = False
        self._history: ItemHistory | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(8)
        self._entries = QVBoxLayout()
        self._entries.setSpacing(8)
        self._state = plain_label("", self, "secondary")
        self.link = LinkButton(self.tr("Xem trong Nhật ký"), self)
        self.link.setMinimumHeight(24)
        self.link.clicked.connect(lambda: self._item_id is not None and self.history_wanted.emit(self._item_id))
        self._column.addLayout(self._entries)
        self._column.addWidget(self._state)
        self._column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)

    def set_reader(self, reader: Reader) -> None:
        """Take what reads."""
        self._reader = reader

    def set_item(self, item_id: int) -> None:
        """Show this item's history: at once where the tab is on the screen, else when it is looked at."""
        if item_id != self._item_id:
            self._history = None
            self._clear()
            self._state.setText(self.tr("Đang đọc…"))
            self._state.show()
        self._item_id = item_id
        self._is_stale = True
        if not self.isHidden():
            self.refresh()

    def refresh(self) -> None:
        """Read anew where something may have changed."""
        item_id = self._item_id
        if self._is_stale and self._reader is not None and item_id is not None:
            self._is_stale = False
            self._reader(
                lambda workspace: read_item_history(workspace, item_id), lambda found: self._show(item_id, found)
            )

    def _show(self, item_id: int, found: ItemHistory) -> None:
        if item_id != self._item_id or found == self._history:
            return
        self._history = found
        self._clear()
        for entry in found.entries:
            shown = _entry(entry, self)
            self._entries.addWidget(shown)
            shown.show()
        more = self.tr("Còn các thay đổi trước đó trong Nhật ký.") if found.has_more else ""
        self._state.setText(more if found.entries else self.tr("Chưa có thay đổi nào được ghi lại."))
        self._state.setVisible(bool(self._state.text()))

    def _clear(self) -> None:
        while (item := self._entries.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()


def _entry(entry: ItemOperation, parent: QWidget) -> QFrame:
    """Return when and who, what was done, and each field before and after."""
    frame = QFrame(parent)
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(plain_label(_when(entry.operation), frame, "secondary"))
    column.addWidget(_chosen(plain_label(_deed(entry.operation), frame)))
    for line in entry.lines:
        if words := _line(line):
            column.addWidget(_chosen(plain_label(words, frame, "muted")))
    rule = QFrame(frame)
    rule.setObjectName("rule")
    rule.setFixedHeight(1)
    column.addSpacing(4)
    column.addWidget(rule)
    return frame


def _when(operation: LoggedOperation) -> str:
    from cchc_desktop.ui.history.words import moment_words

    return f"{moment_words(operation.at)} · {operation.who}"


def _deed(operation: LoggedOperation) -> str:
    """Return what was done, and what became of it."""
    from cchc_desktop.ui.history.words import state_words

    state = state_words(operation)
    return f"{operation.title} ({state.lower()})" if state else operation.title


def _line(line: ChangeLine) -> str:
    from cchc_desktop.ui.history.words import field_words, is_whole_row, value_words

    if is_whole_row(line):
        return ""
    old, new = value_words(line)
    field = field_words(line)
    if not old:
        return f"{field}: {new}"
    is_short = len(field) + len(old) + len(new) <= _ONE_LINE
    return f"{field}: {old} → {new}" if is_short else f"{field}: {old}\n→ {new}"


def _chosen(label: QLabel) -> QLabel:
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
