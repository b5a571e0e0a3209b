"""Voices of Piper: what the model at hand says, and a tiny one of our own for what that does not have."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from added_material import need_espeak
from feltsense.errors import VoiceError
from feltsense.units import SAMPLE_RATE, Wpm
from feltsense.voice.piper.voice import PiperVoice
from feltsense.voice.port import Utterance
from tiny_piper import JOE_MEASURES, new_joe, tiny_voice

SENTENCES = (
    "Sit in a way that lets your spine be long and easy.",
    "Hear the sounds in the room without naming any of them.",
    "Touch the fabric of your sleeve, and notice how it feels.",
    "Gently tell yourself that this is difficult, and that it will pass.",
    "Follow the outline of a window or a picture with your eyes.",
    "Compassion for yourself is a skill that grows with practice.",
)
FIRST = Utterance("Notice your feet on the floor.", Wpm(130), "en-US")


@pytest.fixture(autouse=True)
def _with_espeak() -> None:
    need_espeak()


@pytest.fixture(scope="module")
def joe() -> Iterator[PiperVoice]:
    voice = new_joe()
    yield voice
    voice.close()


def test_the_same_phrase_has_the_same_bits_in_every_run_thread_and_engine(joe: PiperVoice) -> None:
    expected = joe.speak(FIRST)
    with ThreadPoolExecutor(3) as threads:
        spoken = [*threads.map(joe.speak, [FIRST] * 3), new_joe().speak(FIRST)]
    assert all(np.array_equal(expected.samples, one.samples) for one in spoken)
    assert all(expected.spoken == one.spoken for one in spoken)


def test_words_are_timed_in_order_and_the_first_begins_at_once(joe: PiperVoice) -> None:
    speech = joe.speak(FIRST)
    words = speech.spoken.words
    assert [word.text for word in words] == FIRST.text.split()
    assert words[0].start < 0.08 * SAMPLE_RATE
    assert all(one.start + one.length <= two.start for one, two in pairwise(words))
    assert words[-1].start + words[-1].length <= speech.spoken.length == len(speech.samples)
    assert len(speech.samples) - words[-1].start - words[-1].length < 0.2 * SAMPLE_RATE


@pytest.mark.parametrize("pace", [110, 130, 150])
def test_the_asked_pace_is_met_within_a_tenth(joe: PiperVoice, pace: int) -> None:
    sentences = SENTENCES if pace == 130 else SENTENCES[:3]
    lengths = [joe.speak(Utterance(text, Wpm(pace), "en-US")).spoken.length / SAMPLE_RATE for text in sentences]
    paces = [len(text.split()) * 60 / length for text, length in zip(sentences, lengths, strict=True)]
    assert sum(paces) / len(paces) == pytest.approx(pace, rel=0.1)
    assert all(one == pytest.approx(pace, rel=0.15) for one in paces)


def test_nothing_sounds_before_the_first_word(joe: PiperVoice) -> None:
    samples = joe.speak(Utterance("Puddles are quiet.", Wpm(110), "en-US")).samples
    onset = np.flatnonzero(np.abs(samples) > 0.05 * np.abs(samples).max())[0]
    assert onset < 0.12 * SAMPLE_RATE


def test_another_language_and_too_slow_a_pace_are_refused_in_words(joe: PiperVoice) -> None:
    with pytest.raises(VoiceError, match=r"piper:joe speaks en-US, and this is in de\."):
        joe.speak(Utterance("Guten Tag.", Wpm(130), "de"))
    with pytest.raises(VoiceError, match=r"below 110 words a minute, and 100 is") as raised:
        joe.speak(Utterance("Good day.", Wpm(100), "en"))
    assert "pace: 110" in raised.value.hint
    with pytest.raises(VoiceError, match="cannot read «д»"):
        joe.speak(Utterance("Good день.", Wpm(130), "en"))


def test_identity_names_files_speaker_and_what_reads_the_text(joe: PiperVoice) -> None:
    identity = joe.identity("en-GB")
    assert (identity["engine"], identity["model"], identity["config"]) == ("piper", "of the model", "of the config")
    assert {"phonemes", "dictionary", "text", "pace", "noise", "post", "onnxruntime", "machine"} <= set(identity)
    assert joe.loudness(Wpm(130)) == JOE_MEASURES.lufs


def spoken_frames(voice: PiperVoice) -> int:
    return voice.speak(Utterance(SENTENCES[3], Wpm(130), "en")).spoken.length


def test_a_low_rate_becomes_ours(tmp_path: Path) -> None:
    low = spoken_frames(PiperVoice(tiny_voice(tmp_path, audio={"sample_rate": 16000})))
    usual = spoken_frames(PiperVoice(tiny_voice(tmp_path)))
    assert low == pytest.approx(usual, rel=0.15), "the pace is what was asked for, at any rate of frames"


def test_each_speaker_sounds_otherwise(tmp_path: Path) -> None:
    added = tiny_voice(tmp_path, num_speakers=3, speaker_id_map={"anna": 0, "ben": 2}, default_speaker_id=2)
    anna, ben, third, default = (PiperVoice(added, name) for name in ("anna", "ben", "1", ""))
    assert (anna.name, default.name) == ("piper:tiny:anna", "piper:tiny")
    samples = [voice.speak(FIRST).samples for voice in (anna, ben, third, default)]
    assert np.array_equal(samples[1], samples[3])
    assert not np.array_equal(samples[0], samples[1])
    assert not np.array_equal(samples[0], samples[2])
    assert len({voice.identity("en")["speaker"] for voice in (anna, ben, third)}) == 3
    with pytest.raises(VoiceError, match="no speaker called “carl”") as raised:
        PiperVoice(added, "carl")
    assert "anna, 1, ben" in raised.value.hint


def test_what_was_measured_of_one_speaker_is_not_told_of_another(tmp_path: Path) -> None:
    added = tiny_voice(tmp_path, num_speakers=2, speaker_id_map={"anna": 0, "ben": 1})
    measured = replace(added, measures=JOE_MEASURES)
    loudness = [PiperVoice(measured, name).loudness(Wpm(130)) for name in ("", "anna", "ben")]
    assert loudness == [JOE_MEASURES.lufs, JOE_MEASURES.lufs, None]


@pytest.mark.parametrize("ceils", [1, 2])
def test_closing_ends_what_is_being_spoken_and_it_speaks_again_when_asked(tmp_path: Path, ceils: int) -> None:
    voice = PiperVoice(tiny_voice(tmp_path, ceils=ceils))
    before = voice.speak(FIRST)
    going = voice._engine
    assert going is not None
    voice.close()
    with pytest.raises(VoiceError, match="closed before it had spoken"):
        going.speak(voice._task(FIRST))
    assert np.array_equal(voice.speak(FIRST).samples, before.samples)


def test_a_voice_with_one_speaker_has_no_others(tmp_path: Path) -> None:
    with pytest.raises(VoiceError, match="no speaker called “anna”"):
        PiperVoice(tiny_voice(tmp_path), "anna")


def test_a_model_that_cannot_be_split_still_repeats_and_keeps_the_pace(tmp_path: Path) -> None:
    added = tiny_voice(tmp_path, ceils=2)
    first, again = (PiperVoice(added).speak(FIRST) for _ in range(2))
    assert np.array_equal(first.samples, again.samples)
    slow, quick = (PiperVoice(added).speak(Utterance(FIRST.text, Wpm(pace), "en")) for pace in (110, 160))
    assert slow.spoken.length > 1.2 * quick.spoken.length
    assert [word.text for word in first.spoken.words] == FIRST.text.split()


def test_a_broken_model_and_one_of_another_config_are_refused(tmp_path: Path) -> None:
    added = tiny_voice(tmp_path)
    whole = added.files["model"].read_bytes()
    for broken in (b"", whole[: len(whole) // 2], b"PK\x03\x04", b"\x80\x02}q\x00."):
        added.files["model"].write_bytes(broken)
        with pytest.raises(VoiceError, match="does not open"):
            PiperVoice(added).speak(FIRST)
    added.files["model"].unlink()
    with pytest.raises(VoiceError, match="cannot be read"):
        PiperVoice(added).speak(FIRST)
