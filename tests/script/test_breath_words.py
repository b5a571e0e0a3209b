"""Breaths and repeats that a text counts in words."""

import time

import pytest

from feltsense.script.breath_words import counted_breaths
from feltsense.script.repeat_words import written_repeats


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Breathe in for 4 seconds. Breathe out for 6 seconds. Repeat five times.", "in 4 out 6 for 5 rounds"),
        ("Breathe in for 4 seconds and breathe out for 6 seconds.", "in 4 out 6 for 1 round"),
        ("inhale 2 3 4, exhale 2 3 4", "in 4 out 4 for 1 round"),
        ("in for a count of four, hold for seven, out for eight", "in 4 hold 7 out 8 for 1 round"),
        ("Breathe in (4) … out (6)", "in 4 out 6 for 1 round"),
        ("Inhale [2, 3] exhale [2, 3]", "in 3 out 3 for 1 round"),
        ("Inhale [2, 3] exhale", "in 3 out 3 for 1 round"),
        ("Breathe in… 2… 3… 4. Breathe out for 2, 3, 4.", "in 4 out 4 for 1 round"),
        (
            "Inhale for 4, hold for 4, exhale for 4, hold for 4. Do this three more times.",
            "in 4 hold 4 out 4 hold 4 for 4 rounds",
        ),
        (
            "Inhale through your nose for a count of four. Hold it for 4. Exhale for a count of four. Repeat it 2x.",
            "in 4 hold 4 out 4 for 2 rounds",
        ),
        ("In, two, three, four. Out, two, three, four.", "in 4 out 4 for 1 round"),
        ("Breathe in for 4, out for 6 (x3)", "in 4 out 6 for 3 rounds"),
        ("Breathe in for four. Breathe out for six. (For 10 breaths)", "in 4 out 6 for 10 rounds"),
        ("Breathe in for 4, out for 6. Continue like this for two minutes.", "in 4 out 6 for 2m"),
        ("We'll do five rounds. Inhale for 4. Hold for 7. Exhale for 8.", "in 4 hold 7 out 8 for 5 rounds"),
        ("Breathe in for 5 and out for 5, ten times.", "in 5 out 5 for 10 rounds"),
        ("4 seconds in, 6 seconds out", "in 4 out 6 for 1 round"),
        ("Breathe in, 4, 3, 2, 1. Breathe out, 4, 3, 2, 1.", "in 4 out 4 for 1 round"),
        ("Breathe in deeply, 2, 3, 4. Breathe out slowly, 2, 3, 4, 5, 6.", "in 4 out 6 for 1 round"),
        ("Inhale deeply 2 3 4, exhale slowly 2 3 4 5 6", "in 4 out 6 for 1 round"),
        (
            "Breathe in deeply, two, three, four, and breathe out slowly, two, three, four, five, six.",
            "in 4 out 6 for 1 round",
        ),
        ("Breathe in, 2, 3, 4. Exhale gently through the mouth, 2, 3, 4, 5.", "in 4 out 5 for 1 round"),
        ("Breathe in, 2, 3, 4, and breathe out slowly.", "in 4 out 4 for 1 round"),
        ("Breathe in, 2, 3, 4, and out, 5 times.", "in 4 out 4 for 5 rounds"),
        ("4 seconds in through the nose, 6 seconds out through the mouth.", "in 4 out 6 for 1 round"),
        ("Breathe in as you count to four. Breathe out as you count to six.", "in 4 out 6 for 1 round"),
        ("In for a count of 4... and out for 6... in for 4... and out for 6...", "in 4 out 6 for 2 rounds"),
        ("Atme vier Sekunden lang ein und sechs Sekunden lang aus.", "in 4 out 6 for 1 round"),
        ("Inhala en 4, sostén en 4, exhala en 6. Repite tres veces.", "in 4 hold 4 out 6 for 3 rounds"),
        ("Inspirez sur 4 temps, expirez sur 6 temps.", "in 4 out 6 for 1 round"),
    ],
)
def test_a_breath_that_is_counted_is_found(text: str, cue: str) -> None:
    (breath,) = counted_breaths(text)
    assert breath.cues == (f"breathe {cue}",)
    assert text[breath.start : breath.end] in (text, text.removeprefix("We'll do five rounds. "))


