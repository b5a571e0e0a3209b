"""What eSpeak NG calls each language, and which letters it reads in it."""

import re
import unicodedata

from feltsense.errors import VoiceError

_ALIASES = {
    "fr-fr": "fr", "en-gb": "en-gb-x-rp", "en": "en-us", "pt-pt": "pt", "zh": "cmn", "no": "nb",
}  # fmt: skip
"""Names that it refuses, or takes for something else, and what is meant by them."""
_NAME = re.compile(r"[a-z\d]{2,16}(?:-[a-z\d]{1,16}){0,5}", re.ASCII)
"""What a language may be called. Other names may lead to files, or end the process: a long one behind a + does."""

_AMERICAN_SPANISH = frozenset(
    (
        "mx",
        "ar",
        "co",
        "cl",
        "pe",
        "ve",
        "ec",
        "gt",
        "cu",
        "bo",
        "do",
        "hn",
        "py",
        "sv",
        "ni",
        "cr",
        "pa",
        "uy",
        "pr",
        "us",
    )
)

_SCRIPTS = {
    "ru": "CYRILLIC", "uk": "CYRILLIC", "bg": "CYRILLIC", "mk": "CYRILLIC", "be": "CYRILLIC", "kk": "CYRILLIC",
    "sr": "CYRILLIC", "el": "GREEK", "hi": "DEVANAGARI", "mr": "DEVANAGARI", "ne": "DEVANAGARI", "ar": "ARABIC",
    "fa": "ARABIC", "ur": "ARABIC", "he": "HEBREW", "ka": "GEORGIAN", "hy": "ARMENIAN", "bn": "BENGALI",
    "ta": "TAMIL", "te": "TELUGU", "ml": "MALAYALAM", "kn": "KANNADA", "gu": "GUJARATI", "pa": "GURMUKHI",
    "ky": "CYRILLIC", "tt": "CYRILLIC", "ba": "CYRILLIC", "cv": "CYRILLIC", "nog": "CYRILLIC", "hyw": "ARMENIAN",
    "grc": "GREEK", "kok": "DEVANAGARI", "sd": "ARABIC", "ug": "ARABIC", "as": "BENGALI", "bpy": "BENGALI",
    "ko": "HANGUL", "am": "ETHIOPIC", "si": "SINHALA", "or": "ORIYA",
}  # fmt: skip
"""Of languages that are not written in Latin letters; names of Unicode."""
_UNREAD = {
    "zh": "Chinese", "cmn": "Chinese", "yue": "Chinese", "hak": "Chinese", "ja": "Japanese", "th": "Thai",
    "my": "Burmese", "shn": "Shan", "chr": "Cherokee",
}  # fmt: skip
"""Languages whose writing it names sign by sign, or reads without the words that a phrase is made of."""
_LATIN = ("LATIN ", "FEMININE ", "MASCULINE ", "SUPERSCRIPT ", "SUBSCRIPT ")
"""Read in every language, and ª º ² too."""


def names_of_language(language: str) -> tuple[str, ...]:
    """Return what eSpeak NG may call a language, the best name first; nothing for what can be no name.

    Args:
        language: a name of its own, or a BCP 47 tag.
    """
    tag = language.replace("_", "-").lower()
    first, _, region = tag.partition("-")
    if first == "es" and region in _AMERICAN_SPANISH:
        return ("es-419", "es")
    names = dict.fromkeys((_ALIASES.get(tag, tag), _ALIASES.get(first, first)))
    return tuple(names) if _NAME.fullmatch(tag) else ()


def unread_language(language: str) -> str:
    """Return in English a language whose writing is not read here; empty for any other.

    Args:
        language: as eSpeak NG calls it, or a BCP 47 tag; one in Latin letters (`-latn`) is read.
    """
    tag = language.replace("_", "-").lower()
    return "" if "-latn" in tag else _UNREAD.get(tag.partition("-")[0], "")


def check_letters(text: str, voice: str, language: str) -> None:
    """Refuse letters and digits of other scripts, which it would call by name, one by one.

    Raises:
        VoiceError: there is one.
    """
    script = _SCRIPTS.get(language.replace("_", "-").lower().partition("-")[0])
    names = _LATIN if script is None else (*_LATIN, f"{script} ")
    for letter in text:
        if letter.isascii() or not letter.isalnum() or unicodedata.name(letter, "").startswith(names):
            continue
        if unicodedata.category(letter) != "No":  # ½ and such are read
            raise VoiceError(
                f"The voice {voice} cannot read «{letter}» in «{text}».",
                f"Write it in the letters of its language ({language}), or use a voice of another language.",
            )
