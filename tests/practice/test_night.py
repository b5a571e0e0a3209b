"""The sleep timer of a practice: it ends kindly, nothing is asked, and the journal has what was heard."""

from feltsense.journal.model import Outcome
from feltsense.playback.port import Started
from feltsense.practice.events import Finished, Grounded, Grounding
from feltsense.practice.options import TIMER_MINUTES, next_timer
from feltsense.units import SAMPLE_RATE
from rehearsing import Rehearsal


def test_one_key_goes_through_the_times_and_ends_with_none() -> None:
    minutes, times = None, []
    for _ in range(len(TIMER_MINUTES) + 1):
        minutes, words = next_timer(minutes)
        times.append(minutes)
        assert words
    assert times == [15, 30, 45, 60, None]


def test_the_timer_ends_a_practice_on_its_frame_and_keeps_what_was_heard(rehearsal: Rehearsal) -> None:
    session = rehearsal.session()
    session.night.set_timer(0.5)
    session.play()
    assert rehearsal.until(Finished) == Finished(whole=False, asleep=True)
    assert session.player is not None
    assert session.player.position == 30 * SAMPLE_RATE
    session.close()
    assert (rehearsal.practice.heard_ms, rehearsal.practice.ended) == (30_000, Outcome.EARLY)


def test_whoever_set_a_timer_that_is_longer_than_the_exercise_is_asked_nothing(rehearsal: Rehearsal) -> None:
    session = rehearsal.session()
    session.night.set_timer(15)
    session.play()
    assert rehearsal.until(Finished) == Finished(whole=True, asleep=True)
    assert session.night.set_timer(15) == "it is coming to an end"
    session.close()


def test_whoever_ends_it_by_hand_is_awake_with_a_timer_too(rehearsal: Rehearsal) -> None:
    session = rehearsal.session()
    session.night.set_timer(15)
    session.play()
    rehearsal.until(Started)
    session.end()
    assert rehearsal.until(Finished) == Finished(whole=False)
    session.close()


def test_a_timer_that_was_called_off_keeps_nothing_from_being_asked(rehearsal: Rehearsal) -> None:
    session = rehearsal.session()
    session.night.set_timer(15)
    session.play()
    session.night.set_timer(None)
    assert rehearsal.until(Finished) == Finished(whole=True)
    session.close()


def test_the_rescue_piece_is_heard_to_its_end(rehearsal: Rehearsal) -> None:
    session = rehearsal.session()
    session.night.set_timer(0.1)
    session.play()
    session.ground()
    rehearsal.until(Grounding)
    assert session.night.set_timer(0.1) == "this piece is heard to its end"
    assert session.night.timer_left is None
    rehearsal.until(Grounded)
    session.close()
