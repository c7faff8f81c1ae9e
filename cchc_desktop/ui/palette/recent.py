"""What was chosen in the palette last, as this user's settings keep it."""

from __future__ import annotations

from collections.abc import Sequence

from cchc_desktop.domain.search.palette import EntryKey, EntryKind

MOST = 20
_KINDS = {kind.value: kind for kind in EntryKind}


def recent_keys(stored: Sequence[object]) -> list[EntryKey]:
    """Return what settings hold ('command:undo'), the latest first; what is no entry's name is passed over."""
    parts = (entry.partition(":") for entry in stored if isinstance(entry, str))
    return [(_KINDS[kind], id_) for kind, _, id_ in parts if kind in _KINDS]


def with_latest(stored: Sequence[object], key: EntryKey) -> list[str]:
    """Return what settings are to hold when an entry was chosen."""
    keys = [key, *(known for known in recent_keys(stored) if known != key)]
    return [f"{kind.value}:{id_}" for kind, id_ in keys[:MOST]]
