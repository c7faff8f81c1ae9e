"""The form of one document: each field is told as soon as it is left or Enter is pressed; it stores nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.entities import UNSAVED
from cchc_desktop.domain.evidence.files import TYPE_NAMES
from cchc_desktop.domain.evidence.register import EvidenceDocument
from cchc_desktop.services.evidence import DocumentValues
from cchc_desktop.ui.agencies.form import LeftLines
from cchc_desktop.ui.widgets import text_menu
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.day_field import DayField
from cchc_desktop.ui.widgets.text_fields import LineField, LinesField


class DocumentForm(QWidget):
    """`typed` brings a document's id and what is typed differently; what could not be stored stays typed."""

    typed = Signal(int, object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stored = EvidenceDocument("")
        self._told: DocumentValues = {}
        self._is_filling = False
        self._make_fields(today)
        self._lay_out()
        self._connect()

    # --- values

    def stored(self) -> EvidenceDocument:
        """Return the document as it is stored, as far as is known here."""
        return self._stored

    def differing(self) -> DocumentValues:
        """Return what is typed and not stored; a day that cannot be read is left as it was."""
        before, found = self._stored, DocumentValues()
        if self.reference.words() != before.reference:
            found["reference"] = self.reference.words()
        day = before.issued_on if self._wrong_day() else self.day.day()
        if day != before.issued_on:
            found["issued_on"] = day
        if (kind := self.kind.currentText().strip() or None) != before.type:
            found["type"] = kind
        if (issuer := self.issuer.words() or None) != before.issuer:
            found["issuer"] = issuer
        if (abstract := "\n".join(self.abstract.lines())) != before.abstract:
            found["abstract"] = abstract
        if self.secret.isChecked() != before.secret:
            found["secret"] = self.secret.isChecked()
        if self.at_registry.isChecked() != before.kept_at_registry:
            found["kept_at_registry"] = self.at_registry.isChecked()
        return found

    def is_about(self, document: EvidenceDocument) -> bool:
        """Tell whether this document is in the form; a new one that was just stored has its number only since then."""
        return document.uid == self._stored.uid or document.id == self._stored.id != UNSAVED

    def show_document(self, document: EvidenceDocument, typed: DocumentValues | None = None) -> None:
        """Show a document; of the one that is shown already, what is typed and not stored stays."""
        is_same = self.is_about(document)
        kept = self.differing() if typed is None and is_same else typed or {}
        self._told = self._told if is_same else {}
        self._stored = document
        self._fill(kept)

    def settle(self, document_id: int, values: DocumentValues) -> None:
        """Take it that values were stored; a new document has its number only now."""
        self._told = {}
        if self._stored.id == UNSAVED and document_id != UNSAVED:
            self._stored = EvidenceDocument("", id=document_id, uid=self._stored.uid)

    def refused(self) -> None:
        """Take it that what was told was not stored: leaving the field tells it again."""
        self._told = {}
        for box, before in ((self.secret, self._stored.secret), (self.at_registry, self._stored.kept_at_registry)):
            box.blockSignals(True)
            box.setChecked(before)
            box.blockSignals(False)

    def give_up(self) -> None:
        """Show what is stored."""
        self._told = {}
        self._fill({})

    def set_editable(self, is_editable: bool) -> None:
        """Let fields be typed in, or only be read."""
        for field in (self.reference, self.day, self.issuer, self.abstract):
            field.setReadOnly(not is_editable)
        for widget in (self.kind, self.secret, self.at_registry):
            widget.setEnabled(is_editable)

    def commit(self) -> None:
        """Tell what is typed and not stored, once."""
        self._show_wrong_day()
        if self._is_filling or self._is_composing():
            return
        values = self.differing()
        is_empty_new = self._stored.id == UNSAVED and not (values.get("reference") or values.get("abstract"))
        if values and values != self._told and not is_empty_new:
            self._told = values
            self.typed.emit(self._stored.id, values)

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in order."""
        return [self.reference, self.day, self.kind, self.issuer, self.abstract, self.secret, self.at_registry]

    # --- building

    def _make_fields(self, today: Callable[[], date]) -> None:
        self.reference = LineField(self.tr("Số, ký hiệu"), self, self.tr("Ví dụ 15/BC-UBND"))
        self.day = DayField(self.tr("Ngày văn bản"), today, self)
        self._day_doubt = plain_label("", self, "doubt")
        self._day_doubt.hide()
        self.kind = QComboBox(self)
        self.kind.setEditable(True)
        self.kind.setCompleter(None)  # type: ignore[arg-type]  # what completes while Unikey composes doubles letters
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kind.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.kind.setAccessibleName(self.tr("Loại văn bản"))
        self.kind.addItems(["", *TYPE_NAMES.values()])
        line = self.kind.lineEdit()
        assert line is not None, "an editable one has a line"
        line.setAccessibleName(self.tr("Loại văn bản"))
        self.issuer = LineField(self.tr("Cơ quan ban hành"), self)
        self.abstract = LeftLines(self.tr("Trích yếu"), self)
        self.abstract.setLineWrapMode(LinesField.LineWrapMode.WidgetWidth)
        self.secret = QCheckBox(self.tr("Tài liệu mật"), self)
        self.at_registry = QCheckBox(self.tr("Lưu tại văn thư, không đưa vào máy"), self)
        self.at_registry.setToolTip(self.tr("Vẫn được tính là tài liệu kiểm chứng."))
        for field in (self.reference, self.day, self.issuer, self.abstract, line):
            text_menu.install(field)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Số, ký hiệu"), self.reference),
            (self.tr("Ngày"), self.day),
            ("", self._day_doubt),
            (self.tr("Loại"), self.kind),
            (self.tr("Cơ quan ban hành"), self.issuer),
            (self.tr("Trích yếu"), self.abstract),
        )
        for number, (name, field) in enumerate(rows):
            label = QLabel(name, self)
            label.setObjectName("fieldName")
            label.setBuddy(field)
            label.setVisible(bool(name))
            place = Qt.AlignmentFlag.AlignTop if field is self.abstract else Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(label, number, 0, place)
            grid.addWidget(field, number, 1)
        for number, box in enumerate((self.secret, self.at_registry), start=len(rows)):
            grid.addWidget(box, number, 0, 1, 2)

    def _connect(self) -> None:
        for line in (self.reference, self.day, self.issuer):
            line.editingFinished.connect(self.commit)
        kind: QLineEdit | None = self.kind.lineEdit()
        if kind is not None:
            kind.editingFinished.connect(self.commit)
        self.kind.activated.connect(lambda _: self.commit())
        self.abstract.left.connect(self.commit)
        self.secret.toggled.connect(lambda _: self.commit())
        self.at_registry.toggled.connect(lambda _: self.commit())

    # --- filling

    def _fill(self, typed: DocumentValues) -> None:
        self._is_filling = True
        before = self._stored
        self.reference.show_words(typed.get("reference", before.reference) or "")
        day = typed.get("issued_on", before.issued_on)
        if self.day.day() != day and not (self.day.hasFocus() and self.day.text()):
            self.day.setText(show_day(day) if day else "")
        if self.kind.currentText().strip() != (kind := typed.get("type", before.type) or ""):
            self.kind.setEditText(kind)
        self.issuer.show_words(typed.get("issuer", before.issuer) or "")
        self.abstract.show_lines(tuple((typed.get("abstract", before.abstract) or "").splitlines()))
        self.secret.setChecked(typed.get("secret", before.secret))
        self.at_registry.setChecked(typed.get("kept_at_registry", before.kept_at_registry))
        self._show_wrong_day()
        self._is_filling = False

    def _wrong_day(self) -> str:
        text = self.day.text().strip()
        return text if text and self.day.day() is None else ""

    def _show_wrong_day(self) -> None:
        wrong = self._wrong_day()
        self._day_doubt.setText(
            self.tr("“{}” không phải là ngày nên chưa được lưu. Nhập như 1/7/2025.").format(wrong) if wrong else ""
        )
        self._day_doubt.setVisible(bool(wrong))

    def _is_composing(self) -> bool:
        return any(field.is_composing() for field in (self.reference, self.issuer, self.abstract))
