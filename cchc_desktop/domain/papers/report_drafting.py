"""The words of a report drafted from its template: sentences for what there is, every figure live."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from string import Formatter

from cchc_desktop.domain.indicators.values import VERDICT_NAMES
from cchc_desktop.domain.papers.report import (
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
from cchc_desktop.domain.papers.report_figures import ReportGroup
from cchc_desktop.domain.papers.report_template import ReportTemplate, TemplateBlock, is_figure
from cchc_desktop.domain.papers.report_text import DraftBlock, DraftSection, LiveFigure, Part, ReportDraft

_FORMATTER = Formatter()


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
        figure = self.report.figure(name + self.suffix) if is_figure(name) else None
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
