"""The menu of the header: which columns are shown, and back to the usual ones."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu

from cchc_desktop.ui.words import Words
from cchc_desktop.ui.workbench.column_widths import ColumnWidths
from cchc_desktop.ui.workbench.columns import FIXED_COLUMNS, ColumnSpec, header_of
from cchc_desktop.ui.workbench.filters_menu import CheckMenu

_words = Words("ColumnMenu")
_RESET = _words.mark("Khôi phục mặc định")


def offer_columns(header: QHeaderView, widths: ColumnWidths) -> None:
    """Open the menu of columns on a right click into a header."""

    def pop_up(place: QPoint) -> None:
        menu = column_menu(header, widths)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(header.mapToGlobal(place))

    header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    header.customContextMenuRequested.connect(pop_up)


def column_menu(header: QHeaderView, widths: ColumnWidths) -> QMenu:
    """Return the menu of a header's columns."""
    menu = CheckMenu(header)
    reset = QAction(_words(_RESET), menu)
    reset.setObjectName("reset")
    reset.setEnabled(widths.is_changed())
    reset.triggered.connect(widths.reset)
    for spec in widths.offered:
        _add_column(menu, spec, widths, reset)
    menu.addSeparator()
    menu.addAction(reset)
    return menu


def _add_column(menu: QMenu, spec: ColumnSpec, widths: ColumnWidths, reset: QAction) -> None:
    def choose(shown: bool) -> None:
        widths.choose(spec.column, shown)
        reset.setEnabled(widths.is_changed())

    action = menu.addAction(header_of(spec))
    action.setObjectName(spec.column.name.lower())
    action.setCheckable(True)
    action.setChecked(widths.is_shown(spec.column))
    action.setEnabled(spec.column not in FIXED_COLUMNS)
    action.toggled.connect(choose)
