"""A template of reports as it is edited: its sections and sentences as a tree, the chosen piece in a form beside."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.papers.report_template import (
    LISTS,
    ReportTemplate,
    TemplateBlock,
    TemplateSection,
    words_fault,
)
from cchc_desktop.ui import icons
from cchc_desktop.ui.drafting.head import head_line
from cchc_desktop.ui.drafting.scrolled import scrolled
from cchc_desktop.ui.drafting.template_fields import readable
from cchc_desktop.ui.drafting.template_form import TemplateForm
from cchc_desktop.ui.drafting.template_tree import (
    Node,
    Path,
    fault_of,
    new_section,
    node_at,
    places,
    with_inserted,
    with_moved,
    with_node,
    without,
)
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.flow import FlowLayout
from cchc_desktop.ui.widgets.small_button import small_button
from cchc_desktop.ui.widgets.text_fields import LineField

_PATH = Qt.ItemDataRole.UserRole


class TemplatePane(QWidget):
    """Holds the template as it is typed; every change makes another one."""

    edited = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._template = ReportTemplate("", "", ())
        self._items: dict[Path, QTreeWidgetItem] = {}
        self._is_filling = False
        self._make_parts()
        self._lay_out()
        self._connect()

    # --- values

    def template(self) -> ReportTemplate:
        """Return the template as it is typed."""
        sections = self._template.sections
        return ReportTemplate(self.type_name.words(), self.subject.words(), sections)

    def show_template(self, template: ReportTemplate) -> None:
        """Show another template; the place in it stays where it can."""
        path = self.path() or (0,)
        self._is_filling = True
        self._template = template
        self.type_name.show_words(template.type_name)
        self.subject.show_words(template.subject)
        self._is_filling = False
        self._fill_tree(path)

    def is_usable(self) -> bool:
        """Tell whether reports can be drafted from what is typed."""
        is_named = bool(self.type_name.words()) and not words_fault(self.subject.words())
        return is_named and not any(fault_of(node) for _, node in places(self._template))

    def path(self) -> Path | None:
        """Return the place of the chosen piece."""
        item = self.tree.currentItem()
        return tuple(item.data(0, _PATH)) if item is not None else None

    def choose(self, path: Path) -> None:
        """Choose a piece by its place, or what holds it."""
        while path and path not in self._items:
            path = path[:-1]
        if path:
            self.tree.setCurrentItem(self._items[path])

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in reading order."""
        return [self.type_name, self.subject, self.tree, *self._tools, *self.form.stops()]

    # --- building

    def _make_parts(self) -> None:
        self.type_name = LineField(self.tr("Tên loại văn bản"), self)
        self.subject = LineField(self.tr("Trích yếu"), self)
        self._wrong_subject = plain_label(parent=self, style="doubt")
        self._wrong_subject.hide()
        self.tree = QTreeWidget(self)
        self.tree.setAccessibleName(self.tr("Các phần của mẫu"))
        self.tree.setHeaderHidden(True)
        self.tree.setColumnCount(1)
        self.form = TemplateForm(self)
        self.add_section = QPushButton(icons.icon("plus"), self.tr("Thêm phần"), self)
        self.add_block = QPushButton(icons.icon("plus"), self.tr("Thêm đoạn"), self)
        self.add_inner = QPushButton(icons.icon("corner-down-right"), self.tr("Thêm đoạn bên trong"), self)
        self.up = small_button("arrow-up", self.tr("Chuyển lên (Alt+↑)"), self)
        self.down = small_button("arrow-down", self.tr("Chuyển xuống (Alt+↓)"), self)
        self.remove = small_button("trash-2", self.tr("Bỏ"), self)
        self._tools = (self.add_section, self.add_block, self.add_inner, self.up, self.down, self.remove)

    def _lay_out(self) -> None:
        tools = QWidget(self)
        flow = FlowLayout(tools)
        flow.setContentsMargins(0, 0, 0, 0)
        for tool in self._tools:
            flow.addWidget(tool)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self.tree, 1)
        left.addWidget(tools)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addLayout(left, 1)
        columns.addWidget(scrolled(self.form, self), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head_line(((self.tr("Tên loại"), self.type_name), (self.tr("Trích yếu"), self.subject)), self))
        column.addWidget(self._wrong_subject)
        column.addLayout(columns, 1)

    def _connect(self) -> None:
        self.tree.currentItemChanged.connect(lambda *_: self._show_chosen())
        self.form.edited.connect(self._take_typed)
        for field in (self.type_name, self.subject):
            field.textChanged.connect(self._head_typed)
        self.add_section.clicked.connect(self._add_section)
        self.add_block.clicked.connect(lambda: self._add(inside=False))
        self.add_inner.clicked.connect(lambda: self._add(inside=True))
        self.up.clicked.connect(lambda: self.move_chosen(-1))
        self.down.clicked.connect(lambda: self.move_chosen(1))
        self.remove.clicked.connect(self._remove)

    # --- the tree

    def _fill_tree(self, path: Path) -> None:
        self._is_filling = True
        self.tree.clear()
        self._items = {}
        for place, node in places(self._template):
            owner: QTreeWidget | QTreeWidgetItem = self._items[place[:-1]] if len(place) > 1 else self.tree
            item = self._items[place] = QTreeWidgetItem(owner)
            item.setData(0, _PATH, list(place))
            self._say(item, node)
        self.tree.expandAll()
        self._is_filling = False
        self.choose(path)
        self._show_chosen()

    def _say(self, item: QTreeWidgetItem, node: Node) -> None:
        words = self._words_of(node)
        item.setText(0, words)
        item.setToolTip(0, words)
        font = QFont(self.tree.font())
        font.setBold(isinstance(node, TemplateSection) or node.level > 0)
        item.setFont(0, font)
        is_list = isinstance(node, TemplateBlock) and bool(node.each)
        icon = "triangle-alert" if fault_of(node) else "repeat" if is_list else ""
        item.setIcon(0, icons.icon(icon) if icon else icons.icon("file-text", "text2"))

    def _words_of(self, node: Node) -> str:
        if isinstance(node, TemplateSection):
            return readable(node.heading) or self.tr("Lời kết")
        words = readable(node.text)
        if node.each:
            listed = self.tr("Lặp: {}").format(LISTS[node.each].lower())
            words = f"{words} ({listed})" if words else listed
        return words or self.tr("(chưa có nội dung)")

    def _show_chosen(self) -> None:
        if self._is_filling:
            return
        path = self.path()
        self.form.show_node(node_at(self._template, path) if path else None)
        self.add_inner.setEnabled(path is not None)
        self.add_block.setEnabled(path is not None)
        for tool in (self.up, self.down, self.remove):
            tool.setEnabled(path is not None)

    # --- changes

    def _head_typed(self) -> None:
        if not self._is_filling:
            fault = words_fault(self.subject.words())
            self._wrong_subject.setText(fault)
            self._wrong_subject.setVisible(bool(fault))
            self.edited.emit()

    def _take_typed(self) -> None:
        path = self.path()
        if path is not None:
            node = self.form.node()
            self._template = with_node(self._template, path, node)
            self._say(self._items[path], node)
            self.edited.emit()

    def _change(self, template: ReportTemplate, path: Path) -> None:
        self._template = template
        self._fill_tree(path)
        self.edited.emit()

    def _add_section(self) -> None:
        path = self.path()
        place = (path[0] + 1 if path else len(self._template.sections),)
        section = new_section(self._template, self.tr("PHẦN MỚI"))
        self._change(with_inserted(self._template, place, section), place)
        self.form.text.setFocus()
        self.form.text.selectAll()

    def _add(self, *, inside: bool) -> None:
        path = self.path()
        if path is None:
            return
        is_inside = inside or len(path) == 1
        blocks = node_at(self._template, path).blocks
        place = (*path, len(blocks)) if is_inside else (*path[:-1], path[-1] + 1)
        self._change(with_inserted(self._template, place, TemplateBlock()), place)
        self.form.text.setFocus()

    def move_chosen(self, step: int) -> None:
        """Move the chosen piece up (-1) or down (1) among its neighbours."""
        path = self.path()
        if path is not None:
            template, place = with_moved(self._template, path, step)
            if place != path:
                self._change(template, place)

    def _remove(self) -> None:
        path = self.path()
        if path is not None:
            self._change(without(self._template, path), path if path[-1] == 0 else (*path[:-1], path[-1] - 1))
