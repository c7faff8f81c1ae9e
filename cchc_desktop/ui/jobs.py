"""Background work: one door for long jobs, and the one thread that owns the database.

Work runs off the main thread and reports through signals of a `Job`, which lives on the main thread. Services
get plain `progress(done, total)` and `is_cancelled()`; no widget crosses a thread.
"""

from __future__ import annotations

import contextlib
import queue
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

if TYPE_CHECKING:
    from cchc_desktop.domain.ports import CancelCheck, ProgressCallback
    from cchc_desktop.services.workspace import Workspace

    Work = Callable[[ProgressCallback, CancelCheck], Any]
    DatabaseWork = Callable[[Workspace, ProgressCallback, CancelCheck], Any]
    OpenWorkspace = Callable[[], AbstractContextManager[Workspace]]

_PROGRESS_INTERVAL = 0.05
_PAINT_SECONDS = 3.0


class Job(QObject):
    """One piece of background work; its callbacks run on the main thread, each at most once but `on_progress`.

    The callbacks are given at the start and never connected later: work may end before the caller's next line.
    """

    _progressed = Signal(int, int)
    _succeeded = Signal(object)
    _failed = Signal(object)

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
        self._cancelled = threading.Event()
        self._last_report = 0.0
        queued = Qt.ConnectionType.QueuedConnection
        self._progressed.connect(self._tell_progress, queued)
        self._succeeded.connect(self._tell_done, queued)
        self._failed.connect(self._tell_error, queued)

    def cancel(self) -> None:
        """Ask the work to stop; it ends with the error Cancelled at its next step."""
        self._cancelled.set()

    def is_cancelled(self) -> bool:
        """Tell whether the user asked to stop."""
        return self._cancelled.is_set()

    def report(self, done: int, total: int) -> None:
        """Pass progress on, at most twenty times a second, and the last step always."""
        now = time.monotonic()
        if done >= total or now - self._last_report >= _PROGRESS_INTERVAL:
            self._last_report = now
            self._progressed.emit(done, total)

    def carry_out(self, work: Callable[[], Any]) -> None:
        """Do the work on the calling thread and report how it ended, if anybody is still there to be told."""
        try:
            signal, outcome = self._succeeded, work()
        except Exception as error:  # every error of background work reaches the window's error door
            signal, outcome = self._failed, error
        with contextlib.suppress(RuntimeError):  # the window was closed meanwhile, and this object went with it
            signal.emit(outcome)

    def _tell_progress(self, done: int, total: int) -> None:
        if self._on_progress is not None:
            self._on_progress(done, total)

    def _tell_done(self, result: object) -> None:
        self.deleteLater()
        self._on_done(result)

    def _tell_error(self, error: Exception) -> None:
        self.deleteLater()
        self._on_error(error)


def run_job(
    parent: QObject,
    work: Work,
    on_done: Callable[[Any], object],
    on_error: Callable[[Exception], object],
    on_progress: Callable[[int, int], object] | None = None,
) -> Job:
    """Start long work that does not touch the database (reading a file, writing a paper)."""
    job = Job(parent, on_done, on_error, on_progress)
    QThreadPool.globalInstance().start(lambda: job.carry_out(lambda: work(job.report, job.is_cancelled)))
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
        self._queue: queue.SimpleQueue[tuple[Job, DatabaseWork] | None] = queue.SimpleQueue()
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
        self._queue.put((job, work))
        return job

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
                self.opened.emit()
                self._serve(workspace)
        except Exception as error:  # a database that cannot be opened is told by the window
            self.refused.emit(error)

    def _look(self) -> None:
        """Show what can be read at once, and let it be painted before the storage library takes the interpreter."""
        look = self._first_look() if self._first_look is not None else None
        self.looked.emit(look)
        if look is not None:
            self._open_now.wait(_PAINT_SECONDS)

    def _serve(self, workspace: Workspace) -> None:
        while (entry := self._queue.get()) is not None:
            job, work = entry
            job.carry_out(partial(work, workspace, job.report, job.is_cancelled))


def _without_end(
    old: queue.SimpleQueue[tuple[Job, DatabaseWork] | None],
) -> queue.SimpleQueue[tuple[Job, DatabaseWork] | None]:
    """Return a queue with the work that an ended thread left, without the sign that ended it."""
    fresh: queue.SimpleQueue[tuple[Job, DatabaseWork] | None] = queue.SimpleQueue()
    while not old.empty():
        if (entry := old.get()) is not None:
            fresh.put(entry)
    return fresh
