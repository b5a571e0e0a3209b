"""Words that look like a page's, a note's or a tag's, and are said; silences and headings that times only look like."""

import re

import pytest
from imports import body, changes, made


def test_what_follows_a_sound_in_brackets_is_said() -> None:
    assert body("Feel the blanket.\n[Music]\nAnd the air.\n\nRest here.") == (
        "Feel the blanket.\n<!-- question: “Music”: Is this a background? | [soundscape drone] | [soundscape off] | "
        "> Music | Music | (nothing) -->\nAnd the air.\n\nRest here."
    )
    assert body("Feel the blanket.\n\n[Music] And the air.").endswith("--> And the air.")


@pytest.mark.parametrize(
    "line",
    [
        "Lifeline 988 · Samaritans 116 123 · 112",
        "Samaritans | 116 123",
        "Crisis Lifeline · 988",
        "Telefonseelsorge – 112",
        "SHOUT 85258",
    ],
)
def test_numbers_to_call_are_no_page_numbers(line: str) -> None:
    assert body(f"Plant your feet.\n{line}") == f"Plant your feet.\n{line}"


@pytest.mark.parametrize("gap", ["     ", "\t", " "])
def test_a_breath_in_columns_is_no_list_of_contents(gap: str) -> None:
    assert "[breathe in 4 hold 4 out 4 hold 4 for 1 round]" in body(
        f"Inhale{gap}4\nHold{gap}4\nExhale{gap}4\nHold{gap}4"
    )


def test_a_list_of_contents_is_left_out() -> None:
    assert body("Contents\nArriving     2\nBreathing in     4\nResting     6\n\nSit down. Feel the chair.") == (
        "Sit down.\nFeel the chair."
    )


@pytest.mark.parametrize(("left", "right"), [("<", ">"), ("<<", ">>")])
@pytest.mark.parametrize("words", ["a friend", "your dog", "someone you love", "einen Freund"])
def test_what_angle_brackets_describe_is_a_hole(left: str, right: str, words: str) -> None:
    assert body(f"Think of {left}{words}{right}. Stay.") == (
        f"Think of ____ <!-- question: “____”: Something is to be filled in here (“{words}” stood here). | {words} | "
        "(nothing) -->.\nStay."
    )


@pytest.mark.parametrize("tag", ["<a href='x'>", "<a>", "<b class=x>", "<a name = 'x'>", "<em>"])
def test_tags_are_no_holes(tag: str) -> None:
    assert body(f"See {tag}this. Stay.") == "See this.\nStay."


@pytest.mark.parametrize("about", ["approx.", "ca.", "c.", "about"])
def test_a_length_with_an_abbreviation_before_it_stays_in_its_sentence(about: str) -> None:
    assert body(f"Look at it for {about} 10 seconds. Then rest.") == f"Look at it for {about} 10 seconds.\nThen rest."
    assert body("Feel it. Approx. 10 seconds. Rest.") == "Feel it. [pause about 10s]\nRest."


@pytest.mark.parametrize(
    "condition", ["IF GROUP", "IF 1:1", "If the client cries", "For groups only", "Group only", "WENN GRUPPE"]
)
def test_words_that_are_said_to_some_are_asked_about(condition: str) -> None:
    assert body(f"Sit down.\n\n[{condition}] Look up. Rest.") == (
        f"Sit down.\n\nLook up. <!-- question: “Look up.”: “{condition}”: are these words said? | Look up. | "
        f"> {condition}: Look up. | (nothing) -->\nRest."
    )


@pytest.mark.parametrize("words", ["if you like", "if that is comfortable", "for a while"])
def test_words_to_the_listener_are_no_condition(words: str) -> None:
    assert body(f"Sit down. ({words}) Look up.") == f"Sit down.\n({words}) Look up."
    assert "are these words said" not in body(f"Sit down. [{words}] Look up.")


@pytest.mark.parametrize("aside", ["(pause)", "(1 minute)", "[pause 5s] [bell]", "*pause*", "(pause) ..."])
def test_a_title_behind_a_time_stays_one_above_directions(aside: str) -> None:
    source = (
        f"00:00  Settling\nFeel the mat.\n\n05:30  Left foot\nFeel the toes. {aside}\n\n11:00  Ending\nOpen your eyes."
    )
    made = body(source)
    assert "## Settling [5m30s]" in made
    assert "## Left foot [5m30s]\n\nFeel the toes. [pause" in made
    assert "[pause about 5m23s]" not in made
    assert any("when this part begins" in change for change in changes(source))


