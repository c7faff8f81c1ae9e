"""What the filter chips offer, in the user's words; a chip can hold several groups of choices."""

from __future__ import annotations

from collections.abc import Mapping

from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.ui.words import Words
from cchc_desktop.ui.workbench.filters import ENUMERATIONS, choices_of, is_lead_value

Offered = list[tuple[str, Mapping[str, str]]]
"""Groups in their order: a heading ('': none), and values with their words."""

_words = Words("FilterBar")
CHIPS = _words.table({
    "areas": "Lĩnh vực", "agencies": "Cơ quan", "statuses": "Trạng thái", "dues": "Hạn", "kinds": "Loại",
})  # fmt: skip
"""The chips in their order."""
FIELDS: Mapping[str, tuple[str, ...]] = {
    "areas": ("areas",), "agencies": ("agencies", "leads"), "statuses": ("statuses",), "dues": ("dues",),
    "kinds": ("kinds", "origins"),
}  # fmt: skip
"""The fields of `Filters` that each chip fills."""
_HEADINGS = _words.table({
    "agencies": "Chủ trì hoặc phối hợp", "leads": "Chủ trì", "kinds": "Loại nhiệm vụ", "origins": "Nguồn",
})  # fmt: skip
_VALUES = _words.table({
    "past": "Đã qua ngày đến hạn", "this_month": "Đến hạn trong tháng này", "this_quarter": "Đến hạn trong quý này",
    "standing": "Thường xuyên", "undated": "Chưa xác định thời hạn",
    "once": "Một lần", "recurring": "Định kỳ", "part": "Nội dung thành phần",
    "issued": "Trong kế hoạch", "added": "Phát sinh", "continued": "Chuyển tiếp từ kỳ trước",
    "taken_over": "Từ kế hoạch cấp trên",
})  # fmt: skip

_STATUSES = _words.table({
    "overdue": "Quá hạn", "due_soon": "Sắp đến hạn", "update_due": "Chờ cập nhật kỳ này",
    "in_progress": "Đang thực hiện", "updated": "Thường xuyên, đã cập nhật", "undated": "Chưa xác định thời hạn",
    "waiting": "Chờ văn bản", "not_due": "Chưa đến hạn", "done_late": "Hoàn thành quá hạn", "done": "Đã hoàn thành",
    "dropped": "Không còn thực hiện", "untracked": "Trước ngày theo dõi",
})  # fmt: skip


def offered(chip: str, tree: PlanTree, agencies: Mapping[int, str]) -> Offered:
    """Return what a chip offers for a plan; `agencies` are the canonical names by id."""
    groups: Offered = []
    for field in FIELDS[chip]:
        values = choices_of(field, tree, agencies)
        if field == "statuses":
            values = {value: _STATUSES[value] for value in values}
        if field in ENUMERATIONS:
            values = {value: _VALUES[value] for value in values}
        groups.append((_HEADINGS.get(field, ""), values))
    return groups


def values_of(field: str, chosen: frozenset[str]) -> frozenset[str]:
    """Return which values of a chip belong to a field: no two groups of one chip have a value in common."""
    if field in ("agencies", "leads"):
        return frozenset(value for value in chosen if is_lead_value(value) is (field == "leads"))
    return chosen & frozenset(ENUMERATIONS[field]) if field in ENUMERATIONS else chosen
