"""Ctrl+S: what is being typed is stored, and a backup is made where something has changed since the last."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from cchc_desktop.domain.backups import BackupReason
from cchc_desktop.domain.errors import CannotWrite
from cchc_desktop.ui.workbench.columns import PlanColumn
from tests.ui.backups.fakes import backup
from tests.ui.stage import Stage, import_sample


@pytest.fixture
def saving(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A window with a plan; `answers` are what the next backups give, `asked` why each was wanted."""
    import_sample(stage)
    stage.answers, stage.asked = [], []  # type: ignore[attr-defined]

    def make_if_changed(reason: BackupReason, progress: Any, is_cancelled: Any) -> Any:
        stage.asked.append((reason, stage.words()[0]))  # type: ignore[attr-defined]
        answer = stage.answers.pop(0)  # type: ignore[attr-defined]
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(stage.workspace.backups, "make_if_changed", make_if_changed)
    return stage


def press_save(stage):
    stage.window.activateWindow()
    stage.bot.waitUntil(stage.window.isActiveWindow)
    stage.bot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    stage.settle()


def test_the_key_makes_a_backup_and_says_so(saving):
    saving.answers = [backup(0)]
    press_save(saving)
    assert [reason for reason, _ in saving.asked] == [BackupReason.MANUAL]
    assert saving.deed() == "Dữ liệu đã được lưu tự động; đã tạo điểm sao lưu lúc 08:30."


def test_nothing_is_made_where_nothing_has_changed(saving):
    saving.answers = [None]
    saving.trigger("save_point")
    saving.settle()
    assert saving.deed() == "Dữ liệu đã được lưu tự động; chưa có thay đổi nào sau điểm sao lưu gần nhất."


def test_what_is_being_typed_is_stored_first(saving):
    saving.answers = [backup(0)]
    view = saving.contents.view
    first = next(iter(saving.session.tree.items))
    view.select_item(first, PlanColumn.CONTENT)
    view.edit_current()
    QApplication.focusWidget().set_words("Một")
    press_save(saving)
    assert saving.asked == [(BackupReason.MANUAL, "Một")]


def test_a_failure_is_told(saving):
    saving.answers = [CannotWrite("Ổ đĩa đã đầy."), backup(0)]
    saving.trigger("save_point")
    saving.settle()
    box = next(box for box in saving.window.findChildren(QMessageBox) if box.isVisible())
    assert box.text() == "Ổ đĩa đã đầy."
    box.close()
    saving.trigger("save_point")
    saving.settle()
    assert len(saving.asked) == 2
