"""Pauses of speech markup: `<break time="2s"/>`, `<break strength="strong"/>`."""

import re
from collections.abc import Mapping

from feltsense.script.durations import DURATION, milliseconds_of, written
from feltsense.script.lazy_pattern import LazyPattern

NO_BREAK = ""
"""What a break is that asks for no pause at all."""

_STRENGTHS = {
    "none": NO_BREAK,
    "x-weak": "pause about 0.25s",
    "weak": "pause about 0.5s",
    "medium": "pause about 0.75s",
    "strong": "pause about 1.5s",
    "x-strong": "pause about 4s",
}
"""Strong is as long as the silence between two sentences, extra strong as that between two paragraphs."""
_MOST_BARE = 100
"""No engine holds a break for so many seconds: a number without a unit from here on is milliseconds."""
_TAG = LazyPattern(r"<break(?P<attributes>(?:[\s/][^<>]*)?)>", re.IGNORECASE)
_ATTRIBUTE = LazyPattern(r"([a-z]+)\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)'|([^\s\"'<>/]+))", re.IGNORECASE)


def break_cue(attributes: Mapping[str, str]) -> str | None:
    """Return the cue's text that a break with these attributes means; `NO_BREAK` for none, None when it means nothing.

    The time decides where both are given. Without either it is a break of medium strength. A length that cannot be
    kept stays as it is, for the cue grammar to complain of.
    """
    time = attributes.get("time", "").strip().lower().removeprefix("+")
    if not time:
        return _STRENGTHS.get(attributes.get("strength", "medium").strip().lower())
    time = f"0{time}" if time.startswith(".") else time
    if re.fullmatch(r"0+(?:\.0*)?\s*(?:m?s)?", time):
        return NO_BREAK
    if re.fullmatch(r"\d{1,7}(?:\.\d{1,3})?", time):
        time += "ms" if float(time) >= _MOST_BARE else "s"
    if not re.fullmatch(DURATION, time):
        return None
    length = milliseconds_of(time)
    return f"pause {written(length) if length else time}"


def break_tag(tag: str) -> str | None:
    """Return the cue's text that a whole tag means, as `break_cue` does; None for other tags."""
    found = _TAG.fullmatch(tag)
    if found is None:
        return None
    attributes = {
        each[1].lower(): next(filter(None, each.groups()[1:]), "") for each in _ATTRIBUTE.finditer(found["attributes"])
    }
    return break_cue(attributes)
