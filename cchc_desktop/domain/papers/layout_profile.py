"""How the office's papers look: margins, sizes, spacing and fixed words, as data that a person may change.

The defaults are those of Decree 30/2020/NĐ-CP, appendix I; `layout_checks` judges what a person has changed.
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

AS_NEEDED, LANDSCAPE, PORTRAIT = "", "landscape", "portrait"
ORIENTATIONS = (AS_NEEDED, LANDSCAPE, PORTRAIT)
"""How pages of tables lie: as each paper needs, or all of them one way; the decree allows both (part I, clause 1)."""


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

    `orientation` (of `ORIENTATIONS`) turns pages of tables: appendices, tracking tables, sheets. A letter, the text of
    a report and the chairman's page stand upright in any case.
    `line_spacing` is in lines of the font ('đơn' = 1); the shares are parts of the words that a line stands under.
    The font itself is Times New Roman in every paper (clause 2 of part I).
    """

    paper: str = "A4"
    orientation: str = AS_NEEDED
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
    "paper": _is_text,
    "orientation": _is_text,
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
