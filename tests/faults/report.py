"""What a scenario found: how often it was tried, what was counted, and which promises broke."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Report:
    """Figures of one scenario; `broken` holds one line per broken promise, with what repeats it."""

    name: str
    tried: int
    figures: Mapping[str, object] = field(default_factory=dict)
    broken: tuple[str, ...] = ()
    skipped: str = ""

    @property
    def holds(self) -> bool:
        """Tell whether every promise held."""
        return not self.broken

    def lines(self) -> Iterator[str]:
        """Yield the figures as a small table."""
        verdict = f"skipped: {self.skipped}" if self.skipped else ("holds" if self.holds else "BROKEN")
        yield f"{self.name}: {self.tried} tried, {verdict}"
        for name, value in self.figures.items():
            shown = f"{value:.1f}" if isinstance(value, float) else value
            yield f"    {name:<44} {shown}"
        for line in self.broken[:20]:
            yield f"    ! {line}"
        if len(self.broken) > 20:
            yield f"    ! and {len(self.broken) - 20} more"


@dataclass
class Tally:
    """Counts by name in the order of their first use, and broken promises; a Report in the making."""

    counts: dict[str, int] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)

    def count(self, name: str, by: int = 1) -> None:
        """Add to a figure; `by=0` shows it even where nothing is ever counted."""
        self.counts[name] = self.counts.get(name, 0) + by

    def require(self, kept: bool, promise: str) -> None:
        """Note a promise that was not kept."""
        if not kept:
            self.broken.append(promise)

    def report(self, name: str, tried: int, **more: object) -> Report:
        """Return what was found."""
        return Report(name, tried, {**self.counts, **more}, tuple(self.broken))
