"""Where the chosen agency is used: the rows of all plans that name it, by role."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.agencies.uses import AgencyUse, UseRole
from cchc_desktop.services.agencies import ROLE_NAMES
from cchc_desktop.ui.agencies.uses_model import USE_COLUMNS, AgencyUsesModel
from cchc_desktop.ui.widgets.cards import bar
from cchc_desktop.ui.widgets.elided_combo import ElidedCombo
from cchc_desktop.ui.widgets.empty import EmptyState
from cchc_desktop.ui.widgets.enter_key import ENTER
from cchc_desktop.ui.widgets.rows import RowTable, list_header

_ROLE_LETTERS = 11
_ROLES: tuple[UseRole | None, ...] = (None, *UseRole)


class UsesTable(RowTable):
    """`opened` brings the row on which Enter was pressed or that was clicked twice."""

    opened = Signal(int)

    def __init__(self, model: AgencyUsesModel, parent: QWidget | None = None) -> None:
        super().__init__(model, USE_COLUMNS, parent)
        self.doubleClicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.row())


class UsesPane(QWidget):
    """`item_wanted` brings the ids of a plan and of an item in it, None for an indicator."""

    item_wanted = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._uses: Sequence[AgencyUse] = ()
        self._role: UseRole | None = None
        self._sentence = ""
        self._title = QLabel(self.tr("Nơi dùng"), self)
        self._title.setObjectName("fieldName")
        self._roles = ElidedCombo(self.tr("Lọc nơi dùng theo vai trò"), _ROLE_LETTERS, self)
        self._roles.addItems([self.tr("Mọi vai trò"), *map(list_header, ROLE_NAMES.values())])
        self._roles.activated.connect(lambda number: self.show_role(_ROLES[number]))
        self.model = AgencyUsesModel(self)
        self.table = UsesTable(self.model, self)
        self.table.setAccessibleName(self.tr("Nơi dùng"))
        self.table.setToolTip(self.tr("Nhấn Enter hoặc bấm hai lần để mở nhiệm vụ trong kế hoạch."))
        self.table.opened.connect(self._open)
        self._empty = EmptyState("list-tree", "", parent=self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self._lay_out()
        self._show()

    def show_uses(self, uses: Sequence[AgencyUse], sentence: str) -> None:
        """Show the rows that name an agency; `sentence` says why there are none."""
        self._uses = uses
        self._sentence = sentence
        self._show()

    def show_role(self, role: UseRole | None) -> None:
        """Show the rows of one role, None for all."""
        self._role = role
        self._roles.setCurrentIndex(_ROLES.index(role))
        self._show()

    def _show(self) -> None:
        shown = [use for use in self._uses if self._role in (None, use.role)]
        self.model.show_uses(shown)
        hidden = self.tr("Không có nơi dùng nào ở vai trò này.")
        self._empty.set_sentence(hidden if self._uses else self._sentence)
        self._stack.setCurrentWidget(self.table if shown else self._empty)
        self._title.setText(self.tr("Nơi dùng ({})").format(len(shown)) if shown else self.tr("Nơi dùng"))

    def _open(self, row: int) -> None:
        use = self.model.use(row)
        if use is not None:
            self.item_wanted.emit(use.plan_id, use.item_id)

    def _lay_out(self) -> None:
        head = bar([self._title, None, self._roles], self, is_slim=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self._stack, 1)
