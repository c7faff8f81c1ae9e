"""Vietnamese words for what a plan's fields hold, in the order in which they are offered."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cchc_desktop.domain.numbering import NumberingScheme
from cchc_desktop.domain.plan import Column, PlanKind, SectionRows

KINDS: dict[PlanKind, str] = {
    PlanKind.SIX_MONTHS: "6 tháng",
    PlanKind.ANNUAL: "Năm",
    PlanKind.MULTI_YEAR: "Giai đoạn nhiều năm",
    PlanKind.OTHER: "Khác",
}

NUMBERINGS: dict[NumberingScheme, str] = {
    NumberingScheme.CONTINUOUS: "Liên tục trong cả kế hoạch (1, 2, 3…)",
    NumberingScheme.PER_SECTION: "Lại từ 1 trong mỗi lĩnh vực",
    NumberingScheme.HIERARCHICAL: "Theo cấp (I.1, I.2, II.1…)",
    NumberingScheme.AS_PRINTED: "Giữ số như ghi trong kế hoạch",
}

SECTION_ROWS: dict[SectionRows, str] = {
    SectionRows.SPLIT: "Số ở cột TT, tên ở các cột sau",
    SectionRows.MERGED: "Số và tên trong một ô gộp",
}

COLUMNS: dict[Column, str] = {
    Column.NUMBER: "Số thứ tự",
    Column.OBJECTIVE: "Mục tiêu",
    Column.TASK: "Nhiệm vụ (cấp trên của hoạt động)",
    Column.CONTENT: "Nội dung nhiệm vụ",
    Column.LEAD: "Cơ quan chủ trì",
    Column.COORDINATING: "Cơ quan phối hợp",
    Column.TIME: "Thời gian",
    Column.PRODUCT: "Sản phẩm, kết quả",
    Column.FUNDING: "Kinh phí",
    Column.NOTE: "Ghi chú",
    Column.INDICATOR: "Chỉ tiêu",
    Column.UNIT: "Đơn vị tính",
    Column.TARGET: "Mức chỉ tiêu",
    Column.AGENCY: "Cơ quan theo dõi",
}

TASK_HEADERS: dict[Column, str] = {
    Column.NUMBER: "TT",
    Column.OBJECTIVE: "Mục tiêu",
    Column.TASK: "Nhiệm vụ",
    Column.CONTENT: "Nội dung nhiệm vụ",
    Column.LEAD: "Cơ quan chủ trì",
    Column.COORDINATING: "Cơ quan phối hợp",
    Column.TIME: "Thời gian thực hiện",
    Column.PRODUCT: "Sản phẩm",
    Column.FUNDING: "Kinh phí",
    Column.NOTE: "Ghi chú",
}
"""Header words that the columns of an appendix of tasks begin with."""

INDICATOR_HEADERS: dict[Column, str] = {
    Column.NUMBER: "STT",
    Column.INDICATOR: "Chỉ tiêu",
    Column.UNIT: "Đơn vị tính",
    Column.TARGET: "Mức chỉ tiêu",
    Column.AGENCY: "Cơ quan chịu trách nhiệm theo dõi, đánh giá",
}
"""Header words that the columns of an appendix of indicators begin with."""

USUAL_COLUMNS = frozenset(INDICATOR_HEADERS) | {
    Column.CONTENT,
    Column.LEAD,
    Column.COORDINATING,
    Column.TIME,
    Column.PRODUCT,
}
"""Columns that an appendix has where a person has not chosen any."""

DOCUMENT_TYPES = ("Kế hoạch", "Quyết định", "Chương trình", "Đề án")
AMENDING_TYPES = ("Quyết định", "Kế hoạch", "Công văn", "Thông báo")


def translated(words: str) -> str:
    """Return words of this module in the language of the window."""
    return QCoreApplication.translate("PlanWords", words)
