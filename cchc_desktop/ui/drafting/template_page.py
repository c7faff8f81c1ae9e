"""The page on which the office's template of reports is edited."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from cchc_desktop.domain.papers.report_template import ReportTemplate
from cchc_desktop.ui.drafting.kept_page import KeptPage
from cchc_desktop.ui.drafting.template_pane import TemplatePane
from cchc_desktop.ui.widgets.stops import order_stops


class TemplatePage(KeptPage):
    """Tells what is wanted; it reads and writes nothing itself."""

    usual_wanted = Signal()
    """The program's own template is to be used again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Mẫu báo cáo"))
        self.title.setText(self.tr("Mẫu báo cáo"))
        self._stored: ReportTemplate | None = None
        self._has_own = False
        self.pane = TemplatePane(self)
        self.usual = QPushButton(self.tr("Dùng lại mẫu của chương trình"), self)
        self.put(self.pane, (), [self.usual])
        self.setFocusProxy(self.pane.tree)
        self.usual.clicked.connect(self.usual_wanted)
        self.pane.edited.connect(self.was_edited)
        self.pane.tree.installEventFilter(self)
        order_stops(self.stops())
        self.follow()

    def show_template(self, template: ReportTemplate, *, is_own: bool) -> None:
        """Show what is stored; typed words that are not saved stay."""
        self._has_own = is_own
        if not self.is_changed() and template != self._stored:
            self._stored = template
            self.pane.show_template(template)
        self.follow()

    def show_saved(self, template: ReportTemplate) -> None:
        """Take a template as stored; what was typed since then is still to be stored."""
        self._stored = template
        self._has_own = True
        self.set_busy(False)

    def is_changed(self) -> bool:
        """Tell whether something is typed that is not saved."""
        return self._stored is not None and self.pane.template() != self._stored

    def value(self) -> ReportTemplate:
        """Return the template as it is typed."""
        return self.pane.template()

    def is_usable(self) -> bool:
        """Tell whether reports can be drafted from what is typed."""
        return self.pane.is_usable()

    def drop_typed(self) -> None:
        """Give up what is typed."""
        if self._stored is not None:
            self.pane.show_template(self._stored)
        self.follow()

    def set_editable(self, editable: bool) -> None:
        """Let the template be changed, or only be looked at."""
        self.pane.setEnabled(editable)
        super().set_editable(editable)

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in reading order."""
        return [self.back, *self.leaving.buttons(), *self.pane.stops(), self.usual, self.save_button]

    def follow(self) -> None:
        """Open and close buttons by what is typed."""
        super().follow()
        self.usual.setEnabled(self.is_free() and self._has_own and not self.is_changed())  # typed words would be lost

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Alt with an arrow move the chosen piece, as in the plan's tree."""
        if not isinstance(event, QKeyEvent) or (step := _step(event)) == 0:
            return super().eventFilter(watched, event)
        if event.type() is QEvent.Type.ShortcutOverride:  # else it would be a command of the window
            event.accept()
        elif event.type() is QEvent.Type.KeyPress:
            self.pane.move_chosen(step)
        return True


def _step(event: QKeyEvent) -> int:
    if not event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return 0
    return {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
