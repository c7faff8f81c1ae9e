"""Looks at a PNG picture without a library: its size and its colours (PNG specification, third edition)."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {2: 3, 6: 4}
"""Colour type -> bytes per pixel: RGB and RGBA with 8 bits a channel, which is what Qt writes of a window."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Size in pixels, and how many pixels each colour has."""

    width: int
    height: int
    colours: dict[bytes, int]

    @property
    def is_blank(self) -> bool:
        """Whether there is next to nothing on it: few colours, or one colour nearly everywhere."""
        return len(self.colours) < 16 or max(self.colours.values()) > 0.98 * self.width * self.height


def read_png(data: bytes) -> Picture:
    """Read a picture; ValueError for what is no PNG or of a kind that Qt does not write of windows."""
    if not data.startswith(_SIGNATURE):
        raise ValueError("no PNG file")
    chunks = list(_chunks(data))
    width, height, depth, kind, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[0][1])
    if depth != 8 or kind not in _CHANNELS or interlaced:
        raise ValueError(f"PNG of colour type {kind}, depth {depth}, interlaced {interlaced}")
    packed = b"".join(content for name, content in chunks if name == b"IDAT")
    rows = _rows(zlib.decompress(packed), width * _CHANNELS[kind], _CHANNELS[kind])
    return Picture(width, height, _count(rows, _CHANNELS[kind]))


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield name and content of each chunk (clause 5.3)."""
    at = len(_SIGNATURE)
    while at < len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += length + 12


def _rows(data: bytes, length: int, step: int) -> Iterator[bytes]:
    """Yield each line of pixels with its filter undone (clause 9)."""
    above = bytearray(length)
    for start in range(0, len(data), length + 1):
        line = bytearray(data[start + 1 : start + 1 + length])
        _unfilter(data[start], line, above, step)
        yield bytes(line)
        above = line


def _unfilter(kind: int, line: bytearray, above: bytearray, step: int) -> None:
    """Undo one line's filter in place: none, left, above, their mean, or Paeth's choice (clause 9.2)."""
    if kind == 0:
        return
    if kind in (2, 4) and not any(line):  # nothing differs from the line above: most lines of a window
        line[:] = above
        return
    for at in range(len(line)):
        left = line[at - step] if at >= step else 0
        corner = above[at - step] if at >= step else 0
        line[at] = (line[at] + _predicted(kind, left, above[at], corner)) & 0xFF


def _predicted(kind: int, left: int, up: int, corner: int) -> int:
    if kind == 1:
        return left
    if kind == 2:
        return up
    if kind == 3:
        return (left + up) // 2
    by_left, by_up, by_corner = abs(up - corner), abs(left - corner), abs(left + up - 2 * corner)
    if by_left <= by_up and by_left <= by_corner:
        return left
    return up if by_up <= by_corner else corner


def _count(rows: Iterator[bytes], step: int) -> dict[bytes, int]:
    colours: dict[bytes, int] = {}
    for row in rows:
        for at in range(0, len(row), step):
            colour = row[at : at + 3]
            colours[colour] = colours.get(colour, 0) + 1
    return colours
