"""Databases for the storage tests: the empty one is built once per session and copied per test.

The tests of repositories and units of work reach the database through `make_engine(url)` alone; `CCHC_TEST_URL` names
another database (PostgreSQL, later) for them. What is about files is SQLite's only.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from cchc_desktop.domain.changes import Operation
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import Plan, PlanKind
from cchc_desktop.domain.ports import UnitOfWorkFactory
from cchc_desktop.storage import migrate
from cchc_desktop.storage.engine import SingleConnection, make_engine, sqlite_url
from cchc_desktop.storage.queries import SqlPlanQueries
from cchc_desktop.storage.tables import metadata
from cchc_desktop.storage.unit_of_work import unit_of_work_factory

OTHER_URL = os.environ.get("CCHC_TEST_URL")
EDIT = Operation("edit", "Sửa")


@dataclass
class SetClock:
    """A clock that moves one second at each look, or as told."""

    moment: datetime = datetime(2025, 7, 1, 1, 0, tzinfo=UTC)
    step: timedelta = field(default=timedelta(seconds=1))

    def now(self) -> datetime:
        self.moment += self.step
        return self.moment

    def today(self) -> date:
        return (self.moment + timedelta(hours=7)).date()


@dataclass
class Store:
    """What a test of the storage works with."""

    connection: SingleConnection
    units: UnitOfWorkFactory
    queries: SqlPlanQueries


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture(scope="session")
def blank_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("blank") / "blank.db"
    migrate.create(path)
    return path


@pytest.fixture
def database_path(blank_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(blank_file, tmp_path / "cchc.db"))


@pytest.fixture
def store(database_path: Path, clock: SetClock) -> Iterator[Store]:
    engine = make_engine(OTHER_URL or sqlite_url(database_path))
    if OTHER_URL:
        metadata.drop_all(engine)
        metadata.create_all(engine)
    connection = SingleConnection(engine)
    yield Store(connection, unit_of_work_factory(connection, clock, "Nguyễn Văn Đức"), SqlPlanQueries(connection))
    connection.close()


def sample_plan(title: str = "Kế hoạch cải cách hành chính năm 2025", **values: object) -> Plan:
    return Plan(title, PlanKind.ANNUAL, Period(date(2025, 1, 1), date(2025, 12, 31)), **values)
