"""The page of keys, made from the list of actions and the keys of the plan's table: it cannot grow stale."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from PySide6.QtGui import QKeySequence

from cchc_desktop.ui.actions import ActionSpec, Menu, translated, words_of
from cchc_desktop.ui.words import Words

_words = Words("KeyPage")

TABLE_KEYS: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("Up", "Down", "Left", "Right"),
        _words.mark("Sang ô bên cạnh; ở cột TT: đóng, mở lĩnh vực hoặc nội dung thành phần"),
    ),
    (("Shift+Up", "Shift+Down"), _words.mark("Mở rộng vùng chọn")),
    (("Return",), _words.mark("Ghi nội dung đang gõ và xuống ô dưới")),
    (("Tab", "Shift+Tab"), _words.mark("Ghi nội dung đang gõ và sang ô bên phải, bên trái")),
    (("F2",), _words.mark("Sửa ô đang chọn; gõ chữ ngay vào ô cũng được")),
    (("Esc",), _words.mark("Bỏ nội dung đang gõ dở; ngoài ô: xóa từ đang tìm")),
    (("Del",), _words.mark("Xóa nội dung các ô đang chọn; khi chọn cả dòng: xóa nhiệm vụ")),
    (("Ctrl+C", "Ctrl+V"), _words.mark("Chép và dán một khối ô, cả sang và từ Excel, Word")),
    (("Ctrl+D",), _words.mark("Điền xuống dưới nội dung của ô trên cùng")),
    (("Ctrl+A",), _words.mark("Chọn tất cả")),
)
"""Keys that the plan's table answers itself, with what they do; actions answer all others."""

_SIGNS = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→", "Return": "Enter", "Ins": "Insert", "Del": "Delete"}


def key_page(actions: Sequence[ActionSpec]) -> str:
    """Return the page as Markdown: one table for each menu, then the keys of the plan's table."""
    with_keys = [spec for spec in actions if spec.keys]
    order = list(Menu)
    with_keys.sort(key=lambda spec: order.index(spec.menu))
    parts = ["# " + _words("Phím tắt"), _words("Khi con trỏ ở trong một ô chữ, mọi phím thuộc về ô đó.")]
    for menu, specs in groupby(with_keys, key=lambda spec: spec.menu):
        parts.append("## " + _words("Menu {}").format(translated(menu)))
        parts.append(_table((spec.keys, words_of(spec).rstrip("…")) for spec in specs))
    parts.append("## " + _words("Trong bảng kế hoạch"))
    parts.append(_table((keys, _words(words)) for keys, words in TABLE_KEYS))
    return "\n\n".join(parts) + "\n"


def keys_in_words(keys: str) -> str:
    """Return a combination as keyboards and people write it: 'Alt+↑', 'Insert'."""
    portable = QKeySequence.SequenceFormat.PortableText  # Qt's own words for keys are those of the window's language
    plain = QKeySequence.fromString(keys, portable).toString(portable)
    *held, last = plain.split("+") if not plain.endswith("++") else (*plain[:-2].split("+"), "+")
    return "+".join([*held, _SIGNS.get(last, last)])


def _table(rows: Iterable[tuple[tuple[str, ...], str]]) -> str:
    lines = [f"| {_words('Phím')} | {_words('Việc làm')} |", "| --- | --- |"]
    for keys, words in rows:
        named = dict.fromkeys(keys_in_words(each) for each in keys)
        shown = _words(" hoặc ").join(f"`{each}`" for each in named)
        lines.append(f"| {shown} | {words} |")
    return "\n".join(lines)

