"""A phrase as phonemes, which of them belong to which word, and when each written word is heard.

Where phonemes come from is behind the port `Phonemes`: for English the dictionaries that come with the voice heart
(`heart/english.py`), for the rest eSpeak NG (`espeak/`).
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate, pairwise
from typing import Protocol

from feltsense.voice.neural.pace import UNIT_S, Rhythm
from feltsense.voice.port import EngineWord, Utterance

PHONEME_MARKS = '.,;:!?…—“”"() '
"""Signs in the phonemes that are pauses and tones of voice, not sounds."""

_SILENCE_IDS = 1
"""One id of silence stands before the phonemes, and one after."""


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

    def timed(self, units: Iterable[float], unit_s: float = UNIT_S) -> tuple[EngineWord, ...]:
        """Return when each word is heard, if the phonemes and the silence at both ends last `units`.

        A word takes in the space before it: its first sound is heard from there on.
        """
        edges = [edge * unit_s for edge in accumulate(units, initial=0.0)][_SILENCE_IDS:]
        return tuple(EngineWord(text, edges[self._onset(first)], edges[last]) for text, first, last in self.words)

    def _onset(self, first: int) -> int:
        return first - 1 if first and self.phonemes[first - 1] == " " else first


class Phonemes(Protocol):
    """Turns the text of an utterance into phonemes."""

    def phrase(self, utterance: Utterance, known: Container[str]) -> PhonemePhrase:
        """Return the phrase in phonemes, each a sign of `known`.

        Args:
            utterance: one that went through `validate_utterance`.
            known: the signs that the model has; among them a space, and marks.

        Raises:
            VoiceError: it cannot be read, wholly or in part: nothing is passed over without a sound.
        """

    def identity(self, language: str) -> Mapping[str, str]:
        """Return everything besides the utterance that changes the phonemes: versions, dictionaries."""

    def close(self) -> None:
        """Keep what loads quicker next time. It can still be asked afterwards."""


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
