"""A paper killed half-way over an existing file: the old file whole or the new one whole, and the next one works.

Every paper is drawn in every format. The data are gathered once, so that all of a child's life is writing.
"""

from __future__ import annotations

import select
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from cchc_desktop import wiring
from cchc_desktop.domain.ports import never_cancelled, no_progress
from cchc_desktop.services import item_editing, plans
from cchc_desktop.services.papers import reminder, reporting, writing
from cchc_desktop.services.workspace import Workspace
from tests.faults.forks import IS_POSSIBLE, WHY_NOT, Child, in_child
from tests.faults.report import Report, Tally
from tests.faults.sample import make_sample

if TYPE_CHECKING:
    from cchc_desktop.domain.papers.report_paper import AnyPaper

NAME, SMALL, FULL = "killed export", 20, 420
ENDINGS = ("docx", "xlsx", "pdf")
_PATIENCE = 60.0
_MARK = "Dấu của bản mới"

Write = Callable[["AnyPaper", Path], None]


@dataclass(frozen=True, slots=True)
class Draw:
    """One paper in one format, before and after an edit, and how long it takes to write (seconds)."""

    name: str
    target: Path
    old: bytes
    new: AnyPaper
    lasts: float


def run(count: int, folder: Path, seed: int, write: Write | None = None) -> Report:
    """Kill `count` exports, each of another paper and format, at a random moment of its work."""
    if not IS_POSSIBLE:
        return Report(NAME, 0, skipped=WHY_NOT)
    random, tally = Random(seed), Tally()
    for name in ("old file whole", "new file whole", "neither", "temporary files left behind"):
        tally.count(name, 0)
    before, after = _gathered(make_sample(folder / "export.db"))
    (folder / "targets").mkdir()
    _warm(before, folder)
    pairs = random.sample([(name, ending) for name in before for ending in ENDINGS], k=len(before) * len(ENDINGS))
    drawn: dict[tuple[str, str], Draw] = {}
    for number in range(count):
        name, ending = pair = pairs[number % len(pairs)]
        draw = drawn.get(pair)
        if draw is None:
            target = folder / "targets" / f"văn bản {name}.{ending}"
            draw = drawn[pair] = _drawn(before[name], after[name], target, tally)
        _kill(draw, _delay(random, draw.lasts), write or write_file)
        _judge(draw, tally, f"seed {seed}, round {number}")
    tally.count("temporary files left behind", sum(1 for _ in (folder / "targets").glob(".*.tmp")))
    tally.count("papers and formats", len(drawn))
    for draw in drawn.values():
        write_file(draw.new, draw.target)
        trouble = _trouble_in_new(draw.target)
        tally.require(not trouble, f"the next export to {draw.name} does not work: {trouble}")
    return tally.report(NAME, count)


def _warm(papers: dict[str, AnyPaper], folder: Path) -> None:
    """Import the writers once, so that no child does."""
    for ending in ENDINGS:
        write_file(papers["report"], folder / f"warm.{ending}")


def _gathered(database: Path) -> tuple[dict[str, AnyPaper], dict[str, AnyPaper]]:
    """Return every paper of the sample before and after an edit that all of them show."""
    with wiring.open_workspace(database) as workspace:
        plan = plans.list_plans(workspace)[0]
        kept = plans.open_plan(workspace, plan.id).plan
        plans.save_plan(workspace, replace(kept, tracked_from=None))
        before = dict(_papers(workspace, plan.id))
        item_editing.edit_item(workspace, 1, {"content": _MARK})
        kept = plans.open_plan(workspace, plan.id).plan
        plans.save_plan(workspace, replace(kept, title=_MARK, form=replace(kept.form, title_block=()),
                                           indicator_form=replace(kept.indicator_form, title_block=())))  # fmt: skip
        return before, dict(_papers(workspace, plan.id))


def _papers(workspace: Workspace, plan_id: int) -> Iterator[tuple[str, AnyPaper]]:
    """Yield every paper of a plan as of its last day."""
    end = plans.open_plan(workspace, plan_id).plan.period.end
    for kind in writing.KINDS:
        yield kind, writing.gather(workspace, plan_id, kind, end)
    yield "reminder", reminder.reminder(workspace, plan_id, end)
    choices = reporting.ReportChoices(charts=True, tracking=True)
    yield "report", reporting.report_paper(workspace, [plan_id], str(end.year), wiring.report_template(), choices)


def _drawn(old: AnyPaper, new: AnyPaper, target: Path, tally: Tally) -> Draw:
    """Write a paper as it was and as it is, and see that they can be told apart."""
    lasts = float(in_child(lambda: _seconds(new, target)).value)
    tally.require(not _trouble_in_new(target), f"{target.name}: the mark is not in the new file")
    write_file(old, target)
    tally.require(bool(_trouble_in_new(target)), f"{target.name}: the mark is in the old file")
    return Draw(target.name, target, target.read_bytes(), new, lasts)


def _seconds(paper: AnyPaper, target: Path) -> float:
    start = time.monotonic()
    write_file(paper, target)
    return time.monotonic() - start


def _kill(draw: Draw, delay: float, write: Write) -> None:
    draw.target.write_bytes(draw.old)

    def work(send: Callable[[object], None]) -> None:
        send("begin")
        write(draw.new, draw.target)

    with Child(work) as child:
        child.next(_PATIENCE)  # it begins
        select.select([], [], [], delay)


def _delay(random: Random, lasts: float) -> float:
    """Return when to kill: at any moment of the work, half of the time near its end, where the file is replaced."""
    return random.uniform(0.0, 1.1 * lasts) if random.random() < 0.5 else random.uniform(0.8, 1.3) * lasts


def _judge(draw: Draw, tally: Tally, where: str) -> None:
    found = draw.target.read_bytes() if draw.target.exists() else b""
    if found == draw.old:
        tally.count("old file whole")
        return
    trouble = _trouble_in_new(draw.target)
    tally.count("neither" if trouble else "new file whole")
    tally.require(not trouble, f"{where} ({draw.name}): {trouble}")


# --- reading back ------------------------------------------------------------------------------------------------


def _trouble_in_new(target: Path) -> str:
    """Open the file as its reader does and look for what the newest export must hold."""
    try:
        words = _READERS[target.suffix](target)
    except Exception as error:
        return f"cannot be opened: {error!r}"
    return "" if _MARK.casefold() in " ".join(words.split()).casefold() else "opens, but is not the new file"


def _words_of_docx(target: Path) -> str:
    from docx import Document

    return " ".join(node.text or "" for node in Document(str(target)).element.body.iter() if node.tag.endswith("}t"))


def _words_of_xlsx(target: Path) -> str:
    from openpyxl import load_workbook

    sheets = load_workbook(target).worksheets
    return "\n".join(str(cell) for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row)


def _words_of_pdf(target: Path) -> str:
    from pypdfium2 import PdfDocument

    document = PdfDocument(target)
    try:
        return "\n".join(document[number].get_textpage().get_text_bounded() for number in range(len(document)))
    finally:
        document.close()


_READERS = {".docx": _words_of_docx, ".xlsx": _words_of_xlsx, ".pdf": _words_of_pdf}


def write_file(paper: AnyPaper, target: Path) -> None:
    """Write a paper as the program does."""
    wiring.write_paper(paper, target, no_progress, never_cancelled)
