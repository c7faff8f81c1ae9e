"""What holds for every test: a home of its own, no screen, no modal box, no network."""

from __future__ import annotations

import gc
import os
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

from tests.audit import Audit, the_audit
from tests.stock import Stock

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Machines of a CI are slow now and then: there, a slow example is no failure.
settings.register_profile("ci", deadline=None, max_examples=50, print_blob=True)
settings.register_profile("dev", deadline=None, max_examples=50)
settings.load_profile("ci" if os.environ.get("CI") else "dev")

_PATIENCE_MS = 30_000
_FIRST_LOOKS_MS = (1, 2, 3, 5)

_REFERENCE_PLANS = Path(__file__).resolve().parent.parent.parent / "shared" / "reference-plans"

_MODAL_CALLS = {
    "QDialog": ("exec",),
    "QMessageBox": ("about", "critical", "information", "question", "warning"),
    "QFileDialog": ("getExistingDirectory", "getOpenFileName", "getOpenFileNames", "getSaveFileName"),
    "QInputDialog": ("getDouble", "getInt", "getItem", "getMultiLineText", "getText"),
    "QMenu": ("exec",),
}


class PatientBot(QtBot):
    """A bot that looks again soon at first, and waits longer before it calls a slow machine a failure."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = _PATIENCE_MS) -> None:
        """See pytest-qt, which looks every 10 ms; most answers are there before."""
        for pause in _FIRST_LOOKS_MS:
            if _holds(callback):
                return
            self.wait(pause)
        super().waitUntil(callback, timeout=timeout)


def _holds(callback: Callable[[], bool | None]) -> bool:
    try:
        return callback() in (None, True)
    except AssertionError:  # so may a callback say that it is not yet so
        return False


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> Iterator[QtBot]:
    """Drive widgets (pytest-qt's bot, with patience), and take them apart before the next test.

    pytest-qt leaves them to the next event loop; where none runs they pile up, and every style sheet that a later test
    sets is worked out for all of them.
    """
    from PySide6.QtCore import QCoreApplication, QEvent

    yield PatientBot(request)
    QCoreApplication.processEvents()  # answers that are on their way still find their window
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.unfreeze()  # what a window spared goes with it


@pytest.fixture(autouse=True)
def garbage(request: pytest.FixtureRequest) -> None:
    """Let Python collect again after the tests of the window, which collect on the main thread alone."""
    if not gc.isenabled() and "ui" not in request.path.parts:
        gc.collect()
        gc.enable()


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Move the database, settings, log and backups of the program below a temporary folder."""
    home = tmp_path / "cchc-home"
    monkeypatch.setenv("CCHC_HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def audit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Audit]:
    """Fail a test in which the program uses a network, starts a process or touches a file that it has no business with.

    `allow_reading` and `allow_writing` let a test name what it gave to the program.
    """
    watch = the_audit()
    watch.allow_writing(tmp_path_factory.getbasetemp())
    watch.allow_reading(_REFERENCE_PLANS)
    watch.violations.clear()
    yield watch
    assert watch.violations == [], "the program did what it must not"


@pytest.fixture(autouse=True)
def no_modal_boxes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a box that waits for a person fail the test instead of hanging it (only where Qt is loaded)."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None:
        return
    for class_name, methods in _MODAL_CALLS.items():
        for method in methods:
            monkeypatch.setattr(getattr(widgets, class_name), method, _refuse_modal(f"{class_name}.{method}"))


def _refuse_modal(name: str) -> Callable[..., NoReturn]:
    def refuse(*_args: object, **_options: object) -> NoReturn:
        raise AssertionError(f"{name} waits for a person: replace it in this test")

    return refuse


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Allow sockets of this machine's own files only: the program has no business on a network."""
    allowed = getattr(socket, "AF_UNIX", None)
    original = socket.socket.__init__

    def guarded(self: socket.socket, family: int = -1, *args: Any, **options: Any) -> None:
        # A file number means an existing socket that is only wrapped.
        is_wrapped = options.get("fileno") is not None or len(args) == 3
        assert is_wrapped or family == allowed, "a test opened a network socket"
        original(self, family, *args, **options)

    monkeypatch.setattr(socket.socket, "__init__", guarded)


@pytest.fixture(scope="session")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Stock:
    """Databases that several tests start from, made once."""
    return Stock(tmp_path_factory.mktemp("stock"))


@pytest.fixture(scope="session")
def reference_plans() -> Path:
    """The folder of real plans beside the checkout; the test is skipped where it is absent."""
    if not _REFERENCE_PLANS.is_dir():
        pytest.skip("the reference plans are not beside this checkout")
    return _REFERENCE_PLANS
