"""The chosen rows of a list; Qt's own answer takes seconds where there are thousands."""

from __future__ import annotations

from PySide6.QtWidgets import QTableView


def chosen_rows(table: QTableView) -> list[int]:
    """Return the numbers of the chosen rows, in their order."""
    spans = table.selectionModel().selection()
    found: set[int] = set()
    for number in range(spans.count()):
        span = spans.at(number)
        found.update(range(span.top(), span.bottom() + 1))
    return sorted(found)
