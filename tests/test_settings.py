"""The settings file: what comes back, and what a damaged one does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.settings import PLANS_REMEMBERED, Settings, load_settings, save_settings, settings_file, with_view


def write(content):
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_bytes(content)


def test_first_start_has_defaults_and_writes_nothing(own_home):
    assert load_settings() == Settings()
    assert not own_home.exists()


JSON = st.recursive(st.booleans() | st.integers() | st.text(), lambda inner: st.dictionaries(st.text(), inner))
STATES = st.dictionaries(st.text(), JSON, max_size=3)


@given(st.builds(Settings, theme=st.text(), text_size=st.integers(), person=st.text(), columns=STATES, views=STATES))
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
        (b'{"columns": "AAAA/w==", "views": [1], "text_size": 12}', Settings(text_size=12)),
    ],
    ids=["unknown name", "wrong type", "bool is no id", "states that are no objects"],
)
def test_what_is_not_understood_is_left_out(content, expected):
    write(content)
    assert load_settings() == expected


def test_an_unreadable_file_is_not_fatal():
    settings_file().mkdir(parents=True)
    assert load_settings() == Settings()


def test_the_last_plans_are_remembered_the_latest_one_last():
    views = {}
    for number in range(PLANS_REMEMBERED + 5):
        views = with_view(views, f"plan {number}", {"mode": "tree"})
    views = with_view(views, "plan 10", {"mode": "table"})
    assert len(views) == PLANS_REMEMBERED
    assert list(views)[-1] == "plan 10"
    assert views["plan 10"] == {"mode": "table"}
    assert "plan 4" not in views


def test_remembering_a_plan_leaves_the_old_views_alone():
    views = {"a": {"mode": "tree"}}
    with_view(views, "b", {})
    assert views == {"a": {"mode": "tree"}}
