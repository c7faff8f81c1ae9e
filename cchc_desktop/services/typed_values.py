"""Values as a person typed them, on their way into entities."""

from __future__ import annotations

from collections.abc import Mapping

TypedValues = Mapping[str, str | None]
"""Field name to what stands in its cell."""

_REQUIRED = frozenset({"content", "title", "text"})


def check_fields(values: TypedValues, allowed: frozenset[str]) -> None:
    """Raise ValueError for a field that nobody types: a fault of the caller."""
    unknown = set(values) - allowed
    if unknown:
        raise ValueError(f"not a typed field: {sorted(unknown)}")


def cleaned(values: TypedValues) -> dict[str, str | None]:
    """Trim outer white space; an emptied cell is None, but content and titles stay text."""
    trimmed = {name: (text or "").strip() for name, text in values.items()}
    return {name: text if text or name in _REQUIRED else None for name, text in trimmed.items()}
