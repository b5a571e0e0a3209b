"""A phrase as phonemes, which of them belong to which word, and when each written word is heard."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate, pairwise
from typing import Protocol

from feltsense.errors import VoiceError
from feltsense.voice.heart.pace import UNIT_S, Rhythm
from feltsense.voice.postprocess import EngineWord

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

    def timed(self, units: Iterable[float]) -> tuple[EngineWord, ...]:
        """Return when each word is heard, if the phonemes and the silence at both ends last `units`.

        A word takes in the space before it: its first sound is heard from there on.
        """
        edges = [edge * UNIT_S for edge in accumulate(units, initial=0.0)][_SILENCE_IDS:]
        return tuple(EngineWord(text, edges[self._onset(first)], edges[last]) for text, first, last in self.words)

    def _onset(self, first: int) -> int:
        return first - 1 if first and self.phonemes[first - 1] == " " else first


def join_phonemes(tokens: Iterable[PhonemeToken], known: Container[str]) -> PhonemePhrase:
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


def align_words(written: Sequence[str], heard: Sequence[EngineWord]) -> list[EngineWord]:
    """Return one timed word for each of `written`.

    Words that agree take the times of the heard ones. Where they differ («10:30» is heard as «ten thirty»), the
    written ones share the time of the heard ones by their letters; where nothing is heard for them, they take none.
    """
    matcher = SequenceMatcher(a=[_bare(word) for word in written], b=[_bare(word.text) for word in heard])
    words: list[EngineWord] = []
    for same, first, last, heard_first, heard_last in matcher.get_opcodes():
        if same == "equal":
            pairs = zip(written[first:last], heard[heard_first:heard_last], strict=True)
            words.extend(EngineWord(word, at.start_s, at.end_s) for word, at in pairs)
        else:
            before = words[-1].end_s if words else 0.0
            words.extend(_shared(written[first:last], heard[heard_first:heard_last], before))
    return words


def _shared(written: Sequence[str], heard: Sequence[EngineWord], before: float) -> Iterator[EngineWord]:
    start, end = (heard[0].start_s, heard[-1].end_s) if heard else (before, before)
    letters = list(accumulate((len(_bare(word)) for word in written), initial=0))
    whole = max(1, letters[-1])
    edges = (start + (end - start) * count / whole for count in letters)
    for word, (first, last) in zip(written, pairwise(edges), strict=True):
        yield EngineWord(word, first, last)


def _bare(word: str) -> str:
    return "".join(letter for letter in word.casefold() if letter.isalnum())
