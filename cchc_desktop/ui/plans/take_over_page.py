"""The page on which rows of a superior plan are picked for a plan of ours; nothing stored before the button."""

from __future__ import annotations

from collections.abc import Generator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.ui.plans.outline import Outline, OutlineRow, superior_sections
from cchc_desktop.ui.plans.outline_model import OutlineColumn, OutlineModel
from cchc_desktop.ui.plans.outline_view import OutlineView
from cchc_desktop.ui.slices import Slices, Steps
from cchc_desktop.ui.widgets.cards import bar, plain_label, primary_button
from cchc_desktop.ui.widgets.empty import EmptyState
from cchc_desktop.ui.widgets.form_fields import ChoiceCombo
from cchc_desktop.ui.widgets.long_paths import PathLabel
from cchc_desktop.ui.widgets.stops import order_stops
from cchc_desktop.ui.widgets.text_fields import LineField

_COLUMNS = (OutlineColumn.CONTENT, OutlineColumn.LEAD, OutlineColumn.TIME, OutlineColumn.TAKEN)
_LETTERS = {1: 21, 2: 19, 3: 21}


class TakeOverPage(QWidget):
    """Emits `wanted(source plan id, item ids)`; rows that the target has already are shown and cannot be ticked."""

    wanted = Signal(int, object)
    left = Signal()
    import_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources: Sequence[PlanTree] = ()
        self._target: PlanTree | None = None
        self._is_busy = False
        self._is_shown = True
        """False while the rows of another plan, or of a newer one, have yet to be shown."""
        self._showing = Slices(self)
        self.model = OutlineModel(_COLUMNS, self)
        self._make_parts()
        self._lay_out()
        self._connect()
        order_stops(self.stops())
        self._refresh()

    def show_plans(self, sources: Sequence[PlanTree], target: PlanTree) -> None:
        """Offer superior plans whose rows may come into `target`; ticks stay while their plan is still there."""
        before = self.source.value()
        self._sources, self._target = sources, target
        self._target_line.set_path(self.tr("Lấy sang: {}").format(target.plan.title))
        self.source.offer((tree.plan.id, tree.plan.title) for tree in sources)
        self.source.choose(before)
        self._pages.setCurrentWidget(self._inside if sources else self._empty)
        self._show_source()

    def show_target(self, target: PlanTree) -> None:
        """Take note that the plan of ours changed."""
        if self._target is not None and target.plan.id == self._target.plan.id:
            self._target = target
            self._show_source()

    def set_busy(self, busy: bool) -> None:
        """Lock the page while rows are being stored."""
        self._is_busy = busy
        self._inside.setDisabled(busy)
        self._refresh()

    def show_refusal(self, words: str) -> None:
        """Say in place why nothing was stored; '' takes it back."""
        self._refusal.setText(words)
        self._refusal.setVisible(bool(words))

    def focus_first(self) -> None:
        """Put the cursor where a person begins."""
        (self.filter if self._sources else self._back).setFocus()

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in reading order."""
        head = [self._back, self.source, self.filter, self._shown, self._none]
        return [*head, self.view, self._cancel, self._take]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape or self._is_busy:
            super().keyPressEvent(event)
        elif self.filter.text():
            self.filter.clear()
        else:
            self.left.emit()

    # --- building

    def _make_parts(self) -> None:
        self._back = QPushButton(self.tr("Về kế hoạch"), self)
        self._back.setFlat(True)
        self._target_line = PathLabel("", self)
        self.source = ChoiceCombo(self.tr("Kế hoạch cấp trên"), self, 40)
        self.filter = LineField(self.tr("Lọc nhiệm vụ"), self, self.tr("Lọc nhiệm vụ, ví dụ: cấp xã"))
        self.filter.setClearButtonEnabled(True)
        self._shown = QPushButton(self.tr("Chọn các dòng đang hiện"), self)
        self._none = QPushButton(self.tr("Bỏ chọn hết"), self)
        self.view = OutlineView(self.model, _LETTERS, self.tr("Nhiệm vụ của kế hoạch cấp trên"), self)
        self._nothing = plain_label(self.tr("Không có nhiệm vụ nào khớp."), self, "doubt")
        self._refusal = plain_label(parent=self, style="doubt")
        self._refusal.hide()
        self._count = QLabel(self)
        self._cancel = QPushButton(self.tr("Hủy"), self)
        self._take = primary_button(self.tr("Lấy sang kế hoạch"), self)
        self._empty = EmptyState(
            "inbox",
            self.tr(
                "Chưa có kế hoạch cấp trên. Nhập kế hoạch của cấp trên từ Word, Excel, "
                "rồi đánh dấu “Kế hoạch cấp trên” trong Thông tin kế hoạch."
            ),
            self.tr("Nhập từ Word, Excel…"),
            self,
        )

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Lấy nhiệm vụ từ kế hoạch cấp trên"), self)
        title.setObjectName("pageTitle")
        self._inside = QWidget(self)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(8)
        for row in self._rows():
            column.addLayout(row)
        column.addWidget(self._nothing)
        column.addWidget(self.view, 1)
        column.addWidget(self._refusal)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._inside)
        self._pages.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar([self._back, title, None], self))
        layout.addWidget(self._pages, 1)
        layout.addWidget(bar([self._count, None, self._cancel, self._take], self))

    def _rows(self) -> tuple[QHBoxLayout, QHBoxLayout]:
        choice, search = QHBoxLayout(), QHBoxLayout()
        label = QLabel(self.tr("Kế hoạch cấp trên"), self)
        label.setBuddy(self.source)
        choice.setSpacing(8)
        choice.addWidget(label)
        choice.addWidget(self.source, 1)
        choice.addSpacing(16)
        choice.addWidget(self._target_line, 1)
        search.setSpacing(8)
        search.addWidget(self.filter, 1)
        search.addWidget(self._shown)
        search.addWidget(self._none)
        return choice, search

    def _connect(self) -> None:
        self._back.clicked.connect(self.left)
        self._cancel.clicked.connect(self.left)
        self._take.clicked.connect(self._emit_wanted)
        self._empty.activated.connect(self.import_wanted)
        self.source.currentIndexChanged.connect(self._show_source)
        self.filter.textChanged.connect(self._show)
        self._shown.clicked.connect(self._choose_shown)
        self._none.clicked.connect(lambda: self.model.choose(()))
        self.model.choice_changed.connect(self._refresh)

    # --- following the choices

    def _show_source(self) -> None:
        self._is_shown = False
        self._show()
        self.show_refusal("")

    def _show(self) -> None:
        self._showing.start(self._steps(self.filter.text()))

    def _steps(self, query: str) -> Steps:
        """Show the rows of the chosen plan that the filter lets through."""
        if not self._is_shown:
            outline = yield from self._outline()
            self._is_shown = True
            self.model.show_outline(outline, checkable=True)
            yield
        if query:
            yield from self.model.read_words()
        self.model.filter(query)

    def _outline(self) -> Generator[None, None, Outline]:
        tree = next((tree for tree in self._sources if tree.plan.id == self.source.value()), None)
        sections: list[OutlineRow] = []
        for section in superior_sections(tree, self._target) if tree is not None else ():
            sections.append(section)
            yield
        return tuple(sections)

    def _choose_shown(self) -> None:
        self._showing.finish()
        self.model.choose_shown()

    def _refresh(self) -> None:
        chosen = self.model.chosen()
        hidden = len(chosen - self.model.shown())
        words = self.tr("Đã chọn {} nhiệm vụ").format(len(chosen))
        if hidden:
            words = self.tr("{}, trong đó {} nhiệm vụ không hiện").format(words, hidden)
        self._count.setText(words)
        self._count.setVisible(bool(self._sources))
        self._nothing.setVisible(bool(self.filter.text()) and not self.model.rowCount())
        self._shown.setEnabled(bool(self.model.shown() - chosen))
        self._none.setEnabled(bool(chosen))
        self._take.setEnabled(bool(chosen) and not self._is_busy)

    def _emit_wanted(self) -> None:
        self._showing.finish()  # ticks belong to the plan that is named
        chosen = self.model.chosen()
        if chosen and not self._is_busy:
            self.wanted.emit(self.source.value(), sorted(chosen))
