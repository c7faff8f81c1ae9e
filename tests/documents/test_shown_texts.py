"""What people type comes back as typed from every paper in every format, and no program finds anything to run in it."""

from __future__ import annotations

import io
import re
import unicodedata
from zipfile import ZipFile

import openpyxl
import pypdfium2
import pypdfium2.raw as pdfium_c
import pytest

from cchc_desktop.documents.model import Document
from cchc_desktop.documents.writers.docx import write_docx
from cchc_desktop.documents.writers.xlsx import write_xlsx
from tests.documents.appendix_samples import MOMENT
from tests.documents.payloads import PAYLOADS
from tests.documents.shown_papers import PAPERS, SHORTENED, Maker, packed
from tests.documents.test_paper_formats import READERS, pdf
from tests.documents.test_pdf_writer import letters

MORE = (
    "=cmd|' /C calc'!A0", "+1", "@SUM(1+1)*cmd|' /C calc'!A0", "{ MERGEFIELD Ten }", "MERGEFIELD \\* MERGEFORMAT",
    "{ PAGE }", '{ HYPERLINK "http://x.invalid" }', "«Ten»", "\\x00", "\\u202e", "&amp;amp;", "<w:instrText>PAGE",
    "<is><t>x</t></is>", "&C&P", "%PDF-1.7 endobj", "BT (x) Tj ET", "/JavaScript (app.alert)", "[$-42A]dd", "_x000D_",
    "javascript:alert(1)", "DDE(\"cmd\";\"/C calc\";\"x\")", "<?mso-application?>",
)  # fmt: skip
HOSTILE = (*PAYLOADS, *MORE)
papers = pytest.mark.parametrize(("name", "make"), PAPERS.items(), ids=list(PAPERS))


def _docx(document: Document) -> bytes:
    target = io.BytesIO()
    write_docx(document, target, created=MOMENT)
    return target.getvalue()


def _xlsx(document: Document) -> bytes:
    target = io.BytesIO()
    write_xlsx(document, target, created=MOMENT)
    return target.getvalue()


def _bare(text: str) -> str:
    """Return a text without white space: a line may break anywhere in a long word.

    PDFium gives U+FFFE for a hyphen that ends a line.
    """
    return "".join(text.replace("\ufffe", "-").split())


def _marked(texts: tuple[str, ...]) -> list[str]:
    return [f"{number}»{text}«" for number, text in enumerate(texts)]


def _documents(name: str, make: Maker, texts: list[str]) -> list[Document]:
    """Return papers that hold all texts: the chairman's page shows few rows, so it takes several."""
    if name != SHORTENED:
        return [make(texts)]
    parts = packed(texts, 3)
    return [make(parts[first : first + 4]) for first in range(0, len(parts), 4)]


@papers
@pytest.mark.parametrize("kind", list(READERS))
def test_a_hundred_hostile_texts_stay_as_typed(kind: str, name: str, make: Maker) -> None:
    texts = _marked(HOSTILE)
    found = _bare(" ".join(map(READERS[kind], _documents(name, make, texts))))
    assert len(texts) >= 60
    assert [text for text in texts if _bare(text) not in found] == []


@papers
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_every_vietnamese_letter_comes_back_composed(form: str, name: str, make: Maker) -> None:
    spelled = [unicodedata.normalize(form, letter) for letter in letters()]  # type: ignore[arg-type]
    document = make([" ".join(spelled[:67]), " ".join(spelled[67:])])
    for read in READERS.values():
        found = read(document)
        assert unicodedata.is_normalized("NFC", found)
        assert set(letters()) <= set(found.split())


# --- nothing is opened or executed -------------------------------------------------------------------------------


@papers
def test_a_word_file_has_no_field_but_the_page_number_and_names_nothing_outside(name: str, make: Maker) -> None:
    (data, *_) = map(_docx, _documents(name, make, _marked(HOSTILE)))
    package = ZipFile(io.BytesIO(data))
    body = package.read("word/document.xml").decode()
    for element in ("<w:fldChar", "<w:instrText", "<w:fldSimple", "<w:hyperlink", "<w:altChunk", "<w:object"):
        assert element not in body
    headers = "".join(package.read(part).decode() for part in package.namelist() if part.startswith("word/header"))
    codes = [part.partition("</w:instrText>")[0] for part in headers.split('<w:instrText xml:space="preserve">')[1:]]
    assert set(codes) == {" PAGE "}
    assert not any(b"TargetMode" in package.read(part) for part in package.namelist() if part.endswith(".rels"))


