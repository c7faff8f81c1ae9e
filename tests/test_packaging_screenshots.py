"""The pictures that are taken are those that README and guide show."""

from __future__ import annotations

import re
from pathlib import Path

import screenshots
from cchc_desktop import paths

ROOT = Path(__file__).resolve().parents[1]


def _shown() -> set[str]:
    pages = [ROOT / "README.md", *paths.resource("help").glob("*.md")]
    links = [link for page in pages for link in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", page.read_text(encoding="utf-8"))]
    return {Path(link).stem for link in links}


def test_each_picture_is_shown_and_none_is_missing():
    taken = [shot.name for shot in screenshots.SHOTS]
    assert len(taken) == len(set(taken))
    assert set(taken) == _shown() == {file.stem for file in paths.resource("help").glob("*.png")}
