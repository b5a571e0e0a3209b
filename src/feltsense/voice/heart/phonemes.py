"""Phonemes of hibari's tokens, joined to a phrase."""

from collections.abc import Container, Iterable, Iterator
from typing import Protocol

from feltsense.errors import VoiceError
from feltsense.voice.phonemes import PHONEME_MARKS, PhonemePhrase


class PhonemeToken(Protocol):
    """What is read of hibari's tokens."""

    text: str
    whitespace: str
    phonemes: str | None


def join_phonemes(tokens: Iterable[PhonemeToken], known: Container[str], voice: str = "heart") -> PhonemePhrase:
    """Join the phonemes of hibari's tokens as hibari does, keeping which belong to which word.

    Raises:
        VoiceError: a word has letters or digits, and no phonemes: it would be passed over without a sound.
    """
    phonemes = ""
    words: list[tuple[str, int, int]] = []
    for text, spoken in _by_word(tokens):
        signs = "".join(sign for sign in spoken if sign in known)
        sounds = signs.strip(PHONEME_MARKS)
        if sounds:
            first = len(phonemes) + signs.index(sounds)
            words.append((text, first, first + len(sounds)))
        elif any(letter.isalnum() for letter in text):
            raise VoiceError(f"The voice {voice} cannot say «{text}».", "Write it as it sounds, or in other words.")
        phonemes += signs + " " if signs else ""
    return PhonemePhrase(phonemes.rstrip(), tuple(words))


def _by_word(tokens: Iterable[PhonemeToken]) -> Iterator[tuple[str, str]]:
    """Yield text and phonemes of what stands between spaces: words with the marks around them."""
    text = phonemes = ""
    for token in tokens:
        text += token.text
        phonemes += token.phonemes or ""
        if token.whitespace:
            yield text, phonemes
            text = phonemes = ""
    if text:
        yield text, phonemes
