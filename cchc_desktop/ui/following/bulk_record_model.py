"""What recording many milestones at once touches, line by line, and the Qt model of its list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.followup.milestones import STANDING
from cchc_desktop.domain.followup.record_checks import refuse_bad_record
from cchc_desktop.domain.followup.records import Progress
from cchc_desktop.domain.followup.status import MilestoneStatus, Status
from cchc_desktop.ui.following.record_draft import Choice, Draft, Told, progress_words
from cchc_desktop.ui.following.tasks import FollowedTask, Refused, milestone_words
from cchc_desktop.ui.widgets.preview_lines import PreviewLines
from cchc_desktop.ui.words import Words
from cchc_desktop.ui.workbench.columns import display_number

_words = Words("BulkRecording")
_HEADERS = (_words.mark("TT"), _words.mark("Nội dung nhiệm vụ"), _words.mark("Mốc"))


@dataclass(frozen=True, slots=True)
class BulkLine:
    """One milestone that is touched, or (with `reason`) a row that is not."""

    content: str
    task: FollowedTask | None = None
    found: MilestoneStatus | None = None
    reason: str = ""

    def told(self, progress: Progress, result: str) -> Told:
        """Return what is typed for all as what is recorded about this milestone."""
        return Choice("", self.found), None, Draft(progress, result=result)

    def said(self) -> str:
        """Return what was said of the milestone while it went on, which its result does not take over."""
        return progress_words(self.task, Choice("", self.found), None) if self.task and self.found else ""

    def number(self) -> str:
        """Return what the TT column shows."""
        return display_number(self.task.item) if self.task else ""

    def moment(self) -> str:
        """Return the milestone, or the period of which a standing task is updated."""
        if self.task is None or self.found is None:
            return ""
        is_standing = self.found.milestone.occurrence == STANDING
        period = self.task.period_at_hand() if is_standing else None
        return _words("Cập nhật {}").format(period.title) if period else milestone_words(self.found)


def bulk_targets(tasks: Iterable[FollowedTask], refused: Iterable[Refused], *, earlier: bool) -> list[BulkLine]:
    """Return a line for every milestone that is meant, and for every row that has none.

    With `earlier` also the milestones before 'theo dõi từ ngày' that nobody recorded.
    """
    left_out = [BulkLine(row.content, reason=row.reason) for row in refused]
    return [*left_out, *(line for task in tasks for line in _targets(task, earlier=earlier))]


def judged_lines(targets: Iterable[BulkLine], progress: Progress, done_on: date | None) -> list[BulkLine]:
    """Return the lines with why they cannot take a progress and a date, those that cannot first."""
    judged = [_judged(line, progress, done_on) for line in targets]
    return sorted(judged, key=lambda line: not line.reason)


def untracked(tasks: Iterable[FollowedTask]) -> int:
    """Return how many milestones lie before 'theo dõi từ ngày' without a result."""
    return sum(one.status is Status.UNTRACKED for task in tasks for one in task.status.milestones)


def _targets(task: FollowedTask, *, earlier: bool) -> Iterator[BulkLine]:
    before = [one for one in task.milestones() if one.status is Status.UNTRACKED] if earlier else []
    chosen = task.chosen() if task.occurrence is not None else task.pressing()
    wanted = [*before, *([chosen] if chosen is not None and chosen not in before else [])]
    if not wanted:
        yield BulkLine(task.item.content, task, reason=_words("Không còn mốc nào chưa hoàn thành."))
    for one in wanted:
        yield BulkLine(task.item.content, task, one)


def _judged(line: BulkLine, progress: Progress, done_on: date | None) -> BulkLine:
    if line.task is None or line.found is None:
        return line
    reason = _reason(line.task, line.found, progress, done_on)
    return replace(line, reason=reason) if reason else line


def _reason(task: FollowedTask, found: MilestoneStatus, progress: Progress, done_on: date | None) -> str:
    if found.milestone.occurrence == STANDING:
        is_update = progress is Progress.IN_PROGRESS
        return "" if is_update else _words("Nhiệm vụ thường xuyên không hoàn thành theo kỳ; chọn “Đang thực hiện”.")
    record = found.milestone.record
    if record is None or progress is not Progress.DONE:
        return ""
    try:
        refuse_bad_record(replace(record, progress=progress, done_on=done_on, dropping=None), task.as_of)
    except InvalidInput as error:
        return error.message
    return ""


class BulkRecordModel(PreviewLines[BulkLine]):
    """Shows the lines; a row that cannot be recorded names the reason in the place of its milestone."""

    def headers(self) -> Sequence[str]:
        """Return the words of the columns."""
        return [_words(header) for header in _HEADERS]

    def words(self, line: BulkLine, column: int) -> str:
        """Return what a cell shows."""
        if column == 0:
            return line.number()
        if column == 1:
            return line.content
        return _words("Không ghi: {}").format(line.reason) if line.reason else line.moment()
