"""Composition root of the window: arguments, theme, database thread, window; nothing heavy before the first paint."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from cchc_desktop import paths, wiring
from cchc_desktop.settings import Settings, load_settings
from cchc_desktop.ui import theme
from cchc_desktop.ui.main_window import MainWindow

if TYPE_CHECKING:
    from cchc_desktop.domain.backups import BackupLine, Restored
    from cchc_desktop.domain.opening import PlaceWarning, Salvaged
    from cchc_desktop.domain.ports import CancelCheck, ProgressCallback
    from cchc_desktop.ui.contents import WindowContents
    from cchc_desktop.ui.doors import Doors
    from cchc_desktop.ui.jobs import DatabaseThread
    from cchc_desktop.ui.opening.doors import OpeningDoors
    from cchc_desktop.ui.opening.start import WindowStart
    from cchc_desktop.ui.session import PlanSession

REFUSED = 2
OWNER_ENDING = ".lock"
"""How an owner file ends (`storage.owner`); known here so that a start without one imports nothing for it."""
_SETTLE_MS = 300
_DEED_MS = 8000


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says; a double click says nothing. `file` is a plan's file to read."""

    db: str | None = None
    file: str | None = None
    sample: bool = False
    screenshot: str | None = None
    exit_after_screenshot: bool = False


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window and run until it is closed; return the exit code."""
    options = parse(sys.argv[1:] if arguments is None else arguments)
    application = QApplication([sys.argv[0]])
    application.setApplicationName("CCHC Desktop")
    if is_shown_elsewhere(database_path(options), options):
        return 0
    theme.apply(application)
    settings = load_settings()
    window = MainWindow(settings)
    window.painted.connect(lambda: QTimer.singleShot(0, lambda: furnish(window, settings, options)))
    window.show()
    return application.exec()


def is_shown_elsewhere(path: Path, options: Options) -> bool:
    """Tell whether a window of this machine that holds the data has come to the front instead of this one."""
    if not Path(os.path.realpath(path) + OWNER_ENDING).exists():
        return False
    from cchc_desktop.storage.owner import read_owner

    owner = read_owner(path)
    if owner is None or not owner.is_here():
        return False
    from cchc_desktop.ui.instance import allow_foreground, ask_at_once, socket_name

    allow_foreground(owner.pid)
    return ask_at_once(socket_name(path), _absolute(options.file))


def furnish(window: MainWindow, settings: Settings, options: Options) -> WindowContents:
    """Open the database and build the contents of the painted frame."""
    from cchc_desktop.ui.contents import WindowContents
    from cchc_desktop.ui.errors import ExceptionHook
    from cchc_desktop.ui.jobs import DatabaseThread
    from cchc_desktop.ui.session import PlanSession

    application = QApplication.instance()
    assert application is not None, "the window is built inside a running application"
    start_log()
    ExceptionHook(window).install()
    path = database_path(options)
    database = DatabaseThread(
        lambda: wiring.open_workspace(path),
        lambda: wiring.first_look(path, settings.last_plan or None),
        application,
    )
    session = PlanSession(database, settings.last_plan or None, application)
    contents = WindowContents(window, session, _doors(), settings)
    start = _start(window, database, session, settings, options)
    _connect(contents, session, start, options)
    application.aboutToQuit.connect(database.stop)
    database.start()
    return contents


def database_path(options: Options) -> Path:
    """Return the database to open; the sample has one of its own, so that it never mixes with real plans."""
    if options.db is not None:
        return Path(options.db)
    default = paths.default_database()
    return default.with_name("sample.db") if options.sample else default


def start_log() -> None:
    """Write warnings and errors to a local file, without the text of tasks."""
    import logging

    folder = paths.log_dir()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        logging.basicConfig(
            filename=folder / "cchc.log",
            level=logging.WARNING,
            format="%(asctime)s %(levelname)s %(name)s %(message)s",
            encoding="utf-8",
        )
    except OSError as error:  # a log that cannot be written must not keep the window from opening
        print(error, file=sys.stderr)


def opening_doors(path: Path) -> OpeningDoors:
    """Return what can be done with a database file while it is not open."""
    from cchc_desktop.ui.opening.doors import OpeningDoors

    return OpeningDoors(
        path=path,
        open_writing=lambda: wiring.open_workspace(path),
        open_reading=lambda: wiring.open_workspace(path, read_only=True),
        backups=lambda: _backups(path),
        restore=lambda file, progress, is_cancelled: _restore(path, file, progress, is_cancelled),
        salvage=lambda progress, is_cancelled: _salvage(path, progress, is_cancelled),
        use_salvaged=lambda salvaged: _use_salvaged(path, salvaged),
        warnings=lambda: _place_warnings(path),
        move=lambda target, progress, is_cancelled: _copy(path, target, progress),
    )


def _backups(path: Path) -> Sequence[BackupLine]:
    with wiring.open_backups(path) as keeper:
        return keeper.lines()


def _restore(path: Path, file: Path, progress: ProgressCallback, is_cancelled: CancelCheck) -> Restored:
    with wiring.open_backups(path, writing=True) as keeper:
        return keeper.restore(file, progress, is_cancelled)


def _salvage(path: Path, progress: ProgressCallback, is_cancelled: CancelCheck) -> Salvaged:
    """Write what can be read beside the damaged file; what an earlier rescue left unused goes first."""
    from cchc_desktop.clock import SystemClock
    from cchc_desktop.storage.salvage import salvage

    target = path.with_name(f"{path.stem} - cứu lại{path.suffix}")
    target.unlink(missing_ok=True)
    return salvage(path, target, progress, is_cancelled, clock=SystemClock(), who=load_settings().person or "?")


def _use_salvaged(path: Path, salvaged: Salvaged) -> None:
    """Put a rescued file in the place of the damaged one, which is kept beside."""
    from cchc_desktop.clock import SystemClock
    from cchc_desktop.storage.backup_restore import put_in_place, set_aside
    from cchc_desktop.storage.owner import OwnerFile

    owner = OwnerFile.acquire(path, SystemClock().now())
    try:
        set_aside(path)
        put_in_place(salvaged.file, path)
    finally:
        owner.release()


def _place_warnings(path: Path) -> Sequence[PlaceWarning]:
    from cchc_desktop.storage.locations import judge

    return judge(path)


def _copy(path: Path, target: Path, progress: ProgressCallback) -> None:
    """Copy the data, checked, to a path in the program's own folder."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with wiring.open_backups(path) as keeper:
        keeper.make_to(target, progress)


