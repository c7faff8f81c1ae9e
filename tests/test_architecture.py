"""The house plan, checked by machine: layers, sizes, places, versions, fonts."""

from __future__ import annotations

import ast
import itertools
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest

import cchc_desktop
from cchc_desktop import paths

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "cchc_desktop"
CODE_FOLDERS = ("cchc_desktop", "packaging", "db")
SOURCES = sorted(file for folder in CODE_FOLDERS for file in (ROOT / folder).rglob("*.py"))

FILE_LINES = 500
NODE_LINES = {ast.ClassDef: 300, ast.FunctionDef: 60, ast.AsyncFunctionDef: 60}


def name_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


# ---------------------------------------------------------------- sizes


def oversized(source: str) -> Iterator[str]:
    """Yield what is longer than the house allows; there is no exception list."""
    lines = source.count("\n")
    if lines > FILE_LINES:
        yield f"file of {lines} lines"
    for node in ast.walk(ast.parse(source)):
        cap = NODE_LINES.get(type(node))
        if cap and node.end_lineno - node.lineno + 1 > cap:
            yield f"{node.name} of {node.end_lineno - node.lineno + 1} lines"


@pytest.mark.parametrize("file", SOURCES, ids=name_of)
def test_sizes(file):
    assert list(oversized(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("def f():\n" + "    pass\n" * 59, []),
        ("def f():\n" + "    pass\n" * 60, ["f of 61 lines"]),
        ("class C:\n" + "    x = 1\n" * 300, ["C of 301 lines"]),
        ("x = 1\n" * 501, ["file of 501 lines"]),
    ],
    ids=["fits", "function", "class", "file"],
)
def test_size_guard_barks(source, found):
    assert list(oversized(source)) == found


# ---------------------------------------------------------------- layers

LAYER_STUBS = (
    "__init__", "__main__", "app", "ui/__init__", "ui/screen", "cli/__init__", "cli/main", "rescue", "wiring",
    "services/__init__", "services/plans", "storage/__init__", "storage/tables", "documents/__init__",
    "documents/writer", "domain/__init__", "domain/plan", "settings", "paths", "safe_files", "clock", "without_tls",
    "holiday_source",
)  # fmt: skip

VIOLATIONS = {
    "domain above itself": ("domain/plan", "import cchc_desktop.services.plans", "Layers"),
    "siblings": ("documents/writer", "import cchc_desktop.storage.tables", "Layers"),
    "service knows storage": ("services/plans", "import cchc_desktop.storage.tables", "Layers"),
    "command line loads the window": ("cli/main", "import cchc_desktop.ui.screen", "Layers"),
    "module without a layer": ("stray", "", "Layers"),
    "domain knows a path": ("domain/plan", "import cchc_desktop.paths", "Domain and services"),
    "screen reaches storage": ("ui/screen", "import cchc_desktop.wiring", "Screens"),
    "Qt in a service": ("services/plans", "def f():\n    from PySide6 import QtCore", "Qt lives"),
    "Qt on the command line": ("cli/main", "import shiboken6", "Qt lives"),
    "database in a screen": ("ui/screen", "import sqlalchemy.orm", "SQLAlchemy"),
    "file format in storage": ("storage/tables", "import openpyxl.styles", "File formats"),
    "holidays in a screen": ("ui/screen", "import holidays", "The library of holidays"),
}


@pytest.fixture
def stub_project(tmp_path):
    """A tree of empty modules, one or two per layer, under the project's own contracts."""
    for stub in LAYER_STUBS:
        file = tmp_path / "cchc_desktop" / f"{stub}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    (tmp_path / "cchc_desktop/wiring.py").write_text("import cchc_desktop.storage.tables\n")
    (tmp_path / "cchc_desktop/ui/screen.py").write_text("import PySide6.QtWidgets\n")
    (tmp_path / "cchc_desktop/storage/tables.py").write_text("import sqlalchemy\n")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def lint_imports(project):
    code = "from importlinter.cli import lint_imports_command as command; command(['--no-cache'])"
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)


def test_contracts_hold_on_a_clean_tree(stub_project):
    done = lint_imports(stub_project)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(("module", "line", "contract"), VIOLATIONS.values(), ids=VIOLATIONS.keys())
def test_contract_barks(stub_project, module, line, contract):
    with (stub_project / "cchc_desktop" / f"{module}.py").open("a") as file:
        file.write(line + "\n")
    done = lint_imports(stub_project)
    assert done.returncode == 1
    assert re.search(rf"^{contract}.* BROKEN", done.stdout, re.MULTILINE), done.stdout


def test_domain_is_standard_library_only():
    allowed = sys.stdlib_module_names | {"cchc_desktop"}
    foreign = {
        f"{name_of(file)}: {name}"
        for file in sorted((PACKAGE / "domain").rglob("*.py"))
        for name in imported_names(ast.parse(file.read_text(encoding="utf-8")))
        if name not in allowed
    }
    assert foreign == set()


