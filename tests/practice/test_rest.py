"""A background that goes on when the voice has ended, and one by itself: to the frame, without a gap, fading."""

import threading
import tracemalloc

import numpy as np
import pytest

from feltsense.errors import SoundError
from feltsense.journal.model import Outcome
from feltsense.mix.prepare import prepare_background
from feltsense.mix.prepared_audio import PreparedAudio
from feltsense.playback.port import Started
from feltsense.practice.events import Finished, Grounding
from feltsense.practice.flow import open_session
from feltsense.practice.options import PracticeChoice, next_background
from feltsense.practice.session import Session
from feltsense.script.options import AS_WRITTEN, OFF
from feltsense.script.parser import parse
from feltsense.system.settings import MOST_DB, Settings
from feltsense.timeline.playhead import Playhead
from feltsense.timeline.rest import Rest, voice_ends
from feltsense.units import SAMPLE_RATE, Frames, frames_of_minutes
from feltsense.voice.port import Utterance
from rehearsing import SCRIPT, Rehearsal
from sine_voice import SineVoice

HALF_AN_HOUR = frames_of_minutes(30)
OVER_RAIN = SCRIPT.replace("tier: 2\n", "tier: 2\nsoundscape: rain\n")
TENTH = SAMPLE_RATE // 10


def spoken(rehearsal: Rehearsal, script: str = SCRIPT) -> PreparedAudio:
    exercise = parse(script, "small").exercise
    return rehearsal.stage.perform(exercise, AS_WRITTEN, rehearsal.folder, lambda _done, _total: None)


def loudness(audio: PreparedAudio, start: int, stop: int) -> list[float]:
    """Return how loud each tenth of a second is."""
    read = audio.mix.read(start, stop)
    return [float(np.sqrt((read[at : at + TENTH] ** 2).mean())) for at in range(0, len(read) - TENTH, TENTH)]


def test_it_begins_on_the_frame_at_which_the_voice_ends_and_lasts_as_long_as_it_should(rehearsal: Rehearsal) -> None:
    audio = spoken(rehearsal)
    ends, own = voice_ends(audio.timeline), audio.timeline.length
    before = audio.mix.read(0, ends)
    assert not audio.mix.read(ends, own).any()
    audio.follow_with(Rest("rain", "Rain", HALF_AN_HOUR))
    assert (audio.own_length, audio.mix.length, audio.settled) == (own, own + HALF_AN_HOUR, own + HALF_AN_HOUR)
    assert np.array_equal(audio.mix.read(0, ends), before)
    assert audio.mix.read(ends, ends + TENTH).any()
    assert audio.timeline.chapters[-1].title == "Rain"
    playhead = Playhead(audio.timeline)
    assert (playhead.at(Frames(ends - 1)).title, playhead.at(ends).title) == ("Leaving", "Rain"), (
        "not “only leaving now”"
    )
    rises = loudness(audio, ends + SAMPLE_RATE, own + 20 * SAMPLE_RATE)
    assert min(rises) > 0
    assert rises[-1] > 2 * rises[0]
    last = loudness(audio, audio.mix.length - 31 * SAMPLE_RATE, audio.mix.length)
    assert last[0] > 1.5 * last[-100] > 15 * last[-1] > 0
    assert not audio.mix.read(audio.mix.length, audio.mix.length + TENTH).any()


def test_a_background_that_was_there_goes_on_without_a_dip(rehearsal: Rehearsal) -> None:
    audio = spoken(rehearsal, OVER_RAIN)
    ends, own = voice_ends(audio.timeline), audio.timeline.length
    audio.follow_with(Rest("rain", "Rain", HALF_AN_HOUR))
    heard = loudness(audio, ends, own + 20 * SAMPLE_RATE)
    for earlier, later in zip(heard, heard[20:], strict=False):
        assert later > 0.7 * earlier


def test_another_background_is_crossed_to_and_one_chosen_before_gives_way(rehearsal: Rehearsal) -> None:
    audio = spoken(rehearsal, OVER_RAIN)
    mix, ends = audio.mix, voice_ends(audio.timeline)
    mix.set_soundscape("fire", Frames(SAMPLE_RATE))
    audio.follow_with(Rest("brown", "Brown noise", HALF_AN_HOUR))
    alone = prepare_background("brown", HALF_AN_HOUR).mix
    at = ends + 60 * SAMPLE_RATE
    heard, expected = mix.read(at, at + TENTH), alone.read(at - ends, at - ends + TENTH)
    assert np.allclose(heard / 10 ** (8 / 20), expected / 10 ** (14 / 20), atol=1e-6)
    mix.set_soundscape("rain", Frames(at))
    mix.settle_background()
    assert not np.allclose(mix.read(at, at + TENTH), heard, atol=1e-4)
    audio.follow_with(None)
    assert mix.length == audio.own_length


def test_a_background_that_is_not_there_changes_nothing(rehearsal: Rehearsal) -> None:
    audio = spoken(rehearsal)
    with pytest.raises(SoundError):
        audio.follow_with(Rest("gone", "Gone", HALF_AN_HOUR))
    assert audio.mix.length == audio.own_length == audio.timeline.length


