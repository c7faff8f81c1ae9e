"""Header rows: which row of a table is its header, and what each of its columns holds (DOMAIN.md, 'Appendices')."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from cchc_desktop.documents.raw import RawCell, RawRow, RawTable
from cchc_desktop.domain.plan import AppendixColumn, Column
from cchc_desktop.domain.text.folding import fold_words


class TableKind(StrEnum):
    """What a table lists."""

    TASKS = "tasks"
    INDICATORS = "indicators"


class Role(StrEnum):
    """What header words say on their own; the neighbours decide which column of an appendix it becomes."""

    NUMBER = "number"
    OBJECTIVE = "objective"
    DUTY = "duty"
    WORK = "work"
    ACTIVITY = "activity"
    LEAD = "lead"
    COORDINATING = "coordinating"
    AGENCY = "agency"
    TIME = "time"
    RESULT = "result"
    PACE = "pace"
    PROGRESS = "progress"
    FUNDING = "funding"
    NOTE = "note"
    INDICATOR = "indicator"
    UNIT = "unit"
    TARGET = "target"


_TAIL = r"(?: \w+){0,7}"
_BODIES = "co quan|don vi|bo phan|phong|ban|nganh|can bo|cong chuc|nguoi|ca nhan|lanh dao|to chuc"
_BODY = rf"(?:(?:cac |ten )?(?:{_BODIES})(?: va)? ?){{1,3}}"

# Folded words of a header (no marks, no punctuation) -> role; the first line that matches the whole header wins.
SYNONYMS: tuple[tuple[Role, str], ...] = (
    (Role.NUMBER, r"s?tt|tt|so tt|so thu tu|thu tu|so|muc"),
    (Role.UNIT, r"don vi(?: tinh| do)?|dvt|dv tinh"),
    (Role.LEAD, rf"(?:{_BODY})?chu tri{_TAIL}"),
    (Role.LEAD, rf"(?:{_BODY})?(?:thuc hien|chiu trach nhiem|phu trach|tham muu)(?: chinh)?"),
    (Role.LEAD, r"(?:phan cong )?trach nhiem(?: thuc hien| chu tri)?|phan cong(?: thuc hien)?"),
    (Role.COORDINATING, rf"(?:{_BODY})?(?:thuc hien )?phoi hop{_TAIL}"),
    (Role.AGENCY, rf"{_BODY}(?:theo doi|danh gia|bao cao|chiu trach nhiem|phu trach|thuc hien|dau moi){_TAIL}|co quan"),
    (Role.TARGET, rf"(?:muc )?(?:chi tieu|muc tieu) (?:giao|phan dau|can dat|dat duoc|nam \d+|den nam \d+){_TAIL}"),
    (Role.TARGET, r"muc(?: chi tieu| phan dau| dat| can dat)|(?:ke hoach )?(?:den )?nam \d{4}|chi tieu ke hoach"),
    (Role.INDICATOR, r"(?:ten |noi dung |nhom |danh muc )?(?:cac )?(?:chi tieu|chi so)(?!.*nhiem vu)(?: \w+){0,5}"),
    (Role.OBJECTIVE, rf"(?:cac )?muc tieu(?!.*nhiem vu){_TAIL}"),
    (Role.ACTIVITY, rf"(?:cac |ten )?hoat dong{_TAIL}"),
    (Role.DUTY, rf"(?:cac |ten |danh muc |muc tieu |chi tieu |linh vuc )*(?:nhiem vu|giai phap){_TAIL}"),
    (Role.WORK, rf"(?:cac |ten )?(?:noi dung|cong viec|dau viec|viec){_TAIL}"),
    (Role.TIME, rf"(?:moc |du kien )?(?:thoi gian|thoi han|thoi diem|ky han){_TAIL}"),
    (Role.TIME, r"han(?: hoan thanh)?|ngay hoan thanh|lo trinh(?: thuc hien)?"),
    (Role.PACE, r"tien do(?: thuc hien| hoan thanh| trien khai| thoi gian)?"),
    (Role.PROGRESS, rf"(?:tinh hinh|ket qua) (?:thuc hien|dat duoc|trien khai){_TAIL}|tinh trang|trang thai"),
    (Role.RESULT, rf"(?:du kien )?(?:san pham|ket qua|dau ra|yeu cau san pham|hinh thuc van ban){_TAIL}"),
    (Role.FUNDING, rf"(?:nguon |du kien |du toan )?kinh phi{_TAIL}|nguon (?:luc|von){_TAIL}|du toan{_TAIL}"),
    (Role.NOTE, r"ghi chu(?: \w+){0,2}"),
)  # fmt: skip
_PATTERNS = tuple((role, re.compile(words)) for role, words in SYNONYMS)
_LONGEST_HEADER = 90  # characters: anything longer is text of a row
_BARE_NUMBER = re.compile(r"\(?\s*(?:\d{1,3}(?:\.\d+)*|[IVX]+|[A-HĐ])\s*\)?[.):]?")


@lru_cache(maxsize=4096)
def role_of(words: str) -> Role | None:
    """Return what header words say on their own, None where no synonym matches."""
    if not words or len(words) > _LONGEST_HEADER:
        return None
    folded = folded_words(words)
    return next((role for role, pattern in _PATTERNS if pattern.fullmatch(folded)), None)


def folded_words(text: str) -> str:
    """Return the words of a text in lower case without marks and punctuation, one space between them."""
    return " ".join(fold_words(text).split())


@dataclass(frozen=True, slots=True)
class HeaderCell:
    """The header of one grid column: its own words, the words above several columns, and what it holds."""

    words: str
    group: str | None = None
    column: Column | None = None

    @property
    def name(self) -> str:
        """Return all words of the header, for messages."""
        return f"{self.group} / {self.words}" if self.group else self.words


@dataclass(frozen=True, slots=True)
class Header:
    """A recognised header: the kind of table, one cell per grid column, the rows it fills (indexes, inclusive).

    A grid column that belongs to the header cell on its left repeats that cell's entry in `origins`.
    """

    kind: TableKind
    cells: tuple[HeaderCell, ...]
    origins: tuple[int, ...]
    first: int
    last: int

    @property
    def columns(self) -> tuple[AppendixColumn, ...]:
        """Return the columns that the plan's form keeps, in printed order."""
        own = (cell for index, cell in enumerate(self.cells) if self.origins[index] == index)
        return tuple(AppendixColumn(cell.column, cell.words, cell.group) for cell in own if cell.column)

    def place(self, column: Column) -> int | None:
        """Return the grid column that holds this column, None where the table has none."""
        return next((index for index, cell in enumerate(self.cells) if cell.column is column), None)

    def same_as(self, other: Header) -> bool:
        """Tell whether both headers print the same words over the same grid."""
        return self.kind is other.kind and _printed(self) == _printed(other)


