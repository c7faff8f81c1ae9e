"""F6: from one part of the window to the next one, and round again; Tab stays inside a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

Part = tuple[QWidget, QWidget]
"""A part of the window, and where in it the keys go at first: itself, or something in it."""


@runtime_checkable
class Parted(Protocol):
    """A screen of several parts."""

    def parts(self) -> Sequence[Part]:
        """Return the parts, in the order in which they are read."""
        ...


def parts_of(screen: QWidget) -> Sequence[Part]:
    """Return the parts of a screen: it is one itself where it tells of none."""
    return screen.parts() if isinstance(screen, Parted) else ((screen, screen),)


def go_on(parts: Iterable[Part]) -> None:
    """Lead the keys into the part behind the one that has them; parts that take no keys now are passed over."""
    ways = [(part, stop) for part, target in parts if part.isVisible() and (stop := first_stop(target)) is not None]
    if ways:
        focused = QApplication.focusWidget()
        inside = [focused is not None and (part is focused or part.isAncestorOf(focused)) for part, _ in ways]
        place = inside.index(True) if True in inside else -1
        ways[(place + 1) % len(ways)][1].setFocus(Qt.FocusReason.TabFocusReason)


def first_stop(part: QWidget) -> QWidget | None:
    """Return the first widget of a part that takes keys by Tab, None where there is none."""
    proxy = part.focusProxy()
    if proxy is not None and (stop := first_stop(proxy)) is not None:
        return stop
    if _takes_keys(part):
        return part
    widget = part.nextInFocusChain()
    while widget is not None and widget is not part:
        if part.isAncestorOf(widget) and _takes_keys(widget):
            return widget
        widget = widget.nextInFocusChain()
    return None


def _takes_keys(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()