def test_a_background_by_itself_takes_no_more_memory_for_eight_hours() -> None:
    audio = prepare_background("rain", frames_of_minutes(480))
    assert audio.mix.length == 480 * 60 * SAMPLE_RATE
    audio.mix.read(0, SAMPLE_RATE)
    tracemalloc.start()
    for hour in range(8):
        at = hour * 3600 * SAMPLE_RATE
        whole = audio.mix.read(at, at + SAMPLE_RATE)
        parts = [audio.mix.read(at + start, at + start + TENTH) for start in range(0, SAMPLE_RATE, TENTH)]
        assert np.array_equal(whole, np.concatenate(parts))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 30_000_000
    last = loudness(audio, audio.mix.length - 31 * SAMPLE_RATE, audio.mix.length)
    assert last[0] > 1.5 * last[-100] > 15 * last[-1] > 0


def test_it_ends_for_the_night_and_the_journal_has_the_exercise(rehearsal: Rehearsal) -> None:
    session = rehearsal.session()
    session.night.follow_with("brown", 0.5)
    session.play()
    assert rehearsal.until(Finished) == Finished(whole=True, asleep=True)
    assert session.player is not None
    assert session.player.position == 90 * SAMPLE_RATE
    session.close()
    kept = rehearsal.practice
    assert (kept.length_ms, kept.heard_ms, kept.ended) == (60_000, 60_000, Outcome.WHOLE)


def resting(rehearsal: Rehearsal) -> Session:
    """Return a session whose voice is over and whose background goes on."""
    session = rehearsal.session()
    session.play()
    rehearsal.until(Started)
    rehearsal.when(lambda: session.player is not None and session.player.performance.settled == 60 * SAMPLE_RATE)
    assert not session.night.follow_with("brown", 60)
    session.steer(lambda part: part.section(2))
    rehearsal.when(lambda: session.player is not None and session.player.in_rest)
    return session


def test_who_ends_it_by_hand_has_heard_the_whole_and_is_awake(rehearsal: Rehearsal) -> None:
    session = resting(rehearsal)
    assert session.player is not None
    assert session.player.moment().resting
    session.end()
    assert rehearsal.until(Finished) == Finished(whole=True)
    session.close()
    assert (rehearsal.practice.heard_ms, rehearsal.practice.ended) == (60_000, Outcome.WHOLE)


def test_in_the_rest_a_time_counts_from_now_and_nothing_ends_it(rehearsal: Rehearsal) -> None:
    session = resting(rehearsal)
    part = session.player
    assert part is not None
    at = part.position
    session.night.follow_with("brown", 15)
    assert 0 <= part.timeline.length - at - frames_of_minutes(15) < 60 * SAMPLE_RATE
    session.night.follow_with(OFF, 0)
    rehearsal.until(Finished)
    session.close()


