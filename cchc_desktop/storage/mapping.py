"""Rows to frozen entities and back, for all that a plan's tree holds; without SQLAlchemy (see `first_look`).

Reading is the hot path (a plan of 10,000 items). Builders take the driver's own tuples, with dates and JSON still
text, in the order of the column names that stand above them; entities are built by position where it counts. A `Row`
goes the other way: column name to value, ready to insert. An `Image` is what the change log keeps (see `images`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from cchc_desktop.domain.areas import AreaCode
from cchc_desktop.domain.indicators.indicator import Indicator
from cchc_desktop.domain.items import AgencyLink, AgencyRole, ItemKind, ItemOrigin, WorkItem
from cchc_desktop.domain.numbering import NumberingScheme
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import (
    AppendixColumn,
    AppendixForm,
    Column,
    DocumentRef,
    Plan,
    PlanKind,
    PlanState,
    PlanSummary,
    Section,
    SectionRows,
)
from cchc_desktop.domain.schedule.model import rules_from_json, rules_to_json

if TYPE_CHECKING:
    from cchc_desktop.domain.indicators.targets import Target

Row = dict[str, Any]
Image = dict[str, Any]
Links = tuple[AgencyLink, ...]


def day_from(text: str | None) -> date | None:
    """Read a stored date; ValueError for what is none."""
    return None if text is None else date.fromisoformat(text)


# ---------------------------------------------------------------- plans

PLAN_COLUMNS = (
    "title", "kind", "period_start", "period_end", "id", "uid", "row_version", "tracked_from", "issuer",
    "document_type", "document_number", "document_date", "signer_capacity", "signer_name", "legal_bases",
    "recipients", "state", "replaced_by_id", "parent_plan_id", "superior", "numbering", "form", "indicator_form",
)  # fmt: skip


def plan_from(row: Sequence[Any]) -> Plan:
    """Build a plan from the driver's values in the order of PLAN_COLUMNS."""
    title, kind, start, end, id_, uid, version, tracked, issuer, type_, number, day, *rest = row
    capacity, name, bases, recipients, state, replaced_by, parent, superior, numbering, form, indicators = rest
    return Plan(
        title=title,
        kind=PlanKind(kind),
        period=_period(start, end),
        id=id_,
        uid=uid,
        row_version=version,
        tracked_from=day_from(tracked),
        issuer=issuer,
        document=DocumentRef(type_, number, day_from(day)),
        signer_capacity=capacity,
        signer_name=name,
        legal_bases=tuple(json.loads(bases)),
        recipients=tuple(json.loads(recipients)),
        state=PlanState(state),
        replaced_by_id=replaced_by,
        parent_plan_id=parent,
        superior=bool(superior),
        numbering=NumberingScheme(numbering),
        form=_form_from(form),
        indicator_form=_form_from(indicators),
    )


def plan_row(plan: Plan) -> Row:
    """Return the columns of a plan without id and version."""
    return {
        "uid": plan.uid,
        "title": plan.title,
        "kind": plan.kind.value,
        "period_start": plan.period.start,
        "period_end": plan.period.end,
        "tracked_from": plan.tracked_from,
        "issuer": plan.issuer,
        "document_type": plan.document.type,
        "document_number": plan.document.number,
        "document_date": plan.document.date,
        "signer_capacity": plan.signer_capacity,
        "signer_name": plan.signer_name,
        "legal_bases": list(plan.legal_bases),
        "recipients": list(plan.recipients),
        "state": plan.state.value,
        "replaced_by_id": plan.replaced_by_id,
        "parent_plan_id": plan.parent_plan_id,
        "superior": plan.superior,
        "numbering": plan.numbering.value,
        "form": _form_values(plan.form),
        "indicator_form": _form_values(plan.indicator_form),
    }


def _period(start: str, end: str) -> Period:
    return Period(date.fromisoformat(start), date.fromisoformat(end))


