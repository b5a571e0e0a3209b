"""Times and lengths as other documents write them, and the silences that follow from them.

Only starts known: the silence is what is left once the words are said, so it is elastic. Start and end known: the gap
to the next start is exact. No silence is ever negative.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from feltsense.importing.clock_times import TIME, TimeRange, milliseconds_at
from feltsense.importing.directions import pause_cue
from feltsense.importing.meanings import valid_cue
from feltsense.script.durations import MOST_MS, written
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.model import DEFAULT_PACE, Silence
from feltsense.script.sentences import sentences
from feltsense.script.text import has_words

_WITH_LENGTH = LazyPattern(r"\d|second|minute|sekund|minut|segund|secondi", re.IGNORECASE)
_LONGEST_PAUSE = 60
"""Characters of a line that is nothing but a pause in words."""
SHORTEST_MS = 2000
"""A gap that is shorter is what every sentence has behind it."""
BETWEEN_SENTENCES_MS = 1500
"""What a script has between two sentences by itself."""

RANGE_MARK = r"(?:-{1,3}>|[-–—→]|to|until|bis|hasta|a|à|al?|fino a|tot|até|,)"
_RANGE = LazyPattern(
    rf"[\[(]?\s*(?P<start>{TIME})\s*[\])]?(?:\s*{RANGE_MARK}\s*[\[(]?(?P<end>{TIME})\s*[\])]?)?\s*"
    r"(?:h|min|mins|minutes?|uhr)?[.:]?",
    re.IGNORECASE,
)
_NUMBER = r"\d{1,5}(?:[.,]\d{1,3})?"
_SECONDS = (
    r"(?:s|sec|secs|seconds?|sek|sekunden?|seg|segs|segundos?|secondes?|secondi|secondo|secondes?|seconden|[\"”″])"
)
_MINUTES = r"(?:m|min|mins|minutes?|minuten?|minutos?|minuti|minuto|minuut|minuten|['’′])"
_RANGE_UNIT = rf"(?:{_MINUTES}|{_SECONDS})"
_ABOUT = (
    r"(?:(?P<about>about|around|approx(?:imately|\.)?|roughly|ca\.?|circa|etwa|ungefähr|unos|environ|cerca de|~|±)\s*)?"
)
_LENGTH = LazyPattern(
    rf"{_ABOUT}(?:(?P<low>{_NUMBER})\s*(?:(?P<low_minutes>{_MINUTES})|(?P<low_seconds>{_SECONDS}))?\.?"
    r"\s*(?:[-–—]|to|bis|a|à|tot)\s*)?"
    rf"(?:(?P<minutes>{_NUMBER})\s*{_MINUTES}\.?(?:\s*(?:and\s*)?(?P<rest>{_NUMBER})\s*(?:{_SECONDS}\.?)?)?"
    rf"|(?P<seconds>{_NUMBER})\s*{_SECONDS}\.?|(?P<bare>{_NUMBER}))",
    re.IGNORECASE,
)
_COUNTED = LazyPattern(
    rf"(?:(?:(?P<in_minutes>min(?:ute?s?|uten?|uto?s?|uti)?\.?)|(?P<in_seconds>sec(?:ond[eios]?s?)?\.?|"
    rf"sek(?:unden?)?\.?))\s+)?"
    rf"(?:(?P<first>{_NUMBER})\s*{_RANGE_UNIT}?\s*(?:[-–—]|to|bis|a|à|tot)\s*)?(?P<last>{_NUMBER})\s*"
    rf"(?:(?P<minutes>{_MINUTES})|(?P<seconds>{_SECONDS}))?\.?",
    re.IGNORECASE,
)
_BRACKETS = LazyPattern(r"[\[(]([^\[\]()]{1,80})[\])]")


@dataclass(frozen=True, slots=True)
class WrittenLength:
    """How long something lasts, in milliseconds; `low` equals `high` unless both are given."""

    low: int
    high: int
    about: bool = False
    bare: bool = False
    """A number without a unit, taken as seconds."""

    @property
    def cue(self) -> str:
        """The silence of this length, without brackets."""
        if self.low != self.high:
            return f"pause {written(self.low)} to {written(self.high)}"
        return f"pause {'about ' if self.about else ''}{written(self.high)}"


def time_range(text: str) -> TimeRange | None:
    """Return what “0:30”, “[00:30]” or “0:30 – 1:00” says; None when `text` is anything else."""
    found = _RANGE.fullmatch(text.strip().strip("*_").strip()) if len(text) <= 60 else None
    if found is None:
        return None
    end = milliseconds_at(found["end"]) if found["end"] else None
    return TimeRange(milliseconds_at(found["start"]), end)


def clock_length(text: str) -> WrittenLength | None:
    """Return the length that a time is where a length is meant: “1:30” is a minute and a half; else None."""
    time = time_range(text)
    if time is None or time.end is not None or not 0 < time.start <= MOST_MS:
        return None
    return WrittenLength(time.start, time.start)


def written_length(text: str, unit: int = 0) -> WrittenLength | None:
    """Return the length that `text` is: “20 s”, “(ca. 2 Min.)”, “1 min 30 s”, “10-20 sec”, “10”; else None.

    Args:
        text: nothing but the length.
        unit: milliseconds of a number without a unit; 0: it is taken as seconds.
    """
    plain = " ".join(text.split()).strip("*_()[] ")
    found = _LENGTH.fullmatch(plain) if len(plain) <= 40 else None
    if found is None:
        return None
    unit = 60_000 if found["minutes"] else 1000 if found["seconds"] else unit or 1000
    high = _milliseconds(found["minutes"] or found["seconds"] or found["bare"], unit)
    high += _milliseconds(found["rest"], 1000) if found["rest"] else 0
    low_unit = 60_000 if found["low_minutes"] else 1000 if found["low_seconds"] else unit
    low = _milliseconds(found["low"], low_unit) if found["low"] else high
    if not 0 < low <= high <= MOST_MS:
        return None
    return WrittenLength(low, high, bool(found["about"]), bool(found["bare"]))


def counted_range(text: str, unit: int) -> TimeRange | None:
    """Return what “30 s”, “2 min” or “0-2 min” says as a time since the start; None when it is anything else.

    Args:
        text: what stands in a cell.
        unit: milliseconds of a number without a unit; 0 where that says nothing.
    """
    found = _COUNTED.fullmatch(" ".join(text.split()).strip("*_()[] ")) if len(text) <= 40 else None
    if found is None:
        return None
    named = found["minutes"] or found["in_minutes"], found["seconds"] or found["in_seconds"]
    given = 60_000 if named[0] else 1000 if named[1] else unit
    if not given:
        return None
    last = _milliseconds(found["last"], given)
    return TimeRange(_milliseconds(found["first"], given), last) if found["first"] else TimeRange(last)


def _milliseconds(number: str, unit: int) -> int:
    return round(float(number.replace(",", ".")) * unit)


def pause_alone(text: str) -> Silence | None:
    """Return the silence that a line is which is nothing but a pause with its length: “Pause for 20 seconds”."""
    if len(text) > _LONGEST_PAUSE or not _WITH_LENGTH.search(text):
        return None
    cue = valid_cue(pause_cue(text.strip(" .")) or "")
    return cue if isinstance(cue, Silence) else None


def speech_ms(text: str) -> int:
    """Return about how long `text` takes: its words at the usual pace, sentences apart, and the pauses in it."""
    alone = pause_alone(text)
    if alone is not None:
        return alone.base
    bare = _BRACKETS.sub(" ", text)
    words = sum(map(has_words, bare.split()))
    between = max(0, sum(1 for _ in sentences(bare)) - 1)
    return words * 60_000 // DEFAULT_PACE + between * BETWEEN_SENTENCES_MS + sum(_pauses(text))


def pauses_ms(text: str) -> int:
    """Return how long the pauses last that are written in `text`."""
    alone = pause_alone(text)
    return alone.base if alone else sum(_pauses(text))


def _pauses(text: str) -> Iterator[int]:
    for found in _BRACKETS.finditer(text):
        cue = valid_cue(pause_cue(found[1]) or found[1])
        if isinstance(cue, Silence):
            yield cue.base


def elastic_silence(rest: int) -> str:
    """Return the cue for a silence that is known only about, in whole seconds; empty when it is hardly one."""
    seconds = round(rest / 1000)
    return f"pause about {written(min(seconds * 1000, MOST_MS))}" if rest >= SHORTEST_MS else ""


def exact_silence(gap: int) -> str:
    """Return the cue for a silence whose length is known, to a tenth of a second; empty when it is hardly one."""
    return f"pause {written(min(round(gap, -2), MOST_MS))}" if gap >= SHORTEST_MS else ""


def about_in_words(milliseconds: int) -> str:
    """Return “12 s” or “1 min 5 s”."""
    minutes, seconds = divmod(round(milliseconds / 1000), 60)
    return " ".join([*([f"{minutes} min"] if minutes else []), *([f"{seconds} s"] if seconds or not minutes else [])])
