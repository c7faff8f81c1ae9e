"""What is offered and kept: papers by plan, their names as files, options as they were left."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF

from cchc_desktop.domain.followup_papers import Grouping
from cchc_desktop.domain.office import Signer
from cchc_desktop.settings import Settings, load_settings
from cchc_desktop.ui.preferences import Preferences
from cchc_desktop.ui.reports.export import file_words
from cchc_desktop.ui.reports.gathering import GATHERERS
from cchc_desktop.ui.reports.kept import KeptChoices
from cchc_desktop.ui.reports.live_figures import LiveFigures
from cchc_desktop.ui.reports.options_form import _sentence_case
from cchc_desktop.ui.reports.papers import PAPERS, PaperOptions, signer_words

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
    options = PaperOptions(DAY, "2025", "Công an", Grouping.AGENCY, "A3", frozenset({"list"}), "An", "Phòng")
    kept.keep("tracking", options)
    again = KeptChoices(Preferences(load_settings()))
    usual = PaperOptions(date(2026, 1, 1))
    read = again.options("tracking", usual)
    assert read == PaperOptions(
        date(2026, 1, 1), "", "Công an", Grouping.AGENCY, "A3", frozenset({"list"}), "An", "Phòng"
    )
    assert again.options("agency", usual) == usual
    assert again.paper() == "tracking"


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
    assert _sentence_case(heading) == words


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
