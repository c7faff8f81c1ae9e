"""A short report of invented words, to look at a layout by: one page of text, one of a table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cchc_desktop.domain.followup.reporting import period_of_key
from cchc_desktop.domain.followup.status import Status
from cchc_desktop.domain.office import LetterheadLine, OfficeProfile, Signer, suggest_letterhead
from cchc_desktop.domain.papers.followup import Issuer
from cchc_desktop.domain.papers.layout_profile import LayoutProfile
from cchc_desktop.domain.papers.report import Report
from cchc_desktop.domain.papers.report_figures import ReportFigures, ReportGroup, ReportRow, Scope
from cchc_desktop.domain.papers.report_paper import ReportPaper
from cchc_desktop.domain.papers.report_text import DraftBlock, DraftSection, ReportDraft
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import DocumentRef, Plan, PlanKind

_NAME = "Ủy ban nhân dân phường"
_DAY = date(2026, 3, 14)
_PERIOD = Period(date(2026, 1, 1), date(2026, 12, 31))
_AREAS = (("I", "Cải cách thể chế"), ("II", "Cải cách thủ tục hành chính"), ("III", "Cải cách tài chính công"))
_STATUSES = (Status.DONE, Status.DONE, Status.IN_PROGRESS, Status.DONE_LATE, Status.OVERDUE)
_PARAGRAPH = (
    "Thực hiện Kế hoạch cải cách hành chính năm 2026, đơn vị đã phân công cơ quan chủ trì, thời hạn hoàn thành của "
    "từng nhiệm vụ và tổ chức theo dõi, đôn đốc hằng tuần."
)
_RESULT = "- Niêm yết công khai đầy đủ thủ tục hành chính tại bộ phận một cửa và trên trang thông tin điện tử."


def layout_sample(office: OfficeProfile, layout: LayoutProfile) -> ReportPaper:
    """Return a paper in a layout, under the office's own letterhead where it has one."""
    name = office.name or _NAME
    issuer = Issuer(
        lines=office.letterhead or suggest_letterhead(name),
        name=name,
        place=office.place,
        symbol="BC-UBND",
        signer=office.signers[0] if office.signers else Signer("Nguyễn Văn An", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        layout=layout,
    )
    superior = office.superior or "Ủy ban nhân dân thành phố"
    return ReportPaper(
        issuer=replace(issuer, lines=issuer.lines or (LetterheadLine(_NAME.upper()),)),
        report=_report(name),
        draft=_draft(name),
        addressees=(superior,),
        recipients=("Đảng ủy, Hội đồng nhân dân",),
        archive=layout.words.archive,
        indicators_appended=False,
    )


def _report(name: str) -> Report:
    document = DocumentRef("Kế hoạch", "05/KH-UBND", date(2026, 1, 5))
    plan = Plan("Kế hoạch cải cách hành chính năm 2026", PlanKind.ANNUAL, _PERIOD, id=1, document=document)
    rows = tuple(
        ReportRow(1, 10 * area + number, area, None, status)
        for area in range(1, len(_AREAS) + 1)
        for number, status in enumerate(_STATUSES)
    )
    areas = tuple(
        ReportGroup(title, Scope(sections=(number,)), roman) for number, (roman, title) in enumerate(_AREAS, start=1)
    )
    period = period_of_key("2026-Q1")
    return Report(period, _DAY, (plan,), name, ReportFigures((1,), period.key, _DAY, rows, areas=areas))


def _draft(name: str) -> ReportDraft:
    results = (DraftBlock(("Cải cách thủ tục hành chính",), 2), DraftBlock((_RESULT,)), DraftBlock((_PARAGRAPH,)))
    closing = DraftBlock((f"Trên đây là báo cáo kết quả công tác cải cách hành chính quý I năm 2026 của {name}.",))
    return ReportDraft(
        "BÁO CÁO",
        "Kết quả công tác cải cách hành chính quý I năm 2026",
        (
            DraftSection("direction", "CHỈ ĐẠO, ĐIỀU HÀNH", (DraftBlock((_PARAGRAPH,)),)),
            DraftSection("results", "KẾT QUẢ THỰC HIỆN", results),
            DraftSection("closing", "", (closing,)),
        ),
    )
