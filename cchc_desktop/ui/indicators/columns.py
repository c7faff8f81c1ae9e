"""How wide the columns of the grid are, and how many periods there is room for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

from cchc_desktop.domain.indicators.values import VERDICT_NAMES
from cchc_desktop.services.indicator_sheet import MeasuredIndicator
from cchc_desktop.ui.following.looks import verdict_look
from cchc_desktop.ui.indicators.model import Column, IndicatorModel
from cchc_desktop.ui.widgets.chips import chip_width
from cchc_desktop.ui.widgets.metrics import RowMetrics

_PAD = 18
_HEAD_SCALE = 0.9
_WIDEST_VALUE = "1.000,00"
_HEAD_PAD = 26
"""Padding of a header's section, its edge and Qt's own margins, left and right together."""
_LETTERS_TEXT, _LETTERS_LEAST, _LETTERS_PERIOD, _LETTERS_TARGET = 20, 11, 18, 12
_TREND_LETTERS = 10
_HORIZONTAL = Qt.Orientation.Horizontal


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """Widths in pixels by column, and the columns that are hidden."""

    widths: dict[int, int]
    hidden: frozenset[int]


def plan_columns(model: IndicatorModel, font: QFont, metrics: RowMetrics, room: int, last: int) -> ColumnPlan:
    """Return the columns for a room of pixels; the period in place `last` is shown, and earlier ones while they fit.

    The trend gives way before a second period does, the unit before the text gets too narrow.
    """
    body, head = QFontMetrics(font), _head_metrics(font)
    rows = [line for line in model.lines if isinstance(line, MeasuredIndicator)]
    fixed = _fixed(model, body, head, metrics, rows)
    least = body.averageCharWidth() * _LETTERS_TEXT + _PAD
    period = _period_width(model, body, head)
    trend = body.averageCharWidth() * _TREND_LETTERS + _PAD
    hidden = {model.trend_column} if room < sum(fixed.values()) + least + 2 * period + trend else set[int]()
    if model.trend_column not in hidden:
        fixed[model.trend_column] = trend
    if room < sum(fixed.values()) + least + period:
        hidden.add(Column.UNIT)
        del fixed[Column.UNIT]
    shown = _window(len(model.periods), last, max(1, (room - sum(fixed.values()) - least) // period))
    widths = fixed | {Column.FIRST_PERIOD + place: period for place in shown}
    hidden |= {Column.FIRST_PERIOD + place for place in range(len(model.periods)) if place not in shown}
    floor = body.averageCharWidth() * _LETTERS_LEAST + _PAD
    return ColumnPlan({**widths, Column.TEXT: max(floor, room - sum(widths.values()))}, frozenset(hidden))


def _window(count: int, last: int, fitting: int) -> range:
    """Return the places of the periods that are shown: `last` and those before it, later ones where room is left."""
    first = max(0, min(last, count - 1) - fitting + 1)
    return range(first, min(count, first + fitting))


def _fixed(
    model: IndicatorModel,
    body: QFontMetrics,
    head: QFontMetrics,
    metrics: RowMetrics,
    rows: Sequence[MeasuredIndicator],
) -> dict[int, int]:
    def widest(words: Iterable[str], metrics: QFontMetrics) -> int:
        return max(map(metrics.horizontalAdvance, words), default=0)

    heads = [model.headerData(column, _HORIZONTAL) for column in range(model.columnCount())]
    bold = QFont(metrics.bold.font)
    units = widest({one.row.unit or one.target.unit or "" for one in rows}, body)
    targets = widest({one.row.target_words or "" for one in rows}, QFontMetrics(bold))
    most = body.averageCharWidth() * _LETTERS_TARGET
    chips = max(chip_width(verdict_look(verdict), metrics) for verdict in VERDICT_NAMES)
    return {
        Column.NUMBER: max(widest({one.row.number or "" for one in rows}, body), head.horizontalAdvance("TT"))
        + _PAD
        + 8,
        Column.UNIT: max(min(units, most), head.horizontalAdvance(heads[Column.UNIT]) + _HEAD_PAD - _PAD) + _PAD,
        Column.TARGET: max(min(targets, most), head.horizontalAdvance(heads[Column.TARGET]) + _HEAD_PAD - _PAD) + _PAD,
        model.verdict_column: chips + _PAD,
    }


def _period_width(model: IndicatorModel, body: QFontMetrics, head: QFontMetrics) -> int:
    heads = (model.headerData(column, _HORIZONTAL) for column in range(Column.FIRST_PERIOD, model.trend_column))
    widest = max((head.horizontalAdvance(str(words)) for words in heads), default=0)
    most = body.averageCharWidth() * _LETTERS_PERIOD
    return max(min(widest, most) + _HEAD_PAD, body.horizontalAdvance(_WIDEST_VALUE) + _PAD)


def _head_metrics(font: QFont) -> QFontMetrics:
    head = QFont(font)
    head.setPointSizeF(font.pointSizeF() * _HEAD_SCALE)
    head.setWeight(QFont.Weight.DemiBold)
    return QFontMetrics(head)
