"""The entry point: help, exit codes, and how mistakes are told."""

import subprocess
from pathlib import Path

import pytest

from feltsense import __version__
from running import PROGRAM, Desk, ended, started


def test_help_names_every_command_in_words(desk: Desk) -> None:
    ran = desk.run("--help")
    assert ran.code == 0
    for name in ("list", "show", "render", "check", "voices", "soundscapes", "cache", "doctor", "completion"):
        assert f"  {name} " in ran.out
        told = desk.run(name, "--help")
        assert told.code == 0
        assert "\\b" not in told.out
        assert max(map(len, told.out.splitlines())) <= 100


def test_the_version_is_told(desk: Desk) -> None:
    assert __version__ in desk.run("--version").out


def test_a_command_that_is_nearly_right_is_suggested(desk: Desk) -> None:
    ran = desk.run("rendr")
    assert ran.code == 2
    assert "Did you mean “render”?" in ran.err


@pytest.mark.parametrize(
    "arguments", [("render", "--frmat"), ("render",), ("show",), ("render", "small", "--minutes", "0")]
)
def test_wrong_usage_is_2(desk: Desk, arguments: tuple[str, ...]) -> None:
    assert desk.run(*arguments).code == 2


def test_our_own_mistake_is_told_without_a_traceback_and_without_the_scripts_words(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError("the words of a listener")

    monkeypatch.setattr("feltsense.cli.show.overview", fails)
    ran = desk.run("show", "small")
    assert ran.code == 1
    assert "RuntimeError in test_main.py" in ran.err
    assert "our mistake" in ran.err
    assert "listener" not in ran.err
    assert "Traceback" not in ran.err


def test_a_reader_that_has_enough_is_no_error(tmp_path: Path) -> None:
    command = " ".join(PROGRAM)
    out = subprocess.run(
        ["sh", "-c", f"{command} list --json | head -1"], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert (out.stdout, out.stderr) == ("[\n", "")


def test_nothing_is_coloured_where_nobody_sees_colours(tmp_path: Path) -> None:
    ran = ended(started("list", cwd=tmp_path))
    assert "\x1b" not in ran.out
    assert ran.code == 0


def test_a_terminal_without_our_letters_is_no_error(tmp_path: Path) -> None:
    ran = ended(started("show", "even-breath", cwd=tmp_path, PYTHONIOENCODING="ascii"))
    assert (ran.code, ran.err) == (0, "")


def test_no_folder_is_made_by_looking(tmp_path: Path) -> None:
    home = tmp_path / "home"
    for arguments in (("list",), ("show", "even-breath"), ("cache", "info"), ("check", "even-breath")):
        assert ended(started(*arguments, cwd=tmp_path, FELTSENSE_HOME=str(home))).code == 0
    assert list(tmp_path.iterdir()) == []


def test_without_a_terminal_the_use_of_the_commands_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    home, folder = tmp_path / "home", tmp_path / "here"
    folder.mkdir()
    ran = ended(started(cwd=folder, FELTSENSE_HOME=str(home)))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Usage: feltsense [OPTIONS] COMMAND")
    assert "feltsense render feet-on-the-floor" in ran.err
    assert list(tmp_path.rglob("*")) == [folder]


def test_what_is_wrong_in_the_command_line_is_told_printably(desk: Desk) -> None:
    ran = desk.run("a\x07\u202e")
    assert ran.code == 2
    assert "There is no command “a\\u0007\\u202e”." in ran.err


def test_what_may_not_be_read_is_no_mistake_of_ours(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "/some/where")

    monkeypatch.setattr("feltsense.cli.show.overview", closed)
    ran = desk.run("show", "small")
    assert ran.code == 1
    assert ran.err == "/some/where cannot be used: permission denied.\n  Look at the rights of it and its folder.\n"
