"""Composition root of the window: arguments, theme, database thread, window; nothing heavy before the first paint."""

from __future__ import annotations

import os
import sys
from collections.abc import Container, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QApplication

from cchc_desktop import paths, wiring
from cchc_desktop.settings import VIETNAMESE, Settings, load_settings
from cchc_desktop.ui import theme
from cchc_desktop.ui.garbage import MainThreadCollector, Rest
from cchc_desktop.ui.main_window import MainWindow
from cchc_desktop.ui.plain_import import use_plain_import

if TYPE_CHECKING:
    from types import ModuleType

    from cchc_desktop.domain.followup.days_off import DayOff
    from cchc_desktop.ui.contents import WindowContents
    from cchc_desktop.ui.doors import Doors
    from cchc_desktop.ui.jobs import DatabaseThread
    from cchc_desktop.ui.opening.doors import OpeningDoors
    from cchc_desktop.ui.opening.news import UpgradeNews
    from cchc_desktop.ui.opening.start import WindowStart
    from cchc_desktop.ui.preferences import Preferences
    from cchc_desktop.ui.session import PlanSession

REFUSED = 2
OWNER_ENDING = ".lock"
"""How an owner file ends (`storage.owner`); known here so that a start without one imports nothing for it."""
_SETTLE_MS = 300


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
    use_plain_import()
    options = parse(sys.argv[1:] if arguments is None else arguments)
    application = QApplication([sys.argv[0]])
    application.setApplicationName("CCHC Desktop")
    rest = Rest(application)
    MainThreadCollector(application, rest.seconds)  # from here on: imports make nothing that would be garbage
    settings = load_settings()
    if is_shown_elsewhere(database_path(options, settings), options):
        return 0
    theme.apply(application, settings.theme, settings.text_size)
    if settings.language != VIETNAMESE:
        speak(application, settings)
    window = MainWindow(settings, application.primaryScreen().availableSize())
    window.painted.connect(lambda: QTimer.singleShot(0, lambda: furnish(window, settings, options, rest)))
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


def furnish(window: MainWindow, settings: Settings, options: Options, rest: Rest | None = None) -> WindowContents:
    """Open the database and build the contents of the painted frame; `rest` waits for the database's work."""
    from cchc_desktop.ui.contents import WindowContents
    from cchc_desktop.ui.errors import ExceptionHook
    from cchc_desktop.ui.jobs import DatabaseThread
    from cchc_desktop.ui.opening.news import UpgradeNews
    from cchc_desktop.ui.preferences import Preferences
    from cchc_desktop.ui.session import PlanSession

    application = QApplication.instance()
    assert application is not None, "the window is built inside a running application"
    start_log()
    speak(application, settings)
    ExceptionHook(window).install()
    path = database_path(options, settings)
    news = UpgradeNews(application)
    is_own = options.db is None and not options.sample
    known = {path} if is_own and (settings.last_plan or settings.database) else set()  # it has held plans before
    database = DatabaseThread(
        opening_doors(path, news, known).open_writing,
        lambda: wiring.first_look(path, settings.last_plan or None),
        application,
    )
    if rest is not None:
        rest.wait_for(database.is_working)
    session = PlanSession(database, settings.last_plan or None, application)
    preferences = Preferences(settings, window)
    contents = WindowContents(window, session, doors(path), preferences)
    start = _start(window, database, session, preferences, options, news, known)
    start.settled.connect(lambda _: known.add(start.path))
    _connect(contents, session, start, options)
    application.aboutToQuit.connect(database.stop)
    database.start()
    return contents


def speak(application: QCoreApplication, settings: Settings) -> None:
    """Let the window and Qt speak the user's language; the frame's Vietnamese needs no translator."""
    from cchc_desktop.ui import translation

    translation.install(application, settings.language)


def database_path(options: Options, settings: Settings) -> Path:
    """Return the database to open; the sample has one of its own, so that it never mixes with real plans."""
    if options.db is not None:
        return Path(options.db)
    default = paths.default_database()
    if options.sample:
        return default.with_name("sample.db")
    return Path(settings.database) if settings.database else default


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


