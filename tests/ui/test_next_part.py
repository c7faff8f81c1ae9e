"""F6 leads round the parts of the window."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.ui.next_part import first_stop, go_on
from tests.ui.stage import import_sample


def part_of(parent, *widgets):
    """Return a part of a window with widgets below each other."""
    part = QWidget(parent)
    column = QVBoxLayout(part)
    for widget in widgets:
        column.addWidget(widget)
    parent.layout().addWidget(part)
    return part


def test_parts_without_a_stop_are_passed_over_and_the_last_leads_to_the_first(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window)
    first, field, second, off = QPushButton("Một"), QLineEdit(), QLineEdit(), QLineEdit()
    parts = [part_of(window, *widgets) for widgets in ([first, field], [QLabel("Chữ")], [off], [second])]
    off.setEnabled(False)
    hidden = part_of(window, QLineEdit())
    hidden.hide()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    stops = []
    for _ in range(3):
        go_on((part, part) for part in [*parts, hidden])
        stops.append(QApplication.focusWidget())
    assert stops == [second, first, second]
    assert first_stop(parts[1]) is None


def test_rows_bar_inspector_and_rail_come_in_turn(stage):
    import_sample(stage)
    window, view = stage.window, stage.contents.view
    view.select_item(next(iter(stage.session.tree.items)), 1)
    view.view().setFocus()
    named = []
    for _ in range(4):
        stage.action("next_part").trigger()
        focused = QApplication.focusWidget()
        named.append(next(
            name for name, part in {
                "bar": view.bar, "inspector": stage.contents._dock, "rows": view.view(), "rail": window
            }.items() if part is focused or part.isAncestorOf(focused)
        ))  # fmt: skip
    assert named == ["inspector", "rail", "bar", "rows"]
