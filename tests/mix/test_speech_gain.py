import math

import numpy as np
import pytest
from numpy.typing import NDArray

from feltsense.audio.loudness import LoudnessMeter, integrated, speech_loudness
from feltsense.mix.levels import TARGET_LUFS, speech_gain
from feltsense.mix.prepare import AudioPreparation
from feltsense.script.parser import parse
from feltsense.units import SAMPLE_RATE, Wpm
from feltsense.voice.port import Speech, Utterance
from feltsense.voice.synthesiser import Synthesiser
from sine_voice import SineVoice, tone


def sine(amplitude: float, seconds: float = 3.0) -> NDArray[np.float32]:
    """A tone of 1 kHz, which the weighting raises by 0.69 dB."""
    time = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    return (amplitude * np.sin(2 * np.pi * 1000 * time)).astype(np.float32)


def test_loudness_of_a_steady_block_is_the_standards() -> None:
    assert integrated([0.01] * 20) == pytest.approx(-0.691 - 20)


def test_quiet_blocks_are_gated_out() -> None:
    assert integrated([0.01] * 20 + [0.01 / 100] * 100) == pytest.approx(-20.691, abs=0.01)
    assert integrated([1e-9] * 10) is None


def test_the_gain_brings_speech_to_its_target() -> None:
    loudness = speech_loudness([sine(0.05, seconds=60)])
    assert loudness == pytest.approx(20 * math.log10(0.05) - 3.01, abs=0.1)
    assert speech_loudness([sine(0.05, seconds=60) * np.float32(speech_gain(loudness))]) == pytest.approx(
        TARGET_LUFS, abs=0.01
    )


def test_the_number_of_pieces_and_the_silence_between_do_not_matter() -> None:
    assert speech_loudness([sine(0.05)]) == pytest.approx(speech_loudness([sine(0.05)] * 30))


def test_without_speech_nothing_is_changed() -> None:
    assert speech_loudness([]) is None
    assert speech_gain(None) == 1.0


class FallingVoice(SineVoice):
    """Speaks each phrase as loud as it says in it."""

    known: float | None = None

    def loudness(self, pace: Wpm) -> float | None:  # noqa: ARG002 - it is the same at any
        return self.known

    def speak(self, utterance: Utterance) -> Speech:
        self.spoken[utterance.text] += 1
        return tone("the same", 2 * SAMPLE_RATE, 0.5 if "loud" in utterance.text else 0.01)


def heard(voice: SineVoice, words: list[str]) -> float | None:
    script = "---\ntitle: A\n---\n" + "\n".join(f"This is {word} {n}." for n, word in enumerate(words))
    with Synthesiser(voice, None) as speaker:
        mix = AudioPreparation(parse(script, "a").exercise, None, speaker, None).prepare(lambda *_: None).mix
        meter = LoudnessMeter()
        meter.add(mix.read(0, mix.length))
    return meter.result()[0]


def test_a_voice_of_unknown_loudness_is_measured_by_its_first_five_phrases() -> None:
    assert heard(FallingVoice(), ["loud"] * 5 + ["soft"] * 20) == pytest.approx(TARGET_LUFS, abs=0.2)


def test_a_voice_of_known_loudness_is_believed() -> None:
    voice = FallingVoice()
    voice.known = TARGET_LUFS - 6
    softer = heard(voice, ["soft"] * 6)
    assert softer is not None
    raw = speech_loudness([tone("the same", 2 * SAMPLE_RATE, 0.01).samples])
    assert raw is not None
    assert softer == pytest.approx(raw + 6, abs=0.2)
