"""What is collected from the sources for translation, and what the command tells; no process is started."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import dev_translations
import translatable
from translatable import Collected, Message


def collected(source, **other_modules):
    doors = {name: translatable.doors_of(ast.parse(text)) for name, text in other_modules.items()}
    result = Collected()
    translatable.read_module(ast.parse(source), "module.py", doors, result)
    return result


def found(source, **other_modules):
    result = collected(source, **other_modules)
    assert result.findings == []
    return result.messages


@pytest.mark.parametrize(
    ("source", "context", "words"),
    [
        ("class Page:\n  def f(self): self.tr('Nội dung')", "Page", "Nội dung"),
        ("class Page:\n  def f(self): return f\"{self.tr('Nội dung')}!\"", "Page", "Nội dung"),
        ("class Page:\n  def f(self):\n    def g(): self.tr('Nội ' 'dung')", "Page", "Nội dung"),
        ("class A:\n  class B:\n    def f(self): self.tr('x')\n", "B", "x"),
        ("QCoreApplication.translate('Rows', 'để trống')", "Rows", "để trống"),
        ("_CONTEXT = 'Rows'\nQCoreApplication.translate(_CONTEXT, 'để trống')", "Rows", "để trống"),
        ("_words = Words('Rows')\n_words('để trống')", "Rows", "để trống"),
        ("_words = Words('Rows')\nLIST = (_words.mark('để trống'),)", "Rows", "để trống"),
        ("_words = Words('Rows')\n_w = _words.mark\nLIST = (_w('để trống'),)", "Rows", "để trống"),
        ("_words = Words('Rows')\nT = _words.table({1: 'để trống'})", "Rows", "để trống"),
        ("C = 'Rows'\ndef _tr(w):\n  return QCoreApplication.translate(C, w)\n_tr('a')", "Rows", "a"),
    ],
)
def test_words_are_found_with_the_context_of_the_running_program(source, context, words):
    assert found(source) == {Message(context, words)}


def test_words_of_a_list_may_be_marked_by_another_module():
    actions = "translated = Words('actions')"
    assert found("from actions import translated\nL = (translated.mark('Tệp'),)", actions=actions) == {
        Message("actions", "Tệp")
    }


@pytest.mark.parametrize(
    "source",
    [
        "class P:\n  def f(self, n): self.tr('%n dòng', '', n)",
        "QCoreApplication.translate('P', '%n dòng', None, 3)",
        "_words = Words('P')\n_words.count('%n dòng', 3)",
    ],
)
def test_words_with_a_number_have_forms(source):
    assert found(source) == {Message("P", "%n dòng", is_plural=True)}


def test_words_of_a_variable_are_collected_where_they_are_marked():
    assert found("_words = Words('P')\ndef f(x): return _words(x)") == set()


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("def f(widget): widget.tr('x')", "something else than `self`"),
        ("class P:\n  def f(self, x): self.tr(x)", "words of a variable"),
        ("class P:\n  def f(self, x): self.tr(f'{x} dòng')", "words of a variable"),
        ("_words = Words('P')\ndef f(x): return _words(f'{x} dòng')", "an f-string"),
        ("_words = Words('P')\nT = _words.table(OTHER)", "where it is marked"),
    ],
)
def test_words_that_cannot_be_translated_are_told_with_their_line(source, reason):
    [finding] = collected(source).findings
    assert str(finding).startswith(f"module.py:{source.count(chr(10)) + 1}: ") and reason in finding.reason


def test_lupdate_gets_plain_calls_in_a_fixed_order():
    messages = {Message("B", "hai “x”\n\"y\""), Message("A", "một"), Message("A", "%n dòng", is_plural=True)}
    assert translatable.as_source(messages) == (
        'QCoreApplication.translate("A", "%n dòng", None, 1)\n'
        'QT_TRANSLATE_NOOP("A", "một")\n'
        'QT_TRANSLATE_NOOP("B", "hai “x”\\n\\"y\\"")\n'
    )


# ---------------------------------------------------------------- the command

MESSAGE = "<TS><context><name>A</name><message{}><source>một</source>{}</message></context></TS>"
FORMS = "<translation><numerusform>1</numerusform><numerusform>{}</numerusform></translation>"


@pytest.mark.parametrize(
    ("attributes", "translation", "is_left"),
    [
        ("", "<translation>one</translation>", False),
        ("", '<translation type="unfinished">one</translation>', True),
        ("", '<translation type="unfinished"></translation>', True),
        ("", "<translation></translation>", True),
        ("", "", True),
        (' numerus="yes"', FORMS.format("2"), False),
        (' numerus="yes"', FORMS.format(""), True),
    ],
)
def test_what_lacks_english_is_told(attributes, translation, is_left):
    left = dev_translations.untranslated(MESSAGE.format(attributes, translation))
    assert left == ([Message("A", "một", is_plural=bool(attributes))] if is_left else [])


@pytest.fixture
def commands(monkeypatch, tmp_path):
    """Take the commands instead of running them; the .ts is one of the test's."""
    monkeypatch.setattr(dev_translations, "TS", tmp_path / "cchc_en.ts")
    monkeypatch.setattr(dev_translations, "QM", tmp_path / "cchc_en.qm")
    monkeypatch.setattr(dev_translations, "ROOT", tmp_path)
    taken = []
    monkeypatch.setattr(dev_translations, "require", lambda command, *_: taken.append([str(part) for part in command]))
    folder = tmp_path / "cchc_desktop" / "ui"
    folder.mkdir(parents=True)
    (folder / "page.py").write_text("class Page:\n  def f(self): self.tr('một')\n", encoding="utf-8")
    return taken


@pytest.mark.parametrize(("translation", "code"), [("<translation>one</translation>", 0), ("", 1)])
def test_the_command_merges_compiles_and_tells(commands, capsys, translation, code):
    dev_translations.TS.write_text(MESSAGE.format("", translation), encoding="utf-8")
    assert dev_translations.update_translations(Path("python")) == code
    merging, compiling = commands
    assert "lupdate" in merging[2] and merging[-1] == str(dev_translations.TS) and "-no-obsolete" in merging
    assert "lrelease" in compiling[2] and compiling[-1] == str(dev_translations.QM)
    assert ("no English yet, A: một" in capsys.readouterr().out) == bool(code)


def test_the_command_stops_at_words_that_cannot_be_translated(commands):
    page = dev_translations.ROOT / "cchc_desktop" / "ui" / "page.py"
    page.write_text("class Page:\n  def f(self, x): self.tr(x)\n", encoding="utf-8")
    with pytest.raises(dev_translations.DevError, match=r"cchc_desktop/ui/page\.py:2: words of a variable"):
        dev_translations.update_translations(Path("python"))
    assert commands == []
