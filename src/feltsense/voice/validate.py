"""Validation before every voice: what passes is plain text, and anything else is refused with a reason.

Engines report no bad input: they read tags aloud, spell control characters and answer emoji with silence.
"""

import re
import unicodedata
from dataclasses import replace

from feltsense.errors import VoiceError
from feltsense.voice.port import Utterance

MOST_WORDS = 40
"""Scripts are split at 25; the rest is room for languages that need more words."""

MOST_CHARACTERS = 500
SLOWEST, FASTEST = 60, 240

_SPACE = re.compile(r"\s+")
_BRACKET = re.compile(r"[\[\]{}]")
_TAG = re.compile(r"</?[^\W\d_][^<>]*>|<!--")
_UNSPOKEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Controls, zero-width marks, lone surrogates, and code points that mean nothing."""


def validate_utterance(utterance: Utterance, *, is_read: bool = False) -> Utterance:
    """Return `utterance` with clean text: composed (NFC), single spaces, no control or zero-width characters.

    Args:
        utterance: what is asked for.
        is_read: its numbers are in words already; a phone number has many, and what was written was short enough.

    Raises:
        VoiceError: nothing to say in it, too long, markup in it, or a pace that nobody speaks at.
    """
    text = clean_text(utterance.text)
    _check_content(text)
    if not is_read:
        _check_length(text)
    if not SLOWEST <= utterance.pace <= FASTEST:
        raise VoiceError(
            f"A pace of {utterance.pace} words a minute cannot be spoken: {_shown(text)}",
            f"Ask for a pace from {SLOWEST} to {FASTEST}; 130 is calm.",
        )
    say = tuple((clean_text(word), clean_text(spoken)) for word, spoken in utterance.say)
    return replace(utterance, text=text, say=say)


def clean_text(text: str) -> str:
    """Return `text` composed, with single spaces, without anything that has no sound."""
    spaced = _SPACE.sub(" ", text)
    kept = "".join(letter for letter in spaced if unicodedata.category(letter) not in _UNSPOKEN)
    return _SPACE.sub(" ", unicodedata.normalize("NFC", kept)).strip()


def _check_content(text: str) -> None:
    markup = _BRACKET.search(text) or _TAG.search(text)
    if markup:
        raise VoiceError(
            f"«{markup.group()}» is not for speaking: {_shown(text)}",
            "Take it out of the phrase; cues in brackets stand between phrases.",
        )
    if not any(letter.isalnum() for letter in text):
        raise VoiceError(
            f"There is nothing to say here: {_shown(text)}",
            "A phrase needs at least one letter or digit.",
        )


def _check_length(text: str) -> None:
    words = len(text.split())
    if words > MOST_WORDS or len(text) > MOST_CHARACTERS:
        raise VoiceError(
            f"This is too long to say in one breath ({words} words, {len(text)} characters): {_shown(text)}",
            f"Split it into sentences of at most 25 words and {MOST_CHARACTERS} characters.",
        )


def _shown(text: str) -> str:
    return f"«{text}»" if len(text) <= 60 else f"«{text[:59]}…»"
