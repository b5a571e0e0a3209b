"""Titles with what stands beside them, names of parts, labels and lines of pages, in many spellings."""

import pytest
from imports import body, changes, made


@pytest.mark.parametrize(
    ("source", "title", "spoken"),
    [
        ("Safe place (for Thursday group)\n\nLet it be.", "Safe place (for Thursday group)", "Let it be."),
        ("Der Garten (kurze Version)\n\nSetz dich.", "Der Garten (kurze Version)", "Setz dich."),
        ("Übung: Der innere Garten\nDauer: 5 Min.\n\nSetz dich.", "Übung: Der innere Garten", "Setz dich."),
        ("Übung: Der innere Garten\nDauer: ca. 5 Min.\n\nSetz dich.", "Übung: Der innere Garten", "Setz dich."),
        ("Fiche patient : respirer\n\nAsseyez-vous.", "Fiche patient : respirer", "Asseyez-vous."),
        ("Respirar\nTempo total: 6 min\n\nSente-se.", "Respirar", "Sente-se."),
        ("# **The Lake** *(3 min)*\n\nSit down.", "The Lake", "Sit down."),
        ("# **The Lake (3 min)**\n\nSit down.", "The Lake", "Sit down."),
        ("_Tiempo total: 6 min_\n\nSiéntate. Mira.", "Some script", "Siéntate.\nMira."),
        ("INT. LIVING ROOM - NIGHT\n\nSit down.", "Some script", "## INT. LIVING ROOM - NIGHT\n\nSit down."),
        ("1.2M views 2 years ago\n\nSit down.", "Some script", "Sit down."),
        ("The Lake\nGuest: none | Recorded: 3 June\n\nSit.", "The Lake", "> Guest: none\n\n> Recorded: 3 June\n\nSit."),
    ],
)
def test_what_stands_above_the_words_is_not_spoken(source: str, title: str, spoken: str) -> None:
    assert made(source).title == title
    assert body(source) == spoken


def test_a_direction_below_a_title_is_asked_about() -> None:
    source = "Relajación guiada para dormir\n(voz suave, música de fondo)\n\nTúmbate. Respira."
    assert made(source).title == "Relajación guiada para dormir"
    assert body(source).startswith("<!-- question: “voz suave, música de fondo”")


@pytest.mark.parametrize(
    "source",
    [
        "Feel your feet\n(softly)\n\nFeel your hands.",
        "Notice: the ground is here\n\nFeel your hands.",
        "Breathe in for four. (For 10 breaths)\n\nFeel your hands.",
        "Now: feel your feet\n\nFeel your hands.",
    ],
)
def test_words_to_the_listener_are_no_title(source: str) -> None:
    assert made(source).title == "Some script"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Slide 1: Welcome", "Slide 2: Feel"),
        ("Folie 1: Ankommen", "Folie 2: Spüren"),
        ("Minute 1 : respirer", "Minute 2 : sentir"),
        ("Minute 1", "Minute 2"),
        ("INTRO", "FINE"),
        ("INTRO", "LONG VERSION"),
    ],
)
def test_a_name_right_above_its_words_is_a_heading(first: str, second: str) -> None:
    source = f"{first}\nTake a seat.\n\n{second}\nWhich part is warmest?"
    assert body(source) == f"## {first}\n\nTake a seat.\n\n## {second}\n\nWhich part is warmest?"


def test_minutes_that_are_said_are_no_heading() -> None:
    assert body("Minute one is over.\nTake a seat.") == "Minute one is over.\nTake a seat."


@pytest.mark.parametrize(
    "label",
    ["MARA (softly): ", "Le thérapeute : ", "Die Therapeutin: ", "La guía: ", "L'animatrice : ", "Assistant: "],
)
def test_who_speaks_is_not_spoken(label: str) -> None:
    assert body(f"{label}Put both hands down.\n{label}Feel them.") == "Put both hands down.\n\nFeel them."


@pytest.mark.parametrize(
    "note",
    [
        "Consigne pour l'animateur: ne pas marcher.",
        "Note per la conduttrice: non camminare.",
        "Istruzioni per il terapeuta: non camminare.",
        "Opmerking voor de begeleider: niet lopen.",
        "Why this works: the hands tell the brain that all is well.",
    ],
)
def test_words_to_whoever_reads_are_a_note(note: str) -> None:
    assert body(f"{note}\n\nFeel the floor.") == f"> {note}\n\nFeel the floor."


@pytest.mark.parametrize(
    "line",
    [
        "Page last updated 2 Feb 2026",
        "Next review: 03/2028",
        "Stand: 01/2026",
        "Produced by the Pain Team, 2026. Next review 2028.",
        "Tokens used: 212",
        "Unsubscribe",
        "Contact us\nTelephone: 0113 496 0000",
        "2. Ibid., p. 33.",
        "Figure 7.1 The feet on the floor",
        "Abb. 2: Die Füße am Boden.",
        "FADE OUT.",
    ],
)
def test_lines_of_a_page_are_left_out_and_told(line: str) -> None:
    source = f"Rest your hands. Feel them.\n\n{line}"
    assert body(source) == "Rest your hands.\nFeel them."
    assert len(changes(source)) == len(line.split("\n"))


@pytest.mark.parametrize(
    "line",
    [
        "Figure 8: trace an eight with your thumb.",
        "Stand: feel the floor below you.",
        "Let the sounds fade out.",
        "Contact with the ground is enough.",
        "It is produced by the body itself.",
        "See page after page of a book in your mind.",
    ],
)
def test_sentences_like_them_are_spoken(line: str) -> None:
    assert line in body(f"Rest your hands.\n\n{line}\n\nFeel them.")


@pytest.mark.parametrize(
    "reference", ["(see Fig. 2)", "(see page 12)", "(siehe Abb. 3)", "(voir page 4)", "(cf. p. 12)"]
)
def test_where_something_is_to_be_found_is_left_out(reference: str) -> None:
    assert body(f"Notice your chest {reference} and your back.") == "Notice your chest and your back."
    assert "where something else is to be found" in changes(f"Notice your chest {reference} and your back.")[0]


def test_a_part_after_the_exercise_is_a_note() -> None:
    source = "Sit down. Feel it.\n\nAfter the exercise\n- Debrief in pairs\n- Drink water"
    assert body(source) == "Sit down.\nFeel it.\n\n> After the exercise\n\n> Debrief in pairs\n\n> Drink water"


@pytest.mark.parametrize("line", ["Stand: both feet on the floor.", "Guest: welcome every guest at the door."])
def test_sentences_behind_words_like_keys_are_spoken(line: str) -> None:
    assert body(f"{line}\nFeel it.") == f"{line}\nFeel it."
