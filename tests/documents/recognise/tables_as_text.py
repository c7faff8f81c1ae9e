"""A notation for raw tables: a line per row, '|' between cells, '<' and '^' for merged slots, '//' for a line break."""

from __future__ import annotations

from cchc_desktop.documents.raw import RawCell, RawDocument, RawRow, RawTable
from cchc_desktop.documents.recognise.plan import recognise
from cchc_desktop.domain.draft import DraftItem, DraftPlan

HEAD = "TT | Nội dung nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian | Sản phẩm"
INDICATOR_HEAD = "STT | Chỉ tiêu | Đơn vị tính | Kết quả | Cơ quan theo dõi, đánh giá"


def table(text: str, name: str = "Bảng 1", letters: bool = False) -> RawTable:
    """Build a table from its notation; short rows are filled up with empty cells."""
    lines = [line.split("|") for line in text.strip("\n").split("\n")]
    width = max(map(len, lines))
    rows: list[RawRow] = []
    for number, line in enumerate(lines, start=1):
        cells: list[RawCell] = []
        for place, slot in enumerate([*map(str.strip, line), *[""] * (width - len(line))]):
            if slot == "<":
                cells.append(RawCell(cells[place - 1].text, "left"))
            elif slot == "^":
                cells.append(RawCell(rows[-1].cells[place].text, "above"))
            else:
                cells.append(RawCell(slot.replace("//", "\n")))
        rows.append(RawRow(number, tuple(cells)))
    return RawTable(name, tuple(rows), letters)


def sheet(text: str, name: str = "Sheet1") -> RawTable:
    """Build a sheet, whose columns have letters."""
    return table(text, name, letters=True)


def draft(*blocks: str | RawTable) -> DraftPlan:
    """Recognise a document of these blocks."""
    return recognise(RawDocument(blocks))


def draft_of(rows: str, head: str = HEAD) -> DraftPlan:
    """Recognise one table: the usual header and these rows."""
    return draft(table(f"{head}\n{rows.strip()}"))


def outline(plan: DraftPlan) -> str:
    """Print sections and items as an indented outline: kind's first letter, number, label, content."""
    lines: list[str] = []
    for section in plan.sections:
        lines.append(f"{section.number or '-'} {section.title}".rstrip())
        for item in section.items:
            lines += _outline(item, 1)
    return "\n".join(lines)


def _outline(item: DraftItem, depth: int) -> list[str]:
    parts = [item.kind.value[:1], item.number or "-", item.label or "", item.content]
    own = "  " * depth + " ".join(filter(None, parts))
    return [own, *(line for child in item.children for line in _outline(child, depth + 1))]


def items(plan: DraftPlan) -> list[DraftItem]:
    """List all items at all depths."""
    return list(plan.all_items())


def messages(plan: DraftPlan) -> list[str]:
    """List the problems as 'row cell message'."""
    return [f"{problem.row or '-'} {problem.cell or '-'} {problem.message}" for problem in plan.problems]
