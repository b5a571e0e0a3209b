"""What chat programs and mails put around a script; numbers and letters of lists in several spellings."""

import pytest
from imports import body, changes, made


@pytest.mark.parametrize(
    "line",
    [
        "Would you like me to make it longer?",
        "Would you like me to turn this into an audio-ready version with SSML tags?",
        "Let me know if you'd like a shorter version!",
        "If you'd like, I can also create an audio version.",
        "Feel free to adjust the pauses to your clients.",
        "Soll ich daraus eine kürzere Version erstellen?",
        "¿Quieres que lo adapte para niños?",
        "Souhaitez-vous que je raccourcisse le texte ?",
        "Vuoi che lo adatti ai bambini?",
        "Quer que eu adapte para crianças?",
    ],
)
def test_what_a_chat_offers_behind_a_script_is_left_out(line: str) -> None:
    source = f"Rest your hands. Feel them.\n\n{line}"
    assert body(source) == "Rest your hands.\nFeel them."
    assert changes(source) == [f"3 left out: {line} → a line of a chat"]


@pytest.mark.parametrize(
    "line",
    [
        "Feel free to adjust your posture.",
        "Would you like me to stay with you?",
        "Here is a place to rest.",
        "I can create space for this.",
        "Can I make room for this feeling?",
        "Can I make the breath a little longer?",
        "Of course thoughts come.",
        "Let me know if you need a moment.",
        "Soll ich bleiben?",
        "¿Quieres que te acompañe?",
    ],
)
def test_words_like_those_of_a_chat_are_spoken(line: str) -> None:
    assert line in body(f"Rest your hands.\n\n{line}\n\nFeel them.")


@pytest.mark.parametrize("closing", ["With love,", "Much love", "With gratitude,", "Warmly"])
def test_the_closing_of_a_letter_is_left_out(closing: str) -> None:
    headers = "From: Tove <t@example.org>\nSubject: the script"
    assert body(f"{headers}\n\nRest your hands. Feel them.\n\n{closing}\nTove") == "Rest your hands.\nFeel them."


def test_lines_of_a_mail_are_left_out_with_its_greeting() -> None:
    source = (
        "From: Ruth <ruth@example.org>\nTo: Ben <ben@example.org>\nSubject: the river one\nMIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=utf-8\n\nHi Ben,\n\nhere's the one I told you about.\n\nTHE RIVER\n\n"
        "Picture a river. Step back.\n\nWarmly\nRuth\n"
    )
    assert made(source).title == "THE RIVER"
    assert body(source) == "Picture a river.\nStep back."


@pytest.mark.parametrize(
    "source",
    [
        "1/ Look left.\n2/ Look right.",
        "1°) Look left.\n2°) Look right.",
        "(1) Look left.\n(2) Look right.",
        "a) Look left.\nb) Look right.",
        "(a) Look left.\n(b) Look right.",
        "A) Look left.\nB) Look right.",
        "1- Look left.\n2- Look right.",
    ],
)
def test_numbers_and_letters_of_a_list_are_not_spoken(source: str) -> None:
    assert body(source) == "1. Look left.\n2. Look right."


@pytest.mark.parametrize("source", ["(4) Inhale.\n(7) Hold.", "3- Three.\n2- Two.\n1- One."])
def test_numbers_that_count_no_list_are_none(source: str) -> None:
    assert "1. " not in body(source)


def test_capitals_with_a_direction_beside_are_a_heading() -> None:
    source = "INTRO (voce calda)\nCiao a tutti.\n\nFINE (voce calda)\nGrazie a voi."
    assert "Ciao a tutti.\n\n## FINE (voce calda)\n\nGrazie a voi." in body(source)


def test_versions_of_a_text_are_headings_with_their_lengths() -> None:
    source = "SHORT VERSION (1 min)\nFeel one foot.\n\nLANGE FASSUNG (5 min)\nFeel one foot, toe by toe."
    heads = "## SHORT VERSION [1 min]\n\nFeel one foot.\n\n## LANGE FASSUNG [5 min]\n\n"
    assert body(source) == f"{heads}Feel one foot, toe by toe."


def test_a_cue_that_is_written_as_code_is_a_cue() -> None:
    assert body("Sit. `[pause 4s]`\n\nRest. `(10 seconds)`") == "Sit. [pause 4s]\n\nRest. [pause 10s]"


def test_columns_of_phrases_and_silences_are_read() -> None:
    source = 'order,phrase,silence_s,comment\n1,"Look at one thing.",8,"may giggle"\n2,"Which colour?",12,\n'
    assert body(source) == "Look at one thing. [pause 8s]\n\n> may giggle\n\nWhich colour? [pause 12s]"


@pytest.mark.parametrize("time", ["15 sec", "15 s", "15 seconds", "15 Sek.", "15 secondes"])
def test_a_time_before_each_line_is_the_silence_behind_it(time: str) -> None:
    source = f"{time}: Notice your soles.\n{time}: Notice your calves."
    assert body(source).replace("\n", " ") == "Notice your soles. [pause 15s] Notice your calves. [pause 15s]"


def test_a_time_before_one_line_alone_stays() -> None:
    assert "15 seconds" in body("15 seconds - that is all. Rest.\n\nFeel your hands.")


def test_words_of_a_reviewer_are_notes() -> None:
    source = "Rest your hands.[a] Feel them.[b]\n\n[a]Ruth, is this ok?\n[b]Yes."
    assert body(source) == "Rest your hands.\nFeel them.\n\n> Ruth, is this ok?\n\n> Yes."


@pytest.mark.parametrize("end", ["END", "THE END", "FIN.", "ENDE"])
def test_an_end_behind_the_last_sentence_is_left_out(end: str) -> None:
    assert body(f"Sit down. Feel it. {end}") == "Sit down.\nFeel it."
    assert changes(f"Sit down. Feel it. {end}") == [f"1 left out: {end} → says where the words begin or end"]


def test_an_end_that_is_said_stays() -> None:
    assert body("Sit down. This is not the END") == "Sit down.\nThis is not the END"


def test_short_portuguese_is_known() -> None:
    assert 'language: "pt"' in made("Olhe à sua volta e diga 5 coisas que você vê. Sinta os pés no chão.").script


def test_yaml_with_italian_names_is_read() -> None:
    steps = "  - testo: Appoggia i piedi.\n    pausa: 6\n  - testo: Lascia uscire.\n    pausa: 10\n"
    script = made(f"titolo: Respiro corto\nlingua: it\npassi:\n{steps}")
    assert script.title == "Respiro corto"
    assert "Appoggia i piedi. [pause 6s]\n\nLascia uscire. [pause 10s]" in script.script
