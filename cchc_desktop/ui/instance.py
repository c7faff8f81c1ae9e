"""One window per database: a second start asks the first window to come to the front, through a local socket.

Nothing but the local socket is opened (a named pipe on Windows, a socket file elsewhere), for this account alone.
Who listens holds the database's owner file, so a socket that is there before is a dead program's.
"""

from __future__ import annotations

import contextlib
import getpass
import hashlib
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QMainWindow

ANSWER = b"ok\n"
PATIENCE_MS = 2000
"""How long the first window may take to answer."""
_CONNECT_MS = 250
_AGAIN_MS = 100
_LONGEST = 64 * 1024
"""Bytes of the longest request; a path has at most 32,767 characters on Windows."""


def socket_name(database: Path, user: str | None = None) -> str:
    """Return the socket's name for an account and a database, the same for all names of one file."""
    if user is None:
        try:
            user = getpass.getuser()
        except (OSError, KeyError, ImportError):  # an account without a name
            user = str(getattr(os, "getuid", int)())
    real = os.path.normcase(os.path.realpath(database))
    digest = hashlib.sha256(f"{user}|{real}".encode("utf-8", "surrogateescape")).hexdigest()[:24]
    return f"cchc-{digest}"


class InstanceServer(QObject):
    """The first window's ear: `raise_wanted` brings the file of the second start's command line, '' for none."""

    raise_wanted = Signal(str)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)

    def listen(self) -> bool:
        """Begin to listen, in place of a socket that a kill left behind; False where the system refuses."""
        if self._server.listen(self._name):
            return True
        QLocalServer.removeServer(self._name)
        return self._server.listen(self._name)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _greet(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            _Caller(socket, self).asked.connect(self.raise_wanted)


class _Caller(QObject):
    """One second start while it is being answered; it goes with its connection."""

    asked = Signal(str)

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        socket.setParent(self)
        socket.setReadBufferSize(_LONGEST)
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(self.deleteLater)
        QTimer.singleShot(0, self, self._read)  # what came before anybody listened

    def _read(self) -> None:
        if self._socket.canReadLine():
            file = _file_of(bytes(self._socket.readLine().data()))
            self._socket.write(ANSWER)
            self._socket.flush()
            self.asked.emit(file)
        elif self._socket.bytesAvailable() >= _LONGEST:
            self._socket.abort()


class FirstWindow(QObject):
    """The second start's question, without blocking: `answered` once, with whether the first window came forward."""

    answered = Signal(bool)

    def __init__(self, name: str, file: str = "", parent: QObject | None = None, patience: int = PATIENCE_MS) -> None:
        super().__init__(parent)
        self._name = name
        self._request = _request(file)
        self._is_over = False
        self._socket = QLocalSocket(self)
        self._socket.connected.connect(lambda: self._socket.write(self._request))
        self._socket.readyRead.connect(lambda: self._end(True))
        self._socket.errorOccurred.connect(self._try_later)
        self._deadline = QTimer(self, singleShot=True, interval=patience)
        self._deadline.timeout.connect(lambda: self._end(False))

    def ask(self) -> None:
        """Ask until there is an answer or the patience ends: the first window may just be starting."""
        self._deadline.start()
        self._connect()

    def _connect(self) -> None:
        if not self._is_over:
            self._socket.connectToServer(self._name)

    def _try_later(self) -> None:
        QTimer.singleShot(_AGAIN_MS, self, self._connect)

    def _end(self, answered: bool) -> None:
        if self._is_over:
            return
        self._is_over = True
        self._deadline.stop()
        self._socket.abort()
        self.answered.emit(answered)
        self.deleteLater()


def ask_at_once(name: str, file: str = "", patience: int = PATIENCE_MS) -> bool:
    """Ask once and wait for the answer, before this program has a window; False at once where nobody listens."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_CONNECT_MS):
        return False
    socket.write(_request(file))
    socket.flush()
    answered = socket.canReadLine() or socket.waitForReadyRead(patience)
    socket.abort()
    return answered


def ask_first_window(name: str, pid: int, file: str, parent: QObject, then: Callable[[bool], object]) -> FirstWindow:
    """Ask the window of process `pid` without blocking; `then` learns whether it came forward."""
    allow_foreground(pid)
    question = FirstWindow(name, file, parent)
    question.answered.connect(then)
    question.ask()
    return question


def raise_window(window: QMainWindow) -> None:
    """Bring a window to the front, out of the task bar too."""
    window.setWindowState((window.windowState() & ~Qt.WindowState.WindowMinimized) | Qt.WindowState.WindowActive)
    window.show()
    window.raise_()
    window.activateWindow()


def allow_foreground(pid: int) -> None:
    """Hand the right to come to the front to another process: Windows gives it only to who was just clicked."""
    if sys.platform == "win32":
        import ctypes

        with contextlib.suppress(OSError):
            ctypes.WinDLL("user32").AllowSetForegroundWindow(pid)


def _request(file: str) -> bytes:
    return json.dumps({"file": file}).encode() + b"\n"


def _file_of(line: bytes) -> str:
    """Return the file of a request, '' for none and for what is no request of ours."""
    try:
        file = json.loads(line)["file"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return ""
    return file if isinstance(file, str) else ""
