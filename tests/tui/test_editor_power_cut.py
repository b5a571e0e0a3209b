"""The power goes while somebody types in a script of 400 lines: the program is real, and so is its end."""

from pathlib import Path

from running import SINE_PROGRAM
from terminal import Terminal
from writing import SCRIPT

_F4, _CTRL_END = "\x1bOS", "\x1b[1;5F"
_LOOKS = 300


def test_what_was_typed_outlives_kill_9(tmp_path: Path) -> None:
    path = tmp_path / "exercises" / "aaa.md"
    path.parent.mkdir()
    script = (
        SCRIPT.replace("Evening ground", "Aaa").replace("minutes: 3\n", "") + "Nothing else is here. [pause 5s]\n" * 400
    )
    path.write_text(script, "utf-8")
    draft = path.with_name(".aaa.md.draft")
    with Terminal(cwd=tmp_path, program=SINE_PROGRAM) as terminal:
        _open_editor(terminal)
        terminal.until("can last")
        terminal.press(_CTRL_END)
        terminal.press("One more word")
        for _ in range(_LOOKS):
            terminal.drain(0.1)
            if draft.exists() and draft.read_text("utf-8") == f"{script}One more word":
                break
        terminal.process.kill()
        terminal.process.wait()
    assert path.read_text("utf-8") == script
    assert draft.read_text("utf-8") == f"{script}One more word"
    with Terminal(cwd=tmp_path, program=SINE_PROGRAM) as terminal:
        _open_editor(terminal)
        terminal.until("unsaved work")
        terminal.press("1")
        terminal.until("can last")
        terminal.press(_CTRL_END)
        terminal.until("One more word")
        terminal.press("\x13")
        terminal.until("Saved as")
    assert path.read_text("utf-8") == f"{script}One more word"
    assert [found.name for found in path.parent.iterdir()] == ["aaa.md"]


def _open_editor(terminal: Terminal) -> None:
    terminal.until("type it, or choose")
    terminal.until("Aaa")  # the list is there: F4 before it opens a choice of scripts
    terminal.press("aaa")
    terminal.until("aaa")
    terminal.press(_F4)
