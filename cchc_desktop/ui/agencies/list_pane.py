"""The left of the screen: search field, filter by kind, the list, and what can be done with the chosen ones."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.agencies.names import AgencyKind
from cchc_desktop.domain.text.abbreviations import Abbreviations
from cchc_desktop.services.agencies import AgencyLine
from cchc_desktop.ui import icons
from cchc_desktop.ui.agencies import words
from cchc_desktop.ui.agencies.filtering import LineFilter
from cchc_desktop.ui.agencies.lines_model import AgencyLinesModel
from cchc_desktop.ui.agencies.table import AgencyTable
from cchc_desktop.ui.widgets.cards import bar
from cchc_desktop.ui.widgets.choosing import choose_rows
from cchc_desktop.ui.widgets.elided_combo import ElidedCombo
from cchc_desktop.ui.widgets.empty import EmptyState
from cchc_desktop.ui.widgets.reading import ReadingLine
from cchc_desktop.ui.widgets.search_field import SearchField

_KIND_LETTERS = 11


class AgencyListPane(QWidget):
    """Shows lines and tells what is wanted; it changes none."""

    chosen_changed = Signal()
    add_wanted = Signal()
    merge_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter = LineFilter(Abbreviations())
        self._lines: Sequence[AgencyLine] = ()
        self._unsaved: Collection[int] = ()
        self._is_editable = True
        self._make_bar()
        self.model = AgencyLinesModel(self)
        self.table = AgencyTable(self.model, self)
        self.table.setAccessibleName(self.tr("Danh sách cơ quan"))
        self._make_stack()
        self._make_foot()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)
        self._enable()

    # --- what is shown

    def set_abbreviations(self, abbreviations: Abbreviations) -> None:
        """Let the search field understand abbreviations."""
        self._filter.set_abbreviations(abbreviations)

    def show_lines(self, lines: Sequence[AgencyLine], unsaved: Collection[int] = ()) -> None:
        """Show another list; what is chosen stays chosen, and the place in the list stays."""
        self._lines, self._unsaved = lines, unsaved
        self._filter.set_lines(lines)
        self._show_found()

    def choose(self, ids: Sequence[int]) -> None:
        """Choose agencies; the filter gives way to one that it hides."""
        if any(self.model.row_of(id_) is None for id_ in ids):
            self.clear_filter()
        self._select(ids)
        if ids and (row := self.model.row_of(ids[0])) is not None:
            self.table.scrollTo(self.model.index(row, 0))

    def chosen(self) -> list[AgencyLine]:
        """Return the chosen agencies in their order."""
        return self.table.chosen_lines()

    def set_editable(self, is_editable: bool) -> None:
        """Let agencies be added, merged and deleted, or only be looked at."""
        self._is_editable = is_editable
        self._enable()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def clear_filter(self) -> None:
        """Show all agencies."""
        self._search.clear()
        self._kinds.setCurrentIndex(0)
        self._show_found()

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in order."""
        return [self._search, self._kinds, self.table, self._delete, self._merge, self._add]

    # --- building

    def _make_bar(self) -> None:
        self._search = SearchField(self.tr("Tìm cơ quan"), self.tr("Tìm cơ quan (Ctrl+F)"), self)
        self._search.setClearButtonEnabled(True)
        self._kinds = ElidedCombo(self.tr("Lọc theo loại cơ quan"), _KIND_LETTERS, self)
        self._kinds.addItem(self.tr("Mọi loại"), None)
        for kind, name in words.KIND_WORDS.items():
            self._kinds.addItem(name, kind)

    def _make_stack(self) -> None:
        self._stack = QStackedWidget(self)
        self._reading = ReadingLine(self)
        self._bare = EmptyState("building-2", self.tr("Chưa có cơ quan nào."), self.tr("Thêm cơ quan"), self)
        self._bare.activated.connect(self.add_wanted)
        self._nothing = EmptyState("search", self.tr("Không có cơ quan nào khớp bộ lọc."), self.tr("Xóa lọc"), self)
        self._nothing.activated.connect(self.clear_filter)
        for page in (self._reading, self._bare, self._nothing, self.table):
            self._stack.addWidget(page)

    def _make_foot(self) -> None:
        self._count = QLabel(self)
        self._count.setObjectName("secondary")
        self._delete = QPushButton(icons.icon("trash-2"), self.tr("Xóa"), self)
        self._merge = QPushButton(self.tr("Gộp…"), self)
        self._add = QPushButton(icons.icon("plus"), self.tr("Thêm cơ quan"), self)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(8, 4, 8, 4)
        head.setSpacing(8)
        head.addWidget(self._search, 1)
        head.addWidget(self._kinds)
        height = max(28, self.fontMetrics().height() + 10)
        for widget in (self._search, self._kinds):
            widget.setFixedHeight(height)
        foot = bar([self._count, None, self._delete, self._merge, self._add], self, is_slim=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
        layout.addWidget(foot)

    def _connect(self) -> None:
        self._search.settled.connect(self._show_found)
        self._search.entered.connect(self._enter_list)
        self._search.stepped.connect(lambda _: self._enter_list())
        self._search.escaped.connect(self._escape)
        self._kinds.currentIndexChanged.connect(lambda _: self._show_found())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._selection_changed())
        self.table.add_wanted.connect(self._add.click)
        self.table.delete_wanted.connect(self._delete.click)
        self._add.clicked.connect(self.add_wanted)
        self._merge.clicked.connect(self.merge_wanted)
        self._delete.clicked.connect(self.delete_wanted)

    def _enter_list(self) -> None:
        """Go from the search field to what it found."""
        if self.model.rowCount():
            self.table.setFocus()
            if not self.table.currentIndex().isValid():
                self.table.selectRow(0)

    def _escape(self) -> None:
        """Clear the search, then leave the field."""
        if self._search.words():
            self._search.show_words("")
        else:
            self._enter_list()

    # --- telling

    def _selection_changed(self) -> None:
        self._enable()
        self.chosen_changed.emit()

    def _show_found(self) -> None:
        ids, place = [line.agency.id for line in self.chosen()], self.table.verticalScrollBar().value()
        found = self._filter.found(self._search.text(), kind_of(self._kinds))
        self.table.selectionModel().blockSignals(True)
        self.model.show_lines(found, self._unsaved)
        self._select(ids)
        self.table.selectionModel().blockSignals(False)
        self.table.verticalScrollBar().setValue(place)
        self.table.viewport().update()
        self._stack.setCurrentWidget(self.table if found else self._nothing if self._lines else self._bare)
        self._count.setText(words.count_words(len(found), len(self._lines)))
        self._selection_changed()

    def _select(self, ids: Sequence[int]) -> None:
        choose_rows(self.table, [row for id_ in ids if (row := self.model.row_of(id_)) is not None])

    def _enable(self) -> None:
        chosen = self.chosen()
        used = [line for line in chosen if line.is_used]
        self._add.setEnabled(self._is_editable)
        self._merge.setEnabled(self._is_editable and len(chosen) > 1)
        self._delete.setEnabled(self._is_editable and bool(chosen) and not used)
        read_only = "" if self._is_editable else words.translated(words.READ_ONLY)
        self._add.setToolTip(read_only)
        self._merge.setToolTip(read_only or self.tr("Chọn hai cơ quan trở lên (giữ phím Ctrl) rồi gộp thành một."))
        is_kept = self.tr("Cơ quan còn được dùng nên không xóa được; có thể gộp vào cơ quan khác.")
        self._delete.setToolTip(read_only or (is_kept if used else ""))


def kind_of(choice: ElidedCombo) -> AgencyKind | None:
    """Return the kind chosen in a list of kinds, None for any."""
    data = choice.currentData()
    return AgencyKind(data) if data is not None else None
