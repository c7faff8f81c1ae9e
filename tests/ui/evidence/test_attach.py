"""The field that attaches documents: files, papers at the registry, the register's own, by mouse and by keys."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.errors import CannotWrite
from cchc_desktop.domain.evidence.register import EvidenceDocument
from cchc_desktop.services import evidence
from cchc_desktop.ui.evidence import words
from cchc_desktop.ui.evidence.attach import EvidenceField
from tests.ui.stage import Stage, bare, import_sample


@pytest.fixture
def field(stage) -> EvidenceField:
    import_sample(stage)
    dialog = QDialog(stage.window)
    field = stage.contents._desks.following.evidence.field(dialog)
    QVBoxLayout(dialog).addWidget(field)
    dialog.open()
    stage.bot.waitUntil(dialog.isVisible)
    return field


@pytest.fixture
def report(tmp_path) -> Path:
    path = tmp_path / "BC 312-BC-UBND 08-09-2025.pdf"
    path.write_bytes(b"%PDF-1.7 report")
    return path


def documents(stage: Stage) -> list[EvidenceDocument]:
    return stage.store.all(EntityKind.DOCUMENT)


def drop(field: EvidenceField, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    field.dropEvent(QDropEvent(QPointF(5, 5), action, mime, buttons, Qt.KeyboardModifier.NoModifier))


def test_a_dropped_file_is_stored_at_once_as_an_operation_of_its_own(stage, field, report):
    drop(field, report)
    assert [row.note() for row in field.rows()] == ["sẽ chép vào kho tài liệu"]
    assert field.is_storing() and field.documents() == ()
    stage.bot.waitUntil(lambda: not field.is_storing())
    (document,) = documents(stage)
    assert field.documents() == (document.id,)
    assert document.abstract == "BC 312-BC-UBND 08-09-2025" and document.file is not None
    assert (document.number, document.issued_on) == (None, None), "a name only proposes"
    assert bare(stage.store.log[-1].operation.title) == "Thêm tài liệu"


def test_what_the_name_proposes_is_taken_by_a_click(stage, field, report):
    drop(field, report)
    stage.bot.waitUntil(lambda: not field.is_storing())
    (row,) = field.rows()
    assert row.take.isVisible()
    row.take.click()
    stage.bot.waitUntil(lambda: not row.take.isVisible())
    (document,) = documents(stage)
    assert (document.reference, document.type, document.issued_on) == (
        "312/BC-UBND", "Báo cáo", date(2025, 9, 8),
    )  # fmt: skip
    assert row.label() == "BC 312/BC-UBND, 08/09/2025.pdf"


def test_a_refused_file_says_why_and_the_others_come_in(stage, field, report, tmp_path):
    program = tmp_path / "tro-choi.exe"
    program.write_bytes(b"MZ")
    drop(field, program, report)
    stage.bot.waitUntil(lambda: not field.is_storing())
    assert len(documents(stage)) == 1 and len(field.documents()) == 1
    assert "không nhận tệp" in " ".join(row._proposed.text() for row in field.rows())


def test_a_full_disk_leaves_no_document(stage, field, report):
    stage.store.evidence.refusal = CannotWrite("Ổ đĩa đã đầy.")
    drop(field, report)
    stage.bot.waitUntil(lambda: not field.is_storing())
    assert documents(stage) == [] and field.documents() == ()


def test_a_dialog_waits_for_what_is_on_its_way(stage, field, report):
    told: list[tuple[int, ...]] = []
    field.add_files([report])
    field.when_stored(lambda: told.append(field.documents()))
    assert told == []
    stage.bot.waitUntil(lambda: bool(told))
    assert len(told[0]) == 1


def test_a_paper_at_the_registry_is_typed_by_keys(stage, field):
    field._type.setFocus()
    stage.bot.keyClick(field._type, Qt.Key.Key_Space)
    stage.bot.waitUntil(field.registry.reference.hasFocus)
    stage.bot.keyClicks(field.registry.reference, "15/BC-UBND")
    stage.bot.keyClick(field.registry.reference, Qt.Key.Key_Return)
    stage.bot.waitUntil(lambda: len(field.documents()) == 1)
    (document,) = documents(stage)
    assert (document.reference, document.kept_at_registry, document.is_at_hand) == ("15/BC-UBND", True, True)
    assert field.window().isVisible(), "Enter belonged to the line"
    assert field.rows()[0].note() == "lưu tại văn thư"


def test_what_is_typed_is_entered_before_the_dialog_stores(stage, field):
    field._type.click()
    stage.bot.keyClicks(field.registry.reference, "16/BC-UBND")
    told: list[tuple[int, ...]] = []
    field.when_stored(lambda: told.append(field.documents()))
    stage.bot.waitUntil(lambda: bool(told))
    assert len(told[0]) == 1


def test_a_secret_paper_has_no_file(stage, field):
    field._type.click()
    field.registry.secret.setChecked(True)
    stage.bot.keyClicks(field.registry.reference, "01/BC-UBND")
    stage.bot.keyClick(field.registry.reference, Qt.Key.Key_Return)
    stage.bot.waitUntil(lambda: len(field.documents()) == 1)
    (document,) = documents(stage)
    assert document.secret and document.file is None


def test_the_registers_own_are_chosen_by_keys(stage, field):
    evidence.add_documents(stage.workspace, [{"reference": f"{n}/BC-UBND", "abstract": "Báo cáo"} for n in (1, 2, 3)])
    field._pick.click()
    picker = field.picker
    stage.bot.waitUntil(picker.isVisible)
    stage.bot.keyClicks(picker.search, "2/bc")
    stage.bot.waitUntil(lambda: picker.model.rowCount() == 1)
    with stage.bot.waitSignal(field.changed):
        stage.bot.keyClick(picker.search, Qt.Key.Key_Return)
    stage.bot.waitUntil(lambda: field.rows()[0].label() == "2/BC-UBND")
    assert not picker.isVisible()


def test_a_line_is_taken_away_and_the_document_stays(stage, field):
    (id_,), _ = evidence.add_documents(stage.workspace, [{"reference": "1/BC-UBND"}])
    field.show_documents((id_,))
    stage.bot.waitUntil(lambda: field.rows()[0].label() == "1/BC-UBND")
    with stage.bot.waitSignal(field.changed):
        field.rows()[0].remove.click()
    assert field.documents() == () and len(documents(stage)) == 1


def test_a_field_that_was_closed_loses_no_file(stage, field, report):
    field.add_files([report])
    dialog = field.window()
    dialog.close()
    dialog.deleteLater()
    QApplication.sendPostedEvents(dialog, 52)
    stage.bot.waitUntil(lambda: len(documents(stage)) == 1)
    stage.settle()
    assert "Đã thêm tài liệu" in stage.deed()


def test_the_rule_on_secret_documents_stands_in_the_field(field):
    from PySide6.QtWidgets import QLabel

    said = " ".join(label.text() for label in field.findChildren(QLabel))
    assert words.translated(words.SECRET_RULE) in said
