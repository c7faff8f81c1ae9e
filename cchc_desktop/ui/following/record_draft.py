"""What is typed about a milestone or a reporting period before it is stored, and how its date is judged meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from cchc_desktop.domain.days import read_short_day, show_day
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.followup.milestones import STANDING
from cchc_desktop.domain.followup.record_checks import questions_about, refuse_bad_record
from cchc_desktop.domain.followup.records import Progress, Record
from cchc_desktop.domain.followup.reporting import ReportingPeriod
from cchc_desktop.domain.followup.status import CLOSED, MilestoneStatus, Status, milestone_status
from cchc_desktop.domain.followup.updates import owes_update
from cchc_desktop.services.locked_periods import lock_words
from cchc_desktop.services.recording import RecordValues
from cchc_desktop.services.updating import UpdateEntry, UpdateValues
from cchc_desktop.ui.following.tasks import FollowedTask, answer_of, milestone_words
from cchc_desktop.ui.words import Words

_words = Words("RecordDraft")


@dataclass(frozen=True, slots=True)
class Choice:
    """What is recorded about: a milestone, or (with `period`) what a reporting period asks for."""

    words: str
    milestone: MilestoneStatus | None = None
    period: ReportingPeriod | None = None

    @property
    def key(self) -> tuple[bool, str]:
        """Return what tells choices apart: a milestone and a period may both be called '2025-Q3'."""
        if self.period is not None:
            return True, self.period.key
        return False, self.milestone.milestone.occurrence if self.milestone else ""


@dataclass(frozen=True, slots=True)
class Draft:
    """The typed values; `day` is the date of completion as typed, read by `day_of`."""

    progress: Progress = Progress.NOT_STARTED
    day: str = ""
    result: str = ""
    product: str = ""
    difficulty: str = ""
    evidence: tuple[int, ...] = ()
    counts_as_late: bool | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What stands beside the date: its words, the token of its colour ('done', 'late', 'soon'), its icon.

    `asks`: a person says whether it counts as late. `refuses`: it cannot be stored like this.
    """

    words: str = ""
    token: str = "done"
    icon: str = ""
    asks: bool = False
    refuses: bool = False


def choices_of(task: FollowedTask) -> tuple[Choice, ...]:
    """Return what can be recorded about a task: its milestones, then the periods that ask for an update of it."""
    milestones = [Choice(milestone_words(one), one) for one in task.milestones()]
    named = _words("Cập nhật {}") if milestones else "{}"
    periods = [Choice(named.format(_period_words(task, one)), None, one) for one in _asked(task)]
    return (*milestones, *periods) or tuple(Choice(milestone_words(one), one) for one in task.status.milestones)


def first_choice(task: FollowedTask, choices: tuple[Choice, ...]) -> Choice:
    """Return the choice that a dialog opens with: what was asked for, else what presses most."""
    chosen, at_hand = task.chosen().milestone.occurrence, task.period_at_hand()
    named = task.occurrence or ""
    wanted = [(False, named), (True, named), (False, chosen), (True, at_hand.key if at_hand else "")]
    if chosen == STANDING:
        wanted.remove((False, chosen))
    found = {choice.key: choice for choice in choices}
    return next((found[key] for key in wanted if key in found), choices[0])


def _asked(task: FollowedTask) -> Iterator[ReportingPeriod]:
    given = {row.period for row in task.updates}
    for period in task.periods():
        owed = any(
            owes_update(one.milestone, period, task.as_of, task.plan.tracked_from) for one in task.status.milestones
        )
        if owed or period.key in given or task.is_standing():
            yield period


def _period_words(task: FollowedTask, period: ReportingPeriod) -> str:
    is_given = any(row.period == period.key for row in task.updates)
    return f"{period.title} ({_words('đã cập nhật') if is_given else _words('chưa cập nhật')})"


# --- what stands there


def stored_draft(task: FollowedTask, choice: Choice, agency_id: int | None) -> Draft:
    """Return what is stored already."""
    if choice.period is not None:
        update = task.update(choice.period.key, agency_id)
        if update is None:
            return Draft()
        return Draft(result=update.words, difficulty=update.difficulty or "", evidence=update.evidence)
    record = answer_of(choice.milestone, agency_id) if choice.milestone else None
    if record is None:
        return Draft()
    return Draft(
        progress=record.progress,
        day=show_day(record.done_on) if record.done_on else "",
        result=record.result or "",
        product=record.product or "",
        difficulty=record.difficulty or "",
        evidence=record.evidence,
        counts_as_late=record.counts_as_late,
    )


def offered_draft(task: FollowedTask, choice: Choice, agency_id: int | None) -> Draft:
    """Return what a dialog shows first: what is stored, and for what is still open that it was completed today.

    What was said while it went on is no result: that is for the person to type.
    """
    stored = stored_draft(task, choice, agency_id)
    found = choice.milestone
    is_open = found is not None and found.status not in CLOSED - {Status.UNTRACKED}
    if is_open and stored.progress in (Progress.NOT_STARTED, Progress.IN_PROGRESS):
        day = "" if found is not None and found.status is Status.UNTRACKED else show_day(task.as_of)
        result = "" if progress_words(task, choice, agency_id) else stored.result
        return replace(stored, progress=Progress.DONE, day=day, result=result)
    return stored


def progress_words(task: FollowedTask, choice: Choice, agency_id: int | None) -> str:
    """Return what was said of a milestone while it went on; '' for nothing, and where no period can keep it."""
    record = answer_of(choice.milestone, agency_id) if choice.milestone else None
    if record is None or record.progress not in (Progress.NOT_STARTED, Progress.IN_PROGRESS):
        return ""
    return (record.result or "") if task.period_at_hand() else ""


