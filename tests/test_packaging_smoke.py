"""The smoke test's own means: its files, its look at pictures, its verdicts. No frozen program is needed."""

from __future__ import annotations

import random
import struct
import sys
import zlib
from io import BytesIO

import pytest

import smoke
import smoke_files
import smoke_safety
import smoke_steps
from cchc_desktop.documents.child import read_here
from cchc_desktop.documents.raw import RawTable
from cchc_desktop.domain.errors import RefusedFile
from smoke_picture import read_png
from smoke_program import Answer, Fault, Program, folder_digest, require_that

# ---------------------------------------------------------------- files


def test_the_appendix_is_an_honest_word_file(tmp_path):
    blocks = read_here(smoke_files.write_appendix(tmp_path / "a.docx")).blocks
    (table,) = (block for block in blocks if isinstance(block, RawTable))
    assert [tuple(cell.text for cell in row.cells) for row in table.rows] == list(smoke_files.ROWS)
    assert list(blocks[:3]) == list(smoke_files.TITLE)


def test_its_counts_are_those_of_its_rows():
    numbers = [row[0] for row in smoke_files.ROWS[1:]]
    assert sum(number.isdigit() for number in numbers) == smoke_files.ITEMS
    assert sum(not number.isdigit() for number in numbers) == smoke_files.SECTIONS


@pytest.mark.parametrize("name", sorted(smoke_safety._HOSTILE))
def test_hostile_files_are_hostile(tmp_path, name):
    with pytest.raises(RefusedFile):
        read_here(smoke_safety._HOSTILE[name](tmp_path / name))


# ---------------------------------------------------------------- pictures


def png_of(mode, size, pixels):
    from PIL import Image

    image = Image.frombytes(mode, size, pixels)
    file = BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize(("mode", "channels"), [("RGB", 3), ("RGBA", 4)])
