"""When it is asked how it feels: pure, by the clock where the listener is."""

from datetime import datetime, timedelta, timezone

import pytest

from feltsense.journal import wording
from feltsense.journal.model import Field, When
from feltsense.practice.check_in import QUESTIONS, are_asked, is_night
from feltsense.system.settings import Questions

HERE = timezone(timedelta(hours=-8))


@pytest.mark.parametrize(
    ("hour", "minute", "night"),
    [(21, 59, False), (22, 0, True), (23, 30, True), (0, 0, True), (5, 59, True), (6, 0, False), (12, 0, False)],
)
def test_night_is_from_ten_to_six_by_the_local_clock(hour: int, minute: int, *, night: bool) -> None:
    now = datetime(2026, 11, 24, hour, minute, tzinfo=HERE)
    assert is_night(now) is night
    assert are_asked(Questions.NOT_AT_NIGHT, now) is not night
    assert are_asked(Questions.ALWAYS, now)
    assert not are_asked(Questions.NEVER, now)


def test_every_place_and_word_that_can_be_kept_is_asked() -> None:
    asked = {question.field: tuple(question.choices) for question in QUESTIONS[When.BEFORE]}
    assert asked[Field.PLACE] == wording.ALL_PLACES
    assert set(asked[Field.WORD]) == wording.ALL_WORDS
