"""What people type at eleven at night, and what may stand on top then: a table, in words, sentences and with slips."""

import tomllib
from collections import Counter
from collections.abc import Iterable
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from feltsense.library.catalogue import list_exercises
from feltsense.library.feelings import LANGUAGES, all_feelings, gentle_slugs, read_feelings
from feltsense.library.hours import PartOfDay, part_of_day
from feltsense.library.search import GENTLE_TIER, Need, SearchIndex, group_by_need
from feltsense.library.search_order import needs_outdoors
from feltsense.library.typed_words import slips, typed_words
from feltsense.system.paths import Workspace

ENTRIES = list_exercises(Workspace(Path("/nowhere"))).entries
INDEX = SearchIndex(entry for entry in ENTRIES if entry.language == "en")
"""Of the English ones; what is there in other languages beside them: `test_languages.py`."""

TABLE = tomllib.loads((Path(__file__).parent / "feelings_cases.toml").read_text("utf-8"))
CASES = [(typed, frozenset(case["top"])) for case in TABLE["case"] for typed in case["typed"]]
PERHAPS = [(typed, frozenset(case["top"])) for case in TABLE["perhaps"] for typed in case["typed"]]
SUPPORT: list[str] = TABLE["support"]
INNOCENT: list[str] = TABLE["innocent"]


def top(typed: str, part: PartOfDay | None = None) -> str:
    return INDEX.search(typed, part).entries[0].slug


def test_the_table_is_long_enough() -> None:
    assert len({typed.casefold() for typed, _ in CASES}) >= 150
    assert not [typed for typed, _ in CASES if typed in SUPPORT]


@pytest.mark.parametrize(("typed", "allowed"), CASES, ids=[typed for typed, _ in CASES])
def test_a_feeling_finds_what_fits(typed: str, allowed: frozenset[str]) -> None:
    result = INDEX.search(typed)
    assert not result.support
    assert top(typed) in allowed
    assert top(typed, PartOfDay.NIGHT) in allowed


@pytest.mark.parametrize(("typed", "allowed"), PERHAPS, ids=[typed for typed, _ in PERHAPS])
def test_what_may_be_meant_otherwise_finds_what_fits_and_people_second(typed: str, allowed: frozenset[str]) -> None:
    for part in (None, PartOfDay.NIGHT):
        result = INDEX.search(typed, part)
        assert (result.support, result.perhaps_support) == (False, True)
        assert result.entries[0].slug in allowed


@pytest.mark.parametrize("typed", SUPPORT)
def test_words_of_crisis_offer_people_first_and_then_what_is_gentle(typed: str) -> None:
    result = INDEX.search(typed, PartOfDay.NIGHT)
    assert result.support
    assert [entry.slug for entry in result.entries[:5]] == list(gentle_slugs())
    assert {entry.front.tier for entry in result.entries} == {GENTLE_TIER}
    assert not any(map(needs_outdoors, result.entries))


@pytest.mark.parametrize("typed", INNOCENT)
def test_what_only_holds_the_letters_offers_no_support(typed: str) -> None:
    assert not INDEX.search(typed).support


def test_while_it_is_typed_people_come_as_soon_as_it_can_mean_nothing_else() -> None:
    shown = [typed for end in range(1, 9) if INDEX.search(typed := "hopeless"[:end]).support]
    assert shown == ["hopel", "hopele", "hopeles", "hopeless"]


def test_a_feeling_is_understood_while_it_is_typed() -> None:
    assert [top(typed) for typed in ("pan", "pani", "panic")] == ["ninety-seconds-here"] * 3


@pytest.mark.parametrize("part", [PartOfDay.EVENING, PartOfDay.NIGHT])
def test_in_the_dark_nothing_that_needs_the_outdoors_stands_on_top(part: PartOfDay) -> None:
    words = {word for phrases in written() for word in phrases} | {typed for typed, _ in CASES}
    top = {typed: INDEX.search(typed, part).entries[0] for typed in words}
    outdoors = {typed: entry for typed, entry in top.items() if needs_outdoors(entry)}
    assert outdoors, "who names it is given it"
    assert not [typed for typed, entry in outdoors.items() if typed not in typed_words(entry.front.title)]


@pytest.mark.parametrize("typed", ["lonely", "sad", "I feel so lonely", "sad and alone"])
def test_for_the_lonely_and_sad_nothing_outdoors_stands_on_top_at_any_hour(typed: str) -> None:
    for part in (None, *PartOfDay):
        assert not any(map(needs_outdoors, INDEX.search(typed, part).fitting))


def test_what_is_named_is_found_at_any_hour() -> None:
    for part in (None, *PartOfDay):
        assert top("river walk", part) == "river-walk"
        assert top("evening alone", part) == "an-evening-alone"
        assert top("sit spot", part) == "sit-spot"


def test_days_have_parts() -> None:
    parts = [part_of_day(hour) for hour in range(24)]
    assert (
        parts
        == [PartOfDay.NIGHT] * 5
        + [PartOfDay.MORNING] * 5
        + [PartOfDay.DAY] * 8
        + [PartOfDay.EVENING] * 3
        + [PartOfDay.NIGHT] * 3
    )


def written(language: str = "") -> Iterable[list[str]]:
    """Return the phrases of each feeling; those for any word of a group once with the first and once with the last."""
    read = read_table(language)
    words = read["feelings"] if language else {feeling["name"]: feeling["words"] for feeling in read["feeling"]}
    return [spelled_out(words.get(feeling.name, []), read) for feeling in all_feelings()]


def read_table(language: str = "") -> dict[str, Any]:
    name = f"feelings_{language}" if language else "feelings"
    return tomllib.loads((resources.files("feltsense.library") / f"{name}.toml").read_text("utf-8"))


