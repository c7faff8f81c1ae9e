"""The screen Cơ quan: strips of suggestions and refusals, the list with where used below it, the form at the right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.agencies.agency import Agency
from cchc_desktop.domain.agencies.uses import UseRole
from cchc_desktop.domain.text.abbreviations import Abbreviations
from cchc_desktop.services.agencies import AgencySurvey
from cchc_desktop.ui.agencies.keep_choice import Spelling
from cchc_desktop.ui.agencies.list_pane import AgencyListPane
from cchc_desktop.ui.agencies.pane import AgencyPane
from cchc_desktop.ui.agencies.suggestions_page import SuggestionsPage
from cchc_desktop.ui.agencies.uses_pane import UsesPane
from cchc_desktop.ui.next_part import Part
from cchc_desktop.ui.widgets.strip import Strip

_SEE, _OPEN, _GIVE_UP, _CLOSE = "see", "open", "give_up", "close"


class AgenciesPage(QWidget):
    """Puts the parts together; it reads and writes nothing itself. `merge_wanted` brings `Spelling`s to choose from."""

    refresh_wanted = Signal()
    merge_wanted = Signal(object)
    delete_wanted = Signal(object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._survey = AgencySurvey((), (), {})
        self._agencies: dict[int, Agency] = {}
        self._is_editable = True
        self._wanted: int | None = None
        self._found = Strip(actions=((_SEE, self.tr("Xem")),), parent=self, icon="info")
        self._unsaved = Strip(actions=((_OPEN, self.tr("Mở lại")), (_GIVE_UP, self.tr("Bỏ thay đổi"))), parent=self)
        self._refusal = Strip(actions=((_CLOSE, self.tr("Đóng")),), parent=self)
        self.list = AgencyListPane(self)
        self.uses = UsesPane(self)
        self.pane = AgencyPane(today, self)
        self.suggestions = SuggestionsPage(self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.list)

    # --- what is shown

    def refresh(self) -> None:
        """Ask for everything that is shown, anew."""
        self.refresh_wanted.emit()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.show_list()
        self.list.focus_search()

    def parts(self) -> tuple[Part, ...]:
        """Return the list, where its agency is used, and its facts; the suggestions stand in the place of all three."""
        if self._stack.currentIndex():
            return ((self.suggestions, self.suggestions),)
        return (self.list, self.list), (self.uses, self.uses), (self.pane, self.pane)

    def set_abbreviations(self, abbreviations: Abbreviations) -> None:
        """Let the search field understand abbreviations."""
        self.list.set_abbreviations(abbreviations)

    def show_survey(self, survey: AgencySurvey, *, has_apart: bool) -> None:
        """Show what was read; choice, place and what is typed stay."""
        self._survey = survey
        self._agencies = {line.agency.id: line.agency for line in survey.lines}
        self.list.show_lines(survey.lines, self.pane.unsaved)
        self.suggestions.show_groups(survey.suggestions, survey.lines, has_apart=has_apart)
        self._show_found()
        if self._wanted in self._agencies:
            wanted, self._wanted = self._wanted, None
            self.list.choose([wanted])

    def choose(self, agency_id: int) -> None:
        """Choose an agency, now or as soon as it has been read."""
        if agency_id in self._agencies:
            self.list.choose([agency_id])
        else:
            self._wanted = agency_id

    def show_list(self) -> None:
        """Show the list of agencies."""
        self._stack.setCurrentIndex(0)
        self.setFocusProxy(self.list)
        self._show_found()

    def show_suggestions(self) -> None:
        """Show the groups of names that are probably one agency."""
        self._stack.setCurrentWidget(self.suggestions)
        self.setFocusProxy(self.suggestions)
        self._show_found()
        self.suggestions.focus_first()

    def set_editable(self, is_editable: bool) -> None:
        """Let the data be changed, or only be looked at."""
        self._is_editable = is_editable
        self.list.set_editable(is_editable)
        self.pane.form.set_editable(is_editable)
        self.suggestions.set_editable(is_editable)

    def show_refusal(self, sentence: str) -> None:
        """Say in place why something was not done; '' says nothing any more."""
        self._refusal.set_sentence(sentence)
        self._refusal.setVisible(bool(sentence))

    def notices(self) -> list[str]:
        """Return what the strips say, from top to bottom."""
        return [strip.sentence() for strip in self._strips() if not strip.isHidden()]

    # --- choosing

    def _chosen_changed(self) -> None:
        chosen = self.list.chosen()
        if len(chosen) == 1:
            self._show_line(chosen[0].agency)
        elif chosen:
            self.pane.show_several(len(chosen), can_merge=self._is_editable)
            self.uses.show_uses((), self.tr("Chọn một cơ quan để xem nơi dùng."))
        elif not self.pane.is_new():
            self.pane.show_none()
            self.uses.show_uses((), self.tr("Chọn một cơ quan để xem nơi dùng."))
        self._show_unsaved()

    def _show_line(self, agency: Agency) -> None:
        shown = self.pane.shown()
        if shown is None or shown.id != agency.id:
            self.uses.show_role(None)
        self.pane.show_agency(agency, self._agencies)
        self.uses.show_uses(self._survey.uses.get(agency.id, ()), self.tr("Chưa kế hoạch nào dùng cơ quan này."))

    def _show_count(self, agency_id: int, role: UseRole) -> None:
        self.list.choose([agency_id])
        self.uses.show_role(role)
        self.uses.table.setFocus()

    def _add(self) -> None:
        self.show_list()
        self.list.table.clearSelection()
        self.pane.show_new(self._agencies)
        self.uses.show_uses((), self.tr("Nhập tên rồi nhấn Enter để thêm cơ quan."))

    def _merge(self) -> None:
        chosen = sorted(self.list.chosen(), key=lambda line: -line.uses)
        if len(chosen) > 1:
            self.merge_wanted.emit([Spelling(line.agency, line.uses, line.agency.short_name or "") for line in chosen])

    # --- strips

    def _show_found(self) -> None:
        count = len(self._survey.suggestions)
        self._found.set_sentence(self.tr("{} nhóm tên có thể là một cơ quan.").format(count))
        self._found.setVisible(bool(count) and self._stack.currentWidget() is not self.suggestions)

    def _show_unsaved(self) -> None:
        refused = [kept for kept in self.pane.unsaved.values() if kept.reason]
        self._unsaved.setVisible(bool(refused))
        if refused:
            kept = refused[-1]
            name = kept.before.name or kept.typed.name or self.tr("cơ quan mới")
            self._unsaved.set_sentence(self.tr("Chưa lưu được thay đổi của “{}”. {}").format(name, kept.reason))

    def _unsaved_changed(self) -> None:
        self.list.show_lines(self._survey.lines, self.pane.unsaved)
        self._show_unsaved()

    def _answer_unsaved(self, key: str) -> None:
        refused = [id_ for id_, kept in self.pane.unsaved.items() if kept.reason]
        if not refused:
            return
        if key == _GIVE_UP:
            self.pane.give_up(refused[-1])
        elif refused[-1] in self._agencies:
            self.show_list()
            self.list.choose([refused[-1]])
            self.pane.form.name.setFocus()
        else:
            self._add()

    def _strips(self) -> tuple[Strip, ...]:
        return self._refusal, self._unsaved, self._found

    # --- building

    def _connect(self) -> None:
        self._found.chosen.connect(lambda _: self.show_suggestions())
        self._unsaved.chosen.connect(self._answer_unsaved)
        self._refusal.chosen.connect(lambda _: self.show_refusal(""))
        self.suggestions.left.connect(self._leave_suggestions)
        self.list.chosen_changed.connect(self._chosen_changed)
        self.list.add_wanted.connect(self._add)
        self.list.merge_wanted.connect(self._merge)
        self.list.delete_wanted.connect(
            lambda: self.delete_wanted.emit([line.agency.id for line in self.list.chosen()])
        )
        self.list.table.count_wanted.connect(self._show_count)
        self.list.table.edit_wanted.connect(self._edit)
        self.pane.merge_wanted.connect(self._merge)
        self.pane.unsaved_changed.connect(self._unsaved_changed)

    def _edit(self) -> None:
        if self.pane.shown() is not None:
            self.pane.form.name.setFocus()
            self.pane.form.name.selectAll()

    def end_typing(self) -> None:
        """Tell what is being typed."""
        self.pane.form.commit()

    def _leave_suggestions(self) -> None:
        self.show_list()
        self.list.table.setFocus()

    def _lay_out(self) -> None:
        left = QSplitter(Qt.Orientation.Vertical, self)
        left.addWidget(self.list)
        left.addWidget(self.uses)
        left.setSizes([360, 220])
        both = QSplitter(Qt.Orientation.Horizontal, self)
        both.addWidget(left)
        both.addWidget(self.pane)
        both.setSizes([720, 420])
        both.setStretchFactor(0, 3)
        both.setStretchFactor(1, 2)
        for splitter in (left, both):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
        self._stack.addWidget(both)
        self._stack.addWidget(self.suggestions)
        strips = QVBoxLayout()
        strips.setContentsMargins(8, 0, 8, 0)
        strips.setSpacing(4)
        for strip in self._strips():
            strip.hide()
            strips.addWidget(strip)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(strips)
        layout.addWidget(self._stack, 1)
