"""What both composition roots open: a database with its readers and writers, as one workspace.

Everything heavy is imported when it is used, so that the window paints before SQLAlchemy loads and a command
that reads no file pays for no reader.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from cchc_desktop import paths

if TYPE_CHECKING:
    from cchc_desktop.domain.agencies.names import AgencyPreset
    from cchc_desktop.domain.doubts import Slip
    from cchc_desktop.domain.draft import DraftPlan
    from cchc_desktop.domain.first_look import FirstLook
    from cchc_desktop.domain.forms.cells import FormReading
    from cchc_desktop.domain.forms.writing import FilledCell
    from cchc_desktop.domain.papers.ports import PaperPreview
    from cchc_desktop.domain.papers.report_paper import AnyPaper
    from cchc_desktop.domain.papers.report_template import ReportTemplate
    from cchc_desktop.domain.ports import BackupKeeper, CancelCheck, Clock, EvidenceFiles, ProgressCallback
    from cchc_desktop.domain.text.abbreviations import Abbreviations
    from cchc_desktop.services.templates import PlanTemplate
    from cchc_desktop.services.workspace import Workspace


def first_look(database: Path, preferred_plan_id: int | None) -> FirstLook | None:
    """Read what the window shows first, before the library that writes loads; None where only the opening can tell."""
    from cchc_desktop.storage.first_look import first_look as read

    return read(data_file(database), preferred_plan_id) if database.name else None


def data_file(path: Path) -> Path:
    """Return the file that a path or a link names: at each entrance once, so that nothing replaces the link itself.

    ForeignDatabase for a path that can name no file ('/').
    """
    from cchc_desktop.domain.errors import ForeignDatabase
    from cchc_desktop.storage.locations import real_file

    path = path if path.name else Path(os.path.realpath(path))  # '.' has no name; the folder that it is has one
    if not path.name:
        raise ForeignDatabase(f"“{path}” là thư mục, không phải là tệp dữ liệu. Hãy chọn một tệp.")
    return real_file(path)


@contextmanager
def open_workspace(
    database: Path, *, read_only: bool = False, must_exist: bool = False, news: UpgradeListener | None = None
) -> Iterator[Workspace]:
    """Open a database as a workspace; raises RefusedDatabase or DatabaseInUse, the file then untouched.

    A missing file is made, unless it `must_exist` (NotFound): a disk that is not plugged in must not look like an
    office without plans. An older file is backed up and upgraded first; `news` hears of that.
    """
    from cchc_desktop.clock import SystemClock
    from cchc_desktop.domain.backups import BackupReason
    from cchc_desktop.domain.errors import NotFound
    from cchc_desktop.domain.ports import no_progress
    from cchc_desktop.services.workspace import Workspace
    from cchc_desktop.without_tls import without_tls

    with without_tls():
        from cchc_desktop.storage.database import open_database

    database = data_file(database)
    if must_exist and (not database.exists() or database.stat().st_size == 0):
        raise NotFound(
            f"Tệp dữ liệu {database} không còn hoặc đã trống. "
            "Hãy kiểm tra ổ đĩa, USB chứa tệp, hoặc khôi phục bản sao lưu."
        )
    if database.parent == paths.data_dir():
        database.parent.mkdir(parents=True, exist_ok=True)  # a folder that was typed is never made: it may be a slip
    clock = SystemClock()
    keeper = _backup_keeper(database, clock, release=None if read_only else lambda: opened.forget())

    def before_migration() -> None:
        if news is not None:
            news.progress(0, 0)
        backup = keeper.make(BackupReason.MIGRATION)
        if news is not None:
            news.backed_up(backup.file)

    opened = open_database(
        database,
        read_only=read_only,
        clock=clock,
        who=user_name,
        before_migration=before_migration,
        progress=no_progress if news is None else news.progress,
    )
    try:
        yield Workspace(
            units=opened.units,
            queries=opened.queries,
            history=opened.history,
            backups=keeper,
            reader=read_file,
            papers=write_paper,
            clock=clock,
            evidence=evidence_files(database),
            forms=OfficeForms(),
            presets=agency_presets(),
        )
    finally:
        opened.close()


class UpgradeListener(Protocol):
    """Hears of the upgrade of an older database, on the thread that opens it."""

    def backed_up(self, file: Path) -> None: ...
    def progress(self, done: int, total: int) -> None: ...


@contextmanager
def open_backups(database: Path, *, writing: bool = False) -> Iterator[BackupKeeper]:
    """Give the backups of a database that is not opened itself: it may be damaged, missing or open elsewhere.

    `writing` takes the right to write, for a restore; DatabaseInUse names who has it.
    """
    from cchc_desktop.clock import SystemClock
    from cchc_desktop.storage.owner import OwnerFile

    clock, database = SystemClock(), data_file(database)
    if not writing:
        yield _backup_keeper(database, clock, release=None)
        return
    owner = OwnerFile.acquire(database, clock.now())
    try:
        yield _backup_keeper(database, clock, release=lambda: None)
    finally:
        owner.release()


def _backup_keeper(database: Path, clock: Clock, release: Callable[[], object] | None) -> BackupKeeper:
    from cchc_desktop.storage.backups.keeper import DatabaseBackups

    folder = backup_folder(database)
    return DatabaseBackups(
        database, folder, clock=clock, who=user_name, second=_second_backup_folder, release=release
    )


def evidence_files(database: Path) -> EvidenceFiles:
    """Return the files of the documents: a folder beside the database, which backups copy."""
    from cchc_desktop.storage.evidence_store import EvidenceStore

    return EvidenceStore(data_file(database))


def backup_folder(database: Path) -> Path:
    """Return where a database's backups are: the one folder for the program's own, a folder in it for any other."""
    from cchc_desktop.storage.backups.homes import folder_name

    root, database = paths.backup_dir(), data_file(database)
    is_default = os.path.realpath(database) == os.path.realpath(paths.default_database())
    return root if is_default else root / folder_name(database)


def _second_backup_folder() -> Path | None:
    from cchc_desktop.settings import load_settings

    chosen = load_settings().second_backup_dir
    return Path(chosen) if chosen else None


@contextmanager
def open_reading(database: Path, *, must_exist: bool = False) -> Iterator[Workspace]:
    """Open a database for reading only; a missing one answers as an empty one, and is not made.

    Raises NotFound for a missing file where it `must_exist`.
    """
    database = data_file(database)
    if database.exists():
        with open_workspace(database, read_only=True) as workspace:
            yield workspace
        return
    if must_exist:
        from cchc_desktop.domain.errors import NotFound

        raise NotFound(f"Không tìm thấy tệp dữ liệu {database}. Hãy kiểm tra lại đường dẫn.")
    with _nothing_stored() as workspace:
        yield workspace


@contextmanager
def _nothing_stored() -> Iterator[Workspace]:
    """Give an empty database in a temporary folder: a reader then needs no second set of queries."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="cchc-") as folder, open_workspace(Path(folder) / "empty.db") as workspace:
        yield workspace


