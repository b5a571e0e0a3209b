"""The listener's language comes first, and what is there in several languages is found in each."""

from pathlib import Path

import pytest

from feltsense.library.catalogue import Entry, list_exercises
from feltsense.library.hours import PartOfDay
from feltsense.library.languages import counterpart, language_of, listener_language, with_counterparts
from feltsense.library.list_index import FrontSummary
from feltsense.library.search import SearchIndex
from feltsense.practice.suggesting import suggest
from feltsense.system.paths import Workspace

PROMISED = {
    "es": {
        "noventa-segundos-aqui": "ninety-seconds-here",
        "pies-en-el-suelo": "feet-on-the-floor",
        "pausa-amable": "self-compassion-break",
        "respiracion-acompasada": "even-breath",
    },
    "de": {
        "neunzig-sekunden-hier": "ninety-seconds-here",
        "fuesse-am-boden": "feet-on-the-floor",
        "freundlich-mit-dir": "self-compassion-break",
        "gleichmaessig-atmen": "even-breath",
    },
}
"""Those that came along in other languages, and which English one each does the same as."""

ENTRIES = list_exercises(Workspace(Path("nowhere"))).entries
ENGLISH, SPANISH, GERMAN = (SearchIndex(ENTRIES, language) for language in ("en", "es", "de"))
NOON, NIGHT = 12, 23


def test_spanish_and_german_ones_are_like_their_english_counterparts_in_all_that_lists_show() -> None:
    fronts = {entry.slug: entry.front for entry in ENTRIES}
    for language, promised in PROMISED.items():
        assert {entry.slug for entry in ENTRIES if entry.language == language} == set(promised)
        for slug, english in promised.items():
            assert counterpart(english, language) == slug
            same = (fronts[each] for each in (slug, english))
            first, second = ((front.minutes, front.tier, front.practice, front.pathway) for front in same)
            assert first == second


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "es_MX.UTF-8"}, "es"),
        ({"LANG": "de_AT.UTF-8@euro"}, "de"),
        ({"LANG": "es_MX.UTF-8", "LC_MESSAGES": "de_DE"}, "de"),
        ({"LANG": "es_MX.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({}, "en"),
    ],
)
def test_the_listeners_language_is_the_systems(
    environment: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert listener_language() == language


@pytest.mark.parametrize(("tag", "language"), [("es", "es"), ("es-MX", "es"), ("DE_at", "de"), ("", "en")])
def test_a_region_makes_no_other_language(tag: str, language: str) -> None:
    assert language_of(tag) == language


def test_counterparts_come_before_what_they_are_like() -> None:
    assert with_counterparts(("two-hands", "feet-on-the-floor"), ("es", "en")) == (
        "pies-en-el-suelo", "two-hands", "feet-on-the-floor",
    )  # fmt: skip


@pytest.mark.parametrize("part", PartOfDay)
def test_english_listeners_see_what_they_saw_and_other_languages_apart(part: PartOfDay) -> None:
    only = SearchIndex([entry for entry in ENTRIES if entry.language == "en"])
    assert ENGLISH.by_need(part) == only.by_need(part)
    assert only.by_language() == []
    assert [group.language for group in ENGLISH.by_language()] == ["de", "es"]
    apart = sum(len(group.entries) for group in ENGLISH.by_language())
    assert apart + sum(len(group.entries) for group in ENGLISH.by_need(part)) == len(ENTRIES)


@pytest.mark.parametrize("typed", ["", "can't sleep", "alone", "panic", "feet", "5 min", "xyzzy"])
@pytest.mark.parametrize("hour", [NOON, NIGHT])
def test_english_listeners_are_suggested_what_they_were(typed: str, hour: int) -> None:
    only = SearchIndex([entry for entry in ENTRIES if entry.language == "en"])
    found, before = suggest(ENGLISH, typed, hour), suggest(only, typed, hour)
    assert (found.entry, found.why) == (before.entry, before.why)
    assert [entry for entry in found.others if entry.language == "en"] == list(before.others)
    assert [entry.language for entry in found.others] == sorted(
        (entry.language for entry in found.others), key="en".__ne__
    )


def test_a_spanish_listener_sees_spanish_ones_first_then_english_ones_in_each_need() -> None:
    for group in SPANISH.by_need(PartOfDay.DAY):
        languages = [entry.language for entry in group.entries]
        assert languages == sorted(languages, reverse=True)
    assert [group.language for group in SPANISH.by_language()] == ["de"]
    assert suggest(SPANISH, "", NOON).entry == SPANISH.by_slug["pies-en-el-suelo"]
    assert suggest(SPANISH, "", NIGHT).entry == SPANISH.by_slug["pies-en-el-suelo"]


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("estoy muy nervioso", "pies-en-el-suelo"),
        ("autocompasión", "pausa-amable"),
        ("noventa segundos", "noventa-segundos-aqui"),
        ("ich hasse mich", "freundlich-mit-dir"),
        ("Füße", "fuesse-am-boden"),
        ("fuesse", "fuesse-am-boden"),
    ],
)
@pytest.mark.parametrize("index", [ENGLISH, SPANISH, GERMAN], ids=["en", "es", "de"])
def test_what_is_typed_in_a_language_finds_what_is_in_it(typed: str, slug: str, index: SearchIndex) -> None:
    found = suggest(index, typed, NOON)
    assert found.entry is not None
    assert found.entry.slug == slug


def test_gentle_ones_behind_people_to_talk_to_are_in_the_language_of_the_call() -> None:
    found = suggest(ENGLISH, "quiero morir", NIGHT)
    assert found.support
    assert found.entry == ENGLISH.by_slug["noventa-segundos-aqui"]


def test_where_nothing_is_in_the_listeners_language_english_stands_for_it() -> None:
    french = SearchIndex(ENTRIES, "fr")
    assert french.language == "en"
    assert french.by_need() == ENGLISH.by_need()


def test_where_all_is_in_one_language_nothing_is_apart() -> None:
    alone = SearchIndex([Entry("eins", Path(), FrontSummary("Eins", "", "", "", 1, (), (), (), "de-AT"))])
    assert alone.language == "de"
    assert alone.by_language() == []
