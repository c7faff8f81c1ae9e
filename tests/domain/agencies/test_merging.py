"""What merged agencies become, what old ids stand for, who follows whom."""

from __future__ import annotations

from datetime import date

import pytest

from cchc_desktop.domain.agencies.agency import Agency
from cchc_desktop.domain.agencies.merging import (
    canonical_names,
    group_in_itself,
    heirs,
    is_valid,
    joined,
    overlap,
    regrouped,
    successors,
)
from cchc_desktop.domain.agencies.names import AgencyKind

JUNE, JULY = date(2025, 6, 30), date(2025, 7, 1)


def group(id_, *members):
    return Agency(f"Nhóm {id_}", id=id_, kind=AgencyKind.GROUP, member_ids=members)


def test_every_spelling_becomes_an_alias_once():
    keep = Agency("Phòng Kinh tế", id=1, aliases=("P. KT",))
    other = Agency("Phòng KT", id=2, short_name="KT", aliases=("P. KT", "Phòng Kinh tế"))
    merged = joined(keep, [other])
    assert (merged.name, merged.short_name, merged.aliases) == ("Phòng Kinh tế", "KT", ("P. KT", "Phòng KT"))
    renamed = joined(keep, [other], "Phòng KT")
    assert (renamed.name, renamed.aliases) == ("Phòng KT", ("Phòng Kinh tế", "P. KT"))


def test_members_of_merged_groups_come_together():
    assert joined(group(1, 5, 2), [group(2, 6, 5, 1)]).member_ids == (5, 6)


def test_groups_name_the_one_kept_once_and_never_themselves():
    groups = [group(10, 2, 1, 3), group(11, 3), group(1, 2, 4), group(12)]
    assert [(row.id, row.member_ids) for row in regrouped(groups, 1, {2})] == [(10, (1, 3)), (1, (4,))]


@pytest.mark.parametrize(
    ("groups", "found"),
    [
        ([group(1, 2), group(2, 3), group(3)], None),
        ([group(1, 1)], 1),
        ([group(1, 2), group(2, 3), group(3, 1)], 1),
        ([group(1, 2), group(2, 3), group(3, 2)], 2),
        ([group(1, 2, 3), group(2, 4), group(3, 4)], None),
        ([], None),
    ],
)
def test_a_group_in_itself_is_found(groups, found):
    result = group_in_itself(groups)
    assert (result and result.id) == found


def test_an_old_id_stands_for_the_last_heir():
    rows = [Agency("A", id=1), Agency("B", id=2, merged_into_id=1), Agency("C", id=3, merged_into_id=2)]
    assert heirs(rows) == {1: 1, 2: 1, 3: 1}
    assert canonical_names(rows) == {1: "A", 2: "A", 3: "A"}


def test_a_damaged_file_with_a_circle_or_a_missing_heir_is_survived():
    rows = [
        Agency("A", id=1, merged_into_id=2), Agency("B", id=2, merged_into_id=1), Agency("C", id=3, merged_into_id=9),
    ]  # fmt: skip
    assert set(canonical_names(rows)) == {1, 2, 3}
    assert canonical_names(rows)[3] == "C"


@pytest.mark.parametrize(
    ("agency", "day", "expected"),
    [
        (Agency("A"), JUNE, True),
        (Agency("A", valid_from=JULY), JUNE, False),
        (Agency("A", valid_from=JULY), JULY, True),
        (Agency("A", valid_to=JUNE), JUNE, True),
        (Agency("A", valid_to=JUNE), JULY, False),
    ],
)
def test_validity_includes_both_ends(agency, day, expected):
    assert is_valid(agency, day) is expected


def test_overlap_is_symmetric():
    old, new, whole = Agency("A", valid_to=JUNE), Agency("A", valid_from=JULY), Agency("A")
    assert not overlap(old, new)
    assert not overlap(new, old)
    assert overlap(old, whole)
    assert overlap(old, Agency("A", valid_from=JUNE))


def test_a_successor_carries_a_name_on_after_the_end():
    old = Agency("Phòng Nội vụ", id=1, short_name="P. NV", valid_to=JUNE)
    rows = [
        old,
        Agency("Phòng Tổng hợp", id=2, aliases=("phòng nội vụ xã",), valid_from=JULY),
        Agency("Phòng nội vụ", id=3),
        Agency("Phòng Nội vụ", id=4, valid_from=JUNE),
        Agency("Phòng Nội vụ", id=5, valid_from=JULY, merged_into_id=2),
        Agency("Phòng Kinh tế", id=6, valid_from=JULY),
    ]
    assert [row.id for row in successors(old, rows)] == [2]
    assert successors(Agency("Phòng Nội vụ"), rows) == []
