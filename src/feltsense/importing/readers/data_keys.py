"""What the names in a file of data mean: `pause_after`, `startTime`, `narration`."""

import re
from enum import StrEnum

from feltsense.importing.table_heads import ColumnRole, column_role
from feltsense.importing.timecodes import WrittenLength, clock_length, time_range, written_length
from feltsense.script.durations import MOST_MS
from feltsense.script.lazy_pattern import LazyPattern


class DataKey(StrEnum):
    """What stands under a name."""

    TEXT = "text"
    TITLE = "title"
    KIND = "kind"
    ROLE = "role"
    SILENCE = "silence"
    LENGTH = "length"
    START = "start"
    END = "end"
    NOTES = "notes"
    SPEAKER = "speaker"
    LANGUAGE = "language"
    AUTHOR = "author"
    SUMMARY = "summary"
    SINGLE_WORDS = "single words"
    """The same words one by one, each with its time."""
    DATA = "data"
    """Nothing that is for people."""
    OTHER = "other"


_NAMES = {
    DataKey.TEXT: "text|words|say|speech|spoken|spoken text|narration|script|content|line|sentence|utterance|phrase|"
    "caption|transcript|message|dialogue|body|instruction|instructions|prompt|guidance|voiceover|voice over|utf8|"
    "tts|paragraph|transcription|copy|word|value|punctuated word|ssml",
    DataKey.TITLE: "title|heading|header|section|name|phase|label|chapter|part|stage",
    DataKey.KIND: "type|kind|action|tag|step type|event",
    DataKey.ROLE: "role",
    DataKey.SILENCE: "pause|pauses|silence|wait|rest|gap|break|delay|pause after|pause before|after|hold",
    DataKey.LENGTH: "duration|length|dur|d duration|lasts|time seconds|seconds|sec|secs|minutes|min|ms",
    DataKey.START: "start|start time|t start|begin|from|offset|timestamp|time|ts|at|timecode|startoffset|start offset",
    DataKey.END: "end|end time|end seconds|end ms|end sec|to|stop|end offset",
    DataKey.NOTES: "notes|note|direction|directions|comment|comments|stage direction|cue|therapist note|"
    "therapist notes",
    DataKey.SPEAKER: "speaker|who|speaker name|speaker id|speaker label|author name",
    DataKey.LANGUAGE: "language|lang|locale|language code|sprache|idioma|lingua|langue|língua|taal",
    DataKey.AUTHOR: "author|by|writer|autor|teacher",
    DataKey.SUMMARY: "description|summary|subtitle|beschreibung|descripcion",
    DataKey.SINGLE_WORDS: "tokens|alignment|normalized alignment|chars|character start times seconds|"
    "character end times seconds|word timings",
    DataKey.DATA: "id|uuid|seek|temperature|avg logprob|compression ratio|no speech prob|confidence|voice|voice id|"
    "model|speed|rate|pitch|volume|index|version|url|audio|audio url|audio base64|image|created|updated|date|"
    "order|n",
}
_KEYS = {name: key for key, names in _NAMES.items() for name in names.split("|")}
_BY_ROLE = {
    ColumnRole.WORDS: DataKey.TEXT,
    ColumnRole.EITHER: DataKey.TEXT,
    ColumnRole.SILENCE: DataKey.SILENCE,
    ColumnRole.LENGTH: DataKey.LENGTH,
    ColumnRole.NOTES: DataKey.NOTES,
    ColumnRole.SECTION: DataKey.TITLE,
    ColumnRole.SPEAKER: DataKey.SPEAKER,
}
_CAMEL = LazyPattern(r"(?<=[a-z])(?=[A-Z])")
_NUMBER = LazyPattern(r"-?\d{1,9}(?:\.\d{1,9})?")
_MOST_SECONDS = 1000
"""A length that is a larger number is one of milliseconds: nobody asks for silences of a quarter of an hour so."""


def plain_name(name: str) -> str:
    """Return a name in small letters, its words apart: `pauseAfter` and `pause_after` as “pause after”."""
    return " ".join(re.sub(r"[_\W]+", " ", _CAMEL.sub(" ", name)).lower().split())


def data_key(name: str) -> DataKey:
    """Return what stands under a name."""
    plain = plain_name(name)
    bare = re.sub(r" (?:ms|millis|milliseconds|s|sec|secs|seconds|min|mins|minutes)$", "", plain)
    known = _KEYS.get(plain) or _KEYS.get(bare)
    if known or plain.endswith(" id"):
        return known or DataKey.DATA
    return _BY_ROLE.get(column_role(plain), DataKey.OTHER)


def number_of_value(value: object) -> float | None:
    """Return the number that a value is, also one that is written as text."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return float(value) if abs(value) < 1e12 else None
    return float(value) if isinstance(value, str) and _NUMBER.fullmatch(value.strip()) else None


def length_of_value(name: str, value: object) -> WrittenLength | None:
    """Return the length that a value under `name` is; None when it is none."""
    number = number_of_value(value)
    if number is None:
        return clock_length(value) or written_length(value) if isinstance(value, str) else None
    words = plain_name(name).split()
    if {"ms", "millis", "milliseconds"}.intersection(words):
        unit = 1
    elif {"min", "mins", "minutes", "minute"}.intersection(words):
        unit = 60_000
    else:
        unit = 1 if number >= _MOST_SECONDS else 1000
    length = round(number * unit)
    return WrittenLength(length, length) if 0 < length <= MOST_MS else None


def time_of_value(value: object, unit: int) -> int | None:
    """Return the milliseconds of a time: a number in units of `unit` milliseconds, or “0:30”."""
    number = number_of_value(value)
    if number is not None:
        return round(number * unit) if number >= 0 else None
    time = time_range(value) if isinstance(value, str) else None
    return time.start if time else None
