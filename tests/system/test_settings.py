"""What the listener chose is kept, privately; nothing in the file is ever lost, and the program always starts."""

import json
import os
from dataclasses import fields, replace
from pathlib import Path

import pytest

from feltsense.errors import SettingsError
from feltsense.system.settings import (
    THEMES,
    Length,
    Motion,
    Questions,
    Settings,
    change_settings,
    load_settings,
    save_settings,
    settings_path,
)

CHOSEN = Settings(
    voice="system",
    output="silent",
    theme="feltsense-contrast",
    motion=Motion.STILL,
    volume=0.25,
    background="rain",
    background_db=-6.0,
    captions=False,
    eyes_closed=True,
    dark_after_voice=True,
    length=Length.LONG,
    lengths={"feet": 5.0, "breath": 2.5},
    favourites=("feet", "breath"),
    began_s={"feet": 61.5},
    backgrounds={"feet": "rain"},
    questions=Questions.NOT_AT_NIGHT,
    region="GB",
    discreet_names=True,
    share_port=23_456,
    share_token="kX3v0Qk2mB7sT9wLr4yN8A",  # noqa: S106 - made up
    told=frozenset(["welcome", "tier3"]),
)


def written(home: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads(settings_path(home).read_text("utf-8"))
    return found


def put(home: Path, content: str) -> None:
    home.mkdir(exist_ok=True)
    settings_path(home).write_text(content, "utf-8")


def test_without_a_file_everything_has_its_default_and_nothing_is_made(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "home") == Settings()
    assert load_settings(tmp_path / "home").notices == ()
    assert not (tmp_path / "home").exists()
    assert Settings().theme == THEMES[0]


def test_every_choice_is_kept(tmp_path: Path) -> None:
    different = [each.name for each in fields(Settings) if each.compare]
    assert not [name for name in different if getattr(CHOSEN, name) == getattr(Settings(), name)]
    save_settings(tmp_path / "home", CHOSEN)
    assert load_settings(tmp_path / "home") == CHOSEN
    assert sorted(written(tmp_path / "home")) == sorted(different)


@pytest.mark.skipif(os.name != "posix", reason="rights are kept otherwise there")
@pytest.mark.parametrize(("length", "minutes"), [(Length.OFFERED, 10), (Length.SHORT, 5), (Length.LONG, 20)])
def test_an_exercise_lasts_as_it_did_last_else_as_is_usual(length: Length, minutes: float) -> None:
    settings = Settings(length=length, lengths={"feet": 5, "older": 7})
    assert settings.minutes("other", (10, 5, 20)) == minutes
    assert settings.minutes("feet", (10, 5, 20)) == 5
    assert settings.minutes("older", (10, 5, 20)) == minutes
    assert settings.minutes("feet", ()) is None


def test_the_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    home = tmp_path / "deep" / "home"
    save_settings(home, CHOSEN)
    save_settings(home, Settings())
    assert home.stat().st_mode & 0o777 == 0o700
    assert [path.name for path in home.iterdir()] == ["settings.json"]
    assert settings_path(home).stat().st_mode & 0o777 == 0o600


def test_only_what_was_chosen_is_written(tmp_path: Path) -> None:
    save_settings(tmp_path, replace(Settings(), volume=0.5))
    assert written(tmp_path) == {"volume": 0.5}
    save_settings(tmp_path, Settings())
    assert load_settings(tmp_path) == Settings()


def test_what_a_newer_version_has_written_stays(tmp_path: Path) -> None:
    put(tmp_path, '{"theme": "feltsense-sepia", "scent": "pine", "volume": 0.5}')
    found = load_settings(tmp_path)
    assert (found.theme, found.volume) == (THEMES[0], 0.5)
    assert "“theme”" in found.notices[0]
    save_settings(tmp_path, replace(found, captions=False))
    assert written(tmp_path) == {"theme": "feltsense-sepia", "scent": "pine", "volume": 0.5, "captions": False}


def test_one_choice_can_be_changed_without_touching_anothers(tmp_path: Path) -> None:
    mine = load_settings(tmp_path)
    change_settings(tmp_path, told=frozenset(["welcome"]))
    assert change_settings(tmp_path, volume=0.5) == replace(mine, told=frozenset(["welcome"]), volume=0.5)
    assert load_settings(tmp_path).told == frozenset(["welcome"])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("voice", 3),
        ("output", None),
        ("theme", "pink"),
        ("theme", ["feltsense-dark"]),
        ("motion", "wild"),
        ("volume", 1.5),
        ("volume", -0.1),
        ("volume", True),
        ("volume", "loud"),
        ("background_db", 100),
        ("background", []),
        ("captions", 1),
        ("eyes_closed", "no"),
        ("length", "longer"),
        ("lengths", {"feet": 0}),
        ("lengths", {"feet": "five"}),
        ("lengths", [5]),
        ("region", "Britain"),
        ("region", 44),
        ("discreet_names", None),
        ("told", "welcome"),
        ("told", [1]),
    ],
)
def test_a_value_that_makes_no_sense_has_its_default_and_is_told(tmp_path: Path, name: str, value: object) -> None:
    put(tmp_path, json.dumps({name: value, "output": "silent"} if name != "output" else {name: value}))
    found = load_settings(tmp_path)
    assert getattr(found, name) == getattr(Settings(), name)
    assert [f"“{name}”" in notice for notice in found.notices] == [True]
    assert found.output == ("auto" if name == "output" else "silent")


def test_no_number_is_refused(tmp_path: Path) -> None:
    put(tmp_path, '{"volume": NaN, "background_db": Infinity}')
    assert load_settings(tmp_path) == Settings()
    assert len(load_settings(tmp_path).notices) == 2


@pytest.mark.parametrize("content", ["", "{", "[1]", "\x00", "[" * 100_000, '"words"'])
def test_a_damaged_file_is_set_aside_whole_and_the_program_starts(tmp_path: Path, content: str) -> None:
    put(tmp_path, content)
    found = load_settings(tmp_path)
    assert found == Settings()
    assert "settings-damaged.json" in found.notices[0]
    assert (tmp_path / "settings-damaged.json").read_text("utf-8") == content
    save_settings(tmp_path, CHOSEN)
    put(tmp_path, content)
    assert "settings-damaged-2.json" in load_settings(tmp_path).notices[0]


def test_saving_over_a_damaged_file_loses_nothing(tmp_path: Path) -> None:
    put(tmp_path, "{not json")
    save_settings(tmp_path, CHOSEN)
    assert load_settings(tmp_path) == CHOSEN
    assert (tmp_path / "settings-damaged.json").read_text("utf-8") == "{not json"


def test_a_file_that_cannot_be_read_is_told_and_never_written_over(tmp_path: Path) -> None:
    settings_path(tmp_path).mkdir()
    assert load_settings(tmp_path) == Settings()
    assert "cannot be read" in load_settings(tmp_path).notices[0]
    with pytest.raises(SettingsError, match="cannot be read"):
        save_settings(tmp_path, CHOSEN)
    assert settings_path(tmp_path).is_dir()


def test_what_cannot_be_kept_is_told(tmp_path: Path) -> None:
    (tmp_path / "home").touch()
    with pytest.raises(SettingsError, match="cannot be"):
        save_settings(tmp_path / "home", CHOSEN)


def test_a_write_that_fails_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_settings(tmp_path, CHOSEN)

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SettingsError, match="no space left on device"):
        save_settings(tmp_path, Settings())
    assert load_settings(tmp_path) == CHOSEN
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]
