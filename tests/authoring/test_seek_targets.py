"""Places in a script, as people name them."""

import pytest

from feltsense.authoring.seek_targets import frame_of_line, frame_of_phrase, frame_of_section
from feltsense.errors import SeekError
from feltsense.script.parser import parse
from feltsense.timeline.compose import compose
from feltsense.timeline.model import BellEvent, SpeechEvent, Timeline
from scripts import MEASURES

SCRIPT = """## Arriving

First here. [pause 3s]
Then there.

[from 5 min]
Only in the long one.
[end]

## The long middle

[breathe in 4 out 6 for 2 rounds]

Now on. [pause 8s]

## The end

[bell]
Last words.
"""


@pytest.fixture
def timeline() -> Timeline:
    return compose(parse(SCRIPT, "sample").exercise, None, MEASURES)


def starts(timeline: Timeline) -> dict[str, int]:
    """Return where each text is first heard."""
    return {tile.text: tile.start for tile in reversed(timeline.tiles) if isinstance(tile, SpeechEvent)}


@pytest.mark.parametrize(
    ("line", "text"),
    [(1, "First here."), (3, "First here."), (4, "Then there."), (5, "In"), (13, "Now on."), (19, "Last words.")],
)
def test_a_line_is_where_the_next_thing_is_heard(timeline: Timeline, line: int, text: str) -> None:
    assert frame_of_line(timeline, line) == starts(timeline)[text]


def test_a_bell_is_heard_too(timeline: Timeline) -> None:
    (bell,) = (event for event in timeline.overlays if isinstance(event, BellEvent))
    assert frame_of_line(timeline, 15) == bell.start


def test_a_line_that_this_version_leaves_out_leads_to_what_follows(timeline: Timeline) -> None:
    assert frame_of_line(timeline, 7) == frame_of_line(timeline, 12)


def test_below_the_last_line_there_is_nothing(timeline: Timeline) -> None:
    with pytest.raises(SeekError, match="Nothing on line 20") as refused:
        frame_of_line(timeline, 20)
    assert "line 19" in refused.value.hint


@pytest.mark.parametrize(
    ("name", "number"), [("Arriving", 0), ("the end", 2), ("THE L", 1), (" the end ", 2), ("2", 1), ("1", 0)]
)
def test_a_section_is_named_by_its_beginning_or_its_number(timeline: Timeline, name: str, number: int) -> None:
    assert frame_of_section(timeline, name) == timeline.chapters[number].start


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("the", "Several sections"),
        ("nothing", "No section"),
        ("4", "No section"),
        ("0", "No section"),
        ("", "No section"),
    ],
)
def test_a_name_that_is_not_one_section_is_told_with_all_of_them(timeline: Timeline, name: str, told: str) -> None:
    with pytest.raises(SeekError, match=told) as refused:
        frame_of_section(timeline, name)
    assert "1 Arriving; 2 The long middle; 3 The end" in refused.value.hint


def test_a_slip_is_put_right(timeline: Timeline) -> None:
    with pytest.raises(SeekError) as refused:
        frame_of_section(timeline, "ariving")
    assert refused.value.hint == "Did you mean “Arriving”?"


def test_phrases_are_counted_from_one_and_a_breathing_is_one(timeline: Timeline) -> None:
    said = starts(timeline)
    assert [frame_of_phrase(timeline, number) for number in (1, 2, 4, 5)] == [
        said[text] for text in ("First here.", "Then there.", "Now on.", "Last words.")
    ]
    for number in (0, 6):
        with pytest.raises(SeekError, match=f"no phrase {number}"):
            frame_of_phrase(timeline, number)
