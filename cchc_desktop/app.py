"""Composition root of the window: arguments, theme, database thread, window; nothing heavy before the first paint."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from cchc_desktop import paths, wiring
from cchc_desktop.settings import Settings, load_settings, save_settings
from cchc_desktop.ui import theme
from cchc_desktop.ui.main_window import MainWindow

if TYPE_CHECKING:
    from cchc_desktop.ui.contents import WindowContents
    from cchc_desktop.ui.doors import Doors
    from cchc_desktop.ui.session import PlanSession

REFUSED = 2
_SETTLE_MS = 300


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says; a double click says nothing."""

    db: str | None = None
    sample: bool = False
    screenshot: str | None = None
    exit_after_screenshot: bool = False


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window and run until it is closed; return the exit code."""
    options = parse(sys.argv[1:] if arguments is None else arguments)
    application = QApplication([sys.argv[0]])
    application.setApplicationName("CCHC Desktop")
    theme.apply(application)
    settings = load_settings()
    window = MainWindow(settings)
    window.painted.connect(lambda: QTimer.singleShot(0, lambda: furnish(window, settings, options)))
    window.show()
    return application.exec()


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
    _connect(contents, session, options)
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


def _connect(contents: WindowContents, session: PlanSession, options: Options) -> None:
    def filled() -> None:
        if options.sample and session.tree is None and not session.plans:
            contents.import_sample()
        elif options.screenshot is not None:
            QTimer.singleShot(_SETTLE_MS, lambda: _screenshot(contents.window, options))

    def failed() -> None:
        if options.screenshot is not None:  # nobody is there to close the message: leave the picture and end
            QTimer.singleShot(_SETTLE_MS, lambda: _give_up(contents.window, options))

    session.failed.connect(failed)
    contents.filled.connect(filled)
    contents.window.closing.connect(lambda: _keep_settings(contents))


def _screenshot(window: MainWindow, options: Options) -> None:
    window.grab().save(str(options.screenshot))
    if options.exit_after_screenshot:
        window.close()


def _give_up(window: MainWindow, options: Options) -> None:
    _screenshot(window, options)
    QApplication.exit(REFUSED)


def _keep_settings(contents: WindowContents) -> None:
    try:
        save_settings(contents.settings())
    except OSError as error:  # losing the window's layout is no reason to disturb anyone
        import logging

        logging.getLogger(__name__).warning("settings were not saved: %s", error)


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
    parser.add_argument("--sample", action="store_true")
    parser.add_argument("--screenshot", help=argparse.SUPPRESS)
    parser.add_argument("--exit-after-screenshot", action="store_true", help=argparse.SUPPRESS)
    return Options(**vars(parser.parse_args(arguments)))
