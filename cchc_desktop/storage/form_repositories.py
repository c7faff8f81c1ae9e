"""Superiors' forms: rows to frozen entities and back, reading them, and their repositories (see `form_ports`)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, Table, select

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.evidence.register import StoredFile
from cchc_desktop.domain.forms.cells import cells_from_json, cells_to_json
from cchc_desktop.domain.forms.form import (
    FormPeriod,
    SuperiorForm,
    mapping_from_json,
    mapping_to_json,
    slots_from_json,
    slots_to_json,
)
from cchc_desktop.storage import tables
from cchc_desktop.storage.faults import stored_values
from cchc_desktop.storage.mapping import Row, day_from
from cchc_desktop.storage.readers import raw_rows
from cchc_desktop.storage.repository import Repository
from cchc_desktop.storage.selects import Where, live

_FORM_COLUMNS = (
    "name", "sha256", "extension", "size", "cells", "mapping", "slots", "file_name", "sender", "id", "uid",
    "row_version",
)  # fmt: skip
_PERIOD_COLUMNS = ("form_id", "period", "typed", "filled", "filled_on", "id", "uid", "row_version")


def form_from(row: Sequence[Any]) -> SuperiorForm:
    """Build a form from the driver's values in the order of the columns."""
    name, sha256, extension, size, cells, mapping, *rest = row
    file = StoredFile(sha256, extension, size)
    return SuperiorForm(name, file, cells_from_json(json.loads(cells)), mapping_from_json(json.loads(mapping)), *rest)


def form_row(form: SuperiorForm) -> Row:
    """Return the columns of a form without id and version."""
    return {
        "uid": form.uid,
        "name": form.name,
        "sender": form.sender,
        "file_name": form.file_name,
        "sha256": form.file.sha256,
        "extension": form.file.extension,
        "size": form.file.size,
        "cells": cells_to_json(form.cells),
        "mapping": mapping_to_json(form.mapping),
        "slots": form.slots,
    }


def form_period_from(row: Sequence[Any]) -> FormPeriod:
    """Build what belongs to a form in a period from the driver's values in the order of the columns."""
    form_id, period, typed, filled, filled_on, *identity = row
    return FormPeriod(
        form_id,
        period,
        slots_from_json(json.loads(typed)),
        slots_from_json(json.loads(filled)),
        day_from(filled_on),
        *identity,
    )


def form_period_row(kept: FormPeriod) -> Row:
    """Return the columns of what belongs to a form in a period without id and version."""
    return {
        "uid": kept.uid,
        "form_id": kept.form_id,
        "period": kept.period,
        "typed": slots_to_json(kept.typed),
        "filled": slots_to_json(kept.filled),
        "filled_on": kept.filled_on,
    }


@stored_values()
def read_forms(connection: Connection, *where: Where) -> list[SuperiorForm]:
    """Return forms in the order in which they came."""
    return [form_from(row) for row in raw_rows(connection, _rows(tables.superior_form, _FORM_COLUMNS, where))]


@stored_values()
def read_form_periods(connection: Connection, *where: Where) -> list[FormPeriod]:
    """Return what belongs to forms by period, in the order in which it was begun."""
    rows = raw_rows(connection, _rows(tables.form_period, _PERIOD_COLUMNS, where))
    return [form_period_from(row) for row in rows]


def _rows(table: Table, names: Sequence[str], where: tuple[Where, ...]) -> Select[Any]:
    return select(*(table.c[name] for name in names)).where(live(table), *where).order_by(table.c.id)


class SuperiorFormsInStorage(Repository[SuperiorForm]):
    """The superiors' forms; what belongs to their periods stands in a table of its own."""

    kind = EntityKind.SUPERIOR_FORM
    table = tables.superior_form
    noun = "biểu mẫu"

    def _read(self, *where: Where) -> list[SuperiorForm]:
        return read_forms(self._connection, *where)

    def _row(self, entity: SuperiorForm) -> Row:
        return form_row(entity)


class FormPeriodsInStorage(Repository[FormPeriod]):
    """What was typed into forms and what they were filled with, by period."""

    kind = EntityKind.FORM_PERIOD
    table = tables.form_period
    noun = "số liệu biểu mẫu"

    def _read(self, *where: Where) -> list[FormPeriod]:
        return read_form_periods(self._connection, *where)

    def _row(self, entity: FormPeriod) -> Row:
        return form_period_row(entity)
