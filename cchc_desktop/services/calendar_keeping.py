"""Use cases on the office's calendar: days off and make-up days are kept, changed and put away, each undoable."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from cchc_desktop.domain.changes import Changes, Operation
from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.entities import UNSAVED
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.followup.days_off import DayOff
from cchc_desktop.services.titles import about
from cchc_desktop.services.workspace import Workspace


def kept_days(workspace: Workspace) -> tuple[DayOff, ...]:
    """Return the days that the office keeps, of all years, by date."""
    return tuple(workspace.queries.days_off())


def save_day(workspace: Workspace, day: DayOff) -> tuple[int, Changes]:
    """Store a new day or a changed one and return its id; InvalidInput without a name or where the date is taken."""
    day = replace(day, name=" ".join(day.name.split()))
    if not day.name:
        raise InvalidInput("Cần nhập tên của ngày nghỉ hoặc ngày làm bù.")
    is_new = day.id == UNSAVED
    title = about("Thêm vào lịch nghỉ" if is_new else "Sửa lịch nghỉ", f"{show_day(day.day)} {day.name}")
    with workspace.units(Operation("calendar.add" if is_new else "calendar.edit", title)) as unit:
        taken = next((one for one in kept_days(workspace) if one.day == day.day and one.id != day.id), None)
        if taken is not None:
            raise InvalidInput(f"Ngày {show_day(day.day)} đã có trong lịch: {taken.name}. Hãy sửa dòng đó.")
        stored = unit.days_off.add(day) if is_new else unit.days_off.update(day)
        return stored.id, unit.commit()


def add_days(workspace: Workspace, days: Iterable[DayOff]) -> tuple[int, Changes]:
    """Store several new days as one operation and return how many; those whose date is kept already stay as kept."""
    with workspace.units(Operation("calendar.fill", "Thêm ngày nghỉ lễ vào lịch")) as unit:
        taken = {one.day for one in kept_days(workspace)}
        added = [day for day in days if day.day not in taken]
        unit.days_off.add_all(added)
        years = ", ".join(str(year) for year in sorted({day.day.year for day in added}))
        unit.describe(f"Thêm {len(added)} ngày vào lịch nghỉ năm {years}")
        return len(added), unit.commit()


def delete_days(workspace: Workspace, day_ids: Sequence[int]) -> Changes:
    """Take days out of the calendar as one operation."""
    with workspace.units(Operation("calendar.delete", "Xóa ngày khỏi lịch nghỉ")) as unit:
        days = unit.days_off.get_all(day_ids)
        unit.days_off.delete_all(day_ids)
        first = f"{show_day(days[0].day)} {days[0].name}" if len(days) == 1 else ""
        unit.describe(about("Xóa khỏi lịch nghỉ", first) if first else f"Xóa {len(days)} ngày khỏi lịch nghỉ")
        return unit.commit()
