"""The folder for a phone: complete, the same each time, and in it no word that tells where none may."""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import mutagen
import pytest

from feltsense.errors import FeltsenseError, LibraryError, ScriptError
from feltsense.library import catalogue
from feltsense.phone.folder import build_phone_folder
from feltsense.phone.model import PhoneFolder, PhoneRequest
from feltsense.phone.publishing import MANIFEST
from feltsense.timeline.lengths import LengthError
from feltsense.units import SAMPLE_RATE, milliseconds
from phone_folders import build_with_sine_voice, phone_request, quiet, short_workspace
from running import WRONG


def contents(folder: Path) -> dict[str, str]:
    """Return a hash of each file, by its name."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def data_in(page: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(re.findall(r'id="data">(.*?)</script>', page, re.DOTALL)[0])
    return found


def test_folder_is_complete(phone_folder: PhoneFolder) -> None:
    beside = {f"audio/{track.slug}{end}" for track in phone_folder.tracks for end in (".mp3", ".vtt", ".lrc", ".txt")}
    assert phone_folder.files.keys() == beside | {"index.html", "README.txt", "playlist.m3u8", "folder.jpg"}
    assert all(path.stat().st_size for path in phone_folder.files.values())
    assert contents(phone_folder.folder).keys() == {*phone_folder.files, MANIFEST}
    assert (phone_folder.folder / "folder.jpg").read_bytes().startswith(b"\xff\xd8")


def test_page_names_what_stands_beside_it(phone_folder: PhoneFolder) -> None:
    page = (phone_folder.folder / "index.html").read_text("utf-8")
    assert page == phone_folder.page(None)
    exercises = data_in(page)["exercises"]
    assert [each["title"] for each in exercises] == [track.title for track in phone_folder.tracks]
    for each in exercises:
        assert phone_folder.files.keys() >= {each["audio"], each["text"]}
    assert data_in(phone_folder.page("checkins"))["home"] == "checkins"


def test_tracks_are_what_their_files_are(phone_folder: PhoneFolder) -> None:
    for track in phone_folder.tracks:
        audio = phone_folder.folder / track.audio
        assert track.size == audio.stat().st_size
        found = mutagen.File(audio)
        assert found is not None
        assert abs(found.info.length - track.length / SAMPLE_RATE) < 0.06
        assert track.chapters[0][1] == 0
    lengths = [milliseconds(track.length) for track in phone_folder.tracks]
    assert lengths[:2] == [90_000, 180_000]


def test_playlist_names_files_and_whole_seconds(phone_folder: PhoneFolder) -> None:
    lines = (phone_folder.folder / "playlist.m3u8").read_text("utf-8").splitlines()
    assert lines[:3] == ["#EXTM3U", "#EXTINF:90,Ninety seconds here", "audio/ninety-seconds-here.mp3"]
    assert {*lines[2::2]} <= phone_folder.files.keys()


def test_readme_says_where_it_opens_and_where_not(phone_folder: PhoneFolder) -> None:
    text = (phone_folder.folder / "README.txt").read_text("utf-8")
    told = " ".join(text.split())
    for words in ("On a computer", "https", "In a phone's file manager", "playlist.m3u8", "feltsense journal import"):
        assert words in told
    assert "feed.xml" not in told
    assert max(map(len, text.splitlines())) < 80


def test_nothing_in_it_tells_of_the_machine_where_it_was_made(phone_folder: PhoneFolder, phone_workspace: Path) -> None:
    machine = [str(phone_workspace).encode(), str(phone_folder.folder).encode(), b"/home/", b"/root/"]
    for name, path in phone_folder.files.items():
        assert [place for place in machine if place in path.read_bytes()] == [], name


def test_same_exercises_make_the_same_bytes(phone_folder: PhoneFolder, phone_workspace: Path, tmp_path: Path) -> None:
    again = build_with_sine_voice(phone_request(short_workspace(phone_workspace)), tmp_path / "elsewhere" / "again")
    assert contents(again.folder) == contents(phone_folder.folder)


@pytest.fixture(scope="module")
def discreet(phone_workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> PhoneFolder:
    request = phone_request(short_workspace(phone_workspace), "three-breaths", discreet=True)
    return build_with_sine_voice(request, tmp_path_factory.mktemp("discreet") / "folder")


def test_no_name_title_tag_or_text_of_a_discreet_folder_tells_what_it_is(discreet: PhoneFolder) -> None:
    telling = re.compile(
        r"feltsense|three.breaths|half a minute|ninety.seconds|feet.on|ground|orient|somatic|tense", re.IGNORECASE
    )
    assert [name for name in contents(discreet.folder) if telling.search(name)] == []
    for name in ("README.txt", "playlist.m3u8", MANIFEST):
        assert telling.findall((discreet.folder / name).read_text("utf-8")) == [], name
    for path in discreet.folder.glob("audio/*.mp3"):
        assert telling.findall(str({k: v for k, v in mutagen.File(path).items() if not k.startswith("APIC")})) == []
    for path in discreet.folder.glob("audio/*.txt"):
        words = path.read_text("utf-8")
        assert re.fullmatch(r"Track \d{3} – [\d.]+ min", words.split("\n\n")[0])
        assert re.findall("Three breaths|Half a minute|Ninety seconds here|For a moment when", words) == []
    for path in discreet.folder.glob("audio/*.lrc"):
        assert telling.findall(" ".join(re.findall(r"^\[[a-z]+:.*", path.read_text("utf-8"), re.MULTILINE))) == []
    assert [track.title for track in discreet.tracks] == [Path(track.audio).stem for track in discreet.tracks]
    assert re.fullmatch(r"Track \d{3} – [\d.]+ min", discreet.tracks[0].title)


def test_page_of_a_discreet_folder_has_neutral_titles(discreet: PhoneFolder) -> None:
    page = discreet.page(None)
    assert "<title>Tracks</title>" in page
    found = data_in(page)
    assert [each["summary"] + each["practice"] for each in found["exercises"]] == [""] * 3
    assert {title for each in found["exercises"] for title, _ in each["sections"]} <= {f"Part {n}" for n in range(1, 9)}
    assert [each["slug"] for each in found["exercises"]][:1] == [discreet.tracks[0].slug]
    assert found["exercises"][0]["sha"] != found["exercises"][1]["sha"]


def test_pieces_for_ground_me_now_are_there_and_not_listed(discreet: PhoneFolder) -> None:
    found = discreet.data
    assert (len(discreet.tracks), found["rescue"], found["feet"]) == (1, 1, 2)
    assert len([name for name in discreet.files if name.endswith(".mp3")]) == 3
    assert len((discreet.folder / "playlist.m3u8").read_text("utf-8").splitlines()) == 3


def test_pieces_are_our_own_where_the_workspace_has_no_sound_ones(tmp_path: Path) -> None:
    workspace = short_workspace(tmp_path / "workspace")
    (workspace.exercises / "ninety-seconds-here.md").write_text(WRONG, "utf-8")
    (workspace.exercises / "feet-on-the-floor.md").write_bytes(b"\x00\xff\x00")
    done = build_with_sine_voice(phone_request(workspace, "three-breaths"), tmp_path / "folder")
    assert [each["title"] for each in done.data["exercises"]][1:] == ["Ninety seconds here", "Feet on the floor"]


def test_without_any_piece_the_page_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = short_workspace(tmp_path / "workspace")
    for module in ("library.catalogue", "phone.chosen"):
        monkeypatch.setattr(f"feltsense.{module}.bundled", lambda: tmp_path / "none")
    done = build_with_sine_voice(phone_request(workspace, "three-breaths"), tmp_path / "folder")
    assert (done.data["rescue"], done.data["feet"]) == (None, None)


def test_an_asked_length_is_for_what_was_asked_for_alone(phone_workspace: Path, tmp_path: Path) -> None:
    workspace = short_workspace(phone_workspace)
    request = PhoneRequest(workspace, ("feet-on-the-floor",), minutes=2.5)
    done = build_with_sine_voice(request, tmp_path / "folder")
    listed, *pieces = done.data["exercises"]
    assert (listed["asked"], listed["length"], listed["audio"]) == (
        150_000,
        150_000,
        "audio/feet-on-the-floor-2.5min.mp3",
    )
    assert [each["length"] for each in pieces] == [90_000, 180_000]
    assert [each["rescue"] for each in done.data["exercises"]] == [False, True, True]


LONG = """---
title: A long word
minutes: 3
---