def _form_values(form: AppendixForm) -> dict[str, Any]:
    return {
        "title_block": list(form.title_block),
        "columns": [
            {"column": column.column.value, "header": column.header, "group": column.group} for column in form.columns
        ],
        "section_rows": form.section_rows.value,
    }


def _form_from(text: str) -> AppendixForm:
    values = json.loads(text)
    return AppendixForm(
        title_block=tuple(values["title_block"]),
        columns=tuple(
            AppendixColumn(Column(column["column"]), column["header"], column["group"]) for column in values["columns"]
        ),
        section_rows=SectionRows(values["section_rows"]),
    )


SUMMARY_COLUMNS = (
    "id", "title", "kind", "period_start", "period_end", "state", "document_type", "document_number", "document_date",
    "superior", "parent_plan_id",
)  # fmt: skip
"""Columns of table plan; the number of items follows them."""


def summary_from(row: Sequence[Any]) -> PlanSummary:
    """Build a line of the plan chooser from the driver's values in the order of SUMMARY_COLUMNS, and the count."""
    id_, title, kind, start, end, state, type_, number, day, superior, parent, items = row
    document = DocumentRef(type_, number, day_from(day))
    return PlanSummary(
        id_, title, PlanKind(kind), _period(start, end), PlanState(state), document, items, bool(superior), parent
    )


# ---------------------------------------------------------------- sections

SECTION_COLUMNS = ("plan_id", "title", "id", "uid", "row_version", "number", "area", "sort_key", "amended_by")


def section_from(row: Sequence[Any]) -> Section:
    """Build a section from the driver's values in the order of SECTION_COLUMNS."""
    plan_id, title, id_, uid, version, number, area, sort_key, amended_by = row
    return Section(plan_id, title, id_, uid, version, number, AreaCode(area), sort_key, amended_by)


def section_row(section: Section) -> Row:
    """Return the columns of a section without id and version."""
    return {
        "uid": section.uid,
        "plan_id": section.plan_id,
        "title": section.title,
        "number": section.number,
        "area": section.area.value,
        "sort_key": section.sort_key,
        "amended_by": section.amended_by,
    }


# ---------------------------------------------------------------- items

ITEM_COLUMNS = (
    "plan_id", "section_id", "content", "id", "uid", "row_version", "parent_id", "sort_key", "kind", "number",
    "ordinal", "label", "lead_words", "coordinating_words", "time_words", "rules", "product", "funding", "note",
    "person_in_charge", "leader", "origin", "source_document", "carries_out_id", "continues_id", "amended_by",
)  # fmt: skip
LINK_COLUMNS = ("item_id", "role", "words", "agency_id")

_LEAD, _COORDINATING = AgencyRole.LEAD.value, AgencyRole.COORDINATING.value
_ITEM_KINDS = {kind.value: kind for kind in ItemKind}
_ORIGINS = {origin.value: origin for origin in ItemOrigin}


_ITEM_ID = ITEM_COLUMNS.index("id")
_NO_LINKS: tuple[Links, Links] = ((), ())


def links_from(rows: Iterable[Sequence[Any]]) -> dict[int, tuple[Links, Links]]:
    """Return the lead and coordinating links of each item that has any; equal links are one object.

    Rows hold the values of LINK_COLUMNS; those of one item and role stand in their order.
    """
    lists: dict[int, tuple[list[AgencyLink], list[AgencyLink]]] = {}
    known: dict[tuple[str, int | None], AgencyLink] = {}
    for item_id, role, words, agency_id in rows:
        link = known.get((words, agency_id))
        if link is None:
            link = known[words, agency_id] = AgencyLink(words, agency_id)
        pair = lists.get(item_id)
        if pair is None:
            pair = lists[item_id] = ([], [])
        pair[role != _LEAD].append(link)
    return {item_id: (tuple(leads), tuple(others)) for item_id, (leads, others) in lists.items()}


def items_from(rows: Iterable[Sequence[Any]], links: Mapping[int, tuple[Links, Links]]) -> list[WorkItem]:
    """Build items from the driver's values in the order of ITEM_COLUMNS, and the links of `links_from`."""
    build = _item_from
    return [build(row, *links.get(row[_ITEM_ID], _NO_LINKS)) for row in rows]


