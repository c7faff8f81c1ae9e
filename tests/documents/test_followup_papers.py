"""The papers of the follow-up in three formats: the same words and figures, the decree's form, texts as typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime

import pytest

from cchc_desktop.documents.builders.chairman import shortened
from cchc_desktop.documents.builders.reminder import build_reminder
from cchc_desktop.documents.builders.tracking import tracking_appendix, tracking_table
from cchc_desktop.documents.followup_papers import build_paper, preview_followup_paper, write_followup_paper
from cchc_desktop.documents.layout.cleaning import document_texts
from cchc_desktop.documents.model import Cell, Document, Paragraph, SideBySide, Table
from cchc_desktop.domain.errors import Cancelled, CannotWrite
from cchc_desktop.domain.followup.milestones import Milestone, MilestoneKind
from cchc_desktop.domain.followup.status import ItemStatus, MilestoneStatus, Status
from cchc_desktop.domain.office import LetterheadLine, Signer
from cchc_desktop.domain.papers.followup import (
    AgencySheet,
    AgencySheets,
    ChairmanSheet,
    CitedPlan,
    Grouping,
    HeadRow,
    Issuer,
    LateOffice,
    LateTask,
    LeaderGroup,
    Paper,
    PersonGroup,
    ReminderLetter,
    TaskGroup,
    TaskRow,
    TrackingPaper,
    tally,
)
from cchc_desktop.domain.papers.layout_profile import LayoutProfile
from cchc_desktop.domain.ports import never_cancelled, no_progress
from tests.documents.payloads import PAYLOADS
from tests.documents.test_paper_formats import READERS, book, pdf
from tests.documents.test_pdf_writer import page_texts

DAY = date(2025, 12, 2)
PLAN = CitedPlan(1, "Kế hoạch năm 2025", "Kế hoạch năm 2025 (Kế hoạch số 5/KH-UBND)")
ISSUER = Issuer(
    (LetterheadLine("ỦY BAN NHÂN DÂN"), LetterheadLine("PHƯỜNG HOA SỮA")), "Ủy ban nhân dân phường Hoa Sữa", "Hoa Sữa",
    "UBND-VHXH", Signer("Trần Thị Thu Hằng", ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")), "Phòng Văn hóa - Xã hội",
)  # fmt: skip
WORDS = {
    Status.DONE: "Hoàn thành đúng hạn",
    Status.OVERDUE: "Chậm tiến độ",
    Status.IN_PROGRESS: "Đang thực hiện, trong hạn",
}


def statuses(kinds: Iterable[Status]) -> dict[int, ItemStatus]:
    milestone = Milestone(0, "once", MilestoneKind.DATED, due=DAY)
    return {
        id_: ItemStatus(id_, MilestoneStatus(replace(milestone, item_id=id_), kind), ())
        for id_, kind in enumerate(kinds, start=1)
    }


def task(id_: int, status: Status, content: str = "", **facts: str) -> TaskRow:
    return TaskRow(
        id_, str(id_), content or f"Nhiệm vụ số{id_}", "Công an phường", "Phòng Kinh tế", "Trong năm 2025", "",
        date(2025, 11, 1), WORDS[status], status is Status.OVERDUE, **facts,
    )  # fmt: skip


def tracking_paper(
    kinds: tuple[Status, ...] = (Status.DONE, Status.OVERDUE, Status.IN_PROGRESS),
    contents: tuple[str, ...] = (),
    by: Grouping = Grouping.AREA,
    **facts: str,
) -> TrackingPaper:
    found = statuses(kinds)
    made = [task(id_, one.status, contents[id_ - 1] if contents else "", **facts) for id_, one in found.items()]
    half = (len(made) + 1) // 2
    groups = tuple(
        TaskGroup(number, title, (HeadRow("", f"Mục tiêu {number}"), *rows),
                  tally(f"plan:1/section:{number}", [row.item_id for row in rows], found))
        for number, title, rows in (("I", "Cải cách thể chế", made[:half]), ("II", "Tài chính công", made[half:]))
    )  # fmt: skip
    return TrackingPaper(ISSUER, PLAN, DAY, by, groups, tally("plan:1", found, found), tally("plan:1/parts", (), found))


def sheets() -> AgencySheets:
    found = statuses((Status.DONE, Status.OVERDUE))
    own, shared = task(1, Status.DONE, result="Đã xong"), task(2, Status.OVERDUE)
    one = AgencySheet("Công an phường", (own,), (shared,), tally("plan:1/agency:1", [1], found))
    other = AgencySheet("Phòng Kinh tế", (shared,), (), tally("plan:1/agency:2", [2], found))
    return AgencySheets(ISSUER, PLAN, DAY, (one, other))


def chairman(rows: int = 3, leaders: int = 2, content: str = "") -> ChairmanSheet:
    found = statuses([Status.OVERDUE, Status.IN_PROGRESS] * (rows * leaders))
    groups = []
    for place in range(leaders):
        ids = [place * rows + number for number in range(1, rows + 1)]
        made = tuple(task(id_, found[id_].status, content) for id_ in ids)
        people = (PersonGroup("Bà Lan", made[: rows // 2]), PersonGroup("", made[rows // 2 :]))
        groups.append(LeaderGroup(f"Phó Chủ tịch {place}", tally(f"plan:1/leader:{place}", ids, found), people))
    ids = [id_ for group in groups for id_ in group.tally.all.items]
    return ChairmanSheet(
        ISSUER, PLAN, DAY, 7, tally("plan:1", ids, found), tally("plan:1/parts", (), found), tuple(groups)
    )


def letter(**changes: object) -> ReminderLetter:
    late = LateTask(3, "3", "Rà soát thủ tục hành chính", "Trong tháng 7/2025", "", date(2025, 7, 31), 124)
    made = ReminderLetter(
        ISSUER, PLAN, DAY, "đôn đốc nhiệm vụ chậm tiến độ",
        (LateOffice(1, "Công an phường", (late,)), LateOffice(2, "Phòng Kinh tế", (replace(late, item_id=4),))),
        ("Qua theo dõi còn 02 nhiệm vụ chậm tiến độ.", "Đề nghị các cơ quan:"), ("Hoàn thành.", "Báo cáo."),
        "Đề nghị quan tâm thực hiện", ("Chủ tịch (để b/c)",), "Lưu: VT, VHXH",
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


PAPERS: dict[str, Callable[[], Paper]] = {
    "tracking": tracking_paper,
    "by agency": lambda: tracking_paper(by=Grouping.AGENCY),
    "agency": sheets,
    "chairman": chairman,
    "reminder": letter,
}
papers = pytest.mark.parametrize("make", PAPERS.values(), ids=list(PAPERS))
formats = pytest.mark.parametrize("kind", list(READERS))

_NUMBER = re.compile(r"[\d/,]+")  # a sheet stores the value


def words_of(text: str) -> set[str]:
    return set(text.replace("\N{NO-BREAK SPACE}", " ").split())


@formats
@papers
def test_every_word_is_in_every_format(kind, make):
    document = build_paper(make())
    found = words_of(READERS[kind](document))
    wanted = {text for text in document_texts(document) if kind != "xlsx" or not _NUMBER.fullmatch(text)}
    assert [text for text in wanted if not words_of(text) <= found] == []


def cells(document: Document) -> list[Cell]:
    tables = (block for part in document.sections() for block in part.blocks if isinstance(block, Table))
    return [cell for table in tables for row in table.rows for cell in row.cells]


@papers
def test_dates_and_numbers_of_a_sheet_are_real(make):
    document = build_paper(make())
    stored = [cell.value for sheet in book(document).worksheets for row in sheet.iter_rows() for cell in row]
    values = [value for value in stored if isinstance(value, int | float | date)]
    typed = [cell.value for cell in cells(document) if cell.value is not None]
    assert len(values) == len(typed) > 0
    days = {value.date() for value in values if isinstance(value, datetime)}
    assert days == {value for value in typed if isinstance(value, date)}


@formats
def test_the_figures_are_the_same_in_all_formats(kind):
    found = READERS[kind](build_paper(tracking_paper()))
    sentence = (
        "Tổng số 03 nhiệm vụ; đã hoàn thành 01/03 (đạt 33,3%). Trong đó: hoàn thành đúng hạn 01; "
        "đang thực hiện, trong hạn 01; chậm tiến độ 01."
    )
    assert sentence in found
    assert "Cải cách thể chế (hoàn thành 01/02; chậm tiến độ 01)" in found


def test_the_page_of_figures_adds_up():
    document = build_paper(tracking_paper())
    numbers = {cell.figure: cell.value for cell in cells(replace(document, blocks=())) if cell.figure}
    assert numbers["plan:1/all"] == sum(numbers[f"plan:1/section:{number}/all"] for number in ("I", "II"))
    assert numbers["plan:1/all"] == 3


@papers
def test_every_figure_of_a_preview_leads_to_its_tasks(make):
    paper = make()
    known = paper.figures() if hasattr(paper, "figures") else {}
    shown = {figure.key for figure in preview_followup_paper(paper, no_progress, never_cancelled).figures}
    assert shown <= set(known)
    assert bool(shown) == bool(known)


@formats
def test_typed_texts_stay_as_typed(kind):
    marked = tuple(f"{number}» {text} «" for number, text in enumerate(PAYLOADS))
    paper = tracking_paper(
        (Status.IN_PROGRESS,) * len(marked), marked, result="=1+1", evidence="<b>&", extension="{PAGE}"
    )
    found = READERS[kind](build_paper(paper))
    assert [text for text in marked if _bare(text) not in _bare(found)] == []
    late = LateTask(1, "=1", "<img src=x>", "@x", "", DAY, 1, result="&amp;")
    one = letter(offices=(LateOffice(None, "=A1+B1", (late,)),), about="<i>&P", closing="{DATE}")
    found = READERS[kind](build_paper(one))
    assert [text for text in ("<img src=x>", "=A1+B1", "<i>&P", "{DATE}./.", "&amp;") if text not in found] == []


def _bare(text: str) -> str:
    """Return a text without white space: a long word may be cut in a narrow cell."""
    return "".join(text.split())


@formats
def test_a_thousand_tasks(kind):
    made = tracking_paper((Status.OVERDUE, Status.DONE) * 500)
    found = words_of(READERS[kind](build_paper(made)))
    assert [id_ for id_ in range(1, 1001) if f"số{id_}" not in found] == []
    assert {"500/1000", "50,0%).", "1000"} <= found


# --- forms -------------------------------------------------------------------------------------------------------


def paragraphs(document: Document) -> list[Paragraph]:
    found: list[Paragraph] = []
    for part in document.sections():
        for block in part.blocks:
            found += block.paragraphs() if isinstance(block, SideBySide) else []
            found += [block] if isinstance(block, Paragraph) else []
    return found


def test_the_letter_has_the_form_of_a_cong_van():
    document = build_paper(letter())
    texts = [one.text for one in paragraphs(document)]
    assert "V/v đôn đốc nhiệm vụ chậm tiến độ" in texts
    assert "Đề nghị quan tâm thực hiện./." in texts
    assert [text for text in texts if text.startswith("- ")] == [
        "- Công an phường;", "- Phòng Kinh tế.", "- Như trên;", "- Chủ tịch (để b/c);", "- Lưu: VT, VHXH.",
    ]  # fmt: skip
    assert not any(one.role == "type_name" for one in paragraphs(document))
    blanks = "số ________/UBND-VHXH ngày__________tháng 12 năm 2025"
    attached = f"(Kèm theo Công văn {blanks} của Ủy ban nhân dân phường Hoa Sữa)"
    assert attached in [text.replace("\N{NO-BREAK SPACE}", "_") for text in texts]


def test_a_letter_that_has_its_number_and_day():
    texts = [one.text for one in paragraphs(build_paper(letter(number="7", day=date(2025, 12, 3))))]
    assert "Số: 07/UBND-VHXH" in texts
    assert "Hoa Sữa, ngày 03 tháng 12 năm 2025" in texts
    assert "(Kèm theo Công văn số 07/UBND-VHXH ngày 03 tháng 12 năm 2025 của Ủy ban nhân dân phường Hoa Sữa)" in texts


def test_the_list_is_numbered_on_its_own():
    document = build_paper(letter(offices=(LateOffice(1, "Công an", (_long_late(),) * 60),)))
    pages = page_texts(pdf(document))
    assert len(pages) > 3
    numbers = [page.split()[0] for page in pages]
    assert numbers[1] == "Phụ"  # no number on the first page of the list
    assert numbers[2:4] == ["2", "3"]


def _long_late() -> LateTask:
    return LateTask(1, "1", "Rà soát thủ tục hành chính " * 6, "Hàng quý", "Quý III/2025", DAY, 9)


def test_a_letter_without_list_names_the_tasks_itself():
    document = build_reminder(letter(appended=False))
    assert len(document.sections()) == 1
    texts = [one.text for one in paragraphs(document)]
    assert texts.count("- Rà soát thủ tục hành chính (hạn 31/07/2025, chậm 124 ngày).") == 2


@pytest.mark.parametrize(("rows", "leaders", "words"), [(1, 1, 3), (3, 2, 12), (40, 4, 12), (30, 3, 2000)])
def test_the_chairmans_sheet_is_one_page(rows, leaders, words):
    paper = chairman(rows, leaders, " ".join(["nhiệm vụ"] * (words // 2)))
    document = build_paper(paper)
    assert len(page_texts(pdf(document))) == 1
    assert (document.page.width_mm, document.page.height_mm) == (210, 297)
    sizes = {cell.style.size for cell in cells(document)} | {one.style.size for one in paragraphs(document)}
    assert sizes == {14}
    note = paragraphs(document)[-1].text
    assert ("đầy đủ tại bảng theo dõi" in note) == (rows * leaders > 6)


def test_what_presses_most_stays_on_the_chairmans_sheet():
    document = build_paper(chairman(30, 2))
    shown = [cell.text for cell in cells(document) if cell.text in WORDS.values()]
    assert set(shown) == {"Chậm tiến độ"}


def test_a_chairmans_sheet_with_nothing_pressing():
    paper = replace(chairman(), leaders=())
    assert paragraphs(build_paper(paper))[-1].text == (
        "Không có nhiệm vụ nào chậm tiến độ hoặc đến hạn trong 07 ngày tới."
    )


def test_the_chairmans_list_names_parts_of_tasks_where_it_has_some():
    paper = chairman(3, 1)
    (group,) = paper.leaders
    first, *others = group.people
    part = replace(first, rows=tuple(replace(row, is_part=True) for row in first.rows))
    some = replace(paper, leaders=(replace(group, people=(part, *others)),))
    what = "chậm tiến độ hoặc đến hạn trong 07 ngày tới."
    assert paragraphs(build_paper(paper))[-1].text == f"Danh sách nêu các nhiệm vụ {what}"
    assert paragraphs(build_paper(some))[-1].text == f"Danh sách nêu các nhiệm vụ, nội dung thành phần {what}"


def test_shortened():
    assert shortened("một  hai\nba", 20) == "một hai ba"
    assert shortened("một hai, ba bốn", 10) == "một hai…"


def test_each_agency_has_a_section_of_its_own():
    document = build_paper(sheets())
    assert [part.name for part in document.sections()] == ["Công an phường", "Phòng Kinh tế"]
    assert [page.splitlines()[0].strip()[:1] for page in page_texts(pdf(document))] == ["Ủ", "Ủ"]


@pytest.mark.parametrize("size", [11, 12, 13])
def test_no_word_is_cut_at_any_table_size(size):
    issuer = replace(ISSUER, layout=LayoutProfile().with_table_size(size))
    paper = replace(tracking_paper(result="Thường xuyên nghiêng"), issuer=issuer)
    document = build_paper(paper)
    wanted = {word for text in document_texts(document) for word in words_of(text)}
    assert wanted <= words_of(" ".join(page_texts(pdf(document))))
    assert {cell.style.size for cell in cells(document)} == {size}


def headers(document: Document) -> list[list[str]]:
    tables = [block for part in document.sections() for block in part.blocks if isinstance(block, Table)]
    return [[cell.text for row in table.header for cell in row.cells] for table in tables]


@pytest.mark.parametrize("extension", ["", "Từ 31/07/2025 đến 31/12/2025 (CV 8/UBND)"])
def test_extensions_have_a_column_where_there_are_any(extension):
    found = headers(build_paper(tracking_paper(extension=extension)))[0]
    assert found == [
        "TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Thời gian thực hiện", "Ngày đến hạn", "Tình trạng",
        "Kết quả thực hiện", *(["Gia hạn"] if extension else []), "Tài liệu kiểm chứng",
    ]  # fmt: skip
    assert all(("Gia hạn" in header) is False for header in headers(build_paper(sheets())))


def test_a_milestone_of_several_is_named_below_the_plans_words():
    paper = tracking_paper()
    rows = tuple(replace(row, moment="Quý IV/2025") for row in paper.groups[0].rows if isinstance(row, TaskRow))
    texts = [cell.text for cell in cells(build_paper(replace(paper, groups=(replace(paper.groups[0], rows=rows),))))]
    assert texts.count("Trong năm 2025\n(mốc: Quý IV/2025)") == len(rows) > 0


def test_the_table_can_be_an_appendix_of_a_report():
    section = tracking_appendix(tracking_paper(), "Báo cáo số …/BC-UBND", 2)
    first = section.blocks[0]
    assert isinstance(first, Paragraph)
    assert first.text == "Phụ lục II"
    assert isinstance(section.blocks[-1], Table)


# --- files -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", [".docx", ".pdf", ".xlsx"])
@papers
def test_a_paper_is_written_by_the_targets_ending(tmp_path, make, ending):
    target = tmp_path / f"giấy{ending}"
    assert write_followup_paper(make(), target, no_progress, never_cancelled) == ()
    assert target.read_bytes()[:2] in (b"PK", b"%P")
    assert [file.name for file in tmp_path.iterdir()] == [target.name]


def test_what_stops_leaves_the_old_file(tmp_path):
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    with pytest.raises(Cancelled):
        write_followup_paper(letter(), target, no_progress, lambda: True)
    with pytest.raises(CannotWrite):
        write_followup_paper(letter(), tmp_path / "a.odt", no_progress, never_cancelled)
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("a.pdf", b"old")]


def test_what_only_groups_tasks_stands_over_the_whole_width():
    table = tracking_table(tracking_paper())
    (row, *_) = (row for row in table.rows if row.cells[-1].text == "Mục tiêu I")
    assert [(cell.column, cell.columns) for cell in row.cells] == [(0, 1), (1, table.columns - 1)]
    assert (row.keep_with_next, row.bookmark) == (True, None)


@pytest.mark.parametrize(
    ("plan", "title"),
    [
        ("Kế hoạch cải cách hành chính năm 2026", "BẢNG THEO DÕI TÌNH HÌNH THỰC HIỆN NHIỆM VỤ"),
        ("DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH", "BẢNG THEO DÕI TÌNH HÌNH THỰC HIỆN"),
        ("Danh mục các nhiệm vụ trọng tâm", "BẢNG THEO DÕI TÌNH HÌNH THỰC HIỆN"),
        ("Nhiệm vụ cụ thể năm 2026", "BẢNG THEO DÕI TÌNH HÌNH THỰC HIỆN"),
    ],
)
def test_the_title_of_a_tracking_table_goes_on_with_that_of_the_plan(plan, title):
    paper = tracking_paper()
    document = build_paper(replace(paper, plan=replace(paper.plan, title=plan)))
    assert document.title == f"{title} {plan}"
