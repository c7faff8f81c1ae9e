"""The due lists of two transcribed plans, worked out by hand from their time words; skipped where these are not."""

from __future__ import annotations

from datetime import date

import pytest

from cchc_desktop.domain.followup.due_list import DueGroup, due_list
from cchc_desktop.domain.followup.ledger import build_ledger
from cchc_desktop.domain.followup.records import Progress, Record
from cchc_desktop.domain.followup.rollups import plan_status
from cchc_desktop.domain.followup.status import Status
from tests.domain.followup.stage import reference_tree

LE_ICH_MOC, KHUC_THUA_DU = "le-ich-moc-2025h2", "khuc-thua-du-2026-2030"

JULY = {"I.1": (31, 7)}
REPORT_Q3, REPORT_Q4 = {"I.2": (9, 9)}, {"I.2": (9, 12)}
THIRD_QUARTER = {"II.10": (30, 9), "III.17": (30, 9), "III.21": (30, 9)}
LAW = {"II.9": (9, 12)}
YEAR_END = [
    "I.3", "I.5", "I.6", "II.7", "II.8", "II.11", "II.12", "II.13", "III.14", "III.14b", "III.17", "III.21",
    "IV.23", "IV.24", "V.25", "V.26", "V.27", "V.28", "V.29", "V.30", "VI.31", "VI.32", "VI.33", "VI.34",
    "VII.35", "VII.38", "VII.39",
]  # fmt: skip


def listed(name, as_of, records=(), tracked_from=None):
    tree, labels = reference_tree(name, tracked_from)
    by_label = {label: item_id for item_id, label in labels.items()}
    ledger = build_ledger(Record(by_label[label], key, Progress.DONE, done_on=day) for label, key, day in records)
    found: dict[str, list] = {str(group): [] for group in DueGroup}
    for row in due_list(plan_status(tree, ledger, as_of)):
        found[row.group].append((labels[row.item_id], row.due, row.late_days))
    return found


def dated(*parts, as_of=None):
    """Return the rows of the labels; with `as_of` the days by which they are late."""
    rows = [(label, date(2025, month, day)) for part in parts for label, (day, month) in part.items()]
    return [(label, due, (as_of - due).days if as_of else 0) for label, due in sorted(rows, key=lambda row: row[1])]


END = [(label, date(2025, 12, 31), 0) for label in YEAR_END]
SEPTEMBER_9 = [("I.2", date(2025, 9, 9), 0)]
AUTUMN = [(label, date(2025, 9, 30), 0) for label in THIRD_QUARTER]
DECEMBER_9 = [("I.2", date(2025, 12, 9), 0), ("II.9", date(2025, 12, 9), 0)]


@pytest.mark.parametrize(
    ("as_of", "overdue", "week", "month", "later"),
    [
        (date(2025, 9, 1), {"I.1": 32}, [], SEPTEMBER_9 + AUTUMN, DECEMBER_9 + END),
        (date(2025, 9, 9), {"I.1": 40}, SEPTEMBER_9, AUTUMN, DECEMBER_9 + END),
        (date(2025, 9, 10), {"I.1": 41, "I.2": 1}, [], AUTUMN, DECEMBER_9 + END),
        (date(2025, 9, 30), {"I.1": 61, "I.2": 21}, AUTUMN, [], DECEMBER_9 + END),
        (
            date(2025, 12, 31),
            {"I.1": 153, "I.2": 113, "II.10": 92, "III.17": 92, "III.21": 92, "I.2 IV": 22, "II.9": 22},
            END, [], [],
        ),
    ],
    ids=["01/9", "09/9", "10/9", "30/9", "31/12"],
)  # fmt: skip
def test_le_ich_moc(as_of, overdue, week, month, later) -> None:
    found = listed(LE_ICH_MOC, as_of)
    late = [(label.split(" ")[0], days) for label, days in overdue.items()]
    assert [(label, days) for label, _, days in found["overdue"]] == late
    assert (found["week"], found["month"]) == (week, month)
    assert (found["quarter"], found["later"]) == ([], later)
    assert [label for label, _, _ in found["undated"]] == ["III.16"]
    assert [label for label, _, _ in found["waiting"]] == ["I.4"]


