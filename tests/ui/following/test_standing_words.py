"""The window's words of statuses are those of the domain, until it speaks another language."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.domain.followup.milestones import Milestone, MilestoneKind
from cchc_desktop.domain.followup.status import MilestoneStatus, Status, screen_words
from cchc_desktop.ui import translation
from cchc_desktop.ui.following.standing_words import standing_words

DUE = Milestone(1, "once", MilestoneKind.DATED, due=date(2026, 3, 9))


@pytest.mark.parametrize("days", [0, 1, 7])
@pytest.mark.parametrize("status", Status)
def test_they_are_those_of_the_domain(status, days):
    found = MilestoneStatus(DUE, status, days=days)
    assert standing_words(found) == screen_words(found)


def test_they_are_translated(qapp):
    translator = translation.install(qapp, "en")
    found = MilestoneStatus(DUE, Status.OVERDUE, days=63)
    try:
        assert standing_words(found) == "63 d overdue"
        assert standing_words(replace(found, status=Status.DUE_SOON, days=1)) == "Tomorrow"
    finally:
        qapp.removeTranslator(translator)
        translator.setObjectName("")
        translator.deleteLater()
