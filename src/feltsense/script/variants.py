"""The many forms in which people write a pause, each with its canonical form."""

import re

from feltsense.script.durations import DURATION, milliseconds_of, with_unit, written

_SIZE = r"(?:(?P<size>short|long|brief) )?"
_PAUSE = r"(?:pause|silence|quiet|wait)"
_ABOUT = r"(?P<about>(?:about|around|approximately|approx\.?|roughly|ca\.?|~) ?)?"
_LENGTH = rf"(?P<length>{DURATION})(?: ?(?:to|-|–|—) ?(?P<high>{DURATION}))?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_SIZE}{_PAUSE}",
        rf"{_SIZE}{_PAUSE}(?: ?[:=,–—-] ?| )?(?:for |of )?{_ABOUT}{_LENGTH}",
        rf"{_ABOUT}{_LENGTH} ?(?:of )?{_PAUSE}?",
    )
)
_LONGEST = 60
_TIGHT = re.compile(r" ?- ?")
_BEFORE_UNIT = re.compile(r"(?<=\d)-(?=[a-z])")
_STRENGTH = r"(?: strength=[\"']?[\w-]+[\"']?)?"
_BREAK_TAG = re.compile(rf"<break{_STRENGTH}(?: time=[\"']?(?P<length>{DURATION})[\"']?)?{_STRENGTH} ?/?>")

SPOKEN_STAR = re.compile(r"(?<![\w*_])(?P<mark>[*_]{1,3})(?P<inner>[^*_\n]{1,40})(?P=mark)(?![\w*_])")
"""Emphasis that may hold a pause."""

PARENTHESES = re.compile(r"\((?P<inner>[^()\n]{1,40})\)")
"""Parentheses that may hold a pause; if not, they are spoken text."""

LIKE_A_PAUSE = re.compile(
    r"\((?:an? |the )?(?:very |short |long |brief )*(?:pause|silence|wait)\b[^()\n]{0,80}\)"
    r"|\(\d{1,4}(?:\.\d{1,3})? ?(?:seconds?|secs?|s)\)",
    re.IGNORECASE,
)
"""Parentheses in spoken text that look as if they were meant for nobody's ears."""


def canonical(inner: str) -> str | None:
    """Return the cue's text (without brackets) that a pause written as `inner` means; None when it is no pause.

    A length that cannot be kept stays as it is, for the cue grammar to complain of.
    """
    lowered = " ".join(inner.lower().split()).rstrip(" .…")
    if len(lowered) > _LONGEST or not any(character.isalpha() for character in lowered):
        return None
    lowered = _BEFORE_UNIT.sub(" ", _TIGHT.sub("-", lowered))
    for form in _FORMS:
        match = form.fullmatch(lowered)
        if match:
            return _cue(match.groupdict())
    return None


def in_parentheses(inner: str) -> str | None:
    """Return what `canonical` does for text in parentheses, which is no pause unless it says so: “(3 minutes)”."""
    return canonical(inner) if re.search(r"\b(?:pause|silence|wait)\b", inner.lower()) else None


def in_emphasis(inner: str) -> str | None:
    """Return what `canonical` does for emphasised text: “rest in the *silence*” is spoken."""
    return canonical(inner) if re.search(r"\bpause\b", inner.lower()) else None


def break_tag(tag: str) -> str | None:
    """Return the cue's text that a speech-markup `<break …/>` means; None for other tags."""
    match = _BREAK_TAG.fullmatch(" ".join(tag.lower().split()))
    return _cue(match.groupdict()) if match else None


def _cue(parts: dict[str, str | None]) -> str:
    length, high, size = parts.get("length"), parts.get("high"), parts.get("size")
    if length and high:
        return f"pause {_plain(with_unit(length, high))} to {_plain(high)}"
    if length:
        return f"pause {'about ' if parts.get('about') else ''}{_plain(length)}"
    return f"{size.replace('brief', 'short')} pause" if size else "pause"


def _plain(length: str) -> str:
    milliseconds = milliseconds_of(length)
    return written(milliseconds) if milliseconds else length.strip()
