"""Who has a file open in Word or Excel, by the owner file '~$…' beside it; why a target cannot be written."""

from __future__ import annotations

from pathlib import Path

from cchc_desktop.domain.disk_words import disk_words

_MARK = "~$"
_LENGTH_AT = {162: 54, 165: 55}  # by the owner file's size: where the length of the UTF-16 name stands (Word, Excel)
_MOST_CHARACTERS = 52
_OFFICE_NAMES = {".docx": "Word", ".xlsx": "Excel"}


def owner_file(target: Path) -> Path | None:
    """Return the owner file beside a target, if there is one; Word puts the mark over a long name's first letters."""
    names = _MARK + target.name, _MARK + target.name[len(_MARK) :]
    return next((file for name in names if (file := target.with_name(name)).exists()), None)


def holder_of(owner: Path) -> str:
    """Return the name of the person that an owner file tells, '' where it cannot be read."""
    try:
        data = owner.read_bytes()
    except OSError:
        return ""
    place = _LENGTH_AT.get(len(data))
    if place is None:
        return ""
    length = min(int.from_bytes(data[place : place + 2], "little"), _MOST_CHARACTERS)
    name = data[place + 2 : place + 2 + 2 * length].decode("utf-16-le", "ignore")
    return name.strip() if name.isprintable() else ""


def cannot_write(target: Path, error: OSError) -> str:
    """Return in Vietnamese why a target cannot be written, and who has it open where that is known."""
    owner = owner_file(target) if isinstance(error, PermissionError) else None
    if owner:
        return f"Không ghi được {target.name} vì {_who_has_it(target, owner)}. Hãy đóng tệp hoặc chọn tên khác."
    if isinstance(error, PermissionError):
        return f"Không ghi được {target.name}: tệp đang mở hoặc thư mục không cho ghi. Hãy đóng tệp hoặc chọn nơi khác."
    if isinstance(error, FileNotFoundError):
        return f"Không có thư mục {target.parent}. Hãy chọn thư mục khác."
    return f"Không ghi được {target.name} ({disk_words(error)}). Hãy kiểm tra ổ đĩa hoặc chọn nơi khác."


def _who_has_it(target: Path, owner: Path) -> str:
    program = _OFFICE_NAMES.get(target.suffix.lower(), "chương trình khác")
    holder = holder_of(owner)
    return f"{holder} đang mở tệp này bằng {program}" if holder else f"{program} đang mở tệp này"
