"""The door of recognition: a raw document becomes a draft plan with its doubts, or is refused."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cchc_desktop.documents.raw import RawDocument, RawTable
from cchc_desktop.documents.recognise.doubts import doubts_of_indicators, doubts_of_sections
from cchc_desktop.documents.recognise.headers import TableKind
from cchc_desktop.documents.recognise.heading import read_heading, title_block
from cchc_desktop.documents.recognise.indicators import read_indicators
from cchc_desktop.documents.recognise.tables import Block, lay_out
from cchc_desktop.documents.recognise.tasks import read_tasks
from cchc_desktop.domain.doubts import Slip
from cchc_desktop.domain.draft import DraftPlan
from cchc_desktop.domain.errors import RefusedFile
from cchc_desktop.domain.plan import AppendixForm, SectionRows
from cchc_desktop.domain.problems import Problem

_NO_TABLE = (
    "Không tìm thấy bảng nhiệm vụ hay chỉ tiêu trong tệp: cần một bảng có dòng tiêu đề với cột nội dung nhiệm vụ"
    " (hoặc chỉ tiêu) và các cột như cơ quan chủ trì, thời gian, sản phẩm (hoặc đơn vị tính, mức chỉ tiêu)."
)


def recognise(document: RawDocument, slips: Sequence[Slip] = ()) -> DraftPlan:
    """Return the plan that a file holds, words as written; raises RefusedFile where it holds none.

    `slips` are mistakes that plans are known to copy from each other; they are told, never mended.
    """
    layout = lay_out(document)
    task_blocks = [block for block in layout.blocks if block.header.kind is TableKind.TASKS]
    indicator_blocks = [block for block in layout.blocks if block.header.kind is TableKind.INDICATORS]
    tasks, indicators = read_tasks(task_blocks), read_indicators(indicator_blocks)
    if not any(section.items for section in tasks.sections) and not indicators.rows:
        raise RefusedFile(_NO_TABLE)
    blocks = [title_block(block.above) for block in (*task_blocks, *indicator_blocks)]
    heading = read_heading(layout.free_lines, blocks)
    place = heading.issuer or " ".join(line for lines in blocks for line in lines)
    problems = [
        *layout.problems,
        *tasks.problems,
        *doubts_of_sections(tasks.sections, place, slips),
        *indicators.problems,
        *doubts_of_indicators(indicators.rows),
    ]
    return DraftPlan(
        sections=tuple(section.draft() for section in tasks.sections),
        indicators=tuple(row.draft() for row in indicators.rows),
        title=heading.title,
        kind=heading.kind,
        period=heading.period,
        issuer=heading.issuer,
        document=heading.document,
        form=_form(task_blocks, tasks.shape),
        indicator_form=_form(indicator_blocks, indicators.shape),
        problems=(*document.problems, *_in_reading_order(document, problems)),
    )


def _form(blocks: Sequence[Block], shape: SectionRows | None) -> AppendixForm | None:
    if not blocks:
        return None
    return AppendixForm(title_block(blocks[0].above), blocks[0].header.columns, shape or SectionRows.SPLIT)


def _in_reading_order(document: RawDocument, problems: Iterable[Problem]) -> list[Problem]:
    tables = [block.name for block in document.blocks if isinstance(block, RawTable)]
    places = {name: index for index, name in reversed(list(enumerate(tables)))}
    return sorted(problems, key=lambda problem: (places.get(problem.table, len(places)), problem.row or 0))
