"""The form of the inspector: every field of an item, its doubts, its links and the parts below it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from cchc_desktop.domain.doubts import Doubt, DoubtKind
from cchc_desktop.ui.inspector.facts import ShownItem, link_to, parts_of, reading_words, source_words
from cchc_desktop.ui.inspector.links import LinkColumn, RowLink
from cchc_desktop.ui.inspector.rows import FactRow, FieldRow, TimeRow, fact_label
from cchc_desktop.ui.widgets.value_edits import ValueEdit

_SPACING = 4


class InspectorForm(QWidget):
    """Shows one item and tells what a person wants with it; it changes nothing.

    `edited` brings a field and its words, `mend_wanted` and `dismiss_wanted` a doubt, `item_wanted` an item's id.
    """

    edited = Signal(str, str)
    correct_wanted = Signal()
    dismiss_wanted = Signal(object)
    item_wanted = Signal(int)
    rearranged = Signal()
    """Rows with buttons came or went."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(_SPACING)
        self.rows: dict[str, FieldRow] = {}
        for name, words, is_one_line in self._fields():
            self._add_field(name, words, is_one_line=is_one_line)
        self._source = self._add_fact(self.tr("Nguồn"))
        self._amended = self._add_fact(self.tr("Sửa theo văn bản"))
        self._carries_out = self._add_links(self.tr("Thực hiện nhiệm vụ"))
        self._continues = self._add_links(self.tr("Tiếp tục nhiệm vụ"))
        self._parts_title = QLabel(self)
        self._parts_title.setObjectName("fieldName")
        self._parts = self._link_column()
        self._column.addSpacing(8)
        self._column.addWidget(self._parts_title)
        self._column.addWidget(self._parts)
        self._column.addStretch(1)

    def _fields(self) -> tuple[tuple[str, str, bool], ...]:
        """Return name, words and whether it is one line, in reading order."""
        return (
            ("lead_words", self.tr("Chủ trì"), True),
            ("coordinating_words", self.tr("Phối hợp"), True),
            ("time_words", self.tr("Thời hạn"), True),
            ("product", self.tr("Sản phẩm"), False),
            ("funding", self.tr("Kinh phí"), True),
            ("note", self.tr("Ghi chú"), False),
            ("person_in_charge", self.tr("Người phụ trách"), True),
            ("leader", self.tr("Lãnh đạo phụ trách"), True),
        )

    def _add_field(self, name: str, words: str, *, is_one_line: bool) -> None:
        edit = ValueEdit(words, self, is_one_line=is_one_line, is_quoted=name == "time_words")
        row = TimeRow(words, edit, self) if name == "time_words" else FieldRow(words, edit, self)
        edit.committed.connect(lambda typed: self.edited.emit(name, typed))
        if isinstance(row, TimeRow):
            row.correct_wanted.connect(self.correct_wanted)
        row.doubts.mend_wanted.connect(self.mend)
        row.doubts.dismiss_wanted.connect(self.dismiss_wanted)
        self.rows[name] = row
        self._column.addWidget(row)

    def _add_fact(self, name: str) -> tuple[FactRow, QLabel]:
        label = fact_label(self)
        row = FactRow(name, label, self)
        self._column.addWidget(row)
        return row, label

    def _add_links(self, name: str) -> tuple[FactRow, LinkColumn]:
        links = self._link_column()
        row = FactRow(name, links, self)
        self._column.addWidget(row)
        return row, links

    def _link_column(self) -> LinkColumn:
        links = LinkColumn(self)
        links.chosen.connect(self.item_wanted)
        return links

    def put_after(self, field: str, part: QWidget) -> None:
        """Let another part stand behind a field."""
        self._column.insertWidget(self._column.indexOf(self.rows[field]) + 1, part)

    # --- what is shown

    def set_sources(self, sources: Mapping[str, Callable[[], Sequence[str]]]) -> None:
        """Take what tells the names that fields offer."""
        for field, source in sources.items():
            self.rows[field].edit.set_source(source)

    def set_editable(self, is_editable: bool) -> None:
        """Let fields be typed into, or only be read."""
        for row in self.rows.values():
            row.edit.setReadOnly(not is_editable)
            if isinstance(row, TimeRow):
                row.correct.setVisible(is_editable)

    def show_item(self, shown: ShownItem, doubts: Mapping[str, Sequence[Doubt]], *, is_editable: bool) -> None:
        """Show an item; a field that is being typed into keeps what is typed."""
        unsaved = self.tr("Chưa lưu được")
        changed = []
        for field, row in self.rows.items():
            row.edit.show_words(shown.words(field))
            row.show_note(unsaved if field in shown.unsaved else "")
            changed.append(row.doubts.show_doubts(doubts.get(field, ()), is_editable=is_editable))
            if isinstance(row, TimeRow):
                row.show_reading(reading_words(shown))
        self._show_facts(shown)
        if any(changed):
            self.rearranged.emit()

    def _show_facts(self, shown: ShownItem) -> None:
        _show_words(self._source, source_words(shown.item))
        _show_words(self._amended, shown.item.amended_by or "")
        _show_links(self._carries_out, link_to(shown, shown.item.carries_out_id))
        _show_links(self._continues, link_to(shown, shown.item.continues_id))
        parts = parts_of(shown)
        self._parts.show_links(parts)
        self._parts.setVisible(bool(parts))
        self._parts_title.setText(self.tr("Nội dung thành phần ({})").format(len(parts)))
        self._parts_title.setVisible(bool(parts))
        self.rearranged.emit()

    def commit(self) -> None:
        """Tell what is being typed."""
        for row in self.rows.values():
            row.edit.commit()

    def settle(self) -> None:
        """Wait no longer for what was told."""
        for row in self.rows.values():
            row.edit.settle()

    def mend(self, doubt: Doubt) -> None:
        """Go where a doubt is mended: the words in their field, or the correction of the schedule."""
        if doubt.kind is DoubtKind.SCHEDULE:
            self.correct_wanted.emit()
        elif doubt.field in self.rows:
            self.rows[doubt.field].edit.select_words(doubt.words)


def _show_words(place: tuple[FactRow, QLabel], words: str) -> None:
    row, label = place
    label.setText(words)
    row.setVisible(bool(words))


def _show_links(place: tuple[FactRow, LinkColumn], links: Sequence[RowLink]) -> None:
    row, column = place
    column.show_links(links)
    row.setVisible(bool(links))
