"""The engine of the grammar: rows of (pattern over token kinds, builder) rewrite a list of tokens.

Notation of a pattern: token kinds in capitals, separated by spaces, with the usual `? * + ( | )`, as in
'BY? BEFORE DATE'. Names in small letters stand for groups of kinds, given in a table of aliases.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from cchc_desktop.domain.schedule.tokens import Token

Context = TypeVar("Context")
Built = tuple[str, object] | None
_KIND = re.compile(r"[A-Z]+")
_ALIAS = re.compile(r"[a-z]+")


class Grammar(Generic[Context]):
    """A table of rows tried in order at each token; the first whose builder does not decline (None) wins.

    A builder gets the matched tokens and the reading's context and returns the new token's kind and value.
    """

    def __init__(
        self,
        rows: Iterable[tuple[str, Callable[[Sequence[Token], Context], Built]]],
        aliases: Mapping[str, str],
    ) -> None:
        """Compile the rows once."""
        self._rows = [(compile_pattern(notation, aliases), build) for notation, build in rows]

    def rewrite(self, tokens: Sequence[Token], context: Context) -> list[Token]:
        """Return the tokens, from left to right each match replaced by the token that its row builds."""
        kinds = kinds_of(tokens)
        index_at = _indexes(tokens)
        result: list[Token] = []
        place = 0
        while place < len(kinds):
            token, end = self._built(tokens, kinds, index_at, place, context)
            result.append(token)
            place = end
        return result

    def _built(
        self, tokens: Sequence[Token], kinds: str, index_at: Mapping[int, int], place: int, context: Context
    ) -> tuple[Token, int]:
        first = index_at[place]
        for pattern, build in self._rows:
            match = pattern.match(kinds, place)
            if match is None:
                continue
            taken = tokens[first : index_at[match.end()]]
            built = build(taken, context)
            if built is not None:
                return Token(built[0], taken[0].start, taken[-1].end, built[1]), match.end()
        return tokens[first], place + len(tokens[first].kind) + 1


def kinds_of(tokens: Iterable[Token]) -> str:
    """Return the kinds as one text in which each kind ends in a space: what compiled patterns match."""
    return "".join(f"{token.kind} " for token in tokens)


def compile_pattern(notation: str, aliases: Mapping[str, str]) -> re.Pattern[str]:
    """Return the regular expression, over the text of `kinds_of`, that a pattern in the notation means."""
    spelled = _ALIAS.sub(lambda name: f"({aliases[name.group()]})", notation)
    joined = _KIND.sub("(?:\\g<0>_)", spelled).replace(" ", "")
    return re.compile(joined.replace("_", " "))


def _indexes(tokens: Sequence[Token]) -> dict[int, int]:
    """Map each place in the text of kinds where a token begins (and the text's end) to the token's index."""
    places, place = {}, 0
    for index, token in enumerate(tokens):
        places[place] = index
        place += len(token.kind) + 1
    places[place] = len(tokens)
    return places
