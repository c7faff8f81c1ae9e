"""A plan of some tasks as papers: its appendix alone, and the report of a year with its charts; plain data, pickled."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from cchc_desktop import wiring
from cchc_desktop.domain.draft import DraftItem, DraftPlan, DraftSection
from cchc_desktop.domain.followup.records import Progress
from cchc_desktop.domain.items import ItemKind
from cchc_desktop.domain.numbering import to_roman
from cchc_desktop.domain.periods import Period
from cchc_desktop.services import exchange, recording
from cchc_desktop.services.exchange import ImportChoices
from cchc_desktop.services.followup import followed_plan
from cchc_desktop.services.papers import reporting, writing
from cchc_desktop.services.workspace import Workspace

_AREAS = (
    "Chỉ đạo, điều hành cải cách hành chính", "Cải cách thể chế", "Cải cách thủ tục hành chính",
    "Cải cách tổ chức bộ máy hành chính nhà nước", "Cải cách chế độ công vụ", "Cải cách tài chính công",
    "Xây dựng và phát triển chính quyền số",
)  # fmt: skip
_YEAR = Period(date(2025, 1, 1), date(2025, 12, 31))
_DONE_EVERY = 4  # tasks with dates


def make_papers(rows: Sequence[Sequence[str]], folder: Path) -> dict[str, Path]:
    """Store a plan with these tasks and some results; return the files with the data of the papers by their names.

    A row is number, content, lead, coordinating agencies, time, product.
    """
    with wiring.open_workspace(folder / "papers.db") as workspace:
        plan_id = exchange.import_plan(workspace, _draft(rows), ImportChoices()).plan_id
        assert plan_id is not None
        _record(workspace, plan_id)
        choices = reporting.ReportChoices(charts=True)
        papers = {
            "appendix": writing.gather(workspace, plan_id, "appendix", _YEAR.end),
            "charts": reporting.report_paper(workspace, [plan_id], "2025", wiring.report_template(), choices),
        }
    files = {name: folder / f"{name}.pickle" for name in papers}
    for name, file in files.items():
        file.write_bytes(pickle.dumps(papers[name]))
    return files


def _draft(rows: Sequence[Sequence[str]]) -> DraftPlan:
    items = [
        DraftItem(
            ItemKind.TASK,
            content,
            number,
            lead_words=lead,
            coordinating_words=others,
            time_words=time,
            product=product,
        )
        for number, content, lead, others, time, product in rows
    ]
    sections = tuple(
        DraftSection(to_roman(place + 1), title, tuple(items[place :: len(_AREAS)]))
        for place, title in enumerate(_AREAS)
    )
    return DraftPlan(title="Kế hoạch cải cách hành chính năm 2025", period=_YEAR, sections=sections)


def _record(workspace: Workspace, plan_id: int) -> None:
    values: recording.RecordValues = {"progress": Progress.DONE, "done_on": _YEAR.start, "result": "Đã ban hành"}
    for one in followed_plan(workspace, plan_id, _YEAR.end).status.items[::_DONE_EVERY]:
        dated = (milestone for milestone in one.milestones if milestone.due is not None)
        recording.record(workspace, [(one.item.id, milestone.occurrence, values) for milestone in dated])
