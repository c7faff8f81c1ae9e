from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.ui.workbench.clipboard import block_html, block_text, read_block


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("", []),
        ("a", [["a"]]),
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ("a\tb\nc", [["a", "b"], ["c", ""]]),
        ('"hai\ndòng"\tb', [["hai\ndòng", "b"]]),
        ('"nói ""có"""\tb', [['nói "có"', "b"]]),
        ('"Đề án" số 6\tb', [['"Đề án" số 6', "b"]]),
        ('"chưa đóng\tb\nc', [['"chưa đóng', "b"], ["c", ""]]),
        ("\t\n\t", [["", ""], ["", ""]]),
    ],
)
def test_text_as_excel_writes_it(text, block):
    assert read_block("", text) == block


WORD = """
<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>td {color: red}</style></head><body>
<p>Trước bảng</p>
<table class=MsoTableGrid><tr><td><p class=MsoNormal>1</p></td><td colspan=2><p>Rà soát
   văn bản&nbsp;quy phạm</p><p>và thủ tục</p></td></tr>
<tr><td rowspan=2>2</td><td>Công khai &amp; minh bạch<br>hằng quý</td><td></td></tr>
<tr><td>a</td><td>b</td></tr></table><table><tr><td>bảng sau</td></tr></table>
"""


def test_a_table_as_word_writes_it():
    assert read_block(WORD, "đâu đó") == [
        ["1", "Rà soát văn bản quy phạm\nvà thủ tục", ""],
        ["2", "Công khai & minh bạch\nhằng quý", ""],
        ["", "a", "b"],
    ]


def test_html_without_a_table_is_no_block():
    assert read_block("<p>một đoạn</p>", "một đoạn") == [["một đoạn"]]


cells = st.text(st.characters(blacklist_categories=("Cs", "Cc")) | st.sampled_from('\t\n"'), max_size=8)
blocks = st.lists(st.lists(cells, min_size=2, max_size=2), min_size=1, max_size=4)


@given(blocks)
def test_what_is_copied_is_read_again(block):
    assert read_block("", block_text([*block, ["cuối", "cùng"]])) == [*block, ["cuối", "cùng"]]


lines = st.lists(st.text(st.sampled_from("aô <&>'\""), min_size=1, max_size=5).map(str.strip).filter(bool), max_size=2)


@given(st.lists(st.lists(lines.map("\n".join).map(lambda s: "\n".join(" ".join(x.split()) for x in s.split("\n"))),
                         min_size=1, max_size=3), min_size=1, max_size=3))  # fmt: skip
def test_what_is_copied_for_word_is_read_again(block):
    width = max(map(len, block))
    assert read_block(block_html(block), "") == [[*row, *[""] * (width - len(row))] for row in block]


@given(st.text(max_size=200))
def test_any_html_is_read_without_a_fault(text):
    assert isinstance(read_block(f"<table><tr><td>{text}", ""), list)


def test_spans_beyond_reason_do_not_hang():
    html = "<table><tr><td colspan='99999999' rowspan='99999999'>a</td></tr><tr><td>b</td></tr></table>"
    assert read_block(html, "")[0][0] == "a"
