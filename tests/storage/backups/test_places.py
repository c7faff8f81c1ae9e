"""Disks: whether two places are on one, and which removable ones the kernel lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc_desktop.storage.backups import places
from cchc_desktop.storage.backups.places import are_on_one_volume, linux_media, volume_of

MOUNTS = r"""
24 1 8:1 / / rw - ext4 /dev/sda1 rw
40 24 8:17 / /media/đức/USB\040CỦA\040TÔI rw - vfat /dev/sdb1 rw
41 24 8:33 / /run/media/duc/KINGSTON rw - exfat /dev/sdc1 rw
42 24 8:49 / /mnt/archive rw - ext4 /dev/sdd1 rw
43 24 0:50 / /media/share rw - cifs //server/share rw
44 24 8:65 / /srv/stick rw - vfat /dev/sde1 rw
half a line
"""


@pytest.fixture
def devices(tmp_path: Path) -> Path:
    """Disks as sysfs shows them: sdb is removable, sdc hangs on USB, sdd is fixed, sde is removable elsewhere."""
    dev = tmp_path / "dev"
    dev.mkdir()
    for number, disk, flag in [("8:17", "ata/sdb", 1), ("8:33", "usb2/sdc", 0), ("8:49", "ata/sdd", 0),
                               ("8:65", "ata/sde", 1)]:  # fmt: skip
        partition = tmp_path / "devices" / disk / (Path(disk).name + "1")
        partition.mkdir(parents=True)
        (partition.parent / "removable").write_text(f"{flag}\n")
        (dev / number).symlink_to(partition)
    return dev


def test_linux_media_are_removable_or_on_usb(tmp_path, devices):
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTS, encoding="utf-8")
    assert list(linux_media(mounts, devices)) == [
        (Path("/media/đức/USB CỦA TÔI"), "USB CỦA TÔI"),
        (Path("/run/media/duc/KINGSTON"), "KINGSTON"),
    ]


def test_without_proc_there_are_none(tmp_path):
    assert list(linux_media(tmp_path / "none", tmp_path)) == []


def test_removable_places_answers_here():
    assert all(place.free >= 0 for place in places.removable_places())


def test_a_missing_place_is_on_its_parents_volume(tmp_path):
    assert volume_of(tmp_path / "a" / "b") == tmp_path.stat().st_dev
    assert are_on_one_volume(tmp_path, tmp_path / "a" / "b")


def test_two_volumes_differ(monkeypatch):
    monkeypatch.setattr(places, "volume_of", {Path("a"): 1, Path("b"): 2, Path("c"): None}.get)
    assert not are_on_one_volume(Path("a"), Path("b"))
    assert are_on_one_volume(Path("a"), Path("c"))
