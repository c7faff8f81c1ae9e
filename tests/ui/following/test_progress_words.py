"""What was said while work went on, when it is completed: it stays what it was, and is no result."""

from __future__ import annotations

from datetime import date

from cchc_desktop.domain.followup.records import Progress
from cchc_desktop.services import recording, updating
from tests.services.followup_scene import JULY, STRICT, UNDATED
from tests.ui.following.place import button, words_of

SAID = "Đã họp hai lần, đang dự thảo"


def begin(place, *contents: str) -> None:
    """Let work go on at tasks, each with words about it."""
    at_work = {"progress": Progress.IN_PROGRESS, "result": SAID}
    entries = [(place.scene.id(content), "2025-Q3" if content == STRICT else None, at_work) for content in contents]
    recording.record(place.scene.workspace, entries)
    place.keeper.refresh()
    place.bot.waitUntil(place.keeper.is_current)


def test_two_keystrokes_complete_it_and_keep_the_words_as_the_update(place):
    begin(place, JULY)
    before = len(place.scene.store.log)
    dialog = place.record(JULY)
    assert dialog.form.result.words() == ""
    assert dialog.form.result.placeholderText() == "Ghi kết quả khi hoàn thành"
    assert f"“{SAID}”. Giữ làm nội dung cập nhật kỳ “Năm 2025”." in words_of(dialog)
    assert not dialog.has_typed()
    place.confirm()
    (record,), (update,) = place.scene.records(JULY), place.scene.updates(JULY)
    assert (record.progress, record.done_on, record.result) == (Progress.DONE, date(2025, 9, 20), None)
    assert (update.period, update.words, update.agency_id) == ("2025", SAID, None)
    assert len(place.scene.store.log) == before + 1
    place.undo()
    assert (place.scene.records(JULY)[0].result, place.scene.updates(JULY)) == (SAID, ())


def test_the_words_come_back_while_work_still_goes_on(place):
    begin(place, JULY)
    dialog = place.record(JULY)
    started, done = dialog.form.progress.buttons()[1:]
    started.click()
    assert dialog.form.result.words() == SAID
    assert "Tiến độ đã ghi" not in words_of(dialog)
    done.click()
    assert dialog.form.result.words() == ""
    dialog.form.result.setPlainText("Quyết định 15")
    started.click()
    assert dialog.form.result.words() == "Quyết định 15", "what was typed stays"
    done.click()
    place.confirm()
    assert place.scene.records(JULY)[0].result == "Quyết định 15"
    assert [row.words for row in place.scene.updates(JULY)] == [SAID]


def test_words_that_are_typed_as_the_result_are_the_result(place):
    begin(place, JULY)
    place.record(JULY).form.result.setPlainText(SAID)
    place.confirm()
    assert place.scene.records(JULY)[0].result == SAID
    assert place.scene.updates(JULY) == ()


def test_an_update_that_is_there_keeps_its_own_words_too(place):
    updating.update(place.scene.workspace, place.scene.id(JULY), "2025", None, "Chờ ý kiến Sở Nội vụ")
    begin(place, JULY)
    place.record(JULY)
    place.confirm()
    assert [row.words for row in place.scene.updates(JULY)] == [f"Chờ ý kiến Sở Nội vụ\n{SAID}"]


def test_many_at_once_do_the_same(place):
    begin(place, JULY, STRICT)
    refs = [place.ref(JULY), place.ref(STRICT, "2025-Q3"), place.ref(UNDATED)]
    dialog = place.ask(lambda: place.desk.record(refs))
    assert "Nội dung tiến độ đã ghi của 2 mốc được giữ làm nội dung cập nhật của kỳ này." in words_of(dialog)
    assert button(dialog, "Ghi kết quả").isEnabled()
    assert dialog.day.height() >= dialog.day.minimumSizeHint().height(), "no row takes the room of another"
    place.confirm()
    for content in (JULY, STRICT):
        assert [(row.progress, row.result) for row in place.scene.records(content)] == [(Progress.DONE, None)]
        assert [row.words for row in place.scene.updates(content)] == [SAID]
    assert place.scene.updates(UNDATED) == ()
    assert place.deeds[0][0] == "Đã ghi kết quả 3 mốc."
