"""No signal of the screens calls into the void: each one is emitted somewhere, and somebody listens."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import cchc_desktop

_PACKAGE = Path(cchc_desktop.__file__).parent


def declared(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Yield class and name of each signal."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            for line in node.body:
                match line:
                    case ast.Assign(targets=[ast.Name(name)], value=ast.Call(func=ast.Name("Signal"))):
                        yield node.name, name


def uses(tree: ast.Module) -> Iterator[tuple[str, bool]]:
    """Yield what is done with attributes: the name, and whether it is emitted (else somebody listens).

    A signal that is only named (in a list that a loop connects) counts as emitted where it is one's own.
    """
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load)):
            continue
        match parents[node]:
            case ast.Attribute(attr="emit"):
                yield node.attr, True
            case ast.Attribute(attr="connect" | "disconnect"):
                yield node.attr, False
            case ast.Call(func=ast.Attribute(attr="connect")):
                yield node.attr, True
            case ast.Attribute():
                pass
            case _:
                yield node.attr, isinstance(node.value, ast.Name) and node.value.id == "self"


@pytest.fixture(scope="module")
def signals() -> set[tuple[str, str]]:
    return {signal for tree in _trees() for signal in declared(tree)}


@pytest.fixture(scope="module")
def used() -> set[tuple[str, bool]]:
    return {use for tree in _trees() for use in uses(tree)}


@cache
def _trees() -> tuple[ast.Module, ...]:
    files = [*sorted((_PACKAGE / "ui").rglob("*.py")), _PACKAGE / "app.py"]
    return tuple(ast.parse(path.read_text(encoding="utf-8")) for path in files)


@pytest.mark.parametrize("is_emitted", [True, False], ids=["emitted", "heard"])
def test_every_signal_is_emitted_and_heard(signals, used, is_emitted):
    assert {f"{owner}.{name}" for owner, name in signals if (name, is_emitted) not in used} == set()


def test_there_are_signals(signals):
    assert len(signals) > 100
