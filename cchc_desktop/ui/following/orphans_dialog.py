"""The dialog for results whose milestone a changed schedule gives no more: each is moved or put away, or stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.followup.records import PROGRESS_NAMES, Extension, Record
from cchc_desktop.domain.schedule.occurrence_words import occurrence_words
from cchc_desktop.ui.following.tasks import FollowedTask, milestone_words
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.entry_dialog import EntryDialog
from cchc_desktop.ui.widgets.form_fields import ChoiceCombo
from cchc_desktop.ui.widgets.stops import order_stops
from cchc_desktop.ui.words import Words

_words = Words("LeftOverResults")
_LETTERS = 30
_LATER, _AWAY = "", "put-away"
_HEIGHT = 360
"""Pixels of the list beside a body of ten points, before it scrolls."""


@dataclass(frozen=True, slots=True)
class LeftOver:
    """A record or an extension without a milestone, and the milestones to which it may be moved."""

    row: Record | Extension
    words: str
    targets: tuple[tuple[str, str], ...]

    @property
    def is_record(self) -> bool:
        """Tell a result from an extension."""
        return isinstance(self.row, Record)


def left_over(task: FollowedTask) -> list[LeftOver]:
    """Return what a changed schedule left over of a task."""
    targets = [(one.milestone.occurrence, milestone_words(one)) for one in task.status.milestones]
    dated = {one.milestone.occurrence for one in task.status.milestones if one.milestone.planned_due}
    found: list[LeftOver] = []
    for record in task.found.orphan_records:
        taken = {
            one.occurrence
            for one in task.found.milestones
            if any(row and row.agency_id == record.agency_id for row in (one.record, *one.answers))
        }
        free = tuple(target for target in targets if target[0] not in taken)
        found.append(LeftOver(record, _record_words(task, record), free))
    for extension in task.found.orphan_extensions:
        free = tuple(target for target in targets if target[0] in dated)
        found.append(LeftOver(extension, _extension_words(extension), free))
    return found


def _record_words(task: FollowedTask, record: Record) -> str:
    parts = [_words("Kết quả của mốc {}").format(_name(record.occurrence, record)), PROGRESS_NAMES[record.progress]]
    if record.agency_id is not None:
        parts.append(task.agency(record.agency_id))
    if record.done_on:
        parts.append(show_day(record.done_on))
    parts += [words for words in (record.result, record.product) if words]
    return " · ".join(parts)


def _extension_words(extension: Extension) -> str:
    words = _words("Gia hạn của mốc {} đến {} theo {}")
    return words.format(_name(extension.occurrence, None), show_day(extension.new_due), extension.document)


def _name(occurrence: str, record: Record | None) -> str:
    due = record.due_seen if record else None
    return occurrence_words(occurrence) or (show_day(due) if due else _words("duy nhất"))


class OrphansDialog(EntryDialog):
    """Nothing is chosen beforehand: what is not answered stays as it is."""

    def __init__(self, tasks: Sequence[FollowedTask], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Xử lý kết quả của mốc không còn"), self.tr("Xử lý"), parent)
        self.choices: list[tuple[LeftOver, ChoiceCombo]] = []
        self._page = QWidget(self)
        self._page.setObjectName("bar")
        self._fill(tasks)
        self._lay_out()
        order_stops([*self.stops(), *self.foot_stops()])
        self.stops()[0].setFocus()
        self._check()

    def answers(self) -> tuple[Mapping[int, str | None], Mapping[int, str | None]]:
        """Return where each record and each extension goes that was decided about: an occurrence, None: away."""
        decided = [
            (left, None if choice.value() == _AWAY else choice.value())
            for left, choice in self.choices
            if choice.value() != _LATER
        ]
        records = {left.row.id: to for left, to in decided if left.is_record}
        return records, {left.row.id: to for left, to in decided if not left.is_record}

    def stops(self) -> list[QWidget]:
        """Return what Tab visits above the buttons."""
        return [choice for _, choice in self.choices]

    def _fill(self, tasks: Sequence[FollowedTask]) -> None:
        column = self._column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(6)
        for task in tasks:
            column.addWidget(plain_label(task.heading(), self._page, "secondary"))
            column.addWidget(plain_label(task.item.content, self._page, "itemTitle"))
            for left in left_over(task):
                column.addWidget(plain_label(left.words, self._page))
                column.addWidget(self._choice(left))
            column.addSpacing(8)
        column.addStretch(1)

    def _choice(self, left: LeftOver) -> ChoiceCombo:
        choice = ChoiceCombo(left.words, self._page, _LETTERS)
        moved = [(key, self.tr("Chuyển vào {}").format(words)) for key, words in left.targets]
        away = self.tr("Bỏ kết quả này") if left.is_record else self.tr("Bỏ gia hạn này")
        choice.offer([(_LATER, self.tr("Để sau")), *moved, (_AWAY, away)])
        choice.currentIndexChanged.connect(self._check)
        self.choices.append((left, choice))
        return choice

    def _lay_out(self) -> None:
        told = self.tr(
            "Thời hạn đã sửa nên kế hoạch không còn những mốc này. Chọn mốc nhận kết quả, hoặc bỏ kết quả. "
            "Có thể hoàn tác."
        )
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._page)
        wanted = self._column.totalHeightForWidth(self._width() - 56)
        area.setMinimumHeight(min(wanted + 4, _HEIGHT))
        self.body.addWidget(plain_label(told, self))
        self.body.addWidget(area, 1)

    def _check(self) -> None:
        records, extensions = self.answers()
        count = len(records) + len(extensions)
        self.name_primary(self.tr("Xử lý {} kết quả").format(count) if count else self.tr("Xử lý"))
        self.set_ready(bool(count), "" if count else self.tr("Chọn cách xử lý ít nhất một kết quả."))
