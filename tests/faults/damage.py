"""Random damage to copies of a sample database: nothing crashes, and nothing that changed stays unnoticed.

Each damaged copy is opened in a child as the window and the command line open it. What counts:

- noticed by checks: the opening refused the file, a reader named a fault, or SQLite's checks and ours reported one;
- noticed by the log: only the comparison of the rows with the change log reported it;
- harmless: nothing was reported, and schema and every row are as before (free space, unused header bytes);
- missed: nothing was reported although a row or the schema differs.

'Changed' is all but the harmless ones. Shares are taken of 'changed'.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from cchc_desktop import wiring
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.history import HistoryFilter
from cchc_desktop.services import history, plans
from tests.faults import fingerprint as prints
from tests.faults.forks import in_child
from tests.faults.report import Report, Tally
from tests.faults.sample import copied, make_sample

NAME, SMALL, FULL = "random damage", 50, 1000
LEAST_NOTICED = 94.0
"""Percent of the changed copies that checks must notice."""
_PATIENCE = 60.0

Look = Callable[[Path], dict[str, Any]]


def run(count: int, folder: Path, seed: int, look: Look | None = None) -> Report:
    """Damage `count` copies, each in one of the ways of KINDS in turn."""
    random = Random(seed)
    tally = Tally()
    for name in ("crashes", "noticed by checks", "noticed by the log", "harmless", "missed"):
        tally.count(name, 0)
    source = make_sample(folder / "sound.db", plans=6, edits=60, seed=seed)
    sound = _content(source)
    for number in range(count):
        kind = list(KINDS)[number % len(KINDS)]
        target = copied(source, folder / "damaged.db")
        data = bytearray(source.read_bytes())
        while (damaged := KINDS[kind](bytearray(data), random)) == data:
            pass
        target.write_bytes(damaged)
        where = f"seed {seed}, copy {number} ({kind})"
        verdict = _verdict(target, sound, look or look_at, tally, where)
        tally.count(verdict)
        tally.count(f"  {kind}: {verdict}")
    return _report(tally, count)


def _report(tally: Tally, count: int) -> Report:
    counts = tally.counts
    changed = counts["noticed by checks"] + counts["noticed by the log"] + counts["missed"] + counts["crashes"]
    by_checks = 100.0 * counts["noticed by checks"] / max(1, changed)
    noticed = 100.0 * (changed - counts["missed"] - counts["crashes"]) / max(1, changed)
    tally.require(not counts["missed"], f"{counts['missed']} damaged copies went unnoticed")
    tally.require(noticed >= LEAST_NOTICED, f"only {noticed:.1f} % of the damage was noticed")
    return tally.report(
        NAME, count, **{"changed": changed, "% noticed by checks": by_checks, "% noticed in all": noticed}
    )


def _verdict(target: Path, sound: object, look: Look, tally: Tally, where: str) -> str:
    content = _content(target)
    ended = in_child(lambda: look(target), _PATIENCE)
    if ended.crash:
        tally.broken.append(f"{where}: {ended.crash_line}")
        return "crashes"
    if ended.value["checks"]:
        return "noticed by checks"
    if ended.value["log"]:
        return "noticed by the log"
    if content == sound:
        return "harmless"
    tally.broken.append(f"{where}: missed ({_difference(content, sound)})")
    return "missed"


def _content(path: Path) -> object:
    """Return what plain sqlite3 reads from a file, None where it cannot be read to its end."""
    try:
        return prints.schema_hash(path), prints.fingerprint(path)
    except (sqlite3.Error, UnicodeDecodeError, OverflowError, MemoryError):
        return None


def _difference(one: object, other: object) -> str:
    if isinstance(one, tuple) and isinstance(other, tuple):
        return f"schema differs: {one[0] != other[0]}, tables: {prints.differing(one[1], other[1])}"
    return "not readable by plain sqlite3"


# ---------------------------------------------------------------- in the child

_OF_THE_LOG = "nhật ký"


def look_at(path: Path) -> dict[str, Any]:
    """Open a file as the window does, then as the command line does; return the sentences of what was noticed."""
    found = [*_as_the_window(path), *_as_the_command_line(path)]
    of_log = [line for line in found if _OF_THE_LOG in line]
    return {"checks": [line for line in found if line not in of_log], "log": of_log}


def _as_the_window(path: Path) -> list[str]:
    wiring.first_look(path, None)
    try:
        with wiring.open_workspace(path) as workspace:
            for plan in plans.list_plans(workspace):
                plans.open_plan(workspace, plan.id)
            workspace.queries.agencies()
            for operation in history.operations(workspace, HistoryFilter(), 20):
                history.details(workspace, operation.id)
            return list(plans.check(workspace).problems)
    except CchcError as error:
        return [error.message]


def _as_the_command_line(path: Path) -> list[str]:
    try:
        with wiring.open_reading(path, must_exist=True) as workspace:
            return list(plans.check(workspace).problems)
    except CchcError as error:
        return [error.message]


# ---------------------------------------------------------------- ways to damage

_PAGE = 4096


def _flip(most: int) -> Callable[[bytearray, Random], bytearray]:
    def damage(data: bytearray, random: Random) -> bytearray:
        for _ in range(random.randint(1, most)):
            data[random.randrange(len(data))] ^= random.randint(1, 255)
        return data

    return damage


def _page(data: bytearray, random: Random) -> slice:
    start = random.randrange(len(data) // _PAGE) * _PAGE
    return slice(start, start + _PAGE)


def _zero_page(data: bytearray, random: Random) -> bytearray:
    data[_page(data, random)] = bytes(_PAGE)
    return data


def _noise_page(data: bytearray, random: Random) -> bytearray:
    data[_page(data, random)] = random.randbytes(_PAGE)
    return data


def _swap_pages(data: bytearray, random: Random) -> bytearray:
    one, other = _page(data, random), _page(data, random)
    data[one], data[other] = data[other], data[one]
    return data


def _truncate(data: bytearray, random: Random) -> bytearray:
    return data[: random.randrange(1, len(data))]


def _tear_header(data: bytearray, random: Random) -> bytearray:
    start = random.randrange(96)
    data[start : start + 4] = random.randbytes(4)
    return data


def _tear_sector(data: bytearray, random: Random) -> bytearray:
    """Overwrite one sector of 512 bytes with one from elsewhere, as a misdirected write does."""
    one, other = (random.randrange(len(data) // 512) * 512 for _ in range(2))
    data[one : one + 512] = data[other : other + 512]
    return data


def _letters(data: bytearray, random: Random) -> bytearray:
    """Change one ASCII letter inside stored text to another one: no structure of SQLite is touched."""
    letters = [at for at in (random.randrange(_PAGE, len(data)) for _ in range(4000)) if 97 <= data[at] <= 122]
    if letters:
        data[letters[0]] = 97 + (data[letters[0]] - 97 + random.randint(1, 25)) % 26
    return data


KINDS: dict[str, Callable[[bytearray, Random], bytearray]] = {
    "1 to 16 bytes": _flip(16),
    "one byte": _flip(1),
    "a page of zeros": _zero_page,
    "a page of noise": _noise_page,
    "two pages swapped": _swap_pages,
    "cut short": _truncate,
    "header": _tear_header,
    "misdirected sector": _tear_sector,
    "a letter in a text": _letters,
}
