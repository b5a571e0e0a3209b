"""Shapes of scripts as they are shared: with a head of bold names, steps in bold above lists, labels in brackets."""

import pytest
from imports import body, changes, made

from feltsense.errors import ImportingError

HEAD = """# The warm lake

**Target Duration:** ~8 minutes
**Vocal Color:** low and slow, as beside a fire.
**Music:** strings

---

Let the water hold you.

The shore is near.
"""


def test_a_block_of_bold_names_below_the_title_is_metadata_though_some_are_not_known() -> None:
    found = made(HEAD)
    assert body(HEAD).startswith("> Vocal Color: low and slow, as beside a fire.\n\n> Music: strings\n\nLet the water")
    assert "length in the front matter" in [change.after for change in found.changes]
    assert found.words == 9


def test_a_block_of_bold_names_below_a_section_is_metadata_too() -> None:
    source = (
        "# Two lakes\n\n## Script 1: North (5 min, about 400 words)\n\n**Purpose**: rest\n**Moon**: any\n\nLie down."
    )
    assert body(source).endswith("> Purpose: rest\n\n> Moon: any\n\nLie down.")


def test_bold_words_that_are_spoken_stay_below_one_another() -> None:
    source = "# Waves\n\n**In:** the water comes to you.\n**Out:** the water leaves."
    assert "the water comes" in body(source)
    assert ">" not in body(source)


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("### **Evening Meditation for Nurses**", "Evening Meditation for Nurses"),
        ("## **Walking Practice in Rain** (10-15 minutes)", "Walking Practice in Rain"),
        ("#### A Short Script for Tired Feet", "A Short Script for Tired Feet"),
    ],
)
def test_the_only_heading_that_names_a_practice_is_its_title_at_any_level(heading: str, title: str) -> None:
    found = made(f"{heading}\n\n**Arriving:**\n\nSit down here.\n\n**Leaving:**\n\nStand up again.")
    assert found.title == title
    assert "## Arriving\n\nSit down here.\n\n## Leaving" in found.script
    assert "\nsummary:" not in found.script


@pytest.mark.parametrize("heading", ["## Feet", "## Script", "### Body scan", "## Part 1: Rain"])
def test_the_only_heading_that_names_a_part_is_none(heading: str) -> None:
    assert made(f"{heading}\n\nNotice the rain.").title == "Some script"


def test_bold_steps_above_lists_are_parts_with_their_lengths() -> None:
    source = """# Stretching

1. **Arrive (1 min)**
   - Stand by the wall.
   - Let your arms hang.

2. **Lean (3–4 min)**
   - Lean into your hands.
"""
    assert body(source) == (
        "## Arrive [1 min]\n\n- Stand by the wall.\n- Let your arms hang.\n\n"
        "## Lean [3 to 4 min]\n\n- Lean into your hands."
    )


@pytest.mark.parametrize(
    "label", ["**[The Meadow]**", "**(Deepener - The Meadow)**", "**(Induction)**", "__[The Meadow]__:"]
)
def test_a_bold_label_in_brackets_heads_a_part(label: str) -> None:
    found = made(f"# Walk\n\nSit here.\n\n{label}\n\nGrass is around you.")
    assert f"## {label.strip('*_[]():')}\n\nGrass" in found.script
    assert not found.questions


@pytest.mark.parametrize(
    "line",
    [
        "**(Take your time here, there is no hurry.)**",
        "**[Pause 10 seconds]**",
        "**(Breathe In)**",
        "**[Speak Softly]**",
    ],
)
def test_other_bold_words_in_brackets_head_nothing(line: str) -> None:
    assert "## " not in body(f"# Walk\n\nSit here.\n\n{line}\n\nGrass is around you.")


def test_words_that_are_bold_in_parts_keep_them_and_get_no_silence() -> None:
    source = "Stay here.\n\n1. **Press** your feet down for **4 seconds**\n2. **Lift** them slowly\n"
    assert body(source).endswith("1. **Press** your feet down for **4 seconds**\n2. **Lift** them slowly")


def test_a_sentence_behind_the_word_pause_at_the_end_is_spoken() -> None:
    assert body("Sit down.\n\n- Pause: Take your rest in the sun.").endswith("- Pause: Take your rest in the sun.")


