"""Writes an appendix of a plan to a file: the builder, the layout and the writer that the file's ending names."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Protocol

from cchc_desktop.documents.layout.measure import Checkpoint
from cchc_desktop.documents.model import Document
from cchc_desktop.domain.disk_words import disk_words
from cchc_desktop.domain.errors import Cancelled, CannotWrite
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.domain.ports import CancelCheck, ProgressCallback
from cchc_desktop.safe_files import write_atomically

APPENDIX = "appendix"
INDICATORS = "indicators"

_OFFICE_LOCK = "~$"


class _Writer(Protocol):
    def __call__(
        self, document: Document, target: BinaryIO, *, created: datetime, checkpoint: Checkpoint
    ) -> tuple[str, ...]: ...


def write_appendix(
    tree: PlanTree, appendix: str, target: Path, progress: ProgressCallback, is_cancelled: CancelCheck
) -> tuple[str, ...]:
    """Write an appendix ('appendix' or 'indicators') as the target's ending says; see `ports.AppendixWriter`."""
    writer = _writer_for(target)
    document = _builder_for(appendix)(tree)

    def checkpoint(done: int, total: int) -> None:
        if is_cancelled():
            raise Cancelled()
        progress(done, total)

    checkpoint(0, 1)
    notes = _write(writer, document, target, checkpoint)
    progress(1, 1)
    return notes


def _write(writer: _Writer, document: Document, target: Path, checkpoint: Checkpoint) -> tuple[str, ...]:
    try:
        with write_atomically(target) as file:
            notes = writer(document, file, created=datetime.now(UTC), checkpoint=checkpoint)
            checkpoint(1, 1)
            return notes
    except OSError as error:
        raise CannotWrite(_reason(target, error)) from error


def _writer_for(target: Path) -> _Writer:
    """Return the writer of a file's ending; each is imported when used, for openpyxl and reportlab are slow to."""
    ending = target.suffix.lower()
    if ending == ".xlsx":
        from cchc_desktop.documents.writers.xlsx import write_xlsx

        return write_xlsx
    if ending == ".pdf":
        from cchc_desktop.documents.writers.pdf import write_pdf

        return write_pdf
    raise CannotWrite("Chỉ ghi được tệp .xlsx hoặc .pdf. Hãy đặt tên tệp có phần đuôi là một trong hai loại này.")


def _builder_for(appendix: str) -> Callable[[PlanTree], Document]:
    if appendix == APPENDIX:
        from cchc_desktop.documents.builders.appendix import build_appendix

        return build_appendix
    if appendix == INDICATORS:
        from cchc_desktop.documents.builders.indicators import build_indicators

        return build_indicators
    raise ValueError(f"no appendix named {appendix!r}")


def _reason(target: Path, error: OSError) -> str:
    if isinstance(error, PermissionError) and target.with_name(_OFFICE_LOCK + target.name).exists():
        return f"Không ghi được {target.name} vì Excel đang mở tệp này. Hãy đóng tệp hoặc chọn tên khác."
    if isinstance(error, PermissionError):
        return f"Không ghi được {target.name}: tệp đang mở hoặc thư mục không cho ghi. Hãy đóng tệp hoặc chọn nơi khác."
    if isinstance(error, FileNotFoundError):
        return f"Không có thư mục {target.parent}. Hãy chọn thư mục khác."
    return f"Không ghi được {target.name} ({disk_words(error)}). Hãy kiểm tra ổ đĩa hoặc chọn nơi khác."
