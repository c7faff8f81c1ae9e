"""Background work: one door for long jobs, and the one thread that owns the database.

Work runs off the main thread and reports by letters to a `Job`, which lives on the main thread. Services
get plain `progress(done, total)` and `is_cancelled()`; no widget crosses a thread.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QThreadPool, Signal

from cchc_desktop.ui.post import post_office

if TYPE_CHECKING:
    from cchc_desktop.domain.ports import CancelCheck, ProgressCallback
    from cchc_desktop.services.workspace import Workspace

    Work = Callable[[ProgressCallback, CancelCheck], Any]
    DatabaseWork = Callable[[Workspace, ProgressCallback, CancelCheck], Any]
    OpenWorkspace = Callable[[], AbstractContextManager[Workspace]]

_PROGRESS_INTERVAL = 0.05
_PAINT_SECONDS = 3.0
_LOOKED, _OPENED, _REFUSED = "looked", "opened", "refused"


@dataclass(frozen=True, slots=True)
class _Progress:
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class _Outcome:
    result: Any


@dataclass(frozen=True, slots=True)
class _Refusal:
    error: Exception


class Errand:
    """What a thread knows of a job: whether it is to stop, and the box to which it reports."""

    def __init__(self) -> None:
        self.box = 0
        self._cancelled = threading.Event()
        self._last_report = 0.0

    def cancel(self) -> None:
        """Ask the work to stop."""
        self._cancelled.set()

    def is_cancelled(self) -> bool:
        """Tell whether the work is asked to stop."""
        return self._cancelled.is_set()

    def report(self, done: int, total: int) -> None:
        """Pass progress on, at most twenty times a second, and the last step always."""
        now = time.monotonic()
        if done >= total or now - self._last_report >= _PROGRESS_INTERVAL:
            self._last_report = now
            post_office().post(self.box, _Progress(done, total))

    def carry_out(self, work: Callable[[], Any]) -> None:
        """Do the work on the calling thread and report how it ended."""
        try:
            letter: object = _Outcome(work())
        except Exception as error:  # every error of background work reaches the window's error door
            letter = _Refusal(error)
        post_office().post(self.box, letter)


class Job(QObject):
    """One piece of background work; its callbacks run on the main thread, each at most once but `on_progress`.

    The callbacks are given at the start and never connected later: work may end before the caller's next line.
    """

    def __init__(
        self,
        parent: QObject,
        on_done: Callable[[Any], object],
        on_error: Callable[[Exception], object],
        on_progress: Callable[[int, int], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self._on_done = on_done
        self._on_error = on_error
        self._on_progress = on_progress
        self.errand = Errand()
        self.errand.box = post_office().box(self, self._read)

    def cancel(self) -> None:
        """Ask the work to stop; it ends with the error Cancelled at its next step."""
        self.errand.cancel()

    def is_cancelled(self) -> bool:
        """Tell whether the user asked to stop."""
        return self.errand.is_cancelled()

    def _read(self, letter: object) -> None:
        if isinstance(letter, _Progress):
            if self._on_progress is not None:
                self._on_progress(letter.done, letter.total)
            return
        post_office().close(self.errand.box)
        self.deleteLater()
        if isinstance(letter, _Outcome):
            self._on_done(letter.result)
        elif isinstance(letter, _Refusal):
            self._on_error(letter.error)


def run_job(
    parent: QObject,
    work: Work,
    on_done: Callable[[Any], object],
    on_error: Callable[[Exception], object],
    on_progress: Callable[[int, int], object] | None = None,
) -> Job:
    """Start long work that does not touch the database (reading a file, writing a paper)."""
    job = Job(parent, on_done, on_error, on_progress)
    errand = job.errand
    QThreadPool.globalInstance().start(lambda: errand.carry_out(partial(work, errand.report, errand.is_cancelled)))
    return job


class DatabaseThread(QObject):
    """Owns the open workspace; edits are carried out in the order in which they were submitted.

    The workspace opens on the thread itself, so the window paints before the storage library loads. Nothing
    else may hold the workspace: callers submit functions and get plain values back.
    """

    looked = Signal(object)
    opened = Signal()
    refused = Signal(object)

    def __init__(
        self,
        open_workspace: OpenWorkspace,
        first_look: Callable[[], object] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._open_workspace = open_workspace
        self._first_look = first_look
        self._open_now = threading.Event()
        self._is_working = False
        self._box = post_office().box(self, self._read)
        self._queue: queue.SimpleQueue[tuple[Errand, DatabaseWork] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="database", daemon=True)

    def start(self) -> None:
        """Open the database on its thread: `looked` with a first snapshot or None, then `opened` or `refused`."""
        self._thread.start()

    def open_now(self) -> None:
        """Go on to open the database: what the first look brought has been painted."""
        self._open_now.set()

    def submit(
        self,
        work: DatabaseWork,
        on_done: Callable[[Any], object],
        on_error: Callable[[Exception], object],
        on_progress: Callable[[int, int], object] | None = None,
    ) -> Job:
        """Queue work on the database; the callbacks run on the main thread."""
        job = Job(self, on_done, on_error, on_progress)
        self._queue.put((job.errand, work))
        return job

    def is_working(self) -> bool:
        """Tell whether work is under way at this moment."""
        return self._is_working

    def stop(self) -> None:
        """Finish what is queued, close the database and end the thread; work submitted later waits for `reopen`."""
        self._queue.put(None)
        self._open_now.set()
        if self._thread.is_alive():
            self._thread.join()

    def reopen(self, open_workspace: OpenWorkspace) -> None:
        """Close what is open and open anew, perhaps another file; `opened` or `refused` follows.

        Work that was submitted while nothing was open is carried out then.
        """
        self.stop()
        self._open_workspace, self._first_look = open_workspace, None
        self._queue = _without_end(self._queue)
        self._thread = threading.Thread(target=self._run, name="database", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._look()
            with self._open_workspace() as workspace:
                self._tell(_OPENED)
                self._serve(workspace)
        except Exception as error:  # a database that cannot be opened is told by the window
            self._tell(_REFUSED, error)

    def _look(self) -> None:
        """Show what can be read at once, and let it be painted before the storage library takes the interpreter."""
        look = self._first_look() if self._first_look is not None else None
        self._tell(_LOOKED, look)
        if look is not None:
            self._open_now.wait(_PAINT_SECONDS)

    def _tell(self, what: str, *values: object) -> None:
        post_office().post(self._box, (what, values))

    def _read(self, letter: Any) -> None:
        what, values = letter
        {_LOOKED: self.looked, _OPENED: self.opened, _REFUSED: self.refused}[what].emit(*values)

    def _serve(self, workspace: Workspace) -> None:
        while (entry := self._queue.get()) is not None:
            errand, work = entry
            self._is_working = True
            errand.carry_out(partial(work, workspace, errand.report, errand.is_cancelled))
            self._is_working = False


def _without_end(
    old: queue.SimpleQueue[tuple[Errand, DatabaseWork] | None],
) -> queue.SimpleQueue[tuple[Errand, DatabaseWork] | None]:
    """Return a queue with the work that an ended thread left, without the sign that ended it."""
    fresh: queue.SimpleQueue[tuple[Errand, DatabaseWork] | None] = queue.SimpleQueue()
    while not old.empty():
        if (entry := old.get()) is not None:
            fresh.put(entry)
    return fresh
