"""The preview: zoom and pages above, small pages at the side, the true pages, or one sentence why there are none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QIntValidator, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.papers.ports import FigurePlace
from cchc_desktop.ui.reports.page_images import PageImages
from cchc_desktop.ui.reports.page_view import ZOOMS, PageView
from cchc_desktop.ui.reports.pdf_pages import PdfPages
from cchc_desktop.ui.reports.thumbnails import Thumbnails
from cchc_desktop.ui.widgets.cards import bar
from cchc_desktop.ui.widgets.empty import EmptyState
from cchc_desktop.ui.widgets.form_fields import ChoiceCombo
from cchc_desktop.ui.widgets.progress import WorkLine
from cchc_desktop.ui.widgets.small_button import small_button

_WIDTH = "width"
_LEAST_FOR_SMALL_PAGES = 560
_DIGITS = "0000"
_SIDES = 22


class _PageField(QLineEdit):
    """As wide as the number of a page."""

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(_DIGITS) + _SIDES, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class PreviewPane(QWidget):
    """Shows what `open` brings; `stop_wanted` asks to stop what `work` tells about, `again_wanted` to try again."""

    stop_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.images = PageImages(self)
        self._bar = head = bar((), self, is_slim=True)
        self.zoom_out = small_button("zoom-out", self.tr("Thu nhỏ (Ctrl + -)"), head)
        self.zoom = ChoiceCombo(self.tr("Cỡ xem"), head, 13)
        self.zoom_in = small_button("zoom-in", self.tr("Phóng to (Ctrl + +)"), head)
        self.back = small_button("chevron-left", self.tr("Trang trước (Ctrl + PageUp)"), head)
        self.number = _PageField(head)
        self.number.setAccessibleName(self.tr("Trang số"))
        self.number.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.number.setValidator(QIntValidator(1, 9999, self))
        self.count = QLabel(head)
        self.forth = small_button("chevron-right", self.tr("Trang sau (Ctrl + PageDown)"), head)
        self.work = WorkLine(self)
        self.work.setContentsMargins(12, 4, 12, 4)
        self._stack = QStackedWidget(self)
        pages = QWidget(self._stack)
        self.small = Thumbnails(self.images, pages)
        self.view = PageView(self.images, pages)
        self.empty = EmptyState("file-chart-column", "", self.tr("Xem trước"), self._stack)
        self._lay_out(pages)
        self._connect()
        self._show_zoom()
        self._enable()

    # --- what is shown

    def open(self, pages: PdfPages, figures: Sequence[FigurePlace] = (), *, from_start: bool = False) -> None:
        """Show other pages with their live figures, at the place where one was or from the start."""
        self.images.open(pages)
        if from_start:
            self.view.go_to(0)
        self.view.show_figures(figures)
        self._stack.setCurrentIndex(0)
        self.small.show_page(self.view.page())
        self._show_page()
        self._enable()

    def show_nothing(self, sentence: str) -> None:
        """Say why there are no pages."""
        self.images.open(None)
        self.view.show_figures(())
        self.empty.set_sentence(sentence)
        self.empty.setAccessibleName(sentence)
        self._stack.setCurrentIndex(1)
        self._enable()

    def pages(self) -> int:
        """Return how many pages are shown."""
        return len(self.images.sizes)

    def sentence(self) -> str:
        """Return what is said in the place of pages, '' while there are any."""
        return "" if self.pages() else self.empty.accessibleName()

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in reading order."""
        heads: list[QWidget] = [self.zoom_out, self.zoom, self.zoom_in, self.back, self.number, self.forth]
        return [*heads, *self.work.stops(), self.small, self.view, *self.empty.stops()]

    # --- building

    def _lay_out(self, pages: QWidget) -> None:
        heads = (self.zoom_out, self.zoom, self.zoom_in, self.back, self.number, self.count, self.forth)
        above = self._bar.layout()
        assert isinstance(above, QHBoxLayout)
        for head in heads:
            above.addWidget(head)
        above.addStretch(1)
        row = QHBoxLayout(pages)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.small)
        edge = QFrame(pages)
        edge.setObjectName("rule")
        edge.setFixedWidth(1)
        row.addWidget(edge)
        row.addWidget(self.view, 1)
        self._stack.addWidget(pages)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self.work)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.zoom_out.clicked.connect(lambda: self.view.zoom_by(-1))
        self.zoom_in.clicked.connect(lambda: self.view.zoom_by(1))
        self.zoom.currentIndexChanged.connect(lambda _: self._choose_zoom())
        self.back.clicked.connect(lambda: self.view.go_to(self.view.page() - 1))
        self.forth.clicked.connect(lambda: self.view.go_to(self.view.page() + 1))
        self.number.editingFinished.connect(self._go)
        self.view.zoom_changed.connect(lambda _: self._show_zoom())
        self.view.page_changed.connect(lambda _: self._show_page())
        self.small.chosen.connect(self.view.go_to)
        self.small.installEventFilter(self)
        self.work.stop_wanted.connect(self.stop_wanted)
        self.empty.activated.connect(self.again_wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the small pages out of the room that the pages need, and in step when they are shown again."""
        if watched is self.small and event.type() == QEvent.Type.Show:
            self.small.show_page(self.view.page())
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.small.setVisible(event.size().width() >= _LEAST_FOR_SMALL_PAGES)

    # --- zoom and pages

    def _choose_zoom(self) -> None:
        value = self.zoom.value()
        self.view.set_zoom(None if value == _WIDTH else value)

    def _show_zoom(self) -> None:
        now = round(self.view.zoom(), 2)
        others = sorted({*ZOOMS, now}) if not self.view.fits_width() else list(ZOOMS)
        self.zoom.offer([(_WIDTH, self.tr("Vừa chiều rộng")), *((zoom, f"{round(zoom * 100)}%") for zoom in others)])
        self.zoom.choose(_WIDTH if self.view.fits_width() else now)

    def _show_page(self) -> None:
        self.number.setText(str(self.view.page() + 1))
        self.small.show_page(self.view.page())
        self._enable()

    def _go(self) -> None:
        text = self.number.text()
        wanted = int(text) if text.isdigit() else 0
        if 1 <= wanted <= self.pages() and wanted != self.view.page() + 1:
            self.view.go_to(wanted - 1)
        self.number.setText(str(self.view.page() + 1))

    def _enable(self) -> None:
        count, page = self.pages(), self.view.page()
        self.count.setText(self.tr("/ {} trang").format(count) if count else "")
        for widget in (self.zoom_out, self.zoom, self.zoom_in, self.number):
            widget.setEnabled(count > 0)
        self.back.setEnabled(page > 0 and count > 0)
        self.forth.setEnabled(page < count - 1)
        if not count:
            self.number.clear()
