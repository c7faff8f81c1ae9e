"""The stylesheet of the whole window, made from a set of colours."""

from __future__ import annotations

from dataclasses import asdict
from string import Template
from typing import Any

from cchc_desktop import paths
from cchc_desktop.ui.tokens import Tokens, is_light

BODY_POINTS = 10
"""Size of the window's text where nobody chose another one."""
_SIZES = {"small": 9, "item": 11, "card": 12, "page": 16, "figure": 20}
"""Points of other texts beside a body of ten."""
_ICON = 16
"""Pixels of a button's icon beside a body of ten."""
_MARK = 16
"""Pixels of a mark to tick or to choose, edges included, beside a body of ten."""

# Only what a palette cannot say: edges, radii, spacing, states. Sizes of text are in points, heights of what holds
# words in em, the height of a line: a minimum in pixels would let large letters be cut where there is little room.
_SHEET = Template("""
QMainWindow, QDialog { background: $window; }
QMenuBar { background: $window; border-bottom: 1px solid $border; padding: 0 4px; }
QMenuBar::item { padding: 3px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $tint; }
QMenu { background: $surface; border: 1px solid $control; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 8px; border-radius: 4px; }
QMenu::item:selected { background: $tint; color: $text; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $border; margin: 4px 0; }
QMenu::icon { padding-left: 6px; }
QToolBar { background: $window; border: none; border-bottom: 1px solid $border; spacing: 4px; padding: 2px; }
QToolBar::separator { width: 1px; background: $border; margin: 6px 4px; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 4px 8px;
  color: $text; }
QToolButton:hover { background: $group; border-color: $border; }
QToolButton:pressed, QToolButton:checked { background: $tint; }
QToolButton:checked { color: $accent; }
QToolButton:disabled { color: $disabled; }
QToolButton:focus, QPushButton:focus { border: 2px solid $accent; padding: 3px 11px; }
QToolButton:focus { padding: 3px 7px; }
QPushButton { background: $surface; border: 1px solid $control; border-radius: 4px; padding: 4px 12px;
  min-height: 1em; color: $text; icon-size: ${icon}px; }
QPushButton:hover { background: $group; }
QPushButton:pressed { background: $tint; }
QPushButton:disabled { color: $disabled; border-color: $border; }
QPushButton::menu-indicator { image: none; width: 0; }
QPushButton#primary { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton#primary:focus { border: 2px solid $text; }
QPushButton#primary:disabled { background: $border; color: $disabled; border-color: $border; }
QLineEdit, QPlainTextEdit, QTextEdit, QDateEdit, QSpinBox {
  background: $surface; color: $text; border: 1px solid $control; border-radius: 4px; padding: 2px 6px;
  selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $text2; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QDateEdit:focus, QSpinBox:focus {
  border: 2px solid $accent; padding: 1px 5px; }
QLineEdit:disabled, QPlainTextEdit:disabled { color: $disabled; border-color: $border; }
QLineEdit#search { min-height: 1.2em; }
QAbstractItemView QLineEdit, QAbstractItemView QPlainTextEdit {
  border: 2px solid $accent; border-radius: 0; padding: 0 4px; }
QComboBox { background: $surface; color: $text; border: 1px solid $control; border-radius: 4px; padding: 3px 8px;
  min-height: 1.1em; }
QComboBox:focus { border: 2px solid $accent; padding: 2px 7px; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url($chevron); width: 16px; height: 16px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $control; outline: none;
  selection-background-color: $tint; selection-color: $text; }
QAbstractItemView { background: $surface; alternate-background-color: $surface; outline: none; }
QTreeView, QTableView, QListView { border: 1px solid $border; selection-background-color: $tint; selection-color: $text;
  gridline-color: $grid; }
QTreeView#plan, QTableView#plan { border: none; }
QHeaderView { background: $window; border: none; }
QHeaderView::section { background: $window; color: $text2; border: none; border-right: 1px solid $border;
  border-bottom: 1px solid $border; padding: 4px 8px; font-weight: 600; font-size: ${small}pt; }
QHeaderView::section:hover { background: $group; }
QTableCornerButton::section { background: $window; border: none; border-bottom: 1px solid $border; }
QScrollBar:vertical { background: $surface; width: 12px; margin: 0; }
QScrollBar:horizontal { background: $surface; height: 12px; margin: 0; }
QScrollBar::handle { background: $bar; border-radius: 4px; margin: 2px; min-height: 24px; min-width: 24px; }
QScrollBar::handle:hover { background: $control; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QTabBar::tab { background: transparent; color: $text2; padding: 6px 8px; border: none;
  border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $accent; font-weight: 600; border-bottom-color: $accent; }
QTabWidget::pane { border: none; border-top: 1px solid $border; }
QStatusBar { background: $window; border-top: 1px solid $border; color: $text2; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $text2; font-size: ${small}pt; padding: 0 8px; }
QStatusBar QPushButton { font-size: ${small}pt; margin-right: 8px; }
QProgressBar { background: $grid; border: none; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QDockWidget { color: $text2; font-weight: 600; titlebar-close-icon: url($close); }
QDockWidget::title { background: $window; padding: 6px 12px; border-bottom: 1px solid $border; }
QDockWidget::close-button, QDockWidget::float-button { border: none; border-radius: 4px; padding: 0; icon-size: 16px; }
QDockWidget::close-button:hover, QDockWidget::float-button:hover { background: $group; }
QMainWindow::separator { background: $border; width: 1px; height: 1px; }
QSplitter::handle { background: $border; }
QToolTip { background: $surface; color: $text; border: 1px solid $control; padding: 4px; }
QFrame#rail { background: $window; border: none; border-right: 1px solid $border; }
QFrame#rail QToolButton { padding: 4px 0; font-size: ${small}pt; color: $text2; }
QFrame#rail QToolButton:checked { color: $accent; font-weight: 600; border-left: 3px solid $accent;
  border-radius: 0; background: $tint; }
QWidget#bar, QFrame#bar { background: $window; }
QLabel#pageTitle { font-size: ${page}pt; font-weight: 600; }
QLabel#paneTitle { font-weight: 600; padding: 8px 12px; }
QLabel#itemTitle { font-size: ${item}pt; font-weight: 600; }
QLabel#secondary { color: $text2; font-size: ${small}pt; }
QLabel#fieldName { color: $text2; }
QLabel#doubt { background: $amber; color: $amber_text; border-radius: 4px; padding: 6px 8px; }
QLabel#doubt[text=""] { background: transparent; padding: 0; }
QFrame#doubt { background: $amber; border-radius: 4px; }
QFrame#doubt QLabel { color: $text; }
QLabel#tag { color: $text2; border: 1px solid $control; border-radius: 3px; padding: 1px 6px; font-size: ${small}pt; }
QFrame#segments { border: 1px solid $control; border-radius: 4px; background: $surface; }
QFrame#segments QToolButton { border: none; border-radius: 3px; padding: 3px 10px; margin: 0; min-height: 1em; }
QFrame#segments QToolButton:checked { background: $tint; color: $accent; font-weight: 600; }
QFrame#segments QToolButton:focus { border: 2px solid $accent; padding: 1px 8px; }
QWidget#inspectorPage, QScrollArea#inspectorArea { background: $surface; border: none; }
QTableView#listing::item { padding: 0 5px; }
QFrame#card { background: $surface; border: 1px solid $border; border-radius: 6px; }
QLabel#cardTitle { font-size: ${card}pt; font-weight: 600; }
QFrame#leadCard { background: $surface; border: 2px solid $accent; border-radius: 6px; }
QFrame#rule { background: $border; border: none; }
QFrame#evidenceField { background: $surface; border: 1px dashed $control; border-radius: 4px; }
QFrame#evidenceField[over="true"] { border: 2px dashed $accent; }
QLabel#muted { color: $text2; }
QLabel#strong, QLabel#figure { font-weight: 600; }
QLabel#figure { font-size: ${figure}pt; }
QLabel[state="done"] { color: $done; }
QLabel[state="doing"] { color: $doing_text; }
QLabel[state="soon"] { color: $amber_text; }
QLabel[state="late"] { color: $late_text; }
QLabel[state="none"] { color: $text2; }
QLabel#saved { color: $done; }
QToolButton#small { padding: 4px; }
QToolButton#small:focus { padding: 3px; }
QWidget#emptyState { background: $surface; }
QListWidget#parts { background: $window; border: none; border-right: 1px solid $border; }
QListWidget#parts::item { padding: 0 8px; border-left: 3px solid transparent; color: $text; }
QListWidget#parts::item:hover { background: $group; }
QListWidget#parts::item:selected { background: $tint; color: $accent; border-left-color: $accent; }
QListWidget#parts::item:selected:focus { border: 2px solid $accent; padding-left: 9px; }
""")


