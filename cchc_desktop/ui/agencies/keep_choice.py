"""Several spellings of one agency: which name is kept, which of them are merged into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QGridLayout, QLabel, QRadioButton, QWidget

from cchc_desktop.domain.agencies.agency import Agency
from cchc_desktop.ui.agencies import words
from cchc_desktop.ui.widgets import text_menu
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.stops import order_stops
from cchc_desktop.ui.widgets.text_fields import LineField

_OTHER = 0


@dataclass(frozen=True, slots=True)
class Spelling:
    """One agency to choose from: how often plans name it, and why it is like the first one ('' for the first)."""

    agency: Agency
    uses: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MergeChoice:
    """What a person decided: the agency kept, those merged into it, and another name for it or None."""

    keep_id: int
    other_ids: tuple[int, ...]
    name: str | None = None


class KeepChoice(QWidget):
    """A row for each agency: ticked it is merged, chosen its name is kept; the last row takes another name."""

    changed = Signal()

    def __init__(self, spellings: Sequence[Spelling], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spellings = spellings
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 4)
        self._grid.setColumnStretch(2, 5)
        self._names = QButtonGroup(self)
        self._ticks = [self._add_row(number, spelling) for number, spelling in enumerate(spellings, start=1)]
        self._add_other(len(spellings) + 1)
        self._add_heads()
        self._names.button(spellings[0].agency.id).setChecked(True)
        self._names.idToggled.connect(lambda *_: self._name_chosen())
        order_stops(self.stops())

    def choice(self) -> MergeChoice | None:
        """Return what is decided, None while it is no merge: nothing to merge, or no other name typed."""
        ids = [one.agency.id for one, tick in zip(self._spellings, self._ticks, strict=True) if tick.isChecked()]
        keep = self._names.checkedId()
        name = self.other.words() if keep == _OTHER else None
        if keep == _OTHER:
            keep = ids[0] if ids else _OTHER
        if len(ids) < 2 or keep not in ids or name == "":
            return None
        return MergeChoice(keep, tuple(id_ for id_ in ids if id_ != keep), name)

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in reading order."""
        rows = zip(self._ticks, self._spellings, strict=True)
        return [
            *(stop for tick, one in rows for stop in (tick, self._names.button(one.agency.id))),
            self._names.button(_OTHER), self.other,
        ]  # fmt: skip

    def set_editable(self, is_editable: bool) -> None:
        """Let the choice be made, or only be looked at."""
        for widget in self.stops():
            widget.setEnabled(is_editable)

    def _add_heads(self) -> None:
        reason = self.tr("Lý do") if any(one.reason for one in self._spellings) else ""
        for column, text in enumerate((self.tr("Gộp"), self.tr("Tên được giữ"), reason, self.tr("Nơi dùng"))):
            label = QLabel(text, self)
            label.setObjectName("secondary")
            self._grid.addWidget(label, 0, column)

    def _add_row(self, row: int, spelling: Spelling) -> QCheckBox:
        agency = spelling.agency
        tick = QCheckBox(self)
        tick.setChecked(True)
        tick.setAccessibleName(self.tr("Gộp “{}”").format(agency.name))
        tick.setToolTip(self.tr("Bỏ đánh dấu nếu đây là cơ quan khác."))
        tick.toggled.connect(lambda _: self._ticked())
        radio = _NameButton(agency.name, self)
        radio.setAccessibleName(self.tr("Giữ tên “{}”").format(agency.name))
        self._names.addButton(radio, agency.id)
        uses = QLabel(words.uses_words(spelling.uses), self)
        uses.setObjectName("muted")
        self._grid.addWidget(tick, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(radio, row, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(plain_label(spelling.reason, self, "muted"), row, 2)
        self._grid.addWidget(uses, row, 3)
        return tick

    def _add_other(self, row: int) -> None:
        radio = QRadioButton(self.tr("Tên khác:"), self)
        self._names.addButton(radio, _OTHER)
        self.other = LineField(self.tr("Tên khác"), self, self.tr("Nhập tên đúng của cơ quan"))
        text_menu.install(self.other)
        self.other.textEdited.connect(lambda _: radio.setChecked(True))
        self.other.textChanged.connect(lambda _: self.changed.emit())
        self._grid.addWidget(radio, row, 1)
        self._grid.addWidget(self.other, row, 2, 1, 2)

    def _name_chosen(self) -> None:
        """Merge the agency whose name is kept, whatever was ticked."""
        for tick, one in zip(self._ticks, self._spellings, strict=True):
            if one.agency.id == self._names.checkedId():
                tick.setChecked(True)
        self.changed.emit()

    def _ticked(self) -> None:
        """Keep another name where the agency that had it is left out."""
        ticked = [one.agency.id for one, tick in zip(self._spellings, self._ticks, strict=True) if tick.isChecked()]
        if ticked and self._names.checkedId() not in (_OTHER, *ticked):
            self._names.button(ticked[0]).setChecked(True)
        self.changed.emit()


class _NameButton(QRadioButton):
    """A name to choose; too long a one ends in '…' and is whole in the tooltip."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self.setText(name.replace("&", "&&"))
        self.setToolTip(name)
        self.setMinimumWidth(1)
