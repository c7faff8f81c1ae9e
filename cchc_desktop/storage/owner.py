"""The owner file beside a database: at most one program writes, and everybody can see which one.

SQLite's locks guard single transactions; the owner file guards a whole session, so that two windows do not edit
over each other's snapshots. Reading never needs it. Who takes it is alone while judging whether the last owner lives
(`claims.moment_alone`): of three programs that find a dead owner's file, one could else remove a living one's.
"""

from __future__ import annotations

import getpass
import json
import os
import platform
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from cchc_desktop.domain.days import VIETNAM
from cchc_desktop.domain.errors import CannotWrite, DatabaseInUse
from cchc_desktop.domain.opening import Holder
from cchc_desktop.storage.claims import claim, moment_alone
from cchc_desktop.storage.faults import known_faults
from cchc_desktop.storage.processes import is_running, machine_id, process_start

_UNREADABLE_PATIENCE = 1.0
"""Seconds that an owner file may stay unreadable (its writer is between creating and writing) before it is stale."""
_WAIT = 0.05
_ATTEMPTS = 30
"""Together more than the patience: an owner file that a kill left empty is taken over by the next opening."""
_MOST_PID = 2**31


@dataclass(frozen=True, slots=True)
class Owner:
    """Who holds a database: `process` tells a process from a later one with the same pid, None where unknown.

    `machine` tells two machines of one name apart, None where unknown.
    """

    pid: int
    host: str
    user: str
    started: str
    process: str | None
    token: str
    machine: str | None = None

    @classmethod
    def this_process(cls, now: datetime) -> Owner:
        """Describe this process as an owner from `now` on."""
        pid = os.getpid()
        started = now.astimezone(UTC).isoformat(timespec="seconds")
        return cls(pid, platform.node(), _user(), started, process_start(pid), uuid4().hex, machine_id())

    def is_here(self) -> bool:
        """Tell whether the owner is on this machine.

        By the name, which an image copied to many machines does not share; one that was renamed counts as another,
        for who takes a living owner's file from it ruins the data.
        """
        return self.host == platform.node() and self.machine in (None, machine_id())

    def is_alive(self) -> bool:
        """Tell whether the owner may still be at work; owners on other machines are taken at their word."""
        if not self.is_here():
            return True
        if not is_running(self.pid):
            return False
        return self.process is None or process_start(self.pid) in (None, self.process)

    def holder(self) -> Holder:
        """Return the owner as a screen may show it."""
        return Holder(self.user, self.host, self.pid, datetime.fromisoformat(self.started), self.is_here())

    def describe(self) -> str:
        """Name the owner for a user."""
        since = datetime.fromisoformat(self.started).astimezone(VIETNAM)
        return f"{self.user or 'người dùng khác'} trên máy {self.host} (từ {since:%H:%M} ngày {since:%d/%m/%Y})"


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name
        return ""


def owner_path(database: Path) -> Path:
    """Return the place of a database's owner file; one for all names of the same file."""
    real = Path(os.path.realpath(database))
    return real.with_name(f"{real.name}.lock")


def read_owner(database: Path) -> Owner | None:
    """Return the living holder of a database, None when nobody holds it."""
    path = owner_path(database)
    try:
        owner = _read(path)
    except OSError:
        return None
    return owner if owner is not None and owner.is_alive() else None


def _read(path: Path) -> Owner | None:
    """Return what an owner file says; None for a missing, half written or foreign one.

    PermissionError for one that may not be read: it is somebody's.
    """
    try:
        owner = Owner(**json.loads(path.read_text(encoding="utf-8")))
        datetime.fromisoformat(owner.started)
    except (FileNotFoundError, ValueError, TypeError, RecursionError):
        return None
    return owner if type(owner.pid) is int and 0 < owner.pid < _MOST_PID else None


