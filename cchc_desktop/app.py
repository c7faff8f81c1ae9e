"""Composition root of the window: arguments, theme, database thread, window; nothing heavy before the first paint."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from cchc_desktop import paths, wiring
from cchc_desktop.settings import load_settings, save_settings
from cchc_desktop.ui import theme
from cchc_desktop.ui.errors import ExceptionHook
from cchc_desktop.ui.jobs import DatabaseThread
from cchc_desktop.ui.main_window import Doors, MainWindow
from cchc_desktop.ui.session import PlanSession

_log = logging.getLogger(__name__)

REFUSED = 2
_SETTLE_MS = 300


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window and run until it is closed; return the exit code."""
    options = _parser().parse_args(arguments)
    start_log()
    application = QApplication([sys.argv[0]])
    application.setApplicationName("CCHC Desktop")
    theme.apply(application)
    ExceptionHook(application).install()
    settings = load_settings()
    database = DatabaseThread(lambda: wiring.open_workspace(database_path(options)), application)
    session = PlanSession(database, application)
    window = MainWindow(session, _doors(), settings)
    _connect(window, session, database, options, settings.last_plan)
    window.show()
    QTimer.singleShot(0, database.start)
    code = application.exec()
    database.stop()
    return code


def database_path(options: argparse.Namespace) -> Path:
    """Return the database to open; the sample has one of its own, so that it never mixes with real plans."""
    if options.db is not None:
        return Path(options.db)
    default = paths.default_database()
    return default.with_name("sample.db") if options.sample else default


def start_log() -> None:
    """Write warnings and errors to a local file, without the text of tasks."""
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


def _connect(
    window: MainWindow,
    session: PlanSession,
    database: DatabaseThread,
    options: argparse.Namespace,
    last_plan: int,
) -> None:
    def fill() -> None:
        session.load(last_plan or None)

    def filled() -> None:
        if options.sample and session.tree is None and not session.plans:
            window.import_sample()
        elif options.screenshot is not None:
            QTimer.singleShot(_SETTLE_MS, lambda: _screenshot(window, options))

    def refused(error: Exception) -> None:
        session.failed.emit(error)
        if options.screenshot is not None:  # nobody is there to close the message: leave the picture and end
            QTimer.singleShot(_SETTLE_MS, lambda: _give_up(window, options))

    database.opened.connect(fill)
    database.refused.connect(refused)
    window.filled.connect(filled)
    window.closing.connect(lambda: _keep_settings(window))


def _screenshot(window: MainWindow, options: argparse.Namespace) -> None:
    window.grab().save(str(options.screenshot))
    if options.exit_after_screenshot:
        window.close()


def _give_up(window: MainWindow, options: argparse.Namespace) -> None:
    _screenshot(window, options)
    QApplication.exit(REFUSED)


def _keep_settings(window: MainWindow) -> None:
    try:
        save_settings(window.settings())
    except OSError as error:  # losing the window's layout is no reason to disturb anyone
        _log.warning("settings were not saved: %s", error)


def _doors() -> Doors:
    from cchc_desktop.clock import SystemClock

    return Doors(
        reader=wiring.read_file,
        writer=wiring.write_file,
        sample=wiring.sample_draft,
        abbreviations=wiring.abbreviations,
        today=SystemClock().today,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="cchc-desktop")
    parser.add_argument("--db")
    parser.add_argument("--sample", action="store_true")
    parser.add_argument("--screenshot", help=argparse.SUPPRESS)
    parser.add_argument("--exit-after-screenshot", action="store_true", help=argparse.SUPPRESS)
    return parser
