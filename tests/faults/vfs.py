"""Faults below SQLite: a copy of its default VFS whose n-th write, sync, truncation, deletion or opening fails.

The shim is put, through ctypes, into the very library that Python's sqlite3 module is linked with. Opened files get a
patched *copy* of their method table (the original is constant memory of the library). Only for a child process of its
own: the shim stays the default VFS until the process ends (sqlite.org/c3ref/vfs.html, c3ref/io_methods.html).
"""

from __future__ import annotations

import ctypes
import os
import signal
import sqlite3
from collections import Counter
from collections.abc import Callable
from ctypes import POINTER, c_char_p, c_int, c_int64, c_void_p
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

_CREATE = 0x00000004
IOERR_WRITE, IOERR_FSYNC, IOERR_TRUNCATE, IOERR_DELETE = (10 | number << 8 for number in (3, 4, 6, 10))
_CODES = {"write": IOERR_WRITE, "sync": IOERR_FSYNC, "truncate": IOERR_TRUNCATE, "delete": IOERR_DELETE}
CANTOPEN, FULL = 14, 13

_METHODS = (
    "xClose", "xRead", "xWrite", "xTruncate", "xSync", "xFileSize", "xLock", "xUnlock", "xCheckReservedLock",
    "xFileControl", "xSectorSize", "xDeviceCharacteristics", "xShmMap", "xShmLock", "xShmBarrier", "xShmUnmap",
    "xFetch", "xUnfetch",
)  # fmt: skip
_DOORS = (
    "xOpen", "xDelete", "xAccess", "xFullPathname", "xDlOpen", "xDlError", "xDlSym", "xDlClose", "xRandomness",
    "xSleep", "xCurrentTime", "xGetLastError", "xCurrentTimeInt64", "xSetSystemCall", "xGetSystemCall",
    "xNextSystemCall",
)  # fmt: skip


class _IoMethods(ctypes.Structure):
    """sqlite3_io_methods, version 3."""

    _fields_ = (("iVersion", c_int), *((name, c_void_p) for name in _METHODS))


class _Vfs(ctypes.Structure):
    """sqlite3_vfs, version 3."""

    _fields_ = (
        ("iVersion", c_int),
        ("szOsFile", c_int),
        ("mxPathname", c_int),
        ("pNext", c_void_p),
        ("zName", c_char_p),
        ("pAppData", c_void_p),
        *((name, c_void_p) for name in _DOORS),
    )


class _File(ctypes.Structure):
    """What every sqlite3_file begins with."""

    _fields_ = (("pMethods", c_void_p),)


_OPEN = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, POINTER(c_int))
_DELETE = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p, c_int)
_WRITE = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
_TRUNCATE = ctypes.CFUNCTYPE(c_int, c_void_p, c_int64)
_SYNC = ctypes.CFUNCTYPE(c_int, c_void_p, c_int)


@cache
def shared_sqlite() -> Path | None:
    """Return the SQLite library that the sqlite3 module uses, None where it is built in or cannot be found."""
    assert sqlite3.sqlite_version
    maps = Path("/proc/self/maps")
    if not maps.exists():
        return None
    paths = {line.split(maxsplit=5)[-1].strip() for line in maps.read_text().splitlines() if "libsqlite3" in line}
    return Path(paths.pop()) if len(paths) == 1 else None


WHY_NOT = "SQLite is no shared library of its own in this Python: nothing can be put below it"


@dataclass
class Fault:
    """Which call fails and how.

    `at` counts calls of all kinds from 1; `lasting` fails all later ones too; `late` does the call, then reports the
    error; `kill` ends the process there instead, a write half done where `late`.
    """

    at: int
    code: int | None = None
    lasting: bool = False
    late: bool = False
    kill: bool = False


