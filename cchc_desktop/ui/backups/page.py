"""The page of backups: how they stand and where they are, what can be done, and all of them as a list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.domain.backups import BackupLine, BackupState, OutsidePlace
from cchc_desktop.ui import icons
from cchc_desktop.ui.backups import words
from cchc_desktop.ui.backups.table import BackupTable
from cchc_desktop.ui.widgets.cards import Card, bar, icon_label, plain_label, primary_button
from cchc_desktop.ui.widgets.long_paths import PathLabel, breakable
from cchc_desktop.ui.widgets.stops import order_stops
from cchc_desktop.ui.widgets.strip import Strip, StripColumn

_COPY = "copy_outside"
_SECOND = "choose_second"
_USE = "use_second"


class BackupPage(QWidget):
    """Shows plain values and tells what was asked for; it does nothing itself."""

    back_up_wanted = Signal()
    copy_wanted = Signal()
    copy_to_wanted = Signal(object)
    second_wanted = Signal()
    second_accepted = Signal(object)
    no_second_wanted = Signal()
    folder_wanted = Signal(object)
    preview_wanted = Signal(object)
    other_file_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strips = StripColumn(self)
        self._state: BackupState | None = None
        self._asked: Path | None = None
        self._table = BackupTable(self)
        self._count = QLabel(self)
        self._count.setObjectName("cardTitle")
        self._build_buttons()
        self._card = _StateCard(self)
        self._lay_out()
        order_stops(self.stops())
        self._table.line_chosen.connect(lambda _: self._allow())
        self._table.opened.connect(self._preview)
        self._is_busy = False
        self._allow()

    def show_state(self, state: BackupState, now: datetime) -> None:
        """Say how the backups stand, with a strip for each worry."""
        self._card.newest.setText(words.newest_words(state, now))
        self._card.outside.setText(words.outside_words(state))
        self._state = state
        self._show_strips()

    def ask_about(self, folder: Path | None) -> None:
        """Ask in place whether copies shall go to a folder that is on the disk of the data; None asks no more."""
        self._asked = folder
        self._show_strips()

    def _show_strips(self) -> None:
        self.strips.clear()
        if self._asked is not None:
            actions = ((_SECOND, self.tr("Chọn nơi khác…")), (_USE, self.tr("Vẫn dùng thư mục này")))
            self._add_strip(words.shared_disk_words(self._asked), actions)
        if self._state is None:
            return
        if warning := words.outside_warning(self._state):
            actions = ((_COPY, self.tr("Chép ra USB")), (_SECOND, self.tr("Chọn nơi lưu thứ hai…")))
            self._add_strip(warning, actions)
        for trouble in filter(None, (*self._state.troubles, self._state.note)):
            self._add_strip(trouble, ())
        order_stops(self.stops())

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in reading order."""
        told = [button for strip in self.strips.findChildren(Strip) for button in strip.buttons()]
        state = [self._back_up, self._copy, self._open_folder, self._no_second, self._choose_second]
        return [self._back, *told, *state, self._other, self._look, self._table]

    def _add_strip(self, sentence: str, actions: Sequence[tuple[str, str]]) -> None:
        strip = Strip(sentence, actions, self.strips)
        strip.chosen.connect(self._strip_chosen)
        self.strips.add(strip)

    def show_places(self, home: Path, second: str) -> None:
        """Say where backups are kept; `second` is empty while there is no second place."""
        self._card.home.set_path(str(home))
        self._card.second.set_path(second or self.tr("chưa chọn"))
        self._no_second.setVisible(bool(second))

    def show_lines(self, lines: Sequence[BackupLine]) -> None:
        """Show the backups, newest first."""
        self._count.setText(self.tr("Các bản sao lưu ({})").format(len(lines)))
        self._table.show_lines(lines)
        self._allow()

    def show_note(self, sentence: str) -> None:
        """Say in place how copying went or why it cannot be done; '' takes it away."""
        self._card.note.setText(breakable(sentence))
        self._card.note.setAccessibleName(sentence)
        self._card.note.setVisible(bool(sentence))

    def offer_places(self, places: Sequence[OutsidePlace]) -> QMenu:
        """Let one of several disks be chosen, in a menu below the button."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place in places:
            action = menu.addAction(
                icons.icon("usb"), self.tr("{}, còn trống {}").format(place.name, words.show_size(place.free))
            )
            action.triggered.connect(lambda _=False, place=place: self.copy_to_wanted.emit(place))
        menu.popup(self._copy.mapToGlobal(QPoint(0, self._copy.height())))
        return menu

    def set_busy(self, busy: bool) -> None:
        """Close the buttons while a backup is being made, copied or restored."""
        self._is_busy = busy
        self._allow()

    def _build_buttons(self) -> None:
        self._back = QPushButton(icons.icon("chevron-left"), self.tr("Về kế hoạch"), self)
        self._back_up = primary_button(self.tr("Sao lưu ngay"), self)
        self._copy = QPushButton(icons.icon("usb"), self.tr("Chép ra USB"), self)
        self._choose_second = QPushButton(self.tr("Chọn nơi lưu thứ hai…"), self)
        self._no_second = QPushButton(self.tr("Bỏ nơi này"), self)
        self._no_second.setAccessibleName(self.tr("Bỏ nơi lưu thứ hai"))
        self._open_folder = QPushButton(icons.icon("folder-open"), self.tr("Mở thư mục"), self)
        self._other = QPushButton(self.tr("Khôi phục từ tệp khác…"), self)
        self._look = QPushButton(icons.icon("archive-restore"), self.tr("Xem và khôi phục…"), self)
        for button, signal in (
            (self._back_up, self.back_up_wanted),
            (self._copy, self.copy_wanted),
            (self._choose_second, self.second_wanted),
            (self._no_second, self.no_second_wanted),
            (self._other, self.other_file_wanted),
        ):
            button.clicked.connect(signal)
        self._open_folder.clicked.connect(lambda: self.folder_wanted.emit(Path(self._card.home.path())))
        self._look.clicked.connect(lambda: self._preview(self._table.chosen()))

    def _lay_out(self) -> None:
        self._back.setFlat(True)
        self._back.clicked.connect(self.left)
        title = QLabel(self.tr("Sao lưu và khôi phục"), self)
        title.setObjectName("pageTitle")
        self._card.set_buttons(
            (self._back_up,), (self._copy,), (self._open_folder,), (self._no_second, self._choose_second)
        )
        listing = QHBoxLayout()
        listing.addWidget(self._count)
        listing.addStretch(1)
        listing.addWidget(self._other)
        listing.addWidget(self._look)
        body = QVBoxLayout()
        body.setContentsMargins(16, 4, 16, 12)
        body.setSpacing(8)
        body.addWidget(self._card)
        body.addSpacing(4)
        body.addLayout(listing)
        body.addWidget(self._table, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar([self._back, title, None], self))
        layout.addWidget(self.strips)
        layout.addLayout(body)

    def _preview(self, line: BackupLine | None) -> None:
        if line is not None and line.is_sound and not self._is_busy:
            self.preview_wanted.emit(line.backup.file)

    def _strip_chosen(self, key: str) -> None:
        if key == _USE:
            self.second_accepted.emit(self._asked)
        else:
            (self.copy_wanted if key == _COPY else self.second_wanted).emit()

    def _allow(self) -> None:
        chosen = self._table.chosen()
        self._look.setEnabled(not self._is_busy and chosen is not None and chosen.is_sound)
        for button in (self._back_up, self._copy, self._choose_second, self._no_second, self._other):
            button.setEnabled(not self._is_busy)


class _StateCard(Card):
    """How backups stand, line by line: what, its words, its buttons."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(2, 1)
        self.column.addLayout(self._grid)
        self.newest, self.outside = plain_label(parent=self), plain_label(parent=self)
        self.home, self.second = PathLabel(parent=self), PathLabel(parent=self)
        self.note = plain_label(parent=self, style="secondary")
        self.note.hide()

    def set_buttons(self, newest: Sequence[QWidget], outside: Sequence[QWidget], home: Sequence[QWidget],
                    second: Sequence[QWidget]) -> None:  # fmt: skip
        """Put the lines together; called once."""
        self._line("database-backup", self.tr("Bản sao lưu gần nhất"), self.newest, newest)
        self._line("usb", self.tr("Bản chép trên ổ đĩa khác"), self.outside, outside)
        self._grid.addWidget(self.note, self._grid.rowCount(), 2, 1, 2)
        self._line("folder-open", self.tr("Nơi lưu"), self.home, home)
        self._line("hard-drive", self.tr("Nơi lưu thứ hai"), self.second, second)

    def _line(self, icon: str, name: str, words: QWidget, buttons: Sequence[QWidget]) -> None:
        row = self._grid.rowCount()
        label = QLabel(name, self)
        label.setObjectName("fieldName")
        self._grid.addWidget(icon_label(icon, self), row, 0)
        self._grid.addWidget(label, row, 1)
        side = QHBoxLayout()
        side.setSpacing(8)
        for button in buttons:
            side.addWidget(button)
        self._grid.addWidget(words, row, 2, 1, 1 if buttons else 2)
        self._grid.addLayout(side, row, 3, Qt.AlignmentFlag.AlignRight)
