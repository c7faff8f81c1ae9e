"""What was read of a damaged file, made into rows that the program can use: the log against the tables, and mended.

The log tells each row a second time, and digests vouch for it. Where all of it is whole it wins over the tables: it
brings lost rows back and puts a flipped letter right. Where a part of it is missing the tables know more, and the log
fills only what is lost.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from itertools import groupby, pairwise
from typing import Any
from uuid import uuid4

from sqlalchemy import Boolean, Column

from cchc_desktop.domain.agencies.names import AgencyKind
from cchc_desktop.domain.areas import AreaCode
from cchc_desktop.domain.changes import ChangeAction, EntityKind
from cchc_desktop.domain.followup.records import Progress, UrgingMeans
from cchc_desktop.domain.forms.cells import cells_from_json
from cchc_desktop.domain.forms.form import mapping_from_json, slots_from_json
from cchc_desktop.domain.indicators.targets import target_from_json
from cchc_desktop.domain.indicators.values import ValueMode, Verdict
from cchc_desktop.domain.items import AgencyRole, ItemKind, ItemOrigin
from cchc_desktop.domain.numbering import NumberingScheme
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import Plan, PlanKind, PlanState
from cchc_desktop.domain.schedule.model import rules_from_json
from cchc_desktop.domain.text.folding import nfc
from cchc_desktop.storage.change_log import NOTE, digest
from cchc_desktop.storage.column_types import DecimalText, IsoDate, JsonText, UtcMoment, to_json
from cchc_desktop.storage.image_store import LIVE_KEYS, TABLES
from cchc_desktop.storage.mapping import PLAN_COLUMNS, Image, plan_from, plan_row
from cchc_desktop.storage.parts import ID_LISTS, IdList, part_names
from cchc_desktop.storage.salvaging.rows import FoundRows, Row

Images = dict[EntityKind, dict[int, Image]]
"""Rows by kind and id; in what a log tells, {} stands for a row that is no more."""

_BOOKKEEPING = frozenset({"id", "row_version", "search_text"})
LOST_WORDS = "(không đọc được)"
_UNREADABLE = object()
_UNFIT = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError)


@dataclass(slots=True)
class SoundLog:
    """The operations that are as they were written, with their changes; `is_complete` where none is missing.

    `rumours` are changes of other operations: enough to know a lost row by, not enough to doubt a stored one.
    """

    operations: list[Row] = field(default_factory=list)
    changes: list[Row] = field(default_factory=list)
    rumours: list[Row] = field(default_factory=list)
    is_complete: bool = True


def sound_log(found: FoundRows) -> SoundLog:
    """Keep the operations whose digest is right, or that have none and whose changes can be read."""
    log = SoundLog()
    changes = {
        operation_id: list(rows)
        for operation_id, rows in groupby(
            sorted(found.of("change"), key=lambda row: (row["operation_id"], row["id"])),
            key=lambda row: row["operation_id"],
        )
    }
    for operation in found.of("operation"):
        done = changes.pop(operation["id"], [])
        if _is_sound(operation, done):
            log.operations.append(operation)
            log.changes += done
        else:
            log.rumours += filter(_is_readable, done)
    log.is_complete = not changes and not _has_gap([row["id"] for row in log.operations], found.sequence("operation"))
    for done in changes.values():
        log.rumours += filter(_is_readable, done)
    return log


def _is_sound(operation: Row, changes: list[Row]) -> bool:
    if not (_passes(datetime.fromisoformat, operation["at"]) and all(map(_is_readable, changes))):
        return False
    vouched = operation.get("digest")
    told = [{**change, **_read_images(change)} for change in changes]
    return vouched is None or bool(digest(operation, told) == vouched)


def _is_readable(change: Row) -> bool:
    try:
        ChangeAction(change["action"])
        images = _read_images(change)
        if change["entity"] == NOTE:
            return True
        EntityKind(change["entity"])
    except _UNFIT:
        return False
    return all(image is None or isinstance(image, dict) for image in images.values())


def _read_images(change: Row) -> Row:
    """Return a change's images as plain values; ValueError."""
    return {side: None if change[side] is None else json.loads(change[side]) for side in ("before", "after")}


