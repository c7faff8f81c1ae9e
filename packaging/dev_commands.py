"""The commands of dev.py: what each sets up, what it starts, and what it says at the end."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dev_environment import ensure_environment, python_of
from dev_freeze import freeze
from dev_process import ROOT, Command, DevError, require, say, show
from dev_system import (
    QT_LIBRARIES,
    SCREEN_PACKAGES,
    TEST_TOOLS,
    ensure_packages,
    has_screen,
    venv_packages,
    virtual_screen,
)
from dev_translations import update_translations
from smoke import run_smoke

RUN_HOME = ROOT / ".run"
"""Home of the program started by `run`: sample database, settings, log, screenshot."""

_SECONDS_TO_PAINT = 120
_LINT_IMPORTS = "from importlinter.cli import lint_imports_command as command; command()"


@dataclass(frozen=True, slots=True)
class Step:
    """One check of `test`: its name in the summary and its command."""

    name: str
    command: Command


def main(arguments: Sequence[str]) -> int:
    """Carry out one command; return the exit code."""
    parsed, rest = _parser().parse_known_args(arguments)
    if rest and parsed.command != "test":
        _parser().error(f"unknown arguments: {show(rest)}")
    commands: dict[str, Callable[[], int]] = {
        "run": run_window,
        "test": lambda: run_tests(rest),
        "check": lambda: run_steps(lint_steps(set_up((), "the checks"))),
        "freeze": freeze_anew,
        "smoke": run_smoke,
        "screenshots": take_screenshots,
        "translations": lambda: update_translations(ensure_environment()),
        "lock": write_locks,
    }
    try:
        return commands[parsed.command]()
    except DevError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    """Describe the command line."""
    parser = argparse.ArgumentParser(prog="dev.py", description="Set up, run and check CCHC Desktop.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("run", help="open the window on a sample plan in a database of its own")
    commands.add_parser("test", help="every check and test; further arguments go to pytest")
    commands.add_parser("check", help="style, types and layers only")
    commands.add_parser("freeze", help="make the program as a folder that needs no Python, in .build/frozen")
    commands.add_parser("smoke", help="use the frozen program as a person would (made anew when the sources changed)")
    commands.add_parser("screenshots", help="write the pictures of README and guide anew into resources/help")
    commands.add_parser("translations", help="bring the English words up to date with the sources and compile them")
    commands.add_parser("lock", help="write requirements/*.txt anew from pyproject.toml")
    return parser


def set_up(packages: Sequence[str], reason: str) -> Path:
    """Make everything ready; return the environment's Python."""
    ensure_packages([*packages, *venv_packages()], reason)
    return ensure_environment()


# ---------------------------------------------------------------- run


def run_window() -> int:
    """Open the window on the sample plan; without a screen, on a virtual one, and take its picture."""
    if has_screen():
        python = set_up(QT_LIBRARIES, "the window")
        say("opening the window (close it to end this command)")
        return _start_window(python, {}, [], seconds=None)
    python = set_up([*QT_LIBRARIES, *SCREEN_PACKAGES], "the window on a virtual screen")
    return _photograph_window(python, RUN_HOME / "window.png")


def _photograph_window(python: Path, picture: Path) -> int:
    """Open the window on a virtual screen until it is painted; keep its picture."""
    picture.parent.mkdir(exist_ok=True)
    picture.unlink(missing_ok=True)
    say("no screen here: opening the window on a virtual one")
    options = ["--screenshot", str(picture), "--exit-after-screenshot"]
    with virtual_screen() as display:
        screen = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        code = _start_window(python, screen, options, seconds=_SECONDS_TO_PAINT)
    if code != 0 or not picture.is_file():
        raise DevError(
            f"The window ended with exit code {code} and left no picture.",
            f"read the program's words above and its log under {RUN_HOME}.",
        )
    say(f"the window opened on the sample plan; its picture: {picture}")
    return 0


def _start_window(
    python: Path, environment: dict[str, str], options: Sequence[str], seconds: float | None
) -> int:
    """Run the program in a home of its own; return its exit code."""
    command: Command = [python, "-m", "cchc_desktop", "--sample", *options]
    variables = os.environ | {"CCHC_HOME": str(RUN_HOME)} | environment
    try:
        return subprocess.run(command, cwd=ROOT, env=variables, timeout=seconds, check=False).returncode
    except subprocess.TimeoutExpired as error:
        raise DevError(
            f"The window painted nothing within {seconds:.0f} s.", f"read the log under {RUN_HOME}."
        ) from error


