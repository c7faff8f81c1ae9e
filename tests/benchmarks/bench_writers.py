"""The writers against plain libraries: whole processes, interleaved, medians, ratios measured within one run.

Run it as a script: `python tests/benchmarks/bench_writers.py [ROUNDS]`. A writer's process imports only the model,
the layout and that writer, and is given plain data. XlsxWriter writes the same words wrapped and framed without
computing a height; reportlab's LongTable sets them as Paragraphs with the same font; python-docx fills a table with
a grid and a repeating header. What only the measuring needs is imported where it is used, so that it is not measured.

The last rows are papers as the program makes them, from their data: a report of 60 tasks with its charts against the
appendix of these tasks alone, by the processor's time.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

Words = Sequence[Sequence[str]]

HEADER = ("TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian", "Sản phẩm")
PHRASES = (
    "rà soát, sửa đổi, bổ sung văn bản quy phạm pháp luật", "giải quyết thủ tục hành chính theo cơ chế một cửa",
    "báo cáo kết quả thực hiện", "xây dựng kế hoạch cải cách hành chính", "công khai ngân sách nhà nước",
    "đào tạo, bồi dưỡng cán bộ, công chức", "chuyển đổi số và dịch vụ công trực tuyến",
    "tuyên truyền trên hệ thống truyền thanh cơ sở", "sắp xếp tổ chức bộ máy tinh gọn",
    "kiểm tra, giám sát việc thực hiện nhiệm vụ được giao", "sự hài lòng của người dân",
)  # fmt: skip
AGENCIES = (
    "Phòng Văn hóa - Xã hội", "Văn phòng HĐND và UBND", "Phòng Kinh tế, Hạ tầng và Đô thị",
    "Trung tâm Phục vụ hành chính công", "Các phòng, ban, đơn vị có liên quan", "Công an xã",
)  # fmt: skip
TIMES = ("Quý III, IV/2025", "Thường xuyên", "Hàng quý", "Trước ngày 10/12/2025", "Cả năm 2025", "Trong tháng 7/2025")
WIDTHS = (36, 230, 120, 130, 90, 108.3)
LIMITS = {("xlsx", 60): 2.3, ("xlsx", 10_000): 1.9, ("pdf", 60): 0.7, ("pdf", 1_000): 0.5, ("docx", 60): 2.0}
PER_ROW_LIMIT = 1.3
CHARTS_LIMIT = 1.5
FLOORS = {"xlsx": "xlsxwriter", "pdf": "longtable", "docx": "python-docx"}


def words(count: int) -> Words:
    """Make rows as appendices have them: long contents that never repeat, agencies and times that do."""
    chance = random.Random(7)
    pick = chance.choice
    return [
        (
            str(number),
            f"{number} {', '.join(chance.choices(PHRASES, k=chance.randint(1, 4)))}",
            pick(AGENCIES),
            "; ".join(chance.choices(AGENCIES, k=2)),
            pick(TIMES),
            f"{pick(PHRASES)} {number}",
        )
        for number in range(1, count + 1)
    ]


def write_ours(kind: str, rows: Words, target: Path) -> None:
    """Write the rows with our model, layout and one writer."""
    from cchc_desktop.documents.model import Cell, Document, Row, Table, TextStyle

    left, center, bold = TextStyle(), TextStyle(align="center"), TextStyle(bold=True, align="center")
    styles = (center, left, center, center, center, left)
    header = Row(tuple(Cell(place, text, bold) for place, text in enumerate(HEADER)))
    body = tuple(
        Row(tuple([Cell(place, text, style) for place, (text, style) in enumerate(zip(row, styles, strict=True))]))
        for row in rows
    )
    document = Document((Table(len(HEADER), (header,), body),), title="Phụ lục")
    if kind == "xlsx":
        from cchc_desktop.documents.writers.xlsx import write_xlsx as write
    elif kind == "docx":
        from cchc_desktop.documents.writers.docx import write_docx as write
    else:
        from cchc_desktop.documents.writers.pdf import write_pdf as write
    with target.open("wb") as file:
        write(document, file, created=datetime(2026, 1, 2, tzinfo=UTC))


def write_xlsxwriter(rows: Words, target: Path) -> None:
    """Write the rows with XlsxWriter."""
    import xlsxwriter

    book = xlsxwriter.Workbook(str(target))
    sheet = book.add_worksheet()
    form = {"font_name": "Times New Roman", "font_size": 12, "text_wrap": True, "border": 1, "valign": "vcenter"}
    plain, bold = book.add_format(form), book.add_format({**form, "bold": True, "align": "center"})
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width / 6)
    for number, row in enumerate((HEADER, *rows)):
        for place, text in enumerate(row):
            sheet.write_string(number, place, text, plain if number else bold)
    book.close()


def write_longtable(rows: Words, target: Path) -> None:
    """Write the rows with reportlab's LongTable."""
    from reportlab.lib.colors import black
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate

    for face in ("Regular", "Bold"):
        registerFont(TTFont(face, str(ROOT / f"resources/fonts/LiberationSerif-{face}.ttf")))
    plain = ParagraphStyle("plain", fontName="Regular", fontSize=12, leading=13.8)
    bold = ParagraphStyle("bold", parent=plain, fontName="Bold", alignment=1)
    cells = [[Paragraph(text, plain if number else bold) for text in row] for number, row in enumerate((HEADER, *rows))]
    table = LongTable(cells, colWidths=WIDTHS, repeatRows=1)
    table.setStyle([("GRID", (0, 0), (-1, -1), 0.5, black), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")])
    paper = SimpleDocTemplate(
        str(target), pagesize=landscape(A4), leftMargin=85, rightMargin=42, topMargin=57, bottomMargin=57
    )
    paper.build([table])


def write_python_docx(rows: Words, target: Path) -> None:
    """Write the rows with python-docx."""
    import docx
    from docx.oxml.ns import qn

    paper = docx.Document()
    table = paper.add_table(rows=len(rows) + 1, cols=len(HEADER), style="Table Grid")
    properties = table.rows[0]._tr.get_or_add_trPr()
    properties.append(properties.makeelement(qn("w:tblHeader")))
    for row, words_of_row in zip(table.rows, (HEADER, *rows), strict=True):
        for cell, text in zip(row.cells, words_of_row, strict=True):
            cell.text = text
    paper.save(str(target))


OTHERS = {"xlsxwriter": write_xlsxwriter, "longtable": write_longtable, "python-docx": write_python_docx}


def seconds(name: str, count: int, folder: Path) -> float:
    """Return how long one process takes from its start to its end."""
    import subprocess

    start = time.perf_counter()
    subprocess.run([sys.executable, __file__, "--write", name, str(count), str(folder / name)], check=True)
    return time.perf_counter() - start


def compare(kind: str, count: int, rounds: int, folder: Path) -> float:
    """Print one line of the table; returns the median of our own writer in seconds."""
    import statistics

    floor = FLOORS[kind]
    taken: dict[str, list[float]] = {kind: [], floor: []}
    for _ in range(rounds):
        for name in taken:
            taken[name].append(seconds(name, count, folder))
    ours, theirs = statistics.median(taken[kind]), statistics.median(taken[floor])
    limit = LIMITS.get((kind, count))
    verdict = "" if limit is None else f"target {limit}   {'met' if ours / theirs <= limit else 'MISSED'}"
    print(
        f"{kind:<5}{count:>7,} rows {ours:7.2f} s   {floor:<11}{theirs:7.2f} s   ratio {ours / theirs:5.2f}   {verdict}"
    )
    return ours


def write_kept(data: Path, target: Path) -> None:
    """Write a paper whose data were pickled, as the program writes it."""
    import pickle

    from cchc_desktop.documents.followup_papers import write_followup_paper
    from cchc_desktop.domain.ports import never_cancelled, no_progress

    write_followup_paper(pickle.loads(data.read_bytes()), target, no_progress, never_cancelled)


def cpu_seconds(data: Path, target: Path) -> float:
    """Return the processor's time that one process takes for a paper."""
    import os
    import subprocess

    child = subprocess.Popen([sys.executable, __file__, "--paper", str(data), str(target)])
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"{data.name} as {target.suffix} could not be written")
    return used.ru_utime + used.ru_stime


def compare_charts(rounds: int, folder: Path) -> None:
    """Print a line for each format: the report with charts against the appendix alone."""
    import statistics

    from tests.benchmarks.paper_sample import make_papers

    files = make_papers(words(60), folder)
    for kind in FLOORS:
        taken: dict[str, list[float]] = {name: [] for name in files}
        for _ in range(rounds):
            for name, file in files.items():
                taken[name].append(cpu_seconds(file, folder / f"{name}.{kind}"))
        charts, alone = statistics.median(taken["charts"]), statistics.median(taken["appendix"])
        ratio = charts / alone
        print(
            f"{kind:<5}report with charts {charts:5.2f} s CPU   appendix alone {alone:5.2f} s   ratio {ratio:5.2f}   "
            f"target {CHARTS_LIMIT}   {'met' if ratio <= CHARTS_LIMIT else 'MISSED'}"
        )


def main() -> None:
    """Print the table, or write one file as a measured process."""
    if sys.argv[1:2] == ["--write"]:
        name, count, target = sys.argv[2], int(sys.argv[3]), Path(sys.argv[4])
        other = OTHERS.get(name)
        if other:
            other(words(count), target)
        else:
            write_ours(name, words(count), target)
        return
    if sys.argv[1:2] == ["--paper"]:
        write_kept(Path(sys.argv[2]), Path(sys.argv[3]))
        return
    import statistics
    import tempfile

    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        compare("xlsx", 60, rounds, place)
        compare("xlsx", 10_000, max(3, rounds // 3), place)
        compare("pdf", 60, rounds, place)
        compare("docx", 60, rounds, place)
        compare("docx", 1_000, max(3, rounds // 3), place)
        at_thousand = compare("pdf", 1_000, max(3, rounds // 2), place)
        at_ten_thousand = statistics.median(seconds("pdf", 10_000, place) for _ in range(3))
        compare_charts(rounds, place)
    ratio = at_ten_thousand / 10 / at_thousand
    print(
        f"pdf   10,000 rows {at_ten_thousand:7.2f} s   ms/row {at_ten_thousand / 10:.2f}, at 1,000 {at_thousand:.2f}"
        f"   ratio {ratio:5.2f}   target {PER_ROW_LIMIT}   {'met' if ratio <= PER_ROW_LIMIT else 'MISSED'}"
    )


if __name__ == "__main__":
    main()
