"""The pages of a paper below each other: white in every theme, drawn as they come into sight, with zoom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from cchc_desktop.domain.papers.ports import FigurePlace
from cchc_desktop.ui import theme
from cchc_desktop.ui.reports.live_figures import LiveFigures, rect_of
from cchc_desktop.ui.reports.page_images import PageImages
from cchc_desktop.ui.reports.page_places import GAP, PagePlaces, scale_to_fit
from cchc_desktop.ui.reports.pdf_pages import POINTS_PER_INCH
from cchc_desktop.ui.widgets.enter_key import ENTER

ZOOMS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.84, 1.0, 1.25, 1.5, 2.0, 3.0)
_SCREEN_DPI = 96
"""Pixels of an inch of paper at 100 percent, as other programs show it."""
_LINE = 48


class PageView(QAbstractScrollArea):
    """`page_changed` brings the number of the page in the middle (from 0), `zoom_changed` a part of the true size."""

    page_changed = Signal(int)
    zoom_changed = Signal(float)
    figure_wanted = Signal(str)
    """The rows behind a live figure are wanted: their key."""

    def __init__(self, images: PageImages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images = images
        self._places = PagePlaces((), 1.0)
        self._zoom: float | None = None
        self._page = 0
        self._figures = LiveFigures()
        self._current: FigurePlace | None = None
        self.viewport().setMouseTracking(True)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(_LINE)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        images.opened.connect(self._take)
        images.drawn.connect(lambda _: self.viewport().update())
        self._name_page()

    # --- what is shown

    def page(self) -> int:
        """Return the number of the page that stands in the middle, from 0."""
        return self._page

    def zoom(self) -> float:
        """Return the present zoom as a part of the true size."""
        return self._places.scale * POINTS_PER_INCH / _SCREEN_DPI

    def fits_width(self) -> bool:
        """Tell whether the pages are as wide as the view."""
        return self._zoom is None

    def show_figures(self, figures: Sequence[FigurePlace]) -> None:
        """Let figures of the open paper be chosen: by a click, or by Ctrl + arrows and Enter."""
        self._figures, self._current = LiveFigures(figures), None
        self.viewport().unsetCursor()
        hint = self.tr("Ctrl + mũi tên để chọn số liệu, Enter để mở danh sách nhiệm vụ được tính.")
        self.setAccessibleDescription(hint if len(self._figures) else "")

    def figure(self) -> str:
        """Return the key of the chosen live figure, '' for none."""
        return self._current.key if self._current is not None else ""

    def go_to(self, number: int) -> None:
        """Show a page from its top."""
        if 0 <= number < len(self._places):
            self.verticalScrollBar().setValue(self._places.top(number))
            self._set_page(number)

    def set_zoom(self, zoom: float | None) -> None:
        """Show the pages at a part of their true size, None for the width of the view; the place stays."""
        self._zoom = None if zoom is None else min(ZOOMS[-1], max(ZOOMS[0], zoom))
        self._lay_out()

    def zoom_by(self, steps: int) -> None:
        """Go to the next zoom that is offered, in or out."""
        now = self.zoom()
        larger = [zoom for zoom in ZOOMS if zoom > now + 0.005]
        smaller = [zoom for zoom in ZOOMS if zoom < now - 0.005]
        if steps > 0 and larger:
            self.set_zoom(larger[0])
        elif steps < 0 and smaller:
            self.set_zoom(smaller[-1])

    # --- places

    def _take(self) -> None:
        """Show another document at the page where one was, as far as it has it."""
        page = self._page
        self._lay_out(keep=False)
        self.go_to(min(page, max(0, len(self._places) - 1)))
        self.viewport().update()

    def _lay_out(self, *, keep: bool = True) -> None:
        before, bar = self._places, self.verticalScrollBar()
        middle = bar.value() + self.viewport().height() / 2
        sizes = self._images.sizes
        scale = scale_to_fit(sizes, self.viewport().width()) if self._zoom is None else self._true_scale(self._zoom)
        self._places = PagePlaces(sizes, scale)
        self._set_ranges()
        if keep and before.height:
            bar.setValue(round(middle / before.height * self._places.height - self.viewport().height() / 2))
        self.zoom_changed.emit(self.zoom())
        self.viewport().update()

    @staticmethod
    def _true_scale(zoom: float) -> float:
        return zoom * _SCREEN_DPI / POINTS_PER_INCH

    def _set_ranges(self) -> None:
        room, bar, across = self.viewport().size(), self.verticalScrollBar(), self.horizontalScrollBar()
        bar.setRange(0, max(0, self._places.height - room.height()))
        bar.setPageStep(max(1, room.height() - _LINE))
        spare = max(0, self._places.width - room.width())
        centred = across.maximum() == 0
        across.setRange(0, spare)
        across.setPageStep(room.width())
        if centred:
            across.setValue(spare // 2)

    def _scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        if len(self._places):
            self._set_page(self._places.at(middle))
        self.viewport().update()

    def _set_page(self, number: int) -> None:
        if number != self._page:
            self._page = number
            self.page_changed.emit(number)
        self._name_page()

    def _name_page(self) -> None:
        words = self.tr("Bản xem trước, trang {} trên {}").format(self._page + 1, len(self._places))
        self.setAccessibleName(words if len(self._places) else self.tr("Bản xem trước"))

    # --- events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._zoom is None and event.size().width() != event.oldSize().width():
            self._lay_out()
        else:
            self._set_ranges()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self.viewport()), theme.current()
        painter.fillRect(event.rect(), QColor(tokens.border))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        corner = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        room = self.viewport().size()
        for number in self._places.between(corner.y(), corner.y() + room.height()):
            place = self._places.rect(number, room.width()).translated(-corner)
            if place.intersects(event.rect()):
                self._paint_page(painter, number, place)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2, j=Qt.PenJoinStyle.MiterJoin))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def _paint_page(self, painter: QPainter, number: int, place: QRect) -> None:
        image = self._images.picture(number, round(place.width() * self.devicePixelRatioF()))
        painter.fillRect(place, Qt.GlobalColor.white)
        if image is not None:
            painter.drawImage(place, image)
        if self._current is not None and self._current.page == number:
            painter.setPen(QPen(QColor(_FIGURE), 2))
            painter.drawRect(self._on_screen(self._current, place))
        painter.setPen(QColor(theme.current().control))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))

    # --- live figures

    def _on_screen(self, figure: FigurePlace, place: QRect) -> QRect:
        rect, scale = rect_of(figure), self._places.scale
        corner = place.topLeft() + QPoint(round(rect.left() * scale), round(rect.top() * scale))
        return QRect(corner, QSize(round(rect.width() * scale), round(rect.height() * scale))).adjusted(-2, -1, 2, 1)

    def _figure_at(self, point: QPoint) -> FigurePlace | None:
        if not len(self._figures):
            return None
        whole = point + QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        number = self._places.at(whole.y())
        corner = self._places.rect(number, self.viewport().width()).topLeft()
        return self._figures.at(number, QPointF(whole - corner) / self._places.scale)

    def _choose_figure(self, figure: FigurePlace | None) -> None:
        if figure is not self._current:
            self._current = figure
            self.viewport().update()

    def _step_figure(self, step: int) -> None:
        """Choose the next figure and bring it into sight."""
        figure = self._figures.next(self._current, self._page, step)
        if figure is None:
            return
        place = self._on_screen(figure, self._places.rect(figure.page, self.viewport().width()))
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if not bar.value() <= place.top() <= place.bottom() <= bar.value() + room:
            bar.setValue(place.center().y() - room // 2)
        self._choose_figure(figure)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        figure = self._figure_at(event.position().toPoint())
        self._choose_figure(figure)
        if figure is not None:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.viewport().unsetCursor()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        figure = self._figure_at(event.position().toPoint())
        if figure is not None and event.button() == Qt.MouseButton.LeftButton:
            self.figure_wanted.emit(figure.key)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, with_ctrl = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if with_ctrl and key in _ZOOM_KEYS:
            self.zoom_by(_ZOOM_KEYS[key])
        elif with_ctrl and key == Qt.Key.Key_0:
            self.set_zoom(None)
        elif with_ctrl and key in _FIGURE_KEYS:
            self._step_figure(_FIGURE_KEYS[key])
        elif key in ENTER and self._current is not None:
            self.figure_wanted.emit(self._current.key)
        elif with_ctrl and key in _PAGE_KEYS:
            self.go_to(self._page + _PAGE_KEYS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(0 if key == Qt.Key.Key_Home else len(self._places) - 1)
        elif key in _PAGE_KEYS:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + _PAGE_KEYS[key] * bar.pageStep())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()


_ZOOM_KEYS: Mapping[int, int] = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
_FIGURE_KEYS: Mapping[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_FIGURE = "#0B5C6B"
"""The frame around a live figure: paper is white in every theme."""
_PAGE_KEYS: Mapping[int, int] = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
LEAST_WIDTH = 2 * GAP + 200
