"""Going through the open questions of a script, without a terminal."""

from pathlib import Path

import pytest

from feltsense.authoring.answering import (
    Answering,
    ScriptSaver,
    offers_breath,
    take_breaths,
)
from feltsense.authoring.typed_answers import choice_of, likeliest_choice, offered_choices, offered_silence
from feltsense.errors import EditingError
from feltsense.script.parser import parse
from feltsense.script.questions import NOTHING, Question, question_comment

SIDE = question_comment("which is said?", ("left or right", "left", "right"), "left/right")
SCRIPT = (
    f"Notice your left/right {SIDE} hand.\n\nThink of <!-- question: “a friend” stood here. Which? -->.\n\n"
    "<!-- question: “Ears.” stood here. -->\nRest.\n"
)
BREATH = question_comment(
    "paced?", ("In for 4, out for 6.", "[breathe in 4 out 6 for 5 rounds]", NOTHING), "In for 4, out for 6."
)
REPEAT = question_comment("repeated?", ("[repeat 3 times] Rest. [end]", NOTHING), "Rest. (x3)")


def answering(script: str = SCRIPT) -> tuple[Answering, list[str]]:
    saved: list[str] = []
    return Answering(script, saved.append), saved


def question(script: str) -> Question:
    (found,) = parse(script, "asked").questions
    return found


def test_each_question_is_answered_in_turn_and_saved_at_once() -> None:
    asked, saved = answering()
    assert (asked.number, asked.count, len(asked.still_open)) == (1, 3, 3)
    for choice in ("left", "a cat", NOTHING):
        assert asked.current is not None
        asked.answer(choice)
    assert asked.current is None
    assert (asked.answers, len(asked.still_open), asked.count) == (3, 0, 3)
    assert len(saved) == 3
    assert saved[-1] == asked.script == "Notice your left hand.\n\nThink of a cat.\n\n\nRest.\n"


def test_a_skipped_question_stays_open() -> None:
    asked, saved = answering()
    asked.skip()
    asked.answer("a cat")
    assert (asked.number, len(asked.still_open), asked.answers) == (3, 2, 1)
    asked.skip()
    assert asked.current is None
    assert saved == [SCRIPT.replace("<!-- question: “a friend” stood here. Which? -->", "a cat")]


def test_an_answer_is_taken_back() -> None:
    asked, saved = answering()
    assert not asked.back()
    asked.answer("left")
    asked.skip()
    assert asked.back()
    assert asked.number == 2
    assert asked.back()
    assert (asked.number, asked.answers, asked.script) == (1, 0, SCRIPT)
    assert saved[-1] == SCRIPT


@pytest.mark.parametrize("answer", ["[paus 5s]", "a [b", "<b>x</b>", "<!-- open"])
def test_a_mistake_is_refused_and_nothing_is_changed(answer: str) -> None:
    asked, saved = answering()
    with pytest.raises(EditingError):
        asked.answer(answer)
    assert (asked.script, asked.number, saved) == (SCRIPT, 1, [])


def test_mistakes_that_stood_there_before_are_no_matter() -> None:
    asked, _ = answering(SCRIPT + "\n[nope]\n")
    asked.answer("left")
    assert asked.answers == 1


def test_what_cannot_be_saved_is_not_answered() -> None:
    def fails(_: str) -> None:
        raise EditingError("No.")

    asked = Answering(SCRIPT, fails)
    with pytest.raises(EditingError):
        asked.answer("left")
    assert (asked.script, asked.answers, asked.number) == (SCRIPT, 0, 1)


@pytest.mark.parametrize(
    ("typed", "choice"),
    [
        ("", "left or right"),
        ("2", "left"),
        (" 3 ", "right"),
        ("the warm one", "the warm one"),
        ("“2”", "2"),
        ('"s"', "s"),
        ("“Rest,” or “sit”", "“Rest,” or “sit”"),
        ("[pause 5s]", "[pause 5s]"),
    ],
)
def test_what_an_answer_means(typed: str, choice: str) -> None:
    assert choice_of(question(f"Notice your left/right {SIDE} hand."), typed) == choice


@pytest.mark.parametrize("typed", ["0", "4", "77777777777777777777"])
def test_a_number_without_a_choice_is_refused(typed: str) -> None:
    with pytest.raises(EditingError, match="from 1 to 3"):
        choice_of(question(f"Notice your left/right {SIDE} hand."), typed)


DIRECTION = "Rest.\n\n" + question_comment(
    "Is this said, a note, or left out?", ("deepen voice", "> deepen voice", NOTHING), ""
)


