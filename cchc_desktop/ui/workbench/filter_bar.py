"""The bar above the plan: ways of looking, the search field, filter chips, how many tasks are shown, row heights."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.ui import icons
from cchc_desktop.ui.widgets.metrics import Density
from cchc_desktop.ui.words import Words
from cchc_desktop.ui.workbench.filters import Filters
from cchc_desktop.ui.workbench.filters_chip import EDGES, Choices, FilterChip
from cchc_desktop.ui.workbench.filters_offered import CHIPS, FIELDS, Offered, offered, values_of
from cchc_desktop.ui.workbench.filters_switch import ModeSwitch
from cchc_desktop.ui.workbench.views_button import ViewsButton

_HEIGHT = 36
_CONTROL_HEIGHT = 28
_SEARCH_WIDEST, _SEARCH_NARROWEST = 320, 180
_SEARCH_TYPED = 120
"""Its least width while it filters: the chips must not jump into another line while someone types."""
_SEARCH_EDGES = 48
"""What the icon and the edges of the search field take, in pixels."""
_LEAST_WIDTH = 480
_MARGIN, _GAP = 8, 6
_OWN_KEYS = (Qt.Key.Key_Insert, Qt.Key.Key_Delete, Qt.Key.Key_F2)
_words = Words("FilterBar")
_MODES = (_words.mark("Cây"), _words.mark("Bảng"), _words.mark("Theo cơ quan"), _words.mark("Theo tháng đến hạn"))
_IN_MENU = (_words.mark("Theo cơ quan"), _words.mark("Theo tháng"))
_DENSITIES = _words.table({Density.COMPACT: "Gọn", Density.NORMAL: "Vừa", Density.ROOMY: "Thoáng"})


class FilterBar(QWidget):
    """Says what the user wants to see; the view decides what that is."""

    mode_chosen = Signal(int)
    changed = Signal()
    """Something else is searched for, or other chips filter."""
    density_chosen = Signal(object)
    left = Signal()
    """The search field was left towards the rows (Enter, Down, Esc)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(_LEAST_WIDTH)
        self._tree: PlanTree | None = None
        self._agencies: Mapping[int, str] = {}
        self._is_telling = True
        self._modes = ModeSwitch(list(map(_words, _MODES)), list(map(_words, _IN_MENU)), _words("Theo…"), self)
        self._search = _SearchField(self)
        self._chips = {chip: FilterChip(name, self._choices(chip), self) for chip, name in CHIPS.items()}
        self._clear = QPushButton(self.tr("Xóa lọc"), self)
        self._clear.hide()
        self._count = QLabel(self)
        self._count.setObjectName("secondary")
        self.views = ViewsButton(self)
        self._density = _DensityButton(self)
        self._rows_of_chips = (QHBoxLayout(), QHBoxLayout())
        self._chips_below = False
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        self._modes.chosen.connect(self.mode_chosen)
        self._search.textChanged.connect(self._tell)
        self._search.left.connect(self.left)
        self._clear.clicked.connect(self.clear)
        self._density.chosen.connect(self.density_chosen)
        for chip in self._chips.values():
            chip.chosen.connect(self._tell)

    # --- what is wanted

    def query(self) -> str:
        """Return what is searched for."""
        return self._search.text()

    def filters(self) -> Filters:
        """Return what the chips let through."""
        return Filters(**{
            field: values_of(field, self._chips[name].values()) for name, fields in FIELDS.items() for field in fields
        })  # fmt: skip

    def is_filtering(self) -> bool:
        """Tell whether anything is left out."""
        return bool(self.query().strip()) or self.filters().is_active()

    def clear(self) -> None:
        """Search for nothing and let everything through."""
        self.want("", Filters())

    def want(self, query: str, filters: Filters) -> None:
        """Search and filter by these, told once, and only where something is wanted that was not."""
        if (query, filters) == (self.query(), self.filters()):
            return
        self._is_telling = False
        self._search.setText(query)
        for name, chip in self._chips.items():
            chip.set_values(frozenset().union(*(getattr(filters, field) for field in FIELDS[name])))
        self._is_telling = True
        self._tell()

    def search_field(self) -> QLineEdit:
        """Return the search field."""
        return self._search

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    # --- what is shown

    def set_tree(self, tree: PlanTree | None, agencies: Mapping[int, str]) -> None:
        """Offer what this plan has in the chips; `agencies` are the canonical names by id."""
        self._tree, self._agencies = tree, agencies

    def show_mode(self, mode: int) -> None:
        """Mark a segment as chosen."""
        self._modes.check(mode)
        self._arrange()

    def show_density(self, density: Density) -> None:
        """Mark a row height as chosen."""
        self._density.mark(density)

    def show_view(self, name: str, *, is_changed: bool) -> None:
        """Say which saved view is in use ('': none), and that it was changed since."""
        self.views.show_view(name, is_changed=is_changed)
        self._arrange()

    def show_count(self, shown: int, all_tasks: int) -> None:
        """Show how many of the plan's tasks are shown."""
        self._count.setText(self.tr("{}/{} nhiệm vụ").format(shown, all_tasks))
        self._arrange()

    def count_words(self) -> str:
        """Return the words of the count."""
        return self._count.text()

    def _tell(self) -> None:
        if self._is_telling:
            self._clear.setVisible(self.is_filtering())
            self._arrange()
            self.changed.emit()

    def _choices(self, chip: str) -> Choices:
        def choices() -> Offered:
            return offered(chip, self._tree, self._agencies) if self._tree is not None else []

        return choices

    # --- room

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QWidget(self)
        first.setSpacing(_GAP)
        first.addWidget(self._modes)
        first.addWidget(self._search)
        first.addLayout(self._rows_of_chips[0])
        first.addStretch(1)
        ends: tuple[QWidget, ...] = (self._count, self._clear, self.views, self._density)
        for widget in ends:
            first.addWidget(widget)
        second.setLayout(self._rows_of_chips[1])
        self._second = second
        for row in self._rows_of_chips:
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(_GAP)
        self._rows_of_chips[1].addStretch(1)
        for chip in self._chips.values():
            self._rows_of_chips[0].addWidget(chip)
        second.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, 4, _MARGIN, 4)
        layout.setSpacing(4)
        layout.addLayout(first)
        layout.addWidget(second)
        self._set_heights()

    def _set_heights(self) -> None:
        height = max(_CONTROL_HEIGHT, self.fontMetrics().height() + 10)
        controls: tuple[QWidget, ...] = (self._modes, self._search, self._clear, self.views, self._density)
        for widget in controls:
            widget.setFixedHeight(height)
        self._density.setFixedWidth(height)
        hint = self._search.fontMetrics().horizontalAdvance(self._search.placeholderText())
        self._search_width = max(_SEARCH_NARROWEST, hint + _SEARCH_EDGES)
        self._search.setMaximumWidth(max(_SEARCH_WIDEST, self._search_width))
        self.setMinimumHeight(max(_HEIGHT, height + 8))

    def _arrange(self) -> None:
        """Leave the views their icon alone, put groupings into a menu, then the chips into a line of their own.

        Where even that is too wide, the search field gives way.
        """
        search = _SEARCH_TYPED if self.query() else self._search_width
        room = self.width() - 2 * _MARGIN - self._ends_room()
        chips = sum(chip.whole_width() + _GAP for chip in self._chips.values())
        wide, narrow = (self._modes.width_for(compact=compact) for compact in (False, True))
        words, icon = (self.views.width_for(compact=compact) for compact in (False, True))
        below = narrow + icon + search + chips > room
        room -= search if below else search + chips
        compact = wide + icon > room
        self._modes.set_compact(compact)
        self.views.set_compact((narrow if compact else wide) + words > room)
        self._search.setMinimumWidth(max(min(_SEARCH_TYPED, search), search + min(0, room - narrow - icon)))
        self._put_chips(below)
        self._squeeze_chips(chips if below else 0)

    def _squeeze_chips(self, wanted: int) -> None:
        """Cut the words of chips that would be wider than their line; those that fit into their share stay whole."""
        room, count = self.width() - 2 * _MARGIN, len(self._chips)
        share = room // count - _GAP - EDGES
        for chip in self._chips.values():
            chip.squeeze(max(1, share) if wanted > room else None)

    def _ends_room(self) -> int:
        """Return the pixels of what has the same width however it is arranged, and of the gaps."""
        ends = [widget for widget in (self._count, self._clear, self._density) if not widget.isHidden()]
        return sum(widget.sizeHint().expandedTo(widget.minimumSize()).width() + _GAP for widget in ends) + 3 * _GAP

    def _put_chips(self, below: bool) -> None:
        if below == self._chips_below:
            return
        self._chips_below = below
        source, target = self._rows_of_chips[not below], self._rows_of_chips[below]
        for place, chip in enumerate(self._chips.values()):
            source.removeWidget(chip)
            target.insertWidget(place, chip)
        self._second.setVisible(below)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._set_heights()
            self._arrange()


