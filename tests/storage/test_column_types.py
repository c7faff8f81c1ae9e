from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, MetaData, Table, create_engine, insert, select
from sqlalchemy.pool import StaticPool

from cchc_desktop.storage.column_types import DecimalText, IsoDate, JsonText, NfcText, UtcMoment, moment_text

_TABLE = Table(
    "sample",
    MetaData(),
    Column("text", NfcText),
    Column("day", IsoDate),
    Column("moment", UtcMoment),
    Column("amount", DecimalText),
    Column("json", JsonText),
)
_ENGINE = create_engine("sqlite://", poolclass=StaticPool)


def stored(column: str, value: object) -> tuple[object, object]:
    """Return what came back and what stands in the file."""
    with _ENGINE.connect() as connection:
        _TABLE.create(connection, checkfirst=True)
        connection.execute(insert(_TABLE), {column: value})
        back = connection.execute(select(_TABLE.c[column])).scalar_one()
        raw = connection.exec_driver_sql(f"SELECT {column} FROM sample").scalar_one()
    return back, raw


@pytest.mark.parametrize(
    ("column", "value", "raw"),
    [
        ("text", "Kế hoạch", "Kế hoạch"),
        ("day", date(2025, 7, 1), "2025-07-01"),
        ("moment", datetime(2025, 7, 1, 1, 2, 3, 4, tzinfo=UTC), "2025-07-01T01:02:03.000004Z"),
        ("amount", Decimal("12345678901234.1234"), "12345678901234.1234"),
        ("amount", Decimal("1E+3"), "1000"),
        ("json", {"b": ["đ"], "a": None}, '{"a":null,"b":["đ"]}'),
        ("json", None, None),
    ],
)
def test_one_way_of_writing(column, value, raw):
    assert stored(column, value) == (value, raw)


def test_text_goes_in_as_nfc():
    decomposed = unicodedata.normalize("NFD", "Ủy ban")
    assert stored("text", decomposed) == ("Ủy ban", "Ủy ban")


def test_moments_are_utc_and_sort_as_text():
    here = timezone(timedelta(hours=7))
    early, late = datetime(2025, 7, 1, 6, tzinfo=here), datetime(2025, 7, 1, 0, tzinfo=UTC)
    assert moment_text(early) == "2025-06-30T23:00:00.000000Z" < moment_text(late)


@pytest.mark.parametrize(
    ("column", "value"),
    [("moment", datetime(2025, 7, 1)), ("amount", Decimal("Infinity")), ("amount", Decimal("NaN"))],
)
def test_values_without_one_meaning_are_refused(column, value):
    with pytest.raises(Exception, match=r"zone|finite"):
        stored(column, value)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4))
def test_decimals_come_back_exactly(value):
    assert stored("amount", value)[0] == value
