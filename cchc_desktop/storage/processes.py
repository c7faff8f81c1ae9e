"""Other processes of this machine: whether one runs, when it started (pids are used again), and which machine it is."""

from __future__ import annotations

import hashlib
import os
import sys
from functools import cache
from pathlib import Path


@cache
def machine_id() -> str | None:
    """Return a text that differs between machines and says nothing else about one, None where it cannot be known."""
    known = _installed_id()
    return hashlib.sha256(f"CCHC:{known}".encode()).hexdigest()[:16] if known else None


if sys.platform == "win32":
    import ctypes
    import winreg
    from ctypes import wintypes

    _QUERY_LIMITED = 0x1000  # PROCESS_QUERY_LIMITED_INFORMATION
    _STILL_ACTIVE = 259
    _ACCESS_DENIED = 5
    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    _kernel.OpenProcess.restype = wintypes.HANDLE
    _kernel.OpenProcess.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)
    _kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
    _kernel.GetExitCodeProcess.argtypes = (wintypes.HANDLE, ctypes.POINTER(wintypes.DWORD))
    _kernel.GetProcessTimes.argtypes = (wintypes.HANDLE, *(ctypes.POINTER(wintypes.FILETIME),) * 4)

    def _installed_id() -> str | None:
        """Return what the installation of Windows made up for itself."""
        place, access = r"SOFTWARE\Microsoft\Cryptography", winreg.KEY_READ | winreg.KEY_WOW64_64KEY
        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, place, 0, access) as key:
                return str(winreg.QueryValueEx(key, "MachineGuid")[0])
        except OSError:
            return None

    def is_running(pid: int) -> bool:
        """Tell whether a process runs; os.kill(pid, 0) would end it here."""
        handle = _kernel.OpenProcess(_QUERY_LIMITED, False, pid)
        if not handle:
            return ctypes.get_last_error() == _ACCESS_DENIED
        try:
            code = wintypes.DWORD()
            return bool(_kernel.GetExitCodeProcess(handle, ctypes.byref(code))) and code.value == _STILL_ACTIVE
        finally:
            _kernel.CloseHandle(handle)

    def process_start(pid: int) -> str | None:
        """Return a text that differs between two processes with the same pid, None where it cannot be known."""
        handle = _kernel.OpenProcess(_QUERY_LIMITED, False, pid)
        if not handle:
            return None
        try:
            times = [wintypes.FILETIME() for _ in range(4)]
            if not _kernel.GetProcessTimes(handle, *map(ctypes.byref, times)):
                return None
            return f"{times[0].dwHighDateTime:08x}{times[0].dwLowDateTime:08x}"
        finally:
            _kernel.CloseHandle(handle)

else:

    def _installed_id() -> str | None:
        """Return what the installation made up for itself (machine-id(5))."""
        try:
            return Path("/etc/machine-id").read_text(encoding="ascii").strip() or None
        except (OSError, ValueError):
            return None

    def is_running(pid: int) -> bool:
        """Tell whether a process runs; one that has ended but was not collected by its parent does not."""
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            return True
        stat = _stat(pid)
        return stat is None or stat[0] not in ("Z", "X")

    def process_start(pid: int) -> str | None:
        """Return a text that differs between two processes with the same pid, None where it cannot be known.

        Linux: the boot's id and the start in clock ticks since boot (proc(5), /proc/pid/stat, field 22).
        """
        stat = _stat(pid)
        if stat is None:
            return None
        try:
            boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        except OSError:
            boot = ""
        return f"{boot}:{stat[19]}"

    def _stat(pid: int) -> list[str] | None:
        """Return the fields of /proc/pid/stat from the third (state) on; the second may hold spaces."""
        try:
            line = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return None
        return line.rpartition(")")[2].split()