def _has_gap(ids: list[int], last: int) -> bool:
    """Tell whether operations are missing; the oldest may have been forgotten on purpose."""
    return (ids[-1] if ids else 0) != last or any(b - a != 1 for a, b in pairwise(ids))


def told_by(changes: Iterable[Row]) -> Images:
    """Play changes forwards (see `change_log`): what they say of each row."""
    told: Images = {kind: {} for kind in TABLES}
    for change in sorted(changes, key=lambda row: row["id"]):
        if change["entity"] == NOTE:
            continue
        rows, id_ = told[EntityKind(change["entity"])], change["entity_id"]
        sides = _read_images(change)
        match ChangeAction(change["action"]):
            case ChangeAction.PURGE:
                rows[id_] = {}
            case ChangeAction.CREATE:
                rows[id_] = dict(sides["after"] or {})
            case _:
                rows[id_] = {**rows.get(id_, {}), **(sides["before"] or {}), **(sides["after"] or {})}
    return told


# ---------------------------------------------------------------- the tables


def stored_in(found: FoundRows) -> Images:
    """Return the rows of the tables as images; a value that cannot be read is left out."""
    images: Images = {}
    for kind, table in TABLES.items():
        images[kind] = {row["id"]: _image(row, table.c) for row in found.of(table.name)}
    _add_parts(images, found)
    return images


def _image(row: Row, columns: Any) -> Image:
    values = {name: _plain(columns[name], value) for name, value in row.items() if name not in _BOOKKEEPING}
    return {name: value for name, value in values.items() if value is not _UNREADABLE}


def _plain(column: Column[Any], value: Any) -> Any:
    if not isinstance(column.type, JsonText) or value is None:
        return bool(value) if isinstance(column.type, Boolean) and value is not None else value
    try:
        return json.loads(value)
    except _UNFIT:
        return _UNREADABLE


def _add_parts(images: Images, found: FoundRows) -> None:
    for item in images[EntityKind.ITEM].values():
        item.update({role.value: [] for role in AgencyRole})
    for row in found.of("item_agency"):
        item = images[EntityKind.ITEM].get(row["item_id"], {})
        if row["role"] in item:
            item[row["role"]].append({"words": row["words"], "agency_id": row["agency_id"]})
    agencies = images[EntityKind.AGENCY]
    for agency in agencies.values():
        agency.update(aliases=[])
    for row in found.of("agency_alias"):
        if row["agency_id"] in agencies:
            agencies[row["agency_id"]]["aliases"].append(row["words"])
    for kind, lists in ID_LISTS.items():
        for ids in lists:
            _add_ids(images[kind], ids, found)


def _add_ids(owners: dict[int, Image], ids: IdList, found: FoundRows) -> None:
    for owner in owners.values():
        owner[ids.field] = []
    for row in found.of(ids.table.name):
        if row[ids.owner] in owners:
            owners[row[ids.owner]][ids.field].append(row[ids.column])


def merged(stored: Images, told: Images, log: SoundLog, found: FoundRows) -> Images:
    """Return every row that exists by the tables or the log; see the module on which of them is believed."""
    heard = told_by([*log.changes, *log.rumours]) if log.rumours else told
    result: Images = {}
    for kind, table in TABLES.items():
        rows = result[kind] = {}
        for id_ in sorted(stored[kind].keys() | told[kind].keys() | heard[kind].keys()):
            image, words = stored[kind].get(id_), told[kind].get(id_)
            if image is None:
                image = heard[kind].get(id_)
            if not image or (words == {} and log.is_complete):
                continue
            believe_log = log.is_complete or (table.name, (id_,)) in found.doubtful
            rows[id_] = {**image, **(words or {})} if believe_log else {**(words or {}), **image}
            _fill_parts(kind, rows[id_], heard[kind].get(id_) or {})
    return result


