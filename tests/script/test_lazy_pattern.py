"""Expressions that are compiled late: what they need is found in all that they fit."""

import importlib
import pkgutil
import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import feltsense.importing
import feltsense.script
from feltsense.importing.structure import vocabulary
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
@settings(max_examples=12, deadline=None, derandomize=True)
@given(data=st.data())
def test_all_that_a_pattern_fits_has_what_it_needs(lazy: LazyPattern, data: st.DataObject) -> None:
    """Also where letters are large: a pattern that is never asked would leave lines unread."""
    text = data.draw(texts_for(lazy))
    fits = re.compile(lazy.pattern, lazy.flags).fullmatch(text)
    assert fits is None or re.search(lazy.needs, text, lazy.flags)


def test_every_name_of_a_section_that_is_not_for_listeners_is_compared() -> None:
    known = vocabulary.NOT_FOR_LISTENERS + vocabulary.FURNITURE_SECTION
    names = {each for each in re.findall(r"[^\W\d_][\w -]*", known) if OTHER_SECTION.compiled.fullmatch(each)}
    assert {"homework", "how to contact us", "sommaire"} <= names
    assert [each for each in names if not OTHER_SECTION.fullmatch(each)] == []


def test_there_are_such_patterns() -> None:
    assert len(GATED) > 10


@pytest.mark.parametrize("method", ["search", "match", "fullmatch"])
def test_texts_without_what_is_needed_are_not_looked_through(method: str) -> None:
    """Seen by one that would fit them."""
    lazy = LazyPattern(r"\w+:? \d", needs=":")
    assert getattr(lazy, method)("one 1") is None
    assert getattr(lazy, method)("one: 1")
