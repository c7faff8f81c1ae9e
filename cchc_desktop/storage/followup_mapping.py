"""What was recorded, the register of documents and the office's calendar: rows to frozen entities and back.

Apart from `mapping`, for showing a plan needs none of it. Builders take the driver's own tuples in the order of the
column names above them; a plan may have some 100,000 records.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from cchc_desktop.domain.evidence.register import EvidenceDocument, StoredFile
from cchc_desktop.domain.followup.days_off import DayOff
from cchc_desktop.domain.followup.period_register import KeptPeriod
from cchc_desktop.domain.followup.records import (
    Dropping,
    Extension,
    PeriodUpdate,
    Progress,
    Record,
    Urging,
    UrgingMeans,
)
from cchc_desktop.domain.followup.reporting import ReportingPeriod
from cchc_desktop.domain.indicators.values import IndicatorValue, ValueMode, Verdict
from cchc_desktop.domain.periods import Period
from cchc_desktop.storage.mapping import Image, Row, day_from

Ids = tuple[int, ...]

# ---------------------------------------------------------------- results

RECORD_COLUMNS = (
    "item_id", "occurrence", "progress", "id", "uid", "row_version", "agency_id", "started_on", "done_on", "result",
    "product", "difficulty", "due_seen", "counts_as_late", "dropped_reason", "dropped_on", "dropped_document",
)  # fmt: skip
_PROGRESS = {progress.value: progress for progress in Progress}


def record_from(row: Sequence[Any], evidence: Ids) -> Record:
    """Build a record from the driver's values in the order of RECORD_COLUMNS, and the ids of its documents."""
    (
        item_id, occurrence, progress, id_, uid, version, agency_id, started, done, result, product, difficulty,
        due_seen, is_late, reason, dropped_on, dropped_by,
    ) = row  # fmt: skip
    return Record(
        item_id, occurrence, _PROGRESS[progress], id_, uid, version, agency_id, day_from(started), day_from(done),
        result, product, difficulty, day_from(due_seen), evidence,
        None if reason is None else Dropping(reason, day_from(dropped_on), dropped_by),
        None if is_late is None else bool(is_late),
    )  # fmt: skip


def record_row(record: Record) -> Row:
    """Return the columns of a record without id and version."""
    dropping = record.dropping
    return {
        "uid": record.uid,
        "item_id": record.item_id,
        "occurrence": record.occurrence,
        "agency_id": record.agency_id,
        "progress": record.progress.value,
        "started_on": record.started_on,
        "done_on": record.done_on,
        "result": record.result,
        "product": record.product,
        "difficulty": record.difficulty,
        "due_seen": record.due_seen,
        "counts_as_late": record.counts_as_late,
        "dropped_reason": dropping.reason if dropping else None,
        "dropped_on": dropping.on if dropping else None,
        "dropped_document": dropping.document if dropping else None,
    }


def evidence_parts(owner: Record | PeriodUpdate | IndicatorValue) -> Image:
    """Return the documents that prove a row as the change log keeps them."""
    return {"evidence": list(owner.evidence)}


UPDATE_COLUMNS = (
    "item_id", "period", "words", "id", "uid", "row_version", "agency_id", "given_on", "difficulty",
)  # fmt: skip


def update_from(row: Sequence[Any], evidence: Ids) -> PeriodUpdate:
    """Build an update from the driver's values in the order of UPDATE_COLUMNS, and the ids of its documents."""
    item_id, period, words, id_, uid, version, agency_id, given, difficulty = row
    return PeriodUpdate(item_id, period, words, id_, uid, version, agency_id, day_from(given), difficulty, evidence)


def update_row(update: PeriodUpdate) -> Row:
    """Return the columns of an update without id and version."""
    return {
        "uid": update.uid,
        "item_id": update.item_id,
        "period": update.period,
        "agency_id": update.agency_id,
        "words": update.words,
        "difficulty": update.difficulty,
        "given_on": update.given_on,
    }


EXTENSION_COLUMNS = ("item_id", "occurrence", "new_due", "document", "id", "uid", "row_version", "granted_on")


def extension_from(row: Sequence[Any]) -> Extension:
    """Build an extension from the driver's values in the order of EXTENSION_COLUMNS."""
    item_id, occurrence, new_due, document, id_, uid, version, granted = row
    return Extension(
        item_id, occurrence, date.fromisoformat(new_due), document, id_, uid, version, day_from(granted)
    )


def extension_row(extension: Extension) -> Row:
    """Return the columns of an extension without id and version."""
    return {
        "uid": extension.uid,
        "item_id": extension.item_id,
        "occurrence": extension.occurrence,
        "new_due": extension.new_due,
        "document": extension.document,
        "granted_on": extension.granted_on,
    }


URGING_COLUMNS = (
    "item_id", "urged_on", "means", "id", "uid", "row_version", "occurrence", "agency_id", "person", "promise",
    "promised_for",
)  # fmt: skip


def urging_from(row: Sequence[Any]) -> Urging:
    """Build an urging from the driver's values in the order of URGING_COLUMNS."""
    item_id, on, means, id_, uid, version, occurrence, agency_id, person, promise, promised_for = row
    return Urging(
        item_id, date.fromisoformat(on), UrgingMeans(means), id_, uid, version, occurrence, agency_id, person,
        promise, day_from(promised_for),
    )  # fmt: skip


