"""What is known of a text while it is being written, and which wording is offered."""

import subprocess
import sys
from pathlib import Path

import pytest

from feltsense.authoring.analysis import TrialOptions, analyse, audible_at, suggest_rewording
from feltsense.authoring.highlighting import LineState, Role, highlight, line_states
from feltsense.authoring.scripts import NewScript, begin_script, find_script, list_scripts
from feltsense.check.checker import check
from feltsense.errors import EditingError
from feltsense.script.fields import PRACTICES
from feltsense.system.paths import Workspace
from feltsense.units import frames_of_minutes

FRONT = "---\ntitle: One\nminutes: 2\n---\n"
SCRIPT = f"""{FRONT}
## Here

First one. Second one. [pause about 20s]
[breathe in 4 out 6 for 2 rounds]

Third one. [pause 5s to 3m]
"""


def test_the_authoring_room_loads_no_screen_and_no_engine() -> None:
    modules = ("analysis", "draft", "scripts", "diagnose", "highlighting", "preview", "renders", "watching")
    code = f"import {', '.join(f'feltsense.authoring.{each}' for each in modules)}, sys; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert {"textual", "rich", "numpy", "click"} & set(loaded) == set()


def test_a_length_in_a_heading_is_drawn_as_a_cue() -> None:
    spans = highlight("## Feet [2 min] here [bell]", LineState.BODY)
    assert [(span.start, span.end, span.role) for span in spans] == [
        (0, 8, Role.HEADING), (8, 15, Role.CUE), (15, 27, Role.HEADING),
    ]  # fmt: skip


def test_length_range_and_tries() -> None:
    found = analyse(SCRIPT, "one")
    assert found.overview is not None
    assert found.overview.figures.length == frames_of_minutes(2)
    assert len(found.ranges) == 1
    tried = analyse(SCRIPT, "one", TrialOptions(minutes=3, pace=100))
    assert tried.overview is not None
    assert tried.overview.figures.length == frames_of_minutes(3)
    assert tried.exercise is not None
    assert tried.exercise.front.pace == 100
    refused = analyse(SCRIPT, "one", TrialOptions(minutes=60))
    assert refused.overview is None
    assert "can last" in refused.timeline_error
    assert refused.ranges == found.ranges


@pytest.mark.parametrize("text", ["", "---", "---\n", "[repeat 3 times]", "\n" * 400, "[", "a" * 200_000])
def test_anything_can_stand_there(text: str) -> None:
    assert analyse(text, "one").lines == tuple(text.split("\n"))


@pytest.mark.parametrize(
    ("line", "column", "text"),
    [(8, 1, "First one."), (8, 12, "Second one."), (8, 40, "Second one."), (1, 1, "First one."), (10, 1, "Third one.")],
)
def test_the_phrase_at_a_place(line: int, column: int, text: str) -> None:
    exercise = analyse(SCRIPT, "one").exercise
    assert exercise is not None
    assert getattr(audible_at(exercise, line, column), "text", None) == text


def test_a_breath_can_be_heard_too_and_nothing_where_nothing_is() -> None:
    exercise = analyse(SCRIPT, "one").exercise
    assert exercise is not None
    assert getattr(audible_at(exercise, 9, 5), "rounds", None) == 2
    empty = analyse("", "one").exercise
    assert empty is not None
    assert audible_at(empty, 1, 1) is None


@pytest.mark.parametrize(
    ("line", "code", "mended"),
    [
        ("Now rest. (pause 5 seconds) And go on.", "S050", "Now rest. [pause 5s] And go on."),
        ("Hello there. Relax your shoulders. Good.", "L03", "Hello there. Your shoulders might drop a little, or stay"),
    ],
)
def test_the_better_wording_takes_the_place_of_what_it_is_about(line: str, code: str, mended: str) -> None:
    found = analyse(FRONT + line, "one")
    diagnostic = next(each for each in found.diagnostics if each.code == code)
    offer = suggest_rewording(diagnostic, found)
    assert offer is not None
    assert f"{line[: offer.column - 1]}{offer.text}{line[offer.end_column - 1 :]}".startswith(mended)


def test_nothing_is_offered_where_only_the_writer_can_tell() -> None:
    over_two_lines = analyse(f"{FRONT}Now relax your\nshoulders.", "one")
    assert [suggest_rewording(each, over_two_lines) for each in over_two_lines.diagnostics if each.code == "L03"] == [
        None
    ]
    keys = analyse(f"{FRONT}Hello.", "one")
    assert [suggest_rewording(each, keys) for each in keys.diagnostics if each.code == "S015"] == [None]


def test_lines_are_set_apart() -> None:
    text = "---\ntitle: A\n# b\n---\n## H\n> n\nA [bell] … b <!-- c\nd --> e [pause]\npause\n"
    lines = text.split("\n")
    assert line_states(lines)[:4] == (LineState.FRONT,) * 4
    found = [highlight(line, place) for line, place in zip(lines, line_states(lines), strict=True)]
    roles = [[each.role for each in row] for row in found]
    assert roles == [
        [Role.FENCE], [Role.KEY, Role.VALUE], [Role.COMMENT], [Role.FENCE], [Role.HEADING], [Role.NOTE],
        [Role.CUE, Role.SILENCE, Role.COMMENT], [Role.COMMENT, Role.CUE], [Role.CUE], [],
    ]  # fmt: skip
    assert [(each.start, each.end) for each in found[6]] == [(2, 8), (9, 10), (13, 19)]


@pytest.mark.parametrize("practice", PRACTICES)
def test_a_new_script_has_nothing_to_mend_and_a_name_of_its_own(tmp_path: Path, practice: str) -> None:
    script, beginning = begin_script(NewScript("  Größe: “ruhig”  & 'weit' ", practice), Workspace(tmp_path))
    assert script.slug == "grosse-ruhig-weit"
    checked = check(beginning, script.slug)
    assert checked.parsed.errors == ()
    assert checked.parsed.exercise.front.title == "Größe: “ruhig” & 'weit'"
    assert analyse(beginning, script.slug).overview is not None
    assert not script.path.parent.exists()


def test_a_title_that_is_there_or_makes_no_name_is_refused(tmp_path: Path) -> None:
    for title in ("???", "feet on the floor"):
        with pytest.raises(EditingError):
            begin_script(NewScript(title, "breath"), Workspace(tmp_path))


def test_scripts_own_first_with_unsaved_work_and_drafts_that_have_no_file(tmp_path: Path) -> None:
    folder = tmp_path / "exercises"
    folder.mkdir()
    (folder / "zebra.md").write_text(SCRIPT, "utf-8")
    (folder / ".zebra.md.draft").write_text("x", "utf-8")
    (folder / ".lost-one.md.draft").write_text("x", "utf-8")
    (folder / "broken.md").write_bytes(b"\xff")
    found = list_scripts(Workspace(tmp_path))
    assert [(each.slug, each.unsaved) for each in found[:3]] == [("broken", False), ("lost-one", True), ("zebra", True)]
    assert not any(each.own for each in found[3:])
    came_along = find_script("feet-on-the-floor", Workspace(tmp_path))
    assert came_along.path == folder / "feet-on-the-floor.md"
    assert came_along.origin != came_along.path
    assert find_script(str(folder / "zebra.md"), Workspace(tmp_path)).own