def test_it_is_chosen_while_the_voice_is_still_speaking_ahead(
    rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak = threading.Event()

    def wait(utterance: Utterance) -> None:
        if utterance.text.startswith("This"):
            assert speak.wait(30.0)

    monkeypatch.setattr("sine_voice.open_voice", lambda: SineVoice(before=wait))
    more = "".join(f"Sentence {number}. " for number in range(8))
    session = rehearsal.session(SCRIPT.replace("This is", f"{more}\nThis is"))
    session.play()
    rehearsal.until(Started)
    assert not session.night.follow_with("brown", 0.5)
    speak.set()
    assert rehearsal.until(Finished) == Finished(whole=True, asleep=True)
    assert session.player is not None
    assert session.player.position == 90 * SAMPLE_RATE
    session.close()


def test_a_background_by_itself_is_heard_even_where_backgrounds_are_off_and_nothing_is_kept(
    rehearsal: Rehearsal,
) -> None:
    settings = Settings(background_db=-MOST_DB, volume=0.5, voice="other")
    choice = PracticeChoice("brown", 0.2, check_ins=False, background_alone="brown")
    session = open_session(choice, settings, rehearsal.stage, rehearsal.journal, rehearsal.told.put)
    assert (session.sound.background, session.sound.volume) == (0.0, 0.5)
    assert session.request.voice == "other", "for “ground me now”"
    session.play()
    assert rehearsal.until(Finished) == Finished(whole=True, asleep=True)
    session.close()
    assert rehearsal.journal.count() == 0


def test_what_was_heard_whole_is_kept_before_anybody_wakes(rehearsal: Rehearsal) -> None:
    session = resting(rehearsal)
    rehearsal.when(lambda: any(kept.ended is Outcome.WHOLE for kept in rehearsal.journal.practices(1)))
    assert rehearsal.practice.heard_ms == 60_000
    session.steer(lambda part: part.section(0))  # and going back to it takes nothing away
    rehearsal.when(lambda: session.player is not None and not session.player.in_rest)
    session.end()
    rehearsal.until(Finished)
    session.close()
    assert (rehearsal.practice.heard_ms, rehearsal.practice.ended) == (60_000, Outcome.WHOLE)


def test_who_leaves_in_the_rest_or_asks_to_be_grounded_has_heard_the_whole(rehearsal: Rehearsal) -> None:
    session = resting(rehearsal)
    session.close()
    assert (rehearsal.practice.heard_ms, rehearsal.practice.ended) == (60_000, Outcome.WHOLE)
    session = resting(rehearsal)
    session.ground()
    rehearsal.until(Grounding)
    session.close()
    kept = rehearsal.practice
    assert (kept.heard_ms, kept.ended, kept.rescued_at_ms) == (60_000, Outcome.WHOLE, 60_000)


def test_in_the_rest_another_background_is_crossed_to_whatever_was_chosen_there(rehearsal: Rehearsal) -> None:
    session = resting(rehearsal)
    part = session.player
    assert part is not None
    mix = part.performance.mix
    session.sound.set_soundscape("fire")
    at = part.position + 60 * SAMPLE_RATE
    fire = mix.read(at, at + TENTH)
    assert session.sound.chosen_background is None, "it is not the exercise's, which had ended"
    session.night.follow_with("rain", 15)
    assert part.timeline.chapters[-1].title == "Rain"
    heard = mix.read(at, at + TENTH)
    session.sound.set_soundscape("rain")
    assert np.array_equal(mix.read(at, at + TENTH), heard), "rain is heard already"
    assert not np.array_equal(heard, fire)
    session.close()


@pytest.mark.parametrize("beneath", [None, -6.0])
def test_in_the_rest_the_level_goes_on_from_what_is_heard_and_changes_nothing_beneath_the_voice(
    rehearsal: Rehearsal, beneath: float | None
) -> None:
    rehearsal.stage._speed = 1.0
    session = rehearsal.session()
    session.sound.set_background(beneath)
    session.play()
    rehearsal.until(Started)
    rehearsal.when(lambda: session.player is not None and session.player.performance.settled == 60 * SAMPLE_RATE)
    session.night.follow_with("brown", 60)
    session.steer(lambda part: part.section(2))
    rehearsal.when(lambda: session.player is not None and session.player.in_rest)
    assert session.sound.background == (0.0 if beneath is None else beneath)
    softer, words = next_background(session.sound.background)
    assert words == ("background softer" if beneath is None else "background much softer")
    part = session.player
    assert part is not None
    at = part.position + 60 * SAMPLE_RATE
    before = part.performance.mix.read(at, at + TENTH)
    assert softer is not None
    session.sound.set_background(softer)
    ratio = 10 ** ((softer - (beneath or 0.0)) / 20)
    assert np.allclose(part.performance.mix.read(at, at + TENTH), before * ratio, atol=1e-6)
    assert session.sound.background == softer
    assert session.sound.levels.background_db == beneath, "what is remembered for the next time"
    session.steer(lambda part: part.section(0))
    rehearsal.when(lambda: not part.resting)
    assert session.sound.background == beneath
    session.close()


def test_a_background_by_itself_is_off_when_it_was_switched_off_before_it_was_ready(rehearsal: Rehearsal) -> None:
    choice = PracticeChoice("brown", 1, check_ins=False, background_alone="brown")
    session = open_session(choice, Settings(), rehearsal.stage, None, rehearsal.told.put)
    session.sound.set_background(None)
    session.play()
    rehearsal.until(Started)
    assert session.sound.background is None
    assert session.player is not None
    assert not session.player.performance.mix.read(SAMPLE_RATE, 2 * SAMPLE_RATE).any()
    session.close()


def test_a_background_that_is_chosen_behind_the_last_word_begins_softly(rehearsal: Rehearsal) -> None:
    audio = spoken(rehearsal)
    at = audio.timeline.length - 1000
    audio.follow_with(Rest("brown", "Brown noise", HALF_AN_HOUR, at))
    assert audio.timeline.rest == at
    assert not audio.mix.read(0, SAMPLE_RATE)[:100].any()
    rises = loudness(audio, at, at + 20 * SAMPLE_RATE)
    assert rises[0] < 0.05 * rises[-1]


def test_off_beneath_the_voice_is_heard_in_the_rest_and_off_there_is_off(rehearsal: Rehearsal) -> None:
    audio = spoken(rehearsal, OVER_RAIN)
    mix, ends, own = audio.mix, voice_ends(audio.timeline), audio.timeline.length
    audio.follow_with(Rest("rain", "Rain", HALF_AN_HOUR))
    wanted = mix.read(own + 60 * SAMPLE_RATE, own + 60 * SAMPLE_RATE + TENTH)
    mix.set_background(None, Frames(0))
    mix.settle_background()
    assert np.array_equal(mix.read(0, ends), spoken(rehearsal).mix.read(0, ends)), "only the voice"
    assert np.allclose(mix.read(own + 60 * SAMPLE_RATE, own + 60 * SAMPLE_RATE + TENTH), wanted, atol=1e-6)
    mix.set_background(None, Frames(own + 10 * SAMPLE_RATE))
    mix.settle_background()
    assert not mix.read(own + 60 * SAMPLE_RATE, own + 60 * SAMPLE_RATE + TENTH).any()
