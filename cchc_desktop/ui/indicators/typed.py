"""What a person typed about values, as it travels to the desk, and what of it could not be stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

CellKey = tuple[int, str]
"""An indicator's id and the key of a period."""


@dataclass(frozen=True, slots=True)
class TypedValue:
    """A value as typed (None: it stays) and what was told about it, by the names of `measuring.ValueDetails`.

    `reason` says why it is not stored; '' while it is under way.
    """

    indicator_id: int
    period: str
    text: str | None = None
    details: Mapping[str, Any] = field(default_factory=dict)
    reason: str = ""

    @property
    def key(self) -> CellKey:
        """Return the cell in which the value stands."""
        return self.indicator_id, self.period


class TypedValues:
    """Typed values that are not stored (yet), by cell; the grid and the form show them in place of what is stored."""

    def __init__(self) -> None:
        self._values: dict[CellKey, TypedValue] = {}

    def of(self, key: CellKey) -> TypedValue | None:
        """Return what was typed for a cell and is not stored."""
        return self._values.get(key)

    def keep(self, values: Iterable[TypedValue]) -> None:
        """Keep typed values; what was typed before about the same cell and not again stays beside them."""
        for value in values:
            before = self._values.get(value.key)
            if before is not None:
                text = before.text if value.text is None else value.text
                value = replace(value, text=text, details={**before.details, **value.details})
            self._values[value.key] = value

    def stored(self, values: Iterable[TypedValue]) -> None:
        """Forget values that are stored now; what was typed over them since stays."""
        for value in values:
            present = self._values.get(value.key)
            if present is not None and (present.text, present.details) == (value.text, value.details):
                del self._values[value.key]

    def refused(self) -> tuple[TypedValue, ...]:
        """Return what could not be stored, the first that failed first."""
        return tuple(value for value in self._values.values() if value.reason)

    def drop_refused(self) -> tuple[TypedValue, ...]:
        """Give up what could not be stored, and return it."""
        gone = self.refused()
        for value in gone:
            del self._values[value.key]
        return gone
