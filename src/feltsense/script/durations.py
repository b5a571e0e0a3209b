"""Lengths of time as people write them: 8s, 1m30s, 2.5 sec, ten seconds, half a minute, a minute and a half, 2½ min.

The one parser of them. A bare number is one of seconds; one in words needs its unit.
"""

import re
from decimal import Decimal
from functools import cache

from feltsense.units import Ms

MOST_MS = 3_600_000
"""No single silence, phase or sound is asked for longer than an hour."""

_LONGEST = 60
"""Characters; nobody writes a length with more, and numbers of a thousand digits take their time."""

_WORDS = {
    word: value
    for value, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "  # noqa: SIM905 - a list of words reads best as words
        "eighteen nineteen".split(),
        1,
    )
} | {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)  # noqa: SIM905 - as above
}
_PARTS_OF_ONE = {
    "half": "0.5", "quarter": "0.25", "quarters": "0.75", "½": "0.5", "¼": "0.25", "¾": "0.75", "1/2": "0.5",
    "1/4": "0.25", "3/4": "0.75",
}  # fmt: skip

_ONES, _TENS = list(_WORDS)[:9], list(_WORDS)[19:]
_IN_WORDS = rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_ONES)}))?|{'|'.join(reversed(list(_WORDS)[:19]))})\b"
_DIGITS = r"\d+(?:\.\d+|,\d(?!\d))?"
"""With a decimal comma too, where one digit follows: 2,5 s."""
_PART = r"(?:(?:an? |one )?(?:half|quarter)\b|three[ -]quarters\b|[½¼¾]|(?<!\d)(?:[13]/4|1/2)(?!\d))"

WHOLE_NUMBER = rf"(?:\d+|{_IN_WORDS})"
"""A pattern for whole numbers in digits or, up to ninety-nine, in words; without groups."""

NUMBER = rf"(?:{_PART}|(?:{_DIGITS}|{_IN_WORDS})(?:(?: and | ?){_PART})?)"
"""A pattern for numbers in digits or words, also with a half or a quarter; without groups."""

_HOURS, _MINUTES, _SECONDS = "hours?|hrs?|h", "minutes?|mins?|m", "seconds?|secs?|s"
_MILLISECONDS = "milliseconds?|msecs?|ms"
_UNIT = rf"(?:{_MILLISECONDS}|{_HOURS}|{_MINUTES}|{_SECONDS})(?![a-z])"
_ARTICLE = r"(?:an?|another)"
_MORE = r"(?:[ -](?:more|full|whole|further))?"
_LEAD = rf"(?:(?:{_ARTICLE}{_MORE} )?{NUMBER}{_MORE}[\s-]*(?:(?:of )?an? )?|{_ARTICLE}{_MORE}[ -])"
_REST = (
    rf"(?:(?: and | ?, ?| ?)(?:{_DIGITS}|{_IN_WORDS})(?:[\s-]*(?:{_SECONDS})(?![a-z]))?(?!\d|[:/.]\d)|,? and {_PART})"
)
DURATION = rf"(?:{_LEAD}{_UNIT}(?:{_REST})?|(?:00?:)?\d{{1,2}}:[0-5]\d(?!\d)|{_DIGITS})"
"""A pattern for all of them, in lower case and with single spaces; without groups."""

DIGIT_DURATION = r"\d+(?:\.\d+)?(?: ?(?:minutes?|mins?|m)(?: ?\d+(?:\.\d+)? ?s)?| ?(?:seconds?|secs?|s))?"
"""A small pattern for those that are written most, in digits; looked for first, as the other takes long to compile."""

