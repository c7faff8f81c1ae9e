"""Writes an appendix of a plan to a file: the builder, the layout and the writer that the file's ending names."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from cchc_desktop.documents.model import Document
from cchc_desktop.documents.paper_writer import write_paper
from cchc_desktop.domain.layout_profile import LayoutProfile
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.domain.ports import CancelCheck, ProgressCallback

APPENDIX = "appendix"
INDICATORS = "indicators"


class _Builder(Protocol):
    def __call__(self, tree: PlanTree, *, profile: LayoutProfile | None) -> Document: ...


def write_appendix(
    tree: PlanTree,
    appendix: str,
    target: Path,
    progress: ProgressCallback,
    is_cancelled: CancelCheck,
    profile: LayoutProfile | None = None,
) -> tuple[str, ...]:
    """Write an appendix ('appendix' or 'indicators') as the target's ending says; see `ports.AppendixWriter`.

    Without a `profile` it looks as Decree 30/2020/NĐ-CP says.
    """
    return write_paper(_builder_for(appendix)(tree, profile=profile), target, progress, is_cancelled)


def _builder_for(appendix: str) -> _Builder:
    if appendix == APPENDIX:
        from cchc_desktop.documents.builders.appendix import build_appendix

        return build_appendix
    if appendix == INDICATORS:
        from cchc_desktop.documents.builders.indicators import build_indicators

        return build_indicators
    raise ValueError(f"no appendix named {appendix!r}")
