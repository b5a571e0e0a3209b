"""How far a practice got, in words."""

from dataclasses import replace

import pytest

from feltsense.journal.model import CheckIn, Field, Outcome
from feltsense.journal.practice_page import before_and_after, heard, practice_page, progress_sentence
from practising import START, practice


@pytest.mark.parametrize(
    ("heard_ms", "ended", "before", "words"),
    [
        (0, Outcome.INTERRUPTED, CheckIn(distress=4), "You checked in, and did not play it."),
        (0, Outcome.INTERRUPTED, CheckIn(), "It was not played."),
        (0, Outcome.EARLY, CheckIn(), "It was not played."),
        (0, Outcome.EARLY, CheckIn(distress=10), "You checked in, and did not play it."),
        (9_000, Outcome.EARLY, CheckIn(), "Heard 0:09 of 3:00, ended early, which counts just as much."),
        (9_000, Outcome.INTERRUPTED, CheckIn(distress=4), "Heard 0:09 of 3:00, without a recorded end."),
        (180_000, Outcome.WHOLE, CheckIn(), "Heard 3:00 of 3:00, to the end."),
    ],
)
def test_it_is_told_in_a_sentence(heard_ms: int, ended: Outcome, before: CheckIn, words: str) -> None:
    done = replace(practice(), heard_ms=heard_ms, length_ms=180_000, ended=ended, before=before)
    assert progress_sentence(done) == words


def test_somebody_who_went_back_has_no_practice_of_nought_minutes() -> None:
    left = replace(practice(10), heard_ms=0)
    assert (heard(left), before_and_after(left, Field.DISTRESS)) == ("not played", "10")
    assert (heard(practice(10)), before_and_after(practice(10), Field.DISTRESS)) == ("3:00", "10 → –")
    assert before_and_after(practice(7, 5), Field.DISTRESS) == "7 → 5"
    assert not left.played
    said = [
        line for block in practice_page(replace(left, before=CheckIn(10, 2, "chest", "tight"))) for line in block.lines
    ]
    assert said[1:] == [
        "You checked in, and did not play it.",
        "Distress: 10.",
        "Alone or connected: 2.",
        "Noticed: in the chest, tight.",
    ]
    assert replace(left, after=CheckIn(connection=3)).played


def test_a_line_that_was_written_later_says_when() -> None:
    done = replace(practice(7, 5), after=CheckIn(5, note="The left foot was warm."))
    assert [block.head for block in practice_page(done)][-1] == "Your line"
    later = replace(done, note_written_at=START)
    assert [block.head for block in practice_page(later)][-1] == "Your line, written later: Sunday, 1 March 2026, 21:30"
