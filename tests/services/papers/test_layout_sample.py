"""The sample by which a layout is looked at: the office's own facts, invented words, figures that agree."""

from __future__ import annotations

from dataclasses import replace

from cchc_desktop.domain.office import OfficeProfile, Signer, suggest_letterhead
from cchc_desktop.domain.papers.layout_profile import LayoutProfile
from cchc_desktop.domain.papers.report_figures import Counted, Scope
from cchc_desktop.services.papers.layout_sample import layout_sample

NAME = "Ủy ban nhân dân phường Hoa Sữa"


def test_an_office_that_said_nothing_has_a_sample_too():
    paper = layout_sample(OfficeProfile(), LayoutProfile())
    assert paper.issuer.lines == suggest_letterhead("Ủy ban nhân dân phường")
    assert paper.issuer.signer.name and paper.addressees
    assert all(section.is_written for section in paper.draft.sections)


def test_the_sample_is_the_offices_own_in_the_layout_that_is_tried():
    layout = replace(LayoutProfile(), left_mm=35)
    office = OfficeProfile(
        NAME, "UBND tỉnh", suggest_letterhead(NAME), "Hoa Sữa", signers=(Signer("Lê An", ("CHỦ TỊCH",)),)
    )
    paper = layout_sample(office, layout)
    issuer = paper.issuer
    assert (issuer.layout, issuer.name, issuer.place, issuer.signer.name) == (layout, NAME, "Hoa Sữa", "Lê An")
    assert paper.addressees == ("UBND tỉnh",)
    assert NAME in paper.draft.sections[-1].blocks[0].text


def test_its_table_adds_up():
    figures = layout_sample(OfficeProfile(), LayoutProfile()).report.figures
    parts = [figures.count(Counted.DONE, Scope(sections=group.scope.sections)) for group in figures.areas]
    assert sum(parts) == figures.count(Counted.DONE) > 0