_PLAIN = re.compile(
    r"(?P<number>\d+(?:\.\d+)?)"
    r"(?: ?(?:(?P<minutes>m)(?:in(?:ute)?s?)?(?: ?(?P<rest>\d+(?:\.\d+)?) ?s)?|s(?:ec(?:ond)?s?)?))?"
)
_CLOCK = re.compile(r"(?:00?:)?(\d{1,2}):([0-5]\d)")
_SPLIT = rf"(?P<lead>{_LEAD})(?P<unit>{_UNIT})(?P<rest>{_REST})?"
_NUMBER_PARTS = rf"(?P<whole>{_DIGITS}|{_IN_WORDS})?(?: and | )?(?P<part>{_PART})?"
_A_UNIT = re.compile(rf"(?:\b|(?<=\d)){_UNIT}")
_MS_OF_UNIT = {"h": 3_600_000, "mi": 60_000, "m": 60_000, "s": 1000, "ms": 1, "mil": 1}
_UNIT_KIND = re.compile(r"h|mil|ms|mi|m|s")


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return `pattern`, compiled when it is first needed: those with lengths in words are large."""
    return re.compile(pattern)


def milliseconds_of(text: str, most: int = MOST_MS) -> Ms | None:
    """Return the milliseconds that `text` (lower case, matching `DURATION`) means; None for none, or over `most`."""
    plain = text.strip()
    exact = _exact_ms(plain) if len(plain) <= _LONGEST else None
    total = Ms(round(exact)) if exact is not None else Ms(0)
    return total if 0 < total <= most else None


def number_of(text: str) -> Decimal:
    """Return the number that `text` (lower case, matching `NUMBER` or `WHOLE_NUMBER`) means.

    Raises:
        ValueError: it is no such number.
    """
    match = compiled(_NUMBER_PARTS).fullmatch(text.strip())
    if match is None or not match[0]:
        raise ValueError(text)
    return _value(match["whole"] or "0") + _part(match["part"])


def with_unit(low: str, high: str) -> str:
    """Return `low` with the unit of `high` when it has none of its own: in “ten to 40s” it belongs to both."""
    units = _A_UNIT.findall(high)
    bare = low.strip()
    if not units or _A_UNIT.search(bare) or ":" in bare:
        return bare
    return f"{bare}{' ' if bare[-1:].isalpha() else ''}{units[0]}"


def written(ms: int) -> str:
    """Return the canonical form of a length: `90s` as `1m30s`, `2.5s`."""
    minutes, rest = divmod(ms, 60_000)
    if minutes and rest % 1000 == 0:
        return f"{minutes}m{rest // 1000}s" if rest else f"{minutes}m"
    return f"{Decimal(ms) / 1000:f}s"


def _exact_ms(plain: str) -> Decimal | None:
    if quick := _PLAIN.fullmatch(plain):
        return Decimal(quick["number"]) * (60_000 if quick["minutes"] else 1000) + Decimal(quick["rest"] or 0) * 1000
    if re.fullmatch(_DIGITS, plain):
        return _value(plain) * 1000
    if clock := _CLOCK.fullmatch(plain):
        return Decimal(int(clock[1]) * 60_000 + int(clock[2]) * 1000)
    match = compiled(_SPLIT).fullmatch(plain)
    if match is None:
        return None
    kind = _UNIT_KIND.match(match["unit"])
    unit = _MS_OF_UNIT[kind[0]] if kind else 1000
    lead = compiled(rf"(?<![a-z\d]){NUMBER}").search(match["lead"])
    return (number_of(lead[0]) if lead else Decimal(1)) * unit + _rest_ms(match["rest"] or "", unit)


def _rest_ms(rest: str, unit: int) -> Decimal:
    """Return what stands behind the first unit: seconds, or a part of one such unit."""
    part = compiled(_PART).search(rest)
    if part:
        return _part(part[0]) * unit
    seconds = compiled(rf"{_DIGITS}|{_IN_WORDS}").search(rest)
    return _value(seconds[0]) * 1000 if seconds else Decimal(0)


def _value(word: str) -> Decimal:
    return (
        Decimal(word.replace(",", "."))
        if word[0].isdigit()
        else Decimal(sum(_WORDS[part] for part in re.split("[ -]", word)))
    )


def _part(text: str | None) -> Decimal:
    name = re.search(r"half|quarters?|[½¼¾]|\d/\d", text) if text else None
    return Decimal(_PARTS_OF_ONE[name[0]]) if name else Decimal(0)
