"""The store of evidence: each content once, whole or not at all, never opened itself, let go of late."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import time
import unicodedata
from pathlib import Path

import pytest

from cchc_desktop.domain.errors import Cancelled, CannotWrite, NotFound, RefusedFile
from cchc_desktop.domain.evidence.files import FileState
from cchc_desktop.domain.evidence.register import StoredFile
from cchc_desktop.storage import evidence_store
from cchc_desktop.storage.backups.evidence import evidence_names
from cchc_desktop.storage.evidence_store import EvidenceStore
from tests.faults.forks import IS_POSSIBLE, WHY_NOT, Child
from tests.faults.full_disk import small_disk

DAY = 86400.0
CONTENT = b"%PDF-1.7 minh chung " * 9000


@pytest.fixture
def store(tmp_path) -> EvidenceStore:
    (tmp_path / "data").mkdir()
    return EvidenceStore(tmp_path / "data" / "cchc.db", tmp_path / "copies")


@pytest.fixture
def report(tmp_path) -> Path:
    return written(tmp_path / "BC 312-BC-UBND.pdf")


def written(path: Path, content: bytes = CONTENT) -> Path:
    path.write_bytes(content)
    return path


def path_of(store: EvidenceStore, file: StoredFile) -> Path:
    return store.folder / file.sha256[:2] / f"{file.sha256}.{file.extension}"


def left_behind(store: EvidenceStore) -> list[Path]:
    return [path for path in store.folder.rglob("*") if path.is_file() and path.suffix == ".tmp"]


def test_a_file_is_named_by_its_content(store, report):
    seen: list[tuple[int, int]] = []
    file = store.put(report, lambda done, total: seen.append((done, total)))
    assert file == StoredFile(hashlib.sha256(CONTENT).hexdigest(), "pdf", len(CONTENT))
    assert path_of(store, file).read_bytes() == CONTENT == report.read_bytes()
    assert seen[-1] == (len(CONTENT), len(CONTENT))
    assert evidence_names(store.folder) == [f"{file.sha256[:2]}/{file.sha256}.pdf"], "as backups look for it"


def test_the_same_content_is_stored_once(store, tmp_path, report):
    first = store.put(report)
    again = store.put(written(tmp_path / "Bản sao (2).PDF"))
    assert first == again and len(evidence_names(store.folder)) == 1


NAMES = [
    "x" * 200 + ".pdf", "a. .pdf", "-rf.pdf", "Báo cáo; rm -rf $HOME.pdf", "“lạ” \u202efdp.pdf", "CON.pdf", "nul.pdf",
    unicodedata.normalize("NFD", "Quyết định số 15.pdf"), "%2e%2e%2fx.pdf", "dòng\nmới.pdf",
]  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="Windows has no files of such names")
@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_name_never_reaches_the_store(store, tmp_path, name):
    file = store.put(written(tmp_path / name))
    (stored,) = evidence_names(store.folder)
    assert stored == f"{file.sha256[:2]}/{file.sha256}.pdf"
    copy = store.copy_to_look_at(file, name)
    assert copy.parent.parent == tmp_path / "copies" and copy.suffix == ".pdf"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.exe", b"MZ", "không nhận tệp"),
        ("a.pdf", b"MZ", "không đúng với đuôi"),
        ("a.pdf", b"", "trống"),
    ],
)
def test_what_may_not_come_in_leaves_nothing(store, tmp_path, name, content, words):
    with pytest.raises(RefusedFile, match=words):
        store.put(written(tmp_path / name, content))
    assert not store.folder.exists()


def test_a_folder_or_a_pipe_is_no_file(store, tmp_path):
    folder = tmp_path / "thư mục.pdf"
    folder.mkdir()
    with pytest.raises(RefusedFile, match="không phải là tệp"):
        store.put(folder)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.pdf")
        with pytest.raises(RefusedFile, match="không phải là tệp"):
            store.put(tmp_path / "pipe.pdf")


def test_a_file_that_grows_beyond_the_limit_stops(store, report, monkeypatch):
    monkeypatch.setattr("cchc_desktop.domain.evidence.files.MOST_BYTES", len(CONTENT) - 1)
    monkeypatch.setattr(evidence_store, "_passed_gate", lambda source: "pdf")  # it was small when it was looked at
    with pytest.raises(RefusedFile, match="lớn hơn"):
        store.put(report)
    assert evidence_names(store.folder) == [] and left_behind(store) == []


def test_a_vanished_file_is_told(store, tmp_path):
    with pytest.raises(CannotWrite, match="không tìm thấy"):
        store.put(tmp_path / "không có.pdf")


def test_copying_can_be_stopped(store, report):
    with pytest.raises(Cancelled):
        store.put(report, is_cancelled=lambda: True)
    assert evidence_names(store.folder) == [] and left_behind(store) == []


def test_a_full_disk_leaves_nothing_and_is_told(store, report, monkeypatch):
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotWrite, match=r"ổ đĩa đã đầy.*Tệp gốc còn nguyên"):
        store.put(report)
    monkeypatch.undo()
    assert evidence_names(store.folder) == [] and left_behind(store) == []
    assert store.state(store.put(report)) is FileState.PRESENT


@pytest.mark.skipif(not IS_POSSIBLE, reason=WHY_NOT)
def test_a_really_full_disk_leaves_nothing_and_takes_the_file_once_there_is_room(tmp_path):
    source = written(tmp_path / "lớn.pdf", b"%PDF-" + b"x" * (2 << 20))
    try:
        with small_disk(tmp_path / "disk") as disk:
            ballast = written(disk / "ballast", b"x" * (2 << 20))
            store = EvidenceStore(disk / "cchc.db", tmp_path / "copies")
            with pytest.raises(CannotWrite, match="ổ đĩa đã đầy"):
                store.put(source)
            assert evidence_names(store.folder) == [] and left_behind(store) == []
            ballast.unlink()
            assert store.state(store.put(source)) is FileState.PRESENT
    except OSError as error:
        pytest.skip(f"no disk of its own: {error}")


@pytest.mark.skipif(not IS_POSSIBLE, reason=WHY_NOT)
@pytest.mark.parametrize("after", range(0, 5))
def test_a_kill_leaves_a_whole_file_or_none(store, tmp_path, after):
    source = written(tmp_path / "lớn.pdf", b"%PDF-" + b"x" * (4 << 20))

    def work(send):
        def report(done: int, total: int) -> None:
            if done > after << 20:
                send("here")
                time.sleep(60)

        store.put(source, report)
        send("done")
        time.sleep(60)

    with Child(work) as child:
        child.next(30.0)
    names = evidence_names(store.folder)
    assert all(store.state(StoredFile(Path(name).stem, "pdf", 0)) is FileState.PRESENT for name in names)
    file = store.put(source)
    assert store.state(file) is FileState.PRESENT
    for left in left_behind(store):
        os.utime(left, (0, 0))
    store.put(source)
    assert left_behind(store) == []


def test_missing_and_changed_files_are_noticed(store, tmp_path):
    here, gone, shorter, altered = (
        store.put(written(tmp_path / f"{number}.pdf", CONTENT + bytes([number]))) for number in range(4)
    )
    path_of(store, gone).unlink()
    path_of(store, shorter).write_bytes(b"%PDF")
    path_of(store, altered).write_bytes(CONTENT + b"?")
    quick = store.quick_states([here, gone, shorter, altered])
    assert [quick[file.sha256] for file in (here, gone, shorter)] == ["present", "missing", "changed"]
    assert [store.state(file) for file in (here, gone, shorter, altered)] == [
        "present", "missing", "changed", "changed",
    ]  # fmt: skip


def test_ten_thousand_files_are_looked_at(store):
    store.folder.mkdir()
    files = [StoredFile(hashlib.sha256(str(number).encode()).hexdigest(), "pdf", 1) for number in range(10_000)]
    for file in files:
        path_of(store, file).parent.mkdir(exist_ok=True)
        path_of(store, file).write_bytes(b"x")
    states = store.quick_states(files)
    assert set(states.values()) == {FileState.PRESENT} and len(states) == 10_000


def test_a_damaged_file_is_whole_again_when_it_comes_in_again(store, report):
    file = store.put(report)
    path_of(store, file).write_bytes(b"%PDF-?")
    assert store.put(report) == file and store.state(file) is FileState.PRESENT


def test_a_lost_file_is_found_again_and_another_one_is_not_taken_for_it(store, tmp_path, report):
    file = store.put(report)
    path_of(store, file).unlink()
    with pytest.raises(RefusedFile, match="khác với tệp đã lưu"):
        store.find_again(file, written(tmp_path / "khác.pdf", b"%PDF-other"))
    store.find_again(file, report)
    assert store.state(file) is FileState.PRESENT


def test_a_copy_is_looked_at_and_never_the_file(store, report):
    file = store.put(report)
    copy = store.copy_to_look_at(file, "BC 312/BC-UBND, 08/09/2025")
    assert copy.name == "BC 312-BC-UBND, 08-09-2025.pdf" and copy.read_bytes() == CONTENT
    assert not stat.S_IMODE(copy.stat().st_mode) & 0o222
    assert store.folder not in copy.parents


def test_a_lost_or_changed_file_is_not_opened(store, report):
    file = store.put(report)
    path_of(store, file).write_bytes(CONTENT[:-1] + b"?")
    with pytest.raises(RefusedFile, match="đã thay đổi"):
        store.copy_to_look_at(file, "x")
    path_of(store, file).unlink()
    with pytest.raises(NotFound, match="Không còn tệp"):
        store.copy_to_look_at(file, "x")
    with pytest.raises(RefusedFile):
        store.copy_to_look_at(StoredFile(file.sha256, "exe", 1), "x")


def test_old_copies_go(store, report):
    file = store.put(report)
    old = store.copy_to_look_at(file, "cũ")
    os.utime(old.parent, (0, 0))
    store.copy_to_look_at(file, "mới")
    assert not old.exists()


def test_what_nothing_names_goes_late_and_can_come_back(store, tmp_path):
    kept, unneeded = (store.put(written(tmp_path / name, b"%PDF-" + name.encode())) for name in ("a.pdf", "b.pdf"))
    now = time.time()
    store.let_go({kept.sha256}, now + DAY / 2)
    assert len(evidence_names(store.folder)) == 2, "its row may be on the way"
    assert store.let_go({kept.sha256}, now + 2 * DAY) == 0
    assert [Path(name).stem for name in evidence_names(store.folder)] == [kept.sha256]
    assert store.quick_states([unneeded]) == {unneeded.sha256: FileState.PRESENT}, "brought back where it is named"
    store.let_go({kept.sha256}, now + 4 * DAY)
    assert store.let_go({kept.sha256}, now + 33 * DAY) == 0
    assert store.let_go({kept.sha256}, now + 36 * DAY) == 1
    assert store.state(unneeded) is FileState.MISSING and store.state(kept) is FileState.PRESENT


def test_nothing_goes_beside_another_database(store, tmp_path, report):
    file = store.put(report)
    written(tmp_path / "data" / "khác.db", b"SQLite format 3\0" + b"x" * 90)
    store.let_go(frozenset(), time.time() + 5 * DAY)
    assert store.state(file) is FileState.PRESENT and len(evidence_names(store.folder)) == 1
