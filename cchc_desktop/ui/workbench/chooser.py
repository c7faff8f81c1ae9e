"""The plan selector at the top: the open plan with its document and state, and a list of all plans."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QWidget

from cchc_desktop.domain.plan import PlanState, PlanSummary
from cchc_desktop.ui.widgets.icon_label import IconLabel
from cchc_desktop.ui.words import Words

_LEAST_LETTERS, _MOST_LETTERS = 12, 50
"""Letters of the title, counted at their average width, for which there is room at least and at most."""
_PICTURES = 72
"""Pixels beside the words: two pictures, gaps and edges."""
_LEAST_HEIGHT, _AIR = 30, 10
_words = Words("PlanChooser")
_STATES = _words.table({
    PlanState.DRAFT: "Dự thảo",
    PlanState.ISSUED: "Đã ban hành",
    PlanState.CLOSED: "Đã kết thúc",
    PlanState.REPLACED: "Được thay thế",
})


class PlanChooser(QWidget):
    """Shows which plan is open and lets another one be chosen."""

    plan_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plans: Sequence[PlanSummary] = ()
        self._current: int | None = None
        self._button = _PlanButton(self)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._button.setMenu(self._menu)
        self._tag = QLabel(self)
        self._tag.setObjectName("tag")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 4, 0)
        layout.setSpacing(8)
        layout.addWidget(self._button)
        layout.addWidget(self._tag, 0, Qt.AlignmentFlag.AlignVCenter)
        self._show_current()

    def set_plans(self, plans: Sequence[PlanSummary]) -> None:
        """Offer these plans, in this order."""
        self._plans = plans
        self._show_current()

    def set_current(self, plan_id: int | None) -> None:
        """Show a plan as the open one."""
        self._current = plan_id
        self._show_current()

    def words(self) -> str:
        """Return what the button says."""
        return self._button.accessibleName()

    def menu(self) -> QMenu:
        """Return the list of plans, filled when it opens."""
        return self._menu

    def _show_current(self) -> None:
        plan = next((plan for plan in self._plans if plan.id == self._current), None)
        title = plan.title if plan else self.tr("Chưa chọn kế hoạch")
        document = document_words(plan) if plan else ""
        self._button.set_words(title, document)
        self._tag.setText(state_words(plan.state) if plan else "")
        self._tag.setVisible(plan is not None)
        self._button.setEnabled(bool(self._plans))

    def _fill_menu(self) -> None:
        self._menu.clear()
        for plan in self._plans:
            mark = self.tr("Kế hoạch cấp trên") if plan.superior else ""
            words = " · ".join(filter(None, (plan.title, document_words(plan), mark)))
            action = self._menu.addAction(f"{words}\t{state_words(plan.state)}".replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(plan.id == self._current)
            action.triggered.connect(lambda _=False, plan_id=plan.id: self.plan_chosen.emit(plan_id))


class _PlanButton(QPushButton):
    """A button with two kinds of words: the title in bold, cut where it is too long, and the document behind it.

    Where there is no room for both, the document gives way.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title_words = ""
        self._title, self._document = QLabel(self), QLabel(self)
        bold = self._title.font()
        bold.setBold(True)
        self._title.setFont(bold)
        self._document.setObjectName("fieldName")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.setSpacing(4)
        pictures = [IconLabel(name, "accent", parent=self) for name in ("list-tree", "chevron-down")]
        for label in (pictures[0], self._title, self._document, pictures[1]):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(label)
        for words in (self._title, self._document):
            words.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_words(self, title: str, document: str) -> None:
        """Show a title and a document."""
        self._title_words = title
        self._document.setText(f"· {document}" if document else "")
        whole = " · ".join(filter(None, (title, document)))
        self.setAccessibleName(whole)
        self.setToolTip(whole)
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        words = self._metrics().horizontalAdvance(self._title_words) + self._document.sizeHint().width()
        return QSize(min(self._room_for(_MOST_LETTERS), words + _PICTURES), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._room_for(_LEAST_LETTERS), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics, whole = self._metrics(), self.width() - _PICTURES
        beside = whole - self._document.sizeHint().width()
        least = min(metrics.horizontalAdvance(self._title_words), metrics.averageCharWidth() * _LEAST_LETTERS)
        self._document.setVisible(beside >= least)
        room = beside if beside >= least else whole
        self._title.setText(metrics.elidedText(self._title_words, Qt.TextElideMode.ElideRight, room))

    def _room_for(self, letters: int) -> int:
        return self._metrics().averageCharWidth() * letters + _PICTURES

    def _height(self) -> int:
        return max(_LEAST_HEIGHT, self._metrics().height() + _AIR)

    def _metrics(self) -> QFontMetrics:
        return self._title.fontMetrics()


def state_words(state: PlanState) -> str:
    """Return the state of a plan as its tag says it."""
    return _STATES[state]


def document_words(plan: PlanSummary) -> str:
    """Return 'Kế hoạch 12/KH-UBND, 15/01/2026' as far as it is known."""
    document = plan.document
    name = " ".join(filter(None, (document.type, document.number))) if document.number else ""
    day = f"{document.date:%d/%m/}{document.date.year:04d}" if document.date else ""
    return ", ".join(filter(None, (name, day)))
