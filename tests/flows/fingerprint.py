"""All rows of a database in one comparable value, read the plain way; versions count changes and are left out."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

TABLES = (
    "plan", "section", "item", "item_agency", "indicator", "agency", "agency_alias", "agency_member", "setting",
    "document", "document_item", "document_indicator", "record", "record_evidence", "period_update",
    "period_update_evidence", "extension", "urging", "indicator_value", "indicator_value_evidence", "reporting_period",
    "day_off", "superior_form", "form_period",
)  # fmt: skip
Fingerprint = dict[str, list[tuple[object, ...]]]


def fingerprint(path: Path) -> Fingerprint:
    """Return every row of every table that holds what people entered."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as raw:
        return {table: _rows(raw, table) for table in TABLES}


def _rows(raw: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    columns = [row[1] for row in raw.execute(f"PRAGMA table_info({table})") if row[1] != "row_version"]
    return sorted(raw.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall(), key=repr)
