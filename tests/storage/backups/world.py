"""A database with a little history and its backups, for the tests of backups."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from cchc_desktop.domain.changes import Operation
from cchc_desktop.domain.items import ItemKind, WorkItem
from cchc_desktop.domain.plan import Section
from cchc_desktop.storage.backups.keeper import DatabaseBackups
from cchc_desktop.storage.database import Database, open_database
from tests.storage.conftest import SetClock, sample_plan

WHO = "Nguyễn Văn Đức"


@dataclass
class World:
    """An open database, its keeper, and the clock of both; `second` is the chosen second place."""

    path: Path
    folder: Path
    clock: SetClock = field(default_factory=SetClock)
    second: Path | None = None

    def __post_init__(self) -> None:
        self.database: Database = open_database(self.path, clock=self.clock, who=WHO)
        self.keeper = DatabaseBackups(
            self.path,
            self.folder,
            clock=self.clock,
            who=WHO,
            second=lambda: self.second,
            release=lambda: self.database.forget(),
        )

    def close(self) -> None:
        self.database.close()

    def wait(self, **span: float) -> None:
        self.clock.moment += timedelta(**span)

    def add_plan(self, title: str = "Kế hoạch năm 2026", items: int = 3) -> int:
        with self.database.units(Operation("plan.add", f"Thêm {title}")) as unit:
            plan = unit.plans.add(sample_plan(title))
            section = unit.sections.add(Section(plan_id=plan.id, title="Cải cách thể chế", sort_key="a"))
            for number in range(items):
                item = WorkItem(
                    plan_id=plan.id,
                    section_id=section.id,
                    sort_key=f"a{number:05}",
                    kind=ItemKind.TASK,
                    content=f"Nhiệm vụ {number}",
                )
                unit.items.add(item)
            unit.commit()
        return plan.id

    def titles(self) -> list[str]:
        return sorted(plan.title for plan in self.database.queries.plans())

    def log_kinds(self) -> list[str]:
        return [row[0] for row in rows(self.path, "SELECT kind FROM operation ORDER BY id")]


def rows(path: Path, query: str) -> list[tuple]:
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        return connection.execute(query).fetchall()


def change(path: Path, statement: str) -> None:
    """Change a file behind the program's back."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


def damage(path: Path) -> None:
    """Overwrite the middle of a file."""
    content = bytearray(path.read_bytes())
    content[4096 : len(content) - 4096] = b"\xaa" * (len(content) - 8192)
    path.write_bytes(content)


def visible(folder: Path) -> set[str]:
    """Return the names in a folder; anything unfinished that was left shows up here."""
    return {file.name for file in folder.iterdir()} if folder.exists() else set()
