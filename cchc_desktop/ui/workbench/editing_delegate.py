"""Gives the painted cells their editors and decides when typing ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QStyleOptionViewItem, QWidget

from cchc_desktop.domain.plan import Section
from cchc_desktop.ui.workbench.columns import COLUMNS, EditorKind, PlanColumn, header_of
from cchc_desktop.ui.workbench.delegates import INDENT, MARGIN, PlanDelegate
from cchc_desktop.ui.workbench.editors import AgencyEditor, Editor, LineEditor, LinesEditor, commits, make_editor
from cchc_desktop.ui.workbench.metrics import Density
from cchc_desktop.ui.workbench.roles import Role

Index = QModelIndex | QPersistentModelIndex
_SECTION_WIDTH = 480
_MOST_HEIGHT = 240


class EditingDelegate(PlanDelegate):
    """A `PlanDelegate` whose cells can be typed into; `agencies` gives the names that may be offered."""

    def __init__(
        self,
        view: QAbstractItemView,
        agencies: Callable[[], Sequence[str]],
        density: Density = Density.NORMAL,
    ) -> None:
        super().__init__(view, density)
        self._agencies = agencies

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        words = str(index.data(Qt.ItemDataRole.EditRole) or "")
        section = isinstance(index.data(Role.ROW), Section)
        spec = COLUMNS[index.column()]
        kind = EditorKind.LINE if section else spec.editor
        editor = make_editor(kind, words, self._agencies() if kind is EditorKind.AGENCIES else (), parent)
        editor.setAccessibleName(header_of(spec))
        editor.setAutoFillBackground(True)
        if isinstance(editor, AgencyEditor):
            editor.finished.connect(lambda: self._finish(editor))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill an editor once: a snapshot that comes while someone types must not replace what was typed."""
        if isinstance(editor, Editor) and not editor.filled:
            editor.set_words(str(index.data(Qt.ItemDataRole.EditRole) or ""))

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
        if isinstance(editor, LinesEditor):
            most = max(rect.height(), min(_MOST_HEIGHT, room.height()))
            rect.setHeight(max(rect.height(), editor.wanted_size(rect.width(), most).height()))
            rect.moveBottom(min(rect.bottom(), max(room.bottom(), rect.height() - 1)))
        editor.setGeometry(rect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """End typing on Enter in every editor; Qt's own filter does the same for Tab, Esc and leaving."""
        if isinstance(watched, LineEditor | LinesEditor) and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.KeyPress and commits(watched, event):
                self._finish(watched)
                return True
            if watched.composing and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                return False
        return super().eventFilter(watched, event)

    def _finish(self, editor: Editor) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
