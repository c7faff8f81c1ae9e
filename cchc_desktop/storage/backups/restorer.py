"""Looking into backups and restoring them: what a restore would change, and the restore with all that guards it."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from pathlib import Path

from cchc_desktop.domain.backups import Backup, BackupReason, PlanDifference, Restored, RestorePreview
from cchc_desktop.domain.changes import Operation
from cchc_desktop.domain.days import VIETNAM
from cchc_desktop.domain.errors import Cancelled, CannotWrite, DamagedDatabase, NotFound
from cchc_desktop.domain.history import RECOVER_DATABASE, RESTORE_DATABASE, UNDO_RESTORE
from cchc_desktop.domain.ports import CancelCheck, Clock, ProgressCallback, Signature
from cchc_desktop.storage.backups import preview as preview
from cchc_desktop.storage.backups import restore as steps
from cchc_desktop.storage.backups.copy import snapshot
from cchc_desktop.storage.backups.evidence import bring_evidence
from cchc_desktop.storage.backups.findings import problems_of, problems_of_version
from cchc_desktop.storage.backups.folder import verified_again
from cchc_desktop.storage.backups.homes import EVIDENCE_FOLDER
from cchc_desktop.storage.backups.judge import judge
from cchc_desktop.storage.backups.live import LiveState
from cchc_desktop.storage.backups.maker import BackupMaker
from cchc_desktop.storage.backups.manifest import Entry, read_manifest
from cchc_desktop.storage.faults import known_faults

_STAGES = 3
_FOREIGN = "Đây là bản sao lưu của cơ sở dữ liệu khác. Nếu khôi phục, toàn bộ dữ liệu hiện nay sẽ được thay thế."


class Restorer:
    """Restores the database whose backups a maker keeps; without `release` (no right to write) it only looks."""

    def __init__(self, maker: BackupMaker, clock: Clock, who: Signature, release: steps.Release | None) -> None:
        self._maker = maker
        self._database = maker.live.path
        self._clock = clock
        self._who = who
        self._release = release
        self._checked: dict[str, tuple[str, ...]] = {}

    def preview(self, file: Path) -> RestorePreview:
        """Judge a backup and compare it with the data."""
        file = self._found(file)
        steps.require_other_file(file, self._database)
        entry = self._entry_unchanged(file)
        facts = judge(file)
        with known_faults(), snapshot(file) as then:
            plans = self._compared(then)
        (lost,) = self._maker.live.changes_since([(facts.last_operation, facts.last_digest)])
        at = facts.last_at if entry is None else entry.backup.at
        problems = (*self._foreign_words(file), *self._problems(file, entry, facts.schema_version))
        return RestorePreview(file, at, facts.schema_version, plans, lost, problems)

    def _problems(self, file: Path, entry: Entry | None, version: int) -> tuple[str, ...]:
        """Check a backup whole: once for each content, which was just read again, for it takes seconds."""
        if entry is None:
            return problems_of_version(file, version)
        if entry.backup.sha256 not in self._checked:
            self._checked[entry.backup.sha256] = problems_of_version(file, version)
        return self._checked[entry.backup.sha256]

    def _foreign_words(self, file: Path) -> tuple[str, ...]:
        return (_FOREIGN,) if self._maker.lineage.is_foreign(file) else ()

    def _compared(self, then: sqlite3.Connection) -> tuple[PlanDifference, ...]:
        if self._maker.live.facts() is None:
            return preview.differences({}, preview.read_content(then, preview.own_columns(then)))
        with snapshot(self._database) as now:
            columns = preview.compared_columns(now, then)
            return preview.differences(preview.read_content(now, columns), preview.read_content(then, columns))

    def restore(
        self, file: Path, progress: ProgressCallback, is_cancelled: CancelCheck, *, is_undo: bool = False
    ) -> Restored:
        """Prepare a copy of the backup, save what is there now, log the restore in the copy, exchange."""
        if self._release is None:
            raise CannotWrite("Dữ liệu đang mở ở chế độ chỉ đọc nên không khôi phục được. Dữ liệu không thay đổi.")
        file = self._found(file)
        steps.require_other_file(file, self._database)
        entry = self._entry_unchanged(file)
        sha256 = None if entry is None else entry.backup.sha256
        first, second, third = (steps.staged(progress, stage, _STAGES) for stage in range(_STAGES))
        with steps.prepared(file, self._database, sha256, first, is_cancelled) as copy:
            problems = self._checked.get(sha256 or "")
            if problems is None or is_undo:
                problems = problems_of(copy, file.name, is_undo=is_undo)
            moment = steps.last_moment(copy) if entry is None else entry.backup.at
            lost = self._bring_back_evidence(file, entry)  # before the safety backup thins it away with its backup
            state, safety = self._safety(second, is_cancelled)
            self._log(copy, moment, safety, is_undo)
            if is_cancelled():
                raise Cancelled
            kept_aside = self._exchange(self._release, copy, state, third, is_cancelled)
        self._maker.troubles.extend(lost)
        return Restored(file, safety, kept_aside, problems)

    def _safety(self, progress: ProgressCallback, is_cancelled: CancelCheck) -> tuple[LiveState, Backup | None]:
        """Save what is there now; data that turns out damaged is told as such, to be kept aside."""
        state = self._maker.live.state()
        if state is not LiveState.READABLE:
            return state, None
        try:
            return state, self._maker.make(BackupReason.RESTORE, progress, is_cancelled)
        except DamagedDatabase:
            return LiveState.DAMAGED, None

    def _exchange(
        self,
        release: steps.Release,
        copy: Path,
        state: LiveState,
        progress: ProgressCallback,
        is_cancelled: CancelCheck,
    ) -> Path | None:
        """Give the data's place to the prepared copy; return where damaged data was put."""
        release()
        if state is LiveState.READABLE:
            steps.exchange(copy, self._database, progress, is_cancelled)
            return None
        aside = steps.set_aside(self._database) if state is LiveState.DAMAGED else None
        steps.put_in_place(copy, self._database)
        return aside

    def _log(self, copy: Path, moment: datetime | None, safety: Backup | None, is_undo: bool) -> None:
        words = f" ngày {moment.astimezone(VIETNAM):%d/%m/%Y %H:%M}" if moment else ""
        if is_undo:
            operation = Operation(UNDO_RESTORE, f"Hoàn tác việc khôi phục, trở lại dữ liệu{words}")
        else:
            kind = RECOVER_DATABASE if safety is None else RESTORE_DATABASE
            operation = Operation(kind, f"Khôi phục dữ liệu từ bản sao lưu{words}")
        detail = "" if safety is None else safety.file.name
        steps.log_restore(copy, operation, detail, self._clock, self._who)

    def _bring_back_evidence(self, file: Path, entry: Entry | None) -> list[str]:
        """Bring back the evidence that the backup names and the data's store lacks; return what stood in the way."""
        if entry is None:
            return []
        store = self._database.parent / EVIDENCE_FOLDER
        return bring_evidence(file.parent / EVIDENCE_FOLDER, store, entry.backup.evidence)[1]

    def _entry_unchanged(self, file: Path) -> Entry | None:
        """Return what a backup's manifest says, None without one; DamagedDatabase where the file is another by now."""
        entry = read_manifest(file)
        if entry is None:
            return None
        with known_faults():
            if not verified_again(entry, self._clock.now()).is_sound:
                raise steps.changed_since(file)
        return entry

    def _found(self, file: Path) -> Path:
        """Return a backup's path: as given, or the listed backup of that name; NotFound."""
        if file.is_file():
            return file
        listed = (entry.backup.file for entry in self._maker.entries(everywhere=True))
        found = next((path for path in listed if path.name == str(file)), None)
        if found is None:
            raise NotFound(f"Không tìm thấy bản sao lưu {file}. Hãy xem lại danh sách bản sao lưu.")
        return found
