"""Use cases that change agencies: save, delete, merge spellings into one, tell two apart; each is one operation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from cchc_desktop.domain.agencies.agency import Agency
from cchc_desktop.domain.agencies.likeness import pair_key
from cchc_desktop.domain.agencies.merging import group_in_itself, joined, living, overlap, regrouped, spellings
from cchc_desktop.domain.agencies.names import AgencyKind, match_key
from cchc_desktop.domain.changes import Changes, Operation
from cchc_desktop.domain.entities import UNSAVED
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.indicators.indicator import Indicator
from cchc_desktop.domain.items import AgencyLink, WorkItem
from cchc_desktop.domain.ports import UnitOfWork
from cchc_desktop.services.agencies import APART, list_agencies
from cchc_desktop.services.titles import about
from cchc_desktop.services.workspace import Workspace


def save_agency(workspace: Workspace, agency: Agency) -> tuple[int, Changes]:
    """Store a new agency or the changed fields of one, white space trimmed; return its id.

    A name that was changed remains as an alias, so that a later import knows it. InvalidInput without a name, where
    another agency of the same time has it, or where a group would contain itself.
    """
    agency = _trimmed(agency)
    is_new = agency.id == UNSAVED
    title = about("Thêm cơ quan" if is_new else "Sửa cơ quan", agency.name)
    with workspace.units(Operation("agency.add" if is_new else "agency.edit", title)) as unit:
        before = None if is_new else unit.agencies.get(agency.id)
        _check(agency, before, [other for other in living(unit.agencies.all()) if other.id != agency.id])
        stored = unit.agencies.add(agency) if before is None else unit.agencies.update(_recognisable(agency, before))
        return stored.id, unit.commit()


def delete_agencies(workspace: Workspace, agency_ids: Sequence[int]) -> Changes:
    """Delete agencies that nothing uses, with the spellings merged into them; InvalidInput names one that is used."""
    used = {line.agency.id: line for line in list_agencies(workspace) if line.is_used}
    title = "Xóa cơ quan" if len(agency_ids) == 1 else f"Xóa {len(agency_ids)} cơ quan"
    with workspace.units(Operation("agency.delete", title)) as unit:
        agencies = unit.agencies.get_all(agency_ids)
        for agency in agencies:
            if agency.id in used:
                raise InvalidInput(
                    f"“{agency.name}” còn được dùng trong kế hoạch hoặc trong nhóm cơ quan nên không xóa được. "
                    "Hãy gộp vào cơ quan khác."
                )
        merged = [agency.id for agency in unit.agencies.all() if agency.merged_into_id in set(agency_ids)]
        unit.agencies.delete_all([*agency_ids, *merged])
        unit.describe(about(title, agencies[0].name) if len(agencies) == 1 else title)
        return unit.commit()


def merge(workspace: Workspace, keep_id: int, other_ids: Sequence[int], name: str | None = None) -> Changes:
    """Merge agencies into the one that is kept, as one operation; undoing it splits them again.

    Rows and groups follow, words as written stay, and every spelling becomes an alias, so that a later import knows
    it. `name` is a better name for the one kept. InvalidInput where a group would become an office or contain itself.
    """
    others_ids = [id_ for id_ in dict.fromkeys(other_ids) if id_ != keep_id]
    if not others_ids:
        raise InvalidInput("Hãy chọn ít nhất hai cơ quan để gộp.")
    with workspace.units(Operation("agency.merge", "Gộp cơ quan")) as unit:
        keep, *others = unit.agencies.get_all([keep_id, *others_ids])
        _check_merge(keep, others)
        result = joined(keep, others, (name or "").strip() or None)
        _write_merge(unit, result, others)
        plan_ids = [plan.id for plan in workspace.queries.plans()]
        _move_links(unit, plan_ids, keep_id, frozenset(others_ids))
        unit.describe(about(f"Gộp {len(others)} cách viết vào", result.name))
        return unit.commit()


def tell_apart(workspace: Workspace, agency_ids: Sequence[int]) -> Changes:
    """Never again suggest that any two of these agencies are one."""
    with workspace.units(Operation("agency.apart", "Xác nhận là các cơ quan khác nhau")) as unit:
        pairs = {pair_key(one, other) for one, other in combinations(unit.agencies.get_all(agency_ids), 2)}
        return _change_apart(unit, lambda keys: keys | pairs)


def suggest_again(workspace: Workspace) -> Changes:
    """Forget which agencies were told apart: all suggestions are shown again."""
    with workspace.units(Operation("agency.suggest", "Hiện lại mọi gợi ý gộp cơ quan")) as unit:
        return _change_apart(unit, lambda keys: set())


def _change_apart(unit: UnitOfWork, change: Callable[[set[str]], set[str]]) -> Changes:
    stored = unit.settings.value(APART, {})
    unit.settings.put(APART, {"keys": sorted(change(set(stored.get("keys") or ())))})
    return unit.commit()


# --- saving ----------------------------------------------------------------------------------------------------


def _trimmed(agency: Agency) -> Agency:
    aliases = (" ".join(alias.split()) for alias in agency.aliases)
    name = " ".join(agency.name.split())
    return replace(
        agency,
        name=name,
        short_name=(agency.short_name or "").strip() or None,
        aliases=tuple(alias for alias in dict.fromkeys(aliases) if alias and alias != name),
        member_ids=tuple(dict.fromkeys(agency.member_ids)) if agency.kind is AgencyKind.GROUP else (),
        head=(agency.head or "").strip() or None,
        contact=(agency.contact or "").strip() or None,
        note=(agency.note or "").strip() or None,
    )


def _recognisable(agency: Agency, before: Agency) -> Agency:
    """Return an agency that is still found by the name that it had before."""
    if match_key(before.name) in set(map(match_key, spellings(agency))):
        return agency
    return replace(agency, aliases=(*agency.aliases, before.name))


def _check(agency: Agency, before: Agency | None, others: Sequence[Agency]) -> None:
    """Raise InvalidInput for what cannot be stored; words that the agency has already are not disputed again."""
    if not match_key(agency.name):
        raise InvalidInput("Chưa có tên cơ quan. Hãy nhập tên.")
    if agency.valid_from and agency.valid_to and agency.valid_to < agency.valid_from:
        raise InvalidInput("Ngày hết hiệu lực đứng trước ngày bắt đầu hiệu lực. Hãy kiểm tra lại hai ngày.")
    names = {match_key(other.name): other for other in others if overlap(agency, other)}
    for words in {*spellings(agency)} - {*(spellings(before) if before else ())}:
        if other := names.get(match_key(words)):
            raise InvalidInput(f"“{words}” đã là tên của cơ quan “{other.name}”. Hãy gộp hai cơ quan, hoặc đổi tên.")
    missing = set(agency.member_ids) - {other.id for other in others} - {agency.id}
    if missing:
        raise InvalidInput("Một thành viên của nhóm không còn trong danh sách. Hãy chọn lại thành viên.")
    _check_groups([*others, agency])


def _check_groups(agencies: Iterable[Agency]) -> None:
    if group := group_in_itself(agencies):
        raise InvalidInput(f"Nhóm “{group.name}” không thể là thành viên của chính nhóm đó. Hãy chọn lại thành viên.")


# --- merging ---------------------------------------------------------------------------------------------------


def _check_merge(keep: Agency, others: Sequence[Agency]) -> None:
    for agency in (keep, *others):
        if agency.merged_into_id is not None:
            raise InvalidInput(f"“{agency.name}” đã được gộp trước đó. Hãy làm mới danh sách rồi thử lại.")
    if keep.kind is not AgencyKind.GROUP and any(other.member_ids for other in others):
        raise InvalidInput(
            "Không gộp được một nhóm có thành viên vào một cơ quan. Hãy giữ nhóm và gộp cơ quan vào nhóm."
        )


def _write_merge(unit: UnitOfWork, result: Agency, others: Sequence[Agency]) -> None:
    """Write the one kept, the merged ones, what was merged into those before, and the groups that name any of them."""
    gone = {other.id for other in others}
    rest = [agency for agency in unit.agencies.all() if agency.id not in gone | {result.id}]
    earlier = [replace(one, merged_into_id=result.id) for one in rest if one.merged_into_id in gone]
    groups = regrouped(living(rest), result.id, gone)
    changed = {agency.id: agency for agency in groups}
    _check_groups([changed.get(agency.id, agency) for agency in (*living(rest), result)])
    merged = [replace(other, merged_into_id=result.id, member_ids=()) for other in others]
    unit.agencies.update_all([result, *merged, *earlier, *groups])


def _move_links(unit: UnitOfWork, plan_ids: Iterable[int], keep_id: int, gone: frozenset[int]) -> None:
    """Let the rows of all plans name the agency that is kept; what they say stays, issued words too."""
    items: list[WorkItem] = []
    indicators: list[Indicator] = []
    for plan_id in plan_ids:
        items.extend(_moved(item, keep_id, gone) for item in unit.items.of_plan(plan_id) if _names(item, gone))
        rows = unit.indicators.of_plan(plan_id)
        indicators.extend(replace(row, agency_id=keep_id) for row in rows if row.agency_id in gone)
    unit.items.update_all(items)
    unit.indicators.update_all(indicators)


def _names(item: WorkItem, ids: frozenset[int]) -> bool:
    return any(link.agency_id in ids for link in (*item.lead, *item.coordinating))


def _moved(item: WorkItem, keep_id: int, gone: frozenset[int]) -> WorkItem:
    def moved(links: Sequence[AgencyLink]) -> tuple[AgencyLink, ...]:
        return tuple(AgencyLink(link.words, keep_id) if link.agency_id in gone else link for link in links)

    return replace(item, lead=moved(item.lead), coordinating=moved(item.coordinating))
