"""Use cases on the register of documents (sổ tài liệu): adding, editing, attaching, and what lacks its evidence.

Files come in before their rows (`ports.EvidenceFiles.put`, in any thread); the use cases here take what that returned.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypedDict, TypeVar

from cchc_desktop.domain.changes import Changes, EntityKind, Operation
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.evidence.files import FileState, document_label, stem_words
from cchc_desktop.domain.evidence.register import EvidenceDocument, StoredFile, split_reference
from cchc_desktop.domain.evidence.uses import DocumentUse
from cchc_desktop.domain.followup.records import PeriodUpdate, Progress, Record
from cchc_desktop.domain.indicators.values import IndicatorValue
from cchc_desktop.domain.ports import FactRepository, UnitOfWork
from cchc_desktop.services.followup import FollowedPlan, FollowPicture
from cchc_desktop.services.milestone_desk import refuse_day_to_come, typed_words
from cchc_desktop.services.titles import about
from cchc_desktop.services.workspace import Workspace

_WORDS = ("type", "issuer", "abstract")
_Proved = TypeVar("_Proved", Record, PeriodUpdate, IndicatorValue)

Target = tuple[EntityKind, int]
"""What a document is attached to: a result, an update, a value, a task or an indicator, by its id."""
_LISTS: Mapping[EntityKind, str] = {EntityKind.ITEM: "item_ids", EntityKind.INDICATOR: "indicator_ids"}


class DocumentValues(TypedDict, total=False):
    """What was typed about a document; what is not named stays as it was. `reference` is '15/BC-UBND' as typed."""

    reference: str | None
    type: str | None
    issued_on: date | None
    issuer: str | None
    abstract: str | None
    secret: bool
    kept_at_registry: bool
    file: StoredFile | None
    item_ids: tuple[int, ...]
    indicator_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One document of the register, where it is used, and how its file is (None where it has none)."""

    document: EvidenceDocument
    uses: tuple[DocumentUse, ...]
    state: FileState | None


@dataclass(frozen=True, slots=True)
class Unproven:
    """A milestone that is done and has no document to show for it."""

    plan_id: int
    plan_title: str
    item_id: int
    number: str
    content: str
    record: Record


# ---------------------------------------------------------------- writing


def add_documents(workspace: Workspace, drafts: Sequence[DocumentValues]) -> tuple[tuple[int, ...], Changes]:
    """Enter documents in the register as one operation and return their ids in order; InvalidInput."""
    with workspace.units(Operation("document.add", "Thêm tài liệu")) as unit:
        new = [_changed(workspace, EvidenceDocument(""), values) for values in drafts]
        _require_rows(unit, new)
        rows = unit.documents.add_all(new)
        unit.describe(_title("Thêm", rows))
        return tuple(row.id for row in rows), unit.commit()


def edit_document(workspace: Workspace, document_id: int, values: DocumentValues) -> Changes:
    """Change what the register says of a document; InvalidInput, NotFound."""
    with workspace.units(Operation("document.edit", "Sửa tài liệu")) as unit:
        after = _changed(workspace, unit.documents.get(document_id), values)
        _require_rows(unit, [after])
        unit.describe(_title("Sửa", [unit.documents.update(after)]))
        return unit.commit()


def delete_documents(workspace: Workspace, ids: Sequence[int]) -> Changes:
    """Put documents into the bin; results that name them keep naming them, and count as unproven meanwhile."""
    with workspace.units(Operation("document.delete", "Xóa tài liệu")) as unit:
        rows = unit.documents.get_all(ids)
        unit.documents.delete_all([row.id for row in rows])
        unit.describe(_title("Xóa", rows))
        return unit.commit()


def attach(workspace: Workspace, targets: Sequence[Target], document_ids: Sequence[int]) -> Changes:
    """Let documents prove results, updates, values, or bear on tasks and indicators, as one operation."""
    return _relink(workspace, targets, document_ids, "Gắn tài liệu", _with)


