from __future__ import annotations

import json
import os
import platform
import select
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from cchc_desktop.domain.errors import CannotWrite, DatabaseInUse
from cchc_desktop.domain.opening import Holder
from cchc_desktop.storage import owner as module
from cchc_desktop.storage.owner import Owner, OwnerFile, owner_path, read_owner
from cchc_desktop.storage.processes import is_running, process_start

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2025, 7, 1, 1, 15, tzinfo=UTC)

_HOLDER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from cchc_desktop.domain.opening import Holder
from cchc_desktop.storage import owner as module
from cchc_desktop.storage.owner import OwnerFile
held = OwnerFile.acquire(Path(sys.argv[1]), datetime.now(UTC))
print("held", flush=True)
sys.stdin.read()
held.release()
"""


@pytest.fixture
def database(tmp_path) -> Path:
    return tmp_path / "Dữ liệu.db"


def ended_pid() -> int:
    """Return the pid of a process that has just ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def leave(database: Path, owner: Owner) -> None:
    owner_path(database).write_text(json.dumps(asdict(owner)), encoding="utf-8")


def test_held_and_released(database):
    held = OwnerFile.acquire(database, NOW)
    assert (read_owner(database).pid, held.was_left) == (os.getpid(), False)
    held.release()
    held.release()
    assert read_owner(database) is None and not owner_path(database).exists()


def test_the_message_names_the_holder(database):
    owner = replace(Owner.this_process(NOW), user="Đức")
    leave(database, owner)
    with pytest.raises(DatabaseInUse, match=r"đang được mở bởi Đức trên máy .+ \(từ 08:15 ngày 01/07/2025\)") as caught:
        OwnerFile.acquire(database, NOW)
    assert caught.value.holder == Holder("Đức", owner.host, os.getpid(), NOW, is_here=True)


