"""Whatever bytes come: practices that can be true, or one kind of error that tells nothing of them."""

import json
import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from feltsense.errors import IncomingError
from feltsense.journal.model import CheckIn, Outcome, Practice, TooMuch
from feltsense.share.incoming import MOST_BYTES, MOST_RECORDS, checked_records
from incoming_records import NOW, changed, message
from practising import START, pairs

TOLD = "That is no record of practices that feltsense takes."


def refused(body: bytes) -> None:
    with pytest.raises(IncomingError) as caught:
        checked_records(body, NOW)
    assert caught.value.message == TOLD
    assert caught.value.__context__ is None, "what it was made from holds what was sent"
    assert caught.value.__cause__ is None


def test_what_a_page_sends_is_taken() -> None:
    whole = replace(
        *pairs((7, 5)),
        before=CheckIn(7, 2, "chest", "tight", said_at=START + timedelta(days=1)),
        after=CheckIn(5, None, "nowhere", "nothing I can name", TooMuch.BIT, "a line\nand “another” 🙂"),
        ended=Outcome.EARLY,
        ended_at=START + timedelta(days=1, minutes=3),
        rescued_at_ms=9,
    )
    assert checked_records(message(whole), NOW) == (replace(whole, id=0),)


def test_nothing_is_taken_of_nothing() -> None:
    assert checked_records(message(), NOW) == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"heard_ms": 185_000},
        {"began_at": (NOW + timedelta(hours=23)).isoformat()},
        {"began_at": "2026-03-02T23:59:59+14:00"},
        {"length_ms": None, "asked_ms": None},
        {"title": "Füße auf dem Boden"},
        {"ended_at": "2026-03-02T21:30:00+00:00"},
        {"after_note": "a tab\tand\nlines"},
    ],
)
def test_what_can_be_true_is_taken(changes: dict[str, Any]) -> None:
    assert len(checked_records(changed(**changes), NOW)) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"uid": "a"},
        {"uid": "A" * 32},
        {"uid": f"{1:032x}\n"},
        {"uid": 1},
        {"slug": ""},
        {"slug": " "},
        {"slug": "x" * 256},
        {"title": "x" * 501},
        {"title": "red\x1b[31m"},
        {"title": "two\nlines"},
        {"title": "\u202efdp.exe"},
        {"title": "\ud800"},
        {"voice": "\x00"},
        {"script_sha256": "0" * 63},
        {"script_sha256": "../../etc/passwd"},
        {"tier": 0},
        {"tier": 4},
        {"tier": 99},
        {"tier": True},
        {"tier": "1"},
        {"asked_ms": 0},
        {"asked_ms": 181 * 60_000},
        {"length_ms": 181 * 60_000},
        {"heard_ms": 185_001},
        {"heard_ms": -1},
        {"heard_ms": 180_000.0},
        {"heard_ms": None},
        {"rescued_at_ms": 185_001},
        {"wording": 0},
        {"wording": 99},
        {"began_at": "1970-01-01T00:00:00+00:00"},
        {"began_at": "2019-12-31T23:59:59+00:00"},
        {"began_at": "2099-01-01T00:00:00+00:00"},
        {"began_at": "0001-01-01T00:00:00+14:00"},
        {"began_at": "9999-12-31T23:59:59-14:00"},
        {"began_at": (NOW + timedelta(hours=25)).isoformat()},
        {"began_at": "2026-03-02T21:30:00"},
        {"began_at": "2026-03-02T21:30:00+15:00"},
        {"began_at": "yesterday"},
        {"ended_at": "2026-03-02T21:29:59+00:00"},
        {"ended_at": "2099-01-01T00:00:00+00:00"},
        {"ended": "never"},
        {"note_written_at": "1999-01-01T00:00:00+00:00"},
        {"before_distress": 11},
        {"before_distress": -1},
        {"before_distress": "7"},
        {"before_place": "elbow"},
        {"before_word": "sad"},
        {"before_too_much": "no"},
        {"after_too_much": "maybe"},
        {"after_place": []},
        {"after_note": None},
        {"after_note": "x" * 10_001},
        {"after_note": "bell\a"},
        {"after_said_at": "2099-01-01T00:00:00+00:00"},
        {"after_extra": 1},
        {"extra": 1},
        {"before": None},
        {"id": 1},
    ],
)
def test_what_cannot_be_true_is_refused(changes: dict[str, Any]) -> None:
    refused(changed(**changes))


