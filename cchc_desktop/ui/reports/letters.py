"""Writes several papers of one kind into a folder, each to a file of its own; what is there already stays."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cchc_desktop.domain.errors import Cancelled, CannotWrite, CchcError
from cchc_desktop.domain.papers.ports import PaperWriter
from cchc_desktop.domain.ports import CancelCheck, ProgressCallback, no_progress
from cchc_desktop.ui.reports.making import Writing
from cchc_desktop.ui.reports.papers import PaperSet


class FilesThere(CchcError):
    """Files of these names stand in the folder: nothing was written."""

    def __init__(self, files: tuple[Path, ...]) -> None:
        self.files = files
        super().__init__(", ".join(file.name for file in files))


@dataclass(frozen=True, slots=True)
class Written:
    """What became of the papers: the files, why others could not be written, whether a person stopped it."""

    files: tuple[Path, ...]
    count: int
    refusals: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    is_stopped: bool = False


def writing_into(target: Path, *, replaces: bool) -> Writing:
    """Return what writes each paper beside `target` under its office's name: `Written`; FilesThere.

    A file that cannot be written (another program has it open) does not keep the others from being.
    """

    def work(papers: PaperSet, writer: PaperWriter, progress: ProgressCallback, is_cancelled: CancelCheck) -> Written:
        from cchc_desktop.services.papers.writing import office_targets

        targets = office_targets(papers.papers, target)
        there = tuple(file for file in targets if file.exists())
        if there and not replaces:
            raise FilesThere(there)
        written: list[Path] = []
        refusals: list[str] = []
        notes: dict[str, None] = {}
        for number, (paper, file) in enumerate(zip(papers.papers, targets, strict=True)):
            progress(number, len(targets))
            try:
                notes.update(dict.fromkeys(writer(paper, file, no_progress, is_cancelled)))
                written.append(file)
            except Cancelled:
                return Written(tuple(written), len(targets), tuple(refusals), tuple(notes), is_stopped=True)
            except CannotWrite as error:
                refusals.append(error.message)
        progress(len(targets), len(targets))
        return Written(tuple(written), len(targets), tuple(refusals), tuple(notes))

    return work
