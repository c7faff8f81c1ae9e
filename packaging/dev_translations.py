"""The command `translations`: brings the words of the sources into the .ts, tells what lacks English, compiles it.

Both files are kept in `resources/i18n`. The compiled one is kept too: a checkout starts without a build step, and
wheel and frozen build take it along like any other resource.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree

from dev_process import ROOT, DevError, require, say
from translatable import Message, as_source, collect

TS = ROOT / "resources" / "i18n" / "cchc_en.ts"
"""English for every text of the window; the source of truth, written by hand between runs of the command."""
QM = TS.with_suffix(".qm")
_TOOL = "import sys; from PySide6.scripts.pyside_tool import {0}; sys.argv[0] = '{0}'; {0}()"
_LUPDATE = ("-source-language", "vi", "-target-language", "en", "-no-obsolete", "-sort-messages", "-locations", "none")
_NO_GUESSES = ("-disable-heuristic", "sametext", "-disable-heuristic", "similartext")


def update_translations(python: Path) -> int:
    """Bring both files up to date with the sources; return 1 where something is left to do by hand."""
    collected = collect(ROOT)
    if collected.findings:
        words = "\n".join(map(str, collected.findings))
        raise DevError(f"Some words cannot be translated.\n{words}", "write them as `cchc_desktop/ui/words.py` says.")
    _merge(python, collected.messages)
    require(
        [python, "-c", _TOOL.format("lrelease"), "-silent", str(TS), "-qm", str(QM)],
        f"{QM.name} was not compiled.",
        "read the words above.",
    )
    return _tell(untranslated(TS.read_text(encoding="utf-8")), len(collected.messages))


def untranslated(ts: str) -> list[Message]:
    """Return the messages of a .ts file that have no finished translation."""
    return [
        Message(context.findtext("name", ""), message.findtext("source", ""), message.get("numerus") == "yes")
        for context in ElementTree.fromstring(ts).iter("context")  # noqa: S314 (our own file)
        for message in context.iter("message")
        if not _is_finished(message.find("translation"))
    ]


def _is_finished(translation: ElementTree.Element | None) -> bool:
    if translation is None or translation.get("type") is not None:
        return False
    forms = translation.findall("numerusform") or [translation]
    return all(form.text for form in forms)


def _merge(python: Path, messages: Iterable[Message]) -> None:
    """Let lupdate bring new texts into the .ts and take gone ones out; translations of the others stay."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "words.py"
        source.write_text(as_source(messages), encoding="utf-8")
        require(
            [python, "-c", _TOOL.format("lupdate"), str(source), *_LUPDATE, *_NO_GUESSES, "-silent", "-ts", str(TS)],
            f"{TS.name} was not updated.",
            "read the words above.",
        )


def _tell(left: Iterable[Message], count: int) -> int:
    for message in left:
        say(f"no English yet, {message.context}: {message.source}")
    say(f"{count} texts of the window in {TS.relative_to(ROOT)}, compiled to {QM.name}")
    return 1 if left else 0
