"""The heading block of an appendix: lines as typed, or composed from the plan where nobody typed any."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from cchc_desktop.documents.builders.paper_parts import PaperParts
from cchc_desktop.documents.model import Paragraph, ParagraphForm
from cchc_desktop.domain.papers.layout_profile import Element, LayoutProfile
from cchc_desktop.domain.papers.words import day_words
from cchc_desktop.domain.plan import DocumentRef, Plan

BLANK = "…"
"""Stands where a draft has no number, date or name yet."""

_BEFORE_TABLE = ParagraphForm(space_after=12)
_PLAN_WORD = re.compile(r"\s*kế hoạch\b[\s:]*", re.IGNORECASE)


def heading_lines(plan: Plan, typed: tuple[str, ...], subject: str, label: str = "Phụ lục") -> tuple[str, ...]:
    """Return the typed lines, or the default heading; `subject` is 'DANH MỤC NHIỆM VỤ' or the like."""
    lines = tuple(line for line in typed if line.strip())
    if lines:
        return lines
    return label, f"{subject} {_plan_subject(plan).upper()}", attached_to(plan)


def _plan_subject(plan: Plan) -> str:
    """Return what the plan is about: its title without the word 'Kế hoạch' before it."""
    return " ".join(_PLAN_WORD.sub("", plan.title, count=1).split()) or "cải cách hành chính"


def attached_to(plan: Plan) -> str:
    """Return '(Kèm theo Kế hoạch số … ngày … của …)' (decree 30/2020, appendix I), with blanks where unknown."""
    document = plan.document
    number = document.number or BLANK
    return f"(Kèm theo {document.type or 'Kế hoạch'} số {number} {_dated(document)} của {plan.issuer or BLANK})"


def _dated(document: DocumentRef) -> str:
    """Return the date in words as decree 30/2020 writes it, with blanks where there is none."""
    day = document.date
    if day is None:
        return f"ngày {BLANK} tháng {BLANK} năm {BLANK}"
    return day_words(day.day, day.month, day.year)


def heading_paragraphs(lines: Iterable[str], profile: LayoutProfile | None = None) -> tuple[Paragraph, ...]:
    """Set heading lines by their shape: '(…)' italic, also over several lines, everything else bold."""
    paragraphs = list(_set(lines, PaperParts(profile or LayoutProfile())))
    if paragraphs:
        paragraphs[0] = replace(paragraphs[0], bookmark=paragraphs[0].text)
        paragraphs[-1] = replace(paragraphs[-1], form=_BEFORE_TABLE)
    return tuple(paragraphs)


def _set(lines: Iterable[str], parts: PaperParts) -> Iterator[Paragraph]:
    attached = False
    for number, line in enumerate(lines):
        attached = attached or _is_attached(line)
        element = Element.ATTACHED if attached else Element.APPENDIX_TITLE if number else Element.APPENDIX_LABEL
        yield Paragraph(line, parts.style(element, "center"), balanced=True, role=element)
        attached = attached and not line.rstrip().endswith(")")


def _is_attached(line: str) -> bool:
    return line.lstrip().startswith("(")


def file_title(lines: Iterable[str]) -> str:
    """Return the heading as one line, without what it is attached to, for the file's title property."""
    names = (line.text for line in _set(lines, PaperParts()) if line.role != Element.ATTACHED)
    return " ".join(" ".join(names).split())
