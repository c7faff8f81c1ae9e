from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QIcon, QPalette

from cchc_desktop import paths
from cchc_desktop.ui import icons, theme
from cchc_desktop.ui.actions import ACTIONS
from cchc_desktop.ui.stylesheet import stylesheet
from cchc_desktop.ui.tokens import DARK, LIGHT, StatusColours, Tokens, palette_of, tokens_from


def luminance(colour):
    parts = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in rgb(colour)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def rgb(colour):
    return QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground", "least"),
    [
        *((text, ground, 5.2) for text in ("text", "text2") for ground in ("window", "surface", "group", "tint")),
        *(("accent", ground, 4.5) for ground in ("window", "surface", "group", "tint")),
        *(("control", ground, 3) for ground in ("window", "surface", "group")),
        ("on_accent", "accent", 4.5), ("disabled", "surface", 3.5),
    ],
)  # fmt: skip
def test_text_stands_out(tokens, text, ground, least):
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= least


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_marks_to_tick_have_an_edge_that_is_seen_and_a_tick_in_the_colour_for_accents(tokens):
    sheet = stylesheet(tokens)
    rule = re.search(r"QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {([^}]*)}", sheet)
    assert f"1px solid {tokens.control}" in rule[1]
    tick = re.search(r"QCheckBox::indicator:checked,[^}]*url\(([^)]*)\)", sheet)
    assert f'stroke="{tokens.on_accent}"' in Path(tick[1]).read_text(encoding="utf-8")


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_words_that_say_what_to_type_stand_out_as_other_words_do(tokens):
    rule = re.search(r"QLineEdit, QPlainTextEdit, QTextEdit,[^{]*{([^}]*)}", stylesheet(tokens))
    assert f"placeholder-text-color: {tokens.text2}" in rule[1]


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("state", ["done", "doing", "soon", "late", "none"])
def test_words_of_a_state_stand_out_on_its_fill(tokens, state):
    colours = getattr(tokens, state)
    assert contrast(colours.text, colours.fill) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_stylesheet_is_complete_and_names_no_colour_of_its_own(tokens):
    sheet = stylesheet(tokens)
    assert "$" not in sheet
    colours = {getattr(tokens, field.name) for field in fields(Tokens)} | {tokens.soon.fill, tokens.soon.text}
    colours |= {tokens.none.bar, tokens.done.text, tokens.doing.text, tokens.late.text}
    assert set(re.findall(r"#[0-9A-F]{6}\b", sheet)) <= colours
    assert not re.findall(r"font-size: *\d+px", sheet)


def test_high_contrast_takes_the_colours_of_the_system(qapp):
    palette = QPalette(QColor("black"), QColor("black"))
    palette.setColor(QPalette.ColorRole.Text, QColor("yellow"))
    palette.setColor(QPalette.ColorRole.Base, QColor("black"))
    tokens = tokens_from(palette)
    assert (tokens.text, tokens.surface, tokens.system) == ("#ffff00", "#000000", True)
    assert tokens.late == StatusColours("#ffff00", "#000000", "#ffff00")


def test_menus_have_no_icons_in_high_contrast(qapp, monkeypatch):
    look = theme.apply(qapp)
    monkeypatch.setattr(theme, "_high_contrast", lambda: True)
    look.refresh()
    hidden = QCoreApplication.testAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus)
    assert (look.tokens.system, hidden) == (True, True)
    colours = {getattr(look.tokens, field.name) for field in fields(Tokens)}
    assert set(re.findall(r"#[0-9a-fA-F]{6}\b", qapp.styleSheet())) <= colours
    monkeypatch.undo()
    look.refresh()
    assert not QCoreApplication.testAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus)
    assert qapp.styleSheet()
    look.setObjectName("")
    look.deleteLater()


@pytest.fixture
def themed(qapp):
    """Give the application a theme and take it away again."""
    font, palette, sheet = qapp.font(), qapp.palette(), qapp.styleSheet()
    made = theme.apply(qapp)
    yield made
    made.setParent(None)
    made.deleteLater()
    qapp.setFont(font)
    qapp.setPalette(palette)
    qapp.setStyleSheet(sheet)


