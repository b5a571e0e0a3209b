"""Open questions on the command line: told by `render`, asked by `import --ask` and `answer`."""

import json
import sys
from pathlib import Path

import pytest

from feltsense.script.parser import InvalidScriptError, load_valid
from feltsense.script.questions import NOTHING, question_comment
from running import Desk
from terminal import Terminal

SIDE = question_comment("which is said?", ("left or right", "left", "right"), "left/right")
PLAIN = f"Notice your left/right {SIDE} hand.\n\nRest.\n"
CASE_37 = (
    "Think of <!-- question: “a person you like” stood here. Is this said, a note, or a cue? -->.\n\n"
    "Say <!-- question: “name” stood here. Is this said, a note, or a cue? -->, you can rest.\n"
)
BREATH = question_comment(
    "paced?", ("In for 4, out for 6.", "[breathe in 4 out 6 for 2 rounds]", NOTHING), "In for 4, out for 6."
)


class Keyboard:
    """A terminal on which somebody types these lines; then Ctrl-C, where that is set."""

    def __init__(self, lines: tuple[str, ...], *, interrupted: bool) -> None:
        self._lines = list(lines)
        self._interrupted = interrupted

    def isatty(self) -> bool:
        return True

    def readline(self) -> str:
        if self._interrupted and not self._lines:
            raise KeyboardInterrupt
        return f"{self._lines.pop(0)}\n" if self._lines else ""


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str, interrupted: bool = False) -> None:
    monkeypatch.setattr(sys, "stdin", Keyboard(lines, interrupted=interrupted))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("NO_COLOR", "1")


def test_render_counts_what_is_open_and_speaks_it_as_written(desk: Desk) -> None:
    path = desk.write("open", PLAIN)
    ran = desk.run("render", "open", "-o", str(desk.folder))
    assert ran.code == 0
    assert ran.err.splitlines()[0] == (
        f"1 question is still open in open.md; its words are spoken as written: feltsense answer {path}"
    )
    assert (desk.folder / "open.txt").read_text("utf-8").count("Notice your left/right hand.") == 1
    assert "1 question is still open" in desk.run("listen", "open", "--output", "silent", "--speed", "100").err


def test_a_hole_stops_a_render_and_the_sentence_is_named(desk: Desk) -> None:
    path = desk.write("holes", CASE_37)
    ran = desk.run("render", "holes", "-o", str(desk.folder))
    assert (ran.code, ran.out) == (1, "")
    assert f"{path}:1:10: error S061: The sentence “Think of ____.” has a hole." in ran.err
    assert ran.err.splitlines()[-2:] == [
        "2 questions are still open in holes.md. 2 sentences have holes until they are answered.",
        f"  feltsense answer {path} asks one by one; so does the desk.",
    ]
    assert not list(desk.folder.glob("*.mp3"))
    listed = desk.run("check", "holes")
    assert f"{path}:1:10: error" in listed.out
    assert f"{path}:3:5: error" in listed.out
    assert listed.err.endswith(f"\n2 questions are still open in holes.md: feltsense answer {path}\n")


def test_check_lists_each_question_with_its_line(desk: Desk) -> None:
    asked = [question_comment("which is said?", (f"left {n}", f"right {n}"), f"left/right {n}") for n in range(5)]
    path = desk.write("open", "\n\n".join(f"A line with left/right {n} {each}." for n, each in enumerate(asked)))
    shown = desk.run("check", "open").out
    for n in range(5):
        assert f"{path}:{2 * n + 1}:26: warning S060: An open question: “left/right {n}”: which is said?" in shown
        assert f"→ Answer it: (1) left {n} · (2) right {n}." in shown


