"""Doubts about the words and numbers of items: written as they are, shown to a person, never mended in silence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cchc_desktop.documents.recognise.indicators import IndicatorRow
from cchc_desktop.documents.recognise.nodes import Node, SectionNode
from cchc_desktop.documents.recognise.notices import about
from cchc_desktop.domain.doubts import DoubtKind, Slip, WordDoubt, doubtful_words, has_odd_brackets, level_of
from cchc_desktop.domain.plan import Column
from cchc_desktop.domain.problems import Problem


def doubts_of_sections(sections: Sequence[SectionNode], place: str, slips: Sequence[Slip] = ()) -> Iterator[Problem]:
    """Yield doubts about sections and items.

    `place` is the text that names the issuer ('' when unknown), `slips` what plans are known to copy by mistake.
    """
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
            yield from _words(node, level, slips)


def doubts_of_indicators(rows: Sequence[IndicatorRow]) -> Iterator[Problem]:
    """Yield doubts about indicators: a missing target where the table has a column for it."""
    for row in rows:
        if Column.TARGET not in row.values and row.line.header.place(Column.TARGET) is not None:
            yield about(row.line, Column.TARGET, "Ô mức chỉ tiêu trống.", "Bổ sung mức chỉ tiêu nếu kế hoạch có giao.")


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


def _words(node: Node, level: str | None, slips: Sequence[Slip]) -> Iterator[Problem]:
    time = node.values.get(Column.TIME, "")
    if has_odd_brackets(time):
        yield about(
            node.line, Column.TIME, f"Thời gian “{time}” có dấu ngoặc thừa hoặc thiếu.", "Sửa lại dấu ngoặc nếu cần."
        )
    for column, text in ((node.column, node.content), *node.values.items()):
        for doubt in doubtful_words(text, level, slips):
            yield about(node.line, column, *_told(doubt, text))


def _told(doubt: WordDoubt, text: str) -> tuple[str, str]:
    """Return what is said about doubtful words, and what to do."""
    if doubt.kind is DoubtKind.DOUBLED:
        return f"Từ viết lặp: “{doubt.words}”.", "Sửa lại nếu đây là lỗi gõ."
    if doubt.kind is DoubtKind.SLIP:
        return f"Cách viết đáng ngờ, có thể là “{doubt.meant}”: “{text}”.", "Đối chiếu với bản gốc."
    message = f"Viết “{doubt.words}” trong kế hoạch của {doubt.meant}."
    return message, f"Kiểm tra xem có phải là “{doubt.meant}” không."


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
