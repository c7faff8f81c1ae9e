"""Dragging whole rows with the mouse in a view of the plan, and the line that shows where they would go."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QByteArray,
    QEvent,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QDrag, QDropEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTreeView, QWidget

from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.items import Place, WorkItem
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.ui import theme
from cchc_desktop.ui.workbench import places
from cchc_desktop.ui.workbench.columns import PlanColumn
from cchc_desktop.ui.workbench.delegates import ARROW_WIDTH, INDENT, MARGIN
from cchc_desktop.ui.workbench.dragging import ROWS_MIME, Zone, drop_place, rows_from_bytes, rows_to_bytes, zone_at
from cchc_desktop.ui.workbench.roles import Role
from cchc_desktop.ui.workbench.selection import chosen_items

_OPEN_AFTER_MS = 600
_SCROLL_EVERY_MS = 40
_EDGE = 24
_KINDS = QEvent.Type


class DropLine(QWidget):
    """Shows where rows would go: a line between rows, or a frame round the row that would take them in."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._zone = Zone.ONTO
        self.hide()

    def show_at(self, row: QRect, zone: Zone, left: int) -> None:
        """Show the line at the upper or lower edge of a row, from `left` on, or the frame round the row."""
        self._zone = zone
        if zone is Zone.ONTO:
            self.setGeometry(row)
        else:
            edge = row.top() if zone is Zone.ABOVE else row.bottom() + 1
            self.setGeometry(left, max(0, edge - 2), row.width() - left, 4)
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        accent = QColor(theme.current().accent)
        if self._zone is Zone.ONTO:
            painter.setPen(QPen(accent, 2, j=Qt.PenJoinStyle.MiterJoin))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        else:
            painter.fillRect(QRect(0, 1, self.width(), 2), accent)


