"""The desk of indicators: reads the sheet of the open plan and stores what is typed about values and indicators."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.changes import Changes, EntityKind
from cchc_desktop.domain.entities import UNSAVED
from cchc_desktop.domain.errors import CchcError, NotFound
from cchc_desktop.domain.indicators.indicator import Indicator
from cchc_desktop.domain.indicators.values import NEAR_POINTS
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.services import followup_rules, indicator_editing, measuring
from cchc_desktop.services.indicator_sheet import IndicatorSheet, MeasuredIndicator, read_sheet
from cchc_desktop.services.measuring import ValueDetails
from cchc_desktop.services.workspace import Workspace
from cchc_desktop.ui.amendable import AmendableWrites, Ask, UseCase, dialog_asker
from cchc_desktop.ui.close_guard import CloseGuard
from cchc_desktop.ui.errors import is_told_in_place
from cchc_desktop.ui.indicators.evidence_row import EvidenceMaker
from cchc_desktop.ui.indicators.indicator_dialog import IndicatorDialog
from cchc_desktop.ui.indicators.near_dialog import NearDialog
from cchc_desktop.ui.indicators.page import IndicatorsPage
from cchc_desktop.ui.indicators.target_dialog import TargetDialog
from cchc_desktop.ui.indicators.typed import TypedValue
from cchc_desktop.ui.session import PlanSession, changes_of, notes_of
from cchc_desktop.ui.steps import Steps
from cchc_desktop.ui.widgets.entry_dialog import EntryDialog


@dataclass(frozen=True, slots=True)
class _Written:
    """What a write of values brought back."""

    changes: Changes
    sheet: IndicatorSheet


class IndicatorsDesk(QObject):
    """Keeps the screen in step with the database; `done` carries one line about a deed and its operation's id."""

    done = Signal(str, object)
    failed = Signal(object)

    def __init__(
        self,
        session: PlanSession,
        steps: Steps,
        today: Callable[[], date],
        window: QWidget,
        evidence: EvidenceMaker | None = None,
        ask_amendment: Ask | None = None,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._today = today
        self._window = window
        self._asked = 0
        self._writing = 0
        self._amendable = AmendableWrites(session, window, ask_amendment or dialog_asker(today))
        self._again: Callable[[str], None] | None = None
        self._wanted: tuple[int, int] | None = None
        self.page = IndicatorsPage(today, evidence, window)
        self.page.set_editable(steps.is_writable)
        steps.writable_changed.connect(self.page.set_editable)
        self._guard = CloseGuard(self._loss, window)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Read everything that the screen shows."""
        self._asked += 1
        asked, tree, today = self._asked, self._session.tree, self._today()
        if tree is None:
            self.page.show_sheet(None)
            return

        def show(sheet: IndicatorSheet | None) -> None:
            if asked == self._asked:  # else a later answer is on its way
                self.page.show_sheet(sheet)
                self._go_to_wanted()

        plan_id = tree.plan.id
        self._session.read(lambda workspace: _sheet_or_none(workspace, plan_id, today), show, self.failed.emit)

    def show_indicator(self, plan_id: int, indicator_id: int) -> None:
        """Go to an indicator, now or as soon as its plan is shown."""
        self._wanted = plan_id, indicator_id
        self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        sheet = self.page.sheet()
        if self._wanted is not None and sheet is not None and sheet.plan.id == self._wanted[0]:
            _, indicator_id = self._wanted
            self._wanted = None
            self.page.show_indicator(indicator_id)
            self.page.table.setFocus()

    def _loss(self) -> str:
        """Return what closing the window would lose."""
        count = len(self.page.table.grid.unsaved.refused())
        words = self.tr("Còn {} giá trị chỉ tiêu chưa lưu được. Nếu đóng chương trình bây giờ, các giá trị này sẽ mất.")
        return words.format(count) if count else ""

    def _connect(self) -> None:
        page, session = self.page, self._session
        page.refresh_wanted.connect(self.refresh)
        page.typed.connect(self._store)
        page.add_wanted.connect(self._ask_new)
        page.edit_wanted.connect(lambda one: self._ask_words(one.row))
        page.correct_wanted.connect(self._ask_target)
        page.delete_wanted.connect(self._delete)
        page.near_wanted.connect(self._ask_near)
        session.plan_changed.connect(self._plan_changed)
        session.plan_opened.connect(self._refresh_if_seen)
        session.worked.connect(self._refresh_if_seen)
        self._amendable.given_up.connect(self._given_up)

    def _plan_changed(self, tree: PlanTree, changes: Changes) -> None:
        is_own = self._writing > 0 and set(changes.touched) <= {EntityKind.INDICATOR_VALUE}
        if not is_own:  # our own write brings the sheet with it
            self._refresh_if_seen()

    def _refresh_if_seen(self, *_: Any) -> None:
        if self.page.isVisible():  # when it is shown again it reads anyway
            self.refresh()

    # --- values

    def _store(self, values: Sequence[TypedValue]) -> None:
        """Store what can be stored as one operation; the rest stays in its cells with the reason."""
        sheet = self.page.sheet()
        if sheet is None:
            return
        kept = self.page.keep([replace(value, reason="") for value in values])
        rows = {one.row.id: one.row for one in sheet.rows}
        wrong = [replace(value, reason=reason) for value in kept if (reason := _refusal(rows, value))]
        if wrong:
            self.page.refused(wrong)
        keys = {value.key for value in wrong}
        good = [value for value in kept if value.key not in keys]
        for together in _deeds(good):
            self._write_values(sheet.plan.id, together)

    def _write_values(self, plan_id: int, values: Sequence[TypedValue]) -> None:
        today = self._today()

        def work(workspace: Workspace) -> _Written:
            changes = _measured(workspace, values)
            return _Written(changes, read_sheet(workspace, plan_id, today))

        def stored(written: _Written) -> None:
            self._writing -= 1
            self.page.stored(values)
            self._asked += 1  # what was asked before this write is older
            self.page.show_sheet(written.sheet)
            if written.changes.operation_id is not None:
                told = " ".join((self._value_words(values), *notes_of(written)))
                self.done.emit(told, written.changes.operation_id)

        def refused(error: Exception) -> None:
            self._writing -= 1
            if not is_told_in_place(error):
                self.failed.emit(error)
            reason = error.message if isinstance(error, CchcError) else self.tr("Hãy thử lại.")
            self.page.refused([replace(value, reason=reason) for value in values])

        self._writing += 1
        self._session.write(work, stored, on_error=refused)

    def _value_words(self, values: Sequence[TypedValue]) -> str:
        first = values[0]
        if len(values) > 1:
            return self.tr("Đã nhập {} giá trị.").format(len(values))
        if first.details:
            return self.tr("Đã lưu số liệu của chỉ tiêu.")
        return self.tr("Đã nhập giá trị {}.").format(first.text) if first.text else self.tr("Đã xóa giá trị.")

    # --- indicators

    def _ask_new(self) -> None:
        sheet, one = self.page.sheet(), self.page.current()
        if sheet is None:
            return
        row = Indicator(sheet.plan.id, "")
        if one is not None:
            row = replace(row, group_number=one.row.group_number, group_title=one.row.group_title, unit=one.row.unit)
        self._ask_words(row)

    def _ask_words(self, row: Indicator, typed: Indicator | None = None, refusal: str = "") -> None:
        """Ask for the words of an indicator; `typed` and `refusal` are those of an attempt before."""
        sheet = self.page.sheet()
        rows = [one.row for one in sheet.rows] if sheet is not None else []
        stages = list(dict.fromkeys((one.group_number or "", one.group_title) for one in rows if one.group_title))
        agencies = sorted({one.agency_words for one in rows if one.agency_words})
        dialog = IndicatorDialog(row, stages, agencies, self._window)
        if typed is not None:
            dialog.show_typed(typed)
        if refusal:
            dialog.show_refusal(refusal)
        dialog.confirmed.connect(lambda: self._save_words(dialog, row))
        _open(dialog)

    def _save_words(self, dialog: IndicatorDialog, row: Indicator) -> None:
        """Store the words; the dialog leaves first, for another one may have to ask for the amending document."""
        typed, changes = dialog.row(), dialog.changes()
        dialog.accept()
        self._again = lambda reason: self._ask_words(row, typed, reason)
        if row.id != UNSAVED:
            self._write_words(
                lambda workspace, document: indicator_editing.edit_indicator(workspace, row.id, changes, document),
                self.tr("Đã sửa chỉ tiêu."),
            )
            return
        one = self.page.current()
        after = one.row.id if one is not None else None
        self._write_words(
            lambda workspace, document: indicator_editing.add_indicator(workspace, row.plan_id, after, typed, document),
            self.tr("Đã thêm chỉ tiêu."),
        )

    def _delete(self, one: MeasuredIndicator) -> None:
        self._again = None
        self._write_words(
            lambda workspace, document: indicator_editing.delete_indicators(workspace, [one.row.id], document),
            self.tr("Đã xóa chỉ tiêu."),
        )

    def _write_words(self, use_case: UseCase, words: str) -> None:
        def done(result: Any) -> None:
            self._again = None
            self._tell(words, changes_of(result))

        self._amendable.write(use_case, done, self._refused)

    def _given_up(self) -> None:
        if self._again is not None:
            again, self._again = self._again, None
            again(self.tr("Chưa lưu: kế hoạch đã ban hành chỉ được sửa theo văn bản sửa đổi."))

    def _refused(self, error: Exception) -> None:
        if not is_told_in_place(error):
            self.failed.emit(error)
        reason = error.message if isinstance(error, CchcError) else self.tr("Hãy thử lại.")
        if self._again is not None:
            again, self._again = self._again, None
            again(reason)
        else:
            self.page.show_refusal(reason)

    # --- readings and settings

    def _ask_target(self, one: MeasuredIndicator) -> None:
        dialog = TargetDialog(one, self._window)
        self._answer(
            dialog,
            lambda: _correction(dialog, one.row.id),
            self.tr("Đã sửa cách hiểu chỉ tiêu."),
        )

    def _ask_near(self) -> None:
        sheet = self.page.sheet()
        dialog = NearDialog(sheet.near_points if sheet is not None else NEAR_POINTS, self._window)

        def work() -> Callable[[Workspace], Changes]:
            words = dialog.words()
            return lambda workspace: followup_rules.save_near_points(workspace, words)

        self._answer(dialog, work, self.tr("Đã sửa mức coi là gần đạt."))

    def _answer(self, dialog: EntryDialog, work: Callable[[], Callable[[Workspace], Changes]], words: str) -> None:
        """Open a dialog that stays until what it asks for is stored."""

        def refused(error: Exception) -> None:
            if isinstance(error, CchcError):
                dialog.show_refusal(error.message)
            else:
                dialog.show_refusal(self.tr("Hãy thử lại."))
                self.failed.emit(error)

        def stored(changes: Changes) -> None:
            dialog.accept()
            self._tell(words, changes)
            self._refresh_if_seen()

        dialog.confirmed.connect(lambda: self._session.write(work(), stored, on_error=refused))
        _open(dialog)

    def _tell(self, words: str, changes: Changes) -> None:
        if changes.operation_id is not None:
            self.done.emit(words, changes.operation_id)


def _correction(dialog: TargetDialog, indicator_id: int) -> Callable[[Workspace], Changes]:
    """Return the use case that stores the reading of a dialog."""
    target = dialog.target()
    return lambda workspace: indicator_editing.correct_target(workspace, indicator_id, target)


def _open(dialog: EntryDialog) -> None:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _sheet_or_none(workspace: Workspace, plan_id: int, today: date) -> IndicatorSheet | None:
    try:
        return read_sheet(workspace, plan_id, today)
    except NotFound:  # deleted between two reads
        return None


def _refusal(rows: dict[int, Indicator], value: TypedValue) -> str | None:
    row = rows.get(value.indicator_id)
    if row is None or value.text is None:
        return None
    return measuring.refusal_of(row, value.text)


def _deeds(values: Sequence[TypedValue]) -> list[list[TypedValue]]:
    """Return what is written as one operation each: all bare values together, one about which more is told alone."""
    bare = [value for value in values if not value.details]
    return [*([bare] if bare else []), *([value] for value in values if value.details)]


def _measured(workspace: Workspace, values: Sequence[TypedValue]) -> Changes:
    """Store typed values as one operation; what is told about a value comes with one value alone."""
    first = values[0]
    if len(values) == 1 and first.details:
        details = cast(ValueDetails, dict(first.details))
        if first.text is None:
            return measuring.detail_value(workspace, *first.key, details)
        return measuring.enter_value(workspace, *first.key, first.text, details)
    return measuring.measure(workspace, [(*value.key, value.text) for value in values if value.text is not None])
