"""The window's commands as the palette offers them: read from the menus, so that none is forgotten."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from cchc_desktop.domain.search.palette import Entry, EntryKind
from cchc_desktop.ui.help.key_page import keys_in_words

_BETWEEN = " › "


def commands_in(actions: Sequence[QAction], path: str = "") -> Iterator[tuple[Entry, QAction]]:
    """Yield the commands of menus that can be carried out now, with the way to each; those without a name are passed.

    `actions` are those of the menu bar.
    """
    for action in actions:
        menu = action.menu()
        if isinstance(menu, QMenu):
            below = _BETWEEN.join(filter(None, (path, plain_words(action.text()))))
            yield from commands_in(menu.actions(), below)
        elif action.objectName() and action.isEnabled() and not action.isSeparator():
            yield _entry(action, path), action


def plain_words(text: str) -> str:
    """Return the text of an action without the signs of its letter keys."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _entry(action: QAction, path: str) -> Entry:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.PortableText)
    return Entry(
        EntryKind.COMMAND, action.objectName(), plain_words(action.text()), path, keys_in_words(keys) if keys else ""
    )
