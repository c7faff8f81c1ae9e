"""What the command line prints: one JSON document or plain Vietnamese lines, always UTF-8."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterable
from typing import Any

import click

from cchc_desktop.domain.problems import Problem


def use_utf8() -> None:
    """Switch both streams to UTF-8: a Windows console starts in a code page without Vietnamese."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def print_json(document: Any) -> None:
    """Print one JSON document with Vietnamese letters as they are."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=2))


def print_lines(lines: Iterable[str]) -> None:
    """Print plain lines."""
    for line in lines:
        click.echo(line)


def problem_line(problem: Problem) -> str:
    """Return a doubt as one line: where, what, suggestion."""
    row = f", dòng {problem.row}" if problem.row is not None else ""
    cell = f", ô {problem.cell}" if problem.cell is not None else ""
    suggestion = f" {problem.suggestion}" if problem.suggestion else ""
    return f"- {problem.table}{row}{cell}: {problem.message}{suggestion}"
