"""What is chosen on the screen reaches the papers: plans, number and day, sheets, parts, letters, saved views."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cchc_desktop.domain.changes import Operation
from cchc_desktop.domain.draft import DraftItem, DraftSection
from cchc_desktop.domain.errors import CannotWrite, InvalidInput
from cchc_desktop.domain.items import ItemKind
from cchc_desktop.domain.papers.followup import Grouping
from cchc_desktop.domain.ports import never_cancelled, no_progress
from cchc_desktop.domain.views import SavedView, ViewFilter, ViewMode
from cchc_desktop.services import exchange, recording
from cchc_desktop.services.exchange import ImportChoices
from cchc_desktop.services.papers.lint import FindingCode
from cchc_desktop.services.papers.report import report
from cchc_desktop.services.papers.report_texts import report_draft, save_report_text
from cchc_desktop.ui.reports.checking import findings_of
from cchc_desktop.ui.reports.gathering import Source, gathered
from cchc_desktop.ui.reports.letters import FilesThere, writing_into
from cchc_desktop.ui.reports.making import behind_figures
from cchc_desktop.ui.reports.offers import offers_of
from cchc_desktop.ui.reports.papers import PAPERS, PaperOptions, PaperSet
from tests.services.followup_scene import FINANCE, JULY, OFFICE, POLICE, QUARTERLY, STRICT, FollowUpScene, half_year
from tests.services.papers.report_scene import told_scene, usual_template

KINDS = {kind.name: kind for kind in PAPERS}
LATE = date(2025, 10, 20)
USUAL = usual_template()


def made(scene, name, options, *others, view=None):
    return gathered(scene.workspace, KINDS[name], Source((scene.plan_id, *others), USUAL, view), options)


def second_plan(scene, title="Kế hoạch chuyển đổi số") -> int:
    draft = replace(half_year(), title=title, indicators=())
    found = exchange.import_plan(scene.workspace, draft, ImportChoices()).plan_id
    assert found is not None
    return found


# --- reports


def test_a_report_over_several_plans_counts_all_and_knows_whose_tasks_they_are():
    scene = told_scene()
    other = second_plan(scene)
    options = PaperOptions(LATE, "2025-Q3", number="7", day=date(2025, 9, 5), orientation="portrait")
    alone, both = made(scene, "report", options), made(scene, "report", options, other)
    assert both.report.plan_ids == (scene.plan_id, other)
    assert len(both.report.figures.rows) == 2 * len(alone.report.figures.rows)
    assert (both.number, both.day) == ("7", date(2025, 9, 5))
    assert both.issuer.layout.orientation == ""  # the report does not ask for its sheets
    behind = behind_figures(both)
    assert behind.plan_ids == (scene.plan_id, other)
    assert set().union(*behind.tasks.values()) >= {row.item_id for row in both.report.figures.rows}


def test_plans_are_offered_that_run_or_have_ended():
    scene = told_scene()
    other, superior = second_plan(scene), second_plan(scene, "Kế hoạch của thành phố")
    with scene.workspace.units(Operation("test", "Thử")) as unit:
        unit.plans.update(replace(unit.plans.get(superior), superior=True))
        unit.commit()
    offers = offers_of(scene.workspace, scene.tree, LATE, lambda: USUAL)
    assert [plan.id for plan in offers.plans] == [other]


def test_extras_are_taken_in_only_where_they_are_asked_for():
    scene = told_scene()
    usual = made(scene, "report", PaperOptions(LATE, "2025-Q3"))
    assert (usual.charted, usual.tracking) == (False, ())
    more = made(scene, "report", PaperOptions(LATE, "2025-Q3", added=frozenset({"charts", "tracking"})))
    assert (more.charted, [table.plan.id for table in more.tracking]) == (True, [scene.plan_id])
    assert set(more.tracking[0].figures()) <= set(behind_figures(more).tasks)


def test_figures_of_indicators_know_their_lines():
    found = behind_figures(made(told_scene(), "report", PaperOptions(LATE, "2025-Q3")))
    lines = next(lines for key, lines in found.indicators.items() if key.startswith("indicators?"))
    assert [line.text for line in lines] == ["Tỷ lệ hồ sơ đúng hạn", "Mức độ hài lòng"]
    assert not found.indicators.keys() & found.tasks.keys()


def test_findings_name_their_plan_where_there_are_several():
    scene = told_scene()
    other = second_plan(scene)
    alone = findings_of(scene.workspace, [scene.plan_id], "2025-Q3", ())
    both = findings_of(scene.workspace, [scene.plan_id, other], "2025-Q3", ())
    assert {one.plan_id for one in alone} == {scene.plan_id}
    assert {one.plan_id for one in both} == {scene.plan_id, other}
    assert all(one.message.startswith(("Kế hoạch 6 tháng", "Kế hoạch chuyển đổi số:")) for one in both)


def test_the_words_of_several_plans_are_checked_as_their_own():
    scene = told_scene()
    plan_ids = [scene.plan_id, second_plan(scene)]
    for ids in ([scene.plan_id], plan_ids):
        draft = report_draft(scene.workspace, report(scene.workspace, ids, "2025-Q3"), USUAL)
        save_report_text(scene.workspace, "2025-Q3", ids, draft)
    recording.record(scene.workspace, [(scene.id(QUARTERLY), "2025-Q3", {"done_on": date(2025, 9, 9)})])
    found = findings_of(scene.workspace, plan_ids, "2025-Q3", ())
    changed = [one for one in found if one.code is FindingCode.FIGURE_CHANGED]
    assert changed
    assert all("đã sửa ghi" in one.message and not one.message.startswith("Kế hoạch") for one in changed)


# --- sheets


@pytest.mark.parametrize("name", ["appendix", "indicators", "tracking", "agency"])
def test_sheets_are_turned(name):
    scene = FollowUpScene(LATE)
    paper = made(scene, name, PaperOptions(LATE, size="A3", orientation="portrait"))
    layout = paper.layout if name in ("appendix", "indicators") else paper.issuer.layout
    assert (layout.paper, layout.orientation) == ("A3", "portrait")


# --- letters


def test_a_letter_to_each_office_has_no_number_yet():
    scene = FollowUpScene(LATE)
    options = PaperOptions(LATE, number="5", day=LATE)
    whole = made(scene, "reminder", options)
    assert (whole.number, whole.day, whole.addressees) == ("5", LATE, (OFFICE, FINANCE))
    letters = made(scene, "reminder", replace(options, each=True))
    assert isinstance(letters, PaperSet)
    assert [(one.addressees, one.number, one.day) for one in letters.papers] == [
        ((OFFICE,), "", LATE), ((FINANCE,), "", LATE),
    ]  # fmt: skip
    alone = made(scene, "reminder", replace(options, each=True, agency=FINANCE))
    assert (alone.addressees, alone.number) == ((FINANCE,), "5")
    with pytest.raises(InvalidInput, match=POLICE):
        made(scene, "reminder", replace(options, agency=POLICE))


def test_tasks_of_nobody_are_told():
    draft = half_year()
    tasks = (*draft.sections[0].items, DraftItem(ItemKind.TASK, "Chưa giao", time_words="Trong tháng 7/2025"))
    scene = FollowUpScene(LATE, draft=replace(draft, sections=(DraftSection("I", "Chỉ đạo", tasks),)))
    letters = made(scene, "reminder", PaperOptions(LATE, each=True))
    assert letters.notes == ("Còn 1 nhiệm vụ chậm tiến độ chưa có cơ quan chủ trì nên không có trong công văn nào.",)


def wrote(paper, target, progress, is_cancelled):
    target.write_text(paper.addressees[0], encoding="utf-8")
    return ("Ghi chú",)


def test_letters_are_written_by_their_offices_names_and_nothing_is_replaced_unasked(tmp_path):
    letters = made(FollowUpScene(LATE), "reminder", PaperOptions(LATE, each=True))
    target = tmp_path / "Đôn đốc.docx"
    told = []
    found = writing_into(target, replaces=False)(letters, wrote, lambda *values: told.append(values), never_cancelled)
    assert [file.name for file in found.files] == [f"Đôn đốc - {OFFICE}.docx", f"Đôn đốc - {FINANCE}.docx"]
    assert (found.count, found.refusals, found.notes, told[-1]) == (2, (), ("Ghi chú",), (2, 2))
    found.files[1].write_text("của người khác", encoding="utf-8")
    found.files[0].unlink()
    with pytest.raises(FilesThere, match=FINANCE):
        writing_into(target, replaces=False)(letters, wrote, no_progress, never_cancelled)
    assert not found.files[0].exists()
    assert found.files[1].read_text(encoding="utf-8") == "của người khác"
    again = writing_into(target, replaces=True)(letters, wrote, no_progress, never_cancelled)
    assert again.files[1].read_text(encoding="utf-8") == FINANCE


def test_a_file_that_is_open_elsewhere_does_not_keep_the_others(tmp_path):
    letters = made(FollowUpScene(LATE), "reminder", PaperOptions(LATE, each=True))

    def writer(paper, target: Path, progress, is_cancelled):
        if OFFICE in target.name:
            raise CannotWrite("Word đang mở tệp này.")
        return wrote(paper, target, progress, is_cancelled)

    found = writing_into(tmp_path / "a.docx", replaces=False)(letters, writer, no_progress, never_cancelled)
    assert ([file.name for file in found.files], found.refusals) == (
        [f"a - {FINANCE}.docx"], ("Word đang mở tệp này.",),
    )  # fmt: skip


# --- saved views


@pytest.mark.parametrize(
    ("view", "contents"),
    [
        (SavedView("Quá hạn", filters=(ViewFilter("statuses", ("overdue",)),)), {JULY, QUARTERLY, STRICT}),
        (SavedView("Báo cáo", query="bao cao"), {STRICT}),
        (SavedView("Cả hai", filters=(ViewFilter("statuses", ("overdue",)),), query="rà soát"), {QUARTERLY}),
    ],
)
def test_the_tracking_table_of_a_saved_view_has_its_rows(view, contents):
    scene = FollowUpScene(LATE)
    paper = made(scene, "tracking", PaperOptions(LATE, agency=FINANCE, grouping=Grouping.AGENCY), view=view)
    rows = [row for group in paper.groups for row in group.rows]
    assert {row.content for row in rows} == contents
    assert (paper.extract, paper.by, paper.agency) == (view.name, Grouping.AREA, "")
    assert paper.total.all.number == len(contents)
    assert paper.total.all.key == f"plan:{scene.plan_id}/view:{view.uid}/all"


def test_a_view_by_agencies_is_printed_by_agencies_and_one_without_rows_is_refused():
    scene = FollowUpScene(LATE)
    view = SavedView("Theo cơ quan", mode=ViewMode.AGENCY)
    assert made(scene, "tracking", PaperOptions(LATE), view=view).by is Grouping.AGENCY
    with pytest.raises(InvalidInput, match="Không có nhiệm vụ nào thuộc phạm vi “Rỗng”"):
        made(scene, "tracking", PaperOptions(LATE), view=SavedView("Rỗng", query="xyzt"))
