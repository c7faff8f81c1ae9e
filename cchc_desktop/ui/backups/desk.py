"""Backups as the window carries them out: each deed is one call of a service on the database thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from cchc_desktop.clock import SystemClock
from cchc_desktop.domain.backups import Backup, BackupLine, BackupReason, BackupState, OutsidePlace, Restored
from cchc_desktop.domain.errors import NotFound, RefusedDatabase
from cchc_desktop.domain.ports import CancelCheck, ProgressCallback
from cchc_desktop.services.workspace import Workspace
from cchc_desktop.ui.backups import words
from cchc_desktop.ui.backups.page import BackupPage
from cchc_desktop.ui.backups.preview_page import PreviewPage
from cchc_desktop.ui.exchange.flow import ProgressDisplay
from cchc_desktop.ui.jobs import Job
from cchc_desktop.ui.preferences import Preferences
from cchc_desktop.ui.session import PlanSession

_Work = Callable[[Workspace, ProgressCallback, CancelCheck], Any]


def _utc_now() -> datetime:
    return SystemClock().now()


def _never(_: Path) -> bool:
    return False


def open_folder(folder: Path) -> None:
    """Show a folder in the system's own file manager; only ever called by a click."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


class BackupScreen(QStackedWidget):
    """The list of backups and the look into one of them, as one screen of the window."""

    refresh_wanted = Signal()

    def refresh(self) -> None:
        """Read the backups anew."""
        self.refresh_wanted.emit()


@dataclass(frozen=True, slots=True)
class _Seen:
    """What one look at the backups brought."""

    state: BackupState
    lines: tuple[BackupLine, ...]


