"""What was chosen last for forms, as this user's settings keep it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from cchc_desktop.ui.preferences import Preferences
from cchc_desktop.ui.reports.kept import KeptChoices

_PLANS = "form_plans"


class FormChoices:
    """The folder is that of all papers; the period is not kept, it would be yesterday's."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self._papers = KeptChoices(preferences)

    def folder(self) -> Path:
        """Return the folder of the last paper."""
        return self._papers.folder()

    def keep_folder(self, folder: Path) -> None:
        """Remember where a copy was written."""
        self._papers.keep_folder(folder)

    def plans(self) -> tuple[int, ...]:
        """Return the plans besides the open one over which a form was filled last."""
        kept = self._preferences.value().papers.get(_PLANS)
        return tuple(id_ for id_ in kept if type(id_) is int) if isinstance(kept, list) else ()

    def keep_plans(self, ids: Iterable[int]) -> None:
        """Remember the plans besides the open one."""
        kept = self._preferences.value().papers
        changed = {**kept, _PLANS: list(ids)}
        if changed != kept:
            self._preferences.change(papers=changed)
