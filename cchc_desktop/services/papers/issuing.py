"""Who issues a paper and which plan it cites, from the office's profile, its layout and the plan."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from cchc_desktop.domain.agencies.spelling import in_running_text
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.office import OfficeProfile, Signer, suggest_letterhead
from cchc_desktop.domain.papers.followup import CitedPlan, Issuer
from cchc_desktop.domain.papers.layout_profile import AS_NEEDED, LayoutProfile, Letterhead
from cchc_desktop.domain.papers.words import day_words
from cchc_desktop.domain.plan import Plan
from cchc_desktop.services.layout_profiles import layout_profile
from cchc_desktop.services.office import office_profile
from cchc_desktop.services.workspace import Workspace

_OF_A_TYPE = re.compile(
    r"(NQ|QĐ|CT|QC|QyĐ|TC|TB|HD|CTr|KH|PA|ĐA|DA|BC|BB|TTr|HĐ|CĐ|BGN|BTT|GUQ|GM|GGT|GNP|PG|PC|PB)\b", re.IGNORECASE
)
"""Abbreviations of the types of documents (Decree 30/2020/NĐ-CP, appendix III, part I): a letter has none of them."""


@dataclass(frozen=True, slots=True)
class PaperChoices:
    """What a person chooses for one paper: a letterhead of the layout by its name ('': the office's own), who signs.

    `orientation` turns its pages of tables (`layout_profile.ORIENTATIONS`; '': as the layout says).
    """

    letterhead: str = ""
    signer: Signer | None = None
    orientation: str = AS_NEEDED


def issuer_of(workspace: Workspace, plan: Plan, choices: PaperChoices | None = None) -> Issuer:
    """Return who issues a paper about a plan; InvalidInput for a letterhead that the layout does not have."""
    choices = choices or PaperChoices()
    office, layout = office_profile(workspace), paper_layout(workspace, choices)
    name = office.name or in_running_text(plan.issuer or "")
    chosen = _chosen(layout, choices.letterhead)
    return Issuer(
        lines=chosen.lines if chosen else office.letterhead or suggest_letterhead(name),
        name=name,
        place=office.place,
        symbol=chosen.symbol if chosen else _letter_symbol(office.symbols),
        signer=choices.signer or _usual_signer(office, plan),
        standing_office=office.standing_office,
        layout=layout,
    )


def paper_layout(workspace: Workspace, choices: PaperChoices | None = None) -> LayoutProfile:
    """Return how a paper looks: by the office's layout, turned where a person chose so."""
    layout = layout_profile(workspace)
    return replace(layout, orientation=choices.orientation) if choices and choices.orientation else layout


def _chosen(layout: LayoutProfile, name: str) -> Letterhead | None:
    if not name:
        return None
    found = next((one for one in layout.letterheads if one.name == name), None)
    if found is None:
        raise InvalidInput(f"Không có tiêu đề văn bản “{name}”. Hãy chọn tiêu đề khác hoặc thêm trong Thiết lập.")
    return found


def _letter_symbol(symbols: Iterable[str]) -> str:
    """Return the office's first symbol that is of no type of document ('UBND-VHXH'): a letter has such a one."""
    return next((symbol for symbol in symbols if not _OF_A_TYPE.match(symbol)), "")


def _usual_signer(office: OfficeProfile, plan: Plan) -> Signer:
    if office.signers:
        return office.signers[0]
    return Signer(plan.signer_name or "", tuple((plan.signer_capacity or "").splitlines()))


def cited_plan(plan: Plan) -> CitedPlan:
    """Return a plan as papers cite it: its title and the document that issued it, as far as they are known."""
    return CitedPlan(plan.id, plan.title, _cited(plan))


def _cited(plan: Plan) -> str:
    """Return the words; a title in capitals is that of an appendix, and gives way to its document in running text."""
    document = plan.document
    if not document.number and not plan.title.isupper():
        return plan.title
    kind = document.type or "Kế hoạch"
    day = document.date
    dated = f" {day_words(day.day, day.month, day.year)}" if day else ""
    by = f" của {in_running_text(plan.issuer)}" if plan.issuer else ""
    issued = f"{kind} số {document.number or _BLANK}{dated}{by}"
    is_plan = kind.lower() == "kế hoạch"
    if plan.title.isupper():
        return issued if is_plan else f"{_WHAT} ban hành kèm theo {issued}"
    return f"{plan.title} ({issued if is_plan else f'ban hành kèm theo {issued}'})"


_BLANK = "…"
_WHAT = "nhiệm vụ cải cách hành chính"
