"""Doubts about the words and numbers of items: written as they are, shown to a person, never mended in silence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cchc_desktop.documents.recognise.indicators import IndicatorRow
from cchc_desktop.documents.recognise.nodes import Node, SectionNode
from cchc_desktop.documents.recognise.notices import about
from cchc_desktop.documents.recognise.tables import Line
from cchc_desktop.domain.plan import Column
from cchc_desktop.domain.problems import Problem
from cchc_desktop.domain.text.folding import fold

# Words that are written twice rightly ('luôn luôn', 'từ từ'), without marks.
_TWICE = frozenset({"luon", "dan", "tu", "thuong", "ngay", "nam", "nguoi", "doi", "hang", "mai", "rat", "chi", "song"})
# Slips that plans are known to copy from each other, as folded words -> what is probably meant.
_SLIPS = (
    (re.compile(r"\bdon vi su nganh\b"), "đơn vị sự nghiệp"),
    (re.compile(r"\bphuong xa\b"), "phường hoặc xã"),
)
_DOUBLED = re.compile(r"\b([^\W\d]{2,}(?: [^\W\d]{2,})?)\s+\1\b", re.IGNORECASE)
_OTHER_LEVEL = {
    "phuong": re.compile(r"\b(?:ubnd|hdnd|uy ban nhan dan|hoi dong nhan dan) xa\b(?!\s*[,/-]?\s*(?:va )?phuong)"),
    "xa": re.compile(r"\b(?:ubnd|hdnd|uy ban nhan dan|hoi dong nhan dan) phuong\b(?!\s*[,/-]?\s*(?:va )?xa)"),
}
_LEVEL_NAMES = {"phuong": "phường", "xa": "xã"}


def doubts_of_sections(sections: Sequence[SectionNode], place: str) -> Iterator[Problem]:
    """Yield doubts about sections and items; `place` is the text that names the issuer ('' when unknown)."""
    level = level_of(place)
    for section in sections:
        if not section.items and section.line:
            yield about(
                section.line, None, f"Mục “{section.title}” không có nhiệm vụ nào.",
                "Kiểm tra các dòng dưới tên mục này trong tệp.",
            )  # fmt: skip
        yield from _numbers(section)
        for node in section.walk():
            yield from _empty_cells(node)
            yield from _words(node, level)


def doubts_of_indicators(rows: Sequence[IndicatorRow]) -> Iterator[Problem]:
    """Yield doubts about indicators: a missing target where the table has a column for it."""
    for row in rows:
        if Column.TARGET not in row.values and row.line.header.place(Column.TARGET) is not None:
            yield about(row.line, Column.TARGET, "Ô mức chỉ tiêu trống.", "Bổ sung mức chỉ tiêu nếu kế hoạch có giao.")


def level_of(place: str) -> str | None:
    """Return 'xa' or 'phuong', the level that the issuer's name begins with; None where it names neither."""
    match = re.search(r"(?:uy ban nhan dan|ubnd)\s+(xa|phuong)\b", fold(place))
    return match[1] if match else None


def _empty_cells(node: Node) -> Iterator[Problem]:
    if not node.values and any(part.values for part in node.walk()):
        return
    if not node.content:
        yield about(node.line, node.column, "Ô nội dung trống.", "Bổ sung nội dung nhiệm vụ.")
    for column, message, suggestion in _EXPECTED:
        if column not in node.values and node.line.header.place(column) is not None:
            yield about(node.line, column, message, suggestion)


_EXPECTED = (
    (Column.LEAD, "Ô cơ quan chủ trì trống.", "Bổ sung cơ quan chủ trì để theo dõi và đôn đốc được nhiệm vụ."),
    (Column.TIME, "Ô thời gian trống.", "Bổ sung thời hạn hoặc ghi “Thường xuyên”; ô trống là chưa có thời hạn."),
)  # fmt: skip


def _words(node: Node, level: str | None) -> Iterator[Problem]:
    time = node.values.get(Column.TIME, "")
    if time.count("(") != time.count(")") or time.count("[") != time.count("]"):
        yield about(
            node.line, Column.TIME, f"Thời gian “{time}” có dấu ngoặc thừa hoặc thiếu.", "Sửa lại dấu ngoặc nếu cần."
        )
    for column, text in ((node.column, node.content), *node.values.items()):
        yield from _writing(node.line, column, text, level)


def _writing(line: Line, column: Column, text: str, level: str | None) -> Iterator[Problem]:
    for match in _DOUBLED.finditer(text):
        if fold(match[1]) not in _TWICE:
            yield about(line, column, f"Từ viết lặp: “{match[0]}”.", "Sửa lại nếu đây là lỗi gõ.")
    folded = " ".join(fold(text).split())
    for slip, meant in _SLIPS:
        if slip.search(folded):
            yield about(line, column, f"Cách viết đáng ngờ, có thể là “{meant}”: “{text}”.", "Đối chiếu với bản gốc.")
    if level and (found := _OTHER_LEVEL[level].search(fold(text))):
        yield about(
            line, column, f"Viết “{text[found.start() : found.end()]}” trong kế hoạch của {_LEVEL_NAMES[level]}.",
            f"Kiểm tra xem có phải là “{_LEVEL_NAMES[level]}” không.",
        )  # fmt: skip


def _numbers(section: SectionNode) -> Iterator[Problem]:
    """Numbers that stand twice or leave a gap among items of one kind and depth in a section."""
    rows: dict[tuple[object, ...], list[Node]] = {}
    for node in section.walk():
        if node.bare and (match := re.fullmatch(r"((?:\w+\.)*)(\d+)", node.bare)):
            rows.setdefault((node.kind, match[1]), []).append(node)
    for nodes in rows.values():
        yield from _sequence(nodes)


def _sequence(nodes: Sequence[Node]) -> Iterator[Problem]:
    seen = {nodes[0].bare}
    for before, node in pairwise(nodes):
        last, this = (int(item.bare.rsplit(".", 1)[-1]) for item in (before, node))
        if node.bare in seen:
            yield about(
                node.line, _number_cell(node), f"Số “{node.bare}” đã dùng cho một dòng ở trên trong cùng mục.",
                "Đối chiếu số thứ tự với bản gốc.",
            )  # fmt: skip
        elif this > last + 1:
            yield about(
                node.line, _number_cell(node), f"Số thứ tự nhảy từ “{before.bare}” đến “{node.bare}”.",
                "Kiểm tra xem có thiếu dòng nào không.",
            )  # fmt: skip
        seen.add(node.bare)


def _number_cell(node: Node) -> Column:
    return node.column if node.label else Column.NUMBER
