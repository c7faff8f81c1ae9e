"""Commands of the follow-up: due, status, record, indicators, measure, carry-over."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TypeVar

import click

from cchc_desktop.cli.output import print_json, print_lines
from cchc_desktop.cli.parameters import DAY, JSON, PLAN_ID, make_period
from cchc_desktop.domain.agencies.merging import canonical_names
from cchc_desktop.domain.changes import Changes
from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.errors import CarryOverAsked, InvalidInput
from cchc_desktop.domain.followup.records import WHOLE_ITEM, Progress
from cchc_desktop.domain.followup.rollups import RollUp
from cchc_desktop.domain.followup.status import screen_words
from cchc_desktop.domain.indicators.values import VERDICT_NAMES
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.written_numbers import show_share
from cchc_desktop.services import carrying, followup, measuring, plans, recording
from cchc_desktop.services.carrying import CarriedOver
from cchc_desktop.services.followup import DueLine, FollowedPlan
from cchc_desktop.services.json_views import due_view, indicators_view, recorded_view, status_view
from cchc_desktop.services.milestone_desk import Moment
from cchc_desktop.services.recording import Recorded, RecordValues
from cchc_desktop.services.workspace import Workspace
from cchc_desktop.wiring import open_reading, open_workspace

Result = TypeVar("Result")


@click.command("due", short_help="Liệt kê việc đến hạn, quá hạn, chờ văn bản.")
@click.option("--on", "on", type=DAY, help="Tính đến ngày này (mặc định: hôm nay).")
@click.option("--days", type=click.IntRange(0, 36_600), help="Chỉ việc quá hạn hoặc đến hạn trong số ngày này.")
@JSON
@click.pass_obj
def due_command(db: Path, on: date | None, days: int | None, as_json: bool) -> None:
    """Liệt kê các mốc chưa xong của mọi kế hoạch đang theo dõi, gấp nhất trước."""
    with open_reading(db) as workspace:
        lines = followup.due(workspace, on or workspace.clock.today(), days)
    if as_json:
        print_json(due_view(lines))
    else:
        print_lines(_due_line(line) for line in lines)


def _due_line(line: DueLine) -> str:
    row = line.row
    day = show_day(row.due) if row.due else "Không có hạn"
    off = f", {row.day_off}" if row.day_off else ""
    leads = "; ".join(line.leads) or "chưa có cơ quan chủ trì"
    return f"{day}{off} [{screen_words(row.status)}] số {line.item.id}: {line.item.content} ({row.occurrence}; {leads})"


@click.command("status", short_help="Cho biết tình trạng các nhiệm vụ của một kế hoạch.")
@click.argument("plan_id", type=PLAN_ID)
@click.option("--as-of", "as_of", type=DAY, help="Tính đến ngày này (mặc định: hôm nay).")
@JSON
@click.pass_obj
def status_command(db: Path, plan_id: int, as_of: date | None, as_json: bool) -> None:
    """Cho biết tình trạng từng nhiệm vụ và số lượng theo lĩnh vực, theo cơ quan chủ trì."""
    with open_reading(db) as workspace:
        found = followup.followed_plan(workspace, plan_id, as_of or workspace.clock.today())
        names = canonical_names(workspace.queries.agencies())
    if as_json:
        print_json(status_view(found, names))
    else:
        print_lines(_status_lines(found, names))


def _status_lines(found: FollowedPlan, names: Mapping[int, str]) -> Iterator[str]:
    status = found.status
    yield f"{found.tree.plan.title} (đến ngày {show_day(status.as_of)}): {_share(status.total)}"
    for item_id, one in status.statuses.items():
        yield f"  số {item_id}: {found.tree.items[item_id].content} [{screen_words(one.leading)}]"
    yield "Theo lĩnh vực:"
    for section in found.tree.sections:
        yield f"  {section.title}: {_share(status.by_section[section.id])}"
    yield "Theo cơ quan chủ trì:"
    for agency_id, roll_up in status.by_agency.items():
        name = names.get(agency_id) if agency_id is not None else None
        yield f"  {name or 'Chưa xác định cơ quan'}: {_share(roll_up)}"


def _share(roll_up: RollUp) -> str:
    share = f" ({show_share(roll_up.percentage)})" if roll_up.percentage is not None else ""
    return f"hoàn thành {roll_up.done}/{roll_up.expected}{share}"


@click.command("record", short_help="Ghi kết quả một nhiệm vụ.")
@click.argument("item_id", type=PLAN_ID)
@click.option("--occurrence", help="Mốc cần ghi, ví dụ 2025-Q3; với nhiệm vụ thường xuyên là kỳ báo cáo.")
@click.option("--due", "due", type=DAY, help="Mốc có hạn vào ngày này.")
@click.option("--progress", required=True, type=click.Choice([str(one) for one in Progress]), help="Tiến độ.")
@click.option("--done", "done_on", type=DAY, help="Ngày hoàn thành.")
@click.option("--result", help="Kết quả; với việc không còn thực hiện là lý do.")
@JSON
@click.pass_obj
def record_command(
    db: Path,
    item_id: int,
    occurrence: str | None,
    due: date | None,
    progress: str,
    done_on: date | None,
    result: str | None,
    as_json: bool,
) -> None:
    """Ghi tiến độ và kết quả của một mốc; nhiệm vụ chỉ có một mốc thì không cần nêu mốc."""
    if occurrence is not None and due is not None:
        raise InvalidInput("Chỉ dùng một trong hai cách nêu mốc: --occurrence hoặc --due.")
    moment: Moment = occurrence if due is None else due
    recorded = _write(db, _recorder(item_id, moment, Progress(progress), done_on, result))
    if as_json:
        print_json(recorded_view(recorded))
    else:
        done = f"Đã ghi kết quả nhiệm vụ số {item_id}." if recorded.changes else "Không có gì thay đổi."
        asked = (f"Cần xem lại: {question.words}" for question in recorded.questions)
        print_lines([done, *asked, *_notes(recorded.changes)])


def _recorder(
    item_id: int, moment: Moment, progress: Progress, done_on: date | None, result: str | None
) -> Callable[[Workspace], Recorded]:
    if progress is Progress.DROPPED:
        if done_on is not None:
            raise InvalidInput("Việc không còn thực hiện thì không có ngày hoàn thành. Hãy bỏ --done.")
        return lambda workspace: recording.drop(workspace, item_id, result or "", moment=moment or WHOLE_ITEM)
    values: RecordValues = {"progress": progress}
    if done_on is not None:
        values["done_on"] = done_on
    if result is not None:
        values["result"] = result
    return lambda workspace: recording.record(workspace, [(item_id, moment, values)])


def _notes(changes: Changes) -> Iterator[str]:
    return (f"Lưu ý: {words}" for words in changes.notes)


@click.command("indicators", short_help="In các chỉ tiêu của một kế hoạch với giá trị và đánh giá.")
@click.argument("plan_id", type=PLAN_ID)
@JSON
@click.pass_obj
def indicators_command(db: Path, plan_id: int, as_json: bool) -> None:
    """In các chỉ tiêu với giá trị từng kỳ và đánh giá đến hôm nay."""
    with open_reading(db) as workspace:
        rows = plans.open_plan(workspace, plan_id).indicators
        values = workspace.queries.indicator_values(plan_id)
        verdicts = measuring.verdicts(workspace, plan_id, workspace.clock.today())
    if as_json:
        print_json(indicators_view(rows, values, verdicts))
        return
    for row in rows:
        given = "; ".join(f"{one.period}: {measuring.value_words(one)}" for one in values.get(row.id, ()))
        verdict = VERDICT_NAMES[verdicts[row.id].verdict]
        print_lines([f"số {row.id}: {row.text} ({row.target_words or 'chưa có mức'}) [{verdict}] {given}".rstrip()])


@click.command("measure", short_help="Nhập giá trị của một chỉ tiêu cho một kỳ báo cáo.")
@click.argument("indicator_id", metavar="INDICATOR", type=PLAN_ID)
@click.option("--period", required=True, help="Kỳ báo cáo, ví dụ 2025-Q3, 2025-H1, 2025.")
@click.option("--value", required=True, help="Giá trị, ví dụ 63,8; để trống thì bỏ giá trị đã nhập.")
@click.pass_obj
def measure_command(db: Path, indicator_id: int, period: str, value: str) -> None:
    """Nhập giá trị của chỉ tiêu có mã này; mã xem bằng lệnh “cchc indicators”."""
    changes = _write(db, lambda workspace: measuring.measure(workspace, [(indicator_id, period, value)]))
    words = f"Đã ghi giá trị của chỉ tiêu số {indicator_id}." if changes else "Không có gì thay đổi."
    print_lines([words, *_notes(changes)])


@click.command("carry-over", short_help="Chuyển việc chưa xong sang kế hoạch kỳ sau.")
@click.argument("plan_id", type=PLAN_ID)
@click.option("--from", "start", required=True, type=DAY, help="Ngày bắt đầu của kế hoạch mới.")
@click.option("--to", "end", required=True, type=DAY, help="Ngày kết thúc của kế hoạch mới.")
@click.option("--title", required=True, help="Tên kế hoạch mới.")
@JSON
@click.pass_obj
def carry_over_command(db: Path, plan_id: int, start: date, end: date, title: str, as_json: bool) -> None:
    """Lập dự thảo kế hoạch kỳ sau từ những nhiệm vụ chưa xong, giữ liên kết với nhiệm vụ cũ."""
    period = make_period(start, end)
    if period is None:  # click requires both dates
        raise click.UsageError("--from, --to")
    carried = _write(db, lambda workspace: _carried_over(workspace, plan_id, title, period))
    if as_json:
        print_json({"plan_id": carried.plan_id, "items": carried.tasks})
    else:
        print_lines([f"Đã lập kế hoạch số {carried.plan_id} với {carried.tasks} nhiệm vụ chuyển tiếp."])


def _carried_over(workspace: Workspace, plan_id: int, title: str, period: Period) -> CarriedOver:
    """Carry over; what a window would ask is said aside, for whoever called meant it."""
    try:
        return carrying.carry_over(workspace, plan_id, title, period)
    except CarryOverAsked as asked:
        click.echo(f"Lưu ý: {asked.message}", err=True)
        return carrying.carry_over(workspace, plan_id, title, period, confirmed=True)


def _write(db: Path, use_case: Callable[[Workspace], Result]) -> Result:
    if not db.exists():  # no database is made only to find that nothing is in it
        with open_reading(db) as workspace:
            use_case(workspace)
    with open_workspace(db) as workspace:
        return use_case(workspace)


COMMANDS = (
    due_command,
    status_command,
    record_command,
    indicators_command,
    measure_command,
    carry_over_command,
)
