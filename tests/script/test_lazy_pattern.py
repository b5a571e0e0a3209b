"""Expressions that are compiled late: what they need is found in all that they fit."""

import importlib
import pkgutil
import re
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import feltsense.importing
import feltsense.script
from feltsense.importing.structure.lead_ins import OTHER_SECTION
from feltsense.script.lazy_pattern import LazyPattern


def _gated() -> list[LazyPattern]:
    """Return every pattern of the importers and the language that says what it needs."""
    names = [
        each.name
        for package in (feltsense.importing, feltsense.script)
        for each in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    ]
    found = (value for name in names for value in vars(importlib.import_module(name)).values())
    return list({each.pattern: each for each in found if isinstance(each, LazyPattern) and each.needs}.values())


_PIECE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?<?[=!]|[()]|.", re.DOTALL)


def _without_lookarounds(pattern: str) -> str:
    """Return an expression that fits all that `pattern` fits, and more: texts for it are found quickly."""
    kept: list[str] = []
    depth, left_out = 0, 0
    for piece in _PIECE.findall(pattern):
        depth += piece.startswith("(")
        left_out = left_out or (depth if len(piece) > 1 and piece[:2] == "(?" else 0)
        if not left_out:
            kept.append(piece)
        left_out = 0 if piece == ")" and depth == left_out else left_out
        depth -= piece == ")"
    return "".join(kept)


GATED = _gated()
SIGNS = st.characters(max_codepoint=0x2FFF)


@cache
def texts_for(lazy: LazyPattern) -> st.SearchStrategy[str]:
    """Made once: it takes longer than a text."""
    wider = re.compile(_without_lookarounds(lazy.pattern), lazy.flags)
    return st.from_regex(wider, fullmatch=True, alphabet=SIGNS)


@pytest.mark.parametrize("lazy", GATED, ids=[each.needs for each in GATED])
@settings(max_examples=12, derandomize=True)
@given(data=st.data())
def test_all_that_a_pattern_fits_has_what_it_needs(lazy: LazyPattern, data: st.DataObject) -> None:
    """Also where letters are large: a pattern that is never asked would leave lines unread."""
    text = data.draw(texts_for(lazy))
    fits = re.compile(lazy.pattern, lazy.flags).fullmatch(text)
    assert fits is None or re.search(lazy.needs, text, lazy.flags)


def _texts(parts: Any) -> list[str]:
    """Return texts that hold each alternative of a parsed expression at least once, with the first of all others."""
    choices = [_choices(str(kind), what) for kind, what in parts]
    plain = [each[0] for each in choices]
    others = ("".join((*plain[:at], other, *plain[at + 1 :])) for at, each in enumerate(choices) for other in each[1:])
    return ["".join(plain), *others]


def _choices(kind: str, what: Any) -> list[str]:
    found = [""]
    match kind:
        case "LITERAL":
            found = [chr(what)]
        case "ANY" | "NOT_LITERAL":
            found = ["e"]
        case "IN":
            found = _members(what)
        case "BRANCH":
            found = [text for part in what[1] for text in _texts(part)]
        case "SUBPATTERN":
            found = _texts(what[3])
        case "ATOMIC_GROUP":
            found = _texts(what)
        case "GROUPREF_EXISTS":
            found = _texts(what[2] or ())
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, _, part = what
            found = [text * least for text in _texts(part)] if least else ["", *_texts(part)]
    return found


_OF_CATEGORY = {"CATEGORY_DIGIT": "4", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "w"}


def _members(items: Any) -> list[str]:
    """Return one of each kind of characters that a set holds."""
    if str(items[0][0]) == "NEGATE":
        return ["e"]
    return [
        _OF_CATEGORY.get(str(what), "e") if str(kind) == "CATEGORY" else chr(what[0] if str(kind) == "RANGE" else what)
        for kind, what in items
    ]


@pytest.mark.parametrize("lazy", GATED, ids=[each.needs for each in GATED])
def test_every_alternative_of_a_pattern_has_what_it_needs(lazy: LazyPattern) -> None:
    parsed = importlib.import_module("re._parser").parse(lazy.pattern, lazy.flags)
    fitting = [text for text in _texts(parsed) if lazy.compiled.fullmatch(text)]
    assert [text for text in fitting if not re.search(lazy.needs, text, lazy.flags)] == []


@pytest.mark.parametrize("name", ["homework", "facilitator note", "4 comment", "you may also like"])
def test_alternatives_are_found_in_an_expression(name: str) -> None:
    assert name in _texts(importlib.import_module("re._parser").parse(OTHER_SECTION.pattern, OTHER_SECTION.flags))


def test_there_are_such_patterns() -> None:
    assert len(GATED) > 10


@pytest.mark.parametrize("method", ["search", "match", "fullmatch"])
def test_texts_without_what_is_needed_are_not_looked_through(method: str) -> None:
    """Seen by one that would fit them."""
    lazy = LazyPattern(r"\w+:? \d", needs=":")
    assert getattr(lazy, method)("one 1") is None
    assert getattr(lazy, method)("one: 1")
