"""Running other programs, and telling a developer what happened and what to do."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""The project's folder."""

Command = Sequence[str | Path]

_TAIL_LINES = 25


class DevError(Exception):
    """A failure that a developer can act on; its text says what happened and what to do."""

    def __init__(self, what: str, to_do: str) -> None:
        super().__init__(f"{what}\nWhat to do: {to_do}")


def say(text: str) -> None:
    """Print one line of progress."""
    print(f"[dev] {text}", flush=True)


def show(command: Command) -> str:
    """Return a command as a person would type it."""
    return " ".join(str(part) for part in command)


def require(command: Command, what: str, to_do: str, variables: Mapping[str, str] | None = None) -> None:
    """Run a quiet command, with more environment `variables`; when it fails, raise DevError with its last lines."""
    try:
        done = subprocess.run(
            command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            env=os.environ | dict(variables or {}), text=True, errors="replace", check=False,
        )  # fmt: skip
    except OSError as error:
        raise DevError(f"{what} ({show(command[:1])}: {error.strerror})", to_do) from error
    if done.returncode != 0:
        tail = "\n".join(done.stdout.splitlines()[-_TAIL_LINES:])
        raise DevError(f"{tail}\n{what} (exit code {done.returncode} of: {show(command)})", to_do)
