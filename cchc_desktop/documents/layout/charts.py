"""Setting charts: level bars told apart without colours, their words and every number in its place (points).

A number stands in its bar where that has room, else below it on a line that leads there, or at the bar's end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from cchc_desktop.documents.fonts import face_of
from cchc_desktop.documents.layout.column_widths import text_width
from cchc_desktop.documents.layout.shapes import Area, Box, Segment, Shape, diagonal_lines, level_lines
from cchc_desktop.documents.layout.wrap import Lines, Wrapper
from cchc_desktop.documents.metrics import UNITS_PER_EM, FontMetrics
from cchc_desktop.documents.model import Align, Chart, Fill, TextStyle

_PITCH = 1.15  # of the font size, as everywhere
_LABEL_SHARE = 0.36  # of the width, which the names of categories may take at most
_BESIDE = 5.0  # points between words and bars
_SLACK = 3.0  # points before names, for pictures whose letters are a little wider
_BAR = 1.5  # of the font size: how thick a stacked bar is
_GROUPED_BAR = 1.1
_APART = 0.7  # of the font size, between categories
_SMALL = 0.85  # of the font size: numbers that stand below their bar
_LEADER = 3.0  # points of the line that leads to such a number
_PLATE = 1.5  # points of white around a number on a dark bar
_HATCH = 3.2  # points between the lines that fill a bar
_SWATCH = (1.8, 0.85)  # width and height of a sample in the legend, of the font size
_FOR_NAME = 44.0  # points of a page left to the name of the chart
_LEAST_SIZE, _SIZE_STEP = 6.0, 0.5

_GREYS: dict[Fill, float] = {"white": 1.0, "light": 0.8, "dark": 0.35, "diagonal": 1.0, "level": 1.0}
_BARE: frozenset[Fill] = frozenset({"white", "light"})
"""Fills on which a number can be read as it is."""


class ChartText(NamedTuple):
    """Words of one line between `x` and `x + width`; `top` is that of its line space, `pitch` high."""

    x: float
    top: float
    width: float
    pitch: float
    text: str
    style: TextStyle


class ChartSpot(NamedTuple):
    """A bar that is live: the key of the rows that it counts."""

    key: str
    box: Box


class MeasuredChart(NamedTuple):
    """A chart with everything in its place, from its upper left corner."""

    chart: Chart
    width: float
    height: float
    shapes: tuple[Shape, ...]
    texts: tuple[ChartText, ...]
    spots: tuple[ChartSpot, ...]


def measure_chart(chart: Chart, width: float, text_height: float, metrics: FontMetrics) -> MeasuredChart:
    """Set a chart over a width; its letters get smaller where it would be higher than a page."""
    size = chart.style.size
    while True:
        smaller = replace(chart, style=replace(chart.style, size=size))
        found = _ChartSetter(smaller, width, metrics).measured()
        size -= _SIZE_STEP
        if found.height <= text_height - _FOR_NAME or size < _LEAST_SIZE:
            return found._replace(chart=chart)


def _greatest(chart: Chart) -> int:
    """Return what the longest bar stands for, at least one."""
    if chart.kind == "stacked":
        return max((1, *chart.sums()))
    return max((1, *(value for series in chart.series for value in series.values)))


class _ChartSetter:
    """Sets one chart from top to bottom."""

    def __init__(self, chart: Chart, width: float, metrics: FontMetrics) -> None:
        self._chart = chart
        self._width = width
        self._metrics = metrics
        self._size = chart.style.size
        self._pitch = _PITCH * self._size
        self._bold = replace(chart.style, bold=True)
        self._labels = self._wrapped_labels()
        widest = max((self._wide(line) for lines in self._labels for line in lines), default=0.0)
        self._axis = _SLACK + widest + _BESIDE
        greatest = _greatest(chart)
        self._end_room = self._wide(str(greatest), self._bold) + 2 * _BESIDE
        self._unit = (width - self._axis - self._end_room) / greatest
        self._y = 0.0
        self._shapes: list[Shape] = []
        self._texts: list[ChartText] = []
        self._spots: list[ChartSpot] = []

    def measured(self) -> MeasuredChart:
        """Return the chart: its legend, then category by category, and the line on which all bars begin."""
        self._set_legend()
        top = self._y
        for place, lines in enumerate(self._labels):
            self._set_category(place, lines)
        self._shapes.append(Segment(self._axis, top, self._axis, self._y))
        return MeasuredChart(
            self._chart, self._width, self._y, tuple(self._shapes), tuple(self._texts), tuple(self._spots)
        )

    def _wide(self, text: str, style: TextStyle | None = None) -> float:
        return text_width(text, style or self._chart.style, self._metrics)

    def _wrapped_labels(self) -> list[Lines]:
        style = self._chart.style
        limit = self._width * _LABEL_SHARE * UNITS_PER_EM / style.size
        wrap = Wrapper(self._metrics.words(face_of(style)), limit)
        return [wrap(category) for category in self._chart.categories]

    def _write(self, x: float, top: float, width: float, text: str, style: TextStyle, align: Align = "left") -> None:
        pitch = _PITCH * style.size
        self._texts.append(ChartText(x, top, width, pitch, text, replace(style, align=align)))

    # --- legend --------------------------------------------------------------------------------------------------

    def _set_legend(self) -> None:
        """Put down a sample of each fill with its name, as many beside each other as have room."""
        entries: list[tuple[Fill | None, str]] = [(series.fill, series.name) for series in self._chart.series]
        if self._chart.total and self._chart.kind == "stacked":
            entries.append((None, f"Số đậm: {self._chart.total}"))
        widths = [self._legend_width(*entry) for entry in entries]
        begin = self._axis if self._axis + sum(widths) <= self._width else 0.0
        x = begin
        for (fill, name), width in zip(entries, widths, strict=True):
            if x > begin and x + width > self._width + self._size:
                x, self._y = begin, self._y + self._pitch
            self._set_entry(x, fill, name)
            x += width
        self._y += self._pitch + _APART * self._size

    def _legend_width(self, fill: Fill | None, name: str) -> float:
        words = self._wide(name, self._chart.style if fill else self._bold)
        return words + self._swatch_room(fill) + 1.5 * self._size

    def _swatch_room(self, fill: Fill | None) -> float:
        return _SWATCH[0] * self._size + _BESIDE if fill else 0.0

    def _set_entry(self, x: float, fill: Fill | None, name: str) -> None:
        if fill:
            wide, high = (share * self._size for share in _SWATCH)
            top = self._y + (self._pitch - high) / 2
            self._fill(Box(x, top, x + wide, top + high), fill)
        style = self._chart.style if fill else self._bold
        self._write(x + self._swatch_room(fill), self._y, self._wide(name, style), name, style)

    # --- bars ----------------------------------------------------------------------------------------------------

    def _set_category(self, place: int, lines: Lines) -> None:
        """Put down the name of a category, its bars beside the middle of it."""
        words = len(lines) * self._pitch
        bars = self._stacked_height(place) if self._chart.kind == "stacked" else self._grouped_height
        height = max(words, bars)
        top = self._y + (height - words) / 2
        for number, line in enumerate(lines):
            width = self._axis - _BESIDE
            self._write(0, top + number * self._pitch, width, line, self._chart.style, "right")
        top = self._y + (height - bars) / 2
        if self._chart.kind == "stacked":
            self._set_stacked(place, top)
        else:
            self._set_grouped(place, top)
        self._y += height + _APART * self._size

    @property
    def _grouped_height(self) -> float:
        return len(self._chart.series) * _GROUPED_BAR * self._size

    def _set_grouped(self, place: int, top: float) -> None:
        thick = _GROUPED_BAR * self._size
        for number, series in enumerate(self._chart.series):
            value, y = series.values[place], top + number * thick
            end = self._axis + value * self._unit
            if value:
                self._bar(Box(self._axis, y, end, y + thick), series.fill, series.figure(place))
            self._write(end + _BESIDE, y + (thick - self._pitch) / 2, self._end_room, str(value), self._chart.style)

    def _stacked_height(self, place: int) -> float:
        below = _LEADER + _PITCH * _SMALL * self._size if self._has_narrow(place) else 0.0
        return _BAR * self._size + below

    def _has_narrow(self, place: int) -> bool:
        return any(self._is_narrow(series.values[place]) for series in self._chart.series)

    def _is_narrow(self, value: int) -> bool:
        return 0 < value * self._unit < self._wide(str(value)) + 2 * _PLATE + 1

    def _set_stacked(self, place: int, top: float) -> None:
        """Put the bars of a category end to end, the sum behind them, numbers without room below."""
        x, bottom = self._axis, top + _BAR * self._size
        narrow: list[tuple[float, str]] = []
        for series in self._chart.series:
            value = series.values[place]
            box = Box(x, top, x + value * self._unit, bottom)
            x = box.right
            if not value:
                continue
            self._bar(box, series.fill, series.figure(place))
            if self._is_narrow(value):
                narrow.append(((box.left + box.right) / 2, str(value)))
            else:
                self._number_in(box, str(value), series.fill)
        if self._chart.total:
            above = (top + bottom - self._pitch) / 2
            self._write(x + _BESIDE, above, self._end_room, str(self._chart.sums()[place]), self._bold)
        self._numbers_below(narrow, bottom)

    def _number_in(self, box: Box, text: str, fill: Fill) -> None:
        middle, width = (box.left + box.right) / 2, self._wide(text)
        top = (box.top + box.bottom - self._pitch) / 2
        if fill not in _BARE:
            plate = Box(middle - width / 2 - _PLATE, top + _PLATE, middle + width / 2 + _PLATE, top + self._pitch)
            self._shapes.append(Area(plate, 1.0, framed=False))
        self._write(middle - width / 2, top, width, text, self._chart.style)

    def _numbers_below(self, numbers: Sequence[tuple[float, str]], bottom: float) -> None:
        style = replace(self._chart.style, size=_SMALL * self._size)
        end = 0.0
        for middle, text in numbers:
            width = self._wide(text, style)
            x = max(middle - width / 2, end)
            self._shapes.append(Segment(middle, bottom, x + width / 2, bottom + _LEADER))
            self._write(x, bottom + _LEADER, width, text, style)
            end = x + width + _BESIDE / 2

    def _bar(self, box: Box, fill: Fill, figure: str | None) -> None:
        self._fill(box, fill)
        if figure:
            self._spots.append(ChartSpot(figure, box))

    def _fill(self, box: Box, fill: Fill) -> None:
        self._shapes.append(Area(box, _GREYS[fill]))
        self._shapes += _lines_in(box, fill)


def _lines_in(box: Box, fill: Fill) -> Iterator[Segment]:
    if fill == "diagonal":
        yield from diagonal_lines(box, _HATCH * 1.4)
    elif fill == "level":
        yield from level_lines(box, _HATCH)
