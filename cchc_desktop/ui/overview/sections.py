"""The cards of Tổng quan with lists: what to do now, who owes figures, how far areas and agencies are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.domain.followup.reporting import ReportingPeriod
from cchc_desktop.services.overview import AgencyUpdates, PressingItem, Share
from cchc_desktop.ui import icons, theme
from cchc_desktop.ui.following.looks import BAR_PARTS, bar_shares, legend_words, status_look
from cchc_desktop.ui.overview.lines import Cell, Column, Line, LineList
from cchc_desktop.ui.overview.words import (
    ACTION_WORDS,
    given_words,
    number_words,
    period_words,
    share_words,
    translated,
)
from cchc_desktop.ui.widgets.cards import Card, plain_label
from cchc_desktop.ui.widgets.link_button import LinkButton

_MOST_PRESSING, _MOST_OWING, _MOST_SHARES = 6, 4, 10
_PRESSING_COLUMNS = (
    Column("TT 100"),
    Column(share=3),
    Column(share=2, is_optional=True),
    Column("Chưa xác định thời hạn", is_chip=True),
)
_OWING_COLUMNS = (Column(share=1), Column("0" * 14))
_SHARE_COLUMNS = (
    Column(share=1),
    Column("0" * 17),
    Column("100/100", is_right=True),
    Column("100,0%", is_right=True),
)
_MARK = "\u25a0"


class ListCard(Card):
    """A title with a fact beside it, a link at the right end, a list below; `more` shows what the list leaves out."""

    def __init__(self, title: str, columns: Sequence[Column], most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column.setContentsMargins(12, 8, 8, 8)
        self.column.setSpacing(2)
        self._title = QLabel(title, self)
        self._title.setObjectName("cardTitle")
        self._fact = plain_label(parent=self, style="secondary")
        self.link = LinkButton(parent=self)
        self.link.hide()
        self.list = LineList(columns, most, self)
        self._none = plain_label(parent=self, style="muted")
        self.more = LinkButton(parent=self)
        self.more.hide()
        self.more.clicked.connect(self._expand)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._fact, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.link)
        self.column.addLayout(head)
        self.column.addWidget(self.list)
        self.column.addWidget(self._none)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(12)
        self.foot.addWidget(self.more)
        self.foot.addStretch(1)
        self.column.addStretch(1)
        self.column.addLayout(self.foot)

    def show_lines(self, lines: Sequence[Line], nothing: str) -> None:
        """Show other rows; `nothing` says what it means that there are none."""
        self.list.show_lines(lines)
        self._none.setText(nothing)
        self._none.setVisible(not lines)
        left = self.list.hidden_lines()
        self.more.setText(translated("Xem thêm {}").format(left))
        self.more.setVisible(bool(left))

    def fact(self) -> str:
        """Return the fact beside the title."""
        return self._fact.text()

    def title(self) -> str:
        """Return the title."""
        return self._title.text()

    def _expand(self) -> None:
        number = len(self.list.buttons())
        self.list.expand()
        self.more.hide()
        self.list.buttons()[number][0].setFocus()


class PressingCard(ListCard):
    """Việc cần làm ngay; signals bring the row, `all_wanted` asks for all of them."""

    item_opened = Signal(object)
    action_wanted = Signal(object)
    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translated("Việc cần làm ngay"), _PRESSING_COLUMNS, _MOST_PRESSING, parent)
        self._rows: Sequence[PressingItem] = ()
        self.link.clicked.connect(self.all_wanted)
        self.list.opened.connect(lambda number: self.item_opened.emit(self._rows[number]))
        self.list.acted.connect(lambda number: self.action_wanted.emit(self._rows[number]))

    def show_rows(self, rows: Sequence[PressingItem], *, is_editable: bool) -> None:
        """Show what presses, the most urgent first; the link leads to all of it."""
        self._rows = rows[:_MOST_PRESSING]
        self.show_lines([_pressing_line(row, is_editable) for row in self._rows], translated("Không có việc gấp."))
        count = translated.count("%n nhiệm vụ, xếp theo mức gấp", len(rows)) if rows else ""
        self._fact.setText(count)
        self.link.setText(translated.count("Xem cả %n nhiệm vụ", len(rows)))
        self.link.setVisible(bool(rows))


def _pressing_line(row: PressingItem, is_editable: bool) -> Line:
    look, leads = status_look(row.status), "; ".join(row.leads)
    cells = (
        Cell(number_words(row), "text2"),
        Cell(row.item.content),
        Cell(leads, "text2"),
        Cell(chip=look),
    )
    told = ", ".join(filter(None, (look.words, number_words(row), row.item.content, leads)))
    action = ACTION_WORDS[row.status.status]
    return Line(cells, told, action, f"{action} {row.item.content}", is_enabled=is_editable)


class UpdatesCard(ListCard):
    """Who owes updates for the period at hand, with the way to the reporting periods."""

    urge_wanted = Signal(object)
    agency_opened = Signal(object)
    periods_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translated("Chờ số liệu"), _OWING_COLUMNS, _MOST_OWING, parent)
        self._rows: Sequence[AgencyUpdates] = ()
        self.list.opened.connect(lambda number: self.agency_opened.emit(self._rows[number]))
        self.list.acted.connect(self._act)
        self.periods = QPushButton(translated("Kỳ báo cáo…"), self)
        self.periods.setIcon(icons.icon("file-chart-column"))
        self.periods.clicked.connect(self.periods_wanted)
        self.foot.addWidget(self.periods)

    def show_rows(self, period: ReportingPeriod | None, rows: Sequence[AgencyUpdates], *, is_editable: bool) -> None:
        """Show who owes updates for a period; None: the plan reports on none."""
        self._rows = rows
        named = translated("Chờ số liệu {}").format(period_words(period)) if period else translated("Chờ số liệu")
        self._title.setText(named)
        complete = sum(row.is_complete for row in rows)
        self._fact.setText(translated("đã nhận {}/{}").format(complete, len(rows)) if rows else "")
        lines = [_updates_line(row, is_editable) for row in rows]
        self.show_lines(lines, translated("Kỳ này không có đơn vị nào phải gửi số liệu."))

    def _act(self, number: int) -> None:
        row = self._rows[number]
        (self.agency_opened if row.is_complete else self.urge_wanted).emit(row)


def _updates_line(row: AgencyUpdates, is_editable: bool) -> Line:
    name = row.name or translated("Chưa xác định cơ quan")
    icon, token = ("circle-check", "done") if row.is_complete else ("hourglass", "soon")
    given = given_words(row)
    action = translated("Xem") if row.is_complete else translated("Đôn đốc…")
    cells = (Cell(name, icon=icon), Cell(given, token))
    return Line(cells, f"{name}: {given}", action, f"{action} {name}", is_enabled=is_editable or row.is_complete)


class SharesCard(ListCard):
    """How far areas or agencies are; `opened` brings a row, `late_wanted` one whose overdue tasks are to be shown."""

    opened = Signal(object)
    late_wanted = Signal(object)

    def __init__(self, title: str, parent: QWidget | None = None, *, has_legend: bool = False) -> None:
        super().__init__(title, _SHARE_COLUMNS, _MOST_SHARES, parent)
        self._rows: Sequence[Share] = ()
        self.list.opened.connect(lambda number: self.opened.emit(self._rows[number]))
        self.list.acted.connect(lambda number: self.late_wanted.emit(self._rows[number]))
        if has_legend:
            self.column.addWidget(Legend(self))

    def show_rows(self, rows: Sequence[Share], fact: str = "") -> None:
        """Show other rows."""
        self._rows = rows
        self._fact.setText(fact)
        self._fact.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.show_lines([_share_line(row) for row in rows], translated("Kế hoạch chưa có nhiệm vụ nào."))


def _share_line(row: Share) -> Line:
    title, roll_up = row.title or translated("Chưa xác định cơ quan"), row.roll_up
    done, share = f"{roll_up.done}/{roll_up.expected}", share_words(roll_up)
    late = translated("{} quá hạn").format(row.overdue) if row.overdue else ""
    cells = (Cell(title), Cell(shares=bar_shares(roll_up)), Cell(done, is_strong=True), Cell(share, "text2"))
    told = ", ".join(filter(None, (title, translated("hoàn thành {}").format(done), share, late)))
    action = str(row.overdue) if row.overdue else ""
    return Line(cells, told, action, f"{title}: {late}", "triangle-alert")


class Legend(QWidget):
    """What the colours of the bars mean, wrapping where there is little room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel(self)
        self._label.setObjectName("secondary")
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.setWordWrap(True)
        self._label.setMinimumWidth(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 0, 0)
        layout.addWidget(self._label)
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._write()

    def _write(self) -> None:
        tokens = theme.current()
        parts = []
        for part in BAR_PARTS:
            words = legend_words(part).replace(" ", "\u00a0")
            parts.append(f'<span style="color:{getattr(tokens, part.token).bar}">{_MARK}</span>\u00a0{words}')
        self._label.setText(" &nbsp; ".join(parts))
