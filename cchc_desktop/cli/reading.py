"""Commands that only read: plans, show, schedule, search."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from cchc_desktop.cli.output import print_json, print_lines
from cchc_desktop.cli.parameters import DAY, JSON, PLAN_ID, make_period
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.domain.schedule.model import schedule_to_json
from cchc_desktop.domain.schedule.reading import read_schedule
from cchc_desktop.domain.schedule.wording import describe
from cchc_desktop.services import plans, search
from cchc_desktop.services.json_views import hits_view, plan_view, plans_view
from cchc_desktop.wiring import abbreviations, open_reading


@click.command("plans", short_help="Liệt kê các kế hoạch.")
@JSON
@click.pass_obj
def plans_command(db: Path, as_json: bool) -> None:
    """Liệt kê các kế hoạch trong tệp dữ liệu."""
    with open_reading(db) as workspace:
        rows = plans.list_plans(workspace)
    if as_json:
        print_json(plans_view(rows))
    else:
        print_lines(f"{row.id}. {row.title} ({row.items} nhiệm vụ)" for row in rows)


@click.command("show", short_help="In một kế hoạch với các nhiệm vụ và chỉ tiêu.")
@click.argument("plan_id", type=PLAN_ID)
@JSON
@click.pass_obj
def show_command(db: Path, plan_id: int, as_json: bool) -> None:
    """In toàn bộ một kế hoạch."""
    with open_reading(db) as workspace:
        tree = plans.open_plan(workspace, plan_id)
    if as_json:
        print_json(plan_view(tree))
    else:
        print_lines(_outline(tree))


def _outline(tree: PlanTree) -> Iterator[str]:
    yield tree.plan.title
    for section in tree.sections:
        yield f"{section.number or ''} {section.title}".strip()
        for item, depth in tree.walk(section.id):
            number = item.number or ("-" if depth else "")
            yield f"{'  ' * (depth + 1)}{number} {item.content} [{describe(tree.schedule(item))}]"
    for indicator in tree.indicators:
        yield f"  {indicator.number or '-'} {indicator.text}: {indicator.target_words or ''}"


@click.command("schedule", short_help="Cho biết một cách ghi thời gian được hiểu thế nào.")
@click.argument("words")
@click.option("--from", "start", required=True, type=DAY, help="Ngày bắt đầu của kế hoạch.")
@click.option("--to", "end", required=True, type=DAY, help="Ngày kết thúc của kế hoạch.")
@JSON
def schedule_command(words: str, start: date, end: date, as_json: bool) -> None:
    """Đọc một cách ghi thời gian trong khoảng thời gian của kế hoạch."""
    period = make_period(start, end)
    if period is None:  # click requires both dates
        raise click.UsageError("--from, --to")
    schedule = read_schedule(words, period)
    if as_json:
        print_json(schedule_to_json(schedule))
    else:
        print_lines([describe(schedule)])


@click.command("search", short_help="Tìm nhiệm vụ trong mọi kế hoạch.")
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--limit", type=click.IntRange(min=1), default=50, show_default=True, help="Số kết quả nhiều nhất."
)
@JSON
@click.pass_obj
def search_command(db: Path, words: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Tìm nhiệm vụ theo từ; không cần gõ dấu, gõ tắt được."""
    with open_reading(db) as workspace:
        found = search.find_everywhere(workspace, " ".join(words), abbreviations(), limit)
    if as_json:
        print_json(hits_view(found.items))
    else:
        print_lines(_found_lines(found))


def _found_lines(found: search.Findings) -> Iterator[str]:
    yield from (f"Kế hoạch {hit.id}: {hit.name}" for hit in found.plans)
    yield from (f"Cơ quan: {hit.name}" for hit in found.agencies)
    for group in found.groups:
        yield f"{group.plan.title} (kế hoạch {group.plan.id}, {group.total} nhiệm vụ)"
        yield from (f"  {hit.item_id}. {hit.content}" for hit in group.hits)
    if found.more:
        yield f"Còn {found.more} nhiệm vụ khác. Hãy dùng --limit để xem thêm."


COMMANDS = (plans_command, show_command, schedule_command, search_command)
