"""Brackets with a name and a length: a part that lasts so long, a silence, or neither."""

import pytest

from feltsense.script.parser import parse


def hint(line: str) -> str:
    (found,) = (each for each in parse(f"Rest.\n\n{line}\n\nAnd go on.\n", "x").diagnostics if each.code == "S020")
    return found.hint


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("**[Opening – 30 s]**", "## Opening [30s]"),
        ("[Opening (2 min)]", "## Opening [2m]"),
        ("[Body scan: 3 minutes]", "## Body scan [3m]"),
        ("[Feet - 1:30]", "## Feet [1m30s]"),
    ],
)
def test_a_name_with_a_length_is_a_heading(line: str, heading: str) -> None:
    assert hint(line) == f"It reads like a part and its length: write {heading} on a line of its own."
    assert not [each for each in parse(f"{heading}\n\nRest.\n", "x").diagnostics if each.code != "S015"]


@pytest.mark.parametrize(
    ("line", "pause"),
    [
        ("[Hold – 5 s]", "[pause 5s]"),
        ("[Rest - 30 sec]", "[pause 30s]"),
        ("[Pausa - 10 segundos]", "[pause 10s]"),
        ("[paus - 10 s]", "[pause 10s]"),
        ("[next slide after 20 sec]", "[pause 20s]"),
    ],
)
def test_what_is_done_for_so_long_is_a_silence(line: str, pause: str) -> None:
    assert hint(line) == f"Did you mean {pause}?"


@pytest.mark.parametrize("line", ["[AD BREAK - 0:45]", "[Sponsor - 30 sec]", "[Commercial break: 1 min]"])
def test_an_advertisement_is_no_silence(line: str) -> None:
    assert "pause 4" not in hint(line)
    assert "Did you mean" not in hint(line)
