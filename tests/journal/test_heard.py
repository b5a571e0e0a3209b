"""How far a practice got, in words."""

from dataclasses import replace

import pytest
from practising import practice

from feltsense.journal.heard import heard
from feltsense.journal.model import CheckIn, Ended


@pytest.mark.parametrize(
    ("heard_ms", "ended", "before", "words"),
    [
        (0, Ended.INTERRUPTED, CheckIn(distress=4), "You checked in, and did not play it."),
        (0, Ended.INTERRUPTED, CheckIn(), "It was not played."),
        (0, Ended.EARLY, CheckIn(), "Heard 0:00 of 3:00, ended early, which counts just as much."),
        (9_000, Ended.INTERRUPTED, CheckIn(distress=4), "Heard 0:09 of 3:00, without a recorded end."),
        (180_000, Ended.WHOLE, CheckIn(), "Heard 3:00 of 3:00, to the end."),
    ],
)
def test_it_is_told_in_a_sentence(heard_ms: int, ended: Ended, before: CheckIn, words: str) -> None:
    done = replace(practice(), heard_ms=heard_ms, length_ms=180_000, ended=ended, before=before)
    assert heard(done) == words
