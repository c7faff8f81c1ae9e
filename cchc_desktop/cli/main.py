"""Entry of `cchc`: the group, its database option, and the one door through which errors leave.

Exit codes: 0 done, 1 a check found faults, 2 refused (one Vietnamese sentence on stderr, database untouched).
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from cchc_desktop import __version__, paths
from cchc_desktop.cli import (
    agencies,
    backing_up,
    checking,
    exchanging,
    following,
    forms,
    history,
    papers,
    reading,
    reporting,
)
from cchc_desktop.cli.output import use_utf8
from cchc_desktop.cli.parameters import LARGEST_ID, DayParameter
from cchc_desktop.domain.disk_words import disk_words
from cchc_desktop.domain.errors import CchcError, InvalidInput

REFUSED = 2


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="cchc", message="%(prog)s %(version)s", help="In phiên bản.")
@click.option("--db", type=click.Path(path_type=Path), help="Tệp dữ liệu (mặc định: tệp của chương trình).")
@click.pass_context
def cchc(context: click.Context, db: Path | None) -> None:
    """Theo dõi kế hoạch cải cách hành chính từ dòng lệnh."""
    if db is not None and (not db.name or db.is_dir()):
        raise InvalidInput(f"Giá trị của “--db” không dùng được: “{db}” là thư mục; hãy nhập tên tệp dữ liệu.")
    context.obj = db or paths.default_database()


for room in (exchanging, papers, reporting, forms, reading, following, agencies, checking, history, backing_up):
    for command in room.COMMANDS:
        cchc.add_command(command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit code."""
    use_utf8()
    try:
        result = cchc.main(args=arguments, prog_name="cchc", standalone_mode=False)
    except CchcError as error:
        return _refuse(error.message)
    except click.UsageError as error:
        return _refuse(_usage_sentence(error))
    except click.Abort:
        return _refuse("Đã dừng theo yêu cầu. Dữ liệu không thay đổi.")
    except OSError as error:
        where = f" {error.filename}" if error.filename else ""
        return _refuse(f"Không truy cập được tệp hoặc thư mục{where} ({disk_words(error)}). Hãy kiểm tra lại.")
    return result if isinstance(result, int) else 0


def _refuse(message: str) -> int:
    click.echo(message, err=True)
    return REFUSED


def _usage_sentence(error: click.UsageError) -> str:
    """Return a click error in Vietnamese; our own parameter types already speak it."""
    if isinstance(error, click.MissingParameter):
        return f"Lệnh còn thiếu “{_name(error.param)}”. Xem cách dùng bằng “cchc --help”."
    if isinstance(error, click.NoSuchOption):
        return f"Không có tùy chọn “{error.option_name}”. Xem cách dùng bằng “cchc --help”."
    if isinstance(error, click.BadOptionUsage):
        return f"Tùy chọn “{error.option_name}” cần một giá trị. Xem cách dùng bằng “cchc --help”."
    if isinstance(error, click.BadParameter):
        return f"Giá trị của “{_name(error.param)}” không dùng được: {_wanted(error)}"
    return "Lệnh không đúng. Xem cách dùng bằng “cchc --help”."


def _wanted(error: click.BadParameter) -> str:
    """Return what is wrong with a value, or what would do in its place."""
    wanted = error.param.type if error.param is not None else None
    if isinstance(wanted, DayParameter):
        return error.message
    if isinstance(wanted, click.Choice):
        return f"hãy nhập một trong các giá trị {', '.join(map(str, wanted.choices))}."
    if isinstance(wanted, click.IntRange):
        most = f"đến {wanted.max}" if wanted.max is not None and wanted.max != LARGEST_ID else "trở lên"
        return f"hãy nhập số nguyên từ {wanted.min} {most}."
    return "giá trị không hợp lệ."


def _name(parameter: click.Parameter | None) -> str:
    if parameter is None:
        return "?"
    return parameter.opts[0] if isinstance(parameter, click.Option) else parameter.human_readable_name


if __name__ == "__main__":
    sys.exit(main())
