"""The screen Tài liệu: the register at the left, the chosen document at the right; files may be dropped anywhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.entities import UNSAVED
from cchc_desktop.domain.evidence.files import FileState
from cchc_desktop.services.evidence import DocumentLine, DocumentValues
from cchc_desktop.ui.evidence.dropping import dropped_files
from cchc_desktop.ui.evidence.lines import LineFilter, SearchedLine, SearchedUnproven, state_of
from cchc_desktop.ui.evidence.list_pane import DocumentListPane
from cchc_desktop.ui.evidence.pane import DocumentPane
from cchc_desktop.ui.evidence.proving_pane import ProvingPane
from cchc_desktop.ui.widgets.stops import order_stops
from cchc_desktop.ui.widgets.strip import Strip

_OPEN, _GIVE_UP, _CLOSE = "open", "give_up", "close"


class EvidencePage(QWidget):
    """Puts the parts together; it reads and writes nothing itself."""

    refresh_wanted = Signal()
    unproven_wanted = Signal()
    dropped = Signal(object)
    choosing_wanted = Signal()
    delete_wanted = Signal(object)
    open_wanted = Signal(object)
    shown_changed = Signal(object)
    """Another document is in the form, None for none."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[int, DocumentLine] = {}
        self._states: Mapping[str, FileState] = {}
        self._shown_id: int | None = None
        self._wanted: int | None = None
        self._is_editable = True
        self.setAcceptDrops(True)
        self._refusal = Strip(actions=((_CLOSE, self.tr("Đóng")),), parent=self)
        self._unsaved = Strip(actions=((_OPEN, self.tr("Mở lại")), (_GIVE_UP, self.tr("Bỏ thay đổi"))), parent=self)
        self._both = QSplitter(Qt.Orientation.Horizontal, self)  # each part is made where it stays: moving is slow
        self.list = DocumentListPane(self._both)
        self._right = QStackedWidget(self._both)
        self.pane = DocumentPane(today, self._right)
        self.proving = ProvingPane(today, self._right)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.list)

    # --- what is shown

    def refresh(self) -> None:
        """Ask for everything that is shown, anew."""
        self.refresh_wanted.emit()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.list.focus_search()

    def show_register(self, lines: Sequence[SearchedLine]) -> None:
        """Show what was read; choice, place and what is typed stay."""
        self._lines = {one.line.document.id: one.line for one in lines}
        self.list.show_lines(lines)
        if self._wanted in self._lines:
            wanted, self._wanted = self._wanted, None
            self.list.choose([wanted])

    def show_unproven(self, rows: Sequence[SearchedUnproven]) -> None:
        """Show what is done and has no document to show for it."""
        self.list.show_unproven(rows)

    def show_states(self, states: Mapping[str, FileState]) -> None:
        """Show how files are that were read from end to end."""
        self._states = states
        self.list.show_states(states)
        shown = self.pane.shown()
        if shown is not None and shown.id in self._lines:
            self.pane.show_state(state_of(self._lines[shown.id], states))

    def choose(self, document_id: int) -> None:
        """Choose a document, now or as soon as it has been read."""
        if document_id in self._lines:
            self.list.choose([document_id])
        else:
            self._wanted = document_id

    def show_refusal(self, sentence: str) -> None:
        """Say in place why something was not done; '' says nothing any more."""
        self._refusal.set_sentence(sentence)
        self._refusal.setVisible(bool(sentence))

    def notices(self) -> list[str]:
        """Return what the strips say, from top to bottom."""
        return [strip.sentence() for strip in (self._refusal, self._unsaved) if not strip.isHidden()]

    def set_editable(self, is_editable: bool) -> None:
        """Let the register be changed, or only be looked at."""
        self._is_editable = is_editable
        self.list.set_editable(is_editable)
        self.pane.set_editable(is_editable)
        self.proving.set_editable(is_editable)

    def end_typing(self) -> None:
        """Let what is being typed be stored."""
        if self.pane.shown() is not None:
            self.pane.form.commit()

    # --- what came of typing

    def stored(self, before_id: int, document_id: int, values: DocumentValues) -> None:
        """Take it that what was typed is stored."""
        self.pane.stored(before_id, document_id, values)
        if before_id == UNSAVED:
            self.choose(document_id)
        self._show_unsaved()

    def refused(self, document_id: int, values: DocumentValues, reason: str) -> None:
        """Keep what was typed and could not be stored."""
        self.pane.refused(document_id, values, reason)
        self._show_unsaved()

    # --- files

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._is_editable and dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.dropped.emit(dropped_files(event.mimeData()))

    # --- choosing

    def _chosen_changed(self) -> None:
        chosen = self.list.chosen()
        if len(chosen) == 1:
            line = chosen[0]
            self.pane.show_line(line, state_of(line, self._states))
        elif chosen:
            self.pane.show_several(len(chosen))
        elif not self.pane.is_new():
            self.pane.show_none()
        self._show_unsaved()
        shown = self.pane.shown()
        if (shown.id if shown else None) != self._shown_id:
            self._shown_id = shown.id if shown else None
            self.shown_changed.emit(shown)

    def _add(self) -> None:
        if self.list.narrowed() is LineFilter.UNPROVEN:
            self.list.clear_filter()
        self.list.table.clearSelection()
        self.pane.show_new()

    def _delete(self) -> None:
        self.delete_wanted.emit([line.document.id for line in self.list.chosen()])

    def _open(self) -> None:
        chosen = self.list.chosen()
        if len(chosen) == 1:
            self.open_wanted.emit(chosen[0].document)

    def _open_shown(self) -> None:
        shown = self.pane.shown()
        if shown is not None:
            self.open_wanted.emit(shown)

    def _narrowed_changed(self) -> None:
        is_unproven = self.list.narrowed() is LineFilter.UNPROVEN
        self._right.setCurrentWidget(self.proving if is_unproven else self.pane)
        if is_unproven:
            self.proving.show_rows(())
            self.unproven_wanted.emit()

    # --- strips

    def _show_unsaved(self) -> None:
        shown = self.pane.shown()
        kept = [(id_, one) for id_, one in self.pane.unsaved.items() if shown is None or id_ != shown.id]
        self._unsaved.setVisible(bool(kept))
        if kept:
            line = self._lines.get(kept[-1][0])
            name = line.document.reference or line.document.abstract if line else self.tr("tài liệu mới")
            reason = kept[-1][1].reason
            self._unsaved.set_sentence(self.tr("Chưa lưu được thay đổi của “{}”. {}").format(name, reason).strip())

    def _answer_unsaved(self, key: str) -> None:
        shown = self.pane.shown()
        kept = [id_ for id_ in self.pane.unsaved if shown is None or id_ != shown.id]
        if not kept:
            return
        if key == _GIVE_UP:
            del self.pane.unsaved[kept[-1]]
            self._show_unsaved()
        elif kept[-1] == UNSAVED:
            self._add()
        else:
            self.choose(kept[-1])

    # --- building

    def _lay_out(self) -> None:
        both = self._both
        both.addWidget(self.list)
        for side in (self.pane, self.proving):
            self._right.addWidget(side)
        both.addWidget(self._right)
        both.setStretchFactor(0, 3)
        both.setStretchFactor(1, 1)
        both.setChildrenCollapsible(False)
        both.setHandleWidth(1)
        strips = QVBoxLayout()
        strips.setContentsMargins(8, 0, 8, 0)
        strips.setSpacing(4)
        for strip in (self._refusal, self._unsaved):
            strip.hide()
            strips.addWidget(strip)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(strips)
        layout.addWidget(both, 1)
        order_stops([*self.list.stops(), *self.pane.stops(), *self.proving.stops()])

    def _connect(self) -> None:
        self._refusal.chosen.connect(lambda _: self.show_refusal(""))
        self._unsaved.chosen.connect(self._answer_unsaved)
        self.list.chosen_changed.connect(self._chosen_changed)
        self.list.narrowed_changed.connect(self._narrowed_changed)
        self.list.unproven_chosen.connect(self.proving.show_rows)
        self.list.new_wanted.connect(self._add)
        self.list.files_wanted.connect(self.choosing_wanted)
        self.list.delete_wanted.connect(self._delete)
        self.list.table.open_wanted.connect(self._open)
        self.list.table.edit_wanted.connect(lambda: self.pane.form.reference.setFocus())
        self.pane.file.open_wanted.connect(self._open_shown)