def test_a_picture_is_read_as_a_library_reads_it(mode, channels):
    chance = random.Random(3)
    smooth = bytes((x * y // 7 + chance.randrange(3)) % 256 for y in range(40) for x in range(60 * channels))
    picture = read_png(png_of(mode, (60, 40), smooth))
    pixels = [smooth[at : at + 3] for at in range(0, len(smooth), channels)]
    assert (picture.width, picture.height) == (60, 40)
    assert picture.colours == {colour: pixels.count(colour) for colour in pixels}
    assert not picture.is_blank


@pytest.mark.parametrize("kind", range(5))
def test_every_filter_is_undone(kind):
    """One pixel per line, each line stored by the same filter (PNG specification, clause 9.2)."""
    values = [(10, 20, 30), (11, 25, 20), (200, 0, 255)]
    above = (0, 0, 0)
    lines = b""
    for value in values:
        predicted = {0: (0, 0, 0), 1: (0, 0, 0), 2: above, 3: tuple(up // 2 for up in above), 4: above}[kind]
        lines += bytes([kind, *((want - guess) % 256 for want, guess in zip(value, predicted, strict=True))])
        above = value
    picture = read_png(png_file(1, len(values), lines))
    assert set(picture.colours) == {bytes(value) for value in values}


def png_file(width, height, lines, kind=2, depth=8):
    chunks = {b"IHDR": struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0), b"IDAT": zlib.compress(lines)}
    body = b"".join(struct.pack(">I", len(data)) + name + data + bytes(4) for name, data in chunks.items())
    return b"\x89PNG\r\n\x1a\n" + body


def test_a_window_of_one_colour_is_blank():
    lonely = bytearray(b"\xf0\xf0\xf0" * 10_000)
    for number in range(30):
        lonely[number * 3] = number
    assert read_png(png_of("RGB", (100, 100), bytes(b"\xf0\xf0\xf0" * 10_000))).is_blank
    assert read_png(png_of("RGB", (100, 100), bytes(lonely))).is_blank


@pytest.mark.parametrize("data", [b"", b"GIF89a", png_file(1, 1, b"\0\0", kind=3), png_file(1, 1, b"\0" * 7, depth=16)])
def test_what_qt_does_not_write_is_refused(data):
    with pytest.raises(ValueError, match="PNG"):
        read_png(data)


# ---------------------------------------------------------------- program and verdicts

PROGRAM = """#!{python}
import os, sys, time
words = sys.argv[1:]
if words == ["slow"]:
    time.sleep(60)
elif words == ["refuse"]:
    print("Không được.", file=sys.stderr)
    sys.exit(2)
else:
    print(os.getcwd(), sorted(os.environ), sep="|")
"""


@pytest.fixture
def program(tmp_path):
    if sys.platform == "win32":
        pytest.skip("a script is no program on Windows")
    folder = tmp_path / "program"
    folder.mkdir()
    (folder / "cchc").write_text(PROGRAM.format(python=sys.executable), encoding="utf-8")
    (folder / "cchc").chmod(0o755)
    place = tmp_path / "Máy của chị Hường"
    place.mkdir()
    made = Program(folder, place)
    made.make_folders()
    return made


def test_the_program_runs_elsewhere_with_nothing_of_python(program, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", "somewhere")
    folder, variables = program.run("where").out.split("|")
    assert folder == str(program.place / "elsewhere")
    assert "CCHC_HOME" in variables
    assert not {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"} & set(variables.replace("'", " ").split())


@pytest.mark.parametrize(
    ("arguments", "options", "words"),
    [
        (("refuse",), {}, "exit code 2, not 0: Không được."),
        (("where",), {"code": 2}, "exit code 0, not 2"),
        (("slow",), {"seconds": 0.5}, "not done within"),
    ],
)
def test_a_command_that_ends_otherwise_is_a_fault(program, arguments, options, words):
    with pytest.raises(Fault, match=words):
        program.run(*arguments, **options)


def test_an_answer_that_is_no_json_is_a_fault():
    with pytest.raises(Fault, match="no JSON"):
        _ = Answer(0, "Xin chào", "").json
    assert Answer(0, "[1]", "").json == [1]


def fails(program):
    require_that(False, "two plans")


def breaks(program):
    raise KeyError("items")


@pytest.mark.parametrize(
    ("check", "good", "words"),
    [
        (lambda program: "3 tasks", True, "ok     reads, 0.0 s: 3 tasks"),
        (fails, False, "FAILED reads, 0.0 s: two plans"),
        (breaks, False, "FAILED reads, 0.0 s: KeyError('items')"),
    ],
)
def test_verdicts(program, capsys, check, good, words):
    assert smoke.take(smoke.SmokeStep("reads", check), program) is good
    assert words in capsys.readouterr().out


@pytest.mark.parametrize(
    ("check", "code", "words"),
    [
        (lambda used: "well", 0, "2 of 2 ok"),
        (fails, 1, "1 of 2 ok"),
        (lambda used: (used.folder / "new.txt").write_text("x"), 1, "FAILED leaves nothing behind"),
        (lambda used: (used.temporary / "new.txt").write_text("x"), 1, "left in the temporary folder: ['new.txt']"),
    ],
)
def test_one_bad_step_fails_the_run(program, capsys, check, code, words):
    program.database.parent.mkdir(parents=True)
    assert smoke.run_program(program, [smoke.SmokeStep("works", check)]) == code
    assert words in capsys.readouterr().out


def test_a_digest_sees_names_and_bytes(tmp_path):
    (tmp_path / "a").write_text("1")
    digests = {folder_digest(tmp_path)}
    (tmp_path / "a").write_text("2")
    digests.add(folder_digest(tmp_path))
    (tmp_path / "a").rename(tmp_path / "b")
    digests.add(folder_digest(tmp_path))
    assert len(digests) == 3


def test_steps_have_names_of_their_own():
    names = [step.name for step in smoke.STEPS]
    assert len(set(names)) == len(names)
    assert smoke.STEPS[-1].check is smoke_steps.open_window
