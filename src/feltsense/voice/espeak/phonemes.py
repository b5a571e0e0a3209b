"""A phrase in phonemes by eSpeak NG: its own marks stand where they were, and each word keeps its sounds."""

import re
import unicodedata
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from feltsense.errors import VoiceError
from feltsense.voice.espeak.clauses import ALL_MARKS, OPENING, PartKind, PhrasePart, cut_into_parts
from feltsense.voice.espeak.languages import check_letters
from feltsense.voice.espeak.library import Espeak, load_espeak_ng
from feltsense.voice.phonemes import PhonemePhrase
from feltsense.voice.port import Utterance
from feltsense.voice.readings import read_aloud, readings_version, signs_to_say

ESPEAK_TEXT_VERSION = "3"
"""Part of the identity of voices: raise it when the same text would be pronounced otherwise."""

_FLAG = re.compile(r"\((?:\^?[a-z-])+\)")
"""It marks where it takes a word for another language's: «lə (en)wˈiːkɛnd(fr)»."""

_STRESS = str.maketrans("", "", "ˈˌ^")
_SLACK = 1
"""Sounds that the last word may have more or less when others follow."""

_HUSHES = tuple((f"s{'h' * count}", "hush") for count in range(1, 9))
"""English that it spells letter by letter; heart says the same word for it."""

_LESS = {"…": ".", "—": ",", ";": ",", ":": ",", "!": ".", "?": "."}
"""What is written for a mark that a model does not have."""


@dataclass(frozen=True, slots=True)
class EspeakReader:
    """Whose phonemes they are, and how its model writes them."""

    voice: str
    """The voice's full name, for messages."""
    language: str
    """As eSpeak NG calls it, or a BCP 47 tag."""
    spell: Callable[[str], str]
    """From its signs to the model's; it must not add or take spaces."""
    tied: bool = False
    """Whether `spell` is given ^ between the parts of a diphthong or an affricate."""
    marks: str = ALL_MARKS
    """The marks that the model was taught, of `ALL_MARKS`."""
    spell_said: Callable[[str], str] | None = None
    """From a pronunciation in `say`, as dictionaries write it, to what `spell` takes."""


class EspeakPhonemes:
    """Fits `Phonemes`.

    Args:
        reader: whose phonemes they are.

    Raises:
        VoiceError: eSpeak NG is not here, or does not work.
    """

    def __init__(self, reader: EspeakReader) -> None:
        self._reader = reader
        self._espeak: Espeak = load_espeak_ng()

    def phrase(self, utterance: Utterance, known: Container[str]) -> PhonemePhrase:
        """Return the phrase in phonemes.

        Raises:
            VoiceError: it cannot be read, wholly or in part.
        """
        reader, say = self._reader, utterance.say
        if reader.language.lower().startswith("en"):
            say = (*say, *_HUSHES)
        text = read_aloud(utterance.text, (word for word, _ in say), reader.language)
        pieces = cut_into_parts(text, say)
        for piece in pieces:
            if piece.kind is PartKind.WORDS:
                check_letters(piece.text, reader.voice, reader.language)
                self._check_signs(piece.text)
        phrase = _Joining(reader, known)
        for piece in pieces:
            if piece.kind is PartKind.MARK:
                phrase.add_mark(piece.text)
            else:
                phrase.add_words(self._spoken(piece))
        said = phrase.joined()
        if not said.words:
            raise VoiceError(
                f"The voice {reader.voice} finds nothing to say in «{utterance.text}».", "Write it in other words."
            )
        return said

    def identity(self, language: str) -> Mapping[str, str]:  # noqa: ARG002 - of the port; the reader has its own
        """Return what changes the phonemes besides the utterance."""
        return {
            "phonemes": f"espeak-ng {self._espeak.version} {self._reader.language}",
            "dictionary": self._espeak.data_hash(self._reader.language),
            "text": f"{ESPEAK_TEXT_VERSION}/{readings_version(self._reader.language)}",
        }

    def close(self) -> None:
        """Do nothing: the library stays loaded, for all voices."""

    def _check_signs(self, text: str) -> None:
        """Refuse signs that it would pass over without a sound."""
        for sign in signs_to_say(text):
            if not any(self._groups([sign])):
                raise VoiceError(
                    f"The voice {self._reader.voice} has no word for «{sign}» in «{text}».",
                    "Write a word in its place.",
                )

    def _spoken(self, piece: PhrasePart) -> Iterator[tuple[str, list[str]]]:
        """Yield words with their groups of phonemes; several words together where they have sounds in common."""
        if piece.kind is PartKind.SOUNDS:
            sounds = self._reader.spell_said(piece.sounds) if self._reader.spell_said else piece.sounds
            yield piece.elided + piece.text, (self._consonant(piece.elided) + sounds).split()
            return
        words = piece.text.split()
        groups = self._groups([piece.text])[0]
        if len(groups) == len(words) and all(map(_is_plain, words)):
            yield from ((word, [group]) for word, group in zip(words, groups, strict=True))
            return
        starts = self._groups([" ".join(words[: count + 1]) for count in range(len(words) - 1)])
        yield from share_groups(words, groups, starts)

    def _consonant(self, elided: str) -> str:
        """Return what is left of l', d' or qu' before a vowel."""
        if not elided:
            return ""
        return "".join(self._groups([f"{elided}a"])[0]).translate(_STRESS).removesuffix("ː").removesuffix("a")

    def _groups(self, texts: Sequence[str]) -> list[list[str]]:
        found = self._espeak.groups(self._reader.language, texts, tied=self._reader.tied)
        return [[group for each in one if (group := _FLAG.sub("", each).strip("-"))] for one in found]


