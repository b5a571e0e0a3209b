"""Several timelines in a row."""

from dataclasses import replace
from itertools import pairwise

from feltsense.script.model import Bell, FrontMatter
from feltsense.timeline.compose import compose
from feltsense.timeline.joined import joined_timeline
from feltsense.timeline.model import Timeline
from feltsense.units import Ms
from scripts import HERE, MEASURES, exact, exercise, phrase, sections

BELL = Bell(low=False, times=1, every=Ms(0), span=HERE)
ONE = compose(sections(("A", (phrase("One."), exact(2000), BELL)), ("B", (phrase("More."),))), None, MEASURES)
TWO = compose(exercise(phrase("Two three."), BELL, exact(1234), front=FrontMatter(title="Two")), None, MEASURES)


def joined() -> Timeline:
    return joined_timeline([ONE, TWO, ONE], ["First", "Second", "First again"])


def test_each_part_begins_where_the_one_before_ends_and_is_a_chapter() -> None:
    found = joined()
    assert [(chapter.title, chapter.start) for chapter in found.chapters] == [
        ("First", 0),
        ("Second", ONE.length),
        ("First again", ONE.length + TWO.length),
    ]
    assert found.length == 2 * ONE.length + TWO.length


def test_phrases_and_silences_tile_the_whole() -> None:
    tiles = joined().tiles
    assert tiles[0].start == 0
    assert all(a.start + a.length == b.start for a, b in pairwise(tiles))
    assert tiles[-1].start + tiles[-1].length == joined().length


def test_what_lies_over_them_moves_along() -> None:
    starts = [overlay.start for overlay in joined().overlays]
    one, two = ONE.overlays[0].start, TWO.overlays[0].start
    assert starts == [one, ONE.length + two, ONE.length + TWO.length + one]


def test_one_alone_keeps_its_sections() -> None:
    assert joined_timeline([ONE], ["First"]) == ONE


def test_a_whole_of_other_scripts_has_another_hash() -> None:
    changed = replace(TWO, script_sha256="1" * 64)
    assert (
        joined_timeline([ONE, changed], ["", ""]).script_sha256 != joined_timeline([ONE, TWO], ["", ""]).script_sha256
    )