def _fill_parts(kind: EntityKind, image: Image, heard: Image) -> None:
    """Take a list of parts from the log where some of it is missing: they may have lain on a page that is lost."""
    for name in part_names(kind):
        stored, logged = image.get(name) or [], heard.get(name)
        if isinstance(logged, list) and len(logged) > len(stored) and all(part in logged for part in stored):
            image[name] = logged


# ---------------------------------------------------------------- mending

_BLANK_PLAN = plan_row(Plan(LOST_WORDS, PlanKind.OTHER, Period(date(2000, 1, 1), date(2000, 12, 31))))
_CHOICES: Mapping[tuple[EntityKind, str], type[StrEnum]] = {
    (EntityKind.PLAN, "kind"): PlanKind,
    (EntityKind.PLAN, "state"): PlanState,
    (EntityKind.PLAN, "numbering"): NumberingScheme,
    (EntityKind.SECTION, "area"): AreaCode,
    (EntityKind.ITEM, "kind"): ItemKind,
    (EntityKind.ITEM, "origin"): ItemOrigin,
    (EntityKind.AGENCY, "kind"): AgencyKind,
    (EntityKind.INDICATOR, "area"): AreaCode,
    (EntityKind.RECORD, "progress"): Progress,
    (EntityKind.URGING, "means"): UrgingMeans,
    (EntityKind.INDICATOR_VALUE, "mode"): ValueMode,
    (EntityKind.INDICATOR_VALUE, "verdict"): Verdict,
}
_LOST_DAY = "2000-01-01"
_DEFAULTS: Mapping[tuple[EntityKind, str], Any] = {
    **{(EntityKind.PLAN, name): json.loads(to_json(value)) for name, value in _BLANK_PLAN.items()},
    (EntityKind.SECTION, "title"): LOST_WORDS,
    (EntityKind.SECTION, "area"): AreaCode.OTHER.value,
    (EntityKind.ITEM, "content"): LOST_WORDS,
    (EntityKind.ITEM, "kind"): ItemKind.TASK.value,
    (EntityKind.ITEM, "origin"): ItemOrigin.ISSUED.value,
    (EntityKind.AGENCY, "name"): LOST_WORDS,
    (EntityKind.AGENCY, "kind"): AgencyKind.UNIT.value,
    (EntityKind.INDICATOR, "text"): LOST_WORDS,
    (EntityKind.RECORD, "progress"): Progress.IN_PROGRESS.value,
    (EntityKind.PERIOD_UPDATE, "words"): LOST_WORDS,
    (EntityKind.EXTENSION, "document"): LOST_WORDS,
    (EntityKind.URGING, "urged_on"): _LOST_DAY,
    (EntityKind.URGING, "means"): UrgingMeans.OTHER.value,
    (EntityKind.INDICATOR_VALUE, "mode"): ValueMode.CUMULATIVE.value,
    (EntityKind.DOCUMENT, "abstract"): LOST_WORDS,
    (EntityKind.DOCUMENT, "secret"): False,
    (EntityKind.DOCUMENT, "kept_at_registry"): False,
    (EntityKind.REPORTING_PERIOD, "title"): LOST_WORDS,
    **{
        (EntityKind.REPORTING_PERIOD, name): _LOST_DAY
        for name in ("window_start", "window_end", "hand_in", "figures", "submitted", "sent")
    },
    (EntityKind.DAY_OFF, "name"): LOST_WORDS,
    (EntityKind.DAY_OFF, "worked"): False,
    (EntityKind.SUPERIOR_FORM, "name"): LOST_WORDS,
    (EntityKind.SUPERIOR_FORM, "sender"): "",
    (EntityKind.SUPERIOR_FORM, "file_name"): "",
    (EntityKind.SUPERIOR_FORM, "slots"): 0,
    (EntityKind.FORM_PERIOD, "typed"): {},
    (EntityKind.FORM_PERIOD, "filled"): {},
}
_PARENTS: Mapping[EntityKind, tuple[str, ...]] = {
    EntityKind.SECTION: ("plan_id",),
    EntityKind.ITEM: ("plan_id", "section_id"),
    EntityKind.INDICATOR: ("plan_id",),
}
_ESSENTIAL: Mapping[EntityKind, tuple[str, ...]] = {
    EntityKind.PLAN: ("title",),
    EntityKind.SECTION: ("title",),
    EntityKind.ITEM: ("content",),
    EntityKind.INDICATOR: ("text",),
    EntityKind.AGENCY: ("name",),
    EntityKind.SETTING: ("value", "name"),
    EntityKind.RECORD: ("item_id", "occurrence"),
    EntityKind.PERIOD_UPDATE: ("item_id", "period"),
    EntityKind.EXTENSION: ("item_id", "occurrence", "new_due"),
    EntityKind.URGING: ("item_id",),
    EntityKind.INDICATOR_VALUE: ("indicator_id", "period"),
    EntityKind.DOCUMENT: ("abstract",),
    EntityKind.REPORTING_PERIOD: ("key",),
    EntityKind.DAY_OFF: ("day",),
    EntityKind.SUPERIOR_FORM: ("sha256", "extension", "size", "cells", "mapping"),
    EntityKind.FORM_PERIOD: ("form_id", "period"),
}
"""The values without which a row is lost: what it is about."""
_NOT_EMPTY = frozenset({"form_id", "item_id", "indicator_id", "occurrence", "period", "new_due", "key", "day"})
"""Those of them that mean nothing where they cannot be read."""


