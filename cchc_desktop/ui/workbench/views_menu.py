"""The menu of saved views: which one to look through, and what can be done with the present one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from cchc_desktop.ui.words import Words

if TYPE_CHECKING:
    from cchc_desktop.domain.views import SavedView

_words = Words("ViewsMenu")
_NONE = _words.mark("(chưa lưu chế độ xem nào)")
_CHANGED = _words.mark("{} (đã đổi)")
_ORDINARY = _words.mark("Chế độ thông thường")
_SAVE = _words.mark("Lưu chế độ xem…")
_UPDATE, _NO_UPDATE = _words.mark("Cập nhật “{}”"), _words.mark("Cập nhật chế độ đang xem")
_RENAME, _DELETE = _words.mark("Đổi tên…"), _words.mark("Xóa chế độ đang xem")
_UP, _DOWN = _words.mark("Chuyển lên trong danh sách"), _words.mark("Chuyển xuống trong danh sách")


@dataclass(frozen=True, slots=True)
class ViewsState:
    """What the menu shows; `present` is the place of the view in use, None for none."""

    views: Sequence[SavedView] = ()
    present: int | None = None
    is_changed: bool = False
    is_writable: bool = False

    def used(self) -> SavedView | None:
        """Return the view in use."""
        return self.views[self.present] if self.present is not None else None


@dataclass(frozen=True, slots=True)
class ViewsAnswers:
    """What the lines of the menu do; `use` takes the uid of a view, None for the ordinary way of looking."""

    use: Callable[[str | None], object]
    save: Callable[[], object]
    update: Callable[[], object]
    rename: Callable[[], object]
    delete: Callable[[], object]
    move: Callable[[int], object]


def fill_views_menu(menu: QMenu, state: ViewsState, answers: ViewsAnswers) -> None:
    """Let a menu show the views as they are now."""
    menu.clear()
    for place, view in enumerate(state.views):
        words = _words(_CHANGED).format(view.name) if place == state.present and state.is_changed else view.name
        _add_choice(menu, words, place == state.present, partial(answers.use, view.uid))
    if not state.views:
        menu.addAction(_words(_NONE)).setEnabled(False)
    menu.addSeparator()
    _add_choice(menu, _words(_ORDINARY), state.present is None, partial(answers.use, None))
    menu.addSeparator()
    _add(menu, _words(_SAVE), answers.save, enabled=state.is_writable)
    _add_deeds(menu, state, answers)


def _add_deeds(menu: QMenu, state: ViewsState, answers: ViewsAnswers) -> None:
    """Add what is done with the view in use."""
    used, last = state.used(), len(state.views) - 1
    may = state.is_writable and used is not None
    update = _words(_UPDATE).format(used.name) if used is not None else _words(_NO_UPDATE)
    _add(menu, update, answers.update, enabled=may and state.is_changed)
    _add(menu, _words(_RENAME), answers.rename, enabled=may)
    _add(menu, _words(_DELETE), answers.delete, enabled=may)
    menu.addSeparator()
    _add(menu, _words(_UP), lambda: answers.move(-1), enabled=may and state.present != 0)
    _add(menu, _words(_DOWN), lambda: answers.move(1), enabled=may and state.present != last)


def _add(menu: QMenu, words: str, answer: Callable[[], object], *, enabled: bool) -> None:
    action = menu.addAction(words.replace("&", "&&"))
    action.setEnabled(enabled)
    action.triggered.connect(lambda: answer())


def _add_choice(menu: QMenu, words: str, is_chosen: bool, answer: Callable[[], object]) -> None:
    action = menu.addAction(words.replace("&", "&&"))
    action.setCheckable(True)
    action.setChecked(is_chosen)
    action.triggered.connect(lambda: answer())
