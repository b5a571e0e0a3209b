"""What is drawn of a moment, as plain values."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from player_app import NOW
from sample_timeline import BREATHS, SAID, sample_playhead, seconds
from textual.content import Content
from textual.geometry import Size
from textual.style import Style
from textual.visual import RenderOptions

from feltsense.journal.wording import ALL_PLACES, PLACES
from feltsense.script.model import PhaseKind
from feltsense.timeline.playhead import BreathState
from feltsense.timeline.rest import Rest, background_timeline, with_rest
from feltsense.tui.checkin import figure
from feltsense.tui.checkin.scale import Ends, Scale
from feltsense.tui.checkin.words import NOTHING, WORDS, WordPicker
from feltsense.tui.library.detail import time_ago
from feltsense.tui.player.breath import bar_of, seconds_to_change, steps_of, swell_of, words_of
from feltsense.tui.player.caption import COLUMNS, Caption, caption_lines, caption_of, without_words
from feltsense.tui.player.disc import DiscSpace, changed_cells, disc
from feltsense.tui.player.track import Track, chapter_at, line_of, times_of, track_of
from feltsense.tui.widgets.hanging import HangingRows
from feltsense.tui.widgets.lines import content, line_text, line_width
from feltsense.tui.widgets.text import Paragraph, Prose
from feltsense.units import frames, frames_of_minutes

MOMENTS = sample_playhead()
HANGING = HangingRows(
    [(Content("  12 ○ "), Content("Notice your feet, where they touch the floor.")), (Content("   3 "), Content(""))]
)
BREATHING = MOMENTS.chapters[1].start


def breath_at(position: int) -> BreathState:
    breath = MOMENTS.at(position).breath
    assert breath is not None
    return breath


# --- rows of a list ---------------------------------------------------------------------------------------------------


def hanging(width: int) -> list[str]:
    options = RenderOptions(lambda _: Style(), {})
    strips = HANGING.render_strips(width, None, Style(), options)
    assert len(strips) == HANGING.get_height({}, width)
    return [strip.text.rstrip() for strip in strips]


def test_further_lines_hang_under_the_text() -> None:
    assert hanging(30) == ["  12 ○ Notice your feet, where", "       they touch the floor.", "   3"]
    assert hanging(80) == ["  12 ○ Notice your feet, where they touch the floor.", "   3"]
    assert str(HANGING).startswith("  12 ○ Notice your feet")


def test_where_there_is_no_room_further_lines_begin_at_the_edge() -> None:
    assert hanging(14) == ["  12 ○ Notice", "your feet,", "where they", "touch the", "floor.", "   3"]


# --- captions ---------------------------------------------------------------------------------------------------------


def test_words_that_have_begun_are_counted() -> None:
    second = next(tile.start for tile in MOMENTS.timeline.tiles if getattr(tile, "text", "") == SAID[1])
    caption = caption_of(MOMENTS.at(second + seconds(0.5)), lively=True)
    assert (caption.text, caption.spoken, caption.before, caption.quiet) == (SAID[1], 2, SAID[0], 0)


def test_quiet_time_is_told_when_it_is_long_and_counts_down_to_one() -> None:
    third = next(tile for tile in MOMENTS.timeline.tiles if getattr(tile, "text", "") == SAID[2])
    end = third.start + third.length
    told = [caption_of(MOMENTS.at(end + seconds(s)), lively=True).quiet for s in (0.0, 0.5, 13.0, 13.9)]
    assert told == [14, 14, 1, 1]


def test_a_short_silence_is_not_told() -> None:
    first = next(tile for tile in MOMENTS.timeline.tiles if getattr(tile, "text", "") == SAID[0])
    assert caption_of(MOMENTS.at(first.start + first.length + 1), lively=True).quiet == 0


def test_a_breath_is_no_quiet_time() -> None:
    assert caption_of(MOMENTS.at(BREATHING + seconds(1)), lively=True).quiet == 0


def test_the_sign_of_life_wanders_without_jumping() -> None:
    ending = MOMENTS.chapters[2].start
    beats = [caption_of(MOMENTS.at(ending + seconds(s / 4)), lively=True).beat for s in range(40)]
    assert set(beats) == {0, 1, 2, 3, 4}
    assert all(abs(a - b) <= 1 for a, b in pairwise(beats) if a is not None and b is not None)
    assert caption_of(MOMENTS.at(ending), lively=False).beat is None


@pytest.mark.parametrize("rows", range(3, 20))
@pytest.mark.parametrize("columns", [30, 60, 120])
def test_captions_fit_and_stand_at_one_height(rows: int, columns: int) -> None:
    long = Caption("word " * 30, 3, "before " * 30, quiet=9, beat=1)
    for caption in (long, Caption("Short.", 1), without_words(long)):
        lines = caption_lines(caption, columns, rows)
        assert len(lines) <= rows
        assert all(line_width(line) <= columns for line in lines)
    firsts = [
        next(n for n, line in enumerate(caption_lines(caption, columns, rows)) if "now" in line_text(line))
        for caption in (Caption("now is short", 1), Caption("now " * 40, 1, "before " * 30))
    ]
    assert firsts[0] == firsts[1]


def test_every_word_is_shown_once_bright_or_soft() -> None:
    text = "Something is carrying you. Is there more weight on the left, or on the right?"
    for spoken in range(len(text.split()) + 1):
        pieces = [piece for line in caption_lines(Caption(text, spoken), 80, 12) for piece in line]
        bright = " ".join(piece for piece, style in pieces if style == "bold $ink").split()
        soft = " ".join(piece for piece, style in pieces if style == "$soft").split()
        assert bright + soft == text.split()
        assert len(bright) == spoken
    assert all(line_width(line) <= (80 + COLUMNS) // 2 for line in caption_lines(Caption(text, 2), 80, 12))


def test_a_phrase_uses_the_room_and_no_word_stands_alone() -> None:
    def shown(columns: int, rows: int) -> list[str]:
        lines = map(
            line_text, caption_lines(Caption("one two three four five six seven eight nine ten", 3), columns, rows)
        )
        return [line.strip() for line in lines if line.strip()]

    assert shown(60, 12) == ["one two three four five", "six seven eight nine ten"]
    assert shown(200, 40) == ["one  two  three  four  five  six  seven  eight  nine  ten"]
    assert shown(12, 12)[0].split() == ["one", "two"]
    long = caption_lines(Caption("a phrase " * 18, 0, "before " * 20), 200, 40)
    assert 60 < max(map(line_width, long)) < 170


# --- breath -----------------------------------------------------------------------------------------------------------


def test_the_breath_swells_and_falls_with_the_position_alone() -> None:
    start: int = BREATHING
    for phase, length in BREATHS[:3]:
        sizes = [swell_of(breath_at(start + seconds(length * n / 20))).size for n in range(20)]
        expected = {PhaseKind.IN: sorted(sizes), PhaseKind.OUT: sorted(sizes, reverse=True), PhaseKind.HOLD: [1.0] * 20}
        assert sizes == expected[phase]
        start += seconds(length)


def test_what_is_drawn_agrees_with_the_position_within_twenty_milliseconds() -> None:
    boundary = BREATHING + seconds(4)
    assert swell_of(breath_at(boundary - 1)).word == "breathe in"
    assert swell_of(breath_at(boundary)).word == "hold"
    fastest = max(
        abs(swell_of(breath_at(at + frames(20))).size - swell_of(breath_at(at)).size)
        for at in range(BREATHING, BREATHING + seconds(3.9), frames(20))
    )
    assert fastest < 1 / 100  # twenty milliseconds never show as more than that


def test_seconds_left_are_whole_and_dots_go_with_them() -> None:
    swell = swell_of(breath_at(BREATHING + seconds(1.2)))
    assert (swell.seconds, swell.length, swell.round, swell.rounds) == (3, 4, 1, 3)
    assert line_text(steps_of(swell)) == "● ○ ○ ○"
    assert [line_text(line) for line in words_of(swell)] == ["breathe in   3", "round 1 of 3"]


@pytest.mark.parametrize("tenth", range(11))
@pytest.mark.parametrize("columns", [8, 31, 48])
def test_the_bar_keeps_its_width_and_its_middle(tenth: int, columns: int) -> None:
    swell = swell_of(BreathState(PhaseKind.IN, 1, 1, tenth / 10, frames(100), frames(1000), full=True, number=0))
    line = bar_of(swell, columns)
    assert line_width(line) == columns // 2 * 2
    text = line_text(line)
    assert len(text) - len(text.lstrip("─")) == len(text) - len(text.rstrip("─"))


DISC = DiscSpace(23, 10, "#a9bf95", "#574c3f", "#161310")


def test_the_disc_grows_and_keeps_its_space() -> None:
    lit = []
    for step in (0, DISC.steps // 2, DISC.steps):
        strips = disc(step, DISC)
        assert [strip.cell_length for strip in strips] == [23] * 10
        colours = [segment.style.color for strip in strips for segment in strip if segment.style]
        lit.append(sum(colour is not None and colour.name > "#7" for colour in colours))
    assert lit == sorted(set(lit))


@pytest.mark.parametrize(("width", "rows"), [(23, 10), (60, 9), (62, 31), (20, 24), (7, 6)])
def test_only_the_edge_of_the_disc_is_drawn_anew_and_all_of_that(width: int, rows: int) -> None:
    space = replace(DISC, width=width, rows=rows)

    def cells(step: int) -> list[list[object]]:
        return [[(char, part.style) for part in strip for char in part.text] for strip in disc(step, space)]

    for before in range(0, space.steps, 3):
        for after in {before, min(space.steps, before + 1), space.steps // 2}:
            told = {(x, region.y) for region in changed_cells(before, after, space) for x in range(*region.column_span)}
            old, new = cells(before), cells(after)
            differ = {(x, y) for y in range(rows) for x in range(width) if old[y][x] != new[y][x]}
            assert differ <= told
            assert all(0 <= x < width for x, _ in told)


def test_the_breath_is_looked_at_as_soon_as_it_looks_different_and_not_sooner() -> None:
    begin, middle = breath_at(BREATHING), breath_at(BREATHING + seconds(2))
    look, most = 1 / 12, 1 / 4
    assert seconds_to_change(middle, 60, look, most) == look
    assert seconds_to_change(begin, 60, look, most) > look
    assert seconds_to_change(breath_at(BREATHING + seconds(4.1)), 60, look, most) >= most  # held


# --- progress ---------------------------------------------------------------------------------------------------------


def test_the_track_is_as_long_as_its_space_with_a_gap_at_each_chapter() -> None:
    track = Track(seconds(30), seconds(100), (0, seconds(25), seconds(50)))
    line = line_text(line_of(track, 40))
    assert len(line) == 40
    assert line == "━" * 9 + " " + "━━" + "─" * 7 + " " + "─" * 20
    assert [chapter_at(track, column, 40) for column in (0, 9, 10, 39)] == [0, 0, 1, 2]
    assert times_of(track) == ("0:30", "−1:10")


def test_the_track_is_the_exercises_while_somebody_speaks_and_then_that_of_what_follows() -> None:
    exercise = sample_playhead().timeline
    whole = track_of(exercise, seconds(5))
    timeline = with_rest(exercise, Rest("rain", "Rain", frames_of_minutes(480)))
    assert track_of(timeline, seconds(5)) == whole
    assert timeline.rest is not None
    last = track_of(timeline, timeline.rest - 1)
    assert (last.length, len(last.starts)) == (exercise.length, len(exercise.chapters))
    rest = track_of(timeline, timeline.rest + seconds(60))
    assert times_of(rest)[0] == "1:00"
    assert rest.length == timeline.length - timeline.rest
    assert chapter_at(rest, 0, 40) == chapter_at(rest, 39, 40) == len(exercise.chapters), "the one that follows"
    alone = track_of(background_timeline("rain", "Rain", frames_of_minutes(30)), seconds(60))
    assert alone == Track(seconds(60), frames_of_minutes(30))


def test_many_chapters_at_once_still_fit() -> None:
    crowded = Track(0, 1000, tuple(range(30)))
    assert len(line_text(line_of(crowded, 20))) >= 20
    assert line_text(line_of(Track(), 10)) == "─" * 10


# --- body and words ---------------------------------------------------------------------------------------------------


def test_every_region_can_be_reached_by_arrows_and_by_the_mouse() -> None:
    reached, waiting = set(), ["chest"]
    while waiting:
        here = waiting.pop()
        reached.add(here)
        steps = [figure.moved(here, across, down) for across, down in ((0, 1), (0, -1), (1, 0), (-1, 0))]
        waiting += [region for region in steps if region not in reached]
    assert reached == set(ALL_PLACES)


@pytest.mark.parametrize(("columns", "rows", "high"), [(60, 15, 15), (80, 15, 15), (120, 25, 22), (200, 32, 29)])
def test_the_figure_grows_with_the_room_and_every_place_can_be_clicked(columns: int, rows: int, high: int) -> None:
    made = figure.figure_for(columns, rows)
    assert made.rows == high
    assert {made.region_at(x, y) for y in range(high) for x in range(made.columns)} == {*ALL_PLACES, None}
    body = {made.region_at(x, y) for y in range(high - 1) for x in range(figure.SIDE, made.columns - figure.SIDE)}
    assert body == {*PLACES, None}


@pytest.mark.parametrize("chosen", ["belly", "nowhere"])
def test_a_chosen_region_is_marked_without_colour(chosen: str) -> None:
    made = figure.figure_times(1)
    *lines, _ = made.lines(chosen)
    assert sum("▸" in line_text(line) or "◂" in line_text(line) for line in made.lines(chosen)) == 1
    assert all(line_width(line) == made.columns for line in lines)


@pytest.mark.parametrize("size", [Size(60, 12), Size(80, 15), Size(120, 26), Size(200, 36)])
def test_every_word_is_seen_and_can_be_clicked(size: Size) -> None:
    picker = WordPicker()
    picker._size = size
    rows = str(picker.render()).split("\n")
    assert len(rows) <= size.height
    seen = {picker._at(x, y): rows[y] for y in range(len(rows)) for x in range(size.width)}
    assert set(seen) == {*WORDS, None}
    assert all(word in row for word, row in seen.items() if word is not None)


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_the_words_of_a_scale_stand_below_its_ends(width: int) -> None:
    scale = Scale()
    scale._size = Size(width, 7)
    scale.show(Ends("at ease", "the worst you know"))
    rows = str(scale.render()).split("\n")
    numbers, words = rows[0], rows[4]
    assert words.index("at ease") == numbers.index("0")
    assert len(words.rstrip()) == len(numbers.rstrip())


def test_letters_go_through_what_begins_with_them() -> None:
    assert figure.lettered(None, "h") == "head"
    assert figure.lettered("head", "h") == "hands"
    assert figure.lettered("hips", "h") == "head"
    assert figure.lettered(None, "x") is None
    assert WORDS[-1] == NOTHING
    assert len(WORDS) == 29


# --- text -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["k\x1b]0;X\x07", "a\u202eb", "\x9b31m"])
def test_no_control_character_is_drawn(text: str) -> None:
    prose = Prose()
    prose.show((Paragraph(f"{text}\nnext line", text),))
    for drawn in (content([((text, "$ink"),)]), prose.render()):
        assert drawn.plain.replace("\n", "").isprintable()
    assert prose.render().plain.endswith("\nnext line")


# --- the library ------------------------------------------------------------------------------------------------------


def test_long_ago_is_said_as_people_say_it() -> None:
    days = {0: "today", 1: "yesterday", 9: "9 days ago", 30: "4 weeks ago", 90: "3 months ago"}
    for count, words in days.items():
        then = NOW - timedelta(days=count)
        assert time_ago(then, NOW) == words
