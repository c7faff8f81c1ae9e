"""`cchc agencies`: the list, the suggestions, merging."""

from __future__ import annotations

import pytest

from cchc_desktop import wiring
from cchc_desktop.domain.agencies.agency import Agency
from cchc_desktop.services import agency_editing
from tests.cli.appendices import CENTRE, FINANCE, OFFICE, write_docx


@pytest.fixture
def stored(run, database, tmp_path, stock):
    """The sample appendix, and a second spelling of one of its offices; return its id."""

    def make() -> int:
        run("import", write_docx(tmp_path / "phụ lục.docx"))
        with wiring.open_workspace(database) as workspace:
            return agency_editing.save_agency(workspace, Agency("Phòng Kinh tê"))[0]

    return stock.fill(database.parent, "two spellings", make)


def test_the_list_is_empty_without_a_file(run, database):
    assert run("agencies", "--json").json == []
    assert not database.exists()


def test_the_list_tells_what_each_is_used_for(run, stored):
    listed = {agency["name"]: agency for agency in run("agencies", "--json").json}
    assert [name for name in listed if name in (CENTRE, OFFICE, FINANCE)] == [FINANCE, CENTRE, OFFICE]
    assert listed[OFFICE]["uses"] == {"lead": 2, "coordinating": 2, "indicators": 0, "plans": 1, "groups": []}
    assert set(listed[OFFICE]) == {
        "id", "name", "kind", "short_name", "aliases", "members", "valid_from", "valid_to", "head", "contact",
        "note", "uses",
    }  # fmt: skip
    assert f"{listed[OFFICE]['id']}. {OFFICE} (chủ trì 2, phối hợp 2)" in run("agencies").out.splitlines()


def test_a_suggestion_is_carried_out_and_undone(run, stored):
    (group,) = run("agencies", "duplicates", "--json").json
    assert group["keep"]["name"] == FINANCE
    assert group["others"] == [
        {"id": stored, "name": "Phòng Kinh tê", "reason": "Sai một chữ: “tê” thay vì “tế”"}
    ]
    assert group["strength"] == "likely"
    assert run("agencies", "duplicates").out.splitlines() == [
        f"{group['keep']['id']}. {FINANCE} [Rất giống]",
        f"  {stored}. Phòng Kinh tê: Sai một chữ: “tê” thay vì “tế”",
    ]
    answer = run("agencies", "merge", group["keep"]["id"], stored, "--json")
    assert (answer.json["agency_id"], answer.json["items"]) == (group["keep"]["id"], 0)
    assert run("agencies", "duplicates", "--json").json == []
    run("undo")
    assert len(run("agencies", "duplicates", "--json").json) == 1


def test_rows_follow_the_agency_that_is_kept(run, stored):
    by_name = {agency["name"]: agency["id"] for agency in run("agencies", "--json").json}
    answer = run("agencies", "merge", stored, by_name[FINANCE], "--name", "Phòng Kinh tế phường")
    assert answer.out.strip() == "Đã gộp 1 cách viết; 1 nhiệm vụ đi theo."
    listed = {agency["id"]: agency for agency in run("agencies", "--json").json}
    assert listed[stored]["name"] == "Phòng Kinh tế phường"
    assert listed[stored]["uses"]["coordinating"] == 1
    assert run("show", 1, "--json").json["sections"][0]["items"][0]["coordinating"][0] == FINANCE


@pytest.mark.parametrize("arguments", [(1, 99), (99, 1), (1, 1), (1,), ("a", 1)])
def test_what_cannot_be_merged_is_refused_in_one_sentence(run, stored, arguments):
    answer = run("agencies", "merge", *arguments)
    assert (answer.code, answer.out, len(answer.err.strip().splitlines())) == (2, "", 1)


def test_merging_makes_no_database(run, database):
    assert run("agencies", "merge", 1, 2).code == 2
    assert not database.exists()
