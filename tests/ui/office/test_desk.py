from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from cchc_desktop import wiring
from cchc_desktop.domain.errors import ChangedOutside
from cchc_desktop.domain.office import OfficeProfile
from cchc_desktop.services import history, office
from cchc_desktop.ui.jobs import DatabaseThread
from cchc_desktop.ui.office.desk import OfficeDesk
from cchc_desktop.ui.office.page import OfficePage
from cchc_desktop.ui.session import PlanSession
from cchc_desktop.ui.start_page import StartPage
from tests.ui.office.samples import PROFILE


class Place:
    """The page with its desk over a real database."""

    def __init__(self, qtbot, file):
        self.bot = qtbot
        self.page = OfficePage()
        qtbot.addWidget(self.page)
        # owned, as in the program: what is still on its way to them must not find them gone with this object
        self.database = DatabaseThread(lambda: wiring.open_workspace(file), None, self.page)
        self.session = PlanSession(self.database, None, self.page)
        self.form = self.page.form
        self.desk = OfficeDesk(self.session, self.form, self.page)
        self.page.refresh_wanted.connect(self.desk.refresh)
        self.database.start()

    def show(self):
        self.page.resize(1200, 600)
        self.page.show()
        self.settle()

    def settle(self):
        answered = []
        self.session.read(lambda workspace: None, answered.append)
        self.bot.waitUntil(lambda: bool(answered))

    def stored(self):
        found = []
        self.session.read(office.office_profile, found.append)
        self.bot.waitUntil(lambda: bool(found))
        return found[0]

    def write(self, use_case):
        self.session.write(use_case)
        self.settle()
        self.settle()  # the read that follows a write

    def press_save(self):
        button = next(button for button in self.form.findChildren(QPushButton) if button.text().startswith("Lưu"))
        self.bot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def place(qtbot, tmp_path):
    place = Place(qtbot, tmp_path / "dữ liệu.db")
    yield place
    place.database.stop()


def test_a_typed_profile_is_stored_by_the_button(qtbot, place):
    place.show()
    deeds = []
    place.desk.done.connect(lambda words, operation_id: deeds.append((words, operation_id)))
    place.form.name.setText("Ủy ban nhân dân xã Tân Hòa")
    assert place.stored() == OfficeProfile()
    place.press_save()
    qtbot.waitUntil(lambda: bool(deeds))
    assert place.stored().name == "Ủy ban nhân dân xã Tân Hòa"
    assert place.stored().letterhead[1].words == "XÃ TÂN HÒA"
    assert deeds[0][0] == "Đã lưu thông tin đơn vị."
    assert deeds[0][1] is not None
    assert not place.form.is_changed()


def test_a_form_that_is_not_seen_reads_when_it_is_shown(qtbot, place):
    place.write(lambda workspace: office.save_profile(workspace, PROFILE))
    assert place.form.profile() == OfficeProfile()
    place.show()
    assert place.form.profile() == PROFILE


def test_an_undo_is_shown_and_typed_words_stay(qtbot, place):
    place.show()
    place.write(lambda workspace: office.save_profile(workspace, PROFILE))
    place.write(lambda workspace: office.save_profile(workspace, replace(PROFILE, superior="", place="Đại Lộc")))
    assert place.form.profile().place == "Đại Lộc"
    place.form.standing.setText("Phòng Nội vụ")
    place.write(history.undo)
    assert place.form.profile() == replace(PROFILE, standing_office="Phòng Nội vụ")
    assert place.form.is_changed()


def test_the_start_page_brings_its_form_to_a_desk(qtbot, place):
    page = StartPage()
    qtbot.addWidget(page)
    page.form_made.connect(lambda form: OfficeDesk(place.session, form, page))
    place.write(lambda workspace: office.save_profile(workspace, PROFILE))
    page.show()
    qtbot.waitUntil(lambda: page.form().profile() == PROFILE)


def refusals(place):
    return [label.text() for label in place.form.findChildren(object, "doubt") if label.isVisible()]


def test_a_refusal_is_told_in_place_and_the_words_stay(qtbot, place):
    place.show()
    place.form.place.setText("Tân Hòa")
    place.desk.save(OfficeProfile(place="Tân Hòa"))
    qtbot.waitUntil(lambda: bool(refusals(place)))
    assert "tên đơn vị" in refusals(place)[0]
    assert place.form.profile().place == "Tân Hòa"


@pytest.mark.parametrize("error", [ChangedOutside("Dữ liệu đã thay đổi.", must_reopen=False), RuntimeError("lỗi")])
def test_other_errors_reach_the_window_and_saving_stays_open(qtbot, place, error, monkeypatch):
    def refuse(workspace, profile):
        raise error

    place.show()
    failed = []
    place.session.failed.connect(failed.append)
    place.form.name.setText("Phòng Nội vụ")
    with monkeypatch.context() as patched:
        patched.setattr(office, "save_profile", refuse)
        place.press_save()
        qtbot.waitUntil(lambda: failed == [error])
    place.press_save()
    qtbot.waitUntil(lambda: not place.form.is_changed())
    assert place.stored().name == "Phòng Nội vụ"


def test_f5_reads_again(qtbot, place):
    place.show()
    place.write(lambda workspace: office.save_profile(workspace, PROFILE))
    place.form.set_profile(OfficeProfile(name="Khác"))
    place.page.refresh()
    qtbot.waitUntil(lambda: place.form.profile() == PROFILE)


def test_the_page_can_be_only_looked_at(qtbot, place):
    place.page.set_editable(False)
    assert not place.form.isEnabled()
    place.page.set_editable(True)
    assert place.form.isEnabled()