# Marks to tick and to choose: Fusion makes their edges darker than the window, on a dark one too. `control` is seen on
# every ground; the chosen state is a filled mark. The room around the words makes 24 pixels to click at.
_MARKS = Template("""
QCheckBox, QRadioButton { border: 2px solid transparent; border-radius: 4px; padding: 2px 4px 2px 0; spacing: 6px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; outline: none; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {
  width: ${mark}px; height: ${mark}px; border: 1px solid $control; border-radius: 3px; background: $surface; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {
  background: $accent; border-color: $accent; image: url($tick); }
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate {
  background: $accent; border-color: $accent; image: url($part); }
QRadioButton::indicator { border-radius: ${round}px; }
QRadioButton::indicator:checked { width: ${dot}px; height: ${dot}px; border: ${ring}px solid $accent;
  background: $on_accent; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled, QAbstractItemView::indicator:disabled {
  border-color: $disabled; }
QCheckBox::indicator:checked:disabled, QAbstractItemView::indicator:checked:disabled { background: $disabled; }
""")


# High contrast: grounds and words are the system's own; Fusion shades its edges until they vanish on black.
_SYSTEM_SHEET = Template("""
QPushButton, QLineEdit, QPlainTextEdit, QTextEdit, QComboBox { border: 1px solid $text; padding: 3px 8px; }
QPushButton:disabled, QLineEdit:disabled, QComboBox:disabled { border-color: $disabled; color: $disabled; }
QPushButton#primary { background: $accent; color: $on_accent; font-weight: 600; }
QPushButton#primary:focus { border: 2px solid $text; }
QPushButton#primary:disabled { background: $surface; color: $disabled; }
QToolButton { border: 1px solid transparent; padding: 4px 8px; }
QToolButton:checked { border: 2px solid $accent; padding: 3px 7px; font-weight: bold; }
QPushButton:focus, QToolButton:focus, QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus {
  border: 2px solid $accent; padding: 2px 7px; }
QToolButton:checked:focus { border-style: dashed; }
QAbstractItemView QLineEdit, QAbstractItemView QPlainTextEdit { padding: 0 4px; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url($chevron); width: 16px; height: 16px; }
QFrame#rail QToolButton { padding: 4px 0; font-size: ${small}pt; }
QListWidget#parts::item:selected { background: $surface; color: $text; border: 2px solid $accent; }
QFrame#card, QFrame#leadCard { border: 1px solid $text; }
QFrame#evidenceField { border: 1px dashed $text; }
QLabel#pageTitle { font-size: ${page}pt; font-weight: 600; }
QLabel#cardTitle { font-size: ${card}pt; font-weight: 600; }
QLabel#itemTitle { font-size: ${item}pt; font-weight: 600; }
QLabel#paneTitle { font-weight: 600; padding: 8px 12px; }
QLabel#strong, QLabel#figure { font-weight: 600; }
QLabel#figure { font-size: ${figure}pt; }
QLabel#tag { border: 1px solid $text; padding: 1px 6px; }
""")