class OwnerFile:
    """The right to write a database, held from `acquire` to `release`.

    `was_left` tells that the one before did not release it: the database may not have been closed in good order.
    """

    def __init__(self, path: Path, owner: Owner, *, was_left: bool = False) -> None:
        self._path = path
        self._owner = owner
        self.was_left = was_left

    @classmethod
    def acquire(cls, database: Path, now: datetime, sleep: Callable[[float], object] = time.sleep) -> OwnerFile:
        """Take the right, from a dead owner too; DatabaseInUse names a living one, CannotWrite for a bad folder."""
        path, owner, was_left = owner_path(database), Owner.this_process(now), False
        with known_faults():
            for _ in range(_ATTEMPTS):
                with moment_alone(path) as is_alone:
                    if is_alone and _create(path, owner):
                        return cls(path, owner, was_left=was_left)
                    is_stale = _is_stale(path)
                    if is_alone and is_stale:
                        _remove_stale(path)
                        was_left = True
                        continue
                sleep(_WAIT)
        raise DatabaseInUse(
            f"Dữ liệu đang được chương trình khác mở và không đọc được tệp {path.name} để biết là ai. "
            "Hãy thử lại sau giây lát; nếu chắc chắn không còn ai mở dữ liệu này thì hãy xóa tệp đó."
        )

    def release(self) -> None:
        """Give the right back; nothing happens when the file is no longer ours."""
        try:
            holder = _read(self._path)
            if holder is not None and holder.token == self._owner.token:
                self._path.unlink(missing_ok=True)
        except OSError:  # the folder is gone or locked: who comes next takes the file over as a dead owner's
            return


def _is_stale(path: Path) -> bool:
    """Tell whether an owner file may be taken away; DatabaseInUse for a living owner's, False for one to wait for."""
    if path.is_dir():
        raise CannotWrite(
            f"Có một thư mục tên {path.name} nằm đúng chỗ chương trình cần ghi tệp cùng tên. "
            "Hãy đổi tên hoặc chuyển thư mục đó đi rồi mở lại."
        )
    try:
        holder = _read(path)
    except PermissionError:  # another account's, or being removed right now (Windows)
        return False
    if holder is None:
        return _age(path) >= _UNREADABLE_PATIENCE
    if holder.is_alive():
        raise DatabaseInUse(_in_use(holder, path), holder.holder())
    return True


def _in_use(holder: Owner, path: Path) -> str:
    sentence = f"Dữ liệu đang được mở bởi {holder.describe()}. Hãy đóng chương trình ở đó rồi thử lại."
    if not holder.is_here():
        if holder.machine is not None and holder.machine == machine_id():
            sentence += f" (Có thể đó chính là máy này trước khi được đổi tên thành {platform.node()}.)"
        sentence += f" Nếu chắc chắn máy đó không còn mở dữ liệu này, hãy xóa tệp {path.name} rồi mở lại."
    return sentence


def _create(path: Path, owner: Owner) -> bool:
    """Write the owner file; False when one is there already.

    It appears whole: an empty one would name nobody, and two programs could each take it for a dead owner's.
    """
    whole = path.with_name(f".{uuid4().hex[:12]}.owner")
    try:
        whole.write_text(json.dumps(asdict(owner), ensure_ascii=False), encoding="utf-8")
        return claim(whole, path)
    finally:
        whole.unlink(missing_ok=True)


def _age(path: Path) -> float:
    try:
        return abs(time.time() - path.stat().st_mtime)
    except FileNotFoundError:
        return 0.0


def _remove_stale(path: Path) -> None:
    """Take a dead owner's file away; a live one that came in between is put back.

    The caller is alone with it where locks work. Elsewhere, and beside older versions, it is moved aside first: only
    one of two programs can move it, and the one that did sees what it has moved.
    """
    aside = path.with_name(f".{uuid4().hex[:12]}.stale")
    try:
        path.rename(aside)
    except FileNotFoundError:
        return
    moved = _read(aside)
    is_fresh = moved is None and _age(aside) < _UNREADABLE_PATIENCE
    if is_fresh or (moved is not None and moved.is_alive()):
        claim(aside, path)
    aside.unlink(missing_ok=True)