This takes no three minutes. [pause 2s]
"""


@pytest.mark.parametrize("discreet", [False, True])
def test_a_length_that_the_voice_cannot_keep_becomes_the_nearest(tmp_path: Path, *, discreet: bool) -> None:
    workspace = short_workspace(tmp_path / "workspace")
    (workspace.exercises / "long.md").write_text(LONG, "utf-8")
    done = build_with_sine_voice(phone_request(workspace, "long", discreet=discreet), tmp_path / "folder")
    assert done.data["exercises"][0]["asked"] == 180_000
    assert re.fullmatch(r"long lasts 0:0\d instead of 3:00, which this voice cannot keep\.", done.notes[0])
    name = r"Track \d{3} – 0\.\d+ min" if discreet else "long"
    assert re.fullmatch(rf"audio/{name}\.mp3", done.tracks[0].audio)
    asked = PhoneRequest(workspace, ("long",), minutes=3)
    with pytest.raises(LengthError):
        build_with_sine_voice(asked, tmp_path / "folder")


def test_courses_are_numbered_under_their_title(phone_workspace: Path, tmp_path: Path) -> None:
    names, course = ("three-breaths", "feet-on-the-floor"), "letting-somebody-closer"
    request = PhoneRequest(short_workspace(phone_workspace), names, album="A small course", course=course)
    done = build_with_sine_voice(request, tmp_path / "folder")
    assert [each["asked"] for each in done.data["courses"]] == [True]
    tags = mutagen.File(done.folder / done.tracks[0].audio)
    assert (str(tags["TALB"]), str(tags["TRCK"])) == ("A small course", "1/2")
    assert "TRCK" not in mutagen.File(done.folder / "audio" / "ninety-seconds-here.mp3")


def test_with_an_address_in_the_web_there_is_a_feed(phone_workspace: Path, tmp_path: Path) -> None:
    request = PhoneRequest(short_workspace(phone_workspace), ("three-breaths",), base_url="https://example.org/quiet")
    done = build_with_sine_voice(request, tmp_path / "folder")
    assert "https://example.org/quiet/audio/three-breaths.mp3" in (done.folder / "feed.xml").read_text("utf-8")
    assert done.files.keys() >= {"feed.xml", "audio/three-breaths.chapters.json"}
    assert "feed.xml" in (done.folder / "README.txt").read_text("utf-8")


def test_what_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    workspace = short_workspace(tmp_path / "workspace")
    (workspace.exercises / "wrong.md").write_text(WRONG, "utf-8")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "three-breaths.md").write_bytes(
        (workspace.exercises / "three-breaths.md").read_bytes() + b"!"
    )
    told: list[tuple[tuple[str, ...], dict[str, Any], type[FeltsenseError], str]] = [
        (("three-breaths", "wrong"), {}, ScriptError, "errors in wrong.md"),
        (("three-breath",), {}, LibraryError, "no exercise called"),
        (("three-breaths", str(tmp_path / "other" / "three-breaths.md")), {}, LibraryError, "Two of the scripts"),
        (("three-breaths",), {"base_url": "quiet"}, FeltsenseError, "no address"),
        (("three-breaths",), {"voice": "nobody"}, FeltsenseError, "nobody"),
    ]
    for names, more, kind, words in told:
        with pytest.raises(kind, match=words):
            build_phone_folder(PhoneRequest(workspace, names, **more), tmp_path / "new" / "folder", quiet)
    assert [path for path in tmp_path.rglob("*") if "folder" in path.name] == []


def test_an_exercise_that_is_named_twice_is_there_once(phone_workspace: Path, tmp_path: Path) -> None:
    script = str(phone_workspace / "exercises" / "three-breaths.md")
    request = phone_request(short_workspace(phone_workspace), "three-breaths", script, "three-breaths")
    assert len(build_with_sine_voice(request, tmp_path / "folder").tracks) == 1


def test_bundled_scripts_are_found_where_they_are_looked_for() -> None:
    assert {"ninety-seconds-here.md", "feet-on-the-floor.md"} <= {path.name for path in catalogue.bundled().iterdir()}
