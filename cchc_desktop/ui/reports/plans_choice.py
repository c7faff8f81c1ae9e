"""Over which plans a report is made: the open one always, others as they are ticked in a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from cchc_desktop.ui import icons
from cchc_desktop.ui.workbench.filters_menu import CheckMenu

if TYPE_CHECKING:
    from cchc_desktop.domain.plan import PlanSummary

_LETTERS = 70
"""Letters of a line of the list; the whole title is in its tooltip."""
_ARROW, _EDGE = 14, 8
_SIDES = _ARROW + 3 * _EDGE
"""Pixels beside the words of the button: edges and the arrow of its list."""
_SHEET = f"""
QPushButton#choice {{ text-align: left; padding-left: {_EDGE}px; font-weight: 400; }}
"""


class PlansChoice(QPushButton):
    """Opens a list that stays open while plans are ticked; `changed` says that others are wanted."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own = ""
        self._plans: tuple[PlanSummary, ...] = ()
        self._wanted: frozenset[int] = frozenset()
        self.choices = CheckMenu(self)
        self.choices.setToolTipsVisible(True)
        self.choices.setAccessibleName(self.tr("Kế hoạch trong báo cáo"))
        self.setObjectName("choice")
        self.setStyleSheet(_SHEET)
        self.clicked.connect(self._open)

    def offer(self, own: str, plans: Sequence[PlanSummary]) -> None:
        """Offer plans besides the open one; those that were wanted are ticked where they are among them."""
        if (own, tuple(plans)) != (self._own, self._plans):
            self._own, self._plans = own, tuple(plans)
            self._fill()
        self._show()

    def choose(self, ids: Iterable[int]) -> None:
        """Tick plans without telling anyone; one that is not offered now is remembered until it is."""
        self._wanted = frozenset(ids)
        self._fill()
        self._show()

    def value(self) -> tuple[int, ...]:
        """Return the ids of the ticked plans besides the open one."""
        return tuple(plan.id for plan in self._plans if plan.id in self._wanted)

    def has_choice(self) -> bool:
        """Tell whether there is any plan to tick."""
        return bool(self._plans)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        place = QRect(self.width() - _ARROW - _EDGE, (self.height() - _ARROW) // 2, _ARROW, _ARROW)
        icons.icon("chevron-down", "text2").paint(QPainter(self), place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def _open(self) -> None:
        """Open the list below; a menu of Qt's own would set the words of the button to its edge."""
        self.choices.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _fill(self) -> None:
        self.choices.clear()
        own = self._line(self._own)
        own.setChecked(True)
        own.setEnabled(False)
        for plan in self._plans:
            line = self._line(_named(plan))
            line.setChecked(plan.id in self._wanted)
            line.toggled.connect(lambda is_wanted, id_=plan.id: self._tick(id_, is_wanted))

    def _line(self, words: str) -> QAction:
        short = words if len(words) <= _LETTERS else words[: _LETTERS - 1].rstrip() + "…"
        action = self.choices.addAction(short.replace("&", "&&"))
        action.setCheckable(True)
        action.setToolTip(words)
        return action

    def _tick(self, plan_id: int, is_wanted: bool) -> None:
        self._wanted = self._wanted | {plan_id} if is_wanted else self._wanted - {plan_id}
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        chosen = [_named(plan) for plan in self._plans if plan.id in self._wanted]
        words = self.tr("{} kế hoạch").format(len(chosen) + 1) if chosen else self.tr("Chỉ kế hoạch đang mở")
        room = max(0, self.width() - _SIDES)
        self.setText(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room))
        self.setToolTip("\n".join((self._own, *chosen)))
        self.setAccessibleName(self.tr("Kế hoạch trong báo cáo: {}").format(words))


def _named(plan: PlanSummary) -> str:
    return f"{plan.title} ({plan.document.number})" if plan.document.number else plan.title
