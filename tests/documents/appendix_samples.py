"""Plans of our own making for the tests of builders and writers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from cchc_desktop.documents.model import Cell, Document, Paragraph, Row, Table, TextStyle
from cchc_desktop.domain.indicators.indicator import Indicator
from cchc_desktop.domain.items import ItemKind, WorkItem
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import AppendixColumn, AppendixForm, Column, DocumentRef, Plan, PlanKind, Section
from cchc_desktop.domain.plan_tree import PlanTree, build_tree

MOMENT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)

NESTED_FORM = AppendixForm(
    title_block=("Phụ lục II", "NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH GIAI ĐOẠN 2026 - 2030"),
    columns=(
        AppendixColumn(Column.NUMBER, "TT"),
        AppendixColumn(Column.OBJECTIVE, "Mục tiêu"),
        AppendixColumn(Column.TASK, "Nhiệm vụ"),
        AppendixColumn(Column.CONTENT, "Hoạt động"),
        AppendixColumn(Column.PRODUCT, "Kết quả"),
        AppendixColumn(Column.LEAD, "Chủ trì", "Cơ quan thực hiện"),
        AppendixColumn(Column.COORDINATING, "Phối hợp", "Cơ quan thực hiện"),
        AppendixColumn(Column.TIME, "Thời gian"),
        AppendixColumn(Column.FUNDING, "Kinh phí"),
    ),
)


def plan(**changes: object) -> Plan:
    """Make the plan of a ward for 2026."""
    fields: dict[str, object] = {
        "title": "Kế hoạch cải cách hành chính phường Hoa Sữa năm 2026",
        "kind": PlanKind.ANNUAL,
        "period": Period(date(2026, 1, 1), date(2026, 12, 31)),
        "id": 1,
        "issuer": "Ủy ban nhân dân phường Hoa Sữa",
        "document": DocumentRef("Kế hoạch", "05/KH-UBND", date(2026, 2, 5)),
    }
    return Plan(**{**fields, **changes})  # type: ignore[arg-type]


class TreeMaker:
    """Collects sections, items and indicators in order and gives them ids."""

    def __init__(self, of: Plan | None = None) -> None:
        self.plan = of or plan()
        self.sections: list[Section] = []
        self.items: list[WorkItem] = []
        self.indicators: list[Indicator] = []

    def section(self, number: str | None, title: str) -> int:
        """Add a section; returns its id."""
        self.sections.append(
            Section(1, title, id=len(self.sections) + 1, number=number, sort_key=f"{len(self.sections):04}")
        )
        return len(self.sections)

    def item(self, content: str, parent: int | None = None, **fields: object) -> int:
        """Add an item to the last section; returns its id."""
        number = len(self.items) + 1
        self.items.append(
            WorkItem(
                1, self.sections[-1].id, content, id=number, parent_id=parent, sort_key=f"{number:06}", **fields  # type: ignore[arg-type]
            )
        )  # fmt: skip
        return number

    def indicator(self, text: str, **fields: object) -> None:
        """Add an indicator."""
        number = len(self.indicators) + 1
        self.indicators.append(Indicator(1, text, id=number, sort_key=f"{number:04}", **fields))  # type: ignore[arg-type]

    def tree(self) -> PlanTree:
        """Return the tree."""
        return build_tree(self.plan, self.sections, self.items, self.indicators)


CONTENTS = (
    "Ban hành Kế hoạch cải cách hành chính năm 2026 của phường",
    "Rà soát, cập nhật, công khai đầy đủ thủ tục hành chính tại Bộ phận Một cửa và trên Trang thông tin điện tử; "
    "kịp thời đề nghị sửa đổi những thủ tục còn vướng mắc, chồng chéo, gây khó khăn cho người dân, doanh nghiệp",
    "Khảo sát sự hài lòng của người dân đối với sự phục vụ của cơ quan hành chính",
    "Tuyên truyền, phổ biến công tác cải cách trên hệ thống truyền thanh:\n- Bản tin hằng tuần;\n- Mục hỏi đáp",
)
LEADS = ("Phòng Văn hóa - Xã hội", "Văn phòng HĐND và UBND", "Trung tâm Phục vụ hành chính công")
TIMES = ("Quý II/2026", "Thường xuyên", "Trước ngày 10/12/2026", "Hàng quý")


def flat_tree(sections: int = 4, tasks: int = 8, of: Plan | None = None) -> PlanTree:
    """Make a plan of sections with numbered tasks of different lengths; the first task has two sub-rows."""
    make = TreeMaker(of)
    number = 0
    for section in range(sections):
        make.section(("I", "II", "III", "IV", "V", "VI", "VII")[section], f"Nội dung cải cách thứ {section + 1}")
        for task in range(tasks):
            number += 1
            parent = make.item(
                f"{CONTENTS[number % 4]} (việc {number})",
                number=str(number),
                lead_words=LEADS[number % 3],
                coordinating_words="Các phòng, ban, đơn vị có liên quan" if number % 5 else None,
                time_words=TIMES[number % 4],
                product=f"Báo cáo kết quả số {number}",
            )
            for sub in ("Thẩm định", "Tổng hợp") if section == task == 0 else ():
                make.item(
                    f"{sub} kết quả rà soát", parent, kind=ItemKind.SUB_ITEM, lead_words=LEADS[0],
                    time_words="Quý III/2026", product="Văn bản",
                )  # fmt: skip
    return make.tree()


def nested_tree(activities: int = 5) -> PlanTree:
    """Make a plan of objectives, tasks and activities in the nine-column shape."""
    make = TreeMaker(plan(form=NESTED_FORM))
    make.section("I", "Cải cách thể chế")
    number = 0
    for objective in range(1, 3):
        top = make.item(
            f"Xây dựng hệ thống văn bản đồng bộ {objective}", kind=ItemKind.OBJECTIVE, number=f"1.{objective}.",
            label=f"Mục tiêu {objective}:",
        )  # fmt: skip
        for task in range(1, 3):
            parent = make.item(
                f"Nâng cao chất lượng công tác xây dựng văn bản {objective}.{task}", top, kind=ItemKind.TASK,
                number=f"2.{task}.", label=f"Nhiệm vụ {task}:",
            )  # fmt: skip
            for _ in range(activities):
                number += 1
                make.item(
                    f"{CONTENTS[number % 4]} (hoạt động {number})", parent, kind=ItemKind.ACTIVITY,
                    number=f"3.{number}:", label=f"Hoạt động {number}:", ordinal=str(number),
                    product=f"Báo cáo {number}", lead_words=LEADS[number % 3],
                    coordinating_words="Các bộ phận liên quan", time_words="Hàng năm", funding="Ngân sách phường",
                )  # fmt: skip
    return make.tree()


def indicator_tree() -> PlanTree:
    """Make a plan with indicators in two stages that repeat their words."""
    make = TreeMaker()
    for group, (stage, target) in enumerate((("Giai đoạn 2026 - 2027", "90"), ("Giai đoạn 2028 - 2030", "≥ 95"))):
        for number in range(1, 8):
            make.indicator(
                f"Tỷ lệ hồ sơ được tiếp nhận và giải quyết trực tuyến loại {number}", group_number="I" * (group + 1),
                group_title=stage, number=str(number), unit="%", target_words=target,
                agency_words="Trung tâm Phục vụ hành chính công",
            )  # fmt: skip
    return make.tree()


def table_document(rows: Iterable[Sequence[str]], columns: int = 3, **fields: object) -> Document:
    """Make a document of one table with a header row; the first row's texts count as body."""
    header = Row(tuple(Cell(place, f"Cột {place + 1}", TextStyle(bold=True)) for place in range(columns)))
    body = tuple(Row(tuple(Cell(place, text) for place, text in enumerate(row))) for row in rows)
    heading = Paragraph("Phụ lục", TextStyle(size=14, bold=True, align="center"), bookmark="Phụ lục")
    return Document((heading, Table(columns, (header,), body)), title="Phụ lục thử", **fields)  # type: ignore[arg-type]


def heading_row(words: str, columns: int = 3) -> Row:
    """Make a section row over all columns."""
    return Row((Cell(0, words, TextStyle(bold=True), columns),), True, words)
