from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from feltsense.errors import ScriptError, VoiceError
from feltsense.mix.prepare import AudioPreparation
from feltsense.script.model import Exercise, SoundscapeCue
from feltsense.script.options import VersionOptions, apply_options
from feltsense.script.parser import parse
from feltsense.timeline.expand import expand
from feltsense.units import SAMPLE_RATE
from feltsense.voice.cache import SpeechCache
from feltsense.voice.port import Utterance
from feltsense.voice.synthesiser import Synthesiser
from sine_voice import SineVoice
from sounding import pitch, tone, write_wav

SCRIPT = """---
title: A small one
minutes: 0.5
{front}
---
Here is a sentence. [pause 2s]
And another one. [pause 1s to 1m]
The last.
"""


def small(front: str = "practice: grounding") -> Exercise:
    return parse(SCRIPT.format(front=front), "small").exercise


@pytest.fixture
def speaker(tmp_path: Path) -> Iterator[Synthesiser]:
    with Synthesiser(SineVoice(), SpeechCache(tmp_path / "cache")) as made:
        yield made


def test_without_wishes_everything_is_as_the_script_says() -> None:
    front = apply_options(small("soundscape: rain\nvoice: system"), VersionOptions()).front
    assert (front.voice, front.soundscape) == ("system", "rain")


def test_what_is_wished_for_goes_before_the_script() -> None:
    options = VersionOptions(voice="heart", soundscape="ocean")
    front = apply_options(small("soundscape: rain\nvoice: system"), options).front
    assert (front.voice, front.soundscape) == ("heart", "ocean")


def test_off_takes_the_soundscape_away() -> None:
    assert apply_options(small("soundscape: rain"), VersionOptions(soundscape="off")).front.soundscape is None


def cued(*cues: str) -> Exercise:
    body = "\n".join(["[repeat 2 times]", "A sentence.", *cues, "[end]", "[from 0.1 min]", *cues, "[end]"])
    return parse(f"---\ntitle: A\n---\nOne.\n{body}\n", "small").exercise


@pytest.mark.parametrize(
    ("soundscape", "heard"),
    [(None, ["ocean", None]), ("rain", ["rain", None]), ("off", [None, None]), ("OFF", [None, None])],
)
def test_a_wish_takes_the_place_of_every_cue_and_silence_stays_silence(
    soundscape: str | None, heard: list[str | None]
) -> None:
    exercise = apply_options(
        cued("[soundscape ocean]", "[pause 1s]", "[soundscape off]"), VersionOptions(soundscape=soundscape)
    )
    names = [step.name for step in expand(exercise, 1.0).steps if isinstance(step, SoundscapeCue)]
    assert names == 3 * heard


def test_a_mix_is_opened_for_a_background_where_that_is_wished(speaker: Synthesiser) -> None:
    made = AudioPreparation(small(), None, speaker, None, stereo=True).prepare(lambda *_: None)
    alone = AudioPreparation(small(), None, speaker, None).prepare(lambda *_: None)
    assert (made.mix.channels, alone.mix.channels) == (2, 1)
    assert alone.mix.quiet()


def test_sound_files_beside_the_script_are_heard_and_give_it_their_length(speaker: Synthesiser, tmp_path: Path) -> None:
    write_wav(tmp_path / "river.wav", tone(2.5))
    exercise = parse("---\ntitle: A\n---\nOne. [pause 1s]\n[play river.wav]\n[pause 1s]\nTwo.\n", "small").exercise
    made = AudioPreparation(exercise, None, speaker, tmp_path).prepare(lambda *_: None)
    (event,) = made.timeline.overlays
    assert (event.length, event.line, made.mix.channels) == (2.5 * SAMPLE_RATE, 5, 1)
    sound = made.mix.read(event.start, event.start + event.length)
    assert pitch(sound[10_000:80_000]) == pytest.approx(330, abs=1)


def test_a_performance_lasts_as_long_as_asked_and_is_as_long_as_its_mix(speaker: Synthesiser) -> None:
    for minutes, frames in ((None, 1_323_000), (0.75, 1_984_500)):
        made = AudioPreparation(small(), minutes, speaker, None).prepare(lambda *_: None)
        assert made.timeline.length == made.mix.length == frames


def test_progress_counts_every_phrase(speaker: Synthesiser) -> None:
    told: list[tuple[int, int]] = []
    AudioPreparation(small(), None, speaker, None).prepare(lambda done, total: told.append((done, total)))
    assert told[-1] == (3, 3)


def test_a_phrase_that_cannot_be_spoken_is_told_by_its_line(tmp_path: Path) -> None:
    def refuse(utterance: Utterance) -> None:
        if "another" in utterance.text:
            raise VoiceError("It cannot be said.", "Try other words.")

    voice = SineVoice(before=refuse)
    with (
        Synthesiser(voice, SpeechCache(tmp_path)) as speaker,
        pytest.raises(ScriptError, match="small, line 7: It cannot"),
    ):
        AudioPreparation(small(), None, speaker, None).prepare(lambda *_: None)


def test_a_phrase_that_fails_while_it_is_heard_is_told_by_its_line_too(tmp_path: Path) -> None:
    voice = SineVoice()
    with Synthesiser(voice, SpeechCache(tmp_path / "cache")) as speaker:
        mix = AudioPreparation(small(), None, speaker, None).prepare(lambda *_: None).mix
        for path in (tmp_path / "cache").rglob("*"):
            if path.is_file():
                path.unlink()

        def gone(_utterance: Utterance) -> None:
            raise VoiceError("The voice has gone.")

        voice.before = gone
        with pytest.raises(ScriptError, match=r"small, line \d: The voice has gone\."):
            mix.read(0, mix.length)


def test_the_same_exercise_sounds_the_same_twice(speaker: Synthesiser) -> None:
    one, other = (AudioPreparation(small(), None, speaker, None).prepare(lambda *_: None).mix for _ in range(2))
    np.testing.assert_array_equal(one.read(0, one.length), other.read(0, other.length))
