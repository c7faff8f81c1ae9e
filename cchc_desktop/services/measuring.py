"""Use cases on the values of indicators (chỉ tiêu): entry by indicator and period, and the verdict as of a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TypedDict

from cchc_desktop.domain.changes import Changes, Operation
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.indicator_targets import Operator, Target, read_target, stage_of
from cchc_desktop.domain.indicator_values import IndicatorValue, Judgement, ValueMode, Verdict, judge
from cchc_desktop.domain.indicators import Indicator
from cchc_desktop.domain.ports import UnitOfWork
from cchc_desktop.domain.reporting import period_of_key
from cchc_desktop.domain.text.folding import nfc
from cchc_desktop.domain.written_numbers import parse_number
from cchc_desktop.services.followup_rules import period_rules, special_reports
from cchc_desktop.services.milestone_desk import refuse_day_to_come
from cchc_desktop.services.titles import about
from cchc_desktop.services.workspace import Workspace

Measure = tuple[int, str, str]
"""An indicator's id, the key of a period and the value as typed; an empty one takes the value away."""


class ValueDetails(TypedDict, total=False):
    """What may be told about a value besides its number (see `indicator_values.IndicatorValue`)."""

    mode: ValueMode
    measured_on: date | None
    source: str | None
    reason: str | None
    verdict: Verdict | None
    evidence: tuple[int, ...]


def measure(workspace: Workspace, entries: Sequence[Measure]) -> Changes:
    """Store values as one operation, all or none; InvalidInput for a value that is no number where one is asked."""
    with workspace.units(Operation("measure", "Nhập giá trị chỉ tiêu")) as unit:
        ledger = _ValueLedger(workspace, unit, [indicator_id for indicator_id, _, _ in entries])
        written: dict[tuple[int, str], IndicatorValue | None] = {}
        for indicator_id, period, text in entries:
            key = (indicator_id, ledger.period(period))
            written[key] = ledger.read(*key, text)
        _store(unit, ledger, written)
        unit.describe(ledger.title("Nhập giá trị chỉ tiêu"))
        return unit.commit()


def detail_value(workspace: Workspace, indicator_id: int, period: str, details: ValueDetails) -> Changes:
    """Tell the source, evidence, kind, day or a person's verdict of a value; InvalidInput where there is no value."""
    with workspace.units(Operation("measure.detail", "Sửa giá trị chỉ tiêu")) as unit:
        ledger = _ValueLedger(workspace, unit, [indicator_id])
        value = ledger.stored(indicator_id, ledger.period(period))
        if value is None:
            raise InvalidInput("Kỳ này chưa có giá trị. Hãy nhập giá trị trước.")
        refuse_day_to_come("Ngày của số liệu", details.get("measured_on"), workspace.clock.today())
        unit.documents.get_all(details.get("evidence", ()))
        unit.indicator_values.update(replace(value, **details))
        unit.describe(ledger.title("Sửa giá trị chỉ tiêu"))
        return unit.commit()


def verdicts(workspace: Workspace, plan_id: int, as_of: date) -> dict[int, Judgement]:
    """Return the verdict on each indicator of a plan as of a day, by its id; NotFound."""
    tree, values = workspace.queries.tree(plan_id), workspace.queries.indicator_values(plan_id)
    rules, special = period_rules(workspace), special_reports(workspace)
    return {
        row.id: judge(
            target_of(row),
            stage_of(row.group_title, tree.plan.period),
            values.get(row.id, ()),
            as_of,
            rules,
            special=special,
        )
        for row in tree.indicators
    }


def target_of(indicator: Indicator) -> Target:
    """Return an indicator's target: a person's reading where there is one, else ours."""
    return indicator.target or read_target(indicator.target_words, indicator.unit)


def value_words(value: IndicatorValue) -> str | None:
    """Return a value as data: the number in plain notation ('63.8'), else its words."""
    return value.words if value.amount is None else f"{value.amount:f}"


class _ValueLedger:
    """The named indicators with the values that they have, read before anything is written."""

    def __init__(self, workspace: Workspace, unit: UnitOfWork, indicator_ids: Sequence[int]) -> None:
        self._rows = {row.id: row for row in unit.indicators.get_all(tuple(dict.fromkeys(indicator_ids)))}
        self._rules, self._special = period_rules(workspace), special_reports(workspace)
        self._values: dict[tuple[int, str], IndicatorValue] = {}
        for plan_id in sorted({row.plan_id for row in self._rows.values()}):
            for of_one in workspace.queries.indicator_values(plan_id).values():
                self._values.update({(value.indicator_id, value.period): value for value in of_one})

    def period(self, key: str) -> str:
        """Return the key of a period that exists; InvalidInput."""
        return period_of_key(key, self._rules, self._special).key

    def stored(self, indicator_id: int, period: str) -> IndicatorValue | None:
        """Return the value that an indicator has for a period."""
        return self._values.get((indicator_id, period))

    def read(self, indicator_id: int, period: str, text: str) -> IndicatorValue | None:
        """Return the value as typed, None for an emptied cell; a verdict on another value does not outlive it."""
        typed = nfc(text).strip()
        if not typed:
            return None
        before = self.stored(indicator_id, period) or IndicatorValue(indicator_id, period)
        amount = self._amount(self._rows[indicator_id], typed)
        words = typed if amount is None else None
        is_same = (amount, words) == (before.amount, before.words)
        return replace(before, amount=amount, words=words, verdict=before.verdict if is_same else None)

    def _amount(self, row: Indicator, typed: str) -> Decimal | None:
        try:
            return parse_number(typed)
        except InvalidInput as error:
            if target_of(row).operator is Operator.WORDS:
                return None
            name = about("Chỉ tiêu", row.text)
            raise InvalidInput(f"{name}: {error.message}") from error

    def title(self, deed: str) -> str:
        """Return an operation's title."""
        rows = tuple(self._rows.values())
        return about(deed, rows[0].text) if len(rows) == 1 else f"{deed} ({len(rows)} chỉ tiêu)"


def _store(unit: UnitOfWork, ledger: _ValueLedger, written: Mapping[tuple[int, str], IndicatorValue | None]) -> None:
    rows = [value for value in written.values() if value is not None]
    gone = [ledger.stored(*key) for key, value in written.items() if value is None]
    unit.indicator_values.add_all([row for row in rows if not row.id])
    unit.indicator_values.update_all([row for row in rows if row.id])
    unit.indicator_values.delete_all([value.id for value in gone if value is not None])