@pytest.mark.parametrize(
    ("typed", "choice"),
    [
        ("note", "> deepen voice"),
        ("a note: deepen voice", "> deepen voice"),
        ("Leave it out.", NOTHING),
        ("nothing", NOTHING),
        ("said", "deepen voice"),
        ("Deepen voice", "deepen voice"),
        ("“note”", "note"),
        ("[20 seconds]", "[pause 20s]"),
        ("(short pause)", "[short pause]"),
        ("(if you like)", "(if you like)"),
    ],
)
def test_a_choice_is_also_taken_by_its_words(typed: str, choice: str) -> None:
    assert choice_of(question(DIRECTION), typed) == choice


@pytest.mark.parametrize("typed", ["y", "no", "quit", "back", "-", "…", "20"])
def test_what_is_no_answer_is_told(typed: str) -> None:
    with pytest.raises(EditingError) as told:
        choice_of(question(DIRECTION), typed)
    assert typed not in ("quit", "back", "20") or f"“{typed}”" in told.value.hint


@pytest.mark.parametrize(
    ("typed", "silence"),
    [
        ("20s", "[pause 20s]"),
        ("20 seconds", "[pause 20s]"),
        ("about half a minute", "[pause about 30s]"),
        ("10-20s", "[pause 10s to 20s]"),
        ("30 segundos", "[pause 30s]"),
        ("1:30", "[pause 1m30s]"),
        ("pause", "[pause]"),
        ("“20s”", None),
        ("[pause 20s]", None),
        ("> 20s", None),
        ("a friend", None),
        ("rest", None),
        ("", None),
    ],
)
def test_a_length_may_be_a_silence(typed: str, silence: str | None) -> None:
    assert offered_silence(question(DIRECTION), typed) == silence


def test_a_length_in_a_hole_is_words() -> None:
    hole = question("We sit for ____ <!-- question: “____”: how long? | ____ | (nothing) --> here.")
    assert offered_silence(hole, "20 minutes") is None


def test_a_hole_is_never_filled_without_a_word() -> None:
    blank = question("Say ____, <!-- question: “____”: whose name? | ____ | (nothing) --> rest.")
    assert offered_choices(blank) == (NOTHING,)
    assert likeliest_choice(blank) is None
    with pytest.raises(EditingError, match="hole"):
        choice_of(blank, "")
    assert choice_of(blank, "1") == NOTHING
    assert choice_of(blank, "Anna") == "Anna"


def test_breaths_and_repeats_are_taken_and_nothing_else() -> None:
    script = f"In for 4, out for 6. {BREATH}\n\nNotice your left/right {SIDE} hand.\n\nRest. (x3) {REPEAT}\n"
    assert [offers_breath(each) for each in parse(script, "asked").questions] == [True, False, True]
    made, taken = take_breaths(script)
    assert [choice for _, choice in taken] == ["[breathe in 4 out 6 for 5 rounds]", "[repeat 3 times] Rest. [end]"]
    assert made == (
        f"[breathe in 4 out 6 for 5 rounds]\n\nNotice your left/right {SIDE} hand.\n\n[repeat 3 times] Rest. [end]\n"
    )


def test_a_breath_that_would_be_a_mistake_stays_a_question() -> None:
    wrong = question_comment("paced?", ("[breathe in 0 out 6 for 5 rounds]",), "In.")
    script = f"In. {wrong}\n\nIn for 4, out for 6. {BREATH}\n"
    made, taken = take_breaths(script)
    assert made == f"In. {wrong}\n\n[breathe in 4 out 6 for 5 rounds]\n"
    assert [choice for _, choice in taken] == ["[breathe in 4 out 6 for 5 rounds]"]
    assert take_breaths("Rest.\n") == ("Rest.\n", ())


def test_a_file_keeps_its_line_ends_and_its_mark(tmp_path: Path) -> None:
    path = tmp_path / "own.md"
    source = b"\xef\xbb\xbf" + SCRIPT.replace("\n", "\r\n").encode()
    path.write_bytes(source)
    saver = ScriptSaver(path, source)
    asked = Answering(saver.text, saver)
    asked.answer("left")
    asked.answer("a cat")
    after = "Notice your left hand.\n\nThink of a cat.\n\n<!-- question: “Ears.” stood here. -->\nRest.\n"
    assert path.read_bytes() == b"\xef\xbb\xbf" + after.replace("\n", "\r\n").encode()


def test_a_file_that_others_changed_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "own.md"
    path.write_text(SCRIPT, "utf-8")
    saver = ScriptSaver(path, SCRIPT.encode())
    path.write_text("Theirs.\n", "utf-8")
    asked = Answering(saver.text, saver)
    with pytest.raises(EditingError, match="changed meanwhile"):
        asked.answer("left")
    assert path.read_text("utf-8") == "Theirs.\n"


def test_a_script_of_questions_may_have_nothing_to_speak_meanwhile() -> None:
    asked, _ = answering("<!-- question: “Ears.” stood here. -->\n\n<!-- question: “Feet.” stood here. -->\n")
    asked.answer("> Ears.")
    asked.answer("Feet.")
    assert asked.script == "> Ears.\n\nFeet.\n"
