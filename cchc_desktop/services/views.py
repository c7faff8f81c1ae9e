"""Use cases of saved views: kept in the database in the office's order, undone like everything else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from cchc_desktop.domain.changes import Changes, Operation
from cchc_desktop.domain.errors import InvalidInput, NotFound
from cchc_desktop.domain.ports import UnitOfWork
from cchc_desktop.domain.text.folding import nfc
from cchc_desktop.domain.views import VIEWS, SavedView, view_from_json, view_to_json
from cchc_desktop.services.titles import about
from cchc_desktop.services.workspace import Workspace

_Entry = Mapping[str, Any]  # one view as stored: fields that a newer program wrote are kept as they are


def saved_views(workspace: Workspace, screen: str | None = None) -> list[SavedView]:
    """Return the saved views in the office's order, those of one screen where it is named."""
    views = map(view_from_json, _entries(workspace.history.setting(VIEWS, [])))
    return [view for view in views if view.name and screen in (None, view.screen)]


def save_view(workspace: Workspace, view: SavedView) -> Changes:
    """Keep a view; one of the same name on the same screen is replaced in its place. InvalidInput without a name."""
    named = replace(view, name=_named(view.name))
    with workspace.units(Operation("view.save", about("Lưu chế độ xem", named.name))) as unit:
        entries = _stored(unit)
        at = next((at for at, entry in enumerate(entries) if _is_called(entry, named.screen, named.name)), None)
        if at is None:
            entries.append(view_to_json(named))
        else:
            known = view_from_json(entries[at])
            entries[at] = {**entries[at], **view_to_json(replace(named, uid=known.uid))}
        unit.settings.put(VIEWS, entries)
        return unit.commit()


def rename_view(workspace: Workspace, uid: str, name: str) -> Changes:
    """Give a view another name; InvalidInput without one or where another view of its screen has it, NotFound."""
    name = _named(name)
    with workspace.units(Operation("view.rename", about("Đổi tên chế độ xem", name))) as unit:
        entries = _stored(unit)
        at = _position(entries, uid)
        screen = view_from_json(entries[at]).screen
        if any(_is_called(entry, screen, name) for other, entry in enumerate(entries) if other != at):
            raise InvalidInput(f"Đã có chế độ xem tên “{name}”. Hãy đặt tên khác.")
        entries[at] = {**entries[at], "name": name}
        unit.settings.put(VIEWS, entries)
        return unit.commit()


def delete_view(workspace: Workspace, uid: str) -> Changes:
    """Forget a view; NotFound."""
    with workspace.units(Operation("view.delete", "Xóa chế độ xem")) as unit:
        entries = _stored(unit)
        at = _position(entries, uid)
        unit.describe(about("Xóa chế độ xem", view_from_json(entries.pop(at)).name))
        unit.settings.put(VIEWS, entries)
        return unit.commit()


def reorder_views(workspace: Workspace, uids: Sequence[str]) -> Changes:
    """Put views into another order; those that are not named keep theirs, behind the others. NotFound."""
    with workspace.units(Operation("view.reorder", "Sắp xếp các chế độ xem")) as unit:
        entries = _stored(unit)
        first = [_position(entries, uid) for uid in dict.fromkeys(uids)]
        rest = [at for at in range(len(entries)) if at not in first]
        unit.settings.put(VIEWS, [entries[at] for at in (*first, *rest)])
        return unit.commit()


def _stored(unit: UnitOfWork) -> list[_Entry]:
    return _entries(unit.settings.value(VIEWS, []))


def _entries(value: Any) -> list[_Entry]:
    return [entry for entry in value if isinstance(entry, Mapping)] if isinstance(value, list) else []


def _position(entries: Sequence[_Entry], uid: str) -> int:
    for at, entry in enumerate(entries):
        if entry.get("uid") == uid:
            return at
    raise NotFound("Không tìm thấy chế độ xem. Có thể chế độ xem này đã được xóa.")


def _is_called(entry: _Entry, screen: str, name: str) -> bool:
    known = view_from_json(entry)
    return known.screen == screen and known.name.casefold() == name.casefold()


def _named(name: str) -> str:
    words = " ".join(nfc(name).split())
    if not words:
        raise InvalidInput("Chế độ xem chưa có tên. Hãy nhập tên chế độ xem.")
    return words
