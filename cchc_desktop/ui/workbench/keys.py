"""The keys of tree and table as data; they work in the view itself, with or without a window around it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_ALT, _CTRL, _SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
_PLAIN = Qt.KeyboardModifier.NoModifier
_KEY = Qt.Key

COMMAND_KEYS: Mapping[tuple[Qt.KeyboardModifier, Qt.Key], str] = {
    (_PLAIN, _KEY.Key_F2): "edit_current",
    (_PLAIN, _KEY.Key_Return): "cell_below",
    (_PLAIN, _KEY.Key_Enter): "cell_below",
    (_SHIFT, _KEY.Key_Return): "cell_above",
    (_SHIFT, _KEY.Key_Enter): "cell_above",
    (_PLAIN, _KEY.Key_Tab): "next_cell",
    (_SHIFT, _KEY.Key_Backtab): "previous_cell",
    (_SHIFT, _KEY.Key_Tab): "previous_cell",
    (_CTRL, _KEY.Key_Home): "first_cell",
    (_CTRL, _KEY.Key_End): "last_cell",
    (_PLAIN, _KEY.Key_Insert): "add_item",
    (_CTRL | _SHIFT, _KEY.Key_N): "add_item",
    (_CTRL | _SHIFT, _KEY.Key_Insert): "add_sub_item",
    (_PLAIN, _KEY.Key_Delete): "delete_by_key",
    (_ALT, _KEY.Key_Up): "move_up",
    (_ALT, _KEY.Key_Down): "move_down",
    (_ALT, _KEY.Key_Right): "indent",
    (_ALT, _KEY.Key_Left): "outdent",
    (_CTRL, _KEY.Key_C): "copy",
    (_CTRL, _KEY.Key_Insert): "copy",
    (_CTRL, _KEY.Key_X): "cut",
    (_SHIFT, _KEY.Key_Delete): "cut",
    (_CTRL, _KEY.Key_V): "paste",
    (_SHIFT, _KEY.Key_Insert): "paste",
    (_CTRL, _KEY.Key_D): "fill_down",
    (_CTRL, _KEY.Key_F): "focus_search",
    (_SHIFT, _KEY.Key_Space): "select_row",
    (_PLAIN, _KEY.Key_Escape): "clear_search",
}
"""Which public method of PlanView a key calls."""


def command_of(event: QKeyEvent) -> str | None:
    """Return the command of a key press, None where the view itself answers the key."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return COMMAND_KEYS.get((modifiers, Qt.Key(event.key())))


def is_typing(event: QKeyEvent) -> bool:
    """Tell whether a key press types a character; a space alone is none: it would empty a cell unseen."""
    held = event.modifiers() & (_CTRL | _ALT | Qt.KeyboardModifier.MetaModifier)
    text = event.text()
    return text.isprintable() and bool(text.strip()) and held in (_PLAIN, _CTRL | _ALT)  # the latter is AltGr
