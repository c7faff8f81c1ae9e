"""What must hold for every page and dialog of plans, and samples that their tests share."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from cchc_desktop.domain.areas import AreaCode
from cchc_desktop.domain.indicators.indicator import Indicator
from cchc_desktop.domain.items import ItemKind, WorkItem
from cchc_desktop.domain.numbering import NumberingScheme
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import (
    AppendixColumn,
    AppendixForm,
    Column,
    DocumentRef,
    Plan,
    PlanKind,
    PlanState,
    PlanSummary,
    Section,
    SectionRows,
)
from cchc_desktop.domain.plan_tree import build_tree

TODAY = date(2026, 3, 2)
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
SECOND_HALF = Period(date(2025, 7, 1), date(2025, 12, 31))

FULL_PLAN = Plan(
    "Kế hoạch CCHC 6 tháng cuối năm 2025",
    PlanKind.SIX_MONTHS,
    SECOND_HALF,
    id=5,
    row_version=3,
    tracked_from=date(2025, 8, 1),
    issuer="Ủy ban nhân dân xã Tân Hòa",
    document=DocumentRef("Kế hoạch", "05/KH-UBND", date(2025, 7, 30)),
    signer_capacity="KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
    signer_name="Lê Thị Bình",
    legal_bases=("Căn cứ Luật thứ nhất;", "Căn cứ Nghị quyết thứ hai."),
    recipients=("- Như trên;", "- Lưu: VT."),
    state=PlanState.REPLACED,
    replaced_by_id=7,
    parent_plan_id=6,
    superior=True,
    numbering=NumberingScheme.PER_SECTION,
    form=AppendixForm(
        ("PHỤ LỤC I", "DANH MỤC NHIỆM VỤ"),
        (
            AppendixColumn(Column.NUMBER, "STT"),
            AppendixColumn(Column.LEAD, "Chủ trì", "Cơ quan"),
            AppendixColumn(Column.COORDINATING, "Phối hợp", "Cơ quan"),
            AppendixColumn(Column.CONTENT, "Nội dung"),
        ),
        SectionRows.MERGED,
    ),
    indicator_form=AppendixForm(columns=(AppendixColumn(Column.INDICATOR, "Chỉ tiêu"),)),
)


def summary(plan_id, title, period=YEAR, kind=PlanKind.ANNUAL):
    return PlanSummary(plan_id, title, kind, period, PlanState.ISSUED, DocumentRef(), 3)


OTHERS = (summary(5, "chính nó"), summary(6, "Kế hoạch giai đoạn 2021-2025"), summary(7, "Kế hoạch thay thế"))


def sample_tree(plan_id=1, superior=False):
    """Two sections; tasks 1 and 2 in the first, 2 with a sub-item 4, task 3 in the second; one indicator."""
    plan = Plan("Kế hoạch cải cách hành chính năm 2026", PlanKind.ANNUAL, YEAR, id=plan_id, superior=superior)
    sections = (
        Section(plan_id, "Cải cách thể chế", id=10, number="I", area=AreaCode.INSTITUTIONS, sort_key="a"),
        Section(plan_id, "Cải cách tài chính công", id=11, number="II", area=AreaCode.PUBLIC_FINANCE, sort_key="b"),
    )
    items = (
        WorkItem(plan_id, 10, "Rà soát văn bản năm 2026", id=1, number="1", sort_key="a", time_words="Quý IV/2026",
                 lead_words="Văn phòng HĐND và UBND"),
        WorkItem(plan_id, 10, "Rà soát thủ tục", id=2, number="2", sort_key="b", time_words="Thường xuyên"),
        WorkItem(plan_id, 10, "Lập danh mục ở cấp xã", id=4, parent_id=2, sort_key="a", kind=ItemKind.SUB_ITEM),
        WorkItem(plan_id, 11, "Công khai ngân sách", id=3, number="3", sort_key="a"),
    )  # fmt: skip
    return build_tree(plan, sections, items, (Indicator(plan_id, "Tỷ lệ đúng hạn", id=1, sort_key="a"),))


def with_carried(tree, item_id, source_id):
    """The tree with an item that carries out another plan's."""
    items = [replace(item, carries_out_id=source_id) if item.id == item_id else item for item in tree.items.values()]
    return build_tree(tree.plan, tree.sections, items, tree.indicators)


# --- what must hold everywhere


def reachable(widget):
    """Return what Tab visits inside a widget, in its order, as it is shown now."""
    found, stop = [], widget.nextInFocusChain()
    while stop is not widget:
        if widget.isAncestorOf(stop) and stop.isVisible() and stop.isEnabled() and _takes_tab(stop):
            found.append(stop)
        stop = stop.nextInFocusChain()
    return found


def _takes_tab(widget):
    is_frame = isinstance(widget, QScrollArea) or widget.focusProxy() is not None
    return bool(widget.focusPolicy() & 1) and not is_frame  # 1: Qt.TabFocus


def wanted_order(stops):
    """Return those stops that can be reached now; of buttons side by side only the chosen one is."""
    return [stop for stop in stops if stop.isVisible() and stop.isEnabled() and stop.focusPolicy() & 1]


def unnamed(widget):
    """Return fields, lists and buttons that a screen reader could not name."""
    fields = [
        child
        for child in widget.findChildren(QWidget)
        if isinstance(child, QLineEdit | QPlainTextEdit | QComboBox | QAbstractItemView | QAbstractButton)
        and child.focusPolicy() & 1
        and not _is_inside_a_list(child)
    ]
    return [child for child in fields if not child.accessibleName() and not _has_words(child)]


def _is_inside_a_list(child):
    in_popup = bool(child.window().windowFlags() & Qt.WindowType.Popup == Qt.WindowType.Popup)
    return in_popup or (isinstance(child.parentWidget(), QAbstractScrollArea) and isinstance(child, QAbstractButton))


def _has_words(child):
    return isinstance(child, QAbstractButton) and bool(child.text())


def completers(widget):
    """Return lines that would complete something inside themselves."""
    return [line for line in widget.findChildren(QLineEdit) if line.completer() is not None]


def show(qtbot, widget):
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    QApplication.processEvents()
    return widget
