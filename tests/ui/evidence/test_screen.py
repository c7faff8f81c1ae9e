"""The screen Tài liệu: the register, its form and its files, driven as a user would."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.errors import CannotWrite
from cchc_desktop.domain.evidence.files import FileState
from cchc_desktop.domain.evidence.register import EvidenceDocument, StoredFile
from cchc_desktop.domain.followup.records import Progress
from cchc_desktop.services import evidence, history, recording
from cchc_desktop.ui.evidence.lines import LineFilter
from cchc_desktop.ui.evidence.lines_model import LineColumn
from tests.ui.stage import Stage, bare, import_sample

LOST = StoredFile("cd" * 32, "pdf", 9)


class EvidenceStage:
    """The window with a plan and four documents, their screen shown."""

    def __init__(self, stage: Stage, folder: Path) -> None:
        import_sample(stage)
        self.stage, self.bot, self.store, self.folder = stage, stage.bot, stage.store, folder
        self.item = stage.session.tree.sections[0].id
        self.items = list(stage.session.tree.items)
        here = stage.store.evidence.put(self.file("a.pdf"))
        drafts: list[evidence.DocumentValues] = [
            {"reference": "312/BC-UBND", "type": "Báo cáo", "issued_on": date(2025, 9, 8),
             "abstract": "Kết quả quý III", "file": here, "item_ids": (self.items[0],)},
            {"reference": "45/BC-CAP", "issued_on": date(2025, 8, 20), "kept_at_registry": True},
            {"reference": "07/KH-UBND", "issued_on": date(2025, 8, 12), "secret": True},
            {"reference": "99/CV-UBND", "issued_on": date(2025, 7, 1), "file": LOST},
        ]  # fmt: skip
        self.report, self.paper, self.secret, self.lost = evidence.add_documents(stage.workspace, drafts)[0]
        stage.contents.show_screen("evidence")
        self.desk = stage.contents._desks.following.evidence
        self.page = self.desk.page
        self.opened: list[Path] = []
        self.desk.files.show_elsewhere = lambda copy: not self.opened.append(copy)
        self.bot.waitUntil(lambda: self.page.list.model.rowCount() == 4)

    def file(self, name: str, content: bytes = b"%PDF-1.7") -> Path:
        path = self.folder / name
        path.write_bytes(content)
        return path

    def references(self) -> list[str]:
        model = self.page.list.model
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    def document(self, id_: int) -> EvidenceDocument:
        return self.store.rows[EntityKind.DOCUMENT][id_]

    def choose(self, id_: int) -> None:
        self.page.choose(id_)
        self.bot.waitUntil(lambda: (shown := self.page.pane.shown()) is not None and shown.id == id_)

    def type_in(self, field, words: str) -> None:
        field.setFocus()
        field.selectAll()
        field.insert(words)  # QTest types no Vietnamese letters
        self.bot.keyClick(field, Qt.Key.Key_Return)

    def written(self) -> int:
        return len(self.store.log)


@pytest.fixture
def screen(stage, tmp_path) -> EvidenceStage:
    return EvidenceStage(stage, tmp_path)


def test_the_register_says_what_each_document_has(screen):
    assert screen.references() == ["312/BC-UBND", "45/BC-CAP", "07/KH-UBND", "99/CV-UBND"]
    model = screen.page.list.model
    files = [model.index(row, LineColumn.FILE).data() for row in range(4)]
    assert files == ["PDF, 1 KB", "Lưu tại văn thư", "Mật", "Mất tệp"]
    assert model.index(0, LineColumn.USES).data() == "1"
    assert "1 tệp mất" in screen.page.list._count.words()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_lines([])


@pytest.mark.parametrize(
    ("narrowed", "expected"),
    [
        (LineFilter.WITH_FILE, ["312/BC-UBND", "99/CV-UBND"]),
        (LineFilter.AT_REGISTRY, ["45/BC-CAP"]),
        (LineFilter.SECRET, ["07/KH-UBND"]),
        (LineFilter.BROKEN, ["99/CV-UBND"]),
        (LineFilter.UNUSED, ["45/BC-CAP", "07/KH-UBND", "99/CV-UBND"]),
    ],
)
def test_the_list_is_narrowed(screen, narrowed, expected):
    screen.page.list.choose_filter(narrowed)
    assert screen.references() == expected


def test_the_search_field_finds_without_accents(screen):
    screen.page.focus_search()
    screen.bot.keyClicks(QApplication.focusWidget(), "ket qua quy iii")
    screen.bot.waitUntil(lambda: screen.references() == ["312/BC-UBND"])
    screen.bot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    screen.bot.waitUntil(lambda: len(screen.references()) == 4)


def test_a_field_is_stored_when_it_is_left_as_one_undoable_operation(screen):
    screen.choose(screen.report)
    before = screen.written()
    screen.type_in(screen.page.pane.form.issuer, "UBND phường")
    screen.bot.waitUntil(lambda: screen.document(screen.report).issuer == "UBND phường")
    assert screen.written() == before + 1
    screen.stage.settle()
    screen.page.pane.form.issuer.clearFocus()
    screen.stage.settle()
    assert screen.written() == before + 1, "leaving the field tells nothing twice"
    history.undo(screen.stage.workspace)
    assert screen.document(screen.report).issuer is None


def test_a_wrong_day_is_told_and_not_stored(screen):
    screen.choose(screen.report)
    screen.type_in(screen.page.pane.form.day, "31/2/2025")
    assert "không phải là ngày" in screen.page.pane.form._day_doubt.text()
    screen.stage.settle()
    assert screen.document(screen.report).issued_on == date(2025, 9, 8)


def test_a_document_with_a_file_cannot_become_secret(screen):
    screen.choose(screen.report)
    screen.page.pane.form.secret.click()
    screen.bot.waitUntil(lambda: "mật" in screen.page.pane._refusal.text())
    assert not screen.page.pane.form.secret.isChecked() and not screen.document(screen.report).secret


def test_a_secret_document_takes_no_file(screen):
    screen.choose(screen.secret)
    card = screen.page.pane.file
    assert not card.choose.isVisible() and not card.open.isVisible() and "Tài liệu mật" in card.words()


def test_a_document_without_a_file_is_added_by_keys(screen):
    screen.page.list.table.setFocus()
    screen.bot.keyClick(screen.page.list.table, Qt.Key.Key_Insert)
    assert screen.page.pane.is_new() and screen.page.pane.form.reference.hasFocus()
    screen.type_in(screen.page.pane.form.reference, "20/QĐ-UBND")
    screen.bot.waitUntil(lambda: "20/QĐ-UBND" in screen.references())
    assert bare(screen.store.log[-1].operation.title) == "Thêm tài liệu"
    screen.bot.waitUntil(lambda: not screen.page.pane.is_new())
    screen.type_in(screen.page.pane.form.issuer, "UBND")
    screen.bot.waitUntil(lambda: screen.store.all(EntityKind.DOCUMENT)[-1].issuer == "UBND")
    assert len(screen.store.all(EntityKind.DOCUMENT)) == 5


def test_files_dropped_on_the_screen_become_documents(screen):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(screen.file(name, b"%PDF-" + name.encode()))) for name in ("x.pdf", "y.pdf")])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    before = screen.written()
    screen.page.dropEvent(QDropEvent(QPointF(9, 9), action, mime, button, Qt.KeyboardModifier.NoModifier))
    screen.bot.waitUntil(lambda: screen.page.list.model.rowCount() == 6)
    assert screen.written() == before + 1


def test_what_could_not_be_copied_is_told_in_place(screen):
    screen.store.evidence.refusal = CannotWrite("Chưa chép được tệp: ổ đĩa đã đầy.")
    screen.desk._bring([screen.file("x.pdf")])
    screen.bot.waitUntil(lambda: screen.page.notices() == ["Chưa chép được tệp: ổ đĩa đã đầy."])
    assert len(screen.store.all(EntityKind.DOCUMENT)) == 4


def test_a_copy_is_opened_on_enter(screen):
    screen.choose(screen.report)
    screen.bot.keyClick(screen.page.list.table, Qt.Key.Key_Return)
    screen.bot.waitUntil(lambda: len(screen.opened) == 1)
    assert screen.page.notices() == []


def test_nothing_is_opened_for_a_lost_file_and_that_is_told(screen):
    screen.choose(screen.lost)
    assert "Không còn tệp" in screen.page.pane.file.words()
    screen.bot.keyClick(screen.page.list.table, Qt.Key.Key_Return)
    screen.bot.waitUntil(lambda: bool(screen.page.notices()))
    assert screen.opened == []


def test_a_changed_file_is_noticed_when_its_document_is_looked_at(screen):
    file = screen.document(screen.report).file
    screen.store.evidence.states[file.sha256] = FileState.CHANGED
    screen.choose(screen.report)
    screen.bot.waitUntil(lambda: "đã thay đổi" in screen.page.pane.file.words())
    screen.page.list.choose_filter(LineFilter.BROKEN)
    assert screen.references() == ["312/BC-UBND", "99/CV-UBND"]


def test_all_files_are_read_on_demand(screen):
    file = screen.document(screen.report).file
    screen.store.evidence.states[file.sha256] = FileState.CHANGED
    screen.page.list._check.click()
    screen.bot.waitUntil(lambda: "2 tệp mất" in screen.page.list._count.words())


def test_a_lost_file_is_found_again(screen):
    path = screen.file("cũ.pdf", b"%PDF-old")
    file = screen.store.evidence.put(path)
    evidence.edit_document(screen.stage.workspace, screen.lost, {"file": file})
    del screen.store.evidence.files[file.sha256]
    screen.page.refresh()
    screen.choose(screen.lost)
    screen.desk.files.find_at(screen.document(screen.lost), path)
    screen.bot.waitUntil(lambda: screen.page.pane.file.open.isEnabled())
    screen.desk.files.find_at(screen.document(screen.lost), screen.file("khác.pdf", b"%PDF-other"))
    screen.bot.waitUntil(lambda: "nội dung khác" in " ".join(screen.page.notices()))


def test_a_file_is_replaced_and_removed_undoably(screen):
    screen.choose(screen.report)
    before = screen.document(screen.report).file
    screen.desk.files.replace(screen.document(screen.report), screen.file("mới.pdf", b"%PDF-new"))
    screen.bot.waitUntil(lambda: screen.document(screen.report).file not in (None, before))
    screen.stage.settle()
    screen.page.pane.file.remove.click()
    screen.bot.waitUntil(lambda: screen.document(screen.report).file is None)
    history.undo(screen.stage.workspace)
    history.undo(screen.stage.workspace)
    assert screen.document(screen.report).file == before


def test_where_it_is_used_leads_to_the_task_and_can_be_taken_away(screen):
    screen.choose(screen.report)
    pane, wanted = screen.page.pane, []
    screen.desk.item_wanted.connect(lambda *ids: wanted.append(ids))
    pane.uses_table.selectRow(0)
    screen.bot.keyClick(pane.uses_table, Qt.Key.Key_Return)
    assert wanted == [(1, screen.items[0])]
    screen.stage.contents.show_screen("evidence")
    pane.uses_table.selectRow(0)
    pane.detach.click()
    screen.bot.waitUntil(lambda: screen.document(screen.report).item_ids == ())


def test_documents_are_deleted_by_key_and_come_back_by_undo(screen):
    screen.choose(screen.paper)
    screen.bot.keyClick(screen.page.list.table, Qt.Key.Key_Delete)
    screen.bot.waitUntil(lambda: "45/BC-CAP" not in screen.references())
    assert "Đã xóa 1 tài liệu" in screen.stage.deed()
    screen.stage.trigger("undo")
    screen.bot.waitUntil(lambda: "45/BC-CAP" in screen.references())


def test_what_is_done_and_lacks_its_evidence_is_listed_and_opened(screen):
    typed: recording.RecordValues = {"progress": Progress.DONE, "done_on": date(2026, 2, 1)}
    entries = [(screen.items[0], None, typed), (screen.items[2], None, typed)]
    screen.stage.session.write(lambda workspace: recording.record(workspace, entries))
    screen.stage.settle()
    screen.page.list.choose_filter(LineFilter.UNPROVEN)
    table = screen.page.list.unproven_table
    screen.bot.waitUntil(lambda: screen.page.list.unproven.rowCount() == 1)
    shown: list[tuple[int, object]] = []
    screen.desk.item_wanted.connect(lambda *ids: shown.append(ids))
    table.selectRow(0)
    screen.bot.keyClick(table, Qt.Key.Key_Return)
    assert shown == [(1, screen.items[2])], "the first has a document for the whole task"


def test_what_was_typed_and_refused_is_kept_while_another_document_is_looked_at(screen):
    screen.choose(screen.report)
    screen.stage.refusal = CannotWrite("Ổ đĩa đã đầy.")
    screen.type_in(screen.page.pane.form.issuer, "Sở Nội vụ")
    screen.bot.waitUntil(lambda: "đầy" in screen.page.pane._refusal.text())
    screen.choose(screen.paper)
    assert any("Chưa lưu được" in notice for notice in screen.page.notices())
    screen.stage.refusal = None
    screen.choose(screen.report)
    assert screen.page.pane.form.issuer.words() == "Sở Nội vụ"
    screen.page.pane.form.commit()
    screen.bot.waitUntil(lambda: screen.document(screen.report).issuer == "Sở Nội vụ")


def test_a_read_only_register_can_only_be_looked_at(screen):
    screen.page.set_editable(False)
    screen.choose(screen.report)
    assert not screen.page.list._add.isEnabled() and not screen.page.list._delete.isEnabled()
    assert screen.page.pane.form.reference.isReadOnly() and not screen.page.pane.file.remove.isEnabled()
    assert screen.page.pane.file.open.isEnabled()


def test_results_get_their_evidence_where_it_is_missed(screen):
    typed: recording.RecordValues = {"progress": Progress.DONE, "done_on": date(2026, 2, 1)}
    screen.stage.session.write(lambda workspace: recording.record(workspace, [(screen.items[2], None, typed)]))
    screen.stage.settle()
    screen.page.list.choose_filter(LineFilter.UNPROVEN)
    screen.bot.waitUntil(lambda: screen.page.list.unproven.rowCount() == 1)
    proving = screen.page.proving
    assert proving.isVisible() and not proving.attach.isEnabled()
    screen.page.list.unproven_table.selectRow(0)
    proving.field.add_document(screen.paper)
    before = screen.written()
    proving.attach.click()
    screen.bot.waitUntil(lambda: screen.page.list.unproven.rowCount() == 0)
    assert screen.written() == before + 1 and proving.field.documents() == ()
    assert screen.store.all(EntityKind.RECORD)[0].evidence == (screen.paper,)
    history.undo(screen.stage.workspace)
    assert screen.store.all(EntityKind.RECORD)[0].evidence == ()


def drop(widget, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    widget.dropEvent(QDropEvent(QPointF(9, 9), action, mime, button, Qt.KeyboardModifier.NoModifier))


def test_a_file_dropped_on_a_document_becomes_its_file(screen):
    bare_id = evidence.add_documents(screen.stage.workspace, [{"reference": "8/TB-UBND"}])[0][0]
    screen.page.refresh()
    screen.choose(bare_id)
    drop(screen.page.pane.file, screen.file("8.pdf", b"%PDF-8"))
    screen.bot.waitUntil(lambda: screen.document(bare_id).file is not None)
    assert len(screen.store.all(EntityKind.DOCUMENT)) == 5


def test_what_is_typed_beside_the_first_file_of_a_new_document_comes_along(screen):
    screen.page.list.new_wanted.emit()
    screen.page.pane.form.issuer.setText("Sở Nội vụ")
    screen.desk.files.replace_shown(screen.file("Hướng dẫn chấm điểm.pdf", b"%PDF-9"))
    screen.bot.waitUntil(lambda: len(screen.store.all(EntityKind.DOCUMENT)) == 5)
    found = screen.store.all(EntityKind.DOCUMENT)[-1]
    assert (found.abstract, found.issuer) == ("Hướng dẫn chấm điểm", "Sở Nội vụ") and found.file is not None


def test_what_is_typed_while_a_new_document_is_stored_stays(screen):
    screen.page.list.new_wanted.emit()
    form = screen.page.pane.form
    form.reference.setText("21/QĐ-UBND")
    form.commit()
    form.issuer.setText("UBND phường")
    screen.bot.waitUntil(lambda: screen.page.pane.shown().uid == screen.store.all(EntityKind.DOCUMENT)[-1].uid)
    assert form.issuer.words() == "UBND phường"
    screen.page.end_typing()
    screen.bot.waitUntil(lambda: screen.store.all(EntityKind.DOCUMENT)[-1].issuer == "UBND phường")


# --- attaching from the register


def pick(screen, kind: EntityKind, words: str, down: int = 0) -> None:
    """Open a list with the space bar, type what is looked for, take a row with Enter."""
    attach = screen.page.pane.attach
    picker = attach.picker(kind)
    screen.bot.keyClick(attach.task if kind is EntityKind.ITEM else attach.indicator, Qt.Key.Key_Space)
    screen.bot.waitUntil(picker.isVisible)
    whole = picker.model.rowCount()
    screen.bot.keyClicks(picker.search, words)
    screen.bot.waitUntil(lambda: 0 < picker.model.rowCount() < whole or whole == 1)
    for _ in range(down):
        screen.bot.keyClick(picker.search, Qt.Key.Key_Down)
    screen.bot.keyClick(picker.search, Qt.Key.Key_Return)
    assert not picker.isVisible()


def test_a_document_is_attached_from_the_register_by_keys(screen):
    screen.choose(screen.paper)
    before, item = screen.written(), screen.items[-1]
    pick(screen, EntityKind.ITEM, "cong khai")
    screen.bot.waitUntil(lambda: screen.document(screen.paper).item_ids == (item,))
    screen.bot.waitUntil(lambda: screen.stage.deed() == "Đã gắn tài liệu vào “Công khai”.")
    screen.bot.waitUntil(lambda: screen.page.pane.uses.rowCount() == 1)
    pick(screen, EntityKind.ITEM, "cong khai", down=1)
    screen.bot.waitUntil(lambda: [row.evidence for row in screen.store.all(EntityKind.RECORD)] == [(screen.paper,)])
    assert screen.written() == before + 2
    pick(screen, EntityKind.ITEM, "cong khai")
    screen.bot.waitUntil(lambda: screen.stage.deed() == "Tài liệu này đã gắn vào “Công khai”.")
    assert screen.written() == before + 2
    screen.stage.trigger("undo")
    screen.bot.waitUntil(lambda: screen.store.all(EntityKind.RECORD) == [])


def test_an_indicator_takes_it_and_is_opened_from_there(screen):
    screen.choose(screen.paper)
    pick(screen, EntityKind.INDICATOR, "ty le")
    pane = screen.page.pane
    screen.bot.waitUntil(lambda: pane.uses.rowCount() == 1)
    (indicator,) = screen.document(screen.paper).indicator_ids
    pane.uses_table.selectRow(0)
    screen.bot.keyClick(pane.uses_table, Qt.Key.Key_Return)
    following = screen.stage.contents._desks.following
    screen.bot.waitUntil(lambda: screen.stage.contents.screens.current() is following.indicators.page)
    screen.bot.waitUntil(lambda: (one := following.indicators.page.current()) is not None and one.row.id == indicator)


def test_what_is_not_stored_or_only_looked_at_is_attached_nowhere(screen):
    attach = screen.page.pane.attach
    screen.page.list.new_wanted.emit()
    assert not attach.isVisible()
    screen.choose(screen.paper)
    assert attach.isVisible() and attach.task.isEnabled()
    screen.page.set_editable(False)
    assert not attach.task.isEnabled()