def stylesheet(tokens: Tokens, points: int = BODY_POINTS) -> str:
    """Return the stylesheet for a set of colours (a short one for the system's own) and the body's size in points."""
    values: dict[str, Any] = {name: value for name, value in asdict(tokens).items() if isinstance(value, str)}
    values.update((name, f"{size * points / BODY_POINTS:g}") for name, size in _SIZES.items())
    values.update(
        icon=round(_ICON * points / BODY_POINTS),
        amber=tokens.soon.fill,
        amber_text=tokens.soon.text,
        bar=tokens.none.bar,
        done=tokens.done.text,
        doing_text=tokens.doing.text,
        late_text=tokens.late.text,
        chevron=_plain_icon("chevron-down"),
        close=_plain_icon("x"),
    )
    values.update(_mark_values(tokens, points))
    sheet = _SYSTEM_SHEET if tokens.system else _SHEET
    return sheet.substitute(values) + _MARKS.substitute(values)


def _mark_values(tokens: Tokens, points: int) -> dict[str, Any]:
    """Return sizes in pixels of marks, their edges left out, and the pictures in them."""
    side = round(_MARK * points / BODY_POINTS)
    ring = round(side * 5 / 16)
    tone = "light" if is_light(tokens.on_accent) else "dark"
    return {
        "mark": side - 2, "round": side // 2, "ring": ring, "dot": side - 2 * ring,
        "tick": _plain_icon(f"tick-{tone}"), "part": _plain_icon(f"part-{tone}"),
    }  # fmt: skip


def _plain_icon(name: str) -> str:
    """Return the path of an icon with a colour of its own (grey shows on light and dark): stylesheets cannot tint."""
    return paths.resource("icons", "neutral", f"{name}.svg").as_posix()
