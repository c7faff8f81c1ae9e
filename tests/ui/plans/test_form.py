from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPlainTextEdit, QPushButton

from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import AppendixColumn, AppendixForm, Column, DocumentRef, Plan, PlanKind, PlanState
from cchc_desktop.ui.plans.columns_model import ColumnsModel
from cchc_desktop.ui.plans.form import PlanForm, PlanFormDialog
from cchc_desktop.ui.plans.form_tabs import PlanOffers
from cchc_desktop.ui.plans.words import COLUMNS, INDICATOR_HEADERS, TASK_HEADERS
from cchc_desktop.ui.widgets.strip import Strip
from tests.ui.office.samples import PROFILE, compose, finish
from tests.ui.plans.checks import FULL_PLAN, OTHERS, YEAR, completers, reachable, show, unnamed, wanted_order

OFFERS = PlanOffers(PROFILE, OTHERS)
PLAIN = Plan("Kế hoạch năm 2026", PlanKind.ANNUAL, YEAR, id=5)


@pytest.fixture
def form(qtbot):
    return show(qtbot, PlanForm(FULL_PLAN, OFFERS))


@pytest.fixture
def dialog(qtbot):
    return show(qtbot, PlanFormDialog(PLAIN, OFFERS))


def type_into(field, words):
    field.setText(words)
    field.textEdited.emit(words)


def save_button(dialog):
    return next(button for button in dialog.findChildren(QPushButton) if button.text() == "Lưu")


def pick(combo, value):
    combo.choose(value)
    combo.currentIndexChanged.emit(combo.currentIndex())


# --- values


@pytest.mark.parametrize(
    "plan",
    [
        FULL_PLAN,
        PLAIN,
        replace(FULL_PLAN, legal_bases=(" giữ nguyên ", "", "dòng hai"), recipients=()),
        replace(FULL_PLAN, form=AppendixForm((" PHỤ LỤC ", ""))),
        replace(PLAIN, kind=PlanKind.OTHER),
        replace(PLAIN, parent_plan_id=99),  # a plan in the bin
    ],
)
def test_a_plan_comes_back_as_it_was_shown(qtbot, plan):
    form = show(qtbot, PlanForm(plan, OFFERS))
    assert form.is_valid()
    assert form.plan() == plan


def test_every_fact_can_be_changed(form):
    general, document = form.general, form.document
    general.title.setText("Kế hoạch khác")
    type_into(general.start, "1/1/2026")
    type_into(general.end, "31/12/2026")
    general.tracked.setText("5/9")
    general.issuer.show_words("Ủy ban nhân dân phường An Bình")
    pick(general.state, PlanState.ISSUED)
    pick(general.parent_plan, None)
    general.superior.setChecked(False)
    document.type.show_words("Quyết định")
    document.number.setText("510/QĐ-UBND")
    document.date.setText("30/7/2025")
    document.name.show_words("Người khác")
    document.capacity.setPlainText("CHỦ TỊCH")
    form.parties.bases.setPlainText("Căn cứ một\n\nCăn cứ hai")
    form.parties.recipients.setPlainText("- Như trên;")
    plan = form.plan()
    assert (plan.title, plan.kind, plan.period) == ("Kế hoạch khác", PlanKind.ANNUAL, YEAR)
    assert (plan.tracked_from, plan.issuer) == (date(2025, 9, 5), "Ủy ban nhân dân phường An Bình")
    assert (plan.state, plan.replaced_by_id, plan.parent_plan_id, plan.superior) == (
        PlanState.ISSUED,
        None,
        None,
        False,
    )
    assert plan.document == DocumentRef("Quyết định", "510/QĐ-UBND", date(2025, 7, 30))
    assert (plan.signer_name, plan.signer_capacity) == ("Người khác", "CHỦ TỊCH")
    assert plan.legal_bases == ("Căn cứ một", "Căn cứ hai")
    assert plan.recipients == ("- Như trên;",)


def test_a_plan_is_no_parent_of_itself(form):
    offered = [form.general.parent_plan.itemText(row) for row in range(form.general.parent_plan.count())]
    assert offered == ["(không có)", "Kế hoạch giai đoạn 2021-2025", "Kế hoạch thay thế"]


def test_a_chosen_kind_does_not_follow_the_days(qtbot):
    form = show(qtbot, PlanForm(PLAIN, OFFERS))
    pick(form.general.kind, PlanKind.OTHER)
    form.general.kind.activated.emit(form.general.kind.currentIndex())
    type_into(form.general.end, "30/6/2026")
    assert form.plan().kind is PlanKind.OTHER