def test_two_programs(database):
    command = [sys.executable, "-c", _HOLDER, str(database)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as other:
        assert other.stdout.readline() == "held\n"
        with pytest.raises(DatabaseInUse):
            OwnerFile.acquire(database, NOW)
        other.stdin.close()
    OwnerFile.acquire(database, NOW).release()


def test_a_killed_program_is_taken_over(database):
    command = [sys.executable, "-c", _HOLDER, str(database)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as other:
        assert other.stdout.readline() == "held\n"
        other.kill()
    assert read_owner(database) is None
    held = OwnerFile.acquire(database, NOW)
    assert (read_owner(database).pid, held.was_left) == (os.getpid(), True)
    held.release()


def test_only_one_of_many_takes_over(database):
    leave(database, replace(Owner.this_process(NOW), pid=ended_pid()))
    command = [sys.executable, "-c", _HOLDER, str(database)]
    others = [
        subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT
        )
        for _ in range(4)
    ]
    answers = [other.stdout.readline() for other in others]
    for other in others:
        other.communicate()
    assert sorted(answers) == ["", "", "", "held\n"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked, so that many are quick")
def test_never_two_owners_whatever_was_left(database):
    """Forty times four programs find what a killed one left, and may stand still at the worst moment."""
    random = Random(7)
    leave(database, replace(Owner.this_process(NOW), pid=ended_pid()))
    for number in range(40):
        owners = race(database, [random.random() * 0.003 for _ in range(4)], kills=number % 3 != 2)
        assert owners == 1, f"round {number}"
    if owner_path(database).exists():
        OwnerFile.acquire(database, NOW).release()
    assert visible(database.parent) == set()


def race(database: Path, pauses: list[float], *, kills: bool) -> int:
    """Let programs try to own a database at once; return how many did. The owner just ends where it `kills`."""
    start, hold, told = os.pipe(), os.pipe(), os.pipe()
    children = [fork(lambda pause=pause: compete(database, pause, kills, start, hold, told)) for pause in pauses]
    for read in (start[0], hold[0], told[1]):
        os.close(read)
    os.close(start[1])
    answers = b""
    while len(answers) < len(pauses) and (answer := os.read(told[0], len(pauses))):
        answers += answer
    os.close(hold[1])
    for child in children:
        os.waitpid(child, 0)
    os.close(told[0])
    assert set(answers) <= set(b"01"), answers
    return answers.count(b"1")


def fork(work: Callable[[], object]) -> int:
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    return child


def compete(
    database: Path, pause: float, kills: bool, start: tuple[int, int], hold: tuple[int, int], told: tuple[int, int]
) -> None:
    original = module._remove_stale

    def late(path: Path) -> None:
        select.select([], [], [], pause)
        original(path)

    module._remove_stale = late
    os.close(start[1])
    os.close(hold[1])
    os.read(start[0], 1)
    try:
        held = OwnerFile.acquire(database, datetime.now(UTC))
    except DatabaseInUse as error:
        os.write(told[1], b"0" if error.holder is not None else b"x")
        return
    os.write(told[1], b"1")
    os.read(hold[0], 1)
    if not kills:
        held.release()


def test_a_killed_program_in_the_middle_of_taking_over_blocks_nobody(database):
    """The lock of a program ends with it, and its side file is cleared away by who comes next."""
    leave(database, replace(Owner.this_process(NOW), pid=ended_pid()))

    def die(_path: Path) -> None:
        os._exit(9)

    def work() -> None:
        module._remove_stale = die
        OwnerFile.acquire(database, NOW)

    os.waitpid(fork(work), 0)
    OwnerFile.acquire(database, NOW).release()
    assert visible(database.parent) == set()


def visible(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()} - {"cchc-home"}


def test_a_disk_without_links_has_owners_too(database, monkeypatch):
    def refuse(*_names: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("cchc_desktop.storage.claims.os.link", refuse)
    held = OwnerFile.acquire(database, NOW)
    assert read_owner(database).pid == os.getpid()
    with pytest.raises(DatabaseInUse):
        OwnerFile.acquire(database, NOW)
    held.release()
    assert visible(database.parent) == set()


@pytest.mark.skipif(process_start(os.getpid()) is None, reason="the system does not tell when a process started")
def test_a_pid_used_again_by_another_program_is_stale(database):
    leave(database, replace(Owner.this_process(NOW), process="another start"))
    held = OwnerFile.acquire(database, NOW)
    held.release()
    assert not owner_path(database).exists()


ELSEWHERE = {
    "another name": {"host": "MAY-KHAC", "machine": "x"},
    "another machine of the same name": {"machine": "x"},
    "another name, from a version that knew no machines": {"host": "MAY-KHAC", "machine": None},
}


@pytest.mark.parametrize("values", ELSEWHERE.values(), ids=ELSEWHERE)
def test_an_owner_on_another_machine_is_taken_at_its_word(database, monkeypatch, values):
    monkeypatch.setattr(module, "machine_id", lambda: "this")
    leave(database, replace(Owner.this_process(NOW), pid=ended_pid(), **values))
    with pytest.raises(DatabaseInUse, match=r"hãy xóa tệp Dữ liệu\.db\.lock") as caught:
        OwnerFile.acquire(database, NOW)
    assert caught.value.holder.is_here is False
    assert "đổi tên" not in caught.value.message


def test_a_machine_that_was_renamed_is_told_what_to_do(database, monkeypatch):
    left = Owner.this_process(NOW)
    monkeypatch.setattr(module, "machine_id", lambda: "this")
    leave(database, replace(left, pid=ended_pid(), machine="this"))
    monkeypatch.setattr(platform, "node", lambda: "TEN-MOI")
    with pytest.raises(DatabaseInUse, match=r"đổi tên thành TEN-MOI.+hãy xóa tệp Dữ liệu\.db\.lock"):
        OwnerFile.acquire(database, NOW)


def test_an_owner_file_of_an_older_version_is_understood(database):
    words = asdict(replace(Owner.this_process(NOW), pid=ended_pid()))
    del words["machine"]
    owner_path(database).write_text(json.dumps(words), encoding="utf-8")
    OwnerFile.acquire(database, NOW).release()
    assert not owner_path(database).exists()


def owner_words(**values: object) -> str:
    return json.dumps({**asdict(Owner.this_process(NOW)), **values})


UNREADABLE = ["", "{", "[1]", "[" * 9000, '{"pid": 1}', "\0" * 300]
STRANGE = [{"pid": "1"}, {"pid": 0}, {"pid": -1}, {"pid": 10**30}, {"pid": True}, {"started": "mai"}, {"more": 1}]


@pytest.mark.parametrize("words", UNREADABLE + [owner_words(**values) for values in STRANGE])
def test_an_unreadable_owner_file_is_waited_for_then_taken_over(database, words):
    path = owner_path(database)
    path.write_text(words, encoding="utf-8")
    waits: list[float] = []

    def sleep(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 3:
            os.utime(path, (1, 1))

    held = OwnerFile.acquire(database, NOW, sleep)
    assert (len(waits), held.was_left) == (3, True)
    held.release()


def test_an_owner_file_that_may_not_be_read_is_somebodys(database, monkeypatch):
    path = owner_path(database)
    path.write_text(owner_words(), encoding="utf-8")
    os.utime(path, (1, 1))

    def refuse(_: Path) -> None:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(module, "_read", refuse)
    with pytest.raises(DatabaseInUse, match=r"không đọc được tệp Dữ liệu\.db\.lock") as caught:
        OwnerFile.acquire(database, NOW, lambda _: None)
    assert caught.value.holder is None and path.exists()


def test_a_folder_in_its_place_is_told(database):
    owner_path(database).mkdir()
    with pytest.raises(CannotWrite, match=r"thư mục tên Dữ liệu\.db\.lock"):
        OwnerFile.acquire(database, NOW)
    assert [entry.name for entry in database.parent.iterdir()] == [owner_path(database).name]


def test_a_folder_that_went_away_is_no_reason_not_to_close(database, tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    held = OwnerFile.acquire(folder / database.name, NOW)
    folder.rename(tmp_path / "pulled")
    folder.touch()
    held.release()
    assert owner_path(tmp_path / "pulled" / database.name).exists()


def test_a_file_that_is_no_longer_ours_is_left(database):
    held = OwnerFile.acquire(database, NOW)
    leave(database, Owner.this_process(NOW))
    held.release()
    assert owner_path(database).exists()


def test_all_names_of_a_file_have_one_owner_file(database):
    database.touch()
    link = database.with_name("link.db")
    link.symlink_to(database)
    assert owner_path(link) == owner_path(database)


def test_a_bad_folder_is_told(tmp_path):
    with pytest.raises(CannotWrite):
        OwnerFile.acquire(tmp_path / "none" / "cchc.db", NOW)


def test_running_processes():
    pid = ended_pid()
    assert (is_running(os.getpid()), is_running(pid), process_start(pid)) == (True, False, None)
    assert process_start(os.getpid()) == process_start(os.getpid()) != process_start(1)
