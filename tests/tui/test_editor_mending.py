"""The editor: what is open is answered, what was found is mended, what is pasted or opened is read as a document."""

from collections.abc import Awaitable, Callable
from functools import wraps
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Static

from feltsense.library import catalogue
from feltsense.tui.dialog import DialogScreen
from feltsense.tui.editor.ask import AskScreen
from feltsense.tui.editor.documents import DocumentPicker, PathLine
from feltsense.tui.editor.practices import PracticePicker
from feltsense.tui.editor.report import ReportScreen
from feltsense.tui.editor.screen import EditorScreen
from feltsense.tui.editor.script_area import ScriptArea
from feltsense.tui.editor.scripts import ScriptPicker
from feltsense.tui.editor.spoken import SpokenScreen
from feltsense.tui.keys import KeysScreen
from feltsense.tui.widgets.choices import EntryList
from feltsense.tui.widgets.hints import Hints
from feltsense.voice import registry
from writing import Writing, run, writing

OPEN = """---
title: Evening
minutes: [9]
---

Notice your left/right hand. <!-- question: “left/right”: which is said? | left or right | left | right -->
<!-- question: “in for 4, out for 6”: is this breathing to be paced? | [breathe in 4 out 6 for 5 rounds] | (nothing) -->
My name is ____. <!-- question: “____”: what belongs here? -->
Rest here. [puase 5s]
"""
PASTED = """Instructor: Welcome to this moment.
(pause 10 seconds)

[Therapist dims the light]

Notice your feet. (long pause)
"""
READ = "Welcome to this moment.\n[pause 10s]\n\n> Therapist dims the light\n\nNotice your feet. [long pause]\n"

Scene = Callable[[Writing], Awaitable[None]]


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No exercise comes with feltsense, its voice is small, and the folder is the test's own."""
    monkeypatch.setitem(registry.VOICES, "heart", "sine_voice")
    monkeypatch.setattr(catalogue, "bundled", lambda: tmp_path / "none")
    monkeypatch.chdir(tmp_path)


def scene(act: Scene) -> Callable[[Path], None]:
    """Make a test of what happens in the editor, once the script with open questions is there."""

    @wraps(act)
    def test(tmp_path: Path) -> None:
        async def played() -> None:
            async with writing(tmp_path, script=OPEN) as made:
                await made.open()
                await made.until(lambda: made.editor.session.analysis.questions)
                await act(made)

        run(played)

    test.__dict__.pop("__wrapped__")
    return test


async def shown(made: Writing, screen: type) -> None:
    await made.until(lambda: isinstance(made.app.screen, screen) and made.app.screen.is_mounted)
    await made.pilot.pause()


async def asked(made: Writing, words: str) -> None:
    await made.until(lambda: isinstance(made.app.screen, AskScreen) and words in made.app.screen.asked.text)
    await made.pilot.pause()


def which(made: Writing) -> str:
    return str(made.app.screen.query_one("#which", Static).content)


def listed(made: Writing) -> list[str]:
    return [str(option.prompt) for option in made.app.screen.query_one(EntryList).options]


def footer(made: Writing) -> str:
    return " ".join(hint.shown for hint in made.editor.query_one(Hints).hints)


async def at_line(made: Writing, line: int, column: int = 1) -> None:
    made.editor.area.go_to(line, column)
    await made.pilot.pause()


# --- questions ------------------------------------------------------------------------------------------------------


