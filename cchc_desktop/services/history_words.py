"""Logged changes in the words that a person reads: what kind of row, which one, which field, before and after."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from cchc_desktop.domain.areas import AreaCode, area_name
from cchc_desktop.domain.changes import ChangeAction, EntityKind
from cchc_desktop.domain.days import VIETNAM, read_day, show_day
from cchc_desktop.domain.followup.records import PROGRESS_NAMES, URGING_NAMES, UrgingMeans
from cchc_desktop.domain.history import NAMED_BY, TOLD_OF, ChangeLine, LoggedChange
from cchc_desktop.domain.indicators.values import VERDICT_NAMES, ValueMode
from cchc_desktop.domain.ports import HistoryQueries

_FIELDS: Mapping[str, str] = {
    "title": "Tên",
    "kind": "Loại",
    "period_start": "Từ ngày",
    "period_end": "Đến ngày",
    "tracked_from": "Theo dõi từ ngày",
    "issuer": "Cơ quan ban hành",
    "document_type": "Loại văn bản",
    "document_number": "Số, ký hiệu",
    "document_date": "Ngày văn bản",
    "signer_capacity": "Quyền hạn người ký",
    "signer_name": "Người ký",
    "legal_bases": "Căn cứ",
    "recipients": "Nơi nhận",
    "state": "Trạng thái",
    "numbering": "Cách đánh số",
    "superior": "Kế hoạch cấp trên",
    "form": "Mẫu phụ lục nhiệm vụ",
    "indicator_form": "Mẫu phụ lục chỉ tiêu",
    "parent_plan_id": "Thuộc kế hoạch",
    "replaced_by_id": "Được thay bằng",
    "number": "Số thứ tự",
    "ordinal": "TT",
    "label": "Nhãn",
    "area": "Lĩnh vực CCHC",
    "sort_key": "Vị trí",
    "section_id": "Lĩnh vực",
    "parent_id": "Nằm trong",
    "content": "Nội dung",
    "lead_words": "Cơ quan chủ trì",
    "coordinating_words": "Cơ quan phối hợp",
    "time_words": "Thời gian",
    "rules": "Thời hạn xác định",
    "product": "Sản phẩm",
    "funding": "Kinh phí",
    "note": "Ghi chú",
    "person_in_charge": "Người phụ trách",
    "leader": "Lãnh đạo phụ trách",
    "origin": "Nguồn",
    "source_document": "Văn bản giao",
    "carries_out_id": "Thực hiện nhiệm vụ",
    "continues_id": "Tiếp tục nhiệm vụ",
    "text": "Chỉ tiêu",
    "unit": "Đơn vị tính",
    "target_words": "Chỉ tiêu kế hoạch",
    "agency_words": "Cơ quan thực hiện",
    "group_number": "Số nhóm",
    "group_title": "Nhóm",
    "name": "Tên",
    "short_name": "Tên gọi tắt",
    "aliases": "Tên gọi khác",
    "member_ids": "Thành viên",
    "valid_from": "Hiệu lực từ",
    "valid_to": "Hiệu lực đến",
    "head": "Người đứng đầu",
    "contact": "Liên hệ",
    "merged_into_id": "Đã gộp vào",
    "value": "Giá trị",
    "target": "Cách hiểu chỉ tiêu",
    "occurrence": "Lần",
    "progress": "Tiến độ",
    "started_on": "Ngày bắt đầu",
    "done_on": "Ngày hoàn thành",
    "result": "Kết quả",
    "difficulty": "Khó khăn, vướng mắc",
    "due_seen": "Thời hạn khi ghi",
    "counts_as_late": "Tính là trễ hạn",
    "dropped_reason": "Lý do không thực hiện",
    "dropped_on": "Ngày thôi thực hiện",
    "dropped_document": "Văn bản cho thôi thực hiện",
    "period": "Kỳ",
    "words": "Nội dung báo cáo",
    "given_on": "Ngày báo cáo",
    "new_due": "Thời hạn mới",
    "document": "Văn bản cho gia hạn",
    "granted_on": "Ngày cho gia hạn",
    "urged_on": "Ngày đôn đốc",
    "means": "Hình thức",
    "person": "Người được đôn đốc",
    "promise": "Cam kết",
    "promised_for": "Hẹn đến ngày",
    "amount": "Số liệu",
    "mode": "Cách tính",
    "measured_on": "Ngày số liệu",
    "source": "Nguồn số liệu",
    "reason": "Nguyên nhân",
    "verdict": "Đánh giá",
    "symbol": "Ký hiệu",
    "issued_on": "Ngày ban hành",
    "type": "Loại văn bản",
    "abstract": "Trích yếu",
    "secret": "Tài liệu mật",
    "kept_at_registry": "Lưu tại văn thư",
    "sha256": "Tệp kèm theo",
    "item_ids": "Nhiệm vụ liên quan",
    "indicator_ids": "Chỉ tiêu liên quan",
    "evidence": "Minh chứng",
    "window_start": "Số liệu từ ngày",
    "window_end": "Số liệu đến ngày",
    "hand_in": "Các đơn vị gửi số liệu",
    "figures": "Chốt số liệu",
    "submitted": "Trình ký",
    "sent": "Gửi cấp trên",
    "locked_at": "Khóa số liệu",
    "snapshot": "Số liệu đã khóa",
    "day": "Ngày",
    "worked": "Ngày làm bù",
    "sender": "Nơi gửi",
    "mapping": "Nguồn số liệu của các ô",
    "typed": "Số liệu nhập tay",
    "filled": "Nội dung đã điền",
    "filled_on": "Ngày điền",
}
"""Fields that a person knows; those that are not here follow from others and are left out."""

_OWN_FIELDS: Mapping[tuple[EntityKind, str], str] = {
    (EntityKind.DOCUMENT, "number"): "Số",
    (EntityKind.INDICATOR_VALUE, "words"): "Kết quả bằng lời",
    (EntityKind.RECORD, "product"): "Sản phẩm đã giao",
}
"""Fields that mean something else in one kind of row."""
_CONTENTS = frozenset({"sha256", "snapshot", "mapping", "typed", "filled"})
"""Fields whose value tells a person nothing."""

_REFERENCES = {
    "section_id": EntityKind.SECTION,
    "parent_id": EntityKind.ITEM,
    "carries_out_id": EntityKind.ITEM,
    "continues_id": EntityKind.ITEM,
    "parent_plan_id": EntityKind.PLAN,
    "replaced_by_id": EntityKind.PLAN,
    "member_ids": EntityKind.AGENCY,
    "merged_into_id": EntityKind.AGENCY,
    "evidence": EntityKind.DOCUMENT,
    "item_ids": EntityKind.ITEM,
    "indicator_ids": EntityKind.INDICATOR,
}
_DAYS = frozenset({
    "period_start", "period_end", "tracked_from", "document_date", "valid_from", "valid_to", "started_on", "done_on",
    "due_seen", "dropped_on", "given_on", "new_due", "granted_on", "urged_on", "promised_for", "measured_on",
    "issued_on", "window_start", "window_end", "hand_in", "figures", "submitted", "sent", "day", "filled_on",
})  # fmt: skip
_CODES: Mapping[str, str] = {
    "six_months": "6 tháng",
    "annual": "Hằng năm",
    "multi_year": "Nhiều năm",
    "draft": "Dự thảo",
    "issued": "Đã ban hành",
    "closed": "Đã kết thúc",
    "replaced": "Được thay thế",
    "objective": "Mục tiêu",
    "task": "Nhiệm vụ",
    "activity": "Hoạt động",
    "sub_item": "Nội dung thành phần",
    "added": "Phát sinh",
    "continuous": "Liên tục",
    "per_section": "Theo từng lĩnh vực",
    "hierarchical": "Theo cấp",
    "as_printed": "Theo bản in",
    "unit": "Cơ quan, đơn vị",
    "position": "Chức danh",
    "group": "Nhóm cơ quan",
    "outside": "Cơ quan ngoài",
    "other": "Khác",
    **{progress.value: name for progress, name in PROGRESS_NAMES.items()},
    **{means.value: name for means, name in URGING_NAMES.items() if means is not UrgingMeans.OTHER},
    **{verdict.value: name for verdict, name in VERDICT_NAMES.items()},
    ValueMode.CUMULATIVE: "Lũy kế",
    ValueMode.IN_PERIOD: "Trong kỳ",
}
_CODED = frozenset({"kind", "state", "origin", "numbering", "progress", "means", "verdict", "mode"})
_MOVED = "(đã chuyển)"
_CHANGED = "(đã thay đổi)"
_PURGED = "(đã xóa hẳn)"
TAKEN_AWAY = "Bỏ khi hoàn tác"
"""What happened to a row whose creation was undone: nobody removed it for good, and a redo brings it back."""

Names = Callable[[EntityKind, int], str]


def change_lines(history: HistoryQueries, changes: Sequence[LoggedChange]) -> list[ChangeLine]:
    """Return a line for each changed field; one line for a row that came or went.

    `field` is empty in such a line, or TAKEN_AWAY.
    """
    names = _names(history, changes)
    return [line for change in changes for line in _lines(change, names)]


def _lines(change: LoggedChange, names: Names) -> Iterator[ChangeLine]:
    def line(field: str = "", old: str = "", new: str = "") -> ChangeLine:
        return ChangeLine(change.kind, change.entity_id, change.action, name, field, old, new)

    name = _name(change, names)
    if change.action is not ChangeAction.UPDATE:
        is_taken_away = change.action is ChangeAction.PURGE and change.before is not None
        yield line(TAKEN_AWAY if is_taken_away else "")
        return
    before, after = change.before or {}, change.after or {}
    for field in sorted(before.keys() & _FIELDS.keys(), key=list(_FIELDS).index):
        label = _OWN_FIELDS.get((change.kind, field), _FIELDS[field])
        if field == "sort_key":
            yield line(label, "", _MOVED)
        else:
            old, new = (_words(field, values.get(field), names) for values in (before, after))
            yield line(label, *((old, new) if old != new else ("", _CHANGED)))


def _name(change: LoggedChange, names: Names) -> str:
    field = NAMED_BY[change.kind]
    for image in (change.before, change.after) if change.kind not in TOLD_OF else ():
        if image and image.get(field):
            return str(image[field])
    is_gone = change.action is ChangeAction.PURGE and change.before is None
    return _PURGED if is_gone else names(change.kind, change.entity_id)


def _names(history: HistoryQueries, changes: Sequence[LoggedChange]) -> Names:
    """Look up in few reads what the changed rows, and those that they refer to, are called."""
    wanted: dict[EntityKind, set[int]] = {}
    for change in changes:
        wanted.setdefault(change.kind, set()).add(change.entity_id)
        for image in (change.before or {}, change.after or {}):
            for field in image.keys() & _REFERENCES.keys():
                values = image[field] if isinstance(image[field], list | tuple) else [image[field]]
                wanted.setdefault(_REFERENCES[field], set()).update(value for value in values if value is not None)
    found = {kind: history.names(kind, sorted(ids)) for kind, ids in wanted.items()}
    return lambda kind, id_: found.get(kind, {}).get(id_, f"số {id_}")


def _words(field: str, value: Any, names: Names) -> str:
    """Return a field's value as a person reads it; empty for what is empty."""
    if value is None or value in ("", [], ()):
        return ""
    if field in _REFERENCES:
        ids = value if isinstance(value, list | tuple) else [value]
        return "; ".join(names(_REFERENCES[field], id_) for id_ in ids)
    if field in _CONTENTS:
        return "Có"
    if field == "locked_at":
        return f"{datetime.fromisoformat(value).astimezone(VIETNAM):%H:%M %d/%m/%Y}"
    if field in _DAYS:
        return show_day(read_day(value))
    if field == "area":
        return area_name(AreaCode(value))
    if field in _CODED:
        return "Trong kế hoạch" if (field, value) == ("origin", "issued") else _CODES.get(str(value), str(value))
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return "; ".join(value)
    return _CHANGED if isinstance(value, list | dict) else str(value)