def test_choosing_dark_changes_palette_and_says_so(themed, qapp):
    told = []
    themed.changed.connect(lambda: told.append(theme.current()))
    themed.choose("dark")
    themed.choose("light")
    assert told == [DARK, LIGHT]
    assert qapp.palette().color(QPalette.ColorRole.Base).name().upper() == LIGHT.surface


def test_font_is_in_points_and_named_families_come_in_order(themed, qapp):
    assert qapp.font().families() == ["Segoe UI", "Noto Sans"]
    assert (qapp.font().pointSize(), qapp.font().pixelSize()) == (10, -1)


def test_all_sizes_of_text_follow_the_body(themed, qapp):
    told = []
    themed.changed.connect(lambda: told.append(themed.points))
    themed.set_points(15)
    assert told == [15]
    assert qapp.font().pointSize() == 15
    sizes = {float(size) for size in re.findall(r"font-size: *([\d.]+)pt", qapp.styleSheet())}
    assert sizes == {13.5, 16.5, 18, 24, 30}


@pytest.mark.parametrize("points", [9, 16, 0, -3])
def test_a_size_out_of_reach_changes_nothing(themed, qapp, points):
    themed.set_points(points)
    assert (themed.points, qapp.font().pointSize()) == (10, 10)


def test_a_foreign_size_in_the_settings_is_the_usual_one(qapp):
    look = theme.apply(qapp, points=99)
    assert look.points == 10
    look.setObjectName("")
    look.deleteLater()


STATES = ("done", "doing", "soon", "late", "none")


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("state", "ground"), [(state, ground) for state in STATES for ground in ("surface", "tint")])
def test_words_of_a_state_stand_out_without_its_fill(tokens, state, ground):
    assert contrast(getattr(tokens, state).text, getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("text", ["text", "text2"])
def test_ordinary_text_stands_out_on_the_fills(tokens, text):
    fills = [getattr(tokens, state).fill for state in STATES]
    assert min(contrast(getattr(tokens, text), fill) for fill in fills) >= 4.5


def test_palette_has_the_disabled_text(qapp):
    palette = palette_of(LIGHT)
    assert palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == QColor(LIGHT.disabled)


def opaque_colour(picture):
    image = picture.toImage()
    found = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(found, key=lambda colour: colour.alpha()).name().upper()


def test_icons_are_tinted_and_follow_the_theme(themed):
    icon = icons.icon("search", "text")
    themed.choose("light")
    assert opaque_colour(icon.pixmap(64, 64)) == LIGHT.text
    themed.choose("dark")
    assert opaque_colour(icon.pixmap(64, 64)) == DARK.text
    assert opaque_colour(icon.pixmap(64, 64, QIcon.Mode.Disabled)) == DARK.disabled


def test_an_icon_is_drawn_once(qapp):
    assert icons.pixmap("x", "#112233", 16).cacheKey() == icons.pixmap("x", "#112233", 16).cacheKey()
    assert icons.pixmap("x", "#112233", 16, 1.5).width() == 24


def test_an_unknown_icon_is_an_error(qapp):
    with pytest.raises(KeyError):
        icons.icon("no-such-icon")


@pytest.mark.parametrize("name", sorted({spec.icon for spec in ACTIONS if spec.icon}))
def test_every_action_has_its_icon(qapp, name):
    assert not icons.pixmap(name, "#000000", 16).isNull()


def test_lucide_is_shipped_with_its_licence_and_thin_strokes():
    assert "ISC License" in paths.resource("icons", "LICENSE-lucide.txt").read_text(encoding="utf-8")
    assert 'stroke-width="1.75"' in icons._source("search")


@pytest.mark.parametrize(
    ("choice", "tokens"), [("dark", DARK), ("light", LIGHT), ("system", LIGHT), ("blue", LIGHT), ("", LIGHT)]
)
def test_a_chosen_theme_wins_over_the_system(qapp, choice, tokens):
    look = theme.apply(qapp, choice)
    assert look.tokens is tokens
    look.choose("system")
    look.setObjectName("")
    look.deleteLater()


def test_the_systems_scheme_is_followed_while_it_runs(qapp):
    look = theme.apply(qapp)
    changed = []
    look.changed.connect(lambda: changed.append(look.tokens))
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)  # the test platform has no scheme to change
    assert changed == [LIGHT]
    look.setObjectName("")
    look.deleteLater()
