"""Counts over all practices, in a part of them, and searched."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from feltsense.journal.insight import check_in_change
from feltsense.journal.model import CheckIn, Field, Outcome, Practice, PracticeFilter, TooMuch, When
from feltsense.journal.queries import DayCounts, PracticeTotals
from feltsense.journal.summary import exercise_page, summarise
from practising import START, opened, pairs, practice

CONNECTED = "nearer to alone after in 0 of 2, same in 2, nearer to connected in 0."


def day(number: int) -> date:
    return (START + timedelta(days=number)).date()


def left(number: int) -> Practice:
    """Return a check-in that somebody went back from."""
    return replace(practice(10, number=number), heard_ms=0)


def test_all_are_counted_however_many_there_are(tmp_path: Path) -> None:
    many = pairs(*[(7, 5), (5, 5), (None, 3)] * 100)
    with opened(tmp_path) as journal:
        journal.import_practices([*many, left(301)])
        assert journal.counts().totals == PracticeTotals(300, 1, day(1), day(301))
        assert journal.counts().changes[Field.DISTRESS] == Counter({-2: 100, 0: 100, None: 100})
        assert journal.counts().changes[Field.CONNECTION] == Counter({None: 300})
        said = summarise(journal).sentences()
        assert journal.counts(PracticeFilter(text="nowhere")).totals == PracticeTotals(0, 0)
    assert said[:2] == (
        "300 practices, from 2 March 2026 to 27 December 2026.",
        "Once you checked in and did not play; that is not counted here.",
    )
    assert said[2:] == (" ".join(check_in_change({-2: 100, 0: 100, None: 100}).sentences()),)
    assert said[2].startswith("Distress: lower after in 100 of 200, same in 100, higher in 0.")


def test_numbers_from_other_questions_are_left_out(tmp_path: Path) -> None:
    one, other = pairs((7, 5), (7, 4))
    with opened(tmp_path) as journal:
        journal.import_practices([one, replace(other, wording=99)])
        assert journal.counts().changes[Field.DISTRESS] == Counter({-2: 1})


FOUND = [
    ("", 5),
    ("garden", 1),
    ("GRANDMOTHER garden", 1),
    ("grandmother nowhere", 0),
    ("café", 1),
    ("CAFE\u0301", 1),
    ("straße", 1),
    ("100%", 1),
    ("_", 0),
    ("'", 1),
    ("chest", 1),
    ("heavy", 1),
    ("even", 1),
]


@pytest.mark.parametrize(("text", "count"), FOUND)
def test_words_are_found_in_lines_titles_places_and_words(tmp_path: Path, text: str, count: int) -> None:
    notes = ["Grandmother’s garden, at last", "caf\u00e9 in the STRASSE", "100% me, isn't it", "", ""]
    many = [
        replace(practice(number=n), after=CheckIn(note=note), title="Feet", before=CheckIn())
        for n, note in enumerate(notes)
    ]
    many[3] = replace(many[3], before=CheckIn(place="chest", word="heavy"))
    many[4] = replace(many[4], title="Even breath")
    with opened(tmp_path) as journal:
        journal.import_practices(many)
        chosen = PracticeFilter(text=text)
        assert len(journal.practices(9, 0, chosen)) == journal.counts(chosen).totals.rows == count
        assert len(journal.practices(9, 0, PracticeFilter(with_note=True))) == 3


def test_days_are_those_of_the_place_where_it_was(tmp_path: Path) -> None:
    """23:30 in one zone is another day in the next; somebody's evening is their own."""
    evening = datetime(2026, 3, 31, 23, 30, tzinfo=timezone(timedelta(hours=-3)))
    many = [
        replace(practice(number=1), began_at=evening),
        replace(practice(number=2), began_at=datetime(2026, 3, 31, 2, tzinfo=UTC)),
        replace(left(3), began_at=datetime(2026, 3, 31, 3, tzinfo=UTC)),
        replace(practice(number=4), began_at=datetime(2026, 4, 1, 3, tzinfo=UTC)),
        replace(practice(number=5), began_at=datetime(2026, 5, 9, 3, tzinfo=UTC)),
    ]
    with opened(tmp_path) as journal:
        journal.import_practices(many)
        last = date(2026, 3, 31)
        assert journal.days(date(2026, 3, 1), last) == {last: DayCounts(2, 1)}
        march = PracticeFilter(since=last, until=last)
        assert {each.uid for each in journal.practices(9, 0, march)} == {many[n].uid for n in (0, 1, 2)}
        assert journal.practices(9)[journal.row_of(date(2026, 4, 8))].uid == many[3].uid
        assert journal.row_of(date(2026, 5, 9)) == 0
        assert journal.row_of(date(2000, 1, 1)) == 5
        assert journal.next_day(date(2026, 4, 1)) == date(2026, 5, 9)
        assert journal.next_day(date(2026, 4, 1), march) is None


