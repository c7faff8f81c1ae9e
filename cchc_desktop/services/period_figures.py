"""The figures of a locked period beside the present ones, line by line: what was changed after it was locked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cchc_desktop.domain.followup.status import COMPLETED, STATUS_WORDS, Status
from cchc_desktop.domain.indicators.values import VERDICT_NAMES, Verdict

STATUS_NAMES: Mapping[Status, str] = {
    **{status: words for status, (words, _) in STATUS_WORDS.items()},
    Status.OVERDUE: "Quá hạn",
    Status.DUE_SOON: "Sắp đến hạn",
}
"""What each status is called where no number of days stands beside it."""


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure of one plan: what was kept and what it is now, None where the plan is missing on that side."""

    plan: str
    words: str
    kept: int | None
    present: int | None

    @property
    def differs(self) -> bool:
        """Tell whether the figure has changed since."""
        return self.kept != self.present


def figure_lines(kept: Mapping[str, Any], present: Mapping[str, Any]) -> tuple[FigureLine, ...]:
    """Return the figures of two snapshots (see `periods.snapshot_of`) beside each other, plan by plan."""
    sides = [{plan["plan_id"]: plan for plan in side["plans"]} for side in (kept, present)]
    ids = dict.fromkeys([*sides[0], *sides[1]])
    key = kept["period"]
    return tuple(line for id_ in ids for line in _lines_of_plan(sides[0].get(id_), sides[1].get(id_), key))


def _lines_of_plan(
    kept: Mapping[str, Any] | None, present: Mapping[str, Any] | None, period: str
) -> Iterator[FigureLine]:
    title = (present or kept or {})["title"]
    one, other = _figures(kept), _figures(present)
    for words in dict.fromkeys([*_order(), *one, *other]):
        if one.get(words) or other.get(words):
            yield FigureLine(title, words, _side(kept, one, words), _side(present, other, words))
    if kept and present:
        changed = sum(
            kept["items"].get(id_) != present["items"].get(id_) for id_ in {*kept["items"], *present["items"]}
        )
        yield FigureLine(title, "Nhiệm vụ có tình trạng khác lúc chốt", 0, changed)
        values = _changed_values(kept["indicators"], present["indicators"], period)
        if values:
            yield FigureLine(title, "Chỉ tiêu có giá trị khác lúc chốt", 0, values)


def _changed_values(kept: Mapping[str, Any], present: Mapping[str, Any], period: str) -> int:
    """Return how many indicators have another value for the period, or for one that had a value then."""
    changed = 0
    for id_ in {*kept, *present}:
        before, now = (side.get(id_, {}).get("values", {}) for side in (kept, present))
        changed += any(before.get(key) != now.get(key) for key in {*before, period})
    return changed


def _side(plan: Mapping[str, Any] | None, figures: Mapping[str, int], words: str) -> int | None:
    return None if plan is None else figures.get(words, 0)


def _order() -> list[str]:
    statuses = [f"– {STATUS_NAMES[status]}" for status in Status]
    return ["Tổng số nhiệm vụ", "Hoàn thành", *statuses, *(f"Chỉ tiêu: {VERDICT_NAMES[one]}" for one in Verdict)]


def _figures(plan: Mapping[str, Any] | None) -> dict[str, int]:
    if plan is None:
        return {}
    counts = {Status(code): count for code, count in plan["total"].items()}
    verdicts = Counter(Verdict(one["verdict"]) for one in plan["indicators"].values())
    return {
        "Tổng số nhiệm vụ": sum(counts.values()),
        "Hoàn thành": sum(count for status, count in counts.items() if status in COMPLETED),
        **{f"– {STATUS_NAMES[status]}": count for status, count in counts.items()},
        **{f"Chỉ tiêu: {VERDICT_NAMES[verdict]}": count for verdict, count in verdicts.items()},
    }
