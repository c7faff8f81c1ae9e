"""Plans as the JSON documents of the command line's contract: plain dicts, integers, ISO dates, null for empty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from cchc_desktop.domain.agencies.agency import Agency
from cchc_desktop.domain.agencies.likeness import DuplicateGroup
from cchc_desktop.domain.bin import BinEntry
from cchc_desktop.domain.changes import Changes, EntityKind
from cchc_desktop.domain.followup.rollups import RollUp
from cchc_desktop.domain.history import LoggedOperation
from cchc_desktop.domain.indicators.indicator import Indicator
from cchc_desktop.domain.indicators.values import IndicatorValue, Judgement
from cchc_desktop.domain.items import AgencyLink, WorkItem, bare_number
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import Plan, PlanSummary, Section
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.domain.ports import CheckReport
from cchc_desktop.domain.schedule.model import schedule_to_json
from cchc_desktop.services.agencies import AgencyLine
from cchc_desktop.services.exchange import ImportResult
from cchc_desktop.services.followup import DueLine, FollowedPlan
from cchc_desktop.services.history import Deed
from cchc_desktop.services.measuring import value_words
from cchc_desktop.services.recording import Recorded
from cchc_desktop.services.search import ItemHit

Json = dict[str, Any]


def import_view(result: ImportResult) -> Json:
    """Return the answer of `import`."""
    return {
        "plan_id": result.plan_id,
        "sections": result.sections,
        "items": result.items,
        "indicators": result.indicators,
        "problems": [asdict(problem) for problem in result.problems],
    }


def plans_view(plans: Sequence[PlanSummary]) -> list[Json]:
    """Return the answer of `plans`."""
    return [
        {
            "id": plan.id,
            "title": plan.title,
            "kind": str(plan.kind),
            "period": period_view(plan.period),
            "items": plan.items,
        }
        for plan in plans
    ]


def plan_view(tree: PlanTree) -> Json:
    """Return the answer of `show`."""
    return {
        "plan": _plan(tree.plan),
        "sections": [_section(tree, section) for section in tree.sections],
        "indicators": [_indicator(indicator) for indicator in tree.indicators],
    }


def period_view(period: Period) -> Json:
    """Return a period with ISO dates."""
    return {"start": period.start.isoformat(), "end": period.end.isoformat()}


def check_view(report: CheckReport) -> Json:
    """Return the answer of `check`."""
    return {
        "ok": not report.problems,
        "problems": list(report.problems),
        "counts": report.counts,
        "schema_version": report.schema_version,
    }


def hits_view(hits: Sequence[ItemHit]) -> list[Json]:
    """Return the answer of `search`."""
    return [
        {"item_id": hit.item_id, "plan_id": hit.plan_id, "content": hit.content, "matched": list(hit.matched)}
        for hit in hits
    ]


def _plan(plan: Plan) -> Json:
    document = plan.document
    return {
        "id": plan.id,
        "title": plan.title,
        "kind": str(plan.kind),
        "period": period_view(plan.period),
        "document": {
            "type": document.type,
            "number": document.number,
            "date": document.date.isoformat() if document.date else None,
        },
        "issuer": plan.issuer,
    }


def _section(tree: PlanTree, section: Section) -> Json:
    return {
        "number": bare_number(section.number),
        "title": section.title,
        "area": str(section.area),
        "items": [_item(tree, item) for item in tree.roots(section.id)],
    }


def _item(tree: PlanTree, item: WorkItem) -> Json:
    return {
        "id": item.id,
        "kind": str(item.kind),
        "number": bare_number(item.number),
        "label": item.label,
        "content": item.content,
        "lead": _names(item.lead),
        "coordinating": _names(item.coordinating),
        "time": item.time_words,
        "product": item.product,
        "funding": item.funding,
        "schedule": schedule_to_json(tree.schedule(item)),
        "children": [_item(tree, child) for child in tree.children(item)],
    }


def _names(links: Sequence[AgencyLink]) -> list[str]:
    return [link.words for link in links]


def _indicator(indicator: Indicator) -> Json:
    return {
        "group": indicator.group_title,
        "number": bare_number(indicator.number),
        "text": indicator.text,
        "unit": indicator.unit,
        "target": indicator.target_words,
        "agency": indicator.agency_words,
    }


def deed_view(deed: Deed) -> Json:
    """Return the answer of `undo` and `redo`."""
    return {"operation_id": deed.changes.operation_id, "title": deed.title, "plan_id": deed.changes.plan_id}


def log_view(operations: Sequence[LoggedOperation]) -> list[Json]:
    """Return the answer of `log`; moments in UTC."""
    return [
        {
            "id": operation.id,
            "title": operation.title,
            "kind": operation.kind,
            "at": operation.at.isoformat(),
            "who": operation.who,
            "plan_id": operation.plan_id,
            "changes": operation.changes,
            "undoes": operation.undoes,
            "undone": operation.undone,
        }
        for operation in operations
    ]


def bin_view(entries: Sequence[BinEntry]) -> list[Json]:
    """Return the answer of `trash`; `items` counts all items, `parts` the sub-items among them."""
    return [
        {
            **asdict(entry),
            "kind": str(entry.kind),
            "deleted_at": entry.deleted_at.isoformat(),
            "items": entry.items + entry.parts,
        }
        for entry in entries
    ]


def agencies_view(lines: Sequence[AgencyLine]) -> list[Json]:
    """Return the answer of `agencies`; members of groups by their ids."""
    return [
        {
            **_agency(line.agency),
            "uses": {
                "lead": line.lead,
                "coordinating": line.coordinating,
                "indicators": line.indicators,
                "plans": line.plans,
                "groups": list(line.groups),
            },
        }
        for line in lines
    ]


def _agency(agency: Agency) -> Json:
    return {
        "id": agency.id,
        "name": agency.name,
        "kind": str(agency.kind),
        "short_name": agency.short_name,
        "aliases": list(agency.aliases),
        "members": list(agency.member_ids),
        "valid_from": agency.valid_from.isoformat() if agency.valid_from else None,
        "valid_to": agency.valid_to.isoformat() if agency.valid_to else None,
        "head": agency.head,
        "contact": agency.contact,
        "note": agency.note,
    }


def duplicates_view(groups: Sequence[DuplicateGroup]) -> list[Json]:
    """Return the answer of `agencies duplicates`: what one decision would merge, the surest first."""
    return [
        {
            "keep": {"id": group.keep.id, "name": group.keep.name},
            "others": [
                {"id": like.agency.id, "name": like.agency.name, "reason": like.reason} for like in group.others
            ],
            "strength": group.strength.name.lower(),
        }
        for group in groups
    ]


def merge_view(keep_id: int, changes: Changes) -> Json:
    """Return the answer of `agencies merge`: the agency that is kept, and how many rows follow it."""
    return {
        "operation_id": changes.operation_id,
        "agency_id": keep_id,
        "items": len(changes.ids(EntityKind.ITEM)),
        "indicators": len(changes.ids(EntityKind.INDICATOR)),
    }


def due_view(lines: Sequence[DueLine]) -> list[Json]:
    """Return the answer of `due`; what waits or has no date has `due` null."""
    return [
        {
            "item_id": line.item.id,
            "plan_id": line.plan.id,
            "content": line.item.content,
            "lead": _names(line.item.lead),
            "occurrence": line.row.occurrence,
            "due": line.row.due.isoformat() if line.row.due else None,
            "status": str(line.row.status.status),
            "late_days": line.row.late_days,
        }
        for line in lines
    ]


def status_view(followed: FollowedPlan, agencies: Mapping[int, str]) -> Json:
    """Return the answer of `status`: every followed item, then counts that each add up to the plan's tasks.

    Sub-rows are counted apart; `overdue` counts late ones with the tasks. An agency without id is none that is known.
    """
    status = followed.status
    agency_ids = dict.fromkeys((*status.by_agency, *status.sub_items_by_agency))
    return {
        "items": [{"item_id": item_id, "status": str(found.status)} for item_id, found in status.statuses.items()],
        "by_section": [
            {
                "section_id": section.id,
                "title": section.title,
                **roll_up_view(status.by_section[section.id]),
                "overdue": status.overdue_in(section.id),
            }
            for section in followed.tree.sections
            if section.id in status.by_section
        ],
        "by_agency": [
            {
                "agency_id": id_,
                "name": agencies.get(id_) if id_ is not None else None,
                **roll_up_view(status.by_agency.get(id_, RollUp({}))),
                "overdue": status.overdue_of(id_),
            }
            for id_ in agency_ids
        ],
        "total": roll_up_view(status.total),
        "sub_items": roll_up_view(status.sub_items),
    }


def roll_up_view(roll_up: RollUp) -> Json:
    """Return counts by status, without the empty ones, with the completed share in per cent as text."""
    return {
        "total": roll_up.total,
        "done": roll_up.done,
        "percentage": None if roll_up.percentage is None else str(roll_up.percentage),
        "counts": {str(status): count for status, count in sorted(roll_up.counts.items()) if count},
    }


def recorded_view(recorded: Recorded) -> Json:
    """Return the answer of `record`: the operation, None where nothing changed, what is asked about, what is told."""
    return {
        "operation_id": recorded.changes.operation_id,
        "questions": [asdict(question) for question in recorded.questions],
        "notes": list(recorded.changes.notes),
    }


def indicators_view(
    rows: Sequence[Indicator],
    values: Mapping[int, Sequence[IndicatorValue]],
    verdicts: Mapping[int, Judgement],
) -> list[Json]:
    """Return the answer of `indicators`; values are text in plain notation ('63.8'), no digit of them is lost."""
    return [
        {
            "id": row.id,
            **_indicator(row),
            "values": [{"period": value.period, "value": value_words(value)} for value in values.get(row.id, ())],
            "verdict": str(verdicts[row.id].verdict),
        }
        for row in rows
    ]
