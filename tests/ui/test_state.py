"""What comes back at the next start: the frame, the way to look at a plan; and when it is written."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QByteArray, QObject, QPoint, QRect, QSize, QThreadPool, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDockWidget

from cchc_desktop.settings import Settings, load_settings, save_settings
from cchc_desktop.ui.main_window import MainWindow
from cchc_desktop.ui.preferences import Preferences
from cchc_desktop.ui.state import WindowState
from cchc_desktop.ui.widgets.metrics import Density
from tests.ui.sample import sample_tree
from tests.ui.stage import import_sample

# ---------------------------------------------------------------- the frame


def encoded(window):
    return window.saveGeometry().toBase64().toStdString()


def opened(qtbot, settings):
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.show()
    return window


def test_the_window_comes_back_where_it_was(qtbot):
    first = opened(qtbot, Settings())
    first.setGeometry(QRect(QPoint(20, 30), QSize(1200, 690)))  # wider than the screen of the tests
    second = opened(qtbot, Settings(geometry=encoded(first))).geometry()
    assert (second.y(), second.height()) == (30, 690)


@pytest.mark.parametrize("place", [QPoint(9000, 100), QPoint(-5000, -5000), QPoint(100, 7000)])
def test_a_window_that_no_screen_shows_is_put_back(qtbot, place):
    first = opened(qtbot, Settings())
    first.setGeometry(QRect(place, QSize(1200, 690)))
    second = opened(qtbot, Settings(geometry=encoded(first)))
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    assert any(screen.contains(second.geometry().topLeft()) for screen in screens)


@pytest.mark.parametrize("geometry", ["", "x", "AAAA", "ếề", "Zm9yZWlnbg=="])
def test_a_damaged_geometry_is_ignored(qtbot, geometry):
    assert opened(qtbot, Settings(geometry=geometry)).size() == opened(qtbot, Settings()).size()


# ---------------------------------------------------------------- plans and columns


class View(QObject):
    """A plan's view that remembers what it was told."""

    layout_changed = Signal()
    selection_changed = Signal(object)
    density_chosen = Signal(object)

    def __init__(self):
        super().__init__()
        self.layout = {"order": [1, 2]}
        self.state = {"mode": "tree"}
        self.restored = []
        self.densities = []

    def layout_state(self):
        return self.layout

    def restore_layout(self, state):
        self.restored.append(("layout", state))

    def view_state(self):
        return self.state

    def restore_view(self, state):
        self.restored.append(("view", state))

    def density(self):
        return Density[self.densities[-1]] if self.densities else Density.NORMAL

    def set_density(self, density):
        self.densities.append(density.name)


class Dock:
    is_wanted = False

    @staticmethod
    def kept_width():
        return 333


class Bench:
    """A window's state over a view that remembers."""

    def __init__(self, qtbot, settings=None):
        save_settings(settings or Settings())
        self.window = opened(qtbot, Settings())
        self.view = View()
        self.preferences = Preferences(load_settings())
        self.state = WindowState(self.window, self.view, Dock(), self.preferences, lambda: "folder")


def plan(uid, plan_id=1):
    return replace(sample_tree().plan, uid=uid, id=plan_id)


def test_how_a_plan_is_looked_at_comes_back_with_it(qtbot):
    first = Bench(qtbot)
    first.state.enter_plan(plan("a"))
    first.view.state = {"mode": "table", "query": "rà soát"}
    first.state.leave_plan()
    first.state.enter_plan(plan("b", 2))
    first.preferences.keep_window(first.state.settings())
    second = Bench(qtbot, load_settings())
    second.state.enter_plan(plan("a"))
    assert second.view.restored == [("view", {"mode": "table", "query": "rà soát"})]


def test_a_plan_that_is_read_anew_is_left_as_it_is(qtbot):
    bench = Bench(qtbot, Settings(views={"a": {"mode": "table"}}))
    bench.state.enter_plan(plan("a"))
    bench.state.leave_plan()
    bench.state.enter_plan(plan("a"))
    assert bench.view.restored == [("view", {"mode": "table"})]


def test_columns_and_density_come_back(qtbot):
    bench = Bench(qtbot, Settings(columns={"order": [2, 1]}, density="roomy"))
    bench.state.restore()
    assert bench.view.restored == [("layout", {"order": [2, 1]})]
    assert bench.view.densities == ["ROOMY"]
    assert bench.state.density() == "roomy"


def test_a_density_chosen_in_the_view_is_kept(qtbot):
    bench = Bench(qtbot)
    bench.view.density_chosen.emit(Density.COMPACT)
    assert load_settings().density == "compact"


