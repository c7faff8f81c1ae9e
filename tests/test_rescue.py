"""A database that is reached through a link: what is done to it is done to the file, and the link stays one."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc_desktop import rescue, wiring
from cchc_desktop.domain.backups import BackupReason
from cchc_desktop.domain.changes import Operation
from cchc_desktop.domain.errors import ForeignDatabase
from cchc_desktop.domain.ports import never_cancelled, no_progress
from cchc_desktop.services import plans
from cchc_desktop.services.exchange import ImportChoices, import_plan


@pytest.fixture
def link(tmp_path) -> Path:
    """A link in one folder to a database in another one, with one plan and one backup."""
    (tmp_path / "thật").mkdir()
    (tmp_path / "bàn làm việc").mkdir()
    link = tmp_path / "bàn làm việc" / "cchc.db"
    link.symlink_to(tmp_path / "thật" / "dữ liệu.db")
    with wiring.open_workspace(link) as workspace:
        import_plan(workspace, wiring.sample_draft(), ImportChoices())
        workspace.backups.make(BackupReason.MANUAL)
    return link


def real(link: Path) -> Path:
    return link.resolve()


def names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


def empty(link: Path) -> None:
    with wiring.open_workspace(link) as workspace, workspace.units(Operation("plan.delete", "Xóa")) as unit:
        unit.plans.delete(1)
        unit.commit()


def titles(path: Path) -> int:
    with wiring.open_reading(path) as workspace:
        return len(plans.list_plans(workspace))


def test_opening_makes_the_file_that_the_link_names(link):
    assert link.is_symlink()
    assert names(real(link).parent) == {"dữ liệu.db"}
    assert names(link.parent) == {"cchc.db"}
    assert wiring.backup_folder(link) == wiring.backup_folder(real(link))


@pytest.mark.parametrize("is_damaged", [False, True])
def test_a_restore_acts_on_the_file(link, is_damaged):
    empty(link)
    if is_damaged:
        real(link).write_bytes(bytes(8192))
    (line, *_) = [line for line in rescue.backups(link) if line.backup.reason is BackupReason.MANUAL]
    rescue.restore(link, line.backup.file, no_progress, never_cancelled)
    assert link.is_symlink()
    assert (titles(link), titles(real(link))) == (1, 1)
    assert names(link.parent) == {"cchc.db"}


def test_a_salvage_acts_on_the_file(link):
    salvaged = rescue.salvage(link, no_progress, never_cancelled)
    assert salvaged.file.parent == real(link).parent
    rescue.use_salvaged(link, salvaged)
    assert link.is_symlink()
    assert names(link.parent) == {"cchc.db"}
    assert titles(real(link)) == 1


@pytest.mark.parametrize("path", [Path(), Path("/")])
def test_what_names_no_file_is_refused(path):
    assert wiring.first_look(path, None) is None
    for door in (wiring.open_workspace, wiring.open_reading):
        with pytest.raises(ForeignDatabase), door(path):
            pass
