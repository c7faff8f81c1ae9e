"""The lock files, the wheel, and the set-up commands."""

from __future__ import annotations

import ast
import os
import re
import shutil
import socket
import subprocess
import sys
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

import dev_commands
import dev_environment
import dev_system
from dev_process import DevError, require

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCKS = ("runtime", "dev", "freeze")


def canonical(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def requirement_name(text):
    return canonical(re.match(r"[\w.-]+", text).group())


def lock_text(name):
    return (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")


def locked(name):
    """Return {name: (version, number of hashes)} of a lock file."""
    entries = re.split(r"\n(?=\S)", lock_text(name).strip())
    heads = [re.match(r"(\S+)==([\w.+]+)", entry) for entry in entries]
    return {
        canonical(head[1]): (head[2], entry.count("--hash=sha256:"))
        for head, entry in zip(heads, entries, strict=True)
    }


# ---------------------------------------------------------------- locks


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_hashes(name):
    assert [package for package, (_, hashes) in locked(name).items() if not hashes] == []


@pytest.mark.parametrize("name", LOCKS)
def test_locks_name_no_host_and_no_place(name):
    text = lock_text(name)
    found = re.search(r"://|index-url|find-links|trusted-host|file:|@ |^-", text, re.MULTILINE)
    assert found is None


def test_locks_hold_every_dependency():
    wanted = {requirement_name(text) for text in PROJECT["dependencies"]}
    tools = {requirement_name(text) for text in PROJECT["optional-dependencies"]["dev"]}
    assert wanted <= locked("runtime").keys()
    assert wanted | tools <= locked("dev").keys()
    assert wanted | {"pyinstaller"} <= locked("freeze").keys()


@pytest.mark.parametrize("name", ["dev", "freeze"])
def test_locks_agree(name):
    runtime, other = locked("runtime"), locked(name)
    assert {package: other[package] for package in runtime} == runtime


def test_tests_and_the_window_need_no_pyinstaller():
    assert "pyinstaller" not in locked("dev").keys() | locked("runtime").keys()
    assert dev_environment.DEVELOPMENT.lock == "dev"
    assert dev_environment.FREEZING.folder != dev_environment.DEVELOPMENT.folder


def test_qt_is_older_than_the_release_that_loses_none():
    version = tuple(int(part) for part in locked("runtime")["pyside6-essentials"][0].split("."))
    assert (6, 8) <= version < (6, 12)


# ---------------------------------------------------------------- wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_a_wheel_finds_its_own_data(wheel, tmp_path):
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    code = (
        "from cchc_desktop import paths\n"
        "own = [paths.resource('fonts', 'LiberationSerif-Regular.ttf'), paths.seed('areas.json')]\n"
        "print(*(file.is_file() and file.is_relative_to(sys.argv[1]) for file in own))"
    )
    command = [sys.executable, "-c", "import sys\n" + code, str(tmp_path.resolve())]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "True"]


def test_a_wheel_holds_no_tests_and_no_caches(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    stray = [name for name in names if "__pycache__" in name or name.startswith(("tests/", "packaging/"))]
    assert "cchc_desktop/paths.py" in names
    assert stray == []


# ---------------------------------------------------------------- set-up


def test_old_pythons_can_read_the_first_file():
    source = (ROOT / "packaging" / "dev.py").read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 4))
    guard = next(index for index, node in enumerate(tree.body) if isinstance(node, ast.If))
    own_import = next(index for index, node in enumerate(tree.body) if isinstance(node, ast.ImportFrom))
    assert guard < own_import
    assert not any(isinstance(node, ast.JoinedStr) for node in ast.walk(tree))


