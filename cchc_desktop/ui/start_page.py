"""The first screen of an empty database: three ways in, and who the office is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.ui import icons
from cchc_desktop.ui.actions import ACTIONS
from cchc_desktop.ui.widgets.cards import Card, plain_label, primary_button
from cchc_desktop.ui.widgets.link_button import LinkButton
from cchc_desktop.ui.widgets.long_paths import PathLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QBoxLayout

    from cchc_desktop.ui.office.form import OfficeForm

_PICTURE = 28


class StartPage(QWidget):
    """Offers to import a plan, to write one, or to look at a sample, and asks who the office is.

    It is built when it is first shown: a start with a plan pays nothing for it. `form_made` then brings the form, for
    an `OfficeDesk` to fill and store.
    """

    import_wanted = Signal()
    new_wanted = Signal()
    sample_wanted = Signal()
    restore_wanted = Signal()
    form_made = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form: OfficeForm | None = None
        self._folder = ""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def form(self) -> OfficeForm:
        """Return the form of the office's profile."""
        if self._form is None:
            self._form = self._build()
            self.form_made.emit(self._form)
        return self._form

    def show_data_folder(self, folder: str) -> None:
        """Say where the data are kept."""
        self._folder = folder
        if self._form is not None:
            self._place.show_folder(folder)

    def showEvent(self, event: QShowEvent) -> None:
        self.form()
        super().showEvent(event)

    def _build(self) -> OfficeForm:
        from cchc_desktop.ui.office.form import OfficeForm
        from cchc_desktop.ui.widgets.centred import CentredArea

        area = CentredArea(self)
        column = area.column
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addSpacing(12)
        column.addLayout(self._ways())
        column.addSpacing(16)
        form = OfficeForm(area)  # made between what stands above and below it: Tab follows
        column.addWidget(self._office_card(form))
        column.addSpacing(8)
        column.addLayout(self._foot())
        column.addStretch(1)
        self._layout.addWidget(area)
        return form

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setSpacing(0)
        title = plain_label(self.tr("Anh/chị muốn bắt đầu từ đâu?"), self, "pageTitle")
        head.addWidget(title)
        sentence = self.tr(
            "Chương trình chạy hoàn toàn trên máy này, không cần mạng."
            " Có thể đổi lựa chọn bất cứ lúc nào trong menu Tệp."
        )
        head.addWidget(plain_label(sentence, self, "muted"))
        return head

    def _ways(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        for way, signal in zip(
            self._three_ways(), (self.import_wanted, self.new_wanted, self.sample_wanted), strict=True
        ):
            card = _WayCard(way, self)
            card.button.clicked.connect(signal)
            row.addWidget(card, 1)
            if way.leads:
                self.setFocusProxy(card.button)
        return row

    def _three_ways(self) -> tuple[_Way, ...]:
        return (
            _Way(
                "file-input",
                self.tr("Nhập từ Word, Excel"),
                self.tr("Đã có kế hoạch và phụ lục? Chọn tệp; chương trình nhận cột, nhiệm vụ, thời hạn và cho xem lại"
                        " trước khi ghi."),
                self.tr("Chọn tệp…"),
                "import_plan",
                leads=True,
            ),
            _Way(
                "circle-plus",
                self.tr("Tạo kế hoạch mới"),
                self.tr("Soạn từ đầu theo mẫu 6 tháng, năm hoặc giai đoạn, có sẵn các lĩnh vực cải cách hành chính;"
                        " sửa được hết."),
                self.tr("Tạo kế hoạch…"),
                "new_plan",
            ),
            _Way(
                "eye",
                self.tr("Xem dữ liệu mẫu"),
                self.tr("Mở một kế hoạch mẫu để làm quen. Xem xong có thể xóa, không ảnh hưởng đến dữ liệu của đơn"
                        " vị."),
                self.tr("Mở dữ liệu mẫu"),
            ),
        )  # fmt: skip

    def _office_card(self, form: OfficeForm) -> Card:
        card = Card(self)
        card.column.setContentsMargins(20, 12, 20, 12)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(_label(self.tr("Thông tin đơn vị"), card, "cardTitle"))
        row.addWidget(plain_label(self.tr("in ở đầu văn bản; nhập một lần, sửa lại ở Thiết lập"), card, "secondary"), 1)
        card.column.addLayout(row)
        card.column.addWidget(form)
        return card

    def _foot(self) -> QBoxLayout:
        self._place = _DataPlace(self)
        self._place.show_folder(self._folder)
        restore = LinkButton(self.tr("Khôi phục từ bản sao lưu…"), self)
        restore.setIcon(icons.icon("archive-restore"))
        restore.clicked.connect(self.restore_wanted)
        row = QHBoxLayout()
        row.addWidget(self._place, 1)
        row.addWidget(restore, 0, Qt.AlignmentFlag.AlignRight)
        return row


@dataclass(frozen=True, slots=True)
class _Way:
    """One way in: its picture and words, and the action whose key it shows; the first one leads."""

    icon: str
    title: str
    sentence: str
    button: str
    action: str = ""
    leads: bool = False


class _WayCard(Card):
    """One way in as a card."""

    def __init__(self, way: _Way, parent: QWidget) -> None:
        super().__init__(parent)
        edge = 0
        if way.leads:
            self.setObjectName("leadCard")
            edge = 1  # its frame is wider by as much
        self.column.setContentsMargins(20 - edge, 16 - edge, 20 - edge, 16 - edge)
        self.column.setSpacing(4)
        self.button = primary_button(way.button, self) if way.leads else QPushButton(way.button, self)
        self.button.setAccessibleName(f"{way.title}: {way.button}")
        self.button.setAccessibleDescription(way.sentence)
        self.column.addWidget(_Picture(way.icon, self))
        self.column.addSpacing(8)
        self.column.addWidget(plain_label(way.title, self, "cardTitle"))
        self.column.addWidget(plain_label(way.sentence, self, "muted"))
        self.column.addStretch(1)
        self.column.addSpacing(8)
        foot = QHBoxLayout()
        foot.addWidget(self.button)
        foot.addStretch(1)
        foot.addWidget(_label(_key_of(way.action), self, "secondary"))
        self.column.addLayout(foot)


class _Picture(QWidget):
    """An icon that follows the theme."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icons.icon(name)
        self.setFixedSize(_PICTURE, _PICTURE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._icon.paint(painter, QRect(0, 0, _PICTURE, _PICTURE))
        painter.end()


class _DataPlace(QWidget):
    """Says where the data are kept; takes no room before it is told."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._path = PathLabel(parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(_label(self.tr("Nơi lưu dữ liệu:"), self, "muted"))
        row.addWidget(self._path, 1)

    def show_folder(self, folder: str) -> None:
        """Show the folder; '' says nothing."""
        self._path.set_path(folder)
        for part in self.findChildren(QLabel):
            part.setVisible(bool(folder))


def _key_of(action: str) -> str:
    """Return the key of an action as the system writes it, '' where it has none."""
    keys = next((spec.keys for spec in ACTIONS if spec.name == action), ())
    return QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if keys else ""


def _label(words: str, parent: QWidget, style: str) -> QLabel:
    """Return words that stay on one line."""
    label = QLabel(words, parent)
    label.setObjectName(style)
    return label
