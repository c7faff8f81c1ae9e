"""What is offered and kept: papers by plan, their names as files, options as they were left."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF

from cchc_desktop.domain.office import Signer
from cchc_desktop.domain.papers.followup import Grouping
from cchc_desktop.domain.papers.report_template import template_from_json
from cchc_desktop.paths import resource
from cchc_desktop.settings import Settings, load_settings
from cchc_desktop.ui.preferences import Preferences
from cchc_desktop.ui.reports.export import file_words
from cchc_desktop.ui.reports.gathering import GATHERERS
from cchc_desktop.ui.reports.kept import KeptChoices
from cchc_desktop.ui.reports.live_figures import LiveFigures
from cchc_desktop.ui.reports.papers import PAPERS, PaperOptions, parts_of, signer_words
from cchc_desktop.ui.reports.part_boxes import sentence_case

DAY = date(2025, 12, 2)
KINDS = {kind.name: kind for kind in PAPERS}


class Spot:
    """A figure on a page."""

    def __init__(self, page: int, left: float, top: float) -> None:
        self.page, self.left, self.top, self.right, self.bottom = page, left, top, left + 20, top + 10
        self.key = f"{page}/{left}/{top}"


@pytest.mark.parametrize(
    ("name", "options", "words"),
    [
        ("appendix", PaperOptions(DAY), "Phụ lục nhiệm vụ"),
        ("tracking", PaperOptions(DAY), "Bảng theo dõi nhiệm vụ - 02-12-2025"),
        ("agency", PaperOptions(DAY, agency="Ban A/B"), "Phiếu theo cơ quan chủ trì - Ban A-B - 02-12-2025"),
        ("report", PaperOptions(DAY, period="2025-Q3"), "Báo cáo định kỳ - 2025-Q3"),
    ],
)
def test_the_name_of_the_file(name, options, words):
    assert file_words(KINDS[name], options) == words


def test_names_of_papers_are_told_apart():
    assert len(KINDS) == len(PAPERS) == len({kind.words for kind in PAPERS})
    assert set(GATHERERS) == set(KINDS)


@pytest.fixture
def kept(tmp_path, monkeypatch):
    monkeypatch.setenv("CCHC_HOME", str(tmp_path))
    return KeptChoices(Preferences(Settings()))


def test_options_are_kept_paper_by_paper_and_written(kept):
    options = PaperOptions(
        DAY, "2025", "Công an", Grouping.AGENCY, "A3", frozenset({"list"}), "An", "Phòng", frozenset({"charts"}),
        plans=(7, 9), number="5", day=DAY, orientation="portrait", each=True,
    )  # fmt: skip
    kept.keep("tracking", options, 3)
    again = KeptChoices(Preferences(load_settings()))
    usual = PaperOptions(date(2026, 1, 1))
    assert again.options("tracking", usual, 3) == replace(options, as_of=usual.as_of, period="", number="", day=None)
    assert again.options("tracking", usual, 9).plans == (3, 7)
    assert again.options("tracking", usual, 4).plans == ()
    assert again.options("agency", usual) == usual
    assert again.paper() == "tracking"


def test_the_sheet_of_a_view_is_not_kept_as_the_papers_own(kept):
    usual = PaperOptions(DAY)
    kept.keep("tracking", replace(usual, size="A3", orientation="portrait"))
    kept.keep("tracking", replace(usual, size="A4", orientation="landscape", view="uid"))
    read = kept.options("tracking", usual)
    assert (read.size, read.orientation, read.view) == ("A3", "portrait", "uid")


@pytest.mark.parametrize(
    ("own", "sheet"),
    [
        ({"size": "A3"}, ("A3", "landscape")),
        ({"size": "A3", "orientation": "portrait"}, ("A3", "portrait")),
        ({"size": "A3", "orientation": 5}, ("", "")),
        ({"size": "", "orientation": "portrait"}, ("", "")),
    ],
)
def test_a_size_that_was_kept_before_sheets_could_be_turned(own, sheet):
    options = KeptChoices(Preferences(Settings(papers={"options": {"appendix": own}}))).options(
        "appendix", PaperOptions(DAY)
    )
    assert (options.size, options.orientation) == sheet


def test_number_and_day_are_known_until_the_program_ends(kept):
    assert kept.numbered(("report", 1)) == ("", None)
    kept.keep_number(("report", 1), "7", DAY)
    assert kept.numbered(("report", 1)) == ("7", DAY)
    assert kept.numbered(("report", 2)) == ("", None)


def test_parts_that_are_off_come_last():
    report = parts_of(
        KINDS["report"], template_from_json(json.loads(resource("templates", "report.json").read_bytes()))
    )
    assert [part.key for part in report if not part.is_usual] == ["tracking", "charts"]
    assert [part.key for part in parts_of(KINDS["reminder"], None)] == ["list"]


@pytest.mark.parametrize(
    "damaged",
    [{"options": 5}, {"options": {"tracking": []}}, {"options": {"tracking": {"size": "A0", "left_out": 3}}}],
)
def test_what_cannot_be_read_is_the_usual(damaged):
    usual = PaperOptions(DAY)
    assert KeptChoices(Preferences(Settings(papers=damaged))).options("tracking", usual) == usual


def test_a_folder_that_is_gone_is_not_offered(kept, tmp_path):
    kept.keep_folder(tmp_path / "gone")
    assert kept.folder() == Path.home()
    kept.keep_folder(tmp_path)
    assert kept.folder() == tmp_path


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("I. CHỈ ĐẠO, ĐIỀU HÀNH", "I. Chỉ đạo, điều hành"),
        ("ĐÁNH GIÁ CHUNG", "Đánh giá chung"),
        ("Phụ lục: chỉ tiêu", "Phụ lục: chỉ tiêu"),
    ],
)
def test_headings_in_a_list(heading, words):
    assert sentence_case(heading) == words


def test_signers_in_words():
    assert signer_words(Signer("An", ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"))) == "KT. CHỦ TỊCH PHÓ CHỦ TỊCH, An"
    assert signer_words(Signer("An")) == "An"


def test_figures_are_found_by_place_and_in_reading_order():
    first, second, third = Spot(0, 10, 10), Spot(0, 60, 10), Spot(2, 0, 0)
    figures = LiveFigures([third, second, first])
    assert figures.at(0, QPointF(61, 15)) is second
    assert figures.at(0, QPointF(200, 15)) is None
    assert figures.at(1, QPointF(11, 11)) is None
    assert figures.next(None, 0, 1) is first
    assert figures.next(None, 1, 1) is third
    assert figures.next(first, 0, 1) is second
    assert figures.next(first, 0, -1) is first
    assert figures.next(third, 2, 1) is third
    assert LiveFigures().next(None, 0, 1) is None
