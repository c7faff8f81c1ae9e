"""The language of the window: Vietnamese with Qt's own words in Vietnamese too, or English from a compiled file.

The program's words are Vietnamese where they stand. Qt ships no Vietnamese file, and its buttons and menus stand among
ours: `qt_vi.json` is ours. In an English window Qt keeps its own words, and ours come from `cchc_en.qm`, which
`packaging/dev.py translations` compiles from `cchc_en.ts`.
"""

from __future__ import annotations

import json
from functools import cached_property

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

from cchc_desktop import paths
from cchc_desktop.settings import ENGLISH, VIETNAMESE

_QT_VIETNAMESE, _OURS_ENGLISH = "qt_vi", "cchc_en"


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


def install(application: QCoreApplication, language: str = VIETNAMESE) -> QTranslator:
    """Let the window speak a language of `settings.LANGUAGES`; a second call changes nothing.

    English has to be installed before the first word is asked for; Vietnamese before the first word of Qt's own.
    """
    if language == ENGLISH:
        return _installed(application, _OURS_ENGLISH) or _add(application, _english(application), _OURS_ENGLISH)
    return _installed(application, _QT_VIETNAMESE) or _add(application, QtTranslator(application), _QT_VIETNAMESE)


def _installed(application: QCoreApplication, name: str) -> QTranslator | None:
    found = application.findChild(QObject, name)
    return found if isinstance(found, QTranslator) else None


def _add(application: QCoreApplication, translator: QTranslator, name: str) -> QTranslator:
    translator.setObjectName(name)
    application.installTranslator(translator)
    return translator


def _english(application: QCoreApplication) -> QTranslator:
    """Return our words in English; without the file the window speaks Vietnamese, which the log tells."""
    translator = QTranslator(application)
    if not translator.load(str(paths.resource("i18n", "cchc_en.qm"))):
        import logging

        logging.getLogger(__name__).warning("the English words cannot be loaded")
    return translator
