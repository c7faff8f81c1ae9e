"""The form of a plan: everything that is kept about it besides its tasks; it takes and returns plain values."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.plan import Plan
from cchc_desktop.ui.plans.form_tabs import AppendixTab, DocumentTab, FormTab, GeneralTab, PartiesTab, PlanOffers
from cchc_desktop.ui.stylesheet import BODY_POINTS
from cchc_desktop.ui.widgets.entry_dialog import EntryDialog
from cchc_desktop.ui.widgets.stops import order_stops

_HEIGHT = 560
"""Pixels beside a body of ten points: what a screen of 1366x768 at 125 per cent leaves for a dialog."""
_TITLE_BAR = 40
"""Pixels of the screen that the dialog's own title bar takes."""


class PlanForm(QWidget):
    """Four tabs over one plan; `changed` tells of every change."""

    changed = Signal()

    def __init__(self, plan: Plan, offers: PlanOffers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self.general = GeneralTab(plan, offers, self)
        self.document = DocumentTab(plan, offers, self)
        self.parties = PartiesTab(plan, self)
        self.appendix = AppendixTab(plan, self)
        self._named = (
            (self.tr("Chung"), self.general),
            (self.tr("Văn bản"), self.document),
            (self.tr("Căn cứ, nơi nhận"), self.parties),
            (self.tr("Phụ lục"), self.appendix),
        )
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.tabBar().setAccessibleName(self.tr("Các phần thông tin kế hoạch"))
        for name, tab in self._named:
            self.tabs.addTab(_scrolled(tab), name)
            tab.edited.connect(self.changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        order_stops(self.stops())

    def plan(self) -> Plan:
        """Return the plan with what was typed; call only while `is_valid`."""
        plan = self._plan
        for tab in self._all():
            plan = tab.applied(plan)
        return plan

    def rebase(self, stored: Plan) -> None:
        """Put what was typed on top of the plan as it is stored now."""
        self._plan = replace(self._plan, row_version=stored.row_version)

    def is_valid(self) -> bool:
        """Tell whether the plan can be stored."""
        return not self.problem()

    def problem(self) -> str:
        """Return why the plan cannot be stored, with the name of the tab; '' where it can."""
        return next((f"{name}: {problem}" for name, tab in self._named if (problem := tab.problem())), "")

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in reading order; only those of the shown tab can be reached."""
        return [self.tabs.tabBar(), *(stop for tab in self._all() for stop in tab.stops())]

    def _all(self) -> tuple[FormTab, ...]:
        return self.general, self.document, self.parties, self.appendix


class PlanFormDialog(EntryDialog):
    """The form with *Hủy* and *Lưu*; `plan` has what was typed when `confirmed` comes."""

    def __init__(self, plan: Plan, offers: PlanOffers, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Thông tin kế hoạch"), self.tr("Lưu"), parent)
        self.form = PlanForm(plan, offers, self)
        self.body.setContentsMargins(16, 8, 16, 8)
        self.body.addWidget(self.form)
        self.form.changed.connect(self._check)
        order_stops([*self.form.stops(), *self.foot_stops()])
        self.resize(self.minimumWidth(), self._height())
        self.form.general.title.setFocus()
        self._before = self._state()
        self._check()

    def _height(self) -> int:
        """Return the height in proportion to the text, as far as the screen has room."""
        wanted = round(_HEIGHT * self.font().pointSizeF() / BODY_POINTS)
        parent = self.parentWidget()
        room = self.screen().availableSize() if parent is None else parent.window().size()
        return min(wanted, room.height() - _TITLE_BAR)

    def plan(self) -> Plan:
        """Return the plan as typed."""
        return self.form.plan()

    def rebase(self, stored: Plan) -> None:
        """Let what was typed be saved on top of the plan as it is stored now."""
        self.form.rebase(stored)

    def has_typed(self) -> bool:
        return self._state() != self._before

    def _state(self) -> tuple[Plan, str]:
        """Return what the form holds, also what is no day yet; which row was read for it does not count."""
        return replace(self.form.plan(), row_version=0), self.form.problem()

    def _check(self) -> None:
        problem = self.form.problem()
        self.set_ready(not problem, problem)


def _scrolled(tab: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(tab)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.viewport().setAutoFillBackground(False)
    tab.setAutoFillBackground(False)
    return area
