"""What becomes of words that could not be stored: a strip above the screens, another try, and no close over them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.ui.session import PlanSession
from cchc_desktop.ui.status import WayBack
from cchc_desktop.ui.widgets.strip import Strip, StripColumn
from cchc_desktop.ui.workbench.unsaved import TypedRow, UnsavedWords

RETRY, COPY, DROP = "retry", "copy", "drop"
_LONGEST = 60


class UnsavedDesk(QObject):
    """Keeps the strip in step with the unsaved words; several failures make one strip and no box.

    `retry_wanted` carries a `TypedRow` to be written again, `deed` one line and its `WayBack`. Closing the window waits
    for what is being written, and asks where words would be lost.
    """

    retry_wanted = Signal(object)
    deed = Signal(str, object)

    def __init__(
        self,
        words: UnsavedWords,
        session: PlanSession,
        strips: StripColumn,
        window: QMainWindow,
        end_typing: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._words = words
        self._session = session
        self._strips = strips
        self._window = window
        self._end_typing = end_typing
        self._reason = ""
        self._may_close = False
        self._is_waiting = False
        self.strip: Strip | None = None
        words.changed.connect(self._show)
        window.installEventFilter(self)

    def not_stored(self, row: TypedRow, error: Exception) -> None:
        """Keep what was typed; the strip says why it was not stored."""
        unforeseen = self.tr("Chương trình gặp lỗi ngoài dự kiến khi lưu.")
        self._reason = error.message if isinstance(error, CchcError) else unforeseen
        self._words.keep([row])

    def stored(self, row: TypedRow) -> None:
        """Forget words that are stored now."""
        self._words.forget(row.uid, row.values)

    def retry_here(self) -> bool:
        """Write again what stands in the open plan; tell whether there was anything."""
        found = self._words.found(self._session.tree)
        for row in found:
            self.retry_wanted.emit(row)
        return bool(found)

    def retry(self) -> None:
        """Write again what stands in the open plan; where all of it stands in another plan, show that one."""
        if self.retry_here():
            return
        tree = self._session.tree
        others = {row.plan_id for row in self._words.rows()} & {plan.id for plan in self._session.plans}
        others -= {tree.plan.id if tree else 0}
        if others:
            self._session.open_plan(min(others))

    def drop(self) -> None:
        """Give the words up; the deed line offers to take that back."""
        rows, reason = self._words.rows(), self._reason

        def take_back() -> None:
            self._reason = reason
            self._words.keep(rows)

        self._words.clear()
        self.deed.emit(self.tr("Đã bỏ nội dung chưa lưu."), WayBack(self.tr("Hoàn tác"), take_back))

    def copy(self) -> None:
        """Put the words on the clipboard, a cell a line."""
        QApplication.clipboard().setText("\n".join(self._words.texts()))
        self.deed.emit(self.tr("Đã sao chép nội dung chưa lưu."), None)

    # --- the strip

    def _show(self) -> None:
        if not self._words:
            if self.strip is not None:
                self._strips.remove(self.strip)
                self.strip = None
            return
        if self.strip is None:
            actions = ((RETRY, self.tr("Thử lại")), (COPY, self.tr("Sao chép nội dung")), (DROP, self.tr("Bỏ")))
            self.strip = Strip("", actions, self._strips)
            self.strip.chosen.connect(self._answer)
            self._strips.add(self.strip)
        self.strip.set_sentence(self._sentence())

    def _sentence(self) -> str:
        texts = self._words.texts()
        if len(texts) > 1:
            what = self.tr("Chưa lưu được nội dung vừa nhập ở {} ô.").format(len(texts))
        else:
            text = texts[0] if len(texts[0]) <= _LONGEST else texts[0][:_LONGEST].rstrip() + "…"
            what = self.tr("Chưa lưu được nội dung vừa nhập: “{}”.").format(text)
        return self.tr("{} {} Nội dung vẫn được giữ ở ô có dấu cảnh báo.").format(what, self._reason)

    def _answer(self, key: str) -> None:
        {RETRY: self.retry, COPY: self.copy, DROP: self.drop}[key]()

    # --- closing

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the window close once what was typed is stored, or given up by the person."""
        if watched is not self._window or event.type() is not QEvent.Type.Close or self._may_close:
            return False
        self._end_typing()
        if self._session.is_writing() and not self._is_waiting:
            self._is_waiting = True
            self._session.when_written(self._close_again)
        elif self._words:
            self._ask()
        else:
            return False
        event.ignore()
        return True

    def _close_again(self) -> None:
        self._is_waiting = False
        QTimer.singleShot(0, self._window, self._window.close)

    def _ask(self) -> None:
        from cchc_desktop.ui.close_guard import ask_to_close

        words = self.tr("Còn {} ô vừa nhập chưa lưu được. Nếu đóng chương trình bây giờ, nội dung này sẽ mất.")
        ask_to_close(self._window, words.format(len(self._words.texts())), self._close_for_good)

    def _close_for_good(self) -> None:
        self._may_close = True
        QTimer.singleShot(0, self._window, self._window.close)
