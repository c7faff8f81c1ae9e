from __future__ import annotations

from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from cchc_desktop.domain.opening import PlaceKind
from cchc_desktop.storage import locations
from cchc_desktop.storage.locations import Machine, judge, warnings
from cchc_desktop.storage.mounts import Mount, parse_mounts

OFFERED = Path("/srv/duc/Theo dõi CCHC/cchc.db")
NETWORK, SYNC, REMOVABLE = PlaceKind.NETWORK, PlaceKind.SYNC_FOLDER, PlaceKind.REMOVABLE

DRIVES = {"Z:\\": 4, "E:\\": 2, "C:\\": 3}
DROPBOX = r'{"personal": {"path": "D:\\Hộp của tôi"}, "business": {"path": "D:\\Hộp cơ quan"}}'
ENVIRONMENT = {
    "OneDrive": r"C:\Người dùng\Đức\OneDrive",
    "OneDriveCommercial": r"C:\Người dùng\Đức\UBND xã",
    "APPDATA": r"C:\Người dùng\Đức\AppData\Roaming",
}
WINDOWS = Machine(
    ENVIRONMENT,
    drive_type=lambda root: DRIVES.get(root.upper(), 0),
    read_text=lambda path: DROPBOX if path.endswith("info.json") and "Roaming" in path else None,
)
MOUNTS = (
    Mount("/", "ext4"),
    Mount("/mnt/chung", "cifs"),
    Mount("/mnt/chung/local", "ext4"),
    Mount("/srv/duc/nfs", "nfs4"),
    Mount("/media/duc/USB của Đức", "vfat", is_removable=True),
    Mount("/over", "ext4"),
    Mount("/over", "fuse.sshfs"),
)
LINUX = Machine(
    {"HOME": "/srv/duc"}, MOUNTS, read_text=lambda path: '{"personal": {"path": "/srv/duc/Box of Drops"}}'
)

PLACES = [
    (r"C:\Người dùng\Đức\AppData\Local\Theo dõi CCHC\cchc.db", WINDOWS, []),
    (r"D:\Dữ liệu\cchc.db", WINDOWS, []),
    (r"Z:\cchc.db", WINDOWS, [NETWORK]),
    (r"\\MAYCHU\chung\cchc.db", WINDOWS, [NETWORK]),
    (r"\\?\UNC\MAYCHU\chung\cchc.db", WINDOWS, [NETWORK]),
    (r"\\?\C:\Dữ liệu\cchc.db", WINDOWS, []),
    (r"E:\cchc.db", WINDOWS, [REMOVABLE]),
    (r"C:\Người dùng\Đức\OneDrive\Documents\cchc.db", WINDOWS, [SYNC]),
    (r"c:\users\đức\onedrive\documents\cchc.db", WINDOWS, [SYNC]),
    (r"C:\Người dùng\Đức\UBND xã\cchc.db", WINDOWS, [SYNC]),
    (r"C:\Người dùng\Đức\UBND xã khác\cchc.db", WINDOWS, []),
    (r"D:\Hộp cơ quan\2025\cchc.db", WINDOWS, [SYNC]),
    (r"C:\Người dùng\Đức\OneDrive - UBND tỉnh\cchc.db", Machine(), [SYNC]),
    (r"G:\My Drive\cchc.db", Machine(), [SYNC]),
    (r"G:\Drive của tôi\cchc.db", Machine(), [SYNC]),
    (r"C:\Người dùng\Đức\iCloudDrive\cchc.db", Machine(), [SYNC]),
    (r"C:\Người dùng\Đức\Dropbox.db", Machine(), []),
    (r"Z:\OneDrive\cchc.db", WINDOWS, [NETWORK, SYNC]),
    ("/srv/duc/cchc.db", LINUX, []),
    ("/mnt/chung/cchc.db", LINUX, [NETWORK]),
    ("/mnt/chung/local/cchc.db", LINUX, []),
    ("/mnt/chung2/cchc.db", LINUX, []),
    ("/srv/duc/nfs/a/cchc.db", LINUX, [NETWORK]),
    ("/over/cchc.db", LINUX, [NETWORK]),
    ("/media/duc/USB của Đức/cchc.db", LINUX, [REMOVABLE]),
    ("/srv/duc/Box of Drops/cchc.db", LINUX, [SYNC]),
    ("/srv/duc/Nextcloud/cchc.db", LINUX, [SYNC]),
]


def pure(text: str) -> PurePath:
    return PurePosixPath(text) if text.startswith("/") else PureWindowsPath(text)


@pytest.mark.parametrize(("place", "machine", "kinds"), PLACES, ids=[place for place, *_ in PLACES])
def test_places(place, machine, kinds):
    found = list(warnings(pure(place), machine, OFFERED))
    assert [warning.kind for warning in found] == kinds
    for warning in found:
        assert warning.offered == OFFERED and str(OFFERED) in warning.sentence


def test_a_warning_says_where_and_why():
    (network,) = warnings(PureWindowsPath(r"\\MAYCHU\chung\cchc.db"), WINDOWS, OFFERED)
    (sync,) = warnings(PureWindowsPath(r"D:\Hộp cơ quan\cchc.db"), WINDOWS, OFFERED)
    assert r"ổ mạng (\\MAYCHU\chung" in network.sentence
    assert "đồng bộ của Dropbox" in sync.sentence


@pytest.mark.parametrize(
    "text", [None, "", "{", "[]", '{"personal": 1}', '{"personal": {}}', '{"personal": {"path": 1}}']
)
def test_a_strange_dropbox_file_is_passed_over(text):
    machine = Machine({"HOME": "/srv/duc"}, MOUNTS, read_text=lambda path: text)
    assert list(warnings(PurePosixPath("/srv/duc/cchc.db"), machine, OFFERED)) == []


def test_the_running_machine_is_judged_without_a_fault(tmp_path, monkeypatch):
    monkeypatch.setenv("OneDrive", str(tmp_path / "sync"))
    folder = tmp_path / "sync" / "Documents"
    folder.mkdir(parents=True)
    (tmp_path / "Tài liệu").symlink_to(folder)
    kinds = [warning.kind for warning in judge(tmp_path / "Tài liệu" / "cchc.db")]
    assert SYNC in kinds
    assert judge(tmp_path / "Tài liệu" / "cchc.db")[0].offered.parent == locations.paths.data_dir()


# ---------------------------------------------------------------- the mount table

TABLE = r"""
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
31 22 8:17 / /media/duc/USB\040của\040Đức rw - vfat /dev/sdb1 rw
32 22 0:45 / /mnt/chung rw,relatime shared:9 master:2 - cifs //MAYCHU/chung rw
33 22 0:46 / /short
nonsense
"""


def test_the_mount_table(tmp_path):
    disk = tmp_path / "block" / "sdb"
    (disk / "sdb1").mkdir(parents=True)
    (disk / "removable").write_text("1\n")
    devices = tmp_path / "dev"
    devices.mkdir()
    (devices / "8:17").symlink_to(disk / "sdb1")
    assert parse_mounts(TABLE.splitlines(), devices) == [
        Mount("/", "ext4"),
        Mount("/media/duc/USB của Đức", "vfat", is_removable=True),
        Mount("/mnt/chung", "cifs"),
    ]
