from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cchc_desktop.domain.errors import (
    CannotWrite,
    DamagedDatabase,
    DatabaseInUse,
    ForeignDatabase,
    NewerDatabase,
    NotFound,
    OlderDatabase,
    RefusedDatabase,
)
from cchc_desktop.domain.opening import Holder
from cchc_desktop.ui.opening.troubles import WAY_WORDS, Way, describe, holder_words

PATH = Path("/dữ liệu/phường Sông Hương/cchc.db")
HOLDER = Holder("tuyet", "VP-01", 77, datetime(2026, 11, 21, 0, 12, tzinfo=UTC), False)

R, O, S, V, T, F, C = (  # noqa: E741
    Way.RESTORE, Way.OTHER_BACKUP, Way.SALVAGE, Way.READ_ONLY, Way.RETRY, Way.OTHER_FILE, Way.CLOSE,
)  # fmt: skip


@pytest.mark.parametrize(
    ("error", "has_backups", "ways", "said"),
    [
        (DamagedDatabase("hỏng", ("page 7",)), True, (R, O, S, C), "giữ lại bên cạnh"),
        (DamagedDatabase("hỏng"), False, (S, O, C), "Không tìm thấy bản sao lưu nào"),
        (NewerDatabase("mới", 9), True, (T, F, C), "cài phiên bản mới"),
        (ForeignDatabase("thiếu cột uid"), False, (F, C), "thiếu cột uid"),
        (ForeignDatabase("thiếu cột uid"), True, (F, R, O, C), "khôi phục bản sao lưu"),
        (DatabaseInUse("bận", HOLDER), False, (V, T, C), "tuyet trên máy VP-01, từ 07:12 ngày 21/11/2026"),
        (DatabaseInUse("Dữ liệu đang bận."), False, (V, T, C), "đang bận"),
        (OlderDatabase("cũ", 1), False, (T, F, C), "nâng cấp"),
        (CannotWrite("Ổ đĩa đã đầy."), False, (T, V, F, C), "Ổ đĩa đã đầy."),
        (RefusedDatabase("Bị từ chối."), False, (T, F, C), "Bị từ chối."),
        (NotFound("Không thấy."), False, (T, F, O, C), "hãy cắm hoặc kết nối lại rồi thử lại"),
        (NotFound("Không thấy."), True, (T, F, R, O, C), "Chỉ khi không tìm lại được tệp"),
        (ZeroDivisionError("division by zero"), False, (T, F, C), "ngoài dự kiến"),
    ],
)
def test_each_trouble_says_what_is_safe_and_has_ways_on(error, has_backups, ways, said):
    trouble = describe(error, PATH, has_backups=has_backups)
    text = " ".join((trouble.title, trouble.happened, trouble.safe, trouble.todo))
    assert trouble.ways == ways
    assert said in text
    assert trouble.safe
    assert "!" not in text
    assert not re.search(r"\b(database|error|file|backup|schema|lược đồ)\b", text)


def test_details_of_an_unforeseen_error_are_kept_for_whoever_helps():
    assert describe(KeyError("x"), PATH, has_backups=False).details == ("KeyError: 'x'",)


def test_a_holder_on_this_machine_needs_no_machine_name():
    here = Holder("", "VP-01", 77, HOLDER.since, True)
    assert holder_words(here) == "người dùng khác trên máy này, từ 07:12 ngày 21/11/2026"


def test_every_way_has_its_words():
    assert set(WAY_WORDS) == set(Way)
