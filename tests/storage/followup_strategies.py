"""Hypothesis strategies for what is recorded, for documents and for the calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import strategies as st

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
from tests.storage.strategies import dates, maybe, maybe_date, numbers, periods, texts

occurrences = st.sampled_from(["once", "all", "2025-Q3", "2025-06", "2027", "2025-09-10"])
report_keys = st.sampled_from(["2025-Q1", "2025-H1", "2025", "2025-08-20"])


def records(item_id: int, agency_id: int, evidence: tuple[int, ...]) -> st.SearchStrategy[Record]:
    return st.builds(
        Record,
        st.just(item_id),
        occurrences,
        st.sampled_from(Progress),
        agency_id=st.sampled_from([None, agency_id]),
        started_on=maybe_date,
        done_on=maybe_date,
        result=maybe,
        product=maybe,
        difficulty=maybe,
        due_seen=maybe_date,
        evidence=st.sampled_from([(), evidence, evidence[::-1]]),
        dropping=st.none() | st.builds(Dropping, texts, maybe_date, maybe),
        counts_as_late=st.sampled_from([None, True, False]),
    )


def updates(item_id: int, agency_id: int, evidence: tuple[int, ...]) -> st.SearchStrategy[PeriodUpdate]:
    return st.builds(
        PeriodUpdate,
        st.just(item_id),
        report_keys,
        texts,
        agency_id=st.sampled_from([None, agency_id]),
        given_on=maybe_date,
        difficulty=maybe,
        evidence=st.sampled_from([(), evidence]),
    )


def extensions(item_id: int) -> st.SearchStrategy[Extension]:
    return st.builds(Extension, st.just(item_id), occurrences, dates, texts, granted_on=maybe_date)


def urgings(item_id: int, agency_id: int) -> st.SearchStrategy[Urging]:
    return st.builds(
        Urging,
        st.just(item_id),
        dates,
        st.sampled_from(UrgingMeans),
        occurrence=st.none() | occurrences,
        agency_id=st.sampled_from([None, agency_id]),
        person=maybe,
        promise=maybe,
        promised_for=maybe_date,
    )


def values(indicator_id: int, evidence: tuple[int, ...]) -> st.SearchStrategy[IndicatorValue]:
    return st.builds(
        IndicatorValue,
        st.just(indicator_id),
        report_keys,
        st.none() | numbers,
        words=maybe,
        mode=st.sampled_from(ValueMode),
        measured_on=maybe_date,
        source=maybe,
        reason=maybe,
        verdict=st.none() | st.sampled_from(Verdict),
        evidence=st.sampled_from([(), evidence]),
    )


files = st.builds(StoredFile, st.sampled_from(["a" * 64, "0f" * 32]), st.just("pdf"), st.integers(0, 9**9))


def documents(
    item_ids: tuple[int, ...] = (), indicator_ids: tuple[int, ...] = ()
) -> st.SearchStrategy[EvidenceDocument]:
    plain = st.builds(
        EvidenceDocument,
        abstract=texts,
        number=maybe,
        symbol=maybe,
        issued_on=maybe_date,
        type=maybe,
        issuer=maybe,
        item_ids=st.sampled_from([(), item_ids]),
        indicator_ids=st.sampled_from([(), indicator_ids]),
    )
    filed = st.builds(lambda one, file: replace(one, file=file), plain, files)
    placed = st.builds(
        lambda one, secret, at_registry: replace(one, secret=secret, kept_at_registry=at_registry),
        plain,
        st.booleans(),
        st.booleans(),
    )
    return filed | placed


moments = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))


def kept_periods() -> st.SearchStrategy[KeptPeriod]:
    snapshots = st.none() | st.dictionaries(st.sampled_from("abc"), texts | st.lists(texts, max_size=2), max_size=2)
    return st.builds(
        KeptPeriod,
        st.builds(ReportingPeriod, report_keys, texts, periods, dates, dates, dates, dates),
        locked_at=st.none() | moments,
        snapshot=snapshots,
    )


days_off = st.builds(DayOff, dates, texts, st.booleans())
