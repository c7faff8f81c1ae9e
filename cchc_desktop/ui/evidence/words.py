"""Words of this screen that lists share, and what a person should know before a file comes in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.evidence.files import PATTERNS, FileState, NameProposal
from cchc_desktop.domain.evidence.register import EvidenceDocument
from cchc_desktop.ui.evidence.lines import LineFilter
from cchc_desktop.ui.words import Words

_words = Words("Evidence")
_MEGABYTE = 1024 * 1024

SECRET_RULE = _words.mark(
    "Không đưa tệp của tài liệu mật vào máy. Với tài liệu mật hoặc bản giấy, chỉ ghi số, ngày và đánh dấu "
    "“Lưu tại văn thư”; tài liệu đó vẫn được tính là tài liệu kiểm chứng."
)
"""The Law on protection of state secrets 29/2018/QH14, article 5, as an office keeps it."""
STATE_WORDS = _words.table(
    {
        FileState.PRESENT: "Tệp còn nguyên",
        FileState.MISSING: "Mất tệp",
        FileState.CHANGED: "Tệp đã thay đổi",
    }
)
FILTER_WORDS = _words.table(
    {
        LineFilter.ALL: "Mọi tài liệu",
        LineFilter.WITH_FILE: "Có tệp",
        LineFilter.AT_REGISTRY: "Lưu tại văn thư",
        LineFilter.SECRET: "Mật",
        LineFilter.BROKEN: "Mất tệp hoặc tệp đã thay đổi",
        LineFilter.UNUSED: "Chưa dùng ở đâu",
        LineFilter.UNPROVEN: "Đã hoàn thành, chưa có tài liệu kiểm chứng",
    }
)
READ_ONLY = _words.mark("Dữ liệu đang mở chỉ để xem.")
_SECRET, _AT_REGISTRY = _words.mark("Mật"), _words.mark("Lưu tại văn thư")
_NO_FILE = _words.mark("Chưa có tệp")
_FILES = _words.mark("Tệp PDF, Word, Excel, ảnh")
_CHOOSE = _words.mark("Chọn tệp tài liệu")
_PROPOSED_NUMBER, _PROPOSED_DAY = _words.mark("số {}"), _words.mark("ngày {}")


def translated(words: str) -> str:
    """Return marked words in the language of the window."""
    return _words(words)


def file_words(document: EvidenceDocument, state: FileState | None) -> str:
    """Return what a list says of a document's file: 'PDF, 1,2 MB', or where the paper is."""
    if state is not None and state is not FileState.PRESENT:
        return STATE_WORDS[state]
    if document.file is not None:
        return f"{document.file.extension.upper()}, {size_words(document.file.size)}"
    return _words(_SECRET if document.secret else _AT_REGISTRY if document.kept_at_registry else _NO_FILE)


def size_words(size: int) -> str:
    """Return a size in bytes as people read it: '35 KB', '1,2 MB'."""
    if size < _MEGABYTE:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / _MEGABYTE:.1f} MB".replace(".", ",")


def proposal_words(proposal: NameProposal) -> str:
    """Return what a file's name proposes: 'Báo cáo, số 312/BC-UBND, ngày 08/09/2025'."""
    number = _words(_PROPOSED_NUMBER).format(proposal.reference) if proposal.reference else ""
    day = _words(_PROPOSED_DAY).format(show_day(proposal.issued_on)) if proposal.issued_on else ""
    return ", ".join(filter(None, (proposal.type or "", number, day)))


def choose_files(parent: QWidget, folder: str = "") -> Sequence[Path]:
    """Ask for files that may come in; none where the person thinks better of it."""
    pattern = f"{_words(_FILES)} ({' '.join(PATTERNS)})"
    names, _ = QFileDialog.getOpenFileNames(parent, _words(_CHOOSE), folder, pattern)
    return [Path(name) for name in names]


def choose_file(parent: QWidget, folder: str = "") -> Path | None:
    """Ask for one file that may come in."""
    pattern = f"{_words(_FILES)} ({' '.join(PATTERNS)})"
    name, _ = QFileDialog.getOpenFileName(parent, _words(_CHOOSE), folder, pattern)
    return Path(name) if name else None
