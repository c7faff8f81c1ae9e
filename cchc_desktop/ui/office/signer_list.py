"""Who signs papers: capacity as it stands on paper, line by line, and the name; the first is the usual one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cchc_desktop.domain.office import Signer
from cchc_desktop.ui.office.rows import Row, RowList
from cchc_desktop.ui.widgets.small_button import name_button, small_button
from cchc_desktop.ui.widgets.text_fields import LineField, LinesField


class SignerList(RowList):
    """The signers in the order in which they are offered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(SignerRow, self.tr("Thêm người ký"), parent)

    def signers(self) -> tuple[Signer, ...]:
        """Return the signers that hold a name or a capacity."""
        return self.values()


class SignerRow(Row):
    """One signer; the buttons that move stand only where there is more than one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.capacity = LinesField("", self, self.tr("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"))
        self.name = LineField("", self, self.tr("Họ và tên"))
        self._up = small_button("arrow-up", "", self)
        self._down = small_button("arrow-down", "", self)
        self._remove = small_button("x", "", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.capacity, 1)
        row.addWidget(self.name, 1, Qt.AlignmentFlag.AlignTop)
        for button in (self._up, self._down, self._remove):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.capacity.textChanged.connect(self.edited)
        self.name.textChanged.connect(self.edited)
        self._up.clicked.connect(lambda: self.move_wanted.emit(-1))
        self._down.clicked.connect(lambda: self.move_wanted.emit(1))
        self._remove.clicked.connect(self.remove_wanted)

    def value(self) -> Signer | None:
        """Return the signer, None where neither name nor capacity was typed."""
        signer = Signer(self.name.words(), self.capacity.lines())
        return signer if signer.name or signer.capacity else None

    def show_value(self, value: Signer | None) -> None:
        """Show a signer; None empties the row."""
        shown = value or Signer("")
        self.name.show_words(shown.name)
        self.capacity.show_lines(shown.capacity)

    def set_place(self, number: int, count: int) -> None:
        """Name the fields by the signer's number and open the ways that lead somewhere."""
        self.capacity.setAccessibleName(self.tr("Chức vụ của người ký {}").format(number))
        self.name.setAccessibleName(self.tr("Họ và tên người ký {}").format(number))
        name_button(self._up, self.tr("Chuyển người ký {} lên").format(number))
        name_button(self._down, self.tr("Chuyển người ký {} xuống").format(number))
        name_button(self._remove, self.tr("Bỏ người ký {}").format(number))
        for button, is_open in ((self._up, number > 1), (self._down, number < count)):
            button.setVisible(count > 1)
            button.setEnabled(is_open)

    def is_composing(self) -> bool:
        """Tell whether an input method holds letters."""
        return self.capacity.is_composing() or self.name.is_composing()

    def stops(self) -> Sequence[QWidget]:
        """Return the two fields and the three buttons."""
        return self.capacity, self.name, self._up, self._down, self._remove

    def focus_after_move(self, step: int) -> None:
        """Keep the focus on the button that was pressed, or on the other one at an end of the list."""
        pressed, other = (self._up, self._down) if step < 0 else (self._down, self._up)
        (pressed if pressed.isEnabled() else other).setFocus()
