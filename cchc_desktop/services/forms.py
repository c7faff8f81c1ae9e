"""Use cases on the superior's forms: taken in unchanged, mapped once, renewed when the superior sends another version.

Files come in before their rows (`take_in`, in any thread); the use cases here take what that returned.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cchc_desktop.domain.changes import Changes, Operation
from cchc_desktop.domain.errors import InvalidInput, NotFound
from cchc_desktop.domain.evidence.files import FileState, shown_name, stem_words
from cchc_desktop.domain.evidence.register import StoredFile
from cchc_desktop.domain.forms.cells import CellKind, FormCell, FormReading, by_address
from cchc_desktop.domain.forms.fields import FORM_FIELDS
from cchc_desktop.domain.forms.figures import require_source
from cchc_desktop.domain.forms.form import (
    FORM_ENDINGS,
    FormPeriod,
    MappedCell,
    SuperiorForm,
    in_order,
    mapped,
    moved,
)
from cchc_desktop.domain.forms.matching import Carried, carry_over
from cchc_desktop.domain.forms.sources import TYPED, CellSource, SourceKind
from cchc_desktop.domain.forms.writing import LONGEST_WORDS
from cchc_desktop.domain.ports import CancelCheck, ProgressCallback, UnitOfWork, never_cancelled, no_progress
from cchc_desktop.services import periods
from cchc_desktop.services.milestone_desk import typed_words
from cchc_desktop.services.titles import about
from cchc_desktop.services.workspace import Workspace

_CHANGED_MEANWHILE = "Tệp vừa thay đổi trong lúc đọc. Hãy lưu và đóng tệp rồi thử lại."


@dataclass(frozen=True, slots=True)
class TakenForm:
    """A form's file that lies in the store, and what it holds; nothing names it yet."""

    file: StoredFile
    file_name: str
    reading: FormReading


@dataclass(frozen=True, slots=True)
class FormLine:
    """One form as the list shows it: how its file is, and the periods for which something was typed or filled."""

    form: SuperiorForm
    state: FileState
    periods: tuple[FormPeriod, ...]


# ---------------------------------------------------------------- taking in


def take_in(
    workspace: Workspace,
    path: Path,
    progress: ProgressCallback = no_progress,
    is_cancelled: CancelCheck = never_cancelled,
) -> TakenForm:
    """Read a form and copy its file into the store, in any thread; RefusedFile, CannotWrite, Cancelled."""
    reading = workspace.forms.read(path, progress, is_cancelled)
    file = workspace.evidence.put(path, progress, is_cancelled)
    if file.extension not in FORM_ENDINGS:
        raise InvalidInput("Biểu mẫu phải là tệp Word (.docx) hoặc Excel (.xlsx).")
    if file.sha256 != reading.sha256:
        raise InvalidInput(_CHANGED_MEANWHILE)
    return TakenForm(file, shown_name(path.name), reading)


def add_form(workspace: Workspace, taken: TakenForm, name: str = "", sender: str = "") -> tuple[int, Changes]:
    """Keep a form and return its id; without a name it is called as its file is."""
    with workspace.units(Operation("form.add", "Thêm biểu mẫu")) as unit:
        called = typed_words(name) or stem_words(taken.file_name)
        form = unit.superior_forms.add(
            SuperiorForm(
                called, taken.file, taken.reading.cells, file_name=taken.file_name, sender=typed_words(sender) or ""
            )
        )
        unit.describe(about("Thêm biểu mẫu", called))
        return form.id, unit.commit()


def edit_form(workspace: Workspace, form_id: int, *, name: str | None = None, sender: str | None = None) -> Changes:
    """Change what a form is called and who sent it; InvalidInput, NotFound."""
    with workspace.units(Operation("form.edit", "Sửa biểu mẫu")) as unit:
        form = unit.superior_forms.get(form_id)
        called = form.name if name is None else typed_words(name)
        if not called:
            raise InvalidInput("Biểu mẫu chưa có tên. Hãy nhập tên.")
        told = form.sender if sender is None else typed_words(sender) or ""
        unit.superior_forms.update(replace(form, name=called, sender=told))
        unit.describe(about("Sửa biểu mẫu", called))
        return unit.commit()


