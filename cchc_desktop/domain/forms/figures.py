"""Figures and indicators as sources of a form's cells, by names that last while plans come and go.

A figure of an area is named by the area's code, not by the sections of one plan ('done/area=procedures'), and an
indicator keeps its words beside its id.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from cchc_desktop.domain.areas import AreaCode
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.forms.sources import CellSource, SourceKind
from cchc_desktop.domain.papers.report import BEFORE, SHARES, IndicatorLine, Report
from cchc_desktop.domain.papers.report_figures import COUNTED_NAMES, Counted, ReportFigures, RowsKey, Scope
from cchc_desktop.domain.text.folding import fold_words

_AREA, _AGENCY = "area=", "agency="
_COUNTED = {counted.value: counted for counted in Counted}
SHARE_NAMES = {"share": "Tỷ lệ hoàn thành (%)", "foreseen_share": "Ước tỷ lệ hoàn thành đến hết kỳ (%)"}
"""What the figures in percent are called."""
OTHER_WORDS: Mapping[Counted, tuple[str, ...]] = {
    Counted.TOTAL: ("nhiệm vụ được giao", "nhiệm vụ trong kế hoạch"),
    Counted.DONE: ("nhiệm vụ hoàn thành",),
    Counted.DONE_LATE: ("nhiệm vụ hoàn thành chậm", "nhiệm vụ hoàn thành muộn"),
    Counted.IN_TIME: ("nhiệm vụ đang thực hiện", "nhiệm vụ chưa hoàn thành trong hạn"),
    Counted.OVERDUE: (
        "nhiệm vụ quá hạn", "quá hạn", "trễ hạn", "nhiệm vụ quá hạn chưa hoàn thành",
        "nhiệm vụ chưa hoàn thành quá hạn",
    ),
    Counted.OPEN: ("nhiệm vụ chưa hoàn thành",),
}  # fmt: skip
"""What forms from above call the figures besides."""
_NAMELESS = frozenset({SourceKind.TYPED, SourceKind.NOTHING})
_INDICATORS = frozenset({SourceKind.INDICATOR, SourceKind.INDICATOR_BEFORE})


def require_source(source: CellSource) -> None:
    """Raise InvalidInput for a name that a source of its kind cannot have; fields are looked up by who knows them."""
    if (source.kind in _NAMELESS) is bool(source.name):
        raise InvalidInput(f"Nguồn “{source.text}” {'không có tên' if source.name else 'còn thiếu tên'}.")
    if source.kind is SourceKind.FIGURE and FigureName.read(source.name) is None:
        raise InvalidInput(f"Không có số liệu “{source.name}”. Xem tên các số liệu bằng “cchc form sources”.")
    if source.kind in _INDICATORS and not (source.name.isascii() and source.name.isdecimal()):
        raise InvalidInput(f"“{source.name}” không phải là số của một chỉ tiêu.")


@dataclass(frozen=True, slots=True)
class FigureName:
    """The name of a figure taken apart: what is counted, in which period, of which part of the report."""

    base: str
    is_before: bool = False
    area: AreaCode | None = None
    agency: int | None = None

    @property
    def text(self) -> str:
        """Return the name: 'done_before/area=procedures'."""
        area = f"/{_AREA}{self.area}" if self.area else ""
        agency = f"/{_AGENCY}{self.agency}" if self.agency is not None else ""
        return f"{self.base}{BEFORE if self.is_before else ''}{area}{agency}"

    @property
    def counted(self) -> Counted:
        """Return what is counted."""
        return SHARES.get(self.base) or _COUNTED[self.base]

    @property
    def is_share(self) -> bool:
        """Tell whether the figure is one in percent."""
        return self.base in SHARES

    @property
    def words(self) -> str:
        """Return what the figure is called, without its part."""
        name = SHARE_NAMES.get(self.base) or COUNTED_NAMES[_COUNTED[self.base]]
        return f"{name} (kỳ trước)" if self.is_before else name

    @classmethod
    def read(cls, text: str) -> FigureName | None:
        """Return the name that `text` gave, None for words that name no figure."""
        base, *parts = text.split("/")
        is_before = base.endswith(BEFORE)
        base = base.removesuffix(BEFORE)
        if base not in SHARES and base not in _COUNTED:
            return None
        area: AreaCode | None = None
        agency: int | None = None
        for part in parts:
            try:
                if part.startswith(_AREA):
                    area = AreaCode(part.removeprefix(_AREA))
                elif part.startswith(_AGENCY):
                    agency = int(part.removeprefix(_AGENCY))
                else:
                    return None
            except ValueError:
                return None
        return cls(base, is_before, area, agency)


@dataclass(frozen=True, slots=True)
class FigureValue:
    """A figure's number (None: a part of nothing) and the key of the rows that it counts."""

    number: Decimal | None
    key: RowsKey


AreaSections = Mapping[AreaCode, tuple[int, ...]]
"""The sections of a report's plans by area."""


def figure_value(report: Report, areas: AreaSections, name: FigureName) -> FigureValue | None:
    """Return a figure of a report by its lasting name; None where the report has no such part or no last period."""
    figures = report.figures if not name.is_before else report.since.figures if report.since else None
    scope = _scope(name, areas)
    if figures is None or scope is None:
        return None
    return FigureValue(_number(figures, name, scope), figures.key(name.counted, scope))


def _scope(name: FigureName, areas: AreaSections) -> Scope | None:
    sections = areas.get(name.area) if name.area else ()
    return None if sections is None else Scope(sections, name.agency)


def _number(figures: ReportFigures, name: FigureName, scope: Scope) -> Decimal | None:
    return figures.share(name.counted, scope) if name.is_share else Decimal(figures.count(name.counted, scope))


def indicator_line(report: Report, source: CellSource) -> IndicatorLine | None:
    """Return the indicator that a source names: by its id, else the only one of the same words (a later plan's)."""
    found = next((line for line in report.indicators if str(line.indicator_id) == source.name), None)
    if found is not None or not source.words:
        return found
    words = fold_words(source.words).split()
    same = [line for line in report.indicators if fold_words(line.text).split() == words]
    return same[0] if len(same) == 1 else None
