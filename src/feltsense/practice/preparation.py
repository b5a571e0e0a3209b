"""Making a practice ready in the background.

The exercise on a thread of its own; on another, once the first phrase has its sound, the piece behind “ground me now”.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from feltsense.errors import FeltsenseError, LibraryError, PlaybackError, ScriptError, SoundError, VoiceError, as_told
from feltsense.journal.model import NewPractice
from feltsense.library.catalogue import find
from feltsense.practice.options import ALL_NIGHT_MINUTES, NO_FALLBACKS, Fallbacks, PracticeChoice, fill_options
from feltsense.practice.rescue import PIECES_OF_ALL_LANGUAGES, RescuePreparation, nearest_length
from feltsense.script.model import Exercise, FrontMatter
from feltsense.script.options import AS_WRITTEN, VersionOptions
from feltsense.timeline.expand import default_minutes
from feltsense.timeline.lengths import LengthError
from feltsense.units import SAMPLE_RATE
from feltsense.voice.choosing import choice_note, misfit, with_voice

if TYPE_CHECKING:
    from feltsense.mix.prepared_audio import PreparedAudio
    from feltsense.practice.engine import AudioEngine
    from feltsense.system.paths import Workspace
    from feltsense.system.settings import Settings

_WORTH_TELLING = SAMPLE_RATE
"""Frames over the asked length, or below it, that somebody would notice."""

Made = Callable[["PreparedAudio | FeltsenseError"], None]
"""Given what was made, or why it could not be."""


@dataclass(frozen=True, slots=True)
class PracticeRequest:
    """An exercise and how it is to be practised."""

    exercise: "Exercise"
    """As its script says, without errors."""
    folder: Path | None
    """Where the script is; sound files are looked for beside it."""
    options: VersionOptions = AS_WRITTEN
    fallbacks: Fallbacks = NO_FALLBACKS
    from_section: int = 0
    """Where it begins: a section, from 0."""
    background: str | None = None
    """The background that is heard by itself; None where an exercise is."""

    @property
    def voice(self) -> str:
        """The voice that is to read.

        Raises:
            VoiceError: it was named, and speaks other languages than the script's.
        """
        return with_voice(self.exercise, self.options).front.voice


def practice_request(choice: PracticeChoice, settings: "Settings", workspace: "Workspace") -> PracticeRequest:
    """Return what a choice asks for, filled up from the settings.

    Raises:
        FeltsenseError: there is no such exercise, or its script has errors, or the voice that is named speaks other
            languages.
    """
    found = find(choice.slug, workspace)
    exercise = found.load_valid(choice.slug)
    if choice.from_section >= max(1, len(exercise.sections)):
        count = len(exercise.sections)
        raise LibraryError(f"“{exercise.front.title}” has {count} {'section' if count == 1 else 'sections'}.")
    asked = VersionOptions(choice.minutes, choice.voice, choice.soundscape)
    options, fallbacks = fill_options(settings, exercise, asked, voice_gives_way=choice.voice_gives_way)
    with_voice(exercise, options)  # sooner than on the thread that makes it ready
    if exercise.slug in PIECES_OF_ALL_LANGUAGES and choice.minutes is None:
        fallbacks = replace(fallbacks, nearest_length=True)
    return PracticeRequest(exercise, found.path.parent, options, fallbacks, choice.from_section)


def background_request(name: str, minutes: float | None, voice: str | None) -> PracticeRequest:
    """Return what asks for a background by itself.

    Args:
        name: of the background.
        minutes: None for all night.
        voice: the listener's, for the piece behind “ground me now”, if it speaks English; None for the built-in one.

    Raises:
        SoundError: there is none of that name.
    """
    from feltsense.mix.soundscapes.registry import soundscape  # noqa: PLC0415 - not before the first frame

    found = soundscape(name)
    front = FrontMatter(title=found.title, summary=found.summary)
    reads = None if voice and misfit(voice, front.language) else voice
    return PracticeRequest(
        Exercise(name, front, (), "0" * 64), None, VersionOptions(minutes or ALL_NIGHT_MINUTES, reads), background=name
    )


def new_practice_of(request: PracticeRequest) -> NewPractice:
    """Return what the journal is told of a request when it begins."""
    front = request.exercise.front
    minutes = default_minutes(request.exercise, request.options.minutes)
    return NewPractice(
        slug=request.exercise.slug,
        title=front.title,
        script_sha256=request.exercise.sha256,
        voice=request.voice,
        tier=front.tier,
        asked_ms=None if minutes is None else round(minutes * 60_000),
    )


@dataclass(frozen=True, slots=True)
class PreparationCallbacks:
    """What a preparation reports to. All but `rescue` are called from one thread."""

    exercise: Made
    """Given the exercise's audio as soon as it can be heard; what is not spoken yet is spoken meanwhile."""
    replace: "Callable[[PreparedAudio], bool]"
    """Given the exercise's audio in another voice, as the first one failed; returns whether it is of use."""
    rescue: Made
    """Given the rescue piece's, from a thread of its own; it waits for nothing of the exercise once it is asked for."""
    progress: Callable[[int, int], None]
    """Given how many phrases of the exercise, of how many, are spoken."""
    substituted: Callable[[str, VersionOptions], None]
    """Given one line and the options now used, when something of the settings was replaced; before `exercise`."""
    length_missed: Callable[[int], None]
    """Given the frames over the asked length, or below 0, where all is spoken and that could not be met."""


