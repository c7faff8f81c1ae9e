"""How much of a sheet or table is read: beyond it lies no plan, but a slip of the hand or an attack."""

from __future__ import annotations

from cchc_desktop.domain.errors import RefusedFile

MAX_COLUMNS = 200
MAX_EMPTY_ROWS = 200
MAX_SLOTS = 1_000_000

_TOO_MANY = (
    "Tệp có quá nhiều ô (trên một triệu), không giống một phụ lục kế hoạch. "
    "Hãy chép riêng bảng cần dùng sang một tệp mới rồi thử lại."
)


class SlotBudget:
    """Counts the cells and grid slots of one file; spending more than `MAX_SLOTS` refuses the file."""

    def __init__(self) -> None:
        self._left = MAX_SLOTS

    def spend(self, slots: int) -> None:
        """Take `slots` from what is left; raise `RefusedFile` when there is not enough."""
        self._left -= slots
        if self._left < 0:
            raise RefusedFile(_TOO_MANY)
