"""The reading child: limits, cancelling, answers of any shape; hostile files within time and memory;
mutations.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cchc_desktop.documents import child, raw_json
from cchc_desktop.documents.child import GIGABYTE, child_command, main, read_here, read_in_child, run_child
from cchc_desktop.documents.raw import RawDocument, RawTable
from cchc_desktop.domain.errors import Cancelled, RefusedFile
from tests.documents import hostile
from tests.documents.office_files import Parts, sheet_xml, small_docx, small_xlsx, text_cell, write_zip, xlsx_parts

MUTATIONS = int(os.environ.get("CCHC_FUZZ", "60"))
"""Mutated files per format; the full run uses CCHC_FUZZ=1000 or more."""


def ignore(done: int, total: int) -> None:
    pass


def go_on() -> bool:
    return False


def run_code(code: str, *, is_cancelled=go_on, progress=ignore, timeout: float = 20.0) -> RawDocument:
    """Run a child that executes this code in place of reading a file."""
    command = [sys.executable, "-c", code]
    return run_child(command, progress, is_cancelled, timeout=timeout, memory=GIGABYTE)


@pytest.mark.parametrize("parts", [small_xlsx(), small_docx()])
def test_child_reads_what_the_reader_reads(tmp_path: Path, parts: Parts):
    path = write_zip(tmp_path / "Kế hoạch năm 2025.bin", parts)
    calls: list[tuple[int, int]] = []
    assert read_in_child(path, lambda *call: calls.append(call), go_on) == read_here(path)
    assert calls[-1][0] == calls[-1][1] > 0


def test_refusal_travels_with_its_message(tmp_path: Path):
    with pytest.raises(RefusedFile, match="Không tìm thấy tệp “không có"):
        read_in_child(tmp_path / "không có.xlsx", ignore, go_on)


def test_file_can_be_removed_and_replaced_afterwards(tmp_path: Path):
    path = write_zip(tmp_path / "a.xlsx", small_xlsx())
    read_in_child(path, ignore, go_on)
    path.rename(tmp_path / "b.xlsx")
    assert not path.exists()


def test_relative_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    write_zip(tmp_path / "a.xlsx", small_xlsx())
    monkeypatch.chdir(tmp_path)
    assert read_in_child(Path("a.xlsx"), ignore, go_on).blocks


def test_modules_in_the_current_folder_are_not_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = write_zip(tmp_path / "a.xlsx", small_xlsx())
    (tmp_path / "json.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    assert read_in_child(path, ignore, go_on).blocks


def test_frozen_build_enters_its_own_executable(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child_command(tmp_path / "a.xlsx") == [sys.executable, "--read-raw", str(tmp_path / "a.xlsx")]


def test_child_process_loads_neither_window_nor_database():
    code = (
        "import sys, cchc_desktop.documents.child, cchc_desktop.documents.readers.xlsx,"
        "cchc_desktop.documents.readers.docx;"
        "heavy = {'PySide6', 'sqlalchemy', 'openpyxl', 'docx', 'multiprocessing', 'socket'};"
        "print(sorted(heavy & sys.modules.keys()))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_cancel_ends_the_child_soon():
    started = time.monotonic()
    with pytest.raises(Cancelled):
        run_code("import time; time.sleep(60)", is_cancelled=lambda: time.monotonic() > started + 0.3)
    assert time.monotonic() - started < 3


def test_timeout_ends_the_child():
    started = time.monotonic()
    with pytest.raises(RefusedFile, match="quá lâu"):
        run_code("while True: pass", timeout=0.5)
    assert time.monotonic() - started < 3


@pytest.mark.parametrize(
    "code",
    [
        "import os; os.abort()",
        "raise SystemExit(3)",
        "print('D {}')",
        "print('D ' + '[' * 100_000)",
        "print('R {}')",
        "print('P a b')",
        "print('lời không hiểu')",
        "import sys; sys.stdout.buffer.write(b'D \\xff\\n')",
    ],
)
def test_child_that_dies_or_talks_nonsense_is_a_refusal(code: str):
    with pytest.raises(RefusedFile, match="Không đọc được tệp"):
        run_code(code)


def test_child_that_prints_without_end_does_not_fill_our_memory(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(child, "MAX_ANSWER", 1024 * 1024)
    with pytest.raises(RefusedFile, match="Không đọc được tệp"):
        run_code("import sys\nwhile True: sys.stdout.write('x' * 65536)")


def test_noise_on_stderr_does_not_block():
    document = raw_json.dump(RawDocument(("xong",))).decode()
    code = f"import sys\nfor _ in range(200): sys.stderr.write('x' * 65536)\nprint('P 1 2')\nprint('D ' + {document!r})"
    calls: list[tuple[int, int]] = []
    assert run_code(code, progress=lambda *call: calls.append(call)).blocks == ("xong",)
    assert calls == [(1, 2)]


@pytest.mark.skipif(sys.platform == "win32", reason="rlimits are of POSIX")
def test_memory_limit_holds(tmp_path: Path):
    code = (
        "import sys\nfrom cchc_desktop.documents import child\n"
        "child.read_here = lambda path, progress: bytearray(2 * 1024 ** 3)\n"
        "sys.exit(child.main(['--read-raw', 'x']))"
    )
    with pytest.raises(RefusedFile, match="quá nhiều bộ nhớ"):
        run_code(code)


def test_unexpected_error_in_the_child_is_a_refusal():
    code = (
        "import sys\nfrom cchc_desktop.documents import child\n"
        "child.read_here = lambda path, progress: 1 / 0\n"
        "sys.exit(child.main(['--read-raw', 'x']))"
    )
    with pytest.raises(RefusedFile, match="bị hỏng"):
        run_code(code)


def test_prints_of_libraries_do_not_reach_the_answer(tmp_path: Path):
    path = write_zip(tmp_path / "a.xlsx", small_xlsx())
    code = (
        "import sys, os\nfrom cchc_desktop.documents import child\nread = child.read_here\n"
        "def noisy(path, progress):\n    os.write(1, b'R {}\\n')\n    return read(path, progress)\n"
        f"child.read_here = noisy\nsys.exit(child.main(['--read-raw', {str(path)!r}]))"
    )
    assert run_code(code) == read_here(path)


def test_main_is_the_entry_of_the_child():
    assert callable(main)
    assert child_command(Path("a.xlsx"))[-2] == child.FLAG


# ---------------------------------------------------------------- hostile files within their limits

if sys.platform != "win32":
    _MEASURE = """
