"""Where ffmpeg is, as pydub finds it. What reads sounds with it and what writes files with it both ask here."""

import warnings

HOW_TO_GET_IT = (
    "Install ffmpeg (Debian, Ubuntu: apt install ffmpeg; macOS: brew install ffmpeg; Windows: winget install ffmpeg). "
    "MP3 and WAV need nothing."
)


def find_ffmpeg() -> str | None:
    """Return where ffmpeg is; None when it is not installed."""
    with warnings.catch_warnings():
        # it warns of a missing ffmpeg while it is imported, before anyone asked; here that is an answer
        warnings.simplefilter("ignore", RuntimeWarning)
        from pydub.utils import which  # noqa: PLC0415 - slow to import, and rarely needed

    found: str | None = which("ffmpeg")
    return found
