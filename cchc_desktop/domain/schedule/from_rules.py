"""Rules -> schedule: what kept rules (a reading's, or a person's correction) mean inside a plan's period."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import date

from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.schedule import questions
from cchc_desktop.domain.schedule.model import Every, Occurrence, Rule, Schedule, ScheduleKind
from cchc_desktop.domain.schedule.occurrences import occurrences


def schedule_from_rules(words: str | None, rules: Iterable[Rule], period: Period) -> Schedule:
    """Return the schedule of the rules: the kind of the first one, the due dates of all.

    Where a rule that should give a date gives none inside the period, the schedule asks about it.
    """
    kept = tuple(rules)
    text = kept_words(words)
    if not kept:
        return unspecified(text, questions.empty() if text is None else questions.unclear(text))
    found = occurrences(kept, period)
    return Schedule(
        words=text,
        kind=kept[0].kind,
        start=_start(kept[0], period),
        due=tuple(occurrence.due for occurrence in found),
        every=tuple(unit for unit in Every if any(rule.every is unit for rule in kept)),
        months=tuple(sorted({month for rule in kept for month in rule.named_months})),
        event="; ".join(dict.fromkeys(rule.event for rule in kept if rule.event)) or None,
        question=_question(text, kept, found),
        rules=kept,
    )


def unspecified(words: str | None, question: str) -> Schedule:
    """Return the schedule of words that give no date, with the question to a person."""
    return Schedule(words=words, kind=ScheduleKind.UNSPECIFIED, question=question)


def kept_words(words: str | None) -> str | None:
    """Return the words as they are stored: NFC, and None where nothing is written."""
    return unicodedata.normalize("NFC", words) if words and words.strip() else None


def _start(rule: Rule, period: Period) -> date | None:
    """Return where the first rule's window opens; deadlines and bare recurrences have none."""
    if rule.kind is ScheduleKind.RECURRENCE:
        first = occurrences((rule,), period)[:1] if rule.span is not None else ()
        return first[0].start if first else None
    if rule.kind is ScheduleKind.DEADLINE or rule.start is None:
        return None
    span = period.clamp(rule.start, rule.due or date.max)
    return span.start if span else None


def _question(words: str | None, rules: tuple[Rule, ...], found: tuple[Occurrence, ...]) -> str | None:
    if rules[0].kind is ScheduleKind.UNSPECIFIED:
        return questions.empty() if words is None else questions.unclear(words)
    dated = any(rule.every is not None or rule.due is not None for rule in rules)
    if dated and not found and rules[0].kind is not ScheduleKind.STANDING:
        return questions.outside_plan(words or "")
    return None
