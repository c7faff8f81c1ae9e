"""The smoke test of the frozen program: its steps in order, each with a verdict line."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import smoke_history
import smoke_papers
import smoke_safety
import smoke_steps
from dev_freeze import frozen_program
from dev_process import say
from dev_system import QT_LIBRARIES, SCREEN_PACKAGES, ensure_packages
from smoke_program import Fault, Program, folder_digest

Check = Callable[[Program], str]


@dataclass(frozen=True, slots=True)
class SmokeStep:
    """One thing that a person does: what it is, and the check that does it and says what it saw."""

    name: str
    check: Check


STEPS = (
    SmokeStep("says its version", smoke_steps.version),
    SmokeStep("reads a Word file", smoke_steps.import_word),
    SmokeStep("lists and shows plans", smoke_steps.list_and_show),
    SmokeStep("finds by initials", smoke_steps.search),
    SmokeStep("writes an Excel file", smoke_steps.export_excel),
    SmokeStep("writes a PDF file", smoke_steps.export_pdf),
    SmokeStep("writes a report", smoke_papers.write_report),
    SmokeStep("fills a superior's form", smoke_papers.fill_form),
    SmokeStep("reads its own Excel file again", smoke_steps.import_excel),
    SmokeStep("finds its data sound", smoke_steps.check_data),
    SmokeStep("refuses hostile files", smoke_safety.refuse_hostile),
    SmokeStep("undoes and redoes", smoke_history.undo_and_redo),
    SmokeStep("shows its log", smoke_history.show_log),
    SmokeStep("shows its bin", smoke_history.show_bin),
    SmokeStep("backs up and restores", smoke_history.back_up_and_restore),
    SmokeStep("upgrades older databases", smoke_safety.upgrade_older),
    SmokeStep("leaves a newer database alone", smoke_safety.refuse_newer),
    SmokeStep("opens its window", smoke_steps.open_window),
)


def run_smoke() -> int:
    """Use the frozen program, made anew where the sources changed; return 1 when a step failed."""
    folder = frozen_program()
    ensure_packages([*QT_LIBRARIES, *SCREEN_PACKAGES], "the window on a virtual screen")
    with tempfile.TemporaryDirectory(prefix="Máy của chị Nguyễn Thị Hường ") as place:
        program = Program(folder, Path(place).resolve())
        program.make_folders()
        return run_program(program, STEPS)


def run_program(program: Program, steps: Sequence[SmokeStep]) -> int:
    """Take the steps one after the other, also after one failed; return 1 when any did."""
    started = time.monotonic()
    before = folder_digest(program.folder)
    leftovers = SmokeStep("leaves nothing behind", lambda used: smoke_safety.nothing_left(used, before))
    verdicts = [take(step, program) for step in (*steps, leftovers)]
    say(f"smoke: {sum(verdicts)} of {len(verdicts)} ok in {time.monotonic() - started:.0f} s")
    return 0 if all(verdicts) else 1


def take(step: SmokeStep, program: Program) -> bool:
    """Take one step, say its verdict in one line, and return whether it is good."""
    started = time.monotonic()
    try:
        seen, good = step.check(program), True
    except Exception as fault:  # whatever goes wrong in a step is that step's verdict, and the next one is taken
        seen, good = str(fault) if isinstance(fault, Fault) else repr(fault), False
    say(f"smoke: {'ok    ' if good else 'FAILED'} {step.name}, {time.monotonic() - started:.1f} s: {seen}")
    return good
