"""The sheet on which a saved view is printed: it is the view's, and kept with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cchc_desktop.domain.views import Orientation, PrintLayout, SavedView
from cchc_desktop.ui.session import PlanSession, changes_of

if TYPE_CHECKING:
    from cchc_desktop.domain.changes import Changes
    from cchc_desktop.services.workspace import Workspace
    from cchc_desktop.ui.reports.papers import PaperOptions


class ViewSheets(QObject):
    """Stores another size or orientation in the view that is printed; it can be taken back."""

    done = Signal(str, object)

    def __init__(self, session: PlanSession, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def keep(self, view: SavedView | None, options: PaperOptions) -> None:
        """Store the chosen sheet, where a view is printed and has another one."""
        if view is None:
            return
        layout = PrintLayout(options.size, Orientation(options.orientation), view.print.columns)
        if layout != view.print:
            words = self.tr("Đã lưu khổ giấy của chế độ xem “{}”.").format(view.name)
            self._session.write(
                _saving(replace(view, print=layout)),
                lambda changes: self.done.emit(words, changes_of(changes).operation_id),
            )


def _saving(view: SavedView) -> Callable[[Workspace], Changes]:
    def save(workspace: Workspace) -> Changes:
        from cchc_desktop.services.views import save_view

        return save_view(workspace, view)

    return save
