"""What is said to who wishes for something that a practice cannot give now."""

import pytest

from feltsense.playback.port import Started
from feltsense.practice.events import PracticeState
from feltsense.practice.wishes import PracticeWish, refusal
from feltsense.script.options import OFF
from rehearsing import Rehearsal

OPEN = (PracticeState.CHECKING_IN, PracticeState.STARTING, PracticeState.PLAYING)


@pytest.mark.parametrize("wish", PracticeWish)
def test_before_and_while_it_is_heard_all_can_be_wished(wish: PracticeWish) -> None:
    assert [refusal(wish, state) for state in OPEN] == [""] * len(OPEN)


@pytest.mark.parametrize("wish", PracticeWish)
@pytest.mark.parametrize("state", [PracticeState.ENDING, PracticeState.OVER])
def test_what_is_coming_to_an_end_says_so(wish: PracticeWish, state: PracticeState) -> None:
    assert refusal(wish, state) == refusal(wish, state, alone=True) == "it is coming to an end"


def test_under_the_rescue_piece_each_wish_is_answered_by_itself() -> None:
    assert {wish: refusal(wish, PracticeState.GROUNDING) for wish in PracticeWish} == {
        PracticeWish.BACKGROUND: "nothing lies beneath this piece",
        PracticeWish.TIMER: "this piece is heard to its end",
        PracticeWish.AFTERWARDS: "nothing follows this piece",
    }


def test_nothing_follows_a_background_by_itself() -> None:
    assert [bool(refusal(wish, PracticeState.PLAYING, alone=True)) for wish in PracticeWish] == [False, False, True]


def test_while_it_fades_nothing_is_changed_and_each_wish_is_told_why(rehearsal: Rehearsal) -> None:
    rehearsal.stage._speed = 1.0
    session = rehearsal.session()
    session.play()
    rehearsal.until(Started)
    session.end()
    assert session.state is PracticeState.ENDING
    told = (
        session.night.set_timer(15),
        session.night.follow_with("rain", 30),
        session.sound.set_background(-6.0),
        session.sound.set_soundscape("brown"),
        session.sound.set_soundscape(OFF),
    )
    assert set(told) == {"it is coming to an end"}
    assert (session.night.timer_minutes, session.night.rest) == (None, None)
    assert (session.sound.background, session.sound.chosen_background) == (0.0, None)
    session.close()