def urging_row(urging: Urging) -> Row:
    """Return the columns of an urging without id and version."""
    return {
        "uid": urging.uid,
        "item_id": urging.item_id,
        "occurrence": urging.occurrence,
        "agency_id": urging.agency_id,
        "urged_on": urging.on,
        "means": urging.means.value,
        "person": urging.person,
        "promise": urging.promise,
        "promised_for": urging.promised_for,
    }


# ---------------------------------------------------------------- values of indicators

VALUE_COLUMNS = (
    "indicator_id", "period", "amount", "id", "uid", "row_version", "words", "mode", "measured_on", "source", "reason",
    "verdict",
)  # fmt: skip
_MODES = {mode.value: mode for mode in ValueMode}


def value_from(row: Sequence[Any], evidence: Ids) -> IndicatorValue:
    """Build a value from the driver's values in the order of VALUE_COLUMNS, and the ids of its documents."""
    indicator_id, period, amount, id_, uid, version, words, mode, measured, source, reason, verdict = row
    return IndicatorValue(
        indicator_id, period, None if amount is None else Decimal(amount), id_, uid, version, words, _MODES[mode],
        day_from(measured), source, reason, None if verdict is None else Verdict(verdict), evidence,
    )  # fmt: skip


def value_row(value: IndicatorValue) -> Row:
    """Return the columns of a value without id and version."""
    return {
        "uid": value.uid,
        "indicator_id": value.indicator_id,
        "period": value.period,
        "amount": value.amount,
        "words": value.words,
        "mode": value.mode.value,
        "measured_on": value.measured_on,
        "source": value.source,
        "reason": value.reason,
        "verdict": None if value.verdict is None else value.verdict.value,
    }


# ---------------------------------------------------------------- documents

DOCUMENT_COLUMNS = (
    "abstract", "id", "uid", "row_version", "number", "symbol", "issued_on", "type", "issuer", "secret",
    "kept_at_registry", "sha256", "extension", "size",
)  # fmt: skip


def document_from(row: Sequence[Any], item_ids: Ids, indicator_ids: Ids) -> EvidenceDocument:
    """Build a document from the driver's values in the order of DOCUMENT_COLUMNS, and what it bears on."""
    abstract, id_, uid, version, number, symbol, issued, type_, issuer, secret, at_registry, *file = row
    return EvidenceDocument(
        abstract=abstract,
        id=id_,
        uid=uid,
        row_version=version,
        number=number,
        symbol=symbol,
        issued_on=day_from(issued),
        type=type_,
        issuer=issuer,
        secret=bool(secret),
        kept_at_registry=bool(at_registry),
        file=None if file[0] is None else StoredFile(*file),
        item_ids=item_ids,
        indicator_ids=indicator_ids,
    )


def document_row(document: EvidenceDocument) -> Row:
    """Return the columns of a document without id and version."""
    file = document.file
    return {
        "uid": document.uid,
        "number": document.number,
        "symbol": document.symbol,
        "issued_on": document.issued_on,
        "type": document.type,
        "issuer": document.issuer,
        "abstract": document.abstract,
        "secret": document.secret,
        "kept_at_registry": document.kept_at_registry,
        "sha256": file.sha256 if file else None,
        "extension": file.extension if file else None,
        "size": file.size if file else None,
    }


def document_parts(document: EvidenceDocument) -> Image:
    """Return what a document bears on as the change log keeps it."""
    return {"item_ids": list(document.item_ids), "indicator_ids": list(document.indicator_ids)}


# ---------------------------------------------------------------- the office's calendar

PERIOD_COLUMNS = (
    "key", "title", "window_start", "window_end", "hand_in", "figures", "submitted", "sent", "id", "uid",
    "row_version", "locked_at", "snapshot",
)  # fmt: skip


def period_from(row: Sequence[Any]) -> KeptPeriod:
    """Build a touched period from the driver's values in the order of PERIOD_COLUMNS."""
    key, title, start, end, hand_in, figures, submitted, sent, id_, uid, version, locked_at, snapshot = row
    first, last, *steps = map(date.fromisoformat, (start, end, hand_in, figures, submitted, sent))
    return KeptPeriod(
        ReportingPeriod(key, title, Period(first, last), *steps),
        id_,
        uid,
        version,
        None if locked_at is None else datetime.fromisoformat(locked_at),
        None if snapshot is None else json.loads(snapshot),
    )


def period_row(kept: KeptPeriod) -> Row:
    """Return the columns of a touched period without id and version."""
    period = kept.period
    return {
        "uid": kept.uid,
        "key": period.key,
        "title": period.title,
        "window_start": period.window.start,
        "window_end": period.window.end,
        "hand_in": period.hand_in,
        "figures": period.figures,
        "submitted": period.submitted,
        "sent": period.sent,
        "locked_at": kept.locked_at,
        "snapshot": kept.snapshot,
    }


DAY_COLUMNS = ("day", "name", "worked", "id", "uid", "row_version")


def day_off_from(row: Sequence[Any]) -> DayOff:
    """Build a day of the calendar from the driver's values in the order of DAY_COLUMNS."""
    day, name, worked, *identity = row
    return DayOff(date.fromisoformat(day), name, bool(worked), *identity)


def day_off_row(day: DayOff) -> Row:
    """Return the columns of a day of the calendar without id and version."""
    return {"uid": day.uid, "day": day.day, "name": day.name, "worked": day.worked}
