"""The opening of the window's database, from the first try to the last: every refusal becomes a page with ways on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from cchc_desktop.domain.backups import BackupLine, newest_good
from cchc_desktop.domain.errors import (
    CchcError,
    DamagedDatabase,
    DatabaseInUse,
    ForeignDatabase,
    NotFound,
)
from cchc_desktop.domain.opening import Holder, Salvaged
from cchc_desktop.domain.ports import CancelCheck, ProgressCallback
from cchc_desktop.ui.jobs import DatabaseThread, Job, run_job
from cchc_desktop.ui.opening import strips
from cchc_desktop.ui.opening.doors import DoorsFor, OpeningDoors
from cchc_desktop.ui.opening.front import Front
from cchc_desktop.ui.opening.trouble_page import TroublePage
from cchc_desktop.ui.opening.troubles import Way, describe
from cchc_desktop.ui.opening.upgrade_page import UpgradePage
from cchc_desktop.ui.widgets.strip import Strip

AskFirst = Callable[[Holder, Callable[[bool], object]], object]
"""Asks the window of this machine that holds the data to come to the front; calls back whether it answered."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


class OpeningDesk(QObject):
    """Answers what the database thread tells, and opens again by the way that a person chose.

    The composition root makes it when the thread first tells something and hands `opened` and `refused` on, so that
    a start pays nothing for it. `told` comes with each trouble that was put before a person; `first_answered` when the
    other window has come to the front, so that this one may end; `done` with one line about a deed.
    """

    told = Signal(object)
    first_answered = Signal()
    close_wanted = Signal()
    done = Signal(str)

    def __init__(
        self,
        database: DatabaseThread,
        doors_for: DoorsFor,
        path: Path,
        front: Front,
        window: QWidget,
        *,
        ask_first: AskFirst | None = None,
        now: Callable[[], datetime] = _utc_now,
    ) -> None:
        super().__init__(window)
        self._database = database
        self._doors_for = doors_for
        self._doors: OpeningDoors = doors_for(path)
        self._front = front
        self._window = window
        self._ask_first = ask_first
        self._now = now
        self._holder: Holder | None = None
        self._page: TroublePage | None = None
        self._upgrade: UpgradePage | None = None
        self._job: Job | None = None
        self._salvaged: Salvaged | None = None
        self._read_only_strip: Strip | None = None
        self._deed = ""
        self._upgrade_backup = ""
        self._is_reading = False
        self.is_read_only = False
        """Whether the open database may only be looked at; the window's writing actions ask this."""

    @property
    def path(self) -> Path:
        """The file that is open, or was refused."""
        return self._doors.path

    @property
    def doors(self) -> OpeningDoors:
        """What can be done with that file."""
        return self._doors

    def open_file(self, path: Path) -> None:
        """Open another file."""
        self._doors = self._doors_for(path)
        self.try_again()

    def try_again(self) -> None:
        """Open the file for writing, whatever was open before."""
        self._reopen(reading=False)

    # --- what the database thread tells

    def opened(self) -> None:
        """Show the contents; say what a person should know of the file."""
        self.is_read_only = self._is_reading
        if self._upgrade is not None:
            self._deed = self._upgrade_words()
        self._page = self._upgrade = None
        self._front.leave_page()
        self._show_read_only_strip()
        if self._deed:
            self.done.emit(self._deed)
            self._deed = ""

    def refused(self, error: Exception) -> None:
        """Ask the first window where there is one, else show the trouble with its ways."""
        if isinstance(error, DatabaseInUse) and error.holder is not None:
            self._holder = error.holder
            if self.is_read_only and not self._is_reading:  # still held: go on looking
                self._reopen(reading=True)
                return
            if error.holder.is_here and self._ask_first is not None:
                ask, self._ask_first = self._ask_first, None
                ask(error.holder, lambda answered: self.first_answered.emit() if answered else self._tell(error))
                return
        self._tell(error)

    def _tell(self, error: Exception) -> None:
        """Show the page of an error, with the backups where they could help."""
        if not isinstance(error, DamagedDatabase | ForeignDatabase | NotFound):
            self._show_trouble(error, ())
            return
        doors = self._doors
        run_job(
            self,
            lambda progress, is_cancelled: tuple(doors.backups()),
            lambda lines: self._show_trouble(error, lines),
            lambda _: self._show_trouble(error, ()),
        )

    def _show_trouble(self, error: Exception, lines: Sequence[BackupLine]) -> None:
        page = self._page = TroublePage()
        page.chosen.connect(self._go)
        page.stop_wanted.connect(self._stop)
        page.salvage_accepted.connect(self._use_salvaged)
        has_backups = newest_good(lines) is not None
        page.show_trouble(describe(error, self.path, has_backups=has_backups), lines, self._now())
        self._front.show_page(page)
        self.told.emit(error)

    # --- ways on

    def _go(self, way: Way) -> None:
        match way:
            case Way.RESTORE:
                self._restore_chosen()
            case Way.OTHER_BACKUP:
                self._choose_backup()
            case Way.SALVAGE:
                self._salvage()
            case Way.READ_ONLY | Way.RETRY:
                self._reopen(reading=way is Way.READ_ONLY)
            case Way.OTHER_FILE:
                self._choose_file()
            case Way.CLOSE:
                self.close_wanted.emit()

    def open_moved(self, target: Path) -> None:
        """Go on in the file to which the data were copied."""
        self._deed = self.tr("Dữ liệu nay nằm tại {}. Tệp cũ vẫn còn nguyên chỗ cũ.").format(target)
        self.open_file(target)

    def _reopen(self, *, reading: bool) -> None:
        self._is_reading = reading
        self._database.reopen(self._doors.open_reading if reading else self._doors.open_writing)

    def _choose_file(self) -> None:
        name = self._asked_file(self.tr("Chọn tệp dữ liệu"), self.path.parent)
        if name:
            self.open_file(Path(name))

    def _choose_backup(self) -> None:
        """Open the list; where it is open, or there is none, ask for a file."""
        if self._page is not None and not self._page.show_backups():
            name = self._asked_file(self.tr("Chọn bản sao lưu"), self.path.parent)
            if name:
                self._restore(Path(name))

    def _asked_file(self, title: str, folder: Path) -> str:
        filters = self.tr("Tệp dữ liệu (*.db)")
        return QFileDialog.getOpenFileName(self._window, title, str(folder), filters)[0]

    def _restore_chosen(self) -> None:
        line = self._page.backup() if self._page is not None else None
        if line is not None and line.is_sound:
            self._restore(line.backup.file)

    def _restore(self, file: Path) -> None:
        doors = self._doors

        def done(_: Any) -> None:
            self._deed = self.tr("Đã khôi phục dữ liệu từ bản sao lưu {}.").format(file.name)
            self._reopen(reading=False)

        self._work(self.tr("Đang khôi phục dữ liệu…"), lambda *watch: doors.restore(file, *watch), done)

    def _salvage(self) -> None:
        doors = self._doors
        self._work(self.tr("Đang đọc lại dữ liệu từ tệp hỏng…"), doors.salvage, self._show_salvaged)

    def _show_salvaged(self, salvaged: Salvaged) -> None:
        self._salvaged = salvaged
        if self._page is not None:
            self._page.show_salvaged(salvaged)

    def _use_salvaged(self) -> None:
        doors, salvaged = self._doors, self._salvaged
        if salvaged is None:
            return

        def done(_: Any) -> None:
            self._deed = self.tr("Đã dùng dữ liệu cứu được. Tệp hỏng được giữ lại bên cạnh.")
            self._reopen(reading=False)

        self._work(self.tr("Đang đưa dữ liệu đã cứu vào dùng…"), lambda *_: doors.use_salvaged(salvaged), done)

    def _work(
        self, words: str, work: Callable[[ProgressCallback, CancelCheck], Any], then: Callable[[Any], object]
    ) -> None:
        """Carry out long work behind the page, which stays and tells how it goes."""
        page = self._page
        if page is None:
            return
        page.set_busy(True)
        page.work.begin(words)

        def done(result: Any) -> None:
            page.set_busy(False)
            page.work.say("")
            then(result)

        self._job = run_job(self, work, done, self._failed, page.work.advance)

    def _failed(self, error: Exception) -> None:
        if self._page is None:
            return
        self._page.set_busy(False)
        if isinstance(error, CchcError):
            self._page.work.say(error.message)
        else:
            self._page.work.say(self.tr("Chương trình gặp lỗi ngoài dự kiến. Dữ liệu không thay đổi."))
            raise error

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    # --- reading only

    def _show_read_only_strip(self) -> None:
        if self._read_only_strip is not None:
            self._front.remove_strip(self._read_only_strip)
            self._read_only_strip = None
        if self.is_read_only:
            strip = self._read_only_strip = strips.read_only_strip(self._holder)
            strip.chosen.connect(lambda _: self.try_again())
            self._front.add_strip(strip)

    # --- an upgrade

    def show_upgrade(self, done: int, total: int) -> None:
        """Show how far the upgrade of an older file is."""
        self._upgrade_page().work.advance(done, total)

    def show_upgrade_backup(self, file: str) -> None:
        """Show where the backup before the upgrade is."""
        self._upgrade_backup = file
        self._upgrade_page().show_backup(file)

    def _upgrade_words(self) -> str:
        kept, self._upgrade_backup = self._upgrade_backup, ""
        words = self.tr("Đã nâng cấp dữ liệu cho phiên bản mới của chương trình.")
        return f"{words} " + self.tr("Bản trước khi nâng cấp được giữ tại {}.").format(kept) if kept else words

    def _upgrade_page(self) -> UpgradePage:
        if self._upgrade is None:
            self._upgrade = UpgradePage()
            self._front.show_page(self._upgrade)
        return self._upgrade