class Preparation:
    """Prepares once, in the background.

    Args:
        engine: where things are made ready.
        request: the exercise.
        callbacks: what it reports to.
    """

    def __init__(self, engine: "AudioEngine", request: PracticeRequest, callbacks: PreparationCallbacks) -> None:
        self._engine = engine
        self._request = request
        self._voice = request.voice
        self._callbacks = callbacks
        self._voices = list(request.fallbacks.voices)
        """Those that are not tried yet."""
        self._stopped = threading.Event()
        self._skipped = threading.Event()
        self._thread: threading.Thread | None = None
        self._rescue = RescuePreparation(engine, callbacks.rescue)

    def start(self) -> None:
        """Begin. Calling it twice is fine; to be called from one thread at a time."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="feltsense prepare", daemon=True)
            self._thread.start()

    def skip(self) -> None:
        """Leave the exercise, between two phrases; the rescue piece is wanted at once."""
        self._skipped.set()
        self._rescue.start_urgently(self._voice)

    def stop(self) -> None:
        """Have it end between two phrases; what is made after this is given to nobody."""
        self._stopped.set()
        self._rescue.stop()

    def _run(self) -> None:
        made = self._give_exercise()
        while made is not None:
            made = self._finish_exercise(made)
        self._rescue.start(self._voice)

    def _give_exercise(self) -> "PreparedAudio | None":
        """Give the exercise's audio, or why there is none; return it if there is."""
        if self._stopped.is_set():
            return None
        made: PreparedAudio | FeltsenseError
        try:
            made = self._begin_exercise()
        except Exception as error:  # noqa: BLE001 - on this thread nobody else would ever hear of it
            made = as_told(error)
        if self._stopped.is_set():
            return None
        self._callbacks.exercise(made)
        return None if isinstance(made, FeltsenseError) else made

    def _finish_exercise(self, made: "PreparedAudio") -> "PreparedAudio | None":
        """Have all of it spoken; where that fails, return it in another voice if that is to be heard instead."""
        error = _finish(made, self._report_phrase)
        if error is None and abs(made.excess) >= _WORTH_TELLING:
            self._callbacks.length_missed(made.excess)
        other = None if error is None else self._instead(error)
        if error is not None and other is None:
            made.mix.fail(error)  # whoever plays it comes to it
        return other

    def _instead(self, error: FeltsenseError) -> "PreparedAudio | None":
        """Return the exercise in another voice, if that can be and nothing was said aloud in the first."""
        if not isinstance(error, VoiceError | ScriptError) or self._stopped.is_set() or self._skipped.is_set():
            return None
        request = self._with_another_voice(self._request)
        if request is None:
            return None
        try:
            other = self._begin(request)
        except Exception:  # noqa: BLE001 - the first failure is what is told, and the rescue piece comes next
            return None
        if self._stopped.is_set() or not self._callbacks.replace(other):
            return None
        self._request, self._voice = request, request.voice
        self._callbacks.substituted(f"{error.message} The voice {request.voice} reads instead.", request.options)
        return other

    def _begin_exercise(self) -> "PreparedAudio":
        """Return the exercise's audio, begun; what the settings ask for in vain is replaced, and reported.

        So is a voice that the script's language has chosen.
        """
        request, notices = self._request, []
        while True:
            try:
                made = self._begin(request)
                break
            except SoundError as error:
                if not request.fallbacks.own_background:
                    raise
                request = replace(
                    request,
                    options=replace(request.options, soundscape=None),
                    fallbacks=replace(request.fallbacks, own_background=False),
                )
                reason = error.message.removeprefix(f"{request.exercise.slug}: ")
                notices.append(f"{reason} The exercise's own background is used.")
            except (VoiceError, ScriptError, LengthError) as error:
                why = f"The voice {request.voice} cannot read this in the wanted length."
                other = self._with_another_voice(request)
                if other is None:
                    raise
                request = other
                told = why if isinstance(error, LengthError) else error.message
                notices.append(f"{told} The voice {request.voice} reads instead.")
        self._request, self._voice = request, request.voice
        notices += filter(None, [_voice_note(request)])
        if notices:
            self._callbacks.substituted(" ".join(notices), request.options)
        return made

    def _with_another_voice(self, request: PracticeRequest) -> PracticeRequest | None:
        """Return the request in the next voice that may read instead; None when there is none."""
        self._voices = [voice for voice in self._voices if voice != request.voice]
        if not self._voices:
            return None
        return replace(request, options=replace(request.options, voice=self._voices.pop(0)))

    def _begin(self, request: PracticeRequest) -> "PreparedAudio":
        def begin(options: VersionOptions) -> "PreparedAudio":
            if request.background is not None:
                return self._engine.background(request.background, options.minutes or ALL_NIGHT_MINUTES)
            return self._engine.begin(request.exercise, options, request.folder, self._report_progress)

        if request.fallbacks.nearest_length:
            return nearest_length(request.options, begin)
        return begin(request.options)

    def _report_phrase(self, done: int, total: int) -> None:
        self._report_progress(done, total)
        self._rescue.start(self._voice)  # not sooner: the first phrase has the machine to itself

    def _report_progress(self, done: int, total: int) -> None:
        if self._stopped.is_set():
            raise PlaybackError("The practice was left before it was ready.")
        if self._skipped.is_set():
            raise PlaybackError("Something else was asked for meanwhile.")
        self._callbacks.progress(done, total)


def _voice_note(request: PracticeRequest) -> str:
    """Return a sentence about a voice that the script's language chose instead of another; empty for none."""
    if request.fallbacks.misfit:
        return f"The voice {request.voice} reads: {request.fallbacks.misfit}"
    return choice_note(request.exercise.front, request.options)


def _finish(made: "PreparedAudio", progress: Callable[[int, int], None]) -> FeltsenseError | None:
    """Have all of it spoken; return why that failed."""
    try:
        made.finish(progress)
    except Exception as error:  # noqa: BLE001 - as in `Preparation._give_exercise`
        return as_told(error)
    return None
