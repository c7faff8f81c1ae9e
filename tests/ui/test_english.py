"""The English window: every word of the program has its English, and a window that speaks it shows no Vietnamese."""

from __future__ import annotations

import ast
import re
import string
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QTabBar,
    QTabWidget,
    QWidget,
)

import dev_translations
import translatable
from cchc_desktop import app, paths
from cchc_desktop.settings import ENGLISH, Settings
from cchc_desktop.ui import translation
from cchc_desktop.ui.actions import ACTIONS, ActionSpec, Menu
from cchc_desktop.ui.help.key_page import key_page
from cchc_desktop.ui.main_window import MainWindow
from cchc_desktop.ui.opening.troubles import WAY_WORDS, Way
from cchc_desktop.ui.screens import SCREENS
from cchc_desktop.ui.words import Words
from tests.services.fakes import FakeStore
from tests.ui.stage import SAMPLE, Stage

ROOT = Path(__file__).resolve().parents[2]
VIETNAMESE = re.compile(r"[\u00c0-\u1ef9]")
IN_PLANS = {
    "cchc_desktop/ui/doors.py": "an error, beside those of the services",
    "cchc_desktop/ui/indicators/words.py": "patterns of the titles of periods, which the office keeps",
    "cchc_desktop/ui/reports/gathering.py": "errors, beside those of the services",
    "cchc_desktop/ui/reports/pdf_pages.py": "an error, beside those of the services",
    "cchc_desktop/ui/reports/printing.py": "an error, beside those of the services",
    "cchc_desktop/ui/help/guide.py": "titles of the guide's chapters, which are Vietnamese",
    "cchc_desktop/ui/history/filter_bar.py": "the filter on the printed history",
    "cchc_desktop/ui/history/paper.py": "printed",
    "cchc_desktop/ui/history/printing.py": "printed",
    "cchc_desktop/ui/history/reads.py": "printed",
    "cchc_desktop/ui/history/words.py": "words of the log, beside those that the services write",
    "cchc_desktop/ui/office/preview.py": "printed",
    "cchc_desktop/ui/plans/amendment.py": "stored: the document that amends",
    "cchc_desktop/ui/plans/period_choice.py": "stored: the title that a plan gets",
    "cchc_desktop/ui/plans/words.py": "stored and printed: headers of appendices, types of documents",
    "cchc_desktop/ui/settings/look_page.py": "the name of the language in itself",
    "cchc_desktop/ui/steps.py": "how titles of the log begin",
    "cchc_desktop/ui/workbench/list_editors.py": "stored: time words",
    "cchc_desktop/ui/workbench/pasting_commands.py": "a pattern of numbers in plans",
    "cchc_desktop/ui/workbench/reading_line.py": "how a reading of time words begins",
}
"""Modules that write Vietnamese into plans and papers, whatever the window speaks."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A message of the .ts with its English, both forms where it has two."""

    message: translatable.Message
    english: tuple[str, ...]


def read_ts():
    pairs = []
    for context in ElementTree.parse(dev_translations.TS).getroot().iter("context"):
        for message in context.iter("message"):
            translation_ = message.find("translation")
            forms = translation_.findall("numerusform") or [translation_]
            is_plural = message.get("numerus") == "yes"
            key = translatable.Message(context.findtext("name"), message.findtext("source"), is_plural)
            pairs.append(Pair(key, tuple(form.text or "" for form in forms)))
    return pairs


@pytest.fixture(scope="module")
def pairs():
    return read_ts()


@pytest.fixture(scope="module")
def sources():
    return translatable.collect(ROOT)


def take_away(application, translator):
    """Let the application speak as before; the translator must not be found again by its name."""
    application.removeTranslator(translator)
    translator.setObjectName("")
    translator.deleteLater()


@pytest.fixture
def english(qapp):
    translator = translation.install(qapp, ENGLISH)
    yield translator
    take_away(qapp, translator)


# ---------------------------------------------------------------- sources and .ts


def test_all_words_can_be_collected(sources):
    assert [str(finding) for finding in sources.findings] == []
    assert len(sources.messages) > 1000


def test_the_ts_holds_the_words_of_the_sources_and_no_others(sources, pairs):
    """`packaging/dev.py translations` brings it up to date; then the new lines want their English."""
    held = Counter(pair.message for pair in pairs)
    assert sources.messages - held.keys() == set()
    assert held.keys() - sources.messages == set()
    assert max(held.values()) == 1


def test_nothing_lacks_its_english():
    assert dev_translations.untranslated(dev_translations.TS.read_text(encoding="utf-8")) == []


