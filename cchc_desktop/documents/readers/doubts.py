"""Collects what a reader had to doubt, and keeps the list readable when one doubt repeats in hundreds of
cells.
"""

from __future__ import annotations

from cchc_desktop.domain.problems import Problem

MAX_SAME = 20
CONTROLS_REMOVED = "Có ký tự điều khiển không hiển thị được, đã bỏ."
LOOK_AGAIN = "Hãy đối chiếu với tệp gốc."
EXCEL_CELL_LIMIT = 32_767
"""Characters that one cell of Excel holds (ECMA-376 leaves it open; Excel's own specification)."""


class Doubts:
    """Problems in the order they were met; of the same doubt in one table the first `MAX_SAME` are listed."""

    def __init__(self) -> None:
        self._problems: list[Problem] = []
        self._counts: dict[tuple[str, str], int] = {}

    def add(self, table: str, row: int | None, cell: str | None, message: str, suggestion: str | None = None) -> None:
        """Note one doubt; arguments as in `Problem`."""
        key = (table, message)
        self._counts[key] = self._counts.get(key, 0) + 1
        if self._counts[key] <= MAX_SAME:
            self._problems.append(Problem(table, row, cell, message, suggestion))

    def add_long(self, table: str, row: int, cell: str, text: str) -> None:
        """Note a text that was taken whole but does not fit a cell of Excel."""
        over = f"Ô có {len(text)} ký tự, vượt mức {EXCEL_CELL_LIMIT} ký tự của một ô Excel; "
        hint = "Hãy rút gọn nội dung trước khi xuất ra Excel."
        self.add(table, row, cell, f"{over}đã nhận nguyên văn.", hint)

    def found(self) -> tuple[Problem, ...]:
        """Return all problems, with one line more for each doubt that was cut short."""
        more = [
            Problem(table, None, None, f"Còn {count - MAX_SAME} ô khác: {message}", LOOK_AGAIN)
            for (table, message), count in self._counts.items()
            if count > MAX_SAME
        ]
        return (*self._problems, *more)
