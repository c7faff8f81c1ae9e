"""The columns of tree and table as data: header, width, and which field of an item each one shows and edits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import lru_cache
from operator import attrgetter
from typing import Any

from PySide6.QtCore import Qt

from cchc_desktop.domain.items import ItemOrigin, WorkItem, bare_number
from cchc_desktop.domain.plan import Column, Section
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.ui.words import Words

Entity = WorkItem | Section


class PlanColumn(IntEnum):
    """The columns in the models' order."""

    NUMBER = 0
    CONTENT = 1
    SECTION = 2
    LEAD = 3
    COORDINATING = 4
    TIME = 5
    STATUS = 6
    PRODUCT = 7
    FUNDING = 8
    NOTE = 9
    RESULT = 10
    DAY = 11
    DOCUMENTS = 12
    PERSON = 13
    LEADER = 14
    SOURCE = 15
    AMENDED = 16


class EditorKind(StrEnum):
    """What a cell is typed into."""

    LINE = "line"
    LINES = "lines"
    AGENCIES = "agencies"


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """One column; `field` names the item's field, `weight` its share of the room left over (0: fixed width)."""

    column: PlanColumn
    header: str
    width: int
    field: str | None
    weight: int = 0
    editor: EditorKind = EditorKind.LINES


_words = Words("PlanColumns")
_FIXED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_EDITABLE = _FIXED | Qt.ItemFlag.ItemIsEditable
_SECTION_FIELDS: Mapping[int, str] = {PlanColumn.NUMBER: "number", PlanColumn.CONTENT: "title"}

COLUMNS: tuple[ColumnSpec, ...] = (
    ColumnSpec(PlanColumn.NUMBER, _words.mark("TT"), 52, "number", editor=EditorKind.LINE),
    ColumnSpec(PlanColumn.CONTENT, _words.mark("Nội dung nhiệm vụ"), 230, "content", 6),
    ColumnSpec(PlanColumn.SECTION, _words.mark("Lĩnh vực"), 112, None, 1),
    ColumnSpec(PlanColumn.LEAD, _words.mark("Chủ trì"), 112, "lead_words", 2, EditorKind.AGENCIES),
    ColumnSpec(PlanColumn.COORDINATING, _words.mark("Phối hợp"), 112, "coordinating_words", 2, EditorKind.AGENCIES),
    ColumnSpec(PlanColumn.TIME, _words.mark("Thời hạn"), 164, "time_words", 3, EditorKind.LINE),
    ColumnSpec(PlanColumn.STATUS, _words.mark("Tiến độ"), 156, None),
    ColumnSpec(PlanColumn.PRODUCT, _words.mark("Sản phẩm"), 112, "product", 2),
    ColumnSpec(PlanColumn.FUNDING, _words.mark("Kinh phí"), 96, "funding", 1),
    ColumnSpec(PlanColumn.NOTE, _words.mark("Ghi chú"), 96, "note", 1),
    ColumnSpec(PlanColumn.RESULT, _words.mark("Kết quả kỳ này"), 168, "result_now", 3),
    ColumnSpec(PlanColumn.DAY, _words.mark("Ngày"), 96, "day_now", 0, EditorKind.LINE),
    ColumnSpec(PlanColumn.DOCUMENTS, _words.mark("Số văn bản"), 124, "documents_now", 1, EditorKind.LINE),
    ColumnSpec(PlanColumn.PERSON, _words.mark("Người phụ trách"), 120, "person_in_charge", 1, EditorKind.LINE),
    ColumnSpec(PlanColumn.LEADER, _words.mark("Lãnh đạo phụ trách"), 136, "leader", 1, EditorKind.LINE),
    ColumnSpec(PlanColumn.SOURCE, _words.mark("Nguồn"), 120, "source_document", 1),
    ColumnSpec(PlanColumn.AMENDED, _words.mark("Sửa theo văn bản"), 128, None, 1),
)

_SOURCE = int(PlanColumn.SOURCE)
_ITEM_FLAGS = tuple(_EDITABLE if spec.field else _FIXED for spec in COLUMNS)
"""What can be done with the cells of an item that arose later; asked for each row that opens."""

FIXED_COLUMNS = (PlanColumn.NUMBER, PlanColumn.CONTENT)
"""Always shown, always first: what a row is, and the arrow that opens it."""

_TIPS = {
    PlanColumn.SOURCE: _words.mark("Nhiệm vụ có trong kế hoạch hay phát sinh, và văn bản giao nhiệm vụ phát sinh"),
    PlanColumn.AMENDED: _words.mark("Các văn bản đã sửa đổi, bổ sung nội dung đã ban hành"),
    PlanColumn.STATUS: _words.mark("Tính từ thời hạn và kết quả đã ghi; không nhập được"),
    PlanColumn.RESULT: _words.mark("Kết quả của mốc đang đến, hoặc nội dung cập nhật của kỳ báo cáo"),
    PlanColumn.DAY: _words.mark("Ngày hoàn thành; nhập ngày là ghi hoàn thành"),
    PlanColumn.DOCUMENTS: _words.mark("Số, ký hiệu của tài liệu kiểm chứng, cách nhau bằng dấu chấm phẩy"),
    PlanColumn.PERSON: _words.mark("Người phụ trách (không in trong phụ lục)"),
    PlanColumn.LEADER: _words.mark("Lãnh đạo phụ trách (không in trong phụ lục)"),
}
_IN_PLAN, _ADDED = _words.mark("Trong kế hoạch"), _words.mark("Phát sinh")

