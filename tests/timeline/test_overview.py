"""A version section by section, and how far it could go."""

import sys
from types import FrameType
from typing import Any

import pytest

from feltsense.errors import TimelineError
from feltsense.script.parser import parse
from feltsense.timeline import report
from feltsense.timeline.compose import compose
from feltsense.timeline.report import Overview, overview
from feltsense.units import SAMPLE_RATE, frames
from scripts import MEASURES, elastic, exact, phrase, sections

TWO = sections(
    ("One", (phrase("one two"), exact(4000, line=3), phrase("three"))),
    ("Two", (elastic(2000, 1000, 6000, line=5), phrase("four"), elastic(5000, 2500, 15_000, line=6), phrase("five"))),
)


def seconds(length: int) -> float:
    return length / SAMPLE_RATE


def looked_at(minutes: float | None = None) -> Overview:
    return overview(TWO, minutes, MEASURES)


def test_sections_tile_the_whole_and_add_up() -> None:
    found = looked_at()
    assert found.timeline == compose(TWO, None, MEASURES)
    assert [section.title for section in found.sections] == ["One", "Two"]
    assert sum(section.length for section in found.sections) == found.figures.length
    assert sum(section.speech for section in found.sections) == found.figures.speech
    assert sum(section.words for section in found.sections) == found.figures.words == 5
    assert sum(section.shortest for section in found.sections) == found.shortest
    assert sum(section.longest for section in found.sections) == found.longest
    assert found.exact + found.elastic == found.figures.silence


def test_each_section_knows_its_longest_silence_and_its_room() -> None:
    one, two = looked_at().sections
    assert (seconds(one.longest_silence), one.longest_silence_line) == (4, 3)
    assert (round(seconds(two.longest_silence), 1), two.longest_silence_line) == (5, 6)
    # head, two and one words, the exact pause; the pause before "four" stands behind the heading
    assert seconds(one.shortest) == pytest.approx(0.7 + 1 + 4 + 0.5)
    assert one.longest == one.shortest
    assert seconds(two.longest - two.shortest) == pytest.approx((6 + 15) - (1 + 2.5))
    assert one.words_per_minute == pytest.approx(3 / one.length * SAMPLE_RATE * 60)


def test_what_stretches_is_told_apart_from_what_does_not() -> None:
    natural = looked_at()
    assert seconds(natural.exact) == pytest.approx(0.7 + 4 + 3)
    assert natural.elastic == natural.written == frames(7000)
    longer = looked_at(0.3)
    assert longer.written == natural.written
    assert seconds(longer.elastic) == pytest.approx(18 - seconds(natural.figures.length - natural.elastic))


def test_the_limits_are_those_that_can_really_be_asked_for() -> None:
    found = looked_at()
    for length in (found.shortest, found.longest):
        assert overview(TWO, length / SAMPLE_RATE / 60, MEASURES).figures.length == length
    assert found.ranges == ((found.shortest, found.longest),)
    with pytest.raises(TimelineError):
        looked_at((found.longest + 1000) / SAMPLE_RATE / 60)


def test_a_section_that_is_not_heard_is_not_there() -> None:
    script = "One.\n\n## Longer\n[from 5 min]\nTwo.\n[end]\n\n## Last\nThree.\n"
    found = overview(parse(script, "sample").exercise, None, MEASURES)
    assert [(section.title, section.line) for section in found.sections] == [("Opening", 1), ("Last", 8)]


def opcodes_in_report(rounds: int) -> int:
    """Return how many bytecodes of the report an overview of so many breath rounds, in so many sections, takes."""
    script = "".join(f"## Part {n}\n[breathe in 4 out 6 for {rounds} rounds]\n\n" for n in range(rounds // 5))
    exercise = parse(script, "sample").exercise
    count = 0

    def counting(frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal count
        if frame.f_code.co_filename != report.__file__:
            return None
        frame.f_trace_opcodes = True
        count += event == "opcode"
        return counting

    before = sys.gettrace()
    sys.settrace(counting)
    try:
        overview(exercise, None, MEASURES)
    finally:
        sys.settrace(before)
    return count


def test_an_overview_takes_work_in_proportion_to_the_breath_rounds_and_sections() -> None:
    # 10 times 2 against 20 times 4 rounds and sections: four times as many of both together
    assert opcodes_in_report(20) < 5 * opcodes_in_report(10)
    assert opcodes_in_report(40) < 5 * opcodes_in_report(20)