# --- what was typed


def day_of(text: str, today: date) -> date | None:
    """Return the day that was typed, None for none; ValueError for a wrong one."""
    return read_short_day(text, today) if text.strip() else None


def record_values(task: FollowedTask, choice: Choice, agency_id: int | None, draft: Draft) -> RecordValues:
    """Return a result as `services.recording` takes it; ValueError for a day that is none."""
    verdict = judge(task, choice, agency_id, draft)
    is_done = draft.progress is Progress.DONE
    values: RecordValues = {
        "agency_id": agency_id,
        "progress": draft.progress,
        "done_on": day_of(draft.day, task.as_of) if is_done else None,
        "result": draft.result,
        "product": draft.product,
        "difficulty": draft.difficulty,
        "evidence": draft.evidence,
        "counts_as_late": draft.counts_as_late if verdict.asks else None,
    }
    return values


def update_values(draft: Draft) -> UpdateValues:
    """Return an update as `services.updating` takes it."""
    return {"words": draft.result, "difficulty": draft.difficulty, "evidence": draft.evidence}


Told = tuple[Choice, int | None, Draft]
"""What was typed, about what, in whose name."""


def kept_updates(task: FollowedTask, told: Iterable[Told]) -> Iterator[UpdateEntry]:
    """Yield the updates of the period at hand that keep what was said before milestones were completed."""
    period, rows = task.period_at_hand(), list(told)
    if period is None:
        return
    said: dict[int | None, list[str]] = {}
    for choice, agency_id, draft in rows:
        words = progress_words(task, choice, agency_id)
        if words and draft.progress is Progress.DONE and draft.result != words:
            said.setdefault(agency_id, []).append(words)
    typed = {agency_id for choice, agency_id, _ in rows if choice.period == period}
    for agency_id in said.keys() - typed:
        given = task.update(period.key, agency_id)
        lines = [given.words] if given else []
        lines += [words for words in dict.fromkeys(said[agency_id]) if not any(words in line for line in lines)]
        if not given or lines[1:]:
            yield task.item.id, period.key, agency_id, {"words": "\n".join(lines)}


def lock_notes(task: FollowedTask, told: Iterable[Told]) -> tuple[str, ...]:
    """Return what is to be known of locked periods to which something belongs that was typed, or stood there."""
    periods: set[str] = set()
    days: set[date] = set()
    for choice, agency_id, draft in told:
        if choice.period is not None:
            periods.add(choice.period.key)
        else:
            days.update(_days(task, draft), _days(task, stored_draft(task, choice, agency_id)))
    return lock_words(task.locks, periods, days)


def _days(task: FollowedTask, draft: Draft) -> Iterator[date]:
    """Yield the day on which a draft says that it was completed."""
    try:
        day = day_of(draft.day, task.as_of) if draft.progress is Progress.DONE else None
    except ValueError:
        return
    if day is not None:
        yield day


def judge(task: FollowedTask, choice: Choice, agency_id: int | None, draft: Draft) -> Verdict:
    """Return what is to be said of the date of completion while it is typed."""
    found = choice.milestone
    if found is None or draft.progress is not Progress.DONE:
        return Verdict()
    try:
        done_on = day_of(draft.day, task.as_of)
    except ValueError:
        words = _words("“{}” không phải là ngày; nhập như 01/07/2025.").format(draft.day.strip())
        return Verdict(words, "soon", "triangle-alert", refuses=True)
    record = _hypothetical(found, answer_of(found, agency_id), agency_id, done_on)
    try:
        refuse_bad_record(record, task.as_of)
    except InvalidInput as error:
        return Verdict(error.message, "soon", "triangle-alert", refuses=True)
    return _verdict(task, found, record)


def _hypothetical(found: MilestoneStatus, before: Record | None, agency_id: int | None, done_on: date | None) -> Record:
    """Return the record as it would be stored, with nobody's answer about lateness."""
    base = before or Record(found.milestone.item_id, found.milestone.occurrence, agency_id=agency_id)
    is_same = before is not None and (before.progress, before.done_on) == (Progress.DONE, done_on)
    seen = base.due_seen if is_same else found.milestone.due
    return replace(base, progress=Progress.DONE, done_on=done_on, dropping=None, counts_as_late=None, due_seen=seen)


def _verdict(task: FollowedTask, found: MilestoneStatus, record: Record) -> Verdict:
    milestone = replace(found.milestone, record=record, dropping=None)
    judged = milestone_status(milestone, task.as_of, rules=task.rules.status, days_off=task.rules.days_off)
    questions = tuple(questions_about(record, milestone, task.plan.period, task.rules.days_off))
    if judged.asks:
        return Verdict(
            questions[-1] if questions else _moved(record, milestone.due), "soon", "circle-question-mark", True
        )
    if questions:
        return Verdict(questions[0], "soon", "circle-question-mark")
    if judged.status is Status.DONE_LATE:
        return Verdict(_words("Quá hạn {} ngày").format(judged.days), "late", "triangle-alert")
    if milestone.due is None or record.done_on is None:
        return Verdict()
    early = (milestone.due - record.done_on).days
    words = _words("Đúng hạn, sớm {} ngày").format(early) if early > 0 else _words("Đúng hạn")
    return Verdict(words, "done", "circle-check")


def _moved(record: Record, due: date | None) -> str:
    seen, now = record.due_seen, due
    words = _words("Khi ghi kết quả hạn là {}, nay là {}. Tính là đúng hạn hay quá hạn?")
    return words.format(show_day(seen) if seen else "…", show_day(now) if now else "…")
