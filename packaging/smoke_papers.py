"""Steps of the smoke test: the report with its charts, and a superior's form filled."""

from __future__ import annotations

import zipfile

import smoke_files
from smoke_program import Program, require_that

_PICTURES = {"docx": "word/media/picture1.png", "xlsx": "xl/charts/chart1.xml"}
_PERIOD = "2025-Q3"
_TYPED = "Người nhận của phường"


def write_report(program: Program) -> str:
    """The report of a quarter in all three formats, its charts drawn."""
    for ending in ("docx", "xlsx", "pdf"):
        target = program.place / f"Báo cáo quý.{ending}"
        program.run("report", 1, "--period", _PERIOD, "--charts", "--to", target)
        if ending in _PICTURES:
            with zipfile.ZipFile(target) as archive:
                require_that(_PICTURES[ending] in archive.namelist(), f"no chart in {target.name}")
        else:
            require_that(target.read_bytes().startswith(b"%PDF-"), "no PDF")
    return "Word, Excel, PDF"


def fill_form(program: Program) -> str:
    """A Word form is read in the child process, a cell typed, a copy filled; the form itself stays as it came."""
    form = smoke_files.write_appendix(program.place / "Biểu mẫu của cấp trên.docx")
    before = form.read_bytes()
    added = program.run("form", "add", form, "--json").json
    cell = added["cells"][0]["address"]
    program.run("form", "type", added["id"], "--period", _PERIOD, f"{cell}={_TYPED}")
    target = program.place / "Biểu mẫu đã điền.docx"
    program.run("form", "fill", added["id"], 1, "--period", _PERIOD, "--to", target)
    with zipfile.ZipFile(target) as archive:
        words = archive.read("word/document.xml").decode()
    require_that(_TYPED in words, "what was typed is not in the copy")
    require_that(form.read_bytes() == before, "the form was changed")
    return f"{len(added['cells'])} cells wait, 1 filled"
