"""Filling a copy of a superior's form for a period: what each cell gets, what stood there last time, what to doubt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

from cchc_desktop.domain.areas import DEFAULT_RULES, AreaCode
from cchc_desktop.domain.changes import Changes, Operation
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.followup.reporting import ReportingPeriod
from cchc_desktop.domain.forms.cells import FormCell
from cchc_desktop.domain.forms.fields import FORM_FIELDS, FieldFacts, in_gap
from cchc_desktop.domain.forms.figures import (
    OTHER_WORDS,
    SHARE_NAMES,
    AreaSections,
    FigureName,
    figure_value,
    indicator_line,
)
from cchc_desktop.domain.forms.form import FormPeriod, MappedCell, SuperiorForm
from cchc_desktop.domain.forms.matching import Choice, Proposal, propose, propose_last, source_words
from cchc_desktop.domain.forms.sources import CellSource, SourceKind
from cchc_desktop.domain.forms.writing import (
    LONGEST_WORDS,
    Content,
    FilledCell,
    content_as_shown,
    content_of_number,
    content_of_words,
    fits_format,
    shown,
)
from cchc_desktop.domain.papers.report import NO_SHARE, Report
from cchc_desktop.domain.papers.report_figures import COUNTED_NAMES, VERDICTS_OF, Counted, RowsKey
from cchc_desktop.domain.ports import CancelCheck, ProgressCallback, never_cancelled, no_progress
from cchc_desktop.services import periods
from cchc_desktop.services.forms import form_of
from cchc_desktop.services.office import office_profile
from cchc_desktop.services.papers.report import report as gather
from cchc_desktop.services.titles import about
from cchc_desktop.services.workspace import Workspace

_FIGURES, _INDICATORS, _FIELDS = "Số liệu báo cáo", "Chỉ tiêu", "Thông tin chung"
_AREA_NAMES = {rule.code: rule.name for rule in DEFAULT_RULES}
_OF_INDICATORS = frozenset(counted.value for counted in VERDICTS_OF)


class DoubtCode(StrEnum):
    """What may be wrong with a cell before a form is filled."""

    UNMAPPED = "unmapped"
    EMPTY = "empty"
    GONE = "gone"
    NUMBER = "number"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class FormDoubt:
    """One doubt about a cell, in Vietnamese; it warns and forbids nothing."""

    code: DoubtCode
    message: str


@dataclass(frozen=True, slots=True)
class CellValue:
    """One cell that is filled or waits: its source, what it gets now and what stood there in the last period.

    `key` opens the rows that a figure counts. `content` is None where nothing is written.
    """

    cell: FormCell
    mapped: MappedCell | None
    source_words: str
    content: Content | None
    before: str = ""
    key: RowsKey | None = None
    doubts: tuple[FormDoubt, ...] = ()

    @property
    def shown(self) -> str:
        """Return what the cell gets as a person reads it, '' for nothing."""
        return "" if self.content is None else shown(self.content)


@dataclass(frozen=True, slots=True)
class FormValues:
    """All that a copy of a form would hold for a period; `before_title` names the period whose values stand beside."""

    form: SuperiorForm
    period: ReportingPeriod
    plan_ids: tuple[int, ...]
    as_of: date
    day: date
    lines: tuple[CellValue, ...]
    before_title: str = ""
    is_locked: bool = False

    @property
    def doubts(self) -> tuple[tuple[CellValue, FormDoubt], ...]:
        """Return every doubt with its cell, in reading order."""
        return tuple((line, doubt) for line in self.lines for doubt in line.doubts)

    @property
    def filled(self) -> tuple[FilledCell, ...]:
        """Return what is written into the copy; what is empty leaves the form's own dots."""
        return tuple(
            FilledCell(line.cell.address, line.content, line.cell.read.takes)
            for line in self.lines
            if line.content is not None and line.content != ""
        )


# ---------------------------------------------------------------- values


