"""Entities on their way into the file: their text in one normal form, and the image that the change log keeps.

An image holds a row's own columns without bookkeeping, with the rows of its part tables inside.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import is_dataclass, replace
from typing import Any, TypeVar

from cchc_desktop.domain.agencies.agency import Agency
from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.evidence.register import EvidenceDocument
from cchc_desktop.domain.followup.days_off import DayOff
from cchc_desktop.domain.followup.period_register import KeptPeriod
from cchc_desktop.domain.followup.records import Extension, PeriodUpdate, Record, Urging
from cchc_desktop.domain.forms.form import FormPeriod, SuperiorForm
from cchc_desktop.domain.indicators.indicator import Indicator
from cchc_desktop.domain.indicators.values import IndicatorValue
from cchc_desktop.domain.items import AgencyRole, WorkItem
from cchc_desktop.domain.office import Setting
from cchc_desktop.domain.plan import Plan, Section
from cchc_desktop.domain.text.folding import fold, nfc
from cchc_desktop.storage.mapping import Image, Row

Entity = TypeVar(
    "Entity", Plan, Section, WorkItem, Indicator, Agency, Setting,
    Record, PeriodUpdate, Extension, Urging, IndicatorValue, EvidenceDocument, KeptPeriod, DayOff,
    SuperiorForm, FormPeriod,
)  # fmt: skip


def normal(entity: Entity, stored: Entity | None = None) -> Entity:
    """Return the entity with all its text in NFC; InvalidInput for text that no file can hold.

    What equals the `stored` row is in that form already, and is not looked at.
    """
    result: Entity = _normal_fields(entity, stored)
    return result


def _normal(value: Any) -> Any:
    kind = type(value)
    if kind is str:
        return _normal_text(value)
    if kind is tuple:
        return tuple([_normal(part) for part in value])
    if is_dataclass(value):
        return _normal_fields(value)
    if kind is list:
        return [_normal(part) for part in value]
    if kind is dict:
        return {_normal(name): _normal(part) for name, part in value.items()}
    return value


def _normal_text(text: str) -> str:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InvalidInput("Nội dung có ký tự hỏng, không lưu được. Hãy xóa ký tự lạ hoặc gõ lại đoạn đó.") from error
    return nfc(text)


def _normal_fields(value: Any, stored: Any = None) -> Any:
    changed = {}
    for name in value.__dataclass_fields__:
        before = getattr(value, name)
        if stored is not None and before == getattr(stored, name):
            continue
        after = _normal(before)
        if after != before:
            changed[name] = after
    return replace(value, **changed) if changed else value


def image(row: Row, parts: Mapping[str, Any] | None = None) -> Image:
    """Return what the change log keeps of a live row and its parts; version and search text are bookkeeping."""
    return {**row, **(parts or {}), "deleted_at": None}


def search_text(kind: EntityKind, image: Image, before: Image | None = None) -> Row:
    """Return the column that search reads, folded, one line for each text; empty for kinds that are not searched.

    Empty too where it stands as it was `before`.
    """
    words = _SEARCHED.get(kind)
    if words is None or (before is not None and words(before) == words(image)):
        return {}
    return {"search_text": fold("\n".join(text for text in words(image) if text))}


def _item_words(image: Image) -> tuple[str | None, ...]:
    """Return an item's texts; of its agencies the cells as written, else the links' words."""
    cells = (
        image[f"{role.value}_words"] or "; ".join(link["words"] for link in image[role.value]) for role in AgencyRole
    )
    return (image["label"], image["content"], image["product"], *cells)


def _indicator_words(image: Image) -> tuple[str | None, ...]:
    return image["text"], image["group_title"], image["agency_words"]


_SEARCHED: Mapping[EntityKind, Callable[[Image], tuple[str | None, ...]]] = {
    EntityKind.ITEM: _item_words,
    EntityKind.INDICATOR: _indicator_words,
}
