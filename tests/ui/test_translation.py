"""Qt's own texts: nothing of Qt's standard widgets is left in English."""

from __future__ import annotations

import json
import re

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QAction, QContextMenuEvent, QKeySequence
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialogButtonBox,
    QDockWidget,
    QErrorMessage,
    QFileDialog,
    QGroupBox,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QProgressDialog,
    QPushButton,
    QScrollBar,
    QSlider,
    QSpinBox,
    QTabBar,
    QTabWidget,
    QTextBrowser,
    QTextEdit,
    QToolButton,
    QTreeView,
    QWidget,
)

from cchc_desktop import paths
from cchc_desktop.ui import translation
from cchc_desktop.ui.actions import ACTIONS, make_action

_WORDS = """
    abort about advanced all apply back binding cancel change choose close collate color copies copy create current
    cut date delete detail details directory discard double duplex envelope extra facing file files find first fit
    folder forward grayscale help hidden hide ignore landscape last layout left letter list location long look
    margins mode modified name new next no of off ok open options order orientation page pages paper parent paste
    portrait preview previous print printer properties range redo remove rename reset restore retry reverse right
    save select selection sheet short show side sidebar sided single size source specify the top type undo up
    value view width yes zoom enter message again warning
"""
ENGLISH = set(_WORDS.split())
VIETNAMESE = re.compile(r"[\u00c0-\u1ef9]")
NAMES = {"Letter", "PDF", "Tabloid", "ANSI", "JIS", "Legal", "Ledger"}
"""Names of paper and formats, which are the same in Vietnamese."""


@pytest.fixture(autouse=True)
def vietnamese(qapp):
    translator = translation.install(qapp)
    yield
    qapp.removeTranslator(translator)
    translator.setObjectName("")
    translator.deleteLater()


def english_in(text):
    plain = re.sub(r"<[^>]*>", " ", text).replace("&", "").partition("\t")[0]
    words = [word for word in re.findall(r"[^\W\d_]+", plain) if word not in NAMES]
    return [word for word in words if word.lower() in ENGLISH]


def texts_of(widget):
    """Return every text that a person could read or hear on a widget and what is inside it."""
    parts = [widget, *widget.findChildren(QWidget)]
    for part in parts:
        yield part.toolTip()
        yield part.windowTitle()
        yield part.accessibleName()
        if isinstance(part, QLabel | QAbstractButton):
            yield part.text()
        if isinstance(part, QGroupBox):
            yield part.title()
        if isinstance(part, QLineEdit):
            yield part.placeholderText()
        if isinstance(part, QComboBox):
            yield from (part.itemText(row) for row in range(part.count()))
        if isinstance(part, QTabWidget):
            yield from (part.tabText(number) for number in range(part.count()))
        if isinstance(part, QTreeView) and part.model() is not None:
            header = part.model()
            yield from (
                str(header.headerData(column, Qt.Orientation.Horizontal) or "")
                for column in range(header.columnCount())
            )
    for action in widget.findChildren(QAction):
        yield from (action.text(), action.toolTip())


def message_box():
    box = QMessageBox()
    for button in QMessageBox.StandardButton:
        if button.value >= QMessageBox.StandardButton.FirstButton.value and button.value.bit_count() == 1:
            box.addButton(button)
    box.setDetailedText("…")
    return box


def button_box():
    box = QDialogButtonBox()
    for button in QDialogButtonBox.StandardButton:
        if button.value >= QDialogButtonBox.StandardButton.FirstButton.value and button.value.bit_count() == 1:
            box.addButton(button)
    return box


def file_dialog(mode=QFileDialog.FileMode.AnyFile, accept=QFileDialog.AcceptMode.AcceptOpen):
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(mode)
    dialog.setAcceptMode(accept)
    dialog.setSidebarUrls([])
    return dialog


def over_pdf_printer(dialog_class):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog = dialog_class(printer)
    dialog.printer_kept = printer  # Qt's dialog does not own it
    return dialog


STANDARD = {
    "message box": message_box,
    "button box": button_box,
    "file to open": file_dialog,
    "file to save": lambda: file_dialog(accept=QFileDialog.AcceptMode.AcceptSave),
    "folder": lambda: file_dialog(QFileDialog.FileMode.Directory),
    "print": lambda: over_pdf_printer(QPrintDialog),
    "print preview": lambda: over_pdf_printer(QPrintPreviewDialog),
    "input": QInputDialog,
    "progress": QProgressDialog,
    "error": QErrorMessage,
    "dock": lambda: QDockWidget(),
}


@pytest.mark.parametrize("make", STANDARD.values(), ids=STANDARD)
def test_standard_widgets_speak_vietnamese(qtbot, make):
    widget = make()
    qtbot.addWidget(widget)
    widget.show()
    found = {text: english_in(text) for text in texts_of(widget)}
    assert {text: words for text, words in found.items() if words} == {}


@pytest.mark.parametrize("make", [QLineEdit, QTextEdit, QPlainTextEdit, QTextBrowser])
def test_context_menus_of_fields_speak_vietnamese(qtbot, make):
    field = make()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words
    assert [english_in(text) for text in words] == [[]] * len(words)


def menu_words(widget, qtbot):
    """Return the words of the menu that a right click opens."""
    seen = []

    def read():
        menu = QApplication.activePopupWidget()
        if menu is not None:
            seen.extend(action.text() for action in menu.actions() if action.text())
            menu.close()

    watching = QTimer(interval=5)
    watching.timeout.connect(read)
    watching.start()
    place = QPoint(3, 3)
    click = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, click)
    qtbot.waitUntil(lambda: bool(seen))
    watching.stop()
    return [text.partition("\t")[0] for text in seen]


def scroll_bar(orientation):
    bar = QScrollBar(orientation)
    bar.setRange(0, 100)
    return bar


