"""How threads tell the main thread something: by letters with a number on them, opened there.

A thread that emits a signal of an object which the main thread destroys in that moment kills the process, and so does
one that lets go of the last reference to a widget. So threads know numbers and plain values alone.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from itertools import count

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid


class PostOffice(QObject):
    """Lives on the main thread until the program ends; whoever expects letters takes a box on that thread."""

    _posted = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self._boxes: dict[int, tuple[QObject, Callable[[object], object]]] = {}
        self._numbers = count(1)
        self._posted.connect(self._open, Qt.ConnectionType.QueuedConnection)

    def box(self, owner: QObject, read: Callable[[object], object]) -> int:
        """Return the number of a new box; `read` takes each letter to it, as long as its owner lives."""
        number = next(self._numbers)
        self._boxes[number] = owner, read
        owner.destroyed.connect(partial(self.close, number))
        return number

    def post(self, number: int, letter: object) -> None:
        """Send a letter to a box, from any thread; letters come in the order in which they were sent."""
        self._posted.emit(number, letter)

    def close(self, number: int) -> None:
        """Give a box up; letters that are on their way to it are lost."""
        self._boxes.pop(number, None)

    def _open(self, number: int, letter: object) -> None:
        owner, read = self._boxes.get(number, (None, None))
        if owner is not None and read is not None and isValid(owner):
            read(letter)


@cache
def post_office() -> PostOffice:
    """Return the one post office; the first call is made on the main thread."""
    return PostOffice()
