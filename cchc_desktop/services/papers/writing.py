"""Use cases that write a paper to a file, in the format that its ending names; the port makes the file safely."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.papers.followup import AppendixPaper, Grouping, Paper, ReminderLetter
from cchc_desktop.domain.papers.report_paper import AnyPaper
from cchc_desktop.domain.ports import CancelCheck, ProgressCallback, never_cancelled, no_progress
from cchc_desktop.services.papers.chairman import chairman_sheet
from cchc_desktop.services.papers.issuing import PaperChoices, paper_layout
from cchc_desktop.services.papers.tracking import agency_sheet, tracking
from cchc_desktop.services.plans import open_plan
from cchc_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which table of a plan is wanted: as of which day, of which agency alone, grouped how, looking how."""

    as_of: date
    agency: str | None = None
    by: Grouping = Grouping.AREA
    choices: PaperChoices | None = None


Gatherer = Callable[[Workspace, int, Wanted], Paper]


def gather(
    workspace: Workspace,
    plan_id: int,
    kind: str,
    as_of: date,
    agency: str | None = None,
    by: Grouping = Grouping.AREA,
    choices: PaperChoices | None = None,
) -> Paper:
    """Return the data of a paper by its kind (`KINDS`); NotFound, InvalidInput where there is nothing to print."""
    return KINDS[kind](workspace, plan_id, Wanted(as_of, agency, by, choices))


def write_paper(
    workspace: Workspace,
    paper: AnyPaper,
    target: Path,
    progress: ProgressCallback = no_progress,
    is_cancelled: CancelCheck = never_cancelled,
) -> tuple[str, ...]:
    """Write a paper to a .docx, .pdf or .xlsx file; return notes for the user. CannotWrite, Cancelled."""
    return workspace.papers(paper, target, progress, is_cancelled)


def office_targets(letters: Sequence[ReminderLetter], target: Path) -> tuple[Path, ...]:
    """Return a file for each letter beside `target`, named by its office: 'đôn đốc - Công an phường.docx'."""
    used: dict[str, int] = {}
    return tuple(target.with_name(_file_name(target, _file_words(letter), used)) for letter in letters)


_FORBIDDEN = '<>:"/\\|?*'
_LONGEST_NAME = 60


def _file_words(letter: ReminderLetter) -> str:
    words = "".join(" " if mark in _FORBIDDEN or ord(mark) < ord(" ") else mark for mark in letter.addressees[0])
    return " ".join(words.split())[:_LONGEST_NAME].rstrip(". ") or "cơ quan"


def _file_name(target: Path, words: str, used: dict[str, int]) -> str:
    used[words.lower()] = number = used.get(words.lower(), 0) + 1
    again = f" ({number})" if number > 1 else ""
    return f"{target.stem} - {words}{again}{target.suffix}"


def _appendix(workspace: Workspace, plan_id: int, wanted: Wanted) -> Paper:
    tree = open_plan(workspace, plan_id)
    if not tree.items:
        raise InvalidInput("Kế hoạch này chưa có nhiệm vụ nào để xuất phụ lục nhiệm vụ.")
    return AppendixPaper(tree, paper_layout(workspace, wanted.choices))


def _indicators(workspace: Workspace, plan_id: int, wanted: Wanted) -> Paper:
    tree = open_plan(workspace, plan_id)
    if not tree.indicators:
        raise InvalidInput("Kế hoạch này chưa có chỉ tiêu nào để xuất phụ lục chỉ tiêu.")
    return AppendixPaper(tree, paper_layout(workspace, wanted.choices), indicators=True)


def _tracking(workspace: Workspace, plan_id: int, wanted: Wanted) -> Paper:
    return tracking(workspace, plan_id, wanted.as_of, wanted.by, wanted.agency, wanted.choices)


def _agency(workspace: Workspace, plan_id: int, wanted: Wanted) -> Paper:
    return agency_sheet(workspace, plan_id, wanted.as_of, wanted.agency, wanted.choices)


def _chairman(workspace: Workspace, plan_id: int, wanted: Wanted) -> Paper:
    return chairman_sheet(workspace, plan_id, wanted.as_of, wanted.choices)


KINDS: Mapping[str, Gatherer] = {
    "appendix": _appendix,
    "indicators": _indicators,
    "tracking": _tracking,
    "agency": _agency,
    "chairman": _chairman,
}
"""The papers of one plan by the names that the command line has for them; the appendices know no day and no agency."""