@papers
def test_a_workbook_has_no_formula_and_no_link(name: str, make: Maker) -> None:
    (data, *_) = map(_xlsx, _documents(name, make, _marked(HOSTILE)))
    package = ZipFile(io.BytesIO(data))
    assert not [part for part in package.namelist() if "externalLink" in part or part.endswith((".bin", ".vml"))]
    assert not any(b"TargetMode" in package.read(part) for part in package.namelist() if part.endswith(".rels"))
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert not any(cell.hyperlink for cell in cells)


@pytest.mark.parametrize("text", [text for text in HOSTILE if text.startswith(("=", "+", "-", "@"))])
def test_editing_a_cell_does_not_make_a_formula_of_it(text: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(_xlsx(PAPERS["tracking"]([text]))))
    found = [cell for row in book.worksheets[0].iter_rows() for cell in row if cell.value == text]
    assert [cell.quotePrefix for cell in found] == [True]


@pytest.mark.parametrize("text", ["_x0041_", "_x000D_", "_x00e9_x", "a_x005F_b"])
def test_excel_decodes_no_escape_in_what_was_typed(text: str) -> None:
    """Excel turns '_x0041_' into 'A' (ISO/IEC 29500-1, 22.9.2.19); openpyxl does not, so the XML itself is read."""
    package = ZipFile(io.BytesIO(_xlsx(PAPERS["tracking"]([text]))))
    stored = re.findall(r"<t[^>]*>([^<]*)</t>", package.read("xl/worksheets/sheet1.xml").decode())
    shown = [re.sub(r"_x([0-9A-Fa-f]{4})_", lambda code: chr(int(code[1], 16)), part) for part in stored]
    assert text in shown


@papers
def test_a_pdf_has_no_action_and_no_link(name: str, make: Maker) -> None:
    (data, *_) = map(pdf, _documents(name, make, _marked(HOSTILE)))
    for action in (
        b"/S /JavaScript",
        b"/S /Launch",
        b"/S /URI",
        b"/OpenAction",
        b"/AA ",
        b"/EmbeddedFile",
        b"/RichMedia",
        b"/AcroForm",
    ):
        assert action not in data
    file = pypdfium2.PdfDocument(data)
    assert pdfium_c.FPDFDoc_GetJavaScriptActionCount(file.raw) == 0
    assert pdfium_c.FPDFDoc_GetAttachmentCount(file.raw) == 0
    assert [pdfium_c.FPDFPage_GetAnnotCount(page.raw) for page in file] == [0] * len(file)


# --- characters that no file holds, and those that turn words round ----------------------------------------------

CONTROLS = "trước\x00\x01\x07\x1b\x7f\x85\ud800\ufffesau"
TURNED = "số \u202e12\u202c và \u200f\u2067ba\u2069 mục"


@papers
def test_control_characters_are_left_out_and_told(name: str, make: Maker) -> None:
    document = make([CONTROLS, "b"])
    for read, write in zip(READERS.values(), (pdf, _docx, _xlsx), strict=True):
        assert "trước sau" in read(document)
        assert write(document)
    notes = write_docx(document, io.BytesIO(), created=MOMENT)
    assert notes and all("ký tự điều khiển" in note for note in notes)


@papers
@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_marks_of_direction_stay_as_typed(kind: str, name: str, make: Maker) -> None:
    assert TURNED in READERS[kind](make([TURNED, "b"]))


@papers
def test_marks_of_direction_turn_no_words_of_a_pdf(name: str, make: Maker) -> None:
    found = READERS["pdf"](make([TURNED, "b"]))
    shown = "".join(letter for letter in found if unicodedata.category(letter) != "Cf" and letter.isprintable())
    assert "số 12 và ba mục" in " ".join(shown.split())
