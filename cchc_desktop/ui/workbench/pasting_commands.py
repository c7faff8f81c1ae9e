"""Copy, paste and fill on the view of a plan that is on the screen; it asks for changes and makes none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView

from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.items import Place, WorkItem
from cchc_desktop.domain.plan import Section
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.ui.slices import Slices
from cchc_desktop.ui.workbench import places
from cchc_desktop.ui.workbench.clipboard import Block
from cchc_desktop.ui.workbench.columns import COLUMNS, RESULT_COLUMNS, PlanColumn, fields_of
from cchc_desktop.ui.workbench.filling import ItemCells, Stored, filled_down
from cchc_desktop.ui.workbench.pasting import Paste, Target, paste_block
from cchc_desktop.ui.workbench.pasting_mime import Clip, copied, has_cells, read_clip
from cchc_desktop.ui.workbench.pasting_strip import PastingStrip
from cchc_desktop.ui.workbench.roles import Role
from cchc_desktop.ui.workbench.selection import (
    ChosenRow,
    chosen,
    header_of_view,
    row_beside,
    rows_from,
    select_cells,
    shown_columns,
)

_NUMBER = re.compile(r"([0-9]{1,4}|[IVXLC]{1,6}|[a-zđ])?([.\-][0-9a-zđIVX]{1,4})*[.:)]{0,2}")
"""What stands in a TT column: '', '3', '1.2', 'II.', 'a)'."""


class CellCommands(QObject):
    """Works on whatever view `view()` gives; `in_order()` tells that its rows stand in the plan's own order."""

    edits_requested = Signal(object)
    paste_requested = Signal(object, object, object)
    told = Signal(str)

    def __init__(
        self,
        view: Callable[[], QAbstractItemView],
        tree: Callable[[], PlanTree | None],
        in_order: Callable[[], bool],
        strip: PastingStrip,
    ) -> None:
        super().__init__(strip)
        self._view = view
        self._tree = tree
        self._in_order = in_order
        self._strip = strip
        self._writing = Slices(self)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self._left)
        self._asked: tuple[PlanTree | None, Paste, list[QModelIndex]] | None = None
        strip.answered.connect(self._answered)

    def question(self) -> str:
        """Return what a large paste asks, '' where none is waiting for its answer."""
        return self._strip.sentence() if self._strip.isVisible() else ""

    def can_paste(self) -> bool:
        """Tell whether the clipboard holds anything that can be pasted."""
        return has_cells(QGuiApplication.clipboard().mimeData())

    def copy(self) -> bool:
        """Put the selected cells on the clipboard; False where there are none."""
        clipboard = QGuiApplication.clipboard()
        steps = copied(self._view(), clipboard.setMimeData)
        if steps is None:
            return False
        self._writing.start(steps)
        if self._writing.is_busy():
            clipboard.clear()  # what was copied before is not what anyone pastes now
        return True

    def _left(self) -> None:
        """Have everything on the clipboard before another program asks for it."""
        self._writing.finish()

    def fill_down(self) -> None:
        """Ask to repeat the first selected row's words in the rows below it."""
        rows = _item_cells(self._view())
        if not rows:
            self.told.emit(self.tr("Chọn các ô cần điền trước."))
            return
        above = self._item_above(rows[0][0].first_cell)
        edits = filled_down([cells for _, cells in rows], above, self._stored())
        if edits:
            self.edits_requested.emit(edits)
        else:
            self.told.emit(self.tr("Các ô đã có nội dung giống nhau."))

    def paste(self) -> None:
        """Ask to write the clipboard's cells from the current cell on; large pastes show their counts first."""
        self._writing.finish()
        clip = read_clip(QGuiApplication.clipboard().mimeData())
        try:
            target = self._target(clip)
            paste = paste_block(clip.block, target)
        except InvalidInput as error:
            self.told.emit(error.message)
            return
        if clip.headings:
            self.told.emit(self.tr("Tên {} lĩnh vực trong vùng nhớ tạm không được dán.").format(clip.headings))
        if paste.is_empty:
            self.told.emit(self.tr("Nội dung dán giống nội dung đang có."))
            return
        self._asked = self._tree(), paste, self._cells(paste, clip.block, target)
        if paste.needs_asking:
            self._strip.ask(paste)
        else:
            self._answered(True)

    def _answered(self, wanted: bool) -> None:
        asked, self._asked = self._asked, None
        self._view().setFocus()
        if asked is None or not wanted:
            return
        tree, paste, cells = asked
        if tree is not self._tree():
            self.told.emit(self.tr("Kế hoạch vừa thay đổi nên chưa dán. Dán lại một lần nữa."))
            return
        select_cells(self._view(), cells)
        self.paste_requested.emit(paste.edits, paste.new_rows, paste.place)

    # --- where to

    def _target(self, clip: Clip) -> Target:
        tree, start = self._tree(), self._start(clip)
        entity = start.data(Role.ROW)
        if tree is None or not isinstance(entity, WorkItem | Section):
            raise InvalidInput(self.tr("Chọn ô cần dán trước."))
        columns = shown_columns(self._view())
        columns = [column for column in columns[columns.index(start.column()) :] if _is_typed(start, column)]
        if isinstance(entity, Section):
            return Target((), columns, places.place_in_section(tree, entity.id))
        rows = [cells for _, cells in _item_cells(self._view())]
        if self._is_whole() and len(clip.block) == 1 and len(clip.block[0]) == 1:
            rows = []  # one number for a whole row is no filling
        is_results = bool(columns) and columns[0] in RESULT_COLUMNS
        below = list(self._rows(start, over_sections=is_results))
        return Target(below, columns, self._new_place(tree, entity), rows, self._stored(), is_results)

    def _stored(self) -> Stored:
        stored: Stored = self._view().model().rows.stored  # type: ignore[attr-defined]
        return stored

    def _start(self, clip: Clip) -> QModelIndex:
        """Return the first cell to write: where whole rows are meant, the column that the block begins with."""
        rows, current = chosen(self._view()), self._view().currentIndex()
        if not rows or not rows[0].columns:
            return current
        header = header_of_view(self._view())
        column = min((column for row in rows for column in row.columns), key=header.visualIndex)
        if column == PlanColumn.NUMBER and not clip.whole and not _has_numbers(clip.block):
            if isinstance(rows[0].entity, WorkItem) and clip.block and len(clip.block[0]) == 1:
                raise InvalidInput(self.tr("Đang chọn cả dòng. Chọn ô cần dán rồi dán lại."))
            column = PlanColumn.CONTENT
        return rows[0].first_cell.siblingAtColumn(PlanColumn.NUMBER if clip.whole else column)

    def _is_whole(self) -> bool:
        return all(row.is_whole for row in chosen(self._view()))

    def _rows(self, start: QModelIndex, *, over_sections: bool = False) -> Iterator[WorkItem]:
        """Yield the items on the screen from a row down to the end of its section (of its group, where grouped).

        With `over_sections` only a row of another kind ends them: a table goes on to its last item.
        """
        section_id = start.data(Role.ROW).section_id
        for row in rows_from(self._view(), start):
            item = row.data(Role.ROW)
            if not isinstance(item, WorkItem):
                return
            if self._in_order() and not over_sections and item.section_id != section_id:
                return
            yield item

    def _new_place(self, tree: PlanTree, item: WorkItem) -> Place | None:
        return places.place_in_section(tree, item.section_id) if self._in_order() else None

    def _item_above(self, index: QModelIndex) -> WorkItem | None:
        item = row_beside(self._view(), index, -1).data(Role.ROW)
        return item if isinstance(item, WorkItem) else None

    def _cells(self, paste: Paste, block: Block, target: Target) -> list[QModelIndex]:
        """Return the cells that a paste writes into, to be selected; a filled selection stays as it is."""
        if paste.is_fill:
            return []
        model = self._view().model()
        items, columns = target.rows[: len(block)], target.columns[: len(block[0])]
        return [model.index_of_item(item.id, column) for item in items for column in columns]  # type: ignore[attr-defined]


def _item_cells(view: QAbstractItemView) -> list[tuple[ChosenRow, ItemCells]]:
    """Return the selected cells of items that can be typed into, in the order of the screen."""
    shown, cells = shown_columns(view), []
    ordered: dict[frozenset[int], list[int]] = {}
    for row in chosen(view):
        item = row.node.entity
        if isinstance(item, WorkItem):
            typed = frozenset(fields_of(item, row.columns))
            columns = ordered.get(typed)
            if columns is None:
                columns = ordered[typed] = [column for column in shown if column in typed]
            cells.append((row, ItemCells(item, columns)))
    return cells


def _is_typed(index: QModelIndex, column: int) -> bool:
    if isinstance(index.data(Role.ROW), Section):
        return COLUMNS[column].field is not None
    return bool(index.siblingAtColumn(column).flags() & Qt.ItemFlag.ItemIsEditable)


def _has_numbers(block: Block) -> bool:
    """Tell whether the first of several columns is a TT column."""
    return any(row[0] for row in block if row) and all(_NUMBER.fullmatch(row[0].strip()) for row in block if row)
