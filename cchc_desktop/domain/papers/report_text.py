"""The words of a periodic report: drafted from a template that the office may change, edited by a person, kept.

A draft holds words and live figures apart: a figure in it remembers what it showed. In a draft that a person edited
nothing is overwritten; what a figure would be now is told beside it (`changed_figures`) and taken on demand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from cchc_desktop.domain.papers.report import Report
from cchc_desktop.domain.text.folding import nfc


@dataclass(frozen=True, slots=True)
class LiveFigure:
    """A figure inside the words of a draft: its name (`Report.figure`) and what it showed when it was written."""

    name: str
    shown: str


Part = str | LiveFigure


@dataclass(frozen=True, slots=True)
class DraftBlock:
    """One paragraph (level 0) or one heading below the section's (level 2, 3); its number is set when printed."""

    parts: tuple[Part, ...]
    level: int = 0

    @property
    def text(self) -> str:
        """Return the words with the figures as they were written."""
        return "".join(part if isinstance(part, str) else part.shown for part in self.parts)


@dataclass(frozen=True, slots=True)
class DraftSection:
    """One part of a report, by a key that a person may leave out when printing; no heading: words that close it."""

    key: str
    heading: str
    blocks: tuple[DraftBlock, ...] = ()

    @property
    def is_written(self) -> bool:
        """Tell whether anything stands under the heading."""
        return any(block.text.strip() for block in self.blocks)


@dataclass(frozen=True, slots=True)
class ReportDraft:
    """The words of a report: its type ('BÁO CÁO'), subject and sections."""

    type_name: str
    subject: str
    sections: tuple[DraftSection, ...]

    def figures(self) -> Iterator[tuple[DraftSection, LiveFigure]]:
        """Yield all live figures in their order, each with its section."""
        for section in self.sections:
            for block in section.blocks:
                for part in block.parts:
                    if isinstance(part, LiveFigure):
                        yield section, part

    def only(self, keys: Sequence[str]) -> ReportDraft:
        """Return the draft with some of its sections."""
        return replace(self, sections=tuple(section for section in self.sections if section.key in keys))


@dataclass(frozen=True, slots=True)
class ChangedFigure:
    """A live figure whose number is another one now; `now` is None where the plan no longer has what it counts."""

    section: str
    name: str
    shown: str
    now: str | None


def changed_figures(draft: ReportDraft, report: Report) -> tuple[ChangedFigure, ...]:
    """Return the live figures of a draft that no longer show what the report counts, each once, in their order."""
    found = (
        ChangedFigure(section.key, live.name, live.shown, now)
        for section, live in draft.figures()
        if (now := _present(live, report)) != live.shown
    )
    return tuple(dict.fromkeys(found))


def with_present_figures(draft: ReportDraft, report: Report) -> ReportDraft:
    """Return the draft with all figures as they are now; one that the plan no longer has keeps what it showed."""

    def present(part: Part) -> Part:
        now = _present(part, report) if isinstance(part, LiveFigure) else None
        return part if now is None or isinstance(part, str) else replace(part, shown=now)

    return _mapped(draft, lambda block: replace(block, parts=tuple(map(present, block.parts))))


def _present(live: LiveFigure, report: Report) -> str | None:
    figure = report.figure(live.name)
    return figure.shown if figure else None


def _mapped(draft: ReportDraft, change: Callable[[DraftBlock], DraftBlock]) -> ReportDraft:
    sections = (replace(section, blocks=tuple(map(change, section.blocks))) for section in draft.sections)
    return replace(draft, sections=tuple(sections))


# --- JSON --------------------------------------------------------------------------------------------------------


def draft_to_json(draft: ReportDraft) -> dict[str, Any]:
    """Return a draft as plain JSON values, its words composed (NFC)."""
    return {
        "type": nfc(draft.type_name),
        "subject": nfc(draft.subject),
        "sections": [
            {"key": one.key, "heading": nfc(one.heading), "blocks": [block_to_json(block) for block in one.blocks]}
            for one in draft.sections
        ],
    }


def block_to_json(block: DraftBlock) -> dict[str, Any]:
    """Return one paragraph as plain JSON values."""
    parts = [nfc(part) if isinstance(part, str) else {"figure": part.name, "shown": part.shown} for part in block.parts]
    return {"level": block.level, "parts": parts}


def draft_from_json(values: Mapping[str, Any]) -> ReportDraft:
    """Return the draft that `draft_to_json` wrote; KeyError, TypeError or ValueError for values that are none."""
    sections = (
        DraftSection(str(one["key"]), str(one["heading"]), tuple(map(block_from_json, one["blocks"])))
        for one in values["sections"]
    )
    return ReportDraft(str(values["type"]), str(values["subject"]), tuple(sections))


def block_from_json(values: Mapping[str, Any]) -> DraftBlock:
    """Return the paragraph that `block_to_json` wrote; errors as `draft_from_json`."""
    parts = (
        part if isinstance(part, str) else LiveFigure(str(part["figure"]), str(part["shown"]))
        for part in values["parts"]
    )
    return DraftBlock(tuple(parts), int(values["level"]))
