"""Started without an input, an output, or a place for errors."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from feltsense.cli.plain.console import Console
from feltsense.cli.terminal import in_a_terminal, on_a_screen
from running import PROGRAM

if sys.platform == "win32":
    pytest.skip("Windows starts no program like this", allow_module_level=True)

RAIN = ("play", "--soundscape", "rain", "--minutes", "0.02", "--output", "silent", "--speed", "100")


def ran_without(closed: tuple[int, ...], *arguments: str, cwd: Path) -> "subprocess.CompletedProcess[str]":
    """Run the program with some of its streams closed, as a shell does by `<&-` and `>&-`."""

    def close() -> None:
        for number in closed:
            os.close(number)

    return subprocess.run(
        [*PROGRAM, *arguments],
        cwd=cwd,
        text=True,
        timeout=60,
        check=False,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        preexec_fn=close,
    )


@pytest.mark.parametrize("closed", [(0,), (1,), (2,), (0, 1), (0, 1, 2)], ids=str)
def test_it_ends_well_whatever_is_closed(closed: tuple[int, ...], tmp_path: Path) -> None:
    ran = ran_without(closed, "list", cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ("feet-on-the-floor" in ran.stdout) is (1 not in closed)


def test_a_soundscape_alone_needs_neither_input_nor_output(tmp_path: Path) -> None:
    ran = ran_without((0, 1), *RAIN, cwd=tmp_path)
    assert (ran.returncode, ran.stderr.count("\n")) == (0, 1)


def test_wrong_usage_is_told_without_an_input(tmp_path: Path) -> None:
    ran = ran_without((0,), "play", cwd=tmp_path)
    assert (ran.returncode, "Name an exercise" in ran.stderr) == (2, True)


def test_where_there_is_no_input_nobody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    console = Console()
    assert not console.interactive
    assert console.ask("Is somebody there?") is None
    assert console.ask("Nobody?") is None


def test_where_there_is_no_input_or_output_nothing_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert not in_a_terminal()
    monkeypatch.setattr("sys.stdout", None)
    assert not on_a_screen()


def test_where_textual_draws_elsewhere_the_player_can_be_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("TEXTUAL_DRIVER", "textual.drivers.web_driver:WebDriver")
    assert on_a_screen()
