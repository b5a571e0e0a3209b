"""Lines in a real terminal, with somebody who types while it plays."""

import shutil
import sys
from pathlib import Path

import pytest

from running import SINE_PROGRAM, SMALL

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals like these", allow_module_level=True)

from terminal import Terminal

QUIET = f"{SMALL.replace('[pause 1s]', '[pause 40s]')} [pause 40s]\n"
"""So long that whoever types is never too late."""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises" / "small.md").write_text(QUIET, "utf-8")
    return tmp_path


def plain(here: Path) -> Terminal:
    return Terminal("play", "small", "--output", "silent", "--plain", cwd=here, program=SINE_PROGRAM)


def test_pausing_skipping_and_ending_by_lines(here: Path) -> None:
    with plain(here) as terminal:
        terminal.until("How much distress")
        terminal.press("s\n")
        terminal.until("Here is a sentence.")
        terminal.press("\n")
        terminal.until("(paused)")
        terminal.press("\n")
        terminal.until("(going on)")
        terminal.press("nn\n")
        terminal.until("Part 2: Leaving")
        terminal.press("what\n")
        terminal.until("While it plays: Enter pauses")
        terminal.press("e\n")
        terminal.until("Half a practice counts.")
        terminal.until("How much distress")
        terminal.press("s\n")
        assert terminal.ended() == 0


def test_ctrl_z_pauses_where_no_shell_could_have_it_go_on(here: Path) -> None:
    with Terminal(
        "play", "small", "--output", "silent", "--plain", "--no-checkin", cwd=here, program=SINE_PROGRAM
    ) as terminal:
        terminal.until("Here is a sentence.")
        terminal.press("\x1a")
        terminal.until("(paused; Enter goes on)")
        terminal.press("\n")
        terminal.until("(going on)")
        terminal.press("e\n")
        assert terminal.ended() == 0


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
def test_ctrl_z_leads_to_the_shell_and_fg_back(here: Path) -> None:
    shell = ["bash", "-c", 'set -m; "$@"; echo in the shell; fg', "shell", *SINE_PROGRAM]
    with Terminal(
        "play", "small", "--output", "silent", "--plain", "--no-checkin", cwd=here, program=shell
    ) as terminal:
        terminal.until("Here is a sentence.")
        terminal.press("\x1a")
        terminal.until("in the shell")
        terminal.until("(paused; Enter goes on)")
        terminal.press("\n")
        terminal.until("(going on)")
        terminal.press("e\n")
        assert terminal.ended() == 0


def test_ctrl_c_ends_at_once_with_everything_kept(here: Path) -> None:
    with plain(here) as terminal:
        terminal.until("How much distress")
        terminal.press("7\ns\n")
        terminal.until("Here is a sentence.")
        terminal.press("\x03")
        assert terminal.ended() == 130
    assert b"Traceback" not in terminal.drawn
    with Terminal("journal", "list", cwd=here) as listed:
        assert listed.ended() == 0
        assert b"A small one" in listed.drawn
        assert b"7" in listed.drawn


def test_a_background_by_itself_is_steered_by_lines_where_nothing_can_be_drawn(here: Path) -> None:
    arguments = ("play", "--sound", "rain", "--output", "silent")
    with Terminal(*arguments, cwd=here, size=(44, 24), TERM="dumb", COLUMNS="") as terminal:  # xdist sets them
        terminal.until("While it plays: Enter pauses")
        terminal.until("background: rain")
        terminal.press("n\n")
        terminal.until("(there is no further phrase)")
        terminal.press("\n")
        terminal.until("(paused)")
        terminal.press("e\n")
        assert terminal.ended() == 0
    assert [line for line in terminal.drawn.decode().splitlines() if len(line) > 44] == []


def test_a_terminal_that_cannot_draw_is_asked_by_number(here: Path) -> None:
    with Terminal(cwd=here, program=SINE_PROGRAM, TERM="dumb") as terminal:
        terminal.until("Feet on the floor")
        terminal.until("A number begins an exercise")
        terminal.press("all\n")
        terminal.until("I'm tense, or can't rest")
        terminal.until("A number, a few words, or Enter to leave.")
        number = next(line.split()[0] for line in terminal.drawn.decode().splitlines() if "A small one" in line)
        terminal.press(f"{number}\n")
        terminal.until("A small one\r\n")
        terminal.press("s\n")
        terminal.until("Here is a sentence.")
        terminal.press("e\n")
        terminal.until("How much distress")
        terminal.press("s\n")
        terminal.until("A number begins an exercise")
        terminal.press("\n")
        assert terminal.ended() == 0
    assert b"\x1b[" not in terminal.drawn
