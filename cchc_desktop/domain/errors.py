"""Known errors: each carries one plain Vietnamese sentence that a user may read."""

from __future__ import annotations


class CchcError(Exception):
    """Base of every error that the program expects; its text is Vietnamese and says what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class RefusedFile(CchcError):
    """A file from outside did not pass the gate or holds nothing that can be read; nothing was changed."""


class RefusedDatabase(CchcError):
    """The database file is of a newer schema, foreign or damaged; it was left untouched."""


class DatabaseInUse(CchcError):
    """Another window or program holds the database; the message names the holder."""


class NotFound(CchcError):
    """The plan, section, item or agency does not exist or lies in the bin."""


class StaleRow(CchcError):
    """The row was changed by someone else between reading and writing."""


class InvalidInput(CchcError):
    """What was typed cannot be stored (an end before a start, an empty title, a move into itself)."""


class CannotWrite(CchcError):
    """A target file could not be written (open in Excel, full disk, no right); the old file is intact."""


class Cancelled(CchcError):
    """The user stopped a long job; nothing was changed."""

    def __init__(self, message: str = "Đã dừng theo yêu cầu. Dữ liệu không thay đổi.") -> None:
        super().__init__(message)
