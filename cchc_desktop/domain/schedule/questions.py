"""The Vietnamese questions that a reading asks instead of guessing."""

from __future__ import annotations

from cchc_desktop.domain.periods import Period

_LONGEST_QUOTE = 120


class Doubt(Exception):
    """Raised inside the reading where the words leave a choice open; `reason` is Vietnamese."""

    def __init__(self, reason: str) -> None:
        """Keep the reason for the question."""
        super().__init__(reason)
        self.reason = reason


def empty() -> str:
    """Ask for the date of an item whose time cell is empty."""
    return "Thời hạn để trống. Cần xác định ngày."


def unclear(words: str, reason: str = "chưa xác định được ngày") -> str:
    """Ask about words, naming them and the reason."""
    return f"Thời hạn “{_quoted(words)}”: {reason}. Cần xác định ngày."


def outside_plan(words: str) -> str:
    """Ask about words whose dates all lie outside the plan's period."""
    return unclear(words, "không có mốc nào nằm trong thời gian của kế hoạch")


def day_outside(text: str, period: Period) -> str:
    """Give the reason for a day that the plan's period does not hold."""
    return f"{text} nằm ngoài thời gian của kế hoạch ({period.start:%d/%m/%Y} - {period.end:%d/%m/%Y})"


def _quoted(words: str) -> str:
    text = " ".join(words.split())
    return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"
