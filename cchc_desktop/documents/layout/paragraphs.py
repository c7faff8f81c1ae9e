"""Setting paragraphs: words of several faces broken into lines, shifted to their side or stretched to both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cchc_desktop.documents.fonts import face_of
from cchc_desktop.documents.layout.wrap import wrap_balanced
from cchc_desktop.documents.metrics import UNITS_PER_EM, FontMetrics, WordWidths
from cchc_desktop.documents.model import Paragraph, Run, TextStyle
from cchc_desktop.domain.papers.words import underline_length

UNDERLINE_BELOW = 3.0
"""Points from the words to the line under them."""

UNDERLINE_ROOM = 5.0
"""Points that such a line takes in all."""

_SPACES = (" ", "\N{NO-BREAK SPACE}")
_SHIFT = {"left": 0.0, "justify": 0.0, "center": 0.5, "right": 1.0}


class Piece(NamedTuple):
    """Words of one look on one line, `x` points from the left of the paragraph's room, `width` wide."""

    x: float
    width: float
    text: str
    style: TextStyle
    figure: str | None


class SetLine(NamedTuple):
    """One line: its pieces, and what is added to every space in them (points)."""

    pieces: tuple[Piece, ...]
    gap: float = 0.0

    @property
    def text(self) -> str:
        """The words of the line."""
        return "".join(piece.text for piece in self.pieces)


class MeasuredParagraph(NamedTuple):
    """A paragraph, its lines, and the length of the line under it (0: none)."""

    paragraph: Paragraph
    lines: tuple[SetLine, ...]
    underline: float = 0.0


def measure_paragraph(paragraph: Paragraph, width: float, metrics: FontMetrics) -> MeasuredParagraph:
    """Return the paragraph with its lines in a room of `width` points."""
    lines = tuple(_ParagraphSetter(paragraph, width, metrics).lines())
    share = paragraph.form.underline
    if share is None:
        return MeasuredParagraph(paragraph, lines)
    widest = max(sum(piece.width for piece in line.pieces) for line in lines)
    return MeasuredParagraph(paragraph, lines, underline_length(widest, share))


class _Word(NamedTuple):
    """A word in parts of one run each; `space` is the run of the space before it, None where there is none."""

    parts: tuple[tuple[int, str], ...]
    width: float
    space: int | None


class _ParagraphSetter:
    """Sets one paragraph; widths are points."""

    def __init__(self, paragraph: Paragraph, width: float, metrics: FontMetrics) -> None:
        self._paragraph = paragraph
        self._form = paragraph.form
        self._runs = paragraph.parts()
        self._styles = tuple(_style(paragraph.style, run) for run in self._runs)
        self._words: tuple[WordWidths, ...] = tuple(metrics.words(face_of(style)) for style in self._styles)
        self._unit = paragraph.style.size / UNITS_PER_EM
        self._room = width - self._form.left

    def lines(self) -> Iterator[SetLine]:
        """Yield the lines; a paragraph without words has an empty one."""
        first = True
        for words in self._hard_lines():
            broken = list(self._fill(words, first))
            for number, line in enumerate(broken):
                indent = self._form.first_line if first else 0.0
                yield self._set(line, indent, is_last=number == len(broken) - 1)
                first = False

    def _hard_lines(self) -> Iterator[list[_Word]]:
        paragraph = self._paragraph
        if paragraph.balanced and not paragraph.runs and "\n" not in paragraph.text:
            for line in wrap_balanced(paragraph.text, self._words[0], self._room / self._unit):
                yield next(iter(self._split((Run(line),))))
            return
        yield from self._split(self._runs)

    def _split(self, runs: Sequence[Run]) -> Iterator[list[_Word]]:
        """Yield the words of each line that the text itself ends."""
        words: list[_Word] = []
        parts: list[tuple[int, str]] = []
        space: int | None = None
        for number, run in enumerate(runs):
            for line_number, line in enumerate(run.text.split("\n")):
                if line_number:
                    yield [*words, self._word(parts, space)]
                    words, parts, space = [], [], None
                for place, text in enumerate(line.split(" ")):
                    if place:
                        words.append(self._word(parts, space))
                        parts, space = [], number
                    if text:
                        parts.append((number, text))
        yield [*words, self._word(parts, space)]

    def _word(self, parts: Sequence[tuple[int, str]], space: int | None) -> _Word:
        return _Word(tuple(parts), sum(self._width(number, text) for number, text in parts), space)

    def _width(self, run: int, text: str) -> float:
        return self._words[run][text] * self._unit

    def _fill(self, words: Sequence[_Word], first: bool) -> Iterator[list[_Word]]:
        room = self._room - (self._form.first_line if first else 0.0) + 0.01
        line: list[_Word] = []
        used = 0.0
        for word in self._cut_long(words):
            before = 0.0 if word.space is None else self._width(word.space, " ")
            if line and used + before + word.width > room:
                yield line
                line, used, before, room = [], 0.0, 0.0, self._room + 0.01
            line.append(word)
            used += before + word.width
        yield line

    def _cut_long(self, words: Sequence[_Word]) -> Iterator[_Word]:
        """Cut words that are wider than a line (a web address, a run of letters) between letters."""
        for word in words:
            if word.width <= self._room - self._form.first_line:
                yield word
                continue
            space = word.space
            for number, letter in ((run, letter) for run, text in word.parts for letter in text):
                yield _Word(((number, letter),), self._width(number, letter), space)
                space = None

    def _set(self, words: Sequence[_Word], indent: float, is_last: bool) -> SetLine:
        texts = _joined(words)
        natural = sum(self._width(run, text) for run, text in texts)
        spare = self._room - indent - natural
        spaces = sum(text.count(space) for _, text in texts for space in _SPACES)
        stretches = self._paragraph.style.align == "justify" and not is_last and spaces and spare > 0
        gap = spare / spaces if stretches else 0.0
        x = self._form.left + indent + _SHIFT[self._paragraph.style.align] * spare
        return SetLine(tuple(self._pieces(texts, x, gap)), gap)

    def _pieces(self, texts: Sequence[tuple[int, str]], x: float, gap: float) -> Iterator[Piece]:
        for run, text in texts:
            width = self._width(run, text) + gap * sum(map(text.count, _SPACES))
            yield Piece(x, width, text, self._styles[run], self._runs[run].figure)
            x += width


def _style(style: TextStyle, run: Run) -> TextStyle:
    return TextStyle(style.size, run.bold, run.italic)


def _joined(words: Sequence[_Word]) -> list[tuple[int, str]]:
    """Return the words of one line with the spaces between them, runs joined."""
    joined: list[tuple[int, str]] = []
    for place, word in enumerate(words):
        space = ((word.space, " "),) if place and word.space is not None else ()
        for run, text in (*space, *word.parts):
            if joined and joined[-1][0] == run:
                joined[-1] = run, joined[-1][1] + text
            else:
                joined.append((run, text))
    return joined