@pytest.mark.parametrize(
    "mark", ["inaudible", "inaudible 00:02:13", "unclear 0:45", "word unclear", "unverständlich", "?", "??? 02:13"]
)
def test_words_that_nobody_heard_are_a_hole(mark: str) -> None:
    question = f"<!-- question: “____”: Words were not heard here (“{mark}” stood here). | (nothing) -->"
    assert body(f"Breathe\nand rest\n[{mark}]\nand go on.") == f"Breathe and rest ____ {question}\nand go on."
    assert "##" not in body(f"Breathe.\n\n[{mark}]\n\nGo on.")


@pytest.mark.parametrize(
    "mark", ["AD BREAK - 0:45", "Sponsor message 1:00", "crosstalk 00:02:13", "laughter", "Werbung"]
)
def test_what_a_recording_has_besides_its_words_is_a_note(mark: str) -> None:
    assert body(f"Sit down.\n\n[{mark}]\n\nRest.") == f"Sit down.\n\n> {mark}\n\nRest."


def test_a_part_in_brackets_with_its_length_is_still_a_section() -> None:
    assert body("Sit.\n\n[Feet - 0:45]\n\nRest.") == "Sit.\n\n## Feet [45 sec]\n\nRest."


@pytest.mark.parametrize(
    ("direction", "pause"), [("next slide after 20 sec", "20s"), ("turn the page after 1 minute", "1m")]
)
def test_the_time_in_a_direction_is_asked_about(direction: str, pause: str) -> None:
    assert body(f"Sit down.\n\n[{direction}]\n\nRest.") == (
        f"Sit down.\n\n<!-- question: “{direction}”: A time is named: is it a silence? | [pause {pause}] | "
        f"> {direction} | (nothing) -->\n\nRest."
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("[12/03/26, 21:14:02]", "[12/03/26, 21:14:40]"),
        ("[12.03.26, 21:14]", "[12.03.26, 21:15]"),
        ("12/03/2026, 21:14 -", "12/03/2026, 21:15 -"),
        ("3/12/26, 9:14 PM -", "3/12/26, 9:15 PM -"),
        ("[21:14, 12/03/2026]", "[21:15, 12/03/2026]"),
        ("[2026-03-12 21:14:02]", "[2026-03-12 21:14:40]"),
    ],
)
def test_times_and_names_of_a_chat_are_not_said(first: str, second: str) -> None:
    source = f"{first} Nadja: Sit down\n{second} Nadja: Feel your feet. 10 sec\nand rest.\n{second} Tom B: thanks!"
    assert body(source) == "Sit down  \nFeel your feet. [pause 10s]  \nand rest.\n\n> Tom B: thanks!"
    assert f"1 left out: {first} Nadja → when a message was written, and by whom" in changes(source)


def test_a_diary_is_no_chat() -> None:
    assert "Feel your feet." in body("12/03/2026, 21:14 - Feel your feet.\n13/03/2026, 21:15 - Feel your hands.")


@pytest.mark.parametrize(
    "line",
    [
        "Of course. Here is a script.",
        "Sure, here you go:",
        "Here's the script you asked for:",
        "Gerne! Hier ist der Text.",
    ],
)
def test_the_title_below_a_line_of_chat_is_the_title(line: str) -> None:
    source = f"{line}\n\n**Title:** Digital Sunset\n\nPut the phone down. [pause 5s]\n\nRest."
    assert made(source).title == "Digital Sunset"
    assert body(source) == f"> {line}\n\nPut the phone down. [pause 5s]\n\nRest."


@pytest.mark.parametrize(
    "line", ["Here is your breath.", "Of course you may rest.", "Here are your feet, on the floor."]
)
def test_words_that_only_begin_like_a_line_of_chat_are_said(line: str) -> None:
    assert body(f"{line}\n\nPut the phone down.") == f"{line}\n\nPut the phone down."


@pytest.mark.parametrize(
    ("said", "length"),
    [
        ("Atme ein und zähle bis 4.\nAtme aus und zähle bis 6.\nWiederhole das 4x.", "4 rounds"),
        ("Atme ein und zähle bis 4.\nAtme aus und zähle bis 6.\nWiederhole diesen Zyklus viermal.", "4 rounds"),
        ("Inhala contando hasta cuatro.\nExhala contando hasta seis.\nRepite este ciclo cinco veces.", "5 rounds"),
        ("Inhala contando hasta cuatro.\nExhala contando hasta seis.\nRepite este ciclo durante dos minutos.", "2m"),
        ("Inspirez en comptant jusqu'à quatre.\nExpirez en comptant jusqu'à six.\nRépétez pendant une minute.", "1m"),
        ("Inspira contando fino a quattro.\nEspira contando fino a sei.\nRipeti questo ciclo per 2 minuti.", "2m"),
        ("Adem in voor 4 tellen.\nAdem uit voor 6 tellen.\nHerhaal dit drie keer.", "3 rounds"),
        ("Breathe in for 4.\nBreathe out for 6.\nContinue for about two minutes.", "2m"),
    ],
)
def test_how_often_a_breath_is_taken_is_read_in_each_language(said: str, length: str) -> None:
    assert f"| [breathe in 4 out 6 for {length}] | {' '.join(said.split())} -->" in body(said)


