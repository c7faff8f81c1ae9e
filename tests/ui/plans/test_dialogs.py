from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton

from cchc_desktop.domain.office import OfficeProfile
from cchc_desktop.domain.plan import DocumentRef, Plan, PlanKind, PlanState
from cchc_desktop.ui.plans.amendment import Amendment
from cchc_desktop.ui.plans.amendment_dialog import AmendmentDialog
from cchc_desktop.ui.plans.close_dialog import CloseDialog
from cchc_desktop.ui.plans.issue_dialog import IssueDialog
from cchc_desktop.ui.plans.template_dialog import SaveTemplateDialog
from tests.ui.office.samples import PROFILE, compose, finish
from tests.ui.plans.checks import TODAY, YEAR, completers, reachable, show, unnamed, wanted_order

DRAFT = Plan("Kế hoạch năm 2026", PlanKind.ANNUAL, YEAR, id=5)


def today():
    return TODAY


def primary(dialog):
    return dialog.findChild(QPushButton, "primary")


def words_of(dialog):
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible() and label.text()]


# --- issuing


def test_a_plan_is_issued_with_number_date_and_signer(qtbot):
    dialog = show(qtbot, IssueDialog(DRAFT, PROFILE, today))
    assert not primary(dialog).isEnabled()
    assert "Cần nhập số ký hiệu của văn bản." in words_of(dialog)
    dialog.number.setText("05/KH-UBND")
    assert "Cần nhập ngày ban hành." in words_of(dialog)
    dialog.date.setText("2/3")
    assert primary(dialog).isEnabled()
    assert dialog.plan() == replace(
        DRAFT,
        state=PlanState.ISSUED,
        document=DocumentRef("Kế hoạch", "05/KH-UBND", TODAY),
        signer_name="Trần Văn An",
        signer_capacity="CHỦ TỊCH",
    )


def test_what_the_plan_says_already_stays(qtbot):
    known = replace(
        DRAFT,
        document=DocumentRef("Quyết định", "510/QĐ-UBND", date(2026, 1, 15)),
        signer_name="Người khác",
        signer_capacity="PHÓ CHỦ TỊCH",
    )
    dialog = show(qtbot, IssueDialog(known, PROFILE, today))
    assert dialog.plan() == replace(known, state=PlanState.ISSUED)
    dialog.name.setCurrentIndex(1)
    dialog.name.activated.emit(1)
    assert dialog.plan().signer_capacity == "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"


@pytest.mark.parametrize(
    ("typed", "words", "ready"),
    [
        ("30/2/2026", "“30/2/2026” không phải là ngày; nhập như 01/07/2025.", False),
        ("3/3/2026", "Ngày ban hành ở sau hôm nay; vẫn có thể lưu.", True),
    ],
)
def test_the_verdict_of_a_date_stands_in_place(qtbot, typed, words, ready):
    dialog = show(qtbot, IssueDialog(DRAFT, OfficeProfile(), today))
    dialog.number.setText("05/KH-UBND")
    dialog.date.setText(typed)
    assert words in words_of(dialog)
    assert primary(dialog).isEnabled() is ready


# --- closing


@pytest.mark.parametrize(
    ("before", "document", "after", "title"),
    [
        (PlanState.ISSUED, DocumentRef(), PlanState.CLOSED, "Kết thúc kế hoạch"),
        (PlanState.DRAFT, DocumentRef(), PlanState.CLOSED, "Kết thúc kế hoạch"),
        (PlanState.CLOSED, DocumentRef("Kế hoạch", "05/KH", TODAY), PlanState.ISSUED, "Mở lại kế hoạch"),
        (PlanState.CLOSED, DocumentRef("Kế hoạch"), PlanState.DRAFT, "Mở lại kế hoạch"),
        (PlanState.REPLACED, DocumentRef("Kế hoạch", "05/KH", TODAY), PlanState.ISSUED, "Mở lại kế hoạch"),
    ],
)
def test_a_plan_is_closed_or_opened_again(qtbot, before, document, after, title):
    plan = replace(DRAFT, state=before, document=document, replaced_by_id=9 if before is PlanState.REPLACED else None)
    dialog = show(qtbot, CloseDialog(plan))
    assert (dialog.windowTitle(), primary(dialog).text()) == (title, title)
    assert dialog.plan() == replace(plan, state=after, replaced_by_id=None)
    assert DRAFT.title in words_of(dialog)


