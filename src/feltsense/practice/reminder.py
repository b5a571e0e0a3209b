"""A reminder as a file for the calendar of a phone (iCalendar, RFC 5545). Pure.

The few lines of the format that it takes are written here: a library for all of it would be one more thing to load. The
time has no zone, so it is the time on the wall wherever the phone is. What can be seen says nothing of what it is for.
"""

import re
import unicodedata
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import IntEnum

DISCREET_WORDS = "A quiet moment"
"""What the phone shows, unless other words were asked for: its screen is seen by others."""

LONGEST_WORDS = 200

_PRODUCT = "-//feltsense//reminder//EN"
_MOST_OCTETS = 75
"""In one line, its end not counted."""
_NAMESPACE = uuid.UUID("6d1f2c1e-6f0f-5d0a-9a52-3f3c8a5b6e11")
_LONG = timedelta(minutes=15)


class Weekday(IntEnum):
    """A day of the week, numbered as `date.weekday` does."""

    MONDAY = 0
    TUESDAY = 1
    WEDNESDAY = 2
    THURSDAY = 3
    FRIDAY = 4
    SATURDAY = 5
    SUNDAY = 6

    @property
    def code(self) -> str:
        """Return it as calendars write it: `MO`."""
        return self.name[:2]

    @property
    def words(self) -> str:
        """Return its name."""
        return self.name.capitalize()


EVERY_DAY = tuple(Weekday)
_SEVERAL = {
    "daily": EVERY_DAY, "everyday": EVERY_DAY, "weekdays": EVERY_DAY[:5], "mon-fri": EVERY_DAY[:5],
    "weekends": EVERY_DAY[5:], "sat-sun": EVERY_DAY[5:],
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reminder:
    """Something that the phone says on some days of every week."""

    at: time
    days: tuple[Weekday, ...]
    """In their order; never empty."""
    first: date
    """On one of the days."""
    made: datetime
    """Aware; whole seconds."""
    words: str = DISCREET_WORDS
    """What is shown."""
    uid: str = ""
    """By which a calendar knows it again."""
    revision: int = 0
    """How often it was made anew."""

    def when(self) -> str:
        """Return when it comes, as people say it."""
        days = {EVERY_DAY: "every day", EVERY_DAY[:5]: "Monday to Friday", EVERY_DAY[5:]: "Saturday and Sunday"}
        *others, last = (day.words for day in self.days)
        listed = f"{', '.join(others)} and {last}" if others else last
        return f"{days.get(self.days, listed)} at {self.at:%H:%M}"


def new_reminder(at: time, days: tuple[Weekday, ...], now: datetime, words: str = DISCREET_WORDS) -> Reminder:
    """Return a reminder that begins with the first of its days from `now` on, by the clock on the wall.

    The same time, days and words have the same uid, whenever it is made.
    """
    passed = now.time() >= at
    coming = (now.date() + timedelta(days=ahead) for ahead in range(passed, passed + 7))
    first = next(day for day in coming if Weekday(day.weekday()) in days)
    uid = uuid.uuid5(_NAMESPACE, f"{at:%H:%M} {' '.join(day.code for day in days)} {words}")
    return Reminder(at, days, first, now.astimezone(UTC).replace(microsecond=0), words, str(uid))


def made_anew(reminder: Reminder, before: Reminder) -> Reminder:
    """Return a reminder that takes the place of an earlier one in calendars that know that."""
    return replace(reminder, uid=before.uid, revision=before.revision + 1)


def calendar_file(reminder: Reminder) -> bytes:
    """Return the file."""
    return "".join(f"{folded}\r\n" for line in _lines(reminder) for folded in _folded(line)).encode()


def reminder_in(content: bytes) -> Reminder | None:
    """Return the reminder that a file holds; None where we did not make it, or it was changed since."""
    text = content.decode("utf-8", "replace").replace("\r\n ", "")
    found = dict(line.partition(":")[::2] for line in reversed(text.split("\r\n")))
    try:
        start = datetime.strptime(found["DTSTART"], "%Y%m%dT%H%M%S")  # noqa: DTZ007 - it has no zone
        made = datetime.strptime(found["DTSTAMP"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        codes = found["RRULE"].removeprefix("FREQ=WEEKLY;BYDAY=").split(",")
        days = tuple(day for day in Weekday if day.code in codes)
        reminder = Reminder(
            start.time(), days, start.date(), made, _unescaped(found["SUMMARY"]), found["UID"], int(found["SEQUENCE"])
        )
    except (KeyError, ValueError):
        return None
    return reminder if calendar_file(reminder) == content else None


def time_of_day(typed: str) -> time:
    """Return a time of day from `22:30`, `9.05`, `21` or `10:30 pm`.

    Raises:
        ValueError: it is none.
    """
    found = re.fullmatch(r"(\d{1,2})(?:[:.](\d\d))?(?: ?([ap])\.?m\.?)?", typed.strip().lower(), re.ASCII)
    if found is None:
        raise ValueError(typed)
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half and not 1 <= hour <= 12:
        raise ValueError(typed)
    return time(hour % 12 + (12 if half == "p" else 0) if half else hour, minute)


def days_of_week(typed: str) -> tuple[Weekday, ...]:
    """Return days from `mon,thu`, `Monday Thursday`, `mon-fri`, `weekends` or `daily`, in the order of a week.

    Raises:
        ValueError: something in it is no day, or there is none.
    """
    found: set[Weekday] = set()
    for word in re.split(r"[\s,;]+", typed.lower().strip(" ,;").replace("every day", "everyday")):
        named = _SEVERAL.get(word) or tuple(
            day for day in Weekday if len(word) > 1 and day.name.lower().startswith(word)
        )
        if not named:
            raise ValueError(word)
        found.update(named)
    return tuple(sorted(found))


def shown_words(typed: str) -> str:
    """Return words for the phone's screen, on one line.

    Raises:
        ValueError: there are none, or too many, or what cannot be shown.
    """
    words = unicodedata.normalize("NFC", " ".join(typed.split()))
    if not words or len(words) > LONGEST_WORDS or not words.isprintable():
        raise ValueError(typed)
    return words


def _lines(reminder: Reminder) -> Iterator[str]:
    words = _escaped(reminder.words)
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}", "CALSCALE:GREGORIAN", "BEGIN:VEVENT")
    yield f"UID:{reminder.uid}"
    yield f"DTSTAMP:{reminder.made:%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{reminder.revision}"
    yield f"DTSTART:{datetime.combine(reminder.first, reminder.at):%Y%m%dT%H%M%S}"
    yield f"DURATION:PT{_LONG // timedelta(minutes=1)}M"
    yield f"RRULE:FREQ=WEEKLY;BYDAY={','.join(day.code for day in reminder.days)}"
    yield f"SUMMARY:{words}"
    yield from ("CLASS:PRIVATE", "TRANSP:TRANSPARENT")
    yield from ("BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:PT0S", f"DESCRIPTION:{words}", "END:VALARM")
    yield from ("END:VEVENT", "END:VCALENDAR")


def _folded(line: str) -> Iterator[str]:
    """Yield a line in pieces of few enough octets, those after the first with a blank before; no letter is broken."""
    piece = ""
    for letter in line:
        if len((piece + letter).encode()) > _MOST_OCTETS:
            yield piece
            piece = " "
        piece += letter
    yield piece


def _escaped(words: str) -> str:
    return re.sub(r"([\\;,])", r"\\\1", words)


def _unescaped(written: str) -> str:
    return re.sub(r"\\([\\;,])", r"\1", written)
