from __future__ import annotations

import pytest

from cchc_desktop.services.titles import about

LONG = "Rà soát, đề xuất cắt giảm thời gian giải quyết thủ tục hành chính thuộc thẩm quyền"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Rà soát", "Sửa nhiệm vụ “Rà soát”"),
        ("Đề án “Phường số”\n năm 2026", "Sửa nhiệm vụ “Đề án Phường số năm 2026”"),
        (LONG, "Sửa nhiệm vụ “Rà soát, đề xuất cắt giảm thời gian giải quyết thủ tục hành…”"),
        ("x" * 80, "Sửa nhiệm vụ “" + "x" * 60 + "…”"),
        ("  ", "Sửa nhiệm vụ"),
        (None, "Sửa nhiệm vụ"),
    ],
)
def test_titles_name_what_they_are_about(name, title):
    assert about("Sửa nhiệm vụ", name) == title
