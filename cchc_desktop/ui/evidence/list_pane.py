"""The left of the screen: search field, filter, the register or what lacks its evidence, and what can be done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.evidence.files import FileState
from cchc_desktop.services.evidence import DocumentLine
from cchc_desktop.ui import icons
from cchc_desktop.ui.evidence import words
from cchc_desktop.ui.evidence.lines import (
    LineFilter,
    SearchedLine,
    SearchedUnproven,
    broken_count,
    found,
    found_unproven,
)
from cchc_desktop.ui.evidence.lines_model import DocumentLinesModel, UnprovenModel
from cchc_desktop.ui.evidence.tables import DocumentTable, unproven_table
from cchc_desktop.ui.widgets import text_menu
from cchc_desktop.ui.widgets.cards import bar
from cchc_desktop.ui.widgets.choosing import choose_rows
from cchc_desktop.ui.widgets.elided_combo import ElidedCombo
from cchc_desktop.ui.widgets.elided_label import ElidedLabel
from cchc_desktop.ui.widgets.empty import EmptyState
from cchc_desktop.ui.widgets.reading import ReadingLine
from cchc_desktop.ui.widgets.search_field import SearchField
from cchc_desktop.ui.widgets.small_button import name_button, small_button

_FILTER_LETTERS = 18


class DocumentListPane(QWidget):
    """Shows lines and tells what is wanted; it changes none."""

    chosen_changed = Signal()
    narrowed_changed = Signal()
    unproven_chosen = Signal(object)
    files_wanted = Signal()
    new_wanted = Signal()
    delete_wanted = Signal()
    check_wanted = Signal()
    stop_wanted = Signal()
    item_wanted = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[SearchedLine] | None = None
        self._states: Mapping[str, FileState] = {}
        self._unproven: Sequence[SearchedUnproven] = ()
        self._broken = 0
        self._is_editable = True
        self._is_checking = False
        self._make_head()
        self._stack = QStackedWidget(self)
        self.model, self.unproven = DocumentLinesModel(self), UnprovenModel(self)
        self.table = DocumentTable(self.model, self._stack)
        self.table.setAccessibleName(self.tr("Danh sách tài liệu"))
        self.unproven_table = unproven_table(self.unproven, self._stack)
        self.unproven_table.setAccessibleName(self.tr("Nhiệm vụ đã hoàn thành, chưa có tài liệu kiểm chứng"))
        self._make_stack()
        self._make_foot()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)
        self._enable()

    # --- what is shown

    def show_lines(self, lines: Sequence[SearchedLine]) -> None:
        """Show another register; what is chosen stays chosen, and the place in the list stays."""
        self._lines = lines
        self._broken = broken_count(lines, self._states)
        self._show_found()

    def show_unproven(self, rows: Sequence[SearchedUnproven]) -> None:
        """Show what is done and has no document to show for it."""
        self._unproven = rows
        if self.narrowed() is LineFilter.UNPROVEN:
            self._show_found()

    def show_states(self, states: Mapping[str, FileState]) -> None:
        """Show how files are that were read from end to end."""
        self._states = dict(states)
        self._broken = broken_count(self._lines or (), self._states)
        self.model.show_states(self._states)
        if self.narrowed() is LineFilter.BROKEN:
            self._show_found()
        elif not self._is_checking:
            self._count.show_words(self._count_words())

    def show_checking(self, sentence: str) -> None:
        """Say how far the reading of all files is, '' where none is under way."""
        self._is_checking = bool(sentence)
        self._name_check()
        self._count.show_words(sentence or self._count_words())

    def show_copying(self, sentence: str) -> None:
        """Say how far files are that are being copied in, '' where none is."""
        if not self._is_checking:
            self._count.show_words(sentence or self._count_words())

    def narrowed(self) -> LineFilter:
        """Return the chosen filter."""
        return LineFilter(self._filter.currentData())

    def choose_filter(self, narrowed: LineFilter) -> None:
        """Narrow the list."""
        self._filter.setCurrentIndex(self._filter.findData(narrowed))

    def choose(self, ids: Sequence[int]) -> None:
        """Choose documents; the filter gives way to one that it hides."""
        if any(self.model.row_of(id_) is None for id_ in ids):
            self.clear_filter()
        self._select(ids)
        if ids and (row := self.model.row_of(ids[0])) is not None:
            self.table.scrollTo(self.model.index(row, 0))

    def chosen(self) -> list[DocumentLine]:
        """Return the chosen documents in their order."""
        return [] if self.narrowed() is LineFilter.UNPROVEN else self.table.chosen_lines()

    def set_editable(self, is_editable: bool) -> None:
        """Let documents be added and deleted, or only be looked at."""
        self._is_editable = is_editable
        self._enable()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def clear_filter(self) -> None:
        """Show all documents."""
        self._filter.setCurrentIndex(0)
        self._search.show_words("")
        self._show_found()

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in order."""
        empty = [*self._bare.stops(), *self._nothing.stops()]
        foot = [self._check, self._delete, self._add]
        return [self._search, self._filter, *empty, self.table, self.unproven_table, *foot]

    # --- building

    def _make_head(self) -> None:
        self._search = SearchField(self.tr("Tìm tài liệu"), self.tr("Tìm số, trích yếu, nơi ban hành (Ctrl+F)"), self)
        text_menu.install(self._search)
        self._filter = ElidedCombo(self.tr("Lọc tài liệu"), _FILTER_LETTERS, self)
        for narrowed, name in words.FILTER_WORDS.items():
            self._filter.addItem(name, narrowed.value)

    def _make_stack(self) -> None:
        self._reading = ReadingLine(self._stack)
        self._bare = EmptyState(
            "folder-open",
            self.tr("Chưa có tài liệu nào. Kéo tệp vào đây hoặc thêm tài liệu."),
            self.tr("Chọn tệp…"),
            self._stack,
        )
        self._bare.activated.connect(self.files_wanted)
        nothing = self.tr("Không có tài liệu nào khớp bộ lọc.")
        self._nothing = EmptyState("search", nothing, self.tr("Xóa lọc"), self._stack)
        self._nothing.activated.connect(self.clear_filter)
        self._proven = EmptyState(
            "circle-check", self.tr("Mọi kết quả đã hoàn thành đều có tài liệu kiểm chứng."), parent=self._stack
        )
        for page in (self._reading, self._bare, self._nothing, self._proven, self.table, self.unproven_table):
            self._stack.addWidget(page)

    def _make_foot(self) -> None:
        self._count = ElidedLabel(self)
        self._count.setObjectName("secondary")
        self._check = small_button("shield-check", "", self)
        self._name_check()
        self._delete = QPushButton(icons.icon("trash-2"), self.tr("Xóa"), self)
        self._add = QPushButton(icons.icon("plus"), self.tr("Thêm tài liệu…"), self)
        menu = QMenu(self._add)
        menu.addAction(icons.icon("paperclip"), self.tr("Chọn tệp…"), self.files_wanted.emit)
        menu.addAction(icons.icon("archive"), self.tr("Ghi tài liệu không kèm tệp"), self.new_wanted.emit)
        self._add.setMenu(menu)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(8, 4, 8, 4)
        head.setSpacing(8)
        head.addWidget(self._search, 1)
        head.addWidget(self._filter)
        height = max(28, self.fontMetrics().height() + 10)
        for widget in (self._search, self._filter):
            widget.setFixedHeight(height)
        foot = bar([self._count, self._check, self._delete, self._add], self, is_slim=True)
        row = foot.layout()
        if isinstance(row, QHBoxLayout):
            row.setStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
        layout.addWidget(foot)

    def _connect(self) -> None:
        self._search.settled.connect(self._show_found)
        self._search.escaped.connect(self._search.clear)
        self._search.entered.connect(self._enter_list)
        self._search.stepped.connect(lambda _: self._enter_list())
        self._filter.currentIndexChanged.connect(lambda _: self._narrow())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._selection_changed())
        self.table.add_wanted.connect(self._add_by_key)
        self.table.delete_wanted.connect(self._delete.click)
        self.unproven_table.opened.connect(self._open_unproven)
        self.unproven_table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.unproven_table.selectionModel().selectionChanged.connect(lambda *_: self._tell_unproven())
        self.unproven.modelReset.connect(self._tell_unproven)
        self._delete.clicked.connect(self.delete_wanted)
        self._check.clicked.connect(self._check_or_stop)

    # --- telling

    def _name_check(self) -> None:
        begin = self.tr("Đọc lại toàn bộ các tệp để tìm tệp mất hoặc đã thay đổi")
        name_button(self._check, self.tr("Dừng kiểm tra tệp") if self._is_checking else begin)
        self._check.setIcon(icons.icon("x" if self._is_checking else "shield-check", "text2"))

    def _narrow(self) -> None:
        self._show_found()
        self.narrowed_changed.emit()

    def _enter_list(self) -> None:
        page = self._stack.currentWidget()
        if page in (self.table, self.unproven_table):
            if self.table.chosen_row() is None and self.model.rowCount():
                self.table.selectRow(0)
            page.setFocus()

    def _add_by_key(self) -> None:
        if self._is_editable:
            self.new_wanted.emit()

    def _check_or_stop(self) -> None:
        (self.stop_wanted if self._is_checking else self.check_wanted).emit()

    def _tell_unproven(self) -> None:
        rows = sorted(index.row() for index in self.unproven_table.selectionModel().selectedRows())
        self.unproven_chosen.emit([line for row in rows if (line := self.unproven.line(row)) is not None])

    def _open_unproven(self, row: int) -> None:
        line = self.unproven.line(row)
        if line is not None:
            self.item_wanted.emit(line.plan_id, line.item_id)

    def _selection_changed(self) -> None:
        self._enable()
        self.chosen_changed.emit()

    def _show_found(self) -> None:
        if self._lines is None:
            return
        ids, place = [line.document.id for line in self.chosen()], self.table.verticalScrollBar().value()
        lines = found(self._lines, self._search.words(), self.narrowed(), self._states)
        if self.narrowed() is LineFilter.UNPROVEN:
            self.unproven.show_lines(found_unproven(self._unproven, self._search.words()))
        self.table.selectionModel().blockSignals(True)
        self.model.show_lines(lines)
        self._select(ids)
        self.table.selectionModel().blockSignals(False)
        self.table.verticalScrollBar().setValue(place)
        self.table.viewport().update()
        self._stack.setCurrentWidget(self._page_for(lines))
        if not self._is_checking:
            self._count.show_words(self._count_words())
        self._selection_changed()

    def _page_for(self, lines: Sequence[DocumentLine]) -> QWidget:
        if self.narrowed() is LineFilter.UNPROVEN:
            return (
                self.unproven_table if self.unproven.rowCount() else self._nothing if self._unproven else self._proven
            )
        return self.table if lines else self._nothing if self._lines else self._bare

    def _count_words(self) -> str:
        if self.narrowed() is LineFilter.UNPROVEN:
            return self.tr("{} kết quả chưa có tài liệu").format(self.unproven.rowCount())
        shown, whole = self.model.rowCount(), len(self._lines or ())
        count = (
            self.tr("{}/{} tài liệu").format(shown, whole) if shown != whole else self.tr("{} tài liệu").format(whole)
        )
        broken = self.tr("{} tệp mất hoặc đã thay đổi").format(self._broken) if self._broken else ""
        return " · ".join(filter(None, (count, broken)))

    def _select(self, ids: Sequence[int]) -> None:
        choose_rows(self.table, [row for id_ in ids if (row := self.model.row_of(id_)) is not None])

    def _enable(self) -> None:
        read_only = "" if self._is_editable else words.translated(words.READ_ONLY)
        self._add.setEnabled(self._is_editable)
        self._delete.setEnabled(self._is_editable and bool(self.chosen()))
        for way_on in self._bare.stops():
            way_on.setEnabled(self._is_editable)
        for button in (self._add, self._delete):
            button.setToolTip(read_only)
