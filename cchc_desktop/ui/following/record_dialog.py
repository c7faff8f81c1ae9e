"""The dialog 'Ghi kết quả': the result of a milestone, or what a reporting period asks for; it never saves."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtWidgets import QCheckBox, QWidget

from cchc_desktop.domain.followup.records import Progress
from cchc_desktop.services.recording import Entry
from cchc_desktop.services.updating import UpdateEntry
from cchc_desktop.ui import icons
from cchc_desktop.ui.following.record_draft import (
    Choice,
    Draft,
    Told,
    Verdict,
    choices_of,
    first_choice,
    judge,
    kept_updates,
    lock_notes,
    offered_draft,
    progress_words,
    record_values,
    stored_draft,
    update_values,
)
from cchc_desktop.ui.following.record_fields import EvidenceMaker, ResultForm
from cchc_desktop.ui.following.tasks import FollowedTask, answer_of
from cchc_desktop.ui.stylesheet import BODY_POINTS
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.entry_dialog import EntryDialog
from cchc_desktop.ui.widgets.form_fields import ChoiceCombo
from cchc_desktop.ui.widgets.stops import order_stops

_LETTERS = 30
_WIDTH = 640
"""Pixels beside a body of ten points: as wide as a dialog may be."""
Spot = tuple[tuple[bool, str], int | None]
"""The key of a choice, and the agency that answers (None: the common result)."""


@dataclass(frozen=True, slots=True)
class Typed:
    """Everything that was typed in one dialog, as the services take it."""

    entries: tuple[Entry, ...]
    updates: tuple[UpdateEntry, ...]


class RecordDialog(EntryDialog):
    """Shows what stands there, offers 'completed today' for what is open, and keeps what was typed elsewhere in it.

    Who goes to another milestone or member comes back to the words that were typed before; all of them are stored
    together.
    """

    def __init__(
        self,
        task: FollowedTask,
        parent: QWidget | None = None,
        *,
        evidence: EvidenceMaker | None = None,
        goes_on: bool | None = None,
    ) -> None:
        super().__init__(self.tr("Ghi kết quả"), self.tr("Ghi kết quả"), parent)
        self._task = task
        self._choices = {choice.key: choice for choice in choices_of(task)}
        self._drafts: dict[Spot, Draft] = {}
        self._verdict = Verdict()
        self.moment = ChoiceCombo(self._moment_name(), self, _LETTERS)
        self.agency = ChoiceCombo(self.tr("Của"), self, _LETTERS)
        heads = [(self._moment_name(), self.moment), (self.tr("Của"), self.agency)]
        self.form = ResultForm(task.as_of, self, heads, evidence)
        self.goes_on = QCheckBox(self.tr("Ghi xong chuyển sang việc kế tiếp"), self)
        self.goes_on.setVisible(goes_on is not None)
        self.goes_on.setChecked(bool(goes_on))
        self._dropped = plain_label(parent=self, style="doubt")
        self._locked = plain_label(parent=self, style="doubt")
        self._lay_out()
        self._fill()
        order_stops([*self.form.stops(), *self.foot_stops()[:-2], self.goes_on, *self.foot_stops()[-2:]])
        self._first_field().setFocus()

    def typed(self) -> Typed:
        """Return what is to be stored: what is shown, and what was typed at other milestones and for other members."""
        entries: list[Entry] = []
        updates: list[UpdateEntry] = list(kept_updates(self._task, map(self._row, self._told())))
        item_id = self._task.item.id
        for spot in self._told():
            (is_period, key), agency_id = spot
            choice, draft = self._choices[spot[0]], self._drafts[spot]
            if is_period:
                updates.append((item_id, key, agency_id, update_values(draft)))
            else:
                entries.append((item_id, key, record_values(self._task, choice, agency_id, draft)))
        return Typed(tuple(entries), tuple(updates))

    def verdict(self) -> Verdict:
        """Return what is said of the date at present."""
        return self._verdict

    def has_typed(self) -> bool:
        """Tell whether words would be lost: what was only offered is none."""
        return any(draft != self._offered(spot) for spot, draft in self._drafts.items())

    def stops(self) -> list[QWidget]:
        """Return what Tab visits above the buttons."""
        return self.form.stops()

    def _confirm(self) -> None:
        """Wait for files that are still being copied."""
        if self.form.evidence is None:
            super()._confirm()
        else:
            self.form.evidence.when_stored(super()._confirm)

    def _width(self) -> int:
        wanted = round(_WIDTH * self.font().pointSizeF() / BODY_POINTS)
        return min(wanted, self.screen().availableSize().width())

    # --- building

    def _moment_name(self) -> str:
        return self.tr("Mốc") if self._task.milestones() else self.tr("Kỳ báo cáo")

    def _lay_out(self) -> None:
        self.body.addWidget(plain_label(self._task.heading(), self, "secondary"))
        self.body.addWidget(plain_label(self._task.item.content, self, "itemTitle"))
        self.body.addWidget(self._dropped)
        self.body.addSpacing(4)
        self.body.addWidget(self.form, 1)
        self.body.addWidget(self._locked)
        self.add_to_foot(self.goes_on)
        button = self.foot_stops()[-1]
        button.setProperty("icon", icons.icon("check", "on_accent"))

    def _fill(self) -> None:
        choices = tuple(self._choices.values())
        self.moment.offer((choice.key, choice.words) for choice in choices)
        self.moment.choose(first_choice(self._task, choices).key)
        self._offer_agencies()
        self.form.changed.connect(self._take_down)
        self.moment.currentIndexChanged.connect(self._show_moment)
        self.agency.currentIndexChanged.connect(self._show_draft)
        self._show_draft()

    def _first_field(self) -> QWidget:
        """Return where the cursor stands first: where a stored result lacks what tells whether it was late."""
        is_stored = self._drafts[self._spot()] == stored_draft(self._task, self._choice(), self.agency.value())
        if not is_stored or self.form.progress.progress() is not Progress.DONE:
            return self.form.result
        if not self.form.day.text():
            return self.form.day
        is_asked = self._verdict.asks and self.form.lateness.answer() is None
        return self.form.lateness.in_time if is_asked else self.form.result

    def _offer_agencies(self) -> None:
        members, chosen = self._task.answering(), self.agency.value()
        common = self.tr("Kết quả chung")
        self.agency.offer([(None, common), *((id_, self._agency_words(id_)) for id_ in members)])
        self.agency.choose(chosen)
        self.form.form.setRowVisible(self.agency, bool(members))

    def _agency_words(self, agency_id: int) -> str:
        choice = self._choice()
        if choice.period is not None:
            has_answered = self._task.update(choice.period.key, agency_id) is not None
        else:
            has_answered = choice.milestone is not None and answer_of(choice.milestone, agency_id) is not None
        told = self.tr("đã trả lời") if has_answered else self.tr("chưa trả lời")
        return f"{self._task.agency(agency_id)} ({told})"

    # --- drafts

    def _choice(self) -> Choice:
        return self._choices[self.moment.value()]

    def _spot(self) -> Spot:
        return self.moment.value(), self.agency.value()

    def _offered(self, spot: Spot) -> Draft:
        return offered_draft(self._task, self._choices[spot[0]], spot[1])

    def _row(self, spot: Spot) -> Told:
        return self._choices[spot[0]], spot[1], self._drafts[spot]

    def _told(self) -> list[Spot]:
        """Return the spots that are stored: the one that is shown, and those at which something was typed."""
        shown = self._spot()
        return [spot for spot, draft in self._drafts.items() if spot == shown or draft != self._offered(spot)]

    def _show_moment(self) -> None:
        self._offer_agencies()
        self._show_draft()

    def _show_draft(self) -> None:
        spot, choice = self._spot(), self._choice()
        draft = self._drafts.setdefault(spot, self._offered(spot))
        self.form.show_draft(draft, is_update=choice.period is not None)
        dropping = choice.milestone.milestone.dropping if choice.milestone else None
        record = answer_of(choice.milestone, spot[1]) if choice.milestone else None
        own = record.dropping if record else None
        found = own or dropping
        words = (
            self.tr("Đã ghi không còn thực hiện: {}. Chọn tiến độ để thực hiện trở lại.")
            if own
            else self.tr("Cả nhiệm vụ đã ghi không còn thực hiện: {}. Thực hiện trở lại bằng “Không còn thực hiện…”.")
        )
        self._dropped.setText(words.format(found.reason.rstrip(".")) if found else "")
        self._dropped.setVisible(found is not None)

    def _take_down(self) -> None:
        spot, typed = self._spot(), self.form.draft()
        said = progress_words(self._task, self._choice(), spot[1])
        if said and typed.progress is not self._drafts[spot].progress:
            typed = self._with_other_words(typed, said)
        is_update = spot[0][0]
        self._verdict = judge(self._task, self._choice(), spot[1], typed)
        self._drafts[spot] = replace(typed, day="" if is_update else typed.day)
        self.form.show_verdict(self._verdict)
        self.form.show_said(self._said_words(said) if typed.progress is Progress.DONE else "")
        notes = lock_notes(self._task, [self._row(spot)])
        self._locked.setText(" ".join(notes))
        self._locked.setVisible(bool(notes))
        self._check()

    def _with_other_words(self, typed: Draft, said: str) -> Draft:
        """Let what was said meanwhile stand in the field while work goes on, and leave it once it is completed."""
        is_done = typed.progress is Progress.DONE
        if typed.result == (said if is_done else ""):
            typed = replace(typed, result="" if is_done else said)
            self.form.show_result(typed.result)
        return typed

    def _said_words(self, said: str) -> str:
        period = self._task.period_at_hand()
        if not said or period is None or said == self.form.result.words():
            return ""
        return self.tr("“{}”. Giữ làm nội dung cập nhật kỳ “{}”.").format(said.rstrip("."), period.title)

    def _check(self) -> None:
        fault = next(filter(None, map(self._fault, self._told())), "")
        count = len(self._told())
        self.name_primary(self.tr("Ghi kết quả") if count < 2 else self.tr("Ghi {} kết quả").format(count))
        self.set_ready(not fault, fault if fault != self._verdict.words else "")

    def _fault(self, spot: Spot) -> str:
        """Return why what was typed at a spot cannot be stored, '' where it can."""
        draft, choice = self._drafts[spot], self._choices[spot[0]]
        if choice.period is not None:
            is_given = self._task.update(choice.period.key, spot[1]) is not None
            return "" if draft.result or is_given else self.tr("Cần ghi nội dung cập nhật.")
        if draft.progress is Progress.DROPPED:
            return self.tr("Cần chọn tiến độ.")
        verdict = judge(self._task, choice, spot[1], draft)
        return verdict.words if verdict.refuses else ""
