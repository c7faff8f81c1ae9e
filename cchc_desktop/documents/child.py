"""Reads a foreign file in a process of its own: our executable entered again, pipes only, bounded time and
memory.

The child writes lines to its standard output: 'P done total' for progress, then one of 'D <raw document, form, or
changed parts of a form, as JSON>' or 'R <refusal as JSON>'. It begins when the parent has sent its limits, one JSON
line, to its standard input, and behind them the cells to fill; by then the parent's own limits hold.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, TypeVar

from cchc_desktop.documents import child_limits, raw_json
from cchc_desktop.documents.gate import FileType, check_file
from cchc_desktop.documents.ooxml import DAMAGED
from cchc_desktop.documents.raw import RawDocument
from cchc_desktop.domain.errors import Cancelled, RefusedFile

if TYPE_CHECKING:  # the child starts faster without the rest of the domain
    from cchc_desktop.domain.forms.cells import FormReading
    from cchc_desktop.domain.forms.writing import FilledCell
    from cchc_desktop.domain.ports import CancelCheck, ProgressCallback

Answer = TypeVar("Answer")

FLAG = "--read-raw"
FORM = "--form"
"""Stands before the file's name where the cells of a superior's form are asked for."""
FILL = "--fill"
"""Stands before the file's name of a form whose parts are asked for with cells filled."""
GIGABYTE = 1024**3
MAX_ANSWER = 64 * 1024 * 1024
_POLL_SECONDS = 0.1
_REPORTS_PER_SECOND = 20
_PIPE_CHUNK = 64 * 1024
_KEPT_VARIABLES = ("SYSTEMROOT", "WINDIR", "TEMP", "TMP", "TMPDIR", "PATH", "LANG", "LC_ALL")
_TOO_SLOW = (
    "Đọc tệp quá lâu nên đã dừng lại. Tệp quá lớn hoặc có cấu trúc không bình thường. "
    "Hãy chép riêng bảng cần dùng sang một tệp mới rồi thử lại."
)
_TOO_BIG = "Tệp cần quá nhiều bộ nhớ nên không đọc được. Hãy chép riêng bảng cần dùng sang một tệp mới rồi thử lại."
_DIED = "Không đọc được tệp: tệp bị hỏng hoặc có cấu trúc không bình thường. Hãy mở bằng Word hoặc Excel và lưu lại."


def read_in_child(
    path: Path,
    progress: ProgressCallback,
    is_cancelled: CancelCheck,
    *,
    timeout: float = 30.0,
    memory: int = GIGABYTE,
) -> RawDocument:
    """Return what the file holds; `timeout` in seconds, `memory` in bytes of the child.

    Raises `RefusedFile` for a file that cannot be read within the limits and `Cancelled` when the user stops.
    The child has ended and its pipes are closed when this returns.
    """
    return run_child(child_command(path), progress, is_cancelled, timeout=timeout, memory=memory)


def read_form_in_child(
    path: Path,
    progress: ProgressCallback,
    is_cancelled: CancelCheck,
    *,
    timeout: float = 30.0,
    memory: int = GIGABYTE,
) -> FormReading:
    """Return the cells of a superior's form; limits and errors as `read_in_child`."""
    from cchc_desktop.documents.forms.reading_json import load

    command = child_command(path, FORM)
    return _run(command, load, progress, is_cancelled, timeout=timeout, memory=memory)


def fill_in_child(
    path: Path,
    cells: Sequence[FilledCell],
    is_cancelled: CancelCheck,
    *,
    timeout: float = 30.0,
    memory: int = GIGABYTE,
) -> dict[str, bytes]:
    """Return the parts of a superior's form that change when cells are filled; limits and errors as above."""
    from cchc_desktop.documents.forms.filling_json import dump_cells, load_parts

    command, told = child_command(path, FILL), dump_cells(cells)
    return _run(command, load_parts, lambda *_: None, is_cancelled, timeout=timeout, memory=memory, told=told)


def child_command(path: Path, *how: str) -> list[str]:
    """Return the command that enters this program again to read one file."""
    target = os.path.abspath(path)  # noqa: PTH100 - resolve() would follow links and can fail on missing files
    if getattr(sys, "frozen", False):
        return [sys.executable, FLAG, *how, target]
    return [sys.executable, "-P", "-m", "cchc_desktop.documents.child", FLAG, *how, target]


def run_child(
    command: Sequence[str],
    progress: ProgressCallback,
    is_cancelled: CancelCheck,
    *,
    timeout: float,
    memory: int,
) -> RawDocument:
    """Start the command and wait for its answer; see `read_in_child`."""
    return _run(command, raw_json.load, progress, is_cancelled, timeout=timeout, memory=memory)


def _run(
    command: Sequence[str],
    load: Callable[[bytes], Answer],
    progress: ProgressCallback,
    is_cancelled: CancelCheck,
    *,
    timeout: float,
    memory: int,
    told: bytes = b"",
) -> Answer:
    process = _start(command)
    answer = _AnswerReader(process)
    release = None
    try:
        release = child_limits.limit_child(process, memory)
        _send(process, json.dumps({"memory": memory, "seconds": int(timeout) + 1}).encode())
        if told:
            _send(process, told)
        return _await_answer(answer, load, progress, is_cancelled, time.monotonic() + timeout)
    finally:
        child_limits.kill_tree(process)
        process.wait()
        answer.close()
        if release is not None:
            release()


