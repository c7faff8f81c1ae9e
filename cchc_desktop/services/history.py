"""Use cases of the history: undo and redo, the list of operations, what each changed, and how long it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from cchc_desktop.domain.changes import Changes, Operation
from cchc_desktop.domain.days import VIETNAM
from cchc_desktop.domain.errors import InvalidInput, StaleRow
from cchc_desktop.domain.history import (
    NOT_STACKED,
    REDO,
    RESTORE_DATABASE,
    REVERT,
    UNDO,
    ChangeLine,
    HistoryFilter,
    LoggedOperation,
    LogSize,
    NextSteps,
)
from cchc_desktop.domain.office import LOG_MONTHS
from cchc_desktop.services.history_words import change_lines
from cchc_desktop.services.workspace import Workspace

_CREDIBLE = timedelta(days=100)
"""Time since the newest operation after which a clock is not believed enough to forget the log by."""
_UNDO_WORDS, _REDO_WORDS = "Hoàn tác: ", "Làm lại: "


@dataclass(frozen=True, slots=True)
class Deed:
    """What an undo or a redo did; `title` is that of the operation which it took back or did again."""

    title: str
    changes: Changes


def undo(workspace: Workspace) -> Deed:
    """Take the newest operation back, also after a restart; InvalidInput where there is none."""
    step = next_steps(workspace).undo
    if step is None:
        raise InvalidInput("Không có thao tác nào để hoàn tác.")
    if step.kind == RESTORE_DATABASE:
        return _undo_restore(workspace, step)
    return _take_back(workspace, step, UNDO)


def redo(workspace: Workspace) -> Deed:
    """Do again what the newest undo took back; InvalidInput where there is none or something was done since."""
    step = workspace.history.next_steps().redo
    if step is None:
        raise InvalidInput("Không có thao tác nào để làm lại.")
    return _take_back(workspace, step, REDO)


def undo_operation(workspace: Workspace, operation_id: int) -> Deed:
    """Take an operation of long ago back; StaleRow where something later touched the same fields."""
    operation = workspace.history.operation(operation_id)
    steps = next_steps(workspace)
    if steps.undo is not None and steps.undo.id == operation_id:
        return undo(workspace)
    if steps.redo is not None and steps.redo.id == operation_id:
        return redo(workspace)
    if operation.undone:
        raise InvalidInput("Thao tác này đã được hoàn tác rồi.")
    if operation.kind in NOT_STACKED - {UNDO}:
        raise InvalidInput("Thao tác này không hoàn tác được, như chương trình đã báo trước khi thực hiện.")
    if operation.kind == RESTORE_DATABASE:
        raise StaleRow(
            "Sau lần khôi phục này dữ liệu đã được sửa tiếp nên không hoàn tác từ nhật ký được. "
            "Hãy khôi phục bản sao lưu “trước khi khôi phục” trong mục Sao lưu."
        )
    return _take_back(workspace, operation, REVERT)


def next_steps(workspace: Workspace) -> NextSteps:
    """Return what undo and redo would take now; a restore whose safety backup is gone cannot be taken back."""
    steps = workspace.history.next_steps()
    while steps.undo is not None and steps.undo.kind == RESTORE_DATABASE and _safety(workspace, steps.undo) is None:
        steps = workspace.history.next_steps(older_than=steps.undo.id)
    return steps


def operations(
    workspace: Workspace, wanted: HistoryFilter, limit: int, before_id: int | None = None
) -> Sequence[LoggedOperation]:
    """Return the newest operations that meet the filter, newest first, older than `before_id` where given."""
    return workspace.history.operations(wanted, limit, before_id)


def details(workspace: Workspace, operation_id: int) -> Sequence[ChangeLine]:
    """Return what an operation changed, in plain words."""
    return change_lines(workspace.history, workspace.history.changes(operation_id))


def people(workspace: Workspace) -> Sequence[str]:
    """Return who signed operations."""
    return workspace.history.people()


def size(workspace: Workspace) -> LogSize:
    """Return how much room the log takes."""
    return workspace.history.size()


def cut(workspace: Workspace, before: date) -> int:
    """Forget the operations before a day, for good; return how many."""
    with workspace.units(Operation("log.cut", f"Dọn nhật ký trước ngày {before:%d/%m/%Y}")) as unit:
        count = unit.log.cut(datetime.combine(before, time(), VIETNAM))
        if count:
            unit.log.note(str(count))
        unit.commit()
    return count


def keep_months(workspace: Workspace, months: int) -> Changes:
    """Decide for how many months the log is kept (0: for good); `cut_by_rule` carries it out."""
    with workspace.units(Operation("log.keep", "Đặt thời hạn giữ nhật ký")) as unit:
        unit.settings.put(LOG_MONTHS, months)
        return unit.commit()


def cut_by_rule(workspace: Workspace) -> int:
    """Forget what is older than the office decided; return how many operations.

    Nothing where the clock stands far beyond the newest operation: it may have jumped, and the cut cannot be undone.
    """
    months = int(workspace.history.setting(LOG_MONTHS, 0))
    newest = workspace.history.operations(HistoryFilter(), 1) if months > 0 else ()
    if not newest or workspace.clock.now() - newest[0].at > _CREDIBLE:
        return 0
    return cut(workspace, _months_ago(workspace.clock.today(), months))


def _months_ago(today: date, months: int) -> date:
    """Return the first day of the month that lies so many months back."""
    count = today.year * 12 + today.month - 1 - months
    return date(count // 12, count % 12 + 1, 1)


def _take_back(workspace: Workspace, operation: LoggedOperation, kind: str) -> Deed:
    """Take an operation back; to take back what took another one back is to do that one again."""
    title = _plain_title(operation.title)
    words = _REDO_WORDS if is_taking_back(operation) else _UNDO_WORDS
    with workspace.units(Operation(kind, words + title, operation.plan_id, operation.id)) as unit:
        unit.log.take_back(operation.id)
        return Deed(title, unit.commit())


def is_taking_back(operation: LoggedOperation) -> bool:
    """Return whether an operation took another one back, so that taking it back does that one again."""
    return operation.title.startswith(_UNDO_WORDS)


def _plain_title(title: str) -> str:
    """Return a title without what earlier undos and redos put before it."""
    while True:
        bare = title.removeprefix(_UNDO_WORDS).removeprefix(_REDO_WORDS)
        if bare == title:
            return title
        title = bare


def _undo_restore(workspace: Workspace, operation: LoggedOperation) -> Deed:
    """Bring back what stood before a restore: its safety backup."""
    file = _safety(workspace, operation)
    if file is None:
        raise StaleRow("Không hoàn tác được việc khôi phục vì không còn bản sao lưu trước đó. Dữ liệu giữ nguyên.")
    workspace.backups.restore(file, is_undo=True)
    note = workspace.history.operations(HistoryFilter(), 1)  # of the database that came back
    return Deed(operation.title, Changes(note[0].id if note else None))


def _safety(workspace: Workspace, operation: LoggedOperation) -> Path | None:
    """Return the backup that holds what stood before a restore, None where it is gone."""
    name = workspace.history.note(operation.id)
    return next((line.backup.file for line in workspace.backups.lines() if line.backup.file.name == name), None)
