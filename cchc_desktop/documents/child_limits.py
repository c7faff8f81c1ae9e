"""Limits on the reading child process: memory, processor time, and death together with the program.

POSIX: the child sets its own rlimits before it opens the file. Windows has none: the parent puts the child
into a Job object before telling it to begin.
"""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable

Release = Callable[[], None]
"""Gives back what holds the limits; call it when the child has ended."""

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _EXTENDED_LIMIT_INFORMATION = 9
    _LIMIT_PROCESS_MEMORY = 0x0100
    _LIMIT_DIE_ON_UNHANDLED_EXCEPTION = 0x0400
    _LIMIT_KILL_ON_JOB_CLOSE = 0x2000
    _TERMINATE_AND_SET_QUOTA = 0x0001 | 0x0100

    def limit_myself(memory: int, seconds: int) -> None:
        """Do nothing: on Windows the parent's Job object holds the limits."""

    def limit_child(process: subprocess.Popen[bytes], memory: int) -> Release:
        """Put a child into a Job object with a memory limit in bytes; it dies when the program does."""
        kernel = _kernel()
        job = _create_job(kernel, memory)
        child = _checked(kernel.OpenProcess(_TERMINATE_AND_SET_QUOTA, False, process.pid))
        try:
            _checked(kernel.AssignProcessToJobObject(job, child))
        finally:
            kernel.CloseHandle(child)

        def release() -> None:
            kernel.CloseHandle(job)

        return release

    def kill_tree(process: subprocess.Popen[bytes]) -> None:
        """End the child at once; one that has ended is left alone."""
        if process.poll() is None:
            process.kill()

    class _BasicLimits(ctypes.Structure):
        """JOBOBJECT_BASIC_LIMIT_INFORMATION of winnt.h."""

        _fields_ = (
            ("PerProcessUserTimeLimit", wintypes.LARGE_INTEGER),
            ("PerJobUserTimeLimit", wintypes.LARGE_INTEGER),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _ExtendedLimits(ctypes.Structure):
        """JOBOBJECT_EXTENDED_LIMIT_INFORMATION of winnt.h; IoInfo stands for the six counters of
        IO_COUNTERS.
        """

        _fields_ = (
            ("BasicLimitInformation", _BasicLimits),
            ("IoInfo", ctypes.c_ulonglong * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    def _kernel() -> ctypes.WinDLL:
        """Return kernel32 with declared types: undeclared, a 64-bit handle would be cut to 32 bits."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        handle, word, flag = wintypes.HANDLE, wintypes.DWORD, wintypes.BOOL
        kernel.CreateJobObjectW.argtypes = (ctypes.c_void_p, wintypes.LPCWSTR)
        kernel.CreateJobObjectW.restype = handle
        kernel.SetInformationJobObject.argtypes = (handle, ctypes.c_int, ctypes.c_void_p, word)
        kernel.SetInformationJobObject.restype = flag
        kernel.OpenProcess.argtypes = (word, flag, word)
        kernel.OpenProcess.restype = handle
        kernel.AssignProcessToJobObject.argtypes = (handle, handle)
        kernel.AssignProcessToJobObject.restype = flag
        kernel.CloseHandle.argtypes = (handle,)
        kernel.CloseHandle.restype = flag
        return kernel

    def _create_job(kernel: ctypes.WinDLL, memory: int) -> int:
        job = _checked(kernel.CreateJobObjectW(None, None))
        limits = _ExtendedLimits()
        limits.BasicLimitInformation.LimitFlags = (
            _LIMIT_PROCESS_MEMORY | _LIMIT_DIE_ON_UNHANDLED_EXCEPTION | _LIMIT_KILL_ON_JOB_CLOSE
        )
        limits.ProcessMemoryLimit = memory
        size = ctypes.sizeof(limits)
        _checked(kernel.SetInformationJobObject(job, _EXTENDED_LIMIT_INFORMATION, ctypes.byref(limits), size))
        return job

    def _checked(result: int | None) -> int:
        if not result:
            raise ctypes.WinError(ctypes.get_last_error())
        return result

else:
    import os
    import resource

    _GRACE_SECONDS = 5

    def limit_myself(memory: int, seconds: int) -> None:
        """Bound this process to `memory` bytes and `seconds` of processor time."""
        _lower_limit(resource.RLIMIT_AS, memory)
        _lower_limit(resource.RLIMIT_CPU, seconds)
        _lower_limit(resource.RLIMIT_CORE, 0)
        signal.alarm(seconds + _GRACE_SECONDS)

    def limit_child(process: subprocess.Popen[bytes], memory: int) -> Release:
        """Do nothing: on POSIX the child limits itself."""
        return lambda: None

    def kill_tree(process: subprocess.Popen[bytes]) -> None:
        """End the child's whole session at once; a child that has ended is left alone."""
        if process.poll() is None:
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                process.kill()

    def _lower_limit(kind: int, value: int) -> None:
        """Set a limit, never above a hard limit that is already in force."""
        _, hard = resource.getrlimit(kind)
        bounded = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(kind, (bounded, bounded))
