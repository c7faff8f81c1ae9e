"""What an office has recorded of the sample plan by the day of the pictures: results, updates, values, documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_desktop import wiring
from cchc_desktop.domain.followup.records import Progress
from cchc_desktop.domain.ports import never_cancelled, no_progress

if TYPE_CHECKING:
    from cchc_desktop.domain.changes import Changes
    from cchc_desktop.domain.plan_tree import PlanTree
    from cchc_desktop.services.workspace import Workspace

Deed = Callable[["Workspace"], "Changes"]
DAY = date(2026, 9, 4)
"""The day of the pictures: a Friday in the sample plan's year, some days before its third report is due."""


@dataclass(frozen=True, slots=True)
class Done:
    """One result: the task's number or first words, its due date, the day of completion (None: at work), words."""

    task: int | str
    due: date
    on: date | None
    words: str
    papers: tuple[str, ...] = ()


def _day(text: str) -> date:
    day, month = map(int, text.split("/"))
    return date(2026, month, day)


def _monthly() -> tuple[Done, ...]:
    ends = ("31/1", "28/2", "31/3", "30/4", "31/5", "30/6", "31/7")
    return tuple(Done(12, _day(end), _day(end), "Đã phát và tổng hợp phiếu khảo sát trong tháng") for end in ends)


RESULTS: tuple[Done, ...] = (
    Done(1, _day("31/1"), _day("28/1"), "Đã ban hành Kế hoạch số 05/KH-UBND", ("05/KH-UBND",)),
    Done(2, _day("9/3"), _day("9/3"), "Báo cáo quý I đã gửi Sở Nội vụ", ("71/BC-UBND",)),
    Done(2, _day("9/6"), _day("8/6"), "Báo cáo 6 tháng đã gửi Sở Nội vụ", ("148/BC-UBND",)),
    Done(3, _day("30/9"), None, "Đã kiểm tra 3/5 đơn vị"),
    Done(5, _day("30/6"), _day("26/6"), "Đã tổ chức 01 hội nghị đối thoại, 46 người dự", ("162/TB-UBND",)),
    Done(8, _day("31/3"), _day("27/3"), "4 buổi, 310 lượt người"),
    Done(8, _day("30/6"), _day("24/7"), "5 buổi, 402 lượt người"),
    Done(9, _day("30/9"), None, "Đã rà soát 42/60 thủ tục, đề xuất cắt giảm thời gian 6 thủ tục", ("21/TTr-TTPVHCC",)),
    Done("Lập danh mục thủ tục", _day("14/4"), _day("10/4"), "60 thủ tục đưa vào rà soát"),
    Done("Lấy ý kiến tổ chức", _day("31/5"), _day("22/5"), "Tổng hợp 120 phiếu ý kiến"),
    Done(11, _day("31/12"), None, "Số hóa 1.840/2.600 hồ sơ"),
    *_monthly(),
    Done(14, _day("31/3"), _day("30/3"), "Đã ban hành quy chế", ("64/QĐ-UBND",)),
    Done(18, _day("31/3"), _day("30/3"), "Kiểm tra 2 đơn vị, không có vi phạm"),
    Done(18, _day("30/6"), _day("29/6"), "Kiểm tra 3 đơn vị, nhắc nhở 1 trường hợp"),
    Done(19, _day("31/3"), _day("14/4"), "Đã công khai dự toán quý I"),
    Done(20, _day("30/6"), _day("30/6"), "Đã trình phương án sắp xếp 12 trụ sở", ("155/TTr-UBND",)),
    Done(23, _day("30/6"), _day("15/6"), "Kiện toàn 9/9 tổ công nghệ số cộng đồng"),
)
"""What was recorded; nothing stands here of what is late in the pictures."""
UPDATES: Mapping[int, str] = {
    4: "Đăng 12 tin, bài; 18 lượt phát thanh trong kỳ",
    10: "Niêm yết đủ 60 thủ tục tại nơi tiếp nhận",
}
"""What standing tasks told for the period at hand, by their number; the others are still awaited."""
PAPERS: tuple[tuple[str, str, str, str, bool], ...] = (
    ("05/KH-UBND", "28/1", "Kế hoạch", "Kế hoạch cải cách hành chính năm 2026", True),
    ("64/QĐ-UBND", "30/3", "Quyết định", "Ban hành quy chế làm việc của UBND phường", True),
    ("71/BC-UBND", "9/3", "Báo cáo", "Công tác cải cách hành chính quý I năm 2026", True),
    ("148/BC-UBND", "8/6", "Báo cáo", "Công tác cải cách hành chính 6 tháng đầu năm 2026", True),
    ("155/TTr-UBND", "30/6", "Tờ trình", "Phương án sắp xếp trụ sở và tài sản công", False),
    ("162/TB-UBND", "26/6", "Thông báo", "Kết luận hội nghị đối thoại với người dân và hộ kinh doanh", False),
    ("21/TTr-TTPVHCC", "18/8", "Tờ trình", "Phương án đơn giản hóa thủ tục hành chính", True),
)
"""Documents: number and symbol, day, type, abstract, and whether the file is at hand or the paper at the registry."""
VALUES: Mapping[str, tuple[str, ...]] = {
    "đúng hạn và trước hạn": ("97,2", "98,4", "98,9"),
    "Mức độ hài lòng": ("93,5", "94,1", "96"),
    "Thời gian chờ": ("19", "16", "14"),
    "hồ sơ nộp trực tuyến": ("63,8", "74,5", "81,2"),
    "văn bản đi được ký số": ("100", "100", "100"),
    "thanh toán trực tuyến": ("52", "66,3"),
}
"""Values of the indicators named by some of their words, for the first reporting periods of the year."""
_PERIODS = ("2026-Q1", "2026-H1", "2026-Q3")


