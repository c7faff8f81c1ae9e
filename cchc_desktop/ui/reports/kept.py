"""What was chosen last, paper by paper, as this user's settings keep it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from cchc_desktop.domain.followup_papers import Grouping
from cchc_desktop.ui.preferences import Preferences
from cchc_desktop.ui.reports.papers import SIZES, PaperOptions


class KeptChoices:
    """Reads and writes `Settings.papers`; days and periods are not kept, they would be yesterday's."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    def paper(self) -> str:
        """Return the name of the paper that was shown last, '' for none."""
        return self._text("paper")

    def options(self, name: str, usual: PaperOptions) -> PaperOptions:
        """Return the options of a paper as they were left; what cannot be read is the usual."""
        kept = self._options().get(name)
        if not isinstance(kept, dict):
            return usual
        left_out = kept.get("left_out")
        return replace(
            usual,
            agency=str(kept.get("agency") or ""),
            grouping=Grouping.AGENCY if kept.get("grouping") == Grouping.AGENCY else Grouping.AREA,
            size=size if (size := kept.get("size")) in SIZES else "",
            signer=str(kept.get("signer") or ""),
            letterhead=str(kept.get("letterhead") or ""),
            left_out=frozenset(map(str, left_out)) if isinstance(left_out, list) else frozenset(),
        )

    def keep(self, name: str, options: PaperOptions) -> None:
        """Remember what is shown."""
        own = {
            "agency": options.agency,
            "grouping": options.grouping.value,
            "size": options.size,
            "signer": options.signer,
            "letterhead": options.letterhead,
            "left_out": sorted(options.left_out),
        }
        self._change(paper=name, options=self._options() | {name: own})

    def folder(self) -> Path:
        """Return the folder of the last paper, else that of the last export."""
        known = (self._text("folder"), self._preferences.value().last_folder)
        return next((Path(folder) for folder in known if folder and Path(folder).is_dir()), Path.home())

    def keep_folder(self, folder: Path) -> None:
        """Remember where a paper was written."""
        self._change(folder=str(folder))

    def printer(self) -> str:
        """Return the name of the printer that printed last, '' for none."""
        return self._text("printer")

    def keep_printer(self, name: str) -> None:
        """Remember which printer prints."""
        self._change(printer=name)

    def _values(self) -> dict[str, Any]:
        return self._preferences.value().papers

    def _options(self) -> dict[str, Any]:
        kept = self._values().get("options")
        return kept if isinstance(kept, dict) else {}

    def _text(self, name: str) -> str:
        value = self._values().get(name)
        return value if isinstance(value, str) else ""

    def _change(self, **values: Any) -> None:
        changed = self._values() | values
        if changed != self._values():
            self._preferences.change(papers=changed)
