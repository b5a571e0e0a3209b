"""Questions that import leaves in a script: found with their choices, and answered in place."""

import pytest

from feltsense.script.parser import parse
from feltsense.script.questions import NOTHING, Question, answered, question_comment, questions, surroundings
from feltsense.script.source import source_of


def found(script: str) -> Question:
    (question,) = questions(source_of(script))
    return question


def test_what_it_is_about_is_spoken_until_it_is_answered() -> None:
    asked = question_comment("which is said?", ("left or right", "left", "right"), "left/right")
    script = f"Notice your left/right {asked} hand.\n"
    question = found(script)
    assert (question.choices, question.blank) == (("left or right", "left", "right"), False)
    assert answered(script, question, "left") == "Notice your left hand.\n"


@pytest.mark.parametrize(
    ("choice", "after"),
    [
        ("Ears.", "Rest. Ears.\nGo on.\n"),
        (NOTHING, "Rest.\nGo on.\n"),
        ("[bell]", "Rest. [bell]\nGo on.\n"),
        ("> Ears.", "Rest.\n> Ears.\nGo on.\n"),
    ],
)
def test_nothing_of_it_stands_there(choice: str, after: str) -> None:
    script = "Rest. <!-- question: “Ears.” stood here. Is this said? -->\nGo on.\n"
    question = found(script)
    assert not question.blank
    assert question.choices == ("Ears.", "> Ears.", NOTHING)
    assert answered(script, question, choice) == after


@pytest.mark.parametrize(
    "script", ["Think of <!-- question: “x” stood here. -->.", "Say ____<!-- question: “____” -->, rest."]
)
def test_a_hole_in_a_sentence_is_a_blank(script: str) -> None:
    assert found(script).blank


def test_several_lines_before_it_are_replaced() -> None:
    asked = question_comment("paced?", ("[breathe in 4 out 6 for 5 rounds]",), "Breathe in for 4. Breathe out for 6.")
    script = f"Small breaths.\n\nBreathe in for 4.\nBreathe out for 6.\n{asked}\n\nRest."
    assert answered(script, found(script), "[breathe in 4 out 6 for 5 rounds]") == (
        "Small breaths.\n\n[breathe in 4 out 6 for 5 rounds]\n\nRest."
    )


def test_what_stands_between_is_not_lost() -> None:
    script = "Notice your left/right hand. <!-- question: “left/right”: which? | left | right --> Rest.\n"
    assert answered(script, found(script), "left") == "Notice your left hand. Rest.\n"


def test_other_words_that_are_alike_are_left_alone() -> None:
    script = "Feel the breath.\n\nNotice breath, here. Rest, <!-- question: “breath” stood here. --> now.\n"
    assert answered(script, found(script), "warm") == "Feel the breath.\n\nNotice breath, here. Rest, warm now.\n"


def test_the_sentence_around_a_question() -> None:
    script = "# Title\n\n- One. Think of <!-- question: “a friend” stood here. --> and\nrest. Go on.\n"
    around = surroundings(script, found(script))
    assert (around.before, around.about, around.after) == ("Think of", "", "and rest.")
    assert around.shown("____") == "Think of ____ and rest."


def test_a_script_of_questions_is_read_quickly() -> None:
    hostile = ("<!-- question: " * 8000, f"<!-- question:{' ' * 120_000}-->", "a <!-- question: “a” --> " * 5000)
    counts = [len(questions(source_of(script))) for script in hostile]
    assert counts == [0, 1, 5000]


def test_a_question_within_a_choice_is_left_out_of_it() -> None:
    inner = question_comment("which?", ("left", "right"), "left/right")
    assert question_comment("again?", (f"[repeat 3 times] Left/right {inner} [end]",)) == (
        "<!-- question: again? | [repeat 3 times] Left/right [end] -->"
    )


@pytest.mark.parametrize(
    ("script", "choice", "after"),
    [
        ("- One.\n- Think of {q} now.\n- Three.\n", "a cat", "- One.\n- Think of a cat now.\n- Three.\n"),
        ("- Think of {q} now.\n- Two.\n", "> a cat", "- Think of now.\n> a cat\n- Two.\n"),
        ("Notice {q}  \nyour hands.  \n", NOTHING, "Notice  \nyour hands.  \n"),
        ("## Feet {q}\n\nRest.\n", "and hands", "## Feet and hands\n\nRest.\n"),
        ("{q}\nRest.\n", "[bell]", "[bell]\nRest.\n"),
        ("Rest. {q}", "Ears.", "Rest. Ears."),
        ("Rest. {q}", "> Ears.", "Rest.\n> Ears."),
        ("Rest ({q}) now.", "softly", "Rest (softly) now."),
        ("One {q}{q} two.", "and", "One and{q} two."),
    ],
)
def test_answers_fit_where_the_question_stands(script: str, choice: str, after: str) -> None:
    asked = "<!-- question: “x” stood here. -->"
    first = questions(source_of(script.replace("{q}", asked)))[0]
    assert answered(script.replace("{q}", asked), first, choice) == after.replace("{q}", asked)


@pytest.mark.parametrize("words", ["rest there | look", "say “hello” to it", 'say "hello" to it'])
def test_words_that_a_comment_writes_otherwise_are_found_again(words: str) -> None:
    script = f"Notice how you {words} {question_comment('said?', (words, NOTHING), words)} now.\n"
    (asked,) = questions(source_of(script))
    assert not asked.blank
    assert answered(script, asked, NOTHING) == "Notice how you now.\n"


@pytest.mark.parametrize(
    ("about", "note", "after"),
    [
        ("Rest here.", "> x3", "Rest here.\n> x3\nOn.\n"),
        ("Sit down. Repeat three times.", "> Repeat three times.", "Sit down.\n> Repeat three times.\nOn.\n"),
        ("Rest here.", "> Rest here.", "> Rest here.\nOn.\n"),
        ("Notice your ears.", "> Optional: notice your ears.", "> Optional: notice your ears.\nOn.\n"),
        ("____", "> a name", "> a name\nOn.\n"),
    ],
)
def test_a_note_takes_only_its_own_words_from_what_is_spoken(about: str, note: str, after: str) -> None:
    script = f"{about} {question_comment('which?', (note,), about)}\nOn.\n"
    assert answered(script, found(script), note).lstrip("\n") == after


def test_the_hint_ends_once_where_the_last_choice_is_a_sentence() -> None:
    comment = question_comment("said?", ("> Rest.", "Rest."), "Rest.")
    assert [found.hint for found in parse(f"Rest. {comment}\n", "x").diagnostics if found.code == "S060"] == [
        "Answer it: (1) a note: Rest. · (2) Rest."
    ]
