"""The sample pages beside the layout's form, as they will be printed, on white paper in every theme."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from cchc_desktop.ui.widgets.cards import plain_label

_GAP = 12
_SHARPNESS = 2
"""Pixels of a picture for one of the screen's: what is shown smaller stays sharp."""


class SamplePages(QScrollArea):
    """Pages one below the other, as wide as there is room; words stand there where nothing could be set."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Trang xem trước"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # a bar that comes would move the pages
        self._images: Sequence[QImage] = ()
        self._labels: list[QLabel] = []
        ground = QWidget(self)
        self._column = QVBoxLayout(ground)
        self._column.setContentsMargins(_GAP - 1, _GAP, _GAP - 1, _GAP)  # a page has an edge of one pixel
        self._column.setSpacing(_GAP)
        self._words = plain_label(parent=ground, style="secondary")
        self._words.hide()
        self._column.addWidget(self._words)
        self._column.addStretch(1)
        self.setWidget(ground)

    def wanted_width(self) -> int:
        """Return how wide a page is to be drawn, in pixels."""
        return max(120, self.viewport().width() - 2 * _GAP) * _SHARPNESS

    def show_pages(self, images: Sequence[QImage]) -> None:
        """Show other pages; the place that is looked at stays."""
        self._images = images
        self._words.hide()
        while len(self._labels) < len(images):
            label = QLabel(self.widget())
            label.setFrameShape(QFrame.Shape.Box)
            self._labels.append(label)
            self._column.insertWidget(self._column.count() - 1, label, 0, Qt.AlignmentFlag.AlignHCenter)
        self._draw()

    def show_words(self, words: str) -> None:
        """Say why there are no pages; those that are shown stay."""
        self._words.setText(words)
        self._words.show()

    def pages(self) -> int:
        """Return how many pages are shown."""
        return len(self._images)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    def _draw(self) -> None:
        width = self.wanted_width() // _SHARPNESS
        for number, label in enumerate(self._labels):
            label.setVisible(number < len(self._images))
            if number < len(self._images):
                ratio = self.devicePixelRatioF()
                mode = Qt.TransformationMode.SmoothTransformation
                picture = QPixmap.fromImage(self._images[number].scaledToWidth(round(width * ratio), mode))
                picture.setDevicePixelRatio(ratio)
                label.setPixmap(picture)
                label.setAccessibleName(self.tr("Trang {}").format(number + 1))