def test_a_list_of_a_breath_is_repeated_as_often_as_its_last_step_says() -> None:
    assert "| [breathe in 4 out 8 for 4 rounds] | (nothing) -->" in body(
        "1. Atme ein und zähle bis 4.\n2. Atme aus und zähle bis 8.\n3. Wiederhole das 4x."
    )


@pytest.mark.parametrize(
    "heading", ["Comentarios (2)", "Kommentare (3)", "3 Kommentare", "Comments [12]", "2 commentaires"]
)
def test_comments_of_readers_are_left_out(heading: str) -> None:
    page = f"<h1>Calma</h1><p>Sit here. Feel your feet.</p><h2>{heading}</h2><p>Marta: ¡Me encantó!</p>"
    assert body(page) == "Sit here.\nFeel your feet."


@pytest.mark.parametrize(
    ("ranges", "pauses"),
    [(("0-1", "1–3", "3 to 5"), ("59s", "1m59s", "2m")), (("0–30", "30–60", "60–120"), ("29s", "29s", "1m"))],
)
def test_ranges_without_a_unit_are_times(ranges: tuple[str, ...], pauses: tuple[str, ...]) -> None:
    said = ("Sit down.", "Feel the seat.", "Rest.")
    rows = "\n".join(f"| {time} | {words} |" for time, words in zip(ranges, said, strict=True))
    expected = (f"{words} [pause about {pause}]" for words, pause in zip(said, pauses, strict=True))
    assert body(f"| Time | Say |\n|---|---|\n{rows}") == "\n\n".join(expected)


def test_what_the_leader_does_is_no_section_and_its_silence_is_behind_the_words() -> None:
    assert body(
        "| Min | What I say | What I do |\n|---|---|---|\n| 0–1 | Welcome. Sit. | close door |\n"
        "| 1–3 | Feel the seat. | 20 sec silence |"
    ) == ("Welcome.\nSit.\n\n> close door\n\n[pause about 58s]\n\nFeel the seat. [pause 20s] [pause about 1m39s]")


@pytest.mark.parametrize(
    "margin", [r"{\footer\pard \chpgn\par}", r"{\header\pard\chdate\par}", r"{\footer Page \chpgn\par}"]
)
def test_the_number_of_a_page_in_a_margin_leaves_the_words(margin: str) -> None:
    source = rf"{{\rtf1\ansi{margin}\pard Be your own friend.\par Think of somebody.\par}}"
    assert body(source.encode()) == "Be your own friend.\n\nThink of somebody."


def test_a_hole_in_angle_brackets_may_end_the_text() -> None:
    assert body("Think of <a friend>.").startswith("Think of ____ <!-- question: “____”: Something is to be filled in")


@pytest.mark.parametrize("words", ["Inhale for    4\nExhale for    6", "Breathe in ..... 4\nBreathe out ..... 6"])
def test_breaths_alone_are_no_list_of_contents(words: str) -> None:
    said = body(words)
    assert "4" in said
    assert "6" in said


@pytest.mark.parametrize(
    "words",
    [
        "Feel the toes (pause)",
        "Feel the toes\nand the heel.",
        "(pause)\nFeel the toes.",
        "[pause 30s] Feel the toes.",
        "> slow\nFeel the toes.",
        "1. Feel the toes.\n2. Rest.",
        "Feel the toes:\n- the big one\n- the small one",
        "Feel the toes. 10 sec",
    ],
)
def test_where_parts_have_titles_the_others_do(words: str) -> None:
    made_of = body(f"00:00  Settling\nFeel the mat.\n\n05:30  Left foot\n{words}\n\n11:00  Ending\nOpen your eyes.")
    assert "\n\n## Left foot [5m30s]\n\n" in made_of
    assert "[pause about" not in made_of


def test_a_sentence_that_is_wrapped_behind_its_time_is_no_title() -> None:
    assert "##" not in body("0:00 Sit down\nand feel. (pause)\n0:20 Feel your feet\non the floor.\n0:40 Rest.")
    made_of = body("0:00 Arrive\nSit down.\n\n1:00 Feet\nFeel them.\n\n2:00 And now rest your\nhands on the lap.\n")
    assert "And now rest your hands on the lap." in " ".join(made_of.split())


