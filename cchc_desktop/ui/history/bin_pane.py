"""The tab 'Đã xóa': what was deleted, bringing it back, removing it for good."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.backups import Backup
from cchc_desktop.domain.bin import BinEntry
from cchc_desktop.ui import icons
from cchc_desktop.ui.history import words
from cchc_desktop.ui.history.bin_model import BIN_COLUMNS, BinModel
from cchc_desktop.ui.widgets.empty import EmptyState
from cchc_desktop.ui.widgets.reading import ReadingLine
from cchc_desktop.ui.widgets.rows import RowTable
from cchc_desktop.ui.widgets.strip import Strip

_CLOSE = "close"
_RESTORE_HOLDER = "restore_holder"


class BinPane(QWidget):
    """Shows what lies in the bin; `restore_wanted` and `purge_wanted` carry a `BinEntry`."""

    restore_wanted = Signal(object)
    purge_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = BinModel(self)
        self._table = RowTable(self._model, BIN_COLUMNS, self)
        self._table.setAccessibleName(self.tr("Nội dung đã xóa"))
        self._empty = EmptyState("trash-2", self.tr("Không có nội dung nào đã xóa."), parent=self)
        self._stack = QStackedWidget(self)
        for page in (ReadingLine(self), self._empty, self._table):
            self._stack.addWidget(page)
        self._is_editable = True
        self._told = Strip(actions=((_CLOSE, self.tr("Đóng")),), parent=self, icon="info")
        self._told.chosen.connect(self._told.hide)
        self._refusal = Strip(parent=self)
        self._held = Strip(actions=((_RESTORE_HOLDER, self.tr("Khôi phục phần đó")),), parent=self)
        self._held.chosen.connect(self._restore_holder)
        self._held_button = next(iter(self._held.findChildren(QPushButton, _RESTORE_HOLDER)))
        self._count = QLabel(self)
        self._count.setObjectName("secondary")
        self._purge = QPushButton(self.tr("Xóa hẳn…"), self)
        self._purge.setIcon(icons.icon("trash-2"))
        self._purge.clicked.connect(lambda: self.purge_wanted.emit(self.chosen()))
        self._restore = QPushButton(self.tr("Khôi phục"), self)
        self._restore.setObjectName("primary")
        self._restore.clicked.connect(lambda: self.restore_wanted.emit(self.chosen()))
        for strip in (self._told, self._refusal, self._held):
            strip.hide()
        self._lay_out()
        self._table.selectionModel().selectionChanged.connect(lambda *_: self._chosen_changed())
        self.setFocusProxy(self._table)
        self._chosen_changed()

    def show_entries(self, entries: Sequence[BinEntry]) -> None:
        """Show what lies in the bin; the chosen thing stays chosen while it is there."""
        before = self.chosen()
        self._table.selectionModel().blockSignals(True)
        self._model.show_entries(entries)
        self._table.selectionModel().blockSignals(False)
        self._stack.setCurrentWidget(self._table if entries else self._empty)
        row = self._model.row_of(before) if before else None
        if entries:
            self._table.selectRow(row if row is not None else 0)
        self._count.setText(self.tr("{} mục đã xóa").format(words.count_words(len(entries))) if entries else "")
        self._chosen_changed()

    def set_editable(self, is_editable: bool) -> None:
        """Let things be brought back and removed, or only be looked at."""
        self._is_editable = is_editable
        self._enable()

    def chosen(self) -> BinEntry | None:
        """Return the chosen thing."""
        return self._model.entry(self._table.chosen_row())

    def show_purged(self, entry: BinEntry, backups: tuple[Backup, ...]) -> None:
        """Say which backups still hold what was removed for good."""
        self._told.set_sentence(words.backups_words(entry, backups))
        self._told.show()

    def show_refusal(self, sentence: str) -> None:
        """Say in place why something was not done."""
        self._refusal.set_sentence(sentence)
        self._refusal.show()

    def notices(self) -> list[str]:
        """Return what the strips say, from top to bottom."""
        return [strip.sentence() for strip in (self._told, self._refusal, self._held) if not strip.isHidden()]

    def _chosen_changed(self) -> None:
        entry = self.chosen()
        self._refusal.hide()
        self._enable()
        self._held.setVisible(entry is not None and entry.held_by is not None)
        if entry is not None and entry.held_by is not None:
            self._show_held(entry)

    def _enable(self) -> None:
        entry = self.chosen()
        self._purge.setEnabled(self._is_editable and entry is not None)
        self._restore.setEnabled(self._is_editable and entry is not None and entry.held_by is None)
        for button in (self._purge, self._restore, self._held_button):
            button.setToolTip("" if self._is_editable else words.translated(words.READ_ONLY))
        self._held_button.setEnabled(self._is_editable)

    def _show_held(self, entry: BinEntry) -> None:
        holder = self._model.holder_of(entry)
        if holder is None:
            sentence = self.tr("Nội dung này nằm trong “{}”, cũng đã bị xóa. Hãy khôi phục phần đó trước.").format(
                entry.held_by
            )
        else:
            sentence = self.tr("Nội dung này nằm trong {0}, cũng đã bị xóa. Hãy khôi phục {0} trước.").format(
                words.entry_words(holder)
            )
        self._held.set_sentence(sentence)
        self._held_button.setVisible(holder is not None)
        if holder is not None:
            self._held_button.setText(self.tr("Khôi phục {}").format(words.KIND_WORDS[holder.kind].lower()))

    def _restore_holder(self) -> None:
        entry = self.chosen()
        holder = self._model.holder_of(entry) if entry is not None else None
        if holder is not None:
            self.restore_wanted.emit(holder)

    def _lay_out(self) -> None:
        strips = QVBoxLayout()
        strips.setContentsMargins(8, 0, 8, 4)
        strips.setSpacing(4)
        for strip in (self._told, self._refusal, self._held):
            strips.addWidget(strip)
        foot = QWidget(self)
        foot.setObjectName("bar")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(8)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self._purge)
        row.addWidget(self._restore)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(strips)
        layout.addWidget(self._stack, 1)
        layout.addWidget(foot)
