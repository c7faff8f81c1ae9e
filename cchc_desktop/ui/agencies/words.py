"""Agencies in the words of an office: kinds, how long one exists, how often plans name it."""

from __future__ import annotations

from collections.abc import Mapping

from cchc_desktop.domain.agencies.agency import Agency
from cchc_desktop.domain.agencies.names import AgencyKind
from cchc_desktop.domain.days import show_day
from cchc_desktop.services.agencies import AgencyLine
from cchc_desktop.ui.words import Words

translated = Words("AgencyWords")
"""Returns words of this module in the language of the window."""
KIND_WORDS: Mapping[AgencyKind, str] = translated.table(
    {
        AgencyKind.UNIT: "Đơn vị",
        AgencyKind.POSITION: "Chức danh",
        AgencyKind.GROUP: "Nhóm cơ quan",
        AgencyKind.OUTSIDE: "Bên ngoài",
    }
)
KIND_ICONS: Mapping[AgencyKind, str] = {
    AgencyKind.UNIT: "building-2",
    AgencyKind.POSITION: "user-pen",
    AgencyKind.GROUP: "rows-3",
    AgencyKind.OUTSIDE: "arrow-left-right",
}
UNUSED = translated.mark("Chưa dùng")
UNSAVED_WORDS = translated.mark("Chưa lưu được")
READ_ONLY = translated.mark("Dữ liệu đang mở chỉ để xem nên không thay đổi được.")


def validity_words(agency: Agency) -> str:
    """Return how long an agency exists: 'Từ 01/07/2025', 'Đến 30/06/2025', '' where nothing is known."""
    start = show_day(agency.valid_from) if agency.valid_from else ""
    end = show_day(agency.valid_to) if agency.valid_to else ""
    if start and end:
        return f"{start} - {end}"
    if start:
        return translated("Từ {}").format(start)
    return translated("Đến {}").format(end) if end else ""


def state_words(line: AgencyLine) -> str:
    """Return what is to be known of an agency beside its counts."""
    return "\n".join(filter(None, ("" if line.is_used else translated(UNUSED), validity_words(line.agency))))


def uses_words(count: int) -> str:
    """Return how often plans name an agency."""
    return translated.count("%n chỗ dùng", count) if count else translated(UNUSED).lower()


def count_words(shown: int, total: int) -> str:
    """Return how many agencies are shown: '24 cơ quan', '3/24 cơ quan'."""
    return translated("{} cơ quan").format(total if shown == total else f"{shown}/{total}")
