"""What is heard while it is being spoken has the same samples as what is spoken first."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from feltsense.errors import FeltsenseError, ScriptError, SoundError, VoiceError
from feltsense.mix.mixer import Mix
from feltsense.mix.prepare import AudioPreparation
from feltsense.mix.prepared_audio import PreparedAudio, StreamedAudio
from feltsense.script.model import Exercise
from feltsense.script.parser import parse
from feltsense.timeline.composition import Composition
from feltsense.timeline.measure import HEAD
from feltsense.timeline.model import SpeechEvent, Timeline
from feltsense.units import SAMPLE_RATE, Frames
from feltsense.voice.cache import SpeechCache
from feltsense.voice.port import Utterance
from feltsense.voice.synthesiser import Synthesiser
from sine_voice import CalibratedVoice, Gate, SineVoice
from sounding import tone, write_wav

PATIENCE_S = 30.0

SCRIPT = """---
title: A small one
{front}
---

## Arriving

Here is a sentence, to begin with. Then there is another one.
[bell]
[breathe in 4 out 6 for 2 rounds with words]
And one more, a little longer than the ones before it. [pause about 6s]
{cue}
Nothing has to be done about it. Is that so?

## Staying

This may be heard or not. [pause about 12s]
It goes on for a while. It is all the same to the ground.

Whatever comes may come, and whatever goes may go.

## Leaving

This is nearly the end. [pause about 4s]
This is the end of it.
"""


def scripted(front: str = "minutes: 2", cue: str = "") -> Exercise:
    parsed = parse(SCRIPT.format(front=front, cue=cue), "small")
    assert not parsed.errors
    return parsed.exercise


@contextmanager
def speaking(folder: Path, voice: SineVoice) -> Iterator[Synthesiser]:
    with Synthesiser(voice, SpeechCache(folder)) as made:
        yield made


def ignore(_done: int, _total: int) -> None:
    pass


def streamed(exercise: Exercise, speaker: Synthesiser, folder: Path | None = None) -> PreparedAudio:
    made = AudioPreparation(exercise, None, speaker, folder, stereo=True).stream(ignore)
    assert isinstance(made, StreamedAudio)
    return made


def finishing(audio: PreparedAudio) -> threading.Thread:
    """Finish on a thread of its own, as a player has it."""

    def finish() -> None:
        try:
            audio.finish(ignore)
        except FeltsenseError as error:
            audio.mix.fail(error)

    thread = threading.Thread(target=finish)
    thread.start()
    return thread


def heard(mix: Mix, block: int) -> "np.ndarray[tuple[int, int], np.dtype[np.float32]]":
    """Return all of a mix, read in blocks until its end, wherever that turns out to be."""
    blocks, at = [], 0
    while at < mix.length:
        blocks.append(mix.read(at, at + block))
        at += block
    sound = np.concatenate(blocks)
    assert not sound[mix.length :].any()
    return sound[: mix.length]


@pytest.mark.parametrize(
    ("front", "block"),
    [("minutes: 2", SAMPLE_RATE // 3), ("pace: 130", 5 * SAMPLE_RATE), ("soundscape: brown", SAMPLE_RATE // 2)],
)
@pytest.mark.parametrize("voice", [SineVoice, CalibratedVoice])
def test_the_samples_are_those_of_the_file(
    tmp_path: Path, front: str, voice: Callable[[], SineVoice], block: int
) -> None:
    assert_same_samples(tmp_path, scripted(front, cue="[soundscape off]" if "brown" in front else ""), voice, block)


@pytest.mark.parametrize(
    ("front", "wishes"),
    [
        ("pace: 130", {"Arriving": "1 min", "Staying": "40s"}),
        ("pace: 130", {"Staying": "30s to 50s", "Leaving": "10 min"}),
        ("minutes: 2", {"Staying": "40s"}),
        ("minutes: 2", {"Arriving": "1 min", "Staying": "46s", "Leaving": "14s"}),
        ("minutes: 1.8", {"Arriving": "1 min", "Staying": "46s", "Leaving": "14s"}),
    ],
)
@pytest.mark.parametrize("voice", [SineVoice, CalibratedVoice])
def test_the_samples_are_those_of_the_file_where_sections_have_lengths(
    tmp_path: Path, front: str, wishes: dict[str, str], voice: Callable[[], SineVoice]
) -> None:
    script = SCRIPT.format(front=front, cue="")
    for title, length in wishes.items():
        script = script.replace(f"## {title}", f"## {title} [{length}]")
    parsed = parse(script, "small")
    assert not parsed.errors
    assert_same_samples(tmp_path, parsed.exercise, voice, SAMPLE_RATE // 2)


def assert_same_samples(folder: Path, exercise: Exercise, voice: Callable[[], SineVoice], block: int) -> None:
    with speaking(folder / "one", voice()) as speaker:
        audio = streamed(exercise, speaker)
        thread = finishing(audio)
        sound = heard(audio.mix, block)
        thread.join()
    with speaking(folder / "two", voice()) as speaker:
        whole = AudioPreparation(exercise, None, speaker, None, stereo=True).prepare(ignore)
        assert audio.timeline == whole.timeline
        assert np.array_equal(sound, heard(whole.mix, SAMPLE_RATE))
        assert audio.settled == whole.timeline.length


def test_the_quiet_before_the_first_word_is_there_before_anything_is_spoken(tmp_path: Path) -> None:
    gate = Gate("In", "Out")
    voice = CalibratedVoice(before=gate)
    with speaking(tmp_path, voice) as speaker:
        audio = streamed(scripted(), speaker)
        assert audio.settled == HEAD
        assert not audio.mix.read(0, audio.settled).any()
        assert set(voice.spoken) == {"In", "Out"}
        thread = finishing(audio)
        gate.let(1)
        first = next(tile for tile in audio.timeline.tiles if isinstance(tile, SpeechEvent))
        assert audio.mix.read(first.start, first.start + SAMPLE_RATE // 10).any()
        gate.let(100)
        thread.join()


def test_what_has_its_place_stays_there_while_it_is_spoken(tmp_path: Path) -> None:
    told: list[tuple[object, ...]] = []
    begun = threading.Event()

    def last_is_late(phrase: Utterance) -> None:
        if phrase.text == "This is the end of it.":
            assert begun.wait(PATIENCE_S)

    with speaking(tmp_path, CalibratedVoice(before=last_is_late)) as speaker:
        audio = streamed(scripted(), speaker)

        def keep() -> None:
            told.append(tuple(tile for tile in audio.timeline.tiles if tile.start < audio.settled))
            begun.set()

        audio.on_settled = keep
        audio.finish(ignore)
    assert len(told) > 1
    assert all(later[: len(before)] == before for before, later in pairwise(told))
    assert told[-1] == audio.timeline.tiles


def test_a_phrase_that_fails_fails_for_who_waits_for_it_and_for_nobody_before(tmp_path: Path) -> None:
    def refuse(phrase: Utterance) -> None:
        if phrase.text.startswith("This is the end"):
            raise VoiceError("It lost its voice.")

    with speaking(tmp_path, CalibratedVoice(before=refuse)) as speaker:
        audio = streamed(scripted(), speaker)
        finishing(audio).join()
        assert audio.settled > 40 * SAMPLE_RATE  # as far as the silences do not depend on it
        assert audio.mix.read(0, audio.settled).any()
        with pytest.raises(ScriptError, match=r"small, line 25: It lost its voice\."):
            audio.mix.read(100 * SAMPLE_RATE, 110 * SAMPLE_RATE)


def test_who_waits_is_let_go_when_it_is_given_up(tmp_path: Path) -> None:
    told = threading.Event()
    voice = CalibratedVoice(before=Gate("In", "Out"))
    with speaking(tmp_path, voice) as speaker:
        audio = streamed(scripted(), speaker)

        def wait() -> None:
            with pytest.raises(VoiceError):
                audio.mix.read(0, 60 * SAMPLE_RATE)
            told.set()

        reader = threading.Thread(target=wait)
        reader.start()
        audio.mix.fail(VoiceError("It was left."))
        assert told.wait(PATIENCE_S)
        reader.join()


def test_who_waits_for_the_end_of_a_long_script_is_not_told_of_every_phrase(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each time, all is laid out as it is expected: that many times, it would take longer than speaking."""
    script = "".join(f"This is sentence number {number}. [pause 2s to 20s]\n" for number in range(150))
    exercise = parse(f"---\ntitle: A long one\nminutes: 20\n---\n{script}", "long").exercise
    drafts: list[Frames] = []
    draft = Composition.draft

    def counted(composition: Composition) -> Timeline:
        drafts.append(composition.settled)
        return draft(composition)

    monkeypatch.setattr(Composition, "draft", counted)
    voice = CalibratedVoice()
    with speaking(tmp_path, voice) as speaker:
        audio = streamed(exercise, speaker)
        end = audio.timeline.length - SAMPLE_RATE
        voice.before = lambda _: ignore(audio.mix.readable(end, end + SAMPLE_RATE), 0)  # as playing looks
        audio.finish(ignore)
        assert audio.mix.readable(end, end + SAMPLE_RATE) == end + SAMPLE_RATE
    assert voice.spoken.total() == 150
    assert len(drafts) < 50