@scene
async def test_questions_are_answered_one_by_one_and_each_answer_is_undone_by_itself(made: Writing) -> None:
    await made.press("ctrl+n")
    await asked(made, "which is said")
    await made.press("right")
    await asked(made, "paced")
    await made.press("left")
    await asked(made, "which is said")
    assert which(made).startswith("Question 1 of 3 · ")
    await made.press("2")
    await asked(made, "paced")
    assert which(made).startswith("Question 2 of 3 · ")
    await made.press("enter")
    await asked(made, "what belongs here")
    assert which(made).startswith("Question 3 of 3 · ")
    await made.press("enter", *"Sam", "enter")
    await shown(made, EditorScreen)
    await made.until(lambda: "No question is open" in made.notice)
    answered = OPEN.split("Notice", maxsplit=1)[0] + (
        "Notice your left hand.\n[breathe in 4 out 6 for 5 rounds]\nMy name is Sam.\nRest here. [puase 5s]\n"
    )
    assert made.editor.session.text == answered
    await made.press("ctrl+z")
    assert made.editor.session.text == answered.replace(
        "Sam.", OPEN.rsplit("is ", maxsplit=1)[-1].split("\n", maxsplit=1)[0]
    )
    await made.press("ctrl+z", "ctrl+z")
    assert made.editor.session.text == OPEN


@scene
async def test_own_words_may_begin_with_a_number_and_leaving_says_what_is_open(made: Writing) -> None:
    await at_line(made, 7)
    await made.press("ctrl+n")
    await asked(made, "paced")
    await made.press("tab", *"4 breaths.", "enter")
    await asked(made, "what belongs here")
    await made.press("escape")
    await shown(made, EditorScreen)
    assert "\n4 breaths.\nMy name" in made.editor.session.text
    await made.until(lambda: "2 questions are still open" in made.notice)


@scene
async def test_one_key_takes_an_offered_breath_and_fills_no_hole(made: Writing) -> None:
    await at_line(made, 7)
    assert "^T" in footer(made)
    await made.press("ctrl+t")
    assert "\n[breathe in 4 out 6 for 5 rounds]\nMy name is ____." in made.editor.session.text
    await at_line(made, 8)
    await made.until(made.editor.area.found_here)
    before = made.editor.session.text
    await made.press("ctrl+t")
    assert "Only words fill this hole" in made.notice
    await at_line(made, 4)  # where nothing is ever found, however much is analysed by then
    await made.press("ctrl+t")
    assert made.notice == "Nothing was found on this line; F8 goes to the next."
    assert "^T" in footer(made)
    assert made.editor.session.text == before


@scene
async def test_a_length_is_offered_as_a_silence_and_help_is_no_answer(made: Writing) -> None:
    await at_line(made, 7)
    await made.press("ctrl+n")
    await asked(made, "paced")
    await made.press("question_mark")
    await shown(made, KeysScreen)
    await made.press("escape")
    await asked(made, "paced")
    await made.press(*"help", "enter")
    await shown(made, KeysScreen)
    await made.press("escape")
    await asked(made, "paced")
    await made.press("tab", *"20s", "enter")
    await shown(made, DialogScreen)
    await made.press("1")
    await asked(made, "what belongs here")
    await made.press(*"quit", "enter")
    await shown(made, DialogScreen)
    await made.press("escape")
    await asked(made, "what belongs here")
    await made.press("escape")
    await shown(made, EditorScreen)
    assert "\n[pause 20s]\nMy name is ____." in made.editor.session.text
    await made.until(lambda: "2 questions are still open; ^N asks again." in made.notice)


# --- findings -------------------------------------------------------------------------------------------------------


@scene
async def test_why_offers_what_a_finding_needs(made: Writing) -> None:
    await at_line(made, 9, 13)
    await made.press("f9")
    await made.asked("is not a cue")
    await made.press("1")
    await made.open()
    await made.until(lambda: made.editor.session.text.endswith("Rest here. [pause 5s]\n"))
    session = made.editor.session  # what was found before the last change is no longer offered
    await made.until(lambda: session.analysis.lines == tuple(session.text.split("\n")))
    await at_line(made, 3)
    await made.until(lambda: made.editor.finding and made.editor.finding.code == "T01")
    await made.press("f9")
    await made.asked("cannot last exactly 9:00")
    await made.press("2")
    await made.open()
    await made.until(lambda: "minutes" not in made.editor.session.text)
    await at_line(made, 5, 40)
    await made.until(lambda: made.editor.finding and made.editor.finding.code == "S060")
    await made.press("f9")
    await asked(made, "which is said")


