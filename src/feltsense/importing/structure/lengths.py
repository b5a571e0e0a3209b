"""Lengths in titles, headings and labels: how long a part, or the whole, should last. They are never silences."""

import re
from dataclasses import dataclass
from itertools import islice

from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.text import has_words
from feltsense.units import MOST_MINUTES

_LONGEST = 40
"""Characters; nobody writes a length with more."""

_WORDS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "twenty-five": 25, "thirty": 30, "forty": 40,
    "forty-five": 45, "sixty": 60, "ninety": 90, "half a": 0.5, "half an": 0.5, "one and a half": 1.5,
    "eine": 1, "einer": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "zehn": 10, "fünfzehn": 15, "zwanzig": 20,
    "dreißig": 30, "un": 1, "uno": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "diez": 10, "quince": 15,
    "veinte": 20, "treinta": 30, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "dix": 10, "quinze": 15,
    "vingt": 20, "trente": 30, "due": 2, "tre": 3, "quattro": 4, "cinque": 5, "dieci": 10, "quindici": 15,
    "venti": 20, "trenta": 30, "um": 1, "uma": 1, "dois": 2, "duas": 2, "três": 3, "dez": 10, "vinte": 20, "trinta": 30,
    "een": 1, "één": 1, "twee": 2, "drie": 3, "vijf": 5, "tien": 10, "vijftien": 15, "twintig": 20, "dertig": 30,
}  # fmt: skip
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_ALONE = r"(?<![^\W\d_½¼¾])[{}](?![a-z])"
"""One letter, behind no other: “5m” and “1½h”, and not the last of “about tens”."""
_MINUTES = rf"(?:minutes?|mins?|min\.|minuten?|minutos?|minut[io]|minuut|minuten|{_ALONE.format('m')}|['′](?!['′]))"
_SECONDS = (
    r"(?:seconds?|secs?|sec\.|sekunden?|sek\.?|segundos?|seg\.?|second[io]|secondes?|seconden|"
    rf"{_ALONE.format('s')}|''|[\"″])"
)
_HOURS = rf"(?:hours?|hrs?|{_ALONE.format('h')}|stunden?|std\.?|horas?|heures?|or[ae]|uur)"
_UNIT = rf"(?:{_MINUTES}|{_SECONDS}|{_HOURS})"
_NUMBER_WORDS = "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True))
_NUMBER = rf"(?:\d{{1,3}}(?:[.,]\d{{1,2}})?\s?[½¼¾]?|[½¼¾]|{_NUMBER_WORDS})"
_ABOUT = (
    r"(?:about|approximately|approx\.?|around|roughly|circa|ca\.|c\.|~|±|≈|etwa|ungefähr|unos|aproximadamente|aprox\.?|"
    r"environ|cerca de|ongeveer)"
)
_TO = r"(?:-|–|—|to|bis|a|à|al|até|tot|or|oder|o|ou)"
_REST = (
    r"(?:long|minimum|maximum|or more|"
    r"total|in total|or so|duration|approx(?:\.|imately)?|total time|lang|in länge|de duración|de durée)"
)
_NAMED = r"(?:total|time|duration|length|dauer|zeit|duración|durée|durata|duração|duur)"
_SIGN_OF_LENGTH = r"[\d½¼¾]|min|se[ckg]|hour|hr|stund|std|hora|heure|or[ae]|uur"
_LENGTH = LazyPattern(
    rf"(?:{_NAMED}:?\s*)?(?P<about>{_ABOUT})?\s*(?:(?P<low>{_NUMBER})\s*(?P<low_unit>{_UNIT})?\s*{_TO}\s*)?"
    rf"(?P<number>{_NUMBER})(?:\s*-\s*|\s*)(?P<unit>{_UNIT})"
    rf"(?:,?\s*(?:and|und|y|et|e|en)?\s*(?P<more>{_NUMBER})(?:\s*-\s*|\s*)(?P<more_unit>{_SECONDS}|{_MINUTES}))?"
    rf"(?:,?\s*{_REST})?\.?",
    re.IGNORECASE,
    needs=rf"^[^\[\]()]*(?:{_SIGN_OF_LENGTH}|\b[msh]\b|['′″\"])[^\[\]()]*$",
)
_BEGINNINGS = frozenset(re.findall(r"[^\W\d_]+", f"{' '.join(_WORDS)} {_NAMED} {_ABOUT}"))
"""The words that a length begins with, unless it begins with a number."""
_FIRST_WORD = re.compile(r"[^\W\d_½¼¾]*")
_CLOCK = r"(?:\d{1,2}:)?\d{1,2}:\d{2}"
_SPAN = LazyPattern(
    rf"(?P<start>{_CLOCK})\s*(?:-->|-|–|—|to)\s*(?P<end>{_CLOCK})(?:\s*(?:min(?:utes|s)?\.?|m))?", re.IGNORECASE
)
_PLAIN_CLOCK = LazyPattern(
    rf"(?P<about>{_ABOUT})?\s*(?P<clock>{_CLOCK})\s*(?:min(?:ute)?s?\.?|m|long|total)?", re.IGNORECASE
)

