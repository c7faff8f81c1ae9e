"""Which columns a view shows, in which order and how wide: the plan's own choice until someone makes another one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from cchc_desktop.ui.workbench.columns import COLUMNS, FIXED_COLUMNS, ColumnSpec, PlanColumn

_DESIGNED_FOR = 10
"""Points of the text that the columns' own widths are made for."""
_NARROWEST, _WIDEST = 40, 4000
_LEAST_SHARE = 0.84
"""Of its own width a column keeps at least so much where the view is a little too narrow for all of them."""


@dataclass(frozen=True, slots=True)
class ColumnState:
    """What a person decided about the columns of one way of looking; None and empty leave it to the plan."""

    shown: frozenset[PlanColumn] | None = None
    order: tuple[PlanColumn, ...] = ()
    widths: tuple[tuple[PlanColumn, int], ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the state as plain values, columns by their names."""
        values: dict[str, Any] = {}
        if self.shown is not None:
            values["shown"] = [_name(column) for column in sorted(self.shown)]
        if self.order:
            values["order"] = [_name(column) for column in self.order]
        if self.widths:
            values["widths"] = {_name(column): width for column, width in self.widths}
        return values

    @classmethod
    def from_json(cls, values: Any) -> ColumnState:
        """Return the state that `to_json` wrote; what is unknown or no state at all is left out."""
        if not isinstance(values, Mapping):
            return cls()
        shown, widths = values.get("shown"), values.get("widths")
        return cls(
            frozenset((*_columns(shown), *FIXED_COLUMNS)) if isinstance(shown, list) else None,
            _columns(values.get("order")),
            tuple(
                (column, width)
                for name, width in (widths.items() if isinstance(widths, Mapping) else ())
                for column in _columns([name])
                if type(width) is int and _NARROWEST <= width <= _WIDEST
            ),
        )


class ColumnWidths(QObject):
    """Keeps a header as its person wants it, one state for each way of looking that the view is used for.

    Columns get their width and a share of the room left over, until someone drags one: widths are theirs from then on.
    """

    changed = Signal()
    """A person changed something."""

    def __init__(self, view: QAbstractItemView, header: QHeaderView, way: str) -> None:
        super().__init__(header)
        self._view = view
        self._header = header
        self._states: dict[str, ColumnState] = {}
        self._way = way
        self._used: frozenset[int] = frozenset(PlanColumn)
        self._barred: frozenset[int] = frozenset()
        self._is_ours = False
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(False)
        header.sectionResized.connect(self._resized)
        header.sectionMoved.connect(self._moved)

    # --- what is shown

    @property
    def offered(self) -> list[ColumnSpec]:
        """The columns that can be shown in this way of looking."""
        return [spec for spec in COLUMNS if spec.column not in self._barred]

    def is_shown(self, column: int) -> bool:
        """Tell whether a column is on the screen."""
        return not self._header.isSectionHidden(column)

    def is_changed(self) -> bool:
        """Tell whether a person decided anything about these columns."""
        return self._state != ColumnState()

    def show(self, used: Collection[int], barred: Collection[int] = ()) -> None:
        """Show the columns that the plan uses, unless others were chosen; barred ones never."""
        self._used, self._barred = frozenset(used), frozenset(barred)
        self._arrange()

    def look(self, way: str) -> None:
        """Change to the columns of another way of looking."""
        if way != self._way:
            self._way = way
            self._arrange()

    def state(self) -> ColumnState:
        """Return what was decided about the columns that are looked at."""
        return self._state

    def put(self, way: str, state: ColumnState) -> None:
        """Decide about the columns of a way of looking."""
        self._states[way] = state
        if way == self._way:
            self._arrange()
        self.changed.emit()

    def keep_ways(self, wanted: Callable[[str], bool]) -> None:
        """Forget what was decided about ways of looking that are not wanted any more."""
        self._states = {way: state for way, state in self._states.items() if wanted(way)}

    def choose(self, column: PlanColumn, shown: bool) -> None:
        """Show or hide a column from now on."""
        now = {spec.column for spec in COLUMNS if self.is_shown(spec.column)}
        chosen = frozenset(now | {column} if shown else now - {column})
        self._keep(replace(self._state, shown=chosen | set(FIXED_COLUMNS)))
        self._arrange()

    def reset(self) -> None:
        """Leave everything to the plan again."""
        self._keep(ColumnState())
        self._arrange()

    def share(self) -> None:
        """Fit the columns into the view; a view too narrow for them is scrolled."""
        if self._header.count() < len(COLUMNS):
            return
        own = dict(self._state.widths)
        scale = max(1.0, self._view.font().pointSizeF() / _DESIGNED_FOR)
        shown = [spec for spec in COLUMNS if self.is_shown(spec.column)]
        widths = {spec.column: own.get(spec.column, round(spec.width * scale)) for spec in shown}
        if not own:
            share_out(widths, shown, self._view.viewport().width())
        self._is_ours = True
        for column, width in widths.items():
            self._header.resizeSection(column, width)
        self._is_ours = False

    # --- keeping

    def states(self) -> dict[str, Any]:
        """Return what was decided, by way of looking, as plain values."""
        return {way: values for way, state in self._states.items() if (values := state.to_json())}

    def restore(self, states: Mapping[str, Any]) -> None:
        """Bring back what `states` returned."""
        self._states = {str(way): ColumnState.from_json(values) for way, values in states.items()}
        self._arrange()

    @property
    def _state(self) -> ColumnState:
        return self._states.get(self._way, ColumnState())

    def _keep(self, state: ColumnState) -> None:
        self._states[self._way] = state
        self.changed.emit()

    def _arrange(self) -> None:
        if self._header.count() < len(COLUMNS):
            return
        chosen = self._state.shown
        shown = (self._used if chosen is None else chosen) - self._barred | set(FIXED_COLUMNS)
        self._is_ours = True
        for spec in COLUMNS:
            self._header.setSectionHidden(spec.column, spec.column not in shown)
        for place, column in enumerate(_whole_order(self._state.order)):
            self._header.moveSection(self._header.visualIndex(column), place)
        self._is_ours = False
        self.share()

    def _resized(self, _column: int, before: int, after: int) -> None:
        if not self._is_ours and before and after:
            widths = [(spec.column, self._header.sectionSize(spec.column)) for spec in COLUMNS]
            self._keep(replace(self._state, widths=tuple(entry for entry in widths if entry[1])))

    def _moved(self) -> None:
        """Keep the order that a person made; what a row is stays in front."""
        if self._is_ours:
            return
        order = [PlanColumn(self._header.logicalIndex(place)) for place in range(self._header.count())]
        self._keep(replace(self._state, order=tuple(column for column in order if column not in FIXED_COLUMNS)))
        self._arrange()


def share_out(widths: dict[PlanColumn, int], shown: Collection[ColumnSpec], room: int) -> None:
    """Share out what the columns leave of the room, or what they lack where that spares scrolling sideways."""
    if room < sum(widths.values()):
        _take_shares(widths, [spec for spec in shown if spec.weight and spec.column is not PlanColumn.TIME], room)
    else:
        _add_shares(widths, shown, room)


def _take_shares(widths: dict[PlanColumn, int], giving: Collection[ColumnSpec], room: int) -> None:
    """Make columns narrower in proportion; dates and statuses give nothing, and no column gives too much."""
    given = sum(widths[spec.column] for spec in giving)
    left = given - (sum(widths.values()) - room)
    if left >= given * _LEAST_SHARE:
        for spec in giving:
            widths[spec.column] = widths[spec.column] * left // given


def _add_shares(widths: dict[PlanColumn, int], shown: Collection[ColumnSpec], room: int) -> None:
    """Share out by weight what the columns leave of the room."""
    spare, weights = room - sum(widths.values()), sum(spec.weight for spec in shown)
    for spec in shown:
        extra = spare * spec.weight // max(1, weights)
        widths[spec.column] += extra
        spare, weights = spare - extra, weights - spec.weight


def _whole_order(order: Collection[PlanColumn]) -> list[PlanColumn]:
    """Return all columns: the fixed ones, those in the given order, and the rest in the order of the models."""
    return list(dict.fromkeys((*FIXED_COLUMNS, *order, *PlanColumn)))


def _name(column: PlanColumn) -> str:
    return column.name.lower()


def _columns(names: Any) -> tuple[PlanColumn, ...]:
    known = {_name(column): column for column in PlanColumn}
    found = (known.get(name) for name in names if isinstance(name, str)) if isinstance(names, list) else ()
    return tuple(dict.fromkeys(column for column in found if column is not None))
