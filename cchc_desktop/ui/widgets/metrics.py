"""Fonts and heights of the plan's rows, worked out once from the font of the view."""

from __future__ import annotations

from enum import Enum
from math import ceil

from PySide6.QtGui import QFont, QFontMetricsF

from cchc_desktop.ui.widgets.text_fit import TextFitter

_GROUP_MINIMUM = 28
_PITCH = 0.92
"""Distance of two lines as a share of the font's own: Noto Sans leaves more air than Vietnamese marks need."""
_SMALL = 0.9
"""Secondary text: 9 points beside 10."""


class Density(Enum):
    """How many lines of words a task row shows, and its least height in pixels."""

    COMPACT = (1, 28)
    NORMAL = (2, 36)
    ROOMY = (3, 52)

    def __init__(self, lines: int, minimum: int) -> None:
        self.lines = lines
        self.minimum = minimum


class RowMetrics:
    """Everything that painting needs to know about sizes; made anew when font or density change."""

    def __init__(self, font: QFont, density: Density) -> None:
        self.density = density
        self.body = TextFitter(font)
        self.bold = TextFitter(_bold(font))
        small = _small(font)
        self.small = TextFitter(small)
        self.small_bold = TextFitter(_bold(small))
        metrics, small_metrics = QFontMetricsF(font), QFontMetricsF(small)
        self.pitch = ceil(metrics.height() * _PITCH)
        self.ascent = (self.pitch + metrics.capHeight()) / 2
        self.small_pitch = ceil(small_metrics.height() * _PITCH)
        self.small_ascent = (self.small_pitch + small_metrics.capHeight()) / 2
        self.row_height = max(density.minimum, density.lines * self.pitch + 1)
        self.group_height = max(_GROUP_MINIMUM, self.pitch + 8)


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * _SMALL)
    return small