def test_a_picked_signer_brings_the_capacity(form):
    document = form.document
    offered = [document.name.itemText(row) for row in range(document.name.count())]
    assert offered == ["Trần Văn An", "Lê Thị Bình"]
    document.name.setCurrentIndex(0)
    document.name.activated.emit(0)
    assert (form.plan().signer_name, form.plan().signer_capacity) == ("Trần Văn An", "CHỦ TỊCH")


# --- verdicts


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("title", " ", "Cần nhập tên kế hoạch."),
        ("start", "", "Cần nhập ngày bắt đầu và ngày kết thúc của kế hoạch."),
        ("end", "31/13/2025", "“31/13/2025” không phải là ngày; nhập như 01/07/2025."),
        ("end", "1/1/2025", "Ngày kết thúc đứng trước ngày bắt đầu."),
        ("tracked", "mai", "“mai” không phải là ngày; nhập như 01/07/2025."),
    ],
)
def test_wrong_facts_are_told_in_place(form, field, typed, words):
    type_into(getattr(form.general, field), typed)
    assert not form.is_valid()
    verdicts = [label.text() for label in form.general.findChildren(QLabel, "doubt") if label.isVisible()]
    assert verdicts == [words]


def test_a_day_of_tracking_outside_the_period_is_only_a_doubt(form):
    type_into(form.general.tracked, "1/1/2024")
    assert form.is_valid()
    assert any(label.text().startswith("Ngày theo dõi nằm ngoài") for label in form.findChildren(QLabel, "doubt"))


def test_a_problem_of_another_tab_is_named_beside_the_button(dialog):
    dialog.form.document.date.setText("ngày mai")
    notes = [label.text() for label in dialog.findChildren(QLabel, "secondary")]
    assert any(note.startswith("Văn bản: “ngày mai” không phải là ngày") for note in notes)
    assert not save_button(dialog).isEnabled()


# --- appendices


