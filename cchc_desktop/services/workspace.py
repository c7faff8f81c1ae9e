"""The doors that a composition root opens once and hands to every use case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cchc_desktop.domain.agencies.names import AgencyPreset
    from cchc_desktop.domain.forms.ports import FormFiles
    from cchc_desktop.domain.papers.ports import PaperWriter
    from cchc_desktop.domain.ports import (
        BackupKeeper,
        Clock,
        EvidenceFiles,
        HistoryQueries,
        PlanQueries,
        PlanReader,
        UnitOfWorkFactory,
    )


@dataclass(frozen=True, slots=True)
class Workspace:
    """One open database with its readers and writers; plain data in, plain data out.

    `presets` are the offices that the program knows from its seed, used to tell names apart in a cell.
    """

    units: UnitOfWorkFactory
    queries: PlanQueries
    history: HistoryQueries
    backups: BackupKeeper
    reader: PlanReader
    papers: PaperWriter
    clock: Clock
    evidence: EvidenceFiles
    forms: FormFiles
    presets: tuple[AgencyPreset, ...] = ()
