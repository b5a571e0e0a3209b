"""The keys of the front matter: for each, what reads its value."""

import math
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import Any

import yaml

from feltsense.script.cues import inside
from feltsense.script.diagnostics import GrammarError
from feltsense.script.entities import decoded_entities
from feltsense.script.language_tags import EXPECTED_LANGUAGE, near_language, tag_of_language
from feltsense.script.text import normalised, quoted
from feltsense.units import MOST_MINUTES, Wpm

PRACTICES = (
    "grounding", "orienting", "breath", "body-scan", "self-compassion", "loving-kindness", "focusing", "parts",
    "reframing", "rehearsal", "journalling", "nature",
)  # fmt: skip
PATHWAYS = (
    "authentic-self", "vulnerability", "community", "nature", "self-compassion", "stories", "therapy", "somatic",
)  # fmt: skip
WANTED = ("title", "summary", "practice", "pathway", "tier")
"""Not needed to play a script, but to find it in a library."""

_TAG = "tag:yaml.org,2002:"


class FieldError(GrammarError):
    """A value, or the part of one at `node`, that is not of its kind."""

    def __init__(self, node: yaml.Node, code: str, message: str, hint: str) -> None:
        super().__init__(code, message, hint)
        self.node = node
        self.likely: str | None = None
        """What it was probably meant as, so that the rest of the script is understood; None for no guess."""


def _wrong(node: yaml.Node, expected: str, meant: str = "") -> FieldError:
    hint = f"Did you mean “{meant}”? Expected: {expected}." if meant else f"Expected: {expected}."
    return FieldError(node, "S014", f"{_named(node)} does not fit here.", hint)


def _named(node: yaml.Node) -> str:
    if not isinstance(node, yaml.ScalarNode):
        return "A list" if isinstance(node, yaml.SequenceNode) else "A list of keys and values"
    text = normalised(str(node.value))
    return f"“{quoted(text)}”" if text else "An empty value"


def _scalar(node: yaml.Node, kinds: str, expected: str) -> str:
    """Return a value's text when YAML takes it for one of `kinds`."""
    if not isinstance(node, yaml.ScalarNode) or node.tag.removeprefix(_TAG) not in kinds.split():
        raise _wrong(node, expected)
    return str(node.value)


def _text(node: yaml.Node) -> str:
    return normalised(decoded_entities(_scalar(node, "str int float bool timestamp", "a text")))


def _language(node: yaml.Node) -> str:
    """Return the tag that is meant: also by “de_DE” and “Deutsch”."""
    text = _text(node)
    tag = tag_of_language(text)
    if not tag:
        near = near_language(text)
        wrong = _wrong(node, EXPECTED_LANGUAGE, near)
        wrong.likely = near or None
        raise wrong
    return tag


def _name(node: yaml.Node) -> str | None:
    if isinstance(node, yaml.ScalarNode) and node.tag == f"{_TAG}null":
        return None
    name = _text(node)
    if name.lower() in ("off", "none", ""):
        return None
    try:
        return inside(name)
    except GrammarError as trouble:
        raise FieldError(node, trouble.code, trouble.message, trouble.hint) from trouble


def _one_of(choices: Sequence[str]) -> Callable[[yaml.Node], str]:
    def read(node: yaml.Node) -> str:
        value = _text(node)
        if value not in choices:
            near = get_close_matches(value[:40].lower().replace(" ", "-"), choices, n=1)
            raise _wrong(node, f"one of {', '.join(choices)}", *near)
        return value

    return read


def _whole(low: int, high: int) -> Callable[[yaml.Node], int]:
    expected = f"a whole number from {low} to {high}"

    def read(node: yaml.Node) -> int:
        text = _scalar(node, "int", expected)
        if not text.isdigit() or len(text) > 9 or not low <= int(text) <= high:
            raise _wrong(node, expected)
        return int(text)

    return read


def _yes_no(node: yaml.Node) -> bool:
    return _scalar(node, "bool", "true or false").lower() in ("true", "yes", "on")


def _texts(node: yaml.Node) -> tuple[str, ...]:
    if isinstance(node, yaml.SequenceNode):
        return tuple(_text(item) for item in node.value)
    return (_text(node),)


def _minutes(node: yaml.Node) -> tuple[float, ...]:
    items = node.value if isinstance(node, yaml.SequenceNode) else [node]
    return tuple(_minute(item) for item in items)


def _minute(node: yaml.Node) -> float:
    expected = f"a number of minutes up to {MOST_MINUTES}, or a list like [3, 5]"
    text = _scalar(node, "int float", expected)
    try:
        minutes = float(text)
    except ValueError as error:
        raise _wrong(node, expected) from error
    if not math.isfinite(minutes) or not 0 < minutes <= MOST_MINUTES:
        raise _wrong(node, expected)
    return minutes


def _say(node: yaml.Node) -> tuple[tuple[str, str], ...]:
    if not isinstance(node, yaml.MappingNode):
        raise _wrong(node, "words, each with how it is said (psoas: so-az)")
    return tuple((_text(word), _text(said)) for word, said in node.value)


def _pace(node: yaml.Node) -> Wpm:
    return Wpm(_whole(80, 180)(node))


FIELDS: dict[str, Callable[[yaml.Node], Any]] = {
    "title": _text,
    "summary": _text,
    "practice": _one_of(PRACTICES),
    "pathway": _one_of(PATHWAYS),
    "tier": _whole(1, 3),
    "minutes": _minutes,
    "pace": _pace,
    "pacing": _one_of(("brisk", "gentle", "spacious")),
    "voice": _text,
    "language": _language,
    "soundscape": _name,
    "anchors": _texts,
    "cautions": _texts,
    "holds": _yes_no,
    "next_step": _text,
    "say": _say,
    "author": _text,
    "credits": _text,
    "licence": _text,
    "tags": _texts,
    "tradition": _text,
}
"""Each reads a YAML node and raises `FieldError` where it is not of its kind."""
