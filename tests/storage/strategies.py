"""Hypothesis strategies for stored entities: Vietnamese text in both normal forms, empty fields, odd characters."""

from __future__ import annotations

import unicodedata
from datetime import date

from hypothesis import strategies as st

from cchc_desktop.domain.agencies.agency import Agency
from cchc_desktop.domain.agencies.names import AgencyKind
from cchc_desktop.domain.areas import AreaCode
from cchc_desktop.domain.indicators.indicator import Indicator
from cchc_desktop.domain.indicators.targets import Operator, Target, YearlyStep
from cchc_desktop.domain.items import AgencyLink, ItemKind, ItemOrigin, WorkItem
from cchc_desktop.domain.numbering import NumberingScheme
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import (
    AppendixColumn,
    AppendixForm,
    Column,
    DocumentRef,
    Plan,
    PlanKind,
    PlanState,
    Section,
    SectionRows,
)
from cchc_desktop.domain.schedule.model import Rule, ScheduleKind

_WORDS = st.sampled_from(["Kế hoạch", "cải cách thể chế", "ỦY BAN NHÂN DÂN", "Quý III,IV/2025)", "đơn vị", "\n", '"'])
_ANY = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
_PIECES = st.lists(st.one_of(_WORDS, _ANY), max_size=4).map(" ".join)

texts = st.builds(unicodedata.normalize, st.sampled_from(["NFC", "NFD"]), _PIECES)
maybe = st.none() | texts
dates = st.dates(date(1990, 1, 1), date(2100, 12, 31))
maybe_date = st.none() | dates
keys = st.text("0123456789abcxyzABC", max_size=6)
periods = st.tuples(dates, dates).map(lambda pair: Period(min(pair), max(pair)))
tuples = st.lists(texts, max_size=3).map(tuple)

forms = st.builds(
    AppendixForm,
    title_block=tuples,
    columns=st.lists(st.builds(AppendixColumn, st.sampled_from(Column), texts, maybe), max_size=3).map(tuple),
    section_rows=st.sampled_from(SectionRows),
)

rules = st.one_of(
    st.builds(Rule, st.just(ScheduleKind.DEADLINE), due=dates),
    st.builds(Rule, st.just(ScheduleKind.EXTERNAL), event=maybe),
    st.builds(Rule, st.just(ScheduleKind.STANDING)),
)


numbers = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**14), max_value=10**14, places=4)
"""What 12345678901234.1234 is one of: SQLite's REAL changes it."""
targets = st.builds(
    Target,
    texts,
    st.sampled_from(Operator),
    low=st.none() | numbers,
    high=st.none() | numbers,
    unit=maybe,
    out_of=st.none() | numbers,
    step=st.none() | st.builds(YearlyStep, numbers, st.sampled_from([None, True, False])),
)


def plans() -> st.SearchStrategy[Plan]:
    return st.builds(
        Plan,
        title=texts,
        kind=st.sampled_from(PlanKind),
        period=periods,
        tracked_from=maybe_date,
        issuer=maybe,
        document=st.builds(DocumentRef, maybe, maybe, maybe_date),
        signer_capacity=maybe,
        signer_name=maybe,
        legal_bases=tuples,
        recipients=tuples,
        state=st.sampled_from(PlanState),
        superior=st.booleans(),
        numbering=st.sampled_from(NumberingScheme),
        form=forms,
        indicator_form=forms,
    )


def sections(plan_id: int) -> st.SearchStrategy[Section]:
    return st.builds(
        Section, st.just(plan_id), texts, number=maybe, area=st.sampled_from(AreaCode), sort_key=keys, amended_by=maybe
    )


def items(plan_id: int, section_id: int, agency_id: int | None = None) -> st.SearchStrategy[WorkItem]:
    links = st.lists(st.builds(AgencyLink, texts, st.sampled_from([None, agency_id])), max_size=3).map(tuple)
    return st.builds(
        WorkItem,
        st.just(plan_id),
        st.just(section_id),
        texts,
        sort_key=keys,
        kind=st.sampled_from(ItemKind),
        number=maybe,
        ordinal=maybe,
        label=maybe,
        lead_words=maybe,
        coordinating_words=maybe,
        lead=links,
        coordinating=links,
        time_words=maybe,
        rules=st.none() | st.lists(rules, max_size=2).map(tuple),
        product=maybe,
        funding=maybe,
        note=maybe,
        person_in_charge=maybe,
        leader=maybe,
        origin=st.sampled_from(ItemOrigin),
        source_document=maybe,
        amended_by=maybe,
    )


def indicators(plan_id: int, agency_id: int | None = None) -> st.SearchStrategy[Indicator]:
    return st.builds(
        Indicator,
        st.just(plan_id),
        texts,
        sort_key=keys,
        group_number=maybe,
        group_title=maybe,
        number=maybe,
        unit=maybe,
        target_words=maybe,
        agency_words=maybe,
        agency_id=st.sampled_from([None, agency_id]),
        area=st.none() | st.sampled_from(AreaCode),
        amended_by=maybe,
        target=st.none() | targets,
    )


def agencies() -> st.SearchStrategy[Agency]:
    return st.builds(
        Agency,
        texts,
        kind=st.sampled_from(AgencyKind),
        short_name=maybe,
        aliases=tuples,
        valid_from=maybe_date,
        valid_to=maybe_date,
        head=maybe,
        contact=maybe,
        note=maybe,
    )
