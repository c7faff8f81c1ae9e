"""A page that keeps what is typed until it is saved or given up, and the strip that leads back to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.ui.close_guard import CloseGuard
from cchc_desktop.ui.widgets.cards import bar, plain_label, primary_button
from cchc_desktop.ui.widgets.save_key import SaveKey
from cchc_desktop.ui.widgets.strip import Strip

SAVE, DROP = "save_typed", "drop_typed"
_BACK, _GIVE_UP = "back_to_typed", "give_typed_up"


class KeptPage(QWidget):
    """Subclasses say what is typed (`is_changed`, `value`, `drop_typed`) and call `put` and `follow`."""

    save_wanted = Signal(object)
    """What `value` returns is to be kept."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_editable, self._is_busy = True, False
        self.back = QPushButton(self.tr("Về báo cáo"), self)
        self.back.setFlat(True)
        self.title = QLabel(self)
        self.title.setObjectName("pageTitle")
        words = self.tr("Nội dung đã sửa chưa được lưu.")
        self.leaving = Strip(words, ((SAVE, self.tr("Lưu")), (DROP, self.tr("Bỏ thay đổi"))), self)
        self.leaving.hide()
        self._refusal = plain_label(parent=self, style="doubt")
        self._refusal.hide()
        self._note = QLabel(self)
        self._note.setObjectName("secondary")
        self.save_button = primary_button(self.tr("Lưu"), self)
        self.back.clicked.connect(self.leave)
        self.save_button.clicked.connect(self.save)
        SaveKey(self, self.save)
        self.leaving.chosen.connect(lambda key: self.save() if key == SAVE else self._drop())

    # --- what subclasses say

    def is_changed(self) -> bool:
        """Tell whether something is typed that is not saved."""
        raise NotImplementedError

    def value(self) -> Any:
        """Return what is to be kept."""
        raise NotImplementedError

    def drop_typed(self) -> None:
        """Give up what is typed."""
        raise NotImplementedError

    def is_usable(self) -> bool:
        """Tell whether what is typed can be kept."""
        return True

    # --- what the desk does

    def set_busy(self, busy: bool) -> None:
        """Take no second wish while one is carried out."""
        self._is_busy = busy
        self.follow()

    def set_editable(self, editable: bool) -> None:
        """Let words be changed, or only be read."""
        self._is_editable = editable
        self.follow()

    def show_refusal(self, words: str) -> None:
        """Say in place why nothing was stored; '' takes it back."""
        self._refusal.setText(words)
        self._refusal.setVisible(bool(words))

    def refusal(self) -> str:
        """Return why nothing was stored, '' where nothing was refused."""
        return self._refusal.text()

    def ask_leaving(self) -> None:
        """Ask in place what shall become of what is typed."""
        self.leaving.show()
        self.leaving.buttons()[0 if self.save_button.isEnabled() else 1].setFocus()

    def leave(self) -> None:
        """Leave, or ask first where words would be left behind unsaved."""
        if self.is_changed():
            self.ask_leaving()
        else:
            self.left.emit()

    def save(self) -> None:
        """Ask that what is typed is kept."""
        if self.save_button.isEnabled():
            self.set_busy(True)
            self.save_wanted.emit(self.value())

    # --- what subclasses use

    def put(self, content: QWidget, notices: Sequence[QWidget], foot: Sequence[QWidget]) -> None:
        """Lay the page out: notices above the content, buttons at the left of its foot."""
        inside = QVBoxLayout()
        inside.setContentsMargins(16, 8, 16, 8)
        inside.setSpacing(8)
        for notice in (self.leaving, *notices, self._refusal):
            inside.addWidget(notice)
        inside.addWidget(content, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar([self.back, self.title, None], self))
        layout.addLayout(inside, 1)
        layout.addWidget(bar([*foot, None, self._note, self.save_button], self))

    def is_free(self) -> bool:
        """Tell whether a wish can be carried out now."""
        return self._is_editable and not self._is_busy

    def was_edited(self) -> None:
        """Follow what a person typed: what was refused before may be right now."""
        self.show_refusal("")
        self.follow()

    def follow(self) -> None:
        """Open and close buttons by what is typed."""
        is_changed, is_free = self.is_changed(), self.is_free()
        is_savable = is_free and is_changed and self.is_usable()
        self.save_button.setEnabled(is_savable)
        self._note.setText(self.tr("Chưa lưu") if is_changed else "")
        if not is_changed:
            self.leaving.hide()
        save, drop = self.leaving.buttons()
        save.setEnabled(is_savable)
        drop.setEnabled(is_free)

    def _drop(self) -> None:
        self.drop_typed()
        self.left.emit()

    # --- keys and places

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._is_busy:
            self.leave()
        else:
            super().keyPressEvent(event)


class LeftBehind(QObject):
    """Leads back by a strip above the screens to a page that was left with unsaved words; closing asks about them."""

    strip_wanted = Signal(QWidget)
    strip_left = Signal(QWidget)
    back_wanted = Signal()
    given_up = Signal()
    """What was typed is to be given up."""

    def __init__(
        self, page: QWidget, is_changed: Callable[[], bool], words: Callable[[], str], window: QWidget
    ) -> None:
        super().__init__(page)
        self._page = page
        self._is_changed = is_changed
        self._words = words
        self._window = window
        self._strip: Strip | None = None
        self._guard = CloseGuard(self._loss, window)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch the page come and go; that the window was made small is neither."""
        if watched is self._page and not event.spontaneous():
            if event.type() is QEvent.Type.Hide:
                self._show()
            elif event.type() is QEvent.Type.Show:
                self.end()
        return False

    def end(self) -> None:
        """Take the strip away."""
        strip, self._strip = self._strip, None
        if strip is not None:
            self.strip_left.emit(strip)

    def is_shown(self) -> bool:
        """Tell whether the strip stands there."""
        return self._strip is not None

    def _show(self) -> None:
        if self._strip is not None or not self._is_changed():
            return
        actions = ((_BACK, self.tr("Mở lại")), (_GIVE_UP, self.tr("Bỏ thay đổi")))
        strip = self._strip = Strip(self._words(), actions, self._window)
        strip.chosen.connect(lambda key: self.back_wanted.emit() if key == _BACK else self.given_up.emit())
        self.strip_wanted.emit(strip)

    def _loss(self) -> str:
        if not self._is_changed():
            return ""
        return self.tr("{} Nếu đóng chương trình bây giờ, phần sửa này sẽ mất.").format(self._words())
