"""What goes into the frozen program, when it is made anew, and its two entries. Nothing is built here."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import dev_freeze
import dev_system
import freeze_contents

ROOT = Path(__file__).resolve().parent.parent


# ---------------------------------------------------------------- data and imports


def test_data_stands_where_the_frozen_program_looks(monkeypatch, tmp_path):
    from cchc_desktop import paths

    placed = {tmp_path / folder / Path(source).name for source, folder in freeze_contents.data_files(ROOT)}
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    wanted = {
        paths.migrations_dir() / "env.py",
        paths.migrations_dir() / "versions" / "0001_first_schema.py",
        paths.resource("fonts", "LiberationSerif-Regular.ttf"),
        paths.resource("fonts", "LICENSE-OFL.txt"),
        paths.seed("areas.json"),
    }
    assert wanted <= placed


def test_data_holds_no_caches(tmp_path):
    cache = tmp_path / "db" / "migrations" / "__pycache__"
    cache.mkdir(parents=True)
    (cache / "env.cpython-311.pyc").touch()
    (cache.parent / "env.py").touch()
    assert freeze_contents.data_files(tmp_path) == [(str(cache.parent / "env.py"), "db/migrations")]


def test_imports_of_scripts_that_travel_as_data(tmp_path):
    (tmp_path / "versions").mkdir()
    (tmp_path / "env.py").write_text("from __future__ import annotations\nfrom alembic import context, op\n")
    (tmp_path / "versions" / "0001.py").write_text("import json\ndef f():\n    from xml.dom import minidom, Node\n")
    assert freeze_contents.script_imports(tmp_path) == [
        "alembic", "alembic.context", "alembic.op", "json", "xml.dom", "xml.dom.minidom",
    ]  # fmt: skip


def test_nothing_that_a_migration_imports_is_excluded():
    imports = set(freeze_contents.script_imports(ROOT / "db" / "migrations"))
    assert "alembic" in imports
    assert imports.isdisjoint(freeze_contents.EXCLUDED_MODULES)


# ---------------------------------------------------------------- trimming


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/Qt/plugins/iconengines/libqsvgicon.so", True),
        ("PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so", True),
        ("PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/plugins/platforms/libqwayland.so", False),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", False),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("PySide6/QtWidgets.abi3.so", True),
        ("resources/translations/cchc_en.qm", True),
        ("db/migrations/env.py", True),
    ],
)
def test_trimming(place, wanted):
    assert freeze_contents.is_wanted(place) is wanted


LINKS = {
    "/lib/libqxcb.so": ["libXcbQpa.so.6"],
    "/lib/libXcbQpa.so.6": ["libxcb.so.1", "libc.so.6"],
    "/lib/libgtk-3.so.0": ["libcairo.so.2"],
    "/lib/_ssl.so": ["libssl.so.3"],
}


def entry(place, kind="BINARY"):
    return place, f"/lib/{Path(place).name}", kind


def test_libraries_of_dropped_plugins_go_with_them():
    entries = [
        entry("PySide6/Qt/plugins/platforms/libqxcb.so"),
        entry("PySide6/Qt/lib/libXcbQpa.so.6"),
        ("libXcbQpa.so.6", "PySide6/Qt/lib/libXcbQpa.so.6", "SYMLINK"),
        entry("libxcb.so.1"),
        entry("libgtk-3.so.0"),
        entry("libcairo.so.2"),
        ("libQt6WaylandClient.so.6", "PySide6/Qt/lib/libQt6WaylandClient.so.6", "SYMLINK"),
    ]
    kept = freeze_contents.without_orphans(entries, lambda source: LINKS.get(source, []))
    assert [place for place, _, _ in kept] == [place for place, _, _ in entries[:4]]


@pytest.mark.parametrize(
    "place",
    [
        "libpython3.11.so.1.0",
        "python313.dll",
        "VCRUNTIME140_1.dll",
        "python3.11/lib-dynload/_ssl.cpython-311-x86_64-linux-gnu.so",
        "PySide6/QtGui.abi3.so",
        "lxml/etree.cpython-313-x86_64-linux-gnu.so",
        "pypdfium2_raw/libpdfium.so",
        "resources/fonts/widths.json",
    ],
)
def test_what_is_never_an_orphan(place):
    assert freeze_contents.without_orphans([entry(place)], lambda source: []) == [entry(place)]


def test_only_binaries_are_asked_what_they_are_linked_with():
    asked = []
    entries = [entry("db/seed/areas.json", "DATA"), entry("lxml/etree.abi3.so", "EXTENSION")]
    freeze_contents.without_orphans(entries, lambda source: asked.append(source) or [])
    assert asked == ["/lib/etree.abi3.so"]


# ---------------------------------------------------------------- when it is made anew


@pytest.fixture
def project(tmp_path):
    for name in ("cchc_desktop/app.py", "db/seed/areas.json", "packaging/cchc.spec", "packaging/entry_window.py"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name)
    return tmp_path


@pytest.mark.parametrize("name", ["cchc_desktop/app.py", "db/seed/new.json", "packaging/cchc.spec"])
def test_a_changed_source_changes_the_fingerprint(project, name):
    before = dev_freeze.source_fingerprint(project, "3.11")
    (project / name).write_text("something else")
    assert dev_freeze.source_fingerprint(project, "3.11") != before


def test_what_is_not_frozen_leaves_the_fingerprint(project):
    before = dev_freeze.source_fingerprint(project, "3.11")
    for name in ("README.md", "packaging/dev.py", "cchc_desktop/__pycache__/app.cpython-311.pyc"):
        (project / name).parent.mkdir(exist_ok=True)
        (project / name).write_text("x")
    assert dev_freeze.source_fingerprint(project, "3.11") == before
    assert dev_freeze.source_fingerprint(project, "3.12") != before


def test_every_source_of_the_frozen_program_is_there():
    names = {file.relative_to(ROOT).as_posix() for file in dev_freeze.source_files(ROOT)}
    assert {
        "cchc_desktop/__main__.py", "db/migrations/env.py", "packaging/cchc.spec", "packaging/entry_console.py",
        "packaging/entry_window.py", "packaging/freeze_contents.py", "requirements/freeze.txt",
        "resources/fonts/widths.json",
    } <= names  # fmt: skip


def test_size_counts_files_once(tmp_path):
    (tmp_path / "a").write_bytes(b"12345")
    if os.name != "nt":
        (tmp_path / "b").symlink_to("a")
    assert dev_freeze.folder_size(tmp_path) == 5


def test_a_python_without_its_library_needs_a_package(monkeypatch):
    monkeypatch.setattr(dev_system.sysconfig, "get_config_var", lambda name: 0)
    library = () if os.name == "nt" else (dev_system.PYTHON_LIBRARY,)
    assert dev_system.freeze_packages() == ("binutils", *library)
    monkeypatch.setattr(dev_system.sysconfig, "get_config_var", lambda name: 1)
    assert dev_system.freeze_packages() == ("binutils",)


# ---------------------------------------------------------------- entries


@pytest.mark.parametrize("script", ["entry_window.py", "entry_console.py"])
def test_either_executable_is_the_reader_child(script, tmp_path):
    command = [sys.executable, str(ROOT / "packaging" / script), "--read-raw", str(tmp_path / "none.docx")]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, input=b"{}\n", env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stdout[:2]) == (0, b"R "), done.stderr


def test_the_spec_names_both_entries_and_one_folder():
    spec = (ROOT / "packaging" / "cchc.spec").read_text(encoding="utf-8")
    compile(spec, "cchc.spec", "exec")
    assert "COLLECT(" in spec
    assert spec.count("exclude_binaries=True") == 1
    for entry_name in ("entry_window", "entry_console"):
        assert entry_name in spec
        assert (ROOT / "packaging" / f"{entry_name}.py").is_file()
