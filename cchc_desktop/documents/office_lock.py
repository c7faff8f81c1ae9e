"""Who has a file open in Word or Excel: the owner file '~$…' that Office keeps beside it."""

from __future__ import annotations

from pathlib import Path

_MARK = "~$"
_LENGTH_AT = {162: 54, 165: 55}  # by the owner file's size: where the length of the UTF-16 name stands (Word, Excel)
_MOST_CHARACTERS = 52


def owner_file(target: Path) -> Path | None:
    """Return the owner file beside a target, if there is one; Word puts the mark over a long name's first letters."""
    names = _MARK + target.name, _MARK + target.name[len(_MARK) :]
    return next((file for name in names if (file := target.with_name(name)).exists()), None)


def holder_of(owner: Path) -> str:
    """Return the name of the person that an owner file tells, '' where it cannot be read."""
    try:
        data = owner.read_bytes()
    except OSError:
        return ""
    place = _LENGTH_AT.get(len(data))
    if place is None:
        return ""
    length = min(int.from_bytes(data[place : place + 2], "little"), _MOST_CHARACTERS)
    name = data[place + 2 : place + 2 + 2 * length].decode("utf-16-le", "ignore")
    return name.strip() if name.isprintable() else ""