def places(text):
    """Return the places for values of a text, sorted: '{}', '{:%H:%M}', '%n'."""
    fields = [f"{{{name}:{spec}}}" for _, name, spec, _ in string.Formatter().parse(text) if name is not None]
    return sorted([*fields, *re.findall(r"%n|%\d", re.sub(r"\{[^}]*\}", "", text))])


def edges(text):
    """Return what a text begins and ends with, which joins it to others: spaces, an ellipsis, a colon, line breaks."""
    ellipses, colons = text.count("…"), text.endswith(":")
    return len(text) - len(text.lstrip()), len(text) - len(text.rstrip()), text.count("\n"), ellipses, colons


@pytest.mark.parametrize("sameness", [places, edges])
def test_english_has_the_same_places_and_edges(pairs, sameness):
    other = {
        pair.message.source: english
        for pair in pairs
        for english in pair.english
        if sameness(english) != sameness(pair.message.source)
    }
    assert other == {}


def test_english_holds_neither_accelerators_nor_exclamation_marks(pairs):
    assert [english for pair in pairs for english in pair.english if "&" in english or "!" in english] == []


def test_one_text_is_called_alike_in_a_context(pairs):
    assert [pair.message for pair in pairs if len(pair.english) != (2 if pair.message.is_plural else 1)] == []


def test_the_compiled_file_is_that_of_the_ts(qapp, pairs):
    """`packaging/dev.py translations` compiles it; wheel and frozen build ship it as it is here."""
    translator = QTranslator()
    assert translator.load(str(paths.resource("i18n", "cchc_en.qm")))
    for pair in pairs:
        for number, english in zip((1, 2), pair.english, strict=False):
            n = number if pair.message.is_plural else -1
            assert translator.translate(pair.message.context, pair.message.source, None, n) == english


def literals(tree):
    """Return (line, text) of all strings of a module but docstrings."""
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.lineno, node.value


def test_no_vietnamese_word_of_the_window_is_left_out(sources):
    known = {message.source for message in sources.messages}
    left = [
        f"{name}:{line}: {text}"
        for file in translatable.sources_of(ROOT)
        if (name := file.relative_to(ROOT).as_posix()) not in IN_PLANS
        for line, text in literals(ast.parse(file.read_text(encoding="utf-8")))
        if VIETNAMESE.search(text) and text not in known and not text.startswith("Cơ quan này đã được xóa")
    ]
    assert left == []


def test_the_list_of_exceptions_is_not_longer_than_needed():
    assert [name for name in IN_PLANS if not (ROOT / name).is_file()] == []


# ---------------------------------------------------------------- the running window


def test_words_of_a_base_class_are_found_from_the_class_that_inherits_them(qapp):
    """PySide asks for the words of `self.tr` under each class of the instance: the defining one is among them."""
    asked = []

    class Listening(QTranslator):
        def isEmpty(self):
            return False

        def translate(self, context, source, disambiguation=None, n=-1):
            asked.append(context)
            return None

    class Base(QWidget):
        def words(self):
            return self.tr("lời của lớp trên")

    class Derived(Base):
        pass

    translator = Listening()
    qapp.installTranslator(translator)
    try:
        assert Derived().words() == "lời của lớp trên"
    finally:
        qapp.removeTranslator(translator)
    assert [context for context in asked if context in ("Derived", "Base")] == ["Derived", "Base"]


def test_words_of_lists_are_translated_when_they_are_shown(english):
    assert WAY_WORDS[Way.RETRY] == "Try again"
    assert WAY_WORDS.as_written(Way.RETRY) == "Thử lại"
    assert Words("StatusCounts").count("%n nhiệm vụ", 1) == "1 task"
    assert Words("StatusCounts").count("%n nhiệm vụ", 2) == "2 tasks"


def test_words_are_vietnamese_without_a_translator(qapp):
    assert Words("StatusCounts").count("%n nhiệm vụ", 2) == "2 nhiệm vụ"
    assert WAY_WORDS[Way.RETRY] == "Thử lại"
    assert Words("x")("") == ""


def test_qt_keeps_its_own_words(english):
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_it_is_installed_once(qapp, english):
    assert translation.install(qapp, ENGLISH) is english


def test_an_unknown_language_is_vietnamese(qapp):
    translator = translation.install(qapp, "fr")
    try:
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Hủy"
    finally:
        take_away(qapp, translator)


def test_a_missing_file_leaves_the_window_in_vietnamese(qapp, monkeypatch, tmp_path, caplog):
    monkeypatch.setattr(paths, "resource", lambda *parts: tmp_path.joinpath(*parts))
    translator = translation.install(qapp, ENGLISH)
    try:
        assert QCoreApplication.translate("actions", "Tệp") == "Tệp"
        assert "English" in caplog.text
    finally:
        take_away(qapp, translator)


