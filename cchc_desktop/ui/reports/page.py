"""The screen Báo cáo: the paper and its options at the left, its true pages at the right; it knows no database."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.ui.reports.findings import FindingsList
from cchc_desktop.ui.reports.options_form import OptionsForm
from cchc_desktop.ui.reports.outcome import OutcomeLine
from cchc_desktop.ui.reports.outputs import Outputs
from cchc_desktop.ui.reports.page_view import LEAST_WIDTH
from cchc_desktop.ui.reports.preview_pane import PreviewPane
from cchc_desktop.ui.reports.ways import PaperWays
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.empty import EmptyState
from cchc_desktop.ui.widgets.progress import WorkLine
from cchc_desktop.ui.widgets.stops import order_stops

if TYPE_CHECKING:
    from cchc_desktop.services.papers.lint import Finding

_LEFT_LETTERS = 42
"""Letters that the left part is wide."""
_FINDING_ROWS = 3
"""Rows of what is worth a look that stand there at least."""


class ReportsPage(QWidget):
    """Puts the parts together; it reads and writes nothing itself.

    Every part is made in its place: moved into another parent, it would be styled a second time.
    """

    refresh_wanted = Signal()
    plan_wanted = Signal()
    words_wanted = Signal()
    """The words of the report that is shown are to be edited."""
    template_wanted = Signal()
    """The office's template of reports is to be edited."""
    layout_wanted = Signal()
    """How papers look is to be edited."""
    forms_wanted = Signal()
    """A superior's own form is to be filled."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stack = QStackedWidget(self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self._stack)
        self._empty = EmptyState("file-chart-column", "", self.tr("Mở màn hình Kế hoạch"), self._stack)
        self._left_part, self._right_part = QWidget(self._splitter), QWidget(self._splitter)
        self._area = QScrollArea(self._left_part)
        content = QWidget(self._area.viewport())
        self.form = OptionsForm(today, content)
        self._checked = plain_label(parent=content, style="secondary")
        self._checked.setContentsMargins(12, 6, 12, 6)
        self.findings = FindingsList(content)
        self.outputs = Outputs(self._left_part)
        self.ways = PaperWays(self._right_part)
        self.preview = PreviewPane(self._right_part)
        self.work = WorkLine(self._right_part)
        self.outcome = OutcomeLine(self._right_part)
        self._lay_out(content)
        self._hand_on()
        self._empty.activated.connect(self.plan_wanted)
        order_stops([
            *self.form.stops(), self.findings, *self.outputs.stops(),
            *self.ways.stops(), *self.preview.stops(), *self.work.stops(), *self.outcome.stops(),
        ])  # fmt: skip
        self.setFocusProxy(self.form.paper)
        self.show_findings(())

    def _hand_on(self) -> None:
        self.ways.words_wanted.connect(self.words_wanted)
        self.ways.template_wanted.connect(self.template_wanted)
        self.ways.layout_wanted.connect(self.layout_wanted)
        self.ways.forms_wanted.connect(self.forms_wanted)

    # --- what is shown

    def refresh(self) -> None:
        """Ask for everything that is shown, anew."""
        self.refresh_wanted.emit()

    def show_nothing(self, sentence: str) -> None:
        """Say why there is no paper to make."""
        self._empty.set_sentence(sentence)
        self._empty.setAccessibleName(sentence)
        self._stack.setCurrentIndex(1)
        self.setFocusProxy(self._empty)

    def show_papers(self) -> None:
        """Show the papers again."""
        self._stack.setCurrentIndex(0)
        self.setFocusProxy(self.form.paper)

    def sentence(self) -> str:
        """Return what stands in the place of the papers, '' where they are shown."""
        return self._empty.accessibleName() if self._stack.currentIndex() else ""

    def show_findings(self, found: Sequence[Finding] | None) -> None:
        """Show what is worth a look before printing; None while that is being found out."""
        self.findings.found.show_findings(found or ())
        self.findings.setVisible(bool(found))
        if found is None:
            words = self.tr("Đang kiểm tra…")
        elif found:
            words = self.tr("{} chỗ nên xem lại; vẫn xuất và in được.").format(len(found))
        else:
            words = self.tr("Không có chỗ nào cần xem lại.")
        self._checked.setText(words)

    # --- building

    def _lay_out(self, content: QWidget) -> None:
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.setStretchFactor(1, 1)
        self._stack.addWidget(self._splitter)
        self._stack.addWidget(self._empty)
        _column(self).addWidget(self._stack)
        self._lay_out_left(content)
        self._lay_out_right()
        self._set_widths()

    def _lay_out_left(self, content: QWidget) -> None:
        content.setObjectName("inspectorPage")
        column = _column(content)
        column.addWidget(self._title(self.tr("Văn bản cần lập"), content))
        column.addWidget(self.form)
        column.addWidget(_rule(content))
        column.addWidget(self._title(self.tr("Trước khi in"), content))
        column.addWidget(self._checked)
        column.addWidget(self.findings, 1)
        column.addStretch(0)
        self._area.setObjectName("inspectorArea")
        self._area.setWidget(content)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = _column(self._left_part)
        whole.addWidget(self._area, 1)
        whole.addWidget(_rule(self._left_part))
        whole.addWidget(self.outputs)

    def _lay_out_right(self) -> None:
        right = self._right_part
        right.setMinimumWidth(LEAST_WIDTH)
        column = _column(right)
        column.addWidget(self.ways)
        column.addWidget(_rule(right))
        column.addWidget(self.preview, 1)
        self.work.setContentsMargins(12, 4, 12, 4)
        column.addWidget(self.work)
        column.addWidget(self.outcome)

    @staticmethod
    def _title(words: str, parent: QWidget) -> QLabel:
        label = QLabel(words, parent)
        label.setObjectName("paneTitle")
        return label

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_left_part"):
            self._set_widths()

    def _set_widths(self) -> None:
        wide = max(_LEFT_LETTERS * self.fontMetrics().averageCharWidth(), self.outputs.minimumSizeHint().width())
        self._left_part.setMinimumWidth(self.outputs.minimumSizeHint().width())
        self._splitter.setSizes([wide, 4 * wide])
        header = self.findings.verticalHeader().defaultSectionSize()
        self.findings.setMinimumHeight(_FINDING_ROWS * header + 2)


def _column(parent: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(parent)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column


def _rule(parent: QWidget) -> QFrame:
    rule = QFrame(parent)
    rule.setObjectName("rule")
    rule.setFixedHeight(1)
    return rule
