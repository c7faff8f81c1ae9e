"""The field by which dialogs attach evidence: the chosen documents, files dropped or chosen, papers at the registry."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cchc_desktop.domain.evidence.files import read_file_name
from cchc_desktop.domain.evidence.register import EvidenceDocument
from cchc_desktop.ui.evidence import words
from cchc_desktop.ui.evidence.attach_rows import DocumentRow, RegistryLine
from cchc_desktop.ui.evidence.dropping import dropped_files
from cchc_desktop.ui.evidence.intake import Brought
from cchc_desktop.ui.evidence.picker import DocumentPicker, Offered
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.elided_label import ElidedLabel
from cchc_desktop.ui.widgets.icon_label import IconLabel
from cchc_desktop.ui.widgets.link_button import LinkButton

_LEAD_SIDES = 6
"""What a label adds to the width of its words."""


class EvidenceField(QFrame):
    """`documents` are those that stand in the register already; a file that is still being copied is not among them.

    A dialog that stores asks `when_stored` first. It knows no database: `EvidenceDesk.field` gives it one.
    """

    changed = Signal()
    """Another document is chosen, or one less."""
    stored = Signal()
    """Nothing is on its way any more."""
    files_wanted = Signal(object)
    given_up = Signal(object)
    documents_wanted = Signal(object)
    picking_wanted = Signal()
    registry_typed = Signal(str, object, bool)
    proposal_taken = Signal(int, object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[DocumentRow] = []
        self._waiting: list[Callable[[], object]] = []
        self._is_entering = False
        self.setObjectName("evidenceField")
        self.setAccessibleName(self.tr("Tài liệu kiểm chứng"))
        self.setAcceptDrops(True)
        self.registry = RegistryLine(today, self)
        self.registry.hide()
        self.picker = DocumentPicker(self)
        self._refusal = plain_label("", self, "doubt")
        self._refusal.hide()
        self._choose = LinkButton(self.tr("Chọn tệp…"), self)
        self._pick = LinkButton(self.tr("Chọn trong kho…"), self)
        self._type = LinkButton(self.tr("Bản giấy…"), self)
        self._type.setToolTip(self.tr("Ghi tài liệu lưu tại văn thư, không đưa tệp vào máy"))
        self._lay_out()
        self._connect()

    # --- values

    def documents(self) -> tuple[int, ...]:
        """Return the ids of the chosen documents, in their order."""
        return tuple(row.document_id for row in self._rows if row.document_id is not None)

    def show_documents(self, ids: Sequence[int]) -> None:
        """Show other documents; what is still being copied stays."""
        if tuple(ids) == self.documents():
            return
        for row in [row for row in self._rows if row.path is None]:
            self._take_away(row)
        for id_ in ids:
            self._add(DocumentRow(self, id_))
        self.documents_wanted.emit(tuple(ids))

    def is_storing(self) -> bool:
        """Tell whether something that was chosen is not in the register yet."""
        return self._is_entering or any(row.path is not None and row.document_id is None for row in self._rows)

    def when_stored(self, then: Callable[[], object]) -> None:
        """Call back once, when nothing is on its way any more: at once where that is so now.

        What is typed in the line of papers is entered before; where that is refused, nobody is called back.
        """
        if not self.registry.isHidden() and self.registry.words() and not self._is_entering:
            self.registry.tell()
        self._waiting.append(then)
        self._tell_stored()

    def add_files(self, paths: Sequence[Path]) -> None:
        """Bring files in, as if they had been dropped here."""
        there = {row.path for row in self._rows}
        new = [path for path in dict.fromkeys(paths) if path not in there]
        for path in new:
            row = DocumentRow(self, path=path)
            row.show_note(self.tr("sẽ chép vào kho tài liệu"))
            self._add(row)
        if new:
            self.files_wanted.emit(new)

    def add_document(self, document_id: int) -> None:
        """Choose a document of the register."""
        if document_id not in self.documents():
            self._add(DocumentRow(self, document_id))
            self.documents_wanted.emit((document_id,))
            self.changed.emit()

    # --- what came of it

    def show_details(self, documents: Sequence[EvidenceDocument]) -> None:
        """Show what the register says of chosen documents."""
        found = {document.id: document for document in documents}
        for row in self._rows:
            if row.document_id in found:
                row.show_document(found[row.document_id])

    def show_brought(self, brought: Sequence[Brought]) -> None:
        """Show what became of files."""
        rows = {row.path: row for row in self._rows if row.path is not None}
        for one in brought:
            row = rows.get(one.path)
            if row is None:
                continue
            row.path = None
            if one.document is None:
                row.show_refusal(one.reason)
            elif one.document.id in self.documents():  # the same file twice is one document twice: each has its row
                self._take_away(row)
            else:
                row.show_document(one.document, read_file_name(one.path.name))
        self.changed.emit()
        self._tell_stored()

    def show_entered(self, documents: Sequence[EvidenceDocument]) -> None:
        """Show papers that were typed, and empty the line for the next one."""
        self._is_entering = False
        for document in documents:
            row = DocumentRow(self, document.id)
            row.show_document(document)
            self._add(row)
        self.registry.clear()
        self.registry.hide()
        self.changed.emit()
        self._tell_stored()

    def show_refusal(self, sentence: str) -> None:
        """Say why a paper that was typed could not be entered; what is typed stays."""
        self._is_entering = False
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))
        if sentence:
            self._waiting.clear()

    def offer(self, documents: Sequence[Offered]) -> None:
        """Open the list of the register's documents."""
        self.picker.ask(documents, self.documents(), self._pick)

    def rows(self) -> list[DocumentRow]:
        """Return the lines, in their order."""
        return list(self._rows)

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in order; lines come and go, and Qt puts their buttons behind."""
        return [self._choose, self._pick, self._type]

    # --- files

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            self._show_over(is_over=True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: object) -> None:
        self._show_over(is_over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_over(is_over=False)
        event.acceptProposedAction()
        self.add_files(dropped_files(event.mimeData()))

    def _show_over(self, *, is_over: bool) -> None:
        """Let the edge say whether what is held over it would be taken."""
        self.setProperty("over", is_over)
        self.style().polish(self)

    def _choose_files(self) -> None:
        self.add_files(words.choose_files(self))

    # --- lines

    def _add(self, row: DocumentRow) -> None:
        row.removed.connect(self._remove)
        row.taken.connect(self._take_proposal)
        self._rows.append(row)
        self._column.insertWidget(len(self._rows) - 1, row)
        self._order_stops()

    def _remove(self) -> None:
        row = self.sender()
        if isinstance(row, DocumentRow) and row in self._rows:
            place = self._rows.index(row)
            if row.path is not None:
                self.given_up.emit(row.path)
            self._take_away(row)
            left = self._rows[min(place, len(self._rows) - 1)].remove if self._rows else self._choose
            left.setFocus()
            self.changed.emit()
            self._tell_stored()

    def _take_away(self, row: DocumentRow) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _take_proposal(self) -> None:
        row = self.sender()
        if isinstance(row, DocumentRow) and row.document_id is not None:
            self.proposal_taken.emit(row.document_id, row.proposal)

    def _tell_stored(self) -> None:
        if self.is_storing():
            return
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then()
        self.stored.emit()

    def _show_registry(self) -> None:
        self.registry.show()
        self.registry.reference.setFocus()

    def _leave_registry(self) -> None:
        self.registry.hide()
        self.show_refusal("")
        self._type.setFocus()

    def _tell_typed(self, reference: str, day: object, is_secret: bool) -> None:
        self.show_refusal("")
        self._is_entering = True
        self.registry_typed.emit(reference, day, is_secret)

    # --- building

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(2)
        foot.addWidget(IconLabel("paperclip", parent=self))
        foot.addSpacing(4)
        lead = ElidedLabel(self)
        lead.setObjectName("muted")
        lead.setMaximumWidth(lead.fontMetrics().horizontalAdvance(self.tr("Kéo tệp vào đây, hoặc")) + 4)
        lead.show_words(self.tr("Kéo tệp vào đây, hoặc"))
        foot.addWidget(lead, 100)  # what is behind the links takes only what it leaves
        foot.addWidget(self._choose)
        for link in (self._pick, self._type):
            dot = QLabel("·", self)
            dot.setObjectName("muted")
            foot.addWidget(dot)
            foot.addWidget(link)
        foot.addStretch(0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 6, 8, 6)
        self._column.setSpacing(4)
        self._column.addWidget(self.registry)
        self._column.addWidget(self._refusal)
        self._column.addLayout(foot)
        self._column.addWidget(plain_label(words.translated(words.SECRET_RULE), self, "secondary"))

    def _connect(self) -> None:
        self._choose.clicked.connect(self._choose_files)
        self._pick.clicked.connect(self.picking_wanted)
        self._type.clicked.connect(self._show_registry)
        self.picker.picked.connect(self.add_document)
        self.registry.typed.connect(self._tell_typed)
        self.registry.left.connect(self._leave_registry)
        self.setFocusProxy(self._choose)

    def _order_stops(self) -> None:
        """Let Tab visit the lines before the links below them."""
        before: QWidget | None = None
        for row in self._rows:
            for stop in (row.remove, row.take):
                if before is not None:
                    QWidget.setTabOrder(before, stop)
                before = stop
        if before is not None:
            QWidget.setTabOrder(before, self.registry.reference)
