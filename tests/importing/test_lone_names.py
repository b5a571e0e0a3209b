"""Names of persons on lines of their own, and labels that stand once only."""

import pytest
from imports import body, made


@pytest.mark.parametrize(
    "names", [("MARIA", "TOBY"), ("ZORA", "DEV"), ("## Maria", "## Zed"), ("**MARIA**", "**ZED**")]
)
def test_names_that_take_turns_on_lines_of_their_own_are_not_spoken(names: tuple[str, str]) -> None:
    first, second = names
    source = f"{first}\n\nSit down.\n\n{second}\n\nI feel the floor.\n\nI am here.\n\n{first}\n\nGood. Let it go."
    name = second.strip("#* ").capitalize()
    assert body(source) == f"Sit down.\n\n> {name}: I feel the floor.\n\n> {name}: I am here.\n\nGood.\nLet it go."


def test_names_of_parts_that_come_again_stay_headings() -> None:
    source = "# Lake\n\nFEET\n\nFeel your feet.\n\nRIBS\n\nFeel your ribs.\n\nFEET\n\nFeel them again."
    assert [line for line in body(source).split("\n") if line.startswith("#")] == ["## FEET", "## RIBS", "## FEET"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Voice: Rest here.", "Rest here."),
        ("Narrator: Welcome.", "Welcome."),
        ("Guide: notice your feet.", "notice your feet."),
        ("Host: let it be.", "let it be."),
        ("T: Sit down now.", "Sit down now."),
        ("Patient: be patient with yourself.", "Patient: be patient with yourself."),
        ("Paciente: sé paciente contigo.", "Paciente: sé paciente contigo."),
    ],
)
def test_a_label_goes_and_a_plain_sentence_stays_whole(line: str, said: str) -> None:
    assert body(f"{line}\n\nRest.").split("\n\n")[0] == said


@pytest.mark.parametrize("line", ["Voice: soft and warm", "Voice: Calm and slow.", "Narrator: Anna Reyes"])
def test_what_a_voice_is_like_is_no_speech(line: str) -> None:
    assert body(f"{line}\n\nSit down here.") == f"> {line}\n\nSit down here."


def test_guidance_behind_a_client_alone_is_asked_about() -> None:
    (question,) = made("Client: let your shoulders drop.\n\nSit down.").open_questions
    assert question.choices == ("let your shoulders drop.", "> Client: let your shoulders drop.", "(nothing)")
    assert body("Client: I feel tense.\n\nSit down.") == "> Client: I feel tense.\n\nSit down."


def test_words_in_capitals_above_the_rest_of_their_sentence_are_no_names() -> None:
    script = body("LOVE\n\nis here.\n\nPEACE\n\nis here.\n\nLOVE\n\nstays.")
    assert "question" not in script
