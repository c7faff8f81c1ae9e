"""Filters as a saved view keeps them: areas by their codes or headings, so that a view serves other plans too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from functools import partial

from cchc_desktop.domain.areas import AreaCode, area_name
from cchc_desktop.domain.plan import Section
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.domain.text.folding import fold_words
from cchc_desktop.domain.views import ViewFilter
from cchc_desktop.ui.workbench.filters import ENUMERATIONS, Filters, choices_of


def kept_filters(filters: Filters, tree: PlanTree) -> tuple[ViewFilter, ...]:
    """Return what a view keeps of filters that are chosen for a plan."""
    kept = []
    for field, values in filters.to_json().items():
        if field == "areas":
            values = [_area_value(section, tree.sections) for section in tree.sections if section.uid in values]
        kept.append(ViewFilter(field, tuple(values)))
    return tuple(kept)


def wanted_filters(
    kept: Iterable[ViewFilter], tree: PlanTree, agencies: Mapping[int, str]
) -> tuple[Filters, tuple[str, ...]]:
    """Return what a view filters in a plan, and in words what the plan does not have: that is left out."""
    chosen: dict[str, frozenset[str]] = {}
    missing: list[str] = []
    known = {field.name for field in fields(Filters)}
    for entry in kept:
        if entry.chip in known:
            chosen[entry.chip], lost = _found(entry, tree, agencies)
            missing += lost
    return Filters(**chosen), tuple(missing)


def _found(entry: ViewFilter, tree: PlanTree, agencies: Mapping[int, str]) -> tuple[frozenset[str], list[str]]:
    if entry.chip == "areas":
        return _split(entry.values, partial(_sections_of, tree.sections), _area_words)
    offered = choices_of(entry.chip, tree)

    def own(value: str) -> list[str]:
        return [value] if value in offered else []

    found, lost = _split(entry.values, own, lambda value: _agency_words(value, agencies))
    return found, [] if entry.chip in ENUMERATIONS else lost


def _split(
    values: Iterable[str], found_for: Callable[[str], Sequence[str]], in_words: Callable[[str], str]
) -> tuple[frozenset[str], list[str]]:
    answers = {value: found_for(value) for value in values}
    lost = [in_words(value) for value, found in answers.items() if not found]
    return frozenset(value for found in answers.values() for value in found), lost


def _area_value(section: Section, sections: Sequence[Section]) -> str:
    """Return the code of a section's area; its number and title where they alone tell it from another section."""
    shared = sum(other.area == section.area for other in sections) > 1
    is_plain = section.area is AreaCode.OTHER or shared
    return f"{section.number or ''} {section.title}".strip() if is_plain else section.area.value


def _sections_of(sections: Sequence[Section], value: str) -> list[str]:
    """Return the uids of the sections that a value names; by its title alone where another number stands before it."""
    if value in set(AreaCode):
        return [section.uid for section in sections if section.area.value == value]
    words = fold_words(value)
    exact = [section.uid for section in sections if fold_words(f"{section.number or ''} {section.title}") == words]
    return exact or [section.uid for section in sections if f" {words}".endswith(f" {fold_words(section.title)}")]


def _area_words(value: str) -> str:
    return area_name(AreaCode(value)) if value in set(AreaCode) else value


def _agency_words(value: str, agencies: Mapping[int, str]) -> str:
    return agencies.get(int(value), value) if value.isdigit() else value
