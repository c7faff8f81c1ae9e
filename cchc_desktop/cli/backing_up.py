"""Commands on backups: backup, backups, restore."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from cchc_desktop.cli.output import print_json, print_lines
from cchc_desktop.cli.parameters import JSON
from cchc_desktop.clock import VIETNAM
from cchc_desktop.domain.backups import REASON_WORDS, BackupLine, BackupReason, Restored
from cchc_desktop.services.backups import warnings
from cchc_desktop.wiring import open_backups

_PATH = click.Path(path_type=Path)


@click.command("backup", short_help="Sao lưu dữ liệu.")
@click.option("--to", "target", type=_PATH, help="Tệp hoặc thư mục nhận bản sao (mặc định: thư mục sao lưu).")
@click.pass_obj
def backup_command(db: Path, target: Path | None) -> None:
    """Sao lưu dữ liệu thành một tệp đã được kiểm tra; chạy được cả khi chương trình đang mở."""
    with open_backups(db) as keeper:
        backup = keeper.make(BackupReason.MANUAL) if target is None else keeper.make_to(target)
        troubles = keeper.state().troubles
    print_lines([f"Đã sao lưu vào {backup.file} ({_size(backup.size)}).", *troubles])


@click.command("backups", short_help="Liệt kê các bản sao lưu.")
@JSON
@click.pass_obj
def backups_command(db: Path, as_json: bool) -> None:
    """Liệt kê các bản sao lưu, mới nhất trước, và từ đó đến nay đã có bao nhiêu thao tác."""
    with open_backups(db) as keeper:
        lines = keeper.lines()
        state = keeper.state()
    if as_json:
        print_json([_view(line) for line in lines])
    else:
        notes = [state.note] if state.note else []
        print_lines([*map(_line, lines), *notes, *warnings(state)] if lines else ["Chưa có bản sao lưu nào."])


@click.command("restore", short_help="Khôi phục dữ liệu từ một bản sao lưu.")
@click.argument("file", type=_PATH)
@click.pass_obj
def restore_command(db: Path, file: Path) -> None:
    """Thay dữ liệu bằng một bản sao lưu (đường dẫn, hoặc tên trong “backups”); dữ liệu cũ được sao lưu trước."""
    with open_backups(db, writing=True) as keeper:
        restored = keeper.restore(file)
        troubles = keeper.state().troubles
    print_lines([*_restored_lines(restored), *troubles])


def _restored_lines(restored: Restored) -> list[str]:
    lines = [f"Đã khôi phục dữ liệu từ {restored.file}."]
    if restored.safety is not None:
        lines.append(f"Dữ liệu trước đó nằm trong bản sao lưu {restored.safety.file}.")
    if restored.kept_aside is not None:
        lines.append(f"Dữ liệu trước đó bị hỏng, được giữ tại {restored.kept_aside}.")
    if restored.problems:
        lines.append("Dữ liệu vừa khôi phục có chỗ cần xem lại:")
        lines.extend(f"- {problem}" for problem in restored.problems)
    return lines


def _view(line: BackupLine) -> dict[str, Any]:
    backup = line.backup
    return {
        "file": str(backup.file),
        "at": backup.at.isoformat(),
        "reason": str(backup.reason),
        "size": backup.size,
        "sha256": backup.sha256,
        "sound": line.is_sound,
        "schema_version": backup.schema_version,
        "counts": dict(backup.counts),
        "changes_since": line.changes_since,
        "own": line.is_own,
    }


def _line(line: BackupLine) -> str:
    backup = line.backup
    moment = f"{backup.at.astimezone(VIETNAM):%d/%m/%Y %H:%M}"
    return f"{moment}  {REASON_WORDS[backup.reason]}  {_size(backup.size)}  {_since(line)}  {backup.file}"


def _since(line: BackupLine) -> str:
    if not line.is_sound:
        return "hỏng, không dùng được"
    if not line.is_own:
        return "của cơ sở dữ liệu khác"
    if line.changes_since is None:
        return "lịch sử khác với dữ liệu hiện nay"
    return f"sau đó có {line.changes_since} thao tác" if line.changes_since else "giống dữ liệu hiện nay"


def _size(size: int) -> str:
    """Return bytes as people of Vietnam write them: '1,5 MB'."""
    return f"{size / 1_000_000:.1f} MB".replace(".", ",") if size >= 100_000 else f"{max(1, size // 1000)} KB"


COMMANDS = (backup_command, backups_command, restore_command)
