"""The guide is walked word by word in the real program, over a real file: what it says is what happens."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from cchc_desktop import app, paths, wiring
from cchc_desktop.domain.ports import never_cancelled, no_progress
from cchc_desktop.services.exchange import ImportChoices, import_plan
from cchc_desktop.services.papers.writing import gather
from cchc_desktop.settings import Settings
from cchc_desktop.ui.contents import WindowContents
from cchc_desktop.ui.help.guide import CHAPTERS, KEYS, text_of
from cchc_desktop.ui.jobs import DatabaseThread
from cchc_desktop.ui.main_window import MainWindow
from cchc_desktop.ui.preferences import Preferences
from cchc_desktop.ui.session import PlanSession
from tests.flows.guide.steps import Act, Verb, acts_of, names_in, steps_of
from tests.flows.guide.walker import Walker

NOON = datetime(2026, 8, 20, 5, 0, tzinfo=UTC)
"""Noon in Vietnam on a working day in the sample plan's year on which nothing of it falls due within a week."""
WRITTEN = [chapter.name for chapter in CHAPTERS if chapter.name != KEYS]


@pytest.mark.parametrize(
    ("step", "acts"),
    [
        ("Nhấn `Ctrl+N`. Thấy **Tạo kế hoạch mới**.",
         [Act(Verb.PRESS, "key", "Ctrl+N"), Act(Verb.SEE, "name", "Tạo kế hoạch mới")]),
        ("Chọn ô “Bấm chuông” rồi gõ “x”", [Act(Verb.CELL, "quote", "Bấm chuông"), Act(Verb.TYPE, "quote", "x")]),
        ("Nhấn `Ctrl+E` và đặt tên tệp “a.pdf”.", [Act(Verb.PRESS, "key", "Ctrl+E"), Act(Verb.NAME, "quote", "a.pdf")]),
        ("Bấm chuột phải vào cột **Ngày**, bấm **Lưu**",
         [Act(Verb.MENU, "name", "Ngày"), Act(Verb.CLICK, "name", "Lưu")]),
        ("Một câu không có việc gì.", []),
    ],
)  # fmt: skip
def test_a_step_says_what_to_do(step: str, acts: list[Act]) -> None:
    assert acts_of(step) == acts


@pytest.fixture
def walker(qtbot, tmp_path: Path, monkeypatch) -> Iterator[Walker]:
    """A person before the program on a new machine on a quiet day, with two files at hand."""
    monkeypatch.setattr("cchc_desktop.clock.SystemClock.now", lambda clock: NOON)
    monkeypatch.setattr("cchc_desktop.clock.SystemClock.today", lambda clock: NOON.date())
    _write_files(tmp_path)
    window = MainWindow(Settings(person="Nguyễn Thị Hoa", person_asked=True))
    qtbot.addWidget(window)
    window.resize(1366, 728)
    path = wiring.data_file(tmp_path / "cchc.db")
    database = DatabaseThread(lambda: wiring.open_workspace(path), parent=window)
    session = PlanSession(database, None, window)
    contents = WindowContents(window, session, app.doors(path), Preferences(Settings()))
    database.opened.connect(lambda: contents.set_writable(True))
    window.show()
    qtbot.waitExposed(window)
    with qtbot.waitSignal(contents.filled):
        database.start()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield Walker(qtbot, window, lambda: _settle(qtbot, session), tmp_path, monkeypatch)
    database.stop()


@pytest.mark.parametrize("name", WRITTEN)
def test_the_exercises_of_a_chapter_can_be_done_as_written(name: str, walker: Walker) -> None:
    steps = steps_of(text_of(name))
    assert steps, "a chapter without an exercise teaches nothing"
    for step in steps:
        walker.walk(step)


@pytest.mark.parametrize("name", WRITTEN)
def test_bold_words_are_words_of_the_program(name: str) -> None:
    said = _words_of_the_program()
    assert {words for words in names_in(text_of(name)) if words not in said} == set()


@pytest.mark.parametrize("name", WRITTEN)
def test_links_and_pictures_lead_somewhere(name: str) -> None:
    import re

    for target in re.findall(r"\]\(([^)]+)\)", text_of(name)):
        stem = target.removesuffix(".md")
        assert stem == KEYS or paths.resource("help", target).is_file(), target


def _settle(qtbot, session: PlanSession) -> None:
    answered: list[bool] = []
    session.read(lambda workspace: None, lambda _: answered.append(True))
    qtbot.waitUntil(lambda: bool(answered))


def _write_files(folder: Path) -> None:
    with wiring.open_workspace(folder / "nguồn.db") as workspace:
        plan_id = import_plan(workspace, wiring.sample_draft(), ImportChoices()).plan_id
        assert plan_id is not None
        paper = gather(workspace, plan_id, "appendix", workspace.clock.today())
    for name in ("phu-luc.xlsx", "Báo cáo số 312-BC-UBND ngày 18-8-2026.pdf"):
        wiring.write_paper(paper, folder / name, no_progress, never_cancelled)


@cache
def _words_of_the_program() -> str:
    """Return every text of the program's code, one below the other."""
    folder = Path(app.__file__).parent
    trees = (ast.parse(file.read_text(encoding="utf-8")) for file in folder.rglob("*.py"))
    constants = (node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return "\n".join({value for value in constants if isinstance(value, str)})
