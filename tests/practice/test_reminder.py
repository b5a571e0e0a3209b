"""Reminders: a calendar reads them, they come when asked for, and show nothing that others should not see."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from feltsense.practice.reminder import (
    DISCREET_WORDS,
    EVERY_DAY,
    Reminder,
    Weekday,
    calendar_file,
    days_of_week,
    made_anew,
    new_reminder,
    reminder_in,
    shown_words,
    time_of_day,
)

BERLIN = timezone(timedelta(hours=1))
SATURDAY_NIGHT = datetime(2026, 11, 28, 23, 10, 5, 999, tzinfo=BERLIN)
MON, THU, SAT = Weekday.MONDAY, Weekday.THURSDAY, Weekday.SATURDAY
EVENING = time(22, 30)


def expect_well_formed(content: bytes) -> None:
    """See that lines end as they shall, are short enough, and are whole letters."""
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", content)
    for line in content.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()


def read_event(content: bytes) -> Any:
    """Return the one event in a calendar; its values are of many classes."""
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    return event


def test_a_calendar_reads_what_was_asked_for() -> None:
    content = calendar_file(new_reminder(EVENING, (MON, THU), SATURDAY_NIGHT))
    expect_well_formed(content)
    event = read_event(content)
    assert (event["SUMMARY"], event["CLASS"]) == (DISCREET_WORDS, "PRIVATE")
    assert event["DTSTART"].dt == datetime(2026, 11, 30, 22, 30)  # noqa: DTZ001 - the time on the wall, anywhere
    assert event["DTSTAMP"].dt == datetime(2026, 11, 28, 22, 10, 5, tzinfo=UTC)
    assert event["RRULE"] == {"FREQ": ["WEEKLY"], "BYDAY": ["MO", "TH"]}
    assert event["TRANSP"] == "TRANSPARENT"
    (alarm,) = event.walk("VALARM")
    assert (alarm["ACTION"], alarm["TRIGGER"].dt, alarm["DESCRIPTION"]) == ("DISPLAY", timedelta(0), DISCREET_WORDS)


@pytest.mark.parametrize(
    ("at", "days", "first"),
    [
        (time(23, 11), (SAT,), date(2026, 11, 28)),
        (time(23, 10), (SAT,), date(2026, 12, 5)),
        (time(22, 30), EVERY_DAY, date(2026, 11, 29)),
        (time(0, 0), (MON,), date(2026, 11, 30)),
        (time(23, 59), (THU,), date(2026, 12, 3)),
    ],
)
def test_it_begins_with_the_first_day_to_come(at: time, days: tuple[Weekday, ...], first: date) -> None:
    reminder = new_reminder(at, days, SATURDAY_NIGHT)
    assert reminder.first == first
    assert Weekday(first.weekday()) in days


def test_what_can_be_seen_is_discreet() -> None:
    shown = calendar_file(new_reminder(EVENING, (MON,), SATURDAY_NIGHT)).decode()
    visible = " ".join(line for line in shown.splitlines() if not line.startswith("PRODID"))
    assert not re.search("feltsense|exercise|therap|lonel|somatic|breath", visible, re.IGNORECASE)


def test_the_same_has_the_same_uid_and_made_anew_keeps_it() -> None:
    first = new_reminder(EVENING, (MON, THU), SATURDAY_NIGHT)
    later = new_reminder(EVENING, (MON, THU), SATURDAY_NIGHT + timedelta(days=40))
    other = new_reminder(time(21), (MON, THU), SATURDAY_NIGHT)
    assert first.uid == later.uid != other.uid
    again = made_anew(other, first)
    assert (again.uid, again.revision, again.at) == (first.uid, 1, time(21))


@given(st.text(min_size=1, max_size=200), st.times(), st.sets(st.sampled_from(Weekday), min_size=1))
def test_any_words_are_read_as_they_were_written(words: str, at: time, days: set[Weekday]) -> None:
    try:
        words = shown_words(words)
    except ValueError:
        return
    reminder = new_reminder(at.replace(second=0, microsecond=0), tuple(sorted(days)), SATURDAY_NIGHT, words)
    content = calendar_file(reminder)
    expect_well_formed(content)
    assert str(read_event(content)["SUMMARY"]) == words
    assert reminder_in(content) == reminder


def test_only_what_we_made_and_nobody_changed_is_ours() -> None:
    reminder = new_reminder(EVENING, (MON,), SATURDAY_NIGHT, r"Tea; or, quiet \ rest")
    content = calendar_file(reminder)
    assert reminder_in(content) == reminder
    changed = [
        b"",
        content.replace(b"Tea", b"Tee") + b"X-MINE:1\r\n",
        content.replace(b"\r\n", b"\n"),
        content.replace(b"//feltsense//", b"//other//"),
        content.replace(b"TRIGGER:PT0S", b"TRIGGER:-PT5M"),
        content.replace(b"SEQUENCE:0", b"SEQUENCE:x"),
        content + content,
        content[:-4],
        b"\xff\xfe" + content,
    ]
    assert [reminder_in(each) for each in changed] == [None] * len(changed)


@pytest.mark.parametrize(
    ("typed", "at"),
    [("22:30", time(22, 30)), ("9.05", time(9, 5)), (" 21 ", time(21)), ("10:30 pm", time(22, 30)),
     ("12 a.m.", time(0)), ("12pm", time(12)), ("0:00", time(0))],
)  # fmt: skip
def test_times_are_read_as_people_type_them(typed: str, at: time) -> None:
    assert time_of_day(typed) == at


@pytest.mark.parametrize(
    "typed", ["", "24:00", "25", "22:60", "13 pm", "0 am", "late", "22:3", "²2:00", "-1", "22:30:00"]
)
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - it has no words of its own
        time_of_day(typed)


@pytest.mark.parametrize(
    ("typed", "days"),
    [("thu,mon", (MON, THU)), ("Monday Thursday", (MON, THU)), ("mo, th, mo", (MON, THU)), ("daily", EVERY_DAY),
     ("weekdays", EVERY_DAY[:5]), ("Mon-Fri", EVERY_DAY[:5]), ("sat-sun", EVERY_DAY[5:]), ("every day", EVERY_DAY),
     ("mon, thu,", (MON, Weekday.THURSDAY)), ("weekends,mon", (MON, *EVERY_DAY[5:])), ("TUES", (Weekday.TUESDAY,))],
)  # fmt: skip
def test_days_are_read_as_people_type_them(typed: str, days: tuple[Weekday, ...]) -> None:
    assert days_of_week(typed) == days


@pytest.mark.parametrize("typed", ["", ",", "m", "mox", "mon,funday", "1"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - as above
        days_of_week(typed)


@pytest.mark.parametrize("typed", ["", "  ", "x" * 201, "a\x07b", "a\u202eb"])
def test_what_a_phone_cannot_show_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - as above
        shown_words(typed)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ((MON,), "Monday at 22:30"),
        ((MON, THU), "Monday and Thursday at 22:30"),
        ((MON, THU, SAT), "Monday, Thursday and Saturday at 22:30"),
        (EVERY_DAY, "every day at 22:30"),
        (EVERY_DAY[:5], "Monday to Friday at 22:30"),
    ],
)
def test_when_it_comes_is_said_in_words(days: tuple[Weekday, ...], said: str) -> None:
    assert Reminder(EVENING, days, date(2026, 11, 30), SATURDAY_NIGHT).when() == said


def test_days_have_the_codes_of_calendars() -> None:
    assert [day.code for day in Weekday] == ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
    assert all(later - earlier == 1 for earlier, later in pairwise(Weekday))
