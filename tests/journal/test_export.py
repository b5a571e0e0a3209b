"""What is exported can be brought in again, complete; spreadsheets are given nothing to run."""

import csv
import io
import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from feltsense.errors import JournalError
from feltsense.journal.export import preview_export, read_export, write_export
from feltsense.journal.model import CheckIn, Outcome, Practice, TooMuch
from feltsense.journal.records import ExportFormat
from practising import START, opened, pairs, practice

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
LENGTHS = st.integers(0, 10**9)
ZONES = st.integers(-14 * 3600, 14 * 3600).map(lambda seconds: timezone(timedelta(seconds=seconds)))
MOMENTS = st.datetimes(datetime(1971, 1, 2), datetime(9990, 1, 1), timezones=ZONES)  # noqa: DTZ001 - the zone is drawn
SCALE = st.none() | st.integers(0, 10)
SOME_TEXT = st.none() | TEXT.filter(bool)
CHECK_INS = st.builds(
    CheckIn, SCALE, SCALE, SOME_TEXT, SOME_TEXT, st.none() | st.sampled_from(TooMuch), TEXT, st.none() | MOMENTS
)
PRACTICES = st.builds(
    Practice,
    id=st.just(0),
    uid=st.uuids().map(lambda drawn: drawn.hex),
    slug=TEXT,
    title=TEXT,
    script_sha256=TEXT,
    voice=TEXT,
    tier=st.integers(0, 9),
    asked_ms=st.none() | LENGTHS,
    length_ms=st.none() | LENGTHS,
    began_at=MOMENTS,
    heard_ms=LENGTHS,
    ended_at=st.none() | MOMENTS,
    ended=st.sampled_from(Outcome),
    rescued_at_ms=st.none() | LENGTHS,
    wording=st.integers(0, 9),
    before=CHECK_INS,
    after=CHECK_INS,
    note_written_at=st.none() | MOMENTS,
)
ODD = replace(
    practice(),
    id=0,
    title='=HYPERLINK("http://x")',
    voice="'",
    before=CheckIn(note='"quoted",\r\n\tand = more\r 🙂\x00', word="@numb", place="-chest"),
    after=CheckIn(note="''", said_at=START),
    note_written_at=START,
)


@pytest.mark.parametrize("form", ExportFormat)
@given(drawn=st.lists(PRACTICES, max_size=4, unique_by=lambda each: each.uid))
@example(drawn=[ODD])
@settings(max_examples=60)
def test_everything_comes_back(form: ExportFormat, drawn: list[Practice]) -> None:
    assert list(read_export("".join(write_export(drawn, form, notes=True)))) == drawn


@given(drawn=PRACTICES)
@example(drawn=ODD)
@settings(max_examples=40)
def test_the_journal_gives_back_what_was_brought_in(drawn: Practice) -> None:
    with TemporaryDirectory() as folder, opened(Path(folder)) as journal:
        journal.import_practices([drawn])
        found = journal.practice(1)
    assert replace(found, id=0) == drawn
    assert found.began_at.utcoffset() == drawn.began_at.utcoffset()


@pytest.mark.parametrize("form", ExportFormat)
def test_a_whole_journal_goes_out_and_comes_back(tmp_path: Path, form: ExportFormat) -> None:
    many = [replace(each, id=0) for each in (*pairs((7, 5), (None, 3), (8, None)), replace(ODD, uid="odd"))]
    with opened(tmp_path / "one") as one, opened(tmp_path / "two") as two:
        one.import_practices(many)
        text = "".join(write_export(one.all(), form, notes=True))
        assert (two.import_practices(read_export(text)).new, two.import_practices(read_export(text)).known) == (4, 4)
        assert [replace(each, id=0) for each in two.all()] == [replace(each, id=0) for each in one.all()]
        assert "".join(write_export(two.all(), form, notes=True)) == text


@pytest.mark.parametrize("form", ExportFormat)
def test_notes_are_left_out_unless_asked_for(form: ExportFormat) -> None:
    text = "".join(write_export([ODD], form, notes=False))
    assert "quoted" not in text
    assert "note" not in text.replace('"notes": false', "")
    (found,) = read_export(text)
    assert found == replace(
        ODD, before=replace(ODD.before, note=""), after=replace(ODD.after, note=""), note_written_at=None
    )


def test_a_spreadsheet_finds_nothing_to_run() -> None:
    odd = [replace(ODD, uid=sign, title=f"{sign}1+1") for sign in "=+-@\t\r\n"]
    rows = list(csv.reader(io.StringIO("".join(write_export(odd, ExportFormat.CSV, notes=True)), newline="")))
    assert len(rows) == 1 + len(odd)
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))]


