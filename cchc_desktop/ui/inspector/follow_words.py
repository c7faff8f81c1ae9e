"""The words of what was recorded of an item: its milestones, results, updates, urgings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.evidence.files import document_label
from cchc_desktop.domain.evidence.register import EvidenceDocument
from cchc_desktop.domain.followup.days_off import DaysOff
from cchc_desktop.domain.followup.milestones import MilestoneKind
from cchc_desktop.domain.followup.records import PROGRESS_NAMES, URGING_NAMES, PeriodUpdate, Progress, Urging
from cchc_desktop.domain.followup.reporting import find_period
from cchc_desktop.domain.followup.rollups import FollowUpRules
from cchc_desktop.domain.followup.status import COMPLETED, MilestoneStatus, Status
from cchc_desktop.domain.schedule.occurrence_words import occurrence_words
from cchc_desktop.services.followup import FollowPicture
from cchc_desktop.ui.following.standing_words import standing_words
from cchc_desktop.ui.words import Words

_tr = Words("InspectorFollowUp")
_MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class ItemFollow:
    """An item as of a day: its milestones with their statuses, and what was recorded beside them."""

    item_id: int
    leading: MilestoneStatus
    milestones: tuple[MilestoneStatus, ...]
    left_over: int
    """Results and extensions that fit no milestone any more."""
    updates: tuple[PeriodUpdate, ...]
    urgings: tuple[Urging, ...]
    agencies: tuple[tuple[int, str], ...]
    """Names of the agencies that said something of their own."""
    rules: FollowUpRules
    documents: tuple[EvidenceDocument, ...] = ()
    """What proves its results."""

    def document(self, document_id: int) -> str:
        """Return what a document is called."""
        found = next((row for row in self.documents if row.id == document_id), None)
        return document_label(found) if found is not None else _tr("(đã xóa)")

    def agency(self, agency_id: int | None) -> str:
        """Return the name of an agency, empty for the officer's own words."""
        return next((name for id_, name in self.agencies if id_ == agency_id), "")


def item_follow(picture: FollowPicture | None, plan_id: int, item_id: int) -> ItemFollow | None:
    """Return an item's follow-up in a picture; None where it is not followed, or not known yet."""
    plan = picture.plans.get(plan_id) if picture is not None else None
    if picture is None or plan is None or item_id not in plan.status.statuses:
        return None
    status, ledger = plan.status.statuses[item_id], plan.ledger
    one = next(one for one in plan.status.items if one.item.id == item_id)
    updates, urgings = ledger.updates.get(item_id, ()), ledger.urgings.get(item_id, ())
    spoken: set[int | None] = {row.agency_id for row in updates} | {row.agency_id for row in urgings}
    records = (found.milestone.record for found in status.milestones)
    proofs = sorted({id_ for record in records if record is not None for id_ in record.evidence})
    return ItemFollow(
        item_id=item_id,
        leading=status.leading,
        milestones=status.milestones,
        left_over=len(one.orphan_records) + len(one.orphan_extensions),
        updates=updates,
        urgings=urgings,
        agencies=tuple((id_, picture.agencies.get(id_, "")) for id_ in spoken if id_ is not None),
        rules=picture.rules,
        documents=tuple(picture.documents[id_] for id_ in proofs if id_ in picture.documents),
    )


def heading_words(shown: ItemFollow) -> str:
    """Return the heading: how many milestones are completed."""
    if len(shown.milestones) == 1:
        return _tr("Kết quả thực hiện")
    done = sum(found.status in COMPLETED for found in shown.milestones)
    return _tr("Mốc thời hạn: đã hoàn thành {}/{}").format(done, len(shown.milestones))


def when_words(shown: ItemFollow, found: MilestoneStatus) -> str:
    """Return when a milestone is due, with the day off on which it falls."""
    due = found.milestone.due
    if due is None:
        words = {
            MilestoneKind.STANDING: _tr("Thường xuyên"),
            MilestoneKind.EXTERNAL: _tr("Chờ văn bản"),
        }
        return words.get(found.milestone.kind, _tr("Chưa xác định thời hạn"))
    calendar: DaysOff | None = shown.rules.days_off
    name = calendar.name(due) if calendar else None
    return f"{show_day(due)} ({name})" if name else show_day(due)


def about_words(found: MilestoneStatus) -> str:
    """Return what a milestone is called beside its date."""
    is_standing = found.milestone.kind is MilestoneKind.STANDING
    return "" if is_standing else occurrence_words(found.milestone.occurrence)


def verdict_words(found: MilestoneStatus) -> str:
    """Return how a milestone stands; one that has a date and was completed by it is in time."""
    record = found.milestone.record
    if found.status is Status.DONE and found.milestone.due and record and record.done_on:
        return _tr("Cần xác nhận đúng hạn") if found.asks else _tr("Đúng hạn")
    return standing_words(found)


def result_words(shown: ItemFollow, found: MilestoneStatus) -> str:
    """Return what was recorded of a milestone, in one paragraph."""
    milestone, record = found.milestone, found.milestone.record
    parts: list[str] = []
    if record is not None:
        day = record.done_on or record.started_on
        if day is not None:
            parts.append(_tr("Ngày {}").format(show_day(day)))
        elif record.progress is not Progress.DONE:
            parts.append(PROGRESS_NAMES[record.progress])
        parts += [words for words in (record.result, record.product) if words]
        if record.difficulty:
            parts.append(_tr("Khó khăn: {}").format(record.difficulty))
        if record.evidence:
            parts.append(_tr("Tài liệu: {}").format("; ".join(shown.document(id_) for id_ in record.evidence)))
    dropping = (record.dropping if record is not None else None) or milestone.dropping
    if dropping is not None and found.status is Status.DROPPED:  # what was done before stands for itself
        parts.append(dropping.reason)
    if milestone.extension is not None and milestone.planned_due is not None:
        words = _tr("Gia hạn từ {} theo {}")
        parts.append(words.format(show_day(milestone.planned_due), milestone.extension.document))
    if milestone.answers:
        parts.append(_tr("{} đơn vị đã trả lời").format(len(milestone.answers)))
    if parts:
        return " · ".join(parts)
    return "" if milestone.kind is MilestoneKind.STANDING else _tr("Chưa ghi kết quả")


def update_lines(shown: ItemFollow) -> Sequence[str]:
    """Return what was said for reporting periods, the newest first."""
    lines = []
    for update in list(reversed(shown.updates))[:_MOST_LINES]:
        period = find_period(update.period, shown.rules.periods)
        name = period.title if period is not None else update.period
        who = shown.agency(update.agency_id)
        lines.append(f"{name}{f' · {who}' if who else ''}: {update.words}")
    return lines


def urging_lines(shown: ItemFollow) -> Sequence[str]:
    """Return who was urged, the newest first."""
    return [_urging(shown, row) for row in list(reversed(shown.urgings))[:_MOST_LINES]]


def _urging(shown: ItemFollow, row: Urging) -> str:
    parts = [show_day(row.on), URGING_NAMES[row.means], shown.agency(row.agency_id), row.person or ""]
    if row.promise or row.promised_for:
        day = show_day(row.promised_for) if row.promised_for else ""
        parts.append(_tr("hứa: {}").format(" ".join(filter(None, (row.promise, day)))))
    return " · ".join(filter(None, parts))
