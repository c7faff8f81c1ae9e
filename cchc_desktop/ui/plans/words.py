"""Vietnamese words for what a plan's fields hold, in the order in which they are offered."""

from __future__ import annotations

from cchc_desktop.domain.numbering import NumberingScheme
from cchc_desktop.domain.plan import Column, PlanKind, SectionRows
from cchc_desktop.ui.words import Words

translated = Words("PlanWords")
"""Returns words of this module in the language of the window."""

KINDS: dict[PlanKind, str] = {
    PlanKind.SIX_MONTHS: translated.mark("6 tháng"),
    PlanKind.ANNUAL: translated.mark("Năm"),
    PlanKind.MULTI_YEAR: translated.mark("Giai đoạn nhiều năm"),
    PlanKind.OTHER: translated.mark("Khác"),
}

NUMBERINGS: dict[NumberingScheme, str] = {
    NumberingScheme.CONTINUOUS: translated.mark("Liên tục trong cả kế hoạch (1, 2, 3…)"),
    NumberingScheme.PER_SECTION: translated.mark("Lại từ 1 trong mỗi lĩnh vực"),
    NumberingScheme.HIERARCHICAL: translated.mark("Theo cấp (I.1, I.2, II.1…)"),
    NumberingScheme.AS_PRINTED: translated.mark("Giữ số như ghi trong kế hoạch"),
}

SECTION_ROWS: dict[SectionRows, str] = {
    SectionRows.SPLIT: translated.mark("Số ở cột TT, tên ở các cột sau"),
    SectionRows.MERGED: translated.mark("Số và tên trong một ô gộp"),
}

COLUMNS: dict[Column, str] = {
    Column.NUMBER: translated.mark("Số thứ tự"),
    Column.OBJECTIVE: translated.mark("Mục tiêu"),
    Column.TASK: translated.mark("Nhiệm vụ (cấp trên của hoạt động)"),
    Column.CONTENT: translated.mark("Nội dung nhiệm vụ"),
    Column.LEAD: translated.mark("Cơ quan chủ trì"),
    Column.COORDINATING: translated.mark("Cơ quan phối hợp"),
    Column.TIME: translated.mark("Thời gian"),
    Column.PRODUCT: translated.mark("Sản phẩm, kết quả"),
    Column.FUNDING: translated.mark("Kinh phí"),
    Column.NOTE: translated.mark("Ghi chú"),
    Column.INDICATOR: translated.mark("Chỉ tiêu"),
    Column.UNIT: translated.mark("Đơn vị tính"),
    Column.TARGET: translated.mark("Mức chỉ tiêu"),
    Column.AGENCY: translated.mark("Cơ quan theo dõi"),
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