def mended(kind: EntityKind, image: Image) -> Image | None:
    """Return a row in which every value is possible; None where what it is about is lost.

    References are only whole numbers afterwards, or 0 where a row must have one (see `salvage_references`).
    """
    if any(name not in image for name in _ESSENTIAL[kind]) or (kind is EntityKind.SETTING and not image["name"]):
        return None
    columns = [column for column in TABLES[kind].c if column.name not in _BOOKKEEPING]
    result = {column.name: _mended_value(kind, column, image.get(column.name)) for column in columns}
    if any(not result[name] for name in _NOT_EMPTY.intersection(_ESSENTIAL[kind])):
        return None
    result |= {name: _mended_parts(name, image.get(name)) for name in part_names(kind)}
    if kind is EntityKind.PLAN:
        _mend_plan(result)
    if kind is EntityKind.ITEM and not _passes(rules_from_json, result["rules"] or []):
        result["rules"] = None  # the window asks about time words without rules
    if kind is EntityKind.INDICATOR and not _passes(target_from_json, result["target"]):
        result["target"] = None  # the words are read again
    if kind is EntityKind.DOCUMENT:
        _mend_document(result)
    if kind is EntityKind.SUPERIOR_FORM and not _mend_form(result):
        return None
    if kind is EntityKind.FORM_PERIOD:
        result |= {name: result[name] if _passes(slots_from_json, result[name]) else {} for name in ("typed", "filled")}
    if kind is EntityKind.REPORTING_PERIOD:
        result["window_end"] = max(result["window_start"], result["window_end"])
    return result


def _mend_document(image: Image) -> None:
    """Take off what is left of a file that is not known whole, or that may not be here."""
    file = (image["sha256"], image["extension"], image["size"])
    if None in file or image["secret"] or image["kept_at_registry"]:
        image.update(sha256=None, extension=None, size=None)


def _mend_form(image: Image) -> bool:
    """Drop a mapping that cannot be read; tell whether file and cells are known: without them it is no form."""
    if not _passes(mapping_from_json, image["mapping"]):
        image["mapping"] = []
    is_known = bool(image["sha256"] and image["extension"]) and type(image["size"]) is int
    return is_known and type(image["slots"]) is int and _passes(cells_from_json, image["cells"])


def _mended_value(kind: EntityKind, column: Column[Any], value: Any) -> Any:
    default = _default(kind, column)
    choices = _CHOICES.get((kind, column.name))
    if value is None:
        return default
    if choices is not None:
        return value if isinstance(value, str) and _passes(choices, value) else default
    if isinstance(column.type, JsonText):
        return value
    if isinstance(column.type, Boolean):
        return value if isinstance(value, bool) else default
    if column.type.python_type is int:
        return value if type(value) is int else default
    if not isinstance(value, str):
        return default
    if isinstance(column.type, IsoDate):
        return value if _passes(date.fromisoformat, value) else default
    if isinstance(column.type, UtcMoment):
        return value if _passes(datetime.fromisoformat, value) else default
    if isinstance(column.type, DecimalText):
        return value if _passes(Decimal, value) and Decimal(value).is_finite() else default
    return nfc(value)


