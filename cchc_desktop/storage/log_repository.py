"""The change log inside a unit of work: taking operations back, forgetting old ones, and notes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, func, select

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.days import VIETNAM
from cchc_desktop.domain.errors import StaleRow
from cchc_desktop.domain.history import NAMED_BY, LoggedChange
from cchc_desktop.storage import tables
from cchc_desktop.storage.change_log import ChangeRecorder
from cchc_desktop.storage.check import misplaced
from cchc_desktop.storage.faults import free_keys, known_faults
from cchc_desktop.storage.history import read_changes
from cchc_desktop.storage.image_store import TABLES, StoredImage, read_images, write_images
from cchc_desktop.storage.later import later_operation
from cchc_desktop.storage.replay import play_backwards, touched

_KEY_TAKEN = (
    "Không hoàn tác được thao tác này vì sau đó đã ghi một nội dung khác cho cùng nhiệm vụ và kỳ này. Dữ liệu giữ "
    "nguyên. Hãy hoàn tác hoặc xóa nội dung ghi sau trước."
)


class LogInStorage:
    """The log of the open unit's database."""

    def __init__(self, connection: Connection, recorder: ChangeRecorder) -> None:
        self._connection = connection
        self._recorder = recorder
        self.is_cut = False
        """Whether the file has room to give back after the commit."""

    def take_back(self, operation_id: int) -> None:
        """Undo all changes of a logged operation in this unit; StaleRow where something later stands in the way."""
        with known_faults():
            changes = read_changes(self._connection, operation_id)
            self._require_untouched(operation_id, changes)
            self._connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")  # until the commit
            self._play_backwards(changes)
            self._require_references()
            self._require_shape()

    def cut(self, before: datetime) -> int:
        """Forget the operations before a moment; return how many. The order is that of the ids, not of the clock."""
        operation, change = tables.operation, tables.change
        with known_faults():
            kept = select(func.min(operation.c.id)).where(operation.c.at >= before)
            first_kept = self._connection.execute(kept).scalar_one()
            old = operation.c.id > 0 if first_kept is None else operation.c.id < first_kept
            ids = select(operation.c.id).where(old)
            self._connection.execute(delete(change).where(change.c.operation_id.in_(ids)))
            count = self._connection.execute(delete(operation).where(old)).rowcount
        self.is_cut = count > 0
        return count

    def note(self, detail: str) -> None:
        """Log this operation although it changes no row, with one detail that it needs later."""
        self._recorder.note(detail)

    def _require_untouched(self, operation_id: int, changes: Sequence[LoggedChange]) -> None:
        later = later_operation(self._connection, operation_id, changes)
        if later is not None:
            at = f"{later.at.astimezone(VIETNAM):%H:%M ngày %d/%m/%Y}"
            raise StaleRow(
                f"Không hoàn tác được thao tác này vì nội dung liên quan đã được sửa sau đó: {later.title} ({at}). "
                "Dữ liệu giữ nguyên. Hãy hoàn tác thao tác đó trước, hoặc sửa lại bằng tay."
            )

    def _play_backwards(self, changes: Sequence[LoggedChange]) -> None:
        before = self._read(changes)
        rows = {(kind, id_): stored.image for kind, found in before.items() for id_, stored in found.items()}
        for done in play_backwards(changes, rows):
            self._recorder.replayed(done)
        for kind, found in before.items():
            after = {id_: image for (row_kind, id_), image in rows.items() if row_kind is kind}
            with free_keys(_KEY_TAKEN):
                write_images(self._connection, kind, found, after)

    def _read(self, changes: Sequence[LoggedChange]) -> dict[EntityKind, dict[int, StoredImage]]:
        return {kind: read_images(self._connection, kind, ids) for kind, ids in touched(changes).items()}

    def _require_references(self) -> None:
        leaning = self._connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if leaning is not None:
            raise StaleRow(
                f"Không hoàn tác được thao tác này vì nội dung thêm sau đó{self._name(leaning[0], leaning[1])} "
                "đang dựa vào nội dung sẽ mất. Dữ liệu giữ nguyên. Hãy hoàn tác hoặc xóa nội dung thêm sau trước."
            )

    def _name(self, table: str, row_id: int | None) -> str:
        """Return ' “…”' for a row that has a name, '' for a part of another row."""
        kind = next((kind for kind, own in TABLES.items() if own.name == table), None)
        if kind is None or row_id is None:
            return ""
        own = TABLES[kind]
        name = self._connection.execute(select(own.c[NAMED_BY[kind]]).where(own.c.id == row_id)).scalar_one()
        return f" (“{name}”)"

    def _require_shape(self) -> None:
        if found := next(misplaced(self._connection), None):
            raise StaleRow(
                f"Không hoàn tác được thao tác này vì nội dung chứa nó đã thay đổi ({found.rstrip('.')}). "
                "Dữ liệu giữ nguyên. Hãy khôi phục nội dung đó trước."
            )