def test_a_field_that_is_missing_is_refused() -> None:
    document = json.loads(message(*pairs((7, 5))))
    for name in list(document["practices"][0]):
        less = {key: value for key, value in document["practices"][0].items() if key != name}
        body = json.dumps({**document, "practices": [less]}).encode()
        if name == "note_written_at":
            assert len(checked_records(body, NOW)) == 1
        else:
            refused(body)


GOOD = message(*pairs((7, 5))).decode()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff\xfe[",
        b"\xef\xbb\xbf" + GOOD.encode(),
        GOOD.encode("utf-16"),
        b"null",
        b"[]",
        b"{}",
        b"[" * 200_000,
        b'{"a":' * 40_000,
        b" " * (MOST_BYTES + 1),
        GOOD.encode() + b" " * MOST_BYTES,
        GOOD.replace('"tier": 1', '"tier": 1, "tier": 2').encode(),
        GOOD.replace('"tier": 1', '"tier": NaN').encode(),
        GOOD.replace('"tier": 1', '"tier": Infinity').encode(),
        GOOD.replace('"tier": 1', '"tier": 1e0').encode(),
        GOOD.replace('"tier": 1', f'"tier": {"9" * 5000}').encode(),
        GOOD.replace('"tier": 1', f'"tier": {"9" * 17}').encode(),
        GOOD.replace('"version": 1', '"version": true').encode(),
        GOOD.replace('"version": 1', '"version": 2').encode(),
        GOOD.replace('"notes": true', '"notes": 1').encode(),
        GOOD.replace('"notes": true', '"notes": true, "more": 1').encode(),
        GOOD.replace("feltsense journal", "another").encode(),
        b'{"format":"feltsense journal","version":1,"notes":true,"practices":{}}',
        b'{"format":"feltsense journal","version":1,"notes":true,"practices":[[]]}',
        b'{"format":"feltsense journal","version":1,"notes":true,"practices":[%s]}' % b",".join([b"1"] * 1001),
    ],
)
def test_what_is_no_message_is_refused(body: bytes) -> None:
    refused(body)


def test_one_record_that_cannot_be_true_holds_up_no_other() -> None:
    good, other = pairs((7, 5), (6, 6))
    found = checked_records(message(good, replace(other, heard_ms=1 << 40)), NOW)
    assert [each.uid for each in found] == [good.uid]


def test_the_most_that_may_come_is_taken() -> None:
    slim = json.loads(message(*pairs((7, 5))))
    records = [{**slim["practices"][0], "uid": f"{n:032x}", "title": "t"} for n in range(MOST_RECORDS)]
    body = json.dumps({**slim, "practices": records[:300]}, separators=(",", ":")).encode()
    assert len(body) < MOST_BYTES
    assert len(checked_records(body, NOW)) == 300


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
FIELDS = st.sampled_from(sorted(json.loads(GOOD)["practices"][0]))


def taken_or_refused(body: bytes) -> None:
    told = None
    found: tuple[Practice, ...] = ()
    try:
        found = checked_records(body, NOW)
    except IncomingError as error:
        told = (error.message, error.__context__)
    assert told in (None, (TOLD, None))
    assert all(re.fullmatch("[0-9a-f]{32}", each.uid) for each in found)


@given(st.binary() | st.text().map(str.encode))
@example(b'{"format":')
def test_any_bytes_are_taken_or_refused(body: bytes) -> None:
    taken_or_refused(body)


@given(FIELDS, JSON, st.integers(0, 40), st.binary(max_size=2))
@settings(max_examples=150)
def test_any_change_of_a_message_is_taken_or_refused(name: str, value: object, cut: int, junk: bytes) -> None:
    document = json.loads(GOOD)
    document["practices"][0][name] = value
    body = json.dumps(document).encode()
    taken_or_refused(body)
    at = len(body) * cut // 40
    taken_or_refused(body[:at] + junk + body[at:])
    taken_or_refused(body[:at])
