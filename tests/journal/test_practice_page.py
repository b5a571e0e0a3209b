"""How far a practice got, in words."""

from dataclasses import replace

import pytest

from feltsense.journal.model import CheckIn, Outcome
from feltsense.journal.practice_page import progress_sentence
from practising import practice


@pytest.mark.parametrize(
    ("heard_ms", "ended", "before", "words"),
    [
        (0, Outcome.INTERRUPTED, CheckIn(distress=4), "You checked in, and did not play it."),
        (0, Outcome.INTERRUPTED, CheckIn(), "It was not played."),
        (0, Outcome.EARLY, CheckIn(), "Heard 0:00 of 3:00, ended early, which counts just as much."),
        (9_000, Outcome.INTERRUPTED, CheckIn(distress=4), "Heard 0:09 of 3:00, without a recorded end."),
        (180_000, Outcome.WHOLE, CheckIn(), "Heard 3:00 of 3:00, to the end."),
    ],
)
def test_it_is_told_in_a_sentence(heard_ms: int, ended: Outcome, before: CheckIn, words: str) -> None:
    done = replace(practice(), heard_ms=heard_ms, length_ms=180_000, ended=ended, before=before)
    assert progress_sentence(done) == words
