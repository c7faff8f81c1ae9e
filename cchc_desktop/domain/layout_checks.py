"""Judging a layout profile: what no paper could be set by, and where it departs from Decree 30/2020/NĐ-CP.

A profile must be usable (`faults`); that it departs from the decree is told (`departures`), never forbidden: rules of
the state change.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cchc_desktop.domain.layout_profile import ELEMENT_NAMES, Element, LayoutProfile

_DECREE_SIZES: Mapping[Element, tuple[float, float]] = {
    Element.NATIONAL_TITLE: (12, 13),
    Element.MOTTO: (13, 14),
    Element.ISSUER: (12, 13),
    Element.NUMBER: (13, 13),
    Element.PLACE_DATE: (13, 14),
    Element.LETTER_SUBJECT: (12, 13),
    Element.TYPE_NAME: (13, 14),
    Element.SUBJECT: (13, 14),
    Element.ADDRESSEE: (13, 14),
    Element.LEGAL_BASIS: (13, 14),
    Element.HEADING: (13, 14),
    Element.BODY: (13, 14),
    Element.CAPACITY: (13, 14),
    Element.SIGNER: (13, 14),
    Element.RECIPIENTS_LABEL: (12, 12),
    Element.RECIPIENTS: (11, 11),
    Element.APPENDIX_LABEL: (14, 14),
    Element.APPENDIX_TITLE: (13, 14),
    Element.ATTACHED: (13, 14),
    Element.PAGE_NUMBER: (13, 14),
}

_PAPERS = ("A4", "A3")
_SIZES = (6, 30)
_MARGINS = (5, 80)
_LINE_SHARES = (0.1, 1)

_MARGIN_NAMES = {"top_mm": "trên", "bottom_mm": "dưới", "left_mm": "trái", "right_mm": "phải"}
_DECREE_SPACE_AFTER = 6
_DECREE_SHARES = (1 / 3, 1 / 2)
_DECREE_MARGINS = {"top_mm": (20, 25), "bottom_mm": (20, 25), "left_mm": (30, 35), "right_mm": (15, 20)}


def faults(profile: LayoutProfile) -> tuple[str, ...]:
    """Return why no paper could be set by this profile, in Vietnamese; () where it is usable."""
    return tuple(_faults(profile))


def _faults(profile: LayoutProfile) -> Iterator[str]:
    if profile.paper not in _PAPERS:
        yield f"Khổ giấy “{profile.paper}” không dùng được. Chọn A4 hoặc A3."
    for name, side in _MARGIN_NAMES.items():
        yield from _outside(f"Lề {side}", getattr(profile, name), _MARGINS, "mm")
    for element in Element:
        yield from _outside(f"Cỡ chữ “{ELEMENT_NAMES[element]}”", profile.look(element).size, _SIZES, "")
    yield from _outside("Thụt đầu dòng", profile.first_line_mm, (0, 50), "mm")
    yield from _outside("Khoảng cách giữa các đoạn", profile.space_after_pt, (0, 48), "pt")
    yield from _outside("Giãn dòng", profile.line_spacing, (0.8, 3), "dòng")
    yield from _outside("Đường kẻ dưới tên cơ quan", profile.issuer_line_share, _LINE_SHARES, "lần dòng chữ")
    yield from _outside("Đường kẻ dưới trích yếu", profile.subject_line_share, _LINE_SHARES, "lần dòng chữ")
    if profile.first_numbered is not None:
        yield from _outside("Trang bắt đầu đánh số", profile.first_numbered, (1, 2), "")
    yield from _faults_of_words(profile)


def _faults_of_words(profile: LayoutProfile) -> Iterator[str]:
    if not profile.words.national_title.strip() or not profile.words.motto.strip():
        yield "Quốc hiệu và tiêu ngữ không được để trống."
    if "{document}" not in profile.words.attached:
        yield "Dòng kèm theo phải có {document}: chỗ ghi tên, số và ngày của văn bản."
    if any(not letterhead.lines for letterhead in profile.letterheads):
        yield "Mỗi tiêu đề văn bản cần ít nhất một dòng tên cơ quan."


def _outside(name: str, value: float, limits: tuple[float, float], unit: str) -> Iterator[str]:
    low, high = limits
    if not low <= value <= high:
        bounds = f"từ {_shown(low)} đến {_shown(high)} {unit}".rstrip()
        yield f"{name} {_shown(value)} không dùng được. Nhập số {bounds}."


def departures(profile: LayoutProfile) -> tuple[str, ...]:
    """Return where a profile departs from Decree 30/2020/NĐ-CP, in Vietnamese; nothing of it is forbidden."""
    return tuple(_departures(profile))


def _departures(profile: LayoutProfile) -> Iterator[str]:
    for name, limits in _DECREE_MARGINS.items():
        yield from _departs(f"Lề {_MARGIN_NAMES[name]}", getattr(profile, name), limits, "mm")
    for element, sizes in _DECREE_SIZES.items():
        yield from _departs(f"Cỡ chữ “{ELEMENT_NAMES[element]}”", profile.look(element).size, sizes, "")
    yield from _departs("Thụt đầu dòng", profile.first_line_mm, (10, 12.7), "mm")
    yield from _departs("Giãn dòng", profile.line_spacing, (1, 1.5), "dòng")
    if profile.space_after_pt < _DECREE_SPACE_AFTER:
        yield f"Khoảng cách giữa các đoạn {_shown(profile.space_after_pt)} pt; Nghị định 30 quy định tối thiểu 6 pt."
    yield from _departs("Đường kẻ dưới tên cơ quan", profile.issuer_line_share, _DECREE_SHARES, "lần dòng chữ")
    yield from _departs("Đường kẻ dưới trích yếu", profile.subject_line_share, _DECREE_SHARES, "lần dòng chữ")
    if profile.first_numbered != 2:
        yield "Nghị định 30 quy định đánh số trang từ trang 2."


def _departs(name: str, value: float, limits: tuple[float, float], unit: str) -> Iterator[str]:
    low, high = limits
    if not low - 1e-9 <= value <= high + 1e-9:
        bounds = _shown(low) if low == high else f"{_shown(low)}-{_shown(high)}"
        yield f"{name} {_shown(value)}; Nghị định 30 quy định {bounds} {unit}".rstrip() + "."


def _shown(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")
