"""`feltsense render`, with the real voice on small scripts."""

import json
import re
from pathlib import Path

import pytest
from mutagen.mp3 import MP3

from feltsense.errors import VoiceError
from feltsense.system.paths import data_home
from feltsense.system.settings import change_settings
from feltsense.voice import registry
from feltsense.voice.port import Voice
from feltsense.voice.registry import VOICES
from running import SMALL, WRONG, Desk
from sounding import tone, write_wav

BESIDE = ["mp3", "vtt", "lrc", "txt", "timeline.json"]


pytestmark = pytest.mark.usefixtures("quick_start")


@pytest.fixture(autouse=True)
def _kept_speech(speech_folder: Path, desk: Desk) -> None:
    """Speak each phrase once for all tests."""
    speech_folder.mkdir(exist_ok=True)
    (desk.folder / "audio_cache").symlink_to(speech_folder, target_is_directory=True)


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def seconds(name: str) -> float:
    info = MP3(name).info
    assert info is not None
    return float(info.length)


def test_one_exercise_goes_into_the_current_folder(desk: Desk) -> None:
    ran = desk.run("render", "small")
    assert (ran.code, ran.out) == (0, "small.mp3\n")
    assert "with captions" in ran.err
    assert files(desk.folder / "out") == sorted(f"small.{each}" for each in BESIDE)
    assert seconds("small.mp3") > 5


def test_a_length_in_a_heading_is_kept_and_stands_in_no_title(desk: Desk) -> None:
    desk.write("small", SMALL.replace("## Arriving", "## Arriving [12 sec]").replace("[pause 1s]", "[pause about 4s]"))
    assert desk.run("render", "small").code == 0
    written = [(desk.folder / "out" / f"small.{kind}").read_bytes() for kind in BESIDE]
    assert not any(b"12 sec" in each for each in written)
    timeline = json.loads(written[-1])
    assert timeline["sections"] == [{"title": "Arriving", "start_ms": 0}, {"title": "Leaving", "start_ms": 12_000}]


def test_a_path_to_a_script_is_as_good_as_a_name(desk: Desk) -> None:
    script = desk.folder / "notes" / "mine.md"
    script.parent.mkdir()
    script.write_text("A sentence that was pasted. Another one.\n", "utf-8")
    assert desk.run("render", str(script)).out == "mine.mp3\n"


def test_a_script_is_never_written_over_by_its_own_transcript(desk: Desk) -> None:
    script = desk.folder / "out" / "pasted.txt"
    script.write_text("A sentence that was pasted. [pause 1s] Another one.\n", "utf-8")
    for _ in range(2):
        assert desk.run("render", "pasted.txt").out == "pasted.mp3\n"
        assert "[pause 1s]" in script.read_text("utf-8")
    assert "[pause 1s]" not in (desk.folder / "out" / "pasted.rendered.txt").read_text("utf-8")


def test_an_asked_length_is_met_and_stands_in_the_name(desk: Desk) -> None:
    ran = desk.run("render", "small", "--minutes", "0.25", "-o", "new/", "--format", "wav")
    assert ran.out == "new/small-0.25min.wav\n"
    told = json.loads(Path("new/small-0.25min.timeline.json").read_text("utf-8"))
    assert told["frames"] == 15 * 44100


def test_a_length_that_cannot_be_met_makes_nothing(desk: Desk) -> None:
    ran = desk.run("render", "small", "--minutes", "60")
    assert (ran.code, ran.out) == (1, "")
    assert "cannot last exactly 60:00. This script can last from 0:" in ran.err
    assert files(desk.folder / "out") == []


def test_one_that_fails_keeps_no_other_from_being_made(desk: Desk) -> None:
    desk.write("wrong", WRONG)
    desk.write("other", SMALL.replace("the end", "another end"))
    ran = desk.run("render", "wrong", "small", "nowhere", "other", "-o", "phone")
    assert ran.code == 1
    assert ran.out == "phone/small.mp3\nphone/other.mp3\n"
    assert "wrong.md:5:6: error S020" in ran.err
    assert "There is no exercise called “nowhere”" in ran.err
    assert ran.err.endswith("2 of 4 exercises rendered. Not rendered: wrong, nowhere.\n")


