"""What is said and done is written down at once, and read back as it was."""

import threading
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from feltsense.errors import JournalError
from feltsense.journal.files import journal_path
from feltsense.journal.model import CheckIn, Field, Outcome, TooMuch, When
from feltsense.journal.store import open_journal
from practising import START, Clock, new, opened, practice


def test_a_whole_practice_is_read_back_as_it_was(tmp_path: Path) -> None:
    with opened(tmp_path) as journal:
        number = journal.start_practice(new())
        journal.record_answer(number, When.BEFORE, Field.DISTRESS, 7)
        journal.record_answer(number, When.BEFORE, Field.CONNECTION, 2)
        journal.record_answer(number, When.BEFORE, Field.PLACE, "chest")
        journal.record_answer(number, When.BEFORE, Field.WORD, "heavy")
        journal.record_progress(number, 90_000)
        journal.record_rescue(number, 95_000)
        journal.record_end(number, 100_000, Outcome.EARLY)
        journal.record_answer(number, When.AFTER, Field.DISTRESS, 5)
        journal.record_answer(number, When.AFTER, Field.TOO_MUCH, TooMuch.BIT)
        journal.record_answer(number, When.AFTER, Field.NOTE, "My “own” line\nand another 🙂\x00")
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
        number = journal.start_practice(new())
        journal.record_answer(number, When.BEFORE, Field.DISTRESS, 7)
        assert other.practice(number).before.distress == 7
        other.record_answer(number, When.BEFORE, Field.DISTRESS, 6)
        assert journal.practice(number).before.distress == 6


def test_an_answer_can_be_changed_and_taken_back(tmp_path: Path) -> None:
    with opened(tmp_path) as journal:
        number = journal.start_practice(new())
        for answer in (7, 0, None):
            journal.record_answer(number, When.BEFORE, Field.DISTRESS, answer)
            assert journal.practice(number).before.distress == answer
        journal.record_answer(number, When.AFTER, Field.NOTE, "mine")
        journal.record_answer(number, When.AFTER, Field.NOTE, None)
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
        number = journal.start_practice(new())
        with pytest.raises(ValueError, match="no answer"):
            journal.record_answer(number, When.BEFORE, field, answer)
        assert journal.practice(number).before == CheckIn()


def test_half_a_letter_in_a_note_does_not_lose_the_rest(tmp_path: Path) -> None:
    with opened(tmp_path) as journal:
        number = journal.start_practice(new())
        journal.record_answer(number, When.AFTER, Field.NOTE, "before \udcff after")
        assert journal.practice(number).after.note == "before ? after"


def test_going_back_does_not_take_back_what_was_heard(tmp_path: Path) -> None:
    with opened(tmp_path) as journal:
        number = journal.start_practice(new())
        for ms in (60_000, 30_000):
            journal.record_progress(number, ms)
        journal.record_end(number, 20_000, Outcome.EARLY)
        journal.record_rescue(number, 10_000)
        journal.record_rescue(number, 50_000)
        found = journal.practice(number)
    assert (found.heard_ms, found.rescued_at_ms) == (60_000, 10_000)


def test_a_clock_that_is_set_back_meanwhile_is_written_down_as_it_showed(tmp_path: Path) -> None:
    clock = Clock()
    with opened(tmp_path, clock) as journal:
        number = journal.start_practice(new())
        clock.now -= timedelta(hours=2)
        journal.record_end(number, 60_000, Outcome.WHOLE)
        found = journal.practice(number)
    assert found.ended_at is not None
    assert found.ended_at < found.began_at
    assert found.heard_ms == 60_000


def test_the_length_can_become_known_later(tmp_path: Path) -> None:
    with opened(tmp_path) as journal:
        number = journal.start_practice(new())
        journal.record_length(number, 300_000)
        assert journal.practice(number).length_ms == 300_000


