"""The right of the screen: the form of the chosen agency, or what stands there while none or several are chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.agencies.agency import Agency
from cchc_desktop.domain.entities import UNSAVED
from cchc_desktop.ui.agencies.form import AgencyForm
from cchc_desktop.ui.widgets.elided_label import ElidedLabel
from cchc_desktop.ui.widgets.empty import EmptyState

_LEAST, _LETTERS = 340, 42
"""The least width: in pixels, and in letters, so that the form is never cut at its right."""


@dataclass(frozen=True, slots=True)
class Unsaved:
    """What was typed for an agency and is not stored: before and after, and why it was refused ('' while under way)."""

    before: Agency
    typed: Agency
    reason: str = ""


class AgencyPane(QWidget):
    """`typed` brings an agency before and after; `unsaved` keeps what is typed for agencies that are not shown."""

    typed = Signal(object, object)
    merge_wanted = Signal()
    unsaved_changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.unsaved: dict[int, Unsaved] = {}
        self._draft = Agency("")
        self._title = ElidedLabel(self)
        self._title.setObjectName("itemTitle")
        self._title.setContentsMargins(12, 8, 12, 0)
        self.form = AgencyForm(today, self)
        self.form.typed.connect(self.typed)
        self._area = QScrollArea(self)
        self._area.setObjectName("inspectorArea")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.form.setObjectName("inspectorPage")
        self.form.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._area.setWidget(self.form)
        self._none = EmptyState("building-2", self.tr("Chọn một cơ quan để xem chi tiết."), parent=self)
        self._several = EmptyState("building-2", "", self.tr("Gộp…"), self)
        self._several.activated.connect(self.merge_wanted)
        self._stack = QStackedWidget(self)
        for page in (self._none, self._several, self._area):
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._title)
        layout.addWidget(self._stack, 1)
        self._make_wide()
        self.show_none()

    def shown(self) -> Agency | None:
        """Return the agency in the form, None while there is none."""
        return self.form.stored() if self._stack.currentWidget() is self._area else None

    def show_agency(self, agency: Agency, agencies: Mapping[int, Agency]) -> None:
        """Show the form of an agency, with what was typed for it and could not be stored."""
        self._keep(agency.id)
        kept = self.unsaved.get(agency.id)
        is_other = self.shown() is None or agency.id != self.form.stored().id
        self.form.show_agency(agency, agencies, kept.typed if kept is not None and is_other else None)
        self._title.show_words(agency.name or self.tr("Cơ quan mới"))
        self._stack.setCurrentWidget(self._area)
        if is_other:
            self._area.verticalScrollBar().setValue(0)

    def show_new(self, agencies: Mapping[int, Agency]) -> None:
        """Show an empty form, or the one that was begun before, with the cursor in the name."""
        if self._draft.id != UNSAVED or UNSAVED not in self.unsaved:
            self._draft = Agency("")
        self.show_agency(self._draft, agencies)
        self.form.name.setFocus()

    def show_none(self) -> None:
        """Say that one is to be chosen."""
        self._keep(None)
        self._title.show_words("")
        self._stack.setCurrentWidget(self._none)

    def show_several(self, count: int, *, can_merge: bool) -> None:
        """Say how many are chosen."""
        self._keep(None)
        self._several.set_sentence(self.tr("Đã chọn {} cơ quan.").format(count))
        self._several.setEnabled(can_merge)
        self._title.show_words("")
        self._stack.setCurrentWidget(self._several)

    def is_new(self) -> bool:
        """Tell whether the form of a new agency is shown."""
        shown = self.shown()
        return shown is not None and shown.id == UNSAVED

    # --- what came of typing

    def stored(self, before: Agency, agency_id: int) -> None:
        """Take it that what was typed is stored."""
        shown = self.shown()
        if shown is not None and shown.id == before.id:
            self.form.settle(agency_id)
        if self.unsaved.pop(before.id, None) is not None:
            self.unsaved_changed.emit()

    def refused(self, before: Agency, typed: Agency, reason: str) -> None:
        """Keep what was typed and could not be stored."""
        shown = self.shown()
        if shown is not None and shown.id == before.id:
            self.form.refused(before)
        self.unsaved[before.id] = Unsaved(before, typed, reason)
        self.unsaved_changed.emit()

    def give_up(self, agency_id: int) -> None:
        """Let go of what was typed for an agency."""
        kept = self.unsaved.pop(agency_id, None)
        shown = self.shown()
        if shown is not None and shown.id == agency_id:
            self.form.give_up()
        if kept is not None:
            self.unsaved_changed.emit()

    def _keep(self, next_id: int | None) -> None:
        """Keep what is typed and not stored before another agency comes into the form."""
        shown = self.shown()
        if shown is None or shown.id == next_id or not self.form.is_changed():
            return
        reason = self.unsaved[shown.id].reason if shown.id in self.unsaved else ""
        self.unsaved[shown.id] = Unsaved(shown, self.form.value(), reason)

    # --- size

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._make_wide()

    def _make_wide(self) -> None:
        self.setMinimumWidth(max(_LEAST, self.fontMetrics().averageCharWidth() * _LETTERS))
