"""The inspector: everything that is known of the chosen item, to read."""

from __future__ import annotations

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
        self._shown: tuple[WorkItem, str] | None = None

    def sizeHint(self) -> QSize:
        return QSize(320, 480)

    def show_item(self, tree: PlanTree | None, item_id: int | None) -> None:
        """Show an item of a snapshot; None shows the empty state."""
        item = tree.items.get(item_id) if tree is not None and item_id is not None else None
        if tree is None or item is None:
            self._shown = None
            self._stack.setCurrentWidget(self._empty)
            return
        place = self._place(tree, item)
        if (item, place) != self._shown:
            self._shown = (item, place)
            self._area.setWidget(self._page(tree, item, place))
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

    def _page(self, tree: PlanTree, item: WorkItem, place: str) -> QWidget:
        page = QWidget()
        page.setObjectName("inspectorPage")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(_label(place, "secondary"))
        content = " ".join(filter(None, (printed_head(item), item.content)))
        layout.addWidget(_label(content or self.tr("(chưa có nội dung)"), "itemTitle"))
        tabs = QTabWidget(page)
        tabs.addTab(self._information(tree, item), self.tr("Thông tin"))
        layout.addWidget(tabs, 1)
        return page

    def _information(self, tree: PlanTree, item: WorkItem) -> QWidget:
        page = QWidget()
        page.setObjectName("inspectorPage")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(self._fields(tree, item))
        question = tree.schedule(item).question
        if question:
            layout.addWidget(_doubt(question))
        layout.addStretch(1)
        return page

    def _fields(self, tree: PlanTree, item: WorkItem) -> QFormLayout:
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(8)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        for name, words, below in self._values(tree, item):
            label = _label(name, "fieldName")
            label.setFixedWidth(_LABEL_WIDTH)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            form.addRow(label, _value(words, below))
        return form

    def _values(self, tree: PlanTree, item: WorkItem) -> list[tuple[str, str, str]]:
        """Return name, words and the line below the words of each field that is shown."""
        empty = self.tr("(để trống)")
        time = f"“{item.time_words}”" if item.time_words else empty
        rows = [
            (self.tr("Chủ trì"), item.lead_words or empty, ""),
            (self.tr("Phối hợp"), item.coordinating_words or empty, ""),
            (self.tr("Thời hạn"), time, self._reading(tree, item)),
            (self.tr("Sản phẩm"), item.product or empty, ""),
        ]
        further = (
            (self.tr("Kinh phí"), item.funding),
            (self.tr("Ghi chú"), item.note),
            (self.tr("Người phụ trách"), item.person_in_charge),
            (self.tr("Lãnh đạo"), item.leader),
        )
        return rows + [(name, words, "") for name, words in further if words]

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
