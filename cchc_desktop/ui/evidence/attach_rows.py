"""The lines of the attaching field: one for each document, and one in which a paper without a file is typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.domain.evidence.files import NameProposal, file_label, shown_name
from cchc_desktop.domain.evidence.register import EvidenceDocument
from cchc_desktop.ui.evidence import words
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.day_field import DayField
from cchc_desktop.ui.widgets.elided_label import ElidedLabel
from cchc_desktop.ui.widgets.enter_key import ENTER
from cchc_desktop.ui.widgets.icon_label import IconLabel
from cchc_desktop.ui.widgets.link_button import LinkButton
from cchc_desktop.ui.widgets.small_button import name_button, small_button
from cchc_desktop.ui.widgets.stops import order_stops
from cchc_desktop.ui.widgets.text_fields import LineField


class DocumentRow(QWidget):
    """One document: stored (`document_id`), on its way (`path`), or refused with the reason in its place."""

    removed = Signal()
    taken = Signal()
    """What the file's name proposes is to be taken."""

    def __init__(self, parent: QWidget, document_id: int | None = None, path: Path | None = None) -> None:
        super().__init__(parent)
        self.document_id = document_id
        self.path = path
        self.proposal = NameProposal()
        self._icon = IconLabel("file-text", parent=self)
        self._label = ElidedLabel(self)
        self._note = plain_label("", self, "secondary")
        self._note.setWordWrap(False)
        self.remove = small_button("x", "", self)
        self.remove.clicked.connect(self.removed)
        self.take = LinkButton(self.tr("Lấy"), self)
        self.take.clicked.connect(self.taken)
        self._proposed = plain_label("", self, "secondary")
        self._lay_out()
        self.show_name(shown_name(path.name) if path else "…")
        self._show_proposal()

    def label(self) -> str:
        """Return what the line is called."""
        return self._label.words()

    def note(self) -> str:
        """Return what is said behind the name."""
        return self._note.text()

    def show_name(self, name: str) -> None:
        """Show what the line is called."""
        self._label.show_words(name)
        name_button(self.remove, self.tr("Bỏ {}").format(name))

    def show_note(self, note: str) -> None:
        """Say something behind the name."""
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def show_document(self, document: EvidenceDocument, proposal: NameProposal | None = None) -> None:
        """Show a document of the register, and what the name of its file proposes."""
        self.document_id = document.id
        self.show_name(file_label(document))
        kept = self.tr("mật, lưu tại văn thư") if document.secret else self.tr("lưu tại văn thư")
        self.show_note("" if document.file else kept if document.is_at_hand else self.tr("chưa có tệp"))
        self._icon.show_icon("file-lock" if document.secret else "file-text" if document.file else "archive")
        if proposal is not None:
            self.proposal = proposal
        if document.reference:
            self.proposal = NameProposal()
        self._show_proposal()

    def show_refusal(self, reason: str) -> None:
        """Say why a file was not stored; the line stays until it is taken away."""
        self.path = None
        self.show_note("")
        self._icon.show_icon("triangle-alert")
        self._proposed.setText(reason)
        self._proposed.show()

    def _show_proposal(self) -> None:
        has_one = bool(self.proposal)
        if has_one:
            self._proposed.setText(self.tr("Theo tên tệp: {}.").format(words.proposal_words(self.proposal)))
        self._proposed.setVisible(has_one)
        self.take.setVisible(has_one)

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(6)
        first.addWidget(self._icon)
        first.addWidget(self._label, 1)
        first.addWidget(self._note)
        first.addWidget(self.remove)
        second.addSpacing(22)
        second.addWidget(self._proposed, 1)
        second.addWidget(self.take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(first)
        layout.addLayout(second)
        self._note.hide()


class RegistryLine(QWidget):
    """A paper that stays at the registry: number and symbol, its day, whether it is secret."""

    typed = Signal(str, object, bool)
    left = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget) -> None:
        super().__init__(parent)
        self.reference = LineField(self.tr("Số, ký hiệu"), self, self.tr("Số, ký hiệu, ví dụ 15/BC-UBND"))
        self.day = DayField(self.tr("Ngày văn bản"), today, self)
        self.secret = QCheckBox(self.tr("Mật"), self)
        self._enter = QPushButton(self.tr("Ghi"), self)
        self._enter.setAutoDefault(False)
        self._close = small_button("x", self.tr("Không ghi tài liệu này"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.reference, 1)
        for part in (self.day, self.secret, self._enter, self._close):
            row.addWidget(part)
        self._enter.clicked.connect(self.tell)
        self._close.clicked.connect(self.left)
        order_stops([self.reference, self.day, self.secret, self._enter, self._close])

    def words(self) -> str:
        """Return what is typed for number and symbol."""
        return self.reference.words()

    def clear(self) -> None:
        """Empty the line."""
        self.reference.clear()
        self.day.clear()
        self.secret.setChecked(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter, which would press the default button of the dialog around."""
        if event.key() in ENTER:
            event.accept()
            self.tell()
        else:
            super().keyPressEvent(event)

    def tell(self) -> None:
        """Let what is typed be entered."""
        if self.reference.words():
            self.typed.emit(self.reference.words(), self.day.day(), self.secret.isChecked())
        else:
            self.reference.setFocus()