@dataclass
class Injector:
    """The shim of this process; `calls` counts what was asked since it was armed, `hits` what failed."""

    fault: Fault | None = None
    calls: Counter[str] = field(default_factory=Counter)
    hits: Counter[str] = field(default_factory=Counter)
    _kept: list[object] = field(default_factory=list)
    _tables: dict[int, _IoMethods] = field(default_factory=dict)

    @classmethod
    def install(cls) -> Injector:
        """Put the shim below SQLite for the rest of this process; RuntimeError where that is impossible."""
        path = shared_sqlite()
        if path is None:
            raise RuntimeError(WHY_NOT)
        injector = cls()
        injector._register(ctypes.CDLL(str(path)))
        return injector

    def arm(self, fault: Fault) -> None:
        """Count from here, and fail as told."""
        self.fault = fault
        self.calls.clear()
        self.hits.clear()

    def disarm(self) -> bool:
        """Let everything pass again; tell whether anything failed."""
        self.fault = None
        return bool(self.hits)

    def _register(self, sqlite: ctypes.CDLL) -> None:
        sqlite.sqlite3_vfs_find.restype = POINTER(_Vfs)
        sqlite.sqlite3_vfs_find.argtypes = (c_char_p,)
        sqlite.sqlite3_vfs_register.argtypes = (POINTER(_Vfs), c_int)
        default = sqlite.sqlite3_vfs_find(None)
        shim = _Vfs.from_buffer_copy(default.contents)
        shim.zName, shim.pNext = b"cchc-faults", None
        real = ctypes.cast(default, c_void_p).value or 0
        self._replace(shim, "xOpen", _OPEN, self._open(_OPEN(shim.xOpen), real))
        delete = _DELETE(shim.xDelete)
        self._replace(shim, "xDelete", _DELETE, lambda _vfs, *rest: self._call("delete", lambda: delete(real, *rest)))
        self._kept.append(shim)
        assert sqlite.sqlite3_vfs_register(ctypes.byref(shim), 1) == 0, "SQLite refused the shim"

    def _replace(self, table: ctypes.Structure, name: str, kind: type, function: Callable[..., int]) -> None:
        callback = kind(function)
        self._kept.append(callback)  # ctypes frees what nobody holds
        setattr(table, name, ctypes.cast(callback, c_void_p).value)

    def _open(self, original: Callable[..., int], real: int) -> Callable[..., int]:
        def opening(_vfs: int, name: int, file: int, flags: int, out: object) -> int:
            def go() -> int:
                return original(real, name, file, flags, out)

            result = self._call("open", go) if flags & _CREATE and name else go()
            opened = _File.from_address(file)
            if result == 0 and opened.pMethods:
                opened.pMethods = ctypes.addressof(self._methods(opened.pMethods))
            return result

        return opening

    def _methods(self, address: int) -> _IoMethods:
        if address not in self._tables:
            original = _IoMethods.from_address(address)
            table = _IoMethods.from_buffer_copy(original)
            write, sync, cut = _WRITE(original.xWrite), _SYNC(original.xSync), _TRUNCATE(original.xTruncate)
            self._replace(table, "xWrite", _WRITE, lambda file, *rest: self._write(write, file, *rest))
            self._replace(table, "xSync", _SYNC, lambda *all_: self._call("sync", lambda: sync(*all_)))
            self._replace(table, "xTruncate", _TRUNCATE, lambda *all_: self._call("truncate", lambda: cut(*all_)))
            self._tables[address] = table
        return self._tables[address]

    def _write(self, write: Callable[..., int], file: int, data: int, size: int, offset: int) -> int:
        def half() -> int:
            return write(file, data, size // 2, offset)

        return self._call("write", lambda: write(file, data, size, offset), half)

    def _call(self, name: str, go: Callable[[], int], half: Callable[[], int] | None = None) -> int:
        fault = self.fault
        if fault is None:
            return go()
        self.calls[name] += 1
        number = self.calls.total()
        if number != fault.at and not (fault.lasting and number > fault.at):
            return go()
        self.hits[name] += 1
        if fault.kill:
            if fault.late:
                (half or go)()
            os.kill(os.getpid(), signal.SIGKILL)
        if fault.late and name != "open":  # an opened file that SQLite takes for failed would stay open
            go()
        return self._code(fault, name)

    @staticmethod
    def _code(fault: Fault, name: str) -> int:
        if name == "open":
            return CANTOPEN
        return fault.code if fault.code is not None and name == "write" else _CODES[name]
