"""Closing a plan, and opening a closed one again: what that means stands there before it is done."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QWidget

from cchc_desktop.domain.plan import Plan, PlanState
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.entry_dialog import EntryDialog

_RUNNING = (PlanState.DRAFT, PlanState.ISSUED)


class CloseDialog(EntryDialog):
    """Offers to close a plan that runs, to open again one that does not.

    Where `unfinished` tasks are left it offers to begin the next plan with them.
    """

    def __init__(self, plan: Plan, parent: QWidget | None = None, unfinished: int = 0) -> None:
        self._closes = plan.state in _RUNNING
        super().__init__("", "", parent)
        self._plan = plan
        self._unfinished = unfinished if self._closes and not plan.superior else 0
        self.next_plan = QCheckBox(
            self.tr("Sau đó lập kế hoạch kỳ sau với {} nhiệm vụ chưa xong").format(self._unfinished), self
        )
        self.next_plan.setVisible(self._unfinished > 0)
        title = self.tr("Kết thúc kế hoạch") if self._closes else self.tr("Mở lại kế hoạch")
        self.setWindowTitle(title)
        self.name_primary(title)
        self.body.addWidget(plain_label(plan.title, self, "itemTitle"))
        self.body.addWidget(plain_label("\n".join(self._sentences()), self))
        self.body.addWidget(self.next_plan)

    def plan(self) -> Plan:
        """Return the plan in its new state; one opened again is issued where its document has number and date."""
        if self._closes:
            return replace(self._plan, state=PlanState.CLOSED)
        document = self._plan.document
        is_issued = document.number is not None and document.date is not None
        return replace(self._plan, state=PlanState.ISSUED if is_issued else PlanState.DRAFT, replaced_by_id=None)

    def stops(self) -> list[QWidget]:
        """Return what Tab visits above the buttons."""
        return [self.next_plan] if self._unfinished else []

    def _sentences(self) -> tuple[str, ...]:
        if self._closes:
            return (
                self.tr("Kế hoạch đã kết thúc vẫn xem, in và xuất được; nhiệm vụ, kết quả và tài liệu giữ nguyên."),
                self.tr("Nhiệm vụ chưa xong chuyển tiếp được bằng “Lập kế hoạch kỳ sau từ kế hoạch này”."),
                self.tr("Có thể mở lại kế hoạch bất cứ lúc nào."),
            )
        return (
            self.tr("Kế hoạch trở lại trạng thái trước khi kết thúc và được theo dõi tiếp."),
            self.tr("Nhiệm vụ, kết quả và tài liệu giữ nguyên."),
        )
