"""Every command of the window as data: menus, toolbar and the key page derive from this one list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Flag, StrEnum, auto

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from cchc_desktop.ui.words import Words

translated = Words("actions")
"""Returns words of the lists below in the user's language."""
_w = translated.mark


class Menu(StrEnum):
    """The menus of the window, in order; a menu without commands is not shown."""

    FILE = _w("Tệp")
    EDIT = _w("Sửa")
    VIEW = _w("Xem")
    PLAN = _w("Kế hoạch")
    ITEM = _w("Nhiệm vụ")
    REPORT = _w("Báo cáo")
    HELP = _w("Trợ giúp")


class Need(Flag):
    """What must be there for a command to be enabled."""

    NOTHING = 0
    PLAN = auto()
    """A plan is open."""
    PLAN_SHOWN = auto()
    """Its tree or table is on the screen."""
    ITEM = auto()
    """One of its items is current there."""
    SEARCH = auto()
    """The screen has a search field."""
    WRITABLE = auto()
    """The data can be changed: they were not opened only to be looked at."""
    UNDO = auto()
    REDO = auto()
    OWN = auto()
    """The open plan is carried out here: it is not a superior's, which is kept for tracing."""


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One command: where it stands, its words and keys, and what it needs."""

    name: str
    menu: Menu
    text: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    needs: Need = Need.PLAN
    checkable: bool = False
    starts_group: bool = False
    one_of: str = ""
    """The choice that a checkable command belongs to: exactly one command of it is checked."""


_NO, _SHOWN = Need.NOTHING, Need.PLAN_SHOWN
_WRITE, _WRITE_SHOWN, _WRITE_ITEM = Need.WRITABLE, Need.WRITABLE | Need.PLAN_SHOWN, Need.WRITABLE | Need.ITEM
_WRITE_PLAN = Need.WRITABLE | Need.PLAN
_FOLLOW = _WRITE_ITEM | Need.OWN

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("new_plan", Menu.FILE, _w("Lập kế hoạch mới…"), "file-plus", ("Ctrl+N",), needs=_WRITE),
    ActionSpec("import_plan", Menu.FILE, _w("Nhập kế hoạch từ Word, Excel…"), "file-input", ("Ctrl+I",), needs=_WRITE),
    ActionSpec("save_point", Menu.FILE, _w("Lưu và tạo điểm sao lưu"), "database-backup", ("Ctrl+S",), needs=_WRITE,
               starts_group=True),
    ActionSpec(
        "export_appendix", Menu.FILE, _w("Xuất phụ lục nhiệm vụ…"), "file-output", ("Ctrl+E",), starts_group=True
    ),
    ActionSpec("export_indicators", Menu.FILE, _w("Xuất phụ lục chỉ tiêu…"), "file-output"),
    ActionSpec("quit", Menu.FILE, _w("Thoát"), "", ("Ctrl+Q",), needs=_NO, starts_group=True),
    ActionSpec("undo", Menu.EDIT, _w("Hoàn tác"), "undo-2", ("Ctrl+Z",), needs=_WRITE | Need.UNDO),
    ActionSpec("redo", Menu.EDIT, _w("Làm lại"), "redo-2", ("Ctrl+Y", "Ctrl+Shift+Z"), needs=_WRITE | Need.REDO),
    ActionSpec("edit_cell", Menu.EDIT, _w("Sửa ô"), "pencil", ("F2",), needs=_WRITE_ITEM, starts_group=True),
    ActionSpec("find", Menu.EDIT, _w("Tìm trong màn hình này"), "search", ("Ctrl+F",), needs=Need.SEARCH),
    ActionSpec("find_everywhere", Menu.EDIT, _w("Tìm trong tất cả kế hoạch"), "search", ("Ctrl+Shift+F",),
               needs=_NO),
    ActionSpec("next_hit", Menu.EDIT, _w("Kết quả tiếp theo"), keys=("F3",), needs=_SHOWN),
    ActionSpec("previous_hit", Menu.EDIT, _w("Kết quả trước"), keys=("Shift+F3",), needs=_SHOWN),
    ActionSpec("palette", Menu.VIEW, _w("Lệnh và tìm nhanh…"), keys=("Ctrl+K",), needs=_NO),
    ActionSpec("tree", Menu.VIEW, _w("Cây theo lĩnh vực"), "list-tree", needs=_SHOWN, starts_group=True),
    ActionSpec("table", Menu.VIEW, _w("Bảng"), "table", needs=_SHOWN),
    ActionSpec("by_agency", Menu.VIEW, _w("Theo cơ quan chủ trì"), "building-2", needs=_SHOWN),
    ActionSpec("by_month", Menu.VIEW, _w("Theo tháng đến hạn"), "calendar", needs=_SHOWN),
    ActionSpec("views", Menu.VIEW, _w("Chế độ xem đã lưu"), "eye", needs=_SHOWN, starts_group=True),
    ActionSpec("save_view", Menu.VIEW, _w("Lưu chế độ xem…"), needs=_WRITE_SHOWN),
    ActionSpec("expand_all", Menu.VIEW, _w("Mở tất cả lĩnh vực"), needs=_SHOWN, starts_group=True),
    ActionSpec("collapse_all", Menu.VIEW, _w("Thu gọn tất cả lĩnh vực"), needs=_SHOWN),
    ActionSpec("inspector", Menu.VIEW, _w("Khung chi tiết"), "panel-right", ("F4",), needs=_SHOWN, checkable=True,
               starts_group=True),
    ActionSpec("next_part", Menu.VIEW, _w("Sang phần khác của cửa sổ"), keys=("F6",), needs=_NO),
    ActionSpec("density_compact", Menu.VIEW, _w("Dòng gọn (1 dòng chữ)"), needs=_NO, checkable=True, starts_group=True,
               one_of="density"),
    ActionSpec("density_normal", Menu.VIEW, _w("Dòng vừa (2 dòng chữ)"), needs=_NO, checkable=True, one_of="density"),
    ActionSpec("density_roomy", Menu.VIEW, _w("Dòng thoáng (3 dòng chữ)"), needs=_NO, checkable=True, one_of="density"),
    ActionSpec("reload", Menu.VIEW, _w("Làm mới số liệu"), "refresh-cw", ("F5",), needs=_NO, starts_group=True),
    ActionSpec("plan_properties", Menu.PLAN, _w("Thông tin kế hoạch…"), "info", needs=_WRITE_PLAN),
    ActionSpec("add_section", Menu.PLAN, _w("Thêm lĩnh vực"), "folder-plus", needs=_WRITE_SHOWN),
    ActionSpec("take_over", Menu.PLAN, _w("Lấy nhiệm vụ từ kế hoạch cấp trên…"), "file-down", needs=_WRITE_PLAN),
    ActionSpec("plan_coverage", Menu.PLAN, _w("Đối chiếu với kế hoạch cấp trên, kế hoạch gốc…"), "link",
               needs=_WRITE_PLAN),
    ActionSpec("change_years", Menu.PLAN, _w("Đổi năm trong nội dung…"), "calendar-clock", needs=_WRITE_PLAN),
    ActionSpec("issue_plan", Menu.PLAN, _w("Ban hành kế hoạch…"), "circle-check", needs=_WRITE_PLAN, starts_group=True),
    ActionSpec("close_plan", Menu.PLAN, _w("Kết thúc hoặc mở lại kế hoạch…"), "lock", needs=_WRITE_PLAN),
    ActionSpec("copy_plan", Menu.PLAN, _w("Lập kế hoạch kỳ sau từ kế hoạch này…"), "repeat", needs=_WRITE_PLAN,
               starts_group=True),
    ActionSpec("save_template", Menu.PLAN, _w("Lưu làm mẫu kế hoạch…"), "file-plus", needs=_WRITE_PLAN),
    ActionSpec("delete_plan", Menu.PLAN, _w("Xóa kế hoạch"), "trash-2", starts_group=True, needs=_WRITE_PLAN),
    ActionSpec("add_item", Menu.ITEM, _w("Thêm nhiệm vụ"), "plus", ("Ins", "Ctrl+Shift+N"), needs=_WRITE_SHOWN),
    ActionSpec("add_sub_item", Menu.ITEM, _w("Thêm nội dung thành phần"), "corner-down-right", ("Ctrl+Shift+Ins",),
               needs=_WRITE_ITEM),
    ActionSpec("add_arisen", Menu.ITEM, _w("Thêm nhiệm vụ phát sinh…"), needs=_WRITE_SHOWN),
    ActionSpec("fill_down", Menu.ITEM, _w("Điền xuống dưới"), needs=_WRITE_SHOWN, starts_group=True),
    ActionSpec("bulk_edit", Menu.ITEM, _w("Sửa hàng loạt…"), needs=_WRITE_SHOWN),
    ActionSpec("delete_items", Menu.ITEM, _w("Xóa nhiệm vụ"), "trash-2", needs=_WRITE_SHOWN),
    ActionSpec("move_up", Menu.ITEM, _w("Chuyển lên"), "arrow-up", ("Alt+Up",), needs=_WRITE_SHOWN, starts_group=True),
    ActionSpec("move_down", Menu.ITEM, _w("Chuyển xuống"), "arrow-down", ("Alt+Down",), needs=_WRITE_SHOWN),
    ActionSpec("indent", Menu.ITEM, _w("Hạ một cấp"), keys=("Alt+Right",), needs=_WRITE_ITEM),
    ActionSpec("outdent", Menu.ITEM, _w("Nâng một cấp"), keys=("Alt+Left",), needs=_WRITE_ITEM),
    ActionSpec("record", Menu.ITEM, _w("Ghi kết quả…"), "circle-check", ("Ctrl+Return", "Ctrl+Enter"), needs=_FOLLOW,
               starts_group=True),
    ActionSpec("urge", Menu.ITEM, _w("Đôn đốc…"), "message-square", needs=_FOLLOW),
    ActionSpec("extend", Menu.ITEM, _w("Gia hạn…"), "calendar-plus", needs=_FOLLOW),
    ActionSpec("drop", Menu.ITEM, _w("Không còn thực hiện…"), "ban", needs=_FOLLOW),
    ActionSpec("settle", Menu.ITEM, _w("Xử lý kết quả của mốc không còn…"), needs=_FOLLOW),
    ActionSpec("print", Menu.REPORT, _w("In…"), "printer", ("Ctrl+P",)),
    ActionSpec("reporting_periods", Menu.REPORT, _w("Kỳ báo cáo…"), "file-chart-column", needs=_NO, starts_group=True),
    ActionSpec("superior_forms", Menu.REPORT, _w("Biểu mẫu của cấp trên…"), "file-spreadsheet", needs=_NO),
    ActionSpec("help", Menu.HELP, _w("Hướng dẫn về màn hình này"), "book-open", ("F1",), needs=_NO),
    ActionSpec("keys", Menu.HELP, _w("Phím tắt"), needs=_NO),
    ActionSpec("try_sample", Menu.HELP, _w("Thêm kế hoạch mẫu để làm thử"), "eye", needs=_WRITE, starts_group=True),
)  # fmt: skip

SPRING = "spring"
"""What pushes the rest of the toolbar to its right end."""

TOOLBAR: tuple[tuple[str, str], ...] = (
    ("undo", _w("Hoàn tác")),
    ("redo", ""),
    ("", ""),
    ("add_item", _w("Thêm nhiệm vụ")),
    ("record", _w("Ghi kết quả")),
    ("import_plan", _w("Nhập kế hoạch")),
    ("export_appendix", _w("Xuất phụ lục")),
    (SPRING, ""),
    ("inspector", ""),
)
"""The toolbar behind the plan selector: name and words of an action, no words for its icon alone, '' for a line."""


def make_action(spec: ActionSpec, parent: QObject) -> QAction:
    """Build the Qt action of a command; the caller connects it and sets its icon."""
    action = QAction(words_of(spec), parent)
    action.setObjectName(spec.name)
    action.setCheckable(spec.checkable)
    portable = QKeySequence.SequenceFormat.PortableText  # read natively, Return and Enter are one key in Vietnamese
    action.setShortcuts([QKeySequence.fromString(keys, portable) for keys in spec.keys])
    return action


def words_of(spec: ActionSpec) -> str:
    """Return the words of a command in the user's language."""
    return translated(spec.text)