def test_the_start_speaks_the_chosen_language_from_the_frame_on(qtbot, qapp):
    assert Settings().language == "vi"
    app.speak(qapp, Settings(language="en"))
    translator = translation.install(qapp, ENGLISH)
    try:
        window = MainWindow(Settings(language="en"))
        qtbot.addWidget(window)
        assert window.windowTitle() == "CCHC Desktop"
    finally:
        take_away(qapp, translator)


def texts_of(widget):
    """Return every text that a person could read or hear on a widget and what is inside it."""
    for part in [widget, *widget.findChildren(QWidget)]:
        yield from (part.toolTip(), part.accessibleName(), part.accessibleDescription(), part.windowTitle())
        if isinstance(part, QLabel | QAbstractButton):
            yield part.text()
        if isinstance(part, QLineEdit | QPlainTextEdit):
            yield part.placeholderText()
        if isinstance(part, QComboBox):
            yield from (part.itemText(row) for row in range(part.count()))
        if isinstance(part, QTabWidget | QTabBar):
            yield from (part.tabText(number) for number in range(part.count()))
        if isinstance(part, QListWidget):
            yield from (part.item(row).text() for row in range(part.count()))
        if isinstance(part, QHeaderView) and part.model() is not None:
            words = (part.model().headerData(column, part.orientation()) for column in range(part.count()))
            yield from (str(text or "") for text in words)
    for action in widget.findChildren(QAction):
        yield from (action.text(), action.toolTip())


def vietnamese_on(stage):
    """Return what is Vietnamese on the window and no word of the plan, the templates or the log."""
    texts = {text for text in texts_of(stage.window) if not text.startswith(("Undo: ", "Redo: "))}  # as the log says
    return sorted(text for text in texts if VIETNAMESE.search(without_data(text, stage)))


def without_data(text, stage):
    data = set(re.findall(r"'([^']*)'", repr((stage.session.tree, stage.session.plans, *FROM_DATA))))
    for words in sorted((words for words in data if VIETNAMESE.search(words)), key=len, reverse=True):
        text = re.sub(re.escape(words), "", text, flags=re.IGNORECASE)
    return text


FROM_DATA = (
    "Tiếng Việt", "…, ngày … tháng … năm …", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Kế hoạch cải cách hành chính",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số:",
    "phụ lục.docx", "Bảng 1", "Ô thời gian trống.", "Kế hoạch năm 20…", "Sao lưu", "Đến hạn 31/12/2026",
    "Việc của Công an, đến hạn trong quý",
)  # fmt: skip
"""What is Vietnamese in an English window too: examples of what is typed, a file that is read and the reading of
its time words, names of folders."""


@pytest.fixture
def english_stage(qtbot, english):
    stage = Stage(qtbot, FakeStore())
    yield stage
    stage.database.stop()


def test_the_first_start_is_english(english_stage):
    assert english_stage.button("Choose file…").isVisible()
    assert vietnamese_on(english_stage) == []


def test_the_plan_is_english_around_its_words(english_stage):
    english_stage.contents.read_file(Path("phụ lục.docx"))
    english_stage.bot.waitUntil(lambda: english_stage.on_screen("ImportPage"))
    assert vietnamese_on(english_stage) == []
    english_stage.press("Import plan")
    english_stage.wait_contents(SAMPLE)
    english_stage.bot.waitUntil(lambda: english_stage.contents._desks.following.keeper.picture is not None)
    for mode in ("table", "by_agency", "by_month", "tree"):
        english_stage.trigger(mode)
    assert vietnamese_on(english_stage) == []


@pytest.mark.parametrize("part", ["office", "look", "backups", "person"])
def test_settings_are_english(english_stage, part):
    english_stage.contents.show_settings(part)
    english_stage.settle()
    assert vietnamese_on(english_stage) == []


@pytest.mark.parametrize("screen", ["history", "agencies"])
def test_screens_are_english(english_stage, screen):
    english_stage.contents.show_screen(screen)
    english_stage.settle()
    assert vietnamese_on(english_stage) == []


def test_the_page_of_keys_is_english(english):
    page = key_page((*ACTIONS, ActionSpec("x", Menu.VIEW, SCREENS[0].words, keys=("Ctrl+1",))))
    assert [line for line in page.split("\n") if VIETNAMESE.search(line)] == []
    assert "| `Ctrl+1` | Overview |" in page
