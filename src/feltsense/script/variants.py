"""The many forms in which people write a pause, each with its canonical form."""

import re

from feltsense.script.durations import DURATION, NUMBER, compiled, milliseconds_of, number_of, with_unit, written

_SIZE = r"(?:an? )?(?:very )?(?:(?P<size>short|long|brief) )?"
_PAUSE = r"(?:silent )?(?:pause|silence|quiet|wait)"
_ABOUT = r"(?:for )?(?P<about>(?:about|around|approximately|approx\.?|roughly|ca\.?|~|maybe|perhaps) ?)?"
_TO = r" ?(?:to|-|–|—|or) ?"
_LENGTH = (
    rf"(?:between )?(?:(?P<length>{DURATION})(?:{_TO}(?P<high>{DURATION}))?"
    rf"|(?P<low>{NUMBER})(?:{_TO}| and )(?P<top>{DURATION}))"
)
_SO = r"(?P<so> or so)?"
_BEGINNING = re.compile(
    r"(?P<pause>(?:an? )?(?:very )?(?:(?:short|long|brief) )?(?:silent )?(?:pause|silence|quiet|wait))"
    r"|[\d½¼¾~]|(?:for|between|about|around|appr|roughly|ca|maybe|perhaps|an?|one|half|quarter|tw|th|fo|fi|si|se|ei|ni|te|el)"
)
_FORMS = {
    True: (
        rf"{_SIZE}{_PAUSE}",
        rf"{_SIZE}{_PAUSE}(?: here| now)?(?: ?[:=,–—-] ?| )?(?:for |of )?{_ABOUT}(?:{_LENGTH}|(?P<bare>{NUMBER})){_SO}",
    ),
    False: (rf"{_ABOUT}{_LENGTH}{_SO}[ -]?(?:of )?{_PAUSE}?",),
}
"""Those that begin with the pause, and those that begin with its length."""
_VAGUE = re.compile(
    rf"(?:{_PAUSE}(?: here| now)?(?: ?[:=,–—-] ?| )?(?:for |of )?|for )?"
    r"(?:(?:an? )?(?P<many>few|several|couple(?: of)?|some) (?P<unit>second|moment|minute)s"
    r"|an? (?P<one>second|moment|minute) or (?:two|so)|(?:an? )?(?:little |short |brief )?moment|a (?:little )?while)"
    rf"(?: of {_PAUSE}| {_PAUSE})?"
)
_VAGUE_LENGTHS = {
    "moment": "pause 5s to 10s", "second": "pause about 5s", "minute": "pause 2m to 4m",
    "couple second": "pause about 2s", "couple minute": "pause about 2m",
    "one second": "pause 1s to 2s", "one minute": "pause 1m to 2m",
}  # fmt: skip
"""Lengths without a number: what they say, as near as a number can be."""
_LONGEST = 60
_TIGHT = re.compile(r" ?- ?")
_BEFORE_UNIT = re.compile(r"(?<=\d)-(?=[a-z])")

SPOKEN_STAR = re.compile(r"(?<![\w*_])(?P<mark>[*_]{1,3})(?P<inner>[^*_\n]{1,40})(?P=mark)(?![\w*_])")
"""Emphasis that may hold a pause."""

PARENTHESES = re.compile(r"\((?P<inner>[^()\n]{1,40})\)")
"""Parentheses that may hold a pause; if not, they are spoken text."""

_SPOKEN_OF = re.compile(
    r"\b(?:an?|the|this|that|your|my|our|each|every|another|any|no|some|of|with|without|after|before|between|"
    r"short|long|brief|little|small|gentle|and|or|to|can|could|may|might|will|you|we|i|just|then|let's|let’s|please)\s*$",
    re.IGNORECASE,
)
"""Behind these a pause is spoken of: “take a *pause*”, “and *pause* here”."""
_JOINS = r"(?:\b(?:and|or|then|to|just)\b[ \t]*){1,3}$"
_JOINED = re.compile(_JOINS, re.IGNORECASE)
"""Words that only join a pause which has a size to the rest: “and *long pause* then”."""
_JOINED_BEHIND_COMMA = re.compile(rf",[ \t]*{_JOINS}", re.IGNORECASE)
"""What joins a pause that ends with a comma too: “inhale, then *pause*, exhale”."""

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
    lowered = " ".join(inner.lower().split()).rstrip(" .…!")
    if len(lowered) > _LONGEST or not any(character.isalpha() for character in lowered):
        return None
    lowered = _BEFORE_UNIT.sub(" ", _TIGHT.sub("-", lowered))
    beginning = _BEGINNING.match(lowered)
    for form in _FORMS[bool(beginning["pause"])] if beginning else ():
        match = compiled(form).fullmatch(lowered)
        if match:
            return _cue(match.groupdict())
    return _vague(lowered)


def in_parentheses(inner: str) -> str | None:
    """Return what `canonical` does for text in parentheses, which is no pause unless it says so: “(3 minutes)”."""
    return canonical(inner) if re.search(r"\b(?:pause|silence|wait)\b", inner.lower()) else None


def in_emphasis(inner: str) -> str | None:
    """Return what `canonical` does for emphasised text, where “rest in the *silence*” and “*pause* …” are spoken."""
    return canonical(inner) if re.search(r"\bpause\b", inner.lower()) and not _vague(inner.lower()) else None


def emphasised_pause(inner: str, before: str, after: str) -> str | None:
    """Return what `in_emphasis` does where that is no word of its English sentence."""
    pause = in_emphasis(inner)
    return None if pause is None or in_english_sentence(pause, before, after) else pause


def in_english_sentence(pause: str, before: str, after: str) -> bool:
    """Tell whether emphasis that may be a pause is a word of its sentence: “take a *pause* now”.

    Args:
        pause: the cue that it would be.
        before: what stands before it on its line.
        after: what stands behind it there.
    """
    sized = pause != "pause"
    if re.search(r"\d", pause) or (sized and _JOINED.search(before)):
        return False
    between = after.lstrip().startswith(",") and _JOINED_BEHIND_COMMA.search(before)
    return not between and _SPOKEN_OF.search(before) is not None


def _cue(parts: dict[str, str | None]) -> str:
    size = parts.get("size")
    length, high = parts.get("length") or parts.get("low"), parts.get("high") or parts.get("top")
    if length and high:
        return f"pause {_plain(with_unit(length, high))} to {_plain(high)}"
    if bare := parts.get("bare"):
        length = f"{number_of(bare).normalize():f}s"
    if length:
        about = parts.get("about") or parts.get("so")
        return f"pause {'about ' if about else ''}{_plain(length)}"
    return f"{size.replace('brief', 'short')} pause" if size else "pause"


def _vague(lowered: str) -> str | None:
    """Return the cue's text for a length without a number, such as “pause for a few moments”."""
    match = _VAGUE.fullmatch(lowered)
    if match is None:
        return None
    unit = match["one"] or match["unit"]
    if unit is None:
        return "pause"
    exactly = "one" if match["one"] else "couple" if match["many"].startswith("couple") else ""
    return _VAGUE_LENGTHS.get(f"{exactly} {unit}", _VAGUE_LENGTHS[unit])


def _plain(length: str) -> str:
    milliseconds = milliseconds_of(length)
    return written(milliseconds) if milliseconds else length.strip()
