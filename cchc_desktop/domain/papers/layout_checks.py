"""Judging a layout profile: what no paper could be set by, and where it departs from Decree 30/2020/NĐ-CP.

A profile must be usable (`faults`); that it departs from the decree is told (`departures`), never forbidden: rules of
the state change.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass

from cchc_desktop.domain.papers.layout_profile import (
    DECREE_LOOKS,
    ELEMENT_NAMES,
    ORIENTATIONS,
    Element,
    FixedWords,
    LayoutProfile,
    Look,
)

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
_DECREE_WORDS: Mapping[str, str] = {
    "paper": "A4",
    **{name: f"{low}-{high} mm" for name, (low, high) in _DECREE_MARGINS.items()},
    "first_line_mm": "10-12,7 mm",
    "space_after_pt": "tối thiểu 6 pt",
    "line_spacing": "1-1,5 dòng",
    "issuer_line_share": "1/3-1/2 dòng chữ",
    "subject_line_share": "1/3-1/2 dòng chữ",
    "first_numbered": "từ trang 2",
}
_FIXED_BY_DECREE = {"national_title": "Quốc hiệu", "motto": "Tiêu ngữ"}


@dataclass(frozen=True, slots=True)
class LayoutDoubt:
    """What is wrong with one value of a profile, by its field: 'left_mm', 'look.body', 'words.motto', 'letterheads'."""

    field: str
    sentence: str


def look_field(element: Element) -> str:
    """Return the field of an element's letters."""
    return f"look.{element.value}"


def words_field(name: str) -> str:
    """Return the field of one of the fixed words."""
    return f"words.{name}"


def decree_words(field: str) -> str:
    """Return what Decree 30/2020/NĐ-CP, appendix I, says of a field, in short; '' where it says nothing."""
    group, _, name = field.partition(".")
    if group == "look":
        element = Element(name)
        sizes = _DECREE_SIZES.get(element)
        return f"{_range(sizes)}, {_letters(DECREE_LOOKS[element])}" if sizes else ""
    if group == "words":
        return str(asdict(FixedWords())[name])
    return _DECREE_WORDS.get(field, "")


def faults(profile: LayoutProfile) -> tuple[str, ...]:
    """Return why no paper could be set by this profile, in Vietnamese; () where it is usable."""
    return tuple(doubt.sentence for doubt in _faults(profile))


def faults_by_field(profile: LayoutProfile) -> tuple[LayoutDoubt, ...]:
    """Return `faults` with the fields that they are about."""
    return tuple(_faults(profile))


def _faults(profile: LayoutProfile) -> Iterator[LayoutDoubt]:
    if profile.paper not in _PAPERS:
        yield LayoutDoubt("paper", f"Khổ giấy “{profile.paper}” không dùng được. Chọn A4 hoặc A3.")
    if profile.orientation not in ORIENTATIONS:
        words = f"Hướng giấy “{profile.orientation}” không dùng được. Chọn ngang, dọc hoặc để theo từng văn bản."
        yield LayoutDoubt("orientation", words)
    for name, side in _MARGIN_NAMES.items():
        yield from _outside(name, f"Lề {side}", getattr(profile, name), _MARGINS, "mm")
    for element in Element:
        size = profile.look(element).size
        yield from _outside(look_field(element), f"Cỡ chữ “{ELEMENT_NAMES[element]}”", size, _SIZES, "")
    yield from _outside("first_line_mm", "Thụt đầu dòng", profile.first_line_mm, (0, 50), "mm")
    yield from _outside("space_after_pt", "Khoảng cách giữa các đoạn", profile.space_after_pt, (0, 48), "pt")
    yield from _outside("line_spacing", "Giãn dòng", profile.line_spacing, (0.8, 3), "dòng")
    for name, words in _LINE_NAMES.items():
        yield from _outside(name, words, getattr(profile, name), _LINE_SHARES, "lần dòng chữ")
    if profile.first_numbered is not None:
        yield from _outside("first_numbered", "Trang bắt đầu đánh số", profile.first_numbered, (1, 2), "")
    yield from _faults_of_words(profile)


_LINE_NAMES = {
    "issuer_line_share": "Đường kẻ dưới tên cơ quan",
    "subject_line_share": "Đường kẻ dưới trích yếu",
}


