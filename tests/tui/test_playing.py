"""What the player does, without a terminal."""

import threading
from dataclasses import dataclass
from functools import partial

import pytest
from frozen_player import frozen_model
from sample_timeline import sample_playhead, seconds

from feltsense.errors import JournalError, VoiceError
from feltsense.playback.port import DeviceBack, DeviceLost, Silenced, Started, Underrun
from feltsense.practice.events import (
    Finished,
    Grounded,
    Grounding,
    JournalFailed,
    LengthMissed,
    PracticeState,
    PreparationFailed,
    Prepared,
    Preparing,
    Substituted,
)
from feltsense.practice.flow import open_session
from feltsense.practice.options import PracticeChoice
from feltsense.practice.wishes import PracticeWish
from feltsense.script.options import OFF
from feltsense.system.settings import Motion, Settings
from feltsense.tui.player.model import NOT_ALL_KEPT, ON_ITS_WAY, WAKING, PlayerModel
from feltsense.units import SAMPLE_RATE
from rehearsing import Rehearsal
from sine_voice import SineVoice


@dataclass
class Clock:
    """Seconds, as the test says."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_practice_is_heard_paused_steered_and_ended(rehearsal: Rehearsal) -> None:
    rehearsal.stage._speed = 5.0
    session = rehearsal.session()
    playing = PlayerModel(session, Motion.FULL)
    assert (playing.view().caption.waiting, playing.view().track) == (WAKING, None)
    session.play()
    for kind in (Prepared, Started):
        playing.handle(rehearsal.until(kind))
    rehearsal.when(lambda: playing.view().caption.text == "Here is a sentence.")
    view = playing.view()
    assert (view.title, view.notice, view.paused) == ("Arriving", "", False)
    playing.toggle()
    assert playing.view().notice == "paused · space goes on, Escape ends it"
    playing.rest()
    assert session.paused
    playing.toggle()
    session.steer(lambda part: part.next_section())
    rehearsal.when(lambda: playing.view().title == "Leaving")
    playing.end()
    assert playing.view().notice == "it is coming to an end"
    playing.handle(rehearsal.until(Finished))
    assert playing.ended == Finished(whole=False)
    session.close()


def test_one_step_back_pauses_and_the_next_ends_it_kindly(rehearsal: Rehearsal) -> None:
    rehearsal.stage._speed = 1.0
    session = rehearsal.session()
    playing = PlayerModel(session, Motion.FULL)
    session.play()
    rehearsal.until(Started)
    playing.back()
    assert session.paused
    assert session.state is PracticeState.PLAYING
    playing.back()
    assert playing.view().notice == "it is coming to an end"
    assert rehearsal.until(Finished) == Finished(whole=False)
    session.close()


def test_one_step_back_before_anything_is_heard_ends_it(rehearsal: Rehearsal) -> None:
    session = rehearsal.session()
    session.state = PracticeState.STARTING  # the voice is still being loaded
    PlayerModel(session, Motion.FULL).back()
    assert rehearsal.until(Finished) == Finished(whole=False)
    session.close()


def test_nothing_that_passes_hides_that_it_is_paused() -> None:
    playing = frozen_model(7.4, paused=True)
    assert playing.view().notice == "paused · space goes on, Escape ends it"
    playing.caption()
    assert playing.view().notice == "paused · captions off"
    playing.handle(Substituted("Another voice reads."))
    assert playing.view().notice == "paused · Another voice reads."


def test_being_grounded_shows_the_other_piece(rehearsal: Rehearsal) -> None:
    session = rehearsal.session()
    playing = PlayerModel(session, Motion.STILL)
    session.play()
    rehearsal.until(Started)
    playing.ground()
    rehearsal.when(
        lambda: session.state is not PracticeState.GROUNDING or playing.view().caption.text == "Look around."
    )
    playing.handle(rehearsal.until(Grounded))
    assert playing.ended == Grounded()
    session.close()


def test_volume_goes_in_steps_and_is_told_for_a_while(rehearsal: Rehearsal) -> None:
    clock = Clock()
    session = rehearsal.session()
    playing = PlayerModel(session, Motion.FULL, now=clock)
    playing.louder(-3)
    assert session.sound.volume == pytest.approx(0.7)
    assert playing.view().notice == "volume 70 %"
    playing.louder(9)
    assert session.sound.volume == 1.0
    clock.now = 10.0
    assert playing.view().notice == ""
    session.close()


def test_the_background_goes_through_its_levels(rehearsal: Rehearsal) -> None:
    session = rehearsal.session()
    playing = PlayerModel(session, Motion.FULL)
    told = []
    for _ in range(5):
        playing.background()
        told.append(playing.view().notice)
    assert told[0] == "background softer"
    assert "background off" in told
    assert told[-1] == "background as it was made"
    session.close()


def test_a_level_is_not_told_of_a_background_that_is_not_there(rehearsal: Rehearsal) -> None:
    session = rehearsal.session()
    playing = PlayerModel(session, Motion.FULL)
    session.play()
    rehearsal.until(Started)
    playing.background()
    assert playing.view().notice == "there is no background here · B chooses one"
    assert session.sound.levels.background_db == 0.0
    playing.soundscape("drone")
    assert playing.view().notice == "background: low chord, kept for this exercise"
    playing.background()
    assert playing.view().notice == "background softer"
    session.close()


def test_the_sleep_timer_is_told_and_called_off(rehearsal: Rehearsal) -> None:
    clock = Clock()
    session = rehearsal.session()
    playing = PlayerModel(session, Motion.FULL, now=clock)
    playing.timer()
    assert playing.view().notice == "fades out in 15 minutes, and nothing is asked"
    session.play()
    rehearsal.until(Started)
    clock.now = 10.0
    assert playing.view().notice == "sleep timer · 15 min"
    for _ in range(4):
        playing.timer()
    assert playing.view().notice == "no sleep timer"
    clock.now = 20.0
    assert playing.view().notice == ""
    session.close()


def test_what_follows_the_voice_is_told_until_it_is_heard(rehearsal: Rehearsal) -> None:
    rehearsal.stage._speed = 1.0
    clock = Clock()
    session = rehearsal.session()
    playing = PlayerModel(session, Motion.FULL, now=clock)
    session.play()
    rehearsal.until(Started)
    rehearsal.when(lambda: session.player is not None and session.player.performance.settled == 60 * SAMPLE_RATE)
    playing.follow_with("drone", 30, "30 minutes")
    assert playing.view().notice == "after the voice: low chord, 30 minutes"
    clock.now = 10.0
    view = playing.view()
    assert view.notice == "then low chord · 30 minutes"
    assert view.track is not None
    assert view.track.length == 60 * SAMPLE_RATE, "how long the voice still goes on"
    session.steer(lambda part: part.section(2))
    rehearsal.when(lambda: playing.resting)
    assert playing.view().notice == ""
    session.ground()
    rehearsal.until(Grounding)
    assert playing.view().notice == ""
    session.close()


def test_captions_can_be_hidden_and_quiet_is_still_told() -> None:
    playing = frozen_model(21.0)
    assert playing.view().caption.text
    playing.caption()
    view = playing.view()
    assert (view.caption.text, view.caption.before) == ("", "")
    assert view.caption.quiet > 0


def test_trouble_with_the_loudspeaker_is_one_quiet_line() -> None:
    clock = Clock()
    playing = PlayerModel(frozen_model(7.4).session, Motion.FULL, now=clock)
    playing.handle(DeviceLost("gone"))
    assert playing.view().notice == "the loudspeaker has gone; it is being looked for"
    playing.handle(Silenced("gone"))
    assert playing.view().notice == "no loudspeaker here: going on in time, without sound"
    playing.handle(Started("silent"))
    assert playing.view().notice.startswith("no loudspeaker here")
    playing.handle(DeviceBack("miniaudio"))
    assert playing.view().notice == "the loudspeaker is back"
    clock.now = 10.0
    assert playing.view().notice == ""


def test_a_voice_that_is_late_is_told_with_its_phrase_for_as_long_as_it_is() -> None:
    clock = Clock()
    playing = PlayerModel(frozen_model(7.4).session, Motion.FULL, now=clock)
    playing.handle(Preparing(2, 40))
    playing.handle(Underrun(seconds(7.4)))
    clock.now = 1000.0
    assert playing.view().notice == "one moment, the voice is on its way · phrase 3 of 40"
    playing.handle(Underrun(seconds(7.3)))
    assert playing.view().notice == ""


def test_a_journal_that_cannot_be_written_is_told_for_as_long_as_the_practice_lasts() -> None:
    clock = Clock()
    playing = PlayerModel(frozen_model(7.4).session, Motion.FULL, now=clock)
    playing.handle(Prepared(sample_playhead().timeline))
    assert (playing.status, playing.journal_trouble) == ("ready when you are", "")
    playing.handle(JournalFailed(JournalError("The journal cannot grow: the disk is full.")))
    clock.now = 1000.0
    assert playing.status == playing.journal_trouble == playing.view().notice == NOT_ALL_KEPT
    playing.handle(Silenced("gone"))
    assert playing.view().notice.startswith("no loudspeaker here")


def test_preparation_is_told_in_few_words() -> None:
    playing = frozen_model(0.0)
    assert playing.readiness == WAKING
    playing.handle(Preparing(0, 40))
    assert playing.readiness == "getting ready · phrase 1 of 40"
    playing.handle(Preparing(3, 40))
    assert playing.readiness == "a close fit: all is spoken first · 3 of 40"
    failed = PreparationFailed(VoiceError("There is no such voice."))
    playing.handle(failed)
    assert (playing.readiness, playing.ended) == ("", failed)


def test_nothing_moves_by_itself_when_nothing_may() -> None:
    assert frozen_model(21.0).view().caption.beat is not None
    assert frozen_model(21.0, Motion.STILL).view().caption.beat is None
    assert frozen_model(21.0, paused=True).view().caption.beat is None


def test_a_background_by_itself_waits_for_no_voice_and_is_no_exercise(rehearsal: Rehearsal) -> None:
    choice = PracticeChoice("rain", 1, check_ins=False, background_alone="rain")
    session = open_session(choice, Settings(), rehearsal.stage, None, rehearsal.told.put)
    playing = PlayerModel(session, Motion.FULL)
    assert playing.readiness == ON_ITS_WAY
    playing.soundscape("brown")
    assert playing.view().notice == "background: brown noise"
    session.close()


def test_another_background_is_chosen_and_remembered(rehearsal: Rehearsal) -> None:
    session = rehearsal.session()
    session.play()
    rehearsal.until(Started)
    playing = PlayerModel(session, Motion.FULL)
    playing.soundscape("brown")
    assert (playing.view().notice, session.sound.chosen_background) == (
        "background: brown noise, kept for this exercise",
        "brown",
    )
    assert session.player
    end = session.player.timeline.length
    assert session.player.performance.mix.read(end - SAMPLE_RATE, end).any()
    playing.soundscape(OFF)
    assert not session.player.performance.mix.read(end - SAMPLE_RATE, end).any()
    assert session.sound.chosen_background == OFF
    session.close()


def test_a_background_that_is_chosen_before_it_is_ready_is_announced_and_holds(
    rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak = threading.Event()
    monkeypatch.setattr("sine_voice.open_voice", lambda: SineVoice(before=lambda _: assert_set(speak)))
    session = rehearsal.session()
    session.play()
    playing = PlayerModel(session, Motion.FULL)
    playing.soundscape("brown")
    assert playing.view().notice == "background: brown noise, kept for this exercise"
    speak.set()
    rehearsal.until(Started)
    assert session.player
    end = session.player.timeline.length
    assert session.player.performance.mix.read(end - SAMPLE_RATE, end).any()
    session.close()


def test_no_background_is_announced_under_the_rescue_piece(rehearsal: Rehearsal) -> None:
    session = rehearsal.session()
    playing = PlayerModel(session, Motion.FULL)
    session.ground()
    rehearsal.until(Grounding)
    for change in (playing.background, partial(playing.soundscape, "brown")):
        playing.louder(0)  # another notice
        change()
        assert playing.view().notice == "nothing lies beneath this piece"
    assert (session.sound.chosen_background, session.sound.background) == (None, 0.0)
    session.close()


def test_what_cannot_be_wished_is_told_before_anything_is_asked(rehearsal: Rehearsal) -> None:
    session = rehearsal.session()
    playing = PlayerModel(session, Motion.FULL)
    assert not any(map(playing.refuses, PracticeWish))
    assert playing.view().notice == ""
    session.ground()
    rehearsal.until(Grounding)
    assert playing.refuses(PracticeWish.AFTERWARDS)
    assert playing.view().notice == "nothing follows this piece"
    session.close()


def test_what_is_used_instead_is_told_once_and_stays_below_the_questions() -> None:
    clock = Clock()
    playing = PlayerModel(frozen_model(7.4).session, Motion.FULL, now=clock)
    playing.handle(Prepared(sample_playhead().timeline))
    playing.handle(Substituted("There is no voice called “gone”. The voice heart reads instead."))
    assert playing.view().notice.startswith("There is no voice called “gone”.")
    clock.now = 10.0
    assert playing.view().notice == ""
    assert playing.status.startswith("There is no voice called “gone”.")


def test_a_length_that_could_not_be_met_is_told_once_and_stays_below_the_questions() -> None:
    clock = Clock()
    playing = PlayerModel(frozen_model(7.4).session, Motion.FULL, now=clock)
    playing.handle(Prepared(sample_playhead().timeline))
    playing.handle(Substituted("The voice heart reads instead."))
    playing.handle(LengthMissed(24 * SAMPLE_RATE))
    assert playing.view().notice.startswith("This takes 24 seconds longer than planned")
    clock.now = 10.0
    assert playing.view().notice == ""
    assert playing.status.startswith("The voice heart reads instead. This takes 24 seconds longer than planned")


def assert_set(event: threading.Event) -> None:
    assert event.wait(30.0)