@pytest.mark.parametrize(
    "text",
    [
        "Breathe in… and out.",
        "Breathe in 3 times.",
        "Take 5 deep breaths.",
        "Breathe in and notice 5 things. Breathe out and notice 4 things.",
        "Breathe in, and out, for ten breaths.",
        "Check in with 3 people and go out with 4 people.",
        "We were in for 4 days and out for 3.",
        "Sit in silence for 2 minutes and walk out for 5 minutes.",
        "Hold your partner's hand for 10 seconds.",
        "Breathe in for 40 seconds and out for 50.",
        "Breathe in, 2, 3, 4. Exhale as softly as you can, 2, 3, 4, 5, 6.",
        "Count to ten in your head, then breathe out for six. Do this five times.",
        "With 4 in mind, breathe out for 6.",
        "Listen to 4 in silence and breathe out for 6.",
        "Place a hand on two in front of you; breathe out for six.",
        "Sit for 10 seconds in silence, then breathe out for six.",
        "You were born on 4 in all your glory. Breathe out for 6.",
    ],
)
def test_breaths_that_nobody_counts_are_none(text: str) -> None:
    assert counted_breaths(text) == ()


def test_only_the_sentences_that_count_are_a_part_of_it() -> None:
    text = "Sit down. Now breathe in for 4. Breathe out for 6. Let it go."
    (breath,) = counted_breaths(text)
    assert text[breath.start : breath.end] == "Now breathe in for 4. Breathe out for 6."


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Lift your arms. Repeat 4 times.", (4,)),
        ("Repeat 3 to 5 times.", (3, 5)),
        ("Three more times.", (4,)),
        ("Do this twice more.", (3,)),
        ("Lift your toes (x3)", (3,)),
        ("Repite tres veces.", (3,)),
        ("Mach das fünfmal.", (5,)),
        ("Wiederholen Sie das fünfmal.", (5,)),
        ("Haz esto 5 veces.", (5,)),
        ("Hazlo tres veces.", (3,)),
        ("Faites cela trois fois.", (3,)),
        ("Répète trois fois.", (3,)),
        ("Ripeti per 5 volte.", (5,)),
        ("Fai questo 3 volte.", (3,)),
        ("Faça isso 5 vezes.", (5,)),
        ("Repita por cinco vezes.", (5,)),
        ("Doe dit vijf keer.", (5,)),
    ],
)
def test_words_that_ask_for_a_repeat_are_found(text: str, times: tuple[int, ...]) -> None:
    (repeat,) = written_repeats(text)
    assert repeat.times == times


@pytest.mark.parametrize(
    "text",
    [
        "Repeat this phrase three times.",
        "Repeat silently to yourself three times: may I be safe.",
        "Repeat after me.",
        "You may do this as many times as you like.",
        "I have told you three times.",
        "Mach das einmal.",
        "Mach das dreimal: ich bin hier.",
        "Wiederhole den Satz dreimal.",
        "Repite mentalmente tres veces: que esté en paz.",
    ],
)
def test_words_for_the_listener_to_repeat_are_no_repeat(text: str) -> None:
    assert written_repeats(text) == ()


@pytest.mark.parametrize(
    "part",
    [
        "in for 4 ",
        "in ",
        "breathe in and ",
        "4 seconds ",
        "2, ",
        "repeat this ",
        "mach das ",
        "faites cela fois ",
        "hold ",
        "In for 4. Out for 6. ",
        "(x3) ",
    ],
)
def test_long_texts_take_no_longer_than_they_should(part: str) -> None:
    text = part * (60_000 // len(part))
    start = time.process_time()
    counted_breaths(text)
    written_repeats(text)
    assert time.process_time() - start < 3