def main(argv: Sequence[str]) -> int:
    """Be the child: read the file named after `--read-raw`, write the answer to standard output."""
    output = _claim_output()
    limits = json.loads(_read_line(0) or b"{}")
    child_limits.limit_myself(int(limits.get("memory", GIGABYTE)), int(limits.get("seconds", 30)))
    try:
        _write(output, b"D " + _read(argv, _ProgressLines(output)))
    except RefusedFile as error:
        _refuse(output, error.message, "")
    except MemoryError:
        _refuse(output, _TOO_BIG, "MemoryError")
    except Exception as error:  # the parent must hear of anything that a hostile file can provoke
        _refuse(output, DAMAGED, type(error).__name__)
    return 0


def _read(argv: Sequence[str], progress: ProgressCallback) -> bytes:
    """Return what was asked for as JSON."""
    path, how = Path(argv[-1]), argv[:-1]
    if FILL in how:
        from cchc_desktop.documents.forms.filler import changed_parts
        from cchc_desktop.documents.forms.filling_json import dump_parts, load_cells

        with os.fdopen(0, "rb") as told:
            return dump_parts(changed_parts(path, load_cells(told.readline())))
    if FORM not in how:
        return raw_json.dump(read_here(path, progress))
    from cchc_desktop.documents.forms.reader import read_form
    from cchc_desktop.documents.forms.reading_json import dump

    return dump(read_form(path))


def read_here(path: Path, progress: ProgressCallback = lambda done, total: None) -> RawDocument:
    """Check and read the file in this process, without limits on time and memory; for the child and for
    tests.
    """
    if check_file(path) is FileType.XLSX:
        from cchc_desktop.documents.readers.xlsx import read_xlsx

        return read_xlsx(path, progress)
    from cchc_desktop.documents.readers.docx import read_docx

    return read_docx(path, progress)


def _start(command: Sequence[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_child_environment(),
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _child_environment() -> dict[str, str]:
    """Return what an interpreter needs to start, and the way to this package; nothing else of the user's."""
    kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    root = str(Path(__file__).resolve().parents[2])
    return kept | {"PYTHONUTF8": "1", "PYTHONPATH": root, "PYTHONDONTWRITEBYTECODE": "1"}


def _send(process: subprocess.Popen[bytes], line: bytes) -> None:
    """Send the child a line, which it reads before it says anything."""
    assert process.stdin is not None
    try:
        process.stdin.write(line + b"\n")
        process.stdin.flush()
    except OSError:  # the child has died already; the missing answer says so
        return


class _AnswerReader:
    """Collects the child's lines on a thread of its own, never more than `MAX_ANSWER` bytes in all."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdout is not None
        assert process.stdin is not None
        self._pipes: tuple[IO[bytes], ...] = (process.stdin, process.stdout)
        self._output = process.stdout.fileno()
        self.lines: queue.Queue[bytes | None] = queue.Queue()
        self._thread = threading.Thread(target=self._collect, name="read-raw answer", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Wait for the thread and close the pipes; the child must have ended."""
        self._thread.join()
        for pipe in self._pipes:
            try:
                pipe.close()
            except OSError:  # unsent limits of a child that died at once
                continue

    def _collect(self) -> None:
        """Queue whole lines, then None at the end or at the bound."""
        pieces: list[bytes] = []
        size = 0
        while size <= MAX_ANSWER and (chunk := os.read(self._output, _PIPE_CHUNK)):
            size += len(chunk)
            first, *rest = chunk.split(b"\n")
            pieces.append(first)
            for piece in rest:
                self.lines.put(b"".join(pieces))
                pieces = [piece]
        self.lines.put(None)


def _await_answer(
    answer: _AnswerReader,
    load: Callable[[bytes], Answer],
    progress: ProgressCallback,
    is_cancelled: CancelCheck,
    deadline: float,
) -> Answer:
    while True:
        if is_cancelled():
            raise Cancelled
        if time.monotonic() > deadline:
            raise RefusedFile(_TOO_SLOW)
        try:
            line = answer.lines.get(timeout=_POLL_SECONDS)
        except queue.Empty:
            continue
        if line is None:
            raise RefusedFile(_DIED)
        document = _understand(line, load, progress)
        if document is not None:
            return document


def _understand(line: bytes, load: Callable[[bytes], Answer], progress: ProgressCallback) -> Answer | None:
    """Act on one line of the child: progress, the document, or the refusal."""
    if line.startswith(b"P "):
        progress(*_counts(line))
        return None
    try:
        if line.startswith(b"D "):
            return load(line[2:])
        message = str(json.loads(line.removeprefix(b"R "))["message"])
    except (ValueError, KeyError, TypeError) as error:
        raise RefusedFile(_DIED) from error
    raise RefusedFile(message)


def _counts(line: bytes) -> tuple[int, int]:
    try:
        done, total = map(int, line[2:].split())
    except ValueError as error:
        raise RefusedFile(_DIED) from error
    return done, total


def _claim_output() -> int:
    """Keep standard output for the answer alone: what a library prints goes nowhere."""
    output = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return output


def _read_line(descriptor: int) -> bytes:
    line = b""
    while not line.endswith(b"\n") and (byte := os.read(descriptor, 1)):
        line += byte
    return line


def _write(output: int, line: bytes) -> None:
    data = memoryview(line + b"\n")
    while data:
        data = data[os.write(output, data) :]


class _ProgressLines:
    """Writes progress to the parent, at most `_REPORTS_PER_SECOND` times a second."""

    def __init__(self, output: int) -> None:
        self._output = output
        self._next = 0.0

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now >= self._next or done == total:
            self._next = now + 1 / _REPORTS_PER_SECOND
            _write(self._output, b"P %d %d" % (done, total))


def _refuse(output: int, message: str, cause: str) -> None:
    _write(output, b"R " + json.dumps({"message": message, "cause": cause}).encode("ascii"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
