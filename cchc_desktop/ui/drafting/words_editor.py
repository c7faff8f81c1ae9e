"""The editor of one section's paragraphs: plain words with live figures; nothing completes itself while one types."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from cchc_desktop.domain.papers.report import BEFORE
from cchc_desktop.domain.papers.report_text import DraftBlock, LiveFigure, block_from_json, block_to_json
from cchc_desktop.ui.drafting.figures import blocks_in, figure_of, figure_places, insert_blocks, insert_part, is_figure
from cchc_desktop.ui.drafting.words_document import (
    HEADING,
    LEVELS,
    PARAGRAPH,
    SUBHEADING,
    SectionDocument,
    move_blocks,
    remove_blocks,
    set_level,
)
from cchc_desktop.ui.widgets.enter_key import ENTER
from cchc_desktop.ui.widgets.text_menu import build_text_menu

_MIME = "application/x-cchc-report-words"
_KEYS = Qt.Key
_ARROWS = (_KEYS.Key_Up, _KEYS.Key_Down, _KEYS.Key_Left, _KEYS.Key_Right)


class WordsEditor(QTextEdit):
    """Shows one `SectionDocument` at a time; `figure_wanted` carries the name of a figure whose rows are to be seen."""

    figure_wanted = Signal(str)
    place_changed = Signal()
    """The cursor stands in another paragraph or at another figure."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_composing = False
        self._explained: dict[str, str] = {}
        self.source = ""
        """Which report the words are of: figures are pasted as figures into the same report alone."""
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setMouseTracking(True)
        self.cursorPositionChanged.connect(self.place_changed)
        self.selectionChanged.connect(self.place_changed)

    def show_section(self, document: SectionDocument, name: str) -> None:
        """Show another section; its cursor begins at the top."""
        self.setAccessibleName(name)
        document.setDefaultFont(self.font())
        self.setDocument(document)
        self.place_changed.emit()

    def explain(self, explained: dict[str, str]) -> None:
        """Take what figures of the whole report count, by their names: it stands in tooltips."""
        self._explained = explained

    def section(self) -> SectionDocument | None:
        """Return the section that is shown."""
        document = self.document()
        return document if isinstance(document, SectionDocument) else None

    def is_composing(self) -> bool:
        """Tell whether an input method holds letters that it has not handed over."""
        return self._is_composing

    # --- what the tools do

    def level(self) -> int:
        """Return the level of the paragraph at the cursor."""
        return self.textCursor().blockFormat().headingLevel()

    def choose_level(self, level: int) -> None:
        """Make the chosen paragraphs headings or headings paragraphs."""
        set_level(self.textCursor(), level)
        self.place_changed.emit()

    def move_paragraphs(self, step: int) -> None:
        """Move the chosen paragraphs up (-1) or down (1)."""
        moved = move_blocks(self.textCursor(), step)
        if moved is not None:
            self.setTextCursor(moved)

    def remove(self) -> None:
        """Take the chosen paragraphs away."""
        remove_blocks(self.textCursor())

    def insert_figure(self, live: LiveFigure) -> None:
        """Insert a figure at the cursor."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        insert_part(cursor, live)
        cursor.endEditBlock()

    def figure(self) -> LiveFigure | None:
        """Return the figure that is selected, or that stands at the cursor."""
        cursor = self.textCursor()
        begin, end = cursor.selectionStart(), cursor.selectionEnd()
        if end - begin > 1:
            return None
        around = (begin,) if end > begin else (begin, begin - 1)
        return next((live for place in around if (live := _figure_at(self.document(), place)) is not None), None)

    def go_to_figure(self, step: int) -> None:
        """Select the next figure (1) or the one before (-1)."""
        cursor = self.textCursor()
        places = [place for place, _ in figure_places(self.document())]
        here = cursor.selectionStart()
        begin = here + int(cursor.hasSelection())
        behind = [place for place in places if place >= begin]
        before = [place for place in reversed(places) if place < here]
        found = next(iter(behind if step > 0 else before), None)
        if found is not None:
            self._select(found)

    def _select(self, place: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(place)
        cursor.setPosition(place + 1, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    # --- keys

    def event(self, event: QEvent) -> bool:
        """Keep the keys of paragraphs and figures from the window's commands."""
        if isinstance(event, QKeyEvent) and _would_be_a_command(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.AltModifier and self._shape(event.key()):
            return
        is_step = modifiers == Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if is_step and event.key() in (_KEYS.Key_Left, _KEYS.Key_Right):
            self.go_to_figure(-1 if event.key() == _KEYS.Key_Left else 1)
        elif event.key() in ENTER and not modifiers & ~Qt.KeyboardModifier.ShiftModifier:
            self._enter()
        else:
            super().keyPressEvent(event)

    def _shape(self, key: int) -> bool:
        """Answer Alt with an arrow as the plan's tree does; tell whether it was one."""
        if self.isReadOnly() or key not in _ARROWS:
            return False
        if key in (_KEYS.Key_Up, _KEYS.Key_Down):
            self.move_paragraphs(-1 if key == _KEYS.Key_Up else 1)
        else:
            order = (HEADING, SUBHEADING, PARAGRAPH)
            place = order.index(self.level()) if self.level() in LEVELS else 2
            self.choose_level(order[max(0, min(place + (-1 if key == _KEYS.Key_Left else 1), 2))])
        return True

    def _enter(self) -> None:
        """Open the rows of a selected figure; else begin a paragraph, which is no heading behind a heading."""
        live = self.figure()
        if live is not None and self.textCursor().hasSelection():
            self.figure_wanted.emit(live.name)
            return
        if self.isReadOnly():
            return
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        is_at_end = cursor.atBlockEnd()
        cursor.insertBlock()
        if is_at_end:
            set_level(cursor, PARAGRAPH)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    # --- mouse

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Select the figure that was clicked at."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            place = self._place_at(event.position())
            if place is not None:
                self._select(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the rows of the figure that was clicked at."""
        place = self._place_at(event.position())
        live = None if place is None else _figure_at(self.document(), place)
        if live is None or place is None:
            super().mouseDoubleClickEvent(event)
        else:
            self._select(place)
            self.figure_wanted.emit(live.name)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            place = self._place_at(QPointF(event.pos()))
            live = None if place is None else _figure_at(self.document(), place)
            QToolTip.showText(event.globalPos(), self.told_of(live) if live else "", self.viewport())
            return True
        return super().viewportEvent(event)

    def told_of(self, live: LiveFigure) -> str:
        """Return what a tooltip says of a figure: what it counts, what it is now, how its rows are seen."""
        section = self.section()
        mark = section.mark(live) if section else ""
        counted = f"{self._counted(live.name)}: {live.shown}"
        way = self.tr("Bấm đúp hoặc nhấn Enter để mở danh sách.")
        return f"{counted}{f', {mark}' if mark else ''}. {way}"

    def _counted(self, name: str) -> str:
        """Return what a figure counts; one of the last period, of an area or an agency says so."""
        base, part, _ = name.partition("/")
        counted = self._explained.get(base.removesuffix(BEFORE), self.tr("Số liệu"))
        if base.endswith(BEFORE):
            counted = self.tr("{} (kỳ trước)").format(counted)
        return self.tr("{} (của phần này)").format(counted) if part else counted

    def _place_at(self, point: QPointF) -> int | None:
        """Return the position of the figure under a point of the viewport."""
        inside = point + QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        if not is_figure(self.document().documentLayout().formatAt(inside)):
            return None
        near = self.cursorForPosition(point.toPoint()).position()
        return next((place for place in (near, near - 1) if self._is_under(place, inside)), None)

    def _is_under(self, place: int, inside: QPointF) -> bool:
        if _figure_at(self.document(), place) is None:
            return False
        cursor = self.textCursor()
        cursor.setPosition(place)
        left = self.cursorRect(cursor).left() + self.horizontalScrollBar().value()
        return left <= inside.x()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = build_text_menu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    # --- what is copied and pasted

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the selected words for other programs, with their figures for this report."""
        blocks = _selected(self.textCursor())
        data = QMimeData()
        data.setText("\n".join(block.text for block in blocks))
        data.setData(_MIME, json.dumps([self.source, [block_to_json(block) for block in blocks]]).encode())
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert words; lines of other programs become paragraphs."""
        own = self._own_blocks(source)
        lines = [line for line in source.text().splitlines() if line.strip()] or [source.text()]
        cursor = self.textCursor()
        insert_blocks(cursor, own if own is not None else [DraftBlock((line,)) for line in lines])
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _own_blocks(self, source: QMimeData) -> list[DraftBlock] | None:
        if not source.hasFormat(_MIME):
            return None
        report, blocks = json.loads(bytes(source.data(_MIME).data()))
        return [block_from_json(block) for block in blocks] if report == self.source else None


def _would_be_a_command(event: QKeyEvent) -> bool:
    with_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
    return event.type() is QEvent.Type.ShortcutOverride and with_alt and event.key() in _ARROWS


def _figure_at(document: QTextDocument, place: int) -> LiveFigure | None:
    if not 0 <= place < document.characterCount() - 1:
        return None
    cursor = QTextCursor(document)
    cursor.setPosition(place)
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
    is_one = cursor.selectedText() == "\ufffc" and is_figure(cursor.charFormat())
    return figure_of(cursor.charFormat()) if is_one else None


def _selected(cursor: QTextCursor) -> Sequence[DraftBlock]:
    copy = QTextDocument()
    QTextCursor(copy).insertFragment(cursor.selection())
    return blocks_in(copy)