@scene
async def test_a_length_that_keeps_a_file_from_being_made_is_mended_from_any_line(made: Writing) -> None:
    text = '---\ntitle: "x"\nminutes: [9]\n---\n\nNotice your feet. [pause 10s]\n'
    made.editor.area.replace_all(text)
    await made.until(lambda: made.editor.session.analysis.lines == tuple(text.split("\n")))
    await made.press("ctrl+end", "f3")
    await made.until(lambda: "cannot last" in made.notice and "F9" in made.notice)
    await made.press("f9")
    await made.asked("cannot last")
    await made.press("1")
    await made.open()
    await made.press("f3")
    await made.until(lambda: "is there, with captions" in made.notice)


@scene
async def test_what_a_library_needs_is_asked_key_by_key(made: Writing) -> None:
    await at_line(made, 1)
    await made.press("f9")
    await asked(made, "one sentence")
    await made.press(*"A few minutes.", "enter")
    await asked(made, "kind of practice")
    await made.press("x", "2")
    await asked(made, "way")
    await made.press("right")
    await asked(made, "close")
    await made.press("1")
    await shown(made, EditorScreen)
    assert '\nsummary: "A few minutes."\npractice: orienting\ntier: 1\n---\n' in made.editor.session.text


# --- what is brought ------------------------------------------------------------------------------------------------


async def new_page(made: Writing) -> None:
    await made.press("f10")
    await shown(made, ScriptPicker)
    await made.press("enter", *"By the sea", "enter", "enter")
    await shown(made, EditorScreen)
    await made.until(lambda: made.editor.session.name == "by-the-sea.md")


def paste(made: Writing, text: str) -> None:
    made.editor.area.post_message(events.Paste(text))


@scene
async def test_a_paste_can_be_read_as_feltsense_reads_it(made: Writing) -> None:
    await new_page(made)
    page = made.editor.session.text
    paste(made, PASTED)
    await made.asked("How is this meant?")
    assert isinstance(made.app.screen, DialogScreen)
    assert "(2 pauses, 1 note, 1 left out)" in made.app.screen.question.choices[0].label
    await made.press("1")
    await shown(made, EditorScreen)
    assert made.editor.session.text == page + READ
    await made.press("ctrl+g")
    await shown(made, ReportScreen)
    told = str(made.app.screen.query_one("#listed", Static).render())
    assert "(pause 10 seconds) → [pause 10s]" in told
    await made.press("escape")
    await shown(made, EditorScreen)
    await made.press("f3")
    await made.until(lambda: "is there, with captions" in made.notice)
    await made.press("ctrl+z")
    assert made.editor.session.text == page + PASTED
    await made.press("ctrl+z")
    assert made.editor.session.text == page


@scene
async def test_a_paste_of_several_practices_says_so(made: Writing) -> None:
    await new_page(made)
    paste(made, TWO)
    await shown(made, DialogScreen)
    assert isinstance(made.app.screen, DialogScreen)
    assert "There are 2 practices in it, one script here." in made.app.screen.question.lead


@scene
async def test_a_paste_can_stay_exactly_as_it_is(made: Writing) -> None:
    await new_page(made)
    page = made.editor.session.text
    paste(made, PASTED)
    await made.asked("How is this meant?")
    await made.press("escape")
    await shown(made, EditorScreen)
    assert made.editor.session.text == page + PASTED