def values(
    workspace: Workspace, form_id: int, plan_ids: Sequence[int], period_key: str, day: date | None = None
) -> FormValues:
    """Return what a form's cells get for a period over some plans; `day` is the one that the form bears (today).

    NotFound, InvalidInput. Figures of a closed period are the kept ones, as in its report.
    """
    form = form_of(workspace, form_id)
    desk = _Desk(workspace, gather(workspace, plan_ids, period_key), day)
    kept = workspace.queries.form_periods(form_id)
    last = _last_period(workspace, kept, desk.report.period)
    sources = _Sources(desk, form, _of_period(kept, desk.report.period.key), last)
    placed = form.placed
    lines = (
        sources.line(cell, placed.get(cell.address))
        for cell in form.described
        if cell.is_fillable or cell.address in placed
    )
    since = desk.report.since
    return FormValues(
        form=form,
        period=desk.report.period,
        plan_ids=desk.report.plan_ids,
        as_of=desk.report.as_of,
        day=desk.facts.day,
        lines=tuple(lines),
        before_title=last[1].title if last else since.period.title if since else "",
        is_locked=desk.report.is_locked,
    )


_Last = tuple[FormPeriod, ReportingPeriod] | None


def _of_period(kept: Sequence[FormPeriod], key: str) -> FormPeriod | None:
    return next((one for one in kept if one.period == key), None)


def _last_period(workspace: Workspace, kept: Sequence[FormPeriod], period: ReportingPeriod) -> _Last:
    """Return the latest period before this one in which the form was used."""
    found: list[tuple[FormPeriod, ReportingPeriod]] = []
    for one in kept:
        try:
            found.append((one, periods.reporting_period(workspace, one.period)))
        except InvalidInput:  # a rule that the office has changed since
            continue
    earlier = [pair for pair in found if pair[1].window.end < period.window.end]
    return max(earlier, key=lambda pair: pair[1].window.end, default=None)


class _Desk:
    """The report with what stands around it, gathered once for all cells."""

    def __init__(self, workspace: Workspace, report: Report, day: date | None) -> None:
        self.report = report
        self.facts = FieldFacts(report, office_profile(workspace), day or workspace.clock.today())
        self.areas = _areas(workspace, report)
        self.choices = tuple(_choices(report, self.areas))


def _areas(workspace: Workspace, report: Report) -> AreaSections:
    """Return the sections of a report's plans by area, those that have counted tasks."""
    used = {row.section_id for row in report.figures.rows}
    found: dict[AreaCode, tuple[int, ...]] = {}
    for plan_id in report.plan_ids:
        for section in workspace.queries.tree(plan_id).sections:
            if section.id in used:
                found[section.area] = (*found.get(section.area, ()), section.id)
    return found


@dataclass(frozen=True, slots=True)
class _Found:
    """What a source gives: its value, that of the last period, the rows behind it."""

    content: Content | None
    before: str = ""
    key: RowsKey | None = None


