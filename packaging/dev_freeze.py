"""Freezing: the program as one folder that needs no Python (PyInstaller, cchc.spec)."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable
from pathlib import Path

from dev_environment import BUILD, FREEZING, ensure_environment, installed_version
from dev_process import ROOT, require, say
from dev_system import QT_LIBRARIES, SCREEN_PACKAGES, ensure_packages, freeze_packages, venv_packages

PROGRAM = BUILD / "frozen" / "cchc-desktop"
"""The frozen program's folder."""

_MARKER = BUILD / "frozen" / "made-from.txt"
_SOURCES = ("cchc_desktop", "resources", "db", "packaging/cchc.spec", "requirements/freeze.txt")
_MEGABYTE = 1_000_000


def frozen_program() -> Path:
    """Return the frozen program's folder; it is made anew where the sources have changed since."""
    made_from = _MARKER.read_text(encoding="utf-8") if _MARKER.is_file() and PROGRAM.is_dir() else None
    is_current = made_from == source_fingerprint(ROOT, installed_version(FREEZING.folder))
    return PROGRAM if is_current else freeze()


def freeze() -> Path:
    """Freeze the program and return its folder."""
    # Qt's own dependencies must be there to be collected, the screen's too.
    ensure_packages([*freeze_packages(), *QT_LIBRARIES, *SCREEN_PACKAGES, *venv_packages()], "freezing")
    python = ensure_environment(FREEZING)
    made_from = source_fingerprint(ROOT, installed_version(FREEZING.folder))  # before: files may change meanwhile
    _MARKER.unlink(missing_ok=True)
    say("freezing the program (about a minute)")
    started = time.monotonic()
    _run_pyinstaller(python)
    _MARKER.write_text(made_from, encoding="utf-8")
    size = folder_size(PROGRAM) / _MEGABYTE
    say(f"froze the program in {time.monotonic() - started:.0f} s: {PROGRAM}, {size:.0f} MB")
    return PROGRAM


def _run_pyinstaller(python: Path) -> None:
    require(
        # -P: the folder packaging/ in the current folder must not stand before the library of that name.
        [python, "-P", "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--distpath", PROGRAM.parent,
         "--workpath", BUILD / "work", ROOT / "packaging" / "cchc.spec"],
        "The program could not be frozen.",
        f"read PyInstaller's words above; if they make no sense, delete {BUILD} and run the same command again.",
        {"PYINSTALLER_CONFIG_DIR": str(BUILD / "pyinstaller")},  # its caches, otherwise in the user's home
    )  # fmt: skip


def folder_size(folder: Path) -> int:
    """Return the bytes of all files below a folder; links count nothing."""
    return sum(file.lstat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())


def source_fingerprint(root: Path, python: str | None) -> str:
    """Return what a frozen program is made from: code, data, the lists of contents, the lock, Python."""
    digest = hashlib.sha256(f"{python}".encode())
    for file in source_files(root):
        content = hashlib.sha256(file.read_bytes()).hexdigest()
        digest.update(f"\0{file.relative_to(root).as_posix()}\0{content}".encode())
    return digest.hexdigest()


def source_files(root: Path) -> Iterable[Path]:
    """Return the files that the frozen program is made from, caches left out, in a stable order."""
    places = [*(root / name for name in _SOURCES), *(root / "packaging").glob("entry_*.py")]
    places.append(root / "packaging" / "freeze_contents.py")
    files = {file for place in places for file in (place.rglob("*") if place.is_dir() else [place])}
    return sorted(file for file in files if file.is_file() and "__pycache__" not in file.parts)
