import pytest

from feltsense.script.model import (
    Bell,
    Breath,
    Close,
    FrontMatter,
    Guide,
    Note,
    Phase,
    PhaseKind,
    Repeat,
    Silence,
    SilenceKind,
    Version,
)
from feltsense.timeline.expand import Step, expand
from feltsense.units import Ms
from scripts import HERE, exact, exercise, phrase, sections


def shape(steps: tuple[Step, ...]) -> list[str | int]:
    """Texts, silences in milliseconds, and names of other steps."""
    return [step.base if isinstance(step, Silence) else getattr(step, "text", type(step).__name__) for step in steps]


BELL = Bell(low=False, times=1, every=Ms(0), span=HERE)
BREATH = Breath((Phase(PhaseKind.IN, Ms(4000)), Phase(PhaseKind.OUT, Ms(6000))), 1, Guide.TONES, HERE)


@pytest.mark.parametrize(
    ("close", "expected"),
    [(Close.SENTENCE, [1500]), (Close.QUESTION, [6000]), (Close.PARAGRAPH, [4000]), (Close.JOINED, [])],
)
def test_a_phrase_is_followed_by_the_silence_of_its_close(close: Close, expected: list[int]) -> None:
    assert shape(expand(exercise(phrase("a", close), phrase("b")), None).steps) == ["SectionStart", "a", *expected, "b"]


def test_a_written_pause_replaces_the_automatic_one() -> None:
    steps = expand(exercise(phrase("a", Close.PARAGRAPH), exact(700), phrase("b")), None).steps
    assert shape(steps) == ["SectionStart", "a", 700, "b"]


def test_a_note_between_phrase_and_pause_changes_nothing() -> None:
    steps = expand(exercise(phrase("a"), Note("slowly", HERE), exact(700), phrase("b")), None).steps
    assert shape(steps) == ["SectionStart", "a", 700, "b"]


def test_nothing_is_put_before_the_first_phrase_or_after_the_last() -> None:
    assert shape(expand(exercise(phrase("a", Close.PARAGRAPH)), None).steps) == ["SectionStart", "a"]


def test_a_new_section_is_preceded_by_its_own_silence() -> None:
    steps = expand(sections(("One", (phrase("a"),)), ("Two", (phrase("b"),))), None).steps
    assert shape(steps) == ["SectionStart", "a", 6000, "SectionStart", "b"]


def test_a_written_pause_at_a_sections_end_stays_alone() -> None:
    steps = expand(sections(("One", (phrase("a"), exact(900))), ("Two", (phrase("b"),))), None).steps
    assert shape(steps) == ["SectionStart", "a", 900, "SectionStart", "b"]


def test_a_bell_gets_room_before_the_voice_goes_on() -> None:
    assert shape(expand(exercise(phrase("a"), BELL, phrase("b")), None).steps) == [
        "SectionStart",
        "a",
        1500,
        "Bell",
        3000,
        "b",
    ]


def test_a_closing_bell_may_ring() -> None:
    assert shape(expand(exercise(phrase("a"), BELL), None).steps) == ["SectionStart", "a", 1500, "Bell", 3000]


def test_a_bell_closing_a_section_comes_before_the_sections_silence() -> None:
    steps = expand(sections(("One", (phrase("a"), BELL)), ("Two", (phrase("b"),))), None).steps
    assert shape(steps) == ["SectionStart", "a", 1500, "Bell", 6000, "SectionStart", "b"]


def test_a_bell_opening_a_section_comes_after_it() -> None:
    steps = expand(sections(("One", (phrase("a"),)), ("Two", (BELL, phrase("b")))), None).steps
    assert shape(steps) == ["SectionStart", "a", 6000, "SectionStart", "Bell", 3000, "b"]


def test_the_strikes_of_a_bell_are_not_talked_over() -> None:
    thrice = Bell(low=False, times=3, every=Ms(5000), span=HERE)
    steps = expand(exercise(thrice, phrase("b")), None).steps
    assert isinstance(steps[2], Silence)
    assert (steps[2].base, steps[2].floor, steps[2].ceiling) == (13_000, 11_200, 19_000)


def test_breath_stands_between_paragraph_silences() -> None:
    assert shape(expand(exercise(phrase("a", Close.PARAGRAPH), BREATH, phrase("b")), None).steps) == [
        "SectionStart", "a", 4000, "Breath", 4000, "b",
    ]  # fmt: skip


@pytest.mark.parametrize(("pacing", "expected"), [("brisk", 900), ("gentle", 1500), ("spacious", 2400)])
def test_pacing_scales_automatic_silences_only(pacing: str, expected: int) -> None:
    steps = expand(
        exercise(phrase("a"), phrase("b"), exact(1000), phrase("c"), front=FrontMatter(pacing=pacing)), None
    ).steps
    assert shape(steps) == ["SectionStart", "a", expected, "b", 1000, "c"]
    assert isinstance(steps[2], Silence)
    assert steps[2].kind is SilenceKind.AUTOMATIC


def test_repeat_unfolds() -> None:
    steps = expand(exercise(Repeat(2, (phrase("a"), exact(100)), HERE)), None).steps
    assert shape(steps) == ["SectionStart", "a", 100, "a", 100]


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [(None, ["short"]), (5.0, ["short"]), (7.0, []), (10.0, ["long"]), (20.0, ["long"])],
)
def test_versions_come_and_go_with_the_length(minutes: float | None, expected: list[str]) -> None:
    made = exercise(
        phrase("always", Close.JOINED),
        Version(None, 5.0, (phrase("short"),), HERE),
        Version(10.0, None, (phrase("long"),), HERE),
    )
    assert shape(expand(made, minutes).steps) == ["SectionStart", "always", *expected]


def test_a_section_that_is_empty_in_this_version_is_no_chapter() -> None:
    made = sections(("One", (phrase("a"),)), ("Two", (Version(10.0, None, (phrase("b"),), HERE),)))
    assert shape(expand(made, 5.0).steps) == ["SectionStart", "a"]
