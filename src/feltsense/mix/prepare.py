"""An exercise made ready to be heard: spoken, laid out in time, brought to its loudness and mixed.

What files are written from and what loudspeakers play is the same thing.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from feltsense.errors import ScriptError
from feltsense.mix.assets import AssetResolver
from feltsense.mix.levels import speech_gain, speech_loudness
from feltsense.mix.mixer import Mix
from feltsense.script.model import Exercise
from feltsense.timeline.compose import lay_out
from feltsense.timeline.expand import expand
from feltsense.timeline.measure import Measures, measure
from feltsense.timeline.model import SpeechEvent, Timeline
from feltsense.timeline.utterances import line_of_utterance, utterances_of
from feltsense.units import Wpm
from feltsense.voice.port import Speech, Utterance
from feltsense.voice.synthesiser import PhraseError, Synthesiser

_SPEAKING = 2
"""Threads that speak: more gain nothing, and each takes memory."""

_MEASURED_PHRASES = 5
"""So many tell the loudness of a voice to half an LU."""


@dataclass(frozen=True, slots=True)
class PreparedAudio:
    """An exercise in one length, with its sound."""

    timeline: Timeline
    mix: Mix
    files: tuple[Path, ...] = ()
    """The sound files that it is made of."""


def prepare_audio(
    exercise: Exercise,
    minutes: float | None,
    speaker: Synthesiser,
    folder: Path | None,
    progress: Callable[[int, int], None],
    *,
    stereo: bool = False,
) -> PreparedAudio:
    """Speak all that a version needs, lay it out in time, and mix it. No file is written but the speech cache.

    Args:
        exercise: parsed without errors, with options applied.
        minutes: None for the first length that the script offers, else its natural one.
        speaker: of the exercise's voice; it is needed for as long as the mix is read.
        folder: where the script is, for the sound files beside it; None when it is no file.
        progress: told how many phrases of how many are spoken.
        stereo: make two channels even where one is enough, so that a background may be added while it plays.

    Raises:
        FeltsenseError: a phrase that cannot be spoken or a sound file that cannot be read (with its line), or a
            length that cannot be met.
    """
    front, version = exercise.front, expand(exercise, minutes)
    assets = AssetResolver(exercise.slug, folder)
    if front.soundscape:
        assets.require_background(front.soundscape, front.soundscape_line)
    assets.require(version.steps)
    with _told_by_line(exercise):
        speaker.prepare([phrase for phrase, _ in utterances_of(front, version.steps)], _SPEAKING, progress)
        measures = Measures(speaker.measure, assets.length)
        timeline = lay_out(measure(version, measures), measures)
        gain = speech_gain(_loudness(speaker, timeline, front.pace))

    def speech(utterance: Utterance) -> Speech:
        with _told_by_line(exercise):  # a phrase may fail late, when its speech was deleted
            return speaker.speech(utterance)

    mix = Mix(timeline, speech, gain, assets, stereo=stereo)
    return PreparedAudio(timeline, mix, assets.files)


def _loudness(speaker: Synthesiser, timeline: Timeline, pace: Wpm) -> float | None:
    """Return the loudness of the voice in LUFS, as known or as measured; None where nothing is spoken."""
    known = speaker.voice.loudness(pace)
    if known is not None:
        return known
    pieces = (tile.utterance for tile in timeline.tiles if isinstance(tile, SpeechEvent))
    return speech_loudness(speaker.speech(piece).samples for piece in islice(pieces, _MEASURED_PHRASES))


@contextmanager
def _told_by_line(exercise: Exercise) -> Iterator[None]:
    """Tell a phrase that cannot be spoken by its place in the script."""
    try:
        yield
    except PhraseError as error:
        where = f"{exercise.slug}, line {line_of_utterance(exercise, error.utterance)}"
        raise ScriptError(f"{where}: {error.message}", error.hint) from error
