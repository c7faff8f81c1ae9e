"""The groups of names that are probably one agency: one decision for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.agencies.likeness import STRENGTH_NAMES, DuplicateGroup, Strength
from cchc_desktop.services.agencies import AgencyLine
from cchc_desktop.ui import icons
from cchc_desktop.ui.agencies.keep_choice import KeepChoice, MergeChoice, Spelling
from cchc_desktop.ui.widgets.cards import Card, plain_label
from cchc_desktop.ui.widgets.elided_label import ElidedLabel
from cchc_desktop.ui.widgets.empty import EmptyState
from cchc_desktop.ui.widgets.link_button import LinkButton

_MARGIN = 16


class GroupCard(Card):
    """One suggestion with its two answers."""

    merge_wanted = Signal(object)
    apart_wanted = Signal(object)

    def __init__(self, group: DuplicateGroup, uses: Mapping[int, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.group = group
        self._is_editable = True
        self.setAccessibleName(self.tr("Các tên có thể là “{}”").format(group.keep.name))
        kept = Spelling(group.keep, uses.get(group.keep.id, 0))
        others = [Spelling(like.agency, uses.get(like.agency.id, 0), like.reason) for like in group.others]
        self.choice = KeepChoice((kept, *others), self)
        self.choice.changed.connect(self._check)
        self.apart = QPushButton(self.tr("Không phải một cơ quan"), self)
        self.apart.setToolTip(self.tr("Không gợi ý gộp những tên này nữa."))
        self.apart.clicked.connect(lambda: self.apart_wanted.emit(group.ids))
        self.merge = QPushButton(icons.icon("check"), self.tr("Gộp"), self)
        self.merge.clicked.connect(self._merge)
        self.column.addLayout(self._head())
        self.column.addWidget(self.choice)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.apart)
        row.addWidget(self.merge)
        self.column.addLayout(row)

    def set_editable(self, is_editable: bool) -> None:
        """Let the decision be made, or only be looked at."""
        self._is_editable = is_editable
        self.choice.set_editable(is_editable)
        self.apart.setEnabled(is_editable)
        self._check()

    def _head(self) -> QHBoxLayout:
        title = ElidedLabel(self)
        title.setObjectName("cardTitle")
        title.show_words(self.group.keep.name)
        tag = QLabel(STRENGTH_NAMES[Strength(self.group.strength)], self)
        tag.setObjectName("tag")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title, 1)
        head.addWidget(tag)
        return head

    def _check(self) -> None:
        self.merge.setEnabled(self._is_editable and self.choice.choice() is not None)

    def _merge(self) -> None:
        choice: MergeChoice | None = self.choice.choice()
        if choice is not None:
            self.merge_wanted.emit(choice)


class SuggestionsPage(QWidget):
    """`merge_wanted` brings a `MergeChoice`, `apart_wanted` the ids of a group."""

    merge_wanted = Signal(object)
    apart_wanted = Signal(object)
    again_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[GroupCard] = []
        self._is_editable = True
        self._back = QPushButton(icons.icon("chevron-left"), self.tr("Danh sách cơ quan"), self)
        self._back.clicked.connect(self.left)
        self._title = ElidedLabel(self)
        self._again = LinkButton(self.tr("Hiện lại các gợi ý đã bỏ qua"), self)
        self._again.clicked.connect(self.again_wanted)
        self._again.setMinimumHeight(24)
        self._again.hide()
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground = QWidget(self)
        self._column = QVBoxLayout(ground)
        self._column.setContentsMargins(_MARGIN, 8, _MARGIN, _MARGIN)
        self._column.setSpacing(12)
        self._column.addWidget(self._told())
        self._column.addStretch(1)
        self._area.setWidget(ground)
        self._empty = EmptyState(
            "circle-check", self.tr("Không còn tên nào cần gộp."), self.tr("Danh sách cơ quan"), self
        )
        self._empty.activated.connect(self.left)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._area)
        self._stack.addWidget(self._empty)
        self._lay_out()

    def show_groups(self, groups: Sequence[DuplicateGroup], lines: Sequence[AgencyLine], *, has_apart: bool) -> None:
        """Show the suggestions; a card that is still right stays, with what was chosen in it."""
        uses = {line.agency.id: line.uses for line in lines}
        standing = {card.group: card for card in self._cards}
        had_focus = any(card.isAncestorOf(focus) for card in self._cards) if (focus := self.focusWidget()) else False
        for card in self._cards:
            if card.group not in groups:
                self._column.removeWidget(card)
                card.hide()
                card.deleteLater()
        self._cards = [standing.get(group) or self._made(group, uses) for group in groups]
        for place, card in enumerate(self._cards, start=1):
            self._column.insertWidget(place, card)
            card.show()
        self._title.show_words(self.tr("{} nhóm tên có thể là một cơ quan").format(len(groups)) if groups else "")
        self._again.setVisible(has_apart and self._is_editable)
        self._stack.setCurrentWidget(self._area if groups else self._empty)
        if had_focus and self.isVisible():
            self.focus_first()

    def focus_first(self) -> None:
        """Put the focus on the answer of the first group."""
        target = self._cards[0].merge if self._cards else self._back
        target.setFocus()

    def set_editable(self, is_editable: bool) -> None:
        """Let decisions be made, or only be looked at."""
        self._is_editable = is_editable
        for card in self._cards:
            card.set_editable(is_editable)

    def cards(self) -> Sequence[GroupCard]:
        """Return the cards in their order."""
        return tuple(self._cards)

    def _made(self, group: DuplicateGroup, uses: Mapping[int, int]) -> GroupCard:
        card = GroupCard(group, uses, self)
        card.set_editable(self._is_editable)
        card.merge_wanted.connect(self.merge_wanted)
        card.apart_wanted.connect(self.apart_wanted)
        return card

    def _told(self) -> QLabel:
        return plain_label(
            self.tr(
                "Gộp các cách viết của một cơ quan thành một tên. Chữ ghi trong kế hoạch giữ nguyên; tên cũ thành tên "
                "gọi khác. Việc gộp hoàn tác được."
            ),
            self,
            "muted",
        )

    def _lay_out(self) -> None:
        head = QFrame(self)
        head.setObjectName("bar")
        row = QHBoxLayout(head)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self._back)
        row.addWidget(self._title, 1)
        row.addStretch()
        row.addWidget(self._again)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self._stack, 1)
