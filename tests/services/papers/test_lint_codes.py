"""The check before printing, code by code: a plan that raises it, and one as near to it as can be that does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.domain.plan import DocumentRef
from cchc_desktop.services import periods, recording, updating
from cchc_desktop.services.papers import lint as lint_module
from cchc_desktop.services.papers.lint import FindingCode, lint
from cchc_desktop.services.papers.report import report
from cchc_desktop.services.papers.report_texts import report_draft, save_report_text
from tests.services.followup_scene import JULY, PART, PARTS, STANDING, UNDATED, WAITING, FollowUpScene
from tests.services.papers.report_scene import usual_template
from tests.services.papers.test_lint import TODAY, change, change_plan, prove, sound_scene

Spoil = Callable[[FollowUpScene], None]
DONE_DAY = date(2025, 7, 30)


def _document(number: str | None, day: date | None) -> Spoil:
    return lambda scene: change_plan(scene, document=DocumentRef("Quyết định", number, day))


def _fields(content: str, **values: object) -> Spoil:
    return lambda scene: change(scene, content, **values)


def _done(proven: bool = True, day: date | None = DONE_DAY) -> Spoil:
    def spoil(scene: FollowUpScene) -> None:
        values: recording.RecordValues = {"progress": recording.Progress.DONE}
        recording.record(scene.workspace, [(scene.id(JULY), None, values | ({"done_on": day} if day else {}))])
        if proven:
            prove(scene, JULY)

    return spoil


def _edited(then: Spoil = lambda scene: None) -> Spoil:
    """Keep edited words of the report, then do something."""

    def spoil(scene: FollowUpScene) -> None:
        now = report(scene.workspace, [scene.plan_id], "2025-Q3")
        draft = report_draft(scene.workspace, now, usual_template())
        save_report_text(scene.workspace, "2025-Q3", [scene.plan_id], draft)
        then(scene)

    return spoil


def _locked(then: Spoil = lambda scene: None) -> Spoil:
    def spoil(scene: FollowUpScene) -> None:
        periods.lock(scene.workspace, "2025-Q3")
        then(scene)

    return spoil


def _takes_back_an_answer(scene: FollowUpScene) -> None:
    ledger = scene.workspace.queries.ledger(scene.plan_id)
    (answer,) = ledger.updates[scene.id(STANDING)]
    updating.give_updates(scene.workspace, [(answer.item_id, answer.period, answer.agency_id, {"words": ""})])


def _repeats(content: str) -> Spoil:
    def spoil(scene: FollowUpScene) -> None:
        first = scene.tree.items[scene.id(UNDATED)]
        words = {"lead": first.lead, "lead_words": first.lead_words, "time_words": "quý IV/2025"}
        change(scene, WAITING, content=content, **words)

    return spoil


RAISING: dict[FindingCode, tuple[Spoil, Spoil]] = {
    FindingCode.TOTALS_DIFFER: (_locked(_done()), _locked()),
    FindingCode.FIGURE_CHANGED: (_edited(_done()), _edited()),
    FindingCode.NO_LEAD: (
        _fields(UNDATED, lead=(), lead_words=" "),
        _fields(UNDATED, lead=(), lead_words="Tổ công nghệ số"),
    ),
    FindingCode.COUNTED_TWICE: (_repeats(f"  {UNDATED.upper()} ."), _repeats(f"{UNDATED} lần hai")),
    FindingCode.DONE_WITHOUT_DATE: (_done(day=None), _done()),
    FindingCode.DONE_WITHOUT_EVIDENCE: (_done(proven=False), _done()),
    FindingCode.NO_NUMBER: (_document("  ", DONE_DAY), _document("21/QĐ-UBND", DONE_DAY)),
    FindingCode.NO_DATE: (_document("21/QĐ-UBND", None), _document("21/QĐ-UBND", DONE_DAY)),
    FindingCode.NOT_ANSWERED: (_takes_back_an_answer, _fields(STANDING, product="Tin, bài")),
    FindingCode.TYPING: (
        _fields(PARTS, product="Báo cáo của của phường"),
        _fields(PARTS, product="Báo cáo của phường"),
    ),
    FindingCode.UNCLEAR_TIME: (_fields(UNDATED, time_words="Sớm"), _fields(UNDATED, time_words="Quý III,IV/2025")),
}
"""For every code what raises it, and its near miss."""


def _codes(scene: FollowUpScene) -> list[FindingCode]:
    return [one.code for one in lint(scene.workspace, scene.plan_id)]


def test_every_code_is_in_the_table():
    assert RAISING.keys() == set(FindingCode)


@pytest.mark.parametrize("code", list(FindingCode))
def test_each_code_has_a_plan_that_raises_it_and_a_near_one_that_does_not(code):
    for spoil, is_raised in zip(RAISING[code], (True, False), strict=True):
        scene = sound_scene()
        assert _codes(scene) == []
        spoil(scene)
        assert (code in _codes(scene)) is is_raised


@pytest.mark.parametrize(
    ("groups", "words"), [("areas", "cộng theo lĩnh vực là"), ("agencies", "cộng theo cơ quan là")]
)
def test_an_appendix_that_does_not_add_up_to_the_text_is_told(monkeypatch, groups, words):
    """The appendix's lines are the areas and the agencies of the figures; one of them is taken away."""
    scene = sound_scene()

    def shortened(workspace, plan_ids, key):
        made = report(workspace, plan_ids, key)
        return replace(made, figures=replace(made.figures, **{groups: getattr(made.figures, groups)[1:]}))

    monkeypatch.setattr(lint_module, "gather", shortened)
    told = [one.message for one in lint(scene.workspace, scene.plan_id) if one.code is FindingCode.TOTALS_DIFFER]
    assert told and all(words in message for message in told)


def test_a_part_of_a_task_is_not_counted_twice():
    scene = sound_scene()
    part = scene.tree.items[scene.id(PART)]
    change(scene, UNDATED, content=part.content, lead=part.lead, lead_words=part.lead_words, time_words=part.time_words)
    assert FindingCode.COUNTED_TWICE not in _codes(scene)


def test_findings_come_in_the_order_of_the_codes_sections_and_name_plain_words():
    scene = FollowUpScene(TODAY)
    for spoil, _ in (RAISING[code] for code in (FindingCode.NO_LEAD, FindingCode.TYPING, FindingCode.NO_NUMBER)):
        spoil(scene)
    found = lint(scene.workspace, scene.plan_id)
    places = [list(FindingCode).index(one.code) for one in found]
    assert found[0].code is FindingCode.NO_NUMBER and places[-1] >= list(FindingCode).index(FindingCode.TYPING)
    assert all(
        one.message[0].isupper() and one.message.rstrip()[-1] in ".”" and "!" not in one.message for one in found
    )
