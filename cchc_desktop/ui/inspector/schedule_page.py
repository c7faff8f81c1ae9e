"""The correction of a schedule: rules in place of what the program reads, and the due dates that they give."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.domain.schedule.from_rules import schedule_from_rules
from cchc_desktop.domain.schedule.model import Rule, Schedule
from cchc_desktop.ui.inspector.rule_card import RuleCard
from cchc_desktop.ui.inspector.rule_words import TypedRule, Unfinished
from cchc_desktop.ui.widgets.cards import plain_label, primary_button
from cchc_desktop.ui.widgets.enter_key import ENTER
from cchc_desktop.ui.widgets.link_button import LinkButton

_MOST_DAYS = 40
_Typed = tuple[Rule | None, TypedRule]
"""The rule from which a card started, and what is typed into it."""


class SchedulePage(QWidget):
    """Stands in the inspector in place of the item until it is answered.

    `applied` brings the rules, None where the program is to read the words again; `left` comes after both answers.
    Where another item is chosen meanwhile, `end_typing` applies what is complete; what is not waits for its item.
    """

    applied = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._period: Period | None = None
        self._words: str | None = None
        self._given: tuple[Rule, ...] | None = None
        self._begun: list[_Typed] = []
        self._uid = ""
        self._waiting: dict[str, list[_Typed]] = {}
        self.cards: list[RuleCard] = []
        self._title = plain_label(self.tr("Sửa thời hạn xác định"), self, "itemTitle")
        self._quoted = plain_label("", self, "secondary")
        self._stack = QVBoxLayout()
        self._stack.setSpacing(8)
        self.add = LinkButton(self.tr("Thêm mốc thời hạn"), self)
        self.add.setMinimumHeight(24)
        self.add.clicked.connect(self.add_card)
        self._reading = plain_label("", self)
        self._reading.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.again = LinkButton(self.tr("Dùng lại cách đọc của chương trình"), self)
        self.again.setMinimumHeight(24)
        self.again.clicked.connect(lambda: self._answer(None))
        self.apply = primary_button(self.tr("Áp dụng"), self)
        self.apply.clicked.connect(self._apply)
        self.cancel = QPushButton(self.tr("Hủy"), self)
        self.cancel.clicked.connect(self._give_up)
        self._lay_out()

    def _lay_out(self) -> None:
        page = QWidget(self)
        page.setObjectName("inspectorPage")
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._quoted)
        column.addLayout(self._stack)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._reading)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setObjectName("inspectorArea")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        whole.addWidget(self._footer())

    def _footer(self) -> QFrame:
        footer = QFrame(self)
        footer.setObjectName("bar")
        row = QHBoxLayout(footer)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.apply)
        return footer

    def begin(self, tree: PlanTree, item: WorkItem) -> None:
        """Start from a correction that was made before, else from what the program reads."""
        self._period, self._words, self._given = tree.plan.period, item.time_words, item.rules
        words = self.tr("“{}”").format(item.time_words) if item.time_words else self.tr("Thời hạn để trống")
        self._quoted.setText(words)
        self.again.setVisible(item.rules is not None)
        for card in self.cards:
            self._drop(card)
        self.cards = []
        self._uid = item.uid
        for rule in tree.schedule(item).rules or (None,):
            self._put_card(rule)
        self._begun = self._typed()
        if item.uid in self._waiting:
            self._put_again(self._waiting.pop(item.uid))
        self._show_reading()

    def take_focus(self) -> None:
        """Let one type into the first rule."""
        (self.cards[0].kind if self.cards else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def waits_for(self, item: WorkItem) -> bool:
        """Tell whether a correction of this item was begun and is not complete."""
        return item.uid in self._waiting

    def end_typing(self) -> None:
        """Apply what was changed and is complete; keep what is not complete until its item is shown again."""
        typed = self._typed()
        if typed == self._begun:
            return
        try:
            rules = self._rules()
        except Unfinished:
            rules = ()
        if not rules:
            self._waiting[self._uid] = typed
        elif rules != self._given:
            self.applied.emit(rules)
        self._begun = typed

    def add_card(self) -> None:
        """Add an empty rule behind the others."""
        self._put_card(None)
        self._show_reading()
        self.cards[-1].kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def reading(self) -> str:
        """Return what is said about the rules as they are typed."""
        return self._reading.text()

    def _typed(self) -> list[_Typed]:
        return [(card.original, card.typed()) for card in self.cards]

    def _put_again(self, typed: list[_Typed]) -> None:
        for card in self.cards:
            self._drop(card)
        self.cards = []
        for original, words in typed:
            self._put_card(original, words)

    def _put_card(self, rule: Rule | None, typed: TypedRule | None = None) -> None:
        assert self._period is not None
        card = RuleCard(rule, self._period, self, typed)
        card.changed.connect(self._show_reading)
        card.removed.connect(lambda: self._remove(card))
        self.cards.append(card)
        self._stack.addWidget(card)
        card.show()
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab go through the cards before what stands below them."""
        order: list[QWidget] = [field for card in self.cards for field in card.fields()]
        for before, after in pairwise([*order, self.add, self.again, self.cancel, self.apply]):
            self.setTabOrder(before, after)

    def _remove(self, card: RuleCard) -> None:
        self.cards.remove(card)
        self._drop(card)
        self._show_reading()
        (self.cards[-1].kind if self.cards else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self, card: RuleCard) -> None:
        self._stack.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _rules(self) -> tuple[Rule, ...]:
        return tuple(card.rule() for card in self.cards)

    def _show_reading(self) -> None:
        assert self._period is not None
        try:
            rules = self._rules()
        except Unfinished as reason:
            self._tell(str(reason), is_ready=False)
            return
        if not rules:
            self._tell(self.tr("Chưa có mốc nào. Hãy thêm một mốc thời hạn."), is_ready=False)
            return
        self._tell(self._told(schedule_from_rules(self._words, rules, self._period)), is_ready=True)

    def _tell(self, words: str, *, is_ready: bool) -> None:
        self._reading.setText(words)
        self.apply.setEnabled(is_ready)

    def _told(self, schedule: Schedule) -> str:
        if schedule.due:
            return self.tr("Các mốc trong thời gian của kế hoạch: {}").format(_days(schedule))
        if schedule.question:
            return self.tr("Không có mốc nào trong thời gian của kế hoạch.")
        return self.tr("Không có ngày đến hạn nào trong thời gian của kế hoạch.")

    def _apply(self) -> None:
        rules = self._rules()
        if rules == self._given:
            self._give_up()
        else:
            self._answer(rules)

    def _answer(self, rules: Sequence[Rule] | None) -> None:
        self._begun = self._typed()  # answered: nothing is left to apply
        self.applied.emit(rules)
        self.left.emit()

    def _give_up(self) -> None:
        self._begun = self._typed()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._give_up()
        elif event.key() in ENTER and isinstance(self.focusWidget(), QLineEdit) and self.apply.isEnabled():
            self._apply()
        else:
            super().keyPressEvent(event)


def _days(schedule: Schedule) -> str:
    shown = [show_day(day) for day in schedule.due[:_MOST_DAYS]]
    return ", ".join([*shown, "…"] if len(schedule.due) > _MOST_DAYS else shown)