def imported_names(tree: ast.Module) -> Iterator[str]:
    """Yield the first part of every name imported absolutely, also inside functions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module.split(".")[0]


def qt_free_modules() -> list[str]:
    """Name every module but those where Qt lives and those that run when imported."""
    names = [".".join(file.relative_to(ROOT).with_suffix("").parts) for file in sorted(PACKAGE.rglob("*.py"))]
    qt_rooms = re.compile(r"cchc_desktop\.(ui|app)(\.|$)|.*\.__main__$")
    return [name.removesuffix(".__init__") for name in names if not qt_rooms.match(name)]


def test_all_but_the_window_imports_without_qt():
    modules = qt_free_modules()
    assert {"cchc_desktop.cli.main", "cchc_desktop.paths"} <= set(modules)
    code = (
        "import importlib, sys\n"
        "sys.modules['PySide6'] = sys.modules['shiboken6'] = None\n"
        f"for name in {modules!r}: importlib.import_module(name)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


# ---------------------------------------------------------------- places


def test_data_folders_are_not_packages():
    """An __init__.py in packaging/ would hide the library of that name."""
    folders = ("packaging", "db", "resources")
    assert [file for folder in folders for file in (ROOT / folder).rglob("__init__.py")] == []


def test_package_inits_hold_a_docstring_only():
    """An import in an __init__.py would load with every module below it."""
    files = list(PACKAGE.rglob("__init__.py"))
    crowded = [file for file in files if set(imported_names(ast.parse(file.read_text("utf-8"))))]
    assert files
    assert crowded == []


def test_tests_of_the_window_read_pdfs_in_turn():
    """PDFium takes the process down when two threads call it, and the window draws pages in the background."""
    files = [file for file in (ROOT / "tests" / "ui").rglob("*.py") if file.name != "pdf_reading.py"]
    assert files
    careless = [file for file in files if "pypdfium2" in set(imported_names(ast.parse(file.read_text("utf-8"))))]
    assert careless == []


def project_texts() -> Iterator[tuple[str, str]]:
    """Yield name and text of every text file of the project; tools' own folders are left out."""
    folders = ("cchc_desktop", "packaging", "db", "tests", "requirements", "resources", ".ci", ".")
    endings = {".py", ".md", ".toml", ".txt", ".json", ".mako", ".svg", ".ts", ".nsi", ".spec", ""}
    for folder in folders:
        files = (ROOT / folder).glob("*") if folder == "." else (ROOT / folder).rglob("*")
        for file in files:
            if file.is_file() and file.suffix in endings and file.name != ".git":
                yield name_of(file), file.read_text(encoding="utf-8")


def test_no_file_names_a_place_of_one_machine():
    """A path of somebody's machine or home in the project would be true nowhere else."""
    absolute = re.compile(r"(?<![\w.$}>/])/(?:work|home|root|Users|opt)/\w|\b[A-Z]:\\Users\\\w")
    found = [f"{name}: {hit.group()}" for name, text in project_texts() if (hit := absolute.search(text))]
    assert found == []


def test_no_test_that_always_runs_measures_time():
    """A machine is slow at times; how long things take is for the benchmarks, and for tests marked as slow."""
    timed = [name_of(file) for file in (ROOT / "tests").rglob("*.py")
             if "benchmarks" not in file.parts and file != Path(__file__) and "perf_counter" in file.read_text("utf-8")
             and "pytest.mark.slow" not in file.read_text("utf-8")]  # fmt: skip
    assert timed == []


def test_version_is_one():
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert newest is not None
    assert version("cchc-desktop") == cchc_desktop.__version__ == newest.group(1)


# ---------------------------------------------------------------- fonts and Qt


def vietnamese_letters() -> set[str]:
    """Return the 134 letters of Vietnamese that have marks: 12 vowels with 6 tones in both cases, and đ."""
    tones = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    pairs = itertools.product("aăâeêioôơuưy", tones)
    marked = {unicodedata.normalize("NFC", vowel + tone) for vowel, tone in pairs}
    lower = marked - set("aeiouy") | {"đ"}
    return lower | {letter.upper() for letter in lower}


def test_there_are_134_vietnamese_letters():
    assert len(vietnamese_letters()) == 134


@pytest.mark.parametrize("style", ["Regular", "Bold", "Italic", "BoldItalic"])
def test_font_has_all_vietnamese_letters(style):
    from reportlab.pdfbase.ttfonts import TTFont

    font = TTFont(style, str(paths.resource("fonts", f"LiberationSerif-{style}.ttf")))
    missing = {letter for letter in vietnamese_letters() if not font.face.charToGlyph.get(ord(letter))}
    assert missing == set()


def test_fonts_come_with_their_licence():
    assert "SIL OPEN FONT LICENSE" in paths.resource("fonts", "LICENSE-OFL.txt").read_text("utf-8").upper()


def test_qt_calls_keep_none_alive(qtbot):
    """PySide6 6.12.0 on Python 3.11 lost one reference of None per void call, until it aborted."""
    from PySide6.QtWidgets import QPushButton

    button = QPushButton()
    qtbot.addWidget(button)
    before = sys.getrefcount(None)
    for _ in range(2000):
        button.setEnabled(True)
    assert abs(sys.getrefcount(None) - before) < 200
