"""Documents on a real file: the same answers as from the fakes, the bin, the files, backups that carry them."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from cchc_desktop import wiring
from cchc_desktop.domain.backups import BackupReason
from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.evidence.uses import DocumentRole
from cchc_desktop.domain.followup.records import Progress
from cchc_desktop.domain.history import HistoryFilter
from cchc_desktop.services import bin as bin_service
from cchc_desktop.services import evidence, exchange, history, item_editing, measuring, recording, updating, upkeep
from cchc_desktop.services.exchange import ImportChoices
from cchc_desktop.services.workspace import Workspace
from tests.services.followup_scene import JULY, STANDING, STRICT, half_year

DAY = 86400.0


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with wiring.open_workspace(tmp_path / "cchc.db") as opened:
        exchange.import_plan(opened, half_year(), ImportChoices())
        yield opened


@pytest.fixture
def report(tmp_path) -> Path:
    path = tmp_path / "BC 312-BC-UBND.pdf"
    path.write_bytes(b"%PDF-1.7 report")
    return path


def item(workspace: Workspace, content: str) -> int:
    return next(row.id for row in workspace.queries.tree(1).items.values() if row.content == content)


def add(workspace: Workspace, path: Path) -> int:
    file = workspace.evidence.put(path)
    (id_,), _ = evidence.add_documents(workspace, [evidence.draft_of_file(path.name, file)])
    return id_


def uses(workspace: Workspace) -> list[tuple[DocumentRole, str, str]]:
    return [(use.role, use.words, use.moment) for line in evidence.register(workspace) for use in line.uses]


def test_uses_of_every_kind_are_found_and_leave_with_what_they_are_about(workspace, report):
    id_ = add(workspace, report)
    indicator = workspace.queries.tree(1).indicators[0].id
    done = {"progress": Progress.DONE, "done_on": date(2025, 7, 30), "evidence": (id_,)}
    recording.record(workspace, [(item(workspace, JULY), None, done)])
    updating.update(workspace, item(workspace, STANDING), "2025-Q3", None, "Đã phát")
    measuring.measure(workspace, [(indicator, "2025-Q3", "98")])
    update = next(iter(workspace.queries.ledger(1).updates.values()))[0].id
    value = workspace.queries.indicator_values(1)[indicator][0].id
    targets = [
        (EntityKind.PERIOD_UPDATE, update),
        (EntityKind.INDICATOR_VALUE, value),
        (EntityKind.ITEM, item(workspace, STRICT)),
        (EntityKind.INDICATOR, indicator),
    ]
    evidence.attach(workspace, targets, [id_])
    rate = "Tỷ lệ hồ sơ đúng hạn"
    assert sorted(uses(workspace)) == sorted(
        [
            (DocumentRole.RESULT, JULY, "once"),
            (DocumentRole.UPDATE, STANDING, "2025-Q3"),
            (DocumentRole.VALUE, rate, "2025-Q3"),
            (DocumentRole.ITEM, STRICT, ""),
            (DocumentRole.INDICATOR, rate, ""),
        ]
    )
    item_editing.delete_items(workspace, [item(workspace, JULY)], "Quyết định 9/QĐ-UBND")
    assert (DocumentRole.RESULT, JULY, "once") not in uses(workspace)
    evidence.detach(workspace, targets, [id_])
    assert uses(workspace) == []
    history.undo(workspace)
    assert len(uses(workspace)) == 4


def test_a_file_stays_while_an_undo_could_bring_its_document_back(workspace, report, tmp_path):
    add(workspace, report)
    (name,) = (tmp_path / "evidence").rglob("*.pdf")
    history.undo(workspace)
    assert workspace.queries.documents() == []
    assert workspace.queries.named_files() == frozenset({name.stem}), "the log remembers it"
    workspace.evidence.let_go(workspace.queries.named_files(), time.time() + 400 * DAY)
    history.redo(workspace)
    (line,) = evidence.register(workspace)
    assert line.state == "present" and name.exists()


def test_backups_carry_files_and_a_restore_brings_them_back(workspace, report, tmp_path):
    add(workspace, report)
    backup = workspace.backups.make(BackupReason.MANUAL)
    (stored,) = (tmp_path / "evidence").rglob("*.pdf")
    assert backup.evidence == (f"{stored.parent.name}/{stored.name}",)
    stored.unlink()
    assert [line.state for line in evidence.register(workspace)] == ["missing"]
    workspace.backups.restore(backup.file)
    assert [line.state for line in evidence.register(workspace)] == ["present"]


def test_what_was_put_aside_is_not_copied_into_backups_and_comes_back_with_a_restore(workspace, report, tmp_path):
    add(workspace, report)
    backup = workspace.backups.make(BackupReason.MANUAL)
    workspace.evidence.let_go(frozenset(), time.time() + 2 * DAY)
    assert workspace.backups.make(BackupReason.MANUAL).evidence == ()
    workspace.backups.restore(backup.file)
    assert [line.state for line in evidence.register(workspace)] == ["present"]


def test_a_backup_on_another_disk_takes_the_files_along(workspace, report, tmp_path):
    add(workspace, report)
    stick = tmp_path / "usb"
    stick.mkdir()
    copy = workspace.backups.copy_outside(stick)
    assert len(copy.evidence) == 1 and (copy.file.parent / "evidence" / copy.evidence[0]).exists()


def test_ten_thousand_documents_are_listed_with_their_uses(workspace):
    drafts = [{"reference": f"{n}/BC-UBND", "abstract": f"Báo cáo số {n}"} for n in range(10_000)]
    ids, _ = evidence.add_documents(workspace, drafts)
    evidence.attach(workspace, [(EntityKind.ITEM, item(workspace, JULY))], ids[:5000])
    lines = evidence.register(workspace)
    assert len(lines) == 10_000 and sum(len(line.uses) for line in lines) == 5000


# ---------------------------------------------------------------- the bin


def test_a_deleted_document_lies_in_the_bin_and_comes_back_under_what_it_proves(workspace, report):
    id_ = add(workspace, report)
    evidence.attach(workspace, [(EntityKind.ITEM, item(workspace, JULY))], [id_])
    evidence.delete_documents(workspace, [id_])
    (entry,) = bin_service.entries(workspace)
    assert (entry.kind, entry.id, entry.title, entry.plan_id) == (EntityKind.DOCUMENT, id_, "BC 312-BC-UBND", None)
    changes = bin_service.restore(workspace, EntityKind.DOCUMENT, id_)
    assert changes.plan_id is None and bin_service.entries(workspace) == []
    assert uses(workspace) == [(DocumentRole.ITEM, JULY, "")]
    history.undo(workspace)
    assert len(bin_service.entries(workspace)) == 1


def test_a_purged_document_leaves_results_and_its_file_is_needed_no_more(workspace, report):
    id_ = add(workspace, report)
    done = {"progress": Progress.DONE, "done_on": date(2025, 7, 30), "evidence": (id_,)}
    recording.record(workspace, [(item(workspace, JULY), None, done)])
    evidence.delete_documents(workspace, [id_])
    bin_service.purge(workspace, EntityKind.DOCUMENT, id_)
    (record,) = workspace.queries.ledger(1).records[item(workspace, JULY)]
    assert record.evidence == () and record.done_on == date(2025, 7, 30)
    assert workspace.queries.named_files() == frozenset() and bin_service.entries(workspace) == []
    operations = history.operations(workspace, HistoryFilter(), 99)
    assert "BC 312" not in str([(line.title, workspace.history.changes(line.id)) for line in operations])


def test_a_result_that_was_put_away_comes_back_unless_another_took_its_place(workspace):
    task = item(workspace, STRICT)
    record = {"progress": Progress.DONE, "done_on": date(2025, 9, 5)}
    recording.record(workspace, [(task, "2025-Q3", record)])
    (first,) = workspace.queries.ledger(1).records[task]
    recording.settle_orphans(workspace, {first.id: None})
    (entry,) = bin_service.entries(workspace)
    assert (entry.kind, entry.plan_id) == (EntityKind.RECORD, 1) and entry.title.startswith(STRICT)
    recording.record(workspace, [(task, "2025-Q3", record)])
    with pytest.raises(InvalidInput, match="đã có kết quả khác"):
        bin_service.restore(workspace, EntityKind.RECORD, first.id)
    history.undo(workspace)
    changes = bin_service.restore(workspace, EntityKind.RECORD, first.id)
    assert changes.plan_id == 1 and [row.id for row in workspace.queries.ledger(1).records[task]] == [first.id]
    assert bin_service.entries(workspace) == []


def test_a_start_lets_files_go_after_its_backup(workspace, report, tmp_path):
    id_ = add(workspace, report)
    (stored,) = (tmp_path / "evidence").rglob("*.pdf")
    evidence.delete_documents(workspace, [id_])
    bin_service.purge(workspace, EntityKind.DOCUMENT, id_)
    old = time.time() - 2 * DAY
    os.utime(stored, (old, old))
    upkeep.after_start(workspace)
    assert not stored.exists()
    assert (tmp_path / "evidence" / "unneeded" / stored.name).exists(), "never removed at once"
