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
    (_PLAIN, _KEY.Key_Return): "edit_current",
    (_PLAIN, _KEY.Key_Enter): "edit_current",
    (_PLAIN, _KEY.Key_Insert): "add_item",
    (_CTRL | _SHIFT, _KEY.Key_N): "add_item",
    (_CTRL | _SHIFT, _KEY.Key_Insert): "add_sub_item",
    (_PLAIN, _KEY.Key_Delete): "delete_by_key",
    (_ALT, _KEY.Key_Up): "move_up",
    (_ALT, _KEY.Key_Down): "move_down",
    (_ALT, _KEY.Key_Right): "indent",
    (_ALT, _KEY.Key_Left): "outdent",
    (_CTRL, _KEY.Key_F): "focus_search",
    (_SHIFT, _KEY.Key_Space): "select_row",
    (_PLAIN, _KEY.Key_Escape): "clear_search",
}
"""Which public method of PlanView a key calls."""


def command_of(event: QKeyEvent) -> str | None:
    """Return the command of a key press, None where the view itself answers the key."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return COMMAND_KEYS.get((modifiers, Qt.Key(event.key())))
