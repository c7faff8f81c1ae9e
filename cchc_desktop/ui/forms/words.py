"""Words of this screen that its lists share, and what is asked for by dialogs of files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from cchc_desktop.domain.forms.cells import ReadCell
from cchc_desktop.domain.forms.form import FORM_ENDINGS, SuperiorForm
from cchc_desktop.services.form_filling import DoubtCode
from cchc_desktop.ui.words import Words

_words = Words("SuperiorForms")

DOUBT_WORDS = _words.table(
    {
        DoubtCode.UNMAPPED: "Chưa gán nguồn",
        DoubtCode.EMPTY: "Chưa có số liệu",
        DoubtCode.GONE: "Kỳ này không có số liệu đó",
        DoubtCode.NUMBER: "Ô số nhưng nội dung không phải số",
        DoubtCode.LONG: "Nội dung dài, có thể không hiện hết",
    }
)
READ_ONLY = _words.mark("Dữ liệu đang mở chỉ để xem.")
_PARAGRAPH, _IN_TABLE = _words.mark("Đoạn {}"), _words.mark("{}, dòng {}, cột {}")
_GAP = _words.mark("{}, chỗ {}")
_FILES, _CHOOSE = _words.mark("Biểu mẫu Word, Excel"), _words.mark("Chọn tệp biểu mẫu của cấp trên")
_NO_PERIOD, _PERIODS = _words.mark("Chưa điền kỳ nào"), _words.mark("Đã điền {} kỳ, gần nhất {}")


def translated(words: str) -> str:
    """Return marked words in the language of the window."""
    return _words(words)


def place_words(cell: ReadCell, *, with_table: bool = False) -> str:
    """Return where a cell is as a person finds it: 'D7', 'D7 · Biểu 2', 'Bảng 1, dòng 4, cột 3', 'Đoạn 13'.

    The cell stands before the sheet: a narrow column cuts what is the same in all rows.
    """
    sheet, _, inside = cell.address.rpartition("!")
    if sheet:
        place = inside.partition(":")[0]
    elif cell.table:
        place = _words(_IN_TABLE).format(cell.table, cell.row, cell.column)
    else:
        place = _words(_PARAGRAPH).format(cell.row)
    place = _words(_GAP).format(place, cell.gap) if cell.gap else place
    return f"{place} · {cell.table}" if sheet and with_table else place


def filled_words(titles: tuple[str, ...]) -> str:
    """Return for which periods a form was filled; `titles` in the order of the periods."""
    return _words(_PERIODS).format(len(titles), titles[-1]) if titles else _words(_NO_PERIOD)


def form_icon(form: SuperiorForm) -> str:
    """Return the name of the icon of a form's format."""
    return "file-spreadsheet" if form.file.extension == "xlsx" else "file-text"


def choose_form(parent: QWidget, folder: Path) -> Path | None:
    """Ask for the file of a form, None where the person thinks better of it."""
    pattern = f"{_words(_FILES)} ({' '.join(f'*.{ending}' for ending in FORM_ENDINGS)})"
    name, _ = QFileDialog.getOpenFileName(parent.window(), _words(_CHOOSE), str(folder), pattern)
    return Path(name) if name else None