def test_bare_recurrences_have_ten_days_to_sum_up() -> None:
    tenth, eleventh = (listed(LE_ICH_MOC, date(2025, 10, day)) for day in (10, 11))
    assert [row[0] for row in tenth["overdue"]] == ["I.1", "I.2", "II.10"]
    assert [row[0] for row in tenth["week"]] == ["III.17", "III.21"]
    assert [row[0] for row in eleventh["overdue"]] == ["I.1", "I.2", "II.10", "III.17", "III.21"]


def test_le_ich_moc_as_the_office_kept_it() -> None:
    """What the picture of the screen shows on 2 December: two late by 63 days, two due in a week."""
    done = [
        ("I.1", "once", date(2025, 7, 30)),
        ("I.2", "2025-Q3", date(2025, 9, 8)),
        ("III.17", "2025-Q3", date(2025, 9, 30)),
    ]
    found = listed(LE_ICH_MOC, date(2025, 12, 2), done)
    assert [(label, days) for label, _, days in found["overdue"]] == [("II.10", 63), ("III.21", 63)]
    assert found["week"] == DECEMBER_9
    assert found["month"] == END


@pytest.mark.parametrize("day", [date(2025, 9, 20), date(2025, 11, 15)])
def test_le_ich_moc_first_imported_in_mid_year_has_nothing_red(day) -> None:
    found = listed(LE_ICH_MOC, day, tracked_from=day)
    assert found["overdue"] == []
    tree, _ = reference_tree(LE_ICH_MOC, day)
    counts = plan_status(tree, build_ledger(), day).total.counts
    assert counts.get(Status.OVERDUE, 0) == 0


def test_items_of_le_ich_moc() -> None:
    tree, _ = reference_tree(LE_ICH_MOC)
    found = plan_status(tree, build_ledger(), date(2025, 9, 1))
    assert (found.total.total, found.sub_items.total) == (39, 2)
    standing = sum(1 for one in found.items if one.milestones[-1].occurrence == "standing")
    assert standing == found.total.counts[Status.UPDATE_DUE] + found.sub_items.counts[Status.UPDATE_DUE] == 8


# --- five years ------------------------------------------------------------------------------------------------

YEARLY = ["I.2", "III.2", "IV.1", "IV.3", "VI.1", "VI.3", "VI.4", "VII.2", "VII.6", "VII.7"]
WHOLE = ["I.3", "II.1", "II.2", "II.3", "II.4", "II.5", "III.1", "V.2", "V.3", "V.4", "V.5", "V.6"]
YEARS = (2026, 2027, 2028, 2029, 2030)


def yearly(*years, as_of=None):
    return [
        (label, date(year, 12, 31), (as_of - date(year, 12, 31)).days if as_of else 0)
        for year in years
        for label in YEARLY
    ]


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize(
    ("month", "day", "group"),
    [(7, 1, "later"), (10, 1, "quarter"), (12, 1, "month"), (12, 24, "week"), (12, 31, "week")],
)
def test_khuc_thua_du(year, month, day, group) -> None:
    as_of = date(year, month, day)
    found = listed(KHUC_THUA_DU, as_of)
    expected: dict[str, list] = {str(name): [] for name in DueGroup}
    expected["overdue"] = yearly(*range(2026, year), as_of=as_of)
    expected["later"] = yearly(*range(year + 1, 2031))
    expected[group] = yearly(year) + expected[group]
    expected[group if year == 2030 else "later"] += [(label, date(2030, 12, 31), 0) for label in WHOLE]
    assert {name: _in_plan_order(rows) for name, rows in expected.items()} == found


def _in_plan_order(rows):
    order = list(reference_tree(KHUC_THUA_DU)[1].values())
    return sorted(rows, key=lambda row: (row[1], order.index(row[0])))


@pytest.mark.parametrize("year", YEARS[:-1])
def test_the_year_of_khuc_thua_du_may_be_summed_up_until_10_january(year) -> None:
    before = listed(KHUC_THUA_DU, date(year + 1, 1, 10))
    after = listed(KHUC_THUA_DU, date(year + 1, 1, 11))
    assert before["week"] == yearly(year)
    assert len(after["overdue"]) == len(before["overdue"]) + 10 == 10 * (year - 2025)
    assert after["overdue"][-1][2] == 11


def test_khuc_thua_du_done_each_year_is_never_late() -> None:
    done = [(label, str(year), date(year, 12, 20)) for year in YEARS for label in YEARLY]
    assert all(listed(KHUC_THUA_DU, date(year, 12, 31), done)["overdue"] == [] for year in YEARS)