def test_an_unknown_density_is_the_normal_one(qtbot):
    bench = Bench(qtbot, Settings(density="huge"))
    bench.state.restore()
    assert (bench.view.densities, bench.state.density()) == ([], "normal")


@pytest.mark.parametrize("views", [{"a": 7}, {"a": None}, {"a": ["x"]}, {"b": {}}])
def test_foreign_views_are_ignored(qtbot, views):
    bench = Bench(qtbot, Settings(views=views))
    bench.state.enter_plan(plan("a"))
    assert bench.view.restored == []


def test_what_the_window_says_of_itself(qtbot):
    bench = Bench(qtbot)
    bench.state.enter_plan(plan("a", 7))
    settings = bench.state.settings()
    assert (settings.last_plan, settings.last_folder) == (7, "folder")
    assert (settings.inspector_shown, settings.inspector_width) == (False, 333)
    assert (settings.columns, settings.views) == ({"order": [1, 2]}, {"a": {"mode": "tree"}})
    assert QByteArray.fromBase64(settings.geometry.encode()) == bench.window.saveGeometry()


def follow_at_once(bench):
    bench.state.follow()
    bench.state._soon.setInterval(0)


@pytest.mark.parametrize(
    "change",
    [
        lambda bench: bench.view.layout_changed.emit(),
        lambda bench: bench.view.selection_changed.emit(1),
        lambda bench: bench.window.resize(1210, 700),
    ],
    ids=["layout", "selection", "size"],
)
def test_a_change_is_written_soon_without_the_window_being_closed(qtbot, change):
    bench = Bench(qtbot)
    bench.state.enter_plan(plan("a"))
    follow_at_once(bench)
    change(bench)
    qtbot.waitUntil(lambda: load_settings().views == {"a": {"mode": "tree"}})
    QThreadPool.globalInstance().waitForDone()


def test_nothing_is_written_where_nothing_changed(qtbot):
    bench = Bench(qtbot)
    bench.preferences.keep_window(bench.state.settings())
    save_settings(Settings(person="Tuyết"))  # by another window
    bench.preferences.keep_window_soon(bench.state.settings())
    QThreadPool.globalInstance().waitForDone()
    assert load_settings() == Settings(person="Tuyết")


def test_two_windows_remember_their_own_plans(qtbot):
    one, other = Preferences(Settings()), Preferences(Settings())
    one.keep_view("a", {"mode": "tree"})
    other.keep_view("b", {"mode": "table"})
    one.keep_window(Settings(last_plan=1))
    other.keep_window(Settings(last_plan=2))
    assert load_settings().views == {"a": {"mode": "tree"}, "b": {"mode": "table"}}


def test_a_refused_write_is_made_up_for(qtbot, own_home):
    preferences = Preferences(Settings())
    own_home.write_text("a file where the folder should be")
    preferences.change(person="Tuyết")
    own_home.unlink()
    preferences.change(theme="dark")
    assert (load_settings().person, load_settings().theme) == ("Tuyết", "dark")


# ---------------------------------------------------------------- the whole window


def test_an_inspector_that_was_closed_stays_closed(stage):
    import_sample(stage)
    dock = stage.window.findChild(QDockWidget)
    assert dock.isVisible()
    stage.trigger("inspector")
    assert not dock.isVisible()
    assert not stage.contents.settings().inspector_shown


@pytest.mark.parametrize("name", ["compact", "roomy", "normal"])
def test_the_density_is_chosen_in_the_menu(stage, name):
    import_sample(stage)
    stage.trigger(f"density_{name}")
    assert stage.contents.state.density() == name
    checked = [other for other in ("compact", "normal", "roomy") if stage.action(f"density_{other}").isChecked()]
    assert checked == [name]
    assert load_settings().density == name


def test_each_plan_is_looked_at_as_it_was_left(stage):
    import_sample(stage)
    first, bar = stage.session.tree.plan.id, stage.contents.view.bar
    stage.contents.import_sample()
    stage.bot.waitUntil(lambda: stage.session.tree.plan.id != first)
    stage.settle()
    second = stage.session.tree.plan.id
    stage.trigger("table")
    bar.want("công khai", bar.filters())
    stage.session.open_plan(first)
    stage.settle()
    assert (stage.contents.view.view_state()["mode"], bar.query()) == ("tree", "")
    stage.session.open_plan(second)
    stage.settle()
    assert (stage.contents.view.view_state()["mode"], bar.query()) == ("table", "công khai")


def test_all_of_it_is_plain_json(stage):
    import_sample(stage)
    stage.trigger("table")
    settings = stage.contents.settings()
    save_settings(settings)
    assert load_settings() == settings
    assert list(settings.views) == [stage.session.tree.plan.uid]
