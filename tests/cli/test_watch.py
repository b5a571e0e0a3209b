"""`feltsense watch`."""

import signal
from pathlib import Path
from typing import IO

import pytest

from feltsense.authoring.preview_player import LivePlayer
from feltsense.authoring.watching import ScriptWatch
from feltsense.cli.output import show_error
from feltsense.cli.watch import print_report
from feltsense.practice.engine import AudioEngine
from feltsense.script.model import Exercise, Phrase
from feltsense.system.paths import Workspace
from feltsense.voice import registry
from running import SINE_PROGRAM, SMALL, Desk, ended, running


class Saves:
    """What is printed at each save."""

    def __init__(self, path: Path, capsys: pytest.CaptureFixture[str], player: LivePlayer | None = None) -> None:
        self._watch = ScriptWatch(path, None, player, show_error)
        self._capsys = capsys

    def save(self, script: str) -> str:
        print_report(self._watch.save(script.encode()), self._watch.path)
        told = self._capsys.readouterr()
        return told.out + told.err


@pytest.fixture
def saves(desk: Desk) -> Saves:
    return Saves(desk.folder / "exercises" / "small.md", desk.capsys)


def test_a_save_is_answered_with_what_is_found_and_how_long_it_is(saves: Saves) -> None:
    told = saves.save(SMALL)
    assert "  small.md\n" in told
    assert "about 0:1" in told
    assert "longest silence" in told


def test_the_next_save_tells_what_has_become_of_the_length(saves: Saves) -> None:
    saves.save(SMALL)
    assert "(+8 s)" in saves.save(SMALL.replace("[pause 1s]", "[pause 9s]"))
    assert "(-8 s)" in saves.save(SMALL)
    assert " s)" not in saves.save(SMALL)


def test_mistakes_are_shown_with_their_lines_and_no_length(saves: Saves) -> None:
    told = saves.save(SMALL.replace("[pause 1s]", "[puase 1s]"))
    assert "small.md:11:21: error S020" in told
    assert "about" not in told


def test_only_what_is_new_is_shown_again_and_the_rest_is_counted(saves: Saves) -> None:
    wrong = SMALL.replace("[pause 1s]", "[puase 1s]")
    assert "S020" in saves.save(wrong)
    told = saves.save(wrong.replace("## Leaving", "Relax. [beell]\n\n## Leaving").replace("## Arr", "\n## Arr"))
    assert "[puase 1s]" not in told
    assert "“[beell]” is not a cue" in told
    assert "\n1 as before\n" in told
    told = saves.save(SMALL)
    assert "S020" not in told
    assert "3 gone, nothing else found" in told


def test_a_mistake_made_twice_is_new_once(saves: Saves) -> None:
    wrong = SMALL.replace("[pause 1s]", "[puase 1s]")
    saves.save(wrong)
    told = saves.save(wrong.replace("And another one.", "And another one. [puase 1s]"))
    assert told.count("error S020") == 1
    assert "\n1 as before\n" in told


def test_a_length_that_cannot_be_met_is_told_and_watching_goes_on(saves: Saves) -> None:
    assert "cannot last exactly 90:00" in saves.save(SMALL.replace("tier: 1", "tier: 1\nminutes: 90"))
    assert "about 0:1" in saves.save(SMALL)


def test_a_sound_that_is_not_there_is_told_once_with_its_line_and_the_length_all_the_same(saves: Saves) -> None:
    script = SMALL.replace("And another one.", "And another one.\n[play gone.mp3]")
    told = saves.save(script)
    assert told.count("“gone.mp3” is not there.") == 1
    assert "small.md:13:1: error S027" in told
    assert "about 0:" in told
    assert "gone.mp3" not in saves.save(f"{script}\n")


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What was said aloud."""
    found: list[list[str]] = []
    speak = LivePlayer.speak

    def noted(self: LivePlayer, exercise: Exercise, folder: Path | None) -> None:
        speak(self, exercise, folder)
        found.append([node.text for node in exercise.sections[0].body if isinstance(node, Phrase)])

    monkeypatch.setattr(LivePlayer, "speak", noted)
    monkeypatch.setitem(registry.VOICES, "heart", "sine_voice")
    return found


def test_changed_phrases_are_heard_and_nothing_else(desk: Desk, spoken: list[list[str]]) -> None:
    path = desk.folder / "exercises" / "small.md"
    engine = AudioEngine(Workspace(desk.folder), "silent")
    player = LivePlayer(engine, "silent")
    try:
        saves = Saves(path, desk.capsys, player)
        saves.save(SMALL)
        assert spoken == []
        assert "heard: And yet another.\n" in saves.save(SMALL.replace("another one", "yet another"))
        saves.save(SMALL.replace("another one", "yet another").replace("[pause 1s]", "[pause 2s]"))
        assert spoken == [["And yet another."]]
        saves.save(SMALL.replace("another one", "no other"))
        assert spoken[1:] == [["And no other."]]
    finally:
        player.close()
        engine.close()


def until(stream: IO[str], text: str) -> str:
    """Read lines until one holds `text`."""
    for line in stream:
        if text in line:
            return line
    raise AssertionError(f"{text} was never said")


@pytest.mark.parametrize("options", [(), ("--listen", "--output", "silent")])
def test_watching_goes_on_until_it_is_interrupted(desk: Desk, options: tuple[str, ...]) -> None:
    path = desk.folder / "exercises" / "small.md"
    with running("watch", "small", *options, workspace=desk.folder, program=SINE_PROGRAM) as process:
        assert process.stdout is not None
        until(process.stdout, "about 0:1")
        path.unlink()
        beside = path.with_suffix(".tmp")
        beside.write_text(SMALL.replace("[pause 1s]", "[pause 31s]"), "utf-8")
        beside.rename(path)
        until(process.stdout, "(+30 s)")
        process.send_signal(signal.SIGINT)
        ran = ended(process)
    assert ran.code == 130
    assert "Ctrl-C ends it." in ran.err
    assert "Traceback" not in ran.err


def test_a_script_that_is_not_there_is_told(desk: Desk) -> None:
    assert desk.run("watch", "nowhere").code == 1
