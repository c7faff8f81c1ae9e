"""The form of one agency: every field is told as soon as it is left or Enter is pressed; it stores nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from cchc_desktop.domain.agencies.agency import Agency
from cchc_desktop.domain.agencies.merging import successors
from cchc_desktop.domain.agencies.names import AgencyKind
from cchc_desktop.domain.days import show_day
from cchc_desktop.ui.agencies import words
from cchc_desktop.ui.agencies.members import MembersField
from cchc_desktop.ui.widgets import text_menu
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.day_field import DayField
from cchc_desktop.ui.widgets.enter_key import ENTER
from cchc_desktop.ui.widgets.stops import order_stops
from cchc_desktop.ui.widgets.text_fields import LineField, LinesField

_TYPED = ("name", "short_name", "kind", "aliases", "member_ids", "valid_from", "valid_to", "head", "contact", "note")
_NOT_LEFT = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class LeftLines(LinesField):
    """Lines that tell when they are left, and on Ctrl+Enter."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _NOT_LEFT:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in ENTER
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class AgencyForm(QWidget):
    """`typed` brings the agency as it was and as it is typed; what could not be stored stays typed."""

    typed = Signal(object, object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stored = Agency("")
        self._told: Agency | None = None  # what was told and is not stored (yet): it is not told twice
        self._is_filling = False
        self._agencies: Mapping[int, Agency] = {}
        self._make_fields(today)
        self._lay_out()
        self._connect()
        order_stops(self.stops())

    # --- values

    def stored(self) -> Agency:
        """Return the agency as it is stored, as far as is known here."""
        return self._stored

    def value(self) -> Agency:
        """Return the agency as it is typed; a day that cannot be read is left as it was."""
        return replace(
            self._stored,
            name=self.name.words(),
            short_name=self.short_name.words() or None,
            kind=AgencyKind(self.kind.currentData()),
            aliases=self.aliases.lines(),
            member_ids=self.members.member_ids() if self._is_group() else self._stored.member_ids,
            valid_from=self._day(self.valid_from, self._stored.valid_from),
            valid_to=self._day(self.valid_to, self._stored.valid_to),
            head=self.head.words() or None,
            contact=self.contact.words() or None,
            note="\n".join(self.note.lines()) or None,
        )

    def is_changed(self) -> bool:
        """Tell whether something is typed that is not stored."""
        return bool(_differing(self._stored, self.value())) or bool(self._wrong_day())

    def show_agency(self, agency: Agency, agencies: Mapping[int, Agency], typed: Agency | None = None) -> None:
        """Show an agency; of the one that is shown already, what is typed and not stored stays."""
        touched = self._touched() if typed is None and agency.uid == self._stored.uid else {}
        if not touched:
            self._told = typed
        self._agencies = agencies
        self._stored = agency
        self._fill(typed or replace(agency, **touched))

    def settle(self, agency_id: int) -> None:
        """Take what was told as stored; a new agency has its number only now."""
        self._stored, self._told = replace(self._told or self._stored, id=agency_id), None

    def refused(self, before: Agency) -> None:
        """Take it that what was told was not stored."""
        self._stored = before

    def commit(self) -> None:
        """Tell what is typed, where it differs from what is stored and was told before."""
        self._show_wrong_day()
        value = self.value()
        if self._is_filling or self._is_composing():
            return
        was_told = self._told is not None and not _differing(self._told, value)
        self._told = value if _differing(self._stored, value) else None
        if self._told is not None and not was_told:
            self.typed.emit(self._stored, value)

    def give_up(self) -> None:
        """Show what is stored."""
        self._told = None
        self._fill(self._stored)

    def set_editable(self, is_editable: bool) -> None:
        """Let the fields be typed into, or only be read."""
        for field in self._texts():
            field.setReadOnly(not is_editable)
        self.kind.setEnabled(is_editable)
        self.members.set_editable(is_editable)

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in reading order."""
        first = [self.name, self.short_name, self.kind, self.aliases, *self.members.stops()]
        return [*first, self.valid_from, self.valid_to, self.head, self.contact, self.note]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_changed():
            self.give_up()
        else:
            super().keyPressEvent(event)

    # --- building

    def _make_fields(self, today: Callable[[], date]) -> None:
        self.name = LineField(self.tr("Tên cơ quan (bắt buộc)"), self)
        self.short_name = LineField(self.tr("Tên viết tắt"), self)
        self.kind = QComboBox(self)
        self.kind.setAccessibleName(self.tr("Loại cơ quan"))
        for kind, name in words.KIND_WORDS.items():
            self.kind.addItem(name, kind)
        self.aliases = LeftLines(self.tr("Tên gọi khác"), self, self.tr("Mỗi dòng một tên"))
        self.members = MembersField(self)
        self.valid_from = DayField(self.tr("Hoạt động từ ngày"), today, self)
        self.valid_to = DayField(self.tr("Hoạt động đến ngày"), today, self)
        self._day_doubt = plain_label("", self, "doubt")
        self._day_doubt.hide()
        self._heirs = plain_label("", self, "secondary")
        self._heirs.hide()
        self.head = LineField(self.tr("Người đứng đầu"), self)
        self.contact = LineField(self.tr("Liên hệ"), self)
        self.note = LeftLines(self.tr("Ghi chú"), self)
        for field in self._texts():
            text_menu.install(field)

    def _texts(self) -> tuple[QLineEdit | LinesField, ...]:
        return (
            self.name, self.short_name, self.aliases, self.valid_from, self.valid_to, self.head, self.contact,
            self.note,
        )  # fmt: skip

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 12, 12)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        self._members_label = QLabel(self.tr("Thành viên"), self)
        rows: tuple[tuple[QLabel | str, QWidget], ...] = (
            (self.tr("Tên cơ quan *"), self.name),
            (self.tr("Tên viết tắt"), self.short_name),
            (self.tr("Loại"), self.kind),
            (self.tr("Tên gọi khác"), self.aliases),
            (self._members_label, self.members),
            (self.tr("Hoạt động từ"), self.valid_from),
            (self.tr("đến hết"), self.valid_to),
            ("", self._day_doubt),
            ("", self._heirs),
            (self.tr("Người đứng đầu"), self.head),
            (self.tr("Liên hệ"), self.contact),
            (self.tr("Ghi chú"), self.note),
        )
        for number, (name, field) in enumerate(rows):
            self._add_row(grid, number, name, field)
        grid.setRowStretch(len(rows), 1)

    def _add_row(self, grid: QGridLayout, row: int, name: QLabel | str, field: QWidget) -> None:
        label = name if isinstance(name, QLabel) else QLabel(name, self)
        label.setObjectName("fieldName")
        is_high = isinstance(field, LinesField | MembersField)
        place = Qt.AlignmentFlag.AlignTop if is_high else Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(label, row, 0, place)
        label.setBuddy(field)
        grid.addWidget(field, row, 1)
        label.setVisible(bool(label.text()))

    def _connect(self) -> None:
        for line in (self.name, self.short_name, self.head, self.contact, self.valid_from, self.valid_to):
            line.editingFinished.connect(self.commit)
        for lines in (self.aliases, self.note):
            lines.left.connect(self.commit)
        self.kind.currentIndexChanged.connect(lambda _: self._kind_changed())
        self.members.edited.connect(self.commit)

    # --- filling

    def _fill(self, agency: Agency) -> None:
        self._is_filling = True
        self.name.show_words(agency.name)
        self.short_name.show_words(agency.short_name or "")
        self.kind.setCurrentIndex(self.kind.findData(agency.kind))
        self.aliases.show_lines(agency.aliases)
        self.members.show_members(agency.member_ids, self._agencies, agency.id)
        for field, day in ((self.valid_from, agency.valid_from), (self.valid_to, agency.valid_to)):
            if field.day() != day and not (field.hasFocus() and field.text()):
                field.setText(show_day(day) if day else "")
        self.head.show_words(agency.head or "")
        self.contact.show_words(agency.contact or "")
        self.note.show_lines(tuple((agency.note or "").splitlines()))
        self._show_heirs()
        self._show_group()
        self._show_wrong_day()
        self._is_filling = False

    def _touched(self) -> dict[str, Any]:
        return _differing(self._stored, self.value())

    def _kind_changed(self) -> None:
        self._show_group()
        self.commit()

    def _show_group(self) -> None:
        for widget in (self.members, self._members_label):
            widget.setVisible(self._is_group())

    def _is_group(self) -> bool:
        return AgencyKind(self.kind.currentData()) is AgencyKind.GROUP

    def _show_heirs(self) -> None:
        found = successors(self._stored, self._agencies.values())
        self._heirs.setText(self.tr("Kế tục: {}").format("; ".join(heir.name for heir in found)) if found else "")
        self._heirs.setVisible(bool(found))

    def _day(self, field: DayField, before: date | None) -> date | None:
        return before if field.text().strip() and field.day() is None else field.day()

    def _wrong_day(self) -> str:
        fields_ = (self.valid_from, self.valid_to)
        return next((field.text() for field in fields_ if field.text().strip() and field.day() is None), "")

    def _show_wrong_day(self) -> None:
        wrong = self._wrong_day()
        self._day_doubt.setText(
            self.tr("“{}” không phải là ngày nên chưa được lưu. Nhập như 1/7/2025.").format(wrong) if wrong else ""
        )
        self._day_doubt.setVisible(bool(wrong))

    def _is_composing(self) -> bool:
        fields_ = (self.name, self.short_name, self.head, self.contact, self.aliases, self.note)
        return any(field.is_composing() for field in fields_)


def changed_fields(before: Agency, after: Agency) -> dict[str, Any]:
    """Return what a person typed differently, by the names of the fields."""
    return _differing(before, after)


def _differing(one: Agency, other: Agency) -> dict[str, Any]:
    names = (field.name for field in fields(Agency) if field.name in _TYPED)
    return {name: getattr(other, name) for name in names if getattr(one, name) != getattr(other, name)}
