"""What was recorded of the chosen item: its milestones with their results, its updates by period, who was urged."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from cchc_desktop.domain.followup.status import MilestoneStatus
from cchc_desktop.ui.following.looks import icon_of
from cchc_desktop.ui.inspector.follow_words import (
    ItemFollow,
    about_words,
    heading_words,
    result_words,
    update_lines,
    urging_lines,
    verdict_words,
    when_words,
)
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.flow import FlowLayout
from cchc_desktop.ui.widgets.icon_label import IconLabel
from cchc_desktop.ui.widgets.link_button import LinkButton
from cchc_desktop.ui.widgets.row_button import RowButton

_SHOWN = 8
"""Milestones that are listed before one asks for all of them: those around the one that presses most."""


class MilestoneSection(QWidget):
    """Lists the milestones; choosing one asks for its result."""

    record_wanted = Signal(object)
    """The occurrence of a milestone."""
    settle_wanted = Signal()
    """Results of milestones that there are no more are to be decided about."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: ItemFollow | None = None
        self._is_whole = False
        self._is_editable = True
        self.heading = QLabel(self)
        self.heading.setObjectName("strong")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.more = LinkButton(self.tr("Xem tất cả các mốc"), self)
        self.more.clicked.connect(self._show_whole)
        self.left_over = plain_label("", self, "secondary")
        self.settle = LinkButton(self.tr("Xử lý…"), self)
        self.settle.clicked.connect(self.settle_wanted)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addLayout(self._rows)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.left_over)
        column.addWidget(self.settle, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._facts)
        self.hide()

    def show_item(self, shown: ItemFollow | None, *, is_editable: bool) -> None:
        """Show what was recorded of an item; nothing where its statuses are not known."""
        if (shown, is_editable) == (self._shown, self._is_editable):
            return
        is_other = shown is None or self._shown is None or shown.item_id != self._shown.item_id
        self._is_whole = self._is_whole and not is_other
        self._shown, self._is_editable = shown, is_editable
        self._fill()

    def buttons(self) -> list[RowButton]:
        """Return the rows of milestones, in their order."""
        return [row for row in self.findChildren(RowButton) if not row.isHidden()]

    def _fill(self) -> None:
        shown = self._shown
        self.setVisible(shown is not None)
        _clear(self._rows)
        _clear(self._facts)
        if shown is None:
            return
        self.heading.setText(heading_words(shown))
        listed = shown.milestones if self._is_whole else _around(shown.milestones, _SHOWN)
        for found in listed:
            self._rows.addWidget(self._row(shown, found))
        left = len(shown.milestones) - len(listed)
        self.more.setText(self.tr("Xem cả {} mốc").format(len(shown.milestones)))
        self.more.setVisible(left > 0)
        self._show_left_over(shown)
        self._add_lines(self.tr("Cập nhật theo kỳ báo cáo"), update_lines(shown))
        self._add_lines(self.tr("Đôn đốc"), urging_lines(shown))

    def _row(self, shown: ItemFollow, found: MilestoneStatus) -> RowButton:
        row = RowButton(self)
        icon, token = icon_of(found.status)
        mark = IconLabel(icon, token, parent=row)
        when, about, verdict = when_words(shown, found), about_words(found), verdict_words(found)
        line = FlowLayout(ends_right=True)
        for words, style in ((when, "strong"), (about, "secondary"), ("" if verdict == when else verdict, "strong")):
            line.addWidget(label := _short_label(words, style, row))
        label.setProperty("state", token)
        grid = QGridLayout(row)
        grid.setContentsMargins(4, 4, 4, 4)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(1)
        grid.addWidget(mark, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(line, 0, 1)
        grid.addWidget(plain_label(result_words(shown, found), row, "secondary"), 1, 1)
        grid.setColumnStretch(1, 1)
        row.setAccessibleName(", ".join(dict.fromkeys(filter(None, (when, about, verdict)))))
        row.setAccessibleDescription(result_words(shown, found))
        row.setEnabled(self._is_editable)
        occurrence = found.milestone.occurrence
        row.clicked.connect(lambda: self.record_wanted.emit(occurrence))
        return row

    def _show_left_over(self, shown: ItemFollow) -> None:
        count = shown.left_over
        self.left_over.setVisible(count > 0)
        self.settle.setVisible(count > 0 and self._is_editable)
        self.left_over.setText(
            self.tr("{} kết quả đã ghi không còn khớp với mốc nào vì thời hạn đã thay đổi.").format(count)
        )

    def _add_lines(self, heading: str, lines: Sequence[str]) -> None:
        if not lines:
            return
        title = QLabel(heading, self)
        title.setObjectName("strong")
        title.setContentsMargins(0, 8, 0, 0)
        self._facts.addWidget(title)
        for line in lines:
            label = plain_label(line, self)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._facts.addWidget(label)

    def _show_whole(self) -> None:
        self._is_whole = True
        self._fill()
        buttons = self.buttons()
        if buttons:
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)


def _around(milestones: Sequence[MilestoneStatus], count: int) -> Sequence[MilestoneStatus]:
    """Return so many neighbours, with the first open milestone among them."""
    open_at = next((place for place, one in enumerate(milestones) if one.days is not None), len(milestones) - 1)
    first = max(0, min(open_at - count // 2, len(milestones) - count))
    return milestones[first : first + count]


def _short_label(words: str, style: str, parent: QWidget) -> QLabel:
    """Return a label of one line, which takes no room without words and never makes the pane wider."""
    label = QLabel(words, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setObjectName(style)
    label.setMinimumWidth(1)
    if not words:
        label.hide()
    return label


def _clear(layout: QVBoxLayout) -> None:
    while (entry := layout.takeAt(0)) is not None:
        widget = entry.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
