"""Rows to frozen entities and back.

Reading is the hot path (a plan of 10,000 items): columns are selected in the order of the entity's fields and
entities are built by position. A `Row` goes the other way: column name to value, ready to insert. An `Image` is what
the change log keeps of a row: its own columns without bookkeeping, with the rows of its part tables inside.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import is_dataclass, replace
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Table

from cchc_desktop.domain.agencies import Agency
from cchc_desktop.domain.agency_names import AgencyKind, match_key
from cchc_desktop.domain.areas import AreaCode
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.indicators import Indicator
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
    Section,
    SectionRows,
)
from cchc_desktop.domain.schedule.model import rules_from_json, rules_to_json
from cchc_desktop.domain.text.folding import fold, nfc
from cchc_desktop.storage import tables

Row = dict[str, Any]
Image = dict[str, Any]
Links = tuple[AgencyLink, ...]
Entity = TypeVar("Entity", Plan, Section, WorkItem, Indicator, Agency)

_NOT_IN_IMAGES = frozenset({"row_version", "search_text"})
"""Bookkeeping: a row's version counts its changes, its search text follows from its words."""


def normal(entity: Entity) -> Entity:
    """Return the entity with all its text in NFC; InvalidInput for text that no file can hold."""
    result: Entity = _normal(entity)
    return result


def _normal(value: Any) -> Any:
    kind = type(value)
    if kind is str:
        return _normal_text(value)
    if kind is tuple:
        return tuple([_normal(part) for part in value])
    if is_dataclass(value):
        return _normal_fields(value)
    return value


def _normal_text(text: str) -> str:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InvalidInput("Nội dung có ký tự hỏng, không lưu được. Hãy xóa ký tự lạ hoặc gõ lại đoạn đó.") from error
    return nfc(text)


def _normal_fields(value: Any) -> Any:
    changed = {}
    for name in value.__dataclass_fields__:
        before = getattr(value, name)
        after = _normal(before)
        if after != before:
            changed[name] = after
    return replace(value, **changed) if changed else value


def image(row: Row, parts: Mapping[str, Any] | None = None) -> Image:
    """Return what the change log keeps of a row and its parts."""
    kept = {name: value for name, value in row.items() if name not in _NOT_IN_IMAGES}
    return {**kept, **(parts or {}), "deleted_at": None}


def _columns(table: Table, names: str) -> tuple[ColumnElement[Any], ...]:
    return tuple(table.c[name] for name in names.split())


# ---------------------------------------------------------------- plans

PLAN_COLUMNS = _columns(
    tables.plan,
    "title kind period_start period_end id uid row_version tracked_from issuer document_type "
    "document_number document_date signer_capacity signer_name legal_bases recipients state "
    "replaced_by_id parent_plan_id superior numbering form indicator_form",
)


