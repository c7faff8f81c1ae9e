"""The right of the screen while it lists what lacks its evidence: documents are gathered here and attached at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cchc_desktop.services.evidence import Unproven
from cchc_desktop.ui.evidence.attach import EvidenceField
from cchc_desktop.ui.widgets.cards import plain_label, primary_button


class ProvingPane(QWidget):
    """`attach_wanted` brings the chosen results and the ids of the documents that are to prove them."""

    attach_wanted = Signal(object, object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Unproven, ...] = ()
        self._is_editable = True
        self.setObjectName("emptyState")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = plain_label("", self, "itemTitle")
        self._result = plain_label("", self, "muted")
        self.field = EvidenceField(today, self)
        self.attach = primary_button(self.tr("Gắn tài liệu"), self)
        self.attach.clicked.connect(self._attach)
        self.field.changed.connect(self._enable)
        self.field.stored.connect(self._enable)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 12)
        layout.setSpacing(10)
        for part in (self._title, self._result, self.field):
            layout.addWidget(part)
        layout.addWidget(self.attach, 0, Qt.AlignmentFlag.AlignRight)
        layout.addStretch(1)
        self.show_rows(())

    def show_rows(self, rows: Sequence[Unproven]) -> None:
        """Show which results the gathered documents would prove."""
        self._rows = tuple(rows)
        one = rows[0] if len(rows) == 1 else None
        several = self.tr("Đã chọn {} kết quả.").format(len(rows))
        none = self.tr("Chọn kết quả ở danh sách bên trái để gắn tài liệu.")
        self._title.setText(one.content if one else several if rows else none)
        self._result.setText((one.record.result or "") if one else "")
        self._result.setVisible(bool(self._result.text()))
        self.field.setEnabled(self._is_editable and bool(rows))
        self._enable()

    def set_editable(self, is_editable: bool) -> None:
        """Let documents be attached, or results only be looked at."""
        self._is_editable = is_editable
        self.show_rows(self._rows)

    def clear(self) -> None:
        """Begin anew: what was gathered is attached."""
        self.field.show_documents(())
        self._enable()

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in order."""
        return [*self.field.stops(), self.attach]

    def _enable(self) -> None:
        has_any = bool(self.field.documents()) or self.field.is_storing()
        self.attach.setEnabled(self._is_editable and bool(self._rows) and has_any)

    def _attach(self) -> None:
        rows = self._rows
        self.field.when_stored(lambda: self.attach_wanted.emit(rows, self.field.documents()))
