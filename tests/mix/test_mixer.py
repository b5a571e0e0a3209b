import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feltsense.mix.bell import RING, strike
from feltsense.mix.levels import CEILING
from feltsense.mix.mixer import Mix
from feltsense.script.model import Bell, Breath, Guide, Phase, PhaseKind
from feltsense.timeline.compose import compose
from feltsense.timeline.measure import HEAD
from feltsense.timeline.model import Timeline
from feltsense.units import SAMPLE_RATE, Ms, frames
from feltsense.voice.port import Speech, Utterance
from scripts import HERE, MEASURES, elastic, exact, exercise, half_second_a_word, phrase
from sounding import corners


def speech(utterance: Utterance) -> Speech:
    """A sine with faded edges, of the length that the measure promised."""
    spoken = half_second_a_word(utterance)
    time = np.arange(spoken.length) / SAMPLE_RATE
    samples = 0.5 * np.sin(2 * np.pi * 220 * time) * np.clip(np.minimum(time, time[-1] - time) / 0.01, 0, 1)
    return Speech(samples.astype(np.float32), spoken)


BELL = Bell(low=False, times=1, every=Ms(0), span=HERE)
PHASES = (Phase(PhaseKind.IN, Ms(2000)), Phase(PhaseKind.HOLD, Ms(700)), Phase(PhaseKind.OUT, Ms(3000)))
MIXED = exercise(
    phrase("one two"),
    BELL,
    exact(1500),
    phrase("three"),
    Breath(PHASES, 4, Guide.BOTH, HERE),
    elastic(20_000, 0, 60_000),
)


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    return compose(MIXED, 1, MEASURES)


def whole(timeline: Timeline, gain: float = 1.0) -> np.ndarray:
    return Mix(timeline, speech, gain).read(0, timeline.length)


def test_a_phrase_sounds_where_the_timeline_says(timeline: Timeline) -> None:
    sound = whole(timeline, gain=0.5)[:, 0]
    said = speech(Utterance("one two", MIXED.front.pace, "en-US"))
    assert not sound[:HEAD].any()
    np.testing.assert_allclose(sound[HEAD : HEAD + said.spoken.length], said.samples * 0.5, atol=1e-7)


def test_silence_is_digital_silence_where_quiet_says_so(timeline: Timeline) -> None:
    mix = Mix(timeline, speech, 1.0)
    stretches = mix.quiet()
    assert stretches
    for start, stop in stretches:
        assert stop - start >= SAMPLE_RATE
        assert not mix.read(start, stop).any()


@settings(max_examples=30)
@given(data=st.data())
def test_any_cut_gives_the_same_samples(data: st.DataObject) -> None:
    plan = compose(MIXED, 1, MEASURES)
    mix, all_of_it = Mix(plan, speech, 1.0), whole(plan)
    start = data.draw(st.integers(0, plan.length - 1))
    stop = data.draw(st.integers(start + 1, min(plan.length, start + 300_000)))
    np.testing.assert_array_equal(mix.read(start, stop), all_of_it[start:stop])


def test_nothing_clicks(timeline: Timeline) -> None:
    """No step between samples is larger than the steepest one of the sounds themselves."""
    steps = np.abs(np.diff(whole(timeline)[:, 0]))
    assert steps.max() < 0.05


def test_the_end_is_faded(timeline: Timeline) -> None:
    late_bell = compose(exercise(phrase("a"), exact(100), BELL), None, MEASURES)
    sound = whole(late_bell)[:, 0]
    assert abs(sound[-1]) < 1e-4
    assert np.abs(sound[-SAMPLE_RATE * 2 :][:SAMPLE_RATE]).max() > 1e-3  # it rang until then


def test_a_bell_is_softer_than_the_voice_and_starts_softly(timeline: Timeline) -> None:
    alone = compose(exercise(BELL), None, MEASURES)
    sound = np.abs(whole(alone)[:, 0])
    first = int(np.flatnonzero(sound)[0])
    assert sound.max() < 0.15
    assert sound[first : first + frames(5)].max() < 0.3 * sound.max()


