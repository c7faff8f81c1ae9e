from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from cchc_desktop import wiring
from cchc_desktop.domain.errors import CannotWrite, StaleRow
from cchc_desktop.domain.plan import PlanState
from cchc_desktop.services import history, office, plans, templates
from cchc_desktop.services.exchange import ImportChoices, import_plan
from cchc_desktop.ui.jobs import DatabaseThread
from cchc_desktop.ui.plans.desk import PlansDesk
from cchc_desktop.ui.plans.sources import SourceKind
from cchc_desktop.ui.session import PlanSession
from tests.services.samples import draft
from tests.ui.office.samples import PROFILE
from tests.ui.plans.checks import TODAY


class Place:
    """The desk over a real database that holds one plan; `page` is what it wanted to show last."""

    def __init__(self, qtbot, file):
        self.bot = qtbot
        self.window = QWidget()
        qtbot.addWidget(self.window)
        # owned, as in the program: what is still on its way to them must not find them gone with this object
        self.database = DatabaseThread(lambda: wiring.open_workspace(file), None, self.window)
        self.session = PlanSession(self.database, None, self.window)
        self.window.show()
        self.desk = PlansDesk(self.session, wiring.plan_templates, lambda: TODAY, self.window)
        self.page, self.deeds, self.left = None, [], 0
        self.desk.page_wanted.connect(self._show)
        self.desk.left.connect(self._leave)
        self.desk.done.connect(lambda words, operation_id: self.deeds.append((words, operation_id)))
        self.database.start()
        self.write(lambda workspace: import_plan(workspace, draft(), ImportChoices()))
        self.session.load()
        self.wait(lambda: self.session.tree is not None)

    def _show(self, page, name):
        assert name == "plan"
        self.page = page
        page.show()

    def _leave(self):
        self.left += 1

    def wait(self, condition):
        self.bot.waitUntil(condition)

    def settle(self):
        for _ in range(2):  # a write is followed by a read
            answered = []
            self.session.read(lambda workspace: None, answered.append)
            self.wait(lambda answered=answered: bool(answered))

    def write(self, use_case):
        self.session.write(use_case)
        self.settle()

    def ask(self, use_case):
        found = []
        self.session.read(use_case, found.append)
        self.wait(lambda: bool(found))
        return found[0]

    def press(self, words):
        place = self.desk.dialog or self.page
        button = next(button for button in place.findChildren(QPushButton) if button.text() == words)
        self.bot.mouseClick(button, Qt.MouseButton.LeftButton)

    def dialog(self, open_it):
        open_it()
        self.wait(lambda: self.desk.dialog is not None)
        return self.desk.dialog

    def new_page(self, **choice):
        self.desk.new_plan(**choice)
        self.wait(lambda: self.page is not None)
        self.settle()
        return self.page


@pytest.fixture
def place(qtbot, tmp_path):
    place = Place(qtbot, tmp_path / "dữ liệu.db")
    yield place
    place.database.stop()


def choose(page, kind):
    for row in range(page.sources.count()):
        page.sources.setCurrentRow(row)
        if page.sources.source() is not None and page.sources.source().kind is kind:
            return


def doubts(widget):
    return [label.text() for label in widget.findChildren(QLabel, "doubt") if label.isVisible()]


# --- new plans


@pytest.mark.parametrize(
    ("kind", "sections", "items"), [(SourceKind.SHIPPED, 7, 25), (SourceKind.PLAN, 2, 5), (SourceKind.BLANK, 7, 0)]
)
def test_a_plan_is_made_and_one_undo_takes_it_back(place, kind, sections, items):
    place.write(lambda workspace: office.save_profile(workspace, PROFILE))
    page = place.new_page()
    choose(page, kind)
    place.settle()
    before = {one.id for one in place.ask(plans.list_plans)}
    assert len(before) == 1
    place.press("Tạo kế hoạch")
    place.wait(lambda: bool(place.deeds))
    ((deed, operation_id),) = place.deeds
    (made,) = {one.id for one in place.ask(plans.list_plans)} - before
    place.wait(lambda: place.session.tree.plan.id == made)
    tree = place.session.tree
    assert (len(tree.sections), len(tree.items)) == (sections, items)
    assert (tree.plan.state, place.left) == (PlanState.DRAFT, 1)
    assert tree.plan.issuer == (None if kind is SourceKind.PLAN else PROFILE.name)
    assert deed == f"Đã tạo kế hoạch “{tree.plan.title}”."
    assert operation_id == place.ask(history.next_steps).undo.id
    place.write(history.undo)
    assert len(place.ask(plans.list_plans)) == 1


