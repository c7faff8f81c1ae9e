"""Qt's own words in Vietnamese: Qt ships no Vietnamese file, and its buttons and menus stand among ours."""

from __future__ import annotations

import json
from functools import cached_property

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

from cchc_desktop import paths

_OBJECT_NAME = "qt_vi"


class QtTranslator(QTranslator):
    """Answers for the texts of Qt's own widgets from one small table; all other texts stay as they are.

    The program's own texts are Vietnamese already: they are asked for here too and not found, which takes two look-ups.
    """

    @cached_property
    def _table(self) -> dict[str, dict[str, str]]:
        table: dict[str, dict[str, str]] = json.loads(paths.resource("i18n", "qt_vi.json").read_bytes())
        return table

    def isEmpty(self) -> bool:
        """Say that there is something to translate: Qt asks before it tells the widgets."""
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """Return a text of Qt in Vietnamese, None where Qt shall go on with its own."""
        texts = self._table.get(context)
        return texts.get(source) if texts is not None else None


def install(application: QCoreApplication) -> QtTranslator:
    """Let Qt speak Vietnamese; a second call changes nothing."""
    found = application.findChild(QObject, _OBJECT_NAME)
    if isinstance(found, QtTranslator):
        return found
    translator = QtTranslator(application)
    translator.setObjectName(_OBJECT_NAME)
    application.installTranslator(translator)
    return translator
