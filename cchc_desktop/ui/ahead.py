"""The modules of the other screens, loaded once the first one is at rest, so that each opens without a wait.

They take some nine megabytes: a start of which nobody asks more than the plan does not pay them before its first rows,
and a machine that is slow to start is not made slower.
"""

from __future__ import annotations

AFTER_MS = 2500
"""Milliseconds from the first rows to the first module."""

MODULES = tuple(
    f"cchc_desktop.{name}"
    for name in (
        "services.periods", "ui.deadlines.table", "ui.deadlines.page", "ui.deadlines.desk",
        "ui.following.recording", "ui.following.record_dialog", "services.overview", "ui.overview.desk",
        "ui.indicators.table", "ui.indicators.page", "ui.indicators.desk",
        "services.attaching", "ui.evidence.list_pane", "ui.evidence.page", "ui.evidence.desk",
        "domain.papers.followup", "ui.reporting.words", "ui.reports.options_form", "ui.reports.page", "ui.reports.desk",
        "domain.papers.layout_checks", "domain.papers.report_text", "domain.papers.report_template",
        "services.layout_profiles", "ui.reports.offers", "ui.paper_desks",
    )
)  # fmt: skip
"""In steps of some ten milliseconds, of which none keeps a key waiting for long."""
