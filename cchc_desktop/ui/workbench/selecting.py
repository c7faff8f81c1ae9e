"""The selection of tree and table: remembered, so that very many ranges are asked for once and taken in one go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QTimer,
)
from PySide6.QtWidgets import QAbstractItemView

_FLAG = QItemSelectionModel.SelectionFlag
_MOST_COMPARED = 50
"""Selected ranges that Qt may compare with those that take their place."""


class Span(NamedTuple):
    """A range of selected cells; `parent` is the key of the row above its rows, 0 for top rows."""

    parent: int
    top: int
    bottom: int
    left: int
    right: int


Corners = Callable[[Span], tuple[QModelIndex, QModelIndex]]


class PlanSelection(QItemSelectionModel):
    """Widens ranges to whole rows itself: Qt compares each one with all before it, a minute for an open tree.

    To ask Qt for the ranges of an open tree takes as long as a slice may, so what it answered is kept.
    """

    def __init__(self, model: QAbstractItemModel, parent: QObject | None = None) -> None:
        super().__init__()
        self.setParent(parent if parent is not None else model)
        self._cells: ChosenCells | None = None
        self._later: Callable[[], object] | None = None
        self._held: tuple[Sequence[Span], Corners] | None = None
        """What was worked out and is yet to be handed to Qt."""
        self._holds = False
        self._timer = QTimer(self, interval=0, singleShot=True)
        self._timer.timeout.connect(self._go_on)
        for changing in (
            model.rowsAboutToBeInserted, model.rowsAboutToBeRemoved, model.rowsAboutToBeMoved,
            model.layoutAboutToBeChanged,
        ):  # fmt: skip
            changing.connect(self._hand_over)
        self.setModel(model)  # only now: what is held has to be selected before Qt hears of the change
        self.selectionChanged.connect(self._forget)
        for changed in (model.rowsInserted, model.rowsRemoved, model.rowsMoved, model.layoutChanged):
            changed.connect(self._forget)
        model.modelReset.connect(self._begin_anew)

    def select(
        self,
        chosen: QItemSelection | QModelIndex | QPersistentModelIndex,
        command: QItemSelectionModel.SelectionFlag,
    ) -> None:
        """Select, deselect or toggle, as Qt does."""
        if command & _FLAG.Clear:
            self._later = self._held = None
            if self._cells is not None and len(self._cells.spans) > _MOST_COMPARED:
                self._clear()
        self._catch_up()
        if isinstance(chosen, QItemSelection) and command & _FLAG.Rows and chosen.count() > 1:
            super().select(_whole_rows(chosen), command & ~_FLAG.Rows)
        else:
            super().select(chosen, command)

    def choose(self, spans: Sequence[Span], corners: Corners) -> None:
        """Select exactly these cells, none of them twice; `corners` returns the first and the last of a span."""
        self._later, self._held = None, (spans, corners)
        self._cells = ChosenCells(spans)
        if not self._holds:
            self._hand_over()

    def choose_later(self, choose: Callable[[], object]) -> None:
        """Let very many cells be selected when the event loop comes round, or before anyone asks what is selected.

        Whatever else is selected until then takes their place.
        """
        self._later, self._held = choose, None
        self._timer.start()

    def cells(self) -> ChosenCells:
        """Return what is selected now."""
        self._work_out()
        return self.painted_cells()

    def painted_cells(self) -> ChosenCells:
        """Return what is to be painted as selected: what waits to be selected comes with the next painting."""
        if self._cells is None:
            selection = self.selection()
            self._cells = ChosenCells([_span_of(selection.at(number)) for number in range(selection.count())])
        return self._cells

    def _clear(self) -> None:
        """Deselect everything by itself: Qt compares each range that goes with each one that comes."""
        super().select(QItemSelection(), _FLAG.Clear)

    def _go_on(self) -> None:
        """Work out, then in a turn of its own hand over: each takes its time."""
        if self._later is not None:
            self._work_out()
            self._timer.start()
        else:
            self._hand_over()

    def _catch_up(self) -> None:
        self._work_out()
        self._hand_over()

    def _work_out(self) -> None:
        later, self._later = self._later, None
        if later is not None:
            self._holds = True
            later()
            self._holds = False

    def _hand_over(self) -> None:
        if self._held is None:
            return
        (spans, corners), self._held = self._held, None
        selection = QItemSelection()
        for span in spans:
            selection.append(QItemSelectionRange(*corners(span)))  # Qt's `select` would ask whose rows they are
        self._clear()
        super().select(selection, _FLAG.Select)
        self._cells = ChosenCells(spans)

    def _forget(self) -> None:
        if self._held is None:
            self._cells = None

    def _begin_anew(self) -> None:
        self._cells = self._later = self._held = None


class ChosenCells:
    """What is selected at one moment; answers for a cell without asking each range, as a row is painted."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.spans = spans

    @cached_property
    def _below(self) -> dict[int, list[Span]]:
        below: dict[int, list[Span]] = {}
        for span in self.spans:
            below.setdefault(span.parent, []).append(span)
        return below

    def columns(self, row: QModelIndex | QPersistentModelIndex) -> frozenset[int]:
        """Return the columns in which a row is selected."""
        place = row.row()
        spans = (span for span in self._below.get(_key(row.parent()), ()) if span.top <= place <= span.bottom)
        return frozenset(column for span in spans for column in range(span.left, span.right + 1))

    def stands_for(self, current: QModelIndex) -> bool:
        """Tell whether the row of the current cell is what a command would take: it is selected, or nothing is."""
        return not self.spans or bool(self.columns(current))


def selection_of(view: QAbstractItemView) -> PlanSelection:
    """Return the selection of a tree or table of the plan."""
    return cast(PlanSelection, view.selectionModel())


def _key(parent: QModelIndex) -> int:
    return parent.internalId() if parent.isValid() else 0


def _span_of(found: QItemSelectionRange) -> Span:
    return Span(_key(found.parent()), found.top(), found.bottom(), found.left(), found.right())


def _whole_rows(selection: QItemSelection) -> QItemSelection:
    """Return the rows of a selection from the first to the last column, each once."""
    parents: dict[int, tuple[QModelIndex, list[tuple[int, int]]]] = {}
    for number in range(selection.count()):
        span = selection.at(number)
        parent = span.parent()
        parents.setdefault(parent.internalId(), (parent, []))[1].append((span.top(), span.bottom()))
    whole = QItemSelection()
    for parent, spans in parents.values():
        model = selection.at(0).model()
        last = model.columnCount(parent) - 1
        for top, bottom in _joined(spans):
            whole.select(model.index(top, 0, parent), model.index(bottom, last, parent))
    return whole


def _joined(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield spans that meet or overlap as one."""
    first, last = -1, -2
    for top, bottom in sorted(spans):
        if top > last + 1:
            if last >= 0:
                yield first, last
            first = top
        last = max(last, bottom)
    if last >= 0:
        yield first, last
