"""The printed history, read back from its PDF."""

from __future__ import annotations

import re

import pytest

from cchc_desktop.domain.changes import ChangeAction
from cchc_desktop.domain.errors import CannotWrite
from cchc_desktop.ui.history.paper import PrintedOperation
from cchc_desktop.ui.history.printing import HistoryPrinter, pdf_bytes, save_pdf
from tests.ui.history.samples import LONG, line, operation
from tests.ui.pdf_reading import page_sizes, page_texts


def rows(count):
    lines = [line("Thời gian", "Quý III", "Quý IV"), line("Ghi chú", "", LONG)]
    return [PrintedOperation(operation(n, f"Thao tác {n}"), "Kế hoạch năm 2026", lines) for n in range(count)]


def pages(content):
    sizes = [tuple(round(side * 25.4 / 72) for side in size) for size in page_sizes(content)]
    return page_texts(content), sizes


def test_paper_is_landscape_with_a_repeated_header_and_numbers_from_page_two(qapp):
    texts, sizes = pages(pdf_bytes(rows(60), "Từ ngày 01/07/2025", "Chỉ in 60 thao tác mới nhất."))
    assert len(texts) > 2
    assert set(sizes) == {(297, 210)}
    assert texts[0].startswith("NHẬT KÝ THAO TÁC Từ ngày 01/07/2025 60 thao tác.")
    bare = [text.replace(" ", "") for text in texts]  # the reader puts spaces between some letters
    assert all("Ngườithựchiện" in text and "Thayđổi" in text for text in bare)
    assert [text.split()[-1] for text in texts[1:]] == [str(number) for number in range(2, len(texts) + 1)]
    assert texts[-1].endswith(f"Chỉ in 60 thao tác mới nhất. {len(texts)}")
    assert all(f"Thaotác{number}Kếhoạch" in "".join(bare) for number in range(60))


def test_a_change_is_told_with_before_and_after(qapp):
    text = " ".join(pages(pdf_bytes(rows(1), ""))[0])
    assert "Toàn bộ nhật ký" in text
    assert "Thời gian: Quý III → Quý IV" in text


def test_many_changes_and_undone_ones_are_told_shortly(qapp):
    done = PrintedOperation(operation(1, "Nhập", undone=True), "", [line("Ghi chú", "", str(n)) for n in range(30)])
    text = " ".join(pages(pdf_bytes([done], ""))[0])
    assert "Nhập (đã hoàn tác)" in text
    assert "… và 22 thay đổi khác." in text


def test_a_row_moves_to_the_next_page_whole(qapp):
    count = 40
    texts, _ = pages(pdf_bytes(rows(count), ""))
    whole = re.compile(r"Thaotác(\d+)Kếhoạchnăm2026(?:(?!Thaotác).)*?QuýIV(?:(?!Thaotác).)*?phường(?=\d|$)", re.DOTALL)
    found = [int(number) for text in texts for number in whole.findall(text.replace(" ", ""))]
    assert len(texts) > 3
    assert found == list(range(count))


def test_a_row_taller_than_a_page_goes_on_behind_the_next_header(qapp):
    long = PrintedOperation(operation(1, "Dài"), "", [line("Ghi chú", "", f"đầu {LONG * 30} cuối")])
    texts, _ = pages(pdf_bytes([*rows(1), long], ""))
    assert len(texts) > 2
    assert all("Thayđổi" in text.replace(" ", "") for text in texts)
    assert "→ đầu" in texts[0]
    assert "cuối" in texts[-1]


def test_long_texts_are_printed_where_they_differ(qapp):
    changed = line("Nội dung", f"{LONG} quý III {LONG}", f"{LONG} quý IV {LONG}")
    text = " ".join(pages(pdf_bytes([PrintedOperation(operation(1), "", [changed])], ""))[0])
    told = "Nội dung: …nhân dân phường quý III Rà soát, đơn giản… → …nhân dân phường quý IV Rà soát, đơn giản…"
    assert told.replace(" ", "") in text.replace(" ", "")


def test_a_row_taken_away_by_an_undo_is_no_purge(qapp):
    gone = line("Bỏ khi hoàn tác", action=ChangeAction.PURGE)
    text = " ".join(pages(pdf_bytes([PrintedOperation(operation(1), "", [gone])], ""))[0])
    assert "Nhiệm vụ: Công khai. Bỏ khi hoàn tác." in text


def test_a_file_that_cannot_be_written_is_a_known_error(qapp, tmp_path):
    with pytest.raises(CannotWrite, match="Không ghi được tệp"):
        save_pdf(tmp_path / "không có" / "nhật ký.pdf", rows(1), "")


def test_the_ending_is_added(qtbot, monkeypatch, tmp_path):
    from PySide6.QtWidgets import QWidget

    from cchc_desktop.ui.history import printing

    window = QWidget()
    qtbot.addWidget(window)
    chosen = str(tmp_path / "nhật ký")
    monkeypatch.setattr(printing.QFileDialog, "getSaveFileName", lambda *arguments: (chosen, ""))
    assert HistoryPrinter(window).ask_file() == tmp_path / "nhật ký.pdf"
