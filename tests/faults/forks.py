"""Children by fork: everything is imported once, so a child that is killed costs milliseconds.

A child ends by `os._exit` and never returns into the code that forked it. No SQLite connection may be open in the
parent while it forks (sqlite.org/howtocorrupt.html, section 2.6).
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import pickle
import select
import signal
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

IS_POSSIBLE = hasattr(os, "fork") and Path("/proc/self").is_dir()
WHY_NOT = "needs os.fork and /proc (Linux)"
_CHUNK = 1 << 16
_DIE_WITH_PARENT = 1
"""PR_SET_PDEATHSIG of prctl(2)."""


@dataclass(frozen=True)
class Ended:
    """How a child's work ended: a value, or the text of an exception, or a signal, or too late."""

    value: Any = None
    error: str = ""
    signal: int = 0
    is_late: bool = False

    @property
    def crash(self) -> str:
        """Return what went wrong, '' where a value was returned."""
        if self.is_late:
            return "did not end in time"
        return f"signal {self.signal}" if self.signal else self.error

    @property
    def crash_line(self) -> str:
        """Return the same in one line: the exception, and where in the program it came from."""
        if not self.error:
            return self.crash
        lines = self.error.strip().splitlines()
        frames = [line.strip() for line in lines if "cchc_desktop" in line and line.strip().startswith("File")]
        return f"{lines[-1][:160]} at {frames[-1].partition('cchc_desktop')[2] if frames else '?'}"


class Child:
    """A forked child that runs `work(send)`; `send` hands one picklable message to the parent.

    It does not outlive its `with` block, nor the parent.
    """

    def __init__(self, work: Callable[[Callable[[Any], None]], None]) -> None:
        self._output, into = os.pipe()
        self._ended_by: int | None = None
        self._bytes = bytearray()
        self._is_closed = False
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self._output)
            _live(work, into)
        os.close(into)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_fault: object) -> None:
        if self._ended_by is None:
            self.kill()
            self.wait()

    def messages(self, seconds: float) -> Iterator[Any]:
        """Yield messages as they come until the child's end or until `seconds` have passed."""
        deadline = time.monotonic() + seconds
        while True:
            yield from self._whole_messages()
            left = deadline - time.monotonic()
            if self._is_closed or left < 0 or not self._receive(left):
                yield from self._whole_messages()
                return

    def next(self, seconds: float) -> Any:
        """Return the next message, None at the child's end or when time is up."""
        return next(self.messages(seconds), None)

    @property
    def has_ended(self) -> bool:
        """Tell whether the child closed its end of the pipe."""
        return self._is_closed

    def kill(self) -> None:
        """End the child at once, as a pulled plug does to a program."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)

    def wait(self) -> int:
        """Collect the child; return the signal that ended it, 0 where it ended by itself."""
        if self._ended_by is None:
            _, status = os.waitpid(self.pid, 0)
            os.close(self._output)
            self._ended_by = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
        return self._ended_by

    def _receive(self, seconds: float) -> bool:
        readable, _, _ = select.select([self._output], [], [], max(0.0, seconds))
        if not readable:
            return False
        received = os.read(self._output, _CHUNK)
        self._is_closed = not received
        self._bytes += received
        return True

    def _whole_messages(self) -> Iterator[Any]:
        while len(self._bytes) >= 4:
            size = int.from_bytes(self._bytes[:4], "big")
            if len(self._bytes) < 4 + size:
                return
            message = pickle.loads(bytes(self._bytes[4 : 4 + size]))
            del self._bytes[: 4 + size]
            yield message


def _live(work: Callable[[Callable[[Any], None]], None], into: int) -> None:
    """Be the child; never returns."""

    def send(message: Any) -> None:
        data = pickle.dumps(message)
        view = memoryview(len(data).to_bytes(4, "big") + data)
        while view:
            view = view[os.write(into, view) :]

    code = 1
    try:
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
        work(send)
        code = 0
    except BaseException:
        with contextlib.suppress(OSError):
            send(Ended(error=traceback.format_exc()))
    finally:
        os._exit(code)


def in_child(work: Callable[[], Any], seconds: float = 60.0) -> Ended:
    """Run `work` in a child and return how it ended; it is killed when the time is up."""
    with Child(lambda send: send(Ended(value=work()))) as child:
        ended = child.next(seconds)
        is_late = ended is None and not child.has_ended
        if is_late:
            child.kill()
        number = child.wait()
    if isinstance(ended, Ended):
        return ended
    return Ended(signal=0 if is_late else number or -1, is_late=is_late)
