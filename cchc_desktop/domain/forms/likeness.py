"""Likeness of words: how much of what two texts say is the same, whatever their order and their empty words."""

from __future__ import annotations

LEAST = 0.6
"""Likeness from which words are taken for the same; 1 is the same words."""
_EMPTY_WORDS = frozenset({
    "so", "luong", "cac", "cua", "va", "la", "theo", "trong", "do", "tong", "muc", "don", "vi", "ve", "duoc", "co",
    "den", "cho", "da",
})  # fmt: skip
_DENIALS = frozenset({"chua", "khong"})


def telling_words(folded: str) -> frozenset[str]:
    """Return the words of a folded text that say something; all of them where none does."""
    every = frozenset(folded.split())
    return (every - _EMPTY_WORDS) or every


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how many syllables two texts share, of all that both have (Dice); none where one denies the other."""
    if one & _DENIALS != other & _DENIALS:
        return 0.0
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0
