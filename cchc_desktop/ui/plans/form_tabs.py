"""The tabs of the plan's form; each shows its facts of a plan and gives them back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.office import OfficeProfile, Signer
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import DocumentRef, Plan, PlanState, PlanSummary, plan_kind
from cchc_desktop.ui.plans import words
from cchc_desktop.ui.plans.appendix_editor import AppendixEditor
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.form_fields import ChoiceCombo, DateField, OfferField, ParagraphsField, or_none
from cchc_desktop.ui.widgets.segments import Segments
from cchc_desktop.ui.widgets.text_fields import LineField, LinesField
from cchc_desktop.ui.workbench.chooser import state_words


@dataclass(frozen=True, slots=True)
class PlanOffers:
    """What the form offers besides the plan itself: the office's profile, and the stored plans."""

    profile: OfficeProfile = field(default_factory=OfficeProfile)
    plans: Sequence[PlanSummary] = ()


class FormTab(QWidget):
    """One tab; `edited` tells of every change."""

    edited = Signal()

    def applied(self, plan: Plan) -> Plan:
        """Return a plan with the facts of this tab; call only where there is no `problem`."""
        raise NotImplementedError

    def problem(self) -> str:
        """Return why the facts cannot be stored, '' where they can."""
        return ""

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in reading order."""
        raise NotImplementedError


class GeneralTab(FormTab):
    """Title, period, state, the plans that it belongs to, numbering."""

    def __init__(self, plan: Plan, offers: PlanOffers, parent: QWidget) -> None:
        super().__init__(parent)
        self._make_fields(plan)
        others = [(row.id, row.title) for row in offers.plans if row.id != plan.id]
        for combo, chosen in ((self.parent_plan, plan.parent_plan_id), (self.replaced_by, plan.replaced_by_id)):
            known = {plan_id for plan_id, _ in others} | {None}
            gone = [] if chosen in known else [(chosen, self.tr("(kế hoạch đã xóa)"))]  # the link is kept
            combo.offer([(None, self.tr("(không có)")), *others, *gone])
            combo.choose(chosen)
        self.issuer.offer([offers.profile.name] if offers.profile.name else [])
        self._fill(plan)
        self._lay_out()
        self._connect()
        self._check()

    def applied(self, plan: Plan) -> Plan:
        is_replaced = self.state.value() is PlanState.REPLACED
        return replace(
            plan,
            title=self.title.words(),
            period=self._period() or plan.period,
            kind=self.kind.value(),
            tracked_from=self.tracked.day(),
            issuer=or_none(self.issuer.words()),
            state=self.state.value(),
            parent_plan_id=self.parent_plan.value(),
            replaced_by_id=self.replaced_by.value() if is_replaced else None,
            superior=self.superior.isChecked(),
            numbering=self.numbering.value(),
        )

    def problem(self) -> str:
        for day in (self.start, self.end, self.tracked):
            if day.is_wrong():
                return self.tr("“{}” không phải là ngày; nhập như 01/07/2025.").format(day.text().strip())
        if not self.title.words():
            return self.tr("Cần nhập tên kế hoạch.")
        if self.start.day() is None or self.end.day() is None:
            return self.tr("Cần nhập ngày bắt đầu và ngày kết thúc của kế hoạch.")
        return "" if self._period() else self.tr("Ngày kết thúc đứng trước ngày bắt đầu.")

    def stops(self) -> list[QWidget]:
        dates = [self.start, self.end, self.tracked]
        links = [self.state, self.replaced_by, self.parent_plan, self.superior, self.numbering]
        return [self.title, self.kind, *dates, self.issuer, *links]

    def _make_fields(self, plan: Plan) -> None:
        def year() -> int:
            return plan.period.start.year

        self.title = LineField(self.tr("Tên kế hoạch"), self)
        self.kind = ChoiceCombo(self.tr("Loại kế hoạch"), self)
        self.start = DateField(self.tr("Từ ngày"), self, year)
        self.end = DateField(self.tr("Đến ngày"), self, year)
        self.tracked = DateField(self.tr("Theo dõi từ ngày"), self, year)
        self.issuer = OfferField(self.tr("Cơ quan ban hành"), self)
        self.state = ChoiceCombo(self.tr("Trạng thái"), self)
        self.replaced_by = ChoiceCombo(self.tr("Được thay bằng"), self)
        self.parent_plan = ChoiceCombo(self.tr("Thuộc kế hoạch"), self)
        self.superior = QCheckBox(self.tr("Kế hoạch cấp trên"), self)
        self.numbering = ChoiceCombo(self.tr("Cách đánh số"), self)
        self._verdict = plain_label(parent=self, style="doubt")

    def _fill(self, plan: Plan) -> None:
        self.title.show_words(plan.title)
        for combo, choices, value in (
            (self.kind, words.KINDS, plan.kind),
            (self.numbering, words.NUMBERINGS, plan.numbering),
        ):
            combo.offer((choice, words.translated(text)) for choice, text in choices.items())
            combo.choose(value)
        self.state.offer((state, state_words(state)) for state in PlanState)
        self.state.choose(plan.state)
        self._own_kind = plan.kind is not plan_kind(plan.period)
        self.start.show_date(plan.period.start)
        self.end.show_date(plan.period.end)
        self.tracked.show_date(plan.tracked_from)
        self.issuer.show_words(plan.issuer or "")
        self.superior.setChecked(plan.superior)

    def _lay_out(self) -> None:
        form = _form(self)
        form.addRow(self.tr("Tên kế hoạch"), self.title)
        form.addRow(self.tr("Loại kế hoạch"), self.kind)
        form.addRow(self.tr("Từ ngày"), _beside(self.start, self.tr("đến ngày"), self.end))
        form.addRow(self._verdict)
        form.addRow(self.tr("Theo dõi từ ngày"), _beside(self.tracked, _hint(self.tr("để trống: từ ngày bắt đầu"))))
        form.addRow(self.tr("Cơ quan ban hành"), self.issuer)
        form.addRow(self.tr("Trạng thái"), self.state)
        form.addRow(self.tr("Được thay bằng"), self.replaced_by)
        form.addRow(self.tr("Thuộc kế hoạch"), self.parent_plan)
        form.addRow("", self.superior)
        form.addRow("", _hint(self.tr("chỉ để đối chiếu, không tính là kế hoạch của đơn vị")))
        form.addRow(self.tr("Cách đánh số"), self.numbering)

    def _connect(self) -> None:
        for line in (self.title, self.start, self.end, self.tracked):
            line.textChanged.connect(self._check)
        for day in (self.start, self.end):
            day.textEdited.connect(self._follow_days)
        self.kind.activated.connect(self._choose_kind)
        for combo in (self.kind, self.state, self.replaced_by, self.parent_plan, self.numbering):
            combo.currentIndexChanged.connect(self._check)
        self.issuer.edited.connect(self._check)
        self.superior.toggled.connect(self._check)

    def _choose_kind(self) -> None:
        self._own_kind = True

    def _follow_days(self) -> None:
        """Let the kind follow typed days until a person chooses one."""
        period = self._period()
        if period is not None and not self._own_kind:
            self.kind.choose(plan_kind(period))

    def _check(self) -> None:
        self.replaced_by.setEnabled(self.state.value() is PlanState.REPLACED)
        verdict = self.problem() or self._doubt()
        self._verdict.setText(verdict)
        self._verdict.setVisible(bool(verdict))
        self.edited.emit()

    def _doubt(self) -> str:
        tracked, period = self.tracked.day(), self._period()
        if tracked is None or period is None or period.contains(tracked):
            return ""
        return self.tr("Ngày theo dõi nằm ngoài thời gian của kế hoạch.")

    def _period(self) -> Period | None:
        start, end = self.start.day(), self.end.day()
        return Period(start, end) if start and end and start <= end else None


class DocumentTab(FormTab):
    """The document that issues the plan, and who signs it."""

    def __init__(self, plan: Plan, offers: PlanOffers, parent: QWidget) -> None:
        super().__init__(parent)
        self._signers = offers.profile.signers
        self.type = OfferField(self.tr("Loại văn bản"), self)
        self.number = LineField(self.tr("Số ký hiệu"), self, self.tr("05/KH-UBND"))
        self.date = DateField(self.tr("Ngày ban hành"), self, lambda: plan.period.start.year)
        self.name = OfferField(self.tr("Họ và tên người ký"), self)
        self.capacity = LinesField(self.tr("Quyền hạn, chức vụ người ký"), self, self.tr("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"))
        self._verdict = plain_label(parent=self, style="doubt")
        self.type.offer(words.DOCUMENT_TYPES)
        self.name.offer([signer.name for signer in self._signers])
        self._fill(plan)
        self._lay_out()
        self._connect()
        self._check()

    def applied(self, plan: Plan) -> Plan:
        return replace(
            plan,
            document=DocumentRef(or_none(self.type.words()), or_none(self.number.words()), self.date.day()),
            signer_name=or_none(self.name.words()),
            signer_capacity=or_none("\n".join(self.capacity.lines())),
        )

    def problem(self) -> str:
        if self.date.is_wrong():
            typed = self.date.text().strip()
            return self.tr("“{}” không phải là ngày; nhập như 01/07/2025 hoặc để trống.").format(typed)
        return ""

    def stops(self) -> list[QWidget]:
        return [self.type, self.number, self.date, self.name, self.capacity]

    def _fill(self, plan: Plan) -> None:
        document = plan.document
        self.type.show_words(document.type or "")
        self.number.show_words(document.number or "")
        self.date.show_date(document.date)
        self.name.show_words(plan.signer_name or "")
        self.capacity.show_lines(tuple((plan.signer_capacity or "").splitlines()))

    def _lay_out(self) -> None:
        form = _form(self)
        form.addRow(self.tr("Loại văn bản"), self.type)
        form.addRow(self.tr("Số ký hiệu"), self.number)
        form.addRow(self.tr("Ngày ban hành"), _beside(self.date, _hint(self.tr("dự thảo có thể để trống"))))
        form.addRow(self._verdict)
        form.addRow(self.tr("Người ký"), self.name)
        form.addRow(self.tr("Quyền hạn,\nchức vụ"), self.capacity)

    def _connect(self) -> None:
        for changed in (self.type.edited, self.name.edited, self.number.textChanged, self.date.textChanged):
            changed.connect(self._check)
        self.capacity.textChanged.connect(self._check)
        self.name.picked.connect(self._pick_signer)

    def _pick_signer(self) -> None:
        """A signer of the profile brings the capacity along."""
        signer = signer_named(self._signers, self.name.words())
        if signer is not None:
            self.capacity.show_lines(signer.capacity)

    def _check(self) -> None:
        self._verdict.setText(self.problem())
        self._verdict.setVisible(bool(self.problem()))
        self.edited.emit()


class PartiesTab(FormTab):
    """Legal bases and recipients, one per line as typed."""

    def __init__(self, plan: Plan, parent: QWidget) -> None:
        super().__init__(parent)
        self._plan = plan
        self.bases = ParagraphsField(self.tr("Căn cứ"), self, self.tr("Căn cứ Luật Tổ chức chính quyền địa phương…"))
        self.recipients = ParagraphsField(self.tr("Nơi nhận"), self, self.tr("- Như trên;"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 4)
        layout.setSpacing(4)
        for title, lines in (
            (self.tr("Căn cứ (mỗi căn cứ một dòng)"), self.bases),
            (self.tr("Nơi nhận (mỗi nơi một dòng)"), self.recipients),
        ):
            label = QLabel(title, self)
            label.setBuddy(lines)
            layout.addWidget(label)
            layout.addWidget(lines, 1)
        self.bases.show_lines(plan.legal_bases)
        self.recipients.show_lines(plan.recipients)
        self.bases.textChanged.connect(self.edited)
        self.recipients.textChanged.connect(self.edited)

    def applied(self, plan: Plan) -> Plan:
        return replace(
            plan,
            legal_bases=_lines(self.bases, self._plan.legal_bases),
            recipients=_lines(self.recipients, self._plan.recipients),
        )

    def stops(self) -> list[QWidget]:
        return [self.bases, self.recipients]


class AppendixTab(FormTab):
    """The forms of the two appendices: tasks and indicators."""

    def __init__(self, plan: Plan, parent: QWidget) -> None:
        super().__init__(parent)
        self.which = Segments((self.tr("Phụ lục nhiệm vụ"), self.tr("Phụ lục chỉ tiêu")), self)
        self.tasks = AppendixEditor(words.TASK_HEADERS, self)
        self.indicators = AppendixEditor(words.INDICATOR_HEADERS, self)
        self.tasks.show_form(plan.form)
        self.indicators.show_form(plan.indicator_form)
        pages = QStackedWidget(self)
        pages.addWidget(self.tasks)
        pages.addWidget(self.indicators)
        self.which.chosen.connect(pages.setCurrentIndex)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 4)
        layout.setSpacing(8)
        layout.addWidget(self.which, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(pages, 1)
        for editor in (self.tasks, self.indicators):
            editor.edited.connect(self.edited)

    def applied(self, plan: Plan) -> Plan:
        return replace(plan, form=self.tasks.form(), indicator_form=self.indicators.form())

    def problem(self) -> str:
        return self.tasks.problem() or self.indicators.problem()

    def stops(self) -> list[QWidget]:
        return [*self.which.findChildren(QToolButton), *self.tasks.stops(), *self.indicators.stops()]


def signer_named(signers: Sequence[Signer], name: str) -> Signer | None:
    """Return the signer of the profile with a name, None where there is none."""
    return next((signer for signer in signers if signer.name == name), None)


def _lines(lines: LinesField, before: tuple[str, ...]) -> tuple[str, ...]:
    """Return the typed lines; those that were not touched just as they came."""
    typed = lines.lines()
    return before if typed == tuple(line.strip() for line in before if line.strip()) else typed


def _form(tab: QWidget) -> QFormLayout:
    form = QFormLayout(tab)
    form.setContentsMargins(0, 12, 0, 4)
    form.setHorizontalSpacing(12)
    form.setVerticalSpacing(8)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return form


def _beside(*parts: Any) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        row.addWidget(QLabel(part) if isinstance(part, str) else part, int(isinstance(part, QLabel)))
    if not isinstance(parts[-1], QLabel):
        row.addStretch(1)
    return row


def _hint(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("secondary")
    return label
