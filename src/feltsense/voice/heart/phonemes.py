"""A phrase in phonemes, and which of them belong to which word."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol

from feltsense.errors import VoiceError
from feltsense.voice.finish import RawWord
from feltsense.voice.heart.pace import UNIT_S, Rhythm

_MARKS = '.,;:!?…—“”"() '
"""Signs in the phonemes that are pauses and tones of voice, not sounds."""

_SILENCE_IDS = 1
"""One id of silence stands before the phonemes, and one after."""


class PhonemeToken(Protocol):
    """What is read of hibari's tokens."""

    text: str
    whitespace: str
    phonemes: str | None


@dataclass(frozen=True, slots=True)
class PhonemePhrase:
    """A phrase in phonemes."""

    phonemes: str
    words: tuple[tuple[str, int, int], ...]
    """Each word that is heard: its text, its first phoneme, and one past its last, without end marks."""

    def rhythm(self, natural: Sequence[float]) -> Rhythm:
        """Return the durations `natural` of the phonemes, with the silence at both ends, in their three parts."""
        first, last = _SILENCE_IDS + self.words[0][1], _SILENCE_IDS + self.words[-1][2]
        return Rhythm(natural[:first], natural[first:last], natural[last:])

    def timed(self, units: Iterable[float]) -> tuple[RawWord, ...]:
        """Return when each word is heard, if the phonemes and the silence at both ends last `units`.

        A word takes in the space before it: its first sound is heard from there on.
        """
        edges = [edge * UNIT_S for edge in accumulate(units, initial=0.0)][_SILENCE_IDS:]
        return tuple(RawWord(text, edges[self._onset(first)], edges[last]) for text, first, last in self.words)

    def _onset(self, first: int) -> int:
        return first - 1 if first and self.phonemes[first - 1] == " " else first


def joined(tokens: Iterable[PhonemeToken], known: Container[str]) -> PhonemePhrase:
    """Join the phonemes of hibari's tokens as hibari does, keeping which belong to which word.

    Raises:
        VoiceError: a word has letters or digits, and no phonemes: it would be passed over without a sound.
    """
    phonemes = ""
    words: list[tuple[str, int, int]] = []
    for text, spoken in _by_word(tokens):
        signs = "".join(sign for sign in spoken if sign in known)
        sounds = signs.strip(_MARKS)
        if sounds:
            first = len(phonemes) + signs.index(sounds)
            words.append((text, first, first + len(sounds)))
        elif any(letter.isalnum() for letter in text):
            raise VoiceError(f"The voice heart cannot say «{text}».", "Write it as it sounds, or in other words.")
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
