"""Every command of the window as data: menus, toolbar and, later, the key page derive from this one list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Flag, StrEnum, auto

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence


class Menu(StrEnum):
    """The menus of the window, in order; a menu without commands is not shown."""

    FILE = "Tệp"
    EDIT = "Sửa"
    VIEW = "Xem"
    PLAN = "Kế hoạch"
    ITEM = "Nhiệm vụ"


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

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("new_plan", Menu.FILE, "Lập kế hoạch mới…", "file-plus", ("Ctrl+N",), needs=_WRITE),
    ActionSpec("import_plan", Menu.FILE, "Nhập kế hoạch từ Word, Excel…", "file-input", ("Ctrl+I",), needs=_WRITE),
    ActionSpec("save_point", Menu.FILE, "Lưu và tạo điểm sao lưu", "database-backup", ("Ctrl+S",), needs=_WRITE,
               starts_group=True),
    ActionSpec(
        "export_appendix", Menu.FILE, "Xuất phụ lục nhiệm vụ…", "file-output", ("Ctrl+E",), starts_group=True
    ),
    ActionSpec("export_indicators", Menu.FILE, "Xuất phụ lục chỉ tiêu…", "file-output"),
    ActionSpec("quit", Menu.FILE, "Thoát", "", ("Ctrl+Q",), needs=_NO, starts_group=True),
    ActionSpec("undo", Menu.EDIT, "Hoàn tác", "undo-2", ("Ctrl+Z",), needs=_WRITE | Need.UNDO),
    ActionSpec("redo", Menu.EDIT, "Làm lại", "redo-2", ("Ctrl+Y", "Ctrl+Shift+Z"), needs=_WRITE | Need.REDO),
    ActionSpec("edit_cell", Menu.EDIT, "Sửa ô", "pencil", ("F2",), needs=_WRITE_ITEM, starts_group=True),
    ActionSpec("find", Menu.EDIT, "Tìm trong màn hình này", "search", ("Ctrl+F",), needs=Need.SEARCH),
    ActionSpec("next_hit", Menu.EDIT, "Kết quả tiếp theo", keys=("F3",), needs=_SHOWN),
    ActionSpec("previous_hit", Menu.EDIT, "Kết quả trước", keys=("Shift+F3",), needs=_SHOWN),
    ActionSpec("tree", Menu.VIEW, "Cây theo lĩnh vực", "list-tree", needs=_SHOWN, starts_group=True),
    ActionSpec("table", Menu.VIEW, "Bảng", "table", needs=_SHOWN),
    ActionSpec("by_agency", Menu.VIEW, "Theo cơ quan chủ trì", "building-2", needs=_SHOWN),
    ActionSpec("by_month", Menu.VIEW, "Theo tháng đến hạn", "calendar", needs=_SHOWN),
    ActionSpec("expand_all", Menu.VIEW, "Mở tất cả lĩnh vực", needs=_SHOWN, starts_group=True),
    ActionSpec("collapse_all", Menu.VIEW, "Thu gọn tất cả lĩnh vực", needs=_SHOWN),
    ActionSpec("inspector", Menu.VIEW, "Khung chi tiết", "panel-right", ("F4",), needs=_SHOWN, checkable=True,
               starts_group=True),
    ActionSpec("density_compact", Menu.VIEW, "Dòng gọn (1 dòng chữ)", needs=_NO, checkable=True, starts_group=True,
               one_of="density"),
    ActionSpec("density_normal", Menu.VIEW, "Dòng vừa (2 dòng chữ)", needs=_NO, checkable=True, one_of="density"),
    ActionSpec("density_roomy", Menu.VIEW, "Dòng thoáng (3 dòng chữ)", needs=_NO, checkable=True, one_of="density"),
    ActionSpec("reload", Menu.VIEW, "Làm mới số liệu", "refresh-cw", ("F5",), needs=_NO, starts_group=True),
    ActionSpec("plan_properties", Menu.PLAN, "Thông tin kế hoạch…", "info", needs=_WRITE_PLAN),
    ActionSpec("add_section", Menu.PLAN, "Thêm lĩnh vực", "folder-plus", needs=_WRITE_SHOWN),
    ActionSpec("take_over", Menu.PLAN, "Lấy nhiệm vụ từ kế hoạch cấp trên…", "file-down", needs=_WRITE_PLAN),
    ActionSpec("issue_plan", Menu.PLAN, "Ban hành kế hoạch…", "circle-check", needs=_WRITE_PLAN, starts_group=True),
    ActionSpec("close_plan", Menu.PLAN, "Kết thúc hoặc mở lại kế hoạch…", "lock", needs=_WRITE_PLAN),
    ActionSpec("copy_plan", Menu.PLAN, "Lập kế hoạch kỳ sau từ kế hoạch này…", "repeat", needs=_WRITE_PLAN,
               starts_group=True),
    ActionSpec("save_template", Menu.PLAN, "Lưu làm mẫu kế hoạch…", "file-plus", needs=_WRITE_PLAN),
    ActionSpec("delete_plan", Menu.PLAN, "Xóa kế hoạch", "trash-2", starts_group=True, needs=_WRITE_PLAN),
    ActionSpec("add_item", Menu.ITEM, "Thêm nhiệm vụ", "plus", ("Ins", "Ctrl+Shift+N"), needs=_WRITE_SHOWN),
    ActionSpec("add_sub_item", Menu.ITEM, "Thêm nội dung thành phần", "corner-down-right", ("Ctrl+Shift+Ins",),
               needs=_WRITE_ITEM),
    ActionSpec("add_arisen", Menu.ITEM, "Thêm nhiệm vụ phát sinh…", needs=_WRITE_SHOWN),
    ActionSpec("fill_down", Menu.ITEM, "Điền xuống dưới", needs=_WRITE_ITEM, starts_group=True),
    ActionSpec("bulk_edit", Menu.ITEM, "Sửa hàng loạt…", needs=_WRITE_ITEM),
    ActionSpec("delete_items", Menu.ITEM, "Xóa nhiệm vụ", "trash-2", needs=_WRITE_ITEM),
    ActionSpec("move_up", Menu.ITEM, "Chuyển lên", "arrow-up", ("Alt+Up",), needs=_WRITE_ITEM, starts_group=True),
    ActionSpec("move_down", Menu.ITEM, "Chuyển xuống", "arrow-down", ("Alt+Down",), needs=_WRITE_ITEM),
    ActionSpec("indent", Menu.ITEM, "Hạ một cấp", keys=("Alt+Right",), needs=_WRITE_ITEM),
    ActionSpec("outdent", Menu.ITEM, "Nâng một cấp", keys=("Alt+Left",), needs=_WRITE_ITEM),
)  # fmt: skip

SPRING = "spring"
"""What pushes the rest of the toolbar to its right end."""

TOOLBAR: tuple[tuple[str, str], ...] = (
    ("undo", "Hoàn tác"),
    ("redo", ""),
    ("", ""),
    ("add_item", "Thêm nhiệm vụ"),
    ("import_plan", "Nhập kế hoạch"),
    ("export_appendix", "Xuất phụ lục"),
    (SPRING, ""),
    ("inspector", ""),
)
"""The toolbar behind the plan selector: name and words of an action, no words for its icon alone, '' for a line."""


def make_action(spec: ActionSpec, parent: QObject) -> QAction:
    """Build the Qt action of a command; the caller connects it and sets its icon."""
    action = QAction(words_of(spec), parent)
    action.setObjectName(spec.name)
    action.setCheckable(spec.checkable)
    action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
    return action


def words_of(spec: ActionSpec) -> str:
    """Return the words of a command in the user's language."""
    return translated(spec.text)


def translated(words: str) -> str:
    """Return words of the lists above in the user's language."""
    return QCoreApplication.translate("actions", words)
