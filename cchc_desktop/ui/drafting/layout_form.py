"""The form of the layout profile: every measure with what the decree says of it beside; it stores nothing itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.papers.layout_checks import (
    decree_words,
    departures_by_field,
    faults_by_field,
    look_field,
    words_field,
)
from cchc_desktop.domain.papers.layout_profile import (
    AS_NEEDED,
    ELEMENT_NAMES,
    LANDSCAPE,
    PORTRAIT,
    Element,
    FixedWords,
    LayoutProfile,
)
from cchc_desktop.ui.drafting.layout_fields import FieldLines, LetterheadRow, LookField, NumberField
from cchc_desktop.ui.drafting.scrolled import scrolled
from cchc_desktop.ui.office.rows import RowList
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.form_fields import ChoiceCombo
from cchc_desktop.ui.widgets.stops import order_stops
from cchc_desktop.ui.widgets.text_fields import LineField
from cchc_desktop.ui.words import Words

_words = Words("LayoutForm")
_MEASURES = {
    "top_mm": _words.mark("Lề trên (mm)"),
    "bottom_mm": _words.mark("Lề dưới (mm)"),
    "left_mm": _words.mark("Lề trái (mm)"),
    "right_mm": _words.mark("Lề phải (mm)"),
    "first_line_mm": _words.mark("Thụt đầu dòng (mm)"),
    "space_after_pt": _words.mark("Khoảng cách giữa các đoạn (pt)"),
    "line_spacing": _words.mark("Giãn dòng (dòng)"),
    "issuer_line_share": _words.mark("Kẻ dưới tên cơ quan (phần)"),
    "subject_line_share": _words.mark("Kẻ dưới trích yếu (phần)"),
}
_FIXED = {
    "national_title": _words.mark("Quốc hiệu"),
    "motto": _words.mark("Tiêu ngữ"),
    "number": _words.mark("Trước số văn bản"),
    "about": _words.mark("Trước trích yếu công văn"),
    "addressee": _words.mark("Trước nơi kính gửi"),
    "recipients": _words.mark("Trước danh sách nơi nhận"),
    "same_as_above": _words.mark("Nơi nhận đầu tiên"),
    "archive": _words.mark("Nơi lưu"),
    "end_mark": _words.mark("Dấu kết thúc"),
    "appendix": _words.mark("Trước số phụ lục"),
    "attached": _words.mark("Dòng kèm theo"),
}


@dataclass(frozen=True, slots=True)
class _Choice:
    """A closed list of values for one field of the profile."""

    field: str
    combo: ChoiceCombo


class LayoutForm(QWidget):
    """`profile` is what is typed; None while a field holds no number."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_filling = True
        self._stored = LayoutProfile()
        self.measures = {name: NumberField(_words(words), self) for name, words in _MEASURES.items()}
        self.looks = {element: LookField(ELEMENT_NAMES[element], self) for element in Element}
        usual = asdict(FixedWords())
        self.fixed = {name: LineField(_words(words), self, usual[name]) for name, words in _FIXED.items()}
        self._choices = self._make_choices()
        self.letterheads = RowList(LetterheadRow, self.tr("Thêm tiêu đề"), self)
        self.tabs = QTabWidget(self)
        self._lines = [self._page_lines(), self._look_lines(), self._word_lines()]
        self._lay_out()
        self._connect()
        self._fill(self._stored)

    # --- values

    def profile(self) -> LayoutProfile | None:
        """Return what is typed, None where a number cannot be read."""
        return None if any(self._unreadable()) else self._readable()

    def show_stored(self, profile: LayoutProfile) -> None:
        """Show what is stored; typed values that are not saved stay."""
        typed = self.profile()
        if typed is None or (typed != self._stored and self.is_changed()):
            return
        self._stored = profile
        if typed != profile and not self.is_composing():
            self._fill(profile)

    def show_profile(self, profile: LayoutProfile) -> None:
        """Show another profile in the place of whatever is typed; it is not stored by that."""
        self._fill(profile)
        self._edited()

    def take_stored(self, profile: LayoutProfile) -> None:
        """Take a profile as stored; what was typed since then is still to be stored."""
        self._stored = profile
        self._edited()

    def stored(self) -> LayoutProfile:
        """Return what was stored last."""
        return self._stored

    def is_changed(self) -> bool:
        """Tell whether something is typed that is not stored."""
        return self.profile() != self._stored or self.is_composing()

    def is_composing(self) -> bool:
        """Tell whether an input method holds letters in one of the fields."""
        return self.letterheads.is_composing() or any(field.is_composing() for field in self.fixed.values())

    def is_usable(self) -> bool:
        """Tell whether papers can be set by what is typed."""
        profile = self.profile()
        return profile is not None and not faults_by_field(profile)

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in reading order."""
        page = [choice.combo for choice in self._choices[:2]]
        looks = [stop for field in self.looks.values() for stop in field.stops()]
        page += [*self.measures.values(), self._choices[2].combo]  # type: ignore[list-item]
        return [self.tabs.tabBar(), *page, *looks, *self.fixed.values(), *self.letterheads.stops()]

    # --- building

    def _make_choices(self) -> tuple[_Choice, ...]:
        found = tuple(
            _Choice(field, ChoiceCombo(words, self, letters))
            for field, words, letters in (
                ("paper", self.tr("Khổ giấy"), 8),
                ("orientation", self.tr("Hướng giấy của bảng"), 15),
                ("first_numbered", self.tr("Số trang"), 15),
            )
        )
        paper, orientation, numbered = (choice.combo for choice in found)
        paper.offer((size, size) for size in ("A4", "A3"))
        orientation.offer(
            ((AS_NEEDED, self.tr("Theo từng văn bản")), (LANDSCAPE, self.tr("Ngang")), (PORTRAIT, self.tr("Dọc")))
        )
        numbered.offer(((2, self.tr("Từ trang 2")), (1, self.tr("Từ trang 1")), (None, self.tr("Không đánh số"))))
        return found

    def _page_lines(self) -> FieldLines:
        lines = self._new_lines()
        for choice in self._choices[:2]:
            lines.add(choice.field, choice.combo.accessibleName(), choice.combo, decree_words(choice.field))
        for name, field in self.measures.items():
            lines.add(name, _words(_MEASURES[name]), field, decree_words(name))
        numbered = self._choices[2]
        lines.add(numbered.field, numbered.combo.accessibleName(), numbered.combo, decree_words(numbered.field))
        lines.end()
        return lines

    def _look_lines(self) -> FieldLines:
        lines = self._new_lines()
        for element, field in self.looks.items():
            lines.add(look_field(element), ELEMENT_NAMES[element], field, decree_words(look_field(element)))
        lines.end()
        return lines

    def _word_lines(self) -> FieldLines:
        lines = FieldLines(self, "")
        for name, field in self.fixed.items():
            lines.add(words_field(name), _words(_FIXED[name]), field, "", is_wide=True)
        lines.end()
        return lines

    def _new_lines(self) -> FieldLines:
        return FieldLines(self, self.tr("Nghị định 30 quy định"))

    def _letterhead_page(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        words = self.tr(
            "Tiêu đề của đơn vị lấy ở mục Đơn vị. Thêm ở đây tiêu đề khác để chọn khi lập văn bản, như tiêu đề của "
            "Phòng. Tên cơ quan cấp trên trực tiếp không in đậm."
        )
        column.addWidget(plain_label(words, page, "secondary"))
        column.addWidget(self.letterheads)
        self._wrong_letterheads = plain_label(parent=page, style="doubt")
        self._wrong_letterheads.hide()
        column.addWidget(self._wrong_letterheads)
        column.addStretch(1)
        return page

    def _lay_out(self) -> None:
        names = (self.tr("Trang giấy"), self.tr("Chữ"), self.tr("Từ ngữ cố định"), self.tr("Tiêu đề khác"))
        for words, page in zip(names, (*self._lines, self._letterhead_page()), strict=True):
            self.tabs.addTab(scrolled(page, self), words)
        self.tabs.tabBar().setAccessibleName(self.tr("Các phần của thể thức"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        self._order_stops()

    def _order_stops(self) -> None:
        order_stops(self.stops())

    def _connect(self) -> None:
        for field in (*self.measures.values(), *self.fixed.values()):
            field.textChanged.connect(self._edited)
        for look in self.looks.values():
            look.edited.connect(self._edited)
        for choice in self._choices:
            choice.combo.currentIndexChanged.connect(self._edited)
        self.letterheads.edited.connect(self._edited)
        self.letterheads.rows_changed.connect(self._order_stops)

    # --- following

    def _fill(self, profile: LayoutProfile) -> None:
        self._is_filling = True
        for name, field in self.measures.items():
            field.show_value(getattr(profile, name))
        for element, look in self.looks.items():
            look.show_value(profile.look(element))
        for choice in self._choices:
            choice.combo.choose(getattr(profile, choice.field))
        for name, words in asdict(profile.words).items():
            self.fixed[name].show_words(words)
        self.letterheads.set_values(profile.letterheads)
        self._is_filling = False
        self._judge()

    def _edited(self) -> None:
        if not self._is_filling:
            self._judge()
            self.edited.emit()

    def _judge(self) -> None:
        """Say at each field what is wrong with it, or where it leaves the decree."""
        found = dict(self._judged())
        for lines in self._lines:
            for field in lines.fields():
                lines.show_doubt(field, found.get(field, ""))
        words = found.get("letterheads", "")
        self._wrong_letterheads.setText(words)
        self._wrong_letterheads.setVisible(bool(words))

    def _judged(self) -> Iterator[tuple[str, str]]:
        """Yield fields with what is said of them; what comes later says more."""
        profile = self._readable()
        for doubt in (*departures_by_field(profile), *faults_by_field(profile)):
            yield doubt.field, doubt.sentence
        yield from ((field, self.tr("Nhập một số, ví dụ 12,7.")) for field in self._unreadable())

    def _unreadable(self) -> Iterator[str]:
        """Yield the fields that hold no number."""
        yield from (name for name, field in self.measures.items() if field.value() is None)
        yield from (look_field(element) for element, look in self.looks.items() if look.value() is None)

    def _readable(self) -> LayoutProfile:
        """Return what is typed; what cannot be read is as it was stored."""
        stored = self._stored
        measures: dict[str, Any] = {
            name: getattr(stored, name) if (number := field.value()) is None else number
            for name, field in self.measures.items()
        }
        return LayoutProfile(
            **measures,
            **{choice.field: choice.combo.value() for choice in self._choices},
            looks={element: field.value() or stored.look(element) for element, field in self.looks.items()},
            words=FixedWords(**{name: field.words() for name, field in self.fixed.items()}),
            letterheads=self.letterheads.values(),
        )


def decree_layout(kept: LayoutProfile) -> LayoutProfile:
    """Return the layout of the decree with the letterheads of another one."""
    return replace(LayoutProfile(), letterheads=kept.letterheads)