def _faults_of_words(profile: LayoutProfile) -> Iterator[LayoutDoubt]:
    for name in _FIXED_BY_DECREE:
        if not getattr(profile.words, name).strip():
            yield LayoutDoubt(words_field(name), "Quốc hiệu và tiêu ngữ không được để trống.")
            break
    if "{document}" not in profile.words.attached:
        words = "Dòng kèm theo phải có {document}: chỗ ghi tên, số và ngày của văn bản."
        yield LayoutDoubt(words_field("attached"), words)
    if any(not letterhead.lines for letterhead in profile.letterheads):
        yield LayoutDoubt("letterheads", "Mỗi tiêu đề văn bản cần ít nhất một dòng tên cơ quan.")
    names = [letterhead.name.casefold() for letterhead in profile.letterheads]
    if not all(names) or len(set(names)) < len(names):
        yield LayoutDoubt("letterheads", "Mỗi tiêu đề văn bản cần một tên riêng để chọn khi lập văn bản.")


def _outside(field: str, name: str, value: float, limits: tuple[float, float], unit: str) -> Iterator[LayoutDoubt]:
    low, high = limits
    if not low <= value <= high:
        bounds = f"từ {_shown(low)} đến {_shown(high)} {unit}".rstrip()
        yield LayoutDoubt(field, f"{name} {_shown(value)} không dùng được. Nhập số {bounds}.")


def departures(profile: LayoutProfile) -> tuple[str, ...]:
    """Return where a profile departs from Decree 30/2020/NĐ-CP, in Vietnamese; nothing of it is forbidden."""
    return tuple(doubt.sentence for doubt in _departures(profile))


def departures_by_field(profile: LayoutProfile) -> tuple[LayoutDoubt, ...]:
    """Return `departures` with the fields that they are about."""
    return tuple(_departures(profile))


def _departures(profile: LayoutProfile) -> Iterator[LayoutDoubt]:
    for name, limits in _DECREE_MARGINS.items():
        yield from _departs(name, f"Lề {_MARGIN_NAMES[name]}", getattr(profile, name), limits, "mm")
    for element, sizes in _DECREE_SIZES.items():
        yield from _departures_of_letters(element, profile.look(element), sizes)
    yield from _departs("first_line_mm", "Thụt đầu dòng", profile.first_line_mm, (10, 12.7), "mm")
    yield from _departs("line_spacing", "Giãn dòng", profile.line_spacing, (1, 1.5), "dòng")
    if profile.space_after_pt < _DECREE_SPACE_AFTER:
        shown = _shown(profile.space_after_pt)
        words = f"Khoảng cách giữa các đoạn {shown} pt; Nghị định 30 quy định tối thiểu 6 pt."
        yield LayoutDoubt("space_after_pt", words)
    for name, words in _LINE_NAMES.items():
        yield from _departs(name, words, getattr(profile, name), _DECREE_SHARES, "lần dòng chữ")
    if profile.first_numbered != 2:
        yield LayoutDoubt("first_numbered", "Nghị định 30 quy định đánh số trang từ trang 2.")
    for name, words in _FIXED_BY_DECREE.items():
        usual = getattr(FixedWords(), name)
        if getattr(profile.words, name) != usual:
            yield LayoutDoubt(words_field(name), f"{words}; Nghị định 30 quy định ghi “{usual}”.")


def _departures_of_letters(element: Element, look: Look, sizes: tuple[float, float]) -> Iterator[LayoutDoubt]:
    name, field, usual = ELEMENT_NAMES[element], look_field(element), DECREE_LOOKS[element]
    yield from _departs(field, f"Cỡ chữ “{name}”", look.size, sizes, "")
    if (look.bold, look.italic) != (usual.bold, usual.italic):
        words = f"Kiểu chữ “{name}” {_letters(look)}; Nghị định 30 quy định {_letters(usual)}."
        yield LayoutDoubt(field, words)


def _letters(look: Look) -> str:
    words = [name for name, is_so in (("đậm", look.bold), ("nghiêng", look.italic)) if is_so]
    return ", ".join(words) or "đứng"


def _departs(field: str, name: str, value: float, limits: tuple[float, float], unit: str) -> Iterator[LayoutDoubt]:
    low, high = limits
    if not low - 1e-9 <= value <= high + 1e-9:
        words = f"{name} {_shown(value)}; Nghị định 30 quy định {_range(limits)} {unit}".rstrip()
        yield LayoutDoubt(field, f"{words}.")


def _range(limits: tuple[float, float]) -> str:
    low, high = limits
    return _shown(low) if low == high else f"{_shown(low)}-{_shown(high)}"


def _shown(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")
