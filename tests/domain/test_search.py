"""Ranking, abbreviations, initials and changes of the search index."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cchc_desktop.domain.search import Grade, SearchDocument, SearchIndex
from cchc_desktop.domain.text.abbreviations import Abbreviations

SEED = Path(__file__).resolve().parents[2] / "db" / "seed" / "abbreviations.json"
TABLE = Abbreviations(json.loads(SEED.read_text("utf-8")))


def index_of(*texts: str) -> SearchIndex[int]:
    return SearchIndex([SearchDocument(number, text) for number, text in enumerate(texts)], TABLE)


def found(index: SearchIndex[int], query: str, limit: int | None = 50) -> list[int]:
    return [hit.id for hit in index.search(query, limit)]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("vp hdnd", "Văn phòng HĐND và UBND"),
        ("vphdnd", "Văn phòng HĐND và UBND"),
        ("văn phòng HĐND - UBND", "Văn phòng HĐND và UBND"),
        ("van phong hoi dong nhan dan", "VP HĐND&UBND"),
        ("kthtdt", "Phòng Kinh tế, Hạ tầng và Đô thị"),
        ("tthc", "Rà soát thủ tục hành chính"),
        ("thủ tục hành chính", "Rà soát TTHC nội bộ"),
        ("cchc", "Kế hoạch cải cách hành chính"),
        ("mttq", "Ủy ban Mặt trận Tổ quốc Việt Nam"),
        ("tt pvhcc", "Trung tâm Phục vụ hành chính công"),
        ("trung tam phuc vu", "TT Phục vụ HCC"),
        ("vh-xh", "Phòng Văn hóa - Xã hội"),
        ("uỷ ban", "Ủy ban nhân dân"),
        ("hòan thiện", "Hoàn thiện hồ sơ"),
        ("HOAN THIEN ho so", "Hoàn thiện hồ sơ"),
        ("hs hoan", "Hoàn thiện hồ sơ"),
        ("bướ", "Bước đầu rà soát"),
        ("uyên", "Liên quan chuyên môn"),
    ],
)
def test_finds(query: str, text: str) -> None:
    assert found(index_of("Công khai ngân sách", text, "Tuyên truyền"), query)[:1] == [1]


@pytest.mark.parametrize("query", ["", "  ,;", "kế hoạch đào giếng", "xyzxyz"])
def test_finds_nothing(query: str) -> None:
    assert found(index_of("Kế hoạch cải cách hành chính", "Đào tạo"), query) == []


@pytest.mark.parametrize(
    ("query", "best", "next_best"),
    [
        ("bản", "Soạn bản thảo", "Họp ban chỉ đạo"),
        ("hoá", "Văn hóa cơ sở", "Hòa giải cơ sở"),
        ("kiểm", "Kiểm tra nội bộ", "Kiem ke tài sản"),
        ("an", "An toàn thông tin", "Anh hùng lao động"),
        ("oanh n", "Oanh nói", "Doanh nghiệp"),
        ("kiem tra", "Thực hiện kiểm tra", "Kiểm kê và thanh tra"),
        ("hồ sơ", "Hồ sơ công việc", "Lập danh mục hồ sơ"),
        ("rà soát văn bản", "Rà soát các văn bản", "Văn phòng soát bản in, rà lỗi"),
    ],
)
def test_ranks(query: str, best: str, next_best: str) -> None:
    assert found(index_of(next_best, best), query) == [1, 0]


def test_primary_text_before_secondary() -> None:
    index = SearchIndex(
        [SearchDocument("aside", "Rà soát", ("Công an xã",)), SearchDocument("main", "Phối hợp với Công an xã")], TABLE
    )
    assert [(hit.id, hit.grade) for hit in index.search("công an")] == [
        ("main", Grade.EXACT),
        ("aside", Grade.EXACT_ASIDE),
    ]


def test_words_may_match_in_different_texts_but_a_phrase_does_not_cross() -> None:
    documents = [SearchDocument(0, "Lập báo", ("cáo trạng",)), SearchDocument(1, "Lập kế hoạch", ("Báo cáo",))]
    assert found(SearchIndex(documents, TABLE), "báo cáo") == [1, 0]


@pytest.mark.parametrize(
    ("query", "matched"),
    [
        ("hoan thien", ("Hoàn", "thiện")),
        ("cchc", ("cải cách hành chính",)),
        ("ủy ban nhân", ("UBND",)),
        ("soá", ("soá",)),
    ],
)
def test_matched_pieces_are_words_as_written(query: str, matched: tuple[str, ...]) -> None:
    [hit] = index_of("Hoàn thiện, rà soát kế hoạch cải cách hành chính của UBND xã").search(query)
    assert hit.matched == matched


def test_update_replaces_and_remove_forgets() -> None:
    index = index_of("Rà soát văn bản", "Tuyên truyền")
    index.update(SearchDocument(0, "Kiểm tra công vụ"))
    assert (found(index, "văn bản"), found(index, "công vụ"), len(index)) == ([], [0], 2)
    index.remove(0)
    index.remove(0)
    assert (found(index, "công vụ"), len(index)) == ([], 1)


def test_many_updates_of_one_row_do_not_grow_the_index() -> None:
    index = index_of("Tuyên truyền", "Kiểm tra")
    for number in range(3000):
        index.update(SearchDocument(0, f"Lần {number}"))
    assert (found(index, "lần 2999"), found(index, "lần 2998"), found(index, "kiểm tra")) == ([0], [], [1])


def test_limit_keeps_the_best() -> None:
    index = index_of(*["Kiểm kê, thanh tra"] * 30, "Kiểm tra", *["Kiểm kê, thanh tra"] * 30)
    assert found(index, "kiem tra", 3)[0] == 30
    assert (len(found(index, "kiem tra", 3)), len(found(index, "kiem tra", None))) == (3, 61)


def test_short_pieces_inside_words_are_no_match() -> None:
    assert found(index_of("Rà soát cho các sở"), "ho so") == []
