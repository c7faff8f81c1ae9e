"""Backups without a disk: a keeper that answers what a test gives it, and a session that works at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from PySide6.QtCore import QObject, Signal

from cchc_desktop.domain.backups import (
    Backup,
    BackupLine,
    BackupReason,
    BackupState,
    OutsidePlace,
    PlanDifference,
    Restored,
    RestorePreview,
)

NOW = datetime(2026, 11, 21, 1, 30, tzinfo=UTC)
HOME = Path("/d/Nguyễn Thị Ánh Tuyết/Tài liệu của bộ phận Văn hóa - Xã hội phường Sông Hương/Theo dõi CCHC/Sao lưu")


def backup(hours: int, reason: BackupReason = BackupReason.START, size: int = 421_888, folder: Path = HOME) -> Backup:
    at = NOW - timedelta(hours=hours)
    name = f"cchc {at:%Y-%m-%d %H.%M.%S} {reason}.db"
    return Backup(folder / name, at, reason, size, "0" * 64, 2, 1, "d")


LINES = (
    BackupLine(backup(2), True, 0),
    BackupLine(backup(3, BackupReason.IMPORT), True, 1),
    BackupLine(backup(27, BackupReason.MANUAL, 1_310_720), True, 12),
    BackupLine(backup(50, BackupReason.RESTORE), True, None),
    BackupLine(backup(75, BackupReason.MIGRATION), False, None),
    BackupLine(backup(99, BackupReason.MERGE, folder=Path("/media/usb1/Theo dõi CCHC - sao lưu")), True, 40),
)
STATE = BackupState(LINES[0].backup, 2, (), 2)
PREVIEW = RestorePreview(
    LINES[2].backup.file, LINES[2].backup.at, 2,
    (
        PlanDifference("Kế hoạch cải cách hành chính năm 2026 của phường Sông Hương", 41, 39, 5),
        PlanDifference("Kế hoạch cải cách hành chính 6 tháng cuối năm 2025", 39, 39, 0),
        PlanDifference("Kế hoạch tuyên truyền cải cách hành chính năm 2026", 12, None, 12),
        PlanDifference("Kế hoạch kiểm tra công vụ năm 2025", None, 8, 8),
    ),
    12,
)  # fmt: skip


@dataclass
class FakeKeeper:
    """Answers from its fields and notes what it was asked to do; `error` is raised by all that writes."""

    shown: BackupState = STATE
    listed: Sequence[BackupLine] = LINES
    seen: RestorePreview = PREVIEW
    sticks: tuple[OutsidePlace, ...] = ()
    error: Exception | None = None
    deeds: list[tuple[Any, ...]] = field(default_factory=list)

    def state(self) -> BackupState:
        return self.shown

    def lines(self) -> Sequence[BackupLine]:
        return self.listed

    def outside_places(self) -> tuple[OutsidePlace, ...]:
        return self.sticks

    def make(self, reason: BackupReason, progress: Any = None, is_cancelled: Any = None) -> Backup:
        self._do("make", reason)
        made = replace(backup(0), reason=reason)
        self.listed = (BackupLine(made, True, 0), *self.listed)
        return made

    def make_if_changed(self, reason: BackupReason, progress: Any = None, is_cancelled: Any = None) -> Backup | None:
        return self.make(reason)

    def copy_outside(self, folder: Path, progress: Any = None, is_cancelled: Any = None) -> Backup:
        self._do("copy", folder)
        self.shown = replace(self.shown, outside_days=0, days_at_risk=0)
        return backup(0, BackupReason.MANUAL, folder=folder)

    def preview(self, file: Path) -> RestorePreview:
        self._do("preview", file)
        return replace(self.seen, file=file)

    def restore(self, file: Path, progress: Any = None, is_cancelled: Any = None, *, is_undo: bool = False) -> Restored:
        self._do("restore", file)
        return Restored(file, backup(0, BackupReason.RESTORE))

    def _do(self, *deed: Any) -> None:
        self.deeds.append(deed)
        if self.error is not None:
            raise self.error


class FakeSession(QObject):
    """Carries out work at once; with `hold` it waits until `go`."""

    saved = Signal()
    worked = Signal()

    def __init__(self, keeper: FakeKeeper) -> None:
        super().__init__()
        self.workspace: Any = SimpleNamespace(backups=keeper)
        self.hold = False
        self._waiting: list[Callable[[], None]] = []

    def read(self, use_case: Callable[[Any], Any], then: Callable[[Any], object], on_error: Any = None) -> None:
        try:
            result = use_case(self.workspace)
        except Exception as error:
            if on_error is None:
                raise
            on_error(error)
        else:
            then(result)

    def run(self, work: Any, then: Any, on_error: Any, on_progress: Any, *, only_reads: bool = False) -> str:
        def do() -> None:
            try:
                result = work(self.workspace, on_progress, lambda: False)
            except Exception as error:
                on_error(error)
            else:
                then(result)
            if not only_reads:
                self.worked.emit()

        self._waiting.append(do)
        return "job"

    def go(self) -> None:
        while self._waiting:
            self._waiting.pop(0)()


class FakeDisplay:
    """The status bar's progress as a list of words; work that the session holds back starts when it is announced."""

    def __init__(self, session: FakeSession) -> None:
        self.words: list[str] = []
        self.is_shown = False
        self._session = session

    def begin(self, words: str, job: Any) -> None:
        self.words.append(words)
        self.is_shown = True
        if not self._session.hold:
            self._session.go()

    def advance(self, done: int, total: int) -> None: ...

    def end(self) -> None:
        self.is_shown = False
