"""Menus and toolbar of the window, made from the list of actions; it knows what is enabled, not what is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QSizePolicy,
    QTextEdit,
    QToolBar,
    QToolButton,
    QWidget,
)

from cchc_desktop.ui import icons
from cchc_desktop.ui.actions import SPRING, TOOLBAR, ActionSpec, Menu, Need, make_action, translated, words_of
from cchc_desktop.ui.steps import step_title
from cchc_desktop.ui.theme import icon_size

if TYPE_CHECKING:
    from cchc_desktop.domain.history import LoggedOperation, NextSteps

Handler = Callable[..., object]
_STEPS = {"undo": Need.UNDO, "redo": Need.REDO}
_LONGEST_TITLE = 60
_GAP = 2
_ICON = 16


class ActionBoard(QObject):
    """Every action of one window: in the menus, some in the toolbar, enabled by what is there."""

    def __init__(self, window: QMainWindow, specs: Sequence[ActionSpec], handlers: Mapping[str, Handler]) -> None:
        super().__init__(window)
        self._specs = {spec.name: spec for spec in specs}
        self._actions = {spec.name: self._made(spec, handlers[spec.name], window) for spec in specs}
        self._there = Need.NOTHING
        self._steps = Need.NOTHING
        self._group(window)
        self._fill_menus(window)
        self._guard = _TextFieldKeys([self._actions[name] for name in _STEPS], window)
        self.show_steps(None)

    def action(self, name: str) -> QAction:
        """Return the action of a command."""
        return self._actions[name]

    def add_toolbar(self, window: QMainWindow, first: QWidget) -> None:
        """Put the toolbar into the window, with a widget at its left end."""
        bar = _Bar(self.tr("Thanh công cụ"), window)
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        bar.addWidget(_gap(bar))
        bar.addWidget(first)
        bar.addSeparator()
        for name, words in TOOLBAR:
            if not name:
                bar.addSeparator()
            elif name == SPRING:
                bar.addWidget(_spring(bar))
            else:
                self._add_button(bar, name, words)
        bar.addWidget(_gap(bar))
        window.addToolBar(bar)

    def _add_button(self, bar: QToolBar, name: str, words: str) -> None:
        action = self._actions[name]
        action.setIconText(translated(words) if words else words_of(self._specs[name]))
        bar.addAction(action)
        button = bar.widgetForAction(action)
        if not isinstance(button, QToolButton):
            return
        if not words:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setAccessibleName(action.iconText())

    def show_state(self, there: Need) -> None:
        """Enable what can be done with what is there; undo and redo follow `show_steps`."""
        self._there = there
        self._refresh()

    def show_steps(self, steps: NextSteps | None) -> None:
        """Enable undo and redo, and say in menu and tooltip what each would do; None: nothing is known yet."""
        self._steps = Need.NOTHING
        for name in _STEPS:
            step: LoggedOperation | None = getattr(steps, name, None)
            if step is not None:
                self._steps |= _STEPS[name]
            self._name_step(name, step)
        self._refresh()

    def _name_step(self, name: str, step: LoggedOperation | None) -> None:
        action, words = self._actions[name], words_of(self._specs[name])
        tool_words = action.iconText()
        title = step_title(step) if step is not None else ""
        short = title if len(title) <= _LONGEST_TITLE else title[:_LONGEST_TITLE].rstrip() + "…"
        action.setText(f"{words}: {short}".replace("&", "&&") if title else words)
        action.setIconText(tool_words)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{words}: {title} ({keys})" if title else f"{words} ({keys})")

    def _refresh(self) -> None:
        available = self._there | self._steps
        for name, spec in self._specs.items():
            self._actions[name].setEnabled(spec.needs in available)

    def _made(self, spec: ActionSpec, handler: Handler, window: QMainWindow) -> QAction:
        action = make_action(spec, window)
        if spec.icon:
            action.setIcon(icons.icon(spec.icon))
        action.triggered.connect(_slot(handler, spec.checkable))
        return action

    def _group(self, window: QMainWindow) -> None:
        """Let one command of each choice be checked."""
        groups: dict[str, QActionGroup] = {}
        for name, spec in self._specs.items():
            if spec.one_of:
                groups.setdefault(spec.one_of, QActionGroup(window)).addAction(self._actions[name])

    def _fill_menus(self, window: QMainWindow) -> None:
        menus = {menu: window.menuBar().addMenu(translated(menu)) for menu in Menu}
        for spec in self._specs.values():
            if spec.starts_group:
                menus[spec.menu].addSeparator()
            menus[spec.menu].addAction(self._actions[spec.name])


class _Bar(QToolBar):
    """A toolbar whose icons grow with its text."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.setIconSize(icon_size(self.font(), _ICON))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.setIconSize(icon_size(self.font(), _ICON))


class _TextFieldKeys(QObject):
    """Leaves the keys of undo and redo to a text field that has the focus, on every system.

    A field itself keeps only the keys that its system uses: Ctrl+Y is no key of Linux, Ctrl+Shift+Z none of Windows.
    """

    def __init__(self, actions: Sequence[QAction], window: QMainWindow) -> None:
        super().__init__(window)
        self._keys = [keys for action in actions for keys in action.shortcuts()]
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept the keys for a focused field: the window is asked last, after the field did not want them."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            pressed = QKeySequence(event.keyCombination())
            if pressed in self._keys and _is_typed_into(QApplication.focusWidget()):
                event.accept()
                return True
        return False


def _is_typed_into(widget: QWidget | None) -> bool:
    return isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit) and not widget.isReadOnly()


def _gap(parent: QWidget) -> QWidget:
    """Return the room at an end of the toolbar: a stylesheet can give it on all four sides alone."""
    gap = QWidget(parent)
    gap.setFixedWidth(_GAP)
    return gap


def _spring(parent: QWidget) -> QWidget:
    spring = QWidget(parent)
    spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return spring


def _slot(handler: Handler, checkable: bool) -> Callable[[bool], object]:
    """Return what an action calls: only a checkable one hands on whether it is checked."""

    def call(checked: bool = False) -> object:
        return handler(checked) if checkable else handler()

    return call
