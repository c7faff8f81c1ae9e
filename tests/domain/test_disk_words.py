"""No English of the operating system reaches a user."""

from __future__ import annotations

import errno

import pytest

from cchc_desktop.domain.disk_words import disk_words

COMMON = ["ENOSPC", "EDQUOT", "EACCES", "EPERM", "EROFS", "ENOENT", "EIO", "ENAMETOOLONG"]


@pytest.mark.parametrize("name", COMMON)
def test_common_faults_have_words_of_their_own(name):
    words = disk_words(OSError(getattr(errno, name), "in English"))
    assert words
    assert "English" not in words
    assert "số" not in words
    assert not words.endswith(".")


def test_an_unknown_fault_shows_its_number():
    assert disk_words(OSError(99_999, "in English")) == "hệ điều hành báo lỗi số 99999"


def test_a_fault_without_a_number_has_words():
    assert disk_words(OSError("in English")) == "hệ điều hành báo lỗi"
