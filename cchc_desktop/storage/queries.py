"""Reads outside a unit of work: plain snapshots, each inside one read transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from sqlalchemy import Connection

from cchc_desktop.domain.agencies.agency import Agency
from cchc_desktop.domain.agencies.uses import AgencyUse
from cchc_desktop.domain.changes import Changes
from cchc_desktop.domain.errors import NotFound
from cchc_desktop.domain.evidence.register import EvidenceDocument
from cchc_desktop.domain.evidence.uses import DocumentUse
from cchc_desktop.domain.followup.days_off import DayOff
from cchc_desktop.domain.followup.ledger import Ledger, joined
from cchc_desktop.domain.followup.period_register import KeptPeriod
from cchc_desktop.domain.forms.form import FormPeriod, SuperiorForm
from cchc_desktop.domain.indicators.values import IndicatorValue
from cchc_desktop.domain.plan import Plan, PlanSummary
from cchc_desktop.domain.plan_tree import PlanTree, build_tree
from cchc_desktop.domain.ports import CheckReport
from cchc_desktop.storage import followup_readers, readers, selects
from cchc_desktop.storage.engine import SingleConnection
from cchc_desktop.storage.followup_readers import of_indicators_in, of_items, of_items_in
from cchc_desktop.storage.parts import chunks
from cchc_desktop.storage.tables import form_period, indicator, item, plan, section


@dataclass(frozen=True, slots=True)
class SearchRow:
    """What the search index needs of one item: `beside` are the label, product and agency cells that are filled.

    `folded` is all of it without marks, one line a text, as stored.
    """

    item_id: int
    plan_id: int
    content: str
    beside: tuple[str, ...]
    folded: str


class SqlPlanQueries:
    """Reads of one open database (`ports.PlanQueries`); inside an open unit of work they see its writes."""

    def __init__(self, database: SingleConnection) -> None:
        self._database = database

    def plans(self) -> Sequence[PlanSummary]:
        """Return one line for each plan, the latest period first; items are counted at all depths."""
        with self._database.reading() as connection:
            return readers.read_summaries(connection)

    def tree(self, plan_id: int) -> PlanTree:
        """Return a plan with everything under it; NotFound."""
        with self._database.reading() as connection:
            return build_tree(
                _read_plan(connection, plan_id),
                readers.read_sections(connection, section.c.plan_id == plan_id),
                readers.read_items(connection, item.c.plan_id == plan_id),
                readers.read_indicators(connection, indicator.c.plan_id == plan_id),
            )

    def indicators(self, plan_id: int) -> PlanTree:
        """Return a plan with its indicators alone, without sections and items; NotFound."""
        with self._database.reading() as connection:
            rows = readers.read_indicators(connection, indicator.c.plan_id == plan_id)
            return build_tree(_read_plan(connection, plan_id), (), (), rows)

    def agencies(self) -> Sequence[Agency]:
        """Return all agencies in order of their ids."""
        with self._database.reading() as connection:
            return readers.read_agencies(connection)

    def agency_uses(self) -> Sequence[AgencyUse]:
        """Return every row of all plans that names an agency, plan by plan in their order."""
        from cchc_desktop.storage.agency_uses import read_agency_uses  # no start needs it

        with self._database.reading() as connection:
            return read_agency_uses(connection)

    def ledger(self, plan_id: int) -> Ledger:
        """Return what was recorded about a plan's items; agencies as stored, also those that were merged since."""
        with self._database.reading() as connection:
            return followup_readers.read_ledger(connection, partial(of_items_in, plan_id))

    def facts_about(self, item_ids: Sequence[int]) -> Ledger:
        """Return what was recorded about some items of any plans; nothing of those in the bin."""
        found = Ledger({}, {}, {}, {})
        with self._database.reading() as connection:
            for some in chunks(item_ids):
                part = followup_readers.read_ledger(connection, partial(of_items, some))
                found = joined(found, part)
        return found

    def items_told_of(self, changes: Changes) -> frozenset[int]:
        """Return the items of the facts that a write touched, as far as those still have a row, also one in the bin."""
        with self._database.reading() as connection:
            return followup_readers.read_items_told_of(connection, changes)

    def indicator_values(self, plan_id: int) -> dict[int, tuple[IndicatorValue, ...]]:
        """Return the values of a plan's indicators by indicator, those that have any."""
        found: dict[int, list[IndicatorValue]] = {}
        with self._database.reading() as connection:
            for value in followup_readers.read_values(connection, of_indicators_in(plan_id)):
                found.setdefault(value.indicator_id, []).append(value)
        return {indicator_id: tuple(values) for indicator_id, values in found.items()}

    def documents(self) -> Sequence[EvidenceDocument]:
        """Return the register of documents in the order in which it was filled."""
        with self._database.reading() as connection:
            return followup_readers.read_documents(connection)

    def document_uses(self) -> Sequence[DocumentUse]:
        """Return every use of every document by what is not in the bin."""
        from cchc_desktop.storage.document_uses import read_document_uses  # no start needs it

        with self._database.reading() as connection:
            return read_document_uses(connection)

    def named_files(self) -> frozenset[str]:
        """Return the SHA-256 of every file that a document or form names or, by the log, ever named."""
        from cchc_desktop.storage.document_uses import read_named_files

        with self._database.reading() as connection:
            return read_named_files(connection)

    def reporting_periods(self) -> Sequence[KeptPeriod]:
        """Return the periods that somebody touched, by the end of their data."""
        with self._database.reading() as connection:
            return followup_readers.read_periods(connection)

    def days_off(self) -> Sequence[DayOff]:
        """Return the days that the office keeps, in their order."""
        with self._database.reading() as connection:
            return followup_readers.read_days_off(connection)

    def superior_forms(self) -> Sequence[SuperiorForm]:
        """Return the forms in the order in which they came."""
        from cchc_desktop.storage.form_repositories import read_forms  # no start needs it

        with self._database.reading() as connection:
            return read_forms(connection)

    def form_periods(self, form_id: int) -> Sequence[FormPeriod]:
        """Return what belongs to a form by period, in the order in which it was begun."""
        from cchc_desktop.storage.form_repositories import read_form_periods

        with self._database.reading() as connection:
            return read_form_periods(connection, form_period.c.form_id == form_id)

    def search_rows(self) -> Sequence[SearchRow]:
        """Return the searchable texts of all items, plan by plan."""
        with self._database.reading() as connection:
            rows = readers.raw_rows(connection, selects.search_texts())
        return [
            SearchRow(id_, plan_id, content, tuple(text for text in beside if text), folded)
            for id_, plan_id, content, folded, *beside in rows
        ]

    def check(self) -> CheckReport:
        """Check the whole file; slow on a large one."""
        from cchc_desktop.storage import check  # no start needs it

        with self._database.reading() as connection:
            return check.check(connection)


def _read_plan(connection: Connection, plan_id: int) -> Plan:
    plans = readers.read_plans(connection, plan.c.id == plan_id)
    if not plans:
        raise NotFound(f"Không tìm thấy kế hoạch số {plan_id}. Có thể kế hoạch này đã được xóa.")
    return plans[0]
