"""The settings file: what comes back, and what a damaged one does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.settings import Settings, load_settings, save_settings, settings_file


def write(content):
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_bytes(content)


def test_first_start_has_defaults_and_writes_nothing(own_home):
    assert load_settings() == Settings()
    assert not own_home.exists()


@given(st.builds(Settings))
def test_saved_settings_come_back(settings):
    save_settings(settings)
    assert load_settings() == settings


DAMAGED = [b"", b"{", b"[]", b"null", b"\xff\xfe\x00", b"[" * 100_000]


@pytest.mark.parametrize("content", DAMAGED, ids=lambda content: repr(content[:6]))
def test_a_damaged_file_is_set_aside(content):
    write(content)
    assert load_settings() == Settings()
    assert not settings_file().exists()
    assert settings_file().with_name("settings.json.damaged").read_bytes() == content


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'{"theme": "dark", "of a later version": 1}', Settings(theme="dark")),
        (b'{"theme": 7, "last_plan": 3}', Settings(last_plan=3)),
        (b'{"last_plan": true}', Settings()),
    ],
    ids=["unknown name", "wrong type", "bool is no id"],
)
def test_what_is_not_understood_is_left_out(content, expected):
    write(content)
    assert load_settings() == expected


def test_an_unreadable_file_is_not_fatal():
    settings_file().mkdir(parents=True)
    assert load_settings() == Settings()