def test_columns_are_chosen_ordered_and_worded(form):
    model = form.appendix.tasks.model
    row = next(row for row in range(model.rowCount()) if model.index(row, 0).data() == COLUMNS[Column.TIME])
    model.setData(model.index(row, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    model.setData(model.index(row, 1), " Thời hạn ", Qt.ItemDataRole.EditRole)
    assert model.move(row, -1) == row - 1
    model.setData(model.index(0, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    columns = form.plan().form.columns
    assert Column.NUMBER not in [column.column for column in columns]
    assert AppendixColumn(Column.TIME, "Thời hạn") in columns
    assert AppendixColumn(Column.LEAD, "Chủ trì", "Cơ quan") in columns


def test_alt_and_arrows_move_a_column(qtbot, form):
    form.tabs.setCurrentIndex(3)
    table, model = form.appendix.tasks.table, form.appendix.tasks.model
    table.setFocus()
    table.setCurrentIndex(model.index(0, 1))
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [column.column for column in form.plan().form.columns][:2] == [Column.LEAD, Column.NUMBER]
    assert table.currentIndex().row() == 1


def test_the_usual_columns_are_none_of_its_own(form):
    form.appendix.tasks.usual.setChecked(True)
    assert form.plan().form.columns == ()
    assert not form.appendix.tasks.table.isEnabled()


def test_an_appendix_without_columns_is_told(form):
    model = form.appendix.indicators.model
    model.setData(model.index(0, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert form.appendix.problem() == "Cần chọn ít nhất một cột của phụ lục."


@pytest.mark.parametrize("headers", [TASK_HEADERS, INDICATOR_HEADERS])
def test_the_columns_model_is_a_good_model(qtmodeltester, headers):
    model = ColumnsModel(headers)
    model.show_columns(())
    assert len(model.columns()) >= 5
    model.move(0, 1)
    model.move(0, -1)
    qtmodeltester.check(model)


# --- keys and input methods


def test_enter_stays_in_fields_of_several_lines(qtbot, dialog):
    told = []
    dialog.confirmed.connect(lambda: told.append(True))
    for tab, field in (
        (1, dialog.form.document.capacity),
        (2, dialog.form.parties.bases),
        (3, dialog.form.appendix.tasks.heading),
    ):
        dialog.form.tabs.setCurrentIndex(tab)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert "\n" in field.toPlainText()
    dialog.form.appendix.tasks.usual.setChecked(False)
    table = dialog.form.appendix.tasks.table
    table.setCurrentIndex(dialog.form.appendix.tasks.model.index(0, 1))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert told == []
    assert dialog.isVisible()


def test_enter_in_a_line_saves_once_and_escape_leaves(qtbot, dialog):
    told = []
    dialog.confirmed.connect(lambda: told.append(dialog.plan()))
    qtbot.keyClick(dialog.form.general.title, Qt.Key.Key_Return)
    qtbot.keyClick(dialog.form.general.title, Qt.Key.Key_Return)
    assert told == [PLAIN]
    dialog.show_refusal("Chưa lưu được.")
    assert save_button(dialog).isEnabled()
    qtbot.keyClick(dialog.form.general.title, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_rebased_form_saves_on_top_of_what_is_stored(dialog):
    dialog.form.general.title.setText("Tên mới")
    dialog.rebase(replace(PLAIN, row_version=9, title="Tên của người khác"))
    assert (dialog.plan().row_version, dialog.plan().title) == (9, "Tên mới")


@pytest.mark.parametrize("tab", range(4))
def test_composed_letters_reach_every_field_once(dialog, tab):
    dialog.form.tabs.setCurrentIndex(tab)
    days = ("Từ ngày", "Đến ngày", "Theo dõi từ ngày", "Ngày ban hành")
    fields = [
        field
        for kind in (QLineEdit, QPlainTextEdit)
        for field in dialog.findChildren(kind)
        if field.isVisible() and field.isEnabled() and field.accessibleName() not in days
    ]
    assert fields
    for field in fields:
        field.clear()
        compose(field, "duo")
        read = field.text if isinstance(field, QLineEdit) else field.toPlainText
        assert read() == ""
        finish(field, "duo")
        finish(field, "đườ", replaced=3)
        assert read() == "đườ"


# --- order and names


@pytest.mark.parametrize("tab", range(4))
def test_tab_follows_the_eye_and_everything_has_a_name(dialog, tab):
    dialog.form.tabs.setCurrentIndex(tab)
    dialog.form.appendix.tasks.usual.setChecked(False)
    order, wanted = reachable(dialog), wanted_order([*dialog.form.stops(), *dialog.foot_stops()])
    start = order.index(wanted[0])
    assert order[start:] + order[:start] == wanted
    assert unnamed(dialog) == []
    assert completers(dialog) == []
    assert dialog.width() <= 640


def test_changes_are_told(qtbot, form):
    with qtbot.waitSignal(form.changed):
        form.general.title.setText("khác")
    assert form.plan().period == Period(date(2025, 7, 1), date(2025, 12, 31))


# --- leaving with something typed


def leaving_strip(dialog):
    return dialog.findChild(Strip)


def choose_leaving(qtbot, dialog, words):
    button = next(found for found in leaving_strip(dialog).buttons() if found.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_escape_leaves_a_form_in_which_nothing_was_typed(qtbot, dialog):
    type_into(dialog.form.general.title, "Tên khác")
    type_into(dialog.form.general.title, PLAIN.title)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("typed", ["Kế hoạch năm 2026 (sửa)", ""])
def test_escape_asks_in_place_what_becomes_of_typed_words(qtbot, dialog, typed):
    type_into(dialog.form.general.title, typed)
    for _ in range(2):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
    assert leaving_strip(dialog).isVisible()
    choose_leaving(qtbot, dialog, "Bỏ thay đổi")
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert not dialog.isVisible()


def test_typed_words_are_saved_from_the_strip(qtbot, dialog):
    type_into(dialog.form.general.title, "Kế hoạch khác")
    dialog.close()
    with qtbot.waitSignal(dialog.confirmed):
        choose_leaving(qtbot, dialog, "Lưu")
    assert dialog.plan().title == "Kế hoạch khác"
    dialog.show_refusal("Kế hoạch vừa được người khác sửa.")
    assert not leaving_strip(dialog).isVisible()


def test_who_types_on_is_not_asked_any_more(qtbot, dialog):
    type_into(dialog.form.general.title, "Kế hoạch khác")
    dialog.reject()
    type_into(dialog.form.general.title, "Kế hoạch khác nữa")
    assert not leaving_strip(dialog).isVisible()


def test_the_cancel_button_leaves_without_a_word(qtbot, dialog):
    type_into(dialog.form.general.title, "Kế hoạch khác")
    cancel = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Hủy")
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
