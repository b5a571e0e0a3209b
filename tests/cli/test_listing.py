"""`feltsense list` and `feltsense show`."""

import errno
import json
import os
from pathlib import Path

import pytest

from running import SMALL, WRONG, Desk
from sounding import tone, write_wav


def test_own_exercises_and_those_that_came_along_are_listed(desk: Desk) -> None:
    ran = desk.run("list")
    assert (ran.code, ran.err) == (0, "")
    rows = [line.split("  ") for line in ran.out.splitlines() if line.startswith("  ")]
    slugs = [row[1] for row in rows]
    assert "small" in slugs
    assert "feet-on-the-floor" in slugs
    assert "Somatic" in ran.out
    assert "3, 5 min" in ran.out


@pytest.mark.parametrize("columns", [60, 80, 100, 200])
def test_lengths_are_whole_in_any_terminal(desk: Desk, monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    desk.write(
        "a-long-one",
        SMALL.replace("A small one", "A title that goes on and on").replace("tier", "minutes: [5, 10, 20]\ntier"),
    )
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = desk.run("list").out.splitlines()
    assert max(map(len, lines)) <= columns
    assert any("5, 10, 20 min" in line for line in lines)
    assert ("outward" in "".join(lines)) == (columns >= 80)


def test_an_own_exercise_hides_the_one_of_the_same_name(desk: Desk) -> None:
    desk.write("even-breath", SMALL.replace("A small one", "My own breath"))
    assert "My own breath" in desk.run("list").out
    assert "My own breath" in desk.run("show", "even-breath").out


def test_the_list_for_programs_says_everything(desk: Desk) -> None:
    rows = {row["slug"]: row for row in json.loads(desk.run("list", "--json").out)}
    assert rows["small"] == {
        "slug": "small",
        "title": "A small one",
        "summary": "Some seconds of sitting.",
        "practice": "grounding",
        "pathway": "somatic",
        "tier": 1,
        "minutes": [],
        "language": "en-US",
        "path": str(desk.folder / "exercises" / "small.md"),
    }
    assert rows["feet-on-the-floor"]["minutes"] == [3, 5]


def test_the_listeners_language_is_first_and_others_are_named(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "es_MX.UTF-8")
    headings = [line for line in desk.run("list").out.splitlines() if line and not line.startswith(" ")]
    assert headings[:3] == ["Self-compassion", "Somatic", "Authentic self, in English"]
    assert headings[-1] == "Somatic, in German"
    monkeypatch.setenv("LC_ALL", "C")
    headings = [line for line in desk.run("list").out.splitlines() if line and not line.startswith(" ")]
    assert headings[0] == "Authentic self"
    assert headings[-2:] == ["Self-compassion, in Spanish", "Somatic, in Spanish"]


def test_one_language_alone_can_be_listed(desk: Desk) -> None:
    rows = json.loads(desk.run("list", "--language", "de-AT", "--json").out)
    assert len(rows) == 4
    assert {row["language"] for row in rows} == {"de"}
    assert "Füße am Boden" in desk.run("list", "--language", "de").out
    ran = desk.run("list", "--language", "nl")
    assert (ran.code, ran.out, ran.err) == (0, "", "No exercise is in Dutch.\n")


def test_a_script_that_cannot_be_read_is_named_and_hides_no_other(desk: Desk) -> None:
    (desk.folder / "exercises" / "photo.md").write_bytes(b"\xff\xd8\xff\x00")
    ran = desk.run("list")
    assert ran.code == 0
    assert "photo.md is left out" in ran.err
    assert "small" in ran.out


def test_a_folder_that_cannot_be_read_is_named_and_the_bundled_ones_are_listed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.scandir

    def scandir(folder: Path) -> object:
        if Path(folder) == desk.folder / "exercises":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return real(folder)

    monkeypatch.setattr(os, "scandir", scandir)
    ran = desk.run("list")
    assert ran.code == 0
    assert "exercises cannot be read: permission denied. Its exercises are left out." in ran.err
    assert "feet-on-the-floor" in ran.out
    assert desk.run("show", "feet-on-the-floor").code == 0


def test_control_characters_of_a_file_name_are_not_printed(desk: Desk) -> None:
    desk.write("a\x1b]0;X\x07b\u202ec\x9bd")
    ran = desk.run("list")
    assert not set("\x1b\x07\x9b\u202e") & set(ran.out + ran.err)


def test_a_script_with_mistakes_is_listed_as_far_as_it_is_understood(desk: Desk) -> None:
    desk.write("wrong", WRONG)
    assert "Wrong" in desk.run("list").out


def test_lines_fit_the_terminal(desk: Desk) -> None:
    desk.write("long", SMALL.replace("A small one", "A very long title " * 8))
    assert max(map(len, desk.run("list").out.splitlines())) <= 100


def test_show_tells_what_it_is_and_how_it_is_paced(desk: Desk) -> None:
    ran = desk.run("show", "feet-on-the-floor", "--minutes", "5")
    assert ran.code == 0
    assert "grounding · somatic · outward · 3, 5 minutes" in ran.out
    assert "Not while driving" in ran.out
    assert "5:00 in all" in ran.out
    assert "Coming back" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80


def test_show_for_programs(desk: Desk) -> None:
    found = json.loads(desk.run("show", "feet-on-the-floor", "--json").out)
    assert found["timing"]["duration_ms"] == 180_000
    assert found["timing"]["speech_ms"] + found["timing"]["silence_ms"] == 180_000
    assert found["timing"]["estimated"] is True
    assert sum(section["duration_ms"] for section in found["timing"]["sections"]) == 180_000


def test_a_length_that_cannot_be_met_is_refused_with_what_can(desk: Desk) -> None:
    ran = desk.run("show", "small", "--minutes", "30")
    assert (ran.code, ran.out) == (1, "")
    assert "cannot last exactly 30:00" in ran.err
    assert "This script can last from 0:" in ran.err


def test_a_name_that_is_nearly_right_is_suggested(desk: Desk) -> None:
    ran = desk.run("show", "smal")
    assert ran.code == 1
    assert "Did you mean small" in ran.err


def test_a_path_anywhere_is_an_exercise_too(desk: Desk) -> None:
    other = desk.folder / "elsewhere" / "mine.md"
    other.parent.mkdir()
    other.write_text(SMALL, "utf-8")
    assert "A small one" in desk.run("show", str(other)).out


def test_show_knows_how_long_a_sound_file_lasts(desk: Desk) -> None:
    script = desk.write("river", "---\ntitle: River\n---\nOne sentence.\n[play river.wav]\n")
    ran = desk.run("show", "river")
    assert (ran.code, ran.out) == (1, "")
    assert "river, line 5: “river.wav” is not there." in ran.err
    without = json.loads(desk.run("show", str(desk.write("short", "One sentence.\n")), "--json").out)
    write_wav(script.parent / "river.wav", tone(70))
    found = json.loads(desk.run("show", "river", "--json").out)
    assert found["timing"]["duration_ms"] - without["timing"]["duration_ms"] == pytest.approx(74_000, abs=5)


def test_a_script_with_errors_is_shown_with_its_lines(desk: Desk) -> None:
    desk.write("wrong", WRONG)
    ran = desk.run("show", "wrong")
    assert ran.code == 1
    assert "wrong.md:5:6: error S020" in ran.err
    assert "There is an error in wrong.md." in ran.err