def test_a_language_that_no_voice_here_speaks_is_told_and_keeps_no_other_from_being_made(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def open_voice() -> Voice:
        raise VoiceError("There is no voice on this machine.", "Install eSpeak NG.")

    monkeypatch.setattr("feltsense.library.catalogue.bundled", lambda: desk.folder / "nothing")
    monkeypatch.setattr("listening.open_voice", open_voice, raising=False)
    monkeypatch.setitem(registry.VOICES, "system", "listening")
    desk.write("aqui", SMALL.replace("title:", "language: es\ntitle:"))
    desk.write("zuletzt", SMALL.replace("the end", "another end"))
    ran = desk.run("render", "--all", "-o", "phone")
    assert ran.code == 1
    assert sorted(ran.out.split()) == ["phone/small.mp3", "phone/zuletzt.mp3"]
    assert "There is no voice on this machine." in ran.err
    assert "Install eSpeak NG." in ran.err
    assert ran.err.endswith("2 of 3 exercises rendered. Not rendered: aqui.\n")


def test_all_are_rendered_with_all(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("feltsense.library.catalogue.bundled", lambda: desk.folder / "nothing")
    desk.write("second", SMALL.replace("the end", "another end"))
    ran = desk.run("render", "--all", "-o", "phone")
    assert ran.code == 0
    assert sorted(ran.out.split()) == ["phone/second.mp3", "phone/small.mp3"]
    assert "2 exercises rendered." in ran.err


def test_a_folder_with_a_point_in_its_name_is_a_folder(desk: Desk) -> None:
    Path("there.5").mkdir()
    for name in ("there.5", "there.5/", "new.5/"):
        assert desk.run("render", "small", "-o", name).out == f"{name.rstrip('/')}/small.mp3\n"


def test_programs_get_a_report_of_each(desk: Desk) -> None:
    desk.write("wrong", WRONG)
    ran = desk.run("render", "small", "wrong", "--json")
    assert ran.code == 1
    good, bad = json.loads(ran.out)
    assert (good["name"], good["ok"], bad["name"], bad["ok"]) == ("small", True, "wrong", False)
    assert good["files"] == [f"small.{each}" for each in BESIDE]
    assert good["duration_ms"] == pytest.approx(good["frames"] / 44.1, abs=1)
    assert bad["error"] == "There is an error in wrong.md."
    assert bad["hint"]
    assert (good["open_questions"], bad["open_questions"]) == (0, 0)


def test_programs_are_told_how_many_questions_are_open(desk: Desk) -> None:
    asked = "<!-- question: “____”: whose name? | (nothing) -->"
    desk.write("said", SMALL.replace("a sentence.", "a/one <!-- question: “a/one”: which? | a | one --> sentence."))
    desk.write("hole", SMALL.replace("another one.", f"____ {asked} too."))
    said, hole = json.loads(desk.run("render", "said", "hole", "--json").out)
    assert (said["ok"], said["open_questions"]) == (True, 1)
    assert (hole["ok"], hole["open_questions"]) == (False, 1)


def test_a_phrase_that_cannot_be_spoken_is_told_by_its_line(desk: Desk) -> None:
    desk.write("odd", SMALL.replace("And another one.", "Это предложение по-русски."))
    ran = desk.run("render", "odd")
    assert ran.code == 1
    assert "odd, line 12:" in ran.err
    assert files(desk.folder / "out") == []


def test_a_background_makes_it_stereo_and_off_makes_it_mono_again(desk: Desk) -> None:
    desk.write("rainy", SMALL.replace("---\n", "---\nsoundscape: rain\n", 1))
    for arguments, channels in ((("--soundscape", "ocean"), 2), ((), 2), (("--soundscape", "off"), 1)):
        assert desk.run("render", "rainy", *arguments).code == 0
        info = MP3("rainy.mp3").info
        assert info is not None
        assert (info.channels, info.sample_rate, info.bitrate) == (channels, 44_100, 32_000 * (channels + 2))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--voice", "hart"), "Did you mean heart?"),
        (("--soundscape", "rian"), "There is no soundscape called “rian”.\n  Did you mean rain?"),
        (("--format", "m4a"), "apt install ffmpeg"),
        (("-o", "evening.doc"), "Use one of .mp3"),
    ],
)
def test_what_cannot_be_done_says_what_can(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], told: str
) -> None:
    monkeypatch.setenv("PATH", str(desk.folder))
    ran = desk.run("render", "small", *arguments)
    assert ran.code == 1
    assert told in ran.err
    assert files(desk.folder / "out") == []


