"""A SQLite file read page by page, without SQLite: what a damaged file still holds (sqlite.org/fileformat2.html).

SQLite reaches a row through the pages above it, so one broken page hides all rows below. Here every page speaks for
itself. Nothing that a page says is believed: whatever does not fit raises inside and is counted as broken.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

Value = int | float | str | bytes | None

INTERIOR_INDEX, INTERIOR_TABLE, LEAF_INDEX, LEAF_TABLE = 2, 5, 10, 13
"""Kinds of b-tree pages (clause 1.6)."""
_HEADER_LENGTH = 100
_USUAL_PAGE_SIZE = 4096
_INTERIORS = (INTERIOR_INDEX, INTERIOR_TABLE)
_INT_SIZES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_UNFIT = (ValueError, IndexError, struct.error)


@dataclass(frozen=True, slots=True)
class Cell:
    """One row of a table (`rowid` set) or one entry of an index; `is_whole` False where text had impossible bytes."""

    rowid: int | None
    values: tuple[Value, ...]
    is_whole: bool


class SqlitePages:
    """The pages of an open file; page numbers begin at 1."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        header = file.read(_HEADER_LENGTH).ljust(_HEADER_LENGTH, b"\0")
        file.seek(0, 2)
        self.version = int.from_bytes(header[60:64], "big")
        self.page_size = _page_size(header, file.tell())
        self._usable = self.page_size - (header[20] if header[20] <= 32 else 0)
        self._first_trunk = int.from_bytes(header[32:36], "big")
        self._size = file.tell()
        self.count = -(-self._size // self.page_size)

    def page(self, number: int) -> bytes:
        """Return a page's bytes; b'' for one that does not exist or that the disk cannot read."""
        if not 1 <= number <= self.count:
            return b""
        try:
            self._file.seek((number - 1) * self.page_size)
            return self._file.read(self.page_size)
        except OSError:
            return b""

    def kind(self, number: int) -> int:
        """Return a page's kind, 0 where it says none."""
        page = self.page(number)
        at = _start(number)
        return page[at] if len(page) == self.page_size else 0

    def tree(self, root: int) -> Iterator[int]:
        """Yield the pages of a b-tree that can be reached from its root, each once."""
        waiting, seen = [root], set[int]()
        while waiting:
            number = waiting.pop()
            if number in seen or self.kind(number) not in (*_INTERIORS, LEAF_INDEX, LEAF_TABLE):
                continue
            seen.add(number)
            yield number
            if self.kind(number) in _INTERIORS:
                waiting += self._children(number)

    def free_pages(self) -> set[int]:
        """Return the pages that the file's list of free pages names; they may still hold old rows (clause 1.5)."""
        free: set[int] = set()
        trunk = self._first_trunk
        while 1 < trunk <= self.count and trunk not in free:
            free.add(trunk)
            page = self.page(trunk)
            if len(page) < 8:
                break
            trunk, count = struct.unpack_from(">II", page)
            leaves = min(count, self._usable // 4 - 2)
            free.update(struct.unpack_from(f">{leaves}I", page, 8))
        return free

    def cells(self, number: int) -> tuple[list[Cell], int]:
        """Return the readable cells that hold rows or index entries on a page, and how many cannot be read."""
        page, kind = self.page(number), self.kind(number)
        if kind not in (LEAF_TABLE, LEAF_INDEX, INTERIOR_INDEX):
            return [], 0
        found, broken = [], 0
        for at in self._pointers(page, number):
            try:
                found.append(self._cell(page, kind, at))
            except _UNFIT:
                broken += 1
        return found, broken

    # ------------------------------------------------------------ inside a page

    def _pointers(self, page: bytes, number: int) -> tuple[int, ...]:
        """Return where the cells of a page begin."""
        start = _start(number)
        first = start + (12 if page[start] in _INTERIORS else 8)
        count = min(int.from_bytes(page[start + 3 : start + 5], "big"), (len(page) - first) // 2)
        return struct.unpack_from(f">{count}H", page, first)

    def _children(self, number: int) -> list[int]:
        page, start = self.page(number), _start(number)
        places = [start + 8, *self._pointers(page, number)]
        return [int.from_bytes(page[at : at + 4], "big") for at in places]

    def _cell(self, page: bytes, kind: int, at: int) -> Cell:
        if kind == INTERIOR_INDEX:
            at += 4
        size, at = _varint(page, at)
        rowid = None
        if kind == LEAF_TABLE:
            rowid, at = _varint(page, at)
            rowid -= (rowid >> 63) << 64
        values, is_whole = _record(self._payload(page, kind, size, at))
        return Cell(rowid, values, is_whole)

    def _payload(self, page: bytes, kind: int, size: int, at: int) -> bytes:
        """Return a cell's content, with what stands on overflow pages; ValueError where a part is missing."""
        if size > self._size:
            raise ValueError("larger than the file")
        most = self._usable - 35 if kind == LEAF_TABLE else (self._usable - 12) * 64 // 255 - 23
        least = (self._usable - 12) * 32 // 255 - 23
        if size <= most:
            return _exactly(page[at : at + size], size)
        local = least + (size - least) % (self._usable - 4)
        local = local if local <= most else least
        parts = [_exactly(page[at : at + local], local)]
        missing = size - local
        following = int.from_bytes(page[at + local : at + local + 4], "big")
        while missing > 0:
            overflow = self.page(following)
            part = overflow[4 : min(self._usable, 4 + missing)]
            if not part:
                raise ValueError("a part is missing")
            parts.append(part)
            missing -= len(part)
            following = int.from_bytes(overflow[:4], "big")
        return b"".join(parts)


def _start(number: int) -> int:
    """Return where a page's own header begins: on the first page behind the file's."""
    return _HEADER_LENGTH if number == 1 else 0


def _page_size(header: bytes, size: int) -> int:
    """Return the page size that the header tells, the usual one where that cannot be (clause 1.3.2)."""
    told = int.from_bytes(header[16:18], "big")
    told = 65536 if told == 1 else told
    if 512 <= told <= 65536 and told & (told - 1) == 0:
        return told
    return _USUAL_PAGE_SIZE


def _exactly(part: bytes, size: int) -> bytes:
    if len(part) != size:
        raise ValueError("cut off")
    return part


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """Read a variable-length integer; return it and where it ends (clause 1.6)."""
    value = 0
    for index in range(8):
        byte = data[at + index]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + index + 1
    return value << 8 | data[at + 8], at + 9


def _record(payload: bytes) -> tuple[tuple[Value, ...], bool]:
    """Read a record (clause 2.1): its values, and whether all its text is text."""
    end, at = _varint(payload, 0)
    if end > len(payload):
        raise ValueError("a header longer than its record")
    values: list[Value] = []
    is_whole, place = True, end
    while at < end:
        serial, at = _varint(payload, at)
        size = _size_of(serial)
        value, is_text_whole = _value(serial, _exactly(payload[place : place + size], size))
        is_whole = is_whole and is_text_whole
        values.append(value)
        place += size
    if at != end or place != len(payload):
        raise ValueError("lengths that do not fit")
    return tuple(values), is_whole


def _size_of(serial: int) -> int:
    if serial >= 12:
        return (serial - 12) // 2
    if serial in (10, 11):
        raise ValueError("a reserved type")
    return 8 if serial == 7 else _INT_SIZES.get(serial, 0)


def _value(serial: int, data: bytes) -> tuple[Value, bool]:
    if serial >= 12:
        return _text(data) if serial % 2 else (data, True)
    if serial in (8, 9):
        return serial - 8, True
    if serial == 7:
        return float(struct.unpack(">d", data)[0]), True
    return (int.from_bytes(data, "big", signed=True), True) if serial else (None, True)


def _text(data: bytes) -> tuple[str, bool]:
    try:
        return data.decode("utf-8"), True
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace"), False
