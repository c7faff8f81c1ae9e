"""How the window writes an appendix: to the ending that a person typed or chose, as the office's papers look."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from cchc_desktop.domain.errors import CchcError, InvalidInput
from cchc_desktop.domain.papers.layout_profile import LayoutProfile
from cchc_desktop.services import exchange, layout_profiles
from cchc_desktop.services.exchange import ImportChoices
from cchc_desktop.ui.exchange.flow import ExchangeFlow
from tests.services.fakes import FakeQueries, FakeStore, fake_workspace
from tests.services.samples import draft


@pytest.mark.parametrize(
    ("typed", "chosen", "written"),
    [
        ("phụ lục", "Excel (*.xlsx)", "phụ lục.xlsx"),
        ("phụ lục", "Word (*.docx)", "phụ lục.docx"),
        ("phụ lục", "PDF (*.pdf)", "phụ lục.pdf"),
        ("phụ lục.docx", "Excel (*.xlsx)", "phụ lục.docx"),
        ("phụ lục.PDF", "Excel (*.xlsx)", "phụ lục.PDF"),
        ("bản 1.2", "Word (*.docx)", "bản 1.2.docx"),
    ],
)
def test_the_ending_says_what_is_written(qtbot, monkeypatch, tmp_path, typed, chosen, written):
    window = QWidget()
    qtbot.addWidget(window)
    session = SimpleNamespace(tree=object())
    flow = ExchangeFlow(session, None, None, window)
    asked = []
    flow.export = lambda appendix, target: asked.append((appendix, target.name))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / typed), chosen))
    flow.choose_and_export("appendix")
    assert asked == [("appendix", written)]


class Scene:
    """A flow over a workspace in memory that answers at once; what is written is noted."""

    def __init__(self, qtbot, filled=True):
        store = FakeStore()
        self.written = []
        self.workspace = replace(fake_workspace(store), papers=self._write)
        plan = draft() if filled else replace(draft(), sections=(), indicators=())
        plan_id = exchange.import_plan(self.workspace, plan, ImportChoices()).plan_id
        session = SimpleNamespace(tree=FakeQueries(store).tree(plan_id), read=self._read)
        self.shown = []
        display = SimpleNamespace(
            begin=lambda words, job: self.shown.append(words), advance=None, end=lambda: self.shown.append("")
        )
        window = QWidget()
        qtbot.addWidget(window)
        self.flow = ExchangeFlow(session, None, display, window)

    def _read(self, use_case, then, on_error):
        try:
            found = use_case(self.workspace)
        except CchcError as error:
            on_error(error)
        else:
            then(found)

    def _write(self, paper, target, progress, is_cancelled):
        self.written.append((paper, target))
        return ("Đã bỏ 1 ký tự.",)


@pytest.mark.parametrize(("name", "indicators"), [("appendix", False), ("indicators", True)])
def test_an_appendix_looks_as_the_offices_papers_do(qtbot, tmp_path, name, indicators):
    scene, target = Scene(qtbot), tmp_path / "a.pdf"
    layout_profiles.save_layout_profile(scene.workspace, LayoutProfile(paper="A3", orientation="portrait"))
    with qtbot.waitSignal(scene.flow.exported) as told:
        scene.flow.export(name, target)
        scene.flow.export(name, target)  # a second one waits for the first
    assert told.args == [target, ("Đã bỏ 1 ký tự.",)]
    ((paper, written),) = scene.written
    assert (written, paper.indicators, paper.layout.paper, paper.layout.orientation) == (
        target, indicators, "A3", "portrait",
    )  # fmt: skip
    assert scene.shown == ["Đang ghi tệp a.pdf…", ""]


def test_an_empty_appendix_is_refused(qtbot, tmp_path):
    scene = Scene(qtbot, filled=False)
    for name in ("appendix", "indicators"):
        with qtbot.waitSignal(scene.flow.failed) as told:
            scene.flow.export(name, tmp_path / "a.pdf")
        assert isinstance(told.args[0], InvalidInput)
    assert scene.written == []
