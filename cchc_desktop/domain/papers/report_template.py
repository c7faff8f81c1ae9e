"""The template of a report's words: headings and sentences with named fields, as data that an office may change.

A block is {"text": "… {done}/{expected} …"} (with "level" 2 or 3: a heading), drafted when all that its "when" names
is there and nothing that its "unless" names; {"each": "areas", "blocks": […]} drafts its blocks for every entry of a
list, in which figures count that entry alone. `report_drafting` makes the words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from string import Formatter
from typing import Any

from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.papers.report import BEFORE, SHARES
from cchc_desktop.domain.papers.report_figures import COUNTED_NAMES, Counted
from cchc_desktop.domain.text.folding import nfc

FIGURE_FIELDS = frozenset({*(counted.value for counted in Counted), *SHARES})
"""Fields that are live figures; with '_before' behind it: the last period's."""
WORD_FIELDS: Mapping[str, str] = {
    "period": "Kỳ báo cáo",
    "as_of": "Ngày tính số liệu",
    "window_start": "Ngày đầu của kỳ số liệu",
    "window_end": "Ngày cuối của kỳ số liệu",
    "plans": "Kế hoạch, văn bản ban hành",
    "office": "Tên đơn vị",
    "estimated": "Có phần ước thực hiện",
    "previous": "Kỳ trước",
    "previous_as_of": "Ngày tính số liệu kỳ trước",
    "next_period": "Kỳ tới",
    "area": "Lĩnh vực",
    "agency": "Cơ quan",
    "task": "Nội dung nhiệm vụ",
    "words": "Kết quả, khó khăn đã ghi",
    "leads": "Cơ quan chủ trì",
    "due": "Thời hạn",
    "indicator": "Nội dung chỉ tiêu",
    "target": "Mức chỉ tiêu",
    "value": "Kết quả chỉ tiêu",
    "verdict": "Đánh giá chỉ tiêu",
    "missing": "Số nội dung còn thiếu",
}
"""Fields that are words, with what the editor of templates calls them."""
LISTS: Mapping[str, str] = {
    "areas": "Từng lĩnh vực",
    "agencies": "Từng cơ quan chủ trì",
    "results": "Kết quả đã ghi trong kỳ",
    "limits": "Khó khăn, vướng mắc đã ghi trong kỳ",
    "late": "Nhiệm vụ chậm tiến độ",
    "next_tasks": "Nhiệm vụ kỳ tới",
    "done_since": "Nhiệm vụ hoàn thành từ kỳ trước",
    "overdue_since": "Nhiệm vụ chậm tiến độ từ kỳ trước",
    "added_since": "Nhiệm vụ phát sinh từ kỳ trước",
    "dropped_since": "Nhiệm vụ thôi thực hiện từ kỳ trước",
    "indicator_lines": "Từng chỉ tiêu",
    "not_answered": "Cơ quan chưa gửi đủ số liệu",
}
"""Lists that a block may be drafted for."""

_LEVELS = (0, 2, 3)
_QUOTED = 60
"""Letters of a sentence that a message quotes."""
_CLOSING = "Lời kết"
_FORMATTER = Formatter()


@dataclass(frozen=True, slots=True)
class TemplateBlock:
    """One block: a text, or blocks for each entry of a list."""

    text: str = ""
    level: int = 0
    when: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    each: str = ""
    blocks: tuple[TemplateBlock, ...] = ()


@dataclass(frozen=True, slots=True)
class TemplateSection:
    """One part of a report: its key, its heading and its blocks."""

    key: str
    heading: str
    blocks: tuple[TemplateBlock, ...] = ()

    @property
    def title(self) -> str:
        """Return what the part is called where a person chooses parts."""
        return self.heading or _CLOSING


@dataclass(frozen=True, slots=True)
class ReportTemplate:
    """The words of a report before its figures are known."""

    type_name: str
    subject: str
    sections: tuple[TemplateSection, ...]


# --- reading -----------------------------------------------------------------------------------------------------


def template_from_json(values: Any) -> ReportTemplate:
    """Return the template of plain JSON values; InvalidInput that says what cannot be used."""
    try:
        sections = tuple(
            TemplateSection(str(one["key"]), str(one["heading"]), tuple(map(_block, one.get("blocks", ()))))
            for one in values["sections"]
        )
        template = ReportTemplate(str(values["type"]), str(values["subject"]), sections)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InvalidInput("Mẫu báo cáo thiếu tên loại, trích yếu hoặc các phần, hoặc ghi sai cách.") from error
    _refuse_unknown(template)
    return template