def read_file(path: Path, progress: ProgressCallback, is_cancelled: CancelCheck) -> DraftPlan:
    """Read a foreign file in a child process and recognise what it holds."""
    from cchc_desktop.documents.child import read_in_child
    from cchc_desktop.documents.recognise.plan import recognise

    return recognise(read_in_child(path, progress, is_cancelled), slips())


def write_paper(
    paper: AnyPaper, target: Path, progress: ProgressCallback, is_cancelled: CancelCheck
) -> tuple[str, ...]:
    """Write a paper in the format that the target's ending names."""
    from cchc_desktop.documents.followup_papers import write_followup_paper

    return write_followup_paper(paper, target, progress, is_cancelled)


def preview_paper(paper: AnyPaper, progress: ProgressCallback, is_cancelled: CancelCheck) -> PaperPreview:
    """Return a paper as it will be printed."""
    from cchc_desktop.documents.followup_papers import preview_followup_paper

    return preview_followup_paper(paper, progress, is_cancelled)


class OfficeForms:
    """Superiors' forms as Word and Excel files (`form_ports.FormFiles`)."""

    def read(self, path: Path, progress: ProgressCallback, is_cancelled: CancelCheck) -> FormReading:
        """Return the cells of a form, read in a child process."""
        from cchc_desktop.documents.child import read_form_in_child

        return read_form_in_child(path, progress, is_cancelled)

    def fill(
        self,
        original: Path,
        cells: Sequence[FilledCell],
        target: Path,
        progress: ProgressCallback,
        is_cancelled: CancelCheck,
    ) -> tuple[str, ...]:
        """Write a filled copy of a form, whose parts are edited in a child process."""
        from cchc_desktop.documents.child import fill_in_child
        from cchc_desktop.documents.forms.filler import fill_form

        return fill_form(original, cells, target, progress, is_cancelled, fill_in_child)


def agency_presets() -> tuple[AgencyPreset, ...]:
    """Return the offices of the seed."""
    from cchc_desktop.domain.agencies.names import AgencyPreset

    entries = json.loads(paths.seed("agencies.json").read_bytes())
    return tuple(AgencyPreset.from_json(entry) for entry in entries)


def slips() -> tuple[Slip, ...]:
    """Return the slips of the seed, which plans are known to copy from each other."""
    from cchc_desktop.domain.doubts import Slip

    return tuple(Slip.from_json(entry) for entry in json.loads(paths.seed("slips.json").read_bytes()))


def abbreviations() -> Abbreviations:
    """Return the abbreviation table of the seed, for the search index; initials of the seed's offices are read too."""
    from cchc_desktop.domain.text.abbreviations import Abbreviations

    table = Abbreviations(json.loads(paths.seed("abbreviations.json").read_bytes()))
    return table.with_names(name for preset in agency_presets() for name in (preset.name, *preset.aliases))


def plan_templates() -> tuple[PlanTemplate, ...]:
    """Return the templates of the seed: half a year, a year, five years."""
    from cchc_desktop.services.templates import template_from_json

    return tuple(template_from_json(entry) for entry in json.loads(paths.seed("templates.json").read_bytes()))


def report_template() -> ReportTemplate:
    """Return the template of the words of periodic reports that the program ships."""
    from cchc_desktop.domain.papers.report_template import template_from_json

    return template_from_json(json.loads(paths.resource("templates", "report.json").read_bytes()))


def sample_draft() -> DraftPlan:
    """Return the sample plan of the seed."""
    from cchc_desktop.services.samples import draft_from_json

    return draft_from_json(json.loads(paths.seed("sample_plan.json").read_bytes()))


def user_name() -> str:
    """Return who signs what is written: the name that the person gave, else the account's."""
    import getpass

    from cchc_desktop.settings import load_settings

    if person := load_settings().person:
        return person
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no account name in the environment (services, containers)
        return "?"
