"""Fields of the template's form: a sentence with named fields, menus of their names, conditions."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QColor, QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QPushButton, QSizePolicy, QWidget

from cchc_desktop.domain.papers.report import BEFORE
from cchc_desktop.domain.papers.report_template import LISTS, WORD_FIELDS, field_meanings
from cchc_desktop.domain.text.folding import nfc
from cchc_desktop.ui import icons, theme
from cchc_desktop.ui.widgets import text_menu
from cchc_desktop.ui.widgets.text_fields import LinesField
from cchc_desktop.ui.words import Words

_words = Words("TemplateFields")
MEANINGS = field_meanings()
"""What each field stands for; as the words of the papers themselves it is Vietnamese in every language."""
_FIELD = re.compile(r"\{\{|\}\}|\{([^{}]*)\}")
_LINES = 4


def meaning(name: str) -> str:
    """Return what a field or a list is called; its own name where nobody knows it."""
    if name in LISTS:
        return LISTS[name]
    return MEANINGS.get(name, name)


def readable(text: str) -> str:
    """Return a sentence with what its fields stand for in their places: '[Đã hoàn thành] nhiệm vụ'."""
    return _FIELD.sub(lambda found: f"[{meaning(found[1])}]" if found[1] is not None else found[0][0], text)


def name_groups(*, with_lists: bool) -> Sequence[tuple[str, Sequence[str]]]:
    """Return the names that can be chosen, by groups with words of their own."""
    names = list(MEANINGS)
    figures = [name for name in names if name not in WORD_FIELDS]
    groups = [
        (_words("Số liệu"), [name for name in figures if not name.endswith(BEFORE)]),
        (_words("Số liệu kỳ trước"), [name for name in figures if name.endswith(BEFORE)]),
        (_words("Từ ngữ"), list(WORD_FIELDS)),
    ]
    return [*groups, (_words("Danh sách"), list(LISTS))] if with_lists else groups


def fill_menu(menu: QMenu, pick: Callable[[str], object], *, with_lists: bool) -> Mapping[str, QMenu]:
    """Fill a menu with groups of names; `pick` takes the name that is chosen. Returns the groups' menus."""
    found = {}
    for words, names in name_groups(with_lists=with_lists):
        inner = found[words] = menu.addMenu(words)
        for name in names:
            action = inner.addAction(meaning(name).replace("&", "&&"))
            action.setData(name)
            action.triggered.connect(lambda _=False, name=name: pick(name))
    return found


class TemplateText(LinesField):
    """One sentence with fields in braces, which are tinted; lines that are typed become one."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tint = _Fields(self.document())
        text_menu.install(self)

    def words(self) -> str:
        """Return what was typed, on one line: NFC, without blanks around it."""
        return " ".join(nfc(self.toPlainText()).split("\n")).strip()

    def show_words(self, words: str) -> None:
        """Show other words; cursor and composed letters stay where they are the same."""
        if words != self.words():
            self.setPlainText(words)

    def insert_field(self, name: str) -> None:
        """Insert a field at the cursor."""
        self.textCursor().insertText(f"{{{name}}}")
        self.setFocus()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * _LINES + 10)


class _Fields(QSyntaxHighlighter):
    """Tints fields; names that nobody knows stand out as a doubt."""

    def highlightBlock(self, text: str) -> None:
        tokens = theme.current()
        for found in _FIELD.finditer(text):
            if found[1] is None:
                continue
            is_known = found[1] in MEANINGS
            look = QTextCharFormat()
            look.setForeground(QColor(tokens.accent if is_known else tokens.soon.text))
            look.setBackground(QColor(tokens.tint if is_known else tokens.soon.fill))
            begin = len(text[: found.start()].encode("utf-16-le")) // 2
            self.setFormat(begin, len(found[0].encode("utf-16-le")) // 2, look)


class FieldsButton(QPushButton):
    """Offers the names of fields with what they stand for."""

    picked = Signal(str)

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(icons.icon("plus"), words, parent)
        menu = QMenu(self)
        fill_menu(menu, self.picked.emit, with_lists=False)
        self.setMenu(menu)


class ConditionButton(QPushButton):
    """Says under which conditions and lets them be ticked in its menu."""

    edited = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self._chosen: tuple[str, ...] = ()
        self._menu = QMenu(self)
        self._groups = fill_menu(self._menu, self._pick, with_lists=True)
        for action in self._actions():
            action.setCheckable(True)
        self.setMenu(self._menu)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._say()

    def names(self) -> tuple[str, ...]:
        """Return the conditions, in the order in which they were chosen."""
        return self._chosen

    def show_names(self, names: tuple[str, ...]) -> None:
        """Show other conditions."""
        self._chosen = names
        for action in self._actions():
            action.setChecked(action.data() in names)
        self._say()

    def _pick(self, name: str) -> None:
        rest = tuple(one for one in self._chosen if one != name)
        self.show_names(rest if name in self._chosen else (*self._chosen, name))
        self.edited.emit()

    def _actions(self) -> list[QAction]:
        return [action for menu in self._groups.values() for action in menu.actions()]

    def _say(self) -> None:
        words = "; ".join(map(meaning, self._chosen)) or self.tr("(không đặt điều kiện)")
        self.setText(words.replace("&", "&&"))
        self.setToolTip(words)
        self.setAccessibleName(f"{self._name}: {words}")
