"""The first look at a database: the plans and one plan's tree through plain sqlite3, without SQLAlchemy.

Loading SQLAlchemy takes longer than showing sixty tasks, so the window reads what it shows first through this door and
opens the file for writing behind it. The statements are what SQLAlchemy makes of `selects`, which a test compares
word for word; rows become entities by the same `mapping`. What is shown was checked, as the opening checks it; a
file so large that the check takes longer than loading SQLAlchemy is left to the opening. Nothing is ever reported from
here: whatever stands in the way gives None, and the full opening that follows says what it is.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.first_look import FirstLook
from cchc_desktop.domain.plan import PlanSummary
from cchc_desktop.domain.plan_tree import PlanTree, build_tree
from cchc_desktop.storage import mapping
from cchc_desktop.storage.integrity import SMALL, require_sound_content
from cchc_desktop.storage.schema_check import require_our_schema
from cchc_desktop.storage.sqlite_file import HEAD_VERSION, FileState, file_state, opened

SUMMARIES = """
SELECT plan.id, plan.title, plan.kind, plan.period_start, plan.period_end, plan.state, plan.document_type,
    plan.document_number, plan.document_date, plan.superior, plan.parent_plan_id, count(item.id) AS items
FROM plan LEFT OUTER JOIN item ON item.plan_id = plan.id AND item.deleted_at IS NULL
WHERE plan.deleted_at IS NULL GROUP BY plan.id ORDER BY plan.period_start DESC, plan.id
"""
PLAN = """
SELECT plan.title, plan.kind, plan.period_start, plan.period_end, plan.id, plan.uid, plan.row_version,
    plan.tracked_from, plan.issuer, plan.document_type, plan.document_number, plan.document_date,
    plan.signer_capacity, plan.signer_name, plan.legal_bases, plan.recipients, plan.state, plan.replaced_by_id,
    plan.parent_plan_id, plan.superior, plan.numbering, plan.form, plan.indicator_form
FROM plan
WHERE plan.deleted_at IS NULL AND plan.id = ? ORDER BY plan.id
"""
SECTIONS = """
SELECT section.plan_id, section.title, section.id, section.uid, section.row_version, section.number, section.area,
    section.sort_key, section.amended_by
FROM section
WHERE section.deleted_at IS NULL AND section.plan_id = ? ORDER BY section.sort_key, section.id
"""
ITEMS = """
SELECT item.plan_id, item.section_id, item.content, item.id, item.uid, item.row_version, item.parent_id,
    item.sort_key, item.kind, item.number, item.ordinal, item.label, item.lead_words, item.coordinating_words,
    item.time_words, item.rules, item.product, item.funding, item.note, item.person_in_charge, item.leader,
    item.origin, item.source_document, item.carries_out_id, item.continues_id, item.amended_by
FROM item
WHERE item.deleted_at IS NULL AND item.plan_id = ? ORDER BY item.id
"""
LINKS = """
SELECT item_agency.item_id, item_agency.role, item_agency.words, item_agency.agency_id
FROM item_agency JOIN item ON item.id = item_agency.item_id
WHERE item.deleted_at IS NULL AND item.plan_id = ?
ORDER BY item_agency.item_id, item_agency.role, item_agency.position
"""
INDICATORS = """
SELECT indicator.plan_id, indicator.text, indicator.id, indicator.uid, indicator.row_version, indicator.sort_key,
    indicator.group_number, indicator.group_title, indicator.number, indicator.unit, indicator.target_words,
    indicator.agency_words, indicator.agency_id, indicator.area, indicator.amended_by, indicator.target
FROM indicator
WHERE indicator.deleted_at IS NULL AND indicator.plan_id = ? ORDER BY indicator.sort_key, indicator.id
"""

_LARGEST = 40_000_000
"""Bytes whose quick check takes about as long as loading SQLAlchemy (160 ms; some 20,000 items with their log)."""
_OBSTACLES = (CchcError, OSError, sqlite3.Error, ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""Faults of file and disk, and of rows that hold what the schema does not promise (JSON, dates, codes)."""


def first_look(path: Path, preferred_plan_id: int | None) -> FirstLook | None:
    """Read the plans and one of them, the preferred one where it exists, else the first; writes nothing, never waits.

    None where the file is missing, empty, foreign, damaged, very large, of another schema version, being written by
    another program, or left by a kill in the middle of a transaction.
    """
    try:
        if file_state(path) is not FileState.OURS or (size := path.stat().st_size) > _LARGEST:
            return None
        with opened(path, "ro", patience=0.0) as connection:
            connection.execute("BEGIN")  # one snapshot; closing ends it
            require_sound_content(connection, thorough=size <= SMALL)
            return _look(connection, preferred_plan_id)
    except _OBSTACLES:
        return None


def _look(connection: sqlite3.Connection, preferred_plan_id: int | None) -> FirstLook | None:
    if connection.execute("PRAGMA user_version").fetchone() != (HEAD_VERSION,):
        return None
    require_our_schema(connection, HEAD_VERSION)
    plans = [mapping.summary_from(row) for row in connection.execute(SUMMARIES)]
    shown = _shown(plans, preferred_plan_id)
    return FirstLook(plans, None if shown is None else _tree(connection, shown))


def _shown(plans: Sequence[PlanSummary], preferred_plan_id: int | None) -> int | None:
    """Return the plan to show, None where there is none."""
    ids = [plan.id for plan in plans]
    if preferred_plan_id in ids:
        return preferred_plan_id
    return ids[0] if ids else None


def _tree(connection: sqlite3.Connection, plan_id: int) -> PlanTree:
    def rows(statement: str) -> list[Any]:
        return connection.execute(statement, (plan_id,)).fetchall()

    (plan,) = rows(PLAN)
    return build_tree(
        mapping.plan_from(plan),
        map(mapping.section_from, rows(SECTIONS)),
        mapping.items_from(rows(ITEMS), mapping.links_from(rows(LINKS))),
        map(mapping.indicator_from, rows(INDICATORS)),
    )
