"""Steps of the smoke test: what the program remembers and gives back."""

from __future__ import annotations

from smoke_program import Program, require_that

_LOG_FIELDS = {"id", "title", "kind", "at", "who", "plan_id", "changes"}


def undo_and_redo(program: Program) -> str:
    """Undoing the last import takes its plan away, redoing brings it back with the same tasks."""
    before = _plans(program)
    program.run("undo")
    require_that(len(_plans(program)) == len(before) - 1, f"plans after undo: {_plans(program)}")
    program.run("redo")
    require_that(_plans(program) == before, f"plans after redo: {_plans(program)}")
    return f"{len(before)} plans again"


def show_log(program: Program) -> str:
    """Every operation of the earlier steps is in the log."""
    operations = program.run("log", "--json").json
    require_that(len(operations) >= 2, f"{len(operations)} operations after two imports")
    missing = _LOG_FIELDS - set(operations[0])
    require_that(not missing, f"an operation without {missing}")
    return f"{len(operations)} operations"


def show_bin(program: Program) -> str:
    """The bin prints a list."""
    found = program.run("trash", "--json").json
    require_that(isinstance(found, list), f"no list: {found}")
    return f"{len(found)} entries"


def back_up_and_restore(program: Program) -> str:
    """A backup is listed; a database that went on afterwards goes back to it."""
    before = _plans(program)
    target = program.place / "Thẻ nhớ" / "Bản sao lưu.db"
    target.parent.mkdir()
    program.run("backup")
    program.run("backup", "--to", target)
    require_that(target.is_file(), f"no backup at {target}")
    listed = program.run("backups", "--json").json
    require_that(listed, "the list of backups is empty")
    program.run("import", program.place / "Phụ lục kế hoạch.docx")
    require_that(len(_plans(program)) == len(before) + 1, f"plans before restoring: {_plans(program)}")
    program.run("restore", target)
    require_that(_plans(program) == before, f"plans after restoring: {_plans(program)}")
    return f"{len(listed)} backups listed, {len(before)} plans restored"


def _plans(program: Program) -> list[tuple[int, str, int]]:
    """Return id, title and number of tasks of every plan."""
    return [(plan["id"], plan["title"], plan["items"]) for plan in program.run("plans", "--json").json]
