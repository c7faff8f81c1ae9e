"""The report as a paper: who issues it, to whom, which parts of it; and all of it on a real file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop import wiring
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.followup.records import WHOLE_ITEM
from cchc_desktop.domain.office import LetterheadLine, Signer
from cchc_desktop.domain.papers.layout_profile import LayoutProfile, Letterhead
from cchc_desktop.domain.ports import never_cancelled, no_progress
from cchc_desktop.services import exchange, history, layout_profiles, recording
from cchc_desktop.services.exchange import ImportChoices
from cchc_desktop.services.papers.issuing import PaperChoices
from cchc_desktop.services.papers.lint import lint
from cchc_desktop.services.papers.report import report
from cchc_desktop.services.papers.report_texts import kept_draft, report_draft, save_report_text
from cchc_desktop.services.papers.reporting import ReportChoices, report_paper
from tests.services.followup_scene import FollowUpScene, half_year
from tests.services.papers.report_scene import told_scene, usual_template, with_office

USUAL = usual_template()
KEY = "2025-Q3"


def made(scene, **choices):
    return report_paper(scene.workspace, [scene.plan_id], KEY, USUAL, ReportChoices(**choices))


def test_the_office_issues_its_report():
    found = made(with_office(told_scene()))
    assert [line.words for line in found.issuer.lines] == ["ỦY BAN NHÂN DÂN", "PHƯỜNG HOA SỮA"]
    assert (found.issuer.symbol, found.issuer.signer.name, found.issuer.place) == (
        "BC-UBND", "Trần Thị Thu Hằng", "Hoa Sữa",
    )  # fmt: skip
    assert (found.addressees, found.number, found.day, found.around) == (
        ("Ủy ban nhân dân thành phố",), "", None, date(2025, 9, 8),
    )  # fmt: skip


def test_a_person_chooses_letterhead_signer_number_and_day():
    scene = with_office(told_scene())
    department = Letterhead("Phòng", (LetterheadLine("PHÒNG VĂN HÓA - XÃ HỘI"),), "BC-VHXH")
    layout_profiles.save_layout_profile(scene.workspace, LayoutProfile(letterheads=(department,)))
    paper = PaperChoices("Phòng", Signer("Lê Văn Bình", ("TRƯỞNG PHÒNG",)))
    found = made(scene, paper=paper, number="7", day=date(2025, 9, 5), addressees=(), recipients=("Lưu: VT", "- A;"))
    assert (found.issuer.lines, found.issuer.symbol, found.issuer.signer) == (
        department.lines, "BC-VHXH", paper.signer,
    )  # fmt: skip
    assert (found.number, found.around, found.addressees) == ("7", date(2025, 9, 5), ())
    assert (found.recipients, found.archive) == (("A;",), "Lưu: VT")


def test_an_office_without_facts_leaves_blanks():
    found = made(told_scene())
    assert (found.issuer.symbol, found.addressees, found.recipients) == ("", (), ())
    assert any(one.text.startswith("Trên đây là báo cáo") for one in found.draft.sections[-1].blocks)


@pytest.mark.parametrize(
    ("choices", "keys"),
    [
        ({}, ["direction", "results", "assessment", "next", "proposals", "closing"]),
        ({"sections": ("results", "closing")}, ["results", "closing"]),
        ({"left_out": frozenset({"next", "closing", "unknown"})}, ["direction", "results", "assessment", "proposals"]),
    ],
)
def test_parts_can_be_left_out(choices, keys):
    assert [section.key for section in made(told_scene(), **choices).draft.sections] == keys


def test_appendices_are_chosen():
    scene = told_scene()
    found = made(scene, statistics=False, indicators=False, tracking=True)
    assert (found.appended, found.indicators_appended) == (False, False)
    assert [(table.plan.id, table.as_of) for table in found.tracking] == [(scene.plan_id, date(2025, 9, 14))]
    assert found.tracking[0].total.roll_up == found.report.figures.roll_up()
    assert made(scene).tracking == ()


def test_a_plan_with_nothing_in_it_is_refused_and_still_checked():
    scene = FollowUpScene(date(2025, 9, 10), draft=replace(half_year(), sections=(), indicators=()))
    with pytest.raises(InvalidInput, match="chưa có nhiệm vụ"):
        made(scene)
    assert lint(scene.workspace, scene.plan_id) == ()


def test_a_plan_of_which_all_is_dropped_says_so():
    scene = FollowUpScene(date(2025, 9, 10))
    for item in scene.tree.items.values():
        recording.drop(scene.workspace, item.id, "Sáp nhập", moment=WHOLE_ITEM)
    words = " ".join(block.text for section in made(scene).draft.sections for block in section.blocks)
    assert "không có nhiệm vụ phải thực hiện" in words
    assert "–%" not in words


def test_edited_words_are_printed():
    scene = told_scene()
    draft = report_draft(scene.workspace, report(scene.workspace, [scene.plan_id], KEY), USUAL).only(("results",))
    save_report_text(scene.workspace, KEY, [scene.plan_id], draft)
    assert made(scene).draft == draft


def test_on_a_real_file(tmp_path):
    with wiring.open_workspace(tmp_path / "dữ liệu.db") as workspace:
        plan_id = exchange.import_plan(workspace, half_year(), ImportChoices()).plan_id
        assert plan_id is not None
        usual = wiring.report_template()
        draft = report_draft(workspace, report(workspace, [plan_id], KEY), usual).only(("direction",))
        save_report_text(workspace, KEY, [plan_id], draft)
        assert kept_draft(workspace, KEY, [plan_id]) == draft
        assert history.undo(workspace).title == "Sửa nội dung báo cáo “Quý III năm 2025”"
        assert kept_draft(workspace, KEY, [plan_id]) is None
        history.redo(workspace)
        paper = report_paper(workspace, [plan_id], KEY, usual)
        assert paper.draft == draft
        target = tmp_path / "báo cáo.pdf"
        workspace.papers(paper, target, no_progress, never_cancelled)
        assert target.read_bytes().startswith(b"%PDF")