def share_groups(
    words: Sequence[str], groups: Sequence[str], starts: Sequence[Sequence[str]]
) -> Iterator[tuple[str, list[str]]]:
    """Yield words with those of `groups` that are theirs; words that end inside a group stay with the next one.

    Args:
        words: as they are written.
        groups: of all of them.
        starts: the groups of the first word, of the first two, and so on, without all of them.
    """
    edges = list(accumulate(map(_sounds_in, groups), initial=0))
    several: list[str] = []
    first = 0
    for word, start in zip(words, [*starts, groups], strict=True):
        several.append(word)
        sounds = sum(map(_sounds_in, start))
        end = min(range(len(edges)), key=lambda place: abs(edges[place] - sounds))
        if (end > first and abs(edges[end] - sounds) <= _SLACK) or start is groups:
            yield " ".join(several), list(groups[first:end])
            several, first = [], end


def _sounds_in(group: str) -> int:
    return len(group.translate(_STRESS))


def _is_plain(word: str) -> bool:
    """Tell whether a word is read as one: no number or sign, of which several words are made."""
    return word.replace("'", "").replace("-", "").isalpha()


class _Joining:
    """The phonemes of a phrase while its pieces are added."""

    def __init__(self, reader: EspeakReader, known: Container[str]) -> None:
        self._reader = reader
        self._known = known
        self._phonemes = ""
        self._words: list[tuple[str, int, int]] = []

    def add_words(self, spoken: Iterator[tuple[str, list[str]]]) -> None:
        for word, groups in spoken:
            sounds = " ".join(filter(None, (self._spelled(group, word) for group in groups)))
            if not sounds:
                continue
            if self._phonemes and self._phonemes[-1] not in OPENING:
                self._phonemes += " "
            first = len(self._phonemes)
            self._phonemes += sounds
            self._words.append((word, first, first + len(sounds)))

    def add_mark(self, mark: str) -> None:
        """Add a mark where the model has it, or the one that is nearest."""
        while mark and not (mark in self._reader.marks and mark in self._known):
            mark = _LESS.get(mark, "")
        if mark and mark in f"—{OPENING}" and self._phonemes:
            self._phonemes += " "
        self._phonemes += mark

    def joined(self) -> PhonemePhrase:
        return PhonemePhrase(self._phonemes.rstrip(), tuple(self._words))

    def _spelled(self, group: str, word: str) -> str:
        signs = "".join(self._parts(sign) for sign in self._reader.spell(group))
        for sign in signs:
            if sign not in self._known:
                raise VoiceError(
                    f"The voice {self._reader.voice} has no sound for «{sign}» in «{word}».",
                    "Give it another pronunciation in `say`, or write it in other words.",
                )
        return signs

    def _parts(self, sign: str) -> str:
        """Return a sign, or its letter and accent one by one where the model has these."""
        parts = unicodedata.normalize("NFD", sign)
        return parts if sign not in self._known and all(part in self._known for part in parts) else sign
