"""What the composition root hands to the window besides the database."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from cchc_desktop.domain.doubts import Slip
    from cchc_desktop.domain.draft import DraftPlan
    from cchc_desktop.domain.followup.days_off import DayOff
    from cchc_desktop.domain.papers.ports import PaperPreview, PaperPreviewer
    from cchc_desktop.domain.papers.report_paper import AnyPaper
    from cchc_desktop.domain.papers.report_template import ReportTemplate
    from cchc_desktop.domain.ports import CancelCheck, PlanReader, ProgressCallback
    from cchc_desktop.domain.text.abbreviations import Abbreviations
    from cchc_desktop.services.templates import PlanTemplate


def no_preview(paper: AnyPaper, progress: ProgressCallback, is_cancelled: CancelCheck) -> PaperPreview:
    """Refuse to set a paper, where nothing was handed to the window that could (CannotWrite)."""
    from cchc_desktop.domain.errors import CannotWrite

    raise CannotWrite("Không lập được bản xem trước. Văn bản vẫn xuất được ra tệp.")


@dataclass(frozen=True, slots=True)
class Doors:
    """Ways to read and write files, the sample plan, the abbreviations for searching, the date, where backups are.

    `shares_disk` tells whether a folder is on the disk of the data, so that copies there do not outlive that disk.
    """

    reader: PlanReader
    sample: Callable[[], DraftPlan]
    abbreviations: Callable[[], Abbreviations]
    today: Callable[[], date]
    backup_folder: Callable[[], Path]
    shares_disk: Callable[[Path], bool]
    templates: Callable[[], Sequence[PlanTemplate]] = tuple
    """Shipped templates of plans."""
    slips: Callable[[], Sequence[Slip]] = tuple
    """Slips of the pen that plans are known to copy from each other."""
    holidays: Callable[[int], Sequence[DayOff]] = lambda year: ()
    """Proposals for the days off of a year, to be compared with what was decided for it."""
    report_template: Callable[[], ReportTemplate | None] = lambda: None
    """Shipped words of periodic reports; without them no report is offered."""
    previewer: PaperPreviewer = no_preview
    """Sets papers as they will be printed."""
