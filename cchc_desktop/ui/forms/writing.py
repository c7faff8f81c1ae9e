"""What is written about forms: each deed one operation that can be taken back; typed words stay until stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from PySide6.QtCore import QObject, Signal

from cchc_desktop.domain.changes import Changes
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.forms.form import SuperiorForm
from cchc_desktop.domain.forms.matching import Carried
from cchc_desktop.domain.forms.sources import CellSource
from cchc_desktop.services import forms
from cchc_desktop.services.workspace import Workspace
from cchc_desktop.ui.dialog_host import DialogHost
from cchc_desktop.ui.errors import is_told_in_place
from cchc_desktop.ui.forms.form_dialog import FormDialog
from cchc_desktop.ui.forms.page import FormsPage
from cchc_desktop.ui.forms.reading import Target
from cchc_desktop.ui.forms.typed import TypedCell, TypedCells
from cchc_desktop.ui.session import PlanSession


class FormWriting(QObject):
    """`done` carries one line about a deed and its operation's id."""

    done = Signal(str, object)
    failed = Signal(object)
    unsaved_changed = Signal()
    entered = Signal(int, str)
    """A form was taken in: its id, and what is to be said of its file."""

    def __init__(self, session: PlanSession, page: FormsPage, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._page = page
        self.unsaved = TypedCells()
        self._host = DialogHost(session, self)
        self._host.failed.connect(self.failed)

    # --- forms

    def add(self, taken: forms.TakenForm) -> None:
        """Enter a form whose file lies in the store."""

        def added(result: tuple[int, Changes]) -> None:
            form_id, changes = result
            self.entered.emit(form_id, " ".join(taken.reading.notes))
            self._tell(self.tr("Đã nhận biểu mẫu {}.").format(taken.file_name), changes)

        self._write(lambda workspace: forms.add_form(workspace, taken), added)

    def renew(self, form: SuperiorForm, taken: forms.TakenForm) -> None:
        """Put a new version in the place of a form's file."""

        def renewed(result: tuple[Carried, Changes]) -> None:
            carried, changes = result
            words = self.tr("Đã thay bản mới của biểu mẫu “{}”: giữ {} nguồn số liệu, {} nguồn không còn ô.")
            self._tell(words.format(form.name, len(carried.kept), len(carried.lost)), changes)
            self._page.pane.show_notice(" ".join(taken.reading.notes))

        self._write(lambda workspace: forms.renew_form(workspace, form.id, taken), renewed)

    def edit(self, form: SuperiorForm) -> None:
        """Ask what a form is called and who sent it; the dialog stays open until that is stored."""
        dialog = FormDialog(form, self._page.window())

        def confirmed() -> None:
            name, sender = dialog.values()
            self._host.store(
                dialog, lambda workspace: forms.edit_form(workspace, form.id, name=name, sender=sender), stored
            )

        def stored(changes: Changes) -> None:
            self._tell(self.tr("Đã sửa biểu mẫu “{}”.").format(form.name), changes)

        self._host.open(dialog, confirmed)

    def delete(self, form: SuperiorForm) -> None:
        """Put a form into the bin."""
        words = self.tr("Đã xóa biểu mẫu “{}”.").format(form.name)
        self._write(
            lambda workspace: forms.delete_forms(workspace, [form.id]), lambda changes: self._tell(words, changes)
        )

    # --- sources

    def map(self, form_id: int, sources: Mapping[str, CellSource | None]) -> None:
        """Say what fills cells."""
        is_left = all(source is None for source in sources.values())
        words = self.tr("Đã bỏ nguồn của {} ô.") if is_left else self.tr("Đã gán nguồn cho {} ô.")
        self._write(
            lambda workspace: forms.map_cells(workspace, form_id, sources),
            lambda changes: self._tell(words.format(len(sources)), changes),
        )

    def move(self, form_id: int, slot: int, address: str) -> None:
        """Give a source another cell."""
        self._write(
            lambda workspace: forms.move_source(workspace, form_id, slot, address),
            lambda changes: self._tell(self.tr("Đã gán nguồn vào ô của bản mới."), changes),
        )

    def drop(self, form_id: int, slots: Sequence[int]) -> None:
        """Leave sources that have no cell any more."""
        self._write(
            lambda workspace: forms.drop_sources(workspace, form_id, slots),
            lambda changes: self._tell(self.tr("Đã bỏ {} nguồn không còn ô.").format(len(slots)), changes),
        )

    # --- typed words

    def type(self, target: Target, words: Mapping[str, str]) -> None:
        """Store what was typed into cells for a period; it stays on the screen until it is."""
        cells = [TypedCell(target.form_id, target.period, address, typed) for address, typed in words.items()]
        self.unsaved.keep(cells)
        self.unsaved_changed.emit()
        self._store(cells)

    def store_again(self) -> None:
        """Store what could not be stored."""
        belongs: Callable[[TypedCell], Any] = lambda one: (one.form_id, one.period)  # noqa: E731
        for _, cells in groupby(sorted(self.unsaved.refused(), key=belongs), key=belongs):
            self._store(list(cells))

    def give_up(self) -> None:
        """Give up what could not be stored."""
        self.unsaved.drop_refused()
        self.unsaved_changed.emit()

    def _store(self, cells: Sequence[TypedCell]) -> None:
        first = cells[0]
        words = {one.address: one.words or None for one in cells}

        def stored(changes: Changes) -> None:
            self.unsaved.stored(cells)
            self.unsaved_changed.emit()
            self._tell(self.tr("Đã lưu số liệu của {} ô.").format(len(cells)), changes)

        def refused(error: Exception) -> None:
            reason = error.message if isinstance(error, CchcError) else self.tr("Hãy thử lại.")
            self.unsaved.refuse(cells, reason)
            self.unsaved_changed.emit()
            if not is_told_in_place(error):
                self.failed.emit(error)

        use_case = partial(_type_values, form_id=first.form_id, period=first.period, words=words)
        self._session.write(use_case, stored, on_error=refused)

    # --- telling

    def _write(self, use_case: Callable[[Workspace], Any], then: Callable[[Any], object]) -> None:
        def refused(error: Exception) -> None:
            if is_told_in_place(error):
                self._page.show_refusal(error.message)
            else:
                self.failed.emit(error)

        self._page.show_refusal("")
        self._session.write(use_case, then, on_error=refused)

    def _tell(self, words: str, changes: Changes) -> None:
        if changes.operation_id is not None:
            self.done.emit(words, changes.operation_id)


def _type_values(workspace: Workspace, form_id: int, period: str, words: Mapping[str, str | None]) -> Changes:
    return forms.type_values(workspace, form_id, period, words)
