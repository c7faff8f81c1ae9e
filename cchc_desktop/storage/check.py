"""The check of a database: SQLite's own, and what no constraint of the schema can say."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from sqlalchemy import Connection, func, select

from cchc_desktop.domain.errors import DamagedDatabase
from cchc_desktop.domain.ports import CheckReport
from cchc_desktop.storage import log_check
from cchc_desktop.storage.faults import known_faults, stored_values
from cchc_desktop.storage.tables import metadata

_MOST_LINES = 20
"""Lines of SQLite's own report that are passed on; a badly damaged file has thousands."""

_LINE_QUERIES = {
    "Phần số {} thuộc kế hoạch đã bị xóa.": """
        SELECT s.id FROM section s JOIN plan p ON p.id = s.plan_id
        WHERE s.deleted_at IS NULL AND p.deleted_at IS NOT NULL""",
    "Nhiệm vụ số {} thuộc phần đã bị xóa.": """
        SELECT i.id FROM item i JOIN section s ON s.id = i.section_id
        WHERE i.deleted_at IS NULL AND s.deleted_at IS NOT NULL""",
    "Nhiệm vụ số {} nằm trong phần của kế hoạch khác.": """
        SELECT i.id FROM item i JOIN section s ON s.id = i.section_id
        WHERE i.deleted_at IS NULL AND i.plan_id <> s.plan_id""",
    "Nhiệm vụ số {} nằm dưới nhiệm vụ đã bị xóa.": """
        SELECT i.id FROM item i JOIN item p ON p.id = i.parent_id
        WHERE i.deleted_at IS NULL AND p.deleted_at IS NOT NULL""",
    "Nhiệm vụ số {} nằm dưới nhiệm vụ của phần khác.": """
        SELECT i.id FROM item i JOIN item p ON p.id = i.parent_id
        WHERE i.deleted_at IS NULL AND i.section_id <> p.section_id""",
    "Nhiệm vụ số {} nằm trong một vòng cha con khép kín.": """
        WITH RECURSIVE reached(id) AS (
            SELECT id FROM item WHERE parent_id IS NULL
            UNION SELECT i.id FROM item i JOIN reached r ON i.parent_id = r.id)
        SELECT i.id FROM item i WHERE i.deleted_at IS NULL AND i.id NOT IN (SELECT id FROM reached)""",
    "Chỉ tiêu số {} thuộc kế hoạch đã bị xóa.": """
        SELECT n.id FROM indicator n JOIN plan p ON p.id = n.plan_id
        WHERE n.deleted_at IS NULL AND p.deleted_at IS NOT NULL""",
}


def check(connection: Connection) -> CheckReport:
    """Check a whole SQLite database; problems are Vietnamese sentences."""
    connection.exec_driver_sql("PRAGMA shrink_memory")  # pages are read from the disk, not from the cache
    problems = tuple(_integrity(connection)) or tuple(
        islice(chain(_foreign_keys(connection), misplaced(connection), _log_differences(connection)), _MOST_LINES)
    )
    version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    return CheckReport(problems, _counts(connection), int(version))


def _integrity(connection: Connection) -> Iterator[str]:
    for (line,) in connection.exec_driver_sql(f"PRAGMA integrity_check({_MOST_LINES})"):
        if line != "ok":
            yield f"Tệp dữ liệu bị hỏng: {line}"


def _foreign_keys(connection: Connection) -> Iterator[str]:
    for table, row_id, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"Dòng {row_id} của bảng {table} trỏ tới một dòng không có trong bảng {parent}."


def misplaced(connection: Connection) -> Iterator[str]:
    """Yield a sentence for each live row that no screen can show, for what holds it is deleted or elsewhere."""
    for sentence, query in _LINE_QUERIES.items():
        for (row_id,) in connection.exec_driver_sql(query):
            yield sentence.format(row_id)


def _log_differences(connection: Connection) -> Iterator[str]:
    try:
        with known_faults(), stored_values():
            yield from log_check.differences(connection)
    except DamagedDatabase as error:  # JSON, dates and codes that nothing of ours has written
        yield error.message


def _counts(connection: Connection) -> dict[str, int]:
    """Return rows per table, deleted ones included."""
    return {
        table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
        for table in metadata.sorted_tables
        if table.name != "alembic_version"
    }
