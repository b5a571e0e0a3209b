"""`feltsense show --timeline`: the picture, the table, and the same facts for programs."""

import io
import json
import sys

import pytest

from feltsense.cli.main import cli
from feltsense.cli.timeline_view import ASCII, BLOCKS, picture, signs
from feltsense.library.catalogue import bundled
from feltsense.script.model import Exercise
from feltsense.timeline.report import overview
from feltsense.units import SAMPLE_RATE
from running import Desk
from scripts import MEASURES, elastic, exact, exercise, phrase

LENGTHY = "---\ntitle: Long\n---\n" + "\n".join(
    f"## A heading that goes on and on, number {n} – 日本語の見出し\n"
    + "Here is a sentence of it. [pause 3s to 9s]\n" * 40
    for n in range(14)
)


def drawn(script: Exercise) -> str:
    found = overview(script, None, MEASURES)
    return picture(found.timeline, found.sections[0], SAMPLE_RATE, BLOCKS)


def test_each_second_shows_how_much_of_it_is_speech() -> None:
    # 0.7 s of head, four words in two seconds, four of exact silence, two words in one, three of tail
    assert drawn(exercise(phrase("a b c d"), exact(4000), phrase("e f"))) == "▃█▆───▃▆───"


def test_silence_that_stretches_looks_different_from_silence_that_does_not() -> None:
    assert "·····" in drawn(exercise(phrase("a"), elastic(6000, 1000, 9000), phrase("b")))
    assert "·" not in drawn(exercise(phrase("a"), exact(6000), phrase("b")))


def test_an_encoding_without_blocks_gets_letters() -> None:
    assert signs("utf-8") is BLOCKS
    assert [signs(name) for name in ("ascii", "latin-1", "no such thing", None)] == [ASCII] * 4


@pytest.mark.parametrize("name", ["feet-on-the-floor", "even-breath", "long-body-scan", "lengthy"])
def test_all_lines_fit_eighty_columns(desk: Desk, name: str) -> None:
    desk.write("lengthy", LENGTHY)
    ran = desk.run("show", name, "--timeline")
    assert ran.code == 0
    assert max(len(line) + sum(map("日本語の見出し".count, line)) for line in ran.out.splitlines()) <= 80


def test_it_tells_how_far_the_script_can_go(desk: Desk) -> None:
    told = desk.run("show", "feet-on-the-floor", "--timeline").out
    assert "3:00 in all" in told
    assert "of silence stretches" in told
    assert "this version can last" in told
    for section in ("Arriving", "What touches them", "Weight and edges", "Coming back"):
        assert told.count(section) == 2


def test_a_script_that_cannot_stretch_says_so(desk: Desk) -> None:
    desk.write("stiff", "Here is one sentence.\n")
    assert "none of its silence stretches" in desk.run("show", "stiff", "--timeline").out


def test_plain_letters_reach_a_terminal_that_has_no_others(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", plain)
    assert desk.run("show", "small", "--timeline").code == 0
    plain.seek(0)
    told = plain.read()
    assert "?" not in told
    assert "- to # speech" in told


@pytest.mark.parametrize(("value", "colour"), [("1", False), ("", None)])
def test_no_colour_where_none_is_wanted(monkeypatch: pytest.MonkeyPatch, value: str, colour: object) -> None:
    monkeypatch.setenv("NO_COLOR", value)
    with cli.make_context("feltsense", ["list"]) as context:
        cli.invoke(context)
        assert context.color is colour


def test_programs_get_the_same_facts(desk: Desk) -> None:
    timing = json.loads(desk.run("show", "feet-on-the-floor", "--json").out)["timing"]
    assert timing["exact_silence_ms"] + timing["elastic_silence_ms"] == pytest.approx(timing["silence_ms"], abs=2)
    assert timing["shortest_ms"] < 180_000 < timing["longest_ms"]
    assert len(timing["possible_ms"]) == 2
    assert sum(section["speech_ms"] for section in timing["sections"]) == pytest.approx(timing["speech_ms"], abs=5)
    assert sum(section["shortest_ms"] for section in timing["sections"]) == pytest.approx(timing["shortest_ms"], abs=5)
    script = (bundled() / "feet-on-the-floor.md").read_text("utf-8").splitlines()
    assert [script[section["line"] - 1] for section in timing["sections"]] == [
        f"## {section['title']}" for section in timing["sections"]
    ]
