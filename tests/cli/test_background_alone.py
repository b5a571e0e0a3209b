"""A script of a background and no words: a soundscape piece of its `minutes`, for every command alike."""

import json
import wave
from pathlib import Path

import pytest

from feltsense.voice import registry
from feltsense.voice.synthesiser import Synthesiser
from running import Desk

PIECE = "---\ntitle: Rain for a while\nsoundscape: rain\nminutes: 0.2\n---\n"
BARE = "---\ntitle: Rain for a while\nsoundscape: rain\n---\n"
HEADED = BARE + "\n## S\n"
CUED = "---\ntitle: Rain for a while\nminutes: 0.2\n---\n\n## S\n\n[soundscape rain]\n"


@pytest.fixture(autouse=True)
def _small_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(registry.VOICES, "heart", "sine_voice")


@pytest.mark.parametrize("script", [PIECE, PIECE + "\n## S\n", CUED])
def test_it_lasts_its_minutes_and_every_command_agrees(desk: Desk, script: str) -> None:
    desk.write("rain", script)
    assert "error" not in desk.run("check", "rain").out
    told = json.loads(desk.run("show", "rain", "--json").out)
    assert told["timing"]["duration_ms"] == 12_000
    assert len(told["timing"]["sections"]) == 1
    assert desk.run("show", "rain", "--timeline").code == 0
    assert "0:12" in desk.run("show", "rain").out
    ran = desk.run("render", "rain", "--format", "wav")
    assert (ran.code, ran.out) == (0, "rain.wav\n")
    with wave.open(str(Path("rain.wav"))) as made:
        assert made.getnframes() == 12 * 44_100
    assert desk.run("listen", "rain", "--output", "silent", "--speed", "60").code == 0


@pytest.mark.parametrize("script", [BARE, HEADED])
@pytest.mark.parametrize(
    "arguments",
    [("check", "rain"), ("show", "rain"), ("render", "rain"), ("listen", "rain", "--output", "silent")],
)
def test_without_a_length_it_is_refused_with_what_to_write(desk: Desk, script: str, arguments: tuple[str, ...]) -> None:
    desk.write("rain", script)
    ran = desk.run(*arguments)
    assert ran.code == 1
    assert "rain.md:3:1: error S004" in ran.out + ran.err
    assert "minutes: 10" in ran.out + ran.err


def test_pauses_are_a_length_too(desk: Desk) -> None:
    desk.write("rain", BARE + "\n[pause 8s]\n")
    assert json.loads(desk.run("show", "rain", "--json").out)["timing"]["duration_ms"] == 11_700


def test_a_background_that_is_turned_off_is_nothing_to_hear(desk: Desk) -> None:
    desk.write("rain", "[soundscape off]\n")
    assert "S003" in desk.run("check", "rain").out
    desk.write("rain", PIECE)
    ran = desk.run("render", "rain", "--soundscape", "off")
    assert ran.code == 1
    assert "There is nothing to hear" in ran.err


@pytest.mark.parametrize(
    "arguments",
    [("check", "long"), ("show", "long"), ("render", "long"), ("listen", "long", "--output", "silent")],
)
def test_more_than_a_day_is_refused_with_its_line_before_anything_is_spoken(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setattr(Synthesiser, "prepare", None)  # calling it would fail
    desk.write("long", "Follow it.\n\n[repeat 99 times]\n[breathe in 4 out 6 for 99 rounds]\n[end]\n")
    ran = desk.run(*arguments)
    assert ran.code == 1
    assert "24 hours" in ran.out + ran.err
    assert "long.md:4:" in ran.out or "Line 4" in ran.err