def delete_forms(workspace: Workspace, ids: Sequence[int]) -> Changes:
    """Put forms into the bin, with what belongs to their periods."""
    with workspace.units(Operation("form.delete", "Xóa biểu mẫu")) as unit:
        rows = unit.superior_forms.get_all(ids)
        unit.superior_forms.delete_all([row.id for row in rows])
        unit.describe(about("Xóa biểu mẫu", rows[0].name) if len(rows) == 1 else f"Xóa {len(rows)} biểu mẫu")
        return unit.commit()


def renew_form(workspace: Workspace, form_id: int, taken: TakenForm) -> tuple[Carried, Changes]:
    """Put a new version in the place of a form's file; return what the mapping kept and what has no cell there.

    What has none stays with the form (`SuperiorForm.unplaced`), with what was typed for it, until it is moved or left.
    """
    with workspace.units(Operation("form.renew", "Thay tệp biểu mẫu")) as unit:
        form = unit.superior_forms.get(form_id)
        carried = carry_over(form, taken.reading.cells)
        named = _labelled(carried.kept, by_address(replace(form, cells=taken.reading.cells).described))
        unit.superior_forms.update(
            replace(
                form,
                file=taken.file,
                file_name=taken.file_name,
                cells=taken.reading.cells,
                mapping=in_order((*named, *carried.lost)),
            )
        )
        unit.describe(about("Thay tệp biểu mẫu", form.name))
        return carried, unit.commit()


def _labelled(kept: Iterable[MappedCell], cells: Mapping[str, FormCell]) -> list[MappedCell]:
    return [replace(one, label=cells[one.address].name) for one in kept]


# ---------------------------------------------------------------- mapping


def map_cells(workspace: Workspace, form_id: int, sources: Mapping[str, CellSource | None]) -> Changes:
    """Say what fills cells, by address, as one operation; None: nothing is said of the cell any more.

    A source LAST names the other cell by its address, or slot; that one needs a source.

    InvalidInput for a cell that the form does not have, one with a formula, and a source that does not exist.
    """
    with workspace.units(Operation("form.map", "Chọn nguồn số liệu cho biểu mẫu")) as unit:
        form = unit.superior_forms.get(form_id)
        _require_cells(form, sources)
        unit.superior_forms.update(_mapped(form, sources))
        unit.describe(about("Chọn nguồn số liệu cho biểu mẫu", form.name))
        return unit.commit()


def _mapped(form: SuperiorForm, sources: Mapping[str, CellSource | None]) -> SuperiorForm:
    """Return the form with other sources; one that takes another cell's last value names that by its slot then."""
    last = {address: one for address, one in sources.items() if one and one.kind is SourceKind.LAST}
    after = mapped(form, {address: one for address, one in sources.items() if address not in last})
    return mapped(after, {address: _of_slot(after, one) for address, one in last.items()}) if last else after


def _of_slot(form: SuperiorForm, source: CellSource) -> CellSource:
    other = form.placed.get(source.name) or form.in_slot(source.name)
    if other is None or other.source.kind is SourceKind.LAST:
        raise InvalidInput(
            f"Ô “{source.words or source.name}” chưa có nguồn số liệu nên chưa lấy được số liệu kỳ trước."
        )
    return replace(source, name=str(other.slot), words=other.label)


def move_source(workspace: Workspace, form_id: int, slot: int, address: str) -> Changes:
    """Give what is mapped another cell, with all that was typed for it; InvalidInput, NotFound."""
    with workspace.units(Operation("form.map", "Chuyển nguồn số liệu sang ô khác")) as unit:
        form = unit.superior_forms.get(form_id)
        _require_slot(form, slot)
        _require_cells(form, {address: None})
        unit.superior_forms.update(moved(form, slot, address))
        return unit.commit()


def drop_sources(workspace: Workspace, form_id: int, slots: Sequence[int]) -> Changes:
    """Leave what is mapped and has no cell any more; InvalidInput for a slot that the form does not have."""
    with workspace.units(Operation("form.map", "Bỏ nguồn số liệu không còn ô")) as unit:
        form = unit.superior_forms.get(form_id)
        for slot in slots:
            _require_slot(form, slot)
        left = tuple(one for one in form.mapping if one.slot not in slots)
        unit.superior_forms.update(replace(form, mapping=left))
        return unit.commit()


def _require_slot(form: SuperiorForm, slot: int) -> None:
    if not any(one.slot == slot for one in form.mapping):
        raise InvalidInput(f"Biểu mẫu “{form.name}” không có nguồn số liệu số {slot}.")


