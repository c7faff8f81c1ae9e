"""What the operating system must give: shared libraries and tools (Debian, Ubuntu) and a screen (Linux)."""

from __future__ import annotations

import importlib.util
import os
import select
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from dev_process import DevError, require, say, show

VENV_PACKAGE = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
PYTHON_LIBRARY = f"libpython{sys.version_info[0]}.{sys.version_info[1]}"

QT_LIBRARIES = (
    "libegl1", "libgl1", "libglib2.0-0", "libfontconfig1", "libfreetype6", "libxkbcommon0", "libdbus-1-3",
)  # fmt: skip
"""What Qt loads even without a screen."""

SCREEN_PACKAGES = (
    "xvfb", "libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-randr0",
    "libxcb-render-util0", "libxcb-shape0", "libxcb-sync1", "libxcb-xfixes0", "libxcb-xkb1",
    "libxkbcommon-x11-0", "libx11-xcb1",
)  # fmt: skip
"""What Qt needs on an X screen, and the virtual screen itself."""

TEST_TOOLS = ("libreoffice-calc", "libreoffice-writer", "poppler-utils", "fonts-liberation2")
"""What reads and prints our documents in tests."""

_SCREEN_SIZE = "1366x768x24"
_SECONDS_TO_START = 20


def venv_packages() -> tuple[str, ...]:
    """Return the package of the venv module where this Python came without it (Debian's own)."""
    return () if importlib.util.find_spec("ensurepip") else (VENV_PACKAGE,)


def freeze_packages() -> tuple[str, ...]:
    """Return what PyInstaller needs: binutils, and Python as a library where this Python is one executable."""
    is_library = os.name == "nt" or sysconfig.get_config_var("Py_ENABLE_SHARED")
    return ("binutils",) if is_library else ("binutils", PYTHON_LIBRARY)


def has_screen() -> bool:
    """Return whether a window can be shown to a person here."""
    return not sys.platform.startswith("linux") or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def ensure_packages(wanted: Sequence[str], reason: str) -> None:
    """Install missing Debian packages; a system without apt-get is left alone.

    Raises DevError with the exact command where this user may not install.
    """
    if not (shutil.which("apt-get") and shutil.which("dpkg-query")):
        return
    missing = missing_packages(wanted, installed_packages())
    if missing:
        apt_install(missing, reason)


def missing_packages(wanted: Sequence[str], installed: set[str]) -> list[str]:
    """Return what is not installed; newer Debians and Ubuntus call some libraries by a name ending in t64."""
    return [name for name in wanted if name not in installed and f"{name}t64" not in installed]


def installed_packages() -> set[str]:
    """Return the names of all installed Debian packages."""
    form = "${db:Status-Status} ${Package}\n"
    done = subprocess.run(["dpkg-query", "-W", "-f", form], capture_output=True, text=True, check=False)
    pairs = (line.split(" ", 1) for line in done.stdout.splitlines())
    return {name for status, name in pairs if status == "installed"}


def apt_install(packages: Sequence[str], reason: str) -> None:
    """Install packages by apt-get as root or through a sudo that asks for no password."""
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    rights = _root_rights()
    if rights is None:
        raise DevError(
            f"{reason} needs system packages that are not installed, and this user may not install them.",
            f"run: sudo apt-get update && sudo {show(install)}",
        )
    say(f"installing system packages for {reason}: {' '.join(packages)}")
    to_do = f"run it by hand and read its words: {show([*rights, *install])}"
    prefix = [*rights, "env", "DEBIAN_FRONTEND=noninteractive"]
    require([*prefix, "apt-get", "update"], "The package lists could not be refreshed.", to_do)
    require([*prefix, *install], "The system packages could not be installed.", to_do)


def _root_rights() -> list[str] | None:
    """Return the words to put before a command that needs root, or None."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    allowed = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    return ["sudo", "-n"] if allowed else None


@contextmanager
def virtual_screen() -> Iterator[str]:
    """Run an X server of our own without a monitor; give its DISPLAY, end it afterwards."""
    if shutil.which("Xvfb") is None:
        raise DevError(
            "There is no screen, and Xvfb (a virtual one) is not installed.",
            "install the package that holds Xvfb (Fedora: xorg-x11-server-Xvfb), or set DISPLAY.",
        )
    reader, writer = os.pipe()
    # -displayfd lets the server choose a free number and tell it when it is ready.
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", _SCREEN_SIZE, "-nolisten", "tcp"],
        pass_fds=[writer], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writer)
    try:
        yield f":{_display_number(reader)}"
    finally:
        os.close(reader)
        server.terminate()
        server.wait()


def _display_number(reader: int) -> int:
    """Wait for the number that the X server writes once it is ready."""
    ready, _, _ = select.select([reader], [], [], _SECONDS_TO_START)
    answer = os.read(reader, 16).strip() if ready else b""
    if not answer:
        raise DevError("The virtual screen did not start.", "run `Xvfb :99` by hand and read its words.")
    return int(answer)