def test_without_an_end_it_was_interrupted(tmp_path: Path) -> None:
    with opened(tmp_path) as journal:
        number = journal.start_practice(new())
        journal.record_progress(number, 5)
        found = journal.practice(number)
    assert (found.ended, found.ended_at) == (Outcome.INTERRUPTED, None)


def test_the_newest_come_first_page_by_page(tmp_path: Path) -> None:
    with opened(tmp_path) as journal:
        numbers = [journal.start_practice(new(title=str(n))) for n in range(7)]
        for number in numbers:
            journal.record_progress(number, 1)
        assert [each.id for each in journal.practices(3)] == numbers[:3:-1]
        assert [each.id for each in journal.practices(3, 3)] == numbers[3:0:-1]
        assert [each.id for each in journal.practices(3, 6)] == numbers[:1]
        assert journal.count() == 7


def test_the_order_is_that_of_time_whatever_the_clock_on_the_wall_shows(tmp_path: Path) -> None:
    early = datetime(2026, 3, 1, 23, 0, tzinfo=timezone(timedelta(hours=5, minutes=45)))
    late = datetime(2026, 3, 1, 20, 0, tzinfo=timezone(timedelta(hours=-3)))
    for moment in (late, early):
        with opened(tmp_path, Clock(moment, timedelta(0))) as journal:
            journal.record_progress(journal.start_practice(new()), 1)
    with opened(tmp_path) as journal:
        assert [each.began_at.isoformat() for each in journal.practices(9)] == [late.isoformat(), early.isoformat()]


def test_of_what_nothing_was_heard_or_said_nothing_is_shown_and_a_day_later_nothing_stays(tmp_path: Path) -> None:
    clock = Clock()
    with opened(tmp_path, clock) as journal:
        empty = journal.start_practice(new())
        journal.record_end(empty, 0, Outcome.EARLY)
        journal.record_answer(empty, When.AFTER, Field.DISTRESS, None)
        kept = journal.start_practice(new())
        journal.record_answer(kept, When.BEFORE, Field.DISTRESS, 3)
        assert [each.id for each in journal.practices(9)] == [each.id for each in journal.all()] == [kept]
        assert journal.count() == 1
        journal.delete_untouched()
        assert journal.practice(empty).id == empty
        clock.now += timedelta(days=1)
        journal.delete_untouched()
        with pytest.raises(JournalError, match="not in the journal"):
            journal.practice(empty)
        assert journal.count() == 1


def test_each_exercise_tells_when_it_was_practised_last(tmp_path: Path) -> None:
    with opened(tmp_path) as journal:
        for slug in ("feet", "breath", "feet", "untouched"):
            number = journal.start_practice(new(slug))
            if slug != "untouched":
                journal.record_progress(number, 1)
        assert journal.last_times().practised == {
            "breath": START + timedelta(seconds=2),
            "feet": START + timedelta(seconds=3),
        }


def test_all_are_read_once_over_several_pages_with_equal_times(tmp_path: Path) -> None:
    many = [replace(practice(), uid=f"{number:032x}") for number in range(1201)]
    with opened(tmp_path) as journal:
        assert journal.import_practices(many).new == 1201
        assert [each.uid for each in journal.all()] == [each.uid for each in many]


def test_a_practice_that_is_gone_is_told_and_its_number_is_never_given_again(tmp_path: Path) -> None:
    with opened(tmp_path) as journal, opened(tmp_path) as other:
        number = journal.start_practice(new())
        journal.record_progress(number, 1)
        assert other.delete_all() == 1
        assert other.start_practice(new()) > number
        for change in (journal.record_progress, journal.record_rescue, journal.record_length):
            with pytest.raises(JournalError, match=f"Practice {number} is not in the journal"):
                change(number, 2)


def test_threads_may_share_it(tmp_path: Path) -> None:
    with opened(tmp_path) as journal:
        number = journal.start_practice(new())

        def play(first: int) -> None:
            for ms in range(first, 200, 4):
                journal.record_progress(number, ms)
                journal.record_progress(journal.start_practice(new()), 1)

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
