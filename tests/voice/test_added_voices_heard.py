"""Voices that a user would add: understood by a recogniser, silent before they speak, as long as the timeline says.

One test for each voice, as twenty sentences take some of them half a minute.
"""

import wave
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from added_material import kokoro_model, kokoro_style, need_espeak
from feltsense.render.job import RenderJob, render
from feltsense.render.targets import Format
from feltsense.script.parser import parse
from feltsense.timeline.model import SpeechEvent
from feltsense.units import SAMPLE_RATE, Wpm
from feltsense.voice.added.model import AddedVoice, VoiceMeasures
from feltsense.voice.cache import SpeechCache
from feltsense.voice.kokoro.voice import KokoroVoice
from feltsense.voice.port import Speech, Utterance, Voice
from feltsense.voice.synthesiser import Synthesiser
from spoken_sentences import SENTENCES
from tiny_piper import new_joe
from understanding import word_error_rate

pytestmark = pytest.mark.slow

PACE = Wpm(130)
SCRIPT = """---
title: A small one
language: {language}
pace: 130
---

## One

{0} [pause 2s]
{1}
{2} [pause 1s]
"""


@dataclass(frozen=True)
class HeardVoice:
    """A voice, and how well it is to be understood."""

    name: str
    language: str
    open: Callable[[], Voice]
    most_errors: float
    """Of all words at the usual pace."""

    @property
    def sentences(self) -> Sequence[str]:
        return SENTENCES[self.language[:2]]


def kokoro(name: str, language: str, most_errors: float) -> HeardVoice:
    def open_kokoro() -> Voice:
        files = {"model": kokoro_model(), "style": kokoro_style(name)}
        hashes = dict.fromkeys(files, "")
        measures = VoiceMeasures(-20.0, 0.08, 205.0)
        return KokoroVoice(AddedVoice("kokoro", name, (language,), files, hashes, "", "", measures))

    return HeardVoice(f"kokoro:{name}", language, open_kokoro, most_errors)


VOICES = (
    HeardVoice("piper:joe", "en-US", new_joe, 0.05),
    kokoro("af_heart", "en-US", 0.03),
    kokoro("ef_dora", "es-ES", 0.1),
    kokoro("ff_siwis", "fr-FR", 0.12),
    kokoro("if_sara", "it-IT", 0.1),
    kokoro("pf_dora", "pt-BR", 0.1),
)


@pytest.mark.parametrize("voice", VOICES, ids=lambda voice: voice.name)
def test_it_is_understood_begins_in_silence_and_keeps_its_lengths(voice: HeardVoice, tmp_path: Path) -> None:
    need_espeak()
    with Synthesiser(voice.open(), SpeechCache(tmp_path / "cache")) as speaker:
        spoken = [speaker.speech(Utterance(text, PACE, voice.language)) for text in voice.sentences]
        for speech in spoken:
            expect_silent_start(speech)
        wrong = word_error_rate(voice.sentences, [speech.samples for speech in spoken], voice.language[:2])
        assert wrong <= voice.most_errors, f"{wrong:.1%} of the words are heard otherwise"
        expect_rendered_lengths(voice, speaker, tmp_path)


def expect_silent_start(speech: Speech) -> None:
    """Nothing sounds before the first word: a model may hum in its first silence."""
    loudest = np.abs(speech.samples).max()
    assert np.abs(speech.samples[: SAMPLE_RATE // 200]).max() < loudest / 30
    assert speech.spoken.words[0].start < 0.15 * SAMPLE_RATE


def expect_rendered_lengths(voice: HeardVoice, speaker: Synthesiser, folder: Path) -> None:
    """The file has just the frames of the timeline, and each phrase in it those of its speech."""
    exercise = parse(SCRIPT.format(*voice.sentences, language=voice.language), "small").exercise
    rendered = render(RenderJob(exercise, None, folder / "small.wav", Format.WAV), speaker, lambda *_: None)
    with wave.open(str(rendered.files[0]), "rb") as file:
        assert file.getnframes() == rendered.timeline.length
    phrases = [tile for tile in rendered.timeline.tiles if isinstance(tile, SpeechEvent)]
    assert [phrase.text for phrase in phrases] == list(voice.sentences[:3])
    assert [phrase.length for phrase in phrases] == [len(speaker.speech(each.utterance).samples) for each in phrases]
