"""The error tree: one class a layer. A message says what happened and where; the hint, what to do next."""


class FeltsenseError(Exception):
    """Anything that feltsense can explain. Shown as words, never as a traceback.

    Args:
        message: what happened, and where, in a sentence.
        hint: what to do next; may be empty.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def reason_of(error: Exception) -> str:
    """Return why the system refused something, as it stands within a sentence: `permission denied`."""
    said = error.strerror if isinstance(error, OSError) else None
    return (said or str(error) or "no reason given").lower()


class LibraryError(FeltsenseError):
    """An exercise that cannot be found or read."""


class ScriptError(FeltsenseError):
    """A script with errors in it, where a sound one was needed."""


class ImportingError(FeltsenseError):
    """A file that cannot be turned into a script."""


class EditingError(FeltsenseError):
    """A script that cannot be opened, kept or saved in the editor."""


class VoiceError(FeltsenseError):
    """A voice that is not there, or a phrase that it cannot speak."""


class CacheError(FeltsenseError):
    """The speech cache cannot do what was asked of it."""


class TimelineError(FeltsenseError):
    """A script that cannot be laid out in time, for instance in the asked length."""


class SoundError(FeltsenseError):
    """A sound that cannot be made."""


class RenderError(FeltsenseError):
    """A file that cannot be made."""


class SeekError(FeltsenseError):
    """A place in a script that is not there."""


class PlaybackError(FeltsenseError):
    """Sound that cannot be played here."""


def as_told(error: Exception) -> FeltsenseError:
    """Return an error as people are told it: one of ours as it is, any other by its kind."""
    if isinstance(error, FeltsenseError):
        return error
    told = PlaybackError("Something went wrong inside feltsense.", f"It was a {type(error).__name__}.")
    told.__cause__ = error
    return told


class JournalError(FeltsenseError):
    """The journal cannot be read, written or understood."""


class SettingsError(FeltsenseError):
    """A setting that cannot be understood or kept."""


class IncomingError(FeltsenseError):
    """What a phone has sent is no record of practices, or cannot be kept. Tells nothing of what was sent."""


class ShareError(FeltsenseError):
    """Exercises that cannot be shared with a phone."""
