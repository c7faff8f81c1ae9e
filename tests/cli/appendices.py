"""Appendix files of our own making, as a clerk would have them."""

from __future__ import annotations

from pathlib import Path

import docx
import openpyxl

HEADER = ("TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện", "Sản phẩm")
OFFICE, FINANCE, CENTRE = "Văn phòng HĐND và UBND", "Phòng Kinh tế", "Trung tâm Phục vụ hành chính công"
ROWS = (
    ("I", "Cải cách thể chế", None, None, None, None),
    ("1", "Rà soát văn bản do phường ban hành", OFFICE, f"{FINANCE}; Công an phường", "Quý IV/2025", "Danh mục"),
    ("2", "Phổ biến pháp luật tại tổ dân phố", OFFICE, None, "Hàng quý", "Hội nghị"),
    ("II", "Cải cách thủ tục hành chính", None, None, None, None),
    ("3", "Rà soát thủ tục hành chính", CENTRE, OFFICE, "Cả năm 2025", "Phương án"),
    (None, "Lập danh mục thủ tục", CENTRE, None, "Trước ngày 10/9/2025", "- Danh mục"),
    ("4", "Khảo sát mức độ hài lòng", CENTRE, OFFICE, None, "Báo cáo"),
)
TITLE = (
    "Phụ lục",
    "DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH 6 THÁNG CUỐI NĂM 2025",
    "(Kèm theo Quyết định số 21/QĐ-UBND ngày 15/7/2025 của Ủy ban nhân dân phường An Bình)",
)


def write_docx(path: Path) -> Path:
    """Write the appendix as a Word file with merged section rows."""
    document = docx.Document()
    for line in TITLE:
        document.add_paragraph(line)
    table = document.add_table(rows=0, cols=len(HEADER))
    for row in (HEADER, *ROWS):
        cells = table.add_row().cells
        for cell, words in zip(cells, row, strict=True):
            cell.text = words or ""
        if row[2] is None and row[0] in ("I", "II"):
            cells[1].merge(cells[-1]).text = row[1] or ""
    document.save(str(path))
    return path


def write_xlsx(path: Path) -> Path:
    """Write the appendix as an Excel file with merged section rows."""
    book = openpyxl.Workbook()
    sheet = book.active
    for line in TITLE:
        sheet.append([line])
    sheet.append([])
    for row in (HEADER, *ROWS):
        sheet.append(list(row))
        if row[2] is None and row[0] in ("I", "II"):
            sheet.merge_cells(start_row=sheet.max_row, end_row=sheet.max_row, start_column=2, end_column=len(row))
    book.save(path)
    return path