def _printed(header: Header) -> list[tuple[str, str]]:
    return [(folded_words(cell.group or ""), folded_words(cell.words)) for cell in header.cells]


def find_header(table: RawTable, start: int) -> Header | None:
    """Return the header that begins at row index `start`, None where that row is none."""
    single = _header(table, start, 1)
    double = _header(table, start, 2) if _may_be_second(table, start) else None
    if double and (single is None or len(double.columns) > len(single.columns)):
        return double
    return single


def lacks_content(row: RawRow) -> bool:
    """Tell whether a row looks like the header of a task table that has no column for what is to be done."""
    roles = {role_of(_flat(cell.text)) for cell in row.cells if not cell.covered}
    return len(roles & _OF_TASKS) >= 2 and not roles & _TEXT and Role.INDICATOR not in roles


def is_numbering_row(cells: Sequence[RawCell]) -> bool:
    """Tell whether a row only counts the columns: '(1) (2) (3)', '1 2 3', 'A B 1 2'."""
    marks = [cell.text.strip(" ()[].=") for cell in cells if cell.text.strip() and not cell.covered]
    while marks and re.fullmatch("[A-Da-d]", marks[0]):
        marks.pop(0)
    counted = [int(mark) for mark in marks if re.fullmatch(r"\d{1,2}", mark)]
    return len(counted) == len(marks) >= 3 and counted == list(range(counted[0], counted[0] + len(counted)))


_TEXT = {Role.DUTY, Role.WORK, Role.ACTIVITY, Role.OBJECTIVE}
_OF_TASKS = {Role.LEAD, Role.COORDINATING, Role.TIME, Role.RESULT, Role.AGENCY, Role.FUNDING, Role.PACE}
_OF_INDICATORS = {Role.UNIT, Role.TARGET, Role.AGENCY, Role.LEAD, Role.RESULT, Role.OBJECTIVE}


def _header(table: RawTable, start: int, depth: int) -> Header | None:
    rows = table.rows[start : start + depth]
    if len(rows) < depth or _has_data(rows[0]):
        return None
    words, groups = _words(rows)
    roles = [
        role_of(own) or (role_of(f"{above} {own}") if above else None) for own, above in zip(words, groups, strict=True)
    ]
    origins = _origins(rows, words)
    own_roles = [role for index, role in enumerate(roles) if role and origins[index] == index]
    kind = _kind(own_roles)
    if kind is None:
        return None
    columns = _columns(kind, roles, words, origins)
    cells = tuple(map(HeaderCell, words, groups, columns))
    return Header(kind, cells, origins, start, start + depth - 1)


def _has_data(row: RawRow) -> bool:
    texts = [cell.text.strip() for cell in row.cells if not cell.covered and cell.text.strip()]
    return any(_BARE_NUMBER.fullmatch(text) for text in texts) or len(texts) < 2


def _kind(roles: Sequence[Role]) -> TableKind | None:
    found = set(roles)
    if Role.INDICATOR in found and not found & {Role.DUTY, Role.WORK, Role.ACTIVITY}:
        return TableKind.INDICATORS if found & _OF_INDICATORS else None
    if found & _TEXT and found & _OF_TASKS:
        return TableKind.TASKS
    return None


def _flat(text: str) -> str:
    return " ".join(text.split())


