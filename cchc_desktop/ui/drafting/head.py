"""The line above the parts of a report: what the paper is called, and about what it is."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget


def head_line(fields: tuple[tuple[str, QWidget], tuple[str, QWidget]], parent: QWidget) -> QGridLayout:
    """Return both fields behind their names; the second one takes most of the room."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(3, 3)
    for number, (words, field) in enumerate(fields):
        label = QLabel(words, parent)
        label.setObjectName("fieldName")
        label.setBuddy(field)
        grid.addWidget(label, 0, 2 * number)
        grid.addWidget(field, 0, 2 * number + 1)
    return grid
