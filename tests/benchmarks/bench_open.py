"""Opening a plan of 10,000 items as entities, against sqlite3 reading the same two tables; target: at most 2.5 times.

Run: python tests/benchmarks/bench_open.py [ITEMS [ROUNDS]]. Rounds are interleaved and medians compared, so that what
else the machine does falls on all alike.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from cchc_desktop.domain.changes import Operation
from cchc_desktop.domain.items import AgencyLink, WorkItem
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import Plan, PlanKind, Section
from cchc_desktop.storage import sqlite_file
from cchc_desktop.storage.database import Database, open_database
from cchc_desktop.storage.engine import SingleConnection, make_engine, sqlite_url
from cchc_desktop.storage.readers import read_items
from cchc_desktop.storage.tables import item

TARGET = 2.5
_LEADS = ("Văn phòng HĐND và UBND xã", "Phòng Văn hóa - Xã hội", "Phòng Kinh tế", "Công an xã")
_OTHERS = ("Các phòng, ban, đơn vị có liên quan", "Trung tâm Phục vụ hành chính công")


class _Clock:
    def now(self) -> datetime:
        return datetime.now(UTC)

    def today(self) -> date:
        return date(2025, 7, 1)


def fill(database: Database, items: int) -> float:
    """Store a plan of so many items, two or three agencies each, as one operation; return the seconds it took."""
    started = perf_counter()
    with database.units(Operation("import", "Nhập kế hoạch")) as unit:
        plan = unit.plans.add(Plan("Kế hoạch", PlanKind.ANNUAL, Period(date(2025, 1, 1), date(2025, 12, 31))))
        section = unit.sections.add(Section(plan.id, "Cải cách thể chế"))
        for number in range(items):
            unit.items.add(_item(plan.id, section.id, number))
        unit.commit()
    return perf_counter() - started


def _item(plan_id: int, section_id: int, number: int) -> WorkItem:
    lead = _LEADS[number % len(_LEADS)]
    return WorkItem(
        plan_id,
        section_id,
        f"Rà soát, sửa đổi, bổ sung văn bản quy phạm pháp luật thuộc phạm vi quản lý, nội dung {number}",
        sort_key=f"{number:06d}",
        number=str(number),
        lead_words=lead,
        coordinating_words="; ".join(_OTHERS),
        lead=(AgencyLink(lead),),
        coordinating=tuple(AgencyLink(words) for words in _OTHERS[: 1 + number % 2]),
        time_words="Quý III,IV/2025",
        product="Báo cáo của Ủy ban nhân dân xã",
        funding="Ngân sách xã",
    )


def measure(runs: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Return the median seconds of each run, interleaved."""
    seconds: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            started = perf_counter()
            run()
            seconds[name].append(perf_counter() - started)
    return {name: median(values) for name, values in seconds.items()}


def main(items: int = 10_000, rounds: int = 15) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.db"
        with open_database(path, clock=_Clock(), who="") as database:
            filled = fill(database, items)
            raw = sqlite_file.connect(path, "ro")
            single = SingleConnection(make_engine(sqlite_url(path), read_only=True))
            with single.reading() as connection:
                runs = {
                    "sqlite3, rows of both tables": lambda: _plain(raw),
                    "entities with agency links": lambda: read_items(connection, item.c.plan_id == 1),
                    "whole tree": lambda: database.queries.tree(1),
                }
                report(measure(runs, rounds), items, filled)
            single.close()
            raw.close()


def _plain(raw: sqlite3.Connection) -> None:
    raw.execute("SELECT * FROM item").fetchall()
    raw.execute("SELECT * FROM item_agency").fetchall()


def report(medians: dict[str, float], items: int, filled: float) -> None:
    """Print milliseconds and ratios to the first line."""
    floor = next(iter(medians.values()))
    print(f"Opening {items} items (stored in one operation in {filled:.2f} s)")
    for name, seconds in medians.items():
        print(f"  {name:32} {seconds * 1000:8.1f} ms  {seconds / floor:5.2f}")
    print(f"  target: entities at most {TARGET} times sqlite3")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
