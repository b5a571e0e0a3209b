"""Words that look like times behind names, or like pauses and bells, and are said; pauses that are written twice."""

import pytest
from imports import body, changes, made

from feltsense.authoring.diff import phrases_of
from feltsense.script.parser import parse


def heard(source: str) -> list[str]:
    return [phrase.text for phrase in phrases_of(parse(made(source).script, "x").exercise)]


@pytest.mark.parametrize(("before", "after"), [("(", ")"), ("[", "]"), ("", "")])
@pytest.mark.parametrize("rest", ["", "Water is still.\n"])
def test_sentences_before_times_are_said(before: str, after: str, rest: str) -> None:
    said = ["Sit by the lake.", "Feel the air.", "Look up."]
    times = [f"{before}{time}{after}" for time in ("0:10", "0:40", "1:10")]
    source = "\n".join(f"{sentence} {time}\n{rest}" for sentence, time in zip(said, times, strict=True))
    spoken = " ".join(heard(source))
    assert all(sentence in spoken for sentence in said)
    if before:
        assert all(any(time in change for change in changes(source)) for time in times)


def test_names_before_times_are_still_names() -> None:
    assert heard("Anna Berg 0:01\nSit down.\n\nJo K. 0:10\nBreathe.\n\nAnna Berg 0:20\nRest.") == [
        "Sit down.",
        "Breathe.",
        "Rest.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Silence\nis a room\nwith one chair.",
        "Pause\nis what the river does.",
        "Ring, bell, ring.",
        "The bell rings.",
        "A gong sounds.",
        "Die Glocke läutet.",
    ],
)
def test_a_sentence_of_silence_or_a_bell_is_said(text: str) -> None:
    assert " ".join(heard(f"Feel the floor.\n\n{text}\n\nYou open your eyes.")[1:-1]) == " ".join(text.split())


def test_a_sentence_of_a_bell_is_asked_about() -> None:
    (question,) = parse(made("Sit.\n\nThe bell rings.\n\nGo.").script, "x").questions
    assert question.choices[:2] == ("The bell rings.", "[bell]")


@pytest.mark.parametrize(
    ("start", "end", "following", "behind"),
    [
        (0, 2, 12, "[pause 10s]"),
        (0, 12, 12, "[pause 10s]"),
        (0, 12, 20, "[pause 10s] [pause 8s]"),
        (0, 2, 22, "[pause 10s] [pause 10s]"),
    ],
)
def test_a_pause_in_a_caption_is_in_the_gap_behind_it(start: int, end: int, following: int, behind: str) -> None:
    source = (
        f"1\n00:00:{start:02},000 --> 00:00:{end:02},000\nSit. [pause 10 seconds]\n\n"
        f"2\n00:00:{following:02},000 --> 00:00:{following + 2:02},000\nStand up.\n"
    )
    assert body(source) == f"Sit. {behind}\n\nStand up."
