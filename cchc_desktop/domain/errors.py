"""Known errors: each carries one plain Vietnamese sentence that a user may read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # only the message is needed to raise
    from collections.abc import Sequence

    from cchc_desktop.domain.opening import Holder


class CchcError(Exception):
    """Base of every error that the program expects; its text is Vietnamese and says what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class RefusedFile(CchcError):
    """A file from outside did not pass the gate or holds nothing that can be read; nothing was changed."""


class RefusedDatabase(CchcError):
    """The database file cannot be used as it is; it was left untouched. The subclasses say why."""


class NewerDatabase(RefusedDatabase):
    """A newer program wrote the file: install that one."""

    def __init__(self, message: str, version: int) -> None:
        super().__init__(message)
        self.version = version


class OlderDatabase(RefusedDatabase):
    """An older program wrote the file and it was opened for reading only: whoever may write upgrades it."""

    def __init__(self, message: str, version: int) -> None:
        super().__init__(message)
        self.version = version


class ForeignDatabase(RefusedDatabase):
    """The file is no database of this program, or its schema was changed by another one."""


class DamagedDatabase(RefusedDatabase):
    """The file is ours and damaged: restore a backup, or save what can be read; `problems` are for the curious."""

    def __init__(self, message: str, problems: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.problems = tuple(problems)


class AmendmentNeeded(CchcError):
    """Words of an issued plan are to be changed: the document that amends it must be named first."""


class CarryOverAsked(CchcError):
    """Tasks would stand in two plans that are both followed: a person says whether they are carried over even so."""


class DatabaseInUse(CchcError):
    """Another window or program holds the database; `holder` says who, None where that is not known."""

    def __init__(self, message: str, holder: Holder | None = None) -> None:
        super().__init__(message)
        self.holder = holder


class ChangedOutside(CchcError):
    """Another program changed the data; nothing was written.

    After a mere change, load again and write. Where the file itself was replaced or removed (`must_reopen`), every
    write is refused until the file is opened anew.
    """

    def __init__(self, message: str, *, must_reopen: bool) -> None:
        super().__init__(message)
        self.must_reopen = must_reopen


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
