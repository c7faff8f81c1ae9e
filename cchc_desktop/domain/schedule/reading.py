"""Vietnamese time words -> schedule: the one entrance of the reading.

Words are cleaned and cut into tokens (tokens), joined into moments (moments), event clauses are set apart
(events), the rest is read by the table of phrases (phrases), and the rules give the schedule (from_rules).

What is not understood is never guessed. Words that carry no time ('báo cáo UBND xã', 'đạt 100%') may stand
around a phrase; any word of time, number or sign that no phrase explains makes the whole unspecified, with a
question that names the words: half of a mix is never kept. A missing year is taken only where the plan leaves
one possibility, a day outside the plan is asked about, a span is clamped to the plan. Weeks are asked about
(there is no such unit), '2 lần/năm' too (it does not say when); 'hằng ngày' is standing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.schedule import questions
from cchc_desktop.domain.schedule.events import clause_rules, find_clause
from cchc_desktop.domain.schedule.from_rules import kept_words, schedule_from_rules, unspecified
from cchc_desktop.domain.schedule.model import Rule, Schedule, ScheduleKind
from cchc_desktop.domain.schedule.moments import read_moments
from cchc_desktop.domain.schedule.months import follows
from cchc_desktop.domain.schedule.parts import Part
from cchc_desktop.domain.schedule.phrases import read_phrases
from cchc_desktop.domain.schedule.questions import Doubt
from cchc_desktop.domain.schedule.tokens import Token, clean, tokenise

_LONGEST_WORDS = 500
_SKIPPED = frozenset({"WORD", "PERCENT", "COMMA", "SEMI", "AND", "DASH", "STAGE", "IN", "PERIODIC"})
_REASONS = {
    "WEEK": "phần mềm chưa theo dõi theo tuần",
    "FROM": "chưa rõ thời điểm kết thúc",
    "AFTER": "chưa rõ thời điểm kết thúc",
    "FIRST": "“đầu” chưa cho biết ngày nào",
    "MID": "“giữa” chưa cho biết ngày nào",
    "TIMES": "chưa rõ các mốc trong kỳ",
    "DAYNUM": "chưa rõ tháng",
}
_LIMITED = (ScheduleKind.RECURRENCE, ScheduleKind.STANDING)


@lru_cache(maxsize=8192)
def read_schedule(words: str | None, period: Period) -> Schedule:
    """Return what the time words mean inside the plan's period; any text is accepted, none raises."""
    kept = kept_words(words)
    text = clean(kept or "")
    if kept is None or not text:
        return unspecified(kept, questions.empty())
    if len(text) > _LONGEST_WORDS:
        return unspecified(kept, questions.unclear(kept, "nội dung quá dài"))
    try:
        rules = _rules(read_moments(tokenise(text)), text, period)
    except Doubt as doubt:
        return unspecified(kept, questions.unclear(kept, doubt.reason))
    return schedule_from_rules(kept, rules, period)


def _rules(tokens: Sequence[Token], text: str, period: Period) -> tuple[Rule, ...]:
    return _joined(_refined([rule for part in _parts(tokens, text, period) for rule in part.rules]))


def _parts(tokens: Sequence[Token], text: str, period: Period) -> Iterator[Part]:
    """Yield the phrases and the event clauses in the order of the words."""
    while tokens:
        clause = find_clause(tokens, period)
        if clause is None:
            break
        yield from _time_parts(tokens[: clause.start], text, period)
        rest = tokens[clause.end :]
        words = text[: rest[0].start] if rest else text
        yield Part(clause_rules(tokens[clause.start : clause.end], words, period))
        tokens = rest
    yield from _time_parts(tokens, text, period)


def _time_parts(tokens: Sequence[Token], text: str, period: Period) -> list[Part]:
    """Return the phrases of tokens that hold no event, or raise Doubt about a token that means time."""
    parts: list[Part] = []
    before = "COMMA"
    for token in read_phrases(tokens, period):
        if token.kind == "PART":
            if before == "DASH" and parts and _is_dated(parts[-1]) and _is_dated(token.value):
                raise Doubt("chưa rõ dấu “-” nối những thời điểm nào")
            _add(parts, token.value, divided=before != "PART")
        elif token.kind not in _SKIPPED and (before, token.kind) != ("WORD", "SLASH"):
            raise Doubt(_reason(token, text))
        before = token.kind
    return parts


def _is_dated(part: Part) -> bool:
    return any(rule.due is not None for rule in part.rules)


def _reason(token: Token, text: str) -> str:
    if token.kind == "BAD":
        return str(token.value)
    return _REASONS.get(token.kind, f"chưa hiểu “{text[token.start : token.end].strip() or '?'}”")


def _add(parts: list[Part], part: Part, *, divided: bool) -> None:
    """Add a phrase; years limit the recurrence or standing task before them ('Hàng quý, năm 2025')."""
    last = parts[-1] if parts else None
    window = part.rules[0]
    limits = len(part.rules) == 1 and window.kind is ScheduleKind.WINDOW and (part.limits or not divided)
    if last is None or not limits or any(rule.kind not in _LIMITED or rule.start for rule in last.rules):
        parts.append(part)
    else:
        limited = (replace(rule, start=window.start, due=window.due) for rule in last.rules)
        parts[-1] = Part(tuple(limited))


def _refined(rules: Sequence[Rule]) -> list[Rule]:
    """Drop a bare recurrence that a later rule makes exact ('Hàng quý, ngày 10 tháng cuối quý')."""
    exact = {rule.every for rule in rules if rule.every and not rule.is_bare}
    return [rule for rule in dict.fromkeys(rules) if not (rule.is_bare and rule.every in exact)]


def _joined(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """Join neighbouring windows that adjoin or overlap into one ('Quý III,IV/2025')."""
    joined: list[Rule] = []
    for rule in rules:
        last = joined[-1] if joined else None
        if last is not None and _adjoins(last, rule):
            ends = (last.due, rule.due)
            joined[-1] = replace(last, due=max(end for end in ends if end is not None))
        else:
            joined.append(rule)
    return tuple(joined)


def _adjoins(last: Rule, rule: Rule) -> bool:
    if last.kind is not ScheduleKind.WINDOW or rule.kind is not ScheduleKind.WINDOW:
        return False
    if last.start is None or last.due is None or rule.start is None:
        return False
    return last.start <= rule.start and follows(rule.start, last.due)
