"""What is done quietly after a start and while open: the backup that is due, the log and the files that are kept."""

from __future__ import annotations

from cchc_desktop.domain.backups import BackupState
from cchc_desktop.domain.ports import CancelCheck, ProgressCallback, never_cancelled, no_progress
from cchc_desktop.services import backups, evidence, history
from cchc_desktop.services.workspace import Workspace


def after_start(
    workspace: Workspace,
    progress: ProgressCallback = no_progress,
    is_cancelled: CancelCheck = never_cancelled,
) -> BackupState:
    """Back up where it is due, then cut the log by the office's rule; return how the backups stand.

    The backup comes first: it still holds what the cut forgets, and the files that nothing names afterwards.
    """
    backups.back_up_if_due(workspace, progress, is_cancelled)
    history.cut_by_rule(workspace)
    evidence.let_go_of_files(workspace)
    return workspace.backups.state()


def while_open(
    workspace: Workspace,
    progress: ProgressCallback = no_progress,
    is_cancelled: CancelCheck = never_cancelled,
) -> BackupState:
    """Back up where it is due in a window that stays open for days; return how the backups stand.

    For each hour, and after an import: data that no backup holds yet is due at once. Cheap while nothing is due.
    """
    backups.back_up_if_due(workspace, progress, is_cancelled)
    return workspace.backups.state()
