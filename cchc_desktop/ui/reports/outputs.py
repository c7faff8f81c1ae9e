"""The ways out of the program: Word, PDF, Excel, the printer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QGridLayout, QMenu, QPushButton, QWidget

from cchc_desktop.ui import icons
from cchc_desktop.ui.reports.sides import Sides
from cchc_desktop.ui.widgets.cards import plain_label, primary_button

WORD, PDF, EXCEL = ".docx", ".pdf", ".xlsx"
_BUTTONS = ((WORD, "Word", "file-text"), (PDF, "PDF", "file"), (EXCEL, "Excel", "file-spreadsheet"))
_MARGINS = (12, 8, 12, 10)


class Outputs(QWidget):
    """`file_wanted` brings the ending of a file, `print_wanted` whether a printer is to be asked for."""

    file_wanted = Signal(str)
    print_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.sides = Sides.ALL
        words = plain_label(self.tr("Xuất ra tệp hoặc in đúng như bản xem bên phải"), self, "secondary")
        self.files = {ending: self._file_button(ending, name, icon) for ending, name, icon in _BUTTONS}
        self.print = QPushButton(self.tr("In…"), self)
        self.print.setIcon(icons.icon("printer"))
        self.print.setToolTip(self.tr("In (Ctrl + P)"))
        self.direct = QAction(self)
        self.print.setMenu(self._menu())
        self.show_printer("")
        grid = QGridLayout(self)
        grid.setContentsMargins(*_MARGINS)
        grid.setSpacing(8)
        grid.addWidget(words, 0, 0, 1, 4)
        for column, button in enumerate((*self.files.values(), self.print)):
            grid.addWidget(button, 1, column)
            grid.setColumnStretch(column, 1)

    def show_printer(self, name: str) -> None:
        """Offer to print at once with the printer of the last time, '' for none."""
        self.direct.setVisible(bool(name))
        self.direct.setText(self.tr("In ngay ra máy in {}").format(name.replace("&", "&&")))

    def set_ready(self, *, can_write: bool, can_print: bool) -> None:
        """Let files be written and pages printed, or not."""
        for button in self.files.values():
            button.setEnabled(can_write)
        self.print.setEnabled(can_print)

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in reading order."""
        return [*self.files.values(), self.print]

    def _file_button(self, ending: str, name: str, icon: str) -> QPushButton:
        button = primary_button(name, self) if ending == WORD else QPushButton(name, self)
        button.setIcon(icons.icon(icon, "on_accent" if ending == WORD else "accent"))
        button.setAccessibleName(self.tr("Xuất ra tệp {}").format(name))
        button.clicked.connect(lambda: self.file_wanted.emit(ending))
        return button

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        asked = menu.addAction(icons.icon("printer"), self.tr("Chọn máy in và trang in…"))
        asked.triggered.connect(lambda: self.print_wanted.emit(True))
        menu.addAction(self.direct)
        self.direct.triggered.connect(lambda: self.print_wanted.emit(False))
        menu.addSeparator()
        group = QActionGroup(self)
        for sides, words in (
            (Sides.ALL, self.tr("Tất cả các trang")),
            (Sides.ODD, self.tr("Chỉ trang lẻ")),
            (Sides.EVEN, self.tr("Chỉ trang chẵn")),
        ):
            action = group.addAction(words)
            action.setCheckable(True)
            action.setChecked(sides is self.sides)
            action.setData(sides)
            menu.addAction(action)
        group.triggered.connect(self._choose_sides)
        return menu

    def _choose_sides(self, action: QAction) -> None:
        self.sides = Sides(action.data())
        words = {Sides.ODD: self.tr("In trang lẻ…"), Sides.EVEN: self.tr("In trang chẵn…")}
        self.print.setText(words.get(self.sides, self.tr("In…")))
