"""When each word on screen is heard, though the voice may say more words than are written, or others."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate, pairwise

from feltsense.voice.finish import RawWord


def as_written(written: Sequence[str], heard: Sequence[RawWord]) -> list[RawWord]:
    """Return one timed word for each of `written`.

    Words that agree take the times of the heard ones. Where they differ («10:30» is heard as «ten thirty»), the
    written ones share the time of the heard ones by their letters; where nothing is heard for them, they take none.
    """
    matcher = SequenceMatcher(a=[_bare(word) for word in written], b=[_bare(word.text) for word in heard])
    words: list[RawWord] = []
    for same, first, last, heard_first, heard_last in matcher.get_opcodes():
        if same == "equal":
            pairs = zip(written[first:last], heard[heard_first:heard_last], strict=True)
            words.extend(RawWord(word, at.start_s, at.end_s) for word, at in pairs)
        else:
            before = words[-1].end_s if words else 0.0
            words.extend(_shared(written[first:last], heard[heard_first:heard_last], before))
    return words


def _shared(written: Sequence[str], heard: Sequence[RawWord], before: float) -> Iterator[RawWord]:
    start, end = (heard[0].start_s, heard[-1].end_s) if heard else (before, before)
    letters = list(accumulate((len(_bare(word)) for word in written), initial=0))
    whole = max(1, letters[-1])
    edges = (start + (end - start) * count / whole for count in letters)
    for word, (first, last) in zip(written, pairwise(edges), strict=True):
        yield RawWord(word, first, last)


def _bare(word: str) -> str:
    return "".join(letter for letter in word.casefold() if letter.isalnum())
