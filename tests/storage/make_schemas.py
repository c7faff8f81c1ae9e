"""Writes the schema of each released version anew, after a migration was added.

Run: python -m tests.storage.make_schemas
"""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from cchc_desktop.storage import migrate
from cchc_desktop.storage.schema_check import schema_file, schema_script
from cchc_desktop.storage.sqlite_file import HEAD_VERSION


def script_of(version: int, folder: Path) -> str:
    """Return the script of the schema that the migrations make up to a version."""
    path = folder / f"{version}.db"
    migrate.upgrade(path, version)
    with closing(sqlite3.connect(path)) as raw:
        return schema_script(raw)


def main() -> None:
    """Write db/migrations/schemas."""
    with tempfile.TemporaryDirectory() as folder:
        for version in range(1, HEAD_VERSION + 1):
            target = schema_file(version)
            target.parent.mkdir(exist_ok=True)
            target.write_text(script_of(version, Path(folder)), encoding="utf-8")


if __name__ == "__main__":
    main()
