"""Which sentences of a script may be heard as harmful, where no pattern spoke."""

import bisect
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import add

from feltsense.check.heard.classifier import Classifier, Scores, classifier
from feltsense.check.heard.features import features_of
from feltsense.check.lint_context import LintContext
from feltsense.check.registry import pattern_records
from feltsense.check.rule import MAX_FINDINGS
from feltsense.check.sentences import Sentence
from feltsense.check.structure_words import ENGLISH
from feltsense.script.diagnostics import Diagnostic

NEIGHBOUR_SHARE = 0.6
"""How much of a sentence's score is that of it and a neighbour as one passage; the rest is its own."""

_SURELY_FINE = math.log(0.97)
"""A sentence that is surely fine by itself stays so, whatever stands beside it."""

_MISSING = frozenset(("L01", "L02", "L25", "L26", "L27", "L28"))
"""These hurt by what is not said: a choice close by settles them."""
_CLOSE_BY = 2
"""Sentences before and after."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A sentence that may be heard as a rule has it."""

    sentence: Sentence
    code: str
    harm: float
    """How likely, 0 to 1."""


def heard_in(
    context: LintContext,
    findings: Sequence[Diagnostic],
    model: Classifier | None = None,
    threshold: float | None = None,
) -> list[Heard]:
    """Return what may be heard in a script, at most one code a sentence, in order; of very much the most harmful.

    Args:
        context: the script; its words are taken for English.
        findings: of the patterns. A code that they found in a sentence, or beside it, is not told again.
        model: another classifier than the one that comes with feltsense.
        threshold: how likely harm has to be, where not as the classifier has it.
    """
    model = model or classifier()
    least = model.header.threshold if threshold is None else threshold
    sentences = context.sentences
    codes_found = _codes_found(sentences, findings)
    capped = {code for code, times in Counter(each.code for each in findings).items() if times >= MAX_FINDINGS}
    heard: dict[int, Heard] = {}
    for each in sorted(_candidates(sentences, model, least), key=lambda each: -each.harm):
        number = each.sentence.number
        near = [n.number for n in _around(sentences, number, 1) if n.paragraph == each.sentence.paragraph]
        known = each.code in capped or any(
            (n, each.code) in codes_found or (n in heard and heard[n].code == each.code) for n in near
        )
        if not (known or _excused(context, each) or _settled(sentences, each)):
            heard[number] = each
        if len(heard) == MAX_FINDINGS:
            break
    return [heard[number] for number in sorted(heard)]


def _candidates(sentences: Sequence[Sentence], model: Classifier, threshold: float) -> Iterator[Heard]:
    """Yield each sentence that is more harmful than the threshold, with its likeliest code."""
    for sentence, scores in zip(sentences, sentence_scores(sentences, model), strict=True):
        harm = 1 - math.exp(scores[0])
        if harm > threshold:
            _, code = max(zip(scores[1:], model.header.codes, strict=True))
            yield Heard(sentence, code, harm)


def sentence_scores(sentences: Sequence[Sentence], model: Classifier) -> list[Scores]:
    """Return the scores of each sentence, weighted means of those of `Classifier.scores`; they need not sum to one.

    A sentence is heard by itself and together with the neighbour in its paragraph that makes it more harmful, unless
    it is surely fine by itself.
    """
    features = [features_of(sentence.plain) for sentence in sentences]
    sums = [model.sums(each) for each in features]
    own = [model.scores(sum_, each.scale) for sum_, each in zip(sums, features, strict=True)]
    together: list[Scores | None] = [None] * (len(own) + 1)  # each sentence with the one before it
    for place in range(1, len(own)):
        doubtful = min(own[place - 1][0], own[place][0]) < _SURELY_FINE
        if doubtful and sentences[place].paragraph == sentences[place - 1].paragraph:
            one, other = features[place - 1], features[place]
            both = list(map(add, sums[place - 1], model.sums(other - one)))
            together[place] = model.scores(both, (one | other).scale)
    return [_mixed(alone, together[place], together[place + 1]) for place, alone in enumerate(own)]


def _mixed(own: Scores, before: Scores | None, after: Scores | None) -> Scores:
    near = [each for each in (before, after) if each is not None]
    if not near or own[0] > _SURELY_FINE:
        return own
    worst = min(near, key=lambda scores: scores[0])
    return [(1 - NEIGHBOUR_SHARE) * a + NEIGHBOUR_SHARE * b for a, b in zip(own, worst, strict=True)]


def _codes_found(sentences: Sequence[Sentence], findings: Sequence[Diagnostic]) -> set[tuple[int, str]]:
    """Return in which sentence which code has been found."""
    starts = [(sentence.span.line, sentence.span.column) for sentence in sentences]
    return {(bisect.bisect_right(starts, (each.span.line, each.span.column)) - 1, each.code) for each in findings}


def _excused(context: LintContext, heard: Heard) -> bool:
    """Tell whether others say it, or the rule's patterns know these words and have let them pass."""
    records = [record for record in pattern_records() if record.code == heard.code]
    return context.is_reported_nearby(heard.sentence) or any(
        (record.exempt is not None and record.exempt(context))
        or any(heard.sentence.has(phrasing.words) for phrasing in record.phrasings)
        for record in records
    )


def _settled(sentences: Sequence[Sentence], heard: Heard) -> bool:
    """Tell whether a choice close by, in the same section, makes up for what is missing."""
    own = heard.sentence
    near = [each for each in _around(sentences, own.number, _CLOSE_BY) if each.section == own.section]
    return heard.code in _MISSING and any(ENGLISH.offers_choice(each.plain) for each in near)


def _around(sentences: Sequence[Sentence], number: int, distance: int) -> Sequence[Sentence]:
    return sentences[max(0, number - distance) : number + distance + 1]
