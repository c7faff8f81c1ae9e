"""Every command of the window as data: menus, toolbar and, later, the key page derive from this one list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence


class Menu(StrEnum):
    """The menus of the window, in order; a menu without commands is not shown."""

    FILE = "Tệp"
    EDIT = "Sửa"
    VIEW = "Xem"
    PLAN = "Kế hoạch"
    ITEM = "Nhiệm vụ"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One command: where it stands, its words and keys; `tool` puts it into the toolbar too."""

    name: str
    menu: Menu
    text: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    tool: bool = False
    checkable: bool = False
    needs_plan: bool = True
    needs_item: bool = False
    starts_group: bool = False


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("new_plan", Menu.FILE, "Lập kế hoạch mới…", "file-plus", ("Ctrl+N",), needs_plan=False),
    ActionSpec(
        "import_plan", Menu.FILE, "Nhập kế hoạch từ Word, Excel…", "file-input", ("Ctrl+I",), True,
        needs_plan=False,
    ),
    ActionSpec(
        "export_appendix", Menu.FILE, "Xuất phụ lục nhiệm vụ…", "file-output", ("Ctrl+E",), starts_group=True
    ),
    ActionSpec("export_indicators", Menu.FILE, "Xuất phụ lục chỉ tiêu…", "file-output"),
    ActionSpec("quit", Menu.FILE, "Thoát", "", ("Ctrl+Q",), needs_plan=False, starts_group=True),
    ActionSpec("edit_cell", Menu.EDIT, "Sửa ô", "pencil", ("F2",), needs_item=True),
    ActionSpec("find", Menu.EDIT, "Tìm trong kế hoạch", "search", ("Ctrl+F",)),
    ActionSpec("tree", Menu.VIEW, "Cây theo lĩnh vực", "list-tree"),
    ActionSpec("table", Menu.VIEW, "Bảng", "table"),
    ActionSpec("expand_all", Menu.VIEW, "Mở tất cả lĩnh vực", "", starts_group=True),
    ActionSpec("collapse_all", Menu.VIEW, "Thu gọn tất cả lĩnh vực"),
    ActionSpec("inspector", Menu.VIEW, "Khung chi tiết", "panel-right", ("F4",), checkable=True, starts_group=True),
    ActionSpec("reload", Menu.VIEW, "Làm mới số liệu", "refresh-cw", ("F5",)),
    ActionSpec("plan_properties", Menu.PLAN, "Thông tin kế hoạch…", "info"),
    ActionSpec("add_section", Menu.PLAN, "Thêm lĩnh vực", "folder-plus"),
    ActionSpec("delete_plan", Menu.PLAN, "Xóa kế hoạch", "trash-2", starts_group=True),
    ActionSpec("add_item", Menu.ITEM, "Thêm nhiệm vụ", "plus", ("Ins", "Ctrl+Shift+N"), True),
    ActionSpec("add_sub_item", Menu.ITEM, "Thêm nội dung thành phần", "corner-down-right", ("Ctrl+Shift+Ins",),
               needs_item=True),
    ActionSpec("delete_items", Menu.ITEM, "Xóa nhiệm vụ", "trash-2", needs_item=True),
    ActionSpec("move_up", Menu.ITEM, "Chuyển lên", "arrow-up", ("Alt+Up",), needs_item=True, starts_group=True),
    ActionSpec("move_down", Menu.ITEM, "Chuyển xuống", "arrow-down", ("Alt+Down",), needs_item=True),
    ActionSpec("indent", Menu.ITEM, "Hạ một cấp", "", ("Alt+Right",), needs_item=True),
    ActionSpec("outdent", Menu.ITEM, "Nâng một cấp", "", ("Alt+Left",), needs_item=True),
)  # fmt: skip


def make_action(spec: ActionSpec, parent: QObject) -> QAction:
    """Build the Qt action of a command; the caller connects it and sets its icon."""
    action = QAction(QCoreApplication.translate("actions", spec.text), parent)
    action.setObjectName(spec.name)
    action.setCheckable(spec.checkable)
    action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
    return action
