"""The sample plan that a new user can look at: plain JSON in, a draft out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from cchc_desktop.domain.draft import DraftIndicator, DraftItem, DraftPlan, DraftSection
from cchc_desktop.domain.items import ItemKind
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import AppendixColumn, AppendixForm, Column, DocumentRef

Json = Mapping[str, Any]


def draft_from_json(data: Json) -> DraftPlan:
    """Return the draft that a seed file describes; keys are the fields of `domain.draft`."""
    document = data["document"]
    return DraftPlan(
        title=data["title"],
        issuer=data["issuer"],
        period=Period(date.fromisoformat(data["period"]["start"]), date.fromisoformat(data["period"]["end"])),
        document=DocumentRef(document["type"], document["number"], date.fromisoformat(document["date"])),
        form=_form(data["form"]),
        indicator_form=_form(data["indicator_form"]),
        sections=tuple(_section(section) for section in data["sections"]),
        indicators=tuple(DraftIndicator(**row) for row in data["indicators"]),
    )


def _form(data: Json) -> AppendixForm:
    columns: Sequence[tuple[str, str]] = data["columns"]
    return AppendixForm(
        title_block=tuple(data["title_block"]),
        columns=tuple(AppendixColumn(Column(name), header) for name, header in columns),
    )


def _section(data: Json) -> DraftSection:
    return DraftSection(data["number"], data["title"], tuple(_item(item) for item in data["items"]))


def _item(data: Json) -> DraftItem:
    words = {name: value for name, value in data.items() if name not in ("kind", "children")}
    children = tuple(_item(child) for child in data.get("children", ()))
    return DraftItem(kind=ItemKind(data["kind"]), children=children, **words)
