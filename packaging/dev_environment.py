"""The virtual environments in the project's folder: made once, filled from a lock, recognised at once."""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import os
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

from dev_process import ROOT, Command, DevError, require, say

BUILD = ROOT / ".build"
"""Everything that freezing makes: its environment, PyInstaller's caches, the frozen program."""
MARKER_NAME = "cchc-installed.txt"

_PYTHON_TOO_OLD = (3, 10)
_INSTALL_HELP = (
    "check the network or the proxy and run the same command again. If pip found no matching distribution, "
    "this Python or processor has no ready-made packages: use Python 3.11, 3.12 or 3.13 on 64-bit Windows or "
    "Linux. If pip says that hashes do not match, a package index altered a file: use another index, do not "
    "remove the hashes."
)


@dataclass(frozen=True, slots=True)
class Environment:
    """A virtual environment: its folder, the lock that fills it, whether the project itself is installed too."""

    folder: Path
    lock: str
    editable: bool

    @property
    def python(self) -> Path:
        """Its interpreter, there or not."""
        return python_of(self.folder)


DEVELOPMENT = Environment(ROOT / ".venv", "dev", editable=True)
FREEZING = Environment(BUILD / "venv", "freeze", editable=False)
"""Holds what the program needs and PyInstaller, nothing of the developers: what is not there cannot slip in."""


def ensure_environment(environment: Environment = DEVELOPMENT) -> Path:
    """Return the environment's Python, with the locked packages and, where wanted, the project installed."""
    version = installed_version(environment.folder)
    if version is None:
        create_environment(environment.folder)
        version = installed_version(environment.folder) or ""
    marker = environment.folder / MARKER_NAME
    wanted = fingerprint(ROOT, version, environment.lock)
    if not marker.is_file() or marker.read_text(encoding="utf-8") != wanted:
        install(environment)
        marker.write_text(wanted, encoding="utf-8")
    return environment.python


def python_of(venv: Path) -> Path:
    """Return the path of a virtual environment's interpreter, there or not."""
    return venv / "Scripts" / "python.exe" if os.name == "nt" else venv / "bin" / "python"


def installed_version(venv: Path) -> str | None:
    """Return 'major.minor' of an environment that works and is new enough, else None.

    A system upgrade can put a newer interpreter behind an environment made for an older one; such an
    environment finds none of its packages and counts as broken.
    """
    try:
        done = subprocess.run(
            [python_of(venv), "-I", "-c", "import sys; print('%d.%d' % sys.version_info[:2])"],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
    except (OSError, subprocess.CalledProcessError):
        return None
    version = done.stdout.strip()
    new_enough = tuple(int(part) for part in version.split(".")) > _PYTHON_TOO_OLD
    return version if new_enough and version == recorded_version(venv) else None


def recorded_version(venv: Path) -> str | None:
    """Return the 'major.minor' that pyvenv.cfg names."""
    try:
        lines = (venv / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    values = dict(line.split(" = ", 1) for line in lines if " = " in line)
    return ".".join(values.get("version", "").split(".")[:2])


def lock_file(root: Path, name: str) -> Path:
    """Return a lock file of the project."""
    return root / "requirements" / f"{name}.txt"


def fingerprint(root: Path, version: str, lock: str = DEVELOPMENT.lock) -> str:
    """Return what an installation depends on: the lock, the project's metadata, Python, the folder."""
    metadata = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    parts = (
        lock_file(root, lock).read_bytes(),
        repr((metadata["build-system"], metadata["project"])).encode(),
        version.encode(),
        str(root).encode(),
    )
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def create_environment(folder: Path) -> None:
    """Make an environment with the Python that runs this, replacing what cannot be used."""
    importlib.invalidate_caches()  # python3-venv may have been installed a moment ago
    if importlib.util.find_spec("ensurepip") is None:
        raise DevError(
            "This Python cannot make virtual environments (the module ensurepip is missing).",
            f"on Debian and Ubuntu: apt-get install python{sys.version_info[0]}.{sys.version_info[1]}-venv; "
            "elsewhere install Python from python.org.",
        )
    say(f"making the virtual environment {folder.relative_to(ROOT)} (Python {sys.version.split()[0]})")
    require(
        [sys.executable, "-m", "venv", "--clear", folder],
        "The virtual environment could not be made.",
        f"delete the folder {folder} and run the same command again.",
    )


def install(environment: Environment) -> None:
    """Install exactly the locked packages, then the project itself in editable mode without a network."""
    pip: Command = (environment.python, "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check")
    say(f"installing the locked packages of requirements/{environment.lock}.txt (about 200 MB the first time)")
    require(
        [*pip, "--require-hashes", "--only-binary=:all:", "--requirement", lock_file(ROOT, environment.lock)],
        "The locked packages could not be installed.",
        _INSTALL_HELP,
    )
    if not environment.editable:
        return
    say("installing the project in editable mode")
    require(
        [*pip, "--no-deps", "--no-index", "--no-build-isolation", "--editable", ROOT],
        "The project itself could not be installed.",
        "read pip's words above; most often pyproject.toml has a mistake.",
    )
