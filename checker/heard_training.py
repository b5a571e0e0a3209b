"""Trains the classifier: softmax regression over the features of all passages, full batch, in a fixed order.

Every step is an elementwise operation or a sum in a fixed order, and each iteration brings rounding errors closer
together again; so the weights, once rounded to whole numbers, are the same bits on every machine.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from feltsense.check.heard.classifier import FINE_CLASSES, LETTER_WEIGHT, Classifier, Header, pack
from feltsense.check.heard.features import ROWS, Features, features_of, pair_row, token_rows
from feltsense.check.heard.listening import sentence_scores
from feltsense.check.lint_context import LintContext
from feltsense.script.parser import parse
from heard_corpus import Passage

Array = NDArray[np.float64]

ITERATIONS = 150
STEP = 0.05
"""Share of the loss's steepest curvature that is reckoned with; smaller is faster, and too small diverges."""
DECAY = 0.15
"""Weight of the squared weights beside the summed loss."""
PART_WEIGHT = 0.5
"""Weight of a sentence, or of two, out of a fine passage: what is fine is so in parts; harm may need the whole."""
_MOST = 127
_PROBES = 50


@dataclass(frozen=True, slots=True)
class Sample:
    """A passage as the training sees it."""

    passage: Passage
    sentences: tuple[Features, ...]
    context: LintContext
    """Of a script that holds nothing else."""


def sample(passage: Passage) -> Sample:
    """Return a passage prepared, its sentences parted as those of a script."""
    context = LintContext(parse(passage.text, "passage"), passage.text)
    return Sample(passage, tuple(features_of(sentence.plain) for sentence in context.sentences), context)


@dataclass(frozen=True, slots=True)
class TrainingSet:
    """All passages as rows: each as a whole, and the parts of fine ones."""

    samples: tuple[Sample, ...]
    codes: tuple[str, ...]
    """Those of the harmful passages."""
    features: csr_matrix
    """How much of each row of the weights a passage has."""
    owner: NDArray[np.int64]
    """The place of each row's sample."""
    target: NDArray[np.int64]
    """The place of each row's class."""
    importance: Array
    """Of each row in the loss."""


def training_set(passages: Sequence[Passage]) -> TrainingSet:
    """Return passages prepared for training, in their order."""
    samples = tuple(sample(passage) for passage in passages)
    codes = tuple(sorted({passage.code for passage in passages if passage.harmful}))
    rows = [(place, *row) for place, each in enumerate(samples) for row in _rows_of(each)]
    owner = np.array([place for place, _, _ in rows])
    places = np.array([_class_of(each.passage, codes) for each in samples])
    matrix = _matrix([features for _, features, _ in rows])
    return TrainingSet(samples, codes, matrix, owner, places[owner], np.array([weight for _, _, weight in rows]))


def _class_of(passage: Passage, codes: Sequence[str]) -> int:
    return len(FINE_CLASSES) + codes.index(passage.code) if passage.harmful else int(passage.ordinary)


def _rows_of(each: Sample) -> Iterator[tuple[Features, float]]:
    parts = each.sentences
    whole = parts[0]
    for part in parts[1:]:
        whole |= part
    yield whole, 1.0
    if not each.passage.harmful and len(parts) > 1:
        pairs = [one | other for one, other in pairwise(parts)] if len(parts) > 2 else []
        yield from ((part, PART_WEIGHT) for part in (*parts, *pairs))


def train(given: TrainingSet, heard: NDArray[np.bool_], threshold: float, corpus: str) -> bytes:
    """Return the weights of a classifier.

    Args:
        given: all passages.
        heard: for each sample, whether it is trained from.
        threshold: goes into the header, as does `corpus`.
        corpus: the corpus's hash.
    """
    rows = heard[given.owner]
    width = len(FINE_CLASSES) + len(given.codes)
    weights, bias = _fit(given.features[rows], given.target[rows], given.importance[rows], width)
    step = float(f"{np.abs(weights).max() / _MOST:.8g}")  # its last bits differ by machine, as those of the bias do
    whole = np.rint(weights / step).clip(-_MOST, _MOST).astype(np.int8)
    header = Header(given.codes, threshold, step, tuple(round(float(each), 6) for each in bias), corpus, ())
    chosen = [each.passage for each, used in zip(given.samples, heard, strict=True) if used and each.passage.harmful]
    examples = "\n".join(f"{passage.code}\t{passage.text}" for passage in chosen)
    untried = Classifier(pack(header, whole.tobytes(), examples))
    return pack(
        replace(header, probe=probe([each.passage for each in given.samples], untried)), whole.tobytes(), examples
    )


def probe(passages: Sequence[Passage], model: Classifier) -> tuple[float, ...]:
    """Return how harmful some passages are heard, evenly spaced among all: `Header.probe`."""
    return tuple(round(harm(sample(each), model), 3) for each in passages[:: max(1, len(passages) // _PROBES)])


def harm(each: Sample, model: Classifier) -> float:
    """Return how harmful a passage's most harmful sentence is heard, 0 to 1."""
    return max(1 - math.exp(scores[0]) for scores in sentence_scores(each.context.sentences, model))


def _matrix(passages: Sequence[Features]) -> csr_matrix:
    """Return a row for each passage with what each row of the weights counts in it."""
    starts = [0]
    columns: list[int] = []
    values: list[float] = []
    for features in passages:
        counts: dict[int, float] = {}
        for token in sorted(features.tokens):
            word, letters = token_rows(token)
            for number in letters:
                counts[number] = counts.get(number, 0.0) + LETTER_WEIGHT
            if word is not None:
                counts[word] = counts.get(word, 0.0) + 1.0
        for pair in sorted(features.pairs):
            number = pair_row(pair)
            counts[number] = counts.get(number, 0.0) + 1.0
        columns += counts
        values += [count / features.scale for count in counts.values()]
        starts.append(len(columns))
    return csr_matrix((np.array(values), np.array(columns), np.array(starts)), shape=(len(passages), ROWS))


def _fit(x: csr_matrix, places: NDArray[np.int64], importance: Array, width: int) -> tuple[Array, Array]:
    """Return the weights, a row for each column of `x`, and the bias: Nesterov's gradient method.

    Each row has a step of its own, by a bound of the loss's curvature there.
    """
    wanted = np.zeros((x.shape[0], width))
    wanted[np.arange(x.shape[0]), places] = 1.0
    back = x.T.tocsr()
    back.sort_indices()
    curvature = importance * (np.asarray(x.sum(axis=1)).ravel() + 1.0)
    steps = 1.0 / (DECAY + STEP * (back @ curvature))[:, None]
    bias_step = 1.0 / (STEP * curvature.sum())
    weights, bias = np.zeros((ROWS, width)), np.zeros(width)
    ahead, bias_ahead, momentum = weights, bias, 1.0
    for _ in range(ITERATIONS):
        residual = (_softmax(x @ ahead + bias_ahead) - wanted) * importance[:, None]
        next_weights = ahead - steps * (back @ residual + DECAY * ahead)
        next_bias = bias_ahead - bias_step * residual.sum(axis=0)
        next_momentum = (1 + (1 + 4 * momentum**2) ** 0.5) / 2
        further = (momentum - 1) / next_momentum
        ahead = next_weights + further * (next_weights - weights)
        bias_ahead = next_bias + further * (next_bias - bias)
        weights, bias, momentum = next_weights, next_bias, next_momentum
    return weights, bias


def _softmax(logits: Array) -> Array:
    raised = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))
