"""A voice heard before it is chosen: a few words in its own language."""

from typing import TYPE_CHECKING

from feltsense.authoring.analysis import TrialOptions
from feltsense.authoring.preview import Preview, PreviewRequest
from feltsense.voice.added.sample_texts import sample_text
from feltsense.voice.added.store import added_voices
from feltsense.voice.choosing import voice_languages

if TYPE_CHECKING:
    from feltsense.practice.engine import AudioEngine

_ANY_LANGUAGE = "en-US"
"""What a voice is heard in that speaks several, or of which that is not known."""

ALREADY_HEARD = "Something is heard already; a voice can be tried when that is over."
NO_LOUDSPEAKER = "There is no loudspeaker here, so no voice can be heard."


class VoiceSample:
    """Plays a few words in one voice at a time, on threads of its own. All methods return at once.

    Args:
        engine: whose voices and loudspeaker are used.
        volume: 0 to 1.
    """

    def __init__(self, engine: "AudioEngine", volume: float = 1.0) -> None:
        self._sign = engine.playing_sign
        self._preview = Preview(engine, volume)
        self._voice = ""
        self._words = ""

    @property
    def is_heard(self) -> bool:
        """Whether a voice is heard, or being made ready."""
        return not self._preview.status.over

    def start(self, voice: str) -> None:
        """Have a voice heard instead of the one before; never over anything else that is heard."""
        self.stop()
        if self._sign.is_up:
            self._words = ALREADY_HEARD
            return
        self._voice = voice
        language = next(iter(voice_languages(voice, added_voices())), _ANY_LANGUAGE)
        text = f"---\nlanguage: {language}\n---\n{sample_text(language)}\n"
        self._preview.start(PreviewRequest(text, "sample", None, 1, 1, onwards=True, trial=TrialOptions(voice=voice)))

    def stop(self) -> None:
        """Be silent. Calling it twice is fine."""
        self._words = ""
        self._preview.stop()

    def look(self) -> str:
        """Return what is to be said of it now; empty for nothing. To be called while it is heard, and once after."""
        status = self._preview.status
        if status.silenced:
            self.stop()
            self._words = NO_LOUDSPEAKER
        elif status.error is not None:
            self._preview.stop()
            self._words = f"{status.error.message} {status.error.hint}".strip()
        elif not status.over:
            return f"{self._voice}: {status.note}"
        return self._words
