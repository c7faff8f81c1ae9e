"""Ways of looking at a plan that an office keeps under a name: columns, order, groups, filters, how it prints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any, TypeVar

from cchc_desktop.domain.entities import new_uid

Chosen = TypeVar("Chosen", bound=StrEnum)

VIEWS = "views.saved"
"""The setting that holds the views in their order, as JSON (see `domain.office.Setting`)."""


class ViewMode(StrEnum):
    """The ways in which the items of a plan are laid out."""

    TREE = "tree"
    TABLE = "table"
    AGENCY = "agency"
    MONTH = "month"


class Orientation(StrEnum):
    """How the paper lies."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


@dataclass(frozen=True, slots=True)
class ViewColumn:
    """One column by its name; its place is that in the view. None: the width, the showing is left to the plan."""

    name: str
    width: int | None = None
    is_shown: bool | None = None


@dataclass(frozen=True, slots=True)
class ViewSort:
    """The column by which rows are ordered."""

    column: str
    is_descending: bool = False


@dataclass(frozen=True, slots=True)
class ViewFilter:
    """What was chosen in one chip; an item passes with any of the values."""

    chip: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrintLayout:
    """How a view is printed; without columns, those that are shown."""

    paper: str = "A4"
    orientation: Orientation = Orientation.LANDSCAPE
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SavedView:
    """One way of looking, whole; columns, chips and their values are known to the screen, here they are names.

    The uid stays when a view is saved anew under its name, or renamed.
    """

    name: str
    screen: str = "workbench"
    mode: ViewMode = ViewMode.TREE
    columns: tuple[ViewColumn, ...] = ()
    sort: ViewSort | None = None
    group: str = ""
    filters: tuple[ViewFilter, ...] = ()
    query: str = ""
    density: str = ""
    print: PrintLayout = PrintLayout()
    uid: str = field(default_factory=new_uid)


def view_to_json(view: SavedView) -> dict[str, Any]:
    """Return a view as plain JSON values."""
    return asdict(view)


def view_from_json(values: Mapping[str, Any]) -> SavedView:
    """Return the view that `view_to_json` wrote; what is unknown or of a wrong type is passed over."""
    uid, sort = _text(values, "uid"), _mapping(values.get("sort"))
    return SavedView(
        name=_text(values, "name"),
        screen=_text(values, "screen") or "workbench",
        mode=_choice(ViewMode, values.get("mode"), ViewMode.TREE),
        columns=tuple(_column(entry) for entry in _mappings(values.get("columns")) if _text(entry, "name")),
        sort=ViewSort(_text(sort, "column"), sort.get("is_descending") is True) if _text(sort, "column") else None,
        group=_text(values, "group"),
        filters=tuple(
            ViewFilter(_text(entry, "chip"), _texts(entry.get("values")))
            for entry in _mappings(values.get("filters"))
            if _text(entry, "chip")
        ),
        query=_text(values, "query"),
        density=_text(values, "density"),
        print=_print_layout(_mapping(values.get("print"))),
        uid=uid or new_uid(),
    )


def _column(values: Mapping[str, Any]) -> ViewColumn:
    width, shown = values.get("width"), values.get("is_shown")
    return ViewColumn(
        _text(values, "name"),
        width if type(width) is int and width > 0 else None,
        shown if isinstance(shown, bool) else None,
    )


def _print_layout(values: Mapping[str, Any]) -> PrintLayout:
    return PrintLayout(
        _text(values, "paper") or "A4",
        _choice(Orientation, values.get("orientation"), Orientation.LANDSCAPE),
        _texts(values.get("columns")),
    )


def _choice(kind: type[Chosen], value: Any, otherwise: Chosen) -> Chosen:
    return kind(value) if isinstance(value, str) and value in set(kind) else otherwise


def _text(values: Mapping[str, Any], name: str) -> str:
    value = values.get(name)
    return value if isinstance(value, str) else ""


def _texts(values: Any) -> tuple[str, ...]:
    return tuple(value for value in _list(values) if isinstance(value, str))


def _mappings(values: Any) -> list[Mapping[str, Any]]:
    return [value for value in _list(values) if isinstance(value, Mapping)]


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _list(values: Any) -> Sequence[Any]:
    return values if isinstance(values, list | tuple) else ()
