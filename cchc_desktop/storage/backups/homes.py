"""Where backups live: names of the folders of one database's backups, possible on every disk."""

from __future__ import annotations

import hashlib
import os
import platform
import re
import unicodedata
from pathlib import Path

EVIDENCE_FOLDER = "evidence"
BESIDE_FOLDER = "Sao lưu"
"""Folder beside the database that takes the backups when their own folder cannot be used."""
OUTSIDE_FOLDER = "Theo dõi CCHC - sao lưu"
"""Folder on a removable disk."""

_LONGEST = 40
"""Characters of a database's name that folders and backups are named by: a Vietnamese letter takes up to three
bytes, and a name holds 255."""
_UNSAFE = re.compile(r"[^\w\- ]")  # a dot too: 'con.2025.db' is the device CON on Windows
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)


def clean(name: str) -> str:
    """Return a name that Windows, Linux and a FAT stick take as the beginning of a file's name."""
    words = _UNSAFE.sub("_", unicodedata.normalize("NFC", name))[:_LONGEST].strip()
    return f"_{words}" if not words or _RESERVED.match(words) else words


def folder_name(database: Path) -> str:
    """Return the folder's name for the backups of one database among others: its name and a hash of its real path."""
    return f"{clean(database.stem)}-{_hash(_real(database))}"


def beside_folder(database: Path) -> Path:
    """Return the fallback beside a database; named by the database, for several may lie in one folder."""
    return database.parent / BESIDE_FOLDER / clean(database.name)


def second_folder_name(database: Path) -> str:
    """Return the folder's name at a second place, which several computers of an office may share."""
    host = platform.node() or "máy"
    return f"{clean(host)} {clean(database.stem)}-{_hash(f'{host}|{_real(database)}')}"


def _real(database: Path) -> str:
    return os.path.normcase(os.path.realpath(database))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:8]
