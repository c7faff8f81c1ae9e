"""Ranking, abbreviations, initials and changes of the search index."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.search.index import Grade, SearchDocument, SearchIndex
from cchc_desktop.domain.text.abbreviations import Abbreviations
from cchc_desktop.domain.text.folding import nfc

SEED = Path(__file__).resolve().parents[3] / "db" / "seed" / "abbreviations.json"
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
    assert found(index_of("Công khai ngân sách", text, "Báo cáo tháng"), query)[:1] == [1]


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


def test_what_was_given_back_leaves_everything_found_as_in_an_index_of_its_own() -> None:
    index: SearchIndex[int] = SearchIndex()
    rows = {
        n: SearchDocument(n, f"Tuyên truyền nội dung {n % 7}", (f"Báo cáo số {n}",), (f"{n}/KH-UBND",))
        for n in range(1500)
    }
    for row in rows.values():
        index.update(row)
    for n in [*range(0, 1500, 2), *range(1, 1000, 4)]:
        index.remove(n)
        rows.pop(n)
    assert len(index._documents) < 1000, "slots were given back"
    plain = SearchIndex(rows.values())
    for query in ("noi dung 3", "nội dung", "1499", "báo cáo 1003", "tt", "truyn", "khong co"):
        assert sorted(found(index, query, None)) == sorted(found(plain, query, None))
        assert found(index, query, 5) == found(plain, query, 5)


def test_limit_keeps_the_best() -> None:
    index = index_of(*["Kiểm kê, thanh tra"] * 30, "Kiểm tra", *["Kiểm kê, thanh tra"] * 30)
    assert found(index, "kiem tra", 3)[0] == 30
    assert (len(found(index, "kiem tra", 3)), len(found(index, "kiem tra", None))) == (3, 61)


def test_short_pieces_inside_words_are_no_match() -> None:
    assert found(index_of("Rà soát cho các sở"), "ho so") == []


@pytest.mark.parametrize(
    ("query", "best"),
    [
        ("nv 12", 1),
        ("nhiệm vụ 12", 1),
        ("NV12", 1),
        ("12", 1),
        ("12.", 1),
        ("3.1", 2),
        ("188/KH-UBND", 0),
        ("số 188", 0),
        ("188", 0),
    ],
)
def test_numbers_name_rows(query: str, best: int) -> None:
    rows = [
        SearchDocument(0, "Kế hoạch năm", ("12 nhiệm vụ",), ("188/KH-UBND",)),
        SearchDocument(1, "Rà soát", ("trước ngày 31/3.1",), ("12",)),
        SearchDocument(2, "Họp 12 lần, 188 lượt", (), ("3.1:",)),
    ]
    assert found(SearchIndex(rows, TABLE), query)[0] == best


def test_the_number_of_a_task_asked_for_by_name_is_all_that_is_meant() -> None:
    rows = [SearchDocument(0, "Họp 12 lần"), SearchDocument(1, "Rà soát", (), ("12",))]
    assert found(SearchIndex(rows, TABLE), "nv 12") == [1]
    assert found(SearchIndex(rows, TABLE), "12") == [1, 0]


@pytest.mark.parametrize(
    ("query", "best", "next_best"),
    [
        ("tthc", "Rà soát TTHC", "Rà soát thủ tục hành chính"),
        ("thủ tục hành chính", "Rà soát thủ tục hành chính", "Rà soát TTHC"),
        ("kt", "Phòng KT xã", "Phòng Kinh tế xã"),
        ("công vụ", "Kiểm tra công vụ", "Kiểm tra công việc, vụ án"),
        ("kiểm tra cong vu", "Lập đoàn kiểm tra công vụ", "Lập đoàn kiêm tra công vụ"),
    ],
)
def test_typed_words_come_before_what_they_may_mean(query: str, best: str, next_best: str) -> None:
    assert found(index_of(next_best, best), query) == [1, 0]


def test_texts_count_in_their_order() -> None:
    texts = ("", "Công an xã"), ("Công an xã", "")
    rows = [SearchDocument(at, "Rà soát", beside) for at, beside in enumerate(texts)]
    assert found(SearchIndex(rows, TABLE), "cong an") == [1, 0]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("qaun lý", "Quản lý đất đai"),
        ("quản lí", "Quản lý đất đai"),
        ("kỷ luật", "Kỉ luật lao động"),
        ("thông tinn", "Cổng thông tin"),
        ("hành chíhn", "Cải cách hành chính"),
    ],
)
def test_one_slip_is_forgiven_where_nothing_is_found(query: str, text: str) -> None:
    [hit] = index_of("Công khai ngân sách", text).search(query)
    assert (hit.id, hit.grade) == (1, Grade.MISTYPED)


def test_a_word_of_vietnamese_is_never_mended() -> None:
    assert found(index_of("Phong trào thi đua"), "khong trao") == []


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("hoan thien", ["Hoàn", "thiện"]),
        ("bản", ["bản"]),
        ("ban", ["Ban", "bản"]),
        ("cchc", ["cải cách hành chính"]),
        ("hội đồng nhân dân", ["HĐND"]),
        ("soá", ["soá"]),
        ("vphdnd", []),
        ("hinh ch", ["chính"]),
    ],
)
def test_spans_mark_the_words_as_written(query: str, marked: list[str]) -> None:
    text = "Ban HĐND: Hoàn thiện bản rà soát kế hoạch cải cách hành chính"
    hits = index_of(text).search(query)
    spans = hits[0].spans[0] if hits else ()
    assert [text[start:end] for start, end in spans] == marked


def test_a_word_is_marked_beside_its_neighbour_and_not_where_it_stands_alone() -> None:
    text = "Hồ sơ được số hóa"
    [hit] = SearchIndex([SearchDocument(0, text, ("Sơ đồ", "Số hóa"))], TABLE).search("so hoa")
    assert hit.spans == (((11, 13), (14, 17)), (), ((0, 2), (3, 6)))
    assert hit.matched == ("số", "hóa")


def test_words_together_in_the_agency_stand_before_one_of_them_in_the_content() -> None:
    rows = [
        SearchDocument(0, "Theo lộ trình của Văn phòng Chính phủ", ("Báo cáo", "HĐND xã")),
        SearchDocument(1, "Theo lộ trình của thành phố", ("Báo cáo", "Văn phòng HĐND xã")),
    ]
    assert found(SearchIndex(rows, TABLE), "vp hdnd bao cao") == [1, 0]


def test_spans_stand_in_each_text_of_the_row_and_in_its_composed_form() -> None:
    decomposed = "Ra\u0300 soa\u0301t"
    [hit] = SearchIndex([SearchDocument(0, decomposed, ("", "Tổ rà soát"))], TABLE).search("rà soát")
    assert hit.spans == (((0, 2), (3, 7)), (), ((3, 5), (6, 10)))
    assert hit.best_text == 0


PIECES = ("UBND", "ủy", "ban", "và", "hoà", "tt", "12", "HĐND", "ke\u0302\u0301", "İ", "quý", "ß")
WORDS = st.lists(st.sampled_from(PIECES))


@given(WORDS.map(" ".join), WORDS.map(" - ".join) | st.text(max_size=12))
def test_whatever_is_typed_the_marks_stand_inside_the_text_and_apart(text: str, query: str) -> None:
    for hit in SearchIndex([SearchDocument(0, text, (text[::-1],), ("12",))], TABLE).search(query):
        for words, spans in zip(hit.document.texts, hit.spans, strict=True):
            ends = [end for span in spans for end in span]
            assert ends == sorted(set(ends))
            assert not ends or (ends[0] >= 0 and ends[-1] <= len(nfc(words)))
        assert all(piece in "\n".join(map(nfc, hit.document.texts)) for piece in hit.matched)
