"""A file with much follow-up: 10,000 tasks of mixed schedules, 20,000 results, 1,000 indicators with 20 values each.

The register holds 10,000 documents; half of them prove a result. The plan's year is the present one, for the program
knows no other day than today.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import islice

from cchc_desktop.domain.changes import Operation
from cchc_desktop.domain.draft import DraftIndicator, DraftItem, DraftPlan, DraftSection
from cchc_desktop.domain.evidence.register import EvidenceDocument
from cchc_desktop.domain.followup.ledger import Ledger
from cchc_desktop.domain.followup.milestones import STANDING, Milestone, plan_milestones
from cchc_desktop.domain.followup.records import Progress, Record
from cchc_desktop.domain.followup.reporting import DEFAULT_PERIOD_RULES, rule_periods
from cchc_desktop.domain.indicators.values import IndicatorValue
from cchc_desktop.domain.items import ItemKind
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.services.exchange import ImportChoices, import_plan
from cchc_desktop.services.workspace import Workspace

_LEADS = ("Văn phòng HĐND và UBND xã", "Phòng Văn hóa - Xã hội", "Phòng Kinh tế", "Công an xã")
_TIMES = (
    "Quý III, IV/{}", "Hằng quý", "Thường xuyên", "Trước ngày 10 của tháng cuối quý", "Tháng 6/{}", "Trước 30/9/{}",
    None, "Hằng tháng", "Theo kế hoạch", "Cả năm {}", "Tháng 12/{}", "6 tháng một lần",
)  # fmt: skip
_TARGETS = (("%", "≥ 95"), ("%", "từ 35% trở lên"), (None, "vượt chỉ tiêu"), ("phút", "15"), (None, "Top 10"))


@dataclass(frozen=True, slots=True)
class Size:
    """How many rows of each kind the file gets."""

    items: int = 10_000
    records: int = 20_000
    indicators: int = 1_000
    values: int = 20
    documents: int = 10_000


def fill(workspace: Workspace, size: Size) -> int:
    """Store everything and return the id of the plan."""
    today = workspace.clock.today()
    plan_id = import_plan(workspace, _draft(size, today.year), ImportChoices()).plan_id
    tree = workspace.queries.tree(plan_id)
    with workspace.units(Operation("bench", "Ghi dữ liệu mẫu")) as unit:
        documents = unit.documents.add_all(list(_documents(size.documents, today)))
        evidence = iter(document.id for document in documents[: size.documents // 2])
        unit.records.add_all(list(islice(_records(tree, today, evidence), size.records)))
        unit.indicator_values.add_all(list(_values(tree, today, size.values)))
        unit.commit()
    return plan_id


def _draft(size: Size, year: int) -> DraftPlan:
    sections, each = 10, size.items // 10
    return DraftPlan(
        title=f"Kế hoạch cải cách hành chính năm {year}",
        period=Period(date(year, 1, 1), date(year, 12, 31)),
        sections=tuple(
            DraftSection(None, f"Lĩnh vực số {place + 1}", tuple(_tasks(place * each, each, year)))
            for place in range(sections)
        ),
        indicators=tuple(_indicator(number) for number in range(1, size.indicators + 1)),
    )


def _tasks(reached: int, count: int, year: int) -> Iterator[DraftItem]:
    for number in range(reached + 1, reached + count + 1):
        words = _TIMES[number % len(_TIMES)]
        yield DraftItem(
            ItemKind.TASK,
            f"Rà soát, sửa đổi, bổ sung văn bản quy phạm pháp luật thuộc phạm vi quản lý, nội dung {number}",
            number=str(number),
            lead_words=_LEADS[number % len(_LEADS)],
            coordinating_words="Các phòng, ban, đơn vị có liên quan",
            time_words=words.format(year) if words else None,
            product="Báo cáo của Ủy ban nhân dân xã",
        )


def _indicator(number: int) -> DraftIndicator:
    unit, target = _TARGETS[number % len(_TARGETS)]
    words = f"Tỷ lệ hồ sơ được giải quyết đúng hạn, nhóm {number}"
    stage = number * 4 // 1_001
    lead = _LEADS[number % len(_LEADS)]
    return DraftIndicator(words, str(stage), f"Nhóm chỉ tiêu {stage + 1}", str(number), unit, target, lead)


def _documents(count: int, today: date) -> Iterator[EvidenceDocument]:
    for number in range(1, count + 1):
        yield EvidenceDocument(
            f"Báo cáo kết quả thực hiện nhiệm vụ số {number}",
            number=str(number),
            symbol="BC-UBND",
            issued_on=today - timedelta(days=number % 300),
            type="Báo cáo",
            issuer=_LEADS[number % len(_LEADS)],
            kept_at_registry=bool(number % 3),
        )


def _records(tree: PlanTree, today: date, evidence: Iterator[int]) -> Iterator[Record]:
    """Yield results of the first milestone of each task, then of the second, and so on: done, late, at work."""
    rows = [one.milestones for one in plan_milestones(tree, Ledger(), today)]
    for place in range(max(map(len, rows))):
        for number, milestones in enumerate(rows):
            if place < len(milestones) and milestones[place].occurrence != STANDING:
                yield _record(milestones[place], number + place, today, evidence)


def _record(milestone: Milestone, number: int, today: date, evidence: Iterator[int]) -> Record:
    words = f"Đã trình Ủy ban nhân dân xã, đợt {number}"
    if number % 5 == 0:
        begun = today - timedelta(days=number % 60)
        return Record(milestone.item_id, milestone.occurrence, Progress.IN_PROGRESS, started_on=begun, result=words)
    due = min(milestone.due or today, today)
    done = min(due + timedelta(days=number % 7 - 5), today)
    documents = tuple(islice(evidence, 1)) if number % 2 else ()
    return Record(
        milestone.item_id, milestone.occurrence, Progress.DONE, done_on=done, result=words, due_seen=milestone.due,
        evidence=documents,
    )  # fmt: skip


def _values(tree: PlanTree, today: date, count: int) -> Iterator[IndicatorValue]:
    years = Period(date(today.year - 1, 1, 1), date(today.year, 12, 31))
    keys = [period.key for period in rule_periods(years, DEFAULT_PERIOD_RULES)][-count:]
    for place, row in enumerate(tree.indicators):
        for number, key in enumerate(keys):
            yield IndicatorValue(row.id, key, Decimal(50 + (place + number) % 50) + Decimal(number) / 10)