def _default(kind: EntityKind, column: Column[Any]) -> Any:
    if column.name == "uid":
        return str(uuid4())
    if column.name in _PARENTS.get(kind, ()):
        return 0
    if column.nullable:
        return None
    return _DEFAULTS.get((kind, column.name), "")


_ID_FIELDS = frozenset(ids.field for lists in ID_LISTS.values() for ids in lists)


def _mended_parts(name: str, parts: Any) -> list[Any]:
    entries = parts if isinstance(parts, list) else []
    if name == "aliases":
        return [words for words in entries if isinstance(words, str)]
    if name in _ID_FIELDS:
        return [id_ for id_ in entries if type(id_) is int]
    return [
        {"words": link["words"], "agency_id": link.get("agency_id")}
        for link in entries
        if isinstance(link, dict) and isinstance(link.get("words"), str)
    ]


def _mend_plan(image: Image) -> None:
    """Put the plan's JSON values and its period right until it can be read as a plan."""
    if image["period_start"] > image["period_end"]:
        image["period_end"] = image["period_start"]
    for name in ("legal_bases", "recipients", "form", "indicator_form"):
        trial = {**_plan_defaults(), name: image[name]}
        if not _passes(_as_plan, trial):
            image[name] = _plan_defaults()[name]


def _plan_defaults() -> Image:
    defaults = {name: value for (kind, name), value in _DEFAULTS.items() if kind is EntityKind.PLAN}
    return {**defaults, "id": 1, "row_version": 1}


def _as_plan(image: Image) -> Plan:
    json_columns = {"legal_bases", "recipients", "form", "indicator_form"}
    plan = plan_from([to_json(image[name]) if name in json_columns else image[name] for name in PLAN_COLUMNS])
    if not all(isinstance(words, str) for words in (*plan.legal_bases, *plan.recipients)):
        raise ValueError("a list of texts")
    return plan


def _passes(read: Callable[[Any], Any], value: Any) -> bool:
    try:
        read(value)
    except _UNFIT:
        return False
    return True


def unique_names(images: Images) -> Iterator[str]:
    """Give rows that share a uid one of their own, and drop settings of one name; yield what was dropped."""
    for kind, rows in images.items():
        seen: set[str] = set()
        for image in rows.values():
            if image["uid"] in seen:
                image["uid"] = str(uuid4())
            seen.add(image["uid"])
        if kind is EntityKind.SETTING:
            yield from _drop_double_settings(rows)
        elif kind in LIVE_KEYS:
            yield from _drop_doubles(rows, LIVE_KEYS[kind])


def _drop_doubles(rows: dict[int, Image], key: tuple[str, ...]) -> Iterator[str]:
    """Drop live rows of one natural key but the first, and say what they held."""
    seen: set[tuple[Any, ...]] = set()
    for id_, image in list(rows.items()):
        if image["deleted_at"] is not None:
            continue
        values = tuple(image[name] for name in key)
        if values in seen:
            del rows[id_]
            period = next(str(image[name]) for name in ("occurrence", "period", "key", "day") if name in image)
            held = "; ".join(str(image[name]) for name in ("result", "words", "amount", "name") if image.get(name))
            yield f"Có hai dòng cùng nội dung và kỳ ({period}); dòng sau đã bị bỏ: {held}."
        seen.add(values)


def _drop_double_settings(rows: dict[int, Image]) -> Iterator[str]:
    names: set[str] = set()
    for id_, image in list(rows.items()):
        if image["name"] in names:
            del rows[id_]
            yield f"Thiết lập {image['name']} có hai bản; bản sau đã bị bỏ."
        names.add(image["name"])