def test_nothing_passes_the_ceiling() -> None:
    loud = compose(exercise(BELL, exact(10), phrase("one two three four")), None, MEASURES)
    assert np.abs(whole(loud, gain=1.9)).max() <= np.float32(CEILING)


def test_a_bell_rings_long_beats_slowly_and_turns_in_the_room() -> None:
    for low in (False, True):
        one, two = strike(low=low), strike(low=low, channels=2)
        assert one.shape == (RING, 1)
        assert two.shape == (RING, 2)
        for sound in (one, two):
            assert np.abs(sound).max() == pytest.approx(0.11)
            assert corners(sound) < 0.002
            assert not sound[0].any()
            assert np.abs(sound[-1]).max() < 1e-4
            loudest = np.abs(sound).max(axis=1)
            assert loudest[: frames(20)].max() < 0.5 * 0.11  # it takes more than 20 ms to be there
            assert loudest[6 * SAMPLE_RATE : 7 * SAMPLE_RATE].max() > 0.01
        left, right = two[: 4 * SAMPLE_RATE].T
        side = np.dot(left, right) / np.sqrt(np.dot(left, left) * np.dot(right, right))
        assert 0.5 < side < 0.995  # wide, and still one bell
        swells = np.abs(one[SAMPLE_RATE : 6 * SAMPLE_RATE, 0]).reshape(-1, SAMPLE_RATE // 10).max(axis=1)
        assert np.count_nonzero(np.diff(np.sign(np.diff(swells))) < 0) >= 1  # a second swell comes


def test_three_strikes_come_when_they_should_and_stay_softer_than_the_voice() -> None:
    bells = Bell(low=True, times=3, every=Ms(5000), span=HERE)
    sound = whole(compose(exercise(bells, exact(20_000)), None, MEASURES))[:, 0]
    for number in range(3):
        at = HEAD + frames(5000 * number)
        before, after = (np.abs(sound[at + a : at + b]).max() for a, b in ((-2000, 0), (2000, 8000)))
        assert after > 1.5 * before
    assert np.abs(sound).max() < 0.2


def test_breath_tones_swell_with_the_breath(timeline: Timeline) -> None:
    tones = compose(exercise(Breath(PHASES, 1, Guide.TONES, HERE)), None, MEASURES)
    sound = np.abs(whole(tones)[:, 0])
    seconds = [sound[HEAD + frames(ms) : HEAD + frames(ms + 200)].max() for ms in (100, 1700, 2400, 5400)]
    assert seconds[0] < 0.5 * seconds[1]
    assert seconds[2] == pytest.approx(max(seconds), rel=0.1)
    assert seconds[3] < 0.5 * seconds[2]


def test_a_tone_lies_softly_under_the_first_words_and_stays_when_they_are_gone() -> None:
    breath = compose(exercise(Breath(PHASES, 4, Guide.BOTH, HERE)), None, MEASURES)
    silent = Mix(breath, mute, 1.0).read(0, breath.length)[:, 0]
    turn = frames(5700)
    loudest = [np.abs(silent[HEAD + n * turn : HEAD + (n + 1) * turn]).max() for n in range(4)]
    assert loudest[0] == pytest.approx(loudest[1], rel=0.08)
    assert loudest[2] == pytest.approx(loudest[3], rel=0.08)
    assert loudest[0] == pytest.approx(0.5 * loudest[2], rel=0.15)
    assert corners(silent) < 2e-4


@pytest.mark.parametrize(("guide", "sounds"), [(Guide.WORDS, False), (Guide.TONES, True)])
def test_a_breath_led_by_words_alone_has_no_tone(guide: Guide, *, sounds: bool) -> None:
    breath = compose(exercise(Breath(PHASES, 4, guide, HERE)), None, MEASURES)
    assert Mix(breath, mute, 1.0).read(0, breath.length).any() == sounds


def mute(utterance: Utterance) -> Speech:
    spoken = half_second_a_word(utterance)
    return Speech(np.zeros(spoken.length, np.float32), spoken)
