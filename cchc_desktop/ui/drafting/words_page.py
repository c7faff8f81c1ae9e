"""The page on which the words of one report are edited, with the figures that are others by now."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from cchc_desktop.domain.papers.report import within
from cchc_desktop.domain.papers.report_text import ReportDraft
from cchc_desktop.services.papers.report_texts import ReportWords
from cchc_desktop.ui.drafting.kept_page import KeptPage
from cchc_desktop.ui.drafting.words_pane import WordsPane
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.stops import order_stops
from cchc_desktop.ui.widgets.strip import Strip

TAKE, REDRAFT, KEEP = "take_figures", "draft_anew", "keep_words"


class WordsPage(KeptPage):
    """Tells what is wanted; it reads and writes nothing itself."""

    figures_wanted = Signal()
    """The kept words are to show the figures as they are now; nothing else is typed."""
    redraft_wanted = Signal()
    figure_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: ReportWords | None = None
        self.setWindowTitle(self.tr("Nội dung báo cáo"))
        self.changed = Strip("", ((TAKE, self.tr("Cập nhật số liệu")),), self, "refresh-cw")
        words = self.tr("Soạn lại theo mẫu sẽ thay toàn bộ nội dung đã sửa của báo cáo này.")
        self.asking = Strip(words, ((REDRAFT, self.tr("Soạn lại")), (KEEP, self.tr("Giữ nội dung này"))), self)
        words = self.tr("Kỳ này đã chốt số liệu: sửa được lời văn, không đổi được số liệu.")
        self.locked = plain_label(words, self, "secondary")
        self.pane = WordsPane(self)
        self.anew = QPushButton(self.tr("Soạn lại theo mẫu…"), self)
        notices = (self.changed, self.asking, self.locked)
        for notice in notices:
            notice.hide()
        self.put(self.pane, notices, [self.anew])
        self.setFocusProxy(self.pane.editor)
        self._connect()
        order_stops(self.stops())
        self.follow()

    # --- what is shown

    def show_words(self, words: ReportWords) -> None:
        """Show a report; typed words that are not saved stay, and so does the place in words that are the same."""
        before, self._words = self._words, words
        is_same = before is not None and source_of(before) == source_of(words)
        if not is_same or (not self.pane.is_changed() and self.pane.stored() != words.draft):
            self.pane.show_draft(words.draft, from_start=not is_same)
        self.title.setText(self.tr("Nội dung báo cáo {}").format(self.period_title()))
        self.locked.setVisible(words.report.is_locked)
        self._show_changed(self.pane.show_report(words.report, source_of(words)))
        self.follow()

    def shown_words(self) -> ReportWords | None:
        """Return what was read last, None before the first."""
        return self._words

    def period_title(self) -> str:
        """Return the period as a sentence names it."""
        return within(self._words.report.period.title) if self._words else ""

    def is_changed(self) -> bool:
        """Tell whether something is typed that is not saved."""
        return self._words is not None and self.pane.is_changed()

    def value(self) -> ReportDraft:
        """Return the words as they stand."""
        return self.pane.draft()

    def drop_typed(self) -> None:
        """Give up what is typed."""
        if self._words is not None:
            self.pane.show_draft(self._words.draft, from_start=False)
            self._show_changed(self.pane.mark_figures())
        self.follow()

    def set_editable(self, editable: bool) -> None:
        """Let words be changed, or only be read."""
        self.pane.set_editable(editable)
        super().set_editable(editable)

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in reading order."""
        strips = [button for strip in (self.leaving, self.changed, self.asking) for button in strip.buttons()]
        return [self.back, *strips, *self.pane.stops(), self.anew, self.save_button]

    def follow(self) -> None:
        """Open and close buttons by what is typed."""
        super().follow()
        is_free, is_kept = self.is_free(), self._words is not None and self._words.is_kept
        self.anew.setEnabled(is_free and (is_kept or self.is_changed()))
        for button in (*self.changed.buttons(), *self.asking.buttons()):
            button.setEnabled(is_free)

    # --- wishes

    def _connect(self) -> None:
        self.anew.clicked.connect(self._ask_anew)
        self.changed.chosen.connect(lambda _: self._take_figures())
        self.asking.chosen.connect(self._answer)
        self.pane.edited.connect(self.was_edited)
        self.pane.figure_wanted.connect(self.figure_wanted)

    def _show_changed(self, count: int) -> None:
        self.changed.setVisible(count > 0)
        self.changed.set_sentence(self.tr("{} số liệu trong nội dung đã khác số liệu hiện nay.").format(count))

    def _ask_anew(self) -> None:
        self.asking.show()
        self.asking.buttons()[1].setFocus()

    def _answer(self, key: str) -> None:
        self.asking.hide()
        self.pane.editor.setFocus()
        if key == REDRAFT:
            self.drop_typed()
            self.redraft_wanted.emit()

    def _take_figures(self) -> None:
        """Take them in the kept words; among typed ones as a part of what is typed."""
        if not self.is_changed():
            self.figures_wanted.emit()
            return
        self.pane.take_present()
        self._show_changed(self.pane.mark_figures())
        self.follow()
        self.pane.editor.setFocus()


def source_of(words: ReportWords) -> str:
    """Return what names a report: its period and its plans."""
    report = words.report
    return f"{report.period.key}/{'+'.join(map(str, report.plan_ids))}"
