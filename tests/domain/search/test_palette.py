"""The palette's ranking: commands by words and initials, plans, tasks, what was used last."""

from __future__ import annotations

import pytest

from cchc_desktop.domain.search.index import SearchDocument, SearchIndex
from cchc_desktop.domain.search.palette import Entry, EntryKind, Palette
from cchc_desktop.domain.text.abbreviations import Abbreviations

TABLE = Abbreviations({"KH": ["kế hoạch"], "CCHC": ["cải cách hành chính"]})
COMMANDS = [
    Entry(EntryKind.COMMAND, name, title, path, keys)
    for name, title, path, keys in (
        ("new_plan", "Lập kế hoạch mới…", "Tệp", "Ctrl+N"),
        ("import_plan", "Nhập kế hoạch từ Word, Excel…", "Tệp", "Ctrl+I"),
        ("export", "Xuất phụ lục nhiệm vụ…", "Tệp", "Ctrl+E"),
        ("undo", "Hoàn tác", "Sửa", "Ctrl+Z"),
        ("add_item", "Thêm nhiệm vụ", "Nhiệm vụ", "Ins"),
        ("delete_plan", "Xóa kế hoạch", "Kế hoạch", ""),
    )
]
OTHERS = [
    Entry(EntryKind.VIEW, "v1", "Quá hạn của Công an"),
    Entry(EntryKind.PLAN, "1", "Kế hoạch CCHC năm 2026", "188/KH-UBND", numbers=("188/KH-UBND",)),
    Entry(EntryKind.AGENCY, "7", "Công an xã"),
]
TASKS = {12: "Nhập kho hồ sơ lưu trữ", 13: "Xuất bản tài liệu tuyên truyền của Công an xã"}


@pytest.fixture(scope="module")
def palette() -> Palette:
    items = SearchIndex([SearchDocument(id_, words, (), (str(id_),)) for id_, words in TASKS.items()], TABLE)
    return Palette([*COMMANDS, *OTHERS], TABLE, items, lambda id_: Entry(EntryKind.ITEM, str(id_), TASKS[id_], "KH"))


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("nkh", "import_plan"),
        ("nkhtw", "import_plan"),
        ("nhap", "import_plan"),
        ("nhập kế", "import_plan"),
        ("nhap kh", "import_plan"),
        ("lkh", "new_plan"),
        ("phu luc", "export"),
        ("ht", "undo"),
        ("them nhiem", "add_item"),
        ("xoa", "delete_plan"),
        ("qua han", "v1"),
        ("188", "1"),
        ("cchc 2026", "1"),
        ("công an xã", "7"),
        ("luu tru", "12"),
        ("13", "13"),
    ],
)
def test_first_hit(palette: Palette, typed: str, first: str) -> None:
    assert [hit.entry.id for hit in palette.search(typed)][:1] == [first]


def test_without_words_the_last_used_and_then_the_commands(palette: Palette) -> None:
    recent = [OTHERS[1].key, COMMANDS[3].key, (EntryKind.PLAN, "gone")]
    shown = [hit.entry.id for hit in palette.search(" ", recent, limit=4)]
    assert shown == ["1", "undo", "new_plan", "import_plan"]


def test_what_was_used_lately_comes_before_its_like(palette: Palette) -> None:
    usual = [hit.entry.id for hit in palette.search("ke hoach")]
    recent = [hit.entry.id for hit in palette.search("ke hoach", [COMMANDS[5].key])]
    assert recent[0] == "delete_plan"
    assert sorted(recent) == sorted(usual)


def test_marks_stand_in_the_title(palette: Palette) -> None:
    by_words, by_initials = palette.search("nhap")[0], palette.search("nkh")[0]
    title = by_words.entry.title
    assert [title[a:b] for a, b in by_words.spans] == ["Nhập"]
    assert [title[a:b] for a, b in by_initials.spans] == ["N", "k", "h"]


def test_nothing_found(palette: Palette) -> None:
    assert palette.search("zzzz qqqq") == []
