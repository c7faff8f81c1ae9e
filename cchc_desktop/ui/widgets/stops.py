"""The order in which Tab visits the widgets of a page or a dialog."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtWidgets import QWidget


def order_stops(stops: Sequence[QWidget]) -> None:
    """Let Tab visit widgets in this order."""
    for one, next_one in pairwise(stops):
        QWidget.setTabOrder(one, next_one)
