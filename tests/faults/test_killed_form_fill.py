"""A form whose filling is killed half-way over an existing file: the old file whole or the new one whole."""

from __future__ import annotations

import select
import time
from decimal import Decimal
from random import Random

import pytest
from openpyxl import load_workbook

from cchc_desktop.documents.forms.filler import fill_form
from cchc_desktop.domain.forms.writing import FilledCell
from cchc_desktop.domain.ports import never_cancelled, no_progress
from tests.documents.forms.sample_forms import TITLE, xlsx_form
from tests.faults import forks

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not forks.IS_POSSIBLE, reason=forks.WHY_NOT)]
KILLS = 12


def test_a_killed_filling_leaves_the_old_copy_or_the_new_one(tmp_path):
    original, target = xlsx_form(tmp_path / "biểu.xlsx"), tmp_path / "bản điền.xlsx"
    random = Random(7)

    def fill(number: int) -> None:
        fill_form(original, [FilledCell(f"{TITLE}!E7", Decimal(number))], target, no_progress, never_cancelled)

    start = time.monotonic()
    fill(1)
    lasts = time.monotonic() - start
    kept = 1
    for number in range(2, KILLS + 2):
        old = target.read_bytes()

        def work(send, number=number):
            send("begin")
            fill(number)

        with forks.Child(work) as child:
            child.next(60.0)
            select.select([], [], [], random.uniform(0.0, 1.3) * lasts)
        if target.read_bytes() != old:
            kept = number
        assert load_workbook(target)[TITLE]["E7"].value == kept
