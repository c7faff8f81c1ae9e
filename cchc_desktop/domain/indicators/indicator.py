"""Indicators (chỉ tiêu) of a plan."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cchc_desktop.domain.areas import AreaCode
from cchc_desktop.domain.entities import UNSAVED, new_uid

if TYPE_CHECKING:  # reading targets is no part of showing a plan
    from cchc_desktop.domain.indicators.targets import Target


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator as written; its identity in a plan is (group, number), for words repeat per stage.

    `target_words` is the target as printed ('≥ 95', 'từ 35% trở lên'); operators and values are derived from it.
    """

    plan_id: int
    text: str
    id: int = UNSAVED
    uid: str = field(default_factory=new_uid)
    row_version: int = 1
    sort_key: str = ""
    group_number: str | None = None
    group_title: str | None = None
    number: str | None = None
    unit: str | None = None
    target_words: str | None = None
    agency_words: str | None = None
    agency_id: int | None = None
    area: AreaCode | None = None
    amended_by: str | None = None
    """The documents by which the issued words were changed, the newest last."""
    target: Target | None = None
    """A person's reading of `target_words`, where ours was corrected; None: read the words (`indicator_targets`)."""