_ON_REQUEST = {
    PlanColumn.FUNDING: (Column.FUNDING, attrgetter("funding")),
    PlanColumn.NOTE: (Column.NOTE, attrgetter("note")),
}
_HIDDEN = frozenset({PlanColumn.PERSON, PlanColumn.LEADER, PlanColumn.SOURCE, PlanColumn.AMENDED})
RESULT_COLUMNS = frozenset({PlanColumn.RESULT, PlanColumn.DAY, PlanColumn.DOCUMENTS})
"""Cells that are no words of the plan: what was recorded of the milestone at hand."""


def header_of(spec: ColumnSpec) -> str:
    """Return the header words of a column."""
    return _words(spec.header)


def header_data(section: int, orientation: Qt.Orientation, role: int) -> Any:
    """Return what a Qt model answers for a header."""
    if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
        return None
    if role == Qt.ItemDataRole.DisplayRole:
        return header_of(COLUMNS[section])
    if role == Qt.ItemDataRole.ToolTipRole:
        return _words(_TIPS.get(PlanColumn(section), "")) or header_of(COLUMNS[section])
    if role == Qt.ItemDataRole.TextAlignmentRole:
        side = Qt.AlignmentFlag.AlignHCenter if section == PlanColumn.NUMBER else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter
    return None


def cell_flags(entity: Entity | None, column: int) -> Qt.ItemFlag:
    """Return what can be done with a cell; every cell that holds a typed field can be edited."""
    if entity is None:
        return Qt.ItemFlag.NoItemFlags
    if isinstance(entity, Section):
        return _EDITABLE if column in _SECTION_FIELDS else _FIXED
    if column == _SOURCE and entity.origin is not ItemOrigin.ADDED:
        return _FIXED
    return _ITEM_FLAGS[column]


def used_columns(tree: PlanTree) -> frozenset[PlanColumn]:
    """Return the columns worth showing unasked: funding and note only where the plan's form or an item has them.

    What is looked at less often (people, sources, results) is shown on request only.
    """
    printed = {entry.column for entry in tree.plan.form.columns}
    unused = {
        column
        for column, (name, field) in _ON_REQUEST.items()
        if name not in printed and not any(map(field, tree.items.values()))
    }
    return frozenset(PlanColumn) - _HIDDEN - RESULT_COLUMNS - unused


def field_of(entity: Entity, column: int) -> str | None:
    """Return the field that a cell edits, None where it cannot be edited."""
    if isinstance(entity, Section):
        return _SECTION_FIELDS.get(column)
    return _field_of_item(column, entity.ordinal is not None, entity.origin is ItemOrigin.ADDED)


def _field_of_item(column: int, has_ordinal: bool, is_added: bool) -> str | None:
    if column == PlanColumn.NUMBER and has_ordinal:
        return "ordinal"
    if column == PlanColumn.SOURCE and not is_added:
        return None
    return COLUMNS[column].field


def fields_of(item: WorkItem, columns: frozenset[int]) -> Mapping[int, str]:
    """Return the fields that some cells of an item edit, by column; a cell that cannot be edited is left out."""
    return _fields_of(columns, item.ordinal is not None, item.origin is ItemOrigin.ADDED)


@lru_cache(maxsize=256)
def _fields_of(columns: frozenset[int], has_ordinal: bool, is_added: bool) -> Mapping[int, str]:
    """Answer `fields_of` for all items alike: it is asked for each row of a selection."""
    fields = ((column, _field_of_item(column, has_ordinal, is_added)) for column in sorted(columns))
    return {column: field for column, field in fields if field is not None}


def edit_text(entity: Entity, column: int) -> str:
    """Return the words of the plan that an editor of the cell starts with: exactly what is stored.

    A cell of results holds none of them: its words come with `results.Results`.
    """
    field = field_of(entity, column)
    return (getattr(entity, field, "") or "") if field else ""


def cell_text(entity: Entity, column: int) -> str:
    """Return the words that the cell shows; a printed label stands before the content."""
    if column == PlanColumn.AMENDED and isinstance(entity, WorkItem):
        return entity.amended_by or ""
    return words_in_cell(entity, column, edit_text(entity, column))


def words_in_cell(entity: Entity, column: int, text: str) -> str:
    """Return how a cell would show these words."""
    if isinstance(entity, WorkItem):
        if column == PlanColumn.NUMBER:
            return bare_number(text) or ""
        if column == PlanColumn.CONTENT and (head := printed_head(entity)):
            return f"{head} {text}"
        if column == PlanColumn.SOURCE:
            return source_words(entity.origin, text)
    return text


def source_words(origin: ItemOrigin, document: str) -> str:
    """Return where an item comes from: the plan, or the document that gave it later."""
    if origin is not ItemOrigin.ADDED:
        return _words(_IN_PLAN)
    added = _words(_ADDED)
    return f"{added}: {document}" if document else added


def printed_head(item: WorkItem) -> str:
    """Return what is printed before the content: the label, and the number where the TT column has another."""
    number = item.number if item.ordinal is not None else None
    return " ".join(part for part in (number, item.label) if part)


def display_number(item: WorkItem) -> str:
    """Return what the TT column shows for an item."""
    return cell_text(item, PlanColumn.NUMBER)
