"""What is said and done is written down at once, and read back as it was."""

import threading
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from feltsense.errors import JournalError
from feltsense.journal.model import CheckIn, Field, Outcome, TooMuch, When
from feltsense.journal.store import journal_path, open_journal
from practising import START, Clock, new, opened, practice


def test_a_whole_practice_is_read_back_as_it_was(tmp_path: Path) -> None:
    with opened(tmp_path) as journal:
        number = journal.begin(new())
        journal.say(number, When.BEFORE, Field.DISTRESS, 7)
        journal.say(number, When.BEFORE, Field.CONNECTION, 2)
        journal.say(number, When.BEFORE, Field.PLACE, "chest")
        journal.say(number, When.BEFORE, Field.WORD, "heavy")
        journal.heard(number, 90_000)
        journal.rescued(number, 95_000)
        journal.end(number, 100_000, Outcome.EARLY)
        journal.say(number, When.AFTER, Field.DISTRESS, 5)
        journal.say(number, When.AFTER, Field.TOO_MUCH, TooMuch.BIT)
        journal.say(number, When.AFTER, Field.NOTE, "My “own” line\nand another 🙂\x00")
        found = journal.practice(number)
    assert (found.slug, found.title, found.voice, found.tier) == ("feet", "Feet on the floor", "heart", 1)
    assert (found.asked_ms, found.length_ms, found.heard_ms, found.rescued_at_ms) == (180_000, 180_000, 100_000, 95_000)
    assert (found.ended, found.wording) == (Outcome.EARLY, 1)
    assert (found.began_at, found.ended_at) == (START + timedelta(seconds=1), START + timedelta(seconds=6))
    assert found.before == CheckIn(7, 2, "chest", "heavy", None, "", START + timedelta(seconds=5))
    note = "My “own” line\nand another 🙂\x00"
    assert found.after == CheckIn(5, None, None, None, TooMuch.BIT, note, START + timedelta(seconds=9))


def test_what_was_said_is_there_for_another_who_opens_it(tmp_path: Path) -> None:
    with opened(tmp_path) as journal, opened(tmp_path) as other:
        number = journal.begin(new())
        journal.say(number, When.BEFORE, Field.DISTRESS, 7)
        assert other.practice(number).before.distress == 7
        other.say(number, When.BEFORE, Field.DISTRESS, 6)
        assert journal.practice(number).before.distress == 6


def test_an_answer_can_be_changed_and_taken_back(tmp_path: Path) -> None:
    with opened(tmp_path) as journal:
        number = journal.begin(new())
        for answer in (7, 0, None):
            journal.say(number, When.BEFORE, Field.DISTRESS, answer)
            assert journal.practice(number).before.distress == answer
        journal.say(number, When.AFTER, Field.NOTE, "mine")
        journal.say(number, When.AFTER, Field.NOTE, None)
        assert journal.practice(number).after.note == ""


@pytest.mark.parametrize(
    ("field", "answer"),
    [
        (Field.DISTRESS, 11),
        (Field.DISTRESS, -1),
        (Field.DISTRESS, True),
        (Field.CONNECTION, "5"),
        (Field.PLACE, "knee of the curve"),
        (Field.WORD, "fine"),
        (Field.TOO_MUCH, "yes, please"),
        (Field.NOTE, 3),
    ],
)
def test_what_is_no_answer_to_a_question_is_refused(tmp_path: Path, field: Field, answer: int | str) -> None:
    with opened(tmp_path) as journal:
        number = journal.begin(new())
        with pytest.raises(ValueError, match="no answer"):
            journal.say(number, When.BEFORE, field, answer)
        assert journal.practice(number).before == CheckIn()


def test_half_a_letter_in_a_note_does_not_lose_the_rest(tmp_path: Path) -> None:
    with opened(tmp_path) as journal:
        number = journal.begin(new())
        journal.say(number, When.AFTER, Field.NOTE, "before \udcff after")
        assert journal.practice(number).after.note == "before ? after"


def test_going_back_does_not_take_back_what_was_heard(tmp_path: Path) -> None:
    with opened(tmp_path) as journal:
        number = journal.begin(new())
        for ms in (60_000, 30_000):
            journal.heard(number, ms)
        journal.end(number, 20_000, Outcome.EARLY)
        journal.rescued(number, 10_000)
        journal.rescued(number, 50_000)
        found = journal.practice(number)
    assert (found.heard_ms, found.rescued_at_ms) == (60_000, 10_000)


def test_a_clock_that_is_set_back_meanwhile_is_written_down_as_it_showed(tmp_path: Path) -> None:
    clock = Clock()
    with opened(tmp_path, clock) as journal:
        number = journal.begin(new())
        clock.now -= timedelta(hours=2)
        journal.end(number, 60_000, Outcome.WHOLE)
        found = journal.practice(number)
    assert found.ended_at is not None
    assert found.ended_at < found.began_at
    assert found.heard_ms == 60_000


