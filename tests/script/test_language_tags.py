"""A language is known by its tag in any spelling and by its names; what is none is refused, and the nearest offered."""

import json

import pytest

from feltsense.script.diagnostics import Diagnostic
from feltsense.script.language_tags import near_language, tag_of_language
from feltsense.script.parser import parse
from running import Desk

NAMES = {
    "en": "English Englisch inglés",
    "de": "Deutsch German alemán",
    "es": "Español Spanish Spanisch espanol castellano",
    "fr": "Français French Französisch francais",
    "it": "Italiano Italian Italienisch",
    "pt": "Português Portuguese Portugiesisch portugues",
    "nl": "Nederlands Dutch Niederländisch Niederlaendisch",
}
BY_NAME = [(name, tag) for tag, names in NAMES.items() for name in names.split() if name != "Niederlaendisch"]
TAGS = [
    ("ES-es", "es-ES"),
    ("de_DE", "de-DE"),
    ("DE", "de"),
    ("pt_br", "pt-BR"),
    ("de_DE.UTF-8", "de-DE"),
    ("zh-hans-cn", "zh-Hans-CN"),
    ("es-419", "es-419"),
    ("pl", "pl"),
    ("yue", "yue"),
    ("deu", "de"),
    ("no", "no"),
    ("German (AT)", "de-AT"),
    ("Brazilian Portuguese", "pt-BR"),
    ("  deutsch ", "de"),
    ("Japanese", "ja"),
]


def language_of_script(written: str) -> tuple[str, tuple[Diagnostic, ...]]:
    read = parse(f"---\ntitle: A\nlanguage: {written}\n---\nOne.\n", "a")
    return read.exercise.front.language, tuple(each for each in read.diagnostics if each.code == "S014")


MORE = (
    ("Danish", "da"), ("Polnisch", "pl"), ("Català", "ca"), ("Türkçe", "tr"), ("Русский", "ru"), ("日本語", "ja"),
    ("deu-DE", "de-DE"), ("eng-US", "en-US"), ("English (UK)", "en-GB"), ("en-x-private", "en-x-private"),
)  # fmt: skip


@pytest.mark.parametrize(("written", "tag"), [*BY_NAME, *TAGS, *MORE])
def test_a_language_is_known_as_people_write_it(written: str, tag: str) -> None:
    assert tag_of_language(written) == tag_of_language(written.upper()) == tag
    assert language_of_script(written) == (tag, ())


@pytest.mark.parametrize(
    ("written", "nearest"),
    [
        ("spansh", "es"), ("Deutsh", "de"), ("Niederlaendisch", "nl"), ("Frensh", "fr"), ("klingon", ""), ("xx", ""),
        ("Danishh", "da"), ("Spannish", "es"), ("es, de", ""), ("e", ""), ("12", ""), ("Deutsch (Schweiz)", ""),
        ("x" * 500, ""),
    ],
)  # fmt: skip
def test_what_is_no_language_is_told_with_its_line_and_the_nearest(written: str, nearest: str) -> None:
    assert (tag_of_language(written), near_language(written)) == ("", nearest)
    tag, (found,) = language_of_script(written)
    assert (tag, found.span.line, found.span.column) == (nearest or "en-US", 3, 11)  # so that it is the one error
    assert found.hint.startswith(f"Did you mean “{nearest}”? " if nearest else "Expected: a language, such as de")


def test_the_list_takes_a_language_by_name_and_refuses_none(desk: Desk) -> None:
    desk.write("hier", "---\ntitle: Hier\nlanguage: de_AT\n---\nHallo.\n")
    for written in ("German", "deutsch", "de_DE"):
        assert "hier" in {each["slug"] for each in json.loads(desk.run("list", "--json", "--language", written).out)}
    refused = desk.run("list", "--language", "Germn")
    assert (refused.code, "“Germn” is no language. Did you mean de?" in refused.err) == (2, True)
