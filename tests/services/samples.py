"""Drafts of our own making for the tests of services."""

from __future__ import annotations

from datetime import date

from cchc_desktop.domain.draft import DraftIndicator, DraftItem, DraftPlan, DraftSection
from cchc_desktop.domain.items import ItemKind
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.problems import Problem

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


def draft() -> DraftPlan:
    """Two sections, three tasks, two sub-items, one indicator, one doubt."""
    parts = (
        DraftItem(ItemKind.SUB_ITEM, "Lập danh mục", lead_words="Trung tâm Phục vụ hành chính công"),
        DraftItem(ItemKind.SUB_ITEM, "Lấy ý kiến", lead_words="Trung tâm Phục vụ hành chính công"),
    )
    return DraftPlan(
        title="Kế hoạch năm 2026",
        period=YEAR,
        sections=(
            DraftSection(
                "I",
                "Cải cách thể chế",
                (
                    DraftItem(ItemKind.TASK, "Rà soát văn bản", number="1", lead_words="Văn phòng HĐND và UBND",
                              coordinating_words="Phòng Kinh tế; Công an", time_words="Quý IV/2026"),
                    DraftItem(ItemKind.TASK, "Rà soát thủ tục", number="2", children=parts),
                ),
            ),
            DraftSection("II", "Cải cách tài chính công", (DraftItem(ItemKind.TASK, "Công khai", number="3"),)),
        ),
        indicators=(DraftIndicator("Tỷ lệ đúng hạn", "I", "Phục vụ", "1", "%", "≥ 98", "Phòng Kinh tế"),),
        problems=(Problem("Bảng 1", 4, "5", "Ô thời gian trống."),),
    )  # fmt: skip