def opening_doors(path: Path, news: UpgradeNews, known: Container[Path]) -> OpeningDoors:
    """Return what can be done with a database file while it is not open; one of the `known` is never made anew."""
    from cchc_desktop.ui.opening.doors import OpeningDoors

    return OpeningDoors(
        path=path,
        open_writing=lambda: wiring.open_workspace(path, must_exist=path in known, news=news),
        open_reading=lambda: wiring.open_workspace(path, read_only=True),
        backups=lambda: _rescue().backups(path),
        restore=lambda file, progress, is_cancelled: _rescue().restore(path, file, progress, is_cancelled),
        salvage=lambda progress, is_cancelled: _rescue().salvage(path, progress, is_cancelled),
        use_salvaged=lambda salvaged: _rescue().use_salvaged(path, salvaged),
        warnings=lambda: _rescue().place_warnings(path),
        move=lambda target, progress, is_cancelled: _rescue().copy(path, target, progress),
    )


def _rescue() -> ModuleType:
    """Return what helps with a file that is not open: most starts never need it."""
    from cchc_desktop import rescue

    return rescue


def _start(
    window: MainWindow,
    database: DatabaseThread,
    session: PlanSession,
    preferences: Preferences,
    options: Options,
    news: UpgradeNews,
    known: Container[Path],
) -> WindowStart:
    from cchc_desktop.ui.opening.memory import PlaceMemory
    from cchc_desktop.ui.opening.start import WindowStart

    memory = PlaceMemory(preferences.value().ignored_places, lambda places: preferences.change(ignored_places=places))
    return WindowStart(
        window,
        database,
        session,
        lambda path: opening_doors(path, news, known),
        database_path(options, preferences.value()),
        preferences,
        memory,
        news,
        file=_absolute(options.file),
        asks_name=options.screenshot is None,
    )


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
        contents.show_data_folder(start.path.parent)
        contents.set_writable(is_writable)
        if is_writable and options.db is None and not options.sample:
            _remember_place(start)

    def first_settled(is_writable: bool) -> None:
        if options.file is not None and is_writable:
            contents.read_file(Path(options.file))

    start.told.connect(told)
    start.told.connect(lambda _: contents.opening.end())
    start.settled.connect(settled)
    start.settled.connect(first_settled, Qt.ConnectionType.SingleShotConnection)
    start.backup_state_changed.connect(contents.show_backups)
    start.backups_wanted.connect(lambda: contents.show_settings("backups"))
    start.file_wanted.connect(contents.read_file)
    start.done.connect(contents.tell_deed)
    start.ended.connect(lambda: QApplication.exit(0))
    contents.reopen_wanted.connect(lambda: start.desk.try_again())
    contents.filled.connect(filled)
    contents.window.closing.connect(lambda: start.preferences.keep_window(contents.settings()))
    contents.state.follow()


def _remember_place(start: WindowStart) -> None:
    """Open the same file next time, where the person has moved the data or chosen another file."""
    place = "" if start.path == paths.default_database() else str(start.path)
    if place != start.preferences.value().database:
        start.preferences.change(database=place)


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


def doors(path: Path) -> Doors:
    """Return what the window gets besides the database at a place."""
    from cchc_desktop.clock import SystemClock
    from cchc_desktop.ui.doors import Doors

    return Doors(
        reader=wiring.read_file,
        sample=wiring.sample_draft,
        abbreviations=wiring.abbreviations,
        today=SystemClock().today,
        backup_folder=lambda: wiring.backup_folder(path),
        shares_disk=lambda folder: _shares_disk(path, folder),
        templates=wiring.plan_templates,
        slips=wiring.slips,
        report_template=wiring.report_template,
        previewer=wiring.preview_paper,
        holidays=_holidays,
    )


def _holidays(year: int) -> Sequence[DayOff]:
    from cchc_desktop.holiday_source import proposed_days_off  # slow to load, and asked for once a year

    return proposed_days_off(year)


def _shares_disk(path: Path, folder: Path) -> bool:
    from cchc_desktop.storage.backups.places import are_on_one_volume

    return are_on_one_volume(path, folder)


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
