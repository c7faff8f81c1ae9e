"""The part of the form that is about the file: what it is, whether it is whole, opening, changing, finding it again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.domain.evidence.files import FileState, file_label
from cchc_desktop.domain.evidence.register import EvidenceDocument
from cchc_desktop.ui import icons
from cchc_desktop.ui.evidence import words
from cchc_desktop.ui.evidence.dropping import dropped_files
from cchc_desktop.ui.evidence.lines import BROKEN
from cchc_desktop.ui.widgets.cards import plain_label


class FileCard(QWidget):
    """Buttons that cannot be used are not shown: a secret document has none at all."""

    open_wanted = Signal()
    choose_wanted = Signal()
    find_wanted = Signal()
    remove_wanted = Signal()
    dropped = Signal(object)
    """One file was dropped here: it is to be this document's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = EvidenceDocument("")
        self._state: FileState | None = None
        self._is_editable = True
        self._is_busy = False
        self.setAcceptDrops(True)
        self._told = plain_label("", self)
        self._trouble = plain_label("", self, "doubt")
        self._rule = plain_label(words.translated(words.SECRET_RULE), self, "secondary")
        self.open = self._button(self.tr("Mở"), "external-link")
        self.find_again = self._button(self.tr("Tìm lại tệp…"), "file-search")
        self.choose = self._button(self.tr("Thay tệp…"), "paperclip")
        self.remove = self._button(self.tr("Gỡ tệp"), "unlink")
        self._lay_out()
        self._connect()
        self._show()

    def show_file(self, document: EvidenceDocument, state: FileState | None) -> None:
        """Show the file of a document and how it is as far as is known."""
        self._document, self._state = document, state
        self._show()

    def set_editable(self, is_editable: bool) -> None:
        """Let the file be changed, or only be looked at."""
        self._is_editable = is_editable
        self._show()

    def show_busy(self, sentence: str) -> None:
        """Say what is being done with the file; '' for nothing any more."""
        self._is_busy = bool(sentence)
        self._show()
        if sentence:
            self._told.setText(sentence)

    def words(self) -> str:
        """Return what is said about the file, its troubles too."""
        return " ".join(filter(None, (self._told.text(), self._trouble.text())))

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in order."""
        return [self.open, self.find_again, self.choose, self.remove]

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        takes_one = not self.choose.isHidden() and self.choose.isEnabled()
        if takes_one and len(dropped_files(event.mimeData())) == 1:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.dropped.emit(dropped_files(event.mimeData())[0])

    def _show(self) -> None:
        document, can_write = self._document, self._is_editable and not self._is_busy
        has_file, is_broken = document.file is not None, self._state in BROKEN
        self._told.setText(self._sentence())
        self._trouble.setText(self._trouble_words())
        self._trouble.setVisible(is_broken)
        self.open.setVisible(has_file)
        self.open.setEnabled(not is_broken)
        self.find_again.setVisible(is_broken)
        self.choose.setVisible(not document.secret and not document.kept_at_registry)
        self.choose.setText(self.tr("Thay tệp…") if has_file else self.tr("Chọn tệp…"))
        self.remove.setVisible(has_file)
        for button in (self.find_again, self.choose, self.remove):
            button.setEnabled(can_write)

    def _sentence(self) -> str:
        document = self._document
        if document.file is not None:
            return f"{file_label(document)} · {words.file_words(document, FileState.PRESENT)}"
        if document.secret:
            return self.tr("Tài liệu mật, không có tệp trong máy.")
        if document.kept_at_registry:
            return self.tr("Bản giấy lưu tại văn thư.")
        return self.tr("Chưa có tệp. Kéo tệp vào đây hoặc chọn tệp.")

    def _trouble_words(self) -> str:
        if self._state is FileState.MISSING:
            return self.tr("Không còn tệp này trong kho. Tìm lại tệp gốc, hoặc khôi phục từ bản sao lưu.")
        if self._state is FileState.CHANGED:
            return self.tr("Tệp trong kho đã thay đổi sau khi lưu nên không mở. Tìm lại tệp gốc để thay vào.")
        return ""

    def _button(self, name: str, icon: str) -> QPushButton:
        button = QPushButton(icons.icon(icon), name, self)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        for number, button in enumerate((self.open, self.find_again, self.choose, self.remove)):
            grid.addWidget(button, number // 2, number % 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._told)
        layout.addWidget(self._trouble)
        layout.addLayout(grid)
        layout.addWidget(self._rule)

    def _connect(self) -> None:
        self.open.clicked.connect(self.open_wanted)
        self.choose.clicked.connect(self.choose_wanted)
        self.find_again.clicked.connect(self.find_wanted)
        self.remove.clicked.connect(self.remove_wanted)