def deeds(tree: PlanTree) -> tuple[Deed, ...]:
    """Return what an office does with the sample plan until the day of the pictures, one operation after the other."""
    from cchc_desktop.services import periods, plans, updating

    papers: dict[str, int] = {}
    updates: list[updating.UpdateEntry] = [
        (_task(tree, task), _PERIODS[-1], None, {"words": words}) for task, words in UPDATES.items()
    ]
    return (
        lambda workspace: plans.save_plan(workspace, replace(tree.plan, tracked_from=None)),
        lambda workspace: _enter_documents(workspace, tree, papers),
        lambda workspace: _record(workspace, tree, papers),
        lambda workspace: updating.give_updates(workspace, updates),
        lambda workspace: _measure(workspace, tree),
        *(partial(periods.lock, key=key) for key in _PERIODS[:2]),
    )


FORM = (
    ("Biểu số 01: Kết quả thực hiện nhiệm vụ cải cách hành chính", "", "", ""),
    ("TT", "Chỉ tiêu thống kê", "Số liệu kỳ này", "Ghi chú"),
    ("1", "Tổng số nhiệm vụ trong kế hoạch", "", ""),
    ("2", "Số nhiệm vụ đã hoàn thành", "", ""),
    ("3", "Số nhiệm vụ quá hạn chưa hoàn thành", "", ""),
    ("4", "Số nhiệm vụ đang thực hiện trong hạn", "", ""),
    ("5", "Số hồ sơ tiếp nhận trực tuyến", "", ""),
    ("6", "Tỷ lệ hoàn thành (%)", "", ""),
)
"""Rows of a form as a department sends it."""


def take_form(tree: PlanTree, folder: Path) -> Deed:
    """Return how the office takes in the superior's form and takes two of the proposals."""

    def deed(workspace: Workspace) -> Changes:
        from cchc_desktop.services import forms
        from cchc_desktop.services.form_filling import proposals

        taken = forms.take_in(workspace, _write_form(folder / "Biểu 01 kết quả CCHC quý.xlsx"))
        form_id, _ = forms.add_form(workspace, taken, "", "Sở Nội vụ")
        found = proposals(workspace, form_id, [tree.plan.id], _PERIODS[-1])
        return forms.map_cells(workspace, form_id, {one.address: one.choice.source for one in found[:2]})

    return deed


def _write_form(path: Path) -> Path:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    for row in FORM:
        sheet.append([words or None for words in row])
    book.save(path)
    return path


def _record(workspace: Workspace, tree: PlanTree, papers: Mapping[str, int]) -> Changes:
    from cchc_desktop.services import recording

    def values(one: Done) -> recording.RecordValues:
        progress = Progress.DONE if one.on else Progress.IN_PROGRESS
        evidence = tuple(papers[paper] for paper in one.papers)
        return {"progress": progress, "done_on": one.on, "result": one.words, "evidence": evidence}

    return recording.record(workspace, [(_task(tree, one.task), one.due, values(one)) for one in RESULTS]).changes


def _measure(workspace: Workspace, tree: PlanTree) -> Changes:
    from cchc_desktop.services import measuring

    found = [(one.id, values) for one in tree.indicators for words, values in VALUES.items() if words in one.text]
    return measuring.measure(
        workspace,
        [(id_, period, value) for id_, values in found for period, value in zip(_PERIODS, values, strict=False)],
    )


def _task(tree: PlanTree, named: int | str) -> int:
    """Return the id of the task with a number, or that begins with some words."""
    return next(
        item.id
        for item in tree.items.values()
        if (item.ordinal or item.number) == str(named) or item.content.startswith(str(named))
    )


def _enter_documents(workspace: Workspace, tree: PlanTree, papers: dict[str, int]) -> Changes:
    """Enter the documents in the register; their ids go into `papers`, by number and symbol."""
    from cchc_desktop.services import evidence

    drafts: list[evidence.DocumentValues] = []
    for reference, day, kind, abstract, has_file in PAPERS:
        draft: evidence.DocumentValues = {
            "reference": reference,
            "issued_on": _day(day),
            "type": kind,
            "issuer": "Trung tâm Phục vụ hành chính công" if "TTPVHCC" in reference else "UBND phường An Bình",
            "abstract": abstract,
            "kept_at_registry": not has_file,
        }
        if has_file:
            draft["file"] = workspace.evidence.put(_paper(reference, tree), no_progress, never_cancelled)
        drafts.append(draft)
    ids, changes = evidence.add_documents(workspace, drafts)
    papers.update(zip((paper[0] for paper in PAPERS), ids, strict=True))
    return changes


def _paper(reference: str, tree: PlanTree) -> Path:
    """Write a file to be kept for a document, another one for each."""
    from cchc_desktop import paths
    from cchc_desktop.domain.papers.followup import AppendixPaper
    from cchc_desktop.domain.papers.layout_profile import LayoutProfile

    folder = paths.data_dir() / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{reference.replace('/', '-')}.pdf"
    titled = replace(tree, plan=replace(tree.plan, title=f"{tree.plan.title} ({reference})"))
    wiring.write_paper(AppendixPaper(titled, LayoutProfile()), target, no_progress, never_cancelled)
    return target
