"""Words that stand for others: choices with a slash, names to be filled in, words of the listener's own."""

import pytest
from imports import body, made

from feltsense.importing.convert import ImportedScript
from feltsense.script.diagnostics import BLANK
from feltsense.script.parser import parse
from feltsense.script.questions import NOTHING


def choices(source: str) -> list[tuple[str, ...]]:
    return [question.choices for question in made(source).open_questions]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Lift your left/right hand.", ("left or right", "left", "right")),
        ("Place a hand on your chest/belly and rest.", ("chest or belly", "chest", "belly")),
        ("Bring to mind him/her/them.", ("him, her or them", "him", "her", "them")),
        ("Turn left / right and look.", ("left or right", "left", "right")),
    ],
)
def test_a_choice_between_words_is_asked_and_spoken_as_written(sentence: str, words: tuple[str, ...]) -> None:
    imported = made(f"Sit down.\n\n{sentence}\n\nRest now.")
    assert [question.choices for question in imported.open_questions] == [words]
    spoken = parse(imported.script, "made").exercise.sections[0].body
    assert sentence in [node.text for node in spoken if hasattr(node, "text")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Siéntate cómodo/a en la silla y cierra los ojos si quieres.", ("cómodo o cómoda", "cómodo", "cómoda")),
        ("Hola a todos/as, y gracias por estar aquí con nosotros.", ("todos o todas", "todos", "todas")),
        ("Levez la main gauche/droite et sentez vos pieds sur le sol.", ("gauche ou droite", "gauche", "droite")),
        ("Vous êtes prêt/e à vous détendre dans votre fauteuil.", ("prêt ou prête", "prêt", "prête")),
        ("Spüre nun die linke/rechte Hand, und wie sie auf dem Bein liegt.", ("linke oder rechte", "linke", "rechte")),
        ("Leg eine Hand auf Brust/Bauch und spüre, wie du atmest.", ("Brust oder Bauch", "Brust", "Bauch")),
        ("Senti la mano destra/sinistra che riposa sulla gamba.", ("destra o sinistra", "destra", "sinistra")),
        ("Sinta a mão direita/esquerda que descansa na sua perna.", ("direita ou esquerda", "direita", "esquerda")),
        ("Voel je linkerhand/rechterhand op je been en adem rustig.", ("linkerhand of rechterhand",)),
    ],
)
def test_a_choice_is_offered_in_the_words_of_its_language(text: str, words: tuple[str, ...]) -> None:
    [found] = choices(text)
    assert found[: len(words)] == words


@pytest.mark.parametrize(
    "sentence",
    [
        "It is there 24/7, and/or s/he is.",
        "Half is 1/2, and 12/03/2024 is a day, w/o any rush.",
        "The mind/body link is real, yes/no?",
        "MBSR/MBCT teachers say so.",
        "Breathe in / and out / and in.",
        "Her pronouns are she/her.",
        "See docs/reading.md or example.com/feet/hands.",
        "Anna/Tom are here.",
        "He drives 30 km/h.",
    ],
)
def test_other_slashes_offer_no_choice(sentence: str) -> None:
    assert body(f"Sit.\n\n{sentence}\n\nRest.") == f"Sit.\n\n{sentence}\n\nRest."


def test_words_of_a_heading_are_not_spoken_and_not_asked_about() -> None:
    assert body("Sit.\n\n## Left/right foot\n\nFeel it.") == "Sit.\n\n## Left/right foot\n\nFeel it."


@pytest.mark.parametrize(
    "name",
    [
        "NAME", "%NAME%", "%name%", "{{name}}", "{{ user.first_name }}", "${firstName}", "$name", "<client name>",
        "PRÉNOM", "NOMBRE", "[Client's Name]", "«Client_Name»", "[[name]]", "%%FIRST_NAME%%",
    ],
)  # fmt: skip
def test_a_name_to_be_filled_in_leaves_a_hole_that_is_asked_about(name: str) -> None:
    imported = made(f"Hello {name}, and welcome.")
    [question] = imported.open_questions
    assert question.blank
    assert question.text.startswith("“____”: A name is said here")
    assert "\nHello ____ <!--" in imported.script
    assert [found.code for found in parse(imported.script, "made").errors] == [BLANK]


@pytest.mark.parametrize(
    "sentence",
    ["MY NAME IS ANNA.", "It costs $five, 100% sure.", "«Bonjour» dit-il.", "Say your name, or any name you like."],
)
def test_words_that_only_look_like_a_name_to_be_filled_in_stay(sentence: str) -> None:
    assert "____" not in body(f"Sit.\n\n{sentence}\n\nRest.")


@pytest.mark.parametrize(
    "sentence",
    ["I am ______.", "I feel ____ in my back.", "Je me sens ____.", "Ich bin ____.", "Yo soy ____.", "Eu sou ____."],
)
def test_a_word_of_the_listeners_own_can_become_a_silence(sentence: str) -> None:
    assert choices(f"Say to yourself: {sentence}") == [("[pause]", NOTHING)]


def test_a_name_that_is_told_in_a_greeting_is_no_word_of_the_listeners_own() -> None:
    imported: ImportedScript = made("Hello, I am ____ and I am your guide.")
    assert imported.open_questions[0].text.startswith("“____”: A name is said here")
