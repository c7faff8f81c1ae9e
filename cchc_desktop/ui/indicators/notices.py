"""The strips above the grid: a plan that is only for tracing, values that could not be stored, a refusal."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from cchc_desktop.ui.indicators.typed import TypedValue
from cchc_desktop.ui.widgets.strip import Strip

_RETRY, _DROP, _CLOSE = "retry", "drop", "close"


class NoticeStrips(QWidget):
    """Takes no room while there is nothing to say."""

    retry_wanted = Signal()
    drop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sentence = self.tr("Kế hoạch của cấp trên chỉ để đối chiếu nên không nhập số liệu vào đây.")
        self._superior = Strip(sentence, parent=self, icon="info")
        self._unsaved = Strip(actions=((_RETRY, self.tr("Thử lại")), (_DROP, self.tr("Bỏ"))), parent=self)
        self._refusal = Strip(actions=((_CLOSE, self.tr("Đóng")),), parent=self)
        self._unsaved.chosen.connect(self._answer)
        self._refusal.chosen.connect(lambda _: self.show_refusal(""))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 8, 0)
        column.setSpacing(4)
        for strip in self._strips():
            strip.hide()
            column.addWidget(strip)

    def show_notices(self, refused: Sequence[TypedValue], *, is_superior: bool) -> None:
        """Say what could not be stored, and whose plan it is."""
        if refused:
            words = self.tr("Chưa lưu được {} ô vừa nhập. {} Nội dung vẫn được giữ ở ô có dấu cảnh báo.")
            self._unsaved.set_sentence(words.format(len(refused), refused[-1].reason))
        self._unsaved.setVisible(bool(refused))
        self._superior.setVisible(is_superior)

    def show_refusal(self, sentence: str) -> None:
        """Say why something was not done; '' says nothing any more."""
        self._refusal.set_sentence(sentence)
        self._refusal.setVisible(bool(sentence))

    def sentences(self) -> list[str]:
        """Return what is said, from top to bottom."""
        return [strip.sentence() for strip in self._strips() if not strip.isHidden()]

    def buttons(self) -> list[QPushButton]:
        """Return the buttons in the order of Tab."""
        return [button for strip in self._strips() for button in strip.buttons()]

    def _strips(self) -> tuple[Strip, ...]:
        return self._superior, self._unsaved, self._refusal

    def _answer(self, key: str) -> None:
        (self.retry_wanted if key == _RETRY else self.drop_wanted).emit()