EDITING = ["Hoàn tác", "Làm lại", "Cắt", "Sao chép", "Dán", "Xóa"]
MENUS = {
    "spin box": (QSpinBox, [*EDITING, "Chọn tất cả", "Tăng", "Giảm"]),
    "date": (QDateEdit, [*EDITING, "Chọn tất cả", "Tăng", "Giảm"]),
    "line": (QLineEdit, [*EDITING, "Chọn tất cả"]),
    "scroll bar": (
        lambda: scroll_bar(Qt.Orientation.Vertical),
        ["Cuộn đến đây", "Về đầu", "Về cuối", "Lên một trang", "Xuống một trang", "Cuộn lên", "Cuộn xuống"],
    ),
    "scroll bar below": (
        lambda: scroll_bar(Qt.Orientation.Horizontal),
        ["Cuộn đến đây", "Về mép trái", "Về mép phải", "Sang trái một trang", "Sang phải một trang", "Cuộn sang trái",
         "Cuộn sang phải"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("make", "words"), MENUS.values(), ids=MENUS)
def test_right_clicks_open_vietnamese_menus(qtbot, make, words):
    widget = make()
    qtbot.addWidget(widget)
    widget.show()
    assert menu_words(widget, qtbot) == words


def test_the_menu_of_a_link_is_vietnamese(qtbot):
    browser = QTextBrowser()
    qtbot.addWidget(browser)
    browser.setHtml("<a href='bat-dau.md'>Bắt đầu làm việc</a>")
    browser.show()
    menu = browser.createStandardContextMenu(QPoint(30, 12))
    words = [action.text().partition("\t")[0] for action in menu.actions() if action.text()]
    assert words == ["Sao chép", "Sao chép liên kết", "Chọn tất cả"]


def test_the_menu_of_the_file_dialog_is_vietnamese(qtbot, tmp_path):
    dialog = file_dialog()
    qtbot.addWidget(dialog)
    dialog.setDirectory(str(tmp_path))
    dialog.show()
    actions = {action.text() for action in dialog.findChildren(QAction) if action.text()}
    assert {"Đổi tên", "Xóa", "Hiện tệp ẩn", "Thư mục mới"} <= {text.replace("&", "") for text in actions}
    header = dialog.findChild(QTreeView).model()
    names = [header.headerData(column, Qt.Orientation.Horizontal) for column in range(header.columnCount())]
    assert names == ["Tên", "Dung lượng", "Loại", "Ngày sửa"]


@pytest.mark.parametrize(
    "make",
    [QPushButton, QCheckBox, QToolButton, QComboBox, QLineEdit, QPlainTextEdit, QTreeView, QTabBar, QSpinBox, QSlider],
)
def test_what_readers_can_do_is_told_in_vietnamese(qtbot, make):
    widget = make()
    qtbot.addWidget(widget)
    actions = QAccessible.queryAccessibleInterface(widget).actionInterface()
    told = [
        text
        for name in actions.actionNames()
        for text in (actions.localizedActionName(name), actions.localizedActionDescription(name))
    ]
    assert told
    assert [text for text in told if not VIETNAMESE.search(text)] == []


def test_the_list_of_words_notices_english():
    assert english_in("&Save As") == ["Save"]
    assert english_in("Sao chép\tCtrl+C") == []


@pytest.mark.parametrize(
    ("keys", "shown"),
    [("Alt+Up", "Alt+↑"), ("Alt+Left", "Alt+←"), ("Ctrl+Return", "Ctrl+Enter"), ("Ins", "Insert"), ("Del", "Delete"),
     ("Ctrl+Shift+Ins", "Ctrl+Shift+Insert"), ("PgUp", "Page Up"), ("PgDown", "Page Down"), ("Esc", "Esc"),
     ("Space", "Phím cách"), ("Ctrl+Shift+N", "Ctrl+Shift+N"), ("F2", "F2")],
)  # fmt: skip
def test_keys_are_named_as_on_the_keyboard(qapp, keys, shown):
    sequence = QKeySequence(keys)
    assert sequence.toString(QKeySequence.SequenceFormat.NativeText) == shown
    assert sequence.toString(QKeySequence.SequenceFormat.PortableText) == keys


def test_the_words_between_two_pages_are_vietnamese(qapp):
    assert QCoreApplication.translate("QPrintSettingsOutput", "to") == "đến"


def test_other_texts_stay_as_they_are(qapp):
    assert QCoreApplication.translate("Rail", "Kế hoạch") == "Kế hoạch"
    assert QCoreApplication.translate("QLineEdit", "Open") == "Open"
    assert QCoreApplication.translate("X", "%n nhiệm vụ", None, 3) == "3 nhiệm vụ"


def test_it_is_installed_once(qapp):
    assert translation.install(qapp) is translation.install(qapp)


def test_places_for_values_are_kept():
    table = json.loads(paths.resource("i18n", "qt_vi.json").read_bytes())
    for texts in table.values():
        for source, text in texts.items():
            assert sorted(re.findall(r"%\d", source)) == sorted(re.findall(r"%\d", text)), source


def test_keys_of_commands_are_the_same_keys_in_vietnamese(qapp):
    """'Return' and 'Enter' are one word in Vietnamese: read natively they would be one key, twice, and dead."""
    parent = QObject()
    for spec in ACTIONS:
        keys = [one.toString(QKeySequence.SequenceFormat.PortableText) for one in make_action(spec, parent).shortcuts()]
        portable = [QKeySequence.fromString(one, QKeySequence.SequenceFormat.PortableText) for one in spec.keys]
        assert keys == [one.toString(QKeySequence.SequenceFormat.PortableText) for one in portable]
        assert len(set(keys)) == len(keys)
