"""The corpus that the classifier is trained from: its form, and that its weights belong to it."""

from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

import feltsense.check.heard as package
from build_heard import MOST_BYTES
from feltsense.check.heard.classifier import WEIGHTS, classifier
from feltsense.check.registry import rule_of
from heard_corpus import Passage, corpus_hash, read_corpus
from heard_training import probe

PASSAGES = read_corpus()


def test_the_weights_were_trained_from_this_corpus() -> None:
    assert classifier().header.corpus == corpus_hash(), "The corpus has changed: run `make heard`."


def test_the_weights_belong_to_this_code() -> None:
    expected = classifier().header.probe
    assert probe(PASSAGES, classifier()) == expected, "Code that scores passages has changed: run `make heard`."


def test_the_weights_are_small() -> None:
    assert len(files(package).joinpath(WEIGHTS).read_bytes()) <= MOST_BYTES


def test_the_corpus_is_large_and_has_many_voices() -> None:
    assert len(PASSAGES) >= 4000
    assert len({each.voice for each in PASSAGES}) >= 15


def test_every_code_is_a_rule_and_has_many_passages() -> None:
    counts = Counter(each.code for each in PASSAGES if each.harmful)
    assert set(counts) == set(classifier().header.codes)
    assert min(counts.values()) >= 100
    assert all(rule_of(code) for code in counts)


def test_every_passage_is_well_formed() -> None:
    codes = {*classifier().header.codes}
    for each in PASSAGES:
        kinds = {"plain", "indirect"} if each.harmful else codes | {"-"}
        assert each.kind in kinds, each
        assert 2 <= len(each.text.split()) <= 90, each
        assert each.text == each.text.strip(), each


def test_no_passage_stands_twice_or_is_both_fine_and_harmful() -> None:
    counts = Counter(each.text.lower() for each in PASSAGES)
    assert [text for text, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("line", ["L05\tplain", "ok\t-\tOne.\tTwo.", ""])
def test_a_line_without_three_columns_is_told_with_its_place(line: str, tmp_path: Path) -> None:
    (tmp_path / "voice.tsv").write_text(f"ok\t-\tA first one.\n{line}\n", "utf-8")
    with pytest.raises(ValueError, match=r"voice\.tsv, line 2: "):
        read_corpus(tmp_path)


def test_the_hash_is_of_names_and_contents(tmp_path: Path) -> None:
    (tmp_path / "one.tsv").write_text("ok\t-\tHere we are.\n", "utf-8")
    before = corpus_hash(tmp_path)
    assert read_corpus(tmp_path) == [Passage("one", "ok", "-", "Here we are.")]
    (tmp_path / "one.tsv").rename(tmp_path / "two.tsv")
    assert corpus_hash(tmp_path) != before