class BackupDesk(QObject):
    """Leads from the list to a restore and back; `page_wanted` and `left` tell the window what to show.

    `done` carries one line about the deed; `restored` a restore that was carried out: everything on the screen is then
    to be read anew. `state_changed` is for the status bar. One piece of work runs at a time.
    """

    page_wanted = Signal(QWidget)
    left = Signal()
    done = Signal(str)
    restored = Signal(object)
    failed = Signal(object)
    state_changed = Signal(object)

    def __init__(
        self,
        session: PlanSession,
        preferences: Preferences,
        home: Path,
        display: ProgressDisplay,
        window: QWidget,
        *,
        show_folder: Callable[[Path], object] = open_folder,
        shares_disk: Callable[[Path], bool] = _never,
        now: Callable[[], datetime] = _utc_now,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._preferences = preferences
        self._home = home
        self._display = display
        self._window = window
        self._shares_disk = shares_disk
        self._now = now
        self._is_busy = False
        self.list_page = BackupPage()
        self.preview_page = PreviewPage()
        self.page = BackupScreen(window)
        self.page.refresh_wanted.connect(self.reload)
        self.page.addWidget(self.list_page)
        self.page.addWidget(self.preview_page)
        self._connect(show_folder)
        preferences.changed.connect(self._show_preferences)
        for ended in (session.saved, session.worked):
            ended.connect(self._follow)

    def open(self) -> None:
        """Show the list of backups."""
        self.page.setCurrentWidget(self.list_page)
        self.list_page.show_note("")
        self.page_wanted.emit(self.page)
        self.reload()

    def reload(self) -> None:
        """Read the backups anew."""
        self._show_preferences()
        self._session.read(
            lambda workspace: _Seen(workspace.backups.state(), tuple(workspace.backups.lines())), self._show
        )
        if self.page.currentWidget() is self.preview_page and not self._is_busy:
            self._preview_again()

    def _follow(self) -> None:
        """Show what has become of the backups; while the page is not seen it waits, for it reads when it is shown."""
        if self.page.isVisible() and not self._is_busy:
            self.reload()

    def back_up(self) -> None:
        """Make a backup now."""

        def work(workspace: Workspace, progress: ProgressCallback, is_cancelled: CancelCheck) -> Backup:
            return workspace.backups.make(BackupReason.MANUAL, progress, is_cancelled)

        self._start(self.tr("Đang sao lưu dữ liệu…"), work, self._backed_up)

    def copy_outside(self) -> None:
        """Copy a fresh backup to the stick that is plugged in; several are offered in a menu."""
        if not self._is_busy:
            self._session.read(lambda workspace: tuple(workspace.backups.outside_places()), self._places_found)

    def copy_to(self, place: OutsidePlace) -> None:
        """Copy a fresh backup to a stick."""

        def work(workspace: Workspace, progress: ProgressCallback, is_cancelled: CancelCheck) -> Backup:
            return workspace.backups.copy_outside(place.folder, progress, is_cancelled)

        self.list_page.show_note(self.tr("Đang chép ra {}…").format(place.name))
        self._start(self.tr("Đang chép bản sao lưu ra {}…").format(place.name), work,
                    lambda backup: self._copied(place, backup))  # fmt: skip

    def choose_second(self) -> None:
        """Ask for the folder that every backup is copied to."""
        chosen = QFileDialog.getExistingDirectory(
            self._window, self.tr("Chọn nơi lưu thứ hai"), self._preferences.value().second_backup_dir
        )
        if not chosen:
            return
        if self._shares_disk(Path(chosen)):
            self.list_page.ask_about(Path(chosen))
        else:
            self.use_second(Path(chosen))

    def use_second(self, folder: Path) -> None:
        """Copy every backup to a folder from now on, and begin with one."""
        self.list_page.ask_about(None)
        self._preferences.change(second_backup_dir=str(folder))
        self.done.emit(self.tr("Từ nay mỗi bản sao lưu được chép thêm vào thư mục {}.").format(folder))
        self.back_up()

    def forget_second(self) -> None:
        """Keep no copies at a second place any more; those that are there stay."""
        self._preferences.change(second_backup_dir="")
        self.done.emit(self.tr("Đã bỏ nơi lưu thứ hai. Các bản đã chép vẫn còn nguyên."))

    def choose_file(self) -> None:
        """Ask for a backup that is not in the list and look into it."""
        filters = self.tr("Bản sao lưu (*.db)")
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Chọn bản sao lưu"), str(self._home), filters)
        if name:
            self.preview(Path(name))

    def preview(self, file: Path) -> None:
        """Look into a backup before anything is restored."""

        def work(workspace: Workspace, progress: ProgressCallback, is_cancelled: CancelCheck) -> Any:
            return workspace.backups.preview(file)

        self._start(self.tr("Đang đọc bản sao lưu…"), work, self._previewed, only_reads=True)

    def restore(self, file: Path) -> None:
        """Put a backup in the place of the data; a safety backup comes first."""

        def work(workspace: Workspace, progress: ProgressCallback, is_cancelled: CancelCheck) -> Restored:
            return workspace.backups.restore(file, progress, is_cancelled)

        self.preview_page.set_busy(True)
        self._start(self.tr("Đang khôi phục dữ liệu…"), work, self._restored)

    # --- what came back

    def _show(self, seen: _Seen) -> None:
        self.list_page.show_state(seen.state, self._now())
        self.list_page.show_lines(seen.lines)
        self.state_changed.emit(seen.state)

    def _show_preferences(self) -> None:
        settings = self._preferences.value()
        self.list_page.show_places(self._home, settings.second_backup_dir)

    def _backed_up(self, backup: Backup) -> None:
        self.done.emit(self.tr("Đã sao lưu lúc {}.").format(words.show_moment(backup.at)))

    def _places_found(self, places: tuple[OutsidePlace, ...]) -> None:
        if not places:
            self.list_page.show_note(
                self.tr("Không thấy USB nào đang cắm vào máy. Hãy cắm USB rồi nhấn lại, hoặc chọn nơi lưu thứ hai.")
            )
        elif len(places) == 1:
            self.copy_to(places[0])
        else:
            self.list_page.offer_places(places)

    def _copied(self, place: OutsidePlace, backup: Backup) -> None:
        self.list_page.show_note(self.tr("Đã chép xong: {}. Có thể rút USB ra.").format(backup.file))
        self.done.emit(self.tr("Đã chép bản sao lưu ra {}.").format(place.name))

    def _previewed(self, preview: Any) -> None:
        self.preview_page.show_preview(preview, self._now())
        self.page.setCurrentWidget(self.preview_page)
        self.preview_page.focus()

    def _preview_again(self) -> None:
        """Compare the backup that is looked at with the data as they are now; where it has gone, show the list."""
        file = self.preview_page.file()

        def show(preview: Any) -> None:
            if self.preview_page.file() == file and not self._is_busy:
                self.preview_page.show_preview(preview, self._now())

        if file is not None:
            self._session.read(lambda workspace: workspace.backups.preview(file), show, self._not_previewed)

    def _not_previewed(self, error: Exception) -> None:
        if isinstance(error, NotFound | RefusedDatabase):  # it was thinned out, or pulled out with its disk
            self._show_list()
            self.list_page.show_note(error.message)
        else:
            self.failed.emit(error)

    def _restored(self, restored: Restored) -> None:
        self._show_list()
        self.list_page.show_note(" ".join(restored.problems))
        self.restored.emit(restored)

    def _show_list(self) -> None:
        self.page.setCurrentWidget(self.list_page)

    def _show_folder(self, folder: Path, show: Callable[[Path], object]) -> None:
        if folder.is_dir():
            show(folder)
        else:
            words = self.tr("Chưa có thư mục {}; thư mục được tạo khi sao lưu lần đầu.")
            self.list_page.show_note(words.format(folder))

    # --- one piece of work at a time

    def _start(self, sentence: str, work: _Work, then: Callable[[Any], object], *, only_reads: bool = False) -> None:
        if self._is_busy:
            return
        self._set_busy(True)
        self._display.begin(sentence, self._submit(work, then, only_reads=only_reads))

    def _submit(self, work: _Work, then: Callable[[Any], object], *, only_reads: bool) -> Job:
        def done(result: Any) -> None:
            self._end()
            then(result)

        return self._session.run(work, done, self._fail, self._display.advance, only_reads=only_reads)

    def _end(self) -> None:
        self._set_busy(False)
        self._display.end()

    def _fail(self, error: Exception) -> None:
        self._end()
        self.list_page.show_note("")
        self.failed.emit(error)

    def _set_busy(self, busy: bool) -> None:
        self._is_busy = busy
        self.list_page.set_busy(busy)
        self.preview_page.set_busy(busy)

    def _connect(self, show_folder: Callable[[Path], object]) -> None:
        page, preview = self.list_page, self.preview_page
        page.back_up_wanted.connect(self.back_up)
        page.copy_wanted.connect(self.copy_outside)
        page.copy_to_wanted.connect(self.copy_to)
        page.second_wanted.connect(self.choose_second)
        page.second_accepted.connect(self.use_second)
        page.no_second_wanted.connect(self.forget_second)
        page.folder_wanted.connect(lambda folder: self._show_folder(folder, show_folder))
        page.preview_wanted.connect(self.preview)
        page.other_file_wanted.connect(self.choose_file)
        page.left.connect(self.left)
        preview.accepted.connect(self.restore)
        preview.left.connect(self._show_list)
