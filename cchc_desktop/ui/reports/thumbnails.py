"""Small pages beside the preview: a list of which one is chosen, drawn as it is scrolled."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cchc_desktop.ui import theme
from cchc_desktop.ui.reports.page_images import PageImages

Index = QModelIndex | QPersistentModelIndex
_LONG = 74
"""Pixels of the longer side of a small page."""
_AIR = 8
_ROOT = QModelIndex()


class PagesModel(QAbstractListModel):
    """The pages of the open document, each with its number in words."""

    def __init__(self, images: PageImages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._images = images
        self._count = 0
        images.opened.connect(self._take)
        images.drawn.connect(self._drawn)

    def _take(self) -> None:
        self.beginResetModel()
        self._count = len(self._images.sizes)
        self.endResetModel()

    def _drawn(self, number: int) -> None:
        if number < self._count:
            self.dataChanged.emit(self.index(number), self.index(number), [Qt.ItemDataRole.DecorationRole])

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(index.row() + 1)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("Trang {}").format(index.row() + 1)
        return None


class _PageDelegate(QStyledItemDelegate):
    """Draws a white page with its number below; the chosen one has a frame in the accent colour."""

    def __init__(self, images: PageImages, view: QListView) -> None:
        super().__init__(view)
        self._images = images
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = self._page(index.row()).height() + self._view.fontMetrics().height() + 2 * _AIR
        return QSize(_LONG + 2 * _AIR, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, chosen = theme.current(), bool(option.state & QStyle.StateFlag.State_Selected)
        size = self._page(index.row())
        left = option.rect.left() + (option.rect.width() - size.width()) // 2
        place = QRect(left, option.rect.top() + _AIR, size.width(), size.height())
        ratio = painter.device().devicePixelRatio()
        image = self._images.picture(index.row(), round(size.width() * ratio))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(place, Qt.GlobalColor.white)
        if image is not None:
            painter.drawImage(place, image)
        edge = QPen(QColor(tokens.accent if chosen else tokens.control), 3 if chosen else 1)
        edge.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(edge)
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.setPen(QColor(tokens.accent if chosen else tokens.text2))
        below = QRect(option.rect.left(), place.bottom() + 3, option.rect.width(), self._view.fontMetrics().height())
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, str(index.data()))
        painter.restore()

    def _page(self, number: int) -> QSize:
        sizes = self._images.sizes
        if number >= len(sizes):
            return QSize(_LONG, _LONG)
        scale = _LONG / max(sizes[number].width, sizes[number].height)
        return QSize(round(sizes[number].width * scale), round(sizes[number].height * scale))


class Thumbnails(QListView):
    """`chosen` brings the number of a page, from 0, that a person asked for."""

    chosen = Signal(int)

    def __init__(self, images: PageImages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(PagesModel(images, self))
        self.setItemDelegate(_PageDelegate(images, self))
        self.setAccessibleName(self.tr("Các trang"))
        self.setObjectName("pages")
        self.setStyleSheet("QListView#pages { border: none; }")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFixedWidth(_LONG + 2 * _AIR + self.verticalScrollBar().sizeHint().width() + 2)
        self._is_following = False
        self.selectionModel().currentChanged.connect(self._current_changed)

    def show_page(self, number: int) -> None:
        """Mark the page that is in sight, without telling anyone."""
        self._is_following = True
        self.setCurrentIndex(self.model().index(number, 0))
        self._is_following = False

    def _current_changed(self, index: QModelIndex) -> None:
        if index.isValid() and not self._is_following:
            self.chosen.emit(index.row())
