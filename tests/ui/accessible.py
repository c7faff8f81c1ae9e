"""What must hold for every screen, page and dialog: names, the order of Tab, room for words, something to click at.

Each rule returns the faults that it finds, in words; a place without faults gives an empty list.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTabBar,
    QTableView,
    QTreeView,
    QWidget,
)

LEAST_TARGET = 24
"""Pixels of what is clicked at, in both directions (UI.md, Accessibility)."""
_SIDES = 18
"""Edge, padding and Qt's own margin of a line, left and right together."""


def faults(ground: QWidget, page: QWidget) -> list[str]:
    """Return what breaks a rule inside a window; the order of Tab is that of its page, bars have one of their own."""
    rules = ((nameless, ground), (backwards, page), (too_small, ground), (cut_words, ground), (outside, ground))
    return [f"{rule.__name__}: {fault}" for rule, place_ in rules for fault in rule(place_)]


def nameless(ground: QWidget) -> list[str]:
    """Return what can have the focus and that a screen reader could not name."""
    interfaces = ((stop, QAccessible.queryAccessibleInterface(stop)) for stop in stops(ground))
    return [described(stop) for stop, interface in interfaces if not interface.text(QAccessible.Text.Name).strip()]


def backwards(ground: QWidget) -> list[str]:
    """Return pairs that Tab visits in an order in which nobody reads; in a window of its own Tab goes round."""
    found = stops(ground)
    if ground.isWindow() and found:
        top = min((place(stop) for stop in found), key=lambda rect: rect.top())
        row = [number for number, stop in enumerate(found) if place(stop).center().y() <= top.bottom()]
        first = min(row, key=lambda number: place(found[number]).left())  # a combo is a pixel higher than a line
        found = found[first:] + found[:first]
    return [
        f"{described(one)} before {described(other)}"
        for one, other in pairwise(found)
        if _is_backwards(place(one), place(other))
    ]


def too_small(ground: QWidget) -> list[str]:
    """Return buttons and fields that are hard to hit."""
    kinds = QAbstractButton | QComboBox | QLineEdit
    targets = (child for child in _shown(ground) if isinstance(child, kinds) and not _belongs_to_a_part(child))
    return [described(target) for target in targets if min(target.width(), target.height()) < LEAST_TARGET]


def cut_words(ground: QWidget) -> list[str]:
    """Return widgets whose words cannot be read whole, neither in place nor in a tooltip."""
    cut = [child for child in _shown(ground) if _is_too_low(child) or (_is_cut(child) and not _has_tooltip(child))]
    return [*map(described, cut), *_cut_headers(ground)]


def outside(ground: QWidget) -> list[str]:
    """Return words that stand beyond the edge of the window, where no scrolling leads."""
    whole = ground.window().rect()
    return [
        described(child)
        for child in _shown(ground)
        if isinstance(child, QLabel | QAbstractButton) and not _is_scrolled(child) and not whole.contains(place(child))
    ]


def stops(ground: QWidget) -> list[QWidget]:
    """Return what Tab visits inside a widget, in its order."""
    window = ground.window()
    found, widget = [], window.nextInFocusChain()
    while widget is not window:
        tabbed = Qt.FocusPolicy.TabFocus in Qt.FocusPolicy(widget.focusPolicy().value)
        is_inside = ground is window or ground.isAncestorOf(widget)
        if tabbed and is_inside and _is_seen(widget) and widget.isEnabled() and widget.focusProxy() is None:
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def place(widget: QWidget) -> QRect:
    """Return where a widget stands in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint()), widget.size())


def described(widget: QWidget) -> str:
    """Return a widget as the message of a failed test names it."""
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else widget.accessibleName()
    return f"{type(widget).__name__} {widget.objectName()} “{words}” at {place(widget).getRect()}"


def _is_seen(widget: QWidget) -> bool:
    return widget.isVisible() and not widget.visibleRegion().isEmpty()


def _shown(ground: QWidget) -> Iterator[QWidget]:
    return (child for child in ground.findChildren(QWidget) if _is_seen(child) and child.window() is ground.window())


def _is_backwards(one: QRect, other: QRect) -> bool:
    """Tell whether the second place is read before the first: above it without being in a column to its right."""
    in_one_line = one.top() < other.bottom() and other.top() < one.bottom()
    if in_one_line:
        return other.right() <= one.left()
    return other.bottom() <= one.top() and other.left() < one.right()


def _belongs_to_a_part(widget: QWidget) -> bool:
    """Tell whether a widget is Qt's own or inside another target: the line of a combo box, the corner of a table."""
    is_qts_own = widget.objectName().startswith("qt_")
    return is_qts_own or isinstance(widget.parentWidget(), QComboBox | QAbstractScrollArea | QLineEdit | QTabBar)


def _is_cut(widget: QWidget) -> bool:
    """Tell whether a widget is narrower than its words."""
    match widget:
        case QLabel():
            return bool(widget.text()) and not widget.wordWrap() and widget.sizeHint().width() > widget.width()
        case QAbstractButton():
            return bool(widget.text()) and widget.sizeHint().width() > widget.width()
        case QLineEdit():
            words = widget.text() or widget.placeholderText()
            return widget.fontMetrics().horizontalAdvance(words) > widget.width() - _SIDES
    return False


def _is_too_low(widget: QWidget) -> bool:
    """Tell whether a widget is lower than its words, for which no tooltip helps."""
    match widget:
        case QLabel() if widget.wordWrap():
            return widget.heightForWidth(widget.width()) > widget.height()
        case QLabel() | QAbstractButton():
            return bool(widget.text()) and _needed_height(widget) > widget.height()
        case QComboBox() | QLineEdit():
            return widget.fontMetrics().height() > widget.contentsRect().height()
    return False


def _needed_height(widget: QLabel | QAbstractButton) -> int:
    return widget.fontMetrics().height() * (widget.text().count("\n") + 1)


def _cut_headers(ground: QWidget) -> Iterator[str]:
    for view in _shown(ground):
        if isinstance(view, QTableView | QTreeView):
            header = view.horizontalHeader() if isinstance(view, QTableView) else view.header()
            yield from (
                f"header “{words}” of {described(view)}" for words in _cut_sections(header) if header.isVisible()
            )


def _cut_sections(header: QHeaderView) -> Iterator[str]:
    model, role = header.model(), Qt.ItemDataRole
    for section in range(header.count()):
        is_cut = header.sectionSizeHint(section) > header.sectionSize(section) > 0
        if is_cut and not model.headerData(section, Qt.Orientation.Horizontal, role.ToolTipRole):
            yield str(model.headerData(section, Qt.Orientation.Horizontal))


def _has_tooltip(widget: QWidget | None) -> bool:
    while widget is not None:
        if widget.toolTip():
            return True
        widget = widget.parentWidget()
    return False


def _is_scrolled(widget: QWidget | None) -> bool:
    while widget is not None and not isinstance(widget, QAbstractScrollArea):
        widget = widget.parentWidget()
    return widget is not None
