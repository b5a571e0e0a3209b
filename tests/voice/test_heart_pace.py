import pytest
from hypothesis import given
from hypothesis import strategies as st

from feltsense.audio.loudness import speech_loudness
from feltsense.units import SAMPLE_RATE, Wpm
from feltsense.voice.heart.pace import (
    HEART_PACE,
    engine_speed,
)
from feltsense.voice.heart.voice import open_voice
from feltsense.voice.neural.pace import Rhythm
from feltsense.voice.port import Speech, Utterance, Voice

# none of them was used to find the constants
SENTENCES = (
    "Sit in a way that lets your spine be long and easy.",
    "Hear the sounds in the room without naming any of them.",
    "Your thoughts can pass through, like clouds in a wide sky.",
    "Touch the fabric of your sleeve, and notice how it feels.",
    "Somebody, somewhere, is awake and feels just as you do.",
    "Breathe out slowly, as though through a thin straw.",
    "Recall a time when you belonged, even for a moment.",
    "Gently tell yourself that this is difficult, and that it will pass.",
    "Let the back of your head be heavy on the pillow.",
    "Follow the outline of a window or a picture with your eyes.",
    "Write one honest sentence about what you need today.",
    "Notice whether anything has changed since you began.",
    "Stand up, if you can, and shake out both of your arms.",
    "Compassion for yourself is a skill that grows with practice.",
)


pytestmark = pytest.mark.usefixtures("quick_start")


@pytest.fixture(scope="module")
def voice() -> Voice:
    return open_voice()


def measured(speech: Speech, sentence: str) -> float:
    return len(sentence.split()) * 60 * SAMPLE_RATE / speech.spoken.length


@pytest.mark.parametrize("pace", [90, 110, 130, 150, 180])
def test_ordinary_sentences_are_spoken_at_the_asked_pace_as_loud_as_expected(voice: Voice, pace: int) -> None:
    spoken = [voice.speak(Utterance(sentence, Wpm(pace), "en-US")) for sentence in SENTENCES]
    paces = [measured(speech, sentence) for speech, sentence in zip(spoken, SENTENCES, strict=True)]
    assert sum(paces) / len(paces) == pytest.approx(pace, rel=0.08)
    assert sum(abs(one / pace - 1) <= 0.08 for one in paces) >= 0.7 * len(paces)
    loudness = speech_loudness(speech.samples for speech in spoken)
    assert loudness == pytest.approx(voice.loudness(Wpm(pace)), abs=0.5)
    if pace > 100:  # below, sentences of short words come up against the slowest that it speaks
        assert all(abs(one / pace - 1) <= 0.2 for one in paces)


def test_short_phrases_keep_their_nature(voice: Voice) -> None:
    seconds = voice.speak(Utterance("In.", Wpm(130), "en-US")).spoken.length / SAMPLE_RATE
    assert 0.25 < seconds < 1.0


@given(
    st.lists(st.floats(0.5, 6.0), min_size=1, max_size=120),
    st.integers(1, 30),
    st.integers(60, 240),
)
def test_durations_are_whole_and_their_sum_is_the_stretched_one(speech: list[float], words: int, pace: int) -> None:
    units = HEART_PACE.durations(Rhythm([13.7], speech, [12.0, 1.0]), words, pace)
    assert units[0] == 14
    assert units[-2:] == [12, 1]
    assert min(units) >= 1
    factor = HEART_PACE.stretch(sum(speech) * 0.025, words, pace)
    assert HEART_PACE.least <= factor <= HEART_PACE.most
    if factor * min(speech) >= 1:
        assert abs(sum(units[1:-2]) - factor * sum(speech)) <= 1


def test_a_slower_pace_is_never_shorter() -> None:
    speech = [2.0, 3.0, 1.0, 4.2, 2.0, 1.0] * 8
    lengths = [sum(HEART_PACE.durations(Rhythm([13.0], speech, [12.0]), 9, pace)) for pace in range(60, 241, 5)]
    assert lengths == sorted(lengths, reverse=True)
    assert len(set(lengths)) > 20, "it goes by small steps"


def test_the_engines_own_speed_rises_with_the_pace_and_is_held_at_the_ends() -> None:
    speeds = [engine_speed(pace) for pace in range(60, 300, 10)]
    assert speeds == sorted(speeds)
    assert (speeds[0], speeds[-1]) == (0.35, 1.2)
    assert engine_speed(130) == pytest.approx(0.55, abs=0.02)
