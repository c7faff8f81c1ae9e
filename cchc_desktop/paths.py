"""Where the program's own files and the user's files are: in a checkout, in a wheel and in a frozen build.

The functions only compute: whoever writes makes the folder first.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

APP_FOLDER = "Theo dõi CCHC"
HOME_VARIABLE = "CCHC_HOME"
"""Environment variable that moves all of a user's folders below one (tests, `dev.py run`)."""


def _data_root() -> Path:
    """Return the folder that holds resources/ and db/."""
    if getattr(sys, "frozen", False):
        return Path(getattr(sys, "_MEIPASS", Path(sys.executable).parent))
    package = Path(__file__).resolve().parent
    shipped = package / "_data"
    return shipped if shipped.is_dir() else package.parent


def resource(*parts: str) -> Path:
    """Return a file or folder below resources/, e.g. `resource("fonts", "LICENSE-OFL.txt")`."""
    return _data_root().joinpath("resources", *parts)


def migrations_dir() -> Path:
    """Return the folder of Alembic's env.py and versions/."""
    return _data_root() / "db" / "migrations"


def seed(name: str) -> Path:
    """Return a file of reference data (reform areas, agency presets, the sample plan)."""
    return _data_root() / "db" / "seed" / name


def data_dir() -> Path:
    r"""Return the folder of the database and its evidence: %LOCALAPPDATA%\Theo dõi CCHC on Windows."""
    return _user_folder("user_data_dir", "data")


def default_database() -> Path:
    """Return the database that the window opens and the command line uses without `--db`."""
    return data_dir() / "cchc.db"


def config_dir() -> Path:
    """Return the folder of the per-user settings file."""
    return _user_folder("user_config_dir", "config")


def log_dir() -> Path:
    """Return the folder of the local log."""
    return _user_folder("user_log_dir", "logs")


def backup_dir() -> Path:
    """Return the folder of the backups: in Documents, where people look and other tools copy from."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home).absolute() / "backups"
    import platformdirs

    return Path(platformdirs.user_documents_dir()) / APP_FOLDER / "Sao lưu"


def _user_folder(kind: str, name_in_home: str) -> Path:
    """Return the operating system's folder of `kind` for this program, or its stand-in below CCHC_HOME."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home).absolute() / name_in_home
    import platformdirs  # 10 ms that a window with CCHC_HOME and `cchc --db` do not pay

    return Path(getattr(platformdirs, kind)(APP_FOLDER, appauthor=False))
