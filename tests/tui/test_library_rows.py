"""What stands in the library's list, and in which order; without a terminal."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from feltsense.library.catalogue import Entry
from feltsense.library.list_index import FrontSummary
from feltsense.library.search import SearchIndex
from feltsense.practice.going_on import GoingOn
from feltsense.practice.suggesting import PracticeHistory
from feltsense.tui.library.detail import ExerciseDetails, Room, danger_words, detail_lines, row_lines
from feltsense.tui.library.question_line import asked_line
from feltsense.tui.library.rows import LEAVE, MOST_FOUND, LibraryContents, ListRow, RowKind, library_rows, question
from feltsense.tui.widgets.lines import line_text

NIGHT = datetime(2026, 11, 24, 23, 5, tzinfo=UTC)


def entry(slug: str, title: str, tag: str, tier: int = 1, practice: str = "") -> Entry:
    return Entry(slug, Path(f"{slug}.md"), FrontSummary(title, "", practice, "", tier, (3, 5), (tag,), ()))


ENTRIES = (
    entry("feet-on-the-floor", "Feet on the floor", "unmoored"),
    entry("ninety-seconds-here", "Ninety seconds here", "unmoored"),
    entry("one-tree", "One tree", "cut-off", practice="nature"),
    entry("two-hands", "Two hands", "tense"),
    entry("the-old-sentence", "The old sentence", "old-story", tier=3),
)
INDEX = SearchIndex(ENTRIES)


def shown(contents: LibraryContents, typed: str = "", *favourites: str) -> list[str]:
    """Return the list as lines: what can be marked begins with a sign."""
    signs = {RowKind.HEADING: "# ", RowKind.NOTE: "  "}
    return [signs.get(row.kind, "> ") + row.words for row in library_rows(contents, typed, favourites)]


def test_in_each_need_the_listeners_language_is_first_and_others_stand_at_the_end() -> None:
    spanish = Entry("aqui", Path(), FrontSummary("Aquí", "", "", "", 1, (3,), ("unmoored",), (), "es-MX"))
    german = Entry("hier", Path(), FrontSummary("Hier", "", "", "", 1, (3,), ("unmoored",), (), "de"))
    contents = LibraryContents(SearchIndex((*ENTRIES, spanish, german), "es"), now=NIGHT)
    rows = [row for row in library_rows(contents, "", ()) if row.entry is None or row.kind is RowKind.EXERCISE]
    assert [(row.words, row.lengths) for row in rows[2:5]] == [
        ("it's all too much", ""),
        ("Aquí", "3 min"),
        ("Ninety seconds here", "English  3 · 5 min"),
    ]
    at = [row.words for row in rows].index("in German")
    assert (rows[at + 1].words, rows[at + 1].lengths) == ("Hier", "3 min")


def test_one_suggestion_with_its_reason_and_the_others_below() -> None:
    assert shown(LibraryContents(INDEX, now=NIGHT)) == [
        "> Feet on the floor",
        "  It is late. This one is short, and asks for very little.",
        "# it's all too much",
        "> Ninety seconds here",
        "# I'm tense, or can't rest",
        "> Two hands",
        "# I feel alone",
        "> One tree",
        "# an old hurt is back",
        "> The old sentence",
        "# a few in a row, whenever you like",
        "> A kinder voice",
        "  Two hands. Begins with the hands, where kindness often is easiest.",
        "> Letting somebody closer",
        "  Feet on the floor. Something to stand on, before anything is risked.",
        "> Under the sky",
        "  One tree. Five minutes with one tree, or through a window.",
        "> Beginning therapy",
        "  Feet on the floor. Steady ground, also in a waiting room.",
        "# or only a sound, without a voice",
        "> Rain, ocean and others",
    ]


def test_the_reason_does_not_say_again_what_stands_beside_it() -> None:
    about = "Six minutes with the others."
    awake = Entry("awake", Path("awake.md"), FrontSummary("Awake", about, "", "", 1, (6,), ("cut-off",), ()))
    told = PracticeHistory(lower_after={"awake": "It felt easier after 11 of 13."})
    index = SearchIndex((awake,))
    assert shown(LibraryContents(index, now=NIGHT), "awake") == ["> Awake"]
    lines = shown(LibraryContents(index, now=NIGHT, history=told), "awake")
    assert lines == ["> Awake", "  It felt easier after 11 of 13."]


def test_what_is_to_be_known_of_danger_has_a_place_of_its_own() -> None:
    danger = "If you or someone else may be in danger, contact emergency services now."
    cautions = ("Not while driving.", f"For wellbeing; not a treatment. {danger}")
    about = ExerciseDetails(Entry("a", Path("a.md"), FrontSummary("A", "B.", "", "", 2, (3,), (), cautions)), 3)
    for room in Room:
        lines = [line_text(line) for line in detail_lines(about, 40, room)]
        assert {"· Not while driving.", "· For wellbeing; not a treatment."} <= set(lines)
        assert not any("emergency" in line for line in lines)
    assert danger_words(about) == danger
    two = replace(about.entry, front=replace(about.entry.front, cautions=(*cautions, f"In need? {danger[:-1]}: 112.")))
    assert danger_words(replace(about, entry=two)) == f"{danger} {danger[:-1]}: 112."
    assert danger_words(ListRow(RowKind.SUPPORT)) == danger.replace("may", "might")
    assert danger_words(ListRow(RowKind.SOUNDS)) == danger_words(None) == ""


def test_beside_a_row_that_is_no_exercise_stands_what_it_is() -> None:
    rain = ListRow(RowKind.SOUNDS, "Rain, by itself", sound="rain")
    assert row_lines(rain, 40)[0] == (("Rain, by itself", "bold $ink"),)
    assert row_lines(ListRow(RowKind.LEAVE, "Leave"), 40) == ()


def test_a_course_that_is_under_way_stands_above_with_what_comes_next() -> None:
    heard = {"before-a-first-session": NIGHT - timedelta(days=2), "after-a-session": NIGHT}
    rows = library_rows(LibraryContents(INDEX, {}, NIGHT, heard=heard), "", ())
    assert [(row.kind, row.words) for row in rows[2:5]] == [
        (RowKind.HEADING, "go on, whenever you like"),
        (RowKind.COURSE, "Beginning therapy"),
        (RowKind.NOTE, "Feet on the floor. Steady ground, also in a waiting room."),
    ]
    assert rows[3].entry is INDEX.by_slug["feet-on-the-floor"]
    courses = [row.words for row in rows if row.kind is RowKind.COURSE]
    assert courses == ["Beginning therapy", "A kinder voice", "Letting somebody closer", "Under the sky"]
    searched = library_rows(LibraryContents(INDEX, {}, NIGHT, heard=heard), "sad", ())
    assert RowKind.COURSE not in {row.kind for row in searched}


def test_what_was_cut_off_favourites_and_the_last_practised_stand_on_top() -> None:
    last = {slug: NIGHT - timedelta(days=days) for days, slug in enumerate(INDEX.by_slug)} | {"gone": NIGHT}
    above = ("feet-on-the-floor", "two-hands", "one-tree", "gone")
    cut = GoingOn("two-hands", "Two hands", 3, 2, "Palms")
    contents = LibraryContents(INDEX, last, NIGHT, going_on=cut)
    assert shown(contents, "", "one-tree", "gone")[:9] == [
        "> Go on with Two hands",
        "  From “Palms”, where you stopped.",
        "> Feet on the floor",
        "  It is late. This one is short, and asks for very little.",
        "# your favourites",
        "> One tree",
        "# lately",
        *(f"> {INDEX.by_slug[slug].front.title}" for slug in last if slug not in above),
    ]
    rows = library_rows(contents, "", ("one-tree",))
    assert [row.words for row in rows if row.favourite] == ["One tree", "One tree"]


@pytest.mark.parametrize("typed", ["hurt myself", "Suicide", "want to die", "helpline"])
def test_words_of_crisis_show_people_first(typed: str) -> None:
    rows = library_rows(LibraryContents(INDEX, now=NIGHT), typed, ())
    kinds = [RowKind.SUPPORT, RowKind.NOTE, RowKind.HEADING, RowKind.EXERCISE]
    assert (rows[0].words, [row.kind for row in rows[:4]]) == ("People to talk to", kinds)
    assert all(row.entry is None or row.entry.front.tier == 1 for row in rows)


@pytest.mark.parametrize("typed", ["crisis at work", "my cat hits me", "I'm a burden to everyone"])
def test_what_may_be_meant_otherwise_shows_what_fits_and_people_second(typed: str) -> None:
    rows = library_rows(LibraryContents(INDEX, now=NIGHT), typed, ())
    assert [row.kind for row in rows[:4]] == [RowKind.EXERCISE, RowKind.NOTE, RowKind.SUPPORT, RowKind.NOTE]
    assert rows[3].words == "And if it is more than that, there are people to talk to, now."


def test_what_was_typed_is_found_and_the_rest_is_below() -> None:
    lines = shown(LibraryContents(INDEX, now=NIGHT), "panic")
    assert lines[0] == "> Ninety seconds here"
    assert lines[2] == "# or one of these"
    lines = shown(LibraryContents(INDEX, now=NIGHT), "xyzzy")
    assert lines[:3] == [
        "> Feet on the floor",
        "  Nothing here has that name. This one is for any hour.",
        "# everything",
    ]
    assert len(lines) == len(ENTRIES) + 2


def test_of_thousands_that_fit_not_all_are_listed() -> None:
    index = SearchIndex(entry(f"feet-{number}", f"Feet {number}", "unmoored") for number in range(MOST_FOUND + 2))
    lines = shown(LibraryContents(index, now=NIGHT), "feet")
    assert len(lines) == MOST_FOUND + 4
    assert lines[-1] == "  There are more; another word narrows it down."
    assert len(shown(LibraryContents(index, now=NIGHT))) == MOST_FOUND + 6


def test_what_the_journal_tells_decides_too() -> None:
    history = PracticeHistory(gentle_only=True)
    lines = shown(LibraryContents(INDEX, now=NIGHT, history=history), "old sentence")
    assert "> The old sentence" not in lines[:1]


def test_q_alone_offers_to_leave() -> None:
    assert shown(LibraryContents(INDEX, now=NIGHT), LEAVE) == ["> Leave; all is kept", "  Or type on."]
    assert shown(LibraryContents(INDEX, now=NIGHT), "qu")[0] != "> Leave; all is kept"


def test_nothing_is_shown_before_it_is_known() -> None:
    assert library_rows(LibraryContents(), "", ()) == ()


def test_the_question_fits_the_hour() -> None:
    asked = {hour: question(NIGHT.replace(hour=hour)) for hour in (2, 7, 13, 19, 23)}
    assert asked == {
        2: "What is it tonight?",
        7: "What is it this morning?",
        13: "What is it right now?",
        19: "What is it this evening?",
        23: "What is it tonight?",
    }


@pytest.mark.parametrize("columns", [70, 52])
def test_of_a_long_sentence_the_end_is_seen_while_it_is_typed(columns: int) -> None:
    typed = "i feel so alone and nobody calls me any more these days"
    seen = line_text(asked_line("What is it tonight?", typed, columns))
    assert len(seen) == columns
    asked, _, end = seen.partition("…")
    assert asked == "What is it tonight?  "
    assert end.endswith("▏")
    assert typed.endswith(end[:-1])
    assert line_text(asked_line("What is it tonight?", typed, 100)) == f"What is it tonight?  {typed}▏"


def test_wide_letters_are_counted_as_what_they_take() -> None:
    assert line_text(asked_line("?", "寂しい寂しい", 10)) == "?  …しい▏"


def test_a_background_that_is_named_stands_on_top_by_itself() -> None:
    rows = library_rows(LibraryContents(INDEX, now=NIGHT), "ocean", ())
    assert (rows[0].kind, rows[0].words, rows[0].sound) == (RowKind.SOUNDS, "Ocean, by itself", "ocean")
    assert [row.words for row in rows if row.kind is RowKind.HEADING] == ["or one of these"]
    assert len([row for row in rows if row.kind is RowKind.EXERCISE]) == len(ENTRIES)
    rain = ListRow(RowKind.SOUNDS, "Rain, by itself", sound="rain")
    assert library_rows(LibraryContents(SearchIndex(()), now=NIGHT), "rain", ()) == (rain,)
