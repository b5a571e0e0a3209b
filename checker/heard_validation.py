"""Tries the classifier on voices that it has not heard, and finds the threshold of what it tells."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from feltsense.check.heard.classifier import Classifier
from heard_corpus import FIELDS, Passage
from heard_training import Sample, TrainingSet, harm, train

FOLDS = 5
MOST_ALARMS = 0.02
"""Of the fine passages of exercises, held out; the patterns have alarms of their own."""
_BLOCK = 120
"""Lines of a file without a voice, ordinary instructions say, that are held out together: a few neighbouring fields."""


def held_out(given: TrainingSet) -> Iterator[tuple[Classifier, list[Sample]]]:
    """Yield a classifier for each fold, and the samples that it has not been trained from.

    They are whole voices, and blocks of the files that have none.
    """
    fold_of = np.array(_folds([each.passage for each in given.samples]))
    for fold in range(FOLDS):
        left_out = [each for each, own in zip(given.samples, fold_of, strict=True) if own == fold]
        yield Classifier(train(given, fold_of != fold, 0.5, "")), left_out


def _folds(passages: Sequence[Passage]) -> list[int]:
    """Return each passage's fold: the largest voice first, always to the smallest fold."""
    names = _groups(passages)
    sizes, fold_of = [0] * FOLDS, {}
    for name, count in sorted(Counter(names).items(), key=lambda pair: (-pair[1], pair[0])):
        fold_of[name] = sizes.index(min(sizes))
        sizes[fold_of[name]] += count
    return [fold_of[name] for name in names]


def _groups(passages: Sequence[Passage]) -> list[str]:
    seen: Counter[str] = Counter()
    names = []
    for each in passages:
        block = seen[each.voice] // _BLOCK if each.voice in FIELDS else 0
        names.append(f"{each.voice} {block}")
        seen[each.voice] += 1
    return names


def threshold_of(given: TrainingSet) -> float:
    """Return the threshold with `MOST_ALARMS`, found on voices that were held out."""
    return threshold_at([(each, harm(each, model)) for model, kept in held_out(given) for each in kept], MOST_ALARMS)


def threshold_at(harms: Sequence[tuple[Sample, float]], alarms: float) -> float:
    """Return the harm that this share of the fine passages of exercises goes over."""
    fine = sorted((harm for each, harm in harms if not (each.passage.harmful or each.passage.ordinary)), reverse=True)
    return math.ceil(fine[int(len(fine) * alarms)] * 1e4) / 1e4
