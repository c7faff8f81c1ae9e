"""Keeping printed numbers in step when tasks are added, moved or deleted, as Word's own numbering would."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cchc_desktop.domain.items import WorkItem, bare_number
from cchc_desktop.domain.numbering import NumberedItem, NumberedSection, NumberingScheme, detect_scheme, numbers
from cchc_desktop.domain.ports import UnitOfWork


class NumberKeeper:
    """Looks at a plan's numbers before a change and sets them after it.

    Made at the start of an operation. Where the numbers follow no scheme they are the plan's own words and stay.
    Only tasks directly under a section are counted; what stands below them keeps its printed number.
    """

    def __init__(self, unit: UnitOfWork, plan_id: int) -> None:
        self._unit = unit
        self._plan_id = plan_id
        tops = self._tops(plan_id)
        self._scheme = detect_scheme([section for section, _ in tops])
        self._stop = _stop_of([item for _, items in tops for item in items])

    def keep(self, plan_id: int | None = None) -> None:
        """Give every top item the number that the scheme asks for; those of another plan that is numbered alike."""
        if self._scheme is NumberingScheme.AS_PRINTED:
            return
        tops = self._tops(plan_id or self._plan_id)
        wanted = numbers(self._scheme, [section for section, _ in tops])
        self._unit.items.update_all(
            [
                replace(item, number=label + self._stop)
                for (_, items), labels in zip(tops, wanted, strict=True)
                for item, label in zip(items, labels, strict=True)
                if bare_number(item.number) != label
            ]
        )

    def _tops(self, plan_id: int) -> list[tuple[NumberedSection, list[WorkItem]]]:
        return list(self._sections(plan_id))

    def _sections(self, plan_id: int) -> Iterator[tuple[NumberedSection, list[WorkItem]]]:
        for section in self._unit.sections.of_plan(plan_id):
            items = sorted(self._unit.items.siblings(section.id, None), key=lambda item: (item.sort_key, item.id))
            numbered = tuple(NumberedItem(printed=bare_number(item.number) or "") for item in items)
            yield NumberedSection(bare_number(section.number) or "", numbered), items


def _stop_of(items: list[WorkItem]) -> str:
    """Return what closes the plan's numbers ('' or '.'), as most of them have it."""
    printed = [item.number for item in items if item.number]
    dotted = sum(number.rstrip().endswith(".") for number in printed)
    return "." if dotted * 2 > len(printed) else ""
