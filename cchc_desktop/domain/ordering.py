"""Sort keys for siblings: text that always has room between two neighbours, so that a move writes one row.

A key is an integer part and a fraction in base 62, compared as plain text (SQLite's BINARY order). The first
character of the integer part says how many digits follow ('a' one, 'b' two, …; 'Z', 'Y', … below them), so that
appending counts up and keys stay short.
"""

from __future__ import annotations

import re

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_HEADS = _DIGITS[10:]
_FIRST_POSITIVE = _HEADS.index("a")
_BASE = len(_DIGITS)
_FIRST_KEY = "a1"
_SHAPE = re.compile("[A-Za-z][0-9A-Za-z]*[1-9A-Za-z]")


def key_between(before: str | None, after: str | None) -> str:
    """Return a key that sorts after `before` and before `after`; None means there is no neighbour on that side.

    Raises ValueError for a text that is not a key, or neighbours that are not in ascending order.
    """
    if before is None:
        return _FIRST_KEY if after is None else _key_before(after)
    if after is None:
        return _key_after(before)
    if before >= after:
        raise ValueError(f"not in ascending order: {before!r}, {after!r}")
    whole, fraction = _parts(before)
    ceiling, ceiling_fraction = _parts(after)
    if whole == ceiling:
        return whole + _middle(fraction, ceiling_fraction)
    step = _step(whole, 1)
    return step if step is not None and step < after else whole + _middle(fraction, None)


def keys_between(before: str | None, after: str | None, count: int) -> list[str]:
    """Return `count` ascending keys between two neighbours, evenly spread where both are given."""
    if count <= 0:
        return []
    if after is None:
        return _chain(before, count)
    middle = key_between(before, after)
    left = count // 2
    return [*keys_between(before, middle, left), middle, *keys_between(middle, after, count - left - 1)]


def _chain(before: str | None, count: int) -> list[str]:
    keys: list[str] = []
    for _ in range(count):
        before = key_between(before, None)
        keys.append(before)
    return keys


def _key_after(key: str) -> str:
    whole, fraction = _parts(key)
    return _step(whole, 1) or whole + _middle(fraction, None)


def _key_before(key: str) -> str:
    whole, fraction = _parts(key)
    if fraction and not whole.endswith("0"):
        return whole
    lowest = whole if fraction else whole[0] + "0" * (len(whole) - 1)
    return _step(whole, -1) or lowest + _middle("", fraction or None)


def _width(head: str) -> int:
    place = _HEADS.index(head)
    return place - _FIRST_POSITIVE + 1 if place >= _FIRST_POSITIVE else _FIRST_POSITIVE - place


def _parts(key: str) -> tuple[str, str]:
    size = 1 + _width(key[0]) if _SHAPE.fullmatch(key) else 0
    if not 0 < size <= len(key):
        raise ValueError(f"not a sort key: {key!r}")
    return key[:size], key[size:]


def _step(whole: str, direction: int) -> str | None:
    """Return the next integer part up (1) or down (-1) that does not end in zero, or None at the end of the range."""
    head, width = whole[0], len(whole) - 1
    value = _value(whole[1:]) + direction
    if value % _BASE == 0:
        value += direction
    if 0 < value < _BASE**width:
        return head + _text(value, width)
    place = _HEADS.index(head) + direction
    if not 0 <= place < len(_HEADS):
        return None
    width = _width(_HEADS[place])
    return _HEADS[place] + _text(1 if direction > 0 else _BASE**width - 1, width)


def _value(digits: str) -> int:
    value = 0
    for digit in digits:
        value = value * _BASE + _DIGITS.index(digit)
    return value


def _text(value: int, width: int) -> str:
    digits = []
    for _ in range(width):
        value, digit = divmod(value, _BASE)
        digits.append(_DIGITS[digit])
    return "".join(reversed(digits))


def _middle(low: str, high: str | None) -> str:
    """Return a fraction strictly between two fractions ('' is 0, None is 1), as short as halving allows."""
    result: list[str] = []
    place = 0
    while True:
        bottom = _DIGITS.index(low[place]) if place < len(low) else 0
        top = _DIGITS.index(high[place]) if high is not None and place < len(high) else _BASE
        if top - bottom > 1:
            return "".join(result) + _DIGITS[(bottom + top) // 2]
        if top - bottom == 1:
            if high is not None and place + 1 < len(high):
                return "".join(result) + _DIGITS[top]
            high = None
        result.append(_DIGITS[bottom])
        place += 1
