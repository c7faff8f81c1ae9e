"""The lists of the screen Cơ quan: Qt's own tester, words, filtering."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from cchc_desktop.domain.agencies.agency import Agency
from cchc_desktop.domain.agencies.names import AgencyKind
from cchc_desktop.domain.agencies.uses import AgencyUse, UseRole
from cchc_desktop.domain.text.abbreviations import Abbreviations
from cchc_desktop.services.agencies import AgencyLine
from cchc_desktop.ui.agencies import words
from cchc_desktop.ui.agencies.filtering import LineFilter
from cchc_desktop.ui.agencies.lines_model import AgencyLinesModel, LineColumn
from cchc_desktop.ui.agencies.uses_model import AgencyUsesModel
from cchc_desktop.ui.widgets.rows import RowRole

LINES = (
    AgencyLine(Agency("Ủy ban nhân dân", id=1, short_name="UBND"), lead=3, coordinating=1, plans=1),
    AgencyLine(Agency("Bưu điện", id=2, kind=AgencyKind.OUTSIDE, head="Bà Hoa", valid_to=date(2026, 6, 30))),
)


def test_the_models_follow_the_rules_of_qt(qtbot):
    lines, uses = AgencyLinesModel(), AgencyUsesModel()
    testers = [QAbstractItemModelTester(model) for model in (lines, uses)]
    lines.show_lines(LINES)
    uses.show_uses([AgencyUse(1, 1, "Kế hoạch", 1, None, "2", "Việc", UseRole.LEAD, "UBND")])
    assert [tester.model().rowCount() for tester in testers] == [2, 1]


def test_cells_say_counts_and_what_is_unused(qtbot):
    model = AgencyLinesModel()
    model.show_lines(LINES, unsaved={1})
    cells = [[model.index(row, column).data() for column in LineColumn] for row in range(2)]
    assert cells == [
        ["Ủy ban nhân dân", "Đơn vị", "3", "1", "–", "Chưa lưu được"],
        ["Bưu điện", "Bên ngoài", "–", "–", "–", "Chưa dùng\nĐến 30/06/2026"],
    ]
    assert [model.index(row, 0).data(RowRole.MUTED) for row in range(2)] == [False, True]
    assert model.index(0, LineColumn.LEAD).data(Qt.ItemDataRole.AccessibleTextRole) == "Chủ trì: 3"


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (None, None, ""),
        (date(2025, 7, 1), None, "Từ 01/07/2025"),
        (None, date(2025, 6, 30), "Đến 30/06/2025"),
        (date(2025, 7, 1), date(2030, 6, 30), "01/07/2025 - 30/06/2030"),
    ],
)
def test_validity(start, end, expected):
    assert words.validity_words(Agency("Phòng A", valid_from=start, valid_to=end)) == expected


@pytest.mark.parametrize(
    ("typed", "kind", "expected"),
    [
        ("", None, [1, 2]),
        ("uy ban", None, [1]),
        ("ubnd", None, [1]),
        ("ba hoa", None, [2]),
        ("", AgencyKind.OUTSIDE, [2]),
        ("ubnd", AgencyKind.OUTSIDE, []),
    ],
)
def test_the_filter_combines_words_and_kind(typed, kind, expected):
    lines = LineFilter(Abbreviations({"UBND": "ủy ban nhân dân"}))
    lines.set_lines(LINES)
    assert [line.agency.id for line in lines.found(typed, kind)] == expected
