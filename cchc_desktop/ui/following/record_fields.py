"""The fields of one result: progress, date with its verdict, words, evidence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.followup.records import PROGRESS_NAMES, Progress
from cchc_desktop.domain.text.folding import nfc
from cchc_desktop.ui import theme
from cchc_desktop.ui.following.record_draft import Draft, Verdict
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.entry_dialog import entry_form
from cchc_desktop.ui.widgets.form_fields import DateField
from cchc_desktop.ui.widgets.icon_label import IconLabel
from cchc_desktop.ui.widgets.link_button import LinkButton
from cchc_desktop.ui.widgets.text_fields import LinesField

if TYPE_CHECKING:
    from cchc_desktop.ui.evidence.attach import EvidenceField

RECORDED = (Progress.NOT_STARTED, Progress.IN_PROGRESS, Progress.DONE)
"""What a result may say; that something is carried out no longer has a dialog of its own."""
EvidenceMaker = Callable[[QWidget], "EvidenceField"]
"""Makes a field of evidence with a parent."""
_LINES = 3
_FRAME = 12
"""Edge, padding and room above and below the words together."""


class WordsField(LinesField):
    """Words that wrap, as many lines high as they take between the least and the most; Tab leads on."""

    def __init__(self, name: str, parent: QWidget, least: int, most: int) -> None:
        super().__init__(name, parent)
        self._least, self._most = least, most
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self.updateGeometry())

    def words(self) -> str:
        """Return what was typed: NFC, without blanks around it."""
        return nfc(self.toPlainText()).strip()

    def show_words(self, words: str) -> None:
        """Show other words; cursor and composed letters stay where they are the same."""
        if words != self.words():
            self.setPlainText(words)

    def set_least(self, lines: int) -> None:
        """Let the empty field be so many lines high."""
        if lines != self._least:
            self._least = lines
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        taken = round(self.document().size().height())  # a plain document counts its lines
        shown = min(max(taken, self._least), self._most)
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * shown + _FRAME)


class ProgressChoice(QWidget):
    """Three states to choose from, side by side; none is chosen for what was dropped."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for number, progress in enumerate(RECORDED):
            button = QRadioButton(PROGRESS_NAMES[progress], self)
            self._group.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        self._group.idToggled.connect(lambda _, is_on: self.changed.emit() if is_on else None)

    def progress(self) -> Progress:
        """Return the chosen state, DROPPED while none is."""
        number = self._group.checkedId()
        return RECORDED[number] if number >= 0 else Progress.DROPPED

    def show_progress(self, progress: Progress) -> None:
        """Choose a state."""
        if progress in RECORDED:
            self.buttons()[RECORDED.index(progress)].setChecked(True)
            return
        self._group.setExclusive(False)
        for button in self.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)

    def buttons(self) -> list[QRadioButton]:
        """Return the choices in their order."""
        return [button for button in self._group.buttons() if isinstance(button, QRadioButton)]


class VerdictLine(QWidget):
    """What is said of a date: an icon and coloured words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._token = "done"
        self._icon = IconLabel("circle-check", "done", parent=self)
        self._words = plain_label(parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)

    def words(self) -> str:
        """Return what is said."""
        return self._words.text()

    def show_verdict(self, verdict: Verdict) -> None:
        """Say something else, or nothing."""
        self._token = verdict.token
        self._words.setText(verdict.words)
        self._icon.setVisible(bool(verdict.icon))
        self._icon.show_icon(verdict.icon, verdict.token)
        self._colour()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._colour()

    def _colour(self) -> None:
        palette = self._words.palette()
        colour = getattr(theme.current(), self._token).text
        if palette.color(QPalette.ColorRole.WindowText).name() != colour.lower():
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            self._words.setPalette(palette)


class FittedWidget(QWidget):
    """As high as its words need at the width that it has.

    It says so itself: a form works out the height of wrapped words for another width than it gives them, and takes the
    difference from the rows around.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._has_width = False

    def hasHeightForWidth(self) -> bool:
        return False

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._needed())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._needed())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._has_width or event.oldSize().width() != event.size().width():
            self._has_width = True
            self.updateGeometry()

    def _needed(self) -> int:
        layout = self.layout()
        if layout is None:
            return 0
        wrapped = layout.totalHeightForWidth(self.width()) if self._has_width else 0  # -1 where nothing wraps
        return max(wrapped, layout.totalMinimumSize().height())


class SaidRow(FittedWidget):
    """Words that were said before, as they are."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = plain_label(parent=self, style="secondary")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words)

    def show_words(self, words: str) -> None:
        """Show other words."""
        self._words.setText(words)


class DayRow(FittedWidget):
    """A date with what is said of it beside it."""

    def __init__(self, day: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.verdict = VerdictLine(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QGridLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setHorizontalSpacing(8)
        row.addWidget(day, 0, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.verdict, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        row.setColumnStretch(1, 1)


class LatenessAnswer(QWidget):
    """The question whether a result counts as late, answered in place."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)  # an answer may be taken back
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self.in_time = QRadioButton(self.tr("Tính là đúng hạn"), self)
        self.late = QRadioButton(self.tr("Tính là quá hạn"), self)
        for button in (self.in_time, self.late):
            button.setAutoExclusive(False)
            row.addWidget(button)
            button.clicked.connect(lambda is_on, chosen=button: self._choose(chosen, is_on))
        row.addStretch(1)

    def answer(self) -> bool | None:
        """Return whether it counts as late, None while nobody said."""
        return True if self.late.isChecked() else False if self.in_time.isChecked() else None

    def show_answer(self, late: bool | None) -> None:
        """Show an answer."""
        self.late.setChecked(late is True)
        self.in_time.setChecked(late is False)

    def _choose(self, chosen: QRadioButton, is_on: bool) -> None:
        self.show_answer((chosen is self.late) if is_on else None)
        self.changed.emit()