def _start(
    window: MainWindow, database: DatabaseThread, session: PlanSession, settings: Settings, options: Options
) -> WindowStart:
    from cchc_desktop.ui.opening.memory import PlaceMemory
    from cchc_desktop.ui.opening.start import WindowStart
    from cchc_desktop.ui.preferences import Preferences

    return WindowStart(
        window, database, session, opening_doors, database_path(options), Preferences(settings, window), PlaceMemory(),
        file=_absolute(options.file), asks_name=options.screenshot is None,
    )  # fmt: skip


def _connect(contents: WindowContents, session: PlanSession, start: WindowStart, options: Options) -> None:
    def filled() -> None:
        if options.sample and session.tree is None and not session.plans:
            contents.import_sample()
        elif options.screenshot is not None:
            QTimer.singleShot(_SETTLE_MS, lambda: _screenshot(contents.window, options))

    def told(_: Exception) -> None:
        if options.screenshot is not None:  # nobody is there to choose a way: leave the picture and end
            QTimer.singleShot(_SETTLE_MS, lambda: _give_up(contents.window, options))

    def settled(is_writable: bool) -> None:
        if options.file is not None and is_writable:
            contents.read_file(Path(options.file))

    start.told.connect(told)
    start.settled.connect(settled, Qt.ConnectionType.SingleShotConnection)
    start.file_wanted.connect(contents.read_file)
    start.done.connect(lambda words: contents.window.statusBar().showMessage(words, _DEED_MS))
    start.ended.connect(lambda: QApplication.exit(0))
    contents.filled.connect(filled)
    contents.window.closing.connect(lambda: start.preferences.keep_window(contents.settings()))


def _screenshot(window: MainWindow, options: Options) -> None:
    window.grab().save(str(options.screenshot))
    if options.exit_after_screenshot:
        window.close()


def _give_up(window: MainWindow, options: Options) -> None:
    _screenshot(window, options)
    QApplication.exit(REFUSED)


def _absolute(file: str | None) -> str:
    """Return a file of the command line as another process finds it, '' for none."""
    return "" if file is None else str(Path(file).absolute())


def _doors() -> Doors:
    from cchc_desktop.clock import SystemClock
    from cchc_desktop.ui.doors import Doors

    return Doors(
        reader=wiring.read_file,
        writer=wiring.write_file,
        sample=wiring.sample_draft,
        abbreviations=wiring.abbreviations,
        today=SystemClock().today,
    )


def parse(arguments: Sequence[str]) -> Options:
    """Read the command line; without arguments nothing is loaded for it."""
    if not arguments:
        return Options()
    import argparse

    parser = argparse.ArgumentParser(prog="cchc-desktop")
    parser.add_argument("--db")
    parser.add_argument("file", nargs="?", help=argparse.SUPPRESS)
    parser.add_argument("--sample", action="store_true")
    parser.add_argument("--screenshot", help=argparse.SUPPRESS)
    parser.add_argument("--exit-after-screenshot", action="store_true", help=argparse.SUPPRESS)
    return Options(**vars(parser.parse_args(arguments)))
