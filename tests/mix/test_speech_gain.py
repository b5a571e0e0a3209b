import math

import pytest

from feltsense.audio.loudness import integrated
from feltsense.mix.levels import TARGET_LUFS, speech_gain
from feltsense.units import Frames
from feltsense.voice.port import SpeechInfo


def tone(mean_square: float, seconds: float = 3.0, peak: float = 0.1) -> SpeechInfo:
    hops = round(seconds * 10)
    return SpeechInfo(Frames(hops * 4410), (), (mean_square * 4410,) * hops + (0.0,) * 3, peak)


def test_loudness_of_a_steady_block_is_the_standards() -> None:
    assert integrated([0.01] * 20) == pytest.approx(-0.691 - 20)


def test_quiet_blocks_are_gated_out() -> None:
    assert integrated([0.01] * 20 + [0.01 / 100] * 100) == pytest.approx(-20.691, abs=0.01)
    assert integrated([1e-9] * 10) is None


def test_the_gain_brings_speech_to_its_target() -> None:
    gain = speech_gain([tone(0.001, seconds=60)])
    assert -0.691 + 10 * math.log10(0.001 * gain**2) == pytest.approx(TARGET_LUFS, abs=0.3)


def test_the_number_of_pieces_and_the_silence_between_do_not_matter() -> None:
    assert speech_gain([tone(0.001)]) == pytest.approx(speech_gain([tone(0.001)] * 30))


def test_without_speech_nothing_is_changed() -> None:
    assert speech_gain([]) == 1.0
