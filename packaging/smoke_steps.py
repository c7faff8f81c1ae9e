"""Steps of the smoke test: plans in, plans out, and the window."""

from __future__ import annotations

import re
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import smoke_files
from dev_process import ROOT
from dev_system import virtual_screen
from smoke_picture import read_png
from smoke_program import Program, require_that

_SECONDS_TO_PAINT = 60
_LEAST_EXCEL, _LEAST_PDF = 4_000, 10_000
_LEAST_WIDTH, _LEAST_HEIGHT = 800, 500
_EMBEDDED_SERIF = re.compile(rb"/FontName /[A-Z]{6}\+LiberationSerif")


def version(program: Program) -> str:
    """`--version` names the version of the sources."""
    source = (ROOT / "cchc_desktop" / "__init__.py").read_text(encoding="utf-8")
    wanted = re.search(r'__version__ = "(.+?)"', source)
    said = program.run("--version").out.strip()
    require_that(wanted and said == f"cchc {wanted[1]}", f"{said!r}, the sources say {wanted and wanted[1]}")
    return said


def import_word(program: Program) -> str:
    """A Word file becomes the first plan."""
    source = smoke_files.write_appendix(program.place / "Phụ lục kế hoạch.docx")
    result = program.run("import", source, "--json").json
    found = (result["plan_id"], result["sections"], result["items"])
    require_that(found == (1, smoke_files.SECTIONS, smoke_files.ITEMS), f"plan, sections, items: {found}")
    require_that(program.database.is_file(), f"no database at {program.database}")
    return f"{result['sections']} sections, {result['items']} tasks"


def list_and_show(program: Program) -> str:
    """The plan stands in the list, and its tasks have the words of the file."""
    (plan,) = program.run("plans", "--json").json
    shown = program.run("show", plan["id"], "--json").json
    words = item_words(shown)
    wanted = [row[1] for row in smoke_files.ROWS[1:] if row[0].isdigit()]
    require_that(words == wanted, f"tasks: {words}")
    require_that(plan["title"] in program.run("show", plan["id"]).out, "the plan's title is not shown as text")
    return str(plan["title"])


def item_words(shown: dict[str, Any]) -> list[str]:
    """Return the words of the tasks that `show --json` printed, in order."""
    return [item["content"] for section in shown["sections"] for item in section["items"]]


def search(program: Program) -> str:
    """Words without accents and an abbreviation of the seed find tasks."""
    counts = [len(program.run("search", words, "--json").json) for words in ("giam giay to", "vp hdnd")]
    require_that(counts == [1, 2], f"hits: {counts}")
    return "1 and 2 hits"


def export_excel(program: Program) -> str:
    """The appendix as a workbook that is whole."""
    target = program.place / "Phụ lục xuất ra.xlsx"
    program.run("export", 1, "appendix", "--to", target)
    with zipfile.ZipFile(target) as archive:
        require_that(archive.testzip() is None, "a damaged part")
        require_that("xl/worksheets/sheet1.xml" in archive.namelist(), "no sheet")
    return _at_least(target, _LEAST_EXCEL)


def export_pdf(program: Program) -> str:
    """The appendix as a PDF with its own fonts: Liberation Serif embedded, nothing left to the reader's machine."""
    target = program.place / "Phụ lục xuất ra.pdf"
    program.run("export", 1, "appendix", "--to", target)
    data = target.read_bytes()
    require_that(data.startswith(b"%PDF-") and b"%%EOF" in data[-32:], "no whole PDF")
    require_that(_EMBEDDED_SERIF.search(data) and b"/FontFile2" in data, "Liberation Serif is not embedded")
    require_that(b"Helvetica" not in data, "a font that is not embedded: Helvetica")
    return _at_least(target, _LEAST_PDF)


def _at_least(file: Path, wanted: int) -> str:
    size = file.stat().st_size
    require_that(size >= wanted, f"{size} bytes, wanted {wanted}")
    return f"{size / 1000:.0f} kB"


def import_excel(program: Program) -> str:
    """The exported workbook comes in again, as a second plan of the same tasks."""
    result = program.run("import", program.place / "Phụ lục xuất ra.xlsx", "--json").json
    words = [item_words(program.run("show", plan, "--json").json) for plan in (1, result["plan_id"])]
    require_that(words[0] == words[1], f"tasks: {words[1]}")
    return f"{result['items']} tasks"


def check_data(program: Program) -> str:
    """`check` finds no fault."""
    report = program.run("check", "--json").json
    require_that(report["problems"] == [] and report["counts"]["plan"] == 2, report)
    return f"{report['counts']['item']} tasks counted"


def open_window(program: Program) -> str:
    """The window paints the sample plan; the picture that it leaves is of a window and not blank."""
    target = program.place / "Cửa sổ.png"
    with _screen() as screen:
        answer = program.open_window(
            "--sample", "--screenshot", target, "--exit-after-screenshot", screen=screen, seconds=_SECONDS_TO_PAINT
        )
    require_that(answer.code == 0, f"exit code {answer.code}: {answer.err.strip()[-300:]}")
    require_that(target.is_file(), f"no picture: {answer.err.strip()[-300:]}")
    picture = read_png(target.read_bytes())
    size = f"{picture.width} x {picture.height}"
    require_that(picture.width >= _LEAST_WIDTH and picture.height >= _LEAST_HEIGHT, size)
    require_that(not picture.is_blank, f"{size}, blank: {len(picture.colours)} colours")
    return f"{size}, {len(picture.colours)} colours"


@contextmanager
def _screen() -> Iterator[dict[str, str]]:
    """Give the variables of a screen: on Linux a virtual one, so that no window stands in a developer's way."""
    if not sys.platform.startswith("linux"):
        yield {}
        return
    with virtual_screen() as display:
        yield {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
