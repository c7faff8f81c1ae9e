"""Evidence files in backups: shared by content, so that each is kept once however many backups name it.

A name is 'ab/<sha256>.pdf': the file's own SHA-256 with its ending, in a folder of the first two digits.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from pathlib import Path

from cchc_desktop.domain.disk_words import disk_words
from cchc_desktop.storage.backups.copy import TEMPORARY, copy_file, sha256_of

_NAME = re.compile(r"([0-9a-f]{2})/((?=\1)[0-9a-f]{64})(\.\w{1,10})?$", re.ASCII)


def evidence_names(store: Path) -> list[str]:
    """Return the names in a store, in order; empty where there is none. OSError where it cannot be listed."""
    if not store.is_dir():
        return []
    files = (file for folder in store.iterdir() if folder.is_dir() for file in folder.iterdir())
    return sorted(name for file in files if _NAME.match(name := f"{file.parent.name}/{file.name}"))


def bring_evidence(source: Path, target: Path, names: Iterable[str]) -> tuple[list[str], list[str]]:
    """Copy what the target store does not have; return the names that it has then, and a sentence for each trouble.

    A file whose content is not what its name says is left out: a later good copy must be able to take its place.
    """
    present, troubles = [], []
    for name in names:
        trouble = _bring(source, target, name)
        if trouble is None:
            present.append(name)
        else:
            troubles.append(trouble)
    return present, troubles


def _bring(source: Path, target: Path, name: str) -> str | None:
    match = _NAME.match(name)
    if match is None:  # a manifest from outside may name '../../x'
        return "Bản sao lưu ghi tên một tệp minh chứng không hợp lệ; tệp này được bỏ qua."
    place = target / name
    try:
        if place.exists():
            return None
        place.parent.mkdir(parents=True, exist_ok=True)
        is_same = copy_file(source / name, place, match[2])
    except OSError as error:
        return f"Chưa chép được tệp minh chứng {name[3:15]}…: {disk_words(error)}."
    return None if is_same else f"Tệp minh chứng {name[3:15]}… đã thay đổi sau khi lưu nên không được chép."


def damaged_evidence(store: Path, names: Iterable[str]) -> list[str]:
    """Return the names whose file is missing or has another content."""
    return [name for name in names if not _is_whole(store, name)]


def _is_whole(store: Path, name: str) -> bool:
    match = _NAME.match(name)
    try:
        return match is not None and sha256_of(store / name) == match[2]
    except OSError:
        return False


def prune_evidence(store: Path, needed: Collection[str]) -> None:
    """Remove what no backup needs and what an interrupted copy left; a file that is held stays for the next time."""
    if not store.is_dir():
        return
    for folder in store.iterdir():
        if not folder.is_dir():
            continue
        for file in folder.iterdir():
            name = f"{folder.name}/{file.name}"
            if (_NAME.match(name) and name not in needed) or file.suffix == TEMPORARY:
                try:
                    file.unlink()
                except OSError:
                    continue
