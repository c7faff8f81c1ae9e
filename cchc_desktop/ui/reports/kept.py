"""What was chosen last, paper by paper, as this user's settings keep it."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from cchc_desktop.domain.papers.followup import Grouping
from cchc_desktop.ui.preferences import Preferences
from cchc_desktop.ui.reports.papers import SHEETS, USUAL_SHEET, PaperOptions


class KeptChoices:
    """Reads and writes `Settings.papers`; days and periods are not kept, they would be yesterday's.

    Number and day of a paper are known while the program runs: the next paper has others.
    """

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self._numbered: dict[Hashable, tuple[str, date | None]] = {}

    def paper(self) -> str:
        """Return the name of the paper that was shown last, '' for none."""
        return self._text("paper")

    def options(self, name: str, usual: PaperOptions, plan_id: int = 0) -> PaperOptions:
        """Return the options of a paper as they were left; what cannot be read is the usual.

        Plans that were reported together still are, whichever of them is open (`plan_id`); another plan is alone.
        """
        kept = self._options().get(name)
        if not isinstance(kept, dict):
            return usual
        size, orientation = _sheet(kept)
        together = [id_ for id_ in _entries(kept, "plans") if type(id_) is int]
        return replace(
            usual,
            agency=str(kept.get("agency") or ""),
            grouping=Grouping.AGENCY if kept.get("grouping") == Grouping.AGENCY else Grouping.AREA,
            size=size,
            orientation=orientation,
            signer=str(kept.get("signer") or ""),
            letterhead=str(kept.get("letterhead") or ""),
            left_out=frozenset(map(str, _entries(kept, "left_out"))),
            added=frozenset(map(str, _entries(kept, "added"))),
            plans=tuple(id_ for id_ in together if id_ != plan_id) if plan_id in together else (),
            each=kept.get("each") is True,
            view=str(kept.get("view") or ""),
        )

    def keep(self, name: str, options: PaperOptions, plan_id: int = 0) -> None:
        """Remember what is shown of the open plan; the sheet of a saved view is the view's."""
        known = self._options()
        size, orientation = _sheet(known.get(name)) if options.view else (options.size, options.orientation)
        own = {
            "agency": options.agency,
            "grouping": options.grouping.value,
            "size": size,
            "orientation": orientation,
            "signer": options.signer,
            "letterhead": options.letterhead,
            "left_out": sorted(options.left_out),
            "added": sorted(options.added),
            "plans": [plan_id, *options.plans],
            "each": options.each,
            "view": options.view,
        }
        self._change(paper=name, options=known | {name: own})

    def numbered(self, paper: Hashable) -> tuple[str, date | None]:
        """Return the number and the day that were typed for a paper, of a draft ('', None)."""
        return self._numbered.get(paper, ("", None))

    def keep_number(self, paper: Hashable, number: str, day: date | None) -> None:
        """Remember the number and the day of a paper."""
        self._numbered[paper] = (number, day)

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


def _sheet(kept: Any) -> tuple[str, str]:
    """Return size and orientation; a size alone, as it was kept before sheets could be turned, lies as it did then."""
    if not isinstance(kept, dict):
        return USUAL_SHEET
    size, orientation = kept.get("size"), kept.get("orientation")
    return next((sheet for sheet in SHEETS if sheet[0] == size and orientation in (sheet[1], "", None)), USUAL_SHEET)


def _entries(kept: dict[str, Any], name: str) -> list[Any]:
    value = kept.get(name)
    return value if isinstance(value, list) else []