def _item_from(row: Sequence[Any], lead: Links, coordinating: Links) -> WorkItem:
    """Build one item: the hot path of opening, so by position, and `rules` read only where they are not NULL."""
    (
        plan_id, section_id, content, id_, uid, version, parent_id, sort_key, kind, number, ordinal, label,
        lead_words, coordinating_words, time_words, rules, product, funding, note, person, leader, origin,
        source, carries_out, continues, amended_by,
    ) = row  # fmt: skip
    return WorkItem(
        plan_id, section_id, content, id_, uid, version, parent_id, sort_key, _ITEM_KINDS[kind], number, ordinal,
        label, lead_words, coordinating_words, lead, coordinating, time_words,
        None if rules is None else rules_from_json(json.loads(rules)),
        product, funding, note, person, leader, _ORIGINS[origin], source, carries_out, continues, amended_by,
    )  # fmt: skip


def item_row(item: WorkItem) -> Row:
    """Return the columns of an item without id and version."""
    return {
        "uid": item.uid,
        "plan_id": item.plan_id,
        "section_id": item.section_id,
        "parent_id": item.parent_id,
        "sort_key": item.sort_key,
        "kind": item.kind.value,
        "number": item.number,
        "ordinal": item.ordinal,
        "label": item.label,
        "content": item.content,
        "lead_words": item.lead_words,
        "coordinating_words": item.coordinating_words,
        "time_words": item.time_words,
        "rules": None if item.rules is None else rules_to_json(item.rules),
        "product": item.product,
        "funding": item.funding,
        "note": item.note,
        "person_in_charge": item.person_in_charge,
        "leader": item.leader,
        "origin": item.origin.value,
        "source_document": item.source_document,
        "carries_out_id": item.carries_out_id,
        "continues_id": item.continues_id,
        "amended_by": item.amended_by,
    }


def item_parts(item: WorkItem) -> Image:
    """Return an item's links as the change log keeps them."""
    return {_LEAD: _link_values(item.lead), _COORDINATING: _link_values(item.coordinating)}


def _link_values(links: Links) -> list[Image]:
    return [{"words": link.words, "agency_id": link.agency_id} for link in links]


# ---------------------------------------------------------------- indicators

INDICATOR_COLUMNS = (
    "plan_id", "text", "id", "uid", "row_version", "sort_key", "group_number", "group_title", "number", "unit",
    "target_words", "agency_words", "agency_id", "area", "amended_by", "target",
)  # fmt: skip


def indicator_from(row: Sequence[Any]) -> Indicator:
    """Build an indicator from the driver's values in the order of INDICATOR_COLUMNS."""
    *values, area, amended_by, target = row
    values += (None if area is None else AreaCode(area), amended_by, _target_from(target))
    return Indicator(*values)


def _target_from(text: str | None) -> Target | None:
    if text is None:
        return None
    from cchc_desktop.domain.indicators.targets import target_from_json  # most plans have no corrected target

    return target_from_json(json.loads(text))


def _target_values(target: Target | None) -> Image | None:
    if target is None:
        return None
    from cchc_desktop.domain.indicators.targets import target_to_json

    return target_to_json(target)


def indicator_row(indicator: Indicator) -> Row:
    """Return the columns of an indicator without id and version."""
    return {
        "uid": indicator.uid,
        "plan_id": indicator.plan_id,
        "sort_key": indicator.sort_key,
        "group_number": indicator.group_number,
        "group_title": indicator.group_title,
        "number": indicator.number,
        "text": indicator.text,
        "unit": indicator.unit,
        "target_words": indicator.target_words,
        "agency_words": indicator.agency_words,
        "agency_id": indicator.agency_id,
        "area": None if indicator.area is None else indicator.area.value,
        "amended_by": indicator.amended_by,
        "target": _target_values(indicator.target),
    }
