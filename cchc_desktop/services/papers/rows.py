"""Rows of the papers of the follow-up: one task as of a day, with its status, results, extensions and evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.evidence.register import EvidenceDocument
from cchc_desktop.domain.followup.milestones import ItemMilestones, Milestone, MilestoneKind
from cchc_desktop.domain.followup.records import Dropping, PeriodUpdate, Progress, Record
from cchc_desktop.domain.followup.status import Status, printed_words
from cchc_desktop.domain.items import ItemKind, ItemOrigin, WorkItem, bare_number
from cchc_desktop.domain.papers.followup import TaskRow
from cchc_desktop.domain.schedule.occurrence_words import occurrence_words
from cchc_desktop.services.followup import FollowedPlan, lead_names


class RowMaker:
    """Makes the rows of one plan's papers; facts later than the day are left out, as the statuses leave them."""

    def __init__(
        self, plan: FollowedPlan, agencies: Mapping[int, str], documents: Mapping[int, EvidenceDocument]
    ) -> None:
        self._plan = plan
        self._agencies = agencies
        self._documents = documents
        self._as_of = plan.status.as_of
        numbers = [number for one in plan.status.items if (number := number_and_content(one.item)[0])]
        self._restarts = len(set(numbers)) < len(numbers)
        self._of_item: dict[int, list[EvidenceDocument]] = {}
        for document in documents.values():
            for item_id in document.item_ids:
                self._of_item.setdefault(item_id, []).append(document)

    def row(self, one: ItemMilestones, among_others: bool = False) -> TaskRow:
        """Return the row of a followed item; `among_others`: not under the heading of its area (see `number`)."""
        item, leading = one.item, self._plan.status.statuses[one.item.id].leading
        number, content = number_and_content(item)
        number = self.number(item) if among_others else number
        return TaskRow(
            item_id=item.id,
            number=number,
            content=content,
            leads=item.lead_words or "; ".join(lead_names(item, self._agencies)),
            coordinating=item.coordinating_words or "",
            time_words=item.time_words or "",
            moment=moment_words(one, leading.milestone),
            due=leading.milestone.due,
            status=printed_words(leading),
            is_late=leading.status is Status.OVERDUE,
            is_part=item.kind is ItemKind.SUB_ITEM,
            result="\n".join(self.results(one)),
            extension="\n".join(_extensions(one)),
            evidence="\n".join(self._evidence(one)),
        )

    def number(self, item: WorkItem) -> str:
        """Return an item's number among those of other areas: 'II.4' where the plan numbers each area anew."""
        number, _ = number_and_content(item)
        section = bare_number(self._plan.tree.section(item.section_id).number)
        return f"{section}.{number}" if number and section and self._restarts else number

    # --- results -------------------------------------------------------------------------------------------------

    def results(self, one: ItemMilestones) -> Iterator[str]:
        """Yield what was recorded of an item by the day: milestone by milestone, then the updates of the periods."""
        for milestone in one.milestones:
            moment = moment_words(one, milestone)
            for record in self._known(milestone):
                name = self._agencies.get(record.agency_id or 0, "")
                yield from _labelled(": ".join(filter(None, (moment, name))), _record_lines(record))
        dropping = next((milestone.dropping for milestone in one.milestones if milestone.dropping), None)
        if dropping and (dropping.on is None or dropping.on <= self._as_of):
            yield _dropping_words(dropping)
        for update in self._updates(one):
            name = self._agencies.get(update.agency_id or 0, "")
            label = ": ".join(filter(None, (occurrence_words(update.period), name)))
            difficulty = f"Khó khăn, vướng mắc: {update.difficulty}" if update.difficulty else ""
            yield from _labelled(label, filter(None, (update.words, difficulty)))

    def _known(self, milestone: Milestone) -> Iterator[Record]:
        """Yield the records of a milestone that had come by the day: the common one, then the members' answers."""
        for record in (milestone.record, *milestone.answers):
            if record is not None and record.progress_on(self._as_of) is record.progress:
                yield record

    def _updates(self, one: ItemMilestones) -> tuple[PeriodUpdate, ...]:
        """Return the updates that were given by the day for the periods of the latest year that has any."""
        updates = self._plan.ledger.updates.get(one.item.id, ())
        given = [update for update in updates if update.given_on is None or update.given_on <= self._as_of]
        year = max((_year(update) for update in given), default="")
        return tuple(update for update in given if _year(update) == year)

    # --- evidence ------------------------------------------------------------------------------------------------

    def _evidence(self, one: ItemMilestones) -> tuple[str, ...]:
        """Return the documents that prove what the row says, each once."""
        ids = [id_ for milestone in one.milestones for record in self._known(milestone) for id_ in record.evidence]
        ids += [id_ for update in self._updates(one) for id_ in update.evidence]
        documents = [self._documents[id_] for id_ in ids if id_ in self._documents]
        documents += [document for document in self._of_item.get(one.item.id, ()) if self._had_come(document)]
        return tuple(dict.fromkeys(evidence_words(document) for document in documents))

    def _had_come(self, document: EvidenceDocument) -> bool:
        return document.issued_on is None or document.issued_on <= self._as_of


