"""Where a document is attached to from the register: a button that drops down a list of tasks or of indicators."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.text.folding import fold
from cchc_desktop.services.attaching import AttachPlace
from cchc_desktop.ui import icons
from cchc_desktop.ui.evidence.picker import Picker, PickWords
from cchc_desktop.ui.widgets.flow import FlowLayout
from cchc_desktop.ui.words import Words

_words = Words("AttachPlaces")
_WHOLE = _words.table(
    {EntityKind.ITEM: "Cả nhiệm vụ", EntityKind.INDICATOR: "Cả chỉ tiêu"},
)
_LETTERS = 96
_LONGEST = 60
Offered = tuple[str, AttachPlace]
"""The folded words by which a place is found, and the place."""


def offered(places: Sequence[AttachPlace]) -> list[Offered]:
    """Prepare places for the list: where they are read, for folding thousands takes time."""
    return [(fold(place_words(one)), one) for one in places]


def place_words(place: AttachPlace) -> str:
    """Return '2 · Mốc 09/09/2025, Quý III/2025 · Xây dựng báo cáo… · Kế hoạch…'."""
    moment = place.moment or _WHOLE[place.kind]
    return " · ".join(filter(None, (place.number, moment, " ".join(place.words.split()), place.plan_title)))


def short_words(words: str) -> str:
    """Return the beginning of long words, for one line about a deed."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"


class AttachButtons(QWidget):
    """`wanted` asks for the places of a kind (ITEM or INDICATOR); `chosen` brings the one that was taken."""

    wanted = Signal(object)
    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.task = QPushButton(icons.icon("paperclip"), self.tr("Gắn vào nhiệm vụ…"), self)
        self.indicator = QPushButton(icons.icon("target"), self.tr("Gắn vào chỉ tiêu…"), self)
        self._pickers: dict[EntityKind, Picker] = {}
        row = FlowLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for button in self.stops():
            row.addWidget(button)
        self._connect()

    def show_places(self, kind: EntityKind, places: Sequence[Offered]) -> None:
        """Drop the list of a kind down from its button."""
        button = self.task if kind is EntityKind.ITEM else self.indicator
        if button.isVisible():
            self.picker(kind).offer(places, button)

    def picker(self, kind: EntityKind) -> Picker:
        """Return the list of a kind, made when it is first wanted."""
        if kind not in self._pickers:
            picker = Picker(
                self._task_words() if kind is EntityKind.ITEM else self._indicator_words(), place_words, self
            )
            picker.letters = _LETTERS
            picker.taken.connect(self.chosen)
            self._pickers[kind] = picker
        return self._pickers[kind]

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in order."""
        return [self.task, self.indicator]

    def _connect(self) -> None:
        self.task.clicked.connect(lambda: self.wanted.emit(EntityKind.ITEM))
        self.indicator.clicked.connect(lambda: self.wanted.emit(EntityKind.INDICATOR))

    def _task_words(self) -> PickWords:
        return PickWords(
            self.tr("Chọn nhiệm vụ hoặc mốc"),
            self.tr("Tìm nhiệm vụ"),
            self.tr("Số thứ tự, nội dung, mốc, kế hoạch…"),
            self.tr("Không có nhiệm vụ nào khớp."),
            self.tr("Chưa có kế hoạch nào đang theo dõi."),
        )

    def _indicator_words(self) -> PickWords:
        return PickWords(
            self.tr("Chọn chỉ tiêu"),
            self.tr("Tìm chỉ tiêu"),
            self.tr("Số thứ tự, nội dung, kỳ, kế hoạch…"),
            self.tr("Không có chỉ tiêu nào khớp."),
            self.tr("Các kế hoạch đang theo dõi chưa có chỉ tiêu."),
        )