class _Sources:
    """Answers for each cell of one form in one period."""

    def __init__(self, desk: _Desk, form: SuperiorForm, now: FormPeriod | None, last: _Last) -> None:
        self._desk = desk
        self._form = form
        self._typed = now.typed if now else {}
        self._last = last[0] if last else None
        since = desk.report.since
        self._is_compared = since is not None and (last is None or last[1].key == since.period.key)
        self._finders: Mapping[SourceKind, Callable[[CellSource, FormCell, int], _Found]] = {
            SourceKind.FIGURE: self._figure,
            SourceKind.INDICATOR: self._indicator,
            SourceKind.INDICATOR_BEFORE: self._indicator,
            SourceKind.FIELD: self._field,
            SourceKind.LAST: self._of_last,
            SourceKind.TYPED: self._typed_words,
        }

    def line(self, cell: FormCell, mapped: MappedCell | None) -> CellValue:
        """Return what a cell gets."""
        if mapped is None:
            doubt = FormDoubt(DoubtCode.UNMAPPED, f"Ô “{cell.name}” chưa chọn nguồn số liệu.")
            return CellValue(cell, None, "", None, doubts=() if cell.is_note else (doubt,))
        source = mapped.source
        words = source_words(source, self._desk.choices)
        if not source.is_written:
            return CellValue(cell, mapped, words, None)
        found = self._finders[source.kind](source, cell, mapped.slot)
        sent = self._sent(mapped.slot)
        doubts = tuple(_doubts(cell, source, words, found.content))
        return CellValue(cell, mapped, words, found.content, sent or found.before, found.key, doubts)

    def _figure(self, source: CellSource, cell: FormCell, slot: int) -> _Found:
        name = FigureName.read(source.name)
        value = figure_value(self._desk.report, self._desk.areas, name) if name else None
        if name is None or value is None:
            return _Found(None)
        content = NO_SHARE if value.number is None else self._shaped(value.number, cell, is_count=not name.is_share)
        return _Found(content, self._before(name, cell), value.key)

    def _before(self, name: FigureName, cell: FormCell) -> str:
        if name.is_before or not self._is_compared:
            return ""
        value = figure_value(self._desk.report, self._desk.areas, replace(name, is_before=True))
        if value is None or value.number is None:
            return ""
        return shown(self._shaped(value.number, cell, is_count=not name.is_share))

    def _indicator(self, source: CellSource, cell: FormCell, slot: int) -> _Found:
        line = indicator_line(self._desk.report, source)
        if line is None:
            return _Found(None)
        if source.kind is SourceKind.INDICATOR_BEFORE:
            return _Found(self._value(line.before, line.before_words, cell))
        before = line.shown_before if self._is_compared else ""
        return _Found(self._value(line.value, line.words, cell), before)

    def _value(self, number: Decimal | None, words: str, cell: FormCell) -> Content:
        return content_of_words(words, cell.read.takes) if number is None else self._shaped(number, cell)

    def _field(self, source: CellSource, cell: FormCell, slot: int) -> _Found:
        field = FORM_FIELDS.get(source.name)
        if field is None:  # of a newer program
            return _Found(None)
        words = in_gap(field.value(self._desk.facts), cell.read.lead)
        return _Found(content_of_words(words, cell.read.takes))

    def _of_last(self, source: CellSource, cell: FormCell, slot: int) -> _Found:
        other = self._form.in_slot(source.name)
        if other is None:
            return _Found(None)
        sent = self._sent(other.slot)
        if not sent and other.source.kind in self._finders:
            sent = self._finders[other.source.kind](other.source, cell, other.slot).before
        return _Found(content_as_shown(sent, cell.read.takes))

    def _sent(self, slot: int) -> str:
        """Return what was sent in the last period, else typed for it, '' where neither is known."""
        if self._last is None:
            return ""
        return self._last.filled.get(slot) or self._last.typed.get(slot, "")

    def _typed_words(self, source: CellSource, cell: FormCell, slot: int) -> _Found:
        return _Found(content_of_words(self._typed.get(slot, ""), cell.read.takes))

    def _shaped(self, number: Decimal, cell: FormCell, *, is_count: bool = False) -> Content:
        return content_of_number(number, cell.read.takes, in_words=bool(cell.read.gap), is_count=is_count)


def _doubts(cell: FormCell, source: CellSource, words: str, content: Content | None) -> Iterator[FormDoubt]:
    if content is None:
        gone = "Ô mà ô này lấy số liệu kỳ trước không còn nguồn số liệu"
        if source.kind is not SourceKind.LAST:
            gone = f"“{words}” không có trong báo cáo của các kế hoạch này"
        yield FormDoubt(DoubtCode.GONE, f"{gone}; ô “{cell.name}” để nguyên.")
        return
    if content == "":
        yield FormDoubt(DoubtCode.EMPTY, f"Ô “{cell.name}” chưa có số liệu.")
    if not fits_format(content, cell.read.takes):
        yield FormDoubt(
            DoubtCode.NUMBER, f"Ô “{cell.name}” là ô số nhưng nội dung “{shown(content)}” không phải là số."
        )
    length, room = len(shown(content)), cell.read.room
    if length > LONGEST_WORDS or (room is not None and length > room):
        yield FormDoubt(DoubtCode.LONG, f"Nội dung ô “{cell.name}” dài {length} ký tự, có thể không hiện hết khi in.")


# ---------------------------------------------------------------- choosing


def choices(
    workspace: Workspace, plan_ids: Sequence[int], period_key: str, day: date | None = None
) -> tuple[Choice, ...]:
    """Return all sources that a cell can have besides typing, as a list shows them; NotFound, InvalidInput."""
    return _Desk(workspace, gather(workspace, plan_ids, period_key), day).choices


def proposals(workspace: Workspace, form_id: int, plan_ids: Sequence[int], period_key: str) -> tuple[Proposal, ...]:
    """Return sources for the cells that wait and have none, by the words around them; nothing is mapped."""
    form = form_of(workspace, form_id)
    return proposals_among(form, likely_sources(form, choices(workspace, plan_ids, period_key)))


def likely_sources(form: SuperiorForm, choices: Sequence[Choice]) -> Mapping[str, Proposal]:
    """Return what the words of each cell that waits ask for, by address, whether anything fills it yet or not."""
    return {one.address: one for one in propose(form.described, choices)}