# --- amending


def test_an_amending_document_is_named_in_full(qtbot):
    dialog = show(qtbot, AmendmentDialog(today))
    assert "Kế hoạch đã ban hành. Nội dung chỉ được sửa theo văn bản sửa đổi." in words_of(dialog)
    assert not primary(dialog).isEnabled()
    dialog.number.setText("612/QĐ-UBND")
    dialog.date.setText("5/9/2025")
    dialog.keep.setChecked(True)
    qtbot.keyClick(dialog.number, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.amendment() == Amendment("Quyết định số 612/QĐ-UBND ngày 05/9/2025", keep=True)


def test_a_wrong_date_is_told_and_nothing_follows(qtbot):
    dialog = show(qtbot, AmendmentDialog(today))
    dialog.number.setText("612/QĐ-UBND")
    dialog.date.setText("5/19")
    assert "“5/19” không phải là ngày; nhập như 05/09/2025." in words_of(dialog)
    qtbot.keyClick(dialog.number, Qt.Key.Key_Return)
    assert dialog.isVisible()
    with pytest.raises(ValueError, match="no date"):
        dialog.amendment()


# --- templates


def test_a_taken_name_is_told_before_it_is_replaced(qtbot):
    dialog = show(qtbot, SaveTemplateDialog("Mẫu năm", ["Mẫu năm"]))
    assert "Đã có mẫu “Mẫu năm”; lưu sẽ thay mẫu đó. Có thể hoàn tác." in words_of(dialog)
    assert primary(dialog).isEnabled()
    dialog.name.setText("  Mẫu   khác ")
    assert dialog.words() == "Mẫu khác"
    assert not any("thay mẫu" in words for words in words_of(dialog))
    dialog.name.clear()
    assert not primary(dialog).isEnabled()


# --- all of them

MAKERS = {
    "issue": lambda: IssueDialog(DRAFT, PROFILE, today),
    "close": lambda: CloseDialog(DRAFT),
    "amendment": lambda: AmendmentDialog(today),
    "template": lambda: SaveTemplateDialog("Mẫu", ()),
}


@pytest.fixture(params=MAKERS.values(), ids=MAKERS.keys())
def any_dialog(qtbot, request):
    return show(qtbot, request.param())


def test_order_names_and_width(any_dialog):
    order, wanted = reachable(any_dialog), wanted_order([*any_dialog.stops(), *any_dialog.foot_stops()])
    order = [stop for stop in order if stop in wanted]
    start = order.index(wanted[0])
    assert order[start:] + order[:start] == wanted
    assert unnamed(any_dialog) == []
    assert completers(any_dialog) == []
    assert any_dialog.width() <= 640
    assert any_dialog.height() < 400


def test_escape_leaves_without_a_word(qtbot, any_dialog):
    told = []
    any_dialog.confirmed.connect(lambda: told.append(True))
    qtbot.keyClick(any_dialog, Qt.Key.Key_Escape)
    assert told == []
    assert any_dialog.result() == QDialog.DialogCode.Rejected


def test_composed_letters_come_once(qtbot):
    dialog = show(qtbot, SaveTemplateDialog("", ()))
    compose(dialog.name, "mau")
    assert dialog.words() == ""
    assert not primary(dialog).isEnabled()
    finish(dialog.name, "mau")
    finish(dialog.name, "mẫu", replaced=3)
    assert dialog.words() == "mẫu"
