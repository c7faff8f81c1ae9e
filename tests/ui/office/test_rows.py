from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

from cchc_desktop.domain.office import LetterheadLine, Signer
from cchc_desktop.ui.office.letterhead_lines import LetterheadLines
from cchc_desktop.ui.office.signer_list import SignerList
from tests.ui.office.samples import compose

AN, BINH, CUC = (Signer(name, (capacity,)) for name, capacity in (("An", "CHỦ TỊCH"), ("Bình", "TL."), ("Cúc", "KT.")))


@pytest.fixture
def signers(qtbot):
    signers = SignerList()
    qtbot.addWidget(signers)
    signers.set_values((AN, BINH, CUC))
    signers.show()
    qtbot.waitExposed(signers)
    return signers


def press(qtbot, rows, name):
    button = next(
        button
        for button in (*rows.findChildren(QToolButton), *rows.findChildren(QPushButton))
        if not button.isHidden() and name in (button.accessibleName(), button.text())
    )
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("pressed", "expected"),
    [
        ("Chuyển người ký 1 xuống", (BINH, AN, CUC)),
        ("Chuyển người ký 3 lên", (AN, CUC, BINH)),
        ("Bỏ người ký 2", (AN, CUC)),
        ("Bỏ người ký 3", (AN, BINH)),
        ("Thêm người ký", (AN, BINH, CUC)),
    ],
)
def test_signers_are_added_removed_and_ordered(qtbot, signers, pressed, expected):
    press(qtbot, signers, pressed)
    assert signers.signers() == expected


def test_the_ends_of_the_list_lead_nowhere(signers):
    closed = [button.accessibleName() for button in signers.findChildren(QToolButton) if not button.isEnabled()]
    assert sorted(closed) == ["Chuyển người ký 1 lên", "Chuyển người ký 3 xuống"]


def test_a_move_to_the_end_keeps_the_focus_on_a_button_of_the_same_signer(qtbot, signers):
    press(qtbot, signers, "Chuyển người ký 2 lên")
    assert QApplication.focusWidget().accessibleName() == "Chuyển người ký 1 xuống"


def test_a_new_row_takes_the_cursor_and_a_removed_one_hands_it_on(qtbot, signers):
    press(qtbot, signers, "Thêm người ký")
    assert QApplication.focusWidget().accessibleName() == "Chức vụ của người ký 4"
    press(qtbot, signers, "Bỏ người ký 4")
    assert QApplication.focusWidget().accessibleName() == "Chức vụ của người ký 3"


def test_the_last_row_is_emptied_and_stays(qtbot):
    lines = LetterheadLines()
    qtbot.addWidget(lines)
    lines.set_lines((LetterheadLine("PHÒNG NỘI VỤ", bold=False),), own=True)
    lines.show()
    press(qtbot, lines, "Bỏ dòng 1")
    assert lines.lines() == ()
    assert len(lines.rows()) == 1
    assert not lines.is_own()
    assert lines.rows()[0].bold.isChecked()


def test_filling_in_is_silent_and_typing_is_told_once(signers):
    told = []
    signers.edited.connect(lambda: told.append(signers.signers()))
    signers.set_values((AN,))
    assert told == []
    signers.rows()[0].name.setText("Ánh")
    assert told == [(Signer("Ánh", AN.capacity),)]


def test_lines_that_are_composed_are_not_offered_over(qtbot):
    lines = LetterheadLines()
    qtbot.addWidget(lines)
    lines.show()
    field = lines.rows()[0].field
    field.setFocus()
    compose(field, "Ư")
    lines.offer((LetterheadLine("UBND"),))
    assert field.words() == ""