@pytest.mark.parametrize(
    "source",
    [
        "import time\n\n\ndef rest(seconds):\n    print('Notice your feet.')\n",
        "// a practice\nexport const LAKE = `\nLet the water hold you. /5s\n`;\n",
        "/**\n * Lake\n */\nexport const lake = {\n  text: 'Let it hold you.',\n};\n",
        "'use client'\n\nimport { useState } from 'react'\n",
        "<?php\necho 'Rest.';\n",
        "from lake import water\n\nwater.hold('you')\n",
        "class Lake(Practice):\n    words = ['Rest.']\n\n    def play(self):\n        pass\n",
    ],
)
def test_a_program_is_refused_with_the_way_out(source: str) -> None:
    with pytest.raises(ImportingError, match="source of a program") as refused:
        made(source)
    assert "text file" in (refused.value.hint or "")


@pytest.mark.parametrize(
    "source",
    [
        "Import time into your evening. Rest.",
        "import time\n\nLet the evening come.",
        "from the lake, import nothing; take only rest.",
        "Class begins. Sit down.\n\nLet the day go.",
    ],
)
def test_words_that_look_a_little_like_a_program_are_read(source: str) -> None:
    assert made(source).words


def test_a_part_of_a_page_is_read_as_one_whatever_it_begins_with() -> None:
    source = "<site:head><title>Lake | Site</title></site:head>\n<div><h1>Lake</h1><p>Let it hold you.</p></div>"
    assert (made(source).title, body(source)) == ("Lake", "Let it hold you.")
    assert body("<span>Let it</span> <b>hold</b> you.") == "Let it hold you."


@pytest.mark.parametrize(
    "heading", ["SCRIPT PARA GRAVAÇÃO", "Gesprochene Anleitung", "Texte à lire", "Guion para grabar"]
)
def test_what_says_where_the_words_begin_is_no_part_and_no_summary(heading: str) -> None:
    source = f"# Meditação do lago\n\n**Objetivo:** descanso\n\n## {heading}\n\nDeite-se aqui.\n\nDescanse."
    assert body(source).endswith("> Objetivo: descanso\n\nDeite-se aqui.\n\nDescanse.")
    assert any("where the words begin" in told for told in changes(source))


def test_commands_of_latex_between_paragraphs_are_left_out() -> None:
    source = (
        "\\newpage\n\n## Der See\n\n### Gesprochene Anleitung\n\nLege dich hin.\n\n\\vspace{1cm}\n\nRuhe dich aus.\n"
    )
    assert made(source).title == "Der See"
    assert body(source) == "Lege dich hin.\n\nRuhe dich aus."
    assert [told for told in changes(source) if "typesetting" in told] == [
        "1 left out: \\newpage → a command for typesetting",
        "9 left out: \\vspace{1cm} → a command for typesetting",
    ]


def test_names_with_a_colon_between_lists_head_them_without_empty_lines() -> None:
    source = "Sit here.\nHands and Arms:\n- Close them.\n- Open them.\nFace and Jaw:\n- Frown at the sun.\n- Let go.\n"
    assert body(source) == (
        "Sit here.\n\n## Hands and Arms\n\n- Close them.\n- Open them.\n\n"
        "## Face and Jaw\n\n- Frown at the sun.\n- Let go."
    )


def test_sentences_on_lines_of_their_own_without_points_are_not_run_together() -> None:
    lines = ["Lie down in the grass near the water that is warm today", "Close your eyes if you like", "Hear the reeds"]
    source = "\n".join([*lines, "Let the sun touch your face, your hands, your belly and your feet", "Rest"])
    assert body(source).split("  \n") == source.split("\n")


def test_wrapped_prose_whose_lines_begin_small_is_one_sentence() -> None:
    source = (
        "Lie down in the grass where nobody walks today, near\nthe water that is warm from the long sun, and close\n"
        "your eyes if you like to, or let them rest upon the\nreeds that stand along the shore."
    )
    assert body(source) == " ".join(source.split("\n"))


def test_sentences_in_parentheses_about_how_something_is_said_are_asked_about() -> None:
    direction = "As the lake comes nearer, slow the tempo of your voice. When you are done, go on to the next section"
    found = made(f"Walk to the lake.\n\n({direction})\n\nSit down.")
    assert [question.choices for question in found.open_questions] == [(f"> {direction}", direction, "(nothing)")]


@pytest.mark.parametrize("words", ["(Your voice may hum. You can stop.)", "(You may rest. Nobody waits for you.)"])
def test_sentences_in_parentheses_to_the_listener_stay(words: str) -> None:
    assert body(f"Walk to the lake.\n\n{words}\n\nSit down.").count("question") == ("voice" in words)
    assert "(You may rest.\nNobody waits for you.)" in body(
        "Walk.\n\n(You may rest. Nobody waits for you.)\n\nSit down."
    )


