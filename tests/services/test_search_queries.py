"""What an officer types finds what was meant: two hundred queries over plans of our own, first hits counted."""

from __future__ import annotations

from datetime import date

import pytest

from cchc_desktop import wiring
from cchc_desktop.domain.agencies.agency import Agency
from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import DocumentRef, Plan, PlanKind, Section
from cchc_desktop.domain.plan_tree import PlanTree, build_tree
from cchc_desktop.services.search import Library, plan_index
from tests.services.search_corpus import PLANS
from tests.services.search_queries import QUERIES

ENOUGH = 0.95
AGENCIES = (
    "Văn phòng HĐND và UBND", "Phòng Kinh tế", "Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Văn hóa - Xã hội",
    "Trung tâm Phục vụ hành chính công", "Trạm Y tế", "Kho bạc Nhà nước", "Hội Nông dân", "Công an phường",
    "Trung tâm Văn hóa, Thể thao và Truyền thông", "Công chức Tư pháp - Hộ tịch", "Ủy ban MTTQ phường",
)  # fmt: skip


def _tree(plan_id: int, key: str) -> PlanTree:
    title, number, lines = PLANS[key]
    plan = Plan(title, PlanKind.OTHER, Period(date(2026, 1, 1), date(2026, 12, 31)), id=plan_id,
                document=DocumentRef("Kế hoạch", number))  # fmt: skip
    sections: list[Section] = []
    items: list[WorkItem] = []
    for line in lines.strip().splitlines():
        if line.startswith("# "):
            key = f"{len(sections):03}"
            sections.append(Section(plan_id, line[2:], id=100 * plan_id + len(sections), sort_key=key))
            continue
        number, content, lead, coordinating, time, product = (cell.strip() for cell in line.split(" | "))
        items.append(WorkItem(
            plan_id, sections[-1].id, content, id=1000 * plan_id + int(number), sort_key=f"{len(items):03}",
            number=number, lead_words=lead, coordinating_words=coordinating, time_words=time, product=product,
        ))  # fmt: skip
    return build_tree(plan, sections, items, ())


TREES = {key: _tree(at, key) for at, key in enumerate(PLANS, 1)}
KEYS = {tree.plan.id: key for key, tree in TREES.items()}


@pytest.fixture(scope="module")
def library() -> Library:
    library = Library(wiring.abbreviations().with_names(preset.name for preset in wiring.agency_presets()))
    for tree in TREES.values():
        library.put(tree)
    library.put_agencies([Agency(name, id=at) for at, name in enumerate(AGENCIES, 1)])
    return library


def first(library: Library, typed: str, expected: str) -> str:
    """Return what comes first for a query, in the form of the table."""
    if typed.startswith("@"):
        tree = TREES[typed[1]]
        hits = plan_index(tree, library.abbreviations).search(typed[3:])
        return _name(hits[0].id) if hits else "nothing"
    found = library.search(typed)
    if expected.startswith("plan "):
        return f"plan {KEYS[found.plans[0].id]}" if found.plans else "nothing"
    if expected.startswith("agency "):
        return f"agency {AGENCIES[found.agencies[0].id - 1]}" if found.agencies else "nothing"
    return _name(found.items[0].item_id) if found.items else "nothing"


def _name(item_id: int) -> str:
    return f"{KEYS[item_id // 1000]}:{item_id % 1000}"


def test_what_was_meant_comes_first(library: Library) -> None:
    answers = [(typed, expected, first(library, typed, expected)) for typed, expected in QUERIES]
    wrong = [answer for answer in answers if answer[2] not in answer[1].split("|")]
    assert len(QUERIES) >= 200
    assert len(wrong) <= (1 - ENOUGH) * len(QUERIES), "\n".join(map(str, wrong))