_MAY_HAVE_LENGTH = LazyPattern(_SIGN_OF_LENGTH, re.IGNORECASE)
_LENGTH_TEXT = r"[^()\[\]{}\n]{1,40}"
_BRACKETED = LazyPattern(
    rf"[ \t]*(?:[-–—:,|·•][ \t]*)?(?P<mark>[*_]{{1,3}})?[(\[{{][ \t]*(?P<length>{_LENGTH_TEXT})[ \t]*[)\]}}]"
    rf"(?(mark)[*_]{{0,3}})[ \t]*"
)
_AMONG = LazyPattern(r"[,;]\s|\s[|·•–—-]\s")
_SEPARATOR = LazyPattern(
    r"[ \t]+/[ \t]+|[ \t]*(?:[|·•~]|:(?<!\d:(?=\d)))[ \t]*|[ \t]+[-–—][ \t]*|[ \t]*[–—][ \t]*|,[ \t]+"
)
_AROUND_NAMES = " \t-–—:,|/·•"
_MOST_SEPARATORS = 6
_SPAN_BEFORE = LazyPattern(
    rf"^[(\[]?(?P<length>{_CLOCK}[ \t]*(?:-->|-|–|—|"
    rf"to)[ \t]*{_CLOCK})[)\]]?[ \t]*[-–—:|·]?[ \t]*(?P<name>\S.{{0,80}})$"
)
_IN_A_NAME = LazyPattern(
    rf"(?<![\w.,:])(?!an?\b)(?P<length>(?:{_NUMBER}\s*{_TO}\s*)?{_NUMBER}(?:\s*-\s*|\s+|(?<=\d)){_MINUTES})(?![\w])",
    re.IGNORECASE,
    needs=r"min|m(?![a-z])|['′]",
)


@dataclass(frozen=True, slots=True)
class PartLength:
    """How long a part should last, in seconds; `low` and `high` are the same unless a range was written."""

    low: int
    high: int
    about: bool = False

    @property
    def wish(self) -> str:
        """The length as a heading of a script has it: `2 to 3 min`."""
        about = "about " if self.about and self.low == self.high else ""
        if self.low == self.high:
            return about + _written(self.low)
        unit, seconds = ("sec", 1) if self.low % 60 or self.high % 60 else ("min", 60)
        return f"{self.low // seconds} to {self.high // seconds} {unit}"

    @property
    def minutes(self) -> tuple[float, ...]:
        """In minutes: one, or the two ends of a range."""
        return tuple(dict.fromkeys((round(self.low / 60, 2), round(self.high / 60, 2))))


def parse_length(text: str) -> PartLength | None:
    """Return the length that `text` is, all of it; None when it is none, or longer than a script can be."""
    bare = text.strip().strip("*_").strip()
    first = _FIRST_WORD.match(bare)
    if len(bare) > _LONGEST or not bare or (first and first[0] and first[0].lower() not in _BEGINNINGS):
        return None
    span, clock, plain = _SPAN.fullmatch(bare), _PLAIN_CLOCK.fullmatch(bare), _LENGTH.fullmatch(bare)
    if span:
        return _length(_clock(span["end"]) - _clock(span["start"]), None)
    if clock:
        return _length(_clock(clock["clock"]), None, about=bool(clock["about"]))
    if plain is None:
        return None
    high = _amount(plain["number"]) * _unit(plain["unit"])
    if plain["more"]:
        high += _amount(plain["more"]) * _unit(plain["more_unit"])
    low = _amount(plain["low"]) * _unit(plain["low_unit"] or plain["unit"]) if plain["low"] else None
    return _length(high, low, about=bool(plain["about"]))


def heading_length(heading: str) -> tuple[str, PartLength | None]:
    """Return a heading without the length that it gives, and the length; the heading as it is when it gives none."""
    if not _MAY_HAVE_LENGTH.search(heading):
        return heading, None
    for bracketed in _BRACKETED.finditer(heading):
        length = parse_length(bracketed["length"]) or _one_of(bracketed["length"])
        rest = f"{heading[: bracketed.start()]} {heading[bracketed.end() :]}".strip(_AROUND_NAMES)
        if length and has_words(rest):
            return " ".join(rest.split()), length
    bare = heading.strip()
    span = _SPAN_BEFORE.match(bare)
    sides = [(span["name"], span["length"])] if span else []
    for separator in islice(_SEPARATOR.finditer(bare), _MOST_SEPARATORS):
        first, second = bare[: separator.start()], bare[separator.end() :]
        sides += [(first, second), (second, first)]
    for name, side in sides:
        length = parse_length(side) if has_words(name) else None
        if length:
            return name.strip(_AROUND_NAMES), length
    return heading, None


def _one_of(text: str) -> PartLength | None:
    """Return the one length among what stands in brackets: “7 min, about 400 words”."""
    parts = [parse_length(part) for part in _AMONG.split(text)] if _AMONG.search(text) else []
    found = [each for each in parts if each]
    return found[0] if len(found) == 1 else None


def length_in_name(title: str) -> PartLength | None:
    """Return the minutes that a title names in its words, as “Five-minute body scan”."""
    found = _IN_A_NAME.search(title)
    return parse_length(found["length"]) if found else None


def _length(high: float, low: float | None, *, about: bool = False) -> PartLength | None:
    seconds = round(high), round(low or high)  # “0–2 min” is from the start to the second minute
    if not 0 < seconds[1] <= seconds[0] <= MOST_MINUTES * 60:
        return None
    return PartLength(seconds[1], seconds[0], about)


def _written(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    if minutes and rest:
        return f"{minutes}m{rest:02d}s"
    return f"{minutes} min" if minutes else f"{rest} sec"


def _amount(text: str) -> float:
    lowered = text.lower().strip()
    if lowered in _WORDS:
        return _WORDS[lowered]
    fraction = sum(_FRACTIONS[sign] for sign in lowered if sign in _FRACTIONS)
    digits = lowered.rstrip("½¼¾ ").replace(",", ".")
    return (float(digits) if digits else 0) + fraction


def _unit(text: str) -> int:
    lowered = text.lower()
    return 60 if re.fullmatch(_MINUTES, lowered) else 1 if re.fullmatch(_SECONDS, lowered) else 3600


def _clock(text: str) -> int:
    seconds = 0
    for part in text.split(":"):
        seconds = seconds * 60 + int(part)
    return seconds
