"""Use cases of doubts: what is doubtful about an item, and which doubts a person has dismissed for good."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from cchc_desktop.domain.changes import Changes, Operation
from cchc_desktop.domain.doubts import (
    Doubt,
    DoubtKind,
    Slip,
    WordDoubt,
    doubtful_words,
    has_odd_brackets,
    level_of,
)
from cchc_desktop.domain.items import ItemKind, WorkItem
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.plan_tree import schedule_of
from cchc_desktop.services.workspace import Workspace

DISMISSED = "doubts.dismissed"
"""Name of the setting with the keys of dismissed doubts: {"keys": [...]}; a bare list would show keys in the log."""
_FIELDS = ("content", "lead_words", "coordinating_words", "time_words", "product", "funding", "note")
_SENTENCES: Mapping[DoubtKind, str] = {
    DoubtKind.DOUBLED: "Từ viết lặp: “{words}”. Giữ nguyên chữ.",
    DoubtKind.SLIP: "Ghi “{words}”, có thể là “{meant}”. Giữ nguyên chữ.",
    DoubtKind.LEVEL: "Kế hoạch của {meant} nhưng ghi “{words}”. Giữ nguyên chữ.",
    DoubtKind.BRACKETS: "Dấu ngoặc thừa hoặc thiếu: “{words}”. Giữ nguyên chữ.",
}


def doubts_of(item: WorkItem, plan: Plan, slips: Sequence[Slip] = ()) -> Sequence[Doubt]:
    """Return the doubts about an item's words, field by field, dismissed ones too."""
    level = level_of(plan.issuer or " ".join((plan.title, *plan.form.title_block)))
    found: list[Doubt] = []
    for field in _FIELDS:
        text = getattr(item, field) or ""
        found.extend(_doubt(item, field, doubt) for doubt in doubtful_words(text, level, slips))
        if field == "time_words":
            found.extend(_time_doubts(item, plan, text))
    return tuple({doubt.key: doubt for doubt in found}.values())


def dismissed(workspace: Workspace) -> frozenset[str]:
    """Return the keys of the dismissed doubts."""
    return _keys(workspace.history.setting(DISMISSED, {}))


def dismiss(workspace: Workspace, key: str) -> Changes:
    """Never show a doubt again, until its words change or it is raised again."""
    return _change(workspace, "doubt.dismiss", "Bỏ qua lưu ý về cách ghi", lambda keys: keys | {key})


def raise_again(workspace: Workspace, key: str) -> Changes:
    """Show a dismissed doubt again."""
    return _change(workspace, "doubt.raise", "Hiện lại lưu ý về cách ghi", lambda keys: keys - {key})


def _change(workspace: Workspace, kind: str, title: str, change: Callable[[frozenset[str]], frozenset[str]]) -> Changes:
    with workspace.units(Operation(kind, title)) as unit:
        keys = change(_keys(unit.settings.value(DISMISSED, {})))
        unit.settings.put(DISMISSED, {"keys": sorted(keys)})
        return unit.commit()


def _keys(stored: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(stored.get("keys") or ())


def _time_doubts(item: WorkItem, plan: Plan, text: str) -> Iterator[Doubt]:
    question = schedule_of(item, plan).question
    if question and (text or item.kind is not ItemKind.OBJECTIVE):  # an objective has no time of its own
        key = _key(item, "time_words", DoubtKind.SCHEDULE, text)
        yield Doubt(DoubtKind.SCHEDULE, "time_words", text, question, key)
    if has_odd_brackets(text):
        yield _doubt(item, "time_words", WordDoubt(DoubtKind.BRACKETS, text))


def _doubt(item: WorkItem, field: str, doubt: WordDoubt) -> Doubt:
    sentence = _SENTENCES[doubt.kind].format(words=doubt.words, meant=doubt.meant)
    key = _key(item, field, doubt.kind, f"{getattr(item, field)}\n{doubt.words}")
    return Doubt(doubt.kind, field, doubt.words, sentence, key)


def _key(item: WorkItem, field: str, kind: DoubtKind, words: str) -> str:
    digest = sha256(f"{kind.value}\n{words}".encode()).hexdigest()[:16]
    return f"{item.uid}:{field}:{digest}"
