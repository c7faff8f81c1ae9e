"""The frozen program as its user has it: started from a foreign folder, with next to no environment."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_KEPT_ON_WINDOWS = ("SYSTEMROOT", "WINDIR", "PATH")
_SUFFIX = ".exe" if os.name == "nt" else ""


class Fault(Exception):
    """A step of the smoke test did not go as it must; the text says what was seen."""


def require_that(holds: object, seen: object) -> None:
    """Raise Fault with what was seen unless something holds."""
    if not holds:
        raise Fault(str(seen))


@dataclass(frozen=True, slots=True)
class Answer:
    """How one command of the program ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The document that was printed; Fault for anything else."""
        try:
            return json.loads(self.out)
        except ValueError as error:
            raise Fault(f"no JSON document: {self.out[:200]!r}") from error


@dataclass(frozen=True, slots=True)
class Program:
    """The frozen program in `folder`, used in the empty folder `place`.

    Nothing of a Python or of this project is in its environment, and the folder it is started from is neither its
    own nor the project's.
    """

    folder: Path
    place: Path

    @property
    def database(self) -> Path:
        """The program's own database, where it finds it without being told."""
        return self.place / "home" / "data" / "cchc.db"

    @property
    def temporary(self) -> Path:
        """Where the program puts what it does not keep."""
        return self.place / "tmp"

    def make_folders(self) -> None:
        """Make the folders that a user's account has."""
        for name in ("user", "tmp", "elsewhere"):
            (self.place / name).mkdir()

    def run(self, *arguments: object, seconds: float = 60, code: int = 0) -> Answer:
        """Run one command of `cchc`; Fault when it ends with another exit code or not in time."""
        answer = self._start("cchc", arguments, {}, seconds)
        require_that(answer.code == code, f"exit code {answer.code}, not {code}: {answer.err.strip() or answer.out}")
        return answer

    def open_window(self, *arguments: object, screen: Mapping[str, str], seconds: float) -> Answer:
        """Run `cchc-desktop` on a screen until it ends."""
        return self._start("cchc-desktop", arguments, dict(screen), seconds)

    def _start(self, name: str, arguments: tuple[object, ...], more: dict[str, str], seconds: float) -> Answer:
        command = [str(self.folder / f"{name}{_SUFFIX}"), *map(str, arguments)]
        try:
            done = subprocess.run(
                command, cwd=self.place / "elsewhere", env=self._environment() | more, timeout=seconds,
                stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", errors="replace", check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired as error:
            raise Fault(f"not done within {seconds:.0f} s") from error
        except OSError as error:
            raise Fault(f"{command[0]} does not start: {error.strerror}") from error
        return Answer(done.returncode, done.stdout, done.stderr)

    def _environment(self) -> dict[str, str]:
        user, temporary = str(self.place / "user"), str(self.temporary)
        kept = {name: os.environ[name] for name in _KEPT_ON_WINDOWS if os.name == "nt" and name in os.environ}
        homes = {"CCHC_HOME": str(self.place / "home"), "HOME": user, "USERPROFILE": user, "LOCALAPPDATA": user}
        return kept | homes | {"TMPDIR": temporary, "TEMP": temporary, "TMP": temporary}


def folder_digest(folder: Path) -> str:
    """Return a digest of every name and every byte below a folder."""
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file() and not file.is_symlink():
            content = hashlib.sha256(file.read_bytes()).hexdigest()
            digest.update(f"{file.relative_to(folder).as_posix()}\0{content}\n".encode())
    return digest.hexdigest()
