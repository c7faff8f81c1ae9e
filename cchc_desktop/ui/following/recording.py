"""The desk of recording: opens the short dialogs of the follow-up and carries out what is typed there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.ui.dialog_host import DialogHost
from cchc_desktop.ui.following.keeper import FollowKeeper
from cchc_desktop.ui.session import PlanSession, UseCase, changes_of, notes_of
from cchc_desktop.ui.steps import Steps

if TYPE_CHECKING:
    from cchc_desktop.services.followup import FollowPicture
    from cchc_desktop.services.locked_periods import PeriodLock
    from cchc_desktop.services.recording import Recorded
    from cchc_desktop.services.urging_words import UrgedOffice
    from cchc_desktop.services.workspace import Workspace
    from cchc_desktop.ui.following.record_dialog import RecordDialog
    from cchc_desktop.ui.following.record_fields import EvidenceMaker
    from cchc_desktop.ui.following.tasks import FollowedTask, Refused
    from cchc_desktop.ui.widgets.entry_dialog import EntryDialog

    Found = tuple[Sequence[FollowedTask], Sequence[Refused]]
    Locks = tuple[PeriodLock, ...]

_Answer = TypeVar("_Answer")


@dataclass(frozen=True, slots=True)
class MilestoneRef:
    """One milestone of one task; without `occurrence` the one that presses most."""

    plan_id: int
    item_id: int
    occurrence: str | None = None


class RecordingDesk(QObject):
    """Everything that a person records about tasks; each deed is one operation that can be taken back.

    What a dialog shows comes from the keeper's picture where that is current, else it is read for the dialog.
    """

    done = Signal(str, object)
    """One line about a deed, and the id of the operation that can be taken back or None."""
    failed = Signal(object)

    def __init__(
        self,
        session: PlanSession,
        steps: Steps,
        keeper: FollowKeeper,
        today: Callable[[], date],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._steps = steps
        self._keeper = keeper
        self._today = today
        self._window = window
        self._goes_on = False
        self._is_asking = False
        self.evidence_field: EvidenceMaker | None = None
        """Makes the field of evidence in a dialog; without it there is none."""
        self._host = DialogHost(session, self)
        self._host.failed.connect(self.failed)

    @property
    def dialog(self) -> EntryDialog | None:
        """The dialog that is open, None while none is."""
        return self._host.dialog

    # --- results

    def record(self, refs: Sequence[MilestoneRef], following: Sequence[MilestoneRef] = ()) -> None:
        """Ask for the result of a milestone, or of several at once (Ghi kết quả).

        `following` are the rows behind it in the list from which it was opened, for 'chuyển sang việc kế tiếp'.
        """
        if len(refs) == 1:
            self._with_tasks(refs, lambda tasks: self._ask_result(tasks[0], following))
        else:
            self._with_picture(refs, self._ask_results(refs))

    def _ask_result(self, task: FollowedTask, following: Sequence[MilestoneRef]) -> None:
        from cchc_desktop.ui.following.record_dialog import RecordDialog

        goes_on = self._goes_on if following else None

        def ask(locks: Locks) -> None:
            known = replace(task, locks=locks)
            dialog = RecordDialog(known, self._window, evidence=self.evidence_field, goes_on=goes_on)
            self._host.open(dialog, lambda: self._store_result(dialog, task, following))

        self._with_locks([task], ask)

    def _store_result(self, dialog: RecordDialog, task: FollowedTask, following: Sequence[MilestoneRef]) -> None:
        from cchc_desktop.services import recording, updating

        typed = dialog.typed()
        if following:
            self._goes_on = dialog.goes_on.isChecked()

        def store(workspace: Workspace) -> Any:
            if not typed.entries:
                return updating.give_updates(workspace, typed.updates)
            return recording.record(workspace, typed.entries, typed.updates)

        def then() -> None:
            if self._goes_on and following:
                self._go_on(following)

        words = self.tr("Đã ghi kết quả “{}”.") if typed.entries else self.tr("Đã ghi cập nhật “{}”.")
        self._store(dialog, store, words.format(_short(task.item.content)), then)

    def _go_on(self, following: Sequence[MilestoneRef]) -> None:
        """Open the next row that is still open; the end of the list is told."""

        def show(picture: FollowPicture) -> None:
            from cchc_desktop.ui.following.tasks import find_tasks

            task = next((task for task in find_tasks(picture, following)[0] if task.wants_result()), None)
            if task is None:
                self.done.emit(self.tr("Đã ghi đến việc cuối của danh sách."), None)
                return
            at = following.index(MilestoneRef(task.plan.id, task.item.id, task.occurrence))
            self._ask_result(task, following[at + 1 :])

        self._with_picture(following, show)

    def _ask_results(self, refs: Sequence[MilestoneRef]) -> Callable[[FollowPicture], None]:
        def show(picture: FollowPicture) -> None:
            from cchc_desktop.ui.following.bulk_record_dialog import BulkRecordDialog
            from cchc_desktop.ui.following.tasks import find_tasks

            def ask(found: Found, locks: Locks) -> None:
                dialog = BulkRecordDialog(*found, picture.as_of, self._window, locks)
                self._host.open(dialog, lambda: self._store_results(dialog))

            def go_on(found: Found) -> None:
                self._with_locks(found[0], lambda locks: ask(found, locks))

            self._work_out(len(refs), lambda: find_tasks(picture, refs), go_on)

        return show

    def _store_results(self, dialog: Any) -> None:
        from cchc_desktop.services import recording

        entries, updates = dialog.entries(), dialog.updates()
        words = self.tr("Đã ghi kết quả {} mốc.").format(dialog.count())
        self._store(dialog, lambda workspace: recording.record(workspace, entries, updates), words)

    # --- urging

    def urge(self, refs: Sequence[MilestoneRef]) -> None:
        """Offer a message to those who lead tasks and log the urging (Đôn đốc)."""
        self._with_tasks(refs, self._ask_urging)

    def _ask_urging(self, tasks: Sequence[FollowedTask]) -> None:
        from cchc_desktop.services.urging_words import urged_offices
        from cchc_desktop.ui.following.urge_dialog import UrgeDialog

        def ask(offices: Sequence[UrgedOffice]) -> None:
            if not offices:
                self._tell(self.tr("Các nhiệm vụ đã chọn không còn việc nào phải đôn đốc."))
                return
            dialog = UrgeDialog(offices, tasks[0].as_of, self._window)
            self._host.open(dialog, lambda: self._store_urging(dialog))

        self._work_out(len(tasks), lambda: urged_offices([task.urged() for task in tasks if task.is_open()]), ask)

    def _store_urging(self, dialog: Any) -> None:
        from cchc_desktop.services import updating

        urgings = dialog.urgings()
        words = self.tr("Đã ghi đôn đốc {} nhiệm vụ.").format(len({row.item_id for row in urgings}))
        self._store(dialog, lambda workspace: updating.urge(workspace, urgings), words)

    # --- dates that move, tasks that end

    def extend(self, ref: MilestoneRef) -> None:
        """Ask for a later due date and the document that approves it (Gia hạn)."""
        self._with_tasks([ref], lambda tasks: self._ask_extension(tasks[0]))

    def _ask_extension(self, task: FollowedTask) -> None:
        from cchc_desktop.services import recording
        from cchc_desktop.ui.following.extend_dialog import ExtendDialog

        if not any(one.milestone.planned_due for one in task.status.milestones):
            self._tell(self.tr("Nhiệm vụ chưa xác định thời hạn nên không có hạn để gia hạn."))
            return
        dialog = ExtendDialog(task, self._window)
        words = self.tr("Đã gia hạn “{}”.").format(_short(task.item.content))

        def confirmed() -> None:
            values = dialog.values()
            self._store(dialog, lambda workspace: recording.extend(workspace, task.item.id, *values), words)

        self._host.open(dialog, confirmed)

    def drop(self, ref: MilestoneRef) -> None:
        """Ask why a milestone or a whole task is carried out no longer (Không còn thực hiện)."""
        self._with_tasks([ref], lambda tasks: self._ask_dropping(tasks[0]))

    def _ask_dropping(self, task: FollowedTask) -> None:
        from cchc_desktop.ui.following.drop_dialog import DropDialog

        dialog = DropDialog(task, self._window)
        self._host.open(dialog, lambda: self._store(dialog, dialog.use_case(), dialog.told()))

    def settle(self, refs: Sequence[MilestoneRef]) -> None:
        """Ask what becomes of results whose milestone is no more: of these tasks, else of all in their plans."""
        self._with_picture(refs, lambda picture: self._ask_orphans(picture, refs))

    def _ask_orphans(self, picture: FollowPicture, refs: Sequence[MilestoneRef]) -> None:
        from cchc_desktop.services import recording
        from cchc_desktop.ui.following.orphans_dialog import OrphansDialog
        from cchc_desktop.ui.following.tasks import find_tasks, tasks_of

        named = [task for task in find_tasks(picture, refs)[0] if task.found.needs_decision]
        plan_ids = dict.fromkeys(ref.plan_id for ref in refs)
        all_tasks = (task for plan_id in plan_ids for task in tasks_of(picture, plan_id))
        tasks = named or [task for task in all_tasks if task.found.needs_decision]
        if not tasks:
            self._tell(self.tr("Không có kết quả nào của mốc không còn cần xử lý."))
            return
        dialog = OrphansDialog(tasks, self._window)

        def confirmed() -> None:
            records, extensions = dialog.answers()
            words = self.tr("Đã xử lý {} kết quả của mốc không còn.").format(len(records) + len(extensions))
            self._store(dialog, lambda workspace: recording.settle_orphans(workspace, records, extensions), words)

        self._host.open(dialog, confirmed)

    # --- reading

    def _with_tasks(self, refs: Sequence[MilestoneRef], then: Callable[[Sequence[FollowedTask]], object]) -> None:
        """Go on with the tasks that are meant; where none can be followed up, the reason is told."""

        def show(picture: FollowPicture) -> None:
            from cchc_desktop.ui.following.tasks import find_tasks

            self._work_out(len(refs), lambda: find_tasks(picture, refs), go_on)

        def go_on(found: Found) -> None:
            tasks, refused = found
            if tasks:
                then(tasks)
            elif refused:
                self._tell(refused[0].reason)

        self._with_picture(refs, show)

    def _with_locks(self, tasks: Sequence[FollowedTask], then: Callable[[Locks], object]) -> None:
        """Go on with the locked reporting periods: at once where no period was ever touched."""
        from cchc_desktop.services.locked_periods import period_locks

        if tasks and tasks[0].rules.special:
            self._ask(period_locks, then)
        else:
            then(())

    def _work_out(self, count: int, work: Callable[[], _Answer], then: Callable[[_Answer], object]) -> None:
        """Go on with what work on so many rows brings: at once for a few, else when another thread has done it."""
        if count <= _AT_ONCE:
            then(work())
        else:
            self._ask(lambda _: work(), then)

    def _ask(self, use_case: UseCase, then: Callable[[Any], object]) -> None:
        """Go on with what the database's thread brings; nothing else is opened meanwhile."""

        def shown(answer: Any) -> None:
            self._is_asking = False
            then(answer)

        def failed(error: Exception) -> None:
            self._is_asking = False
            self.failed.emit(error)

        self._is_asking = True
        self._session.read(use_case, shown, failed)

    def _with_picture(self, refs: Sequence[MilestoneRef], then: Callable[[FollowPicture], object]) -> None:
        """Go on with a picture that holds the plans of some rows; nothing happens over a dialog that is open."""
        if not refs or self._host.dialog is not None or self._is_asking:
            return
        if not self._steps.is_writable:
            self._tell(self.tr("Dữ liệu đang mở chỉ để xem nên không ghi được."))
            return
        plan_ids, known, today = {ref.plan_id for ref in refs}, self._keeper.picture, self._today()
        if known is not None and self._keeper.is_current() and known.as_of == today and plan_ids <= known.plans.keys():
            then(known)
            return

        self._ask(lambda workspace: _picture(workspace, today, plan_ids), then)

    # --- dialogs

    def _store(
        self, dialog: EntryDialog, use_case: UseCase, words: str, then: Callable[[], object] | None = None
    ) -> None:
        """Carry out what was typed; a refusal stands in the dialog, and what was typed with it."""

        def stored(result: Any) -> None:
            told = (words, *notes_of(result), *_questions(result))
            self.done.emit(" ".join(told), changes_of(result).operation_id)
            if then is not None:
                then()

        self._host.store(dialog, use_case, stored)

    def _tell(self, words: str) -> None:
        self.done.emit(words, None)


def _questions(result: Recorded | Any) -> tuple[str, ...]:
    """Return what a recording asks, each question once."""
    return tuple(dict.fromkeys(question.words for question in getattr(result, "questions", ())))[:2]


def _short(content: str) -> str:
    return content if len(content) <= _LONGEST else content[:_LONGEST].rstrip() + "…"


def _picture(workspace: Workspace, today: date, plan_ids: set[int]) -> FollowPicture:
    from cchc_desktop.services import followup

    return followup.picture_of(workspace, today, sorted(plan_ids))


_AT_ONCE = 500
"""Tasks that are looked up before the next event; more of them would keep the window waiting."""
_LONGEST = 60
