"""What a new plan can be made of, as a list by kinds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.plan import PlanSummary
from cchc_desktop.services.templates import PlanTemplate
from cchc_desktop.ui import theme


class SourceKind(StrEnum):
    """The four ways to begin a plan."""

    SHIPPED = "shipped"
    OWN = "own"
    PLAN = "plan"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Source:
    """One entry: a template, a stored plan, or neither for an empty plan."""

    kind: SourceKind
    template: PlanTemplate | None = None
    plan: PlanSummary | None = None

    @property
    def key(self) -> tuple[SourceKind, str, int]:
        """What stays the same while the content of the template or plan changes."""
        return self.kind, self.template.name if self.template else "", self.plan.id if self.plan else 0


_ROLE = Qt.ItemDataRole.UserRole
_SHORT, _MOST = 6, 14
"""Rows for which there is room at least, and rows beyond which the list scrolls anyway."""


class SourceList(QListWidget):
    """`source_changed` tells that another entry was chosen; headings stand between and cannot be chosen."""

    source_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Lập kế hoạch từ"))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._row_height = self.fontMetrics().lineSpacing() + 6
        self.setMinimumHeight(self._row_height * _SHORT)
        self.setMaximumHeight(self._row_height * _MOST)
        self._sources: list[Source] = []
        self.currentItemChanged.connect(self._changed)

    def show_sources(
        self, shipped: Sequence[PlanTemplate], own: Sequence[PlanTemplate], plans: Sequence[PlanSummary]
    ) -> None:
        """Fill the list; what was chosen stays chosen where it is still there, else the first entry is."""
        before = source.key if (source := self.source()) is not None else None
        blocked = self.blockSignals(True)
        self.clear()
        self._sources = []
        for words, sources in self._groups(shipped, own, plans):
            if sources:
                self._add_heading(words)
                for entry in sources:
                    self._add(entry)
        if not self._choose(before):
            self._choose(self._sources[0].key)
        self.blockSignals(blocked)
        if (source := self.source()) is None or source.key != before:
            self.source_changed.emit()

    def source(self) -> Source | None:
        """Return the chosen entry."""
        item = self.currentItem()
        number = item.data(_ROLE) if item is not None else None
        return self._sources[number] if number is not None else None

    def choose_plan(self, plan_id: int) -> None:
        """Choose a stored plan to be copied."""
        self._choose((SourceKind.PLAN, "", plan_id))

    def _groups(
        self, shipped: Sequence[PlanTemplate], own: Sequence[PlanTemplate], plans: Sequence[PlanSummary]
    ) -> list[tuple[str, list[Source]]]:
        copies = self.tr("Kế hoạch đã có: chuyển sang kỳ mới")
        return [
            (self.tr("Mẫu của chương trình"), [Source(SourceKind.SHIPPED, template=row) for row in shipped]),
            (self.tr("Mẫu của đơn vị"), [Source(SourceKind.OWN, template=row) for row in own]),
            (copies, [Source(SourceKind.PLAN, plan=row) for row in plans]),
            (self.tr("Tự soạn"), [Source(SourceKind.BLANK)]),
        ]

    def _add_heading(self, words: str) -> None:
        item = QListWidgetItem(words)
        item.setSizeHint(QSize(0, self._row_height))
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.9)
        font.setBold(True)
        item.setFont(font)
        item.setForeground(QColor(theme.current().text2))
        self.addItem(item)

    def _add(self, source: Source) -> None:
        words = self._words(source)
        item = QListWidgetItem("   " + words)
        item.setSizeHint(QSize(0, self._row_height))
        item.setToolTip(words)
        item.setData(_ROLE, len(self._sources))
        self._sources.append(source)
        self.addItem(item)

    def _words(self, source: Source) -> str:
        if source.template is not None:
            tasks = sum(len(section.items) for section in source.template.draft.sections)
            return self.tr("{} · {} nhiệm vụ").format(source.template.name, tasks)
        if source.plan is not None:
            days = f"{show_day(source.plan.period.start)} – {show_day(source.plan.period.end)}"
            return f"{source.plan.title} · {days}"
        return self.tr("Kế hoạch trống, có sẵn các lĩnh vực")

    def _choose(self, key: tuple[SourceKind, str, int] | None) -> bool:
        """Choose the entry of a key; tell whether there is one."""
        for row in range(self.count()):
            number = self.item(row).data(_ROLE)
            if number is not None and self._sources[number].key == key:
                self.setCurrentRow(row)
                return True
        return False

    def _changed(self) -> None:
        if self.source() is not None:
            self.source_changed.emit()
