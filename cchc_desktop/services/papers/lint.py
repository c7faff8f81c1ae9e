"""The check before printing: what is worth a look before a paper of a plan goes out; it warns, it forbids nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cchc_desktop.domain.doubts import DoubtKind, Slip
from cchc_desktop.domain.evidence.register import EvidenceDocument
from cchc_desktop.domain.followup.rollups import RollUp
from cchc_desktop.domain.followup.status import Status
from cchc_desktop.domain.followup.unclear_results import Unclear, unclear_of
from cchc_desktop.domain.items import ItemKind, WorkItem
from cchc_desktop.domain.papers.report import BEFORE, Report
from cchc_desktop.domain.papers.report_figures import COUNTED_NAMES, Counted, ReportGroup
from cchc_desktop.domain.papers.report_text import changed_figures
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.domain.text.folding import fold_words
from cchc_desktop.services.doubts import dismissed, doubts_of
from cchc_desktop.services.evidence import without_evidence
from cchc_desktop.services.followup import FollowedPlan, FollowPicture, picture_of
from cchc_desktop.services.overview import overview
from cchc_desktop.services.papers.report import report as gather
from cchc_desktop.services.papers.report_texts import kept_draft
from cchc_desktop.services.workspace import Workspace


class FindingCode(StrEnum):
    """What a finding is about; the codes are part of the command line's contract."""

    TOTALS_DIFFER = "totals_differ"
    FIGURE_CHANGED = "figure_changed"
    NO_LEAD = "no_lead"
    COUNTED_TWICE = "counted_twice"
    DONE_WITHOUT_DATE = "done_without_date"
    DONE_WITHOUT_EVIDENCE = "done_without_evidence"
    NO_NUMBER = "no_number"
    NO_DATE = "no_date"
    NOT_ANSWERED = "not_answered"
    TYPING = "typing"
    UNCLEAR_TIME = "unclear_time"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing worth a look; `item_id` is the task to jump to, None where it is none (`rows`: the tasks meant)."""

    code: FindingCode
    item_id: int | None
    message: str
    rows: tuple[int, ...] = ()


def lint(
    workspace: Workspace, plan_id: int, period_key: str | None = None, slips: Sequence[Slip] = ()
) -> Sequence[Finding]:
    """Return what is worth a look before the papers of a plan go out, the plan's own first; NotFound, InvalidInput.

    `period_key` is the report that is to go out, without it the one of the period at hand. `slips` are those of the
    seed. A superior's plan is checked for its words alone.
    """
    of = picture_of(workspace, workspace.clock.today(), [plan_id])
    plan = of.plans[plan_id]
    found = [*_of_document(plan.tree.plan), *_without_lead(plan.tree)]
    if not plan.tree.plan.superior:
        report = _report(workspace, plan, period_key)
        found += [*_totals(workspace, report), *changed_words(workspace, report)] if report else []
        found += [*_counted_twice(plan), *_undated(plan), *_not_answered(of, plan_id, report)]
        found += _unproven(of, workspace.queries.documents())
    return (*found, *_doubts(workspace, plan.tree, slips))


def _report(workspace: Workspace, plan: FollowedPlan, period_key: str | None) -> Report | None:
    key = period_key or (plan.status.period.key if plan.status.period else None)
    return gather(workspace, [plan.tree.plan.id], key) if key else None


# --- the plan ----------------------------------------------------------------------------------------------------


def _of_document(plan: Plan) -> Iterator[Finding]:
    if not (plan.document.number or "").strip():
        yield Finding(FindingCode.NO_NUMBER, None, "Kế hoạch chưa có số, ký hiệu văn bản. In ra để trống cho văn thư.")
    if plan.document.date is None:
        yield Finding(FindingCode.NO_DATE, None, "Kế hoạch chưa có ngày ban hành. In ra để trống cho văn thư.")


def _without_lead(tree: PlanTree) -> Iterator[Finding]:
    """Yield the rows with nothing below them that have no lead, neither their own nor that of a row above."""
    for section in tree.sections:
        for item, _ in tree.walk(section.id):
            if not tree.children(item) and not _has_lead(tree, item):
                yield Finding(FindingCode.NO_LEAD, item.id, f"Nhiệm vụ {_named(item)} chưa có cơ quan chủ trì.")


def _has_lead(tree: PlanTree, item: WorkItem) -> bool:
    if item.lead or (item.lead_words or "").strip():
        return True
    return item.parent_id is not None and _has_lead(tree, tree.items[item.parent_id])


def _counted_twice(plan: FollowedPlan) -> Iterator[Finding]:
    """Yield the counted tasks that repeat the words, the lead and the time of an earlier one."""
    seen: dict[tuple[str, ...], WorkItem] = {}
    for one in plan.status.items:
        item = one.item
        if item.kind is ItemKind.SUB_ITEM:
            continue
        words = (item.content, item.lead_words, item.time_words)
        key = (*(" ".join(fold_words(part or "").split()) for part in words), _above(plan.tree, item))
        first = seen.setdefault(key, item)
        if first is not item:
            same = f"trùng nội dung, cơ quan chủ trì và thời hạn với nhiệm vụ {_named(first)}"
            yield Finding(FindingCode.COUNTED_TWICE, item.id, f"Nhiệm vụ {_named(item)} {same}, nên bị tính hai lần.")


def _above(tree: PlanTree, item: WorkItem) -> str:
    """Return what a task stands under: the same activity under two tasks is two."""
    return tree.items[item.parent_id].content if item.parent_id is not None else ""


# --- the results -------------------------------------------------------------------------------------------------


def _undated(plan: FollowedPlan) -> Iterator[Finding]:
    """Yield what Việc đến hạn lists under 'Cần bổ sung' for want of a date, result by result."""
    for item_id, found in plan.status.statuses.items():
        for one in found.milestones:
            if unclear_of(one) is Unclear.NO_DAY:
                message = f"Nhiệm vụ {_named(plan.tree.items[item_id])} đã hoàn thành nhưng chưa có ngày hoàn thành."
                yield Finding(FindingCode.DONE_WITHOUT_DATE, item_id, message)


def _unproven(of: FollowPicture, documents: Sequence[EvidenceDocument]) -> Iterator[Finding]:
    for one in without_evidence(of, documents):
        message = f"Nhiệm vụ {_quoted(one.number, one.content)} đã hoàn thành nhưng chưa có tài liệu kiểm chứng."
        yield Finding(FindingCode.DONE_WITHOUT_EVIDENCE, one.item_id, message)


def _not_answered(of: FollowPicture, plan_id: int, report: Report | None) -> Iterator[Finding]:
    """Yield the offices that owe words for the period at hand, as Tổng quan has them."""
    seen = overview(of, plan_id)
    if report is None or seen is None:
        return
    if seen.period is None or seen.period.key != report.period.key:
        for one in report.not_answered:
            yield _missing(one.agency, one.owed - one.given, one.owed, report.period.title, one.item_ids)
        return
    for agency in seen.updates:
        if not agency.is_complete:
            owed = len(agency.owed)
            yield _missing(agency.name, owed - agency.given, owed, seen.period.title, agency.missing)


def _missing(agency: str, missing: int, owed: int, period: str, rows: tuple[int, ...]) -> Finding:
    name = agency or "Cơ quan chưa xác định"
    message = f"{name} chưa gửi số liệu {missing}/{owed} nhiệm vụ của kỳ “{period}”."
    return Finding(FindingCode.NOT_ANSWERED, None, message, rows)


# --- the figures -------------------------------------------------------------------------------------------------

_COMPARED: Mapping[Counted, Callable[[RollUp], int]] = {
    Counted.TOTAL: lambda roll_up: roll_up.total,
    Counted.EXPECTED: lambda roll_up: roll_up.expected,
    Counted.DONE: lambda roll_up: roll_up.done,
    Counted.OVERDUE: lambda roll_up: roll_up.counts.get(Status.OVERDUE, 0),
}
"""The totals that the report and Tổng quan both show, as Tổng quan counts them."""


def _totals(workspace: Workspace, report: Report) -> Iterator[Finding]:
    """Yield the totals of the report that its appendix or Tổng quan of the same day has otherwise."""
    figures, (plan_id,) = report.figures, report.plan_ids
    seen = overview(picture_of(workspace, report.as_of, [plan_id]), plan_id)
    for counted, of_screen in _COMPARED.items():
        total, name = figures.count(counted), COUNTED_NAMES[counted]
        for words, groups in (("theo lĩnh vực", figures.areas), ("theo cơ quan", figures.agencies)):
            summed = _summed(report, counted, groups)
            if summed != total:
                yield _differs(f"{name}: báo cáo là {total}, cộng {words} là {summed}.")
        shown = of_screen(seen.total if seen else RollUp({}))
        if shown != total:
            yield _differs(f"{name}: báo cáo là {total}, Tổng quan là {shown}{_why(report)}.")


def _summed(report: Report, counted: Counted, groups: Sequence[ReportGroup]) -> int:
    return sum(report.figures.count(counted, group.scope) for group in groups)


def _why(report: Report) -> str:
    return " (kỳ này đã chốt số liệu, dữ liệu có thay đổi sau khi chốt)" if report.is_locked else ""


def _differs(message: str) -> Finding:
    return Finding(FindingCode.TOTALS_DIFFER, None, message)


def changed_words(workspace: Workspace, report: Report) -> Iterator[Finding]:
    """Yield the figures of the edited words that are other ones now."""
    draft = kept_draft(workspace, report.period.key, report.plan_ids)
    for one in changed_figures(draft, report) if draft else ():
        now = f"nay là {one.now}" if one.now is not None else "nay không còn trong kế hoạch"
        message = f"Nội dung báo cáo đã sửa ghi {_figure_name(one.name)} là {one.shown}, {now}."
        yield Finding(FindingCode.FIGURE_CHANGED, None, message)


def _figure_name(name: str) -> str:
    base = name.partition("/")[0].removesuffix(BEFORE)
    known = {counted.value: words for counted, words in COUNTED_NAMES.items()}
    return f"“{known.get(base, 'Tỷ lệ hoàn thành')}”"


# --- the words ---------------------------------------------------------------------------------------------------


def _doubts(workspace: Workspace, tree: PlanTree, slips: Sequence[Slip]) -> Iterator[Finding]:
    put_away = dismissed(workspace)
    for section in tree.sections:
        for item, _ in tree.walk(section.id):
            for doubt in doubts_of(item, tree.plan, slips):
                is_time = doubt.kind is DoubtKind.SCHEDULE
                if doubt.key not in put_away and not (is_time and _is_heading(tree, item)):
                    code = FindingCode.UNCLEAR_TIME if is_time else FindingCode.TYPING
                    yield Finding(code, item.id, f"Nhiệm vụ {_named(item)}: {doubt.sentence}")


def _is_heading(tree: PlanTree, item: WorkItem) -> bool:
    """Whether a row has no time of its own because it only groups what is below it."""
    return not (item.time_words or "").strip() and bool(tree.children(item))


def _named(item: WorkItem) -> str:
    return _quoted(item.ordinal or item.number or item.label or "", item.content)


_LONGEST = 80


def _quoted(number: str, content: str) -> str:
    words = " ".join(content.split())
    short = words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
    bare = number.strip().rstrip(".:)")
    return f"{bare} “{short}”" if bare else f"“{short}”"
