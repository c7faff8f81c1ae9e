"""Which pages are printed on a printer that prints on one side of a sheet only."""

from __future__ import annotations

from enum import StrEnum


class Sides(StrEnum):
    """Which pages of a range are printed: a printer that prints on one side only needs them apart."""

    ALL = "all"
    ODD = "odd"
    EVEN = "even"
