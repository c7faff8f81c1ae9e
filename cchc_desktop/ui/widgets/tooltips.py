"""Words of tooltips."""

from __future__ import annotations


def tooltip_html(words: str) -> str:
    """Return words as rich text that wraps (plain text would make one endless line), '' for none."""
    if not words:
        return ""
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
    return f"<div style='white-space: normal'>{escaped}</div>"
