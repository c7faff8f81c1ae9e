"""The desk of agencies: asks the services for what the screen shows and carries out what it wants."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.agencies.agency import Agency
from cchc_desktop.domain.changes import Changes
from cchc_desktop.domain.entities import UNSAVED
from cchc_desktop.domain.errors import CchcError, NotFound
from cchc_desktop.domain.text.abbreviations import Abbreviations
from cchc_desktop.services import agencies, agency_editing
from cchc_desktop.services.agencies import AgencySurvey
from cchc_desktop.services.workspace import Workspace
from cchc_desktop.ui.agencies.form import changed_fields
from cchc_desktop.ui.agencies.keep_choice import MergeChoice, Spelling
from cchc_desktop.ui.agencies.merge_dialog import MergeDialog
from cchc_desktop.ui.agencies.page import AgenciesPage
from cchc_desktop.ui.close_guard import CloseGuard
from cchc_desktop.ui.errors import is_told_in_place
from cchc_desktop.ui.session import PlanSession
from cchc_desktop.ui.steps import Steps


@dataclass(frozen=True, slots=True)
class _Seen:
    """What one look at the database brought."""

    survey: AgencySurvey
    has_apart: bool


class AgenciesDesk(QObject):
    """Keeps the screen in step with the database; `done` carries one line about a deed and its operation's id."""

    done = Signal(str, object)
    failed = Signal(object)
    item_wanted = Signal(int, object)
    """A task is to be shown in its plan: the ids of both, None for the plan alone."""

    def __init__(
        self,
        session: PlanSession,
        steps: Steps,
        today: Callable[[], date],
        abbreviations: Callable[[], Abbreviations],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._asked = 0
        self.page = AgenciesPage(today, window)
        self.page.set_abbreviations(abbreviations())
        self.page.set_editable(steps.is_writable)
        steps.writable_changed.connect(self.page.set_editable)
        self._guard = CloseGuard(self._loss, window)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Read everything that the screen shows."""
        self._asked += 1
        asked = self._asked

        def show(seen: _Seen) -> None:
            if asked == self._asked:  # else a later answer is on its way
                self.page.show_survey(seen.survey, has_apart=seen.has_apart)

        self._session.read(_look, show, self.failed.emit)

    def _loss(self) -> str:
        """Return what closing the window would lose."""
        count = len(self.page.pane.unsaved)
        words = self.tr("Còn {} cơ quan vừa sửa chưa lưu được. Nếu đóng chương trình bây giờ, nội dung này sẽ mất.")
        return words.format(count) if count else ""

    def _connect(self) -> None:
        page, session = self.page, self._session
        page.refresh_wanted.connect(self.refresh)
        page.pane.typed.connect(self._save)
        page.merge_wanted.connect(self._ask_merge)
        page.delete_wanted.connect(self._delete)
        page.suggestions.merge_wanted.connect(self._merge)
        page.suggestions.apart_wanted.connect(self._tell_apart)
        page.suggestions.again_wanted.connect(self._suggest_again)
        page.uses.item_wanted.connect(self.item_wanted)
        for ended in (session.saved, session.worked, session.plan_opened):
            ended.connect(self._refresh_if_seen)

    def _refresh_if_seen(self, *_: Any) -> None:
        if self.page.isVisible():  # when it is shown again it reads anyway
            self.refresh()

    # --- writing

    def _save(self, before: Agency, typed: Agency) -> None:
        def stored(result: tuple[int, Changes]) -> None:
            id_, changes = result
            self.page.pane.stored(before, id_)
            if before.id == UNSAVED:
                self.page.choose(id_)
            if changes.operation_id is not None:
                sentence = self.tr("Đã thêm “{}”.") if before.id == UNSAVED else self.tr("Đã lưu “{}”.")
                self.done.emit(sentence.format(typed.name), changes.operation_id)

        def refused(error: Exception) -> None:
            if not is_told_in_place(error):
                self.failed.emit(error)
            reason = error.message if isinstance(error, CchcError) else self.tr("Hãy thử lại.")
            self.page.pane.refused(before, typed, reason)

        self._session.write(lambda workspace: _save(workspace, before, typed), stored, on_error=refused)

    def _ask_merge(self, spellings: Sequence[Spelling]) -> None:
        dialog = MergeDialog(spellings, self._window)
        dialog.chosen.connect(self._merge)
        dialog.open()

    def _merge(self, choice: MergeChoice) -> None:
        def merged(changes: Changes) -> None:
            self.page.choose(choice.keep_id)
            sentence = self.tr("Đã gộp {} tên thành một cơ quan.").format(len(choice.other_ids) + 1)
            self.done.emit(sentence, changes.operation_id)

        self._write(
            lambda workspace: agency_editing.merge(workspace, choice.keep_id, choice.other_ids, choice.name), merged
        )

    def _delete(self, ids: Sequence[int]) -> None:
        def deleted(changes: Changes) -> None:
            self.done.emit(self.tr("Đã xóa {} cơ quan.").format(len(ids)), changes.operation_id)

        if ids:
            self._write(lambda workspace: agency_editing.delete_agencies(workspace, ids), deleted)

    def _tell_apart(self, ids: Sequence[int]) -> None:
        def told(changes: Changes) -> None:
            self.done.emit(self.tr("Đã ghi nhận đây là các cơ quan khác nhau."), changes.operation_id)

        self._write(lambda workspace: agency_editing.tell_apart(workspace, ids), told)

    def _suggest_again(self) -> None:
        def told(changes: Changes) -> None:
            self.done.emit(self.tr("Đã hiện lại mọi gợi ý gộp cơ quan."), changes.operation_id)

        self._write(agency_editing.suggest_again, told)

    def _write(self, use_case: Callable[[Workspace], Changes], then: Callable[[Changes], None]) -> None:
        def refused(error: Exception) -> None:
            if is_told_in_place(error):
                self.page.show_refusal(error.message)
            else:
                self.failed.emit(error)

        self.page.show_refusal("")
        self._session.write(use_case, then, on_error=refused)


def _look(workspace: Workspace) -> _Seen:
    return _Seen(agencies.survey(workspace), bool(agencies.told_apart(workspace)))


def _save(workspace: Workspace, before: Agency, typed: Agency) -> tuple[int, Changes]:
    """Store what a person changed; what has changed in other fields since the form was filled stays."""
    if before.id == UNSAVED:
        return agency_editing.save_agency(workspace, typed)
    present = next((row for row in workspace.queries.agencies() if row.id == before.id), None)
    if present is None or present.merged_into_id is not None:
        raise NotFound("Cơ quan này đã được xóa hoặc gộp vào cơ quan khác.")
    changes: dict[str, Any] = changed_fields(before, typed)
    return agency_editing.save_agency(workspace, replace(present, **changes))
