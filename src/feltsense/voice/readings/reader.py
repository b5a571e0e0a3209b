"""What each language reads otherwise than it is written; captions keep what is written."""

from collections.abc import Iterable

from feltsense.voice.readings.english import READINGS_VERSION, read_english


def read_aloud(text: str, keep: Iterable[str] = (), language: str = "en") -> str:
    """Return `text` as a voice of `language` is to read it.

    Args:
        text: a phrase that went through `validate_utterance`.
        keep: words that have a pronunciation of their own, and so stay as they are.
        language: a BCP 47 tag; its first part decides. Text of a language without readings stays as it is.
    """
    return read_english(text, keep) if _primary(language) == "en" else text


def readings_version(language: str = "en") -> str:
    """Return a part of the identity of every voice: it changes when text of `language` is read otherwise."""
    return READINGS_VERSION if _primary(language) == "en" else "0"


def _primary(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].lower()
