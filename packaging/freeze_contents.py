"""What goes into the frozen program and what stays out; read by cchc.spec, without PyInstaller itself."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePath, PurePosixPath

Entry = tuple[str, str, str]
"""One line of PyInstaller's tables: place in the program's folder, source on this machine, kind."""

DATA_FOLDERS = ("resources", "db")

HIDDEN_IMPORTS = (
    "logging.config",  # what Alembic environments usually begin with
    "PySide6.QtNetwork",  # the local socket by which a second start raises the first window
    "PySide6.QtPrintSupport",
)
"""What no module of ours imports in a place where PyInstaller sees it."""

EXCLUDED_MODULES = (
    # Qt that no screen uses.
    "PySide6.QtConcurrent", "PySide6.QtDesigner", "PySide6.QtHelp", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets",
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtQuickControls2", "PySide6.QtQuickWidgets", "PySide6.QtSql",
    "PySide6.QtTest", "PySide6.QtUiTools", "PySide6.QtXml",
    # Picture formats that reportlab's Pillow would bring along.
    "PIL.AvifImagePlugin", "PIL._avif", "PIL.WebPImagePlugin", "PIL._webp", "PIL.ImageCms", "PIL._imagingcms",
    "PIL.ImageTk", "PIL._imagingtk", "PIL.ImageQt",
    # Parts of lxml that only its own extras use.
    "lxml.isoschematron", "lxml.objectify",
    # Developers' modules of the standard library and of packaging; the house forbids multiprocessing's sockets.
    "distutils", "doctest", "ensurepip", "idlelib", "lib2to3", "multiprocessing", "pdb", "pkg_resources", "pydoc",
    "setuptools", "test", "tkinter", "turtle", "unittest",
)  # fmt: skip

KEPT_QT_PLUGINS = {
    "iconengines": {"qsvgicon"},
    "imageformats": {"qgif", "qico", "qjpeg", "qsvg"},
    "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},
    "platforms": {"qminimal", "qoffscreen", "qwindows", "qxcb"},
    "platformthemes": {"qxdgdesktopportal"},
    "printsupport": {"cupsprintersupport"},
    "styles": {"qmodernwindowsstyle", "qwindowsvistastyle"},
}
"""Folder of Qt's plugins -> the plugins that stay; a folder that is not named goes whole."""

_PLUGIN = re.compile(r"/plugins/(?P<folder>[^/]+)/(?:lib)?(?P<name>[^/]+?)\.(?:so|dll|dylib)$")
_LIBRARY = re.compile(r"(?:\.so(?:\.[\d.]+)?|\.dll|\.dylib)$", re.IGNORECASE)
_EXTENSION = re.compile(r"\.(?:abi3|cpython-\w[\w-]*)\.so$", re.IGNORECASE)
_SHARED_PLACES = {".", "PySide6", "PySide6/Qt/lib", "shiboken6"}
_RUNTIME = re.compile(r"^(?:lib)?python3|^(?:vcruntime|msvcp|ucrtbase|api-ms-)", re.IGNORECASE)


def data_files(root: Path) -> list[tuple[str, str]]:
    """Return (source, folder in the program) of resources/ and db/, caches left out."""
    files = (file for folder in DATA_FOLDERS for file in sorted((root / folder).rglob("*")))
    return [
        (str(file), file.parent.relative_to(root).as_posix())
        for file in files
        if file.is_file() and "__pycache__" not in file.parts
    ]


def script_imports(folder: Path) -> list[str]:
    """Return what the scripts below a folder import: they travel as data, so PyInstaller does not read them."""
    found: set[str] = set()
    for file in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            found.update(_imported(node))
    return sorted(found - {"__future__"})


def _imported(node: ast.AST) -> Iterator[str]:
    """Yield the modules that one statement may import; `from a import b` may mean the module a.b."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
        yield node.module
        names = (f"{node.module}.{alias.name}" for alias in node.names)
        yield from (name for name in names if _is_module(name))


def _is_module(name: str) -> bool:
    """Say whether a dotted name is a module here, without importing more than its parents."""
    import importlib.util

    try:
        return importlib.util.find_spec(name) is not None
    except ImportError:
        return False


def is_wanted(place: str) -> bool:
    """Say whether a file that PyInstaller's hooks collected belongs into the program's folder."""
    path = PurePosixPath(PurePath(place).as_posix())
    if "translations" in path.parts and "PySide6" in path.parts:
        return False  # Qt has no Vietnamese ones; ours come with resources/
    plugin = _PLUGIN.search(path.as_posix())
    return plugin is None or plugin["name"] in KEPT_QT_PLUGINS.get(plugin["folder"], set())


def trimmed(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries that are wanted."""
    return [entry for entry in entries if is_wanted(entry[0])]


def without_orphans(entries: Iterable[Entry], needs: Callable[[str], Iterable[str]]) -> list[Entry]:
    """Return the entries without shared libraries that nothing which stays is linked with.

    The libraries of a dropped plugin (GTK, Wayland) go with it. `needs` gives the names of the libraries that a
    source file is linked with. Extension modules, plugins, the runtime itself and what a package keeps in its own
    folder (pypdfium2 loads its library by name) are never orphans.
    """
    kept = list(entries)
    sources = {_key(place): source for place, source, kind in kept if kind in ("BINARY", "EXTENSION")}
    waiting = [_key(place) for place, _, _ in kept if not _is_plain_library(place)]
    used: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in used:
            used.add(name)
            waiting.extend(_key(need) for need in (needs(sources[name]) if name in sources else ()))
    return [entry for entry in kept if _key(entry[0]) in used]


def _is_plain_library(place: str) -> bool:
    """Say whether a place holds a library that is there only because others are linked with it."""
    path = PurePosixPath(PurePath(place).as_posix())
    is_shared = str(path.parent) in _SHARED_PLACES or path.parent.name.endswith(".libs")
    if not is_shared or _EXTENSION.search(path.name) or _RUNTIME.search(path.name):
        return False
    return _LIBRARY.search(path.name) is not None


def _key(place: str) -> str:
    """Return the name by which libraries are linked; Windows does not tell upper from lower case."""
    name = PurePath(place).name
    return name.lower() if sys.platform == "win32" else name
