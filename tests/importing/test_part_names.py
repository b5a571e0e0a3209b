"""Names of parts with their lengths, titles, and words that are struck out, in the spellings that people use."""

import pytest
from imports import body, changes, made


@pytest.mark.parametrize(
    ("line", "heading", "words"),
    [
        ("**Hands – 1 min** Rub them.", "## Hands [1 min]", "Rub them."),
        ("**Look around [30s].** Let the eyes wander.", "## Look around [30 sec]", "Let the eyes wander."),
        ("**Part 4 / 30 seconds:** Feel them.", "## Part 4 [30 sec]", "Feel them."),
        ("**Look** *(30 sec)*: Look around.", "## Look [30 sec]", "Look around."),
        ("**Listen:** (20 sec) Listen to sounds.", "## Listen [20 sec]", "Listen to sounds."),
        ("*Step 2 (20 sec):* Feel them.", "## Step 2 [20 sec]", "Feel them."),
        ("Step 1: Feet (1 min). Feel them.", "## Step 1: Feet [1 min]", "Feel them."),
        ("Step 1: Feet (1 min).\n\nFeel them.", "## Step 1: Feet [1 min]", "Feel them."),
        ("Hands / 30 sec.\n\nFeel them.", "## Hands [30 sec]", "Feel them."),
        ("Abschluss / 1 Min.\n\nKomm zurück.", "## Abschluss [1 min]", "Komm zurück."),
        ("Main part – 5 min\nFeel your feet.", "## Main part [5 min]", "Feel your feet."),
    ],
)
def test_the_name_of_a_part_with_its_length_is_a_heading(line: str, heading: str, words: str) -> None:
    assert body(f"Sit down here.\n\n{line}") == f"Sit down here.\n\n{heading}\n\n{words}"


@pytest.mark.parametrize(
    "line",
    [
        "**Breathe (30 seconds)** and let it go.",
        "Feel the **left foot** (the whole of it) and the right one.",
        "**Remember:** you are safe.",
        "Rest the left/right hand in your lap.",
    ],
)
def test_words_that_are_no_name_of_a_part_stay_words(line: str) -> None:
    assert "##" not in body(f"Sit down here.\n\n{line}")


@pytest.mark.parametrize(("line", "cue"), [("### Pause – 20 seconds", "20s"), ("## Silence – 2 minutes", "2m")])
def test_a_heading_that_is_a_silence_keeps_its_length(line: str, cue: str) -> None:
    assert body(f"Sit down.\n\n{line}\n\nRest.") == f"Sit down.\n\n[pause {cue}]\n\nRest."


@pytest.mark.parametrize("name", ["Introduction (2 min)", "# Introduction (2 min)", "Einleitung (Dauer: 2 Minuten)"])
def test_the_name_of_a_first_part_is_no_title(name: str) -> None:
    script = made(f"{name}\n\nSit down.\n\nFeet (1 min)\n\nFeel the feet.").script
    assert 'title: "Some script"' in script
    assert "\nminutes:" not in script
    assert f"\n## {name.lstrip('# ').split()[0]} [2 min]\n" in script


def test_a_title_may_be_quoted_with_its_subtitle_between_dashes() -> None:
    script = made("“Loving the Hands”\n– a short practice –\n\nSit down.").script
    assert 'title: "Loving the Hands"\nsummary: "a short practice"\n' in script
    assert script.endswith("---\n\nSit down.\n")


def test_a_title_may_be_underlined_with_waves() -> None:
    script = made("Body Scan\n~~~~~~~~~\n\nSit down.").script
    assert 'title: "Body Scan"\n' in script
    assert script.endswith("---\n\nSit down.\n")


def test_struck_out_words_in_tags_are_not_spoken() -> None:
    source = "Sit <del>up</del> down. <s class='x'>Old\nwords.</s>\n\n<strike>Gone.</strike>\n\nIs 2 <s 3?"
    assert "up" not in body(source)
    assert "Old" not in body(source)
    assert "Gone" not in body(source)
    told = [line for line in changes(source) if line.endswith("struck-through words")]
    assert [line.split(":")[0] for line in told] == ["1 left out", "1 left out", "4 left out"]


def test_struck_out_words_of_a_page_are_not_spoken() -> None:
    page = '<html><body><p>Sit <span style="text-decoration: line-through">up</span> down. Feel.</p></body></html>'
    assert body(page) == "Sit down.\nFeel."
    assert changes(page) == ["1 left out: up → struck-through words"]


def test_a_length_on_the_line_below_a_name_is_that_of_its_part() -> None:
    source = "Feet\n2 min\nNotice your feet.\n\nHands\n(1 min)\nNotice your hands."
    assert body(source) == "## Feet [2 min]\n\nNotice your feet.\n\n## Hands [1 min]\n\nNotice your hands."
    assert body("The train takes\n5 minutes\nto get there.") == "The train takes  \n5 minutes  \nto get there."