@scene
async def test_a_document_of_another_program_in_the_script_is_read_where_it_is_found(made: Writing) -> None:
    speech = '<speak>Welcome. <break time="3s"/> Notice your feet.</speak>'
    made.editor.area.replace_all(speech)
    await made.until(lambda: made.editor.finding and made.editor.finding.code == "S045")
    await made.press("f9")
    await made.asked("another program")
    await made.press("1")
    await shown(made, EditorScreen)
    assert "<" not in made.editor.session.text
    assert "[pause 3s]" in made.editor.session.text
    await made.press("ctrl+z")
    assert made.editor.session.text == speech


@scene
async def test_a_text_pasted_over_a_template_can_be_made_into_a_file(made: Writing) -> None:
    await made.press("f10")
    await shown(made, ScriptPicker)
    await made.press("enter", *"By the sea", "enter", "down", "enter")
    await shown(made, EditorScreen)
    await made.until(lambda: "grounding" in made.editor.session.text)
    body = made.editor.session.text.index("\n## Arriving")
    made.editor.area.move_cursor(made.editor.area.location_of(body))
    await made.press("ctrl+shift+end")
    paste(made, "Notice your feet.")
    await made.until(lambda: made.editor.session.text.endswith("-->\nNotice your feet."))
    await made.press("f3")
    await made.until(lambda: "is there, with captions" in made.notice)


@scene
async def test_a_document_opens_as_a_new_script_that_is_no_file_yet(made: Writing) -> None:
    (made.folder / "brought").mkdir()
    (made.folder / "brought" / "Body scan.txt").write_text(PASTED, "utf-8")
    await made.press("f10")
    await shown(made, ScriptPicker)
    await made.press("down", "enter")
    await shown(made, DocumentPicker)
    await made.press(*"nowhere", "enter")
    await made.until(lambda: "no nowhere" in str(made.app.screen.query_one("#notice", Static).render()))
    await made.press("ctrl+u", *"br")
    line = made.app.screen.query_one(PathLine)
    await made.until(lambda: listed(made) == ["brought/"])
    await made.press("tab")
    await made.until(lambda: line.value == "brought/")
    await made.until(lambda: listed(made) == ["brought/Body scan.txt"])
    await made.press("enter")
    await shown(made, EditorScreen)
    await made.until(lambda: made.editor.session.name == "body-scan.md")
    assert made.editor.session.text.endswith(f"---\n\n{READ}")
    assert "Not a file yet" in made.notice
    assert "^G" in made.notice
    assert not (made.folder / "exercises" / "body-scan.md").exists()
    await made.press("ctrl+g")
    await shown(made, ReportScreen)


@scene
async def test_a_document_that_cannot_be_read_is_told_and_its_path_stays(made: Writing) -> None:
    (made.folder / "empty.txt").write_bytes(b"")
    await made.press("f10")
    await shown(made, ScriptPicker)
    await made.press("down", "enter")
    await shown(made, DocumentPicker)
    await made.press(*"empty.txt", "enter")
    await made.until(lambda: "is empty" in str(made.app.screen.query_one("#notice", Static).render()))
    await made.until(lambda: made.app.screen.query_one(PathLine).value.endswith("empty.txt"))
    await made.press("escape")
    await shown(made, ScriptPicker)


TWO = (
    "# First practice\n\n## Feet\n\nNotice your feet.\n\n# Second practice\n\n## Hands\n\nNotice your hands. (pause)\n"
)


async def open_two(made: Writing) -> None:
    """Open a document with two practices."""
    (made.folder / "two.md").write_text(TWO, "utf-8")
    await made.press("f10")
    await shown(made, ScriptPicker)
    await made.press("down", "enter")
    await shown(made, DocumentPicker)
    await made.press(*"two.md", "enter")
    await shown(made, PracticePicker)
    title = str(made.app.screen.query_one("#title", Static).render())
    assert title == "There are 2 practices in two.md."
    assert [row.strip() for row in listed(made)] == [
        "an exercise of each   2 new files",
        "one script of all of them   not written yet",
        "only “First practice”",
        "only “Second practice”",
    ]