def test_one_changed_sentence_is_the_only_one_that_is_spoken(desk: Desk) -> None:
    first = json.loads(desk.run("render", "small", "--json").out)
    desk.write("small", SMALL.replace("And another one.", "And a sentence that is new here."))
    second = json.loads(desk.run("render", "small", "--json").out)
    assert first[0]["ok"]
    assert second[0]["spoken"] == 1


def test_an_exercise_that_came_along_is_rendered_and_it_is_said_where(desk: Desk) -> None:
    ran = desk.run("render", "feet-on-the-floor")
    assert (ran.code, ran.out) == (0, "feet-on-the-floor.mp3\n")
    assert seconds("feet-on-the-floor.mp3") == pytest.approx(180, abs=0.05)
    assert "with captions" in ran.err


def test_two_scripts_of_one_name_come_out_as_two_files(desk: Desk) -> None:
    for folder in ("a", "b"):
        (desk.folder / "out" / folder).mkdir()
        Path(folder, "x.md").write_text(f"This is script {folder}.\n", "utf-8")
    ran = desk.run("render", "a/x.md", "b/x.md", "-o", "new/")
    assert ran.out == "new/x.mp3\nnew/x-2.mp3\n"
    assert "x.mp3 is there already" in ran.err
    assert "script a" in Path("new/x.txt").read_text("utf-8")
    assert "script b" in Path("new/x-2.txt").read_text("utf-8")
    assert desk.run("render", "a/x.md", "b/x.md", "-o", "new/").out == ran.out
    assert len(files(Path("new"))) == 10
    assert desk.run("render", "a/x.md", "a/x.md", "-o", "new/").out == "new/x.mp3\nnew/x.mp3\n"


def test_a_recording_that_the_script_plays_is_never_written_over(desk: Desk) -> None:
    write_wav(Path("river.mp3"), tone(2, 70))
    before = Path("river.mp3").read_bytes()
    Path("river.md").write_text("Listen. [play river.mp3 for 2s] That was it.\n", "utf-8")
    (record,) = json.loads(desk.run("render", "river.md", "--json").out)
    assert record["files"][0] == "river-2.mp3"
    assert "stays as it is" in record["notes"][0]
    ran = desk.run("render", "river.md", "-o", "river.mp3")
    assert (ran.code, ran.out) == (1, "")
    assert "stays as it is" in ran.err
    assert Path("river.mp3").read_bytes() == before


def test_discreet_files_are_an_option_and_a_setting(desk: Desk) -> None:
    discreet = desk.run("render", "small", "--discreet").out
    assert re.fullmatch(r"Track \d{3} – [\d.]+ min\.mp3\n", discreet)
    assert not [name for name in files(desk.folder / "out") if "small" in name]
    change_settings(data_home(), discreet_names=True)
    assert desk.run("render", "small").out == discreet
    assert desk.run("render", "small", "--no-discreet").out == "small.mp3\n"


def test_a_script_in_another_language_tells_which_voice_reads_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(VOICES, "system", "sine_voice")
    (desk.folder / "exercises" / "pies.md").write_text("---\nlanguage: es\n---\nDescansa un momento.\n", "utf-8")
    ran = desk.run("render", "pies")
    assert ran.code == 0
    assert "This script is in “es”, so the voice system reads it. --voice names another." in ran.err
    (note,) = json.loads(desk.run("render", "pies", "--json").out)[0]["notes"]
    assert "voice system" in note
    assert "voice system" not in desk.run("render", "pies", "--voice", "system").err