def test_the_length_can_become_known_later(tmp_path: Path) -> None:
    with opened(tmp_path) as journal:
        number = journal.begin(new())
        journal.lasts(number, 300_000)
        assert journal.practice(number).length_ms == 300_000


def test_without_an_end_it_was_interrupted(tmp_path: Path) -> None:
    with opened(tmp_path) as journal:
        number = journal.begin(new())
        journal.heard(number, 5)
        found = journal.practice(number)
    assert (found.ended, found.ended_at) == (Outcome.INTERRUPTED, None)


def test_the_newest_come_first_page_by_page(tmp_path: Path) -> None:
    with opened(tmp_path) as journal:
        numbers = [journal.begin(new(title=str(n))) for n in range(7)]
        for number in numbers:
            journal.heard(number, 1)
        assert [each.id for each in journal.practices(3)] == numbers[:3:-1]
        assert [each.id for each in journal.practices(3, 3)] == numbers[3:0:-1]
        assert [each.id for each in journal.practices(3, 6)] == numbers[:1]
        assert journal.count() == 7


def test_the_order_is_that_of_time_whatever_the_clock_on_the_wall_shows(tmp_path: Path) -> None:
    early = datetime(2026, 3, 1, 23, 0, tzinfo=timezone(timedelta(hours=5, minutes=45)))
    late = datetime(2026, 3, 1, 20, 0, tzinfo=timezone(timedelta(hours=-3)))
    for moment in (late, early):
        with opened(tmp_path, Clock(moment, timedelta(0))) as journal:
            journal.heard(journal.begin(new()), 1)
    with opened(tmp_path) as journal:
        assert [each.began_at.isoformat() for each in journal.practices(9)] == [late.isoformat(), early.isoformat()]


def test_of_what_nothing_was_heard_or_said_nothing_is_shown_and_a_day_later_nothing_stays(tmp_path: Path) -> None:
    clock = Clock()
    with opened(tmp_path, clock) as journal:
        empty = journal.begin(new())
        journal.end(empty, 0, Outcome.EARLY)
        journal.say(empty, When.AFTER, Field.DISTRESS, None)
        kept = journal.begin(new())
        journal.say(kept, When.BEFORE, Field.DISTRESS, 3)
        assert [each.id for each in journal.practices(9)] == [each.id for each in journal.all()] == [kept]
        assert journal.count() == 1
        journal.sweep()
        assert journal.practice(empty).id == empty
        clock.now += timedelta(days=1)
        journal.sweep()
        with pytest.raises(JournalError, match="not in the journal"):
            journal.practice(empty)
        assert journal.count() == 1


def test_each_exercise_tells_when_it_was_practised_last(tmp_path: Path) -> None:
    with opened(tmp_path) as journal:
        for slug in ("feet", "breath", "feet", "untouched"):
            number = journal.begin(new(slug))
            if slug != "untouched":
                journal.heard(number, 1)
        assert journal.last_practised() == {
            "breath": START + timedelta(seconds=2),
            "feet": START + timedelta(seconds=3),
        }


def test_all_are_read_once_over_several_pages_with_equal_times(tmp_path: Path) -> None:
    many = [replace(practice(), uid=f"{number:032x}") for number in range(1201)]
    with opened(tmp_path) as journal:
        assert journal.add(many).new == 1201
        assert [each.uid for each in journal.all()] == [each.uid for each in many]


def test_a_practice_that_is_gone_is_told_and_its_number_is_never_given_again(tmp_path: Path) -> None:
    with opened(tmp_path) as journal, opened(tmp_path) as other:
        number = journal.begin(new())
        journal.heard(number, 1)
        assert other.delete_all() == 1
        assert other.begin(new()) > number
        for change in (journal.heard, journal.rescued, journal.lasts):
            with pytest.raises(JournalError, match=f"Practice {number} is not in the journal"):
                change(number, 2)


def test_threads_may_share_it(tmp_path: Path) -> None:
    with opened(tmp_path) as journal:
        number = journal.begin(new())

        def play(first: int) -> None:
            for ms in range(first, 200, 4):
                journal.heard(number, ms)
                journal.heard(journal.begin(new()), 1)

        threads = [threading.Thread(target=play, args=(first,)) for first in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert journal.practice(number).heard_ms == 199
        assert journal.count() == 201


def test_nothing_is_made_by_asking_where_it_is(tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert journal_path(home) == home / "journal.db"
    assert not home.exists()
    with open_journal(home) as journal:
        assert (journal.path, journal.set_aside, journal.count()) == (home / "journal.db", None, 0)
