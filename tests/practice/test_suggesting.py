"""One exercise that fits: what was typed, the hour, and what the journal tells, which is little from few practices."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from feltsense.journal.model import CheckIn, Practice, TooMuch
from feltsense.journal.store import open_journal
from feltsense.library.catalogue import list_exercises
from feltsense.library.search import CLOSEST_TIER, GENTLE_TIER, SearchIndex
from feltsense.library.search_order import needs_outdoors
from feltsense.library.typed_words import SAYING_LITTLE, typed_words
from feltsense.practice.safety import PAUSE, TIER_ONE_NEXT
from feltsense.practice.suggesting import (
    NO_HISTORY,
    NOT_UNDERSTOOD,
    SUPPORT_FIRST,
    PracticeHistory,
    history_of,
    read_history,
    suggest,
)
from feltsense.system.paths import Workspace

ENTRIES = list_exercises(Workspace(Path("/nowhere"))).entries
INDEX = SearchIndex(entry for entry in ENTRIES if entry.language == "en")
"""Of the English ones; what is there in other languages beside them: `test_languages.py`."""
NOW = datetime(2026, 11, 24, 22, 40, tzinfo=UTC)
DAY, NIGHT = 14, 23


def practices(slug: str, *pairs: tuple[int | None, int | None], tier: int = 1) -> list[Practice]:
    """Return practices, the newest first."""
    return [
        Practice(
            number, f"{number:032x}", slug, slug, "0" * 64, "heart", tier, None, None, NOW - timedelta(days=number),
            before=CheckIn(before), after=CheckIn(after),
        )
        for number, (before, after) in enumerate(pairs)
    ]  # fmt: skip


def history(newest_first: Sequence[Practice]) -> PracticeHistory:
    changes: defaultdict[str, Counter[int | None]] = defaultdict(Counter)
    for each in newest_first:
        before, after = each.before.distress, each.after.distress
        changes[each.slug][None if before is None or after is None else after - before] += 1
    return history_of(newest_first, changes)


def suggested(typed: str, hour: int, newest_first: Sequence[Practice] = ()) -> str:
    found = suggest(INDEX, typed, hour, history(newest_first)).entry
    assert found is not None
    return found.slug


def test_a_feeling_has_one_suggestion_with_a_reason_and_others_below() -> None:
    found = suggest(INDEX, "I can't sleep tonight", DAY)
    assert found.entry is INDEX.by_slug["weight-and-support"]
    assert found.why == "It can be heard lying down, and sleep does not have to come."
    assert [entry.slug for entry in found.others[:2]] == ["short-body-scan", "the-others-awake-tonight"]
    assert found.understood
    assert not found.support


def test_at_night_it_is_another_and_says_why() -> None:
    found = suggest(INDEX, "can't sleep", NIGHT)
    assert found.entry is INDEX.by_slug["the-others-awake-tonight"]
    assert found.why == "For late evenings. Six minutes with all the other people who are up and alone right now."


@pytest.mark.parametrize("hour", range(24))
def test_with_nothing_typed_it_fits_the_hour(hour: int) -> None:
    found = suggest(INDEX, " ", hour)
    assert found.entry is not None
    assert found.entry.front.tier == GENTLE_TIER
    assert found.why
    assert found.understood
    if hour >= 18 or hour < 5:
        assert not needs_outdoors(found.entry)
        outdoors = [needs_outdoors(entry) for entry in found.others]
        assert outdoors == sorted(outdoors)
    assert len(found.others) == len(INDEX.entries) - 1


def test_people_come_first_for_words_of_crisis() -> None:
    found = suggest(INDEX, "i want to die", NIGHT, history(practices("even-breath", *[(8, 2)] * 12)))
    assert found.support
    assert found.why == SUPPORT_FIRST
    assert found.entry is INDEX.by_slug["ninety-seconds-here"]
    assert {entry.front.tier for entry in found.others} == {GENTLE_TIER}


def test_what_is_not_understood_says_so_and_offers_what_fits_any_hour() -> None:
    found = suggest(INDEX, "zzzqqq", NIGHT)
    assert not found.understood
    assert found.why == NOT_UNDERSTOOD
    assert suggest(INDEX, "zzzqqq 10 minutes", NIGHT).minutes == 10, "of that, the length was understood"
    assert found.entry is INDEX.by_slug["feet-on-the-floor"]


@pytest.mark.parametrize("typed", ["I", "I feel", "every", "…", "so much"])
def test_what_says_little_yet_is_answered_by_the_hour(typed: str) -> None:
    assert suggest(INDEX, typed, NIGHT) == suggest(INDEX, "", NIGHT)


def test_ten_practices_that_ended_lower_put_an_exercise_first_in_plain_numbers() -> None:
    done = practices("five-senses", *[(7, 4)] * 9, (5, 5))
    found = suggest(INDEX, "panic", NIGHT, history(done))
    assert found.entry is INDEX.by_slug["five-senses"]
    assert found.why.endswith("It felt easier after 9 of the 10 times you said so.")
    assert suggested("", NIGHT, done) == "five-senses"


def test_nine_say_nothing_however_clear_they_are() -> None:
    assert suggested("panic", NIGHT, practices("five-senses", *[(9, 0)] * 9)) == "ninety-seconds-here"
    assert suggested("panic", NIGHT, practices("five-senses", *[(9, 0)] * 9, (9, None))) == "ninety-seconds-here"


def test_ten_that_could_be_chance_say_nothing() -> None:
    mixed = [(5, 4), (5, 6)] * 6
    assert suggested("panic", NIGHT, practices("five-senses", *mixed)) == "ninety-seconds-here"


def test_what_mostly_ended_higher_comes_last_of_what_fits() -> None:
    found = suggest(INDEX, "panic", NIGHT, history(practices("ninety-seconds-here", *[(4, 5)] * 10)))
    assert found.entry is INDEX.by_slug["five-senses"]
    assert INDEX.by_slug["ninety-seconds-here"] in found.others


def test_what_helped_with_one_thing_is_not_put_first_for_another() -> None:
    assert suggested("panic", NIGHT, practices("even-breath", *[(7, 3)] * 12)) == "ninety-seconds-here"


def test_what_helped_outdoors_is_not_suggested_at_night() -> None:
    done = practices("river-walk", *[(7, 3)] * 12)
    assert suggested("", DAY, done) == "river-walk"
    assert suggested("", NIGHT, done) != "river-walk"


def test_what_goes_closest_is_not_put_first_by_numbers() -> None:
    done = practices("the-old-sentence", *[(7, 3)] * 12, tier=3)
    assert suggested("not good enough", DAY, done) == "self-compassion-break"
    assert suggested("", DAY, done) == "feet-on-the-floor"


@pytest.mark.parametrize("typed", ["", "lonely", "ashamed", "can't sleep", "zzzqqq", "body scan", "sad"])
def test_after_one_that_stirred_something_up_only_what_stays_outside(typed: str) -> None:
    told = history(practices("short-body-scan", (4, 9), tier=2))
    found = suggest(INDEX, typed, NIGHT, told)
    assert found.notice == TIER_ONE_NEXT
    assert found.entry is not None
    assert {entry.front.tier for entry in (found.entry, *found.others)} == {GENTLE_TIER}
    assert not needs_outdoors(found.entry)


def test_after_two_that_stirred_something_up_a_pause_is_spoken_of() -> None:
    stirred = practices("short-body-scan", (4, 4), (4, 9), (4, 9), tier=2)
    told = history(stirred)
    assert told.gentle_only
    assert suggest(INDEX, "", DAY, told).notice == PAUSE


def test_too_much_counts_as_stirred_up() -> None:
    last = practices("five-senses", (4, 3))[0]
    told = Practice(
        **{name: getattr(last, name) for name in last.__slots__} | {"after": CheckIn(3, too_much=TooMuch.YES)}
    )
    assert history([told]).gentle_only


def test_a_library_without_exercises_suggests_none() -> None:
    for typed in ("", "panic", "suicide", "zzz"):
        found = suggest(SearchIndex(()), typed, NIGHT)
        assert found.entry is None
        assert found.others == ()


def test_all_practices_of_a_journal_count(tmp_path: Path) -> None:
    with open_journal(tmp_path) as journal:
        assert read_history(journal) == NO_HISTORY
        older = [replace(each, heard_ms=1000) for each in practices("two-hands", *[(7, 4)] * 60)]
        newer = [
            replace(each, uid=f"{each.id + 100:032x}", began_at=NOW + timedelta(minutes=each.id), heard_ms=1000)
            for each in practices("five-senses", *[(5, 5)] * 30)
        ]
        journal.import_practices([*older, *newer])
        told = read_history(journal)
    assert dict(told.lower_after) == {"two-hands": "It felt easier after 60 of the 60 times you said so."}
    assert not told.gentle_only


@pytest.mark.parametrize("typed", ["q", "ca", "car", "st", "rain", "quie", "I need quiet", "wihs", "am I enough"])
@pytest.mark.parametrize("hour", [9, 14, 23])
def test_what_goes_closest_is_not_first_for_half_a_word_or_one_in_a_sentence(typed: str, hour: int) -> None:
    found = suggest(INDEX, typed, hour)
    assert found.entry is not None
    assert found.entry.front.tier < CLOSEST_TIER
    assert hour < 18 or not needs_outdoors(found.entry)
    assert len({found.entry, *found.others}) == 1 + len(found.others)


@pytest.mark.parametrize(
    ("typed", "slug"), [("ache", "allowing-the-ache"), ("allowing", "allowing-the-ache"), ("quiet", "the-quiet-wish")]
)
def test_what_goes_closest_is_second_for_one_word_of_its_name(typed: str, slug: str) -> None:
    found = suggest(INDEX, typed, 23)
    assert found.entry is not None
    assert found.entry.front.tier < CLOSEST_TIER
    assert found.others[0].slug == slug


@pytest.mark.parametrize("typed", ["the quiet wish", "Quiet wish", "old sentence", "a story I carry", "quite wish"])
def test_what_goes_closest_is_first_where_it_is_named(typed: str) -> None:
    found = suggest(INDEX, typed, 23)
    assert found.entry is not None
    assert found.entry.front.tier == CLOSEST_TIER
    assert found.others[0].front.tier < CLOSEST_TIER, "something gentler stands below it"


@pytest.mark.parametrize("hour", [DAY, NIGHT])
def test_who_types_a_word_of_a_title_finds_it_first_or_below_what_fits_a_feeling(hour: int) -> None:
    for word in {word for entry in INDEX.entries for word in typed_words(entry.front.title)} - SAYING_LITTLE:
        found = suggest(INDEX, word, hour)
        top = (found.entry, *found.others)[:2]
        assert any(word in typed_words(entry.front.title) for entry in top if entry is not None), word


@pytest.mark.parametrize("typed", ["river", "rivr", "walk", "River Walk"])
def test_the_hour_moves_nothing_down_that_was_named(typed: str) -> None:
    helped = history(practices("orienting-to-the-room", *[(7, 3)] * 12))
    for hour in (DAY, NIGHT):
        assert suggested(typed, hour) == "river-walk"
        assert suggest(INDEX, "river", hour, helped).entry is INDEX.by_slug["river-walk"], "nor do numbers"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("rain", "rain"), ("Rain sounds", "rain"), ("ocean", "ocean"), ("fire", "fire"), ("stream", "stream"),
        ("wind in trees", "wind"), ("wind", "wind"), ("brown noise", "brown"), ("night crickets", "crickets"),
        ("rain 30 min", "rain"), ("low", None), ("night", None), ("sounds", None), ("noise", None), ("", None),
        ("brain", None), ("rain makes me sad", None), ("fire, help me", None),
    ],
)  # fmt: skip
def test_a_background_is_offered_by_itself_where_it_is_named(typed: str, name: str | None) -> None:
    found = suggest(INDEX, typed, NIGHT)
    assert (found.background and found.background.name) == name
    assert found.background is None or found.why != NOT_UNDERSTOOD
    assert found.entry is not None, "exercises stand below"