def test_an_exercise_says_what_was_there_in_plain_words(tmp_path: Path) -> None:
    said = CheckIn(7, 2, "chest", "heavy")
    many = [
        replace(practice(number=n), before=said, after=CheckIn(5, 2, too_much=TooMuch.NO, note=f"line {n}"))
        for n in (1, 2)
    ]
    many.append(replace(practice(number=3), before=CheckIn(place="belly"), after=CheckIn(too_much=TooMuch.BIT)))
    many.append(left(4))
    many.append(replace(practice(2, 9, number=5), slug="breath", title="Even breath"))
    with opened(tmp_path) as journal:
        journal.import_practices(many)
        blocks = exercise_page(journal, "feet")
        assert [(each.slug, each.practices) for each in journal.exercises()] == [("breath", 1), ("feet", 3)]
        assert journal.answers(When.BEFORE, Field.PLACE) == Counter({"chest": 2, "belly": 1, None: 1})
    assert [(block.head, block.lines) for block in blocks] == [
        ("Feet on the floor", ("What was there when you did this one.",)),
        (
            "",
            (
                "3 practices, from 2 March 2026 to 5 March 2026.",
                "Once you checked in and did not play; that is not counted here.",
            ),
        ),
        (
            "",
            (
                "Distress: lower after in 2 of 2, same in 0, higher in 0.",
                "Not said before or after: 1.",
            ),
        ),
        ("", (f"Alone or connected: {CONNECTED}", "Not said before or after: 1.")),
        ("Where in the body", ("Before: chest 2 · belly 1",)),
        ("Words for it", ("Before: heavy 2 · not said 1",)),
        ("Was any of it too much?", ("no 2 · a bit 1",)),
        ("Tuesday, 3 March 2026, 21:30", ("line 2",)),
        ("Monday, 2 March 2026, 21:30", ("line 1",)),
    ]


def test_a_line_is_written_to_a_practice_that_is_over(tmp_path: Path) -> None:
    with opened(tmp_path) as journal:
        journal.import_practices([practice(7, 5)])
        before = journal.practice(1)
        journal.write_note(1, "  It was warm. ")
        found = journal.practice(1)
        assert found.note_written_at is not None
        assert found.after == replace(before.after, note="It was warm.")
        journal.write_note(1, "It was warm.")
        assert journal.practice(1) == found, "nothing was written anew"
        journal.write_note(1, "")
        assert journal.practice(1) == before


def test_a_check_in_that_nothing_followed_is_no_last_practice(tmp_path: Path) -> None:
    with opened(tmp_path) as journal:
        journal.import_practices([practice(7, 5, number=1), left(2), replace(left(3), slug="breath")])
        assert journal.last_times().practised == {"feet": START + timedelta(days=1)}


def test_half_of_one_was_heard_when_it_last_was_however_often_it_was_only_begun_since(tmp_path: Path) -> None:
    whole = replace(practice(number=1), ended=Outcome.WHOLE, heard_ms=1, length_ms=None)
    half, begun = replace(practice(number=2), heard_ms=90_000), replace(practice(number=3), heard_ms=89_999)
    never = replace(practice(number=4), slug="breath", heard_ms=4000)
    with opened(tmp_path) as journal:
        for kept, number in (([whole], 1), ([half, begun, never, left(5)], 2)):
            journal.import_practices(kept)
            assert journal.last_times().heard == {"feet": START + timedelta(days=number)}
        assert journal.last_times().practised == {
            "feet": START + timedelta(days=3),
            "breath": START + timedelta(days=4),
        }
