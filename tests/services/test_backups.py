"""When a backup is made without being asked for, and what is told."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cchc_desktop.domain.backups import Backup, BackupReason, BackupState
from cchc_desktop.domain.errors import Cancelled, CannotWrite
from cchc_desktop.services import upkeep
from cchc_desktop.services.backups import back_up_if_due, secure, warnings
from cchc_desktop.services.exchange import ImportChoices, import_plan
from tests.services.fakes import FakeStore, fake_workspace
from tests.services.samples import draft

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
BACKUP = Backup(Path("x.db"), NOW, BackupReason.START, 1, "", 2, 1, "")


@dataclass
class Keeper:
    """Backups that only note what they were asked for."""

    newest: Backup | None = None
    fault: Exception | None = None
    asked: list[BackupReason] = field(default_factory=list)

    def state(self):
        return BackupState(self.newest, None)

    def make_if_changed(self, reason, progress=None, is_cancelled=None):
        self.asked.append(reason)
        if self.fault is not None:
            raise self.fault
        return BACKUP


def workspace(keeper, store=None):
    return replace(fake_workspace(store or FakeStore()), backups=keeper)


@pytest.mark.parametrize(
    ("age", "asked"),
    [(None, True), (timedelta(hours=2), False), (timedelta(days=2), True), (timedelta(days=-2), True)],
    ids=str,
)
def test_a_start_makes_a_backup_when_one_is_due(age, asked):
    keeper = Keeper(None if age is None else replace(BACKUP, at=NOW - age))
    assert (back_up_if_due(workspace(keeper)) is not None) is asked
    assert keeper.asked == ([BackupReason.START] if asked else [])


def test_data_that_no_backup_holds_is_backed_up_at_once():
    """The first plan came after a backup of the empty database."""
    keeper = Keeper(replace(BACKUP, at=NOW - timedelta(minutes=5), last_operation=0))
    assert back_up_if_due(workspace(keeper)) is not None


def test_an_open_window_backs_up_where_it_is_due_and_tells_how_the_backups_stand():
    keeper = Keeper(replace(BACKUP, at=NOW - timedelta(hours=1)))
    assert upkeep.while_open(workspace(keeper)) == BackupState(keeper.newest, None)
    assert keeper.asked == []
    keeper.newest = replace(BACKUP, at=NOW - timedelta(hours=25))
    upkeep.while_open(workspace(keeper))
    assert keeper.asked == [BackupReason.START]


@pytest.mark.parametrize("fault", [CannotWrite("Ổ đĩa đã đầy."), Cancelled()], ids=repr)
def test_a_start_goes_on_without_its_backup(fault):
    assert back_up_if_due(workspace(Keeper(fault=fault))) is None


def test_an_import_makes_a_backup_first():
    store, keeper = FakeStore(), Keeper()
    import_plan(workspace(keeper, store), draft(), ImportChoices())
    assert keeper.asked == [BackupReason.IMPORT]
    assert len(store.operations) == 1


def test_an_import_goes_on_without_its_backup():
    store, keeper = FakeStore(), Keeper(fault=CannotWrite("Ổ đĩa đã đầy."))
    import_plan(workspace(keeper, store), draft(), ImportChoices())
    assert len(store.operations) == 1
    assert secure(workspace(keeper), BackupReason.MERGE) == "Ổ đĩa đã đầy."


def test_cancelling_the_backup_cancels_the_import():
    store = FakeStore()
    with pytest.raises(Cancelled):
        import_plan(workspace(Keeper(fault=Cancelled()), store), draft(), ImportChoices())
    assert store.operations == []


@pytest.mark.parametrize(("days", "lines"), [(0, 1), (6, 1), (7, 2), (300, 2)])
def test_seven_days_without_a_copy_elsewhere_are_told(days, lines):
    told = warnings(BackupState(BACKUP, None, ("Chưa chép được.",), days))
    assert len(told) == lines
    assert told[0] == "Chưa chép được."
    assert lines == 1 or str(days) in told[1]
