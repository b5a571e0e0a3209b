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