class RowDragger(QObject):
    """Lets whole selected rows of one view be dragged: pressing and moving on them takes them along.

    `refusal()` says why rows cannot be moved now, '' where they can. It asks for moves and makes none.
    """

    moves_requested = Signal(list, object)
    told = Signal(str)

    def __init__(
        self, view: QAbstractItemView, tree: Callable[[], PlanTree | None], refusal: Callable[[], str]
    ) -> None:
        super().__init__(view)
        self._view = view
        self._tree = tree
        self._refusal = refusal
        self._line = DropLine(view.viewport())
        self._pressed: QPersistentModelIndex | None = None
        self._clicked = QPersistentModelIndex()
        self._pressed_at = QPoint()
        self._pointed = QPoint()
        self._reason = ""
        """Why rows cannot be dropped where the mouse is."""
        self._opening = QTimer(self, singleShot=True, interval=_OPEN_AFTER_MS)
        self._opening.timeout.connect(self._open_row)
        self._scrolling = QTimer(self, interval=_SCROLL_EVERY_MS)
        self._scrolling.timeout.connect(self._scroll)
        self._answers: dict[QEvent.Type, Callable[[QEvent], bool]] = {
            _KINDS.MouseButtonPress: self._press,
            _KINDS.MouseMove: self._move,
            _KINDS.MouseButtonRelease: self._release,
            _KINDS.MouseButtonDblClick: self._double_click,
            _KINDS.DragEnter: self._drag_over,
            _KINDS.DragMove: self._drag_over,
            _KINDS.DragLeave: self._drag_leave,
            _KINDS.Drop: self._drop,
        }
        view.viewport().setAcceptDrops(True)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer the mouse before the view does."""
        answer = self._answers.get(event.type())
        return answer(event) if answer is not None else False

    # --- taking rows along

    def _press(self, event: QEvent) -> bool:
        """Hold back a press on a whole selected row: it may become a drag, and must not end the selection."""
        assert isinstance(event, QMouseEvent)
        self._pressed = None
        index = self._view.indexAt(event.position().toPoint())
        plain = event.button() is Qt.MouseButton.LeftButton and event.modifiers() == Qt.KeyboardModifier.NoModifier
        if not plain or not self._is_whole_row(index) or self._is_arrow(index, event.position().toPoint()):
            return False
        self._view.setFocus()
        self._pressed, self._pressed_at = QPersistentModelIndex(index), event.position().toPoint()
        return True

    def _move(self, event: QEvent) -> bool:
        assert isinstance(event, QMouseEvent)
        if self._pressed is None:
            return False
        way = (event.position().toPoint() - self._pressed_at).manhattanLength()
        if way >= QApplication.startDragDistance():
            self._pressed = None
            self._start()
        return True

    def _release(self, event: QEvent) -> bool:
        """A press that did not become a drag is a click: it chooses the cell, as it does elsewhere."""
        if self._pressed is None:
            return False
        self._clicked, self._pressed = self._pressed, None
        index = self._view.indexAt(self._pressed_at)
        if self._clicked == index:
            self._view.setCurrentIndex(index)
        return True

    def _double_click(self, event: QEvent) -> bool:
        assert isinstance(event, QMouseEvent)
        index = self._view.indexAt(event.position().toPoint())
        opens = self._view.editTriggers() & QAbstractItemView.EditTrigger.DoubleClicked
        if not index.isValid() or self._clicked != index or not opens:
            return False
        self._view.edit(index)
        return True

    def _is_whole_row(self, index: QModelIndex) -> bool:
        is_item = isinstance(index.data(Role.ROW), WorkItem)
        return is_item and self._view.selectionModel().isRowSelected(index.row(), index.parent())

    def _is_arrow(self, index: QModelIndex, place: QPoint) -> bool:
        inside = place.x() - self._view.visualRect(index).left() < ARROW_WIDTH
        return index.column() == PlanColumn.NUMBER and inside and bool(index.data(Role.PARENT_ROW))

    def _start(self) -> None:
        refusal, mime = self._refusal(), self.mime_data()
        if refusal:
            self.told.emit(refusal)
        elif mime is not None:
            drag = QDrag(self._view)
            drag.setMimeData(mime)
            drag.setPixmap(self._picture())
            dropped = drag.exec(Qt.DropAction.MoveAction) is Qt.DropAction.MoveAction
            self._end()
            if not dropped and self._reason:
                self.told.emit(self._reason)

    def mime_data(self) -> QMimeData | None:
        """Return what travels with the mouse, None where no item is selected."""
        tree = self._tree()
        ids = places.tops(tree, [item.id for item in chosen_items(self._view)]) if tree is not None else []
        if tree is None or not ids:
            return None
        mime = QMimeData()
        mime.setData(ROWS_MIME, QByteArray(rows_to_bytes(tree.plan.uid, ids)))
        return mime

    def _picture(self) -> QPixmap:
        words = self.tr("{} nhiệm vụ").format(len(chosen_items(self._view)))
        metrics, ratio, tokens = self._view.fontMetrics(), self._view.devicePixelRatioF(), theme.current()
        box = QRect(0, 0, metrics.horizontalAdvance(words) + 2 * MARGIN, metrics.height() + MARGIN)
        picture = QPixmap(box.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(tokens.accent))
        painter = QPainter(picture)
        painter.setFont(self._view.font())
        painter.setPen(QColor(tokens.on_accent))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()
        return picture

    # --- over rows

    def _drag_over(self, event: QEvent) -> bool:
        assert isinstance(event, QDropEvent)
        if not event.mimeData().hasFormat(ROWS_MIME):
            event.ignore()
            return True
        place = event.position().toPoint()
        if self._view.indexAt(place) != self._view.indexAt(self._pointed) or not self._opening.isActive():
            self._opening.start()
        self._pointed = place
        self._scrolling.start()
        self._reason = self._reason_against(event)
        event.setDropAction(Qt.DropAction.MoveAction)
        # Qt asks no more about a widget that refused the mouse as it came in: only moves are refused
        event.setAccepted(not self._reason or event.type() is _KINDS.DragEnter)
        if self._reason:
            self._line.hide()
        else:
            self._show_line(*self._target(place))
        return True

    def _reason_against(self, event: QDropEvent) -> str:
        try:
            self._place(event)
        except InvalidInput as error:
            return error.message
        return ""

    def _drag_leave(self, event: QEvent) -> bool:
        self._end()
        self._reason = ""
        return True

    def _drop(self, event: QEvent) -> bool:
        assert isinstance(event, QDropEvent)
        self._end()
        self._reason = ""
        event.ignore()
        try:
            place = self._place(event)
        except InvalidInput as error:
            self.told.emit(error.message)
            return True
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self.moves_requested.emit(self._dragged(event), place)
        return True

    def _dragged(self, event: QDropEvent) -> list[int]:
        tree = self._tree()
        return rows_from_bytes(bytes(event.mimeData().data(ROWS_MIME).data()), tree.plan.uid) if tree else []

    def _place(self, event: QDropEvent) -> Place:
        """Return where the dragged rows would go; InvalidInput says why they cannot."""
        tree = self._tree()
        if refusal := self._refusal():
            raise InvalidInput(refusal)
        ids = self._dragged(event)
        if tree is None or not ids or not all(item_id in tree.items for item_id in ids):
            raise InvalidInput(self.tr("Chỉ kéo thả được nhiệm vụ của kế hoạch đang mở."))
        index, zone = self._target(event.position().toPoint())
        is_open = isinstance(self._view, QTreeView) and self._view.isExpanded(index)
        return drop_place(tree, ids, index.data(Role.ROW), zone, is_open=is_open)

    def _target(self, place: QPoint) -> tuple[QModelIndex, Zone]:
        index = self._view.indexAt(place).siblingAtColumn(0)
        if not index.isValid():
            return index, Zone.BELOW
        row = self._row_rect(index)
        return index, zone_at(row.height(), place.y() - row.top(), index.data(Role.ROW))

    def _row_rect(self, index: QModelIndex) -> QRect:
        rect = self._view.visualRect(index)
        return QRect(0, rect.top(), self._view.viewport().width(), rect.height())

    def _show_line(self, index: QModelIndex, zone: Zone) -> None:
        if not index.isValid():
            self._line.hide()
            return
        left = INDENT * int(index.data(Role.DEPTH) or 0)
        self._line.show_at(self._row_rect(index), zone, left)

    # --- while the mouse rests

    def _open_row(self) -> None:
        index = self._view.indexAt(self._pointed).siblingAtColumn(0)
        if isinstance(self._view, QTreeView) and self._line.isVisible() and index.data(Role.PARENT_ROW):
            self._view.expand(index)

    def _scroll(self) -> None:
        height, bar = self._view.viewport().height(), self._view.verticalScrollBar()
        if self._pointed.y() < _EDGE:
            bar.setValue(bar.value() - _EDGE // 2)
        elif self._pointed.y() > height - _EDGE:
            bar.setValue(bar.value() + _EDGE // 2)

    def _end(self) -> None:
        self._opening.stop()
        self._scrolling.stop()
        self._line.hide()
