"""The chapters as data."""

from __future__ import annotations

import pytest

from cchc_desktop.ui.drafting.template_page import TemplatePage
from cchc_desktop.ui.drafting.words_page import WordsPage
from cchc_desktop.ui.forms.page import FormsPage
from cchc_desktop.ui.help.guide import (
    CHAPTERS,
    FIRST,
    HEADINGS,
    KEYS,
    Chapter,
    chapter,
    chapter_of,
    chapters_with,
    text_of,
)
from cchc_desktop.ui.plans.coverage_page import CoveragePage
from cchc_desktop.ui.plans.years_page import YearsPage
from cchc_desktop.ui.reporting.page import ReportingPage
from cchc_desktop.ui.screens import SCREENS
from cchc_desktop.ui.settings.page import PARTS

TEXTS = [(Chapter("a", "Một"), "Sao lưu hằng ngày"), (Chapter("b", "Hai"), "Tìm kiếm, lọc")]


def test_every_chapter_begins_with_its_title() -> None:
    for each in CHAPTERS:
        if each.name != KEYS:
            assert text_of(each.name).splitlines()[0] == f"# {each.title}"


def test_no_screen_belongs_to_two_chapters() -> None:
    screens = [screen for each in CHAPTERS for screen in each.screens]
    assert len(screens) == len(set(screens))


@pytest.mark.parametrize(
    ("screen", "name"),
    [
        ("plan", "nhap-lieu"),
        ("history", "an-toan"),
        ("deadlines", "den-han"),
        ("StartPage", FIRST),
        ("settings/layout", "van-ban"),
    ],
)
def test_a_screen_finds_its_chapter(screen: str, name: str) -> None:
    assert chapter_of(screen).name == name


def test_the_screens_that_are_named_exist() -> None:
    known = {entry.name for entry in SCREENS} | {f"settings/{part.name}" for part in PARTS}
    pages = {"StartPage", "ImportPage", "NewPlanPage", "FindPage", "TakeOverPage"}
    pages |= {ReportingPage.__name__, CoveragePage.__name__, YearsPage.__name__}
    pages |= {WordsPage.__name__, TemplatePage.__name__, FormsPage.__name__}
    assert {screen for each in CHAPTERS for screen in each.screens} <= known | pages


def test_every_screen_and_part_is_explained() -> None:
    wanted = {entry.name for entry in SCREENS if entry.name not in ("assignments", "settings")}
    wanted |= {f"settings/{part.name}" for part in PARTS}
    assert wanted <= {screen for each in CHAPTERS for screen in each.screens}


@pytest.mark.parametrize(("screen", "heading"), HEADINGS.items())
def test_a_screen_opens_at_a_heading_of_its_chapter(screen: str, heading: str) -> None:
    assert f"## {heading}" in text_of(chapter_of(screen).name).splitlines()


def test_what_no_chapter_names_opens_the_first() -> None:
    assert chapter_of("nowhere").name == FIRST == chapter("nothing").name


@pytest.mark.parametrize(
    ("words", "found"), [("sao luu", ["a"]), ("SAO LƯU", ["a"]), ("tim loc", ["b"]), ("tìm sao", []), ("", ["a", "b"])]
)
def test_chapters_are_found_by_their_words(words: str, found: list[str]) -> None:
    assert [each.name for each in chapters_with(words, TEXTS)] == found
