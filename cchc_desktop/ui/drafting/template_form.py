"""The form of one piece of a template: a section's heading, or a sentence with its conditions."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from cchc_desktop.domain.papers.report_template import LISTS, TemplateBlock, TemplateSection
from cchc_desktop.ui.drafting.template_fields import ConditionButton, FieldsButton, TemplateText, readable
from cchc_desktop.ui.drafting.template_tree import Node, fault_of
from cchc_desktop.ui.drafting.words_document import HEADING, PARAGRAPH, SUBHEADING
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.form_fields import ChoiceCombo


class TemplateForm(QWidget):
    """`node` is the piece as it is typed; what is wrong with it stands below its words."""

    edited = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._node: Node = TemplateBlock()
        self._is_filling = False
        self.text = TemplateText(self.tr("Nội dung"), self)
        self.insert = FieldsButton(self.tr("Chèn trường"), self)
        self.level = ChoiceCombo(self.tr("Kiểu"), self, 14)
        self.each = ChoiceCombo(self.tr("Lặp theo danh sách"), self, 14)
        self.when = ConditionButton(self.tr("Chỉ soạn khi có"), self)
        self.unless = ConditionButton(self.tr("Chỉ soạn khi không có"), self)
        self.level.offer(
            ((PARAGRAPH, self.tr("Đoạn văn")), (HEADING, self.tr("Đề mục")), (SUBHEADING, self.tr("Đề mục nhỏ")))
        )
        self.each.offer([("", self.tr("(không lặp)")), *((name, LISTS[name]) for name in LISTS)])
        self._fault = plain_label(parent=self, style="doubt")
        self._reading = plain_label(parent=self, style="secondary")
        self._of_blocks: list[QWidget] = []
        self._lay_out()
        self._connect()
        self.show_node(None)

    def node(self) -> Node:
        """Return the piece as it is typed."""
        if isinstance(self._node, TemplateSection):
            return replace(self._node, heading=self.text.words())
        return replace(
            self._node,
            text=self.text.words(),
            level=self.level.value(),
            each=self.each.value(),
            when=self.when.names(),
            unless=self.unless.names(),
        )

    def show_node(self, node: Node | None) -> None:
        """Show another piece; None: nothing is chosen."""
        self.setEnabled(node is not None)
        self._node = node or TemplateBlock()
        self._is_filling = True
        is_block = isinstance(self._node, TemplateBlock)
        for widget in self._of_blocks:
            widget.setVisible(is_block)
        if isinstance(self._node, TemplateBlock):
            self.text.show_words(self._node.text)
            self.level.choose(self._node.level)
            self.each.choose(self._node.each)
            self.when.show_names(self._node.when)
            self.unless.show_names(self._node.unless)
        else:
            self.text.show_words(self._node.heading)
        self._is_filling = False
        self._judge()

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in reading order."""
        return [self.text, self.insert, self.level, self.each, self.when, self.unless]

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        self._add(grid, 0, self.tr("Nội dung"), self.text)
        grid.addWidget(self._fault, 1, 1)
        grid.addWidget(self._reading, 2, 1)
        grid.addWidget(self.insert, 3, 1, Qt.AlignmentFlag.AlignLeft)
        lines = (
            (self.tr("Kiểu"), self.level),
            (self.tr("Lặp theo"), self.each),
            (self.tr("Khi có"), self.when),
            (self.tr("Khi không có"), self.unless),
        )
        for row, (words, widget) in enumerate(lines, start=4):
            self._of_blocks += [self._add(grid, row, words, widget), widget]
        grid.setRowStretch(8, 1)

    def _add(self, grid: QGridLayout, row: int, words: str, widget: QWidget) -> QLabel:
        label = QLabel(words, self)
        label.setObjectName("fieldName")
        label.setBuddy(widget)
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop if widget is self.text else Qt.AlignmentFlag(0))
        grid.addWidget(widget, row, 1)
        return label

    def _connect(self) -> None:
        self.insert.picked.connect(self.text.insert_field)
        self.text.textChanged.connect(self._tell)
        for combo in (self.level, self.each):
            combo.currentIndexChanged.connect(self._tell)
        for button in (self.when, self.unless):
            button.edited.connect(self._tell)

    def _tell(self) -> None:
        if not self._is_filling:
            self._judge()
            self.edited.emit()

    def _judge(self) -> None:
        fault, text = fault_of(self.node()), self.text.words()
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))
        reading = readable(text) if "{" in text and not fault else ""
        self._reading.setText(reading)
        self._reading.setVisible(bool(reading))
