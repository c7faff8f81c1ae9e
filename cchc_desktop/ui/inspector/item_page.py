"""The page of one item: where it stands, its content, the tabs, and the bar of commands at its foot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.doubts import Doubt
from cchc_desktop.ui import icons
from cchc_desktop.ui.following.looks import status_look
from cchc_desktop.ui.inspector.facts import ShownItem, head_words, place_words
from cchc_desktop.ui.inspector.follow_words import ItemFollow
from cchc_desktop.ui.inspector.form import InspectorForm
from cchc_desktop.ui.inspector.history_tab import HistoryTab
from cchc_desktop.ui.inspector.milestones import MilestoneSection
from cchc_desktop.ui.inspector.rows import DoubtColumn, note_label
from cchc_desktop.ui.widgets.cards import plain_label, primary_button
from cchc_desktop.ui.widgets.chips import Chip
from cchc_desktop.ui.widgets.small_button import small_button
from cchc_desktop.ui.widgets.value_edits import TitleEdit, ValueEdit

_INSET = 12
_FIELD_INSET = 5
"""Pixels from the edge of a field to its words: fields stand so far to the left that words line up."""


class ItemPage(QWidget):
    """Lays out the parts; `edited` brings a field of the item and its words."""

    edited = Signal(str, str)
    menu_wanted = Signal()
    record_wanted = Signal(object)
    """The occurrence of a milestone whose result is to be recorded, None for the one that presses most."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_editable = True
        self._area = QScrollArea(self)
        self._page = QWidget(self._area)
        self._page.setObjectName("inspectorPage")
        self._place = plain_label("", self._page, "secondary")
        self._place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.chip = Chip(self._page)
        self._head = plain_label("", self._page, "muted")
        self._head.setContentsMargins(_FIELD_INSET, 0, 0, 0)
        self.content = TitleEdit(self.tr("Nội dung nhiệm vụ"), self._page)
        self.content.committed.connect(lambda words: self.edited.emit("content", words))
        self._note = note_label(self._page)
        self.doubts = DoubtColumn(self._page)
        self.tabs = QTabBar(self._page)
        self.form = InspectorForm(self._page)
        self.form.edited.connect(self.edited)
        self.milestones = MilestoneSection(self.form)
        self.form.put_after("product", self.milestones)
        self.milestones.record_wanted.connect(self.record_wanted)
        self.history = HistoryTab(self._page)
        self._footer = self._make_footer()
        self._lay_out()
        self.doubts.mend_wanted.connect(lambda doubt: self.content.select_words(doubt.words))
        self.form.rearranged.connect(self._order_tabs)

    def _lay_out(self) -> None:
        self._area.setObjectName("inspectorArea")
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(self.tr("Chi tiết nhiệm vụ đang chọn"))
        column = QVBoxLayout(self._page)
        column.setContentsMargins(_INSET - _FIELD_INSET, _INSET, _INSET, _INSET)
        column.setSpacing(4)
        column.addLayout(self._make_top())
        for widget in (self._head, self.content, self._note, self.doubts):
            column.addWidget(widget)
        column.addSpacing(4)
        column.addWidget(self._make_tabs())
        column.addWidget(self._inset(self.form))
        column.addWidget(self._inset(self.history))
        column.addStretch(1)
        self._area.setWidget(self._page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._area, 1)
        whole.addWidget(self._footer)
        self.history.hide()

    def _make_top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(_FIELD_INSET, 0, 0, 0)
        row.addWidget(self.chip)
        row.addWidget(self._place, 1)
        return row

    def _inset(self, widget: QWidget) -> QWidget:
        widget.setContentsMargins(_FIELD_INSET, 0, 0, 0)
        return widget

    def _make_tabs(self) -> QWidget:
        frame = QWidget(self._page)
        frame.setContentsMargins(_FIELD_INSET, 0, 0, 0)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("Các mục của nhiệm vụ"))
        self.tabs.addTab(self.tr("Thông tin"))
        self.tabs.addTab(self.tr("Lịch sử"))
        self.tabs.currentChanged.connect(self._show_tab)
        rule = QFrame(frame)
        rule.setObjectName("rule")
        rule.setFixedHeight(1)
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(rule)
        return frame

    def _make_footer(self) -> QFrame:
        footer = QFrame(self)
        footer.setObjectName("bar")
        self.record = primary_button(self.tr("Ghi kết quả…"), footer)
        self.record.setIcon(icons.icon("check", "on_accent"))
        self.record.clicked.connect(lambda: self.record_wanted.emit(None))
        self.mend = QPushButton(self.tr("Sửa"), footer)
        self.mend.setToolTip(self.tr("Sửa nội dung nhiệm vụ"))
        self.mend.clicked.connect(self.begin_editing)
        self.more = small_button("ellipsis", self.tr("Lệnh khác"), footer)
        self.more.clicked.connect(self.menu_wanted)
        row = QHBoxLayout(footer)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(4)
        row.addWidget(self.record)
        row.addStretch(1)
        row.addWidget(self.mend)
        row.addWidget(self.more)
        return footer

    # --- what is shown

    def show_item(self, shown: ShownItem, doubts: Mapping[str, Sequence[Doubt]]) -> None:
        """Show an item; a field that is being typed into keeps what is typed, and nothing scrolls."""
        self._place.setText(place_words(shown))
        self._head.setText(head_words(shown))
        self._head.setVisible(bool(self._head.text()))
        self.content.show_words(shown.words("content"))
        self._note.setText(self.tr("Chưa lưu được"))
        self._note.setVisible("content" in shown.unsaved)
        self.doubts.show_doubts(doubts.get("content", ()), is_editable=self._is_editable)
        self.form.show_item(shown, doubts, is_editable=self._is_editable)
        self.history.set_item(shown.item.id)

    def show_follow(self, follow: ItemFollow | None) -> None:
        """Show what was recorded of the item; None where it is not followed, or its statuses are not known yet."""
        self.chip.show_look(status_look(follow.leading) if follow is not None else None)
        self.milestones.show_item(follow, is_editable=self._is_editable)
        self.record.setEnabled(self._is_editable and follow is not None)
        self._order_tabs()

    def scroll_to_top(self) -> None:
        """Show the item from its beginning."""
        self._area.verticalScrollBar().setValue(0)

    def set_editable(self, is_editable: bool) -> None:
        """Let the item be changed, or only be read."""
        self._is_editable = is_editable
        self.content.setReadOnly(not is_editable)
        self.form.set_editable(is_editable)
        self.mend.setEnabled(is_editable)

    def commit(self) -> None:
        """Tell what is being typed."""
        self.content.commit()
        self.form.commit()

    def settle(self) -> None:
        """Wait no longer for what was told."""
        self.content.settle()
        self.form.settle()

    def begin_editing(self) -> None:
        """Type into the content."""
        self.tabs.setCurrentIndex(0)
        self.content.setFocus(Qt.FocusReason.OtherFocusReason)
        self.content.moveCursor(QTextCursor.MoveOperation.End)
        self._area.ensureWidgetVisible(self.content)

    def texts(self) -> list[str]:
        """Return the words on the page, in reading order."""
        found = [widget for widget in _in_reading_order(self._page) if isinstance(widget, _WORDS)]
        return [text for widget in found if widget.isVisibleTo(self._page) and (text := _text(widget))]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.content.enlarge(self.font())

    def _show_tab(self, number: int) -> None:
        self.form.setVisible(number == 0)
        self.history.setVisible(number == 1)
        if number == 1:
            self.history.refresh()
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab go as one reads: buttons that come later stand last in Qt's own order."""
        order = [widget for widget in _in_reading_order(self._page) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
        order += [self.record, self.mend, self.more]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)


_WORDS = (QLabel, ValueEdit)


def _text(widget: QWidget) -> str:
    if isinstance(widget, ValueEdit):
        return widget.toPlainText() or widget.placeholderText()
    assert isinstance(widget, QLabel)
    return widget.text()


def _in_reading_order(widget: QWidget) -> list[QWidget]:
    """Return a widget's children, depth first, as its layout has them; the inside of an editor is its own matter."""
    if isinstance(widget, QAbstractScrollArea):
        return []
    found: list[QWidget] = []
    layout = widget.layout()
    for child in _widgets_of(layout) if layout is not None else []:
        found += [child, *_in_reading_order(child)]
    return found


def _widgets_of(layout: QLayout) -> list[QWidget]:
    """Return the widgets of a layout and of the layouts in it, in order."""
    found: list[QWidget] = []
    for number in range(layout.count()):
        entry = layout.itemAt(number)
        assert entry is not None  # the number is one of the layout's
        if (widget := entry.widget()) is not None:
            found.append(widget)
        elif (inner := entry.layout()) is not None:
            found += _widgets_of(inner)
    return found
