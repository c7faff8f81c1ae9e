"""The members of a group: a list from which one is taken away, and a field with a list of names that adds one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from cchc_desktop.domain.agencies.agency import Agency
from cchc_desktop.domain.agencies.merging import spellings
from cchc_desktop.domain.agencies.names import match_key
from cchc_desktop.domain.text.collation import collation_key
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.small_button import small_button
from cchc_desktop.ui.widgets.value_edits import ValueEdit

_SHOWN_ROWS = 5
_ID = Qt.ItemDataRole.UserRole


class MemberList(QListWidget):
    """The members in their order; Delete takes the chosen one away."""

    remove_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)


class MembersField(QWidget):
    """`edited` follows what a person adds or takes away; showing other members is silent."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._agencies: Mapping[int, Agency] = {}
        self._own_id: int | None = None
        self.list = MemberList(self)
        self.list.setAccessibleName(self.tr("Thành viên của nhóm"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.remove_wanted.connect(self._remove)
        self._remove_button = small_button("x", self.tr("Bỏ thành viên đang chọn"), self)
        self._remove_button.clicked.connect(self._remove)
        self.adding = ValueEdit(self.tr("Thêm thành viên"), self, is_one_line=True)
        self.adding.setObjectName("")  # with the edge of a field: this one is always typed into
        self.adding.setPlaceholderText(self.tr("Gõ tên cơ quan để thêm"))
        self.adding.set_source(self._names)
        self.adding.committed.connect(self._add)
        self._doubt = plain_label("", self, "doubt")
        self._doubt.hide()
        self.list.currentRowChanged.connect(lambda _: self._enable())
        self._lay_out()

    def show_members(self, ids: Sequence[int], agencies: Mapping[int, Agency], own_id: int) -> None:
        """Show the members of a group among all agencies."""
        if own_id != self._own_id:
            self._doubt.hide()
            self.adding.settle()
            self.adding.show_words("")
        self._agencies, self._own_id = agencies, own_id
        self._fill(ids)

    def member_ids(self) -> tuple[int, ...]:
        """Return the members in their order."""
        return tuple(self.list.item(row).data(_ID) for row in range(self.list.count()))

    def set_editable(self, is_editable: bool) -> None:
        """Let members be added and taken away, or only be looked at."""
        self.adding.setVisible(is_editable)
        self._remove_button.setVisible(is_editable)

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in order."""
        return [self.list, self._remove_button, self.adding]

    def _names(self) -> list[str]:
        taken = {*self.member_ids(), self._own_id}
        return sorted((agency.name for id_, agency in self._agencies.items() if id_ not in taken), key=collation_key)

    def _fill(self, ids: Sequence[int]) -> None:
        if tuple(ids) != self.member_ids() or self.list.count() == 0:
            self.list.clear()
            for id_ in ids:
                agency = self._agencies.get(id_)
                entry = QListWidgetItem(agency.name if agency is not None else self.tr("(không còn trong danh sách)"))
                entry.setData(_ID, id_)
                entry.setToolTip(entry.text())
                self.list.addItem(entry)
            self._fit()
        self._enable()

    def _fit(self) -> None:
        rows = min(max(self.list.count(), 1), _SHOWN_ROWS)
        self.list.setFixedHeight(rows * max(24, self.fontMetrics().height() + 6) + 4)

    def _enable(self) -> None:
        self._remove_button.setEnabled(self.list.currentRow() >= 0)

    def _add(self, typed: str) -> None:
        """Add the agencies whose names were typed, parted by ';'; a name that is not known stays and is told."""
        names = [name.strip() for name in typed.replace("\n", ";").split(";") if name.strip()]
        known = {match_key(way): agency.id for agency in self._agencies.values() for way in spellings(agency)}
        found = [id_ for name in names if (id_ := known.get(match_key(name))) not in (None, self._own_id)]
        missing = [name for name in names if known.get(match_key(name)) in (None, self._own_id)]
        self._doubt.setText(
            self.tr("Không thêm được “{}”: không có cơ quan này trong danh sách.").format("; ".join(missing))
        )
        self._doubt.setVisible(bool(missing))
        self.adding.settle()
        if not missing:
            self.adding.give_up()
        members = dict.fromkeys((*self.member_ids(), *(id_ for id_ in found if id_ is not None)))
        if tuple(members) != self.member_ids():
            self._fill(tuple(members))
            self.edited.emit()

    def _remove(self) -> None:
        row = self.list.currentRow()
        if row >= 0 and self._remove_button.isVisibleTo(self):
            self.list.takeItem(row)
            self._fit()
            self._enable()
            self.edited.emit()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.list, 1)
        row.addWidget(self._remove_button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self.adding)
        layout.addWidget(self._doubt)