def test_brackets_that_tell_of_the_listener_are_notes_though_they_say_you() -> None:
    direction = "Let the water get louder here, as you want the listener to be in the lake you made."
    assert body(f"Sit down.\n\n[{direction}]\n\nRest.") == f"Sit down.\n\n> {direction}\n\nRest."


def test_several_sentences_in_brackets_are_first_of_all_said() -> None:
    words = "Sit down by the lake. Take a few deep breaths."
    (question,) = made(f"Welcome here.\n\n[{words}]\n\nRest.").open_questions
    assert question.choices[0] == words


def test_a_word_for_silence_among_ellipses_is_no_pause_by_itself() -> None:
    assert body("The lake is near… silence… and the reeds.") == "The lake is near… silence… and the reeds."
    assert "[pause]" in body("The lake is near... pause... and the reeds.")


def test_a_length_among_other_things_in_brackets_is_the_length_of_the_part() -> None:
    source = (
        "# Lake\n\n## North shore (3–4 min, with stretching)\n\nRest.\n\n## South (about 200 words; 2 min)\n\nRest."
    )
    assert "## North shore [3 to 4 min]" in body(source)
    assert "## South [2 min]" in body(source)


@pytest.mark.parametrize(
    "name", ["What This Is", "Tips", "Troubleshooting", "Why it works", "How your sister should guide this"]
)
def test_sections_about_the_practice_are_notes(name: str) -> None:
    source = f"# Lake\n\n## {name}\n\n- A lake calms most people\n\n## The walk\n\nWalk to the lake. Sit down."
    assert body(source) == f"> {name}\n\n> A lake calms most people\n\n## The walk\n\nWalk to the lake.\nSit down."


def test_a_number_of_seconds_in_another_language_is_the_first_choice() -> None:
    (question,) = made("Legg deg ned her.\n\n[PAUSE 15 sekunder]\n\nHvil nå.").open_questions
    assert question.choices[0] == "[pause 15s]"


def test_words_in_brackets_below_the_title_are_no_description() -> None:
    source = "# The lake\n\n**(Lie down where you like. Let your eyes rest.)**\n\n## Water\n\nHear the reeds."
    assert body(source).startswith("**(Lie down where you like.\nLet your eyes rest.)**")


def test_lists_of_steps_in_data_are_said_without_their_points_and_tags_are_not() -> None:
    source = """{"practice": {"title": "Lake", "titleFinnish": "Järvi", "duration": 20},
    "steps": ["Lie down", "Hear the reeds"], "closing": ["Stand up again very slowly"],
    "tags": ["water", "calm"], "benefits": ["Most people sleep better by a lake"],
    "parts": [{"type": "sound", "soundId": "s1", "description": "Soft bell"}, {"text": "Go home."}]}"""
    assert body(source) == "Lie down\n\nHear the reeds\n\nStand up again very slowly\n\n[bell]\n\nGo home."
    assert made(source).title == "Lake"
    left_out = " ".join(told for told in changes(source) if "left out" in told)
    assert all(word in left_out for word in ("Järvi", "duration: 20", "water, calm", "sleep better"))


@pytest.mark.parametrize("tag", ["[warm]", "[whispers]", "[soft voice]", "[Gently]"])
def test_a_tag_that_tells_a_voice_how_to_sound_is_a_note(tag: str) -> None:
    found = made(f"{tag} Welcome to the lake. Sit down.\n\nRest.")
    assert not found.questions
    assert f"> {tag.strip('[]')}" in found.script
    assert "Welcome to the lake.\nSit down." in found.script


def test_words_in_parentheses_that_look_like_such_a_tag_stay() -> None:
    assert body("Feel your hands (warm or cool). Rest.") == "Feel your hands (warm or cool).\nRest."


def test_marks_of_forums_are_left_out() -> None:
    assert body("[b]Sit[/b] down here.\n\n[size=4]Rest.[/size]") == "Sit down here.\n\nRest."
    assert "1 left out: [/b] → a mark of a forum" in changes("[b]Sit[/b] down here.\n\nRest.")


def test_the_title_is_not_spoken_again() -> None:
    source = "The Long Lake\n\nA meditation for children\n\nThe Long Lake\n\nSit down by the water. Rest here."
    assert body(source) == "Sit down by the water.\nRest here."


@pytest.mark.parametrize("name", ["Transcript", "Audio Transcript", "## Transcription:"])
def test_that_words_are_a_transcript_is_no_title_and_not_spoken(name: str) -> None:
    source = f"{name}\n\nSit down by the water. Rest here.\n\nGo home."
    assert made(source).title == "Some script"
    assert body(source).removeprefix("## Transcription:\n\n") == "Sit down by the water.\nRest here.\n\nGo home."


