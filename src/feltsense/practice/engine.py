"""Makes exercises ready to be heard: keeps voices loaded, and opens the way to the loudspeaker.

All that is slow to load is loaded by the first method that needs it: the screen is drawn before.
"""

import contextlib
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from feltsense.errors import PlaybackError
from feltsense.playback.playing_sign import PlayingSign
from feltsense.script.options import VersionOptions
from feltsense.units import Wpm, frames_of_minutes
from feltsense.voice.port import Utterance

if TYPE_CHECKING:
    from feltsense.mix.prepare import AudioPreparation
    from feltsense.mix.prepared_audio import PreparedAudio
    from feltsense.playback.clock import Clock
    from feltsense.playback.port import Listener
    from feltsense.playback.transport import Transport
    from feltsense.script.model import Exercise
    from feltsense.system.paths import Workspace
    from feltsense.system.process_lock import ProcessLock
    from feltsense.voice.synthesiser import VoicePool

_FIRST_WORD = Utterance("Here.", Wpm(130), "en")
"""Spoken once, unheard and in the voice's own language, so that it has everything loaded."""

_PATIENCE = 2.0
"""Seconds that closing waits at most for a voice that is being loaded."""


class AudioEngine:
    """Shared by all practices of one program run. Safe to use from several threads.

    Args:
        workspace: whose speech cache is used.
        output: the name of an output; see `playback.outputs.registry`.
        output_fallback: whether another output may be used where that one does not work: it was not asked for by name.
        playing_lock: held while something is heard, so that another process knows of it; None where none need know.
        speed: for the silent output, how much faster than time it goes.
        clock: None for the real clock.
    """

    def __init__(
        self,
        workspace: "Workspace",
        output: str = "auto",
        speed: float = 1.0,
        clock: "Clock | None" = None,
        *,
        output_fallback: bool = False,
        playing_lock: "ProcessLock | None" = None,
    ) -> None:
        self.workspace = workspace
        self.output = output
        self.playing_sign = PlayingSign(playing_lock)
        self._output_fallback = output_fallback
        self._speed = speed
        self._clock = clock
        self._lock = threading.Lock()
        self._speakers: VoicePool | None = None
        self._closed = False
        self._warming: threading.Thread | None = None

    def warm(self, voice: str) -> None:
        """Open a voice, and have it ready to speak at once.

        Raises:
            FeltsenseError: there is no such voice here.
        """
        from feltsense.voice.added.store import added_voices  # noqa: PLC0415 - not before the first frame
        from feltsense.voice.choosing import voice_languages  # noqa: PLC0415 - as above

        spoken = voice_languages(voice, added_voices())
        first = replace(_FIRST_WORD, language=spoken[0]) if spoken else _FIRST_WORD
        self._voices().synthesiser(voice).voice.speak(first)

    def warm_meanwhile(self, voice: str) -> None:
        """Do what `warm` does on a thread of its own, so that nobody waits for it later.

        A voice that does not work is told by whoever needs it.
        """

        def warm() -> None:
            with contextlib.suppress(Exception):
                self.warm(voice)

        self._warming = threading.Thread(target=warm, name="feltsense warm", daemon=True)
        self._warming.start()

    def perform(
        self,
        exercise: "Exercise",
        options: VersionOptions,
        folder: Path | None,
        progress: Callable[[int, int], None],
        *,
        jobs: int | None = None,
    ) -> "PreparedAudio":
        """Speak, lay out and mix an exercise as a whole, options applied; see `mix.prepare.AudioPreparation`.

        In two channels, so that a background may be added while it plays; each sounds as the one of a mono file.
        """
        return self._preparation(exercise, options, folder).prepare(progress, jobs)

    def begin(
        self, exercise: "Exercise", options: VersionOptions, folder: Path | None, progress: Callable[[int, int], None]
    ) -> "PreparedAudio":
        """Begin to do what `perform` does; what is returned can be heard while its `finish` is called."""
        return self._preparation(exercise, options, folder).stream(progress)

    def speak_first(
        self, exercise: "Exercise", options: VersionOptions, folder: Path | None, is_wanted: Callable[[], bool]
    ) -> None:
        """Have what comes first of an exercise in the speech cache; see `mix.prepare.AudioPreparation`."""
        self._preparation(exercise, options, folder).speak_first(is_wanted)

    def background(self, name: str, minutes: float) -> "PreparedAudio":
        """Return a background by itself; no voice is needed.

        Raises:
            SoundError: there is none of that name.
        """
        from feltsense.mix.prepare import prepare_background  # noqa: PLC0415 - loads numpy

        return prepare_background(name, frames_of_minutes(minutes))

    def transport(
        self,
        performance: "PreparedAudio",
        listener: "Listener",
        substituted: Callable[[str], None] = lambda _notice: None,
    ) -> "Transport":
        """Return what plays a performance.

        Args:
            performance: what is played.
            listener: given the events of playback.
            substituted: given one line when another output than the one of the settings is used.

        Raises:
            PlaybackError: the output's name means nothing, or it cannot be used here at all.
        """
        from feltsense.playback.outputs.registry import AUTO, output_factory  # noqa: PLC0415 - loads numpy
        from feltsense.playback.transport import Transport  # noqa: PLC0415 - loads numpy

        try:
            make = output_factory(self.output, self._clock, self._speed)
        except PlaybackError as error:
            if not self._output_fallback or self.output == AUTO:
                raise
            make = output_factory(AUTO, self._clock, self._speed)
            substituted(f"{error.message} The usual loudspeaker is used.")
        return Transport(performance.mix, make, listener, self._clock, sign=self.playing_sign)

    def close(self) -> None:
        """Let go of the voices. Calling it twice is fine."""
        with self._lock:
            speakers, self._speakers = self._speakers, None
            self._closed = True
        if speakers is not None:
            speakers.close()
        if self._warming is not None:
            self._warming.join(_PATIENCE)  # what is being loaded is not torn off when the program ends at once

    def _preparation(self, exercise: "Exercise", options: VersionOptions, folder: Path | None) -> "AudioPreparation":
        from feltsense.mix.prepare import AudioPreparation  # noqa: PLC0415 - loads numpy
        from feltsense.voice.choosing import with_voice  # noqa: PLC0415 - not before the first frame

        asked = with_voice(exercise, options)
        speaker = self._voices().synthesiser(asked.front.voice, asked.front.language)
        return AudioPreparation(asked, options.minutes, speaker, folder, stereo=True)

    def _voices(self) -> "VoicePool":
        from feltsense.voice.synthesiser import VoicePool  # noqa: PLC0415 - loads numpy

        with self._lock:
            if self._closed:
                raise PlaybackError("Everything has been put away.", "Start feltsense again.")
            if self._speakers is None:
                self._speakers = VoicePool(self.workspace)
            return self._speakers
