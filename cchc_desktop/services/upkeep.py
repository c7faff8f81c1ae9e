"""What is done quietly after a start: the backup that is due, and the log kept for as long as the office decided."""

from __future__ import annotations

from cchc_desktop.domain.backups import BackupState
from cchc_desktop.domain.ports import CancelCheck, ProgressCallback, never_cancelled, no_progress
from cchc_desktop.services import backups, history
from cchc_desktop.services.workspace import Workspace


def after_start(
    workspace: Workspace,
    progress: ProgressCallback = no_progress,
    is_cancelled: CancelCheck = never_cancelled,
) -> BackupState:
    """Back up where it is due, then cut the log by the office's rule; return how the backups stand.

    The backup comes first: it still holds what the cut forgets.
    """
    backups.back_up_if_due(workspace, progress, is_cancelled)
    history.cut_by_rule(workspace)
    return workspace.backups.state()
