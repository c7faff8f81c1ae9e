"""`cchc due`, `status`, `record`, `indicators`, `measure`, `carry-over` on a stored plan."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date

import pytest

from cchc_desktop import wiring
from cchc_desktop.domain.draft import DraftIndicator, DraftItem, DraftPlan, DraftSection
from cchc_desktop.domain.items import ItemKind
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import DocumentRef, PlanState
from cchc_desktop.services import exchange, periods, plans
from cchc_desktop.services.exchange import ImportChoices
from tests.cli.appendices import CENTRE, FINANCE, OFFICE, write_docx

HALF = Period(date(2025, 7, 1), date(2025, 12, 31))
JULY, REPORT, STANDING, WAITING = "Ban hành quyết định", "Gửi báo cáo", "Tuyên truyền", "Theo hướng dẫn"


def task(content, time, lead):
    return DraftItem(ItemKind.TASK, content, lead_words=lead, time_words=time)


@pytest.fixture
def stored(run, database) -> dict[str, int]:
    """A plan of half a year with an indicator; return the ids of its tasks."""
    rows = (
        task(JULY, "Trong tháng 7/2025", OFFICE),
        task(REPORT, "Trước ngày 10 của tháng cuối quý", FINANCE),
        task(STANDING, "Thường xuyên", CENTRE),
        task(WAITING, "Theo kế hoạch", OFFICE),
    )
    draft = DraftPlan(
        title="Kế hoạch 6 tháng cuối năm 2025",
        period=HALF,
        document=DocumentRef("Quyết định", "21/QĐ-UBND", date(2025, 7, 1)),
        sections=(DraftSection("I", "Cải cách thể chế", rows),),
        indicators=(DraftIndicator("Tỷ lệ đúng hạn", "I", "Phục vụ", "1", "%", "≥ 98", FINANCE),),
    )
    with wiring.open_workspace(database) as workspace:
        exchange.import_plan(workspace, draft, ImportChoices())
    (section,) = run("show", 1, "--json").json["sections"]
    return {item["content"]: item["id"] for item in section["items"]}


def statuses(run, stored, *arguments):
    names = {item_id: content for content, item_id in stored.items()}
    shown = run("status", 1, *arguments, "--json").json
    return {names[row["item_id"]]: row["status"] for row in shown["items"]}


def due(run, *arguments):
    return [(row["content"], row["occurrence"], row["late_days"]) for row in run("due", *arguments, "--json").json]


@pytest.mark.parametrize("command", [("due",), ("status", 1), ("indicators", 1)])
def test_reading_makes_no_database(run, database, command):
    assert run(*command, "--json").code == (0 if command == ("due",) else 2)
    assert not database.exists()


@pytest.mark.parametrize(
    "command",
    [
        ("record", 1, "--progress", "done"),
        ("measure", 1, "--period", "2025", "--value", "1"),
        ("carry-over", 1, "--from", "2026-01-01", "--to", "2026-12-31", "--title", "Mới"),
    ],
)
def test_writing_to_nothing_makes_no_database(run, database, command):
    answer = run(*command)
    assert (answer.code, answer.out, len(answer.err.strip().splitlines())) == (2, "", 1)
    assert not database.exists()


def test_due_as_the_contract_has_it(run, stored):
    rows = run("due", "--on", "2025-09-10", "--json").json
    assert rows[0] == {
        "item_id": stored[JULY], "plan_id": 1, "content": JULY, "lead": [OFFICE], "occurrence": "once",
        "due": "2025-07-31", "status": "overdue", "late_days": 41,
    }  # fmt: skip
    assert due(run, "--on", "2025-09-10") == [
        (JULY, "once", 41), (REPORT, "2025-Q3", 1), (REPORT, "2025-Q4", 0), (WAITING, "once", 0),
    ]  # fmt: skip
    assert due(run, "--on", "09/09/2025", "--days", 0) == [(JULY, "once", 40), (REPORT, "2025-Q3", 0)]


def test_due_for_people(run, stored):
    lines = run("due", "--on", "2025-09-10", "--days", 0).out.splitlines()
    assert lines[0] == f"31/07/2025 [Quá hạn 41 ngày] số {stored[JULY]}: {JULY} (once; {OFFICE})"


def test_status_counts_add_up(run, stored):
    shown = run("status", 1, "--as-of", "2025-09-10", "--json").json
    counted = Counter(row["status"] for row in shown["items"])
    for breakdown in ("by_section", "by_agency"):
        summed = Counter()
        for row in shown[breakdown]:
            summed.update(row["counts"])
        assert summed == counted
    assert {row["name"] for row in shown["by_agency"]} == {OFFICE, FINANCE, CENTRE}
    late = {row["item_id"] for row in run("due", "--on", "2025-09-10", "--json").json if row["late_days"]}
    assert late == {row["item_id"] for row in shown["items"] if row["status"] == "overdue"}


def test_status_for_people(run, stored):
    run("record", stored[JULY], "--progress", "done", "--done", "2025-07-30")
    lines = run("status", 1, "--as-of", "2025-09-09").out.splitlines()
    assert lines[0] == "Kế hoạch 6 tháng cuối năm 2025 (đến ngày 09/09/2025): hoàn thành 1/4 (25%)"
    assert f"  số {stored[REPORT]}: {REPORT} [Hôm nay]" in lines
    assert f"  {FINANCE}: hoàn thành 0/1 (0%)" in lines


def test_a_result_is_recorded_by_due_date_and_undone(run, stored):
    answer = run(
        "record", stored[REPORT], "--due", "2025-09-09", "--progress", "done", "--done", "2025-09-08",
        "--result", "Báo cáo 15",
    )  # fmt: skip
    assert answer.out.splitlines() == [f"Đã ghi kết quả nhiệm vụ số {stored[REPORT]}."]
    assert (REPORT, "2025-Q3", 1) not in due(run, "--on", "2025-09-10")
    assert statuses(run, stored, "--as-of", "2025-09-07")[REPORT] == "due_soon"
    assert run("undo").out.strip() == f"Đã hoàn tác: Ghi kết quả “{REPORT}”"
    assert (REPORT, "2025-Q3", 1) in due(run, "--on", "2025-09-10")
    run("redo")
    assert (REPORT, "2025-Q3", 1) not in due(run, "--on", "2025-09-10")


def test_what_is_doubtful_is_said(run, stored):
    arguments = ("record", stored[REPORT], "--occurrence", "2025-Q3", "--progress", "done", "--done", "10/09/2025")
    assert "Cần xem lại: Kế hoạch ghi trước ngày 10/09/2025" in run(*arguments).out
    again = run(*arguments, "--json").json
    assert again["operation_id"] is None
    assert [question["occurrence"] for question in again["questions"]] == ["2025-Q3"]


def test_a_standing_task_is_updated_for_a_period(run, stored):
    assert statuses(run, stored, "--as-of", "2025-09-01")[STANDING] == "update_due"
    run("record", stored[STANDING], "--occurrence", "2025-Q3", "--progress", "in_progress", "--result", "Đã phát")
    assert statuses(run, stored, "--as-of", "2025-09-01")[STANDING] == "updated"


def test_what_belongs_to_a_locked_period_is_told(run, stored, database):
    (row,) = run("indicators", 1, "--json").json
    with wiring.open_workspace(database) as workspace:
        periods.lock(workspace, "2025-Q3")
    told = "Lưu ý: Kỳ “Quý III năm 2025” đã chốt ngày "
    assert told in run("record", stored[JULY], "--progress", "done", "--done", "2025-07-30").out
    assert told in run("measure", row["id"], "--period", "2025-Q3", "--value", "63,8").out
    assert "Lưu ý: Kỳ “Năm 2031” nằm ngoài" in run("measure", row["id"], "--period", "2031", "--value", "9").out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("due", "--days", "-1"), "Giá trị của “--days” không dùng được: hãy nhập số nguyên từ 0 đến 36600."),
        (("status", "một"), "Giá trị của “PLAN_ID” không dùng được: hãy nhập số nguyên từ 1 trở lên."),
    ],
)
def test_a_refused_number_is_told_with_what_would_do(run, arguments, words):
    answer = run(*arguments)
    assert (answer.code, answer.out, answer.err.strip()) == (2, "", words)


def test_a_task_is_dropped_with_its_reason(run, stored):
    assert run("record", stored[REPORT], "--progress", "dropped").code == 2
    run("record", stored[REPORT], "--progress", "dropped", "--result", "Sáp nhập phòng")
    assert statuses(run, stored)[REPORT] == "dropped"


BAD_RESULTS = (
    (("--progress", "done"), "nhiều mốc"),
    (("--progress", "done", "--due", "2025-09-10"), "không có mốc"),
    (("--progress", "done", "--due", "2025-09-09", "--occurrence", "2025-Q3"), "một trong hai"),
    (("--progress", "done", "--due", "hôm nay"), "không phải là ngày"),
    (("--progress", "finished", "--due", "2025-09-09"), "một trong các giá trị not_started, in_progress, done"),
    (("--due", "2025-09-09"), "--progress"),
    (("--due", "2025-09-09", "--progress"), "“--progress” cần một giá trị"),
    (("--progress", "in_progress", "--due", "2025-09-09", "--done", "2025-09-09"), "Chọn lại tiến độ"),
    (("--progress", "dropped", "--result", "Thôi", "--done", "2025-09-09"), "--done"),
    (("--progress", "done", "--due", "2025-09-09", "--done", "2999-01-01"), "sau ngày hôm nay"),
)


def test_bad_input_is_refused_in_one_sentence(run, stored):
    for arguments, words in BAD_RESULTS:
        answer = run("record", stored[REPORT], *arguments)
        assert (answer.code, answer.out) == (2, "")
        assert words in answer.err
    assert (REPORT, "2025-Q3", 1) in due(run, "--on", "2025-09-10")


def test_values_of_indicators(run, stored):
    (row,) = run("indicators", 1, "--json").json
    (printed,) = run("show", 1, "--json").json["indicators"]
    assert row == {"id": row["id"], **printed, "values": [], "verdict": "no_value"}
    assert run("measure", row["id"], "--period", "2025-Q3", "--value", "63,8").code == 0
    assert run("measure", row["id"], "--period", "2025", "--value", "98,5 %").code == 0
    (row,) = run("indicators", 1, "--json").json
    assert (row["values"], row["verdict"]) == (
        [{"period": "2025-Q3", "value": "63.8"}, {"period": "2025", "value": "98.5"}], "met",
    )  # fmt: skip
    assert run("indicators", 1).out.splitlines() == [
        f"số {row['id']}: Tỷ lệ đúng hạn (≥ 98) [Đạt] 2025-Q3: 63.8; 2025: 98.5"
    ]
    run("undo")
    assert run("indicators", 1, "--json").json[0]["verdict"] == "not_met"


def test_a_value_or_period_that_cannot_be_read_is_refused(run, stored):
    identity = run("indicators", 1, "--json").json[0]["id"]
    for period, value in (("2025-Q3", "nhiều"), ("2025-Q3", "1,250"), ("quý III", "98"), ("2025-Q2", "98")):
        answer = run("measure", identity, "--period", period, "--value", value)
        assert (answer.code, answer.out, len(answer.err.strip().splitlines())) == (2, "", 1)
    assert run("indicators", 1, "--json").json[0]["values"] == []


def test_what_is_left_is_carried_over(run, stored):
    run("record", stored[JULY], "--progress", "done", "--done", "2025-07-30")
    period = ("--from", "2026-07-01", "--to", "2026-12-31", "--title", "Kế hoạch 6 tháng cuối năm 2026")
    assert run("carry-over", 1, *period).out.strip() == "Đã lập kế hoạch số 2 với 3 nhiệm vụ chuyển tiếp."
    (section,) = run("show", 2, "--json").json["sections"]
    assert [item["content"] for item in section["items"]] == [REPORT, STANDING, WAITING]
    assert run("check").code == 0


def test_carrying_over_again_goes_on_with_a_word_aside(run, stored):
    period = ("--from", "2026-07-01", "--to", "2026-12-31", "--json", "--title")
    assert run("carry-over", 1, *period, "Một").err == ""
    again = run("carry-over", 1, *period, "Hai")
    assert (again.code, again.json["plan_id"]) == (0, 3)
    assert again.err.startswith("Lưu ý: Kế hoạch này đã được chuyển tiếp ngày ") and "“Một”" in again.err


def test_a_period_upside_down_is_refused(run, stored):
    answer = run("carry-over", 1, "--from", "2026-12-31", "--to", "2026-07-01", "--title", "Mới")
    assert (answer.code, answer.out) == (2, "")
    assert len(run("plans", "--json").json) == 1


def test_a_plan_closed_today_was_due_before(run, stored, database):
    before = due(run, "--on", "2025-09-10")
    with wiring.open_workspace(database) as workspace:
        plans.change_state(workspace, 1, PlanState.CLOSED)
    assert (due(run, "--on", "2025-09-10"), due(run)) == (before, [])


def test_an_appendix_from_a_file_is_followed(run, tmp_path):
    run("import", write_docx(tmp_path / "phụ lục.docx"))
    rows = run("due", "--on", "2025-09-10", "--json").json
    assert [(row["content"], row["due"], row["late_days"]) for row in rows if row["late_days"]] == [
        ("Lập danh mục thủ tục", "2025-09-09", 1)
    ]
    json.dumps(rows)


# --- the reference plans --------------------------------------------------------------------------------------------


def test_le_ich_moc_from_its_file(run, reference_plans):
    run("import", reference_plans / "files" / "le-ich-moc-2025h2_phu-luc.docx")
    late = {
        "2025-09-01": [32],
        "2025-09-09": [40],
        "2025-09-10": [41, 1],
        "2025-09-30": [61, 21],
        "2025-12-31": [153, 113, 92, 92, 92, 22, 22],
    }
    for on, days in late.items():
        assert [row["late_days"] for row in run("due", "--on", on, "--json").json if row["late_days"]] == days


def test_khuc_thua_du_from_its_file(run, reference_plans):
    """A draft, for its number is blank, and imported in mid-period: its last year falls due all the same."""
    run("import", reference_plans / "files" / "khuc-thua-du-2026-2030_nhiem-vu.docx")
    rows = run("due", "--on", "2030-12-31", "--days", 0, "--json").json
    assert len([row for row in rows if row["due"] == "2030-12-31"]) == 22
