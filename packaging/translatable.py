"""Collects the words of the window from the sources: what `dev.py translations` gives to lupdate, and the tests expect.

lupdate itself reads Python by its letters: it takes the name before `.tr` for a context, passes over words in f-strings
and words whose context has a name, and knows none of our lists. Here the sources are parsed, and what could not be
translated is a finding with its line.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

Doors = dict[str, str]
"""Names of a module that translate or mark their argument (objects of `cchc_desktop/ui/words.py`), with contexts."""


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """One text of the program; `is_plural` where Qt chooses a form by a number."""

    context: str
    source: str
    is_plural: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """Words that cannot be collected, and where they stand."""

    place: str
    reason: str

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}"


@dataclass(slots=True)
class Collected:
    """What the sources hold."""

    messages: set[Message] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)


def sources_of(root: Path) -> list[Path]:
    """Return the modules that speak to a user: the layer ui."""
    return sorted((root / "cchc_desktop" / "ui").rglob("*.py"))


def collect(root: Path) -> Collected:
    """Return the messages of all modules of the window."""
    trees = {file.relative_to(root): ast.parse(file.read_text(encoding="utf-8")) for file in sources_of(root)}
    doors = {".".join(path.with_suffix("").parts): doors_of(tree) for path, tree in trees.items()}
    collected = Collected()
    for path, tree in trees.items():
        read_module(tree, path.as_posix(), doors, collected)
    return collected


def read_module(tree: ast.Module, name: str, doors: Mapping[str, Doors], collected: Collected) -> None:
    """Add the messages of one module; `name` is told with its findings, `doors` are those of other modules."""
    _Reader(_imported(tree, doors) | doors_of(tree), _constants(tree), name, collected).visit(tree)


def as_source(messages: Iterable[Message]) -> str:
    """Return messages as a module in which lupdate finds them: plain calls with plain strings."""
    lines = []
    for message in sorted(messages):
        words = f"{_quoted(message.context)}, {_quoted(message.source)}"
        call = f"QCoreApplication.translate({words}, None, 1)" if message.is_plural else f"QT_TRANSLATE_NOOP({words})"
        lines.append(call)
    return "\n".join(lines) + "\n"


def doors_of(tree: ast.Module) -> Doors:
    """Return the names of a module that translate or mark their argument, with their contexts."""
    constants, doors = _constants(tree), Doors()
    for node in tree.body:
        found = _door(node, constants, doors)
        if found is not None:
            doors[found[0]] = found[1]
    return doors


def _door(node: ast.stmt, constants: Mapping[str, str], doors: Doors) -> tuple[str, str] | None:
    context = None
    match node:
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(func=ast.Name(id="Words"), args=[named])):
            context = _text(named, constants)
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.Attribute(value=ast.Name(id=door), attr="mark")):
            context = doors.get(door)
        case ast.FunctionDef(name=name, args=ast.arguments(args=[argument]), body=[*_, ast.Return(value=value)]):
            context = _passed_on(value, argument.arg, constants)
    return None if context is None else (name, context)


def _passed_on(value: ast.expr | None, argument: str, constants: Mapping[str, str]) -> str | None:
    """Return the context in which a function translates its argument, None where it does something else."""
    match value:
        case ast.Call(func=ast.Attribute(attr="translate"), args=[context, ast.Name(id=passed)]) if passed == argument:
            return _text(context, constants)
    return None


def _imported(tree: ast.Module, doors: Mapping[str, Doors]) -> Doors:
    found = Doors()
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module is not None and node.module in doors:
            known = doors[node.module]
            found |= {alias.asname or alias.name: known[alias.name] for alias in node.names if alias.name in known}
    return found


def _constants(tree: ast.Module) -> dict[str, str]:
    return {name: text for node in tree.body for name, text in _constant(node)}


def _constant(node: ast.stmt) -> Iterator[tuple[str, str]]:
    match node:
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=str() as text)):
            yield name, text


def _text(node: ast.expr, constants: Mapping[str, str]) -> str | None:
    match node:
        case ast.Name(id=name):
            return constants.get(name)
        case ast.Constant(value=str() as text):
            return text
    return None


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


class _Reader(ast.NodeVisitor):
    """Walks one module with the class in mind that it is in: the context of `self.tr`."""

    def __init__(self, doors: Doors, constants: Mapping[str, str], name: str, collected: Collected) -> None:
        self._doors, self._constants, self._name, self._collected = doors, constants, name, collected
        self._classes: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        self._read(node)
        self.generic_visit(node)

    def _read(self, node: ast.Call) -> None:
        match node.func:
            case ast.Attribute(value=ast.Name(id="self"), attr="tr") if self._classes:
                self._take(self._classes[-1], node.args, node)
            case ast.Attribute(attr="tr"):
                self._object(node, "`tr` of something else than `self` looks its words up under another's name")
            case ast.Attribute(value=ast.Name(id="QCoreApplication"), attr="translate"):
                self._take(_text(node.args[0], self._constants), node.args[1:], node, may_be_marked=True)
            case ast.Name(id=name) if name in self._doors:
                self._take(self._doors[name], node.args, node, may_be_marked=True)
            case ast.Attribute(value=ast.Name(id=name), attr="mark" | "count" as kind) if name in self._doors:
                self._take(self._doors[name], node.args, node, is_plural=kind == "count")
            case ast.Attribute(value=ast.Name(id=name), attr="table") if name in self._doors:
                self._take_table(self._doors[name], node)

    def _take(
        self,
        context: str | None,
        arguments: Sequence[ast.expr],
        node: ast.Call,
        *,
        is_plural: bool = False,
        may_be_marked: bool = False,
    ) -> None:
        words = arguments[0] if arguments else None
        if context is not None and isinstance(words, ast.Constant) and isinstance(words.value, str):
            self._collected.messages.add(Message(context, words.value, is_plural or len(arguments) > 2))
        elif not may_be_marked:
            self._object(node, "words of a variable are marked where they stand, and shown through `Words`")
        elif isinstance(words, ast.JoinedStr):
            self._object(node, "an f-string is put together before it is looked up: use places and `format`")

    def _take_table(self, context: str, node: ast.Call) -> None:
        match node.args:
            case [ast.Dict(values=values)]:
                for value in values:
                    self._take(context, [value], node)
            case _:
                self._object(node, "a table of words is written where it is marked")

    def _object(self, node: ast.Call, reason: str) -> None:
        self._collected.findings.append(Finding(f"{self._name}:{node.lineno}", reason))
