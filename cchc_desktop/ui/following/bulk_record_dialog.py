"""The dialog that records many milestones at once: their number first, what is typed for all, which ones it touches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QHeaderView, QTableView, QWidget

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.followup.milestones import STANDING
from cchc_desktop.domain.followup.record_checks import refuse_bad_record
from cchc_desktop.domain.followup.records import Progress, Record
from cchc_desktop.services.locked_periods import PeriodLock, lock_words
from cchc_desktop.services.recording import Entry, RecordValues
from cchc_desktop.services.updating import UpdateEntry, UpdateValues
from cchc_desktop.ui.following.bulk_record_model import BulkLine, BulkRecordModel, bulk_targets, judged_lines, untracked
from cchc_desktop.ui.following.record_draft import Told, Verdict, day_of, kept_updates
from cchc_desktop.ui.following.record_fields import DayRow, ProgressChoice, WordsField
from cchc_desktop.ui.following.tasks import FollowedTask, Refused
from cchc_desktop.ui.slices import Slices, Steps
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.entry_dialog import EntryDialog, entry_form
from cchc_desktop.ui.widgets.form_fields import DateField
from cchc_desktop.ui.widgets.stops import order_stops

_LIST_LINES = 6
_STEP = 500
"""Rows that are judged in one step."""
_Row = TypeVar("_Row")


class BulkRecordDialog(EntryDialog):
    """What is typed goes to every milestone that can take it; words that were not typed leave those that stand there.

    An update of a standing task says what was typed as the result.
    """

    def __init__(
        self,
        tasks: Sequence[FollowedTask],
        refused: Sequence[Refused],
        as_of: date,
        parent: QWidget | None = None,
        locks: Sequence[PeriodLock] = (),
    ) -> None:
        super().__init__(self.tr("Ghi kết quả nhiều nhiệm vụ"), self.tr("Ghi kết quả"), parent)
        self._tasks, self._refused, self._as_of = tasks, refused, as_of
        self._locks = locks
        self._targets: list[BulkLine] | None = None
        self._judging = Slices(self)
        self._lines: list[BulkLine] = []
        self._model = BulkRecordModel(self)
        self._count = plain_label(parent=self, style="itemTitle")
        self._notes = plain_label(parent=self, style="doubt")
        self.progress = ProgressChoice(self)
        self.day = DateField(self.tr("Ngày hoàn thành"), self, lambda: as_of.year)
        self._day_row = DayRow(self.day, self)
        self.verdict = self._day_row.verdict
        self.told = WordsField(self.tr("Kết quả"), self, 2, 3)
        earlier = untracked(tasks)
        self.earlier = QCheckBox(self.tr("Cả {} mốc trước ngày theo dõi chưa ghi").format(earlier), self)
        self.earlier.setVisible(bool(earlier))
        self.list = self._make_list()
        self.progress.show_progress(Progress.DONE)
        self.day.show_date(as_of)
        self._lay_out()
        self._connect()
        order_stops([*self.stops(), *self.foot_stops()])
        self.told.setFocus()
        self._look()

    def entries(self) -> list[Entry]:
        """Return what is stored of milestones; what was said while one went on does not become its result."""
        values: RecordValues = {"progress": self.progress.progress(), "done_on": self._done_on()}
        if self.told.words():
            values["result"] = self.told.words()
        bare: RecordValues = {"result": "", **values}
        return [
            (line.task.item.id, line.found.milestone.occurrence, bare if self._is_left(line) else values)
            for line in self._touched()
            if line.task and line.found and not self._is_standing(line)
        ]

    def updates(self) -> list[UpdateEntry]:
        """Return what is stored for the period at hand: of standing tasks, and what was said before a completion."""
        values: UpdateValues = {"words": self.told.words() or self.tr("Đang thực hiện")}
        standing = [
            (line.task.item.id, period.key, None, values)
            for line in self._touched()
            if line.task and self._is_standing(line) and (period := line.task.period_at_hand())
        ]
        return [*standing, *self._kept()]

    def notes(self) -> tuple[str, ...]:
        """Return what is to be known of what is stored: the locked periods to which it belongs."""
        done_on = self._done_on()
        at_hand = {line.task.period_at_hand() for line in self._touched() if line.task and self._is_standing(line)}
        return lock_words(self._locks, {one.key for one in at_hand if one}, [done_on] if done_on else [])

    def count(self) -> int:
        """Return how many milestones are touched."""
        return len(self._touched())

    def has_typed(self) -> bool:
        """Tell whether words would be lost: progress and date were offered."""
        return bool(self.told.words())

    def count_words(self) -> str:
        """Return the sentence about how many milestones are touched."""
        return self._count.text()

    def stops(self) -> list[QWidget]:
        """Return what Tab visits above the buttons."""
        return [*self.progress.buttons(), self.day, self.told, self.earlier, self.list]

    # --- building

    def _make_list(self) -> QTableView:
        table = QTableView(self)
        table.setObjectName("listing")
        table.setModel(self._model)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setAccessibleName(self.tr("Các mốc sẽ ghi"))
        line = table.fontMetrics().height() + 8
        table.verticalHeader().setDefaultSectionSize(line)
        table.setFixedHeight(line * (_LIST_LINES + 1) + 8)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(0, 8 * table.fontMetrics().averageCharWidth())
        return table

    def _lay_out(self) -> None:
        form = entry_form()
        form.addRow(self.tr("Tiến độ"), self.progress)
        form.addRow(self.tr("Ngày hoàn thành"), self._day_row)
        form.addRow(self.tr("Kết quả"), self.told)
        self._form = form
        self.body.addWidget(self._count)
        self.body.addLayout(form)
        self.body.addWidget(self._notes)
        self.body.addWidget(self.earlier)
        self.body.addWidget(self.list)

    def _connect(self) -> None:
        for changed in (self.progress.changed, self.day.textChanged):
            changed.connect(self._check)
        self.earlier.toggled.connect(self._look)

    # --- what is touched

    def _done_on(self) -> date | None:
        try:
            is_done = self.progress.progress() is Progress.DONE
            return day_of(self.day.text(), self._as_of) if is_done else None
        except ValueError:
            return None

    def _touched(self) -> list[BulkLine]:
        return [line for line in self._lines if not line.reason]

    def _is_left(self, line: BulkLine) -> bool:
        """Tell whether what was said while a milestone went on is left to the period's update."""
        return self.progress.progress() is Progress.DONE and bool(line.said())

    def _kept(self) -> Iterator[UpdateEntry]:
        """Yield the updates that keep what was said before milestones are completed."""
        typed = self.progress.progress(), self.told.words()
        by_task: dict[int, tuple[FollowedTask, list[Told]]] = {}
        for line in self._touched():
            if line.task and self._is_left(line):
                by_task.setdefault(line.task.item.id, (line.task, []))[1].append(line.told(*typed))
        for task, told in by_task.values():
            yield from kept_updates(task, told)

    def _is_standing(self, line: BulkLine) -> bool:
        if line.found is None or line.task is None or line.found.milestone.occurrence != STANDING:
            return False
        return line.task.period_at_hand() is not None

    def _look(self) -> None:
        """Find out which milestones are meant."""
        self._targets = None
        self._check()

    def _check(self) -> None:
        progress = self.progress.progress()
        self._form.setRowVisible(self._day_row, progress is Progress.DONE)
        fault = self._fault()
        self.verdict.show_verdict(Verdict(fault, "soon", "triangle-alert" if fault else ""))
        self._judging.start(self._judge(progress, self._done_on(), is_faulty=bool(fault)))
        if self._judging.is_busy():
            self.set_ready(False)

    def _judge(self, progress: Progress, done_on: date | None, *, is_faulty: bool) -> Steps:
        """Find out in steps what can be recorded, and show it."""
        if self._targets is None:
            targets = bulk_targets((), self._refused, earlier=False)
            for some in _parts(self._tasks):
                targets += bulk_targets(some, (), earlier=self.earlier.isChecked())
                yield
            self._targets = targets
        lines: list[BulkLine] = []
        for part in _parts(self._targets):
            lines += judged_lines(part, progress, done_on)
            yield
        self._lines = sorted(lines, key=lambda line: not line.reason)
        self._model.show_lines(self._lines)
        self._count.setText(self._counted())
        notes = self._noted()
        self._notes.setText(" ".join(notes))
        self._notes.setVisible(bool(notes))
        self.set_ready(not is_faulty and bool(self._touched()))

    def _noted(self) -> list[str]:
        """Return what is to be known before it is stored."""
        left = sum(map(self._is_left, self._touched()))
        words = self.tr("Nội dung tiến độ đã ghi của {} mốc được giữ làm nội dung cập nhật của kỳ này.")
        return [*([words.format(left)] if left else []), *self.notes()]

    def _fault(self) -> str:
        if self.progress.progress() is not Progress.DONE:
            return ""
        if self.day.is_wrong():
            return self.tr("“{}” không phải là ngày; nhập như 01/07/2025.").format(self.day.text().strip())
        try:
            refuse_bad_record(Record(0, "", Progress.DONE, done_on=self._done_on()), self._as_of)
        except InvalidInput as error:
            return error.message
        return "" if self.day.day() else self.tr("Cần nhập ngày hoàn thành, đến {}.").format(show_day(self._as_of))

    def _counted(self) -> str:
        touched = len(self._touched())
        left_out = len(self._lines) - touched
        if not left_out:
            return self.tr("Sẽ ghi {} mốc.").format(touched)
        return self.tr("Sẽ ghi {} mốc; {} dòng không ghi được, lý do ghi trong danh sách.").format(touched, left_out)


def _parts(rows: Sequence[_Row]) -> Iterator[Sequence[_Row]]:
    return (rows[start : start + _STEP] for start in range(0, len(rows), _STEP))
