"""An audit hook over the whole test process: what the program does to the network, to processes and to files.

Python reports such acts as audit events (docs.python.org/3/library/audit_events.html). An act is judged only where it
is suspicious, and it is the program's where one of the program's frames is on the stack; so the hook costs next to
nothing. A hook cannot be removed: it is installed once per process and collects violations for the test that runs.

Not seen: what C libraries do by themselves (Qt's local socket, the pages that SQLite writes once a file is open).
"""

from __future__ import annotations

import os
import sys
import sysconfig
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from types import FrameType
from typing import Any
from urllib.parse import unquote, urlsplit

import cchc_desktop

PACKAGE = str(Path(cchc_desktop.__file__).resolve().parent) + os.sep
_CHECKOUT = str(Path(cchc_desktop.__file__).resolve().parent.parent)
_READER = PACKAGE + os.path.join("documents", "child.py")
_READER_ENDINGS = (
    ("-P", "-m", "cchc_desktop.documents.child", "--read-raw"),
    ("-P", "-m", "cchc_desktop.documents.child", "--read-raw", "--form"),
    ("-P", "-m", "cchc_desktop.documents.child", "--read-raw", "--fill"),
    ("-m", "cchc_desktop", "--read-raw"),
    ("--read-raw",),
)
_WRITE_FLAGS = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_IMPORT_SYSTEM = "<frozen importlib._bootstrap_external>"
_FONTS = ("/usr/share/fonts", "/usr/local/share/fonts", "/etc/fonts", r"C:\Windows\Fonts")
_SYSTEM = ("/proc", "/sys", "/dev/null", "/dev/urandom", "/etc", "/usr/share/zoneinfo", "/usr/lib", "/lib")
_LOOKED_FOR = (".config/user-dirs.dirs", ".reportlab_mods", ".reportlab_settings")
"""What libraries look for in the user's home: where Documents is, reportlab's own settings."""

_CHANGES = {
    "os.remove": 1, "os.rmdir": 1, "os.mkdir": 1, "os.truncate": 1, "os.chmod": 1, "os.chown": 1, "os.utime": 1,
    "os.rename": 2, "os.link": 2, "os.setxattr": 1, "shutil.rmtree": 1, "shutil.chown": 1, "shutil.unpack_archive": 2,
}  # fmt: skip
"""Events that change the file system -> how many of their first arguments are places that change."""
_TARGETS = {"os.symlink": 1, "shutil.copyfile": 1, "shutil.copytree": 1, "shutil.make_archive": 0}
"""Events that change one place -> the index of the argument that names it (shutil.move reports its parts)."""
_NETWORK = frozenset(
    {"socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr",
     "socket.getnameinfo", "socket.sendto", "socket.sendmsg", "urllib.Request", "http.client.connect",
     "ftplib.connect", "smtplib.connect"}
)  # fmt: skip
_PROCESSES = frozenset(
    {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.startfile", "os.startfile/2",
     "pty.spawn", "webbrowser.open", "os.fork", "os.forkpty"}
)  # fmt: skip


