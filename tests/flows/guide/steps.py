"""The exercises of a chapter as steps that can be walked: what each clause asks a person to do, and with which words.

A step is a line of a numbered list. In it stand `keys`, **words of the window** and “words to type, to choose or
to see”; the verb before them says what to do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Verb(StrEnum):
    """What a clause asks for, by the words that say so."""

    FILE = "chọn tệp"
    NAME = "đặt tên tệp"
    CELL = "chọn ô"
    CHOOSE = "chọn"
    MENU = "bấm chuột phải"
    CLICK = "bấm"
    PRESS = "nhấn"
    TYPE = "gõ"
    SEE = "thấy"


@dataclass(frozen=True, slots=True)
class Act:
    """One thing to do; `words` are a key, words of the window or words in quotation marks, as `mark` tells."""

    verb: Verb
    mark: str
    words: str


_VERB = re.compile("|".join(rf"\b{verb}\b" for verb in Verb), re.IGNORECASE)
_TOKEN = re.compile(r"`(?P<key>[^`]+)`|\*\*(?P<name>[^*]+)\*\*|“(?P<quote>[^”]+)”")
_STEP = re.compile(r"^\d+\. (.+)$", re.MULTILINE)
_NAME = re.compile(r"\*\*([^*]+)\*\*")


def steps_of(text: str) -> list[str]:
    """Return the lines of all numbered lists of a chapter, in order."""
    return _STEP.findall(text)


def acts_of(step: str) -> list[Act]:
    """Return what a step asks for, in the order of its words; words before the first verb ask for nothing."""
    verbs = [(found.start(), Verb(found.group().lower())) for found in _VERB.finditer(_TOKEN.sub(_blank, step))]
    acts = []
    for token in _TOKEN.finditer(step):
        before = [verb for start, verb in verbs if start < token.start()]
        if before:
            mark = str(token.lastgroup)
            acts.append(Act(before[-1], mark, token.group(mark)))
    return acts


def names_in(text: str) -> set[str]:
    """Return all words that a chapter prints bold: each is something that the window says."""
    return {part.strip() for name in _NAME.findall(text) for part in name.split("›")}


def _blank(token: re.Match[str]) -> str:
    return " " * len(token.group())