def detach(workspace: Workspace, targets: Sequence[Target], document_ids: Sequence[int]) -> Changes:
    """Take documents away from results, updates, values, tasks, indicators; they stay in the register."""
    return _relink(workspace, targets, document_ids, "Gỡ tài liệu", _without)


def take_proposal(workspace: Workspace, document_id: int, values: DocumentValues) -> Changes:
    """Take what a file's name proposed, where nothing was typed meanwhile."""
    with workspace.units(Operation("document.edit", "Lấy số, ngày theo tên tệp")) as unit:
        document = unit.documents.get(document_id)
        typed = {"reference": document.reference, "type": document.type, "issued_on": document.issued_on}
        left: Any = {name: value for name, value in values.items() if not typed.get(name)}
        after = unit.documents.update(_changed(workspace, document, left))
        unit.describe(about("Lấy số, ngày theo tên tệp", document_label(after)))
        return unit.commit()


def let_go_of_files(workspace: Workspace) -> int:
    """Let the store put aside what no document and nothing in the log names; return how many files went for good."""
    return workspace.evidence.let_go(workspace.queries.named_files())


def draft_of_file(name: str, file: StoredFile) -> DocumentValues:
    """Return a new document for a file: called as the file is; what its name proposes is for a person to take."""
    return {"abstract": stem_words(name), "file": file}


def _changed(workspace: Workspace, before: EvidenceDocument, values: DocumentValues) -> EvidenceDocument:
    typed: dict[str, Any] = {**values}
    if "reference" in typed:
        typed["number"], typed["symbol"] = split_reference(typed_words(typed.pop("reference")) or "")
    for name in _WORDS:
        if name in typed:
            typed[name] = typed_words(typed[name])
    refuse_day_to_come("Ngày văn bản", typed.get("issued_on"), workspace.clock.today())
    if "abstract" in typed or not before.abstract:
        typed["abstract"] = typed.get("abstract") or ""
    after = replace(before, **typed)
    if not after.abstract and not after.reference:
        raise InvalidInput("Tài liệu chưa có số, ký hiệu hoặc trích yếu. Hãy nhập ít nhất một trong hai.")
    return after


def _require_rows(unit: UnitOfWork, rows: Sequence[EvidenceDocument]) -> None:
    """Raise NotFound for tasks or indicators that do not exist (any more)."""
    items = {id_ for row in rows for id_ in row.item_ids}
    indicators = {id_ for row in rows for id_ in row.indicator_ids}
    if items:
        unit.items.get_all(sorted(items))
    if indicators:
        unit.indicators.get_all(sorted(indicators))


def _relink(
    workspace: Workspace,
    targets: Sequence[Target],
    document_ids: Sequence[int],
    deed: str,
    changed: Callable[[tuple[int, ...], Sequence[int]], tuple[int, ...]],
) -> Changes:
    with workspace.units(Operation("document.attach", deed)) as unit:
        documents = unit.documents.get_all(document_ids)
        by_kind: dict[EntityKind, list[int]] = {}
        for kind, id_ in dict.fromkeys(targets):
            by_kind.setdefault(kind, []).append(id_)

        def relinked(evidence: tuple[int, ...]) -> tuple[int, ...]:
            return changed(evidence, document_ids)

        _store_evidence(unit.records, by_kind.get(EntityKind.RECORD, ()), relinked)
        _store_evidence(unit.period_updates, by_kind.get(EntityKind.PERIOD_UPDATE, ()), relinked)
        _store_evidence(unit.indicator_values, by_kind.get(EntityKind.INDICATOR_VALUE, ()), relinked)
        linked = [_linked(document, by_kind, changed) for document in documents]
        _require_rows(unit, linked)
        unit.documents.update_all(linked)
        unit.describe(_title(deed.removesuffix(" tài liệu"), documents))
        return unit.commit()