def proposals_among(form: SuperiorForm, likely: Mapping[str, Proposal]) -> tuple[Proposal, ...]:
    """Return what `proposals` does, where the likely sources are known already."""
    placed = form.placed
    found = {**likely, **{one.address: one for one in propose_last(form)}}
    return tuple(found[cell.address] for cell in form.cells if cell.address in found and cell.address not in placed)


def _choices(report: Report, areas: AreaSections) -> Iterator[Choice]:
    yield from (
        Choice(_named(SourceKind.FIELD, name, field.words), field.words, _FIELDS, other_words=field.other_words)
        for name, field in FORM_FIELDS.items()
    )
    yield from _figure_choices(FigureName(base) for base in _bases())
    for area in areas:
        yield from _figure_choices((FigureName(base, area=area) for base in _bases(of_tasks=True)), _AREA_NAMES[area])
    for group in report.figures.agencies:
        names = (FigureName(base, agency=group.scope.agency) for base in _bases(of_tasks=True))
        yield from _figure_choices(names, group.title)
    for line in report.indicators:
        for kind in (SourceKind.INDICATOR, SourceKind.INDICATOR_BEFORE):
            is_before = kind is SourceKind.INDICATOR_BEFORE
            words = f"{line.text} (kỳ trước)" if is_before else line.text
            source = _named(kind, str(line.indicator_id), line.text)
            yield Choice(source, words, _INDICATORS, other_words=(line.text,), is_before=is_before)


def _bases(*, of_tasks: bool = False) -> tuple[str, ...]:
    counted = (one.value for one in Counted if not (of_tasks and one.value in _OF_INDICATORS))
    return (*counted, *SHARE_NAMES)


def _figure_choices(names: Iterator[FigureName], part: str = "") -> Iterator[Choice]:
    for now in names:
        for name in (now, replace(now, is_before=True)):
            source = _named(SourceKind.FIGURE, name.text, f"{name.words} – {part}" if part else name.words)
            yield Choice(source, name.words, _FIGURES, part, _other_words(now), name.is_before)


def _other_words(name: FigureName) -> tuple[str, ...]:
    """Return what a figure is called without what only tells it apart from others in a list, and by others."""
    if name.is_share:
        return (SHARE_NAMES[name.base],)
    called = COUNTED_NAMES[name.counted]
    full = () if name.base in _OF_INDICATORS or "nhiệm vụ" in called else (f"nhiệm vụ {called}",)
    return (*full, *OTHER_WORDS.get(name.counted, ()))


def _named(kind: SourceKind, name: str, words: str) -> CellSource:
    return CellSource(kind, name, words)


# ---------------------------------------------------------------- filling


def fill(
    workspace: Workspace,
    values: FormValues,
    target: Path,
    progress: ProgressCallback = no_progress,
    is_cancelled: CancelCheck = never_cancelled,
) -> tuple[str, ...]:
    """Write a filled copy of the form, in any thread; returns Vietnamese notes. `keep_filled` remembers it.

    NotFound, RefusedFile where the kept original is lost or damaged; CannotWrite, Cancelled. InvalidInput for a target
    of another format than the form's.
    """
    ending = values.form.file.extension
    if target.suffix.lower() != f".{ending}":
        raise InvalidInput(f"Biểu mẫu là tệp .{ending}. Hãy đặt tên tệp có đuôi .{ending}.")
    original = workspace.evidence.whole(values.form.file)
    return workspace.forms.fill(original, values.filled, target, progress, is_cancelled)


def keep_filled(workspace: Workspace, values: FormValues) -> Changes:
    """Remember what a form was filled with, for the next period's comparison; nothing changes where it is known."""
    form, today = values.form, workspace.clock.today()
    filled = {line.mapped.slot: line.shown for line in values.lines if line.mapped and line.shown}
    with workspace.units(Operation("form.fill", about("Điền biểu mẫu", f"{form.name}, {values.period.title}"))) as unit:
        kept = _of_period(workspace.queries.form_periods(form.id), values.period.key)
        if kept is None:
            unit.form_periods.add(FormPeriod(form.id, values.period.key, filled=filled, filled_on=today))
        elif kept.filled != filled or kept.filled_on is None:
            unit.form_periods.update(replace(kept, filled=filled, filled_on=today))
        return unit.commit()
