"""Which font files a PDF is set in: the system's Times New Roman where it is complete, else those that are shipped."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest

from cchc_desktop.documents import fonts
from cchc_desktop.documents.fonts import default_folder, font_choices, font_file
from cchc_desktop.documents.writers.pdf import write_pdf
from tests.documents.appendix_samples import MOMENT, table_document

WINDOWS_NAMES = {"Regular": "times.ttf", "Bold": "timesbd.ttf", "Italic": "timesi.ttf", "BoldItalic": "timesbi.ttf"}


@pytest.fixture
def windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "Windows" / "Fonts"
    folder.mkdir(parents=True)
    monkeypatch.setenv("WINDIR", str(folder.parent))
    return folder


def pdf() -> bytes:
    target = io.BytesIO()
    write_pdf(table_document([("1", "ấ", "x")]), target, created=MOMENT)
    return target.getvalue()


def test_the_systems_fonts_come_first(windows: Path) -> None:
    (windows / "timesbd.ttf").write_bytes(b"")
    assert next(iter(font_choices("Bold"))) == windows / "timesbd.ttf"
    assert list(font_choices("Bold", default_folder())) == [font_file(default_folder(), "Bold")]
    assert list(font_choices("Italic", system=())) == [font_file(default_folder(), "Italic")]


def test_a_complete_font_of_the_system_is_embedded(windows: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_SYSTEM_NAMES", ({face: f"he-thong-{face}.ttf" for face in fonts.FACES},))
    for face in fonts.FACES:
        shutil.copy(font_file(default_folder(), face), windows / f"he-thong-{face}.ttf")
    from reportlab.pdfbase.pdfmetrics import getRegisteredFontNames

    assert b"/FontFile2" in pdf()
    assert "he-thong-Regular" in getRegisteredFontNames()


def test_a_font_that_cannot_be_read_is_passed_over(windows: Path) -> None:
    for name in WINDOWS_NAMES.values():
        (windows / name).write_bytes(b"not a font")
    assert b"LiberationSerif" in pdf()
