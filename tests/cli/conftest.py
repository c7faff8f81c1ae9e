from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from cchc_desktop.cli.main import main


@dataclass(frozen=True)
class Answer:
    """How one command ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Answer]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    folder = tmp_path / "thư mục có dấu"
    folder.mkdir()
    return folder / "dữ liệu.db"


@pytest.fixture
def run(database: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command on the test's own database, in process."""

    def run_command(*arguments: object) -> Answer:
        code = main(["--db", str(database), *map(str, arguments)])
        captured = capsys.readouterr()
        return Answer(code, captured.out, captured.err)

    return run_command
