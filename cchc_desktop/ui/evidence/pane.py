"""The right of the screen: the form of the chosen document, its file, and where it is used."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.entities import UNSAVED
from cchc_desktop.domain.evidence.files import FileState, document_label
from cchc_desktop.domain.evidence.register import EvidenceDocument
from cchc_desktop.domain.evidence.uses import DocumentUse
from cchc_desktop.services.attaching import AttachPlace
from cchc_desktop.services.evidence import DocumentLine, DocumentValues
from cchc_desktop.ui.evidence.file_card import FileCard
from cchc_desktop.ui.evidence.form import DocumentForm
from cchc_desktop.ui.evidence.lines_model import UsesModel
from cchc_desktop.ui.evidence.place_picker import AttachButtons
from cchc_desktop.ui.evidence.tables import uses_table
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.elided_label import ElidedLabel
from cchc_desktop.ui.widgets.empty import EmptyState

_LEAST, _LETTERS = 340, 36
_USES_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Unsaved:
    """What was typed for a document and is not stored, and why it was refused ('' while under way)."""

    values: DocumentValues
    reason: str = ""


class DocumentPane(QWidget):
    """`unsaved` keeps what is typed for documents that are not shown, by id."""

    typed = Signal(int, object)
    item_wanted = Signal(int, object)
    indicator_wanted = Signal(int, int)
    """An indicator is to be shown: the ids of its plan and of itself."""
    detach_wanted = Signal(object)
    attach_wanted = Signal(int, object)
    """The shown document is to be attached: its id, and the `AttachPlace` that was chosen."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.unsaved: dict[int, Unsaved] = {}
        self._new = EvidenceDocument("")
        self._is_editable = True
        self._title = ElidedLabel(self)
        self._title.setObjectName("itemTitle")
        self._title.setContentsMargins(12, 8, 12, 0)
        self._stack = QStackedWidget(self)
        self._area = QScrollArea(self._stack)
        ground = self._ground = QWidget(self._area.viewport())  # each part is made where it stays: moving is slow
        self._refusal = plain_label("", ground, "doubt")
        self._refusal.hide()
        self.form = DocumentForm(today, ground)
        self.file = FileCard(ground)
        self.uses = UsesModel(self)
        self.uses_table = uses_table(self.uses, ground)
        self.uses_table.setAccessibleName(self.tr("Nơi dùng"))
        self.uses_table.setToolTip(self.tr("Nhấn Enter hoặc bấm hai lần để mở nhiệm vụ, chỉ tiêu."))
        self._uses_title = QLabel(ground)
        self._uses_title.setObjectName("fieldName")
        self.attach = AttachButtons(ground)
        self.detach = QPushButton(self.tr("Gỡ khỏi nơi dùng này"), ground)
        self._none = EmptyState("folder-open", self.tr("Chọn một tài liệu để xem chi tiết."), parent=self._stack)
        self._several = EmptyState("folder-open", "", parent=self._stack)
        self._lay_out()
        self._connect()
        self._make_wide()
        self.show_none()

    def shown(self) -> EvidenceDocument | None:
        """Return the document in the form, None while there is none."""
        return self.form.stored() if self._stack.currentWidget() is self._area else None

    def show_line(self, line: DocumentLine, state: FileState | None) -> None:
        """Show a document, with what was typed for it and could not be stored."""
        self._show(line.document, state)
        self._show_uses(line.uses)

    def show_new(self) -> None:
        """Show an empty form, or the one that was begun before, with the cursor in the reference."""
        if UNSAVED not in self.unsaved:
            self._new = EvidenceDocument("")
        self._show(self._new, None)
        self._show_uses(())
        self.form.reference.setFocus()

    def show_none(self) -> None:
        """Say that one is to be chosen."""
        self._keep(None)
        self._title.show_words("")
        self._stack.setCurrentWidget(self._none)

    def show_several(self, count: int) -> None:
        """Say how many are chosen."""
        self._keep(None)
        self._title.show_words("")
        self._several.set_sentence(self.tr("Đã chọn {} tài liệu.").format(count))
        self._stack.setCurrentWidget(self._several)

    def is_new(self) -> bool:
        """Tell whether the form of a new document is shown."""
        shown = self.shown()
        return shown is not None and shown.id == UNSAVED

    def show_state(self, state: FileState | None) -> None:
        """Show how the file of the shown document is."""
        self.file.show_file(self.form.stored(), state)

    def show_refusal(self, sentence: str) -> None:
        """Say in place why something was not done; '' says nothing any more."""
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))

    def set_editable(self, is_editable: bool) -> None:
        """Let the document be changed, or only be looked at."""
        self._is_editable = is_editable
        self.form.set_editable(is_editable)
        self.file.set_editable(is_editable)
        self._enable()

    # --- what came of typing

    def stored(self, before_id: int, document_id: int, values: DocumentValues) -> None:
        """Take it that what was typed is stored."""
        self.unsaved.pop(before_id, None)
        shown = self.shown()
        if shown is not None and shown.id == before_id:
            self.form.settle(document_id, values)
            self.show_refusal("")

    def refused(self, document_id: int, values: DocumentValues, reason: str) -> None:
        """Keep what was typed and could not be stored."""
        shown = self.shown()
        if shown is not None and shown.id == document_id:
            self.form.refused()
            self.show_refusal(reason)
            if not self.form.differing():  # a box that jumped back: nothing is left to be stored
                return
        self.unsaved[document_id] = Unsaved(values, reason)

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in order."""
        return [*self.form.stops(), *self.file.stops(), *self.attach.stops(), self.uses_table, self.detach]

    def chosen_use(self) -> DocumentUse | None:
        """Return the use that is chosen in the list of uses."""
        return self.uses.line(self.uses_table.chosen_row())

    def _show(self, document: EvidenceDocument, state: FileState | None) -> None:
        shown = self.shown()
        is_other = shown is None or not self.form.is_about(document)
        if is_other:
            self._keep(document.id)
        kept = self.unsaved.get(document.id) if is_other else None
        self.form.show_document(document, kept.values if kept else None)
        self.file.show_file(document, state)
        self._title.show_words(document_label(document) or self.tr("Tài liệu mới"))
        self._stack.setCurrentWidget(self._area)
        if is_other:
            self.show_refusal(kept.reason if kept else "")
            self._area.verticalScrollBar().setValue(0)

    def _show_uses(self, uses: Sequence[DocumentUse]) -> None:
        self.uses.show_lines(uses)
        count = len(uses)
        none = self.tr("Chưa gắn với nhiệm vụ, chỉ tiêu nào.")
        self._uses_title.setText(self.tr("Nơi dùng ({})").format(count) if count else none)
        self.uses_table.setVisible(bool(count))
        rows = min(count, _USES_SHOWN)
        header = self.uses_table.horizontalHeader().sizeHint().height()
        self.uses_table.setFixedHeight(header + rows * self.uses_table.verticalHeader().defaultSectionSize() + 4)
        self._enable()

    def _keep(self, next_id: int | None) -> None:
        """Keep what is typed and not stored before another document comes into the form."""
        shown = self.shown()
        if shown is None or shown.id == next_id:
            return
        values = self.form.differing()
        if values:
            before = self.unsaved.get(shown.id)
            self.unsaved[shown.id] = Unsaved(values, before.reason if before else "")

    def _enable(self) -> None:
        is_stored = not self.is_new() and self.shown() is not None
        self.attach.setVisible(is_stored)
        self.attach.setEnabled(self._is_editable and is_stored)
        self.detach.setVisible(self.uses.rowCount() > 0)
        self.detach.setEnabled(self._is_editable and self.chosen_use() is not None)

    def _open_use(self, row: int) -> None:
        use = self.uses.line(row)
        if use is not None and use.indicator_id is not None:
            self.indicator_wanted.emit(use.plan_id, use.indicator_id)
        elif use is not None:
            self.item_wanted.emit(use.plan_id, use.item_id)

    def _attach(self, place: AttachPlace) -> None:
        shown = self.shown()
        if shown is not None and shown.id != UNSAVED and self._is_editable:
            self.attach_wanted.emit(shown.id, place)

    def _detach(self) -> None:
        use = self.chosen_use()
        if use is not None and self._is_editable:
            self.detach_wanted.emit(use)

    # --- building

    def _lay_out(self) -> None:
        ground = self._ground
        ground.setObjectName("inspectorPage")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(ground)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(10)
        for part in (self._refusal, self.form, self.file, self._uses_title, self.attach, self.uses_table):
            column.addWidget(part)
        column.addWidget(self.detach, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._area.setObjectName("inspectorArea")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(ground)
        for page in (self._none, self._several, self._area):
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._title)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.form.typed.connect(self.typed)
        self.uses_table.opened.connect(self._open_use)
        self.uses_table.delete_wanted.connect(self._detach)
        self.uses_table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.detach.clicked.connect(self._detach)
        self.attach.chosen.connect(self._attach)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._make_wide()

    def _make_wide(self) -> None:
        self.setMinimumWidth(max(_LEAST, self.fontMetrics().averageCharWidth() * _LETTERS))
