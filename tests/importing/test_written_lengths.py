"""Directions in more spellings: their numbers are used, once, and none is spoken."""

import pytest
from imports import body, made

from feltsense.authoring.diff import phrases_of
from feltsense.importing.structure.lengths import heading_length
from feltsense.script.parser import parse


def between(direction: str) -> str:
    """Return what a direction on a line of its own becomes."""
    return body(f"Begin.\n\n{direction}\n\nEnd.").removeprefix("Begin.").removesuffix("End.").strip()


@pytest.mark.parametrize(
    ("tag", "cue"),
    [
        ('<pause dur="5s"></pause>', "pause 5s"),
        ('<pause duration="5"/>', "pause 5s"),
        ("<wait seconds='12'/>", "pause 12s"),
        ('<silence msec="2000"/>', "pause 2s"),
        ('<silence time="1500">', "pause 1.5s"),
        ('<pause minutes="2"/>', "pause 2m"),
        ("<pause>", "pause"),
    ],
)
def test_tags_of_silences_are_one_cue(tag: str, cue: str) -> None:
    assert body(f"Rest. {tag} Go on.") == f"Rest. [{cue}]\nGo on."


@pytest.mark.parametrize(
    ("direction", "cue"),
    [
        ("(PAUSE FOR 3 BREATH CYCLES)", "pause about 15s"),
        ("(give them time)", "long pause"),
        ("***Pause for effect***", "pause"),
        ("(leave a long gap here)", "long pause"),
        ("(let this settle)", "long pause"),
        ("*pauses*", "pause"),
        ("（pause 5s）", "pause 5s"),
        ("【pause】", "pause"),
        ("［pause 5s］", "pause 5s"),
        ("=> pause 10s", "pause 10s"),
        ("→ 10 second pause", "pause 10s"),
        ("`pause 10`", "pause 10s"),
        ("[Hacer una pausa de 5 a 10 segundos]", "pause 5s to 10s"),
        ("(gardez le silence pendant 30 s)", "pause 30s"),
        ("(laisser 20 secondes)", "pause 20s"),
        ("(ring bell three times, letting each fade)", "bell 3 times every 5s"),
        ("*[chimes, fading]*", "bell"),
        ("(zwei Gongschläge)", "bell low 2 times every 5s"),
        ("[Bell – low tone, 1x]", "bell low"),
        ("(sound the chime three times slowly)", "bell 3 times every 5s"),
    ],
)
def test_directions_are_one_cue_and_nothing_else(direction: str, cue: str) -> None:
    assert between(direction) == f"[{cue}]"


@pytest.mark.parametrize(
    ("direction", "first"),
    [
        ("(No talking for 45 s)", "[pause 45s]"),
        ("[2-minute timer]", "[pause 2m]"),
        ("[Allow 15 seconds for participants to notice their breath]", "[pause 15s]"),
        ("(give the group 30 seconds to write this down)", "[pause 30s]"),
    ],
)
def test_a_number_that_stands_there_is_the_first_choice(direction: str, first: str) -> None:
    parsed = parse(made(f"Begin.\n\n{direction}\n\nEnd.").script, "x")
    assert [question.choices[0] for question in parsed.questions] == [first]
    assert [phrase.text for phrase in phrases_of(parsed.exercise)] == ["Begin.", "End."]


@pytest.mark.parametrize(
    "line",
    [
        "The gap between two breaths.",
        "Let this settle in your body.",
        "Haz una pausa.",
        "Gardez le silence.",
        "Restez ici.",
        "A note of joy.",
        "Let it land.",
    ],
)
def test_words_near_to_directions_are_said(line: str) -> None:
    parsed = parse(made(f"Begin.\n\n{line}\n\nEnd.").script, "x")
    assert [phrase.text for phrase in phrases_of(parsed.exercise)] == ["Begin.", line, "End."]


@pytest.mark.parametrize("span", ["3:00 - 5:00", "3:00–5:00", "0:03:00 to 0:05:00"])
def test_times_in_a_heading_are_the_same_length_raw_and_imported(span: str) -> None:
    raw = parse(f"## [{span}] Close\n\nOpen your eyes.", "x")
    assert not raw.errors
    imported = parse(made(f"## [{span}] Close\n\nOpen your eyes.").script, "x")
    wishes = [section.wish for script in (raw, imported) for section in script.exercise.sections if section.wish]
    assert [(wish.shortest, wish.longest) for wish in wishes] == [(120_000, 120_000)] * 2


@pytest.mark.parametrize(
    ("heading", "name", "seconds"),
    [
        ("Body scan (2½m)", "Body scan", 150),
        ("Rest (1½h)", "Rest", 5400),
        ("Rest – ½ h", "Rest", 1800),
        ("Arriving (5m)", "Arriving", 300),
        ("Arriving (three minutes)", "Arriving", 180),
    ],
)
def test_a_heading_gives_its_length_with_halves_and_single_letters_too(heading: str, name: str, seconds: int) -> None:
    bare, length = heading_length(heading)
    assert (bare, length and length.high) == (name, seconds)


@pytest.mark.parametrize("heading", ["Counting (about tens)", "Three sounds", "Breath (fives)"])
def test_the_last_letter_of_a_word_is_no_unit(heading: str) -> None:
    assert heading_length(heading) == (heading, None)