def test_a_note_is_without_the_bracket_of_its_name() -> None:
    assert body("[Tip] Go slowly here.\n\nSit down.") == "> Tip: Go slowly here.\n\nSit down."


def test_what_nobody_heard_or_an_advertisement_in_parentheses() -> None:
    assert "Words were not heard here" in body("Sit.\n\n(inaudible)\n\nRest.")
    assert body("Sit.\n\n(AD BREAK 0:45)\n\nRest.") == "Sit.\n\n> AD BREAK 0:45\n\nRest."
    assert body("Is it warm (?) or cool. The sky may be (unclear) now.").count("____") == 0


def test_a_pause_with_hours_on_its_clock() -> None:
    assert body("Sit.\n[pause 00:00:10]\nRest. [pause 0:01:30]") == "Sit.\n[pause 10s]\nRest. [pause 1m30s]"


def test_a_time_in_a_german_direction_is_offered() -> None:
    assert "left out? | [pause 20s] |" in body("Ruhe.\n\n[Nach 20 Sek. nächste Folie]\n\nAtme.")


@pytest.mark.parametrize("condition", ["[IF GROUP]\n", "[IF GROUP:] ", "(IF GROUP) ", "(IF GROUP)\n"])
def test_for_whom_words_are_may_stand_above_them_or_in_parentheses(condition: str) -> None:
    assert body(f"Sit down.\n\n{condition}Look up. Rest.") == (
        "Sit down.\n\nLook up. <!-- question: “Look up.”: “IF GROUP”: are these words said? | Look up. | "
        "> IF GROUP: Look up. | (nothing) -->\nRest."
    )


def test_words_in_the_brackets_of_a_condition_are_asked_about() -> None:
    assert body("Sit down.\n\n[IF GROUP: Look up.]\n\nRest.") == (
        "Sit down.\n\n<!-- question: “IF GROUP: Look up.”: “IF GROUP”: are these words said? | Look up. | "
        "> IF GROUP: Look up. | (nothing) -->\n\nRest."
    )
    assert body("Sit.\n\n[If the client cries: pause and wait]\n\nRest.").count("are these words said") == 0


@pytest.mark.parametrize("aside", ["(if sitting)", "(when ready)", "(if that is good)"])
def test_conditions_in_parentheses_that_are_said(aside: str) -> None:
    assert body(f"Sit. {aside} Feel the chair.") == f"Sit.\n{aside} Feel the chair."


@pytest.mark.parametrize(
    "text",
    [
        "Rest for\n2-3 minutes\nand then sit for\n3-5 minutes\nas you like.",
        "Raise arms - 10x\nRest.\nRaise arms - 5x\nRest.",
        "5 - feel the feet\n4 - feel the feet\n3 - feel the feet",
        "5 - let go\nFeel the chair.\n4 - let go\nFeel the floor.",
        "10 | deeper\n9 | deeper\n8 | deeper",
        "Sit down.\nSqueeze | 5\nRelease | 10\nSqueeze | 5\nRelease | 10",
        "Sit down.\nStretch · 5\nRest.",
    ],
)
def test_counts_and_lengths_are_no_numbers_of_pages(text: str) -> None:
    said = " ".join(re.sub(r"<!--.*?-->", "", body(text)).split())
    assert all(word in said or "[pause" in said for word in text.split())
    assert not any("every page" in change or "author" in change for change in changes(text))


def test_names_of_a_book_with_the_number_of_the_page_are_left_out() -> None:
    assert body("My Book | 12\nSit down here.\nMy Book | 13\nFeel your feet.") == "Sit down here.\nFeel your feet."


def test_a_sound_in_brackets_inside_a_sentence_is_not_said() -> None:
    assert body("Let it be [soft music] here.").startswith(
        "Let it be <!-- question: “soft music”: Is this a background?"
    )


def test_minutes_above_words_are_times() -> None:
    assert body("Minute 0–1\nArrive.\nMinute 1–3\nTrace the edge.\nMinute 3–4\nThank your thumb.") == (
        "Arrive. [pause about 1m]\n\nTrace the edge. [pause about 1m59s]\n\nThank your thumb. [pause about 59s]"
    )


def test_names_and_times_of_a_chat_that_stand_above_its_messages() -> None:
    assert body(
        "Nadja B, [12.03.26 21:14]\nSit down.\n\nNadja B, [12.03.26 21:15]\nFeel.\n\nTom, [12.03.26 21:16]\nok"
    ) == ("Sit down.\n\nFeel.\n\n> Tom: ok")
