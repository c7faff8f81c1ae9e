"""The template of a report's words: headings and sentences with named fields, as data that an office may change.

A block is {"text": "… {done}/{expected} …"} (with "level" 2 or 3: a heading), drafted when all that its "when" names
is there and nothing that its "unless" names; {"each": "areas", "blocks": […]} drafts its blocks for every entry of a
list, in which figures count that entry alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from string import Formatter
from typing import Any

from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.indicator_values import VERDICT_NAMES
from cchc_desktop.domain.report import (
    BEFORE,
    SHARES,
    AreaFacts,
    IndicatorLine,
    NamedTask,
    NotAnswered,
    Report,
    Said,
    plan_words,
    short_day,
    within,
)
from cchc_desktop.domain.report_figures import COUNTED_NAMES, Counted, ReportGroup
from cchc_desktop.domain.report_text import DraftBlock, DraftSection, LiveFigure, Part, ReportDraft
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
    return name in WORD_FIELDS or name in LISTS or _is_figure(name)


def _is_figure(name: str) -> bool:
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


# --- drafting ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _View:
    """What a block can see: words and lists by name; figures count the part that `suffix` names."""

    report: Report
    words: Mapping[str, str]
    lists: Mapping[str, Sequence[_View]] = field(default_factory=dict)
    suffix: str = ""

    def inner(self, entry: _View) -> _View:
        """Return what the blocks of a list see: its entry before what stands around it."""
        suffix = entry.suffix or self.suffix
        return _View(self.report, {**self.words, **entry.words}, {**self.lists, **entry.lists}, suffix)

    def has(self, name: str) -> bool:
        """Tell whether there is anything under a name: words, entries, a number above nought."""
        if name in self.lists:
            return bool(self.lists[name])
        if name in self.words:
            return bool(self.words[name])
        figure = self.report.figure(name + self.suffix)
        return figure is not None and figure.shown != "0"

    def parts(self, text: str) -> tuple[Part, ...]:
        """Return a text with its fields filled in; words run together, figures stay live."""
        found: list[Part] = []
        for words, name, _, _ in _FORMATTER.parse(text):
            _append(found, words)
            if name is not None:
                _append(found, self._value(name))
        return tuple(found)

    def _value(self, name: str) -> Part:
        figure = self.report.figure(name + self.suffix) if _is_figure(name) else None
        return LiveFigure(figure.name, figure.shown) if figure else self.words.get(name, "")


def _append(parts: list[Part], part: Part) -> None:
    if isinstance(part, str) and parts and isinstance(parts[-1], str):
        parts[-1] += part
    elif part:
        parts.append(part)


def draft_report(report: Report, template: ReportTemplate) -> ReportDraft:
    """Return the words of a report as the template has them, every figure live."""
    view = _report_view(report)
    sections = (
        DraftSection(one.key, _plain(view, one.heading), tuple(_drafted(one.blocks, view))) for one in template.sections
    )
    return ReportDraft(template.type_name, _plain(view, template.subject), tuple(sections))


def _plain(view: _View, text: str) -> str:
    return DraftBlock(view.parts(text)).text


def _drafted(blocks: Sequence[TemplateBlock], view: _View) -> Iterator[DraftBlock]:
    for block in blocks:
        if not all(map(view.has, block.when)) or any(map(view.has, block.unless)):
            continue
        if block.text:
            yield DraftBlock(view.parts(block.text), block.level)
        entries = [view.inner(entry) for entry in view.lists.get(block.each, ())] if block.each else [view]
        for entry in entries:
            yield from _drafted(block.blocks, entry)


def _report_view(report: Report) -> _View:
    window, since = report.period.window, report.since
    words = {
        "period": within(report.period.title),
        "as_of": short_day(report.as_of),
        "window_start": short_day(window.start),
        "window_end": short_day(window.end),
        "plans": "; ".join(map(plan_words, report.plans)),
        "office": report.office,
        "estimated": "ước thực hiện" if report.is_estimated else "",
        "previous": within(since.period.title) if since else "",
        "previous_as_of": short_day(since.as_of) if since else "",
        "next_period": within(report.next_period.title) if report.next_period else "",
    }
    return _View(report, words, _report_lists(report))


def _report_lists(report: Report) -> dict[str, Sequence[_View]]:
    since, tasks = report.since, _entries(report, _task_words)
    return {
        "areas": [_area_view(report, area) for area in report.areas],
        "agencies": [_group_view(report, group, "agency") for group in report.figures.agencies],
        "results": [_View(report, _said_words(one)) for area in report.areas for one in area.results],
        "limits": [_View(report, _said_words(one)) for area in report.areas for one in area.limits],
        "late": tasks([one for area in report.areas for one in area.overdue]),
        "next_tasks": tasks(report.next_tasks),
        "done_since": tasks(since.done if since else ()),
        "overdue_since": tasks(since.overdue if since else ()),
        "added_since": tasks(since.added if since else ()),
        "dropped_since": tasks(since.dropped if since else ()),
        "indicator_lines": [_View(report, _indicator_words(one)) for one in report.indicators],
        "not_answered": [_View(report, _missing_words(one)) for one in report.not_answered],
    }


def _entries(
    report: Report, words: Callable[[NamedTask], dict[str, str]]
) -> Callable[[Sequence[NamedTask]], Sequence[_View]]:
    return lambda tasks: [_View(report, words(one)) for one in tasks]


def _area_view(report: Report, area: AreaFacts) -> _View:
    lists: dict[str, Sequence[_View]] = {
        "results": [_View(report, _said_words(one)) for one in area.results],
        "limits": [_View(report, _said_words(one)) for one in area.limits],
        "late": [_View(report, _task_words(one)) for one in area.overdue],
    }
    return _View(report, {"area": area.group.title}, lists, area.group.scope.suffix)


def _group_view(report: Report, group: ReportGroup, name: str) -> _View:
    return _View(report, {name: group.title}, {}, group.scope.suffix)


def _said_words(said: Said) -> dict[str, str]:
    by = f" ({said.agency})" if said.agency else ""
    return {"task": _inline(said.task), "words": f"{_inline(said.words)}{by}", "agency": said.agency}


def _task_words(task: NamedTask) -> dict[str, str]:
    due = short_day(task.due) if task.due else ""
    return {"task": _inline(task.task), "leads": "; ".join(task.leads) or "chưa có cơ quan chủ trì", "due": due}


def _indicator_words(line: IndicatorLine) -> dict[str, str]:
    return {
        "indicator": _inline(line.text),
        "target": line.target,
        "value": line.shown or "chưa có số liệu",
        "verdict": VERDICT_NAMES[line.verdict].lower(),
        "agency": line.agency,
    }


def _missing_words(one: NotAnswered) -> dict[str, str]:
    return {"agency": one.agency or "Chưa xác định cơ quan", "missing": str(one.owed - one.given)}


_MARK = re.compile(r"^[-–+•*]\s+")


def _inline(words: str) -> str:
    """Return words as the middle of a sentence: on one line, without the marks that begin or close them."""
    lines = (_MARK.sub("", line.strip()).rstrip(";.,") for line in words.splitlines())
    return "; ".join(line for line in lines if line).removesuffix("./").rstrip(";., ")
