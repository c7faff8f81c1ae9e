"""Match keys, splitting of cells, kinds, and the presets' own order."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.agencies.names import (
    AgencyKind,
    AgencyPreset,
    KnownNames,
    guess_kind,
    match_key,
    split_names,
    uncontested,
)

ROOT = Path(__file__).resolve().parents[3]
PLANS = ROOT.parent / "shared" / "reference-plans" / "structured"
PRESETS = [AgencyPreset.from_json(entry) for entry in json.loads((ROOT / "db/seed/agencies.json").read_text("utf-8"))]
KNOWN = KnownNames.from_presets(PRESETS)


@pytest.mark.parametrize(
    "spellings",
    [
        [
            "Văn phòng HĐND và UBND", "Văn phòng HĐND & UBND", "Văn phòng HĐND&UBND xã", "VP HĐND-UBND",
            "Văn phòng HĐND – UBND phường", "văn phòng  HĐND\nvà UBND xã xã.", "- Văn phòng HĐND và UBND;",
        ],
        ["Phòng Văn hóa - Xã hội", "Phòng Văn hoá – Xã hội xã", "Phòng Văn hóa-Xã hội phường"],
        ["Trung tâm Phục vụ HCC", "TT Phục vụ hành chính công", "Trung tâm phục vụ Hành chính công xã"],
        ["Uỷ ban MTTQ", "Ủy ban MTTQ xã"],
        ["Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Kinh tế ,Hạ tầng và Đô thị"],
    ],
)  # fmt: skip
def test_spellings_of_one_agency_share_a_key(spellings: list[str]) -> None:
    assert len(set(map(match_key, spellings))) == 1


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Trung tâm VH-TT", "trung tâm vh-tt"),
        ("Hợp tác xã", "hợp tác xã"),
        ("Phòng Văn hóa & Xã hội", "phòng văn hóa&xã hội"),
        ("", ""),
    ],
)
def test_match_key_leaves_other_words_alone(name: str, key: str) -> None:
    assert match_key(name) == key


@given(st.text(alphabet="xãphườngVPTT -&.,;\n"))
def test_match_key_is_stable_under_surrounding_noise(name: str) -> None:
    assert match_key(f"  {name};") == match_key(name)


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        (None, []),
        (" ; \n", []),
        ("Phòng Kinh tế; ", ["Phòng Kinh tế"]),
        ("Các phòng, ban, ngành, Trung tâm Phục vụ HCC", ["Các phòng, ban, ngành", "Trung tâm Phục vụ HCC"]),
        ("Phòng Kinh tế, Hạ tầng và Đô thị", ["Phòng Kinh tế, Hạ tầng và Đô thị"]),
        ("Các cơ quan, đơn vị; Trung tâm Phục vụ HCC xã", ["Các cơ quan, đơn vị", "Trung tâm Phục vụ HCC xã"]),
        ("Văn phòng HĐND và UBND, Phòng Kinh tế", ["Văn phòng HĐND và UBND", "Phòng Kinh tế"]),
        ("Các phòng, ban, đơn vị có liên quan", ["Các phòng, ban, đơn vị có liên quan"]),
        (
            "Văn phòng HĐND-UBND, công chức Văn hóa – Xã hội xã",
            ["Văn phòng HĐND-UBND", "công chức Văn hóa – Xã hội xã"],
        ),
        ("Phòng Kinh tế và Công an xã", ["Phòng Kinh tế", "Công an xã"]),
        ("PHÒNG KINH TẾ VÀ CÔNG AN", ["PHÒNG KINH TẾ", "CÔNG AN"]),
        ("Công an xã, các cơ quan, đơn vị liên quan", ["Công an xã", "các cơ quan, đơn vị liên quan"]),
        ("Phòng Kinh tế và Hạ tầng", ["Phòng Kinh tế và Hạ tầng"]),
        ("Hội Sinh vật cảnh, Phòng Kinh tế", ["Hội Sinh vật cảnh, Phòng Kinh tế"]),
        ("- Phòng Kinh tế\n- Công an xã", ["Phòng Kinh tế", "Công an xã"]),
        ("Hội A\nHội B", ["Hội A", "Hội B"]),
        ("Phòng Văn hóa -\nXã hội", ["Phòng Văn hóa - Xã hội"]),
        ("Văn phòng\nHĐND & UBND", ["Văn phòng HĐND & UBND"]),
        ("Phòng Kinh tế,\nVăn phòng\nHĐND và UBND", ["Phòng Kinh tế", "Văn phòng HĐND và UBND"]),
        ("Công chức \nTư pháp – Hộ \ntịch", ["Công chức Tư pháp – Hộ tịch"]),
        ("Hội Chữ thập đỏ\nxã", ["Hội Chữ thập đỏ xã"]),
    ],
)
def test_split_names(cell: str | None, names: list[str]) -> None:
    assert split_names(cell, KNOWN) == tuple(names)


def test_names_of_the_same_file_help_to_split() -> None:
    cells = ["Hội Sinh vật cảnh", "Hội Sinh vật cảnh, Phòng Kinh tế", None]
    known = KNOWN.including(uncontested(cells, KNOWN))
    assert split_names(cells[1], known) == ("Hội Sinh vật cảnh", "Phòng Kinh tế")


def test_a_contested_cell_teaches_nothing() -> None:
    cells = ["Hội A, Hội B", "Văn phòng\nHĐND & UBND", "Tổ C; Tổ D và E"]
    assert uncontested(cells, KNOWN) == {"Văn phòng HĐND & UBND", "Tổ C"}


@given(st.permutations(["Hội A", "Phòng B", "Hội A, Phòng B", "Phòng B và Hội C"]))
def test_the_order_of_rows_does_not_matter(cells: list[str]) -> None:
    known = KnownNames().including(uncontested(cells, KNOWN))
    assert {cell: split_names(cell, known) for cell in cells} == {
        "Hội A": ("Hội A",),
        "Phòng B": ("Phòng B",),
        "Hội A, Phòng B": ("Hội A", "Phòng B"),
        "Phòng B và Hội C": ("Phòng B và Hội C",),
    }


def test_a_hostile_cell_is_split_in_bounded_time() -> None:
    assert len(split_names("Phòng A, Phòng B\n" * 2000, KNOWN)) == 2000


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_the_kind_of_a_preset_is_guessed_from_its_name(preset: AgencyPreset) -> None:
    doubtful = {"Chi nhánh Văn phòng đăng ký đất đai"}  # only its record can say that it is outside
    assert guess_kind(preset.name) == preset.kind or preset.name in doubtful


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Các phòng, ban, đơn vị có liên quan", AgencyKind.GROUP),
        ("Thủ trưởng các cơ quan, đơn vị", AgencyKind.GROUP),
        ("Công chức Tư pháp – Hộ tịch", AgencyKind.POSITION),
        ("Ngân hàng Chính sách xã hội", AgencyKind.OUTSIDE),
        ("Công an thành phố", AgencyKind.OUTSIDE),
        ("Công an xã", AgencyKind.UNIT),
        ("Bộ phận Một cửa", AgencyKind.UNIT),
    ],
)
def test_guess_kind(name: str, kind: AgencyKind) -> None:
    assert guess_kind(name) is kind


def test_no_spelling_belongs_to_two_presets() -> None:
    owners: dict[str, set[str]] = {}
    for preset in PRESETS:
        for spelling in preset.spellings:
            owners.setdefault(match_key(spelling), set()).add(preset.name)
    assert {key: names for key, names in owners.items() if len(names) > 1} == {}


def test_members_of_groups_are_presets() -> None:
    assert all(member in KNOWN for preset in PRESETS for member in preset.members)


def _agency_cells(value: Any) -> Iterator[tuple[str, list[str]]]:
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if isinstance(value, dict):
        for role in ("lead", "coordinating"):
            if value.get(f"{role}_raw"):
                yield value[f"{role}_raw"], value[role]
    for child in children:
        yield from _agency_cells(child)


@pytest.mark.skipif(not PLANS.is_dir(), reason="the reference plans are not here")
@pytest.mark.parametrize("plan", sorted(PLANS.glob("*.json")), ids=lambda path: path.stem)
def test_the_cells_of_the_reference_plans(plan: Path) -> None:
    cells = list(_agency_cells(json.loads(plan.read_text("utf-8"))))
    known = KNOWN.including(uncontested([cell for cell, _ in cells], KNOWN))
    assert [list(split_names(cell, known)) for cell, _ in cells] == [names for _, names in cells]
