"""The chapters of the guide as data, which screen each belongs to, and their text; no widgets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cchc_desktop import paths
from cchc_desktop.domain.text.folding import fold

KEYS = "phim-tat"
"""The chapter that is made from the list of actions and has no file."""
FIRST = "bat-dau"


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter: the name of its file without '.md', its title, and the screens at which F1 opens it."""

    name: str
    title: str
    screens: tuple[str, ...] = ()


CHAPTERS: tuple[Chapter, ...] = (
    Chapter(FIRST, "Bắt đầu", ("StartPage", "ImportPage", "NewPlanPage", "settings/office", "settings/look")),
    Chapter("nhap-lieu", "Nhập và sắp xếp nhiệm vụ", ("plan",)),
    Chapter("tim-kiem", "Tìm và lọc", ("FindPage",)),
    Chapter("ket-qua", "Kết quả và tiến độ"),
    Chapter("den-han", "Việc đến hạn và Tổng quan", ("deadlines", "overview", "settings/calendar")),
    Chapter("chi-tieu", "Chỉ tiêu", ("indicators",)),
    Chapter("tai-lieu", "Tài liệu kiểm chứng", ("evidence",)),
    Chapter(
        "ky-bao-cao",
        "Kỳ báo cáo, kế hoạch gốc và kỳ sau",
        ("ReportingPage", "CoveragePage", "YearsPage", "TakeOverPage"),
    ),
    Chapter(
        "van-ban",
        "Lập, xem trước và in văn bản",
        ("reports", "WordsPage", "TemplatePage", "FormsPage", "settings/layout"),
    ),
    Chapter("co-quan", "Cơ quan", ("agencies",)),
    Chapter("an-toan", "Hoàn tác, nhật ký và sao lưu", ("history", "settings/backups", "settings/person")),
    Chapter(KEYS, "Phím tắt"),
)
"""All chapters in the order of the contents."""

HEADINGS: Mapping[str, str] = {
    "ImportPage": "Nhập kế hoạch từ Word, Excel",
    "NewPlanPage": "Tạo kế hoạch mới",
    "FindPage": "Tìm trong tất cả kế hoạch",
    "CoveragePage": "Đối chiếu với kế hoạch gốc, kế hoạch cấp trên",
    "TakeOverPage": "Đối chiếu với kế hoạch gốc, kế hoạch cấp trên",
    "YearsPage": "Lập kế hoạch kỳ sau",
    "WordsPage": "Sửa nội dung báo cáo",
    "TemplatePage": "Mẫu báo cáo và thể thức",
    "FormsPage": "Biểu mẫu của cấp trên",
    "deadlines": "Việc đến hạn",
    "history": "Nhật ký và thùng rác",
    "settings/office": "Thông tin đơn vị",
    "settings/look": "Cỡ chữ, màu sắc và ngôn ngữ",
    "settings/layout": "Mẫu báo cáo và thể thức",
    "settings/calendar": "Ngày nghỉ",
    "settings/backups": "Sao lưu",
    "settings/person": "Nhật ký và thùng rác",
}
"""Where in its chapter a screen is explained; one that is not named here has the chapter from its beginning."""


def chapter(name: str) -> Chapter:
    """Return a chapter by its name, the first one where there is none of that name."""
    return next((each for each in CHAPTERS if each.name == name), CHAPTERS[0])


def chapter_of(screen: str) -> Chapter:
    """Return the chapter of a screen, or of a page named by its class; the first one where no chapter names it."""
    return next((each for each in CHAPTERS if screen in each.screens), CHAPTERS[0])


def text_of(name: str) -> str:
    """Return the Markdown of a chapter that is a file."""
    return paths.resource("help", f"{name}.md").read_text(encoding="utf-8")


def chapters_with(words: str, texts: Sequence[tuple[Chapter, str]]) -> list[Chapter]:
    """Return the chapters in which all the words stand, without regard to accents or case."""
    wanted = fold(words).split()
    return [each for each, text in texts if all(word in fold(text) for word in wanted)]
