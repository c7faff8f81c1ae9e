"""Use cases on the values of indicators (chỉ tiêu): entry by indicator and period, and the verdict as of a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TypedDict

from cchc_desktop.domain.changes import Changes, Operation
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.followup.reporting import find_period, period_of_key
from cchc_desktop.domain.indicators.indicator import Indicator
from cchc_desktop.domain.indicators.targets import Operator, Target, read_target, stage_of
from cchc_desktop.domain.indicators.values import (
    IndicatorValue,
    Judgement,
    ValueMode,
    Verdict,
    judge,
    questions_about_value,
)
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.domain.ports import UnitOfWork
from cchc_desktop.domain.text.folding import nfc
from cchc_desktop.domain.written_numbers import parse_number
from cchc_desktop.services.followup_rules import near_points, period_rules, special_reports
from cchc_desktop.services.locked_periods import with_lock_notes
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
        return _noted(workspace, unit.commit(), ledger, written)


def detail_value(workspace: Workspace, indicator_id: int, period: str, details: ValueDetails) -> Changes:
    """Tell the source, evidence, kind, day or a person's verdict of a value; InvalidInput where there is no value."""
    with workspace.units(Operation("measure.detail", "Sửa giá trị chỉ tiêu")) as unit:
        ledger = _ValueLedger(workspace, unit, [indicator_id])
        value = ledger.stored(indicator_id, ledger.period(period))
        unit.indicator_values.update(_detailed(workspace, unit, value, details))
        unit.describe(ledger.title("Sửa giá trị chỉ tiêu"))
        return with_lock_notes(workspace, unit.commit(), [period])


def enter_value(workspace: Workspace, indicator_id: int, period: str, text: str, details: ValueDetails) -> Changes:
    """Store a value as typed together with what is told about it, as one operation; as `measure` and `detail_value`.

    An empty text takes the value away; InvalidInput where `details` tell something about it then.
    """
    with workspace.units(Operation("measure", "Nhập giá trị chỉ tiêu")) as unit:
        ledger = _ValueLedger(workspace, unit, [indicator_id])
        key = (indicator_id, ledger.period(period))
        value = ledger.read(*key, text)
        if details:
            value = _detailed(workspace, unit, value, details)
        _store(unit, ledger, {key: value})
        unit.describe(ledger.title("Nhập giá trị chỉ tiêu"))
        return _noted(workspace, unit.commit(), ledger, {key: value})


def _detailed(
    workspace: Workspace, unit: UnitOfWork, value: IndicatorValue | None, details: ValueDetails
) -> IndicatorValue:
    if value is None:
        raise InvalidInput("Kỳ này chưa có giá trị. Hãy nhập giá trị trước.")
    refuse_day_to_come("Ngày của số liệu", details.get("measured_on"), workspace.clock.today())
    unit.documents.get_all(details.get("evidence", ()))
    return replace(value, **details)


def verdicts(workspace: Workspace, plan_id: int, as_of: date) -> dict[int, Judgement]:
    """Return the verdict on each indicator of a plan as of a day, by its id; NotFound."""
    tree, values = workspace.queries.indicators(plan_id), workspace.queries.indicator_values(plan_id)
    return judgements(workspace, tree, values, as_of)


def judgements(
    workspace: Workspace, tree: PlanTree, values: Mapping[int, Sequence[IndicatorValue]], as_of: date
) -> dict[int, Judgement]:
    """Return the verdict on each indicator of a plan that was read, by its id; `values` by indicator."""
    rules, points = period_rules(workspace), near_points(workspace)
    used = {value.period for of_one in values.values() for value in of_one}
    special = special_reports(workspace)
    found = (find_period(key, rules, special) for key in sorted(used))
    known = tuple(period for period in found if period is not None)  # worked out once, not for each value
    return {
        row.id: judge(
            target_of(row),
            stage_of(row.group_title, tree.plan.period),
            values.get(row.id, ()),
            as_of,
            rules,
            points,
            known,
        )
        for row in tree.indicators
    }


def target_of(indicator: Indicator) -> Target:
    """Return an indicator's target: a person's reading where there is one, else ours."""
    return indicator.target or read_target(indicator.target_words, indicator.unit)


