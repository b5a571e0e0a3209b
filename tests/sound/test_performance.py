from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from feltsense.errors import ScriptError, VoiceError
from feltsense.script.model import Exercise
from feltsense.script.parser import parse
from feltsense.script.wishes import Wishes, wished
from feltsense.sound.performance import perform
from feltsense.voice.cache import SpeechCache
from feltsense.voice.port import Utterance
from feltsense.voice.speaker import Speaker
from sine_voice import SineVoice

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
def speaker(tmp_path: Path) -> Iterator[Speaker]:
    with Speaker(SineVoice(), SpeechCache(tmp_path / "cache")) as made:
        yield made


def test_without_wishes_everything_is_as_the_script_says() -> None:
    front = wished(small("soundscape: rain\nvoice: system"), Wishes()).front
    assert (front.voice, front.soundscape) == ("system", "rain")


def test_what_is_wished_for_goes_before_the_script() -> None:
    wishes = Wishes(voice="heart", soundscape="ocean")
    front = wished(small("soundscape: rain\nvoice: system"), wishes).front
    assert (front.voice, front.soundscape) == ("heart", "ocean")


def test_off_takes_the_soundscape_away() -> None:
    assert wished(small("soundscape: rain"), Wishes(soundscape="off")).front.soundscape is None


@pytest.mark.parametrize(
    ("front", "voice"),
    [("language: de", "system"), ("language: en-GB", "heart"), ("language: de\nvoice: heart", "heart")],
)
def test_another_language_picks_a_voice_of_the_system_unless_one_is_named(front: str, voice: str) -> None:
    assert wished(small(front), Wishes()).front.voice == voice


def test_a_performance_lasts_as_long_as_asked_and_is_as_long_as_its_mix(speaker: Speaker) -> None:
    for minutes, frames in ((None, 1_323_000), (0.75, 1_984_500)):
        made = perform(small(), minutes, speaker, None, lambda *_: None)
        assert made.timeline.length == made.mix.length == frames


def test_progress_counts_every_phrase(speaker: Speaker) -> None:
    told: list[tuple[int, int]] = []
    perform(small(), None, speaker, None, lambda done, total: told.append((done, total)))
    assert told[-1] == (3, 3)


def test_a_phrase_that_cannot_be_spoken_is_told_by_its_line(tmp_path: Path) -> None:
    def refuse(utterance: Utterance) -> None:
        if "another" in utterance.text:
            raise VoiceError("It cannot be said.", "Try other words.")

    voice = SineVoice(before=refuse)
    with Speaker(voice, SpeechCache(tmp_path)) as speaker, pytest.raises(ScriptError, match="small, line 7: It cannot"):
        perform(small(), None, speaker, None, lambda *_: None)


def test_a_phrase_that_fails_while_it_is_heard_is_told_by_its_line_too(tmp_path: Path) -> None:
    voice = SineVoice()
    with Speaker(voice, SpeechCache(tmp_path / "cache")) as speaker:
        mix = perform(small(), None, speaker, None, lambda *_: None).mix
        for path in (tmp_path / "cache").rglob("*"):
            if path.is_file():
                path.unlink()

        def gone(_utterance: Utterance) -> None:
            raise VoiceError("The voice has gone.")

        voice.before = gone
        with pytest.raises(ScriptError, match=r"small, line \d: The voice has gone\."):
            mix.read(0, mix.length)


def test_the_same_exercise_sounds_the_same_twice(speaker: Speaker) -> None:
    one, other = (perform(small(), None, speaker, None, lambda *_: None).mix for _ in range(2))
    np.testing.assert_array_equal(one.read(0, one.length), other.read(0, other.length))
