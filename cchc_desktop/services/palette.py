"""What the command palette offers for one database: the window's commands, and what a `Library` knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cchc_desktop.domain.items import bare_number
from cchc_desktop.domain.search.palette import Entry, EntryKind, Palette
from cchc_desktop.domain.views import SavedView
from cchc_desktop.services.search import Library


def make_palette(library: Library, commands: Iterable[Entry], views: Iterable[SavedView] = ()) -> Palette:
    """Return the palette of one snapshot; tasks are looked up in the library's index, which is not built again."""

    def item_entry(item_id: int) -> Entry:
        item, plan = library.item(item_id)
        number = bare_number(item.number)
        return Entry(EntryKind.ITEM, str(item_id), item.content, plan.title, numbers=(number,) if number else ())

    entries = (*commands, *map(_view, views), *_known(library))
    return Palette(entries, library.abbreviations, library.items, item_entry)


def _view(view: SavedView) -> Entry:
    return Entry(EntryKind.VIEW, view.uid, view.name)


def _known(library: Library) -> Iterator[Entry]:
    for plan in library.plans:
        number = plan.document.number
        yield Entry(EntryKind.PLAN, str(plan.id), plan.title, number or "", numbers=(number,) if number else ())
    for agency_id, name in library.agency_names.items():
        yield Entry(EntryKind.AGENCY, str(agency_id), name)
