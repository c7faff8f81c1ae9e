"""How the office's papers look: margins, sizes, spacing and fixed words, as data that a person may change.

The defaults are those of Decree 30/2020/NĐ-CP, appendix I. A profile must be usable (`faults`); that it departs from
the decree is told (`departures`), never forbidden: rules of the state change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from enum import StrEnum
from typing import Any

from cchc_desktop.domain.office import LetterheadLine

LAYOUT = "papers.layout"
"""Name of the setting with the office's layout profile (`LayoutProfile` as JSON)."""

TABLE_SIZES = (11, 12, 13)
"""Font sizes offered for table cells; the decree does not regulate them."""


class Element(StrEnum):
    """The parts of a paper whose letters are regulated one by one."""

    NATIONAL_TITLE = "national_title"
    MOTTO = "motto"
    ISSUER = "issuer"
    NUMBER = "number"
    PLACE_DATE = "place_date"
    LETTER_SUBJECT = "letter_subject"
    TYPE_NAME = "type_name"
    SUBJECT = "subject"
    ADDRESSEE = "addressee"
    LEGAL_BASIS = "legal_basis"
    HEADING = "heading"
    BODY = "body"
    CAPACITY = "capacity"
    SIGNER = "signer"
    RECIPIENTS_LABEL = "recipients_label"
    RECIPIENTS = "recipients"
    APPENDIX_LABEL = "appendix_label"
    APPENDIX_TITLE = "appendix_title"
    ATTACHED = "attached"
    TABLE = "table"
    TABLE_HEADER = "table_header"
    CAPTION = "caption"
    PAGE_NUMBER = "page_number"


@dataclass(frozen=True, slots=True)
class Look:
    """The letters of one element: size in points, weight, slant."""

    size: float
    bold: bool = False
    italic: bool = False


ELEMENT_NAMES: Mapping[Element, str] = {
    Element.NATIONAL_TITLE: "Quốc hiệu",
    Element.MOTTO: "Tiêu ngữ",
    Element.ISSUER: "Tên cơ quan ban hành",
    Element.NUMBER: "Số, ký hiệu",
    Element.PLACE_DATE: "Địa danh và thời gian",
    Element.LETTER_SUBJECT: "Trích yếu công văn (V/v)",
    Element.TYPE_NAME: "Tên loại văn bản",
    Element.SUBJECT: "Trích yếu",
    Element.ADDRESSEE: "Kính gửi",
    Element.LEGAL_BASIS: "Căn cứ",
    Element.HEADING: "Đề mục",
    Element.BODY: "Nội dung",
    Element.CAPACITY: "Quyền hạn, chức vụ",
    Element.SIGNER: "Họ tên người ký",
    Element.RECIPIENTS_LABEL: "Từ “Nơi nhận”",
    Element.RECIPIENTS: "Danh sách nơi nhận",
    Element.APPENDIX_LABEL: "Từ “Phụ lục”",
    Element.APPENDIX_TITLE: "Tên phụ lục",
    Element.ATTACHED: "Dòng kèm theo",
    Element.TABLE: "Chữ trong bảng",
    Element.TABLE_HEADER: "Đầu bảng",
    Element.CAPTION: "Tên bảng, tên hình",
    Element.PAGE_NUMBER: "Số trang",
}
"""What each element is called on screen and in messages."""

DECREE_LOOKS: Mapping[Element, Look] = {
    Element.NATIONAL_TITLE: Look(13, bold=True),
    Element.MOTTO: Look(14, bold=True),
    Element.ISSUER: Look(13, bold=True),
    Element.NUMBER: Look(13),
    Element.PLACE_DATE: Look(14, italic=True),
    Element.LETTER_SUBJECT: Look(12),
    Element.TYPE_NAME: Look(14, bold=True),
    Element.SUBJECT: Look(14, bold=True),
    Element.ADDRESSEE: Look(14),
    Element.LEGAL_BASIS: Look(14, italic=True),
    Element.HEADING: Look(14, bold=True),
    Element.BODY: Look(14),
    Element.CAPACITY: Look(14, bold=True),
    Element.SIGNER: Look(14, bold=True),
    Element.RECIPIENTS_LABEL: Look(12, bold=True, italic=True),
    Element.RECIPIENTS: Look(11),
    Element.APPENDIX_LABEL: Look(14, bold=True),
    Element.APPENDIX_TITLE: Look(14, bold=True),
    Element.ATTACHED: Look(14, italic=True),
    Element.TABLE: Look(12),
    Element.TABLE_HEADER: Look(12, bold=True),
    Element.CAPTION: Look(13, bold=True),
    Element.PAGE_NUMBER: Look(13),
}
"""Sizes and letters of Decree 30/2020/NĐ-CP, appendix I, part V; the larger one where it allows two."""

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


@dataclass(frozen=True, slots=True)
class Letterhead:
    """A letterhead besides the office's own one, by name: 'Phòng' for papers that the standing office signs.

    A line of a superior body is not bold. `symbol` stands behind the number of its papers where it is typed.
    """

    name: str
    lines: tuple[LetterheadLine, ...]
    symbol: str = ""


@dataclass(frozen=True, slots=True)
class FixedWords:
    """The words that every paper has in the same place."""

    national_title: str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    motto: str = "Độc lập - Tự do - Hạnh phúc"
    number: str = "Số:"
    about: str = "V/v"
    addressee: str = "Kính gửi:"
    recipients: str = "Nơi nhận:"
    same_as_above: str = "Như trên"
    archive: str = "Lưu: VT"
    end_mark: str = "./."
    appendix: str = "Phụ lục"
    attached: str = "(Kèm theo {document})"


