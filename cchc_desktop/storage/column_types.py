"""Column types: every stored value is TEXT or INTEGER, written in one way only, so that files compare byte by byte."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator

from cchc_desktop.domain.text.folding import nfc


def to_json(value: Any) -> str:
    """Return the one JSON text of a value: keys sorted, letters as they are; dates, moments, decimals as text."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain)


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return moment_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return decimal_text(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")


def moment_text(moment: datetime) -> str:
    """Return a moment as UTC text of fixed length, so that text order is time order; ValueError without a zone."""
    if moment.tzinfo is None:
        raise ValueError("a stored moment needs its time zone")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def decimal_text(number: Decimal) -> str:
    """Return a number's digits without an exponent; ValueError for infinities and not-a-number."""
    if not number.is_finite():
        raise ValueError("only finite numbers are stored")
    return format(number, "f")


class NfcText(TypeDecorator[str]):
    """Text in Unicode normal form C; reading needs no conversion."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Normalise what goes in."""
        return None if value is None else nfc(value)


class IsoDate(TypeDecorator[date]):
    """A local date as 'YYYY-MM-DD'."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        """Write ISO text."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        """Read ISO text."""
        return None if value is None else date.fromisoformat(value)


class UtcMoment(TypeDecorator[datetime]):
    """A moment as UTC text, 'YYYY-MM-DDTHH:MM:SS.ffffffZ'."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Write UTC text; ValueError for a moment without a zone."""
        return None if value is None else moment_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """Read an aware moment in UTC."""
        return None if value is None else datetime.fromisoformat(value)


class DecimalText(TypeDecorator[Decimal]):
    """A decimal number as plain text: SQLite's REAL changes 12345678901234.1234."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """Write digits without an exponent; ValueError for infinities and not-a-number."""
        return None if value is None else decimal_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        """Read the exact number back."""
        return None if value is None else Decimal(value)


class JsonText(TypeDecorator[Any]):
    """Plain JSON values as sorted text; None is SQL NULL. Text inside must be NFC already (see `normal`)."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Write JSON text."""
        return None if value is None else to_json(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """Read plain values."""
        return None if value is None else json.loads(value)