class ResultForm(QWidget):
    """Shows a draft and tells what became of it; `changed` comes with every change and every other draft."""

    changed = Signal()

    def __init__(
        self, today: date, parent: QWidget, heads: Sequence[tuple[str, QWidget]], evidence: EvidenceMaker | None
    ) -> None:
        super().__init__(parent)
        self._is_showing = False
        self._documents: tuple[int, ...] = ()
        self._heads = heads
        self._is_update = False
        self.progress = ProgressChoice(self)
        self.day = DateField(self.tr("Ngày hoàn thành"), self, lambda: today.year)
        self._day_row = DayRow(self.day, self)
        self.verdict = self._day_row.verdict
        self.lateness = LatenessAnswer(self)
        self.result = WordsField(self.tr("Kết quả"), self, _LINES, 5)
        self.more = LinkButton(parent=self)
        self.more.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.more.clicked.connect(self._unfold)
        self.product = WordsField(self.tr("Sản phẩm"), self, 1, 3)
        self.difficulty = WordsField(self.tr("Khó khăn, vướng mắc"), self, 1, 3)
        self.evidence = evidence(self) if evidence else None
        self._result_name = QLabel(self.tr("Kết quả"), self)
        self._said = SaidRow(self)
        self.form = entry_form()
        self._lay_out()
        self._connect()

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in reading order."""
        fields = [self.day, self.lateness.in_time, self.lateness.late, self.result, self.more]
        last = self.evidence.stops() if self.evidence is not None else []
        heads = [field for _, field in self._heads]
        return [*heads, *self.progress.buttons(), *fields, self.product, self.difficulty, *last]

    def draft(self) -> Draft:
        """Return what is typed."""
        documents = tuple(self.evidence.documents()) if self.evidence is not None else self._documents
        return Draft(
            progress=Progress.NOT_STARTED if self._is_update else self.progress.progress(),
            day=self.day.text().strip(),
            result=self.result.words(),
            product=self.product.words(),
            difficulty=self.difficulty.words(),
            evidence=documents,
            counts_as_late=self.lateness.answer(),
        )

    def show_draft(self, draft: Draft, *, is_update: bool) -> None:
        """Show typed values; an update of a period has words alone."""
        self._is_showing, self._is_update = True, is_update
        self._documents = draft.evidence
        self.progress.show_progress(draft.progress)
        self.day.setText(draft.day)
        self.lateness.show_answer(draft.counts_as_late)
        self.result.show_words(draft.result)
        self.product.show_words(draft.product)
        self.difficulty.show_words(draft.difficulty)
        if self.evidence is not None:
            self.evidence.show_documents(draft.evidence)
        self._fold(is_folded=not (draft.product or draft.difficulty))
        self._result_name.setText(self.tr("Nội dung cập nhật") if is_update else self.tr("Kết quả"))
        self.result.setAccessibleName(self._result_name.text())
        whole = self.tr("Thêm sản phẩm, khó khăn, vướng mắc")
        self.more.setText(self.tr("Thêm khó khăn, vướng mắc") if is_update else whole)
        self.form.setRowVisible(self.progress, not is_update)
        self._is_showing = False
        self._tell()

    def show_result(self, words: str) -> None:
        """Show other words of the result without telling anyone."""
        self._is_showing = True
        self.result.show_words(words)
        self._is_showing = False

    def show_said(self, words: str) -> None:
        """Say above the result what was said before it was completed; '' for nothing."""
        self._said.show_words(words)
        self.result.setPlaceholderText(self.tr("Ghi kết quả khi hoàn thành") if words else "")
        self.form.setRowVisible(self._said, bool(words))

    def show_verdict(self, verdict: Verdict) -> None:
        """Say how the date is judged, and ask where that is doubtful."""
        self.verdict.show_verdict(verdict)
        is_done = not self._is_update and self.progress.progress() is Progress.DONE
        self.form.setRowVisible(self._day_row, is_done)
        self.form.setRowVisible(self.lateness, is_done and verdict.asks)

    # --- layout

    def _lay_out(self) -> None:
        for name, field in self._heads:
            self.form.addRow(name, field)
        self.form.addRow(self.tr("Tiến độ"), self.progress)
        self.form.addRow(self.tr("Ngày hoàn thành"), self._day_row)
        self.form.addRow("", self.lateness)
        self.form.addRow(self.tr("Tiến độ đã ghi"), self._said)
        self.form.addRow(self._result_name, self.result)
        self.form.addRow("", self.more)
        self.form.addRow(self.tr("Sản phẩm"), self.product)
        self.form.addRow(self.tr("Khó khăn,\nvướng mắc"), self.difficulty)
        if self.evidence is not None:
            self.form.addRow(self.tr("Tài liệu"), self.evidence)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self.form)

    def _connect(self) -> None:
        told = [self.progress.changed, self.day.textChanged, self.lateness.changed]
        told += [field.textChanged for field in (self.result, self.product, self.difficulty)]
        if self.evidence is not None:
            told.append(self.evidence.changed)
        for signal in told:
            signal.connect(self._tell)

    def _fold(self, *, is_folded: bool) -> None:
        self.form.setRowVisible(self.more, is_folded)
        self.result.set_least(_LINES if is_folded else _LINES - 1)
        self.form.setRowVisible(self.product, not is_folded and not self._is_update)
        self.form.setRowVisible(self.difficulty, not is_folded)

    def _unfold(self) -> None:
        self._fold(is_folded=False)
        (self.difficulty if self._is_update else self.product).setFocus()

    def _tell(self) -> None:
        if not self._is_showing:
            self.changed.emit()