def test_import_asks_one_by_one(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("own.md").write_text(PLAIN + "\n" + CASE_37, "utf-8")
    typed(monkeypatch, "2", "", "9", "Anna")
    ran = desk.run("import", "own.md", "--ask", "-o", "made.md")
    assert (ran.code, ran.out) == (0, "made.md\n")
    assert "Question 1 of 3 · line" in ran.err
    assert "  Notice your left/right hand.\n  “left/right”: which is said?\n   1  left or right\n" in ran.err
    assert "   2  a note: name\n   3  leave it out\n" in ran.err
    assert "The choices go from 1 to 3." in ran.err
    assert ran.err.endswith(
        "\n3 answers are kept in made.md; no question is open any more.\n\nNext: feltsense check made.md\n"
    )
    made = Path("made.md").read_text("utf-8")
    assert made.endswith("Notice your left hand.\n\nRest.\n\nThink of a person you like.\n\nSay Anna, you can rest.\n")
    assert Path("own.md").read_text("utf-8") == PLAIN + "\n" + CASE_37


def test_what_is_skipped_stays_a_question(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("own.md").write_text(CASE_37, "utf-8")
    typed(monkeypatch, "s", "Anna")
    ran = desk.run("import", "own.md", "--ask", "-o", "made.md")
    assert ran.err.endswith(
        "\n1 answer is kept in made.md; 1 question is still open, on line 11.\n\nNext: feltsense answer made.md\n"
    )
    assert "“a person you like” stood here" in Path("made.md").read_text("utf-8")


@pytest.mark.parametrize("lines", [("q",), ()], ids=["q", "end of input"])
def test_somebody_has_enough(desk: Desk, monkeypatch: pytest.MonkeyPatch, lines: tuple[str, ...]) -> None:
    path = desk.write("open", CASE_37)
    typed(monkeypatch, "a cat", *lines)
    ran = desk.run("answer", "open")
    assert ran.code == 0
    assert ran.err.endswith(
        f"\n1 answer is kept in {path}; 1 question is still open, on line 3.\n\nNext: feltsense answer {path}\n"
    )


def test_an_interrupt_keeps_what_was_answered(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    path = desk.write("open", CASE_37)
    typed(monkeypatch, "a cat", interrupted=True)
    ran = desk.run("answer", "open")
    assert ran.code == 130
    assert "\nStopped.\n\n1 answer is kept" in ran.err
    assert path.read_text("utf-8").startswith("Think of a cat.\n\nSay <!-- question")


def test_an_interrupt_of_a_script_for_standard_output(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("own.md").write_text(CASE_37, "utf-8")
    typed(monkeypatch, "a cat", interrupted=True)
    ran = desk.run("import", "own.md", "--ask")
    assert ran.code == 130
    assert "Think of a cat.\n\nSay <!-- question" in ran.out


def test_a_mistake_is_told_and_asked_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    path = desk.write("open", PLAIN)
    typed(monkeypatch, "[paus 5s]", "b", "3")
    ran = desk.run("answer", "open")
    assert "“[paus 5s]” is not a cue" in ran.err
    assert "This is the first one." in ran.err
    assert path.read_text("utf-8") == "Notice your right hand.\n\nRest.\n"


ALONE = (
    "---\ntitle: Ears\n---\n\n## Ears\n\nListen. Stay with it.\n\n"
    "<!-- question: “deepen voice” stood here. Is this said, a note, or left out?"
    " | > deepen voice | deepen voice | (nothing) -->\n\nAnd go on.\n"
)


@pytest.mark.parametrize("sign", ["?", "h", "help", "??", "HELP"])
def test_help_is_shown_and_never_written(desk: Desk, monkeypatch: pytest.MonkeyPatch, sign: str) -> None:
    path = desk.write("open", ALONE)
    typed(monkeypatch, sign)
    ran = desk.run("answer", "open")
    assert "[pause 20s] is a silence; 20s is offered as one." in ran.err
    assert ran.err.count("Question 1 of 1") == 2
    assert path.read_text("utf-8") == ALONE


def test_a_question_alone_on_its_line_is_shown_between_its_neighbours(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.write("open", ALONE)
    typed(monkeypatch, "q")
    assert "\n  Stay with it. (here) And go on.\n  “deepen voice” stood here." in desk.run("answer", "open").err
    desk.write("first", ALONE.replace("Listen. Stay with it.\n\n", "").replace("And go on.", "\n---\n\nRest."))
    typed(monkeypatch, "q")
    assert "\n  (here)\n  “deepen voice” stood here." in desk.run("answer", "first").err


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        (("20s", ""), "[pause 20s]"),
        (("20 seconds", "1"), "[pause 20s]"),
        (("ten seconds", "2"), "ten seconds"),
        (("20 Sekunden", "b", "note"), "> deepen voice"),
        (("“20s”",), "20s"),
        (("(20 seconds)",), "[pause 20s]"),
    ],
)
def test_a_length_is_offered_as_a_silence(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, lines: tuple[str, ...], line: str
) -> None:
    path = desk.write("open", ALONE)
    typed(monkeypatch, *lines)
    desk.run("answer", "open")
    assert path.read_text("utf-8").endswith(f"Stay with it.\n\n{line}\n\nAnd go on.\n")


def test_after_the_last_question_there_is_a_way_back(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    path = desk.write("open", PLAIN)
    typed(monkeypatch, "2", "b", "3", "")
    ran = desk.run("answer", "open")
    assert ran.err.count("That was the last question.\n  Enter ends · b goes back\n> ") == 2
    assert path.read_text("utf-8") == "Notice your right hand.\n\nRest.\n"


def test_what_was_skipped_is_named_at_the_end_and_asked_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    path = desk.write("open", CASE_37)
    typed(monkeypatch, "s", "Anna", "s", "a cat", "")
    ran = desk.run("answer", "open")
    assert "\n  Skipped: line 1, “a person you like” stood here." in ran.err
    assert "\n  Enter ends · b goes back · s asks what was skipped\n" in ran.err
    assert ran.err.count("Question 2 of 2 · line 1\n") == 1
    assert path.read_text("utf-8") == "Think of a cat.\n\nSay Anna, you can rest.\n"


def test_import_asks_nothing_where_nothing_is_open(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("own.txt").write_text("Rest.\n", "utf-8")
    typed(monkeypatch)
    ran = desk.run("import", "own.txt", "--ask", "-o", "made.md")
    assert ran.code == 0
    assert ran.err.endswith("\nNo question is open in it.\n\nNext: feltsense check made.md\n")


def test_a_player_says_what_is_open() -> None:
    with pytest.raises(InvalidScriptError, match="2 questions are still open") as found:
        load_valid(CASE_37, "holes", "holes.md")
    assert found.value.hint == "feltsense answer holes asks one by one; so does the desk."


def test_nothing_is_open(desk: Desk) -> None:
    ran = desk.run("answer", "small")
    assert (ran.code, ran.err) == (0, f"No question is open in {desk.folder / 'exercises' / 'small.md'}.\n")


def test_without_a_terminal_nobody_is_asked(desk: Desk) -> None:
    path = desk.write("open", PLAIN)
    ran = desk.run("answer", "open")
    assert ran.code == 2
    assert f"feltsense check {path} lists the questions" in ran.err
    Path("own.md").write_text(PLAIN, "utf-8")
    ran = desk.run("import", "own.md", "--ask", "-o", "made.md")
    assert (ran.code, ran.out) == (2, "")
    assert "at a terminal, feltsense answer own.md asks what is open" in ran.err
    assert not Path("made.md").exists()


def test_breaths_are_taken_by_a_flag(desk: Desk) -> None:
    Path("own.md").write_text(f"In for 4, out for 6. {BREATH}\n\n{PLAIN}", "utf-8")
    plain = desk.run("import", "own.md", "-o", "asked.md")
    assert "2 questions stand in the script" in plain.err
    assert "One offers a paced breath or a repeat: --breaths takes it." in plain.err
    assert "feltsense answer asked.md asks one by one" in plain.err
    ran = desk.run("import", "own.md", "--breaths", "-o", "made.md")
    assert ran.err.startswith("1 paced breath or repeat is taken as offered.\n")
    assert "1 question stands in the script" in ran.err
    assert "\n[breathe in 4 out 6 for 2 rounds]\n" in Path("made.md").read_text("utf-8")


def test_what_was_taken_is_no_question_any_more_in_the_report(desk: Desk) -> None:
    breath = "Breathe in for 4 seconds. Breathe out for 6. (x3)"
    Path("own.txt").write_text(
        f"Evening\n\n{breath}\n\nNotice your [left/right] hand.\n\nTap your knees. Repeat three times.\n\n"
        f"1. Breathe in for 4.\n2. Hold for 2.\n3. Breathe out for 6.\n\n{breath}\n", "utf-8"
    )  # fmt: skip
    changes = json.loads(desk.run("import", "own.txt", "--breaths", "--json").out)["changes"]
    assert [(each["place"], each["turned"], each["after"]) for each in changes] == [
        (1, "title", "title"),
        (3, "answer", "[breathe in 4 out 6 for 3 rounds]"),
        (5, "question", "which is said?"),
        (7, "answer", "[repeat 3 times] Tap your knees. [end]"),
        (11, "answer", "[breathe in 4 hold 2 out 6 for 1 round]"),
        (13, "answer", "[breathe in 4 out 6 for 3 rounds]"),
    ]


def test_for_programs_questions_are_listed_with_their_choices(desk: Desk) -> None:
    Path("own.md").write_text(PLAIN, "utf-8")
    found = json.loads(desk.run("import", "own.md", "--json").out)
    (question,) = found["open_questions"]
    assert question["choices"] == ["left or right", "left", "right"]
    assert (question["question"], question["blank"]) == ("“left/right”: which is said?", False)
    assert found["script"].split("\n")[question["line"] - 1].startswith("Notice your left/right <!-- question")


def test_questions_of_a_script_are_kept_when_it_is_imported(desk: Desk) -> None:
    Path("own.md").write_text(f"{PLAIN}\n{CASE_37}", "utf-8")
    assert desk.run("import", "own.md").out.endswith(f"{PLAIN}\n{CASE_37}")


def test_in_a_real_terminal(tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text("Think of [a friend].\n\nRest.\n", "utf-8")
    with Terminal("import", "own.txt", "--ask", cwd=tmp_path) as terminal:
        terminal.until("Question 1 of 1")
        terminal.until("> ")
        terminal.press("a cat\r")
        terminal.until("That was the last question.")
        terminal.until("> ")
        terminal.press("\r")
        terminal.until("1 answer is kept in own.md; no question is open any more.")
        assert terminal.ended() == 0
    assert "\nThink of a cat.\n" in (tmp_path / "own.md").read_text("utf-8")
    with Terminal("import", "own.txt", "--ask", cwd=tmp_path) as terminal:
        terminal.until("own.md is there already")
        terminal.until("feltsense answer own.md")
        assert terminal.ended() == 1


def test_ctrl_c_in_a_real_terminal(tmp_path: Path) -> None:
    path = tmp_path / "own.md"
    path.write_text(CASE_37, "utf-8")
    with Terminal("answer", "own.md", cwd=tmp_path) as terminal:
        terminal.until("> ")
        terminal.press("a cat\r")
        terminal.until("Question 2 of 2")
        terminal.until("> ")
        terminal.settle()  # Python hears nothing between drawing the prompt and reading; no person is as quick
        terminal.press("\x03")
        terminal.until("1 answer is kept in own.md; 1 question is still open, on line 3.")
        assert terminal.ended() == 130
    assert path.read_text("utf-8").startswith("Think of a cat.\n")
