"""A whole working day by keys alone, on a real file: type a plan, move, bulk edit, paste, undo all, redo all."""

from __future__ import annotations

from contextlib import ExitStack

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu

from cchc_desktop import wiring
from cchc_desktop.domain.plan import Plan, Section, plan_kind
from cchc_desktop.services import history, item_editing, moving, pasting, plans, section_editing
from cchc_desktop.ui.workbench.bulk_edit_dialog import BulkEditDialog
from cchc_desktop.ui.workbench.clipboard import block_html, block_text
from cchc_desktop.ui.workbench.columns import PlanColumn
from cchc_desktop.ui.workbench.plan_view import PlanView
from tests.flows.fingerprint import fingerprint
from tests.services.samples import YEAR
from tests.ui.workbench.keyboard import type_text

KEYS = Qt.Key
CTRL, SHIFT, ALT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.NoModifier,
)
AGENCIES = ["Văn phòng HĐND và UBND", "Phòng Kinh tế", "Công an xã"]
EXCEL = [["Việc từ Excel 1", "Phòng Kinh tế", "", "Hằng quý"], ["Việc từ Excel 2", "Công an xã", "", "Thường xuyên"],
         ["Việc từ Excel 3", "Phòng Kinh tế", "", "Quý IV/2026"]]  # fmt: skip


class Office:
    """A view over a real file, with undo and redo on their keys: what a window puts round it."""

    def __init__(self, path, bot) -> None:
        self.path, self.bot, self.doors = path, bot, ExitStack()
        self.workspace = self.doors.enter_context(wiring.open_workspace(path))
        self.plan_id, _ = plans.create_plan(self.workspace, Plan("Kế hoạch năm 2026", plan_kind(YEAR), YEAR))
        for number, title in (("I", "Cải cách thể chế"), ("II", "Cải cách tài chính công")):
            tree = self.tree
            last = tree.sections[-1].id if tree.sections else None
            section_editing.add_section(self.workspace, self.plan_id, last, Section(self.plan_id, title, number=number))
        self.start = fingerprint(path)
        self.view = PlanView()
        bot.addWidget(self.view)
        self._connect()
        self.view.resize(1180, 680)
        self.view.set_tree(self.tree)
        self.view.show()
        bot.waitExposed(self.view)
        self.view.setFocus()

    def _connect(self) -> None:
        view = self.view
        view.edit_requested.connect(lambda *values: self.write(item_editing.edit_item, *values))
        view.edits_requested.connect(lambda edits: self.write(item_editing.edit_items, edits))
        view.move_requested.connect(lambda *values: self.write(moving.move_item, *values))
        view.moves_requested.connect(lambda *values: self.write(moving.move_items, *values))
        view.paste_requested.connect(lambda *values: self.write(pasting.paste, self.plan_id, *values))
        view.add_requested.connect(self.add)
        QShortcut(QKeySequence("Ctrl+Z"), view, lambda: self.write(history.undo))
        QShortcut(QKeySequence("Ctrl+Y"), view, lambda: self.write(history.redo))

    @property
    def tree(self):
        return plans.open_plan(self.workspace, self.plan_id)

    def write(self, service, *values) -> None:
        service(self.workspace, *values)
        self.view.apply(self.tree)

    def add(self, place) -> None:
        item_id, _ = item_editing.add_item(self.workspace, self.plan_id, place, {})
        self.view.apply(self.tree)
        self.view.edit_new(item_id)

    def press(self, key, modifiers=NONE, times=1) -> None:
        for _ in range(times):
            target = QApplication.activePopupWidget() or QApplication.focusWidget()
            self.bot.keyClick(target, key, modifiers)

    def type(self, words) -> None:
        for letter in words:  # the first one opens the cell, the others go into its editor
            type_text(QApplication.focusWidget(), letter)

    def items(self):
        tree = self.tree
        return [item for section in tree.sections for item, _ in tree.walk(section.id)]

    def current(self):
        return self.tree.items[self.view.current_item_id()].content


