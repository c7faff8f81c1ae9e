"""The documents that prove one value: a line in the form, and the dialog in which they are chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from cchc_desktop.ui import icons
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.entry_dialog import EntryDialog
from cchc_desktop.ui.widgets.link_button import LinkButton
from cchc_desktop.ui.widgets.stops import order_stops
from cchc_desktop.ui.words import Words

_words = Words("IndicatorEvidence")


class EvidenceEditor(Protocol):
    """A widget that names documents; files that were chosen are stored by and by."""

    def documents(self) -> tuple[int, ...]:
        """Return the ids of the documents."""
        ...

    def show_documents(self, ids: Sequence[int]) -> None:
        """Show other documents."""
        ...

    def when_stored(self, then: Callable[[], object]) -> None:
        """Call back once, when nothing is being stored any more."""
        ...

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in order."""
        ...


EvidenceMaker = Callable[[QWidget], Any]
"""Builds a widget that is an `EvidenceEditor` in a parent."""


class EvidenceDialog(EntryDialog):
    """`settled` comes when everything that was chosen is in the register; then `documents` names all of it."""

    settled = Signal()

    def __init__(self, title: str, ids: tuple[int, ...], maker: EvidenceMaker, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Tài liệu kiểm chứng"))
        self.name_primary(self.tr("Lưu"))
        self._before = ids
        self.body.addWidget(plain_label(title, self, "itemTitle"))
        field = maker(self)
        self.body.addWidget(field)
        self.field: EvidenceEditor = field
        self.field.show_documents(ids)
        self.confirmed.connect(self._settle)
        order_stops([*self.field.stops(), *self.foot_stops()])
        self.field.stops()[0].setFocus()
        self.set_ready(True)

    def documents(self) -> tuple[int, ...]:
        """Return the ids of the documents."""
        return tuple(self.field.documents())

    def has_typed(self) -> bool:
        """Tell whether other documents were chosen."""
        return self.documents() != self._before

    def _confirm(self) -> None:
        """Wait for files on their way; a refused one leaves the dialog open, and it can be tried again."""
        self.field.when_stored(super()._confirm)

    def _settle(self) -> None:
        self.settled.emit()
        self.accept()


class EvidenceRow(LinkButton):
    """Says how many documents there are; a press opens the dialog. `changed` comes when others were chosen there."""

    changed = Signal()

    def __init__(self, maker: EvidenceMaker, parent: QWidget) -> None:
        super().__init__("", parent)
        self._maker = maker
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._title = ""
        self._ids: tuple[int, ...] = ()
        self.setIcon(icons.icon("paperclip", "text2"))
        self.clicked.connect(self._open)
        self.show_documents((), "")

    def documents(self) -> tuple[int, ...]:
        """Return the ids of the documents."""
        return self._ids

    def show_documents(self, ids: tuple[int, ...], title: str) -> None:
        """Show the documents of a value; `title` says of which one in the dialog."""
        self._ids, self._title = ids, title
        self.setText(_words.count("%n tài liệu…", len(ids)) if ids else self.tr("Đính kèm tài liệu…"))

    def _open(self) -> None:
        dialog = EvidenceDialog(self._title, self._ids, self._maker, self.window())
        dialog.settled.connect(lambda: self._take(dialog.documents()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, ids: tuple[int, ...]) -> None:
        self.show_documents(ids, self._title)
        self.changed.emit()
