"""Does in a real window what a step of the guide says, as a person would: by menus, buttons, keys and letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QTreeView,
    QWidget,
)

from tests.flows.guide.steps import Act, Verb, acts_of
from tests.ui.workbench.keyboard import type_text

_KEYS = {"↑": "Up", "↓": "Down", "←": "Left", "→": "Right", "Enter": "Return", "Insert": "Ins", "Delete": "Del"}


class Walker:
    """Walks steps; it fails where a step names something that is not there.

    `settle` waits until the program has answered: a person sees that it has before going on.
    """

    def __init__(self, bot: Any, window: QWidget, settle: Callable[[], None], folder: Path, monkeypatch: Any) -> None:
        self._bot, self._window, self._settle = bot, window, settle
        self._folder, self._patch = folder, monkeypatch

    def walk(self, step: str) -> None:
        """Do what a step says and see what it promises."""
        acts = acts_of(step)
        assert acts, "a step that asks for nothing cannot be followed"
        self._prepare_files(acts)
        for act in acts:
            self._do(act)

    def _do(self, act: Act) -> None:
        ways = {
            Verb.CLICK: self._click,
            Verb.CHOOSE: self._choose,
            Verb.CELL: self._choose,
            Verb.MENU: self._open_menu,
            Verb.PRESS: self._press,
            Verb.TYPE: self._type,
            Verb.SEE: self._see,
        }
        if act.verb in ways:
            (self._press if act.mark == "key" else ways[act.verb])(act.words)
            self._settle()
            if QApplication.activeWindow() is None:
                self._window.activateWindow()  # a platform without a window manager does not give it back after a list

    def _prepare_files(self, acts: list[Act]) -> None:
        """Let the system's own dialogs, which open in the middle of the step, answer with its files."""
        for act in acts:
            path = str(self._folder / act.words)
            if act.verb is Verb.FILE:
                self._answer("getOpenFileName", (path, ""))
                self._answer("getOpenFileNames", ([path], ""))
            elif act.verb is Verb.NAME:
                self._answer("getSaveFileName", (path, ""))

    def _answer(self, dialog: str, answer: tuple[object, str]) -> None:
        self._patch.setattr(QFileDialog, dialog, lambda *_, **__: answer)

    # --- acting

    def _click(self, words: str) -> None:
        found = self._wait_for(lambda: self._buttons(words), f"no button “{words}”")
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)

    def _choose(self, words: str) -> None:
        if "›" in words:
            self._menu([part.strip() for part in words.split("›")])
            return
        if isinstance(popup := QApplication.activePopupWidget(), QMenu):
            self._entry(popup, words)
            return
        found = self._wait_for(lambda: self._choices(words), f"no row, cell or choice “{words}”")
        if isinstance(found[0], QComboBox):
            self._pick(*found)
            return
        view, index = found
        view.scrollTo(index)
        point = view.visualRect(index).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(point))
        view.setFocus()

    def _menu(self, path: list[str]) -> None:
        actions: list[QAction] = self._window.menuBar().actions()
        for words in path:
            chosen = next((each for each in actions if each.text().partition(":")[0] == words), None)
            assert chosen is not None, f"no command “{words}” in {[each.text() for each in actions]}"
            actions = chosen.menu().actions() if chosen.menu() else []
        self._bot.waitUntil(chosen.isEnabled)
        chosen.trigger()

    def _entry(self, menu: QMenu, words: str) -> None:
        """Click at a line of the menu that is open."""
        action = next((each for each in menu.actions() if _plain(each.text()) == _plain(words)), None)
        assert action is not None, f"no line “{words}” in {[each.text() for each in menu.actions()]}"
        place = menu.actionGeometry(action).center()
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    def _pick(self, combo: QComboBox, row: int) -> None:
        """Open a closed list and take one of its lines."""
        combo.setFocus()
        combo.showPopup()
        combo.view().setCurrentIndex(combo.model().index(row, combo.modelColumn()))
        QTest.keyClick(combo.view(), Qt.Key.Key_Return)
        self._bot.waitUntil(lambda: not combo.view().isVisible())
        combo.window().activateWindow()

    def _open_menu(self, words: str) -> None:
        """Click with the right button at the head of a column."""
        header, section = self._wait_for(lambda: self._heads(words), f"no column “{words}”")
        middle = header.sectionViewportPosition(section) + header.sectionSize(section) // 2
        header.customContextMenuRequested.emit(QPoint(middle, header.height() // 2))

    def _press(self, words: str) -> None:
        *held, last = words.split("+")
        keys = QKeySequence("+".join([*held, _KEYS.get(last, last)]))[0]
        assert keys.key() != Qt.Key.Key_unknown, f"“{words}” is no key"
        target = QApplication.activePopupWidget() or QApplication.focusWidget() or self._top()
        QTest.keyClick(target, keys.key(), keys.keyboardModifiers())

    def _type(self, words: str) -> None:
        target = self._wait_for(lambda: filter(None, [QApplication.focusWidget()]), "nothing has the focus")
        first, rest = words[0], words[1:]
        type_text(target, first)  # in a table the first letter opens the editor
        type_text(QApplication.focusWidget() or target, rest)

    def _see(self, words: str) -> None:
        self._wait_for(lambda: (text for text in self._texts() if words in text), f"“{words}” is not to be seen")

    # --- finding

    def _top(self) -> QWidget:
        return QApplication.activeModalWidget() or QApplication.activeWindow() or self._window

    def _wait_for(self, find: Any, failure: str) -> Any:
        def found() -> bool:
            return next(iter(find()), None) is not None

        try:
            self._bot.waitUntil(found)
        except Exception:
            seen = sorted({text for text in self._texts() if text.strip()})
            raise AssertionError(f"{failure}; to be seen: {seen[:150]}") from None
        return next(iter(find()))

    def _widgets(self, kind: Any) -> Iterator[Any]:
        for top in QApplication.topLevelWidgets():
            if top.isVisible():
                widgets = [top, *top.findChildren(QWidget)]
                yield from (each for each in widgets if isinstance(each, kind) and _shown(each))

    def _buttons(self, words: str) -> list[QAbstractButton]:
        words = _plain(words)
        named = [each for each in self._widgets(QAbstractButton) if each.isEnabled() and _plain(each.text()) == words]
        return named or [each for each in self._widgets(QAbstractButton) if each.accessibleName() == words]

    def _cells(self, words: str) -> Iterator[tuple[QAbstractItemView, QModelIndex]]:
        for view in self._widgets(QAbstractItemView):
            for index in _indexes(view.model(), view.rootIndex()):
                if words in str(index.data() or "") and not view.visualRect(index).isEmpty():
                    yield view, index

    def _choices(self, words: str) -> Iterator[tuple[Any, Any]]:
        yield from self._cells(words)
        for combo in self._widgets(QComboBox):
            rows = (row for row in range(combo.count()) if combo.itemText(row) == words)
            yield from ((combo, row) for row in rows)

    def _heads(self, words: str) -> Iterator[tuple[QHeaderView, int]]:
        for view in self._widgets(QTableView | QTreeView):
            header = view.horizontalHeader() if isinstance(view, QTableView) else view.header()
            for section in range(header.count()):
                named = view.model().headerData(section, Qt.Orientation.Horizontal)
                if named == words and not header.isSectionHidden(section):
                    yield header, section

    def _texts(self) -> Iterator[str]:
        for top in QApplication.topLevelWidgets():
            if top.isVisible():
                yield top.windowTitle()
        for widget in self._widgets(QWidget):
            yield from _texts_of(widget)


def _texts_of(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        yield _plain(widget.text())
    elif isinstance(widget, QPlainTextEdit):
        yield widget.toPlainText()
    elif isinstance(widget, QComboBox):
        yield widget.currentText()
    elif isinstance(widget, QGroupBox):
        yield widget.title()
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(number) for number in range(widget.count()))
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        for index in _indexes(widget.model(), widget.rootIndex()):
            yield str(index.data() or "")
            yield from _said_by_delegate(widget, index)


def _said_by_delegate(view: QAbstractItemView, index: QModelIndex) -> Iterator[str]:
    """Yield what a row says below its first line: for those who cannot see it the model says it too."""
    for role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
        yield str(index.data(role) or "")


def _indexes(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[QModelIndex]:
    for row in range(model.rowCount(parent)):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)):
            yield model.index(row, column, parent)
        first = model.index(row, 0, parent)
        if model.rowCount(first):
            yield from _indexes(model, first)


def _shown(widget: QWidget) -> bool:
    return bool(widget.isVisible() and not widget.visibleRegion().isEmpty())


def _plain(text: str) -> str:
    return text.replace("&", "").removesuffix("…").strip()
