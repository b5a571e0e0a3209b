"""Words of the practice that look like what stands around one: a byline, a page number, a letterhead, a list."""

from time import process_time

import pytest
from imports import body, changes, made


def test_a_short_time_below_the_title_is_not_the_length_of_all() -> None:
    script = made("# Grounding\n\nFeel your feet – 30 seconds\n\nNotice your hands, and rest a while.")
    assert "## Feel your feet [30 sec]" in script.script
    assert "\nminutes:" not in script.script


@pytest.mark.parametrize("length", ["2 min", "90 seconds", "30 seconds"])
def test_guidance_below_the_title_is_no_byline(length: str) -> None:
    assert "> About" not in body(f"# Grounding\n\nNotice your breath | {length}\n\nRest a while now.")


@pytest.mark.parametrize("bar", ["|", "•"])
def test_numbered_steps_with_bars_are_no_page_numbers(bar: str) -> None:
    source = f"# Ease\n\n1 {bar} Settle In\n\nFeel your feet.\n\n2 {bar} Soften Your Jaw\n\nLet your jaw be loose."
    assert not [told for told in changes(source) if "every page" in told]
    assert "Settle In" in body(source)
    assert "Soften Your Jaw" in body(source)


@pytest.mark.parametrize("words", ["Lie down on your back. Let go.", "Lie down on your back\nLet your body be heavy"])
def test_a_title_that_names_a_kind_of_place_is_no_letterhead(words: str) -> None:
    script = made(f"Yoga Nidra for Sleep\nby Anna Reyes\nwww.annareyes.example\n\n{words}\n\nNotice your breath.")
    assert script.title == "Yoga Nidra for Sleep"
    assert 'author: "Anna Reyes"' in script.script
    assert "Lie down on your back" in script.script


def test_numbers_of_a_countdown_are_said() -> None:
    source = "# Deepen\n\nWe count down now.\n\n10 - Relax more.\n9 - Deeper still.\n8 - Let go."
    assert [line.strip() for line in body(source).split("\n") if line][1:] == [
        "10 - Relax more.",
        "9 - Deeper still.",
        "8 - Let go.",
    ]
    assert body("# Feet\n\n1- Sit down.\n2- Feel your feet.") == "1. Sit down.\n2. Feel your feet."


def test_numbers_of_a_list_that_counts_down_are_said() -> None:
    said = body("# Deepen\n\n3. Deeper now.\n2. Let go.\n1. Rest.\n\nStay here.")
    assert "3 – Deeper now." in said
    assert "1 – Rest." in said
    assert body("# Feet\n\n3. Sit down.\n4. Feel your feet.\n5. Rest.") == "3. Sit down.\n4. Feel your feet.\n5. Rest."


def test_times_of_day_in_a_chat_are_not_said() -> None:
    assert body("[10:02 AM] Anna: Sit down here.\n[10:03 AM] Anna: Rest.").split() == ["Sit", "down", "here.", "Rest."]


def test_of_two_parts_called_script_the_first_is_said_as_well() -> None:
    source = (
        "# Ease\n\n## Part A\n\nA few words.\n\n### Script\n\nFeel your feet now.\n\n### Script\n\n"
        "Feel your hands, and the air around them, and rest here for as long as you like."
    )
    assert "\nFeel your feet now.\n" in body(source)


def test_bold_names_before_guidance_are_no_metadata() -> None:
    source = "# Body\n\n**Feet:** Press them down.\n**Focus:** The breath at the nose.\n**Length:** 5 min\n\nRest now."
    assert "Press them down." in [line.strip() for line in body(source).split("\n")]


@pytest.mark.parametrize(
    "said",
    [
        "Text: Close your eyes, and breathe.",
        "Visit the site of the pain.",
        "See the site of your breath.",
        "Support me by breathing with me.",
        "Find me at home.",
        "Join me at rest.",
        "Let the class of thoughts go by.",
    ],
)
def test_sentences_with_words_of_pages_are_said(said: str) -> None:
    assert said.removeprefix("Text: ") in body(f"Sit down.\n\n{said}\n\nRest.")