@dataclass(frozen=True, slots=True)
class LayoutProfile:
    """Every measure of the office's papers: millimetres and points as the names say.

    `line_spacing` is in lines of the font ('đơn' = 1); the shares are parts of the words that a line stands under.
    """

    font: str = "Times New Roman"
    paper: str = "A4"
    top_mm: float = 20
    bottom_mm: float = 20
    left_mm: float = 30
    right_mm: float = 15
    first_numbered: int | None = 2
    first_line_mm: float = 12.7
    space_after_pt: float = 6
    line_spacing: float = 1.15
    issuer_line_share: float = 0.4
    subject_line_share: float = 0.4
    looks: Mapping[Element, Look] = field(default_factory=lambda: dict(DECREE_LOOKS))
    words: FixedWords = FixedWords()
    letterheads: tuple[Letterhead, ...] = ()

    def look(self, element: Element) -> Look:
        """Return the letters of an element."""
        return self.looks.get(element) or DECREE_LOOKS[element]

    def with_look(self, element: Element, look: Look) -> LayoutProfile:
        """Return the profile with other letters for one element."""
        return replace(self, looks={**self.looks, element: look})

    def with_table_size(self, size: float) -> LayoutProfile:
        """Return the profile with one size for cells and header cells of tables."""
        header = replace(self.look(Element.TABLE_HEADER), size=size)
        return self.with_look(Element.TABLE, replace(self.look(Element.TABLE), size=size)).with_look(
            Element.TABLE_HEADER, header
        )


# --- JSON --------------------------------------------------------------------------------------------------------


def layout_to_json(profile: LayoutProfile) -> dict[str, Any]:
    """Return a profile as plain JSON values."""
    values = {own.name: getattr(profile, own.name) for own in fields(profile)}
    return values | {
        "looks": {element.value: asdict(look) for element, look in profile.looks.items()},
        "words": asdict(profile.words),
        "letterheads": [asdict(letterhead) for letterhead in profile.letterheads],
    }


def layout_from_json(values: Mapping[str, Any]) -> LayoutProfile:
    """Return the profile that `layout_to_json` wrote; what is missing, unknown or of another kind is the default."""
    usual = LayoutProfile()
    kept: dict[str, Any] = {
        name: value
        for name, check in _PLAIN.items()
        if name in values and (check(value := values[name]) or (name == "first_numbered" and value is None))
    }
    return replace(
        usual,
        **kept,
        looks=_looks_from(values.get("looks")),
        words=_words_from(values.get("words")),
        letterheads=tuple(_letterheads_from(values.get("letterheads"))),
    )


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


_PLAIN: Mapping[str, Callable[[object], bool]] = {
    "font": _is_text,
    "paper": _is_text,
    "first_numbered": _is_count,
    **dict.fromkeys(
        ("top_mm", "bottom_mm", "left_mm", "right_mm", "first_line_mm", "space_after_pt", "line_spacing",
         "issuer_line_share", "subject_line_share"), _is_number,
    ),
}  # fmt: skip


def _looks_from(values: object) -> dict[Element, Look]:
    looks = dict(DECREE_LOOKS)
    for element in Element if isinstance(values, Mapping) else ():
        kept = values.get(element.value)  # type: ignore[attr-defined]  # narrowed above
        if isinstance(kept, Mapping) and _is_number(kept.get("size")):
            looks[element] = Look(kept["size"], bool(kept.get("bold")), bool(kept.get("italic")))
    return looks


def _words_from(values: object) -> FixedWords:
    if not isinstance(values, Mapping):
        return FixedWords()
    return FixedWords(
        **{own.name: values[own.name] for own in fields(FixedWords) if _is_text(values.get(own.name))},
    )


def _letterheads_from(values: object) -> Iterator[Letterhead]:
    for kept in values if isinstance(values, list) else ():
        lines = kept.get("lines") or () if isinstance(kept, Mapping) else ()
        own = tuple(LetterheadLine(str(line["words"]), bool(line.get("bold", True))) for line in lines)
        if own:
            yield Letterhead(str(kept.get("name") or ""), own, str(kept.get("symbol") or ""))


# --- judging -----------------------------------------------------------------------------------------------------

_PAPERS = ("A4", "A3")
_SIZES = (6, 30)
_MARGINS = (5, 80)
_LINE_SHARES = (0.1, 1)

_MARGIN_NAMES = {"top_mm": "trên", "bottom_mm": "dưới", "left_mm": "trái", "right_mm": "phải"}
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
    if not profile.font.strip():
        yield "Chưa có tên phông chữ."
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
    if profile.space_after_pt < DECREE_SPACE_AFTER:
        yield f"Khoảng cách giữa các đoạn {_shown(profile.space_after_pt)} pt; Nghị định 30 quy định tối thiểu 6 pt."
    yield from _departs("Đường kẻ dưới tên cơ quan", profile.issuer_line_share, _DECREE_SHARES, "lần dòng chữ")
    yield from _departs("Đường kẻ dưới trích yếu", profile.subject_line_share, _DECREE_SHARES, "lần dòng chữ")
    if profile.first_numbered != 2:
        yield "Nghị định 30 quy định đánh số trang từ trang 2."


DECREE_SPACE_AFTER = 6
_DECREE_SHARES = (1 / 3, 1 / 2)


def _departs(name: str, value: float, limits: tuple[float, float], unit: str) -> Iterator[str]:
    low, high = limits
    if not low - 1e-9 <= value <= high + 1e-9:
        bounds = _shown(low) if low == high else f"{_shown(low)}-{_shown(high)}"
        yield f"{name} {_shown(value)}; Nghị định 30 quy định {bounds} {unit}".rstrip() + "."


def _shown(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")
