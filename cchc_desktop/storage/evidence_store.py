"""The store of evidence: files named by their content, in `evidence/ab/<sha256>.ext` beside the database.

A file comes in under a temporary name, is brought to the disk, read back and renamed: a stop at any moment leaves a
whole file or none, and nobody else's. It is never opened itself: what a person looks at is a copy that cannot be
written. What no row and no log names any more is put aside first and removed a month later.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from cchc_desktop.domain.disk_words import disk_words
from cchc_desktop.domain.errors import CannotWrite, NotFound, RefusedFile
from cchc_desktop.domain.evidence.files import (
    HEAD_BYTES,
    FileState,
    file_name,
    require_content,
    require_kind,
    require_size,
    shown_name,
)
from cchc_desktop.domain.evidence.register import StoredFile
from cchc_desktop.domain.ports import CancelCheck, ProgressCallback, never_cancelled, no_progress
from cchc_desktop.safe_files import replace_with_retries
from cchc_desktop.storage.backups.copy import TEMPORARY, copy_bytes, sha256_of, temporary_in
from cchc_desktop.storage.backups.evidence import evidence_names
from cchc_desktop.storage.backups.homes import EVIDENCE_FOLDER

_SQLITE = b"SQLite format 3\0"
_ASIDE = "unneeded"
_KEPT_ASIDE = 30 * 86400.0
"""Seconds for which a file that nothing names any more is still there."""
_FRESH = 86400.0
"""Seconds in which a new file may still be waiting for the row that names it."""
_COPIES = "cchc-xem-"
_CHANGED_SINCE = (
    "Tệp của tài liệu này đã thay đổi sau khi lưu nên không được mở. "
    "Hãy dùng “Tìm lại tệp…” để chọn lại tệp gốc, hoặc khôi phục từ bản sao lưu."
)


class EvidenceStore:
    """The files beside one database; every method may be called from any thread, for it only touches files."""

    def __init__(self, database: Path, copies: Path | None = None) -> None:
        self.folder = database.parent / EVIDENCE_FOLDER
        self._database = database
        self._copies = copies or Path(tempfile.gettempdir())

    # ---------------------------------------------------------------- bringing in

    def put(
        self, source: Path, progress: ProgressCallback = no_progress, is_cancelled: CancelCheck = never_cancelled
    ) -> StoredFile:
        """Copy a file in; the same content is kept once, and one that was damaged is whole again afterwards.

        RefusedFile for what may not come in, CannotWrite where the disk refuses, Cancelled: nothing is left then.
        """
        try:
            extension = _passed_gate(source)
            self.folder.mkdir(parents=True, exist_ok=True)
            self._sweep()
            temporary = temporary_in(self.folder)
            try:
                sha256 = copy_bytes(source, temporary, _limited(source, progress), is_cancelled)
                return self._take(temporary, sha256, extension)
            finally:
                temporary.unlink(missing_ok=True)
        except OSError as error:
            raise CannotWrite(
                f"Chưa chép được tệp “{shown_name(source.name)}” vào kho tài liệu: {disk_words(error)}. "
                "Tệp gốc còn nguyên, dữ liệu không thay đổi. Hãy kiểm tra ổ đĩa rồi thử lại."
            ) from error

    def find_again(
        self,
        file: StoredFile,
        source: Path,
        progress: ProgressCallback = no_progress,
        is_cancelled: CancelCheck = never_cancelled,
    ) -> None:
        """Bring a lost or changed file back from where a person found it; RefusedFile where that is another one."""
        try:
            _passed_gate(source)
            is_same = sha256_of(source) == file.sha256
        except OSError as error:
            raise CannotWrite(f"Không đọc được tệp “{shown_name(source.name)}”: {disk_words(error)}.") from error
        if not is_same:
            raise RefusedFile(
                f"Tệp “{shown_name(source.name)}” có nội dung khác với tệp đã lưu. "
                "Hãy chọn đúng tệp cũ, hoặc dùng “Thay tệp…” để thay bằng tệp này."
            )
        self.put(source, progress, is_cancelled)

    def _take(self, temporary: Path, sha256: str, extension: str) -> StoredFile:
        """Give a copied file the name of its content, unless that is there and whole; what is read back decides."""
        file = StoredFile(sha256, extension, temporary.stat().st_size)
        target = self._path(file)
        target.parent.mkdir(exist_ok=True)
        if self.state(file) is FileState.PRESENT:
            os.utime(target)  # needed as of now: the row that names it may not be written yet
            return file
        if sha256_of(temporary) != sha256:
            raise CannotWrite("Ổ đĩa không đọc lại đúng tệp vừa chép. Hãy kiểm tra ổ đĩa rồi thử lại.")
        replace_with_retries(temporary, target)
        return file

    # ---------------------------------------------------------------- looking

    def quick_states(self, files: Iterable[StoredFile]) -> Mapping[str, FileState]:
        """Return by SHA-256 how files are as far as their sizes tell: one look at each folder, however many."""
        found = self._sizes()
        states = {}
        for file in files:
            size = found.get(_name(file))
            if size is None and self._bring_back(file):
                size = file.size
            states[file.sha256] = (
                FileState.MISSING if size is None else FileState.PRESENT if size == file.size else FileState.CHANGED
            )
        return states

    def state(self, file: StoredFile) -> FileState:
        """Read a file from end to end and return whether it is what was stored."""
        path = self._path(file)
        try:
            if not path.exists() and not self._bring_back(file):
                return FileState.MISSING
            return FileState.PRESENT if sha256_of(path) == file.sha256 else FileState.CHANGED
        except OSError:
            return FileState.MISSING

    def whole(self, file: StoredFile) -> Path:
        """Return where a file lies that is what was stored, for reading only; NotFound, RefusedFile."""
        found = self.state(file)
        if found is FileState.MISSING:
            raise _lost()
        if found is FileState.CHANGED:
            raise RefusedFile(_CHANGED_SINCE)
        return self._path(file)

    def copy_to_look_at(self, file: StoredFile, words: str) -> Path:
        """Return a copy of a file that cannot be written, named by `words`; the stored file itself is never opened.

        NotFound for a lost file, RefusedFile for a changed one and one whose kind may not be opened, CannotWrite.
        """
        require_kind(f"x.{file.extension}")
        self._forget_old_copies()
        try:
            self._copies.mkdir(parents=True, exist_ok=True)
            copy = Path(tempfile.mkdtemp(prefix=_COPIES, dir=self._copies)) / file_name(words, file.extension)
            if not self._path(file).exists() and not self._bring_back(file):
                raise _lost()
            is_same = copy_bytes(self._path(file), copy) == file.sha256
            if not is_same:
                copy.unlink()
                raise RefusedFile(_CHANGED_SINCE)
            copy.chmod(stat.S_IREAD)
        except OSError as error:
            raise CannotWrite(f"Chưa mở được tệp: {disk_words(error)}. Hãy thử lại.") from error
        return copy

    # ---------------------------------------------------------------- letting go

    def let_go(self, needed: Collection[str], now: float | None = None) -> int:
        """Put files aside that nothing names (by SHA-256), remove those put aside a month ago; return how many went.

        A file that came in within a day stays: its row may still be on the way. Files that are held stay too, and all
        of them where another database lies beside this one, a damaged one too: what that one names is not known here.
        """
        if self._is_shared():
            return 0
        now = time.time() if now is None else now
        with contextlib.suppress(OSError):
            for name in evidence_names(self.folder):
                path = self.folder / name
                is_needed = path.name.split(".")[0] in needed
                if not is_needed and now - path.stat().st_mtime > _FRESH:
                    self._put_aside(path, now)
        return self._remove_aside(now)

    def _is_shared(self) -> bool:
        try:
            return any(_is_database(file) for file in self._database.parent.iterdir() if file != self._database)
        except OSError:
            return True

    def _put_aside(self, path: Path, now: float) -> None:
        aside = self.folder / _ASIDE
        with contextlib.suppress(OSError):
            aside.mkdir(exist_ok=True)
            os.utime(path, (now, now))
            replace_with_retries(path, aside / path.name)

    def _remove_aside(self, now: float) -> int:
        removed = 0
        with contextlib.suppress(OSError):
            for path in (self.folder / _ASIDE).iterdir():
                if now - path.stat().st_mtime > _KEPT_ASIDE:
                    path.unlink()
                    removed += 1
        return removed

    def _bring_back(self, file: StoredFile) -> bool:
        """Bring a file back that was put aside: an undo, or a restored backup, names it again."""
        path = self._path(file)
        try:
            path.parent.mkdir(exist_ok=True)
            replace_with_retries(self.folder / _ASIDE / path.name, path)
        except OSError:
            return False
        return True

    def _sweep(self) -> None:
        """Remove what a program that was ended left unfinished."""
        with contextlib.suppress(OSError):
            for left in self.folder.glob(f".*{TEMPORARY}"):
                if time.time() - left.stat().st_mtime > _FRESH:
                    left.unlink(missing_ok=True)

    def _forget_old_copies(self) -> None:
        with contextlib.suppress(OSError):
            for folder in self._copies.glob(f"{_COPIES}*"):
                if time.time() - folder.stat().st_mtime > _FRESH:
                    for copy in folder.iterdir():
                        copy.chmod(stat.S_IWRITE)  # Windows removes no file that is read-only
                    shutil.rmtree(folder, ignore_errors=True)

    def _sizes(self) -> dict[str, int]:
        found: dict[str, int] = {}
        with contextlib.suppress(OSError):
            for folder in os.scandir(self.folder):
                if folder.is_dir():
                    found.update((f"{folder.name}/{entry.name}", entry.stat().st_size) for entry in os.scandir(folder))
        return found

    def _path(self, file: StoredFile) -> Path:
        return self.folder / _name(file)


def _is_database(file: Path) -> bool:
    if not file.is_file():
        return False
    with file.open("rb") as stream:
        return stream.read(len(_SQLITE)) == _SQLITE


def _name(file: StoredFile) -> str:
    return f"{file.sha256[:2]}/{file.sha256}.{file.extension}"


def _passed_gate(source: Path) -> str:
    """Return the ending of a file that may come in; RefusedFile, OSError."""
    extension = require_kind(source.name)
    found = source.stat()
    if not stat.S_ISREG(found.st_mode):  # a folder, a pipe, a device named CON
        raise RefusedFile(f"“{shown_name(source.name)}” không phải là tệp. Hãy chọn một tệp.")
    require_size(source.name, found.st_size)
    with source.open("rb") as stream:
        require_content(source.name, stream.read(HEAD_BYTES))
    return extension


def _limited(source: Path, progress: ProgressCallback) -> ProgressCallback:
    """Return progress that stops a file which grows while it is copied."""

    def report(done: int, total: int) -> None:
        require_size(source.name, done)
        progress(done, total)

    return report


def _lost() -> NotFound:
    return NotFound(
        "Không còn tệp của tài liệu này trong kho. Hãy dùng “Tìm lại tệp…” để chọn lại tệp gốc, "
        "hoặc khôi phục từ bản sao lưu."
    )
