"""Rules that are only patterns: every phrasing finds something, and every exception lets something pass."""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

import pytest
from passages import passages

from feltsense.check import pattern_rules, rules
from feltsense.check.lint_context import LintContext
from feltsense.check.pattern import Kinds, whole_words
from feltsense.check.registry import all_rules, pattern_records, rule_of
from feltsense.check.rule import PatternRule, Phrasing
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.parser import parse

PHRASINGS = [
    pytest.param(record, phrasing, id=f"{record.code} {number}")
    for record in pattern_records()
    for number, phrasing in enumerate(record.phrasings)
]
EXCEPTIONS = [
    pytest.param(record, phrasing, field.name, id=f"{record.code} {number} {field.name}")
    for record in pattern_records()
    for number, phrasing in enumerate(record.phrasings)
    for field in fields(phrasing)
    if field.name.startswith("unless") and getattr(phrasing, field.name) is not None
]


def finds(phrasing: Phrasing, passage: str) -> bool:
    return any(phrasing.find(LintContext(parse(passage, "passage"), passage)))


def test_records_are_rules_like_all_others() -> None:
    codes = [record.code for record in pattern_records()]
    assert len(codes) == len(set(codes)) > 18
    assert {code for code in codes if rule_of(code) is None} == set()
    assert len({rule.code for rule in all_rules()}) == len(all_rules())


@pytest.mark.parametrize(("record", "phrasing"), PHRASINGS)
def test_each_phrasing_flags_a_passage(record: PatternRule, phrasing: Phrasing) -> None:
    assert any(finds(phrasing, passage) for passage in passages(record.code).flag)


@pytest.mark.parametrize("record", pattern_records(), ids=lambda record: record.code)
def test_each_record_leaves_a_passage_alone_that_holds_its_words(record: PatternRule) -> None:
    texts = [LintContext(parse(passage, "passage"), passage) for passage in passages(record.code).leave]
    assert any(context.has(phrasing.words) for context in texts for phrasing in record.phrasings)


@pytest.mark.parametrize(("record", "phrasing", "name"), EXCEPTIONS)
def test_each_exception_lets_a_passage_pass(record: PatternRule, phrasing: Phrasing, name: str) -> None:
    none: dict[str, Any] = {name: None}
    without = replace(phrasing, **none)
    assert any(finds(without, passage) and not finds(phrasing, passage) for passage in passages(record.code).leave)


@pytest.mark.parametrize(("record", "phrasing"), PHRASINGS)
def test_messages_name_what_was_found(record: PatternRule, phrasing: Phrasing) -> None:
    assert "«{words}»" in phrasing.message
    assert not phrasing.label_message or "{key}" in phrasing.label_message
    assert isinstance(phrasing.words, LazyPattern)


def every_kind() -> Iterator[Kinds]:
    for package in (pattern_rules, rules):
        for module in pkgutil.iter_modules(package.__path__):
            held = vars(importlib.import_module(f"{package.__name__}.{module.name}")).values()
            yield from (each for each in held if isinstance(each, Kinds))
    for record in pattern_records():
        yield from (each.words for each in record.phrasings if isinstance(each.words, Kinds))


def test_no_kind_needs_words_that_it_can_do_without() -> None:
    texts = "\n".join(text for record in pattern_records() for text in passages(record.code).flag).lower()
    for kinds in every_kind():
        for needs, part in kinds.parts:
            for match in whole_words(part).finditer(texts):
                assert all(any(word in match[0] for word in group) for group in needs), (needs, match[0])
