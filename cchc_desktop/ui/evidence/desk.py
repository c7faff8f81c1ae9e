"""The desk of documents: what the screen Tài liệu shows and does, and the fields that attach documents elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.changes import Changes, EntityKind
from cchc_desktop.domain.entities import UNSAVED
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.evidence.uses import DocumentUse
from cchc_desktop.services import attaching, evidence
from cchc_desktop.services.attaching import AttachPlace
from cchc_desktop.services.evidence import DocumentValues, Unproven
from cchc_desktop.services.workspace import Workspace
from cchc_desktop.ui.errors import is_told_in_place
from cchc_desktop.ui.evidence import words
from cchc_desktop.ui.evidence.attach import EvidenceField
from cchc_desktop.ui.evidence.field_keeper import FieldKeeper
from cchc_desktop.ui.evidence.files_desk import FilesDesk
from cchc_desktop.ui.evidence.intake import Brought, FileIntake
from cchc_desktop.ui.evidence.lines import LineFilter, SearchedLine, searched, searched_unproven
from cchc_desktop.ui.evidence.page import EvidencePage
from cchc_desktop.ui.evidence.place_picker import Offered, offered, short_words
from cchc_desktop.ui.following.keeper import FollowKeeper
from cchc_desktop.ui.session import PlanSession
from cchc_desktop.ui.steps import Steps


class EvidenceDesk(QObject):
    """`done` carries one line about a deed and its operation's id."""

    done = Signal(str, object)
    failed = Signal(object)
    item_wanted = Signal(int, object)
    """A task is to be shown in its plan: the ids of both, None for the plan alone."""
    indicator_wanted = Signal(int, int)
    """An indicator is to be shown on its screen: the ids of its plan and of itself."""

    def __init__(
        self,
        session: PlanSession,
        steps: Steps,
        keeper: FollowKeeper,
        today: Callable[[], date],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._steps = steps
        self._keeper = keeper
        self._today = today
        self._window = window
        self._asked = 0
        self.intake = FileIntake(session, self)
        self.intake.done.connect(self.done)
        self.intake.failed.connect(self.failed)

    def field(self, parent: QWidget) -> EvidenceField:
        """Return a field by which a dialog attaches documents; it works as long as it lives."""
        field = EvidenceField(self._today, parent)
        FieldKeeper(field, self._session, self.intake)
        return field

    @cached_property
    def page(self) -> EvidencePage:
        """The screen."""
        page = EvidencePage(self._today, self._window)
        page.set_editable(self._steps.is_writable)
        self._steps.writable_changed.connect(page.set_editable)
        self._connect(page)
        self.__dict__["page"] = page
        self._keeper.begin()
        self.refresh()
        return page

    @cached_property
    def files(self) -> FilesDesk:
        """What opens, checks, changes and finds the files of the screen's documents."""
        files = FilesDesk(self._session, self.page, self)
        files.failed.connect(self.failed)
        files.replaced.connect(self._edit)
        return files

    def refresh(self) -> None:
        """Read everything that the screen shows."""
        self._asked += 1
        asked = self._asked

        def show(lines: Sequence[SearchedLine]) -> None:
            if asked == self._asked:  # else a later answer is on its way
                self.page.show_register(lines)
                self._show_unproven()

        self._session.read(lambda workspace: searched(evidence.register(workspace)), show, self.failed.emit)

    def end_typing(self) -> None:
        """Let what is being typed on the screen be stored."""
        if "page" in self.__dict__:
            self.page.end_typing()

    def show_unproven(self) -> None:
        """Show what is done and has no document to show for it."""
        self.page.list.choose_filter(LineFilter.UNPROVEN)

    def _connect(self, page: EvidencePage) -> None:
        page.refresh_wanted.connect(self.refresh)
        page.unproven_wanted.connect(self._show_unproven)
        page.dropped.connect(self._bring)
        page.choosing_wanted.connect(self._choose)
        page.delete_wanted.connect(self._delete)
        page.open_wanted.connect(lambda document: self.files.open(document))
        page.shown_changed.connect(lambda document: self.files.look_at(document))
        page.list.check_wanted.connect(lambda: self.files.check_all())
        page.list.stop_wanted.connect(lambda: self.files.stop())
        page.list.item_wanted.connect(self.item_wanted)
        page.pane.item_wanted.connect(self.item_wanted)
        page.pane.typed.connect(self._edit)
        page.pane.indicator_wanted.connect(self.indicator_wanted)
        page.pane.detach_wanted.connect(self._detach)
        page.pane.attach.wanted.connect(self._offer_places)
        page.pane.attach_wanted.connect(self._attach_to)
        page.proving.attach_wanted.connect(self._attach)
        FieldKeeper(page.proving.field, self._session, self.intake)
        page.pane.file.dropped.connect(lambda path: self.files.replace_shown(path))
        page.pane.file.choose_wanted.connect(lambda: self.files.choose())
        page.pane.file.find_wanted.connect(lambda: self.files.find())
        page.pane.file.remove_wanted.connect(self._remove_file)
        self._keeper.changed.connect(self._show_unproven)
        session = self._session
        for ended in (session.saved, session.worked, session.plan_opened):
            ended.connect(self._refresh_if_seen)

    def _refresh_if_seen(self, *_: object) -> None:
        if self.page.isVisible():  # when it is shown again it reads anyway
            self.refresh()

    def _show_unproven(self) -> None:
        if self._keeper.picture is None or self.page.list.narrowed() is not LineFilter.UNPROVEN:
            return
        picture = self._keeper.picture
        self._session.read(
            lambda _: searched_unproven(evidence.without_evidence(picture, tuple(picture.documents.values()))),
            self.page.show_unproven,
            self.failed.emit,
        )

    # --- adding

    def _choose(self) -> None:
        self._bring(words.choose_files(self._window))

    def _bring(self, paths: Sequence[Path]) -> None:
        def brought(found: Sequence[Brought]) -> None:
            self.page.list.show_copying("")
            self.page.show_refusal(" ".join(one.reason for one in found if one.reason))
            new = [one.document.id for one in found if one.document is not None]
            if new:
                self.page.choose(new[0])
                self.refresh()

        def report(done: int, total: int) -> None:
            percent = done * 100 // max(1, total)
            self.page.list.show_copying(self.tr("Đang chép tệp vào kho… {}%").format(percent))

        if paths:
            self.intake.bring(paths, brought, report)

    # --- writing

    def _edit(self, document_id: int, values: DocumentValues) -> None:
        if document_id == UNSAVED:  # a file was chosen first: what is typed beside it comes along
            values = {**values, **self.page.pane.form.differing()}

        def stored(result: tuple[int, Changes]) -> None:
            id_, changes = result
            self.page.stored(document_id, id_, values)
            if changes.operation_id is not None:
                sentence = self.tr("Đã thêm tài liệu.") if document_id == UNSAVED else self.tr("Đã lưu tài liệu.")
                self.done.emit(sentence, changes.operation_id)

        def refused(error: Exception) -> None:
            if not is_told_in_place(error):
                self.failed.emit(error)
            reason = error.message if isinstance(error, CchcError) else self.tr("Hãy thử lại.")
            self.page.refused(document_id, values, reason)

        self._session.write(lambda workspace: _save(workspace, document_id, values), stored, on_error=refused)

    def _remove_file(self) -> None:
        shown = self.page.pane.shown()
        if shown is not None and shown.id != UNSAVED:
            self._edit(shown.id, {"file": None})

    def _delete(self, ids: Sequence[int]) -> None:
        if ids:
            told = self.tr("Đã xóa {} tài liệu.").format(len(ids))
            self._write(lambda workspace: evidence.delete_documents(workspace, ids), told)

    def _attach(self, rows: Sequence[Unproven], ids: Sequence[int]) -> None:
        targets = [(EntityKind.RECORD, row.record.id) for row in rows]
        told = self.tr("Đã gắn tài liệu vào {} kết quả.").format(len(rows))
        if targets and ids:
            self._write(lambda workspace: evidence.attach(workspace, targets, ids), told, self.page.proving.clear)

    def _offer_places(self, kind: EntityKind) -> None:
        """Bring the tasks or indicators to which the shown document can be attached, the open plan's first."""
        picture, tree = self._keeper.picture, self._session.tree
        if picture is None:
            return
        first = tree.plan.id if tree is not None else None

        def look(workspace: Workspace) -> list[Offered]:
            is_task = kind is EntityKind.ITEM
            return offered(
                attaching.task_places(picture, first)
                if is_task
                else attaching.indicator_places(workspace, picture, first)
            )

        self._session.read(look, lambda rows: self.page.pane.attach.show_places(kind, rows), self.failed.emit)

    def _attach_to(self, document_id: int, place: AttachPlace) -> None:
        told = self.tr("Đã gắn tài liệu vào {}.").format(f"“{short_words(place.words)}”")
        there = self.tr("Tài liệu này đã gắn vào {}.").format(f"“{short_words(place.words)}”")
        self._write(lambda workspace: attaching.attach_to(workspace, place, [document_id]), told, unchanged=there)

    def _detach(self, use: DocumentUse) -> None:
        target, id_ = evidence.target_of(use), use.document_id
        told = self.tr("Đã gỡ tài liệu khỏi nơi dùng.")
        self._write(lambda workspace: evidence.detach(workspace, [target], [id_]), told)

    def _write(
        self,
        use_case: Callable[[Workspace], Changes],
        told: str,
        then: Callable[[], object] = lambda: None,
        unchanged: str = "",
    ) -> None:
        """Write and tell it; `unchanged` is told where everything was so already."""

        def written(changes: Changes) -> None:
            self.done.emit(told if changes or not unchanged else unchanged, changes.operation_id)
            then()

        def refused(error: Exception) -> None:
            if is_told_in_place(error):
                self.page.show_refusal(error.message)
            else:
                self.failed.emit(error)

        self.page.show_refusal("")
        self._session.write(use_case, written, on_error=refused)


def _save(workspace: Workspace, document_id: int, values: DocumentValues) -> tuple[int, Changes]:
    if document_id != UNSAVED:
        return document_id, evidence.edit_document(workspace, document_id, values)
    ids, changes = evidence.add_documents(workspace, [values])
    return ids[0], changes
