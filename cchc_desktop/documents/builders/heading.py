"""The heading block of an appendix: lines as typed, or composed from the plan where nobody typed any."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from cchc_desktop.documents.model import Paragraph, TextStyle
from cchc_desktop.domain.plan import DocumentRef, Plan

BLANK = "…"
"""Stands where a draft has no number, date or name yet."""

_TITLE = TextStyle(size=14, bold=True, align="center", valign="top")
_ATTACHED = TextStyle(size=14, italic=True, align="center", valign="top")
_BEFORE_TABLE = 12
_PLAN_WORD = re.compile(r"\s*kế hoạch\b[\s:]*", re.IGNORECASE)


def heading_lines(plan: Plan, typed: tuple[str, ...], subject: str) -> tuple[str, ...]:
    """Return the typed lines, or the default heading; `subject` is 'DANH MỤC NHIỆM VỤ' or the like."""
    lines = tuple(line for line in typed if line.strip())
    if lines:
        return lines
    return "Phụ lục", f"{subject} {_plan_subject(plan).upper()}", attached_to(plan)


def _plan_subject(plan: Plan) -> str:
    """Return what the plan is about: its title without the word 'Kế hoạch' before it."""
    return " ".join(_PLAN_WORD.sub("", plan.title, count=1).split()) or "cải cách hành chính"


def attached_to(plan: Plan) -> str:
    """Return '(Kèm theo Kế hoạch số … ngày … của …)' (decree 30/2020, appendix I), with blanks where unknown."""
    document = plan.document
    number = document.number or BLANK
    return f"(Kèm theo {document.type or 'Kế hoạch'} số {number} {_dated(document)} của {plan.issuer or BLANK})"


def _dated(document: DocumentRef) -> str:
    """Return the date in words; days below 10 and months 1 and 2 take a zero (decree 30/2020, appendix I)."""
    if document.date is None:
        return f"ngày {BLANK} tháng {BLANK} năm {BLANK}"
    month = f"{document.date.month:02}" if document.date.month < 3 else str(document.date.month)
    return f"ngày {document.date.day:02} tháng {month} năm {document.date.year}"


def heading_paragraphs(lines: Iterable[str]) -> tuple[Paragraph, ...]:
    """Set heading lines by their shape: '(…)' italic, also over several lines, everything else bold."""
    paragraphs = list(_set(lines))
    if paragraphs:
        paragraphs[0] = replace(paragraphs[0], bookmark=paragraphs[0].text)
        paragraphs[-1] = replace(paragraphs[-1], space_after=_BEFORE_TABLE)
    return tuple(paragraphs)


def _set(lines: Iterable[str]) -> Iterator[Paragraph]:
    open_parenthesis = False
    for line in lines:
        open_parenthesis = open_parenthesis or line.lstrip().startswith("(")
        yield Paragraph(line, _ATTACHED if open_parenthesis else _TITLE, balanced=True)
        open_parenthesis = open_parenthesis and not line.rstrip().endswith(")")


def file_title(lines: Iterable[str]) -> str:
    """Return the heading as one line, without what it is attached to, for the file's title property."""
    bold = (paragraph.text for paragraph in _set(lines) if paragraph.style.bold)
    return " ".join(" ".join(bold).split())
