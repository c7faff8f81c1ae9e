"""What is written into a form, and the parts that change, as lines for the way to the child process and back."""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from cchc_desktop.domain.forms.cells import CellKind
from cchc_desktop.domain.forms.writing import Content, FilledCell

_NUMBER, _DAY, _WORDS = "n", "d", "w"
_BROKEN = "not the parts of a form"
MOST_BYTES = 200 * 1024 * 1024
"""Bytes of all changed parts together: what a child says is not believed without a bound."""


def dump_cells(cells: Iterable[FilledCell]) -> bytes:
    """Return cells as one line of ASCII JSON."""
    return json.dumps([_told(cell) for cell in cells], ensure_ascii=True, separators=(",", ":")).encode("ascii")


def _told(cell: FilledCell) -> list[str]:
    content = cell.content
    kind = _NUMBER if isinstance(content, Decimal) else _DAY if isinstance(content, date) else _WORDS
    return [cell.address, kind, content.isoformat() if isinstance(content, date) else str(content), str(cell.takes)]


def load_cells(data: bytes) -> list[FilledCell]:
    """Return the cells that `dump_cells` wrote; ValueError for anything else."""
    try:
        return [FilledCell(address, _content(kind, words), CellKind(takes))
                for address, kind, words, takes in json.loads(data)]  # fmt: skip
    except (TypeError, InvalidOperation) as error:
        raise ValueError("not the cells of a form") from error


def _content(kind: str, words: str) -> Content:
    if kind == _NUMBER:
        return Decimal(words)
    return date.fromisoformat(words) if kind == _DAY else words


def dump_parts(parts: Mapping[str, bytes]) -> bytes:
    """Return parts by name as one line of ASCII JSON, packed."""
    packed = {name: base64.b64encode(zlib.compress(part, 1)).decode("ascii") for name, part in parts.items()}
    return json.dumps(packed, ensure_ascii=True, separators=(",", ":")).encode("ascii")


def load_parts(data: bytes) -> dict[str, bytes]:
    """Return the parts that `dump_parts` wrote; ValueError for anything else, and for more than `MOST_BYTES`."""
    left = MOST_BYTES
    parts: dict[str, bytes] = {}
    try:
        for name, packed in json.loads(data).items():
            unpacker = zlib.decompressobj()
            parts[str(name)] = unpacker.decompress(base64.b64decode(packed, validate=True), left)
            left -= len(parts[name])
            if not unpacker.eof or left <= 0:
                raise ValueError(_BROKEN)
    except (AttributeError, TypeError, RecursionError, zlib.error, binascii.Error) as error:
        raise ValueError(_BROKEN) from error
    return parts
