"""The lines above the number of a paper, as typed, each with its bold flag; the office's name offers the first ones."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from cchc_desktop.domain.office import LetterheadLine
from cchc_desktop.ui.office.rows import Row, RowList
from cchc_desktop.ui.widgets.small_button import name_button, small_button
from cchc_desktop.ui.widgets.text_fields import LineField


class LetterheadLines(RowList):
    """Follows what the name offers until a person changes a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(LineRow, self.tr("Thêm dòng"), parent)
        self._is_own = False
        self.edited.connect(self._take_over)

    def lines(self) -> tuple[LetterheadLine, ...]:
        """Return the lines that hold something."""
        return self.values()

    def is_own(self) -> bool:
        """Tell whether the lines are a person's own, so that another name leaves them alone."""
        return self._is_own

    def set_lines(self, lines: Sequence[LetterheadLine], *, own: bool) -> None:
        """Show other lines and say whose they are."""
        self._is_own = own
        self.set_values(lines)

    def offer(self, lines: Sequence[LetterheadLine]) -> None:
        """Show the lines that a name offers, unless a person typed lines."""
        if not self._is_own and not self.is_composing():
            self.set_values(lines)

    def _take_over(self) -> None:
        self._is_own = bool(self.lines())


class LineRow(Row):
    """One line of the letterhead."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = LineField("", self)
        self.bold: QToolButton = small_button("bold", "", self)
        self.bold.setCheckable(True)
        self.bold.setChecked(True)
        self._remove = small_button("x", "", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self.bold)
        row.addWidget(self._remove)
        self.field.textChanged.connect(self.edited)
        self.bold.toggled.connect(self.edited)
        self._remove.clicked.connect(self.remove_wanted)

    def value(self) -> LetterheadLine | None:
        """Return the line, None where it is empty."""
        words = self.field.words()
        return LetterheadLine(words, self.bold.isChecked()) if words else None

    def show_value(self, value: LetterheadLine | None) -> None:
        """Show a line; None empties the row."""
        shown = value or LetterheadLine("")
        self.field.show_words(shown.words)
        self.bold.setChecked(shown.bold)

    def set_place(self, number: int, count: int) -> None:
        """Name the fields by the line's number."""
        self.field.setAccessibleName(self.tr("Dòng đầu văn bản {}").format(number))
        name_button(self.bold, self.tr("In đậm dòng {}").format(number))
        name_button(self._remove, self.tr("Bỏ dòng {}").format(number))

    def is_composing(self) -> bool:
        """Tell whether an input method holds letters."""
        return self.field.is_composing()

    def stops(self) -> Sequence[QWidget]:
        """Return the field and its two buttons."""
        return self.field, self.bold, self._remove
