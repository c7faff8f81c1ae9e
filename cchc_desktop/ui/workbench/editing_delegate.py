"""Gives the painted cells their editors and decides when typing ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QStyleOptionViewItem, QWidget

from cchc_desktop.domain.plan import Section
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.ui.widgets.enter_key import ENTER
from cchc_desktop.ui.widgets.metrics import Density
from cchc_desktop.ui.workbench.columns import COLUMNS, EditorKind, PlanColumn, field_of, header_of
from cchc_desktop.ui.workbench.delegates import INDENT, MARGIN, PlanDelegate
from cchc_desktop.ui.workbench.editors import Editor, LineEditor, LinesEditor, leaving_command
from cchc_desktop.ui.workbench.list_editors import (
    AgencyEditor,
    ListEditor,
    TimeEditor,
    WholeEditor,
    names_used,
    reading_of,
    usual_expressions,
)
from cchc_desktop.ui.workbench.roles import Role

Index = QModelIndex | QPersistentModelIndex
_SECTION_WIDTH = 480
_TIME_WIDTH = 260
_MOST_HEIGHT = 240
_PEOPLE = frozenset({"person_in_charge", "leader"})
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class EditingDelegate(PlanDelegate):
    """A `PlanDelegate` whose cells can be typed into; `agencies` gives the names that may be offered.

    `left` carries the command of PlanView by which a key ended typing: where the cursor goes.
    """

    left = Signal(str)

    def __init__(
        self,
        view: QAbstractItemView,
        agencies: Callable[[], Sequence[str]],
        density: Density = Density.NORMAL,
    ) -> None:
        super().__init__(view, density)
        self._agencies = agencies
        self.tree: Callable[[], PlanTree | None] = lambda: None
        """The plan on the screen: its period reads time words, its people are offered."""
        self.replaces = False
        """Set before a cell is opened by typing a letter: its words are replaced, not mended."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = self._editor(index, parent)
        editor.filled, self.replaces = self.replaces, False
        editor.setAccessibleName(header_of(COLUMNS[index.column()]))
        editor.setAutoFillBackground(True)
        if isinstance(editor, ListEditor):
            editor.finished.connect(lambda command: self._finish(editor, command))
        if isinstance(editor, LinesEditor):
            editor.textChanged.connect(partial(self._grow, editor, QPersistentModelIndex(index)))
        return editor

    def _grow(self, editor: LinesEditor, index: QPersistentModelIndex) -> None:
        """Give an editor the room of what was typed into it; it opens before it has its words."""
        if index.isValid():
            option = QStyleOptionViewItem()
            option.rect = self._view.visualRect(index)
            self.updateEditorGeometry(editor, option, index)

    def _editor(self, index: Index, parent: QWidget) -> Editor:
        """Return the editor for a cell; words with line breaks never go into one of one line, it would lose them."""
        entity, words = index.data(Role.ROW), str(index.data(Qt.ItemDataRole.EditRole) or "")
        field = field_of(entity, index.column())
        tree, kind = self.tree(), COLUMNS[index.column()].editor
        if isinstance(entity, Section):
            kind = EditorKind.LINE
        elif field == "time_words" and tree is not None:
            period = tree.plan.period
            return TimeEditor(usual_expressions(period), lambda typed: reading_of(typed, period), parent)
        elif field in _PEOPLE and tree is not None:
            return WholeEditor(names_used(tree.items.values(), field or ""), parent)
        elif kind is EditorKind.AGENCIES:
            return AgencyEditor(self._agencies(), parent)
        return LineEditor(parent) if kind is EditorKind.LINE and "\n" not in words else LinesEditor(parent)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill an editor once: a snapshot that comes while someone types must not replace what was typed.

        An editor that was opened by typing starts empty; where the input method took its letters back before the first
        one, Qt asks again, and the words come back.
        """
        if isinstance(editor, Editor) and (not editor.filled or self._was_given_up(editor)):
            editor.set_words(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def _was_given_up(self, editor: Editor) -> bool:
        return editor.isVisible() and not editor.words() and not editor.is_touched()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, Editor):
            model.setData(index, editor.words())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect = QRect(option.rect)
        room = self._view.viewport().rect()
        if isinstance(index.data(Role.ROW), Section):
            if index.column() == PlanColumn.CONTENT:
                rect.setWidth(max(rect.width(), min(_SECTION_WIDTH, room.right() - rect.left())))
        elif index.column() == PlanColumn.CONTENT and (depth := index.data(Role.DEPTH)):
            rect.setLeft(rect.left() + INDENT * depth - MARGIN // 2)
        if isinstance(editor, TimeEditor):
            rect.setWidth(max(rect.width(), min(_TIME_WIDTH, room.width())))
            rect.moveRight(max(min(rect.right(), room.right()), rect.width() - 1))
        if isinstance(editor, LinesEditor):
            most = max(rect.height(), min(_MOST_HEIGHT, room.height()))
            wanted = editor.wanted_size(rect.width(), most).height()
            editor.show_scroll_bar(wanted >= most)
            rect.setHeight(max(rect.height(), wanted))
            rect.moveBottom(min(rect.bottom(), max(room.bottom(), rect.height() - 1)))
        editor.setGeometry(rect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """End typing on Enter and Tab in every editor; Qt's own filter does so for Esc and leaving.

        While letters are being composed these keys belong to the input method: they end the composition, not the cell.
        """
        if not isinstance(watched, LineEditor | LinesEditor) or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if watched.composing and event.key() in (*ENTER, *_TABS):
            return True
        command = leaving_command(event)
        if command is not None:
            self._finish(watched, command)
            return True
        return False if event.key() in (*ENTER, *_TABS) else super().eventFilter(watched, event)

    def _finish(self, editor: Editor, command: str) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self.left.emit(command)