def test_a_copy_carries_what_was_ticked(place):
    source = place.session.tree
    first = source.roots(source.sections[0].id)[0]
    page = place.new_page(copy_of=source.plan.id)
    page.preview.model().choose([first.id])
    place.press("Tạo kế hoạch")
    place.wait(lambda: place.session.tree.plan.id != source.plan.id)
    copied = list(place.session.tree.items.values())
    assert [(item.content, item.time_words, item.continues_id) for item in copied] == [
        ("Rà soát văn bản", "Quý IV/2027", first.id)
    ]


def test_carrying_over_a_second_time_is_asked_about_first(place):
    source = place.session.tree
    for title, follows in (("Lần một", lambda: place.left == 1), ("Lần hai", lambda: place.desk.dialog is not None)):
        page = place.new_page(copy_of=source.plan.id)
        page.period.title.setText(title)
        place.press("Tạo kế hoạch")
        place.wait(follows)
    dialog = place.desk.dialog
    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert re.search(r"đã được chuyển tiếp ngày \d\d/\d\d/\d{4} sang “Lần một” \(3 nhiệm vụ\)", told)
    assert (len(place.ask(plans.list_plans)), place.left) == (2, 1)
    dialog.reject()
    place.press("Tạo kế hoạch")  # the page stands there as it was
    place.wait(lambda: place.desk.dialog is not None)
    place.desk.dialog._primary.click()
    place.wait(lambda: place.left == 2)
    assert {row.title for row in place.ask(plans.list_plans)} >= {"Lần một", "Lần hai"}


def test_a_refusal_leaves_the_page_as_it_was_typed(place, monkeypatch):
    def refuse(*_):
        raise CannotWrite("Ổ đĩa đầy. Hãy dọn bớt tệp rồi thử lại.")

    page = place.new_page()
    choose(page, SourceKind.BLANK)
    page.period.title.setText("Kế hoạch riêng")
    with monkeypatch.context() as patched:
        patched.setattr(plans, "create_plan", refuse)
        place.press("Tạo kế hoạch")
        place.wait(lambda: bool(doubts(page)))
    assert doubts(page) == ["Ổ đĩa đầy. Hãy dọn bớt tệp rồi thử lại."]
    assert page.plan().title == "Kế hoạch riêng"
    place.press("Tạo kế hoạch")
    place.wait(lambda: place.left == 1)


def test_leaving_stores_nothing(place):
    place.new_page()
    place.press("Hủy")
    assert place.left == 1
    assert len(place.ask(plans.list_plans)) == 1


# --- templates


def test_a_template_is_saved_offered_and_deleted(place):
    dialog = place.dialog(place.desk.save_template)
    dialog.name.setText("Mẫu của xã")
    place.press("Lưu mẫu")
    place.wait(lambda: bool(place.deeds))
    page = place.new_page()
    choose(page, SourceKind.OWN)
    assert page.sources.source().template.name == "Mẫu của xã"
    place.press("Xóa mẫu này")
    place.wait(lambda: len(place.deeds) == 2)
    assert place.deeds[1][0] == "Đã xóa mẫu “Mẫu của xã”."
    assert place.ask(templates.own_templates) == []
    place.settle()
    assert page.sources.source().kind is SourceKind.SHIPPED
    place.write(history.undo)
    place.settle()
    choose(page, SourceKind.OWN)
    assert page.sources.source().kind is SourceKind.OWN


# --- the open plan


def test_facts_are_saved_and_the_dialog_closes(place):
    dialog = place.dialog(place.desk.edit_plan)
    dialog.form.general.title.setText("Tên mới")
    place.press("Lưu")
    place.wait(lambda: place.desk.dialog is None)
    assert place.session.tree.plan.title == "Tên mới"
    assert place.deeds[0][0] == "Đã lưu thông tin kế hoạch."


