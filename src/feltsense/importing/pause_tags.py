"""Tags of silences that are in no standard: `<pause dur="5s">`, `<wait seconds="12"/>`, `<silence msec="2000"/>`."""

import re

from feltsense.importing.meanings import DirectionKind, Meaning, valid_cue
from feltsense.importing.written_cues import how_long
from feltsense.script.durations import milliseconds_of, written
from feltsense.script.lazy_pattern import LazyPattern

_TAG = LazyPattern(
    r"(?P<end>/?)\s*(?:pause|wait|silence|delay|sleep|rest|gap)\b(?P<attributes>[^<>]{0,500})", re.IGNORECASE
)
_ATTRIBUTE = LazyPattern(
    r"(?P<name>[a-z_-]{1,20})\s*=\s*[\"']?\s*(?P<value>\d{1,7}(?:\.\d{1,3})?)\s*(?P<unit>[a-z]{0,12})", re.IGNORECASE
)
_UNITS = {"ms": "ms", "msec": "ms", "msecs": "ms", "millis": "ms", "milliseconds": "ms"} | {
    name: unit
    for unit, names in (("s", "s sec secs second seconds"), ("m", "m min mins minute minutes"))
    for name in names.split()
}
_MOST_BARE = 100
"""From here on a number without a unit is milliseconds."""


def pause_tag(inner: str) -> Meaning | None:
    """Return the silence that a tag asks for, its number taken once; None where it is something else.

    Args:
        inner: what stands between its angle brackets.
    """
    tag = _TAG.fullmatch(inner.strip())
    if tag is None:
        return None
    if tag["end"]:
        return Meaning(DirectionKind.NOTHING, told="the end of a pause that stands before it")
    found = list(_ATTRIBUTE.finditer(tag["attributes"]))
    if not found:
        return None
    name, value, unit = found[0]["name"].lower(), found[0]["value"], found[0]["unit"].lower()
    bare = "ms" if float(value) >= _MOST_BARE else "s"
    length = f"{value}{_UNITS.get(unit) or _UNITS.get(name) or bare}"
    cue = f"pause {written(milliseconds_of(length) or 0)}" if len(found) == 1 else ""
    return Meaning(DirectionKind.CUE, (cue,), canonical=False) if valid_cue(cue) else how_long(inner)
