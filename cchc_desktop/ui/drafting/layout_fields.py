"""Fields of the layout's form: a measure, letters, a letterhead; and lines with what the decree says beside."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from cchc_desktop.domain.papers.layout_profile import Letterhead, Look
from cchc_desktop.ui.office.letterhead_lines import LetterheadLines
from cchc_desktop.ui.office.rows import Row
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.small_button import name_button, small_button
from cchc_desktop.ui.widgets.text_fields import LineField

_NUMBER_LETTERS = 8
_NAME_LETTERS, _DECREE_LETTERS = 15, 11
"""Letters for which the columns beside the fields have room in any case."""
_NAME_SHARE, _DECREE_SHARE = 3, 2


class NumberField(LineField):
    """One number as an office types it ('12,7'); another one than was shown is a person's."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def value(self) -> float | None:
        """Return the number, None where none is typed."""
        try:
            number = float(self.words().replace(",", "."))
        except ValueError:
            return None
        return number if abs(number) < 1e6 else None  # also what is no number at all ('nan')

    def show_value(self, value: float) -> None:
        """Show a number; one that is typed in other words stays."""
        if self.value() != value:
            self.show_words(f"{value:.3f}".rstrip("0").rstrip(".").replace(".", ","))

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * _NUMBER_LETTERS + 16, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class LookField(QWidget):
    """The letters of one element: size, bold, italic."""

    edited = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.size_field = NumberField(self.tr("Cỡ chữ của {}").format(name), self)
        self.bold: QToolButton = small_button("bold", self.tr("In đậm {}").format(name), self)
        self.italic: QToolButton = small_button("italic", self.tr("In nghiêng {}").format(name), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in self.stops():
            row.addWidget(widget)
        for button in (self.bold, self.italic):
            button.setCheckable(True)
            button.toggled.connect(self.edited)
        self.size_field.textChanged.connect(self.edited)
        self.setFocusProxy(self.size_field)

    def value(self) -> Look | None:
        """Return the letters, None where no size is typed."""
        size = self.size_field.value()
        return None if size is None else Look(size, self.bold.isChecked(), self.italic.isChecked())

    def show_value(self, look: Look) -> None:
        """Show other letters."""
        self.size_field.show_value(look.size)
        self.bold.setChecked(look.bold)
        self.italic.setChecked(look.italic)

    def stops(self) -> tuple[QWidget, ...]:
        """Return what Tab visits."""
        return self.size_field, self.bold, self.italic


class LetterheadRow(Row):
    """One letterhead besides the office's own: its name, the symbol of its papers, its lines."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = LineField("", self, self.tr("Phòng Văn hóa - Xã hội"))
        self.symbol = LineField("", self, self.tr("BC-VHXH"))
        self.lines = LetterheadLines(self)
        self._remove = small_button("trash-2", "", self)
        self._name_label, self._symbol_label = (QLabel(self) for _ in range(2))
        self._name_label.setText(self.tr("Tên để chọn"))
        self._symbol_label.setText(self.tr("Ký hiệu"))
        self._lay_out()
        for field in (self.name, self.symbol):
            field.textChanged.connect(self.edited)
        self.lines.edited.connect(self.edited)
        self._remove.clicked.connect(self.remove_wanted)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        for label, field, share in ((self._name_label, self.name, 3), (self._symbol_label, self.symbol, 2)):
            label.setObjectName("fieldName")
            label.setBuddy(field)
            head.addWidget(label)
            head.addWidget(field, share)
        head.addWidget(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.lines)

    def value(self) -> Letterhead | None:
        """Return the letterhead, None where nothing was typed."""
        letterhead = Letterhead(self.name.words(), self.lines.lines(), self.symbol.words())
        return letterhead if letterhead != Letterhead("", ()) else None

    def show_value(self, value: Letterhead | None) -> None:
        """Show a letterhead; None empties the row."""
        shown = value or Letterhead("", ())
        self.name.show_words(shown.name)
        self.symbol.show_words(shown.symbol)
        self.lines.set_lines(shown.lines, own=True)

    def set_place(self, number: int, count: int) -> None:
        """Name the fields by the letterhead's number."""
        self.name.setAccessibleName(self.tr("Tên của tiêu đề {}").format(number))
        self.symbol.setAccessibleName(self.tr("Ký hiệu của tiêu đề {}").format(number))
        name_button(self._remove, self.tr("Bỏ tiêu đề {}").format(number))

    def is_composing(self) -> bool:
        """Tell whether an input method holds letters."""
        return self.name.is_composing() or self.symbol.is_composing() or self.lines.is_composing()

    def stops(self) -> Sequence[QWidget]:
        """Return what Tab visits, in order."""
        return [self.name, self.symbol, self._remove, *self.lines.stops()]


class FieldLines(QWidget):
    """Lines of a form: name, field, what the decree says, and a doubt below where there is one."""

    def __init__(self, parent: QWidget, heading: str) -> None:
        super().__init__(parent)
        self._doubts: dict[str, QLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 8, 12, 8)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, _NAME_SHARE)
        self._grid.setColumnStretch(2, _DECREE_SHARE)
        self._fit()
        self._grid.addWidget(plain_label(heading, self, "secondary"), 0, 2)

    def add(self, field: str, words: str, widget: QWidget, decree: str, *, is_wide: bool = False) -> None:
        """Add a line; a wide field takes what the others leave to the decree."""
        row = self._grid.rowCount()
        label = plain_label(words, self)
        label.setBuddy(widget)
        self._grid.addWidget(label, row, 0)
        if is_wide:
            self._grid.addWidget(widget, row, 1, 1, 2)
        else:
            self._grid.addWidget(widget, row, 1, Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(plain_label(decree or "–", self, "secondary"), row, 2)
        doubt = self._doubts[field] = plain_label(parent=self, style="doubt")
        doubt.hide()
        self._grid.addWidget(doubt, row + 1, 0, 1, 3)

    def end(self) -> None:
        """Leave the room below the last line empty."""
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        self._grid.setColumnMinimumWidth(0, letter * _NAME_LETTERS)
        self._grid.setColumnMinimumWidth(2, letter * _DECREE_LETTERS)

    def show_doubt(self, field: str, words: str) -> None:
        """Say what is wrong with a field, '' for nothing."""
        label = self._doubts.get(field)
        if label is not None and label.text() != words:
            label.setText(words)
            label.setVisible(bool(words))

    def fields(self) -> frozenset[str]:
        """Return the fields that stand here."""
        return frozenset(self._doubts)
