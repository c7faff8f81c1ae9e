"""The colours of the window as data: one set for light, one for dark, one taken from the system's palette."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True, slots=True)
class StatusColours:
    """A state's three colours: words, fill behind them, bar."""

    text: str
    fill: str
    bar: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every colour that the window uses, by its role; values are '#RRGGBB'."""

    window: str
    surface: str
    group: str
    text: str
    text2: str
    disabled: str
    border: str
    grid: str
    control: str
    accent: str
    on_accent: str
    tint: str
    done: StatusColours
    doing: StatusColours
    soon: StatusColours
    late: StatusColours
    none: StatusColours
    dark: bool = False
    system: bool = False
    """True where the colours are the system's own (high contrast): the stylesheet gives edges and sizes alone."""


LIGHT = Tokens(
    window="#F3F5F6", surface="#FFFFFF", group="#EDF1F2",
    text="#1B2529", text2="#4B5962", disabled="#7A868D",
    border="#D6DCE0", grid="#E6EAEC", control="#7B878F",
    accent="#0B5C6B", on_accent="#FFFFFF", tint="#D9ECEF",
    done=StatusColours("#1B6B3A", "#E2F2E7", "#3C9A62"),
    doing=StatusColours("#1E5AA0", "#E4EEFA", "#5B93D6"),
    soon=StatusColours("#8A4B00", "#FCEFD6", "#C8860F"),
    late=StatusColours("#A81E1E", "#FBE4E2", "#CF4A40"),
    none=StatusColours("#4B5962", "#ECEFF1", "#C3CCD1"),
)  # fmt: skip

DARK = Tokens(
    window="#1A2023", surface="#22292D", group="#2A3337",
    text="#E8EDEF", text2="#B1BDC4", disabled="#84919A",
    border="#3A454B", grid="#303A3F", control="#77858D",
    accent="#67C5D3", on_accent="#05272D", tint="#1F454D",
    done=StatusColours("#8FDAAB", "#1E3A2A", "#4FAE78"),
    doing=StatusColours("#A3C8F6", "#1F3450", "#5B93D6"),
    soon=StatusColours("#F3C775", "#443414", "#D9A03A"),
    late=StatusColours("#F8A9A2", "#4D2422", "#D9645B"),
    none=StatusColours("#B7C3C9", "#343E43", "#5E6B72"),
    dark=True,
)  # fmt: skip


def tokens_from(palette: QPalette) -> Tokens:
    """Return tokens made of the system's own colours, for high contrast: states differ by icon and words only."""
    role = QPalette.ColorRole
    text, surface = palette.color(role.Text).name(), palette.color(role.Base).name()
    window, accent = palette.color(role.Window).name(), palette.color(role.Highlight).name()
    plain = StatusColours(text, surface, text)
    return Tokens(
        window=window, surface=surface, group=window,
        text=text, text2=text, disabled=palette.color(QPalette.ColorGroup.Disabled, role.Text).name(),
        border=text, grid=text, control=text,
        accent=accent, on_accent=palette.color(role.HighlightedText).name(), tint=surface,
        done=plain, doing=plain, soon=plain, late=plain, none=plain,
        dark=palette.color(role.Base).lightness() < palette.color(role.Text).lightness(), system=True,
    )  # fmt: skip


def is_light(colour: str) -> bool:
    """Tell whether a colour is nearer to white than to black."""
    return QColor(colour).lightnessF() > 0.5


def palette_of(tokens: Tokens) -> QPalette:
    """Return the Qt palette of a set of tokens."""
    palette = QPalette()
    role, disabled = QPalette.ColorRole, QPalette.ColorGroup.Disabled
    for target, colour in (
        (role.Window, tokens.window), (role.WindowText, tokens.text),
        (role.Base, tokens.surface), (role.AlternateBase, tokens.group), (role.Text, tokens.text),
        (role.PlaceholderText, tokens.text2), (role.Button, tokens.surface), (role.ButtonText, tokens.text),
        (role.Highlight, tokens.accent), (role.HighlightedText, tokens.on_accent), (role.Accent, tokens.accent),
        (role.Link, tokens.accent), (role.LinkVisited, tokens.accent), (role.BrightText, tokens.late.text),
        (role.ToolTipBase, tokens.surface), (role.ToolTipText, tokens.text),
        (role.Light, tokens.surface), (role.Midlight, tokens.grid), (role.Mid, tokens.border),
        (role.Dark, tokens.control), (role.Shadow, tokens.border),
    ):  # fmt: skip
        palette.setColor(target, QColor(colour))
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(disabled, target, QColor(tokens.disabled))
    palette.setColor(disabled, role.Highlight, QColor(tokens.border))
    return palette
