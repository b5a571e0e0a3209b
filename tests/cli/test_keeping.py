"""`feltsense cache`, `voices`, `doctor` and `completion`."""

import json
from pathlib import Path

import pytest

from feltsense.render.cache import open_render_cache
from feltsense.system.machine_cache import MachineCacheFile, MachineCacheKind
from feltsense.system.paths import Workspace, cache_home
from feltsense.voice import registry
from feltsense.voice.cache import SpeechCache
from running import Desk
from sine_voice import tone


@pytest.fixture(autouse=True)
def _one_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the system's voice, which takes its time to look at."""
    monkeypatch.setattr(registry, "VOICES", {"heart": "feltsense.voice.heart.voice"})


def filled(desk: Desk, entries: int = 3) -> Path:
    cache = SpeechCache(desk.folder / "audio_cache")
    for number in range(entries):
        cache.store(f"{number:064x}", tone(str(number), 4000))
    return cache.folder


def test_an_empty_cache_is_told_and_not_made(desk: Desk) -> None:
    assert desk.run("cache", "info").out.startswith("0 phrases, 0.0 MB of 2.0 GB, in ")
    assert not (desk.folder / "audio_cache").exists()


def test_what_is_kept_is_counted(desk: Desk) -> None:
    folder = filled(desk)
    found = json.loads(desk.run("cache", "info", "--json").out)
    assert found["entries"] == 3
    assert found["folder"] == str(folder)
    assert found["size"] == sum(path.stat().st_size for path in folder.rglob("*.speech"))


def test_the_oldest_goes_and_all_goes(desk: Desk) -> None:
    filled(desk)
    assert desk.run("cache", "prune").err == "0 phrases deleted, 0.0 MB freed.\n"
    assert desk.run("cache", "prune", "--limit", "10KB").err.startswith("2 phrases deleted")
    assert desk.run("cache", "clear", "--yes").err.startswith("1 phrases deleted")
    assert json.loads(desk.run("cache", "info", "--json").out)["entries"] == 0


def test_pieces_of_rendered_files_are_counted_and_go_too(desk: Desk) -> None:
    folder = filled(desk)
    cache = open_render_cache(Workspace(desk.folder))
    for number in range(3):
        cache.get_or_make([], [b"%d" % number], lambda: bytes(1024**2))
    assert (
        desk.run("cache", "info").out.splitlines()[1] == f"3 pieces of rendered files, 3.0 MB of 512.0 MB, in {folder}"
    )
    found = json.loads(desk.run("cache", "info", "--json").out)
    assert (found["entries"], found["encoded"]["entries"], found["encoded"]["limit"]) == (3, 3, 512 * 1024**2)
    assert found["encoded"]["size"] == sum(path.stat().st_size for path in folder.rglob("*.rendered"))
    told = desk.run("cache", "prune", "--limit", "9MB").err.splitlines()
    assert told == ["0 phrases deleted, 0.0 MB freed.", "1 piece of rendered files deleted, 1.0 MB freed."]
    told = desk.run("cache", "clear", "--yes").err.splitlines()
    assert told[1] == "2 pieces of rendered files deleted, 2.0 MB freed."
    assert [path for path in folder.rglob("*") if path.is_file()] == []


def test_what_is_kept_to_start_quickly_is_counted_and_goes_too(desk: Desk) -> None:
    filled(desk)
    home = cache_home()
    assert home
    assert "quick start" not in desk.run("cache", "info").out
    kind = MachineCacheKind("some", form=1, most_files=3, most_bytes=10_000_000)
    for source in (b"one", b"two"):
        MachineCacheFile(kind, home, source, "").write([bytes(1024**2)])
    assert desk.run("cache", "info").out.splitlines()[1] == f"2 files for a quick start, 2.0 MB, in {home}"
    found = json.loads(desk.run("cache", "info", "--json").out)["quick_start"]
    assert (found["folder"], found["files"], found["size"] > 2 * 1024**2) == (str(home), 2, True)
    assert desk.run("cache", "prune").err == "0 phrases deleted, 0.0 MB freed.\n"
    told = desk.run("cache", "clear", "--yes").err.splitlines()
    assert told[0].startswith("3 phrases deleted")
    assert told[1] == "2 files for a quick start deleted, 2.0 MB freed."
    assert list(home.iterdir()) == []
    assert len(desk.run("cache", "clear", "--yes").err.splitlines()) == 1


def test_a_size_that_is_none_says_how_to_write_one(desk: Desk) -> None:
    ran = desk.run("cache", "prune", "--limit", "plenty")
    assert ran.code == 1
    assert "Write it like 500MB" in ran.err


def test_other_files_in_the_folder_are_left_alone(desk: Desk) -> None:
    folder = filled(desk)
    (folder / "README.md").write_text("mine")
    desk.run("cache", "clear", "--yes")
    assert [path.name for path in folder.rglob("*") if path.is_file()] == ["README.md"]


def test_voices_are_told_with_what_they_speak(desk: Desk) -> None:
    ran = desk.run("voices")
    assert ran.code == 0
    assert ran.out.splitlines() == ["heart  works  natural English, built in, works offline", "    languages: en"]
    (row,) = json.loads(desk.run("voices", "--json").out)
    assert row["works"] is True


def test_a_voice_that_does_not_work_says_why(desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("feltsense.voice.heart.voice._MODEL", "nowhere.onnx")
    ran = desk.run("voices")
    assert "not here" in ran.out
    assert "pip install" in ran.out
    assert desk.run("doctor").code == 1


def test_the_doctor_looks_at_everything(desk: Desk) -> None:
    ran = desk.run("doctor")
    assert ran.code == 0
    for what in ("feltsense", "packages", "voice heart", "exercises", "speech cache", "your own data", "ffmpeg"):
        assert what in ran.out
    for output in ("miniaudio", "simpleaudio", "silent"):
        assert f"output {output}: " in ran.out
    rows = json.loads(desk.run("doctor", "--json").out)
    assert {"what", "fine", "detail", "hint"} == set(rows[0])


def test_the_doctor_says_how_to_get_what_is_missing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(desk.folder))
    ran = desk.run("doctor")
    assert ran.code == 0
    assert "Install ffmpeg" in ran.out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_what_it_needs(desk: Desk, shell: str) -> None:
    ran = desk.run("completion", shell)
    assert ran.code == 0
    assert "_FELTSENSE_COMPLETE" in ran.out


@pytest.mark.parametrize(
    ("words", "place", "expected"),
    [
        ("feltsense re", "1", {"remind", "render"}),
        ("feltsense show sm", "2", {"small"}),
        ("feltsense render small feet", "3", {"feet-on-the-floor"}),
        ("feltsense render --format wa", "3", {"wav"}),
    ],
)
def test_commands_and_names_are_completed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, words: str, place: str, expected: set[str]
) -> None:
    monkeypatch.setenv("FELTSENSE_WORKSPACE", str(desk.folder))
    monkeypatch.setenv("_FELTSENSE_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", place)
    offered = {line.partition(",")[2] for line in desk.run().out.splitlines()}
    assert offered == expected


def test_a_name_that_would_steer_the_terminal_is_not_completed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write("small\x1b[2J")
    desk.write("small\u202ereversed")
    monkeypatch.setenv("FELTSENSE_WORKSPACE", str(desk.folder))
    monkeypatch.setenv("_FELTSENSE_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "feltsense show sm")
    monkeypatch.setenv("COMP_CWORD", "2")
    assert desk.run().out.splitlines() == ["plain,small"]
