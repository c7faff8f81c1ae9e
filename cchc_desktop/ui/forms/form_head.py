"""Below the list of forms: for which period and plans the chosen one is filled, and what can be done with all of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.periods import Period
from cchc_desktop.services.form_filling import FormValues
from cchc_desktop.ui.forms import words
from cchc_desktop.ui.reports.papers import Offers
from cchc_desktop.ui.reports.plans_choice import PlansChoice
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.flow import FlowLayout
from cchc_desktop.ui.widgets.form_fields import ChoiceCombo
from cchc_desktop.ui.widgets.link_button import LinkButton

_PERIOD_LETTERS = 10


class FormWays(QWidget):
    """Links to what concerns a form as a whole."""

    edit_wanted = Signal()
    renew_wanted = Signal()
    """The superior sent another version."""
    open_wanted = Signal()
    """The unchanged original is to be looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = LinkButton(self.tr("Sửa tên, nơi gửi…"), self)
        self.original = LinkButton(self.tr("Mở bản gốc"), self)
        self.renew = LinkButton(self.tr("Cấp trên gửi bản mới…"), self)
        self.edit.clicked.connect(self.edit_wanted)
        self.original.clicked.connect(self.open_wanted)
        self.renew.clicked.connect(self.renew_wanted)
        flow = FlowLayout(self)
        flow.setContentsMargins(8, 0, 8, 4)
        for link in self.stops():
            flow.addWidget(link)

    def set_enabled(self, *, is_editable: bool, is_free: bool) -> None:
        """Let the form be changed, or only be looked at."""
        self.edit.setEnabled(is_editable)
        self.renew.setEnabled(is_editable and is_free)
        read_only = "" if is_editable else words.translated(words.READ_ONLY)
        self.edit.setToolTip(read_only)
        self.renew.setToolTip(read_only)

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in order."""
        return [self.edit, self.original, self.renew]


class FormOptions(QWidget):
    """Which reporting period, over which plans; `changed` says that others were chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own, self._offers = "", Offers()
        self.period = ChoiceCombo(self.tr("Kỳ báo cáo"), self, _PERIOD_LETTERS)
        self.plans = PlansChoice(self)
        self._plans_name = QLabel(self.tr("Kế hoạch"), self)
        self._about = plain_label(parent=self, style="secondary")
        rows = QFormLayout()
        rows.setHorizontalSpacing(8)
        rows.setVerticalSpacing(6)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows.addRow(self.tr("Kỳ"), self.period)
        rows.addRow(self._plans_name, self.plans)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 4)
        column.setSpacing(4)
        column.addLayout(rows)
        column.addWidget(self._about)
        self.period.currentIndexChanged.connect(lambda _: self._choose_period())
        self.plans.changed.connect(self.changed)

    def offer(self, own: str, offers: Offers, plans: Sequence[int]) -> None:
        """Offer periods and plans; what was chosen stays where it still can be."""
        self._own, self._offers = own, offers
        chosen = self.period.value()
        self.period.offer((line.period.key, line.period.title) for line in offers.periods)
        self.period.choose(offers.period)
        self.period.choose(chosen)
        self.plans.choose(plans)
        self._offer_plans()

    def show_values(self, values: FormValues | None) -> None:
        """Say as of which day the figures are, and which period stands beside them."""
        if values is None:
            self._about.setText("")
            return
        parts = [self.tr("Số liệu đến ngày {}").format(show_day(values.as_of))]
        if values.is_locked:
            parts.append(self.tr("kỳ đã chốt số liệu"))
        if values.before_title:
            parts.append(self.tr("kỳ trước: {}").format(values.before_title))
        self._about.setText(", ".join(parts) + ".")

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in order."""
        return [self.period, self.plans]

    def _choose_period(self) -> None:
        self._offer_plans()
        self.changed.emit()

    def _offer_plans(self) -> None:
        """Offer the plans that run in the chosen period; where there are none, nothing is asked."""
        line = next((one for one in self._offers.periods if one.period.key == self.period.value()), None)
        window = line.period.window if line is not None else None
        running = [plan for plan in self._offers.plans if window is not None and _overlap(plan.period, window)]
        self.plans.offer(self._own, running)
        self.plans.setVisible(bool(running))
        self._plans_name.setVisible(bool(running))


def _overlap(one: Period, other: Period) -> bool:
    return one.start <= other.end and other.start <= one.end
