"""The order of a start, once the frame is painted: opening, the first window's ear, the backup, the person's name."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMainWindow

from cchc_desktop.ui.jobs import DatabaseThread
from cchc_desktop.ui.opening.doors import DoorsFor
from cchc_desktop.ui.opening.front import Front
from cchc_desktop.ui.opening.memory import PlaceMemory
from cchc_desktop.ui.opening.news import UpgradeNews
from cchc_desktop.ui.preferences import Preferences
from cchc_desktop.ui.session import PlanSession

if TYPE_CHECKING:
    from cchc_desktop.domain.opening import Holder
    from cchc_desktop.ui.backups.watch import BackupWatch
    from cchc_desktop.ui.instance import InstanceServer
    from cchc_desktop.ui.opening.desk import OpeningDesk
    from cchc_desktop.ui.opening.place_guard import PlaceGuard
    from cchc_desktop.ui.person import PersonStrip

_NAME_MS = 500
"""The question for the name comes when the first screen has been painted."""


class WindowStart(QObject):
    """Listens to the database thread and brings in each part when it is needed; nothing here is imported before.

    `settled` comes with each opening, and tells whether the data can be written; `told` with each refusal that a
    person was told; `file_wanted` with a file that a second start was given.
    """

    settled = Signal(bool)
    told = Signal(object)
    file_wanted = Signal(object)
    backup_state_changed = Signal(object)
    backups_wanted = Signal()
    done = Signal(str)
    ended = Signal()

    def __init__(
        self,
        window: QMainWindow,
        database: DatabaseThread,
        session: PlanSession,
        doors_for: DoorsFor,
        path: Path,
        preferences: Preferences,
        memory: PlaceMemory,
        news: UpgradeNews,
        *,
        file: str = "",
        asks_name: bool = True,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._database = database
        self._session = session
        self._doors_for = doors_for
        self._path = path
        self.preferences = preferences
        self._memory = memory
        self._file = file
        self._asks_name = asks_name
        self._server: InstanceServer | None = None
        self._name_strip: PersonStrip | None = None
        self.front = Front(window)
        news.advanced.connect(lambda done, total: self.desk.show_upgrade(done, total))
        news.backed_up_at.connect(lambda backup: self.desk.show_upgrade_backup(backup))
        database.opened.connect(self._opened)
        database.refused.connect(lambda error: self.desk.refused(error))

    @cached_property
    def desk(self) -> OpeningDesk:
        """What answers refusals; made when the database thread first tells something."""
        from cchc_desktop.ui.opening.desk import OpeningDesk

        desk = OpeningDesk(
            self._database, self._doors_for, self._path, self.front, self._window, ask_first=self._ask_first
        )  # fmt: skip
        desk.told.connect(self.told)
        desk.done.connect(self.done)
        desk.close_wanted.connect(self._window.close)
        desk.first_answered.connect(self._end)
        return desk

    @cached_property
    def watch(self) -> BackupWatch:
        """What makes the backup of a start."""
        from cchc_desktop.ui.backups.watch import BackupWatch

        watch = BackupWatch(self._session, self.front, self)
        watch.state_changed.connect(self.backup_state_changed)
        watch.page_wanted.connect(self.backups_wanted)
        return watch

    @cached_property
    def places(self) -> PlaceGuard:
        """What warns of a bad place."""
        from cchc_desktop.ui.opening.place_guard import PlaceGuard

        places = PlaceGuard(self._database, self.front, self._memory, self)
        places.moved.connect(lambda target: self.desk.open_moved(target))
        places.stayed.connect(lambda: self.desk.try_again())
        return places

    @property
    def is_read_only(self) -> bool:
        """Whether the open data can only be looked at; the window's writing actions ask this."""
        return self._had_trouble and self.desk.is_read_only

    @property
    def path(self) -> Path:
        """The file that is open."""
        return self.desk.path if self._had_trouble else self._path

    @property
    def _had_trouble(self) -> bool:
        return "desk" in self.__dict__

    def _opened(self) -> None:
        if self._had_trouble:
            self.desk.opened()
        self.settled.emit(not self.is_read_only)
        if self.is_read_only:
            self._be_silent()
            if "watch" in self.__dict__:
                self.watch.stop()
            return
        self._listen(self.path)
        self.watch.start()
        self.places.watch(self.desk.doors if self._had_trouble else self._doors_for(self._path))
        known = self.preferences.value()
        if self._asks_name and not (known.person or known.person_asked):
            self._asks_name = False
            QTimer.singleShot(_NAME_MS, self, self._ask_name)

    # --- the first window

    def _listen(self, path: Path) -> None:
        from cchc_desktop.ui.instance import InstanceServer, socket_name

        self._be_silent()
        self._server = InstanceServer(socket_name(path), self)
        self._server.raise_wanted.connect(self._come_forward)
        self._server.listen()

    def _be_silent(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None

    def _come_forward(self, file: str) -> None:
        from cchc_desktop.ui.instance import raise_window

        raise_window(self._window)
        if file:
            self.file_wanted.emit(Path(file))

    def _ask_first(self, holder: Holder, then: Callable[[bool], object]) -> None:
        from cchc_desktop.ui.instance import ask_first_window, socket_name

        ask_first_window(socket_name(self.path), holder.pid, self._file, self, then)

    def _end(self) -> None:
        """Leave the screen to the first window; nothing of this one is to be kept."""
        self._window.hide()
        self.ended.emit()

    # --- the name

    def _ask_name(self) -> None:
        from cchc_desktop.ui.person import PersonStrip

        strip = self._name_strip = PersonStrip()
        strip.named.connect(lambda name: self.preferences.change(person=name, person_asked=True))
        strip.postponed.connect(lambda: self.preferences.change(person_asked=True))
        strip.postponed.connect(lambda: self.done.emit(self.tr("Có thể nhập tên sau trong mục Thiết lập.")))
        self.preferences.changed.connect(self._end_question)
        self.front.add_strip(strip)

    def _end_question(self) -> None:
        """Ask no more once the question is answered, here or in the settings."""
        known = self.preferences.value()
        if self._name_strip is not None and (known.person or known.person_asked):
            self.front.remove_strip(self._name_strip)
            self._name_strip = None
