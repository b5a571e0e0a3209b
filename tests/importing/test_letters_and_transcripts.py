"""Letters with a script in them, transcripts, plans by minutes, and what stands below the text of a blog."""

import pytest

from feltsense.importing.detect import import_script

PRACTICE = "Sit comfortably and feel your feet.\n\nNotice your breath.\n"


def _body(text: str) -> str:
    """Return what stands below the front matter of the script that `text` becomes."""
    return import_script(text.encode(), "brought").script.partition("\n---\n\n")[2]


BODY = _body(PRACTICE)


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("Dear Maria,\n\nAs promised, here is what we did last week.\n\n", "\nBest wishes,\nDr. Anna Miller\n"),
        ("Hi all,\n\n", "\nWarmly,\nAnna\n"),
        (
            "From: Anna <anna@example.org>\nSubject: Tuesday\n\nHi all,\n\nhere is the script from Tuesday.\n\n",
            "",
        ),
        ("Liebe Maria,\n\nwie versprochen die Übung von letzter Woche.\n\n", "\nHerzliche Grüße\nAnna\n"),
    ],
)
def test_what_a_letter_says_around_the_practice_is_left_out(before: str, behind: str) -> None:
    made = import_script(f"{before}{PRACTICE}{behind}".encode(), "letter")
    assert made.script.partition("\n---\n\n")[2] == BODY
    told = " ".join(change.before for change in made.changes)
    assert all(word in told for word in f"{before}{behind}".split())


def test_a_greeting_without_a_letter_is_spoken() -> None:
    assert _body(f"Hello everyone,\n\n{PRACTICE}") == f"Hello everyone,\n\n{BODY}"
    assert _body(f"Dear body,\n\n{PRACTICE}") == f"Dear body,\n\n{BODY}"


def test_names_above_times_are_of_who_speaks() -> None:
    times = ("0:00", "0:20", "1:10")
    words = ("Welcome. Find a seat.", "Notice your feet on the floor.", "Let your breath be.")
    text = "\n\n".join(f"Anna Miller\n{time}\n{line}" for time, line in zip(times, words, strict=True))
    made = import_script(text.encode(), "transcript")
    assert "Anna" not in made.script
    assert made.title == "Transcript"
    assert made.script.count("[pause") == 2
    assert import_script(text.replace("Anna Miller\n", "").encode(), "transcript").script == made.script


def test_words_above_times_are_no_names() -> None:
    body = _body("# Floor\n\nThe floor\n0:00\nholds you.\n\nThe air\n0:20\nis here.\n\nYour hands\n1:10\nrest.\n")
    assert all(words in body for words in ("The floor", "The air", "Your hands"))


@pytest.mark.parametrize("form", ["{}-{} min: ", "Minutes {}–{}: ", "**{} to {} minutes** - ", "- {}-{} mins – "])
def test_minutes_before_lines_become_silences(form: str) -> None:
    bounds = ((0, 1), (1, 3), (3, 5))
    lines = ("Sit down.", "Notice your feet.", "Let your breath be.")
    text = "\n".join(form.format(*each) + line for each, line in zip(bounds, lines, strict=True))
    body = _body(f"Grounding\n\n{text}\n")
    assert [line.partition(" [pause about ")[0] for line in body.split("\n") if line] == list(lines)
    assert body.count("[pause about 1m5") == 2


def test_numbers_that_do_not_follow_on_are_no_times() -> None:
    text = "5-10 min: a walk.\n0-2 min: a rest.\n"
    assert "5-10 min: a walk." in _body(f"{PRACTICE}\n{text}")


def test_what_stands_below_the_text_of_a_blog_is_left_out() -> None:
    below = "Related posts\nFive ways to sleep\nWhy we love tea\n\nLeave a comment\nYour address is not published.\n"
    assert _body(f"{PRACTICE}\n{below}") == BODY
