"""Every scenario of the harness with CI's small counts; `python -m tests.faults --full` runs the same at length."""

from __future__ import annotations

import pytest

from tests.faults import (
    backup_year,
    damage,
    failing_writes,
    forks,
    full_disk,
    hostile,
    killed_export,
    killed_migration,
    two_instances,
)

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not forks.IS_POSSIBLE, reason=forks.WHY_NOT)]


def run(module, folder):
    report = module.run(module.SMALL, folder, seed=1)
    if report.skipped:
        pytest.skip(report.skipped)
    return report


def test_every_failing_write_is_handled(tmp_path):
    report = run(failing_writes, tmp_path)
    assert report.broken == ()
    assert report.figures["failures hit"] == report.tried > 80


def test_a_full_disk_is_handled(tmp_path):
    report = run(full_disk, tmp_path)
    assert report.broken == ()
    assert report.figures["file size: refused at work"] > 0


def test_no_damage_crashes_or_goes_unnoticed(tmp_path):
    report = run(damage, tmp_path)
    assert report.broken == ()
    assert report.figures["% noticed in all"] >= damage.LEAST_NOTICED


def test_a_killed_migration_leaves_the_old_version_or_the_new_one(tmp_path):
    report = run(killed_migration, tmp_path)
    assert report.broken == ()
    assert report.figures["kills"] == report.tried > 0


def test_hostile_databases_are_refused_or_harmless(tmp_path):
    report = run(hostile, tmp_path)
    assert report.broken == ()
    assert report.tried >= 40


def test_there_is_one_owner_at_a_time(tmp_path):
    report = run(two_instances, tmp_path)
    assert report.broken == ()
    assert report.figures["owners killed"] > 0


def test_no_day_is_without_a_good_backup(tmp_path):
    report = run(backup_year, tmp_path)
    assert report.broken == ()
    assert report.figures["backups made"] > 0


def test_a_killed_export_leaves_the_old_file_or_the_new_one(tmp_path):
    report = run(killed_export, tmp_path)
    assert report.broken == ()
    assert report.figures["old file whole"] > 0
