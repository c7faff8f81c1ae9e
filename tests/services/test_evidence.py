"""The register of documents: adding, editing, attaching, where used, what lacks its evidence; one operation each."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.errors import InvalidInput, NotFound
from cchc_desktop.domain.evidence.files import FileState
from cchc_desktop.domain.evidence.register import StoredFile
from cchc_desktop.domain.evidence.uses import DocumentRole
from cchc_desktop.domain.followup.records import Progress
from cchc_desktop.services import evidence, followup, history, measuring, recording
from tests.services.followup_scene import JULY, STRICT, UNDATED, FollowUpScene

TODAY = date(2025, 9, 20)
FILE = StoredFile("ab" * 32, "pdf", 7)


@pytest.fixture
def scene() -> FollowUpScene:
    return FollowUpScene(TODAY)


def add(scene: FollowUpScene, **values) -> int:
    (id_,), _ = evidence.add_documents(scene.workspace, [values])
    return id_


def document(scene: FollowUpScene, id_: int):
    return scene.store.rows[EntityKind.DOCUMENT][id_]


def line(scene: FollowUpScene, id_: int) -> evidence.DocumentLine:
    return next(line for line in evidence.register(scene.workspace) if line.document.id == id_)


def finish(scene: FollowUpScene, content: str, *documents: int) -> int:
    typed = {"progress": Progress.DONE, "done_on": date(2025, 9, 1), "evidence": documents}
    moment = "2025-Q3" if content == STRICT else None
    recording.record(scene.workspace, [(scene.id(content), moment, typed)])
    return scene.records(content)[0].id


def unproven(scene: FollowUpScene) -> set[str]:
    picture = followup.picture(scene.workspace, TODAY)
    rows = evidence.without_evidence(picture, scene.workspace.queries.documents())
    return {row.content for row in rows}


def test_a_document_is_typed(scene):
    id_ = add(
        scene, reference=" 312/BC-UBND ", type="Báo cáo", issued_on=date(2025, 9, 8), issuer="UBND phường",
        abstract="  Kết quả quý III ", file=FILE,
    )  # fmt: skip
    found = document(scene, id_)
    assert (found.number, found.symbol, found.abstract) == ("312", "BC-UBND", "Kết quả quý III")
    assert scene.store.log[-1].operation.title == "Thêm tài liệu “BC 312/BC-UBND, 08/09/2025”"


def test_several_are_one_operation(scene):
    before = len(scene.store.log)
    ids, _ = evidence.add_documents(scene.workspace, [{"abstract": f"Tài liệu {n}"} for n in range(3)])
    assert len(ids) == 3 and len(scene.store.log) == before + 1
    assert scene.store.log[-1].operation.title == "Thêm 3 tài liệu"
    history.undo(scene.workspace)
    assert scene.workspace.queries.documents() == []


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "chưa có số, ký hiệu hoặc trích yếu"),
        ({"abstract": "  "}, "chưa có số, ký hiệu hoặc trích yếu"),
        ({"abstract": "Mật", "secret": True, "file": FILE}, "Tài liệu mật không được đưa tệp"),
        ({"abstract": "x", "kept_at_registry": True, "file": FILE}, "lưu tại văn thư không kèm tệp"),
        ({"abstract": "x", "issued_on": date(2025, 9, 21)}, "sau ngày hôm nay"),
    ],
)
def test_what_contradicts_itself_is_refused(scene, values, words):
    with pytest.raises(InvalidInput, match=words):
        add(scene, **values)
    assert scene.workspace.queries.documents() == []


def test_a_document_that_becomes_secret_refuses_its_file(scene):
    id_ = add(scene, abstract="Báo cáo", file=FILE)
    with pytest.raises(InvalidInput, match="mật"):
        evidence.edit_document(scene.workspace, id_, {"secret": True})
    evidence.edit_document(scene.workspace, id_, {"secret": True, "file": None})
    with pytest.raises(InvalidInput, match="mật"):
        evidence.edit_document(scene.workspace, id_, {"file": FILE})
    assert document(scene, id_).secret and document(scene, id_).file is None


def test_what_is_not_named_stays(scene):
    id_ = add(scene, reference="1/BC-UBND", abstract="Báo cáo", file=FILE)
    evidence.edit_document(scene.workspace, id_, {"issuer": "Sở Nội vụ"})
    found = document(scene, id_)
    assert (found.reference, found.abstract, found.file, found.issuer) == ("1/BC-UBND", "Báo cáo", FILE, "Sở Nội vụ")
    evidence.edit_document(scene.workspace, id_, {"abstract": None})
    assert document(scene, id_).abstract == ""


def test_a_proposal_gives_way_to_what_was_typed(scene):
    id_ = add(scene, abstract="BC 312-BC-UBND", reference="9/KH-UBND")
    evidence.take_proposal(
        scene.workspace, id_, {"reference": "312/BC-UBND", "type": "Báo cáo", "issued_on": date(2025, 9, 8)}
    )
    found = document(scene, id_)
    assert (found.reference, found.type, found.issued_on) == ("9/KH-UBND", "Báo cáo", date(2025, 9, 8))


def test_documents_are_attached_and_detached_everywhere_as_one_operation(scene):
    one, two = add(scene, abstract="Một"), add(scene, abstract="Hai")
    indicator = scene.tree.indicators[0].id
    measuring.measure(scene.workspace, [(indicator, "2025-Q3", "98")])
    value = scene.store.all(EntityKind.INDICATOR_VALUE)[0].id
    record = finish(scene, JULY)
    targets = [
        (EntityKind.RECORD, record),
        (EntityKind.INDICATOR_VALUE, value),
        (EntityKind.ITEM, scene.id(STRICT)),
        (EntityKind.INDICATOR, indicator),
    ]
    before = len(scene.store.log)
    evidence.attach(scene.workspace, targets, [one, two])
    evidence.attach(scene.workspace, targets, [one])  # nothing new
    assert len(scene.store.log) == before + 1
    roles = {(use.role, use.words) for use in line(scene, one).uses}
    assert roles == {
        (DocumentRole.RESULT, JULY),
        (DocumentRole.VALUE, "Tỷ lệ hồ sơ đúng hạn"),
        (DocumentRole.ITEM, STRICT),
        (DocumentRole.INDICATOR, "Tỷ lệ hồ sơ đúng hạn"),
    }
    assert {evidence.target_of(use) for use in line(scene, two).uses} == set(targets)
    evidence.detach(scene.workspace, targets, [one])
    assert line(scene, one).uses == () and len(line(scene, two).uses) == 4
    history.undo(scene.workspace)
    assert len(line(scene, one).uses) == 4


def test_nothing_is_attached_to_what_is_not_there(scene):
    id_ = add(scene, abstract="Một")
    with pytest.raises(NotFound):
        evidence.attach(scene.workspace, [(EntityKind.ITEM, 999)], [id_])
    with pytest.raises(NotFound):
        evidence.attach(scene.workspace, [(EntityKind.RECORD, 999)], [id_])


def test_done_without_evidence(scene):
    kept = add(scene, reference="15/BC-UBND", kept_at_registry=True)
    bare, whole = add(scene, abstract="Chưa có tệp"), add(scene, abstract="Có tệp", file=FILE)
    finish(scene, JULY, kept)
    finish(scene, UNDATED, bare)
    finish(scene, STRICT)
    assert unproven(scene) == {UNDATED, STRICT}
    evidence.attach(scene.workspace, [(EntityKind.ITEM, scene.id(STRICT))], [whole])
    assert unproven(scene) == {UNDATED}
    evidence.delete_documents(scene.workspace, [kept])
    assert unproven(scene) == {UNDATED, JULY}


def test_the_register_is_ordered_and_knows_its_files(scene, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1")
    stored = scene.workspace.evidence.put(path)
    here = add(scene, abstract="Có", file=stored, issued_on=date(2025, 9, 1))
    gone = add(scene, abstract="Mất", file=FILE, issued_on=date(2025, 9, 2))
    paper = add(scene, abstract="Giấy", kept_at_registry=True)
    found = [(row.document.id, row.state) for row in evidence.register(scene.workspace)]
    assert found == [(gone, FileState.MISSING), (here, FileState.PRESENT), (paper, None)]
    assert evidence.check(scene.workspace, document(scene, gone)) is FileState.MISSING
    assert evidence.check(scene.workspace, document(scene, paper)) is None


def test_documents_of_the_bin_are_not_shown_as_chosen(scene):
    one, two = add(scene, abstract="Một"), add(scene, abstract="Hai")
    evidence.delete_documents(scene.workspace, [one])
    assert [row.id for row in evidence.documents_by_id(scene.workspace, [two, one])] == [two]


def test_a_file_is_needed_as_long_as_the_log_remembers_it(scene):
    id_ = add(scene, abstract="Báo cáo", file=FILE)
    evidence.edit_document(scene.workspace, id_, {"file": None})
    evidence.delete_documents(scene.workspace, [id_])
    evidence.let_go_of_files(scene.workspace)
    assert scene.store.evidence.let_go_of == [frozenset({FILE.sha256})]


def test_a_new_document_is_called_as_its_file():
    assert evidence.draft_of_file(Path("Phụ lục.xlsx").name, FILE) == {"abstract": "Phụ lục", "file": FILE}