class _DensityButton(QToolButton):
    """Opens the menu of row heights."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("small")
        self.setIcon(icons.icon("rows-3", "text2"))
        self.setIconSize(QSize(16, 16))
        self.setToolTip(self.tr("Chiều cao dòng"))
        self.setAccessibleName(self.tr("Chiều cao dòng"))
        self._menu = QMenu(self)
        group = QActionGroup(self)
        for density, name in _DENSITIES.items():
            action = self._menu.addAction(_words(name))
            action.setCheckable(True)
            action.setData(density.name)
            group.addAction(action)
            action.triggered.connect(lambda _=False, density=density: self.chosen.emit(density))
        self.clicked.connect(lambda: self._menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2))))
        self.mark(Density.NORMAL)

    def mark(self, density: Density) -> None:
        """Mark a row height as chosen."""
        for action in self._menu.actions():
            action.setChecked(action.data() == density.name)
        self.setAccessibleDescription(_DENSITIES[density])


class _SearchField(QLineEdit):
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setPlaceholderText(self.tr("Tìm nhiệm vụ (Ctrl+F)"))
        self.setAccessibleName(self.tr("Tìm nhiệm vụ"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.addAction(icons.icon("search", "text2"), QLineEdit.ActionPosition.LeadingPosition)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the words of the empty field where they do not fit."""
        super().resizeEvent(event)
        needed = self.fontMetrics().horizontalAdvance(self.placeholderText()) + _SEARCH_EDGES
        self.setToolTip(self.placeholderText() if needed > self.width() else "")

    def event(self, event: QEvent) -> bool:
        """Keep editing keys in the field; the window's own commands stay with the window."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            event.setAccepted(event.key() in _OWN_KEYS)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)