# ---------------------------------------------------------------- test


def run_tests(arguments: Sequence[str]) -> int:
    """Set up, run every check, the tests last; `arguments` go to pytest."""
    python = set_up([*QT_LIBRARIES, *SCREEN_PACKAGES], "the tests")
    try:
        ensure_packages(TEST_TOOLS, "tests that print through LibreOffice")
    except DevError as error:
        say(f"going on without: {error}")
    # One more than there are cores: a test that waits, for a disk or a child, leaves its core to the others.
    workers = [] if "-n" in arguments else ["-n", str((os.cpu_count() or 1) + 1)]
    tests = Step("tests (pytest)", [python, "-m", "pytest", "-q", *workers, *arguments])
    return run_steps([*lint_steps(python), tests])


def lint_steps(python: Path) -> list[Step]:
    """Return the checks that run no code of ours."""
    return [
        Step("style (ruff)", [python, "-m", "ruff", "check", "."]),
        Step("types (mypy)", [python, "-m", "mypy"]),
        Step("layers (import-linter)", [python, "-c", _LINT_IMPORTS]),
    ]


def run_steps(steps: Sequence[Step]) -> int:
    """Run all steps, also after one failed, and print a summary; return 1 when any failed."""
    started = time.monotonic()
    results = [(step, *_timed(step)) for step in steps]
    print()
    for step, code, seconds in results:
        say(f"{'ok    ' if code == 0 else 'FAILED'} {step.name}, {seconds:.1f} s")
    failed = [step for step, code, _ in results if code != 0]
    for step in failed:
        say(f"to repeat it alone: {show(step.command)}")
    say(f"{len(results) - len(failed)} of {len(results)} ok in {time.monotonic() - started:.0f} s")
    return 1 if failed else 0


def _timed(step: Step) -> tuple[int, float]:
    """Run one step; return its exit code and seconds."""
    say(step.name)
    started = time.monotonic()
    variables = {"QT_QPA_PLATFORM": "offscreen"} | os.environ
    code = subprocess.run(step.command, cwd=ROOT, env=variables, check=False).returncode
    return code, time.monotonic() - started


# ---------------------------------------------------------------- freeze


def freeze_anew() -> int:
    """Freeze the program, also when nothing changed."""
    freeze()
    return 0


# ---------------------------------------------------------------- screenshots


def take_screenshots() -> int:
    """Drive the program through its screens on the sample plan; write a picture of each for README and guide."""
    python = set_up(QT_LIBRARIES, "the pictures")
    variables = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "1", "PYTHONPATH": str(ROOT)}
    command: Command = [python, ROOT / "packaging" / "screenshots.py", ROOT / "resources" / "help"]
    return subprocess.run(command, cwd=ROOT, env=variables, check=False).returncode


# ---------------------------------------------------------------- lock


_LOCKS: dict[str, list[str]] = {
    "runtime": [],
    "dev": ["--extra", "dev", "-c", "requirements/runtime.txt"],
    "freeze": ["--extra", "freeze", "-c", "requirements/runtime.txt"],
}


def write_locks() -> int:
    """Write the lock files anew: all platforms and Pythons, with the hashes of all files of a release."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = python_of(Path(folder))
        to_do = "read the words above; check the network and run the same command again."
        require([python, "-m", "pip", "install", "--quiet", "uv"], "No lock tool (uv) was installed.", to_do)
        for name, options in _LOCKS.items():
            require(_lock_command(python, name, options), f"requirements/{name}.txt was not written.", to_do)
            say(f"wrote requirements/{name}.txt")
    return 0


def _lock_command(python: Path, name: str, options: Sequence[str]) -> Command:
    """Return the command that resolves pyproject.toml; no host or local path gets into the file."""
    return [
        python, "-m", "uv", "pip", "compile", "pyproject.toml", "--quiet", "--no-config", "--universal",
        "--python-version", "3.11", "--upgrade", "--generate-hashes", "--no-header", "--no-annotate",
        "--no-emit-index-url", "--no-emit-find-links", *options, "--output-file", f"requirements/{name}.txt",
    ]  # fmt: skip
