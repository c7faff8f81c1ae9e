"""The form of the office's profile with the live head of its papers; it stores nothing itself."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QVBoxLayout, QWidget

from cchc_desktop.domain.office import OfficeProfile, suggest_letterhead
from cchc_desktop.ui.office.letterhead_lines import LetterheadLines
from cchc_desktop.ui.office.preview import LetterheadPreview
from cchc_desktop.ui.office.rows import RowList
from cchc_desktop.ui.office.save_line import SaveLine
from cchc_desktop.ui.office.signer_list import SignerList
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.save_key import SaveKey
from cchc_desktop.ui.widgets.stops import order_stops
from cchc_desktop.ui.widgets.text_fields import LineField

_COLUMN_GAP = 24
_SIDE_SHARES = 17, 8
"""Shares of the width: the fields, and the lines with their preview."""
_PART_GAP = 8
_LETTERS_ABREAST = 120
"""Letters that the form must be wide for lines and preview to stand beside the fields, not below them."""
_ABREAST, _STACKED = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class OfficeForm(QWidget):
    """Typed values leave it by `save_wanted(OfficeProfile)` alone, when the button is pressed."""

    save_wanted = Signal(object)
    changed = Signal()
    """A person changed something; `profile` has it."""
    shown = Signal()
    """The form came onto the screen: what is stored may be another profile by now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_filling = False
        self._make_fields()
        self._columns = QBoxLayout(_ABREAST)
        self._side = QBoxLayout(_STACKED)
        self._lay_out()
        self._connect()
        self._stored = self.profile()
        self._order_stops()

    # --- values

    def profile(self) -> OfficeProfile:
        """Return what is typed, without what was left empty."""
        return OfficeProfile(
            name=self.name.words(),
            superior=self.superior.words(),
            letterhead=self.letterhead.lines(),
            place=self.place.words(),
            standing_office=self.standing.words(),
            signers=self.signers.signers(),
            symbols=_symbols(self.symbols.words()),
        )

    def set_profile(self, profile: OfficeProfile) -> None:
        """Show a profile in the place of whatever is typed."""
        self._fill(profile)
        self._stored = self.profile()
        self._show_typed()

    def show_stored(self, profile: OfficeProfile) -> None:
        """Show the stored profile, but leave alone what was typed and not saved, and what is being composed."""
        typed = self.profile()
        self._fill(replace(profile, **{name: getattr(typed, name) for name in self._touched(typed)}))
        self._stored = profile
        self._show_typed()

    def is_changed(self) -> bool:
        """Tell whether something is typed that is not stored."""
        return self.profile() != self._stored

    def show_refusal(self, words: str) -> None:
        """Say in place why nothing was saved."""
        self._foot.show_refusal(words)

    def show_saved(self) -> None:
        """Say in place that the profile is stored."""
        self._foot.show_saved()

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in reading order."""
        grid = (self.name, self.place, self.superior, self.symbols, self.standing)
        return [*grid, *self.signers.stops(), *self.letterhead.stops(), self._foot.button]

    # --- building

    def _make_fields(self) -> None:
        self.name = LineField(self.tr("Tên đơn vị (bắt buộc)"), self)
        self.place = LineField(self.tr("Địa danh"), self)
        self.superior = LineField(self.tr("Cơ quan cấp trên"), self)
        self.symbols = LineField(self.tr("Ký hiệu"), self, self.tr("KH-UBND, BC-UBND"))
        self.standing = LineField(self.tr("Cơ quan thường trực CCHC"), self)
        self.signers = SignerList(self)
        self.letterhead = LetterheadLines(self)
        self.preview = LetterheadPreview(self)
        self._foot = SaveLine(self)

    def _lay_out(self) -> None:
        self._columns.setSpacing(_COLUMN_GAP)
        self._columns.addLayout(self._grid(), _SIDE_SHARES[0])
        self._columns.addLayout(self._side, _SIDE_SHARES[1])
        self._fill_side()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(self._columns)
        layout.addWidget(self._foot)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 4)
        grid.setColumnMinimumWidth(2, _COLUMN_GAP - 2 * 8)
        grid.setColumnStretch(4, 3)
        self._add_field(grid, 0, 0, self.tr("Tên đơn vị *"), self.name)
        self._add_hint(grid, 1, 1, self.tr("Ghi đúng như trên văn bản, chương trình không tự ghép tên"))
        self._add_field(grid, 0, 3, self.tr("Địa danh"), self.place)
        self._add_hint(grid, 1, 4, self.tr("Dùng cho dòng “…, ngày … tháng … năm …”"))
        self._add_field(grid, 2, 0, self.tr("Cơ quan cấp trên"), self.superior)
        self._add_field(grid, 2, 3, self.tr("Ký hiệu"), self.symbols)
        self._add_field(grid, 3, 0, self.tr("Cơ quan thường\ntrực CCHC"), self.standing)
        self._add_hint(grid, 3, 4, self.tr("Cách nhau bằng dấu phẩy"))
        grid.addWidget(QLabel(self.tr("Người ký"), self), 4, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.signers, 4, 1, 1, 4)
        grid.setRowStretch(5, 1)
        return grid

    def _add_field(self, grid: QGridLayout, row: int, column: int, words: str, field: QWidget) -> None:
        label = QLabel(words, self)
        label.setBuddy(field)
        grid.addWidget(label, row, column)
        grid.addWidget(field, row, column + 1)

    def _add_hint(self, grid: QGridLayout, row: int, column: int, words: str) -> None:
        grid.addWidget(plain_label(words, self, "secondary"), row, column, Qt.AlignmentFlag.AlignTop)

    def _fill_side(self) -> None:
        for words, widget in (
            (self.tr("Dòng đầu văn bản (ghi từng dòng, B là in đậm)"), self.letterhead),
            (self.tr("Xem trước đầu văn bản"), self.preview),
        ):
            part = QVBoxLayout()
            part.setSpacing(4)
            part.addWidget(plain_label(words, self, "secondary"))
            part.addWidget(widget)
            part.addStretch(1)
            self._side.addLayout(part, 1)

    def _connect(self) -> None:
        for field in (self.place, self.superior, self.symbols, self.standing):
            field.textChanged.connect(self._edited)
        self.name.textChanged.connect(self._name_edited)
        for rows in (self.signers, self.letterhead):
            rows.edited.connect(self._edited)
            rows.rows_changed.connect(self._order_stops)
        self._foot.button.clicked.connect(lambda: self.save_wanted.emit(self.profile()))
        SaveKey(self, self._foot.button.click)

    def _order_stops(self) -> None:
        """Let Tab follow the eye, also through rows that came later."""
        order_stops(self.stops())

    # --- typing

    def _fill(self, profile: OfficeProfile) -> None:
        self._is_filling = True
        offered = suggest_letterhead(profile.name)
        self.name.show_words(profile.name)
        self.superior.show_words(profile.superior)
        self.letterhead.set_lines(profile.letterhead, own=profile.letterhead not in ((), offered))
        self.place.show_words(profile.place)
        self.standing.show_words(profile.standing_office)
        self.signers.set_values(profile.signers)
        if profile.symbols != _symbols(self.symbols.words()):
            self.symbols.show_words(", ".join(profile.symbols))
        self._is_filling = False

    def _touched(self, typed: OfficeProfile) -> list[str]:
        """Return the names of the values that a person changed since they were stored, or is composing."""
        widgets: dict[str, LineField | RowList] = {
            "name": self.name,
            "superior": self.superior,
            "letterhead": self.letterhead,
            "place": self.place,
            "standing_office": self.standing,
            "signers": self.signers,
            "symbols": self.symbols,
        }
        return [
            name
            for name, widget in widgets.items()
            if getattr(typed, name) != getattr(self._stored, name) or widget.is_composing()
        ]

    def _name_edited(self) -> None:
        if not self._is_filling:
            self.letterhead.offer(suggest_letterhead(self.name.words()))
        self._edited()

    def _edited(self) -> None:
        if not self._is_filling:
            self._foot.clear()
            self._show_typed()
            self.changed.emit()

    def _show_typed(self) -> None:
        typed = self.profile()
        self.preview.show_profile(typed)
        self._foot.button.setEnabled(bool(typed.name) and typed != self._stored)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= self.fontMetrics().averageCharWidth() * _LETTERS_ABREAST
        self._columns.setDirection(_ABREAST if is_wide else _STACKED)
        self._side.setDirection(_STACKED if is_wide else _ABREAST)
        self._side.setSpacing(_PART_GAP if is_wide else _COLUMN_GAP)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.shown.emit()


def _symbols(words: str) -> tuple[str, ...]:
    """Return the symbols that commas part."""
    return tuple(symbol for part in words.split(",") if (symbol := part.strip()))
