"""An exercise made ready to be heard: spoken, laid out in time, brought to its loudness and mixed.

What files are written from and what loudspeakers play is the same thing.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from feltsense.audio.loudness import speech_loudness
from feltsense.mix.assets import AssetResolver
from feltsense.mix.levels import speech_gain
from feltsense.mix.mixer import Mix
from feltsense.mix.prepared_audio import SPEAKING, PreparedAudio, Progress, StreamedAudio, told_by_line
from feltsense.mix.soundscapes.registry import soundscape
from feltsense.script.model import Exercise
from feltsense.timeline.compose import begin_layout, lay_out
from feltsense.timeline.estimate import estimates_of
from feltsense.timeline.expand import expand
from feltsense.timeline.measure import Measures, measure
from feltsense.timeline.model import Timeline
from feltsense.timeline.rest import background_timeline
from feltsense.timeline.utterances import utterances_of
from feltsense.units import Frames
from feltsense.voice.port import Speech, SpeechInfo, Utterance
from feltsense.voice.synthesiser import Synthesiser
from feltsense.voice.timings import timing_of_voice

_MEASURED_PHRASES = 5
"""So many tell the loudness of a voice to half an LU, and how long it takes for what it says."""


class _NotWantedError(Exception):
    """What was being spoken is not wanted any more."""


class AudioPreparation:
    """Makes one version of an exercise ready to be heard: as a whole, or so that it is heard while it is spoken.

    Both have the same samples wherever the length can be met. No file is written but the speech cache.

    Args:
        exercise: parsed without errors, with options applied.
        minutes: None for the first length that the script offers, else its natural one.
        speaker: of the exercise's voice; it is needed for as long as the mix is read.
        folder: where the script is, for the sound files beside it; None when it is no file.
        stereo: make two channels even where one is enough, so that a background may be added while it plays.

    Raises:
        FeltsenseError: a sound file that is not there, with its line, or a version that is too long.
    """

    def __init__(
        self,
        exercise: Exercise,
        minutes: float | None,
        speaker: Synthesiser,
        folder: Path | None,
        *,
        stereo: bool = False,
    ) -> None:
        self._exercise, self._speaker, self._stereo = exercise, speaker, stereo
        self._version = expand(exercise, minutes)
        self._assets = AssetResolver(exercise.slug, folder)
        if exercise.front.soundscape:
            self._assets.require_background(exercise.front.soundscape, exercise.front.soundscape_line)
        self._assets.require(self._version.steps)
        self._known = speaker.voice.loudness(exercise.front.pace)
        """In LUFS; None for a voice that was never measured."""
        first = _MEASURED_PHRASES if self._known is None else 0
        self._measures = Measures(
            speaker.measure,
            self._assets.length,
            estimates_of(timing_of_voice(speaker.voice.name, exercise.front.language)),
            first,
        )

    def prepare(self, progress: Progress, jobs: int | None = None) -> PreparedAudio:
        """Speak all of it, lay it out in time, and mix it.

        Args:
            progress: told how many phrases of how many are spoken.
            jobs: how many phrases are spoken at once; None for as many as are soonest done.

        Raises:
            FeltsenseError: a phrase that cannot be spoken or a sound file that cannot be read (with its line), or a
                length that cannot be met.
        """
        with told_by_line(self._exercise):
            self._speaker.prepare(self._phrases(), jobs or SPEAKING, progress)
            timeline = lay_out(measure(self._version, self._measures), self._measures)
            mix = self._mix(self._gain())(timeline, timeline.length)
        return PreparedAudio(timeline, mix, self._assets.files)

    def stream(self, progress: Progress) -> PreparedAudio:
        """Begin to do what `prepare` does; what is returned can be heard while its `finish` speaks the rest.

        With a voice so far from what is expected that the length turns out to be impossible, or only possible with
        silences that are over already, it becomes longer or shorter than it should: see `PreparedAudio.excess`.

        Only where the length is so near to a limit of the script that it is not sure to be met, all is spoken first.

        Args:
            progress: as for `prepare`.

        Raises:
            FeltsenseError: as `prepare` does, but that most phrases are spoken later.
        """
        return self._streamed(progress) or self.prepare(progress)

    def speak_first(self, is_wanted: Callable[[], bool]) -> None:
        """Speak what `stream` needs until the first phrase is heard, one phrase at a time, into the speech cache.

        Args:
            is_wanted: asked before each phrase; where it is no longer, nothing more is spoken.

        Raises:
            FeltsenseError: as `stream` does.
        """

        def spoken(utterance: Utterance) -> SpeechInfo:
            if not is_wanted():
                raise _NotWantedError
            return self._speaker.measure(utterance)

        with suppress(_NotWantedError), told_by_line(self._exercise):
            composition = begin_layout(self._version, replace(self._measures, speech=spoken))
            if not composition.causal:  # all is spoken before it is heard; this is the beginning
                spoken(composition.phrases[0])
            while composition.causal and not composition.speaks and composition.advance():
                pass

    def _streamed(self, progress: Progress) -> PreparedAudio | None:
        """Return audio to be finished; None where all must be spoken first."""
        with told_by_line(self._exercise):
            phrases = self._phrases()
            first = tuple(dict.fromkeys(phrases))[: self._measures.first]
            # what is told is that nothing of it all is ready yet; it may be stopped meanwhile
            self._speaker.prepare(first, SPEAKING, lambda _done, _total: progress(0, len(phrases)))
            composition = begin_layout(self._version, self._measures)
            if not composition.causal:
                return None
            mix = self._mix(self._gain())
            return StreamedAudio(self._exercise, self._speaker, composition, mix, self._assets.files)

    def _phrases(self) -> list[Utterance]:
        return [phrase for phrase, _ in utterances_of(self._exercise.front, self._version.steps)]

    def _gain(self) -> float:
        return speech_gain(self._loudness())

    def _loudness(self) -> float | None:
        """Return the loudness of the voice in LUFS, as known or as measured; None where nothing is spoken."""
        if self._known is not None:
            return self._known
        pieces = self._phrases()[:_MEASURED_PHRASES]
        return speech_loudness(self._speaker.speech(piece).samples for piece in pieces)

    def _mix(self, gain: float) -> Callable[[Timeline, Frames], Mix]:
        def speech(utterance: Utterance) -> Speech:
            with told_by_line(self._exercise):  # a phrase may fail late, when its speech was deleted
                return self._speaker.speech(utterance)

        return lambda timeline, settled: Mix(timeline, speech, gain, self._assets, stereo=self._stereo, settled=settled)


def prepare_background(name: str, length: Frames) -> PreparedAudio:
    """Return a background by itself, faded at both ends; made while it is heard, it takes no more memory for hours.

    Raises:
        SoundError: there is no such background.
    """

    def nothing(utterance: Utterance) -> Speech:
        raise ValueError(f"nothing is said here, but {utterance.text!r} was")

    timeline = background_timeline(name, soundscape(name).title, length)
    return PreparedAudio(timeline, Mix(timeline, nothing, 1.0, stereo=True))