def _year(update: PeriodUpdate) -> str:
    return update.period[:4]


def number_and_content(item: WorkItem) -> tuple[str, str]:
    """Return what stands in the number column and in the cell of the task, as in the plan's appendix."""
    number, content = item.ordinal or "", " ".join(filter(None, (item.number, item.label, item.content)))
    if item.ordinal is None:
        number, content = item.number or "", " ".join(filter(None, (item.label, item.content)))
    if item.origin is ItemOrigin.ADDED:
        source = f" theo {item.source_document}" if item.source_document else ""
        content = f"{content} (nhiệm vụ phát sinh{source})"
    return number, content


def moment_words(one: ItemMilestones, milestone: Milestone) -> str:
    """Return what a milestone is called where its item has several; '' for the only one."""
    is_one_of_many = len(one.milestones) > 1 and milestone.kind is not MilestoneKind.STANDING
    return occurrence_words(milestone.occurrence) if is_one_of_many else ""


def _labelled(label: str, lines: Iterable[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield f"{label}: {line}" if label and not number else line


def _record_lines(record: Record) -> Iterator[str]:
    done_on = show_day(record.done_on) if record.progress is Progress.DONE and record.done_on else ""
    if record.result:
        yield f"{record.result} (ngày {done_on})" if done_on else record.result
    elif done_on:
        yield f"Hoàn thành ngày {done_on}"
    if record.product:
        yield f"Sản phẩm: {record.product}"
    if record.difficulty:
        yield f"Khó khăn, vướng mắc: {record.difficulty}"
    if record.dropping:
        yield _dropping_words(record.dropping)


def _dropping_words(dropping: Dropping) -> str:
    document = f" ({dropping.document})" if dropping.document else ""
    return f"Lý do không thực hiện: {dropping.reason}{document}"


def _extensions(one: ItemMilestones) -> Iterator[str]:
    """Yield the old and the new date of every milestone that was extended, with the document that approves it."""
    for milestone in one.milestones:
        if milestone.extension is None:
            continue
        moment = moment_words(one, milestone)
        old = f"từ {show_day(milestone.planned_due)} " if milestone.planned_due else ""
        words = f"{old}đến {show_day(milestone.extension.new_due)} ({milestone.extension.document})"
        yield f"{moment}: {words}" if moment else words[0].upper() + words[1:]


def evidence_words(document: EvidenceDocument) -> str:
    """Return how a paper refers to a document: number, symbol and date, else its abstract; never what is secret."""
    words = " ".join(filter(None, (document.type, document.reference)))
    if not document.reference:
        words = "Tài liệu mật" if document.secret else document.abstract
    return f"{words} ngày {show_day(document.issued_on)}" if document.issued_on else words
