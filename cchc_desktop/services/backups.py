"""Use cases of backups: when one is made without being asked for, and what a person is told about them."""

from __future__ import annotations

from cchc_desktop.domain.backup_policy import WARN_AFTER_DAYS, is_due
from cchc_desktop.domain.backups import Backup, BackupReason, BackupState
from cchc_desktop.domain.errors import Cancelled, CchcError
from cchc_desktop.domain.ports import CancelCheck, ProgressCallback, never_cancelled, no_progress
from cchc_desktop.services.workspace import Workspace


def back_up_if_due(
    workspace: Workspace,
    progress: ProgressCallback = no_progress,
    is_cancelled: CancelCheck = never_cancelled,
) -> Backup | None:
    """Make a backup when the newest is older than a day, or none holds any data, and something has changed since.

    The window calls it once it is open, from time to time while it stays open, and after an import: while none is due
    it only reads the list. The command line calls it after an import alone: its other writing commands are short, and
    make their own backup where one is wanted. A failure stops nobody: it is one of `state().troubles`. None where none
    was made.
    """
    newest = workspace.backups.state().newest
    held = None if newest is None or newest.last_operation == 0 else newest.at
    if not is_due(held, workspace.clock.now()):
        return None
    try:
        return workspace.backups.make_if_changed(BackupReason.START, progress, is_cancelled)
    except CchcError:
        return None


def secure(workspace: Workspace, reason: BackupReason, is_cancelled: CancelCheck = never_cancelled) -> str | None:
    """Make a backup before a large operation that can be undone; return what stood in the way, None where nothing did.

    The operation goes on without one: an office with a full backup disk must still be able to work. Cancelled.
    """
    try:
        workspace.backups.make_if_changed(reason, no_progress, is_cancelled)
    except Cancelled:
        raise
    except CchcError as error:
        return error.message
    return None


def warnings(state: BackupState) -> tuple[str, ...]:
    """Return what a person should be told: troubles, and seven days without a copy on another disk."""
    if state.days_at_risk < WARN_AFTER_DAYS:
        return state.troubles
    return (
        *state.troubles,
        f"Đã {state.days_at_risk} ngày chưa có bản sao lưu nào trên ổ đĩa khác. "
        "Hãy cắm USB rồi chép một bản, hoặc chọn nơi sao lưu thứ hai.",
    )
