"""Parts of a transcript in a file of data: groups with words and the time when they begin."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from feltsense.importing.clock_times import TimeRange
from feltsense.importing.readers.data_keys import DataKey, data_key, number_of_value, plain_name, time_of_value

_LATEST_IN_SECONDS = 10_800
"""Whole numbers beyond three hours are milliseconds."""


@dataclass(frozen=True, slots=True)
class TranscriptPart:
    """What is said at one time."""

    time: TimeRange
    words: str
    speaker: str
    written: str
    """Its times, as they stand there."""


@dataclass(frozen=True, slots=True)
class _TimedGroup:
    group: Mapping[str, Any]
    keys: Mapping[str, DataKey]
    start: str
    """The name that the start stands under."""
    text: str
    """The name that the words stand under."""

    def first(self, key: DataKey) -> Any:
        """Return what stands under the first name that means `key`; None without one."""
        return next((self.group[name] for name, each in self.keys.items() if each is key), None)


def transcript_parts(values: Sequence[Any]) -> list[TranscriptPart]:
    """Return the parts of a transcript; none unless every value is one."""
    groups = [_timed(value) for value in values]
    found = [group for group in groups if group is not None]
    if len(found) < len(values):
        return []
    starts = [number_of_value(each.group[each.start]) for each in found]
    whole = all(start is not None and start == int(start) for start in starts)
    late = max((start or 0 for start in starts), default=0) > _LATEST_IN_SECONDS
    return [_part(each, whole=whole and late) for each in found]


def _timed(value: object) -> _TimedGroup | None:
    if not isinstance(value, Mapping):
        return None
    group = {str(name): each for name, each in value.items()}
    keys = {name: data_key(name) for name in group}
    starts = (name for name, key in keys.items() if key is DataKey.START)
    start = next((name for name in starts if time_of_value(group[name], 1) is not None), None)
    text = next((name for name, key in keys.items() if key is DataKey.TEXT and isinstance(group[name], str)), None)
    return _TimedGroup(group, keys, start, text) if start is not None and text is not None else None


def _part(each: _TimedGroup, *, whole: bool) -> TranscriptPart:
    """Return one part; `whole` numbers that are late are milliseconds."""
    unit = 1 if whole or plain_name(each.start).endswith((" ms", "millis")) else 1000
    begin = time_of_value(each.group[each.start], unit) or 0
    end = time_of_value(each.first(DataKey.END), unit)
    lasts = number_of_value(each.first(DataKey.LENGTH))
    end = begin + round(lasts * unit) if end is None and lasts is not None else end
    named = [name for name, key in each.keys.items() if key in (DataKey.START, DataKey.END, DataKey.LENGTH)]
    written = " – ".join(str(each.group[name]) for name in named)
    speaker = each.first(DataKey.SPEAKER)
    words = str(each.group[each.text]).strip()
    return TranscriptPart(TimeRange(begin, end), words, "" if speaker is None else str(speaker), written)