def _block(values: Mapping[str, Any]) -> TemplateBlock:
    return TemplateBlock(
        text=str(values.get("text", "")),
        level=int(values.get("level", 0)),
        when=_names(values.get("when")),
        unless=_names(values.get("unless")),
        each=str(values.get("each", "")),
        blocks=tuple(map(_block, values.get("blocks", ()))),
    )


def _names(values: Any) -> tuple[str, ...]:
    return tuple(str(values).split()) if values else ()


def _refuse_unknown(template: ReportTemplate) -> None:
    keys = [section.key for section in template.sections]
    if len(set(keys)) < len(keys):
        raise InvalidInput("Mẫu báo cáo có hai phần trùng mã.")
    for words in (template.subject, *(section.heading for section in template.sections)):
        _refuse_unknown_fields(words)
    for section in template.sections:
        for block in section.blocks:
            _refuse_bad_block(block)


def _refuse_bad_block(block: TemplateBlock) -> None:
    _refuse_unknown_fields(block.text)
    if block.level not in _LEVELS:
        raise InvalidInput(f"Mẫu báo cáo có cấp đề mục {block.level}. Dùng 0 cho đoạn văn, 2 hoặc 3 cho đề mục.")
    if block.each and block.each not in LISTS:
        raise InvalidInput(f"Mẫu báo cáo không có danh sách “{block.each}”. Các danh sách: {', '.join(LISTS)}.")
    for name in (*block.when, *block.unless):
        if not _is_known(name):
            raise InvalidInput(f"Mẫu báo cáo nêu điều kiện “{name}” không có.")
    for inner in block.blocks:
        _refuse_bad_block(inner)


def _refuse_unknown_fields(text: str) -> None:
    try:
        names = [name for _, name, _, _ in _FORMATTER.parse(text) if name is not None]
    except ValueError as error:
        raise InvalidInput(f"Mẫu báo cáo có dấu ngoặc nhọn thừa hoặc thiếu: “{_short(text)}”.") from error
    for name in names:
        if name in LISTS or not _is_known(name):
            raise InvalidInput(f"Mẫu báo cáo có trường {{{name}}} không dùng được trong câu “{_short(text)}”.")


def _short(text: str) -> str:
    return text if len(text) <= _QUOTED else text[:_QUOTED].rstrip() + "…"


def _is_known(name: str) -> bool:
    return name in WORD_FIELDS or name in LISTS or is_figure(name)


def is_figure(name: str) -> bool:
    """Tell whether a field is a live figure."""
    return name.removesuffix(BEFORE) in FIGURE_FIELDS


def field_meanings() -> Mapping[str, str]:
    """Return the fields that a sentence may hold, each with what it stands for: words first, then figures."""
    figures = {counted.value: words for counted, words in COUNTED_NAMES.items()}
    figures |= {name: f"{COUNTED_NAMES[counted]} (%)" for name, counted in SHARES.items()}
    before = {f"{name}{BEFORE}": f"{words} (kỳ trước)" for name, words in figures.items()}
    return {**WORD_FIELDS, **figures, **before}


def words_fault(text: str) -> str:
    """Return why a text with fields cannot be used, '' where it can."""
    return _fault(lambda: _refuse_unknown_fields(text))


def block_fault(block: TemplateBlock) -> str:
    """Return why a block by itself, without those inside it, cannot be used, '' where it can."""
    return _fault(lambda: _refuse_bad_block(replace(block, blocks=())))


def _fault(check: Callable[[], None]) -> str:
    try:
        check()
    except InvalidInput as error:
        return error.message
    return ""


def template_to_json(template: ReportTemplate) -> dict[str, Any]:
    """Return a template as the plain JSON values that `template_from_json` reads, its words composed (NFC)."""
    return {
        "type": nfc(template.type_name),
        "subject": nfc(template.subject),
        "sections": [
            {"key": one.key, "heading": nfc(one.heading), "blocks": [_block_to_json(block) for block in one.blocks]}
            for one in template.sections
        ],
    }


def _block_to_json(block: TemplateBlock) -> dict[str, Any]:
    values: dict[str, Any] = {
        "text": nfc(block.text),
        "level": block.level,
        "when": " ".join(block.when),
        "unless": " ".join(block.unless),
        "each": block.each,
        "blocks": [_block_to_json(inner) for inner in block.blocks],
    }
    return {name: value for name, value in values.items() if value}
