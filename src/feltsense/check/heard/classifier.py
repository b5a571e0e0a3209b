"""A softmax over the codes and what is fine, by the features of a passage. Its weights come from `make heard`.

Weights are whole numbers, and so are their sums: a passage is scored alike on every machine.
"""

import bz2
import json
import math
from dataclasses import asdict, dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from feltsense.check.heard.features import ROWS, Features, features_of, pair_row, token_rows

WEIGHTS = "heard.bin"
FINE_CLASSES = ("ok", "ordinary")
"""The first classes: passages of exercises that harm nobody, and ordinary instructions."""
LETTER_WEIGHT = 0.5
"""How much a row of letters counts beside a word's or a pair's; rows are summed doubled."""


_MOST_TOKENS = 1 << 14
"""Kept with the sums of their rows; no language of people needs more at a time."""

Sums = list[int]
"""A sum of weights for each class, in units of half a step."""
Scores = list[float]
"""Natural logarithms of how likely it is that a passage is fine, and of each code, in the order of `Header.codes`."""


@dataclass(frozen=True, slots=True)
class Header:
    """What stands before the weights, in a line of JSON."""

    codes: tuple[str, ...]
    """Of the harmful classes, which stand behind those of `FINE_CLASSES`."""
    threshold: float
    """How likely harm has to be to be told, 0 to 1."""
    step: float
    """What one unit of a weight is worth."""
    bias: tuple[float, ...]
    corpus: str
    """SHA-256 of the corpus it was trained from."""
    probe: tuple[float, ...]
    """How harmful some of its passages were heard when it was made: where code has changed since, it is made anew."""


def _header(fields: dict[str, Any]) -> Header:
    """Return what is in the line of JSON, its lists as tuples."""
    listed: dict[str, Any] = {name: tuple(each) if isinstance(each, list) else each for name, each in fields.items()}
    return Header(**listed)


class Classifier:
    """The weights, and what they say about a passage.

    Args:
        content: of the weights' file, as `pack` writes it.
    """

    def __init__(self, content: bytes) -> None:
        head, _, rest = content.partition(b"\n")
        self.header = _header(json.loads(head))
        self._width = len(FINE_CLASSES) + len(self.header.codes)
        self._weights = memoryview(rest)[: ROWS * self._width].cast("b")
        self._packed = rest[ROWS * self._width :]
        self._by_token: dict[str, Sums] = {}
        self._known: dict[str, list[tuple[str, Features]]] = {}

    def sums(self, features: Features) -> Sums:
        """Return for each class the sum of all rows, doubled."""
        empty = [0] * self._width
        tokens = map(sum, zip(empty, *map(self._token, features.tokens), strict=True))
        pairs = map(sum, zip(empty, *(self._row(pair_row(pair)) for pair in features.pairs), strict=True))
        return [token + 2 * pair for token, pair in zip(tokens, pairs, strict=True)]

    def scores(self, sums: Sums, scale: float) -> Scores:
        """Return the logarithms of how likely it is that a passage is fine, or harmful as each code has it.

        Args:
            sums: of the passage.
            scale: of its features.
        """
        factor = self.header.step / (2 * scale)
        logits = [total * factor + bias for total, bias in zip(sums, self.header.bias, strict=True)]
        top = max(logits)
        raised = [math.exp(each - top) for each in logits]
        whole = math.log(math.fsum(raised)) + top
        fine = math.log(math.fsum(raised[: len(FINE_CLASSES)])) + top
        return [fine - whole, *(each - whole for each in logits[len(FINE_CLASSES) :])]

    def _row(self, number: int) -> list[int]:
        return self._weights[number * self._width : (number + 1) * self._width].tolist()

    def _token(self, token: str) -> Sums:
        """Return the sum of a token's rows, doubled; most words of a script are met again."""
        sums = self._by_token.get(token)
        if sums is None:
            if len(self._by_token) >= _MOST_TOKENS:
                self._by_token.clear()
            word, letters = token_rows(token)
            own = self._row(word) if word is not None else [0] * self._width
            sums = self._by_token[token] = list(map(sum, zip(own, own, *map(self._row, letters), strict=True)))
        return sums

    @cached_property
    def examples(self) -> dict[str, list[str]]:
        """The harmful passages that it was trained from, by code."""
        found: dict[str, list[str]] = {code: [] for code in self.header.codes}
        for line in bz2.decompress(self._packed).decode().splitlines():
            code, _, passage = line.partition("\t")
            found[code].append(passage)
        return found

    def nearest_example(self, passage: str, code: str) -> str:
        """Return the example of `code` that shares most of what speaks for the code with a passage in lower case."""
        if code not in self._known:
            self._known[code] = [(each, features_of(each.lower())) for each in self.examples[code]]
        features = features_of(passage)
        return max(self._known[code], key=lambda example: self._shared(features, example[1], code))[0]

    def _shared(self, one: Features, other: Features, code: str) -> float:
        place = len(FINE_CLASSES) + self.header.codes.index(code)
        weights = [self._token(token)[place] for token in one.tokens & other.tokens]
        weights += [2 * self._row(pair_row(pair))[place] for pair in one.pairs & other.pairs]
        return sum(weight for weight in weights if weight > 0) / other.scale


def pack(header: Header, weights: bytes, examples: str) -> bytes:
    """Return the content of the weights' file.

    Args:
        header: as above.
        weights: a signed byte for each row and class, row by row.
        examples: the harmful passages of the corpus, a line each: the code, a tab, the passage.
    """
    return json.dumps(asdict(header)).encode() + b"\n" + weights + bz2.compress(examples.encode(), 9)


@cache
def classifier() -> Classifier:
    """Return the classifier that comes with feltsense."""
    return Classifier(Path(__file__).with_name(WEIGHTS).read_bytes())