import resource, sys, time
from pathlib import Path
from cchc_desktop.documents.child import read_in_child
from cchc_desktop.domain.errors import RefusedFile
started = time.monotonic()
try:
    read_in_child(Path(sys.argv[1]), lambda done, total: None, lambda: False)
    message = "accepted"
except RefusedFile as error:
    message = error.message
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
print(f"{time.monotonic() - started:.1f}|{peak}|{message}")
"""

    def measure(path: Path) -> tuple[float, int, str]:
        """Return seconds, peak megabytes of the reading child, and the refusal or 'accepted'."""
        command = [sys.executable, "-X", "utf8", "-c", _MEASURE, str(path)]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
        seconds, peak, message = done.stdout.strip().split("|")
        return float(seconds), int(peak), message

    @pytest.mark.parametrize("case", sorted(hostile.REFUSED))
    def test_hostile_file_is_refused_within_time_and_memory(tmp_path: Path, case: str):
        make, words = hostile.REFUSED[case]
        seconds, peak, message = measure(make(tmp_path))
        assert words in message
        assert seconds < 30
        assert peak < 1024

    @pytest.mark.parametrize("reference", ["XFD1048576", "XFD1", "A1048576"])
    def test_stray_cell_costs_nothing(tmp_path: Path, reference: str):
        row = reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        rows = f'<row r="1">{text_cell("A1", "x")}</row><row r="{row}">{text_cell(reference, "lạc")}</row>'
        seconds, peak, message = measure(write_zip(tmp_path / "a.xlsx", xlsx_parts(sheet_xml(rows))))
        assert (message, seconds < 5, peak < 200) == ("accepted", True, True)


# ---------------------------------------------------------------- mutations


def mutate(data: bytes, chance: random.Random) -> bytes:
    """Return the bytes with some flipped, cut out, doubled, or the end missing."""
    changed = bytearray(data)
    kind = chance.randrange(4)
    start = chance.randrange(len(changed))
    if kind == 0:
        for _ in range(chance.randint(1, 20)):
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    elif kind == 1:
        del changed[start:]
    elif kind == 2:
        del changed[start : start + chance.randint(1, 50)]
    else:
        changed[start:start] = changed[start : start + chance.randint(1, 50)]
    return bytes(changed)


def mutate_part(parts: Parts, chance: random.Random) -> Parts:
    """Return the parts with one of them damaged below the zip, where checksums do not see it."""
    name = chance.choice(sorted(parts))
    return parts | {name: mutate(parts[name], chance)}


def check_mutant(path: Path) -> None:
    """Read a mutant: a document or a refusal, nothing else."""
    try:
        document = read_here(path)
    except RefusedFile as refusal:
        assert refusal.message
    else:
        assert all(isinstance(block, str | RawTable) for block in document.blocks)


@pytest.mark.parametrize("maker", [small_xlsx, small_docx])
@pytest.mark.parametrize("seed", range(4))
def test_mutants_are_read_or_refused(tmp_path: Path, maker, seed: int):
    chance = random.Random(seed)
    honest = write_zip(tmp_path / "honest", maker()).read_bytes()
    mutant = tmp_path / "mutant"
    for _ in range(MUTATIONS // 4):
        mutant.write_bytes(mutate(honest, chance))
        check_mutant(mutant)
        check_mutant(write_zip(mutant, mutate_part(maker(), chance)))


@pytest.mark.parametrize("maker", [small_xlsx, small_docx])
def test_mutants_through_the_child(tmp_path: Path, maker):
    chance = random.Random(7)
    for number in range(4):
        path = write_zip(tmp_path / f"{number}.bin", mutate_part(maker(), chance))
        try:
            assert read_in_child(path, ignore, go_on) == read_here(path)
        except RefusedFile as refusal:
            with pytest.raises(RefusedFile, match=refusal.message[:20]):
                read_here(path)
