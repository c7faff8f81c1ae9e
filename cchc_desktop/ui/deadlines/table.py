"""The list of what falls due: headers of groups over the whole width, several rows can be chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from cchc_desktop.services.followup import DueLine
from cchc_desktop.ui import icons
from cchc_desktop.ui.deadlines.groups import Key, LineGroup
from cchc_desktop.ui.deadlines.model import DUE_COLUMNS, DeadlinesModel, DueColumn, DueRole, LineKey, key_of
from cchc_desktop.ui.widgets.chips import chip_height, paint_chip
from cchc_desktop.ui.widgets.enter_key import ENTER
from cchc_desktop.ui.widgets.rows import Index, RowDelegate, RowTable
from cchc_desktop.ui.widgets.text_fit import TextFitter
from cchc_desktop.ui.workbench.nodes import runs

_MARGIN, _GAP, _ICON = 8, 8, 16


class DeadlinesDelegate(RowDelegate):
    """Draws headers of groups, and chips with the date below them where a group has several."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        is_header = index.data(DueRole.GROUP) is not None
        return QSize(0, self.metrics.group_height if is_header else self.metrics.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        group = index.data(DueRole.GROUP)
        if group is None:
            super().paint(painter, option, index)
            return
        painter.save()
        painter.setClipRect(option.rect)
        painter.fillRect(option.rect, QColor(self._tokens.group))
        self._paint_group(painter, option.rect.adjusted(_MARGIN, 0, -_MARGIN, -1), group)
        painter.setPen(QColor(self._tokens.grid))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

    def is_cut(self, index: Index, rect: QRect) -> bool:
        group = index.data(DueRole.GROUP)
        if group is not None:
            bold, small = self.metrics.bold, self.metrics.small
            told = bold.width(group.title) + small.width(group.aside) + small.width(group.count)
            return told > rect.width() - 2 * _MARGIN - _ICON - 4 * _GAP
        if index.column() == DueColumn.STATUS:
            return True  # the tooltip tells the date besides
        return super().is_cut(index, rect)

    def _paint_group(self, painter: QPainter, rect: QRect, group: LineGroup) -> None:
        colour: str = getattr(self._tokens, group.token).text if group.token != "none" else self._tokens.text
        picture = icons.pixmap(group.icon, colour, _ICON, painter.device().devicePixelRatio())
        painter.drawPixmap(rect.left(), rect.top() + (rect.height() - _ICON) // 2, picture)
        bold, small = self.metrics.bold, self.metrics.small
        count = int(small.width(group.count)) + 1
        self._line(painter, rect, rect.right() - count, group.count, small, self._tokens.text2)
        left = rect.left() + _ICON + _GAP
        room = rect.right() - count - _GAP - left
        title = bold.fit(group.title, room, 1).lines[0]
        self._line(painter, rect, left, title, bold, colour)
        left += int(bold.width(title)) + _GAP
        aside = small.fit(group.aside, max(0, rect.right() - count - _GAP - left), 1).lines[0]
        self._line(painter, rect, left, aside, small, self._tokens.text2)

    def _line(self, painter: QPainter, rect: QRect, left: float, words: str, fitter: TextFitter, colour: str) -> None:
        font: QFont = fitter.font
        painter.setFont(font)
        painter.setPen(QColor(colour))
        top = rect.top() + (rect.height() - self.metrics.pitch) / 2
        painter.drawText(QPointF(left, top + self.metrics.ascent), words)

    def _paint_words(self, painter: QPainter, rect: QRect, index: Index) -> None:
        look = index.data(DueRole.LOOK)
        if look is None:
            super()._paint_words(painter, rect, index)
            return
        inner = self._words_rect(rect, index)
        below = str(index.data(DueRole.DATE_BELOW) or "")
        if not below:
            paint_chip(painter, inner, look, self.metrics, self._tokens)
            return
        chip, line = chip_height(self.metrics), self.metrics.small_pitch
        top = inner.top() + max(0, (inner.height() - chip - line) // 2)
        paint_chip(painter, QRect(inner.left(), top, inner.width(), chip), look, self.metrics, self._tokens)
        painter.setFont(self.metrics.small.font)
        painter.setPen(QColor(self._tokens.text2))
        words = self.metrics.small.fit(below, inner.width() - _MARGIN, 1).lines[0]
        painter.drawText(QPointF(inner.left() + _MARGIN, top + chip + self.metrics.small_ascent), words)


class DeadlinesTable(RowTable):
    """`open_wanted` comes with Enter and a double click; Ctrl+Enter belongs to the page."""

    chosen_changed = Signal()
    open_wanted = Signal()

    def __init__(self, model: DeadlinesModel, parent: QWidget | None = None) -> None:
        super().__init__(model, DUE_COLUMNS, parent, DeadlinesDelegate)
        self._lines = model
        self._headers: list[int] = []
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAccessibleName(self.tr("Danh sách nhiệm vụ đến hạn"))
        self.show_plans(shown=False)
        header = self.horizontalHeader()  # by itself it asks for the flags of each cell when all are chosen
        header.setSelectionModel(QItemSelectionModel(model, header))
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen_changed.emit())
        self.doubleClicked.connect(lambda _: self.open_wanted.emit())

    def show_plans(self, *, shown: bool) -> None:
        """Show or hide the column that says whose plan a row is of."""
        self.setColumnHidden(DueColumn.PLAN, not shown)
        self._columns = DUE_COLUMNS if shown else DUE_COLUMNS[: DueColumn.PLAN]
        self._share_width()

    def show_groups(self, groups: Sequence[LineGroup]) -> None:
        """Show other groups; what is chosen stays chosen, and the place in the list stays."""
        if list(groups) == list(self._lines.groups()):
            return
        kept, place = [key_of(line) for line in self.chosen()], self.verticalScrollBar().value()
        self.selectionModel().blockSignals(True)
        self._put_headers_back()
        self._lines.show_groups(groups)
        self._fit_headers()
        self._select([row for key in kept if (row := self._lines.row_of(key)) is not None])
        self.selectionModel().blockSignals(False)
        self.verticalScrollBar().setValue(place)
        self.chosen_changed.emit()

    def chosen(self) -> list[DueLine]:
        """Return the chosen milestones in their order, each once."""
        found = {key_of(line): line for row in self._chosen_rows() if (line := self._lines.line(row)) is not None}
        return list(found.values())

    def lines_below(self) -> list[DueLine]:
        """Return the milestones below the last chosen one, in their order."""
        last = max(self._chosen_rows(), default=-1)
        rows = range(last + 1, self._lines.rowCount()) if last >= 0 else ()
        return [line for row in rows if (line := self._lines.line(row)) is not None]

    def choose_row(self, row: int | None) -> bool:
        """Choose one row and bring its group's header to the top; False where there is none."""
        if row is None:
            return False
        self._select([row])
        header = max(number for number in self._lines.header_rows() if number <= row)
        self.scrollTo(self._lines.index(header, 0), QAbstractItemView.ScrollHint.PositionAtTop)
        self.scrollTo(self._lines.index(row, 0))
        return True

    def choose_group(self, key: Key) -> bool:
        """Choose the first row of a group; False where there is no such group."""
        header = self._lines.header_of(key)
        return self.choose_row(None if header is None else header + 1)

    def choose_line(self, key: LineKey) -> bool:
        """Choose a milestone; False where it is not shown."""
        return self.choose_row(self._lines.row_of(key))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.open_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _chosen_rows(self) -> list[int]:
        """Return the chosen rows in order, headers among them; Qt would ask for the flags of each of 10,000 cells."""
        chosen = self.selectionModel().selection()
        ranges = [chosen.at(number) for number in range(chosen.size())]
        return sorted({row for one in ranges for row in range(one.top(), one.bottom() + 1)})

    def _select(self, rows: Sequence[int]) -> None:
        model, selection = self.selectionModel(), QItemSelection()
        for first, last in runs(sorted(rows)):  # Qt takes long over thousands of single rows
            selection.select(self._lines.index(first, 0), self._lines.index(last, len(DUE_COLUMNS) - 1))
        flags = QItemSelectionModel.SelectionFlag
        if rows:
            column = max(0, self.currentIndex().column())
            model.setCurrentIndex(self._lines.index(rows[0], column), flags.NoUpdate)
        model.select(selection, flags.ClearAndSelect)

    def _put_headers_back(self) -> None:
        """Give headers the usual height again: a reset of the model keeps heights by their place."""
        self.clearSpans()
        for row in self._headers:
            self.setRowHeight(row, self._rows.metrics.row_height)

    def _fit_headers(self) -> None:
        """Let headers of groups take the whole width and their own height."""
        self.clearSpans()
        height, self._headers = self._rows.metrics.group_height, self._lines.header_rows()
        for row in self._headers:
            self.setSpan(row, 0, 1, len(DUE_COLUMNS))
            self.setRowHeight(row, height)

    def _restyle(self) -> None:
        super()._restyle()
        if hasattr(self, "_lines"):
            self.verticalHeader().setMinimumSectionSize(self._rows.metrics.group_height)
            self._put_headers_back()
            self._fit_headers()
