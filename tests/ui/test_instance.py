"""One window per database, over real local sockets of this process."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from PySide6.QtCore import QDir, Qt
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QMainWindow

from cchc_desktop.ui.instance import FirstWindow, InstanceServer, raise_window, socket_name


@pytest.fixture
def name(tmp_path):
    return socket_name(tmp_path / "cchc.db", "tuyet")


@pytest.fixture
def server(qapp, name):
    server = InstanceServer(name)
    assert server.listen()
    yield server
    server.close()


def asked(qtbot, name, file="", patience=2000):
    question = FirstWindow(name, file, None, patience)
    with qtbot.waitSignal(question.answered, timeout=5000) as answer:
        question.ask()
    return answer.args[0]


def test_one_file_has_one_socket_whatever_it_is_called(tmp_path):
    file = tmp_path / "cchc.db"
    file.touch()
    (tmp_path / "khác.db").symlink_to(file)
    assert socket_name(tmp_path / "khác.db", "a") == socket_name(file, "a")
    assert socket_name(file, "a") != socket_name(file, "b")
    assert socket_name(file, "a") != socket_name(tmp_path / "c.db", "a")
    assert len(socket_name(file, "a")) < 40


@pytest.mark.parametrize("file", ["", "/tài liệu/Phụ lục số 1 - “kế hoạch”.docx"])
def test_the_first_window_is_told_the_file_and_answers(qtbot, server, name, file):
    wanted = []
    server.raise_wanted.connect(wanted.append)
    assert asked(qtbot, name, file) is True
    qtbot.waitUntil(lambda: wanted == [file])


def test_several_starts_are_all_answered(qtbot, server, name):
    assert [asked(qtbot, name) for _ in range(3)] == [True, True, True]


def test_nobody_listening_ends_in_silence(qtbot, name):
    assert asked(qtbot, name, patience=150) is False


def test_a_first_window_that_is_just_starting_is_waited_for(qtbot, name):
    question = FirstWindow(name, "", None, 4000)
    question.ask()
    late = InstanceServer(name)
    with qtbot.waitSignal(question.answered, timeout=5000) as answer:
        assert late.listen()
    late.close()
    assert answer.args == [True]


def test_one_that_hangs_is_given_up(qtbot, name):
    path = Path(QDir.tempPath()) / name
    with socket.socket(socket.AF_UNIX) as deaf:
        deaf.bind(str(path))
        deaf.listen()
        assert asked(qtbot, name, patience=150) is False
    path.unlink()


def test_what_a_kill_left_behind_is_taken_over(qtbot, name):
    path = Path(QDir.tempPath()) / name
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(str(path))
    assert path.exists()
    server = InstanceServer(name)
    assert server.listen()
    assert asked(qtbot, name) is True
    server.close()


@pytest.mark.parametrize("request_", [b"\n", b"[]\n", b'{"file": 3}\n', b"\xff\xfe\n", b"[" * 5000 + b"\n"])
def test_nonsense_raises_the_window_and_nothing_else(qtbot, server, name, request_):
    wanted = []
    server.raise_wanted.connect(wanted.append)
    client = QLocalSocket()
    client.connectToServer(name)
    client.write(request_)
    qtbot.waitUntil(lambda: wanted == [""])
    client.abort()


def test_an_endless_request_is_cut_off(qtbot, server, name):
    client = QLocalSocket()
    client.connectToServer(name)
    with qtbot.waitSignal(client.disconnected, timeout=5000):
        client.write(b"x" * 200_000)


@pytest.mark.skipif(os.name == "nt", reason="pipes have no mode")
def test_only_this_account_may_ask(server):
    assert (Path(QDir.tempPath()) / server._name).stat().st_mode & 0o077 == 0


def test_a_minimised_window_comes_back(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.showMinimized()
    raise_window(window)
    assert window.isVisible()
    assert not window.windowState() & Qt.WindowState.WindowMinimized
