"""The inspector: everything that is known of the chosen item, to read."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStackedLayout,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.domain.schedule.wording import UNDATED, describe
from cchc_desktop.ui import icons, theme
from cchc_desktop.ui.workbench.columns import display_number, printed_head
from cchc_desktop.ui.workbench.empty import EmptyState
from cchc_desktop.ui.workbench.unsaved import UnsavedWords

_LABEL_WIDTH = 84
_MINIMUM_WIDTH = 280


class Inspector(QWidget):
    """Shows one item of a snapshot; it never changes anything."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(_MINIMUM_WIDTH)
        self._empty = EmptyState("inbox", self.tr("Chọn một nhiệm vụ để xem chi tiết."), parent=self)
        self._area = QScrollArea(self)
        self._area.setObjectName("inspectorArea")
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(self.tr("Chi tiết nhiệm vụ đang chọn"))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._area)
        self._shown: tuple[WorkItem, str, Mapping[str, str | None]] | None = None

    def sizeHint(self) -> QSize:
        return QSize(320, 480)

    def show_item(self, tree: PlanTree | None, item_id: int | None, unsaved: UnsavedWords | None = None) -> None:
        """Show an item of a snapshot, with typed words that could not be stored; None shows the empty state."""
        item = tree.items.get(item_id) if tree is not None and item_id is not None else None
        if tree is None or item is None:
            self._shown = None
            self._stack.setCurrentWidget(self._empty)
            return
        place = self._place(tree, item)
        words = dict(unsaved.of(item)) if unsaved else {}
        if (item, place, words) != self._shown:
            self._shown = (item, place, words)
            self._area.setWidget(self._page(tree, item, place, words))
        self._stack.setCurrentWidget(self._area)

    def texts(self) -> list[str]:
        """Return all words on the page, in reading order."""
        page: QWidget = self._area if self._shown else self._empty
        return [label.text() for label in page.findChildren(QLabel) if label.text()]

    def _place(self, tree: PlanTree, item: WorkItem) -> str:
        number = display_number(item)
        section = tree.section(item.section_id)
        parts = (
            self.tr("TT {}").format(number) if number else self.tr("Nội dung thành phần") if item.parent_id else "",
            self.tr("Mục {}").format(section.number) if section.number else section.title,
        )
        return " · ".join(filter(None, parts))

    def _page(self, tree: PlanTree, item: WorkItem, place: str, unsaved: Mapping[str, str | None]) -> QWidget:
        page = QWidget()
        page.setObjectName("inspectorPage")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(_label(place, "secondary"))
        content = " ".join(filter(None, (printed_head(item), unsaved.get("content", item.content))))
        layout.addWidget(_label(content or self.tr("(chưa có nội dung)"), "itemTitle"))
        if "content" in unsaved:
            layout.addWidget(_label(self.tr("Chưa lưu được"), "secondary"))
        tabs = QTabWidget(page)
        tabs.addTab(self._information(tree, item, unsaved), self.tr("Thông tin"))
        layout.addWidget(tabs, 1)
        return page

    def _information(self, tree: PlanTree, item: WorkItem, unsaved: Mapping[str, str | None]) -> QWidget:
        page = QWidget()
        page.setObjectName("inspectorPage")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(self._fields(tree, item, unsaved))
        question = tree.schedule(item).question
        if question:
            layout.addWidget(_doubt(question))
        layout.addStretch(1)
        return page

    def _fields(self, tree: PlanTree, item: WorkItem, unsaved: Mapping[str, str | None]) -> QFormLayout:
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(8)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        for name, words, below in self._values(tree, item, unsaved):
            label = _label(name, "fieldName")
            label.setFixedWidth(_LABEL_WIDTH)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            form.addRow(label, _value(words, below))
        return form

    def _values(self, tree: PlanTree, item: WorkItem, unsaved: Mapping[str, str | None]) -> list[tuple[str, str, str]]:
        """Return name, words and the line below the words of each field that is shown."""
        empty = self.tr("(để trống)")
        time = f"“{item.time_words}”" if item.time_words else empty
        rows = (
            ("lead_words", self.tr("Chủ trì"), item.lead_words or empty, ""),
            ("coordinating_words", self.tr("Phối hợp"), item.coordinating_words or empty, ""),
            ("time_words", self.tr("Thời hạn"), time, self._reading(tree, item)),
            ("product", self.tr("Sản phẩm"), item.product or empty, ""),
            ("funding", self.tr("Kinh phí"), item.funding or "", ""),
            ("note", self.tr("Ghi chú"), item.note or "", ""),
            ("person_in_charge", self.tr("Người phụ trách"), item.person_in_charge or "", ""),
            ("leader", self.tr("Lãnh đạo"), item.leader or "", ""),
        )
        shown = []
        for field, name, words, below in rows:
            if field in unsaved:
                shown.append((name, unsaved[field] or empty, self.tr("Chưa lưu được")))
            elif words:
                shown.append((name, words, below))
        return shown

    def _reading(self, tree: PlanTree, item: WorkItem) -> str:
        reading = describe(tree.schedule(item))
        if reading == UNDATED:
            return self.tr("Chưa xác định thời hạn")
        return self.tr("Thời hạn xác định: {}").format(reading)


def _value(words: str, below: str) -> QWidget:
    """Return a field's words, with a second line in secondary text where there is one."""
    if not below:
        return _label(words)
    value = QWidget()
    layout = QVBoxLayout(value)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2)
    layout.addWidget(_label(words))
    layout.addWidget(_label(below, "secondary"))
    return value


def _label(words: str, name: str = "") -> QLabel:
    label = QLabel(words)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    return label


def _doubt(question: str) -> QFrame:
    strip = QFrame()
    strip.setObjectName("doubt")
    layout = QHBoxLayout(strip)
    layout.setContentsMargins(8, 8, 8, 8)
    layout.setSpacing(8)
    mark = QLabel()
    mark.setPixmap(icons.pixmap("info", theme.current().soon.text, 16, strip.devicePixelRatioF()))
    layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(_label(question), 1)
    return strip
