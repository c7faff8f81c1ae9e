"""Where an appendix is written to: the ending that a person typed, else the chosen kind of file."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from cchc_desktop.ui.exchange.flow import ExchangeFlow


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
    flow = ExchangeFlow(session, None, None, None, window)
    asked = []
    flow.export = lambda appendix, target: asked.append((appendix, target.name))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / typed), chosen))
    flow.choose_and_export("appendix")
    assert asked == [("appendix", written)]
