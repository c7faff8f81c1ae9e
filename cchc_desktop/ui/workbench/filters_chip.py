"""A filter chip: a round button with a menu of checkboxes; while it filters, it is tinted and says what."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from cchc_desktop.ui.widgets.round_button import GAP, ICON, PAD, RoundButton
from cchc_desktop.ui.workbench.filters_menu import CheckMenu

Choices = Callable[[], Sequence[tuple[str, Mapping[str, str]]]]
"""What can be checked, in order: groups of values and their words, each below its heading ('': none)."""

_LONGEST = 150
EDGES = 2 * PAD + GAP + ICON
"""Pixels of a chip beside its words."""
_CLEAR_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_OPEN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class FilterChip(RoundButton):
    """Painted from the tokens. Its menu asks for the choices each time that it opens."""

    chosen = Signal(frozenset)
    """Other values were checked."""

    def __init__(self, name: str, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._choices = choices
        self._values: frozenset[str] = frozenset()
        self._single = ""
        self._menu: CheckMenu | None = None
        self._squeezed: int | None = None
        self.clicked.connect(self.open_menu)
        self._show_words()

    def values(self) -> frozenset[str]:
        """Return what is checked."""
        return self._values

    def set_values(self, values: Collection[str]) -> None:
        """Check exactly these values without telling anyone."""
        self._values = frozenset(values)
        self._single = self._words().get(next(iter(self._values)), "") if len(self._values) == 1 else ""
        self._show_words()

    def clear(self) -> None:
        """Uncheck everything and tell."""
        if self._values:
            self._choose(frozenset())

    def open_menu(self) -> None:
        """Show the checkboxes below the chip."""
        menu = self.menu()
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def menu(self) -> CheckMenu:
        """Return a new menu of the choices; the one before is gone."""
        if self._menu is not None:
            self._menu.deleteLater()
        menu = self._menu = CheckMenu(self)
        menu.setAccessibleName(self._name)
        for heading, values in self._choices():
            if heading:
                menu.add_heading(heading)
            for value, words in values.items():
                self._add_value(menu, value, words)
        if menu.isEmpty():
            menu.addAction(self.tr("(không có mục nào)")).setEnabled(False)
        return menu

    def _add_value(self, menu: CheckMenu, value: str, words: str) -> None:
        action = menu.addAction(words.replace("&", "&&"))
        action.setObjectName(value)
        action.setCheckable(True)
        action.setChecked(value in self._values)
        action.toggled.connect(lambda checked: self._check(value, checked))

    def _words(self) -> dict[str, str]:
        return {value: words for _, values in self._choices() for value, words in values.items()}

    def _check(self, value: str, checked: bool) -> None:
        self._choose(self._values | {value} if checked else self._values - {value})

    def _choose(self, values: frozenset[str]) -> None:
        self.set_values(values)
        self.chosen.emit(values)

    def _show_words(self) -> None:
        """Say the one value that is checked, or how many are."""
        value = self._single or str(len(self._values))
        words = self.tr("{}: {}").format(self._name, value)
        self.setText(words if self._values else self._name)
        self.setAccessibleName(self.tr("Lọc theo {}").format(words if self._values else self._name))
        self.setAccessibleDescription(self.tr("Nhấn Delete để bỏ lọc") if self._values else "")
        checked = self._words() if self._values else {}
        self.setToolTip("\n".join(words for value, words in checked.items() if value in self._values))
        self.updateGeometry()
        self.update()

    # --- looks

    def squeeze(self, longest: int | None) -> None:
        """Cut the words at so many pixels, None: at the usual ones."""
        if longest != self._squeezed:
            self._squeezed = longest
            self.updateGeometry()

    def whole_width(self) -> int:
        """Return the width with the usual words, in pixels."""
        return self.fontMetrics().horizontalAdvance(self._cut(self._usual())) + EDGES

    def is_on(self) -> bool:
        return bool(self._values)

    def mark(self) -> str:
        return "x" if self._values else "chevron-down"

    def shown_words(self) -> str:
        return self._cut(self._squeezed or self._usual())

    def _usual(self) -> int:
        return max(_LONGEST, self.fontMetrics().horizontalAdvance(self._name) + 60)

    def _cut(self, longest: int) -> str:
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, longest)

    # --- events

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Clear on the ✕ at the right end, open the menu elsewhere."""
        on_mark = event.position().x() >= self.width() - PAD - ICON - GAP
        if self._values and on_mark and self.isDown() and self.rect().contains(event.position().toPoint()):
            self.setDown(False)
            self.clear()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _CLEAR_KEYS:
            self.clear()
        elif event.key() in _OPEN_KEYS:
            self.open_menu()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Delete in the chip: the window's command of that key would delete rows."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and event.key() in _CLEAR_KEYS:
            event.accept()
            return True
        return super().event(event)
