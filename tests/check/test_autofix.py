"""Autofix: replacements are written, and every other byte stays."""

import re
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from feltsense.check.autofix import apply_fixes
from feltsense.script.diagnostics import Span
from feltsense.script.model import Section, Silence
from feltsense.script.parser import parse
from golden_cases import cases

GOLDEN = Path(__file__).parents[1] / "script" / "golden"

SCRIPTS = [
    pytest.param(case.source, id=f"{path.stem}: {case.name}")
    for path in sorted(GOLDEN.glob("*.md"))
    for case in cases(path)
]


def autofixed(source: bytes) -> bytes:
    return apply_fixes(source, parse(source, "sample").diagnostics).source


def silences(sections: tuple[Section, ...]) -> list[Any]:
    """Return every silence and the text between, without places."""
    return [
        _bare(node) if isinstance(node, Silence) else getattr(node, "text", type(node))
        for s in sections
        for node in s.body
    ]


def _bare(node: Any) -> Any:
    assert is_dataclass(node)
    return [getattr(node, field.name) for field in fields(node) if not isinstance(getattr(node, field.name), Span)]


@pytest.mark.parametrize("source", SCRIPTS)
def test_autofix_keeps_what_is_heard_and_is_idempotent(source: bytes) -> None:
    once = autofixed(source)
    assert autofixed(once) == once
    assert silences(parse(once, "sample").exercise.sections) == silences(parse(source, "sample").exercise.sections)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Rest. (pause 10 seconds)  \nOn.\n", "Rest. [pause 10s]  \nOn.\n"),
        ("Rest. [PAUSE:5]\r\nOn. (long pause)\r\n", "Rest. [pause 5s]\r\nOn. [long pause]\r\n"),
        ("\ufeffRest.\n...\nOn.", "\ufeffRest.\n[pause]\nOn."),
        ("Rest. *pause*\tOn. 🌿 (pause)\r", "Rest. [pause]\tOn. 🌿 [pause]\r"),
        ('---\ntitle: "(pause)"\n---\nRest. <break time="3s"/>\n', '---\ntitle: "(pause)"\n---\nRest. [pause 3s]\n'),
        ("- pause\n- Rest.\n", "- [pause]\n- Rest.\n"),
    ],
    ids=["trailing spaces", "carriage returns", "byte order mark", "wide signs", "front matter", "list"],
)
def test_only_pauses_are_replaced(before: str, after: str) -> None:
    assert autofixed(before.encode()).decode() == after


@pytest.mark.parametrize(
    "source",
    [
        b"Rest. [pause 10s]\n",
        b"Rest (quietly).\n",
        b"Rest. [Pause -\n 10 secs]\n",
        b"\xff\xfe",
        b"Rest. (pause for a few breaths)",
    ],
)
def test_plain_and_unclear_pauses_stay(source: bytes) -> None:
    result = apply_fixes(source, parse(source, "sample").diagnostics)
    assert result.source is source
    assert result.changes == ()


def test_every_change_has_its_line() -> None:
    source = b"Rest. (pause) [3s]\n\nOn. (long pause)\n"
    changes = apply_fixes(source, parse(source, "sample").diagnostics).changes
    assert [(c.line, c.before, c.after) for c in changes] == [
        (1, "(pause)", "[pause]"),
        (1, "[3s]", "[pause 3s]"),
        (3, "(long pause)", "[long pause]"),
    ]
    assert not re.search("[()]", autofixed(source).decode())