def test_a_background_that_was_chosen_stays_while_more_is_spoken(tmp_path: Path) -> None:
    with speaking(tmp_path, CalibratedVoice()) as speaker:
        audio = streamed(scripted("soundscape: rain\nminutes: 2", cue="[soundscape ocean]"), speaker)
        audio.mix.set_soundscape(None, Frames(0))
        audio.mix.settle_background()
        audio.finish(ignore)
        stretches = audio.mix.quiet()
        assert any(stop - start > 5 * SAMPLE_RATE for start, stop in stretches)


def test_a_sound_file_lies_where_the_file_of_it_has_it(tmp_path: Path) -> None:
    write_wav(tmp_path / "bowl.wav", tone(3.0))
    exercise = scripted(cue="[play bowl.wav]")
    with speaking(tmp_path / "one", CalibratedVoice()) as speaker:
        audio = streamed(exercise, speaker, tmp_path)
        thread = finishing(audio)
        found = heard(audio.mix, SAMPLE_RATE)
        thread.join()
        whole = AudioPreparation(exercise, None, speaker, tmp_path, stereo=True).prepare(ignore)
        assert np.array_equal(found, heard(whole.mix, SAMPLE_RATE))
    with speaking(tmp_path / "one", CalibratedVoice()) as speaker, pytest.raises(SoundError):
        AudioPreparation(scripted(cue="[play gone.wav]"), None, speaker, tmp_path).stream(ignore)


def test_a_length_near_the_limit_is_spoken_first_and_told(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    with speaking(tmp_path, CalibratedVoice()) as speaker:
        made = AudioPreparation(scripted("minutes: 1.3"), None, speaker, None).stream(
            lambda done, total: told.append((done, total))
        )
    assert not isinstance(made, StreamedAudio)
    assert made.timeline.length == 1.3 * 60 * SAMPLE_RATE
    assert told[-1] == (13, 13)
