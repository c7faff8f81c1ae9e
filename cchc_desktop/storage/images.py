"""Entities on their way into the file: their text in one normal form, and the image that the change log keeps.

An image holds a row's own columns without bookkeeping, with the rows of its part tables inside.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import is_dataclass, replace
from typing import Any, TypeVar

from cchc_desktop.domain.agencies import Agency
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.indicators import Indicator
from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.plan import Plan, Section
from cchc_desktop.domain.text.folding import nfc
from cchc_desktop.storage.mapping import Image, Row

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
