"""Drafts as plain JSON: the sample plan that a new user can look at, and templates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from cchc_desktop.domain.draft import DraftIndicator, DraftItem, DraftPlan, DraftSection
from cchc_desktop.domain.items import ItemKind
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import AppendixColumn, AppendixForm, Column, DocumentRef, SectionRows

Json = Mapping[str, Any]


def draft_from_json(data: Json) -> DraftPlan:
    """Return the draft that JSON describes; keys are the fields of `domain.draft`. KeyError, ValueError, TypeError."""
    document = data["document"]
    return DraftPlan(
        title=data["title"],
        issuer=data["issuer"],
        period=Period(date.fromisoformat(data["period"]["start"]), date.fromisoformat(data["period"]["end"])),
        document=DocumentRef(document["type"], document["number"], _day(document["date"])),
        form=_form(data["form"]),
        indicator_form=_form(data["indicator_form"]),
        sections=tuple(_section(section) for section in data["sections"]),
        indicators=tuple(DraftIndicator(**row) for row in data["indicators"]),
    )


def draft_to_json(draft: DraftPlan) -> dict[str, Any]:
    """Return what `draft_from_json` reads; what only a file has (kind, problems, rows) is left out."""
    if draft.period is None:
        raise ValueError("a draft that is kept needs a period")
    document = draft.document
    return {
        "title": draft.title,
        "issuer": draft.issuer,
        "period": {"start": draft.period.start.isoformat(), "end": draft.period.end.isoformat()},
        "document": {
            "type": document.type,
            "number": document.number,
            "date": document.date.isoformat() if document.date else None,
        },
        "form": _form_to_json(draft.form or AppendixForm()),
        "indicator_form": _form_to_json(draft.indicator_form or AppendixForm()),
        "sections": [
            {"number": section.number, "title": section.title, "items": [_item_to_json(item) for item in section.items]}
            for section in draft.sections
        ],
        "indicators": [_present(asdict(row)) for row in draft.indicators],
    }


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _form(data: Json) -> AppendixForm:
    columns: Sequence[Sequence[str]] = data["columns"]
    return AppendixForm(
        title_block=tuple(data["title_block"]),
        columns=tuple(AppendixColumn(Column(name), *words) for name, *words in columns),
        section_rows=SectionRows(data.get("section_rows", SectionRows.SPLIT)),
    )


def _form_to_json(form: AppendixForm) -> dict[str, Any]:
    columns = [[one.column.value, one.header, *([one.group] if one.group else [])] for one in form.columns]
    return {"title_block": list(form.title_block), "columns": columns, "section_rows": form.section_rows.value}


def _item_to_json(item: DraftItem) -> dict[str, Any]:
    children = [_item_to_json(child) for child in item.children]
    return _present({**asdict(replace(item, children=())), "kind": item.kind.value, "children": children})


def _present(values: Json) -> dict[str, Any]:
    """Return what is not empty; where a file had it is of no use any more."""
    return {name: value for name, value in values.items() if value and name not in ("table", "row")}


def _section(data: Json) -> DraftSection:
    return DraftSection(data["number"], data["title"], tuple(_item(item) for item in data["items"]))


def _item(data: Json) -> DraftItem:
    words = {name: value for name, value in data.items() if name not in ("kind", "children")}
    children = tuple(_item(child) for child in data.get("children", ()))
    return DraftItem(kind=ItemKind(data["kind"]), children=children, **words)
