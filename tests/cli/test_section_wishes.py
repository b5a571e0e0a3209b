"""What people see of a length in a heading: in `show`, in `check`, and nowhere in a title."""

import json

import pytest

from feltsense.authoring.analysis import NO_TRIAL, analyse
from feltsense.tui.editor.view import timing_table
from running import Desk

SCRIPT = """---
title: Feet
summary: Some seconds of sitting.
practice: grounding
pathway: somatic
tier: 1
---

## Arriving [20 sec]

Here is a sentence. [pause about 6s]
And another one.

## Feet [5 min]

Here are your feet. (pause)
And here are they.

## Hands [5s to 1 min]

Here are your hands. [pause about 5s]
And here are they.

## Leaving

This is the end.
"""


@pytest.fixture
def feet(desk: Desk) -> Desk:
    desk.write("feet", SCRIPT)
    return desk


def test_show_has_the_wish_beside_the_length(feet: Desk) -> None:
    told = feet.run("show", "feet").out
    assert "    0:00    0:20 (wished 0:20)          Arriving\n" in told
    assert "    0:20    0:14 (wished 5:00)          Feet\n" in told
    assert " (wished 0:05 to 1:00)  Hands\n" in told
    assert "“Feet”, line 14: This section can last from 0:09 to 0:36.\n" in told


def test_the_table_says_it_below(feet: Desk) -> None:
    told = feet.run("show", "feet", "--timeline").out
    assert "“Arriving” lasts 0:20 (wished 0:20)\n" in told
    assert "“Feet” lasts 0:14 (wished 5:00). This section can last from 0:09 to 0:36.\n" in told


def test_programs_get_it_too(feet: Desk) -> None:
    sections = json.loads(feet.run("show", "feet", "--json").out)["timing"]["sections"]
    assert [(each["title"], each["wished_ms"], each["wish_possible"]) for each in sections] == [
        ("Arriving", [20_000, 20_000], True),
        ("Feet", [300_000, 300_000], False),
        ("Hands", [5000, 60_000], True),
        ("Leaving", None, None),
    ]
    assert sections[1]["start_ms"] == 20_000


def test_check_tells_what_is_possible_at_the_heading_and_does_not_fail(feet: Desk) -> None:
    ran = feet.run("check", "feet", "--json")
    [found] = [each for each in json.loads(ran.out)[0]["diagnostics"] if each["code"] == "T04"]
    assert (found["severity"], found["line"], found["column"], found["end_column"]) == ("warning", 14, 9, 16)
    assert found["message"] == "By estimate this section cannot last 5:00, so it keeps its own length."
    assert found["hint"].startswith("This section can last from 0:09 to 0:36.")


def test_fix_leaves_lengths_in_headings_as_they_are(feet: Desk) -> None:
    feet.run("check", "--fix", "feet")
    written = (feet.folder / "exercises" / "feet.md").read_text("utf-8")
    assert written == SCRIPT.replace("(pause)", "[pause]")


def test_the_timing_table_of_the_desk_has_it_beside_the_length() -> None:
    rows = ["".join(text for text, _ in line) for line in timing_table(analyse(SCRIPT, "feet"), NO_TRIAL)]
    assert " 0:00  0:20 (wished 0:20)          Arriving" in rows
    assert any(row.endswith(" (wished 0:05 to 1:00)  Hands") for row in rows)
