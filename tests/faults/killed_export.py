"""An export killed half-way over an existing file: the old file whole or the new one whole, and the next one works."""

from __future__ import annotations

import select
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from cchc_desktop import wiring
from cchc_desktop.services import exchange, item_editing, plans
from tests.faults.forks import IS_POSSIBLE, WHY_NOT, Child, in_child
from tests.faults.report import Report, Tally
from tests.faults.sample import make_sample

NAME, SMALL, FULL = "killed export", 20, 300
_PATIENCE = 60.0
_MARK = "Dấu của bản mới"

Export = Callable[[Path, Path], None]
ENDINGS = ("xlsx", "pdf")


def run(count: int, folder: Path, seed: int, export: Export | None = None) -> Report:
    """Kill `count` exports, xlsx and pdf in turn, each at a random moment of its work."""
    if not IS_POSSIBLE:
        return Report(NAME, 0, skipped=WHY_NOT)
    random = Random(seed)
    tally = Tally()
    for name in ("old file whole", "new file whole", "neither", "temporary files left behind"):
        tally.count(name, 0)
    database = make_sample(folder / "export.db")
    old = {ending: _export_here(database, folder / f"old.{ending}") for ending in ENDINGS}
    with wiring.open_workspace(database) as workspace:
        item_editing.edit_item(workspace, 1, {"content": _MARK})
    lasts = {ending: _seconds(database, folder / f"warm.{ending}") for ending in ENDINGS}
    for number in range(count):
        ending = ENDINGS[number % 2]
        target = folder / "targets" / f"phụ lục.{ending}"
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(old[ending])
        delay = _delay(random, lasts[ending])
        with Child(lambda send, target=target: _work(send, database, target, export or export_file)) as child:
            child.next(_PATIENCE)  # it begins
            select.select([], [], [], delay)
        _judge(target, old[ending], tally, f"seed {seed}, round {number} ({ending})")
    tally.count("temporary files left behind", sum(1 for _ in (folder / "targets").glob(".*.tmp")))
    _require_next_export(database, folder / "targets", tally)
    return tally.report(NAME, count)


def _delay(random: Random, lasts: float) -> float:
    """Return when to kill: at any moment of the work, half of the time near its end, where the file is replaced."""
    return random.uniform(0.0, 1.1 * lasts) if random.random() < 0.5 else random.uniform(0.8, 1.3) * lasts


def _judge(target: Path, old: bytes, tally: Tally, where: str) -> None:
    found = target.read_bytes() if target.exists() else b""
    if found == old:
        tally.count("old file whole")
        return
    trouble = _trouble_in_new(target)
    tally.count("neither" if trouble else "new file whole")
    tally.require(not trouble, f"{where}: {trouble}")


def _trouble_in_new(target: Path) -> str:
    """Open the file as its reader does and look for what the newest export must hold."""
    try:
        words = _words_of_xlsx(target) if target.suffix == ".xlsx" else _words_of_pdf(target)
    except Exception as error:
        return f"cannot be opened: {error!r}"
    return "" if _MARK in words else "opens, but is not the new file"


def _words_of_xlsx(target: Path) -> str:
    from openpyxl import load_workbook

    return "\n".join(str(cell) for row in load_workbook(target).active.iter_rows(values_only=True) for cell in row)


def _words_of_pdf(target: Path) -> str:
    from pypdfium2 import PdfDocument

    document = PdfDocument(target)
    try:
        return "\n".join(document[number].get_textpage().get_text_bounded() for number in range(len(document)))
    finally:
        document.close()


def _require_next_export(database: Path, folder: Path, tally: Tally) -> None:
    for ending in ENDINGS:
        target = folder / f"phụ lục.{ending}"
        export_file(database, target)
        trouble = _trouble_in_new(target)
        tally.require(not trouble, f"the next export to {ending} does not work: {trouble}")


def _export_here(database: Path, target: Path) -> bytes:
    export_file(database, target)
    return target.read_bytes()


def _seconds(database: Path, target: Path) -> float:
    """Return how long an export takes in a child, where nothing is warm."""

    def timed() -> float:
        start = time.monotonic()
        export_file(database, target)
        return time.monotonic() - start

    return max(float(in_child(timed).value) for _ in range(2))


def _work(send: Callable[[object], None], database: Path, target: Path, export: Export) -> None:
    send("begin")
    export(database, target)


def export_file(database: Path, target: Path) -> None:
    """Export the appendix of the first plan through the services."""
    with wiring.open_reading(database) as workspace:
        exchange.export_appendix(workspace, plans.list_plans(workspace)[0].id, "appendix", target)
