"""Thể thức văn bản as a page of Thiết lập: the form, sample pages beside it, and what came of saving below."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.domain.papers.layout_profile import LayoutProfile
from cchc_desktop.ui.drafting.layout_form import LayoutForm, decree_layout
from cchc_desktop.ui.drafting.layout_preview import SamplePages
from cchc_desktop.ui.widgets.cards import bar, plain_label, primary_button
from cchc_desktop.ui.widgets.save_key import SaveKey
from cchc_desktop.ui.widgets.stops import order_stops

_SETTLE_MS = 300
"""Time in which further letters are waited for before the sample is set."""
_SHARES = 2, 1
_LETTERS_ABREAST = 90
"""Letters that the page must be wide for the sample to stand beside the form."""


class LayoutPage(QWidget):
    """Tells what is wanted; it reads and writes nothing itself."""

    save_wanted = Signal(object)
    refresh_wanted = Signal()
    sample_wanted = Signal(object)
    """Sample pages of this `LayoutProfile` are to be set."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_editable, self._is_busy = True, False
        self.form = LayoutForm(self)
        self.sample = SamplePages(self)
        self._refusal = plain_label(parent=self, style="doubt")
        self._refusal.hide()
        self._usual = QPushButton(self.tr("Về mặc định theo Nghị định 30"), self)
        self._note = QLabel(self)
        self._note.setObjectName("secondary")
        self._save = primary_button(self.tr("Lưu"), self)
        self._columns = QHBoxLayout()
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._lay_out()
        self._connect()
        self._order_stops()
        self.setFocusProxy(self.form.tabs.tabBar())
        self._follow()

    def refresh(self) -> None:
        """Ask for what is stored; typed values that are not saved stay."""
        self.refresh_wanted.emit()

    def show_stored(self, profile: LayoutProfile) -> None:
        """Show what is stored; typed values that are not saved stay."""
        self.form.show_stored(profile)
        self._follow()
        self._settling.start()

    def show_saved(self, profile: LayoutProfile) -> None:
        """Take a profile as stored."""
        self.form.take_stored(profile)
        self.set_busy(False)

    def show_refusal(self, words: str) -> None:
        """Say in place why nothing was stored; '' takes it back."""
        self._refusal.setText(words)
        self._refusal.setVisible(bool(words))

    def set_busy(self, busy: bool) -> None:
        """Take no second wish while one is carried out."""
        self._is_busy = busy
        self._follow()

    def set_editable(self, editable: bool) -> None:
        """Let the layout be changed, or only be looked at."""
        self._is_editable = editable
        self.form.setEnabled(editable)
        self._follow()

    def is_changed(self) -> bool:
        """Tell whether something is typed that is not stored."""
        return self.form.is_changed()

    def drop_typed(self) -> None:
        """Give up what is typed."""
        self.form.show_profile(self.form.stored())

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in reading order."""
        return [*self.form.stops(), self.sample, self._usual, self._save]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_sample()

    def _place_sample(self) -> None:
        """Put the sample beside the form, or into a tab of its own where there is too little room."""
        is_beside = self.width() >= self.fontMetrics().averageCharWidth() * _LETTERS_ABREAST
        tabs, number = self.form.tabs, self.form.tabs.indexOf(self.sample)
        if is_beside and number >= 0:
            tabs.removeTab(number)
        if is_beside and self._columns.indexOf(self.sample) < 0:
            self._columns.addWidget(self.sample, _SHARES[1])
            self.sample.show()
        elif not is_beside and number < 0:
            self._columns.removeWidget(self.sample)
            tabs.addTab(self.sample, self.tr("Xem trước"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.refresh()

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Thể thức văn bản"), self)
        title.setObjectName("pageTitle")
        self._columns.setContentsMargins(16, 0, 0, 0)
        self._columns.setSpacing(8)
        self._columns.addWidget(self.form, _SHARES[0])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar([title, None], self))
        layout.addLayout(self._columns, 1)
        layout.addWidget(self._refusal)
        layout.addWidget(bar([self._usual, None, self._note, self._save], self))

    def _order_stops(self) -> None:
        order_stops(self.stops())

    def _connect(self) -> None:
        self.form.edited.connect(self._edited)
        self.form.letterheads.rows_changed.connect(self._order_stops)
        self._usual.clicked.connect(lambda: self.form.show_profile(decree_layout(self.form.stored())))
        self._save.clicked.connect(self._want)
        SaveKey(self, self._save.click)
        self._settling.timeout.connect(self._want_sample)

    def _edited(self) -> None:
        self.show_refusal("")
        self._follow()
        self._settling.start()

    def _follow(self) -> None:
        is_changed, is_free = self.form.is_changed(), self._is_editable and not self._is_busy
        self._save.setEnabled(is_free and is_changed and self.form.is_usable())
        self._usual.setEnabled(is_free and self.form.profile() != decree_layout(self.form.stored()))
        self._note.setText(self.tr("Chưa lưu") if is_changed else "")

    def _want(self) -> None:
        profile = self.form.profile()
        if profile is not None:
            self.set_busy(True)
            self.save_wanted.emit(profile)

    def _want_sample(self) -> None:
        profile = self.form.profile()
        if profile is not None and self.form.is_usable() and self.isVisible():
            self.sample_wanted.emit(profile)