def test_an_old_python_is_told_what_to_do():
    code = (
        "import runpy, sys; sys.version_info = (3, 8, 10, 'final', 0); sys.path.insert(0, 'packaging');"
        "runpy.run_path('packaging/dev.py')"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "needs Python 3.11 or newer; this is Python 3.8" in done.stderr
    assert "What to do:" in done.stderr


@pytest.mark.parametrize(
    ("installed", "missing"),
    [
        ({"libegl1", "libglib2.0-0"}, []),
        ({"libegl1", "libglib2.0-0t64"}, []),
        ({"libglib2.0-0"}, ["libegl1"]),
        (set(), ["libegl1", "libglib2.0-0"]),
    ],
)
def test_missing_system_packages(installed, missing):
    assert dev_system.missing_packages(["libegl1", "libglib2.0-0"], installed) == missing


def project_copy(folder, lock="a==1", dependencies='["a"]'):
    (folder / "requirements").mkdir(parents=True)
    (folder / "requirements" / "dev.txt").write_text(lock)
    (folder / "pyproject.toml").write_text(
        f'[build-system]\nrequires = []\n[project]\nname = "x"\ndependencies = {dependencies}\n'
    )
    return folder


def test_an_installation_is_redone_when_what_it_depends_on_changes(tmp_path):
    first = project_copy(tmp_path / "first")
    prints = {
        dev_environment.fingerprint(first, "3.11"),
        dev_environment.fingerprint(first, "3.12"),
        dev_environment.fingerprint(project_copy(tmp_path / "moved"), "3.11"),
    }
    (first / "requirements" / "dev.txt").write_text("a==2")
    prints.add(dev_environment.fingerprint(first, "3.11"))
    assert len(prints) == 4


def test_a_change_of_lint_rules_reinstalls_nothing(tmp_path):
    project = project_copy(tmp_path / "x")
    before = dev_environment.fingerprint(project, "3.11")
    with (project / "pyproject.toml").open("a") as file:
        file.write("[tool.ruff]\nline-length = 99\n")
    assert dev_environment.fingerprint(project, "3.11") == before


def test_a_working_environment_is_recognised(tmp_path):
    venv.create(tmp_path / "new")
    assert dev_environment.installed_version(tmp_path / "new") == "{}.{}".format(*sys.version_info[:2])


def break_interpreter(folder):
    dev_environment.python_of(folder).unlink()


def upgrade_interpreter(folder):
    config = folder / "pyvenv.cfg"
    config.write_text(re.sub(r"^version = .*$", "version = 3.9.2", config.read_text(), flags=re.MULTILINE))


@pytest.mark.parametrize("harm", [break_interpreter, upgrade_interpreter, shutil.rmtree])
def test_a_broken_environment_is_recognised(tmp_path, harm):
    venv.create(tmp_path / "broken")
    harm(tmp_path / "broken")
    assert dev_environment.installed_version(tmp_path / "broken") is None


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ([sys.executable, "-c", "print('its own words'); exit(3)"], "its own words"),
        (["no-such-program"], "no-such-program"),
    ],
    ids=["fails", "absent"],
)
def test_a_failure_says_what_happened_and_what_to_do(command, said):
    with pytest.raises(DevError) as caught:
        require(command, "It broke.", "mend it.")
    assert said in str(caught.value)
    assert "It broke." in str(caught.value)
    assert str(caught.value).endswith("What to do: mend it.")


def test_all_steps_run_and_one_failure_fails(capfd):
    steps = [
        dev_commands.Step("first", [sys.executable, "-c", "exit(1)"]),
        dev_commands.Step("second", [sys.executable, "-c", "print('second ran')"]),
    ]
    assert dev_commands.run_steps(steps) == 1
    printed = capfd.readouterr().out
    assert "second ran" in printed
    assert "1 of 2 ok" in printed
    assert dev_commands.run_steps(steps[1:]) == 0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a virtual screen is for Linux")
def test_a_virtual_screen_starts_and_ends():
    with dev_system.virtual_screen() as display:
        place = Path(f"/tmp/.X11-unix/X{display.removeprefix(':')}")
        with socket.socket(socket.AF_UNIX) as client:
            client.connect(str(place))
    assert not place.exists()


def test_ci_runs_the_command_of_the_readme():
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "set -euo pipefail" in script
    assert "\npython3 packaging/dev.py test\n" in script
    assert "\npython3 packaging/dev.py smoke\n" in script
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(f"packaging/dev.py {command}" in readme for command in ("test", "smoke"))
    assert os.name == "nt" or os.access(ROOT / ".ci" / "run", os.X_OK)
