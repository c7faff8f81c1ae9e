"""Rows of the inspector's form: a name, the words, what is known about them, and doubts about them in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cchc_desktop.domain.doubts import Doubt
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.icon_label import IconLabel
from cchc_desktop.ui.widgets.link_button import LinkButton
from cchc_desktop.ui.widgets.value_edits import ValueEdit
from cchc_desktop.ui.words import Words

_words = Words("ItemForm")
_GAP = 4
_INSET = 5
"""Pixels from the edge of a field to its words."""


def name_width(widget: QWidget) -> int:
    """Return the width of the column of names at a widget's letters."""
    return widget.fontMetrics().horizontalAdvance(_words("Người phụ trách")) + _GAP


class DoubtStrip(QFrame):
    """One doubt with its two answers, in the width of the pane."""

    mend_wanted = Signal()
    dismiss_wanted = Signal()

    def __init__(self, doubt: Doubt, parent: QWidget, *, is_editable: bool) -> None:
        super().__init__(parent)
        self.setObjectName("doubt")
        self.setAccessibleName(doubt.sentence)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 4)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(IconLabel("info", "text", parent=self), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(plain_label(doubt.sentence, self), 1)
        column.addLayout(line)
        if is_editable:
            column.addLayout(self._answers(doubt))

    def _answers(self, doubt: Doubt) -> QHBoxLayout:
        answers = QHBoxLayout()
        answers.setContentsMargins(20, 0, 0, 0)
        answers.setSpacing(8)
        mend = LinkButton(self.tr("Sửa…"), self)
        mend.setAccessibleName(self.tr("Sửa: {}").format(doubt.sentence))
        mend.clicked.connect(self.mend_wanted)
        leave = LinkButton(self.tr("Bỏ qua"), self)
        leave.setAccessibleName(self.tr("Bỏ qua: {}").format(doubt.sentence))
        leave.clicked.connect(self.dismiss_wanted)
        for button in (mend, leave):
            button.setMinimumHeight(24)
            answers.addWidget(button)
        answers.addStretch(1)
        return answers


class DoubtColumn(QWidget):
    """The doubts about one field; `mend_wanted` and `dismiss_wanted` bring the doubt."""

    mend_wanted = Signal(object)
    dismiss_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[Doubt, ...], bool] = ((), True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 2)
        self._column.setSpacing(4)
        self.hide()

    def show_doubts(self, doubts: Sequence[Doubt], *, is_editable: bool) -> bool:
        """Show doubts; return whether the strips changed."""
        if (tuple(doubts), is_editable) == self._shown:
            return False
        self._shown = (tuple(doubts), is_editable)
        while (entry := self._column.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for doubt in doubts:
            strip = self._strip(doubt, is_editable)
            self._column.addWidget(strip)
            strip.show()
        self.setVisible(bool(doubts))
        return True

    def _strip(self, doubt: Doubt, is_editable: bool) -> DoubtStrip:
        strip = DoubtStrip(doubt, self, is_editable=is_editable)
        strip.mend_wanted.connect(lambda: self.mend_wanted.emit(doubt))
        strip.dismiss_wanted.connect(lambda: self.dismiss_wanted.emit(doubt))
        return strip


class NamedRow(QWidget):
    """A name at the left and a column at the right; what is added spans the column of words."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.label = plain_label(name, self, "fieldName")
        self.label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.label.setContentsMargins(0, 2, 0, 0)
        self.label.setFixedWidth(name_width(self))
        self.words = QVBoxLayout()
        self.words.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.label, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(self.words, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2)
        self.column.addLayout(line)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.label.setFixedWidth(name_width(self))


class FieldRow(NamedRow):
    """A field that can be typed into."""

    def __init__(self, name: str, edit: ValueEdit, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.edit = edit
        self.label.setBuddy(edit)
        self.words.addWidget(edit)
        self._note = note_label(self)
        self.words.addWidget(self._note)
        self.doubts = DoubtColumn(self)
        self.column.addWidget(self.doubts)

    def show_note(self, words: str) -> None:
        """Say something below the words, '' for nothing."""
        self._note.setText(words)
        self._note.setVisible(bool(words))


class TimeRow(FieldRow):
    """The time words, what they mean, and the way to correct that."""

    correct_wanted = Signal()

    def __init__(self, name: str, edit: ValueEdit, parent: QWidget) -> None:
        super().__init__(name, edit, parent)
        self._reading = note_label(self)
        self.correct = LinkButton(self.tr("Sửa"), self)
        self.correct.setAccessibleName(self.tr("Sửa thời hạn xác định"))
        self.correct.setMinimumHeight(24)
        self.correct.clicked.connect(self.correct_wanted)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self._reading, 1)
        line.addWidget(self.correct, 0, Qt.AlignmentFlag.AlignTop)
        self.words.addLayout(line)

    def show_reading(self, words: str) -> None:
        """Say what the time words mean."""
        self._reading.setText(words)
        self._reading.show()


class FactRow(NamedRow):
    """A fact that is not typed here; hidden while there is none."""

    def __init__(self, name: str, value: QWidget, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.words.addWidget(value)


def note_label(parent: QWidget) -> QLabel:
    """Return a label for secondary words under a field, hidden at first."""
    label = plain_label("", parent, "secondary")
    label.setContentsMargins(_INSET, 0, 0, 2)
    label.hide()
    return label


def fact_label(parent: QWidget) -> QLabel:
    """Return a label for words that can be selected, not typed."""
    label = plain_label("", parent)
    label.setContentsMargins(_INSET, 2, 0, 2)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
