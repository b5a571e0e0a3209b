"""The many forms in which people write a pause, each with its canonical form."""

import re

from feltsense.script.durations import DURATION, milliseconds_of, written

_LENGTH = rf"(?P<length>{DURATION})"
_PAUSE = r"(?:pause|silence|quiet|wait)"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<size>short|long|brief)? ?{_PAUSE}",
        rf"(?:short |long |brief )?{_PAUSE}(?: ?[:=,–—-] ?| for | of | )?{_LENGTH}",
        rf"{_LENGTH}(?: |-)?(?:of )?{_PAUSE}?",
        rf"{_PAUSE} (?:about|around|approximately|approx\.?) {_LENGTH}",
    )
)
_ABOUT = re.compile(r"\b(?:about|around|approx)")
_PLAIN_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_BREAK_TAG = re.compile(r"<break(?: strength=[\"']?[\w-]+[\"']?)?(?: time=[\"']?(?P<length>[\w.]+)[\"']?)? ?/?>")

SPOKEN_STAR = re.compile(r"(?P<mark>[*_]{1,3})(?P<inner>[^*_\n]{1,40})(?P=mark)")
"""Emphasis that may hold a pause."""

PARENTHESES = re.compile(r"\((?P<inner>[^()\n]{1,40})\)")
"""Parentheses that may hold a pause; if not, they are spoken text."""


def canonical(inner: str) -> str | None:
    """Return the cue's text (without brackets) that a pause written as `inner` means; None when it is no pause."""
    lowered = " ".join(inner.lower().replace("-", " - ").split()).replace(" - ", "-")
    if _PLAIN_NUMBER.fullmatch(lowered):
        return None
    for form in _FORMS:
        match = form.fullmatch(lowered)
        if match:
            return _cue(match.groupdict(), lowered)
    return None


def break_tag(tag: str) -> str | None:
    """Return the cue's text that a speech-markup `<break …/>` means; None for other tags."""
    match = _BREAK_TAG.fullmatch(" ".join(tag.lower().split()))
    return _cue(match.groupdict(), "") if match else None


def _cue(parts: dict[str, str | None], lowered: str) -> str | None:
    if parts.get("length"):
        length = milliseconds_of(str(parts["length"]))
        about = "about " if _ABOUT.search(lowered) else ""
        return f"pause {about}{written(length)}" if length else None
    size = {"brief": "short "}.get(parts.get("size") or "", f"{parts['size']} " if parts.get("size") else "")
    return f"{size}pause"