def _store_evidence(
    repository: FactRepository[_Proved], ids: Sequence[int], relinked: Callable[[tuple[int, ...]], tuple[int, ...]]
) -> None:
    if ids:
        rows = repository.get_all(ids)
        repository.update_all([replace(row, evidence=relinked(row.evidence)) for row in rows])


def _linked(
    document: EvidenceDocument,
    by_kind: Mapping[EntityKind, Sequence[int]],
    changed: Callable[[tuple[int, ...], Sequence[int]], tuple[int, ...]],
) -> EvidenceDocument:
    lists: Any = {field: changed(getattr(document, field), by_kind.get(kind, ())) for kind, field in _LISTS.items()}
    return replace(document, **lists)


def _with(ids: tuple[int, ...], more: Sequence[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys((*ids, *more)))


def _without(ids: tuple[int, ...], fewer: Sequence[int]) -> tuple[int, ...]:
    return tuple(id_ for id_ in ids if id_ not in fewer)


def _title(deed: str, rows: Sequence[EvidenceDocument]) -> str:
    if len(rows) == 1:
        return about(f"{deed} tài liệu", document_label(rows[0]))
    return f"{deed} {len(rows)} tài liệu"


# ---------------------------------------------------------------- reading


def register(workspace: Workspace) -> tuple[DocumentLine, ...]:
    """Return the register, the newest documents first, with where each is used; files by their sizes only."""
    documents = workspace.queries.documents()
    uses: dict[int, list[DocumentUse]] = {}
    for use in workspace.queries.document_uses():
        uses.setdefault(use.document_id, []).append(use)
    states = workspace.evidence.quick_states(row.file for row in documents if row.file)
    lines = [
        DocumentLine(row, tuple(uses.get(row.id, ())), states[row.file.sha256] if row.file else None)
        for row in documents
    ]
    return tuple(sorted(lines, key=_newest_first))


def _newest_first(line: DocumentLine) -> tuple[int, int]:
    day = line.document.issued_on
    return (-day.toordinal() if day else 0, -line.document.id)


def documents_by_id(workspace: Workspace, ids: Sequence[int]) -> tuple[EvidenceDocument, ...]:
    """Return some documents in the order in which they are asked for; those in the bin are left out."""
    found = {row.id: row for row in workspace.queries.documents()}
    return tuple(found[id_] for id_ in ids if id_ in found)


def check(workspace: Workspace, document: EvidenceDocument) -> FileState | None:
    """Read a document's file from end to end: present, missing or changed; None where it has none."""
    return workspace.evidence.state(document.file) if document.file else None


def without_evidence(picture: FollowPicture, documents: Sequence[EvidenceDocument]) -> tuple[Unproven, ...]:
    """Return the milestones that are done and that nothing proves ('Đã hoàn thành nhưng chưa có tài liệu').

    What proves: a document at hand that the result names, or one that bears on the whole task; a document that is
    kept at the registry counts, one in the bin does not.
    """
    at_hand = {row.id for row in documents if row.is_at_hand}
    proved = {item_id for row in documents if row.is_at_hand for item_id in row.item_ids}
    return tuple(
        unproven
        for plan in picture.plans.values()
        for record in _done(plan)
        if record.item_id not in proved and not at_hand.intersection(record.evidence)
        for unproven in _unproven(plan, record)
    )


def _done(plan: FollowedPlan) -> list[Record]:
    rows = (record for of_item in plan.ledger.records.values() for record in of_item)
    return [record for record in rows if record.progress is Progress.DONE and record.is_common]


def _unproven(plan: FollowedPlan, record: Record) -> list[Unproven]:
    item = plan.tree.items.get(record.item_id)
    if item is None:
        return []
    number = item.ordinal or item.number or item.label or ""
    return [Unproven(plan.tree.plan.id, plan.tree.plan.title, item.id, str(number), item.content, record)]


def target_of(use: DocumentUse) -> Target:
    """Return what a use hangs on, as `detach` names it."""
    return EntityKind(use.role.value), use.id
