"""Words of reports: drafted from a template, edited, kept; figures in them stay live and are never overwritten."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop import paths
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.papers.report_drafting import draft_report
from cchc_desktop.domain.papers.report_figures import Counted
from cchc_desktop.domain.papers.report_template import (
    LISTS,
    WORD_FIELDS,
    TemplateBlock,
    block_fault,
    field_meanings,
    template_from_json,
    template_to_json,
    words_fault,
)
from cchc_desktop.domain.papers.report_text import (
    ChangedFigure,
    DraftBlock,
    LiveFigure,
    changed_figures,
    draft_from_json,
    draft_to_json,
    with_present_figures,
)
from cchc_desktop.services import history, periods, recording
from cchc_desktop.services.papers.report import report
from cchc_desktop.services.papers.report_texts import (
    kept_draft,
    report_draft,
    report_template,
    report_words,
    reset_report_template,
    reset_report_text,
    save_report_template,
    save_report_text,
    take_present_figures,
)
from tests.services.followup_scene import PARTS
from tests.services.papers.report_scene import SENT_DAY, told_scene, usual_template, with_office

KEY = "2025-Q3"
USUAL = usual_template()


def gathered(scene, key=KEY):
    return report(scene.workspace, [scene.plan_id], key)


def drafted(scene, blocks, key=KEY):
    """Return the paragraphs that blocks of a template give."""
    values = {"type": "BÁO CÁO", "subject": "", "sections": [{"key": "one", "heading": "MỘT", "blocks": blocks}]}
    return [block.text for block in draft_report(gathered(scene, key), template_from_json(values)).sections[0].blocks]


# --- drafting -------------------------------------------------------------------------------------------------------


def test_the_usual_template_drafts_the_outline():
    draft = draft_report(gathered(with_office(told_scene())), USUAL)
    assert (draft.type_name, draft.subject) == ("BÁO CÁO", "Kết quả công tác cải cách hành chính quý III năm 2025")
    assert [section.key for section in draft.sections] == [
        "direction", "results", "assessment", "next", "proposals", "closing",
    ]  # fmt: skip
    assert [section.is_written for section in draft.sections] == [True, True, True, True, False, True]
    direction, results = draft.sections[:2]
    assert direction.blocks[0].text == (
        "Thực hiện Kế hoạch 6 tháng cuối năm 2025 ban hành kèm theo Quyết định số 21/QĐ-UBND ngày 01/7/2025, đến ngày "
        "14/9/2025 Ủy ban nhân dân phường Hoa Sữa đã hoàn thành 01/07 nhiệm vụ (đạt 14,3%), 06 nhiệm vụ còn trong hạn "
        "và 0 nhiệm vụ quá hạn."
    )
    assert [(block.level, block.text) for block in results.blocks][:3] == [
        (2, "Chỉ đạo, điều hành"),
        (0, "Đã hoàn thành 01/03 nhiệm vụ (đạt 33,3%), 02 nhiệm vụ còn trong hạn."),
        (0, "- Ban hành quyết định: Quyết định số 30/QĐ-UBND."),
    ]
    assert "- Tuyên truyền: Đăng 12 tin bài; 3 hội nghị." in [block.text for block in results.blocks]
    assert "Ước thực hiện" not in " ".join(block.text for block in direction.blocks)


def test_a_report_that_goes_out_early_says_what_is_estimated():
    draft = draft_report(gathered(told_scene(SENT_DAY)), USUAL)
    words = " ".join(block.text for block in draft.sections[0].blocks)
    assert "Ước thực hiện đến ngày 14/9/2025: hoàn thành 01/07 nhiệm vụ (đạt 14,3%), không tăng thêm" in words
    later = draft_report(gathered(told_scene(date(2025, 12, 5)), "2025"), USUAL)
    assert "So với kỳ báo cáo quý III năm 2025 (số liệu đến ngày 14/9/2025)" in " ".join(
        block.text for block in later.sections[0].blocks
    )


@pytest.mark.parametrize("name", [counted.value for counted in Counted] + ["share", "foreseen_share"])
def test_every_figure_is_a_live_field_that_opens_its_rows(name):
    scene = told_scene()
    values = {
        "type": "BÁO CÁO",
        "subject": "",
        "sections": [{"key": "one", "heading": "", "blocks": [{"text": f"{{{name}}}"}]}],
    }
    ((section, live),) = draft_report(gathered(scene), template_from_json(values)).figures()
    figure = gathered(scene).figure(live.name)
    assert (section.key, live.name, live.shown) == ("one", name, figure.shown)
    assert figure.key.plans == (scene.plan_id,)


def test_figures_inside_a_list_count_its_entry():
    scene = told_scene()
    blocks = [{"each": "areas", "blocks": [{"text": "{area}: {done}/{total}"}]}]
    assert drafted(scene, blocks) == ["Chỉ đạo, điều hành: 01/03", "Cải cách thể chế: 0/04"]
    blocks = [{"each": "agencies", "blocks": [{"text": "{agency}: {total}"}]}]
    assert len(drafted(scene, blocks)) == 3
    assert drafted(scene, [{"each": "indicator_lines", "blocks": [{"text": "{indicator}: {value} ({verdict})"}]}]) == [
        "Tỷ lệ hồ sơ đúng hạn: 98,5 (đạt)", "Mức độ hài lòng: chưa có số liệu (chưa có số liệu)",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("block", "is_there"),
    [
        ({"when": "done"}, True),
        ({"when": "overdue"}, False),
        ({"unless": "overdue"}, True),
        ({"when": "done overdue"}, False),
        ({"when": "previous"}, False),
        ({"when": "results", "unless": "estimated"}, True),
    ],
)
def test_a_block_stands_where_its_conditions_hold(block, is_there):
    assert drafted(told_scene(), [{**block, "text": "có"}]) == (["có"] if is_there else [])


@pytest.mark.parametrize("field", WORD_FIELDS)
def test_every_word_field_can_be_used(field):
    assert drafted(told_scene(), [{"text": f"[{{{field}}}]"}])[0].startswith("[")


def test_braces_are_typed_twice():
    assert drafted(told_scene(), [{"text": "{{{done}}}"}]) == ["{01}"]


@pytest.mark.parametrize(
    ("block", "words"),
    [
        ({"text": "{secret}"}, "secret"),
        ({"text": "{areas}"}, "areas"),
        ({"text": "{done"}, "ngoặc"),
        ({"text": "done}"}, "ngoặc"),
        ({"text": "{done.real}"}, "done.real"),
        ({"text": "a", "level": 1}, "cấp đề mục 1"),
        ({"each": "tasks", "blocks": []}, "tasks"),
        ({"text": "a", "when": "sun"}, "sun"),
        ({"each": "areas", "blocks": [{"text": "{x}"}]}, "x"),
    ],
)
def test_a_template_that_cannot_be_used_is_refused(block, words):
    scene = told_scene()
    values = {"type": "BÁO CÁO", "subject": "", "sections": [{"key": "one", "heading": "", "blocks": [block]}]}
    with pytest.raises(InvalidInput, match=words):
        save_report_template(scene.workspace, values)
    assert report_template(scene.workspace, USUAL) == USUAL


def test_a_template_comes_back_from_json():
    assert template_from_json(json.loads(json.dumps(template_to_json(USUAL)))) == USUAL
    decomposed = replace(USUAL, subject=unicodedata.normalize("NFD", "Kết quả"))
    assert template_to_json(decomposed)["subject"] == "Kết quả"


def test_every_field_of_a_sentence_has_a_meaning():
    meanings = field_meanings()
    assert all(meanings.values())
    assert all(not words_fault(f"{{{name}}}") for name in meanings)
    assert meanings["done_before"] == "Đã hoàn thành (kỳ trước)"


def test_a_block_is_judged_by_itself():
    inner = TemplateBlock("{secret}")
    assert block_fault(TemplateBlock(each="areas", blocks=(inner,))) == ""
    assert "secret" in block_fault(inner)
    assert "…" in block_fault(TemplateBlock("Câu dài " * 40 + "{secret}"))


@pytest.mark.parametrize("values", [None, {}, {"type": "A", "subject": "", "sections": [{}]}, {"sections": 3}])
def test_what_is_no_template_is_refused(values):
    with pytest.raises(InvalidInput):
        template_from_json(values)


def test_the_office_has_a_template_of_its_own():
    scene = told_scene()
    values = json.loads(paths.resource("templates", "report.json").read_bytes()) | {"type": "BÁO CÁO NHANH"}
    save_report_template(scene.workspace, values)
    assert report_draft(scene.workspace, gathered(scene), USUAL).type_name == "BÁO CÁO NHANH"
    reset_report_template(scene.workspace)
    assert report_template(scene.workspace, USUAL) == USUAL
    history.undo(scene.workspace)
    assert report_template(scene.workspace, USUAL).type_name == "BÁO CÁO NHANH"


def test_every_list_has_a_name_in_vietnamese():
    assert all(LISTS.values()) and all(WORD_FIELDS.values())


# --- editing --------------------------------------------------------------------------------------------------------


def edited(scene, key=KEY):
    """Return the draft with one sentence typed into it."""
    draft = report_draft(scene.workspace, gathered(scene, key), USUAL)
    first = draft.sections[0]
    blocks = (*first.blocks, DraftBlock(("Đề nghị xem xét {x} <b>.",)))
    return replace(draft, sections=(replace(first, blocks=blocks), *draft.sections[1:]))


def finish(scene, content, day):
    recording.record(scene.workspace, [(scene.id(content), "once", {"done_on": day})])


def test_a_draft_comes_back_from_json():
    draft = edited(told_scene())
    assert draft_from_json(json.loads(json.dumps(draft_to_json(draft)))) == draft


def test_words_are_kept_composed():
    scene = told_scene()
    draft = replace(edited(scene), subject=unicodedata.normalize("NFD", "Kết quả"))
    save_report_text(scene.workspace, KEY, [scene.plan_id], draft)
    assert kept_draft(scene.workspace, KEY, [scene.plan_id]).subject == "Kết quả"


def test_the_editor_gets_the_words_with_what_is_counted_now():
    scene = told_scene()
    words = report_words(scene.workspace, KEY, [scene.plan_id], USUAL)
    assert (words.draft, words.report, words.is_kept) == (draft_report(gathered(scene), USUAL), gathered(scene), False)
    save_report_text(scene.workspace, KEY, [scene.plan_id], edited(scene))
    words = report_words(scene.workspace, KEY, [scene.plan_id], USUAL)
    assert words.is_kept and words.draft.sections[0].blocks[-1].text == "Đề nghị xem xét {x} <b>."


def test_an_unedited_report_is_always_drafted_anew():
    scene = told_scene()
    before = report_draft(scene.workspace, gathered(scene), USUAL)
    finish(scene, PARTS, date(2025, 9, 10))
    after = report_draft(scene.workspace, gathered(scene), USUAL)
    assert changed_figures(before, gathered(scene)) and not changed_figures(after, gathered(scene))
    with pytest.raises(InvalidInput, match="chưa sửa"):
        take_present_figures(scene.workspace, KEY, [scene.plan_id])


def test_edited_words_are_kept_with_period_and_plans():
    scene = told_scene()
    draft = edited(scene)
    save_report_text(scene.workspace, KEY, [scene.plan_id], draft)
    assert kept_draft(scene.workspace, KEY, [scene.plan_id]) == draft
    assert kept_draft(scene.workspace, "2025", [scene.plan_id]) is None
    assert kept_draft(scene.workspace, KEY, [scene.plan_id, 2]) is None
    history.undo(scene.workspace)
    assert kept_draft(scene.workspace, KEY, [scene.plan_id]) is None


def test_changed_figures_of_edited_words_are_told_and_taken_on_demand():
    scene = told_scene()
    save_report_text(scene.workspace, KEY, [scene.plan_id], edited(scene))
    finish(scene, PARTS, date(2025, 9, 10))
    now = gathered(scene)
    draft = report_draft(scene.workspace, now, USUAL)
    assert "hoàn thành 01/07" in draft.sections[0].blocks[0].text  # as it was written
    changed = changed_figures(draft, now)
    assert ChangedFigure("direction", "done", "01", "02") in changed
    assert len(changed) == len(set(changed))
    take_present_figures(scene.workspace, KEY, [scene.plan_id])
    taken = report_draft(scene.workspace, now, USUAL)
    assert changed_figures(taken, now) == ()
    assert "hoàn thành 02/07" in taken.sections[0].blocks[0].text
    assert taken.sections[0].blocks[-1].text == "Đề nghị xem xét {x} <b>."
    history.undo(scene.workspace)
    assert changed_figures(report_draft(scene.workspace, now, USUAL), now) == changed


def test_a_figure_of_what_is_gone_keeps_what_it_showed():
    scene = told_scene()
    draft = edited(scene)
    gone = LiveFigure("done/sections=999", "04")
    first = replace(draft.sections[0], blocks=(DraftBlock((gone,)),))
    draft = replace(draft, sections=(first,))
    assert changed_figures(draft, gathered(scene)) == (ChangedFigure("direction", gone.name, "04", None),)
    assert with_present_figures(draft, gathered(scene)) == draft


def test_the_report_is_drafted_from_the_template_again():
    scene = told_scene()
    save_report_text(scene.workspace, KEY, [scene.plan_id], edited(scene))
    reset_report_text(scene.workspace, KEY, [scene.plan_id])
    assert kept_draft(scene.workspace, KEY, [scene.plan_id]) is None
    assert not reset_report_text(scene.workspace, KEY, [scene.plan_id])


def test_words_of_a_locked_period_may_change_its_figures_may_not():
    scene = told_scene()
    periods.lock(scene.workspace, KEY)
    draft = edited(scene)
    save_report_text(scene.workspace, KEY, [scene.plan_id], draft)
    forged = draft_from_json(json.loads(json.dumps(draft_to_json(draft)).replace('"shown": "01"', '"shown": "07"')))
    with pytest.raises(InvalidInput, match="đã chốt số liệu nên không đổi được số 07"):
        save_report_text(scene.workspace, KEY, [scene.plan_id], forged)
    assert kept_draft(scene.workspace, KEY, [scene.plan_id]) == draft


def test_figures_that_stood_before_the_period_was_locked_do_not_stop_a_person():
    scene = told_scene()
    old = edited(scene)
    save_report_text(scene.workspace, KEY, [scene.plan_id], old)
    finish(scene, PARTS, date(2025, 9, 10))
    periods.lock(scene.workspace, KEY)
    assert changed_figures(old, gathered(scene))
    shorter = replace(old, sections=old.sections[:2])
    save_report_text(scene.workspace, KEY, [scene.plan_id], shorter)
    assert kept_draft(scene.workspace, KEY, [scene.plan_id]) == shorter


def test_sections_can_be_left_out():
    draft = edited(told_scene())
    assert [section.key for section in draft.only(("results", "next")).sections] == ["results", "next"]


def test_a_setting_of_a_newer_program_is_no_draft():
    from cchc_desktop.domain.changes import Operation
    from cchc_desktop.services.papers.report_texts import text_setting

    scene = told_scene()
    with scene.workspace.units(Operation("test", "Thử")) as unit:
        unit.settings.put(text_setting(KEY, [scene.plan_id]), {"version": 9})
        unit.commit()
    assert kept_draft(scene.workspace, KEY, [scene.plan_id]) is None
