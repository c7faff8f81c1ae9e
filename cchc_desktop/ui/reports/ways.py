"""The ways from a paper to what it is made of: its words, their template, its layout, a superior's own form."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.ui.widgets.flow import FlowLayout
from cchc_desktop.ui.widgets.link_button import LinkButton

_MARGINS = (8, 4, 8, 4)


class PaperWays(QWidget):
    """Links above the preview; those of the words are there for a report alone."""

    words_wanted = Signal()
    template_wanted = Signal()
    layout_wanted = Signal()
    forms_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.words = LinkButton(self.tr("Sửa nội dung báo cáo…"), self)
        self.template = LinkButton(self.tr("Mẫu báo cáo…"), self)
        self.layouts = LinkButton(self.tr("Thể thức trình bày…"), self)
        self.forms = LinkButton(self.tr("Biểu mẫu của cấp trên…"), self)
        self.words.clicked.connect(self.words_wanted)
        self.template.clicked.connect(self.template_wanted)
        self.layouts.clicked.connect(self.layout_wanted)
        self.forms.clicked.connect(self.forms_wanted)
        self._flow = FlowLayout(self)
        self._flow.setContentsMargins(*_MARGINS)
        for link in self._links():
            self._flow.addWidget(link)

    def show_for(self, *, is_report: bool) -> None:
        """Offer what concerns a paper: a report has words of its own, the other papers have none."""
        self.words.setVisible(is_report)
        self.template.setVisible(is_report)

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in reading order."""
        return [*self._links()]

    def _links(self) -> tuple[LinkButton, ...]:
        return self.words, self.template, self.layouts, self.forms
