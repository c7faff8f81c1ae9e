"""The per-user settings file: window state, and what belongs to this PC. What an office decides is in its database."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from cchc_desktop import paths

VIETNAMESE, ENGLISH = "vi", "en"
LANGUAGES = (VIETNAMESE, ENGLISH)
"""Languages of the window; what is printed is Vietnamese in both."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How this user left the window; every field has a value for the first start."""

    geometry: str = ""
    """QMainWindow.saveGeometry(), base64."""
    layout: str = ""
    """QMainWindow.saveState(): toolbars and docks, base64."""
    inspector_width: int = 0
    """Width of the inspector in pixels; 0 for the usual one."""
    inspector_shown: bool = True
    """The inspector stands beside the plan."""
    columns: dict[str, Any] = field(default_factory=dict)
    """Columns of tree and table: order, widths, which are shown; the plan's view knows what is in it."""
    views: dict[str, Any] = field(default_factory=dict)
    """How each plan was looked at, by the plan's uid, the latest one last; see `with_view`."""
    theme: str = "system"
    """system, light or dark."""
    text_size: int = 10
    """Points of the window's text; everything else in proportion."""
    density: str = "normal"
    """Lines of words per task: compact, normal or roomy."""
    language: str = VIETNAMESE
    """Language of the window from the next start on, one of `LANGUAGES`."""
    last_plan: int = 0
    """Id of the plan shown last; 0 for none."""
    palette: list[str] = field(default_factory=list)
    """What was chosen in the palette last, the latest first: 'command:undo', 'plan:3'."""
    last_folder: str = ""
    """Folder of the last import or export."""
    second_backup_dir: str = ""
    """Folder on another disk that every backup is copied to; empty for none."""
    deadlines: dict[str, Any] = field(default_factory=dict)
    """What the screen Việc đến hạn shows: span, plans, filters; the screen knows what is in it."""
    papers: dict[str, Any] = field(default_factory=dict)
    """What was chosen for each paper last, where papers are written, which printer prints; the screen knows."""
    summary_seen: str = ""
    """Day on which the opening summary was shown last, ISO; empty for never."""
    reminder: bool = False
    """The tray reminds once a day of what presses."""
    reminder_seen: str = ""
    """Day on which the tray reminded last, ISO; empty for never."""
    person: str = ""
    """Name under which this user's changes are logged; empty: the account's."""
    person_asked: bool = False
    """The name was asked for; *Để sau* is an answer too."""
    database: str = ""
    """Database that the window opens, where it is not the program's own."""
    ignored_places: str = ""
    """Databases in risky places of which the user wants no warning any more, a path a line."""


PLANS_REMEMBERED = 20


def with_view(views: Mapping[str, Any], uid: str, view: Mapping[str, Any]) -> dict[str, Any]:
    """Return the views with one plan's put last; only the last twenty plans are remembered."""
    kept = {known: value for known, value in views.items() if known != uid}
    kept[uid] = dict(view)
    return dict(list(kept.items())[-PLANS_REMEMBERED:])


def settings_file() -> Path:
    """Return where this user's settings are kept."""
    return paths.config_dir() / "settings.json"


def load_settings(file: Path | None = None) -> Settings:
    """Read the settings; a missing file gives the first start's, a damaged one is set aside as `.damaged`."""
    file = file or settings_file()
    try:
        return _parse(file.read_bytes())
    except FileNotFoundError:
        return Settings()
    except (ValueError, RecursionError) as error:
        _warn("settings file is damaged: %s", error)
        _set_aside(file)
    except OSError as error:
        _warn("settings file cannot be read: %s", error)
    return Settings()


def save_settings(settings: Settings, file: Path | None = None) -> None:
    """Write the settings over the old ones; OSError goes to the caller, who may ignore it."""
    file = file or settings_file()
    from cchc_desktop.safe_files import write_atomically

    file.parent.mkdir(parents=True, exist_ok=True)
    with write_atomically(file) as stream:
        stream.write(json.dumps(asdict(settings), indent=2, ensure_ascii=False).encode())


def _parse(content: bytes) -> Settings:
    """Build settings from JSON; unknown names and values of a wrong type are left out. Raises ValueError."""
    values = json.loads(content)
    if not isinstance(values, dict):
        raise ValueError("not a JSON object")
    first = asdict(Settings())
    known: dict[str, Any] = {name: values[name] for name in first.keys() & values.keys()}
    return Settings(**{name: value for name, value in known.items() if type(value) is type(first[name])})


def _set_aside(file: Path) -> None:
    """Rename a damaged settings file so that it can be looked at and does not come back."""
    from cchc_desktop.safe_files import replace_with_retries

    try:
        replace_with_retries(file, file.with_name(file.name + ".damaged"))
    except OSError as error:
        _warn("damaged settings file cannot be set aside: %s", error)


def _warn(words: str, error: Exception) -> None:
    import logging  # 10 ms that a start with sound settings does not pay

    logging.getLogger(__name__).warning(words, error)