@pytest.fixture
def office(qtbot, tmp_path):
    office = Office(tmp_path / "dữ liệu.db", qtbot)
    with office.doors:
        yield office


def type_ten_tasks(office) -> None:
    """Insert, the content, Tab to the agency, Tab over the coordinating one to the time, Enter; again."""
    office.press(KEYS.Key_Home, CTRL)
    for number in range(1, 11):
        office.press(KEYS.Key_Insert)
        office.type(f"Nhiệm vụ {number}")
        office.press(KEYS.Key_Tab)
        office.type(AGENCIES[number % 3])
        office.press(KEYS.Key_Tab, times=2)
        office.type(f"Quý {('I', 'II', 'III', 'IV')[number % 4]}/2026")
        office.press(KEYS.Key_Return)


def move(office) -> None:
    """Take the last two tasks together up by one, one level lower, and back again."""
    office.press(KEYS.Key_Up, SHIFT)
    for key in (KEYS.Key_Up, KEYS.Key_Right, KEYS.Key_Left, KEYS.Key_Down, KEYS.Key_Down):
        office.press(key, ALT)


def bulk_edit(office) -> None:
    """Open the row's menu by its key, go to 'Sửa hàng loạt…', type the new agency."""
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(office.view.view(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    while menu.activeAction() is None or menu.activeAction().objectName() != "bulk_edit":
        office.bot.keyClick(menu, KEYS.Key_Down)
    office.bot.keyClick(menu, KEYS.Key_Return)
    dialog = office.view.findChild(BulkEditDialog)
    office.bot.waitUntil(dialog.isVisible)
    dialog._words.setFocus()
    type_text(dialog._words, "Trung tâm Phục vụ hành chính công")
    office.bot.keyClick(dialog._words, KEYS.Key_Return)


def paste_from_excel(office) -> None:
    mime = QMimeData()
    mime.setText(block_text(EXCEL))
    mime.setHtml(block_html(EXCEL))
    QGuiApplication.clipboard().setMimeData(mime)
    office.press(KEYS.Key_Home, CTRL)
    office.press(KEYS.Key_V, CTRL)
    office.press(KEYS.Key_Return)


def test_a_day_by_keys_alone(office):
    type_ten_tasks(office)
    assert [item.content for item in office.items()] == [f"Nhiệm vụ {number}" for number in range(1, 11)]
    assert [item.lead_words for item in office.items()] == [AGENCIES[number % 3] for number in range(1, 11)]
    assert office.items()[3].time_words == "Quý I/2026"
    move(office)
    assert [item.section_id for item in office.items()][-2:] == [office.tree.sections[1].id] * 2
    bulk_edit(office)
    assert [item.lead_words for item in office.items()][-2:] == ["Trung tâm Phục vụ hành chính công"] * 2
    paste_from_excel(office)
    assert [item.content for item in office.items() if "Excel" in item.content] == [row[0] for row in EXCEL]
    end = fingerprint(office.path)
    steps = 0
    while fingerprint(office.path) != office.start:
        office.press(KEYS.Key_Z, CTRL)
        steps += 1
    assert office.items() == []
    office.press(KEYS.Key_Y, CTRL, times=steps)
    assert fingerprint(office.path) == end
    assert steps > 30


def test_enter_stays_on_a_new_task_and_goes_down_elsewhere(office):
    type_ten_tasks(office)
    assert office.current() == "Nhiệm vụ 10"
    office.press(KEYS.Key_Return, SHIFT)
    assert office.current() == "Nhiệm vụ 9"
    office.press(KEYS.Key_Return)
    assert office.current() == "Nhiệm vụ 10"
    office.press(KEYS.Key_Home, CTRL)
    office.press(KEYS.Key_Return)
    assert office.current() == "Nhiệm vụ 1"
    office.press(KEYS.Key_End, CTRL)
    assert office.view.view().currentIndex().column() != PlanColumn.NUMBER
