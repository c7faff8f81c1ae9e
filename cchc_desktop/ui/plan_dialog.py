"""The short form of a plan: title, period, document; it takes and returns plain values and never saves."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import DocumentRef, Plan, plan_kind
from cchc_desktop.ui.widgets.fields import typed_day


class PlanDialog(QDialog):
    """Asks for the facts of a plan; 'Lưu' is open only while they can be stored."""

    def __init__(self, plan: Plan, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self.setWindowTitle(title)
        self.setMinimumWidth(560)
        document = plan.document
        self._title = QLineEdit(plan.title)
        self._start = QLineEdit(show_day(plan.period.start))
        self._end = QLineEdit(show_day(plan.period.end))
        self._issuer = QLineEdit(plan.issuer or "")
        self._type = QLineEdit(document.type or "")
        self._number = QLineEdit(document.number or "")
        self._date = QLineEdit(show_day(document.date) if document.date else "")
        self._doubt = QLabel()
        self._doubt.setObjectName("doubt")
        self._save = QPushButton(self.tr("Lưu"))
        self._save.setObjectName("primary")
        self._save.setDefault(True)
        self._save.clicked.connect(self.accept)
        self._lay_out()
        for field in (self._title, self._start, self._end, self._date):
            field.textChanged.connect(self._check)
        self._check()

    @classmethod
    def ask(cls, plan: Plan, title: str, parent: QWidget | None) -> Plan | None:
        """Show the form; return the changed plan, None when it was left."""
        dialog = cls(plan, title, parent)
        return dialog.plan() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def plan(self) -> Plan:
        """Return the plan with what was typed; call only while the form is valid."""
        period = self._period() or self._plan.period
        return replace(
            self._plan,
            title=self._title.text().strip(),
            period=period,
            kind=plan_kind(period),
            issuer=self._issuer.text().strip() or None,
            document=DocumentRef(
                self._type.text().strip() or None, self._number.text().strip() or None, typed_day(self._date)
            ),
        )

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("Tên kế hoạch"), self._title)
        form.addRow(self.tr("Từ ngày"), self._start)
        form.addRow(self.tr("Đến ngày"), self._end)
        form.addRow(self.tr("Cơ quan ban hành"), self._issuer)
        form.addRow(self.tr("Loại văn bản"), self._type)
        form.addRow(self.tr("Số, ký hiệu"), self._number)
        form.addRow(self.tr("Ngày ban hành"), self._date)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self._doubt)
        layout.addLayout(self._button_row())

    def _button_row(self) -> QHBoxLayout:
        cancel = QPushButton(self.tr("Hủy"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._save)
        return row

    def _check(self) -> None:
        doubt = self._doubt_words()
        self._doubt.setText(doubt)
        self._doubt.setVisible(bool(doubt))
        self._save.setEnabled(not doubt)

    def _doubt_words(self) -> str:
        if not self._title.text().strip():
            return self.tr("Cần nhập tên kế hoạch.")
        if self._period() is None:
            return self.tr("Thời gian của kế hoạch chưa đúng; nhập ngày như 01/07/2025.")
        if self._date.text().strip() and typed_day(self._date) is None:
            return self.tr("Ngày ban hành chưa đúng; nhập như 01/07/2025 hoặc để trống.")
        return ""

    def _period(self) -> Period | None:
        start, end = typed_day(self._start), typed_day(self._end)
        return Period(start, end) if start and end and start <= end else None