def _text(row: RawRow, index: int) -> str:
    return _flat(row.cells[index].text) if index < len(row.cells) else ""


def _words(rows: Sequence[RawRow]) -> tuple[list[str], list[str | None]]:
    """Own words of each grid column, and the words above it where the header has two rows."""
    width = max(len(row.cells) for row in rows)
    upper = [_text(rows[0], index) for index in range(width)]
    if len(rows) == 1:
        return upper, [None] * width
    words, groups, above = [], [], ""
    for index in range(width):
        lower = _text(rows[1], index) if _is_own(rows[1], index) else ""
        above = upper[index] or (above if lower else "")
        words.append(lower or upper[index])
        groups.append(above or None if lower else None)
    return words, groups


def _is_own(row: RawRow, index: int) -> bool:
    return index < len(row.cells) and row.cells[index].covered != "above"


def _may_be_second(table: RawTable, start: int) -> bool:
    """Tell whether the row below prints words only under header cells that span columns, or under empty ones."""
    if start + 1 >= len(table.rows):
        return False
    upper, lower = table.rows[start], table.rows[start + 1]
    own = [index for index, cell in enumerate(lower.cells) if not cell.covered and cell.text.strip()]
    if not own or _has_data_number(lower, own):
        return False
    return all(_spans(upper, index) for index in own) and any(role_of(_text(lower, index)) for index in own)


def _has_data_number(row: RawRow, own: Sequence[int]) -> bool:
    return any(_BARE_NUMBER.fullmatch(_text(row, index)) for index in own)


def _spans(row: RawRow, index: int) -> bool:
    if index >= len(row.cells) or row.cells[index].covered == "left" or not row.cells[index].text.strip():
        return True
    following = row.cells[index + 1] if index + 1 < len(row.cells) else None
    return following is not None and (following.covered == "left" or not following.text.strip())


def _origins(rows: Sequence[RawRow], words: Sequence[str]) -> tuple[int, ...]:
    """For each grid column the index of the column whose header cell covers it."""
    origins: list[int] = []
    for index in range(len(words)):
        covered = all(index < len(row.cells) and row.cells[index].covered for row in rows)
        joined = covered and any(row.cells[index].covered == "left" for row in rows) and index > 0
        origins.append(origins[index - 1] if joined and words[index] == words[index - 1] else index)
    return tuple(origins)


_DIRECT = {
    Role.NUMBER: Column.NUMBER, Role.COORDINATING: Column.COORDINATING, Role.TIME: Column.TIME,
    Role.FUNDING: Column.FUNDING, Role.NOTE: Column.NOTE,
}  # fmt: skip
_IN_TASKS = _DIRECT | {Role.LEAD: Column.LEAD, Role.AGENCY: Column.LEAD, Role.RESULT: Column.PRODUCT}
_IN_INDICATORS = {
    Role.NUMBER: Column.NUMBER, Role.INDICATOR: Column.INDICATOR, Role.UNIT: Column.UNIT, Role.TARGET: Column.TARGET,
    Role.RESULT: Column.TARGET, Role.OBJECTIVE: Column.TARGET, Role.AGENCY: Column.AGENCY, Role.LEAD: Column.AGENCY,
}  # fmt: skip
_REPEATABLE = {Column.TARGET}  # one column per year; every other column counts once


def _columns(
    kind: TableKind, roles: Sequence[Role | None], words: Sequence[str], origins: Sequence[int]
) -> list[Column | None]:
    places = _text_places(roles, origins) if kind is TableKind.TASKS else {}
    table = _IN_TASKS if kind is TableKind.TASKS else _IN_INDICATORS
    if Role.TIME not in roles:
        table = table | {Role.PACE: Column.TIME}  # beside a time column 'Tiến độ' tells how far things are
    columns: list[Column | None] = []
    for index, role in enumerate(roles):
        if origins[index] != index:
            columns.append(columns[origins[index]])
            continue
        column = places.get(index) or (table.get(role) if role else None)
        columns.append(None if column in columns and column not in _REPEATABLE else column)
    if Column.NUMBER not in columns and columns[0] is None and not words[0]:
        columns[0] = Column.NUMBER
    return columns


def _text_places(roles: Sequence[Role | None], origins: Sequence[int]) -> dict[int, Column]:
    """Tell objective, task and content columns apart: the activity, else the rightmost, is what is to be done."""
    own = [(index, role) for index, role in enumerate(roles) if role in _TEXT and origins[index] == index]
    work = [index for index, role in own if role is not Role.OBJECTIVE]
    objectives = [index for index, role in own if role is Role.OBJECTIVE]
    if not work:
        return {objectives[-1]: Column.CONTENT}
    activities = [index for index in work if roles[index] is Role.ACTIVITY]
    content = activities[-1] if activities else work[-1]
    places = {content: Column.CONTENT}
    tasks = [index for index in work if index != content]
    if tasks:
        places[next((index for index in tasks if roles[index] is Role.DUTY), tasks[-1])] = Column.TASK
    if objectives:
        places[objectives[0]] = Column.OBJECTIVE
    return places
