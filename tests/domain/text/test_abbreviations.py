"""Tables of abbreviations: both directions, and the initials of names."""

from __future__ import annotations

import pytest

from cchc_desktop.domain.text.abbreviations import Abbreviations

TABLE = Abbreviations({"HĐND": ["hội đồng nhân dân"], "UBND": ["ủy ban nhân dân"], "KT": ["kinh tế", "kiểm tra"]})


def test_meanings_come_with_and_without_marks() -> None:
    assert TABLE.meanings("hđnd") == TABLE.meanings("hdnd") == (("hội", "đồng", "nhân", "dân"),)
    assert TABLE.folded_meanings("kt") == (("kinh", "te"), ("kiem", "tra"))


@pytest.mark.parametrize(
    ("name", "initials"),
    [("Trạm Y tế", "tyt"), ("Văn phòng HĐND và UBND", "vphdndubnd"), ("Phòng Kinh tế, Hạ tầng và Đô thị", "pkthtdt")],
)
def test_initials_of_names_are_understood(name: str, initials: str) -> None:
    assert len(TABLE.with_names([name]).folded_meanings(initials)) == 1


def test_names_of_two_words_and_known_abbreviations_add_nothing() -> None:
    more = TABLE.with_names(["Công an", "Hội đồng Nhân dân", "Trạm Y tế", "Trạm y tế"])
    assert more.meanings("ca") == ()
    assert more.meanings("hdnd") == TABLE.meanings("hdnd")
    assert len(more.meanings("tyt")) == 1
