from __future__ import annotations

from dataclasses import replace

import pytest

from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.evidence.register import EvidenceDocument, StoredFile, split_reference

FILE = StoredFile("a" * 64, "pdf", 100)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("15/BC-UBND", ("15", "BC-UBND")),
        ("Số: 15 / BC-UBND", ("15", "BC-UBND")),
        ("số 08a/2025/QĐ-TTg", ("08a", "2025/QĐ-TTg")),
        ("BC-UBND", (None, "BC-UBND")),
        ("  ", (None, None)),
    ],
)
def test_a_reference_is_split_at_its_number(words, expected):
    assert split_reference(words) == expected


@pytest.mark.parametrize("mark", ["secret", "kept_at_registry"])
def test_what_may_not_be_here_takes_no_file(mark):
    with pytest.raises(InvalidInput, match="tệp"):
        replace(EvidenceDocument("Báo cáo", file=FILE), **{mark: True})


@pytest.mark.parametrize(
    ("values", "is_at_hand"),
    [({}, False), ({"file": FILE}, True), ({"kept_at_registry": True}, True), ({"secret": True}, True)],
)
def test_a_paper_at_the_registry_counts_as_much_as_a_file(values, is_at_hand):
    assert EvidenceDocument("Báo cáo", **values).is_at_hand is is_at_hand


def test_a_reference_is_written_as_on_paper():
    assert EvidenceDocument("Báo cáo", number="15", symbol="BC-UBND").reference == "15/BC-UBND"
    assert EvidenceDocument("Báo cáo", symbol="BC-UBND").reference == "BC-UBND"
    assert EvidenceDocument("Báo cáo").reference == ""
