import numpy as np
import pytest
from numpy.typing import NDArray

from feltsense.errors import VoiceError
from feltsense.units import SAMPLE_RATE, Frames, frames
from feltsense.voice.port import EngineWord
from feltsense.voice.postprocess import postprocess, share_by_syllables

RATE = 24_000


def spoken(before: float = 0.4, seconds: float = 1.0, after: float = 0.6) -> NDArray[np.float32]:
    """Return something speech-like, in silence with a floor of noise at -80 dB."""
    samples = np.random.default_rng(1).standard_normal(round((before + seconds + after) * RATE)) * 1e-5
    start, length = round(before * RATE), round(seconds * RATE)
    samples[start : start + length] += 0.3 * np.sin(2 * np.pi * 180 * np.arange(length) / RATE)
    return samples.astype(np.float32)


def test_built_in_silence_goes_and_a_little_room_stays() -> None:
    speech = postprocess(spoken(), RATE, None, "One two.")
    assert speech.spoken.length == pytest.approx(frames(1080), abs=frames(8))
    assert len(speech.samples) == speech.spoken.length
    assert speech.samples.dtype == np.float32


def test_how_long_the_silence_was_does_not_matter() -> None:
    lengths = {
        postprocess(spoken(before, 1.0, after), RATE, None, "One.").spoken.length
        for before, after in ((0.1, 0.2), (0.4, 0.6), (1.5, 0.1))
    }
    assert max(lengths) - min(lengths) <= frames(8)


def test_samples_that_begin_and_end_with_speech_are_not_cut() -> None:
    speech = postprocess(spoken(0.0, 1.0, 0.0), RATE, None, "One.")
    assert speech.spoken.length == frames(1000)


def test_it_starts_and_ends_with_nothing() -> None:
    samples = postprocess(spoken(0.0, 1.0, 0.0), RATE, None, "One.").samples
    assert samples[0] == samples[-1] == 0.0
    assert np.abs(samples[: frames(2)]).max() < 0.1


def test_a_soft_consonant_that_hangs_on_is_kept_and_a_breath_apart_is_not() -> None:
    samples = spoken(0.6, 1.0, 0.6)
    noise = np.random.default_rng(2).standard_normal(round(0.15 * RATE)).astype(np.float32)
    soft, apart = samples.copy(), samples.copy()
    soft[round(0.45 * RATE) : round(0.60 * RATE)] += noise * 0.3 * 0.0075  # 40 dB below, up to the speech
    apart[: round(0.15 * RATE)] += noise * 0.3 * 0.0075
    plain = postprocess(samples, RATE, None, "Fold.").spoken.length
    assert postprocess(soft, RATE, None, "Fold.").spoken.length - plain > frames(130)
    assert postprocess(apart, RATE, None, "Fold.").spoken.length == plain


def test_loudness_of_the_engine_does_not_move_the_cut() -> None:
    loud, quiet = (
        postprocess(spoken(), RATE, None, "One."),
        postprocess(spoken() * np.float32(0.05), RATE, None, "One."),
    )
    assert abs(loud.spoken.length - quiet.spoken.length) <= frames(5)


@pytest.mark.parametrize("rate", [16_000, 22_050, 24_000, 44_100, 48_000])
def test_every_rate_ends_at_ours(rate: int) -> None:
    tone = (0.3 * np.sin(2 * np.pi * 441 * np.arange(rate) / rate)).astype(np.float32)
    samples = postprocess(tone, rate, None, "One.").samples
    assert len(samples) == pytest.approx(SAMPLE_RATE, abs=2)
    peak = np.abs(np.fft.rfft(samples, SAMPLE_RATE)).argmax()
    assert peak == pytest.approx(441, abs=1)


def test_word_times_move_with_the_cut_and_stay_inside() -> None:
    words = [EngineWord("One", 0.40, 0.80), EngineWord("two.", 0.90, 2.5)]
    speech = postprocess(spoken(), RATE, words, "One two.")
    one, two = speech.spoken.words
    assert (one.text, two.text) == ("One", "two.")
    assert one.start == pytest.approx(frames(20), abs=frames(6))
    assert one.length == pytest.approx(frames(400), abs=2)
    assert two.start + two.length == speech.spoken.length


def test_the_peak_is_that_of_the_finished_samples() -> None:
    speech = postprocess(spoken(), RATE, None, "One.")
    assert speech.spoken.true_peak == pytest.approx(0.3, abs=0.02)


def test_words_without_times_share_the_phrase_by_syllables() -> None:
    words = share_by_syllables("Notice the extraordinary floor.", Frames(8000))
    assert [word.text for word in words] == ["Notice", "the", "extraordinary", "floor."]
    assert words[0].start == 0
    assert words[2].length > 3 * words[1].length
    assert sum(word.length for word in words) == 8000


@pytest.mark.parametrize("text", ["Отпустите плечи.", "肩の力を抜く", "Überströmen", "5 4 3", "— rest —"])
def test_any_script_can_be_shared(text: str) -> None:
    words = share_by_syllables(text, Frames(44_100))
    assert [word.text for word in words] == text.split()
    assert all(word.length > 0 for word in words)


@pytest.mark.parametrize(
    "samples",
    [np.zeros(0), np.zeros(24_000), np.full(24_000, 1e-6), np.array([0.1, np.nan] * 500), np.array([np.inf] * 500)],
)
def test_no_sound_is_an_error_that_names_the_phrase(samples: NDArray[np.float64]) -> None:
    with pytest.raises(VoiceError, match=r"«Rest now\.»"):
        postprocess(samples.astype(np.float32), RATE, None, "Rest now.")


def test_the_engines_samples_are_left_as_they_are() -> None:
    samples = spoken(0.0, 1.0, 0.0)
    before = samples.copy()
    postprocess(samples, SAMPLE_RATE, None, "One.")
    assert np.array_equal(samples, before)