def spelled_out(phrases: Iterable[str], read: dict[str, Any]) -> list[str]:
    ends = [{name: words[end] for name, words in read.get("groups", {}).items()} for end in (0, -1)]
    return list(dict.fromkeys(phrase.format_map(words) for phrase in phrases for words in ends))


def test_the_table_of_feelings_names_exercises_that_are_there() -> None:
    named = [slug for feeling in all_feelings() for slug in (*feeling.exercises, *feeling.at_night)]
    named += [*gentle_slugs(), *(slug for part in PartOfDay for slug in part.slugs)]
    assert set(named) <= INDEX.by_slug.keys()


@pytest.mark.parametrize("language", ["", *LANGUAGES])
def test_each_phrase_of_a_table_means_its_feeling(language: str) -> None:
    phrases = list(written(language))
    assert sum(map(len, phrases)) > 400
    for feeling, words in zip(all_feelings(), phrases, strict=True):
        for typed in words:
            assert feeling.name in {each.name for each in read_feelings(typed).feelings}, typed


@pytest.mark.parametrize("language", ["", *LANGUAGES])
def test_each_phrase_for_support_is_understood_in_a_sentence_and_as_phones_write_it(language: str) -> None:
    read = read_table(language)
    twice = {key: Counter(map(typed_words, phrases)).most_common(1) for key, phrases in read["support"].items()}
    assert [(key, most) for key, most in twice.items() if most and most[0][1] > 1 and key != "exercises"] == []
    support = {key: spelled_out(phrases, read) for key, phrases in read["support"].items()}
    for typed in (*support["words"], *support["whole"]):
        assert read_feelings(typed).support, typed
    for typed in support["words"]:
        assert read_feelings(f"Tonight I feel: {typed.upper()}…").support, typed
    for typed in (*support["harmless"], *support.get("perhaps", ())):
        assert not read_feelings(f"well, {typed}!").support, typed
    for typed in support.get("perhaps", ()):
        assert read_feelings(f"well, {typed}!").perhaps_support, typed


def test_words_that_look_alike_stand_in_no_phrase() -> None:
    read = read_table()
    phrases = [word for feeling in read["feeling"] for phrase in feeling["words"] for word in phrase.split()]
    assert set(read["lookalikes"]["words"]) & set(phrases) == set()
    names = [phrase for feeling in read["feeling"] for phrase in feeling["words"]]
    assert [name for name, count in Counter(names).items() if count > 1] == []


def test_what_is_suggested_first_is_never_of_the_kind_that_goes_closest() -> None:
    firsts = {
        slugs[0] for feeling in all_feelings() for night in (True, False) if (slugs := feeling.slugs(night=night))
    }
    assert {INDEX.by_slug[slug].front.tier for slug in firsts} <= {1, 2}
    assert all(len(feeling.why) <= 90 and feeling.need in set(Need) for feeling in all_feelings())


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Can’t  SLEEP!", ("cant", "sleep")),
        ("I can not sleep", ("i", "cant", "sleep")),
        ("fiancé_ée", ("fiance", "ee")),
        ("self-harm", ("self", "harm")),
        ("  ", ()),
        ("😢", ()),
        ("\x1b[0m\x00", ("0m",)),
    ],
)
def test_typed_words_are_plain(typed: str, words: tuple[str, ...]) -> None:
    assert typed_words(typed) == words


@pytest.mark.parametrize(
    ("typed", "word", "count"),
    [
        ("panic", "panic", 0),
        ("panci", "panic", 1),
        ("panc", "panic", 1),
        ("paniic", "panic", 1),
        ("pamic", "panic", 1),
        ("", "abc", 3),
        ("overcome", "overdose", 2),
        ("dissasociated", "dissociated", 2),
    ],
)
def test_slips_are_counted(typed: str, word: str, count: int) -> None:
    assert slips(typed, word) == count
    assert slips(word, typed) == count


@pytest.mark.parametrize(
    "typed",
    ["", "   ", "…", "😢", "\x00", "a", "'", "zzzqqq", "1" * 2000, "panic " * 100_000],
    ids=lambda typed: ascii(typed)[:12],
)
def test_anything_can_be_typed(typed: str) -> None:
    INDEX.search(typed)
    group_by_need(INDEX.entries, typed)


def test_words_of_an_exercise_are_found_with_slips_and_in_sentences() -> None:
    assert top("somthing for the sholders") == "shoulders-jaw-hands"
    assert top("breath") == "gentle-breath"
    assert not INDEX.search("zzzqqq").entries
    assert not INDEX.search("").entries


def test_what_is_got_ready_beforehand_finds_the_same() -> None:
    ready, fresh = SearchIndex(INDEX.entries), SearchIndex(INDEX.entries)
    ready.prepare()
    for typed in ("panic", "feet", "suicide", "hands on", "zzz"):
        assert ready.search(typed) == fresh.search(typed)


@pytest.mark.parametrize("part", [None, *PartOfDay])
def test_under_each_need_what_fits_the_hour_comes_first(part: PartOfDay | None) -> None:
    groups = INDEX.by_need(part)
    assert [group.need for group in groups] == list(Need)
    assert sorted(entry.slug for group in groups for entry in group.entries) == sorted(INDEX.by_slug)
    for group in groups:
        outdoors = [needs_outdoors(entry) for entry in group.entries]
        assert part is None or not part.dark or outdoors == sorted(outdoors)
    alone = {group.need: group for group in INDEX.by_need(PartOfDay.NIGHT)}[Need.CUT_OFF]
    assert alone.entries[0].slug == "the-others-awake-tonight"
