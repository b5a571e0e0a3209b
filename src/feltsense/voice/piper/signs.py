"""A phrase's phonemes as the ids of a Piper model: `^ _ p _ p _ … $`, each sign followed by a blank."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from feltsense.errors import VoiceError
from feltsense.voice.neural.pace import Rhythm
from feltsense.voice.phonemes import PhonemePhrase
from feltsense.voice.piper.config import END, PAD, START, PiperConfig

PIPER_SIGNS_VERSION = "1"
"""Part of the voice's identity: raise it when the same phonemes become other ids."""


@dataclass(frozen=True, slots=True)
class PiperPhrase:
    """A phrase as ids."""

    said: PhonemePhrase
    groups: tuple[tuple[int, ...], ...]
    """The ids before the first phoneme, of each phoneme with its blank, and after the last.

    A phoneme that joins the one before has none.
    """

    @property
    def words(self) -> int:
        """How many words are heard; some of them have their sounds in common."""
        return sum(len(text.split()) for text, _, _ in self.said.words)

    @property
    def ids(self) -> list[int]:
        """All of them, in order."""
        return [each for group in self.groups for each in group]

    def rhythm(self, natural: Sequence[float]) -> Rhythm:
        """Return the natural durations of the ids in their three parts."""
        edges = list(accumulate(map(len, self.groups), initial=0))
        first, last = edges[1 + self.said.words[0][1]], edges[1 + self.said.words[-1][2]]
        return Rhythm(natural[:first], natural[first:last], natural[last:])

    def by_phoneme(self, frames: Sequence[int]) -> list[int]:
        """Return for each of `groups` the sum of what its ids last."""
        edges = list(accumulate(frames, initial=0))
        ends = list(accumulate(map(len, self.groups)))
        return [edges[end] - edges[end - len(group)] for end, group in zip(ends, self.groups, strict=True)]


def spell_for_piper(config: PiperConfig, group: str) -> str:
    """Return phonemes of eSpeak NG in the model's signs: accents taken off their letters, some signs replaced."""
    signs = unicodedata.normalize("NFD", group)
    if not config.replaced:
        return signs
    return "".join("".join(config.replaced.get(sign, (sign,))) for sign in signs)


def piper_phrase(said: PhonemePhrase, config: PiperConfig, voice: str) -> PiperPhrase:
    """Return a phrase as ids.

    Args:
        said: in the model's signs.
        config: whose signs they are.
        voice: its full name, for messages.

    Raises:
        VoiceError: the model has no id for a sign.
    """
    pad = config.ids[PAD]
    groups = [(*config.ids[START], *pad)]
    for sign in _joined(said.phonemes, config.clusters):
        found = config.ids.get(sign)
        if found is None:
            raise VoiceError(
                f"The voice {voice} has no sound for «{sign}».", "Write the word otherwise, or give it in `say`."
            )
        groups += [(*found, *pad), *((),) * (len(sign) - 1)]
    return PiperPhrase(said, (*groups, config.ids[END]))


def _joined(phonemes: str, clusters: Sequence[str]) -> Iterator[str]:
    """Yield the signs of a phrase, vowels that stand together as one."""
    at = 0
    while at < len(phonemes):
        sign = next((each for each in clusters if phonemes.startswith(each, at)), phonemes[at])
        yield sign
        at += len(sign)
