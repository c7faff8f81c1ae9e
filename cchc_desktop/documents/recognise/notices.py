"""Messages about rows and columns that were placed by judgement or not placed at all."""

from __future__ import annotations

from collections.abc import Sequence

from cchc_desktop.documents.recognise.tables import Block, Line
from cchc_desktop.domain.plan import Column
from cchc_desktop.domain.problems import Problem


def about(line: Line, column: Column | None, message: str, suggestion: str) -> Problem:
    """Return a problem about one row, or about one cell of it."""
    cell = None if column is None else line.cell_name(column)
    return Problem(line.table.name, line.number, cell, message, suggestion)


def quoted(lines: Sequence[Line]) -> str:
    """Return the words of rows for a message, cells divided by ' | ', rows by ' / '."""
    return " / ".join(" | ".join(text for _, text in line.own) for line in lines)


def foot(lines: Sequence[Line]) -> Problem:
    """The rows below the last item are no items."""
    return about(
        lines[0], None,
        f"Dòng ở cuối bảng không phải nhiệm vụ hay chỉ tiêu nên không được nhập: “{quoted(lines)}”.",
        "Nếu đây là nội dung của kế hoạch, thêm vào bằng tay sau khi nhập.",
    )  # fmt: skip


def before_any_section(line: Line) -> Problem:
    """Items stand before the first section heading."""
    return about(
        line, None, "Nhiệm vụ đứng trước tên lĩnh vực đầu tiên nên được xếp vào một mục chưa có tên.",
        "Đặt tên cho mục này hoặc chuyển các nhiệm vụ sang đúng lĩnh vực.",
    )  # fmt: skip


def sub_row(line: Line, number: str | None) -> Problem:
    """A row without a number of its own became a sub-row."""
    parent = f"nhiệm vụ {number.rstrip('.:)')}" if number else "nhiệm vụ ở dòng trên"
    return about(
        line, None, f"Dòng không có số thứ tự, có nội dung riêng: được nhập thành dòng con của {parent}.",
        "Nếu là nhiệm vụ riêng, chuyển ra ngoài và đặt số thứ tự.",
    )  # fmt: skip


def continuation(line: Line) -> Problem:
    """A row only carries on the row above."""
    return about(
        line, None, f"Dòng này được nối vào dòng ngay trên (dòng bị ngắt giữa hai trang): “{quoted([line])}”.",
        "Đối chiếu với bản gốc; nếu là nhiệm vụ riêng, tách ra sau khi nhập.",
    )  # fmt: skip


def unknown_columns(block: Block) -> list[Problem]:
    """Columns whose header says nothing known; their words are kept in the notes, or quoted where notes exist."""
    cells, origins = block.header.cells, block.header.origins
    unknown = [place for place, cell in enumerate(cells) if cell.column is None and origins[place] == place]
    told = [place for place in unknown if _texts(block, place) or (cells[place].name and not block.continues)]
    problems = [_unknown_column(block, place) for place in told]
    stray = [line for line in block.lines if line.own[-1][0] >= len(cells)]
    return problems + [_stray(line) for line in stray]


def _texts(block: Block, place: int) -> list[str]:
    origins = block.header.origins
    return [
        f"dòng {line.number}: {text}"
        for line in block.lines
        for at, text in line.own
        if at < len(origins) and origins[at] == place
    ]


def _unknown_column(block: Block, place: int) -> Problem:
    line, name = block.lines[0] if block.lines else None, block.header.cells[place].name
    table = line.table.name if line else ""
    cell = line.table.cell_name(place) if line else None
    texts = _texts(block, place)
    kept = _are_kept(block)
    if not texts:
        how = "cột này đang trống"
    elif kept:
        how = "nội dung của cột được giữ trong ô Ghi chú của từng nhiệm vụ"
    else:
        how = f"nội dung của cột không được nhập ({'; '.join(texts)})"
    return Problem(
        table, None, cell, f"Không nhận ra {f'cột “{name}”' if name else 'cột không có tên'}: {how}.",
        "Nếu cột này cần theo dõi, đổi tên cột theo mẫu phụ lục rồi nhập lại.",
    )  # fmt: skip


def _are_kept(block: Block) -> bool:
    return block.header.place(Column.NOTE) is None and block.header.place(Column.CONTENT) is not None


def _stray(line: Line) -> Problem:
    width = len(line.header.cells)
    words = " | ".join(text for place, text in line.own if place >= width)
    return about(
        line, None, f"Có chữ ở ngoài các cột của bảng: “{words}”.",
        "Kiểm tra ô này trong tệp; nếu cần, chép vào đúng cột rồi nhập lại.",
    )  # fmt: skip
