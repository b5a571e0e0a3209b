"""Scores of the classifier, its examples, and that the same passages give the same weights."""

import hashlib
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from feltsense.check.heard.classifier import FINE_CLASSES, Classifier, classifier
from feltsense.check.heard.features import features_of
from heard_corpus import Passage
from heard_training import train, training_set

SMALL = [
    Passage("one", "L05", "plain", "You must keep breathing. You should feel your feet by now."),
    Passage("one", "ok", "L05", "Nothing must happen. Feel your feet, or let them be."),
    Passage("one", "L33", "indirect", "You built that wall, and now you wonder why no one comes."),
    Passage("two", "ok", "L33", "A wall was built once, and it had its reasons."),
    Passage("two", "L05", "indirect", "It is expected of you to stay with the breath."),
    Passage("instructions", "ok", "-", "You must tighten the screw until the head sits flush."),
]


def scores(model: Classifier, text: str) -> list[float]:
    features = features_of(text.lower())
    return model.scores(model.sums(features), features.scale)


def small() -> bytes:
    return train(training_set(SMALL), np.full(len(SMALL), fill_value=True), 0.5, "none")


def test_the_same_passages_give_the_same_bytes() -> None:
    assert hashlib.sha256(small()).hexdigest() == "b1d4210ba55ac736ab3716eab9af56a81aac48457d33217ac64c00eff57f4923"


def test_what_it_was_trained_from_it_knows() -> None:
    model = Classifier(small())
    assert model.header.codes == ("L05", "L33")
    for passage in SMALL:
        found = scores(model, passage.text)
        best = found.index(max(found))
        assert best == (1 + model.header.codes.index(passage.code) if passage.harmful else 0)


def test_the_nearest_example_shares_what_speaks_for_the_code() -> None:
    model = Classifier(small())
    assert model.nearest_example("you should keep going.", "L05") == SMALL[0].text
    assert model.nearest_example("it is expected of you.", "L05") == SMALL[4].text


def test_passages_that_were_held_back_are_no_examples() -> None:
    model = Classifier(train(training_set(SMALL), np.array([True] * 4 + [False] * 2), 0.5, "none"))
    assert model.nearest_example("it is expected of you.", "L05") == SMALL[0].text


@given(st.text(max_size=200))
def test_the_scores_of_any_text_are_likelihoods(text: str) -> None:
    found = scores(classifier(), text)
    assert len(found) == 1 + len(classifier().header.codes) == 1 + len(classifier().header.bias) - len(FINE_CLASSES)
    assert math.fsum(math.exp(score) for score in found) == pytest.approx(1)
