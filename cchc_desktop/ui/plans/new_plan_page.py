"""The page on which a new plan is put together: from what, for when, and a look at it; nothing stored before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.draft import DraftPlan
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import PlanSummary
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.domain.schedule.shifting import shift_named_years
from cchc_desktop.services.templates import PlanTemplate, for_period
from cchc_desktop.ui.plans.outline import Outline, Standing, blank_outline, copy_outline, draft_outline
from cchc_desktop.ui.plans.outline_model import OutlineColumn, OutlineModel
from cchc_desktop.ui.plans.outline_view import OutlineView
from cchc_desktop.ui.plans.period_choice import choice_of, moved, title_for, upcoming, years_of
from cchc_desktop.ui.plans.period_form import PeriodForm
from cchc_desktop.ui.plans.sources import Source, SourceKind, SourceList
from cchc_desktop.ui.widgets.cards import bar, plain_label, primary_button
from cchc_desktop.ui.widgets.link_button import LinkButton
from cchc_desktop.ui.widgets.stops import order_stops

_TIME_LETTERS, _STATUS_LETTERS = 28, 22
_STATUS = 2
"""The column that only a copy has."""
_COLUMNS = (OutlineColumn.CONTENT, OutlineColumn.TIME, OutlineColumn.STATUS)


@dataclass(frozen=True, slots=True)
class NewPlan:
    """What a person put together; `carried`, `linked` and `indicators` count for a copy only."""

    source: Source
    title: str
    period: Period
    carried: frozenset[int] | None = None
    linked: bool = True
    indicators: bool = True
    confirmed: bool = False
    """The tasks are carried over although they would stand in two plans."""


class NewPlanPage(QWidget):
    """Emits `wanted(NewPlan)` when the button is pressed; whoever stores it answers with `show_refusal` or leaves.

    `tree_wanted(plan_id)` asks for the plan to be copied; `show_tree` answers.
    """

    wanted = Signal(object)
    left = Signal()
    tree_wanted = Signal(int)
    template_delete_wanted = Signal(str)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._tree: PlanTree | None = None
        self._standing = Standing()
        self._wants_unfinished = False
        self._shown: tuple[object, ...] = ()
        self._is_busy = False
        self._model = OutlineModel(_COLUMNS, self, dims_unticked=True)
        self._make_parts()
        self._lay_out()
        self._connect()
        order_stops(self.stops())
        self._show_source()

    # --- what can be chosen

    def show_sources(
        self, shipped: Sequence[PlanTemplate], own: Sequence[PlanTemplate], plans: Sequence[PlanSummary]
    ) -> None:
        """Offer templates and plans; what was chosen stays and is looked at anew."""
        tree = self._tree
        self.sources.show_sources(shipped, own, plans)
        self._show_outline()
        if tree is not None and self._tree is tree:  # the plan to be copied may have changed as well
            self.tree_wanted.emit(tree.plan.id)

    def choose_plan(self, plan_id: int, *, unfinished: bool = False) -> None:
        """Choose a stored plan to be carried into its next period, with all tasks or those that are not finished."""
        self._wants_unfinished = unfinished
        self.sources.choose_plan(plan_id)

    def show_tree(self, tree: PlanTree, standing: Standing | None = None) -> None:
        """Show the plan that `tree_wanted` asked for, and how it stands; one that is not chosen any more is left."""
        source = self.sources.source()
        if source is None or source.plan is None or source.plan.id != tree.plan.id:
            return
        is_newer = self._tree is not None and self._tree.plan.id == tree.plan.id
        self._tree, self._standing = tree, standing or Standing()
        self._show_outline()
        if not is_newer and self._wants_unfinished:
            self._choose_unfinished()
        elif not is_newer:
            self._model.choose_all()
        self._wants_unfinished = False

    # --- what was chosen

    def plan(self) -> NewPlan | None:
        """Return what was put together, None while it is incomplete."""
        source, period = self.sources.source(), self.period.period()
        if source is None or period is None or not self.period.is_valid():
            return None
        if source.plan is None:
            return NewPlan(source, self.period.words(), period)
        if self._tree is None or self._tree.plan.id != source.plan.id:
            return None
        carried = self._model.chosen()
        return NewPlan(
            source,
            self.period.words(),
            period,
            None if len(carried) == self._model.total() else carried,
            self.linked.isChecked(),
            self.indicators.isChecked(),
        )

    def focus_first(self) -> None:
        """Put the cursor where a person begins."""
        self.sources.setFocus()

    def set_busy(self, busy: bool) -> None:
        """Lock the page while the plan is being stored."""
        self._is_busy = busy
        self._body.setDisabled(busy)
        self._refresh_foot()

    def show_refusal(self, words: str) -> None:
        """Say in place why the plan was not stored; '' takes it back."""
        self._doubt.setText(words or self._doubt_words())
        self._doubt.setVisible(bool(self._doubt.text()))

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in reading order."""
        left = [self._back, self.sources, self._delete, *self.period.stops(), self.linked, self.indicators]
        return [*left, self._all, self._unfinished, self._none, self.preview, self._cancel, self._create]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._is_busy:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # --- building

    def _make_parts(self) -> None:
        self._back = QPushButton(self.tr("Về kế hoạch"), self)
        self._back.setFlat(True)
        self.sources = SourceList(self)
        self._delete = LinkButton(self.tr("Xóa mẫu này"), self)
        self.period = PeriodForm(self)
        self.linked = QCheckBox(self.tr("Nối với nhiệm vụ của kế hoạch cũ (chuyển tiếp)"), self)
        self.linked.setToolTip(self.tr("Báo cáo chung cả hai kế hoạch chỉ tính một lần nhiệm vụ đã nối."))
        self.indicators = QCheckBox(self.tr("Mang theo chỉ tiêu"), self)
        self.linked.setChecked(True)
        self.indicators.setChecked(True)
        self._doubt = plain_label(parent=self, style="doubt")
        self._preview_title = plain_label(parent=self, style="itemTitle")
        self._all = QPushButton(self.tr("Chọn hết"), self)
        self._unfinished = QPushButton(self)
        self._unfinished.setToolTip(self.tr("Chỉ chọn nhiệm vụ chưa xong."))
        self._none = QPushButton(self.tr("Bỏ hết"), self)
        letters = {1: _TIME_LETTERS, _STATUS: _STATUS_LETTERS}
        self.preview = OutlineView(self._model, letters, self.tr("Xem trước kế hoạch"), self)
        self._summary = QLabel(self)
        self._cancel = QPushButton(self.tr("Hủy"), self)
        self._create = primary_button(self.tr("Tạo kế hoạch"), self)

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Tạo kế hoạch mới"), self)
        title.setObjectName("pageTitle")
        self._body = QSplitter(Qt.Orientation.Horizontal, self)
        self._body.setChildrenCollapsible(False)
        self._body.setHandleWidth(1)
        left = self._left()
        self._body.addWidget(left)
        self._body.addWidget(self._right())
        self._body.setStretchFactor(1, 1)
        self._body.setSizes([left.minimumWidth(), 2 * left.minimumWidth()])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar([self._back, title, None], self))
        layout.addWidget(self._body, 1)
        layout.addWidget(bar([self._summary, None, self._cancel, self._create], self))

    def _left(self) -> QWidget:
        inside = QWidget()
        inside.setObjectName("bar")
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 8, 12, 8)
        column.setSpacing(8)
        heading = QHBoxLayout()
        heading.addWidget(_heading(self.tr("1. Lập kế hoạch từ")))
        heading.addStretch(1)
        heading.addWidget(self._delete)
        column.addLayout(heading)
        column.addWidget(self.sources, 1)
        column.addWidget(_heading(self.tr("2. Kỳ và tên kế hoạch")))
        for part in (self.period, self.linked, self.indicators, self._doubt):
            column.addWidget(part)
        column.addStretch()
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setMinimumWidth(inside.minimumSizeHint().width() + 16)
        return area

    def _right(self) -> QWidget:
        right = QWidget()
        right.setObjectName("bar")
        column = QVBoxLayout(right)
        column.setContentsMargins(12, 8, 16, 8)
        column.setSpacing(8)
        heading = QHBoxLayout()
        heading.setSpacing(8)
        column.addWidget(self._preview_title)
        heading.addStretch(1)
        for button in (self._all, self._unfinished, self._none):
            heading.addWidget(button)
        column.addLayout(heading)
        column.addWidget(self.preview, 1)
        return right

    def _connect(self) -> None:
        self._back.clicked.connect(self.left)
        self._cancel.clicked.connect(self.left)
        self._create.clicked.connect(self._emit_wanted)
        self.sources.source_changed.connect(self._show_source)
        self._delete.clicked.connect(self._ask_delete)
        self.period.changed.connect(self._show_outline)
        self._all.clicked.connect(self._model.choose_all)
        self._unfinished.clicked.connect(self._choose_unfinished)
        self._none.clicked.connect(lambda: self._model.choose(()))
        self._model.choice_changed.connect(self._refresh_foot)
        self.indicators.toggled.connect(self._refresh_foot)

    # --- following the choices

    def _show_source(self) -> None:
        source = self.sources.source() or Source(SourceKind.BLANK)
        self._tree, self._standing = None, Standing()
        is_copy = source.plan is not None
        for part in (self.linked, self.indicators, self._all, self._unfinished, self._none):
            part.setVisible(is_copy)
        self.preview.setColumnHidden(_STATUS, not is_copy)
        self._delete.setVisible(source.kind is SourceKind.OWN)
        if source.plan is not None:
            self._propose(moved(source.plan.period, years_of(source.plan.period)), source)
            self.tree_wanted.emit(source.plan.id)
        elif source.template is not None:
            self._propose(upcoming(source.template.period, self._today()), source)
        else:
            year = Period(date(self._today().year, 1, 1), date(self._today().year, 12, 31))
            self._propose(upcoming(year, self._today()), source)

    def _propose(self, period: Period, source: Source) -> None:
        self.period.propose(period, lambda wanted: _title(source, wanted))
        self._show_outline()

    def _show_outline(self) -> None:
        """Show what would be made; typing a title leaves the rows and the place in them alone."""
        source, period = self.sources.source(), self.period.period()
        wanted = source, period, self._tree, self._standing
        if period is not None and wanted != self._shown:
            self._shown = wanted
            is_copy = source is not None and source.plan is not None
            self._model.show_outline(self._outline(source, period), checkable=is_copy)
        self.show_refusal("")
        self._refresh_foot()

    def _outline(self, source: Source | None, period: Period) -> Outline:
        if source is None or (source.template is None and source.plan is None):
            return blank_outline()
        if source.template is not None:
            return draft_outline(source.template.draft, for_period(source.template, period))
        tree = self._tree
        is_here = tree is not None and source.plan is not None and tree.plan.id == source.plan.id
        return copy_outline(tree, period, self._standing) if is_here and tree is not None else ()

    def _choose_unfinished(self) -> None:
        self._model.choose(self._standing.unfinished)

    def _refresh_foot(self) -> None:
        self._unfinished.setText(self.tr("Chưa xong ({})").format(len(self._standing.unfinished)))
        self._unfinished.setEnabled(bool(self._standing.unfinished))
        self._create.setEnabled(not self._is_busy and self.plan() is not None)
        tasks, total = self._task_counts()
        source = self.sources.source()
        is_copy = source is not None and source.plan is not None
        self._preview_title.setText(
            self.tr("Xem trước và chọn nhiệm vụ ({}/{})").format(tasks, total) if is_copy else self.tr("Xem trước")
        )
        counts = [
            self.tr("{} lĩnh vực").format(self._model.rowCount()),
            self.tr("{} nhiệm vụ").format(tasks),
            self.tr("{} chỉ tiêu").format(self._indicator_count()),
        ]
        self._summary.setText(self.tr("Sẽ tạo: {}. Chưa ghi gì vào dữ liệu.").format(", ".join(counts)))

    def _task_counts(self) -> tuple[int, int]:
        """Return how many tasks directly under sections come along, and how many there are."""
        total = self._model.total()
        return (len(self._model.chosen()), total) if total else (self._model.row_count_shown(),) * 2

    def _indicator_count(self) -> int:
        source = self.sources.source()
        if source is None:
            return 0
        if source.template is not None:
            return len(source.template.draft.indicators)
        is_wanted = source.plan is not None and self._tree is not None and self.indicators.isChecked()
        return len(self._tree.indicators) if is_wanted and self._tree is not None else 0

    def _doubt_words(self) -> str:
        """Say where time words cannot follow: only years are moved, never months."""
        source, period = self.sources.source(), self.period.period()
        written = _written_for(source)
        if written is None or period is None or choice_of(written) is choice_of(period):
            return ""
        return self.tr("Nội dung được lập cho kỳ khác; thời hạn chỉ chuyển theo năm, cần xem lại sau khi tạo.")

    def _ask_delete(self) -> None:
        source = self.sources.source()
        if source is not None and source.kind is SourceKind.OWN and source.template is not None:
            self.template_delete_wanted.emit(source.template.name)

    def _emit_wanted(self) -> None:
        plan = self.plan()
        if plan is not None and not self._is_busy:
            self.wanted.emit(plan)


def _heading(words: str) -> QLabel:
    label = QLabel(words)
    label.setObjectName("itemTitle")
    return label


def _written_for(source: Source | None) -> Period | None:
    if source is None:
        return None
    if source.template is not None:
        return source.template.period
    return source.plan.period if source.plan is not None else None


def _title(source: Source, period: Period) -> str:
    """Return a source's own title moved to the period where that is of the same kind, else the usual one."""
    draft: DraftPlan | None = source.template.draft if source.template is not None else None
    own = draft.title if draft is not None else source.plan.title if source.plan is not None else None
    written = _written_for(source)
    if not own or written is None or choice_of(written) is not choice_of(period):
        return title_for(period)
    return shift_named_years(own, period.start.year - written.start.year, written)
