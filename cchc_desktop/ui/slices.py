"""What is worked out from a snapshot and takes long, done in slices of the event loop; the newest wish alone ends.

Not on a thread: while rows are painted Qt asks the models cell by cell, and each question would wait some milliseconds
until a thread that is busy in Python lets go of the interpreter.
"""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

Steps = Iterator[None]
"""Work that can wait after each step; one step takes less than 100 ms. What it is for happens in its last step."""


class Slices(QObject):
    """Carries out one piece of work at a time; a new one takes the place of one that has not ended."""

    seconds: float = 0.02
    """How long a slice may be before waiting events have their turn; its last step still ends."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Steps | None = None
        self._turns = 0
        self._was_long = False
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    def start(self, steps: Steps) -> None:
        """Begin other work; what fits into one slice has ended when this returns.

        Behind work that took longer it waits for the event loop: of wishes in a hurry the last one alone is begun.
        """
        self._steps = steps
        self._turns = 0
        if self._was_long:
            self._timer.start()
        else:
            self._go_on()

    def drop(self) -> None:
        """Give up what has not ended: nobody wants it any more."""
        self._steps = None
        self._timer.stop()

    def finish(self) -> None:
        """End at once what is under way."""
        self._go_on_for(float("inf"))

    def is_busy(self) -> bool:
        """Tell whether anything has yet to be worked out."""
        return self._steps is not None

    def _go_on(self) -> None:
        self._go_on_for(self.seconds)

    def _go_on_for(self, seconds: float) -> None:
        steps, end = self._steps, perf_counter() + seconds
        if steps is None:
            return
        self._turns += 1
        for _ in steps:
            if self._steps is not steps:
                return  # a step began other work, or gave this up
            if perf_counter() >= end:
                self._was_long = True
                self._timer.start()
                return
        if self._steps is steps:
            self._was_long = self._turns > 1
            self.drop()