def plan_from(row: Sequence[Any]) -> Plan:
    """Build a plan from values in the order of PLAN_COLUMNS."""
    title, kind, start, end, id_, uid, version, tracked, issuer, type_, number, day, *rest = row
    capacity, name, bases, recipients, state, replaced_by, parent, superior, numbering, form, indicators = rest
    return Plan(
        title=title,
        kind=PlanKind(kind),
        period=Period(start, end),
        id=id_,
        uid=uid,
        row_version=version,
        tracked_from=tracked,
        issuer=issuer,
        document=DocumentRef(type_, number, day),
        signer_capacity=capacity,
        signer_name=name,
        legal_bases=tuple(bases),
        recipients=tuple(recipients),
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


def _form_values(form: AppendixForm) -> dict[str, Any]:
    return {
        "title_block": list(form.title_block),
        "columns": [
            {"column": column.column.value, "header": column.header, "group": column.group} for column in form.columns
        ],
        "section_rows": form.section_rows.value,
    }


def _form_from(values: Mapping[str, Any]) -> AppendixForm:
    return AppendixForm(
        title_block=tuple(values["title_block"]),
        columns=tuple(
            AppendixColumn(Column(column["column"]), column["header"], column["group"]) for column in values["columns"]
        ),
        section_rows=SectionRows(values["section_rows"]),
    )


# ---------------------------------------------------------------- sections

SECTION_COLUMNS = _columns(
    tables.section,
    "plan_id title id uid row_version number area sort_key",
)


def section_from(row: Sequence[Any]) -> Section:
    """Build a section from values in the order of SECTION_COLUMNS."""
    plan_id, title, id_, uid, version, number, area, sort_key = row
    return Section(plan_id, title, id_, uid, version, number, AreaCode(area), sort_key)


def section_row(section: Section) -> Row:
    """Return the columns of a section without id and version."""
    return {
        "uid": section.uid,
        "plan_id": section.plan_id,
        "title": section.title,
        "number": section.number,
        "area": section.area.value,
        "sort_key": section.sort_key,
    }


# ---------------------------------------------------------------- items

ITEM_COLUMNS = _columns(
    tables.item,
    "plan_id section_id content id uid row_version parent_id sort_key kind number ordinal label "
    "lead_words coordinating_words time_words rules product funding note person_in_charge leader origin "
    "source_document carries_out_id continues_id",
)

_ITEM_KINDS = {kind.value: kind for kind in ItemKind}
_ORIGINS = {origin.value: origin for origin in ItemOrigin}


def item_from(row: Sequence[Any], lead: Links, coordinating: Links) -> WorkItem:
    """Build an item from the driver's own values in the order of ITEM_COLUMNS, and its agency links.

    The hot path of opening: by position, and `rules` as raw text, for it is mostly NULL.
    """
    (
        plan_id, section_id, content, id_, uid, version, parent_id, sort_key, kind, number, ordinal, label,
        lead_words, coordinating_words, time_words, rules, product, funding, note, person, leader, origin,
        source, carries_out, continues,
    ) = row  # fmt: skip
    return WorkItem(
        plan_id, section_id, content, id_, uid, version, parent_id, sort_key, _ITEM_KINDS[kind], number, ordinal,
        label, lead_words, coordinating_words, lead, coordinating, time_words,
        None if rules is None else rules_from_json(json.loads(rules)),
        product, funding, note, person, leader, _ORIGINS[origin], source, carries_out, continues,
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
        "search_text": _folded(item.label, item.content, item.product, *_agency_words(item)),
    }


def _agency_words(item: WorkItem) -> tuple[str | None, ...]:
    """Return the cells as written, or the links' words where an item was not read from a file."""
    lead = item.lead_words or "; ".join(link.words for link in item.lead)
    coordinating = item.coordinating_words or "; ".join(link.words for link in item.coordinating)
    return lead, coordinating


def _folded(*words: str | None) -> str:
    """Return the words folded for search, one line for each; a hit cannot reach over a line's end."""
    return fold("\n".join(text for text in words if text))


def item_parts(item: WorkItem) -> Image:
    """Return an item's links as the change log keeps them."""
    return {
        role.value: [{"words": link.words, "agency_id": link.agency_id} for link in links]
        for role, links in _by_role(item)
    }


def link_rows(item_id: int, item: WorkItem) -> list[Row]:
    """Return the rows of table item_agency for an item."""
    return [
        {
            "item_id": item_id,
            "role": role.value,
            "position": position,
            "agency_id": link.agency_id,
            "words": link.words,
        }
        for role, links in _by_role(item)
        for position, link in enumerate(links)
    ]


def _by_role(item: WorkItem) -> tuple[tuple[AgencyRole, Links], ...]:
    return (AgencyRole.LEAD, item.lead), (AgencyRole.COORDINATING, item.coordinating)


# ---------------------------------------------------------------- indicators

INDICATOR_COLUMNS = _columns(
    tables.indicator,
    "plan_id text id uid row_version sort_key group_number group_title number unit target_words "
    "agency_words agency_id area",
)


def indicator_from(row: Sequence[Any]) -> Indicator:
    """Build an indicator from values in the order of INDICATOR_COLUMNS."""
    values = (*row[:-1], None if row[-1] is None else AreaCode(row[-1]))
    return Indicator(*values)


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
        "search_text": _folded(indicator.text, indicator.group_title, indicator.agency_words),
    }


# ---------------------------------------------------------------- agencies

AGENCY_COLUMNS = _columns(
    tables.agency,
    "name id uid row_version kind short_name valid_from valid_to head contact",
)


def agency_from(row: Sequence[Any], aliases: tuple[str, ...], member_ids: tuple[int, ...]) -> Agency:
    """Build an agency from values in the order of AGENCY_COLUMNS, its aliases and its members."""
    name, id_, uid, version, kind, short_name, valid_from, valid_to, head, contact = row
    return Agency(
        name, id_, uid, version, AgencyKind(kind), short_name, aliases, member_ids, valid_from, valid_to, head, contact
    )


def agency_row(agency: Agency) -> Row:
    """Return the columns of an agency without id and version."""
    return {
        "uid": agency.uid,
        "name": agency.name,
        "kind": agency.kind.value,
        "short_name": agency.short_name,
        "valid_from": agency.valid_from,
        "valid_to": agency.valid_to,
        "head": agency.head,
        "contact": agency.contact,
    }


def agency_parts(agency: Agency) -> Image:
    """Return an agency's aliases and members as the change log keeps them."""
    return {"aliases": list(agency.aliases), "member_ids": list(agency.member_ids)}


def alias_rows(agency_id: int, agency: Agency) -> list[Row]:
    """Return the rows of table agency_alias for an agency."""
    return [
        {"agency_id": agency_id, "position": position, "words": words, "match_key": match_key(words)}
        for position, words in enumerate(agency.aliases)
    ]


def member_rows(group_id: int, agency: Agency) -> list[Row]:
    """Return the rows of table agency_member for a group."""
    return [
        {"group_id": group_id, "position": position, "member_id": member_id}
        for position, member_id in enumerate(agency.member_ids)
    ]