def refusal_of(indicator: Indicator, text: str) -> str | None:
    """Return why a typed value cannot be stored, None where it can; `measure` refuses it with the same reason."""
    try:
        _read_amount(indicator, nfc(text).strip())
    except InvalidInput as error:
        return error.message
    return None


def value_words(value: IndicatorValue) -> str | None:
    """Return a value as data: the number in plain notation ('63.8'), else its words."""
    return value.words if value.amount is None else f"{value.amount:f}"


def _noted(
    workspace: Workspace,
    changes: Changes,
    ledger: _ValueLedger,
    written: Mapping[tuple[int, str], IndicatorValue | None],
) -> Changes:
    """Return what was committed with what is doubtful about the values, and what is told of locked periods."""
    if not changes:
        return changes
    asked = dict.fromkeys(words for key, value in written.items() for words in ledger.questions(key, value))
    return with_lock_notes(workspace, replace(changes, notes=tuple(asked)), {period for _, period in written})


class _ValueLedger:
    """The named indicators with the values that they have, read before anything is written."""

    def __init__(self, workspace: Workspace, unit: UnitOfWork, indicator_ids: Sequence[int]) -> None:
        self._rows = {row.id: row for row in unit.indicators.get_all(tuple(dict.fromkeys(indicator_ids)))}
        self._rules, self._special = period_rules(workspace), special_reports(workspace)
        self._today = workspace.clock.today()
        self._spans: dict[int, Period] = {}
        values = unit.indicator_values.of_owners(tuple(self._rows))
        self._values = {(value.indicator_id, value.period): value for value in values}
        for plan_id in sorted({row.plan_id for row in self._rows.values()}):
            plan = unit.plans.get(plan_id)
            if plan.superior:
                raise InvalidInput("Kế hoạch của cấp trên chỉ để đối chiếu nên không nhập số liệu vào đó.")
            self._spans[plan_id] = plan.period

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
        before = self.stored(indicator_id, period) or self._first(indicator_id, period)
        amount = self._amount(self._rows[indicator_id], typed)
        words = typed if amount is None else None
        is_same = (amount, words) == (before.amount, before.words)
        return replace(before, amount=amount, words=words, verdict=before.verdict if is_same else None)

    def questions(self, key: tuple[int, str], value: IndicatorValue | None) -> Iterator[str]:
        """Yield what is doubtful about a value that is new; of several indicators each sentence names its own."""
        if value is None or value == self._values.get(key):
            return
        row, period = self._rows[key[0]], period_of_key(key[1], self._rules, self._special)
        stage = stage_of(row.group_title, self._spans[row.plan_id])
        name = f"{about('Chỉ tiêu', row.text)}: " if len(self._rows) > 1 else ""
        for words in questions_about_value(target_of(row), stage, period, value.amount, self._today):
            yield f"{name}{words}"

    def _amount(self, row: Indicator, typed: str) -> Decimal | None:
        try:
            return _read_amount(row, typed)
        except InvalidInput as error:
            name = about("Chỉ tiêu", row.text)
            raise InvalidInput(f"{name}: {error.message}") from error

    def _first(self, indicator_id: int, key: str) -> IndicatorValue:
        """Return a value that is new: while its period runs, its figures are those of today."""
        period = period_of_key(key, self._rules, self._special)
        is_running = period.window.contains(self._today) and self._today < period.window.end
        return IndicatorValue(indicator_id, key, measured_on=self._today if is_running else None)

    def title(self, deed: str) -> str:
        """Return an operation's title."""
        rows = tuple(self._rows.values())
        return about(deed, rows[0].text) if len(rows) == 1 else f"{deed} ({len(rows)} chỉ tiêu)"


def _read_amount(row: Indicator, typed: str) -> Decimal | None:
    """Return the number of a typed value; None for none, and for words where the target is words."""
    if not typed:
        return None
    try:
        return parse_number(typed)
    except InvalidInput:
        if target_of(row).operator is Operator.WORDS:
            return None
        raise


def _store(unit: UnitOfWork, ledger: _ValueLedger, written: Mapping[tuple[int, str], IndicatorValue | None]) -> None:
    rows = [value for value in written.values() if value is not None]
    gone = [ledger.stored(*key) for key, value in written.items() if value is None]
    unit.indicator_values.add_all([row for row in rows if not row.id])
    unit.indicator_values.update_all([row for row in rows if row.id])
    unit.indicator_values.delete_all([value.id for value in gone if value is not None])
