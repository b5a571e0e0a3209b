"""The way to the first frame: short, and without anything heavy."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from feltsense.system.paths import data_home
from feltsense.system.settings import load_settings
from running import PROGRAM, SINE_PROGRAM
from terminal import Terminal

pytestmark = pytest.mark.usefixtures("desk")

HEAVY = ("numpy", "onnxruntime", "hibari", "sqlite3", "miniaudio", "soxr", "lxml")


def test_nothing_heavy_is_loaded_before_the_first_frame() -> None:
    told = "import sys, feltsense.tui.start, feltsense.tui.app; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in ran.stdout.split()}
    assert loaded & set(HEAVY) == set()


def test_the_player_opens_in_a_terminal_and_leaves_it_as_it_was(tmp_path: Path) -> None:
    with Terminal(cwd=tmp_path, COLUMNS="80", LINES="24") as terminal:
        terminal.until("type it, or choose")
        terminal.until("small")
        terminal.press("qq")
        terminal.until("\x1b[?1049l")
        terminal.drain(0.5)
        assert terminal.process.wait(30) == 0


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_the_systems_signals_leave_the_terminal_as_it_was(tmp_path: Path, number: signal.Signals, code: int) -> None:
    with Terminal("play", "small", "--output", "silent", cwd=tmp_path, program=SINE_PROGRAM) as terminal:
        terminal.until("machine only")
        terminal.process.send_signal(number)
        terminal.until("\x1b[?1049l")
        terminal.drain(0.5)
        assert terminal.process.wait(30) == code


BLOCKED_SOON = """
import sys
import textual.drivers._writer_thread as writer
import feltsense.tui.start as start
from feltsense.cli.main import main
writer.MAX_QUEUED_WRITES = 4  # else it takes luck
start._PATIENCE = 1.0
sys.exit(main([]))
"""


def test_it_leaves_when_the_window_is_gone_in_the_middle_of_drawing(tmp_path: Path) -> None:
    """Textual's writer ends at the first line that is not drawn any more; who writes on then waits for ever."""
    with Terminal(cwd=tmp_path, program=[sys.executable, "-c", BLOCKED_SOON]) as terminal:
        terminal.until("type it, or choose")
        terminal.until("small")
        terminal.press("*")  # to be saved
        terminal.until("favourites")
        terminal.hang_up()
        assert terminal.process.wait(20) == 128 + signal.SIGHUP
    assert load_settings(data_home()).favourites


@pytest.mark.skipif(sys.platform == "win32", reason="its driver reads another kind of input there")
def test_the_player_opens_in_a_browser_without_a_terminal(tmp_path: Path) -> None:
    """textual-serve names a driver, and speaks with it through pipes: a letter, a length, and as many bytes."""
    served = {**os.environ, "TEXTUAL_DRIVER": "textual.drivers.web_driver:WebDriver", "COLUMNS": "80", "ROWS": "24"}
    with subprocess.Popen(PROGRAM, cwd=tmp_path, env=served, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        drawn = b""
        while b"type it, or choose" not in drawn:
            chunk = os.read(program.stdout.fileno(), 65536)
            assert chunk, f"it ended: {drawn[-2000:]!r}"
            drawn += chunk
        program.stdin.write(b"D" + (2).to_bytes(4, "big") + b"qq")
        program.stdin.flush()
        while os.read(program.stdout.fileno(), 65536):
            pass
        assert program.wait(30) == 0


@pytest.mark.skipif(not shutil.which("bash"), reason="it takes a shell with jobs")
def test_it_waits_in_the_shell_and_comes_back(tmp_path: Path) -> None:
    with Terminal("--norc", "-i", cwd=tmp_path, program=["bash"], PS1="$ ") as shell:
        shell.press(f"{sys.executable} -m feltsense\r")
        shell.until("type it, or choose")
        shell.press("\x1a")
        shell.until("Stopped")
        shell.press("fg\r")
        shell.until("type it, or choose")
        shell.press("qq")
        shell.until("\x1b[?1049l")
        shell.until("$ ")
        shell.press("exit\r")
        assert shell.ended() == 0
