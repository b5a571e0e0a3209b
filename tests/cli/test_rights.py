"""Folders and files that may not be read or written: a clear message with the next step, and the rest goes on."""

import json
from pathlib import Path

import pytest

from feltsense.journal.model import NewPractice
from feltsense.journal.store import open_journal
from feltsense.system.settings import settings_path
from rights import closed, run_without_rights
from running import SINE_PROGRAM, SMALL

pytestmark = pytest.mark.usefixtures("rights")

PLAY = ("play", "small", "--plain", "--output", "silent", "--speed", "60")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises" / "small.md").write_text(SMALL, encoding="utf-8")
    (tmp_path / "out").mkdir()
    return tmp_path


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with one practice."""
    folder = tmp_path / "home"
    with open_journal(folder) as journal:
        journal.record_progress(journal.start_practice(NewPractice("small", "Small", "0" * 64, "heart", 1)), 1000)
    monkeypatch.setenv("FELTSENSE_HOME", str(folder))
    return folder


@pytest.mark.parametrize(
    "command",
    [("list",), ("list", "--json"), ("show", "1"), ("export",), ("delete", "1", "--yes"), ("import", "practices.csv")],
    ids=" ".join,
)
def test_a_journal_in_a_closed_folder_is_told(workspace: Path, home: Path, command: tuple[str, ...]) -> None:
    (workspace / "practices.csv").write_text("version,uid,began_at\n")
    with closed(home):
        ran = run_without_rights("journal", *command, cwd=workspace)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"The journal ({home / 'journal.db'}) cannot be used: permission denied.\n")
    assert "Look at the rights of its folder, or set FELTSENSE_HOME." in ran.err


@pytest.mark.parametrize("name", ["home", "exercises", "audio_cache"])
def test_doctor_tells_a_closed_folder_and_goes_on(workspace: Path, home: Path, name: str) -> None:
    assert home.is_dir()
    (workspace / "audio_cache").mkdir()
    with closed(workspace / name):
        ran = run_without_rights("doctor", "--json", cwd=workspace)
    found = {each["what"]: each for each in json.loads(ran.out)}
    assert ran.code == 0
    assert {"feltsense", "voice heart", "exercises", "speech cache", "your own data", "journal", "ffmpeg"} <= set(found)
    told = {"home": "your own data", "exercises": "exercises", "audio_cache": "speech cache"}[name]
    assert not found[told]["fine"]
    assert found[told]["hint"]
    if name == "home":
        assert "permission denied" in found["journal"]["hint"]


@pytest.mark.parametrize(
    "command",
    [
        ("render", "small", "-o", "out"),
        ("render", "small", "-o", "out/small.mp3"),
        ("import", "text.txt", "-o", "out"),
        ("import", "text.txt", "-o", "out/text.md"),
        ("new", "mine", "--practice", "breath", "-o", "out/mine.md"),
        ("journal", "export", "-o", "out/e.json"),
    ],
    ids=" ".join,
)
@pytest.mark.usefixtures("home")
def test_a_closed_output_folder_is_told_with_another_way(workspace: Path, command: tuple[str, ...]) -> None:
    (workspace / "text.txt").write_text("Sit down.\n\nBreathe out.\n")
    with closed(workspace / "out"):
        ran = run_without_rights(*command, cwd=workspace, program=SINE_PROGRAM)
    assert (ran.code, ran.out) == (1, "")
    assert "permission denied" in ran.err
    assert "with -o" in ran.err
    assert "inside feltsense" not in ran.err


def test_a_closed_folder_of_scripts_is_not_taken_for_an_empty_one(workspace: Path) -> None:
    with closed(workspace / "exercises"):
        ran = run_without_rights("check", "exercises", cwd=workspace)
    assert (ran.code, ran.out) == (1, "")
    assert "exercises cannot be read: permission denied." in ran.err


def test_closed_settings_are_told_and_the_usual_ones_hold(workspace: Path, home: Path) -> None:
    path = settings_path(home)
    path.write_text('{"voice": "gone"}')
    with closed(path):
        ran = run_without_rights(*PLAY, "--no-checkin", cwd=workspace, program=SINE_PROGRAM)
    assert ran.code == 0
    assert f"The settings in {path} cannot be read: permission denied." in ran.err
    assert "This is the end." in ran.out


def test_a_practice_goes_on_where_the_data_folder_is_closed(workspace: Path, home: Path) -> None:
    with closed(home):
        ran = run_without_rights(*PLAY, cwd=workspace, program=SINE_PROGRAM)
    assert ran.code == 0
    assert "Nothing of this practice will be kept." in ran.err
    assert "This is the end." in ran.out


def test_a_file_that_nobody_thought_of_is_no_mistake_of_ours(workspace: Path) -> None:
    with closed(workspace / "exercises" / "small.md"):
        ran = run_without_rights("check", "exercises/small.md", cwd=workspace)
    assert ran.code == 1
    assert "permission denied" in ran.err
    assert "inside feltsense" not in ran.err