class Audit:
    """Collects the program's violations; `writable` and `readable` are folders, as absolute texts."""

    def __init__(self) -> None:
        self.violations: list[str] = []
        self.writable: list[str] = []
        self.readable: list[str] = []
        self.allow_writing(tempfile.gettempdir())
        python = (sys.prefix, sys.base_prefix, sys.exec_prefix, *sysconfig.get_paths().values())
        looked_for = [str(Path.home() / name) for name in _LOOKED_FOR]
        for place in (_CHECKOUT, *python, *_FONTS, *_SYSTEM, *looked_for):
            self.allow_reading(place)
        self._judges: dict[str, Callable[[tuple[Any, ...]], str]] = {
            "open": self._judge_open,
            "sqlite3.connect": self._judge_sqlite,
            **dict.fromkeys(_NETWORK, self._judge_network),
            **dict.fromkeys(_PROCESSES, self._judge_process),
            **{event: self._changing(range(count)) for event, count in _CHANGES.items()},
            **{event: self._changing(range(index, index + 1)) for event, index in _TARGETS.items()},
        }

    def install(self) -> None:
        """Watch this process from here on; there is no way back."""
        judges = self._judges

        def hook(event: str, arguments: tuple[Any, ...]) -> None:
            judge = judges.get(event)
            if judge is not None and (finding := judge(arguments)):
                self._note(event, finding)

        sys.addaudithook(hook)

    def allow_writing(self, folder: str | Path) -> None:
        """Let the program read and write below a folder."""
        self._allow(self.writable, folder)

    def allow_reading(self, place: str | Path) -> None:
        """Let the program read below a folder, or one file."""
        self._allow(self.readable, place)

    @staticmethod
    def _allow(places: list[str], place: str | Path) -> None:
        for text in {os.path.abspath(place), os.path.realpath(place)}:
            if text not in places:
                places.append(text)

    # ---------------------------------------------------------------- judging

    def _note(self, event: str, finding: str) -> None:
        frame = _frame_of_the_program()
        if frame is None or (event == "subprocess.Popen" and _is_the_test_s_own_command(frame)):
            return
        place = f"{frame.f_code.co_filename.removeprefix(PACKAGE)}:{frame.f_lineno}"
        self.violations.append(f"{event}: {finding} (at {place})")

    def _judge_open(self, arguments: tuple[Any, ...]) -> str:
        path, mode, flags = arguments
        if isinstance(path, int) or path is None:
            return ""
        is_writing = bool(flags & _WRITE_FLAGS) if isinstance(flags, int) else bool(set(mode or "") & set("wax+"))
        return self._judge_place(path, is_writing)

    def _judge_sqlite(self, arguments: tuple[Any, ...]) -> str:
        database = _text(arguments[0])
        if database in ("", ":memory:"):
            return ""
        is_reading = False
        if database.startswith("file:"):
            parts = urlsplit(database)
            is_reading = "mode=ro" in parts.query
            database = unquote(parts.path)
        return self._judge_place(database, not is_reading)

    def _changing(self, indexes: range) -> Callable[[tuple[Any, ...]], str]:
        def judge(arguments: tuple[Any, ...]) -> str:
            places = [_from_folder(arguments, index) for index in indexes if not isinstance(arguments[index], int)]
            return next((finding for place in places if (finding := self._judge_place(place, True))), "")

        return judge

    def _judge_place(self, place: Any, is_writing: bool) -> str:
        text = os.path.abspath(_text(place))
        if _is_below(text, self.writable) or (not is_writing and _is_below(text, self.readable)):
            return ""
        real = os.path.realpath(text)
        if _is_below(real, self.writable) or (not is_writing and _is_below(real, self.readable)):
            return ""
        if text == os.devnull or (is_writing and "__pycache__" in text and _is_import()):
            return ""
        return f"{'writes' if is_writing else 'reads'} {text}"

    @staticmethod
    def _judge_network(arguments: tuple[Any, ...]) -> str:
        family = getattr(arguments[0], "family", None) if arguments else None
        if family is not None and family.name == "AF_UNIX":
            return ""
        return f"network {arguments[1:] if family is not None else arguments!r}"

    @staticmethod
    def _judge_process(arguments: tuple[Any, ...]) -> str:
        command = arguments[1] if len(arguments) > 1 else arguments
        if not isinstance(command, str | bytes) and isinstance(command, Sequence) and _is_reader(command):
            return ""
        return f"starts {command!r}"


def _is_reader(command: Sequence[Any]) -> bool:
    words = [_text(word) for word in command]
    return len(words) > 2 and words[0] == sys.executable and tuple(words[1:-1]) in _READER_ENDINGS


def _is_below(text: str, places: list[str]) -> bool:
    return any(text == place or text.startswith(place + os.sep) for place in places)


def _from_folder(arguments: tuple[Any, ...], index: int) -> Any:
    """Return a place that an event names, made absolute where it is told relative to an open folder (a `dir_fd`)."""
    place, folder = _text(arguments[index]), arguments[-1]
    if os.path.isabs(place) or not isinstance(folder, int) or folder < 0:
        return place
    try:
        return os.path.join(os.readlink(f"/proc/self/fd/{folder}"), place)
    except OSError:
        return place


def _text(value: Any) -> str:
    try:
        return os.fsdecode(value)
    except TypeError:
        return str(value)


def _frame_of_the_program() -> FrameType | None:
    """Return the innermost frame of the program on this thread's stack."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None and not frame.f_code.co_filename.startswith(PACKAGE):
        frame = frame.f_back
    return frame


def _is_the_test_s_own_command(frame: FrameType) -> bool:
    """Tell whether a test handed its own command to the reader's starter, which is how that one is tested."""
    outer: FrameType | None = frame
    while outer is not None and outer.f_code.co_filename == _READER:
        outer = outer.f_back
    return frame.f_code.co_filename == _READER and _name_before(frame, outer) == "run_child"


def _name_before(frame: FrameType, outer: FrameType | None) -> str:
    """Return the name of the function that `outer` called on the way to `frame`."""
    inner = frame
    while inner.f_back is not None and inner.f_back is not outer:
        inner = inner.f_back
    return inner.f_code.co_name


def _is_import() -> bool:
    """Tell whether the import system itself is writing: a .pyc beside a module."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        if frame.f_code.co_filename == _IMPORT_SYSTEM:
            return True
        if frame.f_code.co_filename.startswith(PACKAGE):
            return False
        frame = frame.f_back
    return False


_installed: list[Audit] = []


def the_audit() -> Audit:
    """Return the audit of this process, installed at the first call."""
    if not _installed:
        _installed.append(Audit())
        _installed[0].install()
    return _installed[0]
