"""Use cases on the words of reports: drafted from the office's template, edited, kept with period and plans."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cchc_desktop.domain.changes import Changes, Operation
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.papers.report import Report
from cchc_desktop.domain.papers.report_drafting import draft_report
from cchc_desktop.domain.papers.report_template import ReportTemplate, template_from_json
from cchc_desktop.domain.papers.report_text import (
    ReportDraft,
    changed_figures,
    draft_from_json,
    draft_to_json,
    with_present_figures,
)
from cchc_desktop.services.papers.report import report as gather
from cchc_desktop.services.titles import about
from cchc_desktop.services.workspace import Workspace

TEMPLATE = "report.template"
"""Name of the setting with the office's own template of reports (see `domain.papers.report_template`)."""


def text_setting(period_key: str, plan_ids: Sequence[int]) -> str:
    """Return the name of the setting with the edited words of a report: '2025-Q3' over some plans."""
    return f"report.text.{period_key}.{'+'.join(map(str, sorted(set(plan_ids))))}"


def report_template(workspace: Workspace, usual: ReportTemplate) -> ReportTemplate:
    """Return the office's template, the usual one where it has none that can be read."""
    kept = workspace.history.setting(TEMPLATE, {})
    if not kept:
        return usual
    try:
        return template_from_json(kept)
    except InvalidInput:  # written by a newer program
        return usual


def save_report_template(workspace: Workspace, values: Mapping[str, Any]) -> Changes:
    """Store the office's template; InvalidInput for an unknown field, list or condition, or braces that do not pair."""
    template_from_json(values)
    with workspace.units(Operation("report.template", "Sửa mẫu báo cáo")) as unit:
        unit.settings.put(TEMPLATE, dict(values))
        return unit.commit()


def reset_report_template(workspace: Workspace) -> Changes:
    """Go back to the program's template."""
    with workspace.units(Operation("report.template", "Dùng lại mẫu báo cáo của chương trình")) as unit:
        unit.settings.put(TEMPLATE, {})
        return unit.commit()


def kept_draft(workspace: Workspace, period_key: str, plan_ids: Sequence[int]) -> ReportDraft | None:
    """Return the words that somebody edited for a report, None where nobody did."""
    return _read(workspace.history.setting(text_setting(period_key, plan_ids), {}))


def report_draft(workspace: Workspace, report: Report, usual: ReportTemplate) -> ReportDraft:
    """Return the words of a report: the edited ones as they were left, else drafted anew with figures as they are."""
    kept = kept_draft(workspace, report.period.key, report.plan_ids)
    return kept or draft_report(report, report_template(workspace, usual))


@dataclass(frozen=True, slots=True)
class ReportWords:
    """What the editor of a report's words shows; `is_kept`: somebody edited them before."""

    report: Report
    draft: ReportDraft
    is_kept: bool


def report_words(workspace: Workspace, period_key: str, plan_ids: Sequence[int], usual: ReportTemplate) -> ReportWords:
    """Return the words of a report with what it counts now; NotFound, InvalidInput."""
    report = gather(workspace, plan_ids, period_key)
    is_kept = kept_draft(workspace, report.period.key, report.plan_ids) is not None
    return ReportWords(report, report_draft(workspace, report, usual), is_kept)


def save_report_text(workspace: Workspace, period_key: str, plan_ids: Sequence[int], draft: ReportDraft) -> Changes:
    """Keep the edited words of a report with its period; InvalidInput.

    The words may change for ever. The figures of a closed period may not: one that shows neither what was kept nor
    what the edited words already had is refused.
    """
    report = gather(workspace, plan_ids, period_key)
    name = text_setting(report.period.key, plan_ids)
    with workspace.units(Operation("report.text", about("Sửa nội dung báo cáo", report.period.title))) as unit:
        if report.is_locked:
            _refuse_other_figures(draft, _read(unit.settings.value(name, {})), report)
        unit.settings.put(name, draft_to_json(draft))
        return unit.commit()


def take_present_figures(workspace: Workspace, period_key: str, plan_ids: Sequence[int]) -> Changes:
    """Let the edited words show the figures as they are now; InvalidInput where nobody edited them."""
    draft = kept_draft(workspace, period_key, plan_ids)
    if draft is None:
        raise InvalidInput("Nội dung báo cáo này chưa sửa nên số liệu luôn là số liệu mới nhất.")
    report = gather(workspace, plan_ids, period_key)
    with workspace.units(Operation("report.figures", about("Cập nhật số liệu báo cáo", report.period.title))) as unit:
        unit.settings.put(text_setting(report.period.key, plan_ids), draft_to_json(with_present_figures(draft, report)))
        return unit.commit()


def reset_report_text(workspace: Workspace, period_key: str, plan_ids: Sequence[int]) -> Changes:
    """Drop the edited words: the report is drafted from the template again (undo brings them back)."""
    with workspace.units(Operation("report.text", "Soạn lại báo cáo theo mẫu")) as unit:
        name = text_setting(period_key, plan_ids)
        if unit.settings.value(name, {}):
            unit.settings.put(name, {})
        return unit.commit()


def _read(values: Any) -> ReportDraft | None:
    if not values:
        return None
    try:
        return draft_from_json(values)
    except (KeyError, TypeError, ValueError):  # written by a newer program
        return None


def _refuse_other_figures(draft: ReportDraft, before: ReportDraft | None, report: Report) -> None:
    had = {(live.name, live.shown) for _, live in before.figures()} if before else set()
    for changed in changed_figures(draft, report):
        if (changed.name, changed.shown) not in had:
            raise InvalidInput(
                f"Kỳ “{report.period.title}” đã chốt số liệu nên không đổi được số {changed.shown}"
                + (f" (số đã chốt: {changed.now})." if changed.now is not None else ".")
                + " Hãy giữ số đã chốt, hoặc hoàn tác việc chốt số liệu trước khi sửa."
            )