@pytest.mark.parametrize(
    "line",
    [
        "Inscreva-se no canal",
        "Support me on Patreon.",
        "Find us on Bluesky.",
        "Join me for more.",
        "Text: Anna Reyes, 2019",
    ],
)
def test_lines_of_pages_are_not_said(line: str) -> None:
    assert body(f"Sit down.\n\n{line}\n\nRest.") == "Sit down.\n\nRest."


def test_a_sign_of_emphasis_that_is_a_pause_leaves_bold_words_alone() -> None:
    assert body("** = pause\n\n**Settle** in here. ** Feel your feet.").endswith(
        "**Settle** in here. [pause]\nFeel your feet."
    )


def test_a_byline_is_told_as_what_it_becomes() -> None:
    assert "3 moved: For beginners – 5 min → length in the front matter, and a note" in changes(
        "# Ground\n\nFor beginners – 5 min\n\nFeel your feet, and rest."
    )


def test_many_comments_before_the_words_take_no_time() -> None:
    began = process_time()
    assert body(f"{'<!-- a -->' * 200} x\n\nFeel your feet.").endswith("Feel your feet.")
    assert process_time() - began < 5


@pytest.mark.parametrize(
    "words",
    [
        "Hello and welcome, dear friends!\n\nFeel your feet.\n\nThank you.\nNamaste",
        "Hello, and welcome –\nThis is a time for you.\n\nFeel your feet.\n\nThank you,\nNamaste",
        "Feel what is here.\n\nSay to yourself:\nLove\nPeace\nJoy",
        "Notice the hands.\nHeavy\nWarm\nSafe",
        "Hello,\n\nFeel your feet.\n\nTake good care.\n\nUntil next time",
    ],
)
def test_welcomes_and_last_words_are_no_mail(words: str) -> None:
    assert not [told for told in changes(words) if "mail" in told]


@pytest.mark.parametrize("written", ["Pause 500.", "(pause 500)", "[pause 500]", "Wait 500", "PAUSE: 500"])
def test_a_pause_with_a_large_number_and_no_unit_is_asked_about(written: str) -> None:
    asked = body(f"Feel your feet.\n\n{written}\n\nRest.")
    assert "Are these seconds, or milliseconds? | [pause 0.5s] | [pause 8m20s] |" in asked
    assert asked.count("[pause") == 2


@pytest.mark.parametrize(
    ("written", "cue"),
    [("Pause 20.", "[pause 20s]"), ("[pause 500ms]", "[pause 0.5s]"), ("[pause 500 ms]", "[pause 0.5s]")],
)
def test_other_pauses_are_as_they_stand(written: str, cue: str) -> None:
    assert body(f"Feel your feet.\n\n{written}\n\nRest.") == f"Feel your feet.\n\n{cue}\n\nRest."


def test_breaths_that_are_asked_for_behind_a_pause_are_said() -> None:
    source = "Spüre deine Füße auf dem Boden.\n\nPause. Nimm drei Atemzüge. Mach eine Pause von 20 Sekunden."
    assert "\nNimm drei Atemzüge.\n" in body(source)


def test_a_short_direction_below_the_title_is_no_summary() -> None:
    assert body("# Quiet\n\n*softly*\n\nFeel your feet.").startswith("<!-- question: “softly”")


def test_helplines_are_no_letterhead() -> None:
    line = "Samaritans, 116 123, Lifeline, 13 11 14"
    assert line in body(f"Sit down.\n\n{line}\n\nFeel your feet here.")


@pytest.mark.parametrize("legend", ["/ : pause courte", "(P) : pause"])
def test_legends_with_a_space_before_their_colon_are_applied(legend: str) -> None:
    sign = legend.partition(" ")[0]
    assert " pause]" in body(f"{legend}\n\nSentez vos pieds {sign} et vos mains sur le sol.").replace("[", " ")


def test_a_first_line_with_how_often_is_no_title() -> None:
    assert "Lift your arms." in body("Lift your arms. x3\n\nWalk a little now.\n\nRest.")


def test_long_rows_of_signs_take_no_time() -> None:
    began = process_time()
    made(f"/*{'*/ /*' * 20_000}x\n\nFeel your feet.")
    assert process_time() - began < 10
