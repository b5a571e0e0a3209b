"""Several exercises in one render: what comes later begins early, and all is as if it came one after the other."""

import json
import shutil
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from feltsense.cli import turns
from feltsense.cli.turns import AbandonedError, TurnProgress, TurnQueue
from feltsense.render.job import RenderPhase
from running import SMALL, WRONG, Desk, ended, started

PATIENCE_S = 60
"""Only something broken waits this long."""

NAMES = ("first", "second", "third", "fourth")


@pytest.fixture
def several(desk: Desk) -> Desk:
    """Four scripts that share sentences, one of them over a background."""
    for number, name in enumerate(NAMES):
        own = f"Sentence {number} of its own." if number != 2 else "Sentence 0 of its own. Sentence 1 of its own."
        desk.write(name, SMALL.replace("This is the end.", own))
    desk.write("fourth", SMALL.replace("---\n", "---\nsoundscape: brown\n", 1))
    return desk


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("workers", [1, 3])
def test_files_and_reports_are_those_of_one_after_the_other(
    several: Desk, monkeypatch: pytest.MonkeyPatch, workers: int
) -> None:
    monkeypatch.setattr(turns, "_WORKERS", workers)
    alone = [json.loads(several.run("render", name, "-o", "alone/", "--json").out)[0] for name in NAMES]
    shutil.rmtree(several.folder / "audio_cache")
    together = json.loads(several.run("render", *NAMES, "-o", "alone2/", "--json").out)
    assert contents(Path("alone2")) == contents(Path("alone"))
    assert len(contents(Path("alone"))) == 5 * len(NAMES)
    assert [each["spoken"] for each in together] == [each["spoken"] for each in alone] == [3, 1, 0, 1]
    assert [each["name"] for each in together] == list(NAMES)


def test_what_is_told_comes_in_order(several: Desk) -> None:
    several.write("wrong", WRONG)
    ran = several.run("render", "second", "nowhere", "first", "wrong", "third", "-o", "phone/")
    assert ran.out == "phone/second.mp3\nphone/first.mp3\nphone/third.mp3\n"
    told = ["0:", "“nowhere”", "0:", "wrong.md:5:6", "an error in wrong.md", "0:", "3 of 5 exercises rendered"]
    places: list[int] = []
    for words in told:
        places.append(ran.err.index(words, places[-1] + 1 if places else 0))
    assert places == sorted(places)


def test_an_exercise_may_play_what_was_rendered_before_it(desk: Desk) -> None:
    Path("bell.md").write_text("One sentence.\n", "utf-8")
    Path("later.md").write_text("Listen. [play bell.mp3 for 2s]\n", "utf-8")
    ran = desk.run("render", "bell.md", "later.md")
    assert (ran.code, ran.out) == (0, "bell.mp3\nlater.mp3\n")


@pytest.mark.skipif(sys.platform == "win32", reason="signals are those of Unix")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_interrupted_nothing_is_left_half(tmp_path: Path, number: signal.Signals, code: int) -> None:
    (tmp_path / "exercises").mkdir()
    (tmp_path / "out").mkdir()
    for name in ("one", "two", "three"):
        script = "\n".join(f"Sentence {each} of script {name}." for each in range(16))
        (tmp_path / "exercises" / f"{name}.md").write_text(script, "utf-8")
    command = ("--workspace", str(tmp_path), "render", "one", "two", "three")
    process = started(*command, cwd=tmp_path / "out", TMPDIR=str(tmp_path))
    until = time.monotonic() + PATIENCE_S
    while len(list((tmp_path / "audio_cache").rglob("*.speech"))) < 5:
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < until
        time.sleep(0.005)  # looks again; nothing depends on how long this is
    process.send_signal(number)
    ran = ended(process)
    assert ran.code == code
    assert "Nothing is lost" in ran.err
    assert "Traceback" not in ran.err
    assert [path.name for path in (tmp_path / "out").iterdir() if path.name.startswith(".")] == []
    assert len(list((tmp_path / "out").iterdir())) % 5 == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["audio_cache", "exercises", "out"]


def test_turns_come_in_order_however_long_each_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "_WORKERS", 2)
    second = threading.Event()

    def early(name: str, _: TurnProgress) -> str:
        if name == "first":
            assert second.wait(PATIENCE_S)
        second.set()
        return name.upper()

    with TurnQueue(NAMES, early, lambda: None) as queue:
        assert [(name, found) for name, found, _ in queue] == [(name, name.upper()) for name in NAMES]


def test_an_error_ends_what_has_begun_early() -> None:
    begun, hanging = threading.Event(), threading.Event()
    ends: list[str] = []

    def early(name: str, progress: TurnProgress) -> None:
        if name == "first":
            return
        begun.set()
        assert hanging.wait(PATIENCE_S)
        try:
            progress(RenderPhase.SPEAKING, 1, 2)
        except AbandonedError:
            ends.append(name)
            raise

    def interrupted() -> None:
        with TurnQueue(NAMES, early, hanging.set) as queue:
            for _ in queue:
                assert begun.wait(PATIENCE_S)
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert ends == ["second"]


def test_progress_is_shown_in_its_turn_only_and_from_where_it_is(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    progress = TurnProgress("evening", threading.Event())
    progress(RenderPhase.SPEAKING, 3, 4)
    assert capsys.readouterr().err == ""
    progress.show()
    assert "evening  speaking" in (shown := capsys.readouterr().err)
    assert "75%" in shown
    progress.close()
    assert capsys.readouterr().err.endswith("\r\x1b[K")