def test_a_plan_that_changed_meanwhile_is_saved_at_the_second_press(place, monkeypatch):
    tree = place.session.tree
    dialog = place.dialog(place.desk.edit_plan)
    dialog.form.general.title.setText("Tên mới")
    place.write(lambda workspace: plans.save_plan(workspace, replace(tree.plan, issuer="UBND xã")))
    place.press("Lưu")
    place.wait(lambda: bool(doubts(dialog)))
    place.settle()
    assert dialog.form.general.title.words() == "Tên mới"
    place.press("Lưu")
    place.wait(lambda: place.desk.dialog is None)
    assert place.session.tree.plan.title == "Tên mới"


def test_a_stale_plan_is_refused_in_the_dialog(place, monkeypatch):
    def refuse(*_):
        raise StaleRow("Kế hoạch vừa được sửa ở nơi khác.")

    dialog = place.dialog(place.desk.edit_plan)
    monkeypatch.setattr(plans, "save_plan", refuse)
    place.press("Lưu")
    place.wait(lambda: doubts(dialog) == ["Kế hoạch vừa được sửa ở nơi khác."])
    assert place.desk.dialog is dialog


def test_a_plan_is_issued_closed_and_opened_again(place):
    dialog = place.dialog(place.desk.issue_plan)
    dialog.number.setText("05/KH-UBND")
    dialog.date.setText("15/1/2026")
    for words, state in (
        ("Ban hành", PlanState.ISSUED),
        ("Kết thúc kế hoạch", PlanState.CLOSED),
        ("Mở lại kế hoạch", PlanState.ISSUED),
    ):
        place.press(words)
        place.wait(lambda: place.desk.dialog is None)
        assert place.session.tree.plan.state is state
        place.dialog(place.desk.close_or_reopen)
    place.desk.dialog.reject()
    assert [words for words, _ in place.deeds] == [
        "Đã ban hành kế hoạch.",
        "Đã kết thúc kế hoạch.",
        "Đã mở lại kế hoạch.",
    ]


def test_an_unforeseen_error_reaches_the_window(place, monkeypatch):
    error, failed = RuntimeError("lỗi"), []

    def refuse(*_):
        raise error

    place.desk.failed.connect(failed.append)
    dialog = place.dialog(place.desk.edit_plan)
    monkeypatch.setattr(plans, "save_plan", refuse)
    place.press("Lưu")
    place.wait(lambda: failed == [error])
    assert doubts(dialog) == ["Chưa lưu được."]


# --- rows of a superior plan


def test_rows_of_a_superior_plan_come_in_with_their_link(place):
    ours = place.session.tree
    superior = replace(draft(), title="Kế hoạch của thành phố")
    ids = []

    def bring(workspace):
        result = import_plan(workspace, superior, ImportChoices())
        ids.append(result.plan_id)
        stored = plans.open_plan(workspace, result.plan_id).plan
        return plans.save_plan(workspace, replace(stored, superior=True))

    place.write(bring)
    place.desk.take_over()
    place.wait(lambda: place.page is not None)
    assert place.page.source.value() == ids[0]
    place.page.filter.setText("thu tuc")
    place.press("Chọn các dòng đang hiện")
    place.press("Lấy sang kế hoạch")
    place.wait(lambda: bool(place.deeds))
    taken = [item for item in place.session.tree.items.values() if item.carries_out_id is not None]
    assert len(place.session.tree.items) == len(ours.items) + 3
    assert {item.content for item in taken} == {"Rà soát thủ tục", "Lập danh mục", "Lấy ý kiến"}
    assert place.deeds[0][0] == "Đã lấy 1 nhiệm vụ từ kế hoạch cấp trên."
    place.write(history.undo)
    assert len(place.session.tree.items) == len(ours.items)


def test_without_a_superior_plan_the_import_is_offered(qtbot, place):
    place.desk.take_over()
    place.wait(lambda: place.page is not None)
    with qtbot.waitSignal(place.desk.import_wanted):
        place.press("Nhập từ Word, Excel…")
    assert place.left == 1