def test_json_says_what_it_is() -> None:
    found = json.loads("".join(write_export(pairs((7, 5)), ExportFormat.JSON, notes=False)))
    assert {name: found[name] for name in ("format", "version", "notes")} == {
        "format": "feltsense journal",
        "version": 1,
        "notes": False,
    }
    assert found["practices"][0]["before"]["distress"] == 7
    assert "id" not in found["practices"][0]


def test_a_preview_says_what_it_will_hold() -> None:
    many = [*pairs((7, 5), (6, 6)), ODD]
    assert preview_export(many, notes=False).sentences() == (
        "3 practices, from 2026-03-02 to 2026-03-03.",
        "For each: exercise, times, how far it got, and the numbers, places and words before and after.",
        "2 notes of your own left out; --notes adds them.",
    )
    assert preview_export(many, notes=True).sentences()[2] == "2 notes of your own, too."
    assert preview_export([], notes=True).sentences() == ("The journal is empty.",)


GOOD = json.loads("".join(write_export(pairs((7, 5)), ExportFormat.JSON, notes=True)))


def spoilt(**changes: object) -> str:
    return json.dumps({**GOOD, "practices": [*GOOD["practices"], {**GOOD["practices"][0], "uid": "b", **changes}]})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "is no journal"),
        ("{", "is no journal"),
        ("[1]", "is no journal"),
        ("{}", "is no journal"),
        ("a,b\n1,2\n", "is no journal"),
        (json.dumps({**GOOD, "format": "another"}), "is no journal"),
        (json.dumps({**GOOD, "practices": [3]}), "is no journal"),
        (json.dumps({**GOOD, "version": 2}), "newer feltsense"),
        (json.dumps({**GOOD, "version": "1"}), "is no journal"),
        (spoilt(tier=None), "Practice 2: “tier”"),
        (spoilt(heard_ms=-1), "Practice 2: “heard_ms”"),
        (spoilt(heard_ms=1 << 70), "Practice 2: “heard_ms”"),
        (spoilt(began_at="2026-03-02T10:00:00"), "Practice 2: “began_at”"),
        (spoilt(ended="never"), "Practice 2: “ended”"),
        (spoilt(uid=""), "Practice 2: “uid”"),
        (spoilt(before={**GOOD["practices"][0]["before"], "distress": 11}), "Practice 2: “before”"),
        (spoilt(after={"distress": 1}), "Practice 2: “after”"),
        (spoilt(after=None), "Practice 2: “after”"),
    ],
)
def test_what_is_damaged_is_told_and_nothing_of_it_brought_in(tmp_path: Path, text: str, told: str) -> None:
    with opened(tmp_path) as journal:
        with pytest.raises(JournalError, match=told):
            journal.import_practices(read_export(text))
        assert journal.count() == 0


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("1,0000", "2,0000", "newer feltsense"),
        ("1,0000", "x,0000", "is no journal"),
        (",180000,", ",many,", "Line 2: “length_ms” is no number"),
        (",180000,", ',"180000,', "cannot be read as CSV"),
        (",180000,", ",180000,,", "cannot be read as CSV"),
        (",interrupted,", ",never,", "Line 2: “ended”"),
    ],
)
def test_a_damaged_table_is_told_with_its_line(old: str, new: str, told: str) -> None:
    text = "".join(write_export(pairs((7, 5)), ExportFormat.CSV, notes=True))
    assert old in text
    with pytest.raises(JournalError, match=told):
        list(read_export(text.replace(old, new, 1)))
    assert csv.field_size_limit() == 131072


def test_a_table_that_a_spreadsheet_has_saved_comes_back() -> None:
    text = "".join(write_export(pairs((7, 5)), ExportFormat.CSV, notes=True))
    assert list(read_export("\ufeff" + text.replace("\r\n", "\n") + "\n")) == list(read_export(text))


@pytest.mark.parametrize("form", ExportFormat)
def test_an_export_of_feltsense_0_2_is_brought_in(form: ExportFormat) -> None:
    """It does not know that a note can be written later."""
    text = "".join(write_export(pairs((7, 5)), form, notes=True))
    old = text.replace(', "note_written_at": null', "").replace("wording,note_written_at,", "wording,")
    assert old != text
    if form is ExportFormat.CSV:
        head, row = old.splitlines()
        old = f"{head}\r\n{row.replace(',1,,7,', ',1,7,')}\r\n"
    assert [replace(each, id=1) for each in read_export(old)] == pairs((7, 5))
