"""Fields of a superior's form that are no statistics: who reports, for which period, on which day, who signs."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.office import OfficeProfile, Signer
from cchc_desktop.domain.papers.report import Report, within
from cchc_desktop.domain.papers.words import month_word, padded

_YEAR = re.compile(r",? năm \d{4}$")
_QUARTER = re.compile(r"quý ([IV]+)\b", re.IGNORECASE)
_CENTURY = re.compile(r"\b20$")


@dataclass(frozen=True, slots=True)
class FieldFacts:
    """What fields are read from: the report, the office, and the day that the filled form bears."""

    report: Report
    office: OfficeProfile
    day: date

    @property
    def signer(self) -> Signer:
        """Return who signs: the office's first signer."""
        return self.office.signers[0] if self.office.signers else Signer("")


@dataclass(frozen=True, slots=True)
class FormField:
    """One field: what it is called, what forms call it, and its words; '' where they are not known."""

    words: str
    value: Callable[[FieldFacts], str]
    other_words: tuple[str, ...] = ()


def _day_parts(prefix: str, words: str, day: Callable[[FieldFacts], date]) -> dict[str, FormField]:
    """Return the three fields of a date that is written in three gaps: 'ngày … tháng … năm …' (clause 4 b)."""
    return {
        f"{prefix}_day": FormField(f"{words}: ngày", lambda facts: padded(day(facts).day)),
        f"{prefix}_month": FormField(f"{words}: tháng", lambda facts: month_word(day(facts).month)),
        f"{prefix}_year": FormField(f"{words}: năm", lambda facts: str(day(facts).year)),
    }


def quarter_of(title: str) -> str:
    """Return the number of a quarter as the title of its period has it, '' for a period that is none."""
    found = _QUARTER.match(title)
    return found[1].upper() if found else ""


def in_gap(words: str, lead: str) -> str:
    """Return words as they stand behind others: a year after 'năm 20' without its century."""
    return words[2:] if len(words) == 4 and words.startswith("20") and _CENTURY.search(lead.rstrip()) else words


FORM_FIELDS: Mapping[str, FormField] = {
    "office": FormField(
        "Tên đơn vị báo cáo",
        lambda facts: facts.office.name or facts.report.office,
        ("Đơn vị", "Tên cơ quan", "Cơ quan báo cáo"),
    ),
    "office_capitals": FormField(
        "Tên đơn vị báo cáo (chữ in hoa)", lambda facts: (facts.office.name or facts.report.office).upper()
    ),
    "superior": FormField(
        "Cơ quan nhận báo cáo", lambda facts: facts.office.superior, ("Kính gửi", "Đơn vị nhận báo cáo")
    ),
    "standing_office": FormField("Cơ quan thường trực CCHC", lambda facts: facts.office.standing_office),
    "place": FormField("Địa danh", lambda facts: facts.office.place),
    "period": FormField("Kỳ báo cáo", lambda facts: facts.report.period.title),
    "period_within": FormField("Kỳ báo cáo (giữa câu)", lambda facts: within(facts.report.period.title)),
    "period_only": FormField("Kỳ báo cáo (không ghi năm)", lambda facts: _YEAR.sub("", facts.report.period.title)),
    "quarter": FormField("Quý (số La Mã)", lambda facts: quarter_of(facts.report.period.title)),
    "period_start": FormField("Số liệu từ ngày", lambda facts: show_day(facts.report.period.window.start)),
    "period_end": FormField("Số liệu đến ngày", lambda facts: show_day(facts.report.period.window.end)),
    "as_of": FormField("Ngày chốt số liệu", lambda facts: show_day(facts.report.as_of)),
    "sent": FormField("Ngày gửi cấp trên", lambda facts: show_day(facts.report.period.sent)),
    "year": FormField("Năm của kỳ báo cáo", lambda facts: str(facts.report.period.window.end.year), ("Năm",)),
    "last_year": FormField("Năm trước", lambda facts: str(facts.report.period.window.end.year - 1)),
    "date": FormField("Ngày lập biểu", lambda facts: show_day(facts.day), ("Ngày báo cáo",)),
    **_day_parts("date", "Ngày lập biểu", lambda facts: facts.day),
    **_day_parts("start", "Số liệu từ ngày", lambda facts: facts.report.period.window.start),
    **_day_parts("end", "Số liệu đến ngày", lambda facts: facts.report.period.window.end),
    "plan": FormField("Tên kế hoạch", lambda facts: facts.report.plans[0].title),
    "plan_number": FormField(
        "Số, ký hiệu kế hoạch", lambda facts: facts.report.plans[0].document.number or "", ("Kế hoạch số",)
    ),
    "plan_date": FormField(
        "Ngày ban hành kế hoạch",
        lambda facts: show_day(day) if (day := facts.report.plans[0].document.date) else "",
    ),
    "signer": FormField("Người ký", lambda facts: facts.signer.name, ("Họ tên", "Thủ trưởng đơn vị")),
    "signer_capacity": FormField("Quyền hạn, chức vụ người ký", lambda facts: "\n".join(facts.signer.capacity)),
}
"""The fields by name."""
