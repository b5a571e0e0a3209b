"""The editor: writing, findings, what is never lost, what is heard."""

from collections.abc import Awaitable, Callable
from functools import wraps
from pathlib import Path
from threading import Event

import pytest
from textual import events

from added_voices import working
from feltsense.authoring.analysis import ScriptAnalysis, TrialOptions
from feltsense.library import catalogue
from feltsense.tui.editor.scripts import ScriptPicker
from feltsense.tui.editor.trial import TrialScreen
from feltsense.tui.keys import KeysScreen
from feltsense.tui.library.screen import Library
from feltsense.tui.services import Services
from feltsense.voice import registry
from writing import SCRIPT, Writing, run, writing

Scene = Callable[[Writing], Awaitable[None]]


@pytest.fixture(autouse=True)
def bundled(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One exercise comes with feltsense, and it has a small voice."""
    folder = tmp_path_factory.mktemp("bundled")
    (folder / "came-along.md").write_text(SCRIPT.replace("Evening ground", "Zebra"), "utf-8")
    monkeypatch.setitem(registry.VOICES, "heart", "sine_voice")
    monkeypatch.setattr(catalogue, "bundled", lambda: folder)
    monkeypatch.setattr(Services, "voices", lambda _: working())
    return folder


def scene(act: Scene) -> Callable[[Path], None]:
    """Make a test of what happens in the editor, once it is open."""

    @wraps(act)
    def test(tmp_path: Path) -> None:
        async def played() -> None:
            async with writing(tmp_path) as made:
                await made.open()
                await act(made)

        run(played)

    test.__dict__.pop("__wrapped__")
    return test


@scene
async def test_what_is_typed_is_kept_read_and_saved(made: Writing) -> None:
    assert not made.editor.session.unsaved
    found = len(made.editor.session.analysis.diagnostics)
    await made.press("ctrl+end", *"You must sit.")
    assert made.editor.session.unsaved
    await made.until(lambda: made.draft.exists() and made.draft.read_text("utf-8") == f"{SCRIPT}You must sit.")
    await made.until(lambda: len(made.editor.session.analysis.diagnostics) > found)
    assert made.path.read_text("utf-8") == SCRIPT
    await made.press("ctrl+s")
    await made.until(lambda: not made.editor.session.unsaved)
    assert made.path.read_text("utf-8") == f"{SCRIPT}You must sit."
    assert not made.draft.exists()


@scene
async def test_keys_that_come_all_at_once_count_in_their_order(made: Writing) -> None:
    for key in ("ctrl+end", "a", "backspace", "b", "left", "c", "ctrl+home", "d"):
        made.app.post_message(events.Key(key, key if len(key) == 1 else None))
    await made.until(lambda: made.editor.session.text == f"d{SCRIPT}cb")


@scene
async def test_its_keys_are_told_its_own_first(made: Writing) -> None:
    await made.press("f1")
    await made.until(lambda: isinstance(made.app.screen, KeysScreen))
    assert isinstance(made.app.screen, KeysScreen)
    told = [key.shown for key in made.app.screen.keys]
    assert told[:3] == ["ctrl T", "ctrl N", "ctrl G"]
    assert {"ctrl S", "ctrl Z", "esc", "shift F8"} <= set(told)
    await made.press("escape")
    await made.open()


@scene
async def test_letters_that_mean_something_elsewhere_are_written(made: Writing) -> None:
    await made.press("ctrl+home", *"q?d", "enter", "space")
    assert made.editor.session.text.startswith("q?d\n ---")


@scene
async def test_undone_to_the_saved_text_leaves_no_draft(made: Writing) -> None:
    await made.press("x")
    await made.until(made.draft.exists)
    await made.press("backspace")
    await made.until(lambda: not made.draft.exists())
    assert not made.editor.session.unsaved


@scene
async def test_findings_are_gone_through_and_a_better_wording_is_taken(made: Writing) -> None:
    await made.press("ctrl+home", "f8")
    row, column = made.editor.area.cursor_location
    assert (row, column) == (14, 0)
    await made.press("f8")
    assert made.editor.area.cursor_location[0] == 15
    await made.press("shift+f8", "f9")
    await made.asked("order")
    await made.press("1")
    await made.open()
    await made.until(lambda: "Relax" not in made.editor.session.text)
    assert "\nYour shoulders might drop a little, or stay as they are. [pause 5s to 25s]\n" in made.editor.session.text
    await made.until(lambda: not made.editor.area.found_at(14))
    await made.press("ctrl+z")
    assert made.editor.session.text == SCRIPT


@scene
async def test_marks_go_along_with_their_lines_and_vanish_with_their_words(made: Writing) -> None:
    assert made.editor.area.found_at(14)
    await made.press("ctrl+home", "ctrl+end", "ctrl+home", "end", "enter")
    assert made.editor.area.found_at(15)
    await made.press("backspace")
    made.editor.area.go_to(15, 1)
    await made.press("x")
    assert not made.editor.area.found_at(14)


@scene
async def test_the_list_leads_to_a_line_and_the_text_keeps_the_focus(made: Writing) -> None:
    findings = made.editor.findings
    assert not findings.is_on_screen
    await made.press("ctrl+home", "f4", "home", "down")
    assert made.editor.list_has_keys
    assert findings.marked is made.editor.session.analysis.diagnostics[1]
    assert made.editor.area.cursor_location == (0, 0)
    await made.press("enter")
    assert not made.editor.list_has_keys
    assert made.editor.area.cursor_location[0] == 15
    await made.press("f4")
    await made.until(lambda: not made.editor.has_class("-listing"))
    assert made.editor.session.text == SCRIPT


@scene
async def test_findings_of_one_kind_are_one_row_that_leads_to_each_of_them(made: Writing) -> None:
    text = SCRIPT.replace("> Speak", "Rest. (pause 5 seconds)\n\nRest. (pause 6 seconds)\n\n> Speak")
    made.editor.area.replace_all(text)
    await made.until(lambda: made.editor.session.analysis.lines == tuple(text.split("\n")))
    findings = made.editor.findings
    grouped = next(row for row, group in enumerate(findings.groups) if len(group.members) > 1)
    row = str(findings.get_option_at_index(grouped).prompt)
    assert "3 × Understood as [pause 5s]." in row
    assert "lines 16, 19, 21" in row
    await made.press("ctrl+home", "f4", *["down"] * grouped)
    for line in (16, 19, 21, 16):
        await made.press("enter")
        assert made.editor.area.cursor_location[0] == line - 1
        await made.press("f4", "f4")
    assert made.editor.session.text == text


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
def test_what_is_typed_while_the_list_has_the_keys_is_written_in_its_order(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async def played() -> None:
        async with writing(tmp_path, size=size) as made:
            await made.open()
            await made.press("ctrl+home", "f4", "down")
            for key in ("q", "question_mark", "d", "backspace", "enter", "y"):
                made.app.post_message(events.Key(key, {"question_mark": "?"}.get(key, key if len(key) == 1 else None)))
            await made.until(lambda: made.editor.session.text == f"q?\ny{SCRIPT}")
            assert not made.editor.list_has_keys
            await made.press("f4")
            made.editor.area.post_message(events.Paste("pasted "))
            await made.until(lambda: made.editor.session.text == f"q?\nypasted {SCRIPT}")
            assert not made.editor.list_has_keys

    run(played)


@scene
async def test_a_text_that_is_much_shorter_or_longer_after_undo_is_drawn(made: Writing) -> None:
    """Where the scroll bar comes or goes with it, Textual's own undo fails."""
    short, long = "One line.", "\n".join(f"Line {number}." for number in range(60))
    made.editor.area.replace_all(short)
    await made.pilot.pause()
    await made.press("ctrl+a")
    made.editor.area.post_message(events.Paste(long))
    await made.until(lambda: made.editor.session.text == long)
    for key, text in (("ctrl+z", short), ("ctrl+y", long), ("ctrl+z", short), ("ctrl+z", SCRIPT), ("ctrl+y", short)):
        await made.press(key)
        await made.pilot.pause()
        assert made.editor.session.text == text
        assert made.editor.area.cursor_location[0] < made.editor.area.document.line_count


@scene
async def test_everything_can_be_marked_copied_cut_and_put_back(made: Writing) -> None:
    await made.press("ctrl+v")
    await made.until(lambda: "Ctrl-Shift-V" in made.notice)
    await made.press("ctrl+a", "ctrl+c")
    assert made.app.is_running
    assert made.app.clipboard == SCRIPT
    await made.press("ctrl+x")
    assert made.editor.session.text == ""
    await made.press("ctrl+v", "ctrl+v")
    assert made.editor.session.text == SCRIPT * 2
    await made.press("ctrl+home", "ctrl+shift+end", "x")
    assert made.editor.session.text == "x"


@scene
async def test_another_program_changes_the_file_and_mine_goes_on(made: Writing) -> None:
    await made.press(*"Mine")
    made.path.write_text("theirs", "utf-8")
    made.editor.look_at_file()
    made.editor.look_at_file()
    await made.asked("Another program")
    await made.press("1")
    await made.open()
    await made.until(lambda: "kept" in made.notice)
    assert made.editor.session.text == f"Mine{SCRIPT}"
    assert made.kept() == {"evening-kept.txt": "theirs"}
    await made.press("ctrl+s")
    await made.until(lambda: not made.editor.session.unsaved)
    assert made.path.read_text("utf-8") == f"Mine{SCRIPT}"


@scene
async def test_another_program_changes_the_file_and_theirs_goes_on(made: Writing) -> None:
    await made.press(*"Mine")
    made.path.write_text("theirs", "utf-8")
    await made.press("ctrl+s")
    await made.asked("Another program")
    await made.press("2")
    await made.open()
    await made.until(lambda: made.editor.session.text == "theirs")
    assert not made.editor.session.unsaved
    assert made.kept() == {"evening-kept.txt": f"Mine{SCRIPT}"}
    await made.until(lambda: not made.draft.exists())
    await made.until(lambda: made.editor.session.analysis.lines == ("theirs",))
    await made.press("ctrl+z")
    assert made.editor.session.text == f"Mine{SCRIPT}"


@scene
async def test_a_file_that_vanishes_is_told_kept_and_written_again(made: Writing) -> None:
    made.path.unlink()
    made.editor.look_at_file()
    made.editor.look_at_file()
    await made.until(lambda: "no longer there" in made.notice)
    await made.until(made.draft.exists)
    await made.press("ctrl+s")
    await made.until(lambda: not made.editor.session.unsaved)
    assert made.path.read_text("utf-8") == SCRIPT


@scene
async def test_leaving_with_unsaved_work_asks(made: Writing) -> None:
    await made.press("x", "escape")
    await made.asked("not saved yet")
    await made.press("escape")
    await made.open()
    await made.press("escape")
    await made.asked("not saved yet")
    await made.press("1")
    await made.until(lambda: isinstance(made.app.screen, Library))
    assert made.path.read_text("utf-8") == f"x{SCRIPT}"
    assert not made.draft.exists()


@scene
async def test_unsaved_work_can_be_left_for_another_time_and_is_offered_then(made: Writing) -> None:
    await made.press("x", "f10")
    await made.asked("not saved yet")
    await made.press("2")
    await made.until(lambda: isinstance(made.app.screen, ScriptPicker))
    await made.until(made.draft.exists)
    await made.press("escape")
    await made.until(lambda: isinstance(made.app.screen, Library))
    await made.press("f4")
    await made.asked("unsaved work")
    await made.press("1")
    await made.open()
    assert made.editor.session.text == f"x{SCRIPT}"
    assert made.editor.session.unsaved


@scene
async def test_unsaved_work_can_be_thrown_away(made: Writing) -> None:
    await made.press("x")
    await made.until(made.draft.exists)
    await made.press("escape")
    await made.asked("not saved yet")
    await made.press("3")
    await made.until(lambda: isinstance(made.app.screen, Library))
    assert not made.draft.exists()
    assert made.path.read_text("utf-8") == SCRIPT


def test_the_file_can_be_opened_instead_and_the_draft_is_kept_beside(tmp_path: Path) -> None:
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises" / ".evening.md.draft").write_text("mine", "utf-8")

    async def played() -> None:
        async with writing(tmp_path) as made:
            await made.asked("unsaved work")
            await made.press("2")
            await made.open()
            assert made.editor.session.text == SCRIPT
            assert made.kept() == {"evening-kept.txt": "mine"}
            assert not made.draft.exists()

    run(played)


def test_quitting_from_the_editor_keeps_what_was_typed_last(tmp_path: Path) -> None:
    async def played() -> None:
        async with writing(tmp_path) as made:
            await made.open()
            await made.press("x", "ctrl+q")

    run(played)
    assert (tmp_path / "exercises" / ".evening.md.draft").read_text("utf-8") == f"x{SCRIPT}"


@scene
async def test_a_new_script_begins_with_its_title_and_is_no_file_until_it_is_saved(made: Writing) -> None:
    await made.press("f10")
    await made.until(lambda: isinstance(made.app.screen, ScriptPicker))
    await made.press("enter", *"Evening", "enter", "enter")
    await made.until(lambda: "called evening already" in str(made.app.screen.query_one("#notice").render()))
    await made.press("enter", *"By the sea", "enter", "down", "down", "down", "enter")
    await made.open()
    new = made.folder / "exercises" / "by-the-sea.md"
    assert made.editor.session.unsaved
    assert not new.exists()
    await made.press("f2")
    await made.until(lambda: not made.editor.session.unsaved)
    assert new.read_text("utf-8").startswith("---\n")
    assert '\ntitle: "By the sea"\n' in new.read_text("utf-8")
    assert "\npractice: breath\n" in new.read_text("utf-8")


@scene
async def test_a_new_script_can_be_an_empty_page(made: Writing) -> None:
    await made.press("f10")
    await made.until(lambda: isinstance(made.app.screen, ScriptPicker))
    await made.press("enter", *"Mistaken", "enter", "escape")
    await made.press("enter", *"By the sea", "enter", "enter")
    await made.open()
    assert made.editor.session.text == '---\ntitle: "By the sea"\n---\n\n'
    assert made.editor.area.cursor_location == made.editor.area.document.end
    assert "Nothing is written yet" in made.notice


@scene
async def test_what_came_with_feltsense_is_saved_as_ones_own_copy(made: Writing) -> None:
    await made.press("escape")
    await made.until(lambda: isinstance(made.app.screen, Library))
    await made.press("d", "backspace", *"zeb", "f4")
    await made.open()
    assert "your own copy" in made.notice
    copy = made.folder / "exercises" / "came-along.md"
    await made.press("x")
    await made.until(lambda: copy.with_name(".came-along.md.draft").exists())
    assert not copy.exists()
    await made.press("ctrl+s")
    await made.until(lambda: not made.editor.session.unsaved)
    assert copy.read_text("utf-8").startswith("x---\n")


@scene
async def test_tries_change_the_timing_and_not_the_script(made: Writing) -> None:
    before = made.editor.session.analysis.overview
    assert before is not None
    await made.press("f7")
    await made.until(lambda: isinstance(made.app.screen, TrialScreen))
    await made.press("right", "down", "down", "right")
    await made.press("escape")
    await made.open()
    session = made.editor.session
    await made.until(lambda: (session.trial.minutes, session.trial.pace) == (3, 100))
    await made.until(lambda: session.analysis.exercise and session.analysis.exercise.front.pace == 100)
    assert "trying 3 minutes · 100 words a minute" in made.notice
    assert made.editor.session.text == SCRIPT


@scene
async def test_the_lengths_of_the_script_are_offered_from_the_first_key_on(made: Writing) -> None:
    session, may_go_on = made.editor.session, Event()
    analyse = session.analyse

    def slowly(trial: TrialOptions | None = None) -> ScriptAnalysis:
        may_go_on.wait()
        return analyse(trial)

    session.analyse = slowly  # type: ignore[method-assign]  # as on a slow machine
    try:
        await made.press("f7")
        await made.until(lambda: isinstance(made.app.screen, TrialScreen) and made.app.screen.is_mounted)
        await made.press("right", "escape")
    finally:
        may_go_on.set()
    await made.open()
    await made.until(lambda: session.trial.minutes == 3)


@scene
async def test_a_phrase_is_heard_and_its_line_shown_until_escape(made: Writing) -> None:
    made.editor.area.go_to(15, 1)
    await made.press("f5")
    await made.until(lambda: made.editor.session.preview.status.line == 15)
    await made.press("escape")
    assert made.editor.session.preview.status.over
    await made.press("f6")
    await made.until(lambda: made.editor.session.preview.status.line == 15)
    await made.press("f6")
    assert made.editor.session.preview.status.over
    await made.press("ctrl+end", *"[puase]", "f6")
    await made.until(lambda: "keeps this from being heard" in made.notice)
    assert made.editor.session.preview.status.over


@scene
async def test_copying_does_not_leave_and_ctrl_c_without_a_selection_does(made: Writing) -> None:
    await made.press("ctrl+home", "shift+right", "shift+right", "ctrl+c")
    assert made.app.clipboard == "--"
    assert made.app.is_running
    await made.press("ctrl+end", "ctrl+v")
    assert made.editor.session.text == f"{SCRIPT}--"
    await made.press("ctrl+c")
    await made.until(lambda: not made.app.is_running or made.app._exit)


def test_a_file_that_is_no_text_is_told_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "exercises").mkdir()
    path = tmp_path / "exercises" / "evening.md"
    path.write_text(SCRIPT, "utf-8")

    async def played() -> None:
        async with writing(tmp_path) as made:
            await made.open()
            await made.press("f10")
            await made.until(lambda: isinstance(made.app.screen, ScriptPicker))
            path.write_bytes(b"\xff\xfe")
            await made.press("down", "down", "enter")
            await made.until(lambda: "not UTF-8" in str(made.app.screen.query_one("#notice").render()))

    run(played)
    assert path.read_bytes() == b"\xff\xfe"


def test_an_audio_file_from_the_editor_is_discreet_where_the_settings_say_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    async def played() -> None:
        async with writing(tmp_path) as made:
            await made.open()
            made.app.change(discreet_names=True)
            made.editor.action_render()
            await made.until(lambda: bool(list(tmp_path.glob("*.mp3"))))

    run(played)
    assert [path.name[:6] for path in tmp_path.glob("*.mp3")] == ["Track "]
