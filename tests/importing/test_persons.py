"""Who speaks in a document, what is quoted in it, and what is for whoever reads aloud, in the spellings people use."""

import pytest
from imports import body, changes, made


@pytest.mark.parametrize(
    "label",
    [
        "MARIA:",
        "Maria:",
        "**Dr. Anna Reyes:**",
        "Instructor [whispers]:",
        "GUIDE >>",
        "ALL:",
        "Speaker 2:",
        "**Thomas Weber:**",
    ],
)
def test_the_name_of_who_speaks_is_never_spoken(label: str) -> None:
    source = f"{label} Let your eyes close.\n\nRest."
    assert body(source) == "Let your eyes close.\n\nRest."
    assert f"1 left out: {label} → the name of who speaks" in changes(source)


@pytest.mark.parametrize(
    "words", ["Remember: you are safe.", "Notice: the feet.", "One: breathe in.", "Grace: let it be."]
)
def test_other_words_before_a_colon_are_spoken(words: str) -> None:
    assert body(f"Sit down.\n\n{words}") == f"Sit down.\n\n{words}"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Th: Setz dich.\nKl: Ja.\nTh: Gut.", "Setz dich.\n\n> Client: Ja.\n\nGut."),
        ("MARIA\nSit.\n\nJOE\nI see it.", "Sit.\n\n> Joe: I see it."),
        ("MARIA: Sit down now.\nPETER: Yes.\nMARIA: Good.", "Sit down now.\n\n> Peter: Yes.\n\nGood."),
    ],
)
def test_what_another_person_says_of_themselves_is_a_note(source: str, expected: str) -> None:
    assert body(source) == expected


def test_what_another_person_may_say_to_the_listener_is_a_question() -> None:
    found = made("Maria: Sit down.\n\nPeter: Feel your feet.\n\nMaria: Rest.")
    assert [question.choices for question in found.open_questions] == [
        ("Feel your feet.", "> Peter: Feel your feet.", "(nothing)")
    ]


def test_how_to_speak_behind_a_name_is_a_note() -> None:
    source = "Sit.\n\nTherapist: speak slowly.\n\nGuide: Softly close your eyes.\n\nGuide: Speak softly to yourself."
    assert body(source) == "Sit.\n\n> speak slowly.\n\nSoftly close your eyes.\n\nSpeak softly to yourself."


@pytest.mark.parametrize("asks", ["Say to yourself:", "Repeat these words:", "Wiederhole innerlich:"])
def test_quoted_lines_that_are_to_be_said_are_a_question(asks: str) -> None:
    found = made(f"{asks}\n\n> May I be well.\n> May I be calm.\n\nNow rest.")
    said = "May I be well. May I be calm."
    assert [question.choices for question in found.open_questions] == [(said, f"> {said}", "(nothing)")]


def test_other_quoted_lines_are_notes_and_told() -> None:
    source = "Notice three things:\n\n> They may be large.\n\nNow rest."
    assert body(source) == "Notice three things:\n\n> They may be large.\n\nNow rest."
    assert changes(source) == ["3 note: They may be large. → a note"]


@pytest.mark.parametrize(
    "note",
    [
        "NB. Keep the voice soft.",
        "NB: keep the voice soft.",
        "TODO: record again.",
        "Script note: no music.",
        "Facilitator note – go slowly here.",
        "NOTES FOR PRACTITIONERS\nUse a soft voice with clients.",
    ],
)
def test_what_is_for_whoever_reads_aloud_is_a_note(note: str) -> None:
    assert body(f"Sit down.\n\n{note}\n\nRest.") == f"Sit down.\n\n> {' '.join(note.split())}\n\nRest."


@pytest.mark.parametrize("words", ["Note the feeling: warm or cool.", "Note – warm or cool, the feet are there."])
def test_what_the_listener_is_to_note_is_spoken(words: str) -> None:
    assert body(f"Sit down.\n\n{words}") == f"Sit down.\n\n{words}"


@pytest.mark.parametrize("first", ["Script name: Calm Lake", "Approval state: Green"])
def test_a_block_of_metadata_may_begin_with_any_key(first: str) -> None:
    found = made(f"{first}\nAuthor(s): Joe Fox\nLength: 10 mins\n\nSit down.").script
    assert 'author: "Joe Fox"' in found
    assert found.endswith("\n\nSit down.\n")
    assert f"\n{first}" not in found