def _require_cells(form: SuperiorForm, sources: Mapping[str, CellSource | None]) -> None:
    cells = by_address(form.described)
    for address, source in sources.items():
        if address not in cells:
            raise InvalidInput(f"Biểu mẫu “{form.name}” không có ô “{address}”.")
        if cells[address].read.takes is CellKind.FORMULA:
            raise InvalidInput(f"Ô “{address}” có công thức của biểu mẫu nên không điền đè lên.")
        if source is not None:
            _require_known(source)


def _require_known(source: CellSource) -> None:
    require_source(source)
    if source.kind is SourceKind.FIELD and source.name not in FORM_FIELDS:
        raise InvalidInput(f"Không có thông tin “{source.name}”. Các tên dùng được: {', '.join(FORM_FIELDS)}.")


# ---------------------------------------------------------------- values typed by hand


def type_values(workspace: Workspace, form_id: int, period_key: str, values: Mapping[str, str | None]) -> Changes:
    """Keep what was typed into cells for a period, by address, as one operation; '' or None empties a cell.

    A cell that nothing fills yet is filled by hand from then on. InvalidInput for a cell that something else fills.
    """
    period = periods.reporting_period(workspace, period_key)
    with workspace.units(Operation("form.type", "Nhập số liệu biểu mẫu")) as unit:
        form = _with_typed_cells(unit, unit.superior_forms.get(form_id), values)
        placed = form.placed
        kept = _period_of(workspace, form_id, period.key)
        typed = dict(kept.typed)
        for address in values.keys() & placed.keys():  # others were empty and stay so
            _take(typed, placed[address].slot, typed_words(values[address]))
        _store(unit, replace(kept, typed=typed))
        unit.describe(about("Nhập số liệu biểu mẫu", f"{form.name}, {period.title}"))
        return unit.commit()


def _with_typed_cells(unit: UnitOfWork, form: SuperiorForm, values: Mapping[str, str | None]) -> SuperiorForm:
    """Return the form in which all those cells are filled by hand."""
    placed = form.placed
    new = {address: TYPED for address, words in values.items() if address not in placed and words}
    _require_cells(form, dict.fromkeys(values))
    for address in values:
        if address in placed and placed[address].source.kind is not SourceKind.TYPED:
            raise InvalidInput(
                f"Ô “{placed[address].label or address}” lấy số liệu tự động. Hãy đổi nguồn sang “Nhập tay”."
            )
    return unit.superior_forms.update(mapped(form, new)) if new else form


def _take(typed: dict[int, str], slot: int, words: str | None) -> None:
    if words and len(words) > LONGEST_WORDS:
        raise InvalidInput(f"Nội dung dài hơn {LONGEST_WORDS} ký tự nên không vừa một ô. Hãy rút gọn.")
    if words:
        typed[slot] = words
    else:
        typed.pop(slot, None)


def _period_of(workspace: Workspace, form_id: int, key: str) -> FormPeriod:
    """Return what belongs to a form in a period, a new row where there is nothing yet."""
    kept = workspace.queries.form_periods(form_id)
    return next((one for one in kept if one.period == key), FormPeriod(form_id, key))


def _store(unit: UnitOfWork, kept: FormPeriod) -> None:
    if kept.id:
        unit.form_periods.update(kept)
    elif kept.typed or kept.filled_on:
        unit.form_periods.add(kept)


# ---------------------------------------------------------------- reading


def forms(workspace: Workspace) -> tuple[FormLine, ...]:
    """Return the forms in the order in which they came; files by their sizes only."""
    rows = workspace.queries.superior_forms()
    states = workspace.evidence.quick_states(row.file for row in rows)
    return tuple(FormLine(row, states[row.file.sha256], tuple(workspace.queries.form_periods(row.id))) for row in rows)


def form_of(workspace: Workspace, form_id: int) -> SuperiorForm:
    """Return a form; NotFound."""
    found = next((row for row in workspace.queries.superior_forms() if row.id == form_id), None)
    if found is None:
        raise NotFound(f"Không tìm thấy biểu mẫu số {form_id}. Có thể biểu mẫu này đã được xóa.")
    return found


def form_cells(workspace: Workspace, form_id: int) -> tuple[FormCell, ...]:
    """Return the cells of a form in reading order, with their labels and headers; NotFound."""
    return form_of(workspace, form_id).described
