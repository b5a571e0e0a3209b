"""The command `phone`: what it says, and how it ends."""

import json
from pathlib import Path

import pytest

from feltsense.cli.context import Exit
from feltsense.errors import RenderError
from feltsense.library.courses import find_course
from feltsense.phone.model import PhoneRequest
from feltsense.system.paths import data_home
from feltsense.voice import registry
from running import WRONG, Desk


@pytest.fixture(autouse=True)
def _small_voice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(registry.VOICES, "heart", "sine_voice")
    monkeypatch.setenv("LANG", "C")
    for module in ("library.catalogue", "phone.chosen"):  # no pieces for “ground me now”, which take time
        monkeypatch.setattr(f"feltsense.{module}.bundled", lambda: tmp_path / "none")


def test_a_folder_is_told_with_where_it_opens(desk: Desk) -> None:
    ran = desk.run("phone", "small", "-o", "phone")
    assert (ran.code, ran.out) == (Exit.FINE, "phone/index.html\n")
    assert "1 exercise, 0:" in ran.err
    assert "In a phone's file manager it does not" in ran.err
    assert "No country is chosen" in ran.err
    assert "country Ireland" in ran.err.replace("\n ", ""), "how one is chosen"
    assert Path("phone/audio/small.mp3").is_file()


def test_for_programs_it_is_json(desk: Desk) -> None:
    ran = desk.run("phone", "small", "-o", "phone", "--json", "--discreet")
    found = json.loads(ran.out)
    assert (found["ok"], found["page"], ran.err) == (True, "phone/index.html", "")
    assert all(Path("phone", name).is_file() for name in found["files"])
    assert [track["title"] for track in found["tracks"]] == [Path(found["tracks"][0]["audio"]).stem]
    assert "mall" not in ran.out


def test_settings_say_whether_names_are_discreet_and_whose_helplines_are_shown(desk: Desk) -> None:
    data_home().mkdir(parents=True)
    (data_home() / "settings.json").write_text('{"discreet_names": true, "region": "DE"}', "utf-8")
    ran = desk.run("phone", "small", "-o", "one")
    assert (ran.code, "country" in ran.err) == (Exit.FINE, False)
    assert not Path("one/audio/small.mp3").exists()
    assert '"region":"Germany"' in Path("one/index.html").read_text("utf-8")
    assert desk.run("phone", "small", "-o", "two", "--no-discreet").code == Exit.FINE
    assert Path("two/audio/small.mp3").exists()


def test_own_people_stay_at_home(desk: Desk) -> None:
    data_home().mkdir(parents=True)
    people = '{"people": [{"name": "Canary Quill", "how": "0151 99"}]}'
    (data_home() / "people.json").write_text(people, "utf-8")
    assert desk.run("phone", "small", "-o", "phone").code == Exit.FINE
    assert not [path for path in Path("phone").rglob("*") if path.is_file() and b"Canary" in path.read_bytes()]


def test_errors_of_all_scripts_are_shown_and_nothing_is_made(desk: Desk) -> None:
    desk.write("wrong", WRONG)
    desk.write("wronger", WRONG)
    ran = desk.run("phone", "small", "wrong", "wronger", "-o", "phone")
    assert ran.code == Exit.FAILED
    assert "wrong.md:5:6: error" in ran.err
    assert "wronger.md:5:6: error" in ran.err
    assert "There are errors in 2 scripts." in ran.err
    assert "Nothing was made." in ran.err
    assert not Path("phone").exists()
    ran = desk.run("phone", "--single", "wrong", "--json")
    assert (ran.code, json.loads(ran.out)["ok"]) == (Exit.FAILED, False)
    assert list(Path().iterdir()) == []


def test_a_course_is_its_exercises(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def refuse(request: PhoneRequest, *_: object) -> None:
        asked.append(request)
        raise RenderError("Not now.")

    monkeypatch.setattr("feltsense.cli.phone_runner.build_phone_folder", refuse)
    course = find_course("kinder-voice")
    for step in course.steps:
        desk.write(step.exercise)
    assert "Not now." in desk.run("phone", "--course", course.name, "-o", "phone").err
    assert (asked[0].names, asked[0].album) == (tuple(step.exercise for step in course.steps), course.title)
    assert asked[0].course == course.name


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Name an exercise or more, or write --all, or --course NAME, or --single NAME."),
        (["small"], "Say where the folder is to be: -o FOLDER."),
        (["--single", "small", "small"], "--single makes one file of one exercise."),
        (["--single", "small", "--base-url", "https://example.org"], "one file has no feed"),
    ],
)
def test_what_is_missing_is_told(desk: Desk, arguments: list[str], words: str) -> None:
    ran = desk.run("phone", *arguments)
    assert ran.code == Exit.USAGE
    assert words in " ".join(ran.err.split())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["smal", "-o", "phone"], "Did you mean small?"),
        (["small", "-o", "phone", "--base-url", "here"], "no address"),
        (["--course", "smatic", "-o", "phone"], "no course called"),
        (["small", "-o", "phone", "--voice", "nobody"], "nobody"),
        (["--single", "small", "-o", "page.mp3"], ".html"),
    ],
)
def test_what_is_wrong_is_told_with_the_next_step(desk: Desk, arguments: list[str], words: str) -> None:
    ran = desk.run("phone", *arguments)
    assert ran.code == Exit.FAILED
    assert words in ran.err
    assert list(Path().iterdir()) == []


def test_a_page_of_somebody_else_stays(desk: Desk) -> None:
    Path("index.html").write_text("mine", "utf-8")
    ran = desk.run("phone", "small", "-o", ".")
    assert ran.code == Exit.FAILED
    assert "index.html is in" in ran.err
    assert [path.read_text("utf-8") for path in Path().iterdir()] == ["mine"]
