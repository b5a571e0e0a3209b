"""A timeline in lines."""

from feltsense.cli.plain.transcript import Transcript
from feltsense.cli.wrapping import WIDEST
from feltsense.script.model import Bell, Breath, Guide, Phase, PhaseKind, SoundscapeCue
from feltsense.timeline.compose import compose
from feltsense.units import SAMPLE_RATE, Ms
from scripts import HERE, MEASURES, exact, phrase, sections

IN_AND_OUT = (Phase(PhaseKind.IN, Ms(4000)), Phase(PhaseKind.OUT, Ms(6000)))
BREATH = Breath(IN_AND_OUT, 2, Guide.BOTH, HERE)
LONG = "There is a longer sentence here which has a good many words in it and would not fit on one line."
OPENING = (
    phrase("One two."),
    exact(5000),
    Bell(low=False, times=1, every=Ms(0), span=HERE),
    exact(3000),
    phrase(LONG),
    exact(1000),
)
TIMELINE = compose(
    sections(
        ("Opening", OPENING),
        ("Breath", (SoundscapeCue("rain", HERE), BREATH, exact(8000), phrase("Three."), exact(2000))),
    ),
    None,
    MEASURES,
)
END = TIMELINE.length


def test_everything_that_is_heard_is_told_in_order() -> None:
    lines = Transcript(TIMELINE).until(END)
    assert [line.strip() for text in lines for line in text.splitlines() if line] == [
        "Part 1: Opening",
        "One two.",
        "(quiet, 8 seconds)",
        "(a bell)",
        "There is a longer sentence here which has a good many words in it and would not",
        "fit on one line.",
        "Part 2: Breath",
        "(background: rain)",
        "(breath in, 4 seconds, round 1 of 2)",
        "(breath out, 6 seconds)",
        "(breath in, 4 seconds, round 2 of 2)",
        "(breath out, 6 seconds)",
        "(quiet, 8 seconds)",
        "Three.",
    ]
    assert all(len(line) <= WIDEST for text in lines for line in text.splitlines())


def test_each_line_is_told_once_however_often_one_looks() -> None:
    script = Transcript(TIMELINE)
    told = [line for at in range(0, END + SAMPLE_RATE, SAMPLE_RATE // 3) for line in script.until(at)]
    assert tuple(told) == Transcript(TIMELINE).until(END)


def test_going_back_tells_again_what_is_heard_again() -> None:
    script = Transcript(TIMELINE)
    script.until(END)
    script.until(TIMELINE.chapters[1].start)
    assert [line for line in script.until(END) if "Three" in line] == ["Three."]


def test_what_was_skipped_is_not_told() -> None:
    script = Transcript(TIMELINE)
    script.until(SAMPLE_RATE)
    script.skipped_to(TIMELINE.chapters[1].start)
    assert script.until(TIMELINE.chapters[1].start)[0].strip() == "Part 2: Breath"