@scene
async def test_each_practice_of_a_document_becomes_an_exercise_of_its_own(made: Writing) -> None:
    (made.folder / "exercises" / "second-practice.md").write_text("Mine.\n", "utf-8")
    await open_two(made)
    await made.press("enter")
    await shown(made, ScriptPicker)
    folder = made.folder / "exercises"
    assert "Notice your feet." in (folder / "first-practice.md").read_text("utf-8")
    assert "Notice your hands. [pause]" in (folder / "second-practice-2.md").read_text("utf-8")
    assert (folder / "second-practice.md").read_text("utf-8") == "Mine.\n"
    await made.until(lambda: "2 new exercises are there" in str(made.app.screen.query_one("#notice", Static).render()))
    await made.press("down", "enter")
    await shown(made, EditorScreen)
    await made.until(lambda: made.editor.session.name == "second-practice-2.md")
    assert not made.editor.session.unsaved
    await made.press("ctrl+g")
    await shown(made, ReportScreen)
    assert "(pause)" in str(made.app.screen.query_one("#listed", Static).render())


@pytest.mark.parametrize(
    ("keys", "name", "words"),
    [
        (("down",), "two.md", ("Notice your feet.", "Notice your hands.")),
        (("end",), "second-practice.md", ("Notice your hands.",)),
    ],
)
def test_one_practice_of_a_document_or_all_in_one_opens_unwritten(
    tmp_path: Path, keys: tuple[str, ...], name: str, words: tuple[str, ...]
) -> None:
    @scene
    async def act(made: Writing) -> None:
        await open_two(made)
        await made.press("escape")
        await shown(made, DocumentPicker)
        await made.press("enter")
        await shown(made, PracticePicker)
        await made.press(*keys, "enter")
        await shown(made, EditorScreen)
        await made.until(lambda: made.editor.session.name == name)
        text = made.editor.session.text
        assert [sentence for sentence in ("Notice your feet.", "Notice your hands.") if sentence in text] == [*words]
        assert not (made.folder / "exercises" / name).exists()

    act(tmp_path)


@scene
async def test_what_will_be_spoken_tells_of_open_questions(made: Writing) -> None:
    await made.press("ctrl+l")
    await shown(made, SpokenScreen)
    counted = str(made.app.screen.query_one("#counted", Static).render())
    assert counted.endswith("3 questions are still open: esc, then ^N, asks.")


# --- what will be spoken --------------------------------------------------------------------------------------------


@scene
async def test_what_will_be_spoken_is_listed_strange_lines_first_and_mended_there(made: Writing) -> None:
    text = "Notice your feet.\n\nInstructor: Rest your hands.\n\nhttps://example.org/scan\n\nAnd rest.\n"
    made.editor.area.replace_all(text)
    await made.press("ctrl+l")
    await shown(made, SpokenScreen)
    rows = listed(made)
    assert [row.split()[0] for row in rows[:2]] == ["3", "5"]
    assert "Notice your feet." in rows[2]
    assert "open" not in str(made.app.screen.query_one("#counted", Static).render())
    assert "2 of them look" in str(made.app.screen.query_one("#counted", Static).render())
    assert "^T takes it out: “Instructor:”" in str(made.app.screen.query_one("#why", Static).render())
    await made.press("ctrl+t")
    await made.until(lambda: "\nRest your hands.\n" in made.app.screen_stack[-2].query_one(ScriptArea).text)
    await shown(made, SpokenScreen)
    await made.press("ctrl+t")
    await made.until(lambda: isinstance(made.app.screen, SpokenScreen) and "○" not in "".join(listed(made)))
    await made.press("end", "enter")
    await shown(made, EditorScreen)
    assert made.editor.area.cursor_location[0] == 6
    assert made.editor.session.text == text.replace("Instructor: ", "").replace("https", "> https")
    await made.press("ctrl+z", "ctrl+z")
    assert made.editor.session.text == text
