"""What the classifier sees of a passage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feltsense.check.heard.features import ROWS, WORD_ROWS, Features, features_of, pair_row, token_rows


def test_words_signs_and_neighbours_are_seen() -> None:
    found = features_of("let go, now … or don't. what is here?")
    assert found.tokens == {"^", "let", "go", ",", "now", "…", "or", "don't", ".", "what", "is", "here", "?"}
    assert {("^", "let"), ("go", ","), ("now", "…"), ("^", "what"), ("here", "?")} <= found.pairs
    assert (".", "^") in found.pairs


@pytest.mark.parametrize(
    ("written", "sign"), [("...", "."), ("?!", "?"), ("!!", "."), (";", ","), ("—", "…"), ("--", "…"), ("…", "…")]
)
def test_a_run_of_signs_is_one_sign(written: str, sign: str) -> None:
    assert ("a", sign) in features_of(f"a{written} b").pairs


def test_two_sentences_together_are_what_each_is() -> None:
    one, other = features_of("let it go."), features_of("now rest.")
    assert one | other == Features(one.tokens | other.tokens, one.pairs | other.pairs)
    assert (one | other).scale > one.scale


def test_quotations_and_other_scripts_are_no_surprise() -> None:
    assert features_of("~~~~~ ~~~").tokens == features_of("").tokens == frozenset()
    assert "закройте" in features_of("закройте глаза").tokens


def test_a_very_long_word_is_cut() -> None:
    (token,) = features_of("a" * 100_000).tokens - {"^"}
    assert len(token) < 100


@given(st.text(max_size=300))
def test_every_row_is_one_of_the_table(text: str) -> None:
    found = features_of(text.lower())
    for token in found.tokens:
        word, letters = token_rows(token)
        assert word is None or 0 <= word < WORD_ROWS
        assert all(WORD_ROWS <= row < ROWS for row in letters)
    assert all(0 <= pair_row(pair) < WORD_ROWS for pair in found.pairs)
    assert found.scale >= 1
