"""A library of plans kept for searching: groups, totals, words around matches, and keeping up with snapshots."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cchc_desktop.domain.agencies.agency import Agency
from cchc_desktop.domain.evidence.register import EvidenceDocument
from cchc_desktop.domain.followup.ledger import build_ledger
from cchc_desktop.domain.followup.records import PeriodUpdate, Record
from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.plan import DocumentRef, Plan, PlanKind, Section
from cchc_desktop.domain.plan_tree import PlanTree, build_tree
from cchc_desktop.domain.search.palette import Entry, EntryKind
from cchc_desktop.domain.text.abbreviations import Abbreviations
from cchc_desktop.domain.views import SavedView
from cchc_desktop.services.palette import make_palette
from cchc_desktop.services.search import FIELDS, Library, item_document
from cchc_desktop.services.search_facts import facts_of
from tests.services.samples import YEAR

TABLE = Abbreviations({"UBND": ["ủy ban nhân dân"]})


def tree(plan_id: int, *contents: str, number: str | None = None) -> PlanTree:
    plan = Plan(f"Kế hoạch {plan_id}", PlanKind.ANNUAL, YEAR, id=plan_id, document=DocumentRef("Kế hoạch", number))
    items = [
        WorkItem(plan_id, plan_id, content, id=plan_id * 100 + at, number=f"{at}.", product="Báo cáo")
        for at, content in enumerate(contents, 1)
    ]
    return build_tree(plan, [Section(plan_id, "Chung", id=plan_id)], items, ())


@pytest.fixture
def library() -> Library:
    library = Library(TABLE)
    library.put(tree(1, "Rà soát văn bản", "Họp giao ban, rà soát", number="12/KH-UBND"))
    library.put(tree(2, "Rà soát", "Tuyên truyền"))
    library.put_agencies([Agency("Công an xã", id=1, head="Trần Văn Rà Soát"), Agency("CA xã", id=2, merged_into_id=1)])
    return library


def test_hits_are_grouped_by_plan_the_best_first(library: Library) -> None:
    found = library.search("rà soát")
    assert [(group.plan.id, [hit.item_id for hit in group.hits], group.total) for group in found.groups] == [
        (2, [201], 1), (1, [101, 102], 2),
    ]  # fmt: skip
    assert (found.total, found.more, [hit.id for hit in found.agencies]) == (3, 0, [1])


def test_what_a_limit_leaves_out_is_counted(library: Library) -> None:
    found = library.search("ra soat", limit=1)
    assert (len(found.items), found.total, found.more) == (1, 3, 2)
    assert [group.total for group in found.groups] == [1]


def test_the_field_and_the_words_around_the_match_are_told(library: Library) -> None:
    hit = library.search("bao cao").items[0]
    assert (hit.field, str(hit.snippet), hit.snippet.spans) == ("product", "Báo cáo", ((0, 3), (4, 7)))
    assert hit.matched == ("Báo", "cáo")


def test_plans_are_found_by_number_and_title(library: Library) -> None:
    assert [hit.id for hit in library.search("12").plans] == [1]
    assert next(hit.id for hit in library.search("ke hoach 2").plans) == 2


def test_a_later_snapshot_replaces_and_a_forgotten_plan_is_gone(library: Library) -> None:
    later = tree(1, "Kiểm tra công vụ")
    library.put(replace(later, plan=replace(later.plan, title="Chương trình")))
    assert [hit.item_id for hit in library.search("rà soát").items] == [201]
    assert library.item(101)[0].content == "Kiểm tra công vụ"
    assert [hit.id for hit in library.search("chuong trinh").plans] == [1]
    library.forget(1)
    library.forget(1)
    assert library.search("công vụ") == library.search("")
    with pytest.raises(KeyError):
        library.item(101)


def test_agencies_are_replaced_as_a_whole(library: Library) -> None:
    library.put_agencies([Agency("Trạm Y tế", id=3, aliases=("Trạm xá",))])
    assert not library.search("công an").agencies
    assert [str(hit.name) for hit in library.search("tram xa").agencies] == ["Trạm Y tế"]


def test_texts_stand_in_the_order_of_the_fields_with_words_given_beside() -> None:
    item = WorkItem(1, 1, "Rà soát", id=5, number="3.1:", ordinal="7", note="Gấp")
    texts = dict(zip(FIELDS, item_document(item, {"funding": "Ngân sách"}).texts, strict=True))
    assert {name: words for name, words in texts.items() if words} == {
        "content": "Rà soát", "note": "Gấp", "funding": "Ngân sách",
    }  # fmt: skip
    assert item_document(item).numbers == ("3.1", "7")


def test_the_palette_leads_to_everything_the_library_knows(library: Library) -> None:
    palette = make_palette(library, [Entry(EntryKind.COMMAND, "undo", "Hoàn tác")], [SavedView("Quá hạn", uid="v")])
    for typed, key in {
        "ht": (EntryKind.COMMAND, "undo"),
        "qua han": (EntryKind.VIEW, "v"),
        "12/kh": (EntryKind.PLAN, "1"),
        "cong an": (EntryKind.AGENCY, "1"),
        "tuyen truyen": (EntryKind.ITEM, "202"),
    }.items():
        assert palette.search(typed)[0].entry.key == key
    entry = palette.search("tuyen truyen")[0].entry
    assert (entry.path, entry.numbers) == ("Kế hoạch 2", ("2",))


def test_tasks_are_found_by_what_was_recorded_about_them_and_by_their_documents() -> None:
    plan = tree(1, "Rà soát văn bản", "Họp giao ban")
    report = EvidenceDocument("Kết quả rà soát quý III", 7, number="312", symbol="BC-UBND", item_ids=(102,))
    ledger = build_ledger(
        [Record(101, "once", result="Đã trình Chủ tịch ký", evidence=(7,)), Record(999, "once", result="Nơi khác")],
        (),
        [PeriodUpdate(102, "2025-Q3", "Tổ công tác đã họp hai phiên")],
    )
    library = Library(TABLE)
    library.put(plan, facts_of(ledger, [report]))
    assert [hit.item_id for hit in library.search("trinh chu tich").items] == [101]
    assert [hit.field for hit in library.search("hai phien").items] == ["results"]
    assert {hit.item_id for hit in library.search("312/BC-UBND").items} == {101, 102}
    library.put(plan)
    assert library.search("trinh chu tich").total == 1, "a snapshot of the plan takes nothing away"
    library.put_facts({1: {}, 5: {}})
    assert library.search("trinh chu tich").total == 0 and library.search("giao ban").total == 1
    library.forget(1)
    assert library.search("giao ban").total == 0