def test_numbers_with_a_dash_are_those_of_a_list() -> None:
    assert body("1- Sit down;\n2- Hear the reeds;\n3- Rest.") == "1. Sit down;\n2. Hear the reeds;\n3. Rest."
    assert body("5-Minute Lake\n\n10-Minute Lake is longer. Rest.").count("-Minute") == 1


def test_steps_of_a_breath_that_are_bold_in_parts_are_offered_as_one() -> None:
    source = (
        "# Lake\n\n1. **Breathe in** for **4 seconds**\n2. **Breathe out** for **6 seconds**\n3. **Repeat** 5 cycles\n"
    )
    assert "[breathe in 4 out 6 for 5 rounds]" in body(source)


def test_each_practice_of_several_begins_at_its_script() -> None:
    part = (
        "# {0} lake\n\n## Introduction\n\nThis is about the {0}.\n\n## Script\n\nSit down by the {0} water. Rest.\n\n"
    )
    found = body(part.format("Northern") + part.format("Southern"))
    assert found.count("> Introduction\n\n> This is about the ") == 2
    assert "## Script" not in found
    assert "## Southern lake" in found


def test_a_paragraph_to_whoever_reads_aloud_is_a_note_at_the_beginning() -> None:
    told = "The following script may be read by a friend in an even voice. A lamp in the room adds to it."
    assert body(f"{told}\n\nSit down by the water.\n\nRest.") == f"> {told}\n\nSit down by the water.\n\nRest."
    said = "This exercise can be used when you like. Feel your feet on the shore."
    assert ">" not in body(f"{said}\n\nSit down by the water.\n\nRest.")


def test_a_title_in_capitals_above_another_line_is_the_title_with_its_length() -> None:
    source = "LAKE MEDITATION - 5 MINUTES\nTechniques: Walking + Looking\n\nSit down by the water. Rest.\n\nGo home."
    assert made(source).title == "LAKE MEDITATION"
    assert body(source) == "Sit down by the water.\nRest.\n\nGo home."


def test_names_of_parts_may_have_a_colon_in_them() -> None:
    source = "The Lake\n\nArms: Holding Reeds\n\nTake hold of a reed now.\n\nHead: Slow Owls\n\nTurn to the left.\n"
    assert "## Arms: Holding Reeds\n\nTake hold" in body(source)
    assert "## Head: Slow Owls" in body(source)


@pytest.mark.parametrize("date", ["lundi 3 mars 2014", "Montag, 3. März 2014", "jueves, 3 de abril de 2014"])
def test_dates_with_their_weekdays_are_left_out(date: str) -> None:
    source = f"{date}\n\nAssieds-toi ici.\n\nRepose-toi."
    assert body(source) == "Assieds-toi ici.\n\nRepose-toi."


def test_what_says_to_whom_words_are_spoken_is_left_out() -> None:
    source = "THE LAKE\n\nSPOKEN TO THE CLIENT\n\nSit down by the water. Rest here."
    assert body(source) == "Sit down by the water.\nRest here."


def test_brackets_about_the_listener_and_a_sound_are_notes_though_they_say_you() -> None:
    direction = "Put quiet sounds here, so that the listener stays with the audio you're weaving."
    assert body(f"Sit down.\n\n[{direction}]\n\nRest.") == f"Sit down.\n\n> {direction}\n\nRest."


def test_the_number_of_a_leaflet_is_no_part_of_its_title() -> None:
    source = (
        "Slow Lake: Basic Script (5883)\n\nSlow Lake: Basic Script\n\nSit down by the water.\nRest there.\n\nGo home."
    )
    assert made(source).title == "Slow Lake: Basic Script"
    assert body(source) == "Sit down by the water.\nRest there.\n\nGo home."


def test_a_pause_for_the_listener_is_asked_about() -> None:
    (question,) = made(
        "Sit.\n\n[Pause a little, so that the listener can find the lake you made.]\n\nRest."
    ).open_questions
    assert question.choices[0] == "[pause]"


def test_names_of_recordings_before_lines_are_left_out() -> None:
    source = "lake-arrive: Sit down by the water.\n\nlake-rest-2: Rest here. Hear the reeds.\n"
    assert body(source) == "Sit down by the water.\n\nRest here.\nHear the reeds."
    assert "3 left out: lake-rest-2: → the name of a recording" in changes(source)
    assert body("Well-being: This is yours.\n\nself-care: Rest here.").count(":") == 2
