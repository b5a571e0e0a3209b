"""The way to the first frame: short, and without anything heavy."""

import subprocess
import sys
from pathlib import Path

import pytest

from terminal import Terminal

pytestmark = pytest.mark.usefixtures("desk")

HEAVY = ("numpy", "onnxruntime", "hibari", "plotext", "textual_plotext", "sqlite3", "miniaudio", "soxr", "pydub")


def test_nothing_heavy_is_loaded_before_the_first_frame() -> None:
    told = "import sys, feltsense.tui.start, feltsense.tui.app; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in ran.stdout.split()}
    assert loaded & set(HEAVY) == set()


def test_the_player_opens_in_a_terminal_and_leaves_it_as_it_was(tmp_path: Path) -> None:
    with Terminal(cwd=tmp_path, COLUMNS="80", LINES="24") as terminal:
        terminal.until("type to find")
        terminal.until("small")
        terminal.press("q")
        terminal.until("\x1b[?1049l")
        terminal.drain(0.5)
        assert terminal.process.wait(30) == 0
