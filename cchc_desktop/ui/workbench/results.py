"""What was recorded of the open plan's items, as its table shows it; empty until it has been worked out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # the first rows wait for no status
    from collections.abc import Iterable

    from cchc_desktop.domain.followup.rollups import RollUp
    from cchc_desktop.domain.followup.status import ItemStatus

RESULT_FIELDS = ("result_now", "day_now", "documents_now")
"""The cells of a row that are typed as a result of its milestone at hand (`services.result_cells`)."""


class ResultSource(Protocol):
    """Tells what was recorded as of a day."""

    def status(self, item_id: int) -> ItemStatus | None:
        """Return how an item stands; None for one that is not followed."""
        ...

    def words(self, item_id: int, field: str) -> str:
        """Return what a cell of `RESULT_FIELDS` holds."""
        ...

    def about(self, item_id: int) -> str:
        """Return to which milestone the cells of an item belong."""
        ...

    def roll_up(self, item_ids: Iterable[int]) -> RollUp:
        """Count items by their status; those that are not followed are left out."""
        ...


class Results:
    """The one source of a view's models; `version` is another number with each source."""

    def __init__(self) -> None:
        self.source: ResultSource | None = None
        self.version = 0

    def take(self, source: ResultSource | None) -> None:
        """Show what another source tells."""
        self.source = source
        self.version += 1

    def status(self, item_id: int) -> ItemStatus | None:
        """Return how an item stands; None while that is not known."""
        return self.source.status(item_id) if self.source is not None else None

    def words(self, item_id: int, field: str) -> str:
        """Return what a cell of `RESULT_FIELDS` holds, nothing while that is not known."""
        return self.source.words(item_id, field) if self.source is not None else ""

    def about(self, item_id: int) -> str:
        """Return to which milestone the cells of an item belong."""
        return self.source.about(item_id) if self.source is not None else ""
