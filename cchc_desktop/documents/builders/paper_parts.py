"""The parts of a paper in the form of Decree 30/2020/NĐ-CP, appendix I, set by a layout profile: letterhead to foot.

Every word is given; only what the decree fixes (zeros, dashes, lines under words, the end mark) is made here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from cchc_desktop.documents.model import (
    A3_MM,
    A4_MM,
    PLAIN_FORM,
    POINTS_PER_MM,
    Align,
    PageSetup,
    Paragraph,
    ParagraphForm,
    Run,
    SideBySide,
    TextStyle,
    mixed,
    turned,
)
from cchc_desktop.domain.numbering import to_roman, vietnamese_letter
from cchc_desktop.domain.office import LetterheadLine, Signer
from cchc_desktop.domain.papers.followup import Issuer
from cchc_desktop.domain.papers.layout_profile import LANDSCAPE, PORTRAIT, Element, LayoutProfile
from cchc_desktop.domain.papers.words import day_words, ended, number_line, place_and_date, recipient_lines

LEFT_SHARE = 0.39
"""Part of the text width that the issuing body has; quốc hiệu needs the rest."""

_SIGNATURE_ROOM = 72.0  # points free for the signature and the stamp
_BLOCK_ROOM = 12.0  # points between the blocks of the first page
_ADDRESSEE_INDENT = 72.0
_ADDRESSEE_HANGING = 62.0  # of the words 'Kính gửi:' and their space

Words = str | Sequence[Run]


@dataclass(frozen=True, slots=True)
class PaperHead:
    """What stands at the head of a paper: the issuing lines as typed, number, place and date.

    A draft has no number ('') and no day (None); `around` then gives month and year. `about` is the subject of a
    letter (công văn), which stands under its number.
    """

    lines: tuple[LetterheadLine, ...]
    symbol: str = ""
    number: str = ""
    place: str = ""
    day: date | None = None
    around: date | None = None
    about: str = ""


@dataclass(frozen=True, slots=True)
class PaperFoot:
    """Who signs, in which capacity, and who receives the paper; `answers_above` lists '- Như trên;' first."""

    signer: Signer
    recipients: tuple[str, ...] = ()
    archive: str = ""
    answers_above: bool = False


@dataclass(frozen=True, slots=True)
class PaperParts:
    """Makes paragraphs and pairs of columns by one layout profile."""

    profile: LayoutProfile = field(default_factory=LayoutProfile)

    def page(self, landscape: bool = False) -> PageSetup:
        """Return the page: paper, margins, page numbers."""
        profile = self.profile
        width, height = A3_MM if profile.paper == "A3" else A4_MM
        page = PageSetup(
            width, height, profile.top_mm, profile.bottom_mm, profile.left_mm, profile.right_mm,
            profile.first_numbered, profile.look(Element.PAGE_NUMBER).size,
        )  # fmt: skip
        return turned(page, landscape)

    def table_page(self, landscape: bool = True) -> PageSetup:
        """Return the page of a table, lying as the profile says; `landscape` is what the paper needs else."""
        chosen = self.profile.orientation
        return self.page(chosen == LANDSCAPE if chosen in (LANDSCAPE, PORTRAIT) else landscape)

    def style(self, element: Element, align: Align = "left") -> TextStyle:
        """Return the letters of an element, on one side."""
        look = self.profile.look(element)
        return TextStyle(look.size, look.bold, look.italic, align, "top")

    # --- head ----------------------------------------------------------------------------------------------------

    def letterhead(self, head: PaperHead) -> tuple[SideBySide, SideBySide]:
        """Return the issuing body beside quốc hiệu, and the number beside place and date."""
        words = self.profile.words
        national = self._centred(Element.NATIONAL_TITLE, words.national_title)
        motto = self._centred(Element.MOTTO, words.motto, ParagraphForm(underline=1))
        upper = SideBySide(tuple(self._issuer(head.lines)), (national, motto), LEFT_SHARE, space_after=2)
        numbered = number_line(head.number, head.symbol, words.number)
        left = [self._centred(Element.NUMBER, numbered, self._level_with_date())]
        if head.about:
            about = f"{words.about} {head.about}"
            left.append(replace(self._centred(Element.LETTER_SUBJECT, about), balanced=True))
        place = self._centred(Element.PLACE_DATE, place_and_date(head.place, head.day, head.around))
        return upper, SideBySide(tuple(left), (place,), LEFT_SHARE, space_after=_BLOCK_ROOM)

    def _level_with_date(self) -> ParagraphForm:
        """Return the form that puts the number on one line with place and date, whose letters may be larger."""
        number, place = self.profile.look(Element.NUMBER).size, self.profile.look(Element.PLACE_DATE).size
        return ParagraphForm(line_spacing=max(1.0, place / number))

    def _issuer(self, lines: Sequence[LetterheadLine]) -> Iterator[Paragraph]:
        """Yield the lines of the issuing body as typed; the last one has the line under it (clause 2)."""
        for number, line in enumerate(lines, start=1):
            share = self.profile.issuer_line_share if number == len(lines) else None
            paragraph = self._centred(Element.ISSUER, line.words, ParagraphForm(underline=share))
            yield replace(paragraph, style=replace(paragraph.style, bold=line.bold))

    def title(self, type_name: str, subject: str) -> tuple[Paragraph, ...]:
        """Return the type of document and what it is about, with the line under that (clause 5)."""
        name = self._centred(Element.TYPE_NAME, type_name, ParagraphForm(keep_with_next=True))
        if not subject:
            return (replace(name, form=ParagraphForm(space_after=_BLOCK_ROOM), bookmark=type_name),)
        form = ParagraphForm(underline=self.profile.subject_line_share, space_after=_BLOCK_ROOM)
        about = replace(self._centred(Element.SUBJECT, subject, form), balanced=True)
        return replace(name, bookmark=type_name), about

    def addressees(self, names: Sequence[str]) -> tuple[Paragraph, ...]:
        """Return 'Kính gửi:' with one name behind it, or with several below, each with its dash (clause 9)."""
        label = self.profile.words.addressee
        if len(names) == 1:
            form = ParagraphForm(space_after=_BLOCK_ROOM)
            return (self._centred(Element.ADDRESSEE, f"{label} {names[0].strip()}", form),)
        lines = recipient_lines(tuple(names[:-1]), names[-1])
        style = self.style(Element.ADDRESSEE)
        first = Paragraph(label, style, form=ParagraphForm(left=_ADDRESSEE_INDENT, keep_with_next=True))
        form = ParagraphForm(left=_ADDRESSEE_INDENT + _ADDRESSEE_HANGING)
        below = [Paragraph(line, style, form=form, role=Element.ADDRESSEE) for line in lines]
        below[-1:] = [replace(line, form=replace(form, space_after=_BLOCK_ROOM)) for line in below[-1:]]
        return replace(first, role=Element.ADDRESSEE), *below

    # --- body ----------------------------------------------------------------------------------------------------

    def legal_bases(self, bases: Sequence[str]) -> tuple[Paragraph, ...]:
        """Return the legal bases, each ended by ';', the last one by '.' (clause 6 b)."""
        bare = [base.strip().rstrip(";.") for base in bases if base.strip()]
        marks = [";"] * (len(bare) - 1) + ["."]
        return tuple(
            self._justified(Element.LEGAL_BASIS, f"{base}{mark}") for base, mark in zip(bare, marks, strict=False)
        )

    def body(self, words: Words, is_last: bool = False) -> Paragraph:
        """Return a paragraph of the body; the last one gets the end mark and stays with the signature."""
        paragraph = self._justified(Element.BODY, words)
        if not is_last:
            return paragraph
        *before, last = paragraph.parts()
        closed = replace(last, text=ended(last.text, self.profile.words.end_mark))
        kept = replace(paragraph, form=replace(paragraph.form, keep_with_next=True))
        return kept.with_runs((*before, closed)) if paragraph.runs else replace(kept, text=closed.text)

    def heading(self, level: int, place: int, words: str) -> Paragraph:
        """Return a heading: 'I. …' and '1. …' bold, 'a) …' upright; `place` counts from 1 among its like."""
        element = Element.HEADING if level <= _BOLD_LEVELS else Element.BODY
        paragraph = self._justified(element, f"{heading_mark(level, place)} {words}")
        return replace(
            paragraph,
            form=replace(paragraph.form, keep_with_next=True),
            bookmark=paragraph.text,
            role=f"heading{level}",
            level=level,
        )

    def caption(self, words: str) -> Paragraph:
        """Return the name of a table, which stands above it."""
        return self._centred(Element.CAPTION, words, ParagraphForm(space_before=6, space_after=4, keep_with_next=True))

    # --- foot and appendix ---------------------------------------------------------------------------------------

    def foot(self, foot: PaperFoot) -> SideBySide:
        """Return 'Nơi nhận:' beside capacity, room for the signature, and name (clauses 7 and 9)."""
        words = self.profile.words
        same = words.same_as_above if foot.answers_above else ""
        lines = recipient_lines(foot.recipients, foot.archive or words.archive, same)
        left = [Paragraph(words.recipients, self.style(Element.RECIPIENTS_LABEL), role=Element.RECIPIENTS_LABEL)]
        left += [Paragraph(line, self.style(Element.RECIPIENTS), role=Element.RECIPIENTS) for line in lines]
        capacity = [self._centred(Element.CAPACITY, line) for line in foot.signer.capacity]
        name = self._centred(Element.SIGNER, foot.signer.name, ParagraphForm(space_before=_SIGNATURE_ROOM))
        return SideBySide(tuple(left), (*capacity, name), share=0.5)

    def appendix_label(self, number: int | None = None) -> str:
        """Return 'Phụ lục', with a Roman number where there are several."""
        word = self.profile.words.appendix
        return f"{word} {to_roman(number)}" if number else word

    def appendix_heading(self, title: Sequence[str], document: str, number: int | None = None) -> tuple[Paragraph, ...]:
        """Return 'Phụ lục' (with a Roman number if there are several), title lines, '(Kèm theo …)' (part III).

        `document` is what it is attached to: 'Báo cáo số …/BC-UBND ngày … của …'.
        """
        words = self.profile.words
        label = self.appendix_label(number)
        keeps = ParagraphForm(keep_with_next=True)
        bookmark = f"{label}. {' '.join(title)}" if title else label
        first = replace(self._centred(Element.APPENDIX_LABEL, label, keeps), bookmark=bookmark)
        names = (replace(self._centred(Element.APPENDIX_TITLE, line, keeps), balanced=True) for line in title)
        attached = self._centred(Element.ATTACHED, words.attached.replace("{document}", document))
        last = replace(attached, balanced=True, form=replace(keeps, space_after=_BLOCK_ROOM))
        return first, *names, last

    def _centred(self, element: Element, words: str, form: ParagraphForm = PLAIN_FORM) -> Paragraph:
        return Paragraph(words, self.style(element, "center"), form=form, role=element)

    def _justified(self, element: Element, words: Words) -> Paragraph:
        profile = self.profile
        form = ParagraphForm(
            first_line=profile.first_line_mm * POINTS_PER_MM,
            space_after=profile.space_after_pt,
            line_spacing=profile.line_spacing,
        )
        style = self.style(element, "justify")
        if isinstance(words, str):
            return Paragraph(words, style, form=form, role=element)
        return mixed(tuple(words), style, form, element)


_BOLD_LEVELS = 2


def heading_mark(level: int, place: int) -> str:
    """Return the mark of a heading: 'I.', '1.', 'a)' by the Vietnamese alphabet, '-' further down."""
    if level == 1:
        return f"{to_roman(place)}."
    if level == 2:
        return f"{place}."
    return f"{vietnamese_letter(place)})" if level == 3 else "-"


def attached_words(kind: str, issuer: Issuer, number: str, day: date | None, around: date) -> str:
    """Return what an appendix is attached to: 'Báo cáo số 15/BC-UBND ngày … của …'.

    A draft has no number ('') and no day (None), and leaves room for both; `around` then gives month and year.
    """
    own = number_line(number, issuer.symbol, "số")
    dated = day_words(day.day, day.month, day.year) if day else day_words(None, around.month, around.year)
    return f"{kind} {own} {dated}{f' của {issuer.name}' if issuer.name else ''}"


def live(text: str, key: str, bold: bool = False) -> Run:
    """Return a live figure: its words, and the key of the rows that it counts."""
    return Run(text, bold=bold, figure=key)
