"""The journal on the screen: strokes, a month, words, lines that are written later; by keys and by mouse."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from player_app import NOW, add_practices, press_at_once, ready, seen, until
from textual import events
from textual.pilot import Pilot
from textual.widgets import Static

from feltsense.journal.insight import DRIFT
from feltsense.journal.model import CheckIn, Practice
from feltsense.journal.queries import DayCounts
from feltsense.journal.store import open_journal
from feltsense.journal.summary import summarise
from feltsense.tui.app import Feltsense
from feltsense.tui.journal.month import MonthDays, MonthView, month_away, month_lines
from feltsense.tui.journal.paged_list import PagedList
from feltsense.tui.journal.strokes import AFTER_ALONE, BEFORE, HIGHER, LOWER, SAME, scale_line, stroke, stroke_width
from feltsense.tui.journal.view import RowLayout, practice_row, row_headings, summary_paragraphs
from feltsense.tui.journal.words import MORE, Words, fitting_lines
from feltsense.tui.widgets.choices import EntryList
from feltsense.tui.widgets.lines import line_text, line_width
from feltsense.tui.widgets.reading import ReadingPane
from practising import practice

Make = Callable[..., Feltsense]
NOVEMBER = MonthDays(date(2026, 11, 1), {date(2026, 11, 3): DayCounts(2, 0), date(2026, 11, 8): DayCounts(0, 1)})


@pytest.mark.parametrize("step", [1, 2])
def test_every_number_has_a_place_of_its_own(step: int) -> None:
    places = {line_text(stroke(number, None, step)).index(BEFORE) for number in range(11)}
    assert places == set(range(0, 10 * step + 1, step))
    for number, after in ((6, 6), (0, 0), (10, 10)):
        assert line_text(stroke(number, after, step)).index(SAME) == number * step
    assert stroke_width(step) == len(line_text(stroke(None, None, step)))
    numbers = line_text(scale_line(step))
    assert [numbers.index(shown) // step for shown in ("0", "5", "10")] == [0, 5, 10]


@pytest.mark.parametrize(
    ("before", "after", "drawn"),
    [
        (6, 3, f"·  {LOWER}──{BEFORE}   ·"),
        (3, 4, f"·  {BEFORE}{HIGHER}     ·"),
        (10, 0, f"{LOWER}─────────{BEFORE}"),
        (7, None, f"·    · {BEFORE}  ·"),
        (None, 7, f"·    · {AFTER_ALONE}  ·"),
        (None, None, "·    ·    ·"),
    ],
)
def test_a_stroke_goes_from_before_to_after(before: int | None, after: int | None, drawn: str) -> None:
    assert line_text(stroke(before, after)).replace("·", " ").strip() == drawn.replace("·", " ").strip()
    assert len(line_text(stroke(before, after))) == 11


@pytest.mark.parametrize("columns", [48, 54, 72, 74, 90, 100, 108, 118])
def test_a_line_of_the_journal_fits_below_its_head(columns: int) -> None:
    longest = replace(practice(10, 10), title="A title that is much too long for any line of any journal, whatever")
    longest = replace(longest, before=CheckIn(10, 10), after=CheckIn(10, 10))
    row = practice_row(longest, columns)
    assert line_width(row) <= columns
    names, scales = row_headings(columns)
    layout = RowLayout(columns)
    assert line_text(names).index("distress") == line_text(scales).index("0") == layout.left
    assert line_text(row)[layout.left + 10 * layout.step] == SAME
    assert line_width(names) <= columns
    assert re.split(r"  +", line_text(names))[-2:] == ["distress", "connected" if columns < 52 else "alone … connected"]
    assert line_text(names).index(layout.connection) + layout.overhang == line_text(scales).rindex("0    ")
    assert all(sign in line_text(names)[: layout.left] for sign in (BEFORE, LOWER, HIGHER, SAME, AFTER_ALONE))
    assert line_width((*scales,)) - 2 <= columns
    left = replace(longest, heard_ms=0, after=CheckIn())
    assert "not played" in line_text(practice_row(left, columns))
    assert "0:00" not in line_text(practice_row(left, columns))


def test_a_month_shows_days_with_practices_and_counts_nothing_else() -> None:
    lines = [line_text(line) for line in month_lines(NOVEMBER, date(2026, 11, 3))]
    assert lines[0].split() == ["‹", "November", "2026", "›"]
    assert lines[1].split() == ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
    assert lines[2].split() == ["1"]
    assert lines[3].split() == ["2", "▸", "3•", "4", "5", "6", "7", "8◦"]
    assert len({len(line) for line in lines[2:-1]}) == 1
    assert (month_away(NOVEMBER.first, -1), month_away(NOVEMBER.first, 1)) == (date(2026, 10, 1), date(2026, 12, 1))
    assert MonthDays(date(2024, 2, 1)).last == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2026, 11, 1), ["30", "◦", "checked", "in", "only"]),  # six weeks
        (date(2026, 2, 1), ["◦", "checked", "in", "only"]),
        (date(2027, 2, 1), ["◦", "checked", "in", "only"]),  # four
    ],
)
def test_a_month_says_what_its_rare_sign_means_where_it_is_seen(first: date, last: list[str]) -> None:
    for counts, seen_sign in ((DayCounts(0, 1), True), (DayCounts(1, 1), False)):
        lines = [line_text(line) for line in month_lines(MonthDays(first, {first: counts}), None)]
        assert (lines[-1].split() == last) is seen_sign
        assert ("only" in lines[-1]) is seen_sign
        assert len(lines) <= 8
        assert max(map(len, lines)) <= 28


def test_words_that_have_no_room_say_so() -> None:
    sentences = ("one two three", "four five six")
    assert [line_text(line) for line in fitting_lines(sentences, 40, 3)] == ["one two three", "", "four five six"]
    assert [line_text(line) for line in fitting_lines(sentences, 40, 2)] == ["one two three", "four five six"]
    assert [line_text(line) for line in fitting_lines(sentences, 40, 1)] == [MORE]
    assert [line_text(line) for line in fitting_lines(sentences, 8, 3)] == ["one two", "three", MORE]


def test_the_page_in_words_covers_all_practices(player_home: Path) -> None:
    add_practices(player_home, tuple((n % 11, (n + 3) % 11) for n in range(250)))
    with open_journal(player_home / "feltsense") as journal:
        summary = summarise(journal)
    said = [paragraph.text for paragraph in summary_paragraphs(summary)]
    assert said[0].startswith("250 practices, from ")
    assert said[1].startswith("Distress: lower after in 66 of 250, same in 0, higher in 184.")
    assert said[2].startswith("Alone or connected: nearer to alone after in 0 of 250,")
    assert said[-2] == DRIFT
    assert all(sign in said[-1] for sign in (BEFORE, LOWER, HIGHER, SAME, AFTER_ALONE))


def kept(number: int, days_ago: int) -> Practice:
    done = practice(7, 4, number=number)
    return replace(done, began_at=NOW - timedelta(days=days_ago), slug=f"slug-{number}", title=f"Piece {number}")


@pytest.fixture
def a_few(player_home: Path) -> Path:
    """Return a home with practices of 23, 22 and 1 November, and 30 September."""
    home = player_home / "feltsense"
    with open_journal(home) as journal:
        journal.import_practices([kept(1, 1), kept(2, 2), kept(3, 23), kept(4, 55)])
    return home


async def opened(pilot: Pilot[Any]) -> PagedList:
    await ready(pilot)
    await pilot.press("f2")
    await seen(pilot, "JournalScreen")
    rows = pilot.app.screen.query_one(PagedList)
    await until(pilot, lambda: rows._pages)
    return rows


@pytest.mark.asyncio
async def test_the_month_follows_the_list_and_leads_it(player: Make, a_few: Path) -> None:
    app = player()
    async with app.run_test(size=(80, 24)) as pilot:
        rows = await opened(pilot)
        view = app.screen.query_one(MonthView)
        await until(pilot, lambda: view.marked == date(2026, 11, 23))
        await pilot.press("end")
        await until(
            pilot, lambda: (view.month and view.month.first, view.marked) == (date(2026, 9, 1), date(2026, 9, 30))
        )
        await pilot.press("right")
        await until(pilot, lambda: view.marked == date(2026, 11, 23))  # nor has it here: the nearest after it
        await pilot.press("left")
        await until(pilot, lambda: rows.marked == 3)  # October has none; the nearest before it is there
        await pilot.press("home")
        await until(pilot, lambda: view.marked == date(2026, 11, 23))
        await pilot.click(MonthView, offset=(25, 2))  # Sunday, the first
        await until(pilot, lambda: (rows.marked, view.marked) == (2, date(2026, 11, 1)))
        await pilot.click(MonthView, offset=(1, 0))
        await until(pilot, lambda: rows.marked == 3)


@pytest.mark.asyncio
async def test_a_row_is_marked_by_a_click_and_opened_by_another(player: Make, a_few: Path) -> None:
    app = player()
    async with app.run_test(size=(80, 24)) as pilot:
        rows = await opened(pilot)
        await pilot.click(PagedList, offset=(10, 1))
        assert rows.marked == 1
        await pilot.click(PagedList, offset=(10, 1))
        await seen(pilot, "OnePractice")
        await pilot.press("escape")
        await seen(pilot, "JournalScreen")
        await pilot.click(Words)
        await seen(pilot, "WordsPage")


@pytest.mark.asyncio
async def test_the_wheel_scrolls_the_list_and_marks_nothing_else(player: Make, player_home: Path) -> None:
    add_practices(player_home, tuple((n % 11, 4) for n in range(40)))
    app = player()
    async with app.run_test(size=(80, 24)) as pilot:
        rows = await opened(pilot)
        await pilot._post_mouse_events([events.MouseScrollDown], widget=PagedList, offset=(5, 3))
        await until(pilot, lambda: rows.scroll_offset.y > 0)
        assert rows.marked == 0
        await pilot.press("down")
        await until(pilot, lambda: rows.scroll_offset.y <= 1)


@pytest.mark.asyncio
async def test_a_practice_that_another_player_has_deleted_is_told(player: Make, a_few: Path) -> None:
    app = player()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        with open_journal(a_few) as journal:
            number = journal.practices(1)[0].id
            journal.delete_all()
        await pilot.press("d")
        title = app.screen.query_one("#title", Static)
        await until(pilot, lambda: f"Practice {number} is not in the journal." in str(title.render()))


@pytest.mark.asyncio
async def test_words_are_found_and_escape_leads_back_to_all(player: Make, a_few: Path) -> None:
    with open_journal(a_few) as journal:
        journal.write_note(journal.practices(9)[2].id, "Rain, quietly")
    app = player()
    async with app.run_test(size=(80, 24)) as pilot:
        rows = await opened(pilot)
        await pilot.press("slash", *"quiet")
        title = app.screen.query_one("#title", Static)
        await until(pilot, lambda: str(title.render()) == "1 practice found.")
        assert rows.count == 1
        await pilot.press("s", "x")
        await until(pilot, lambda: str(title.render()) == "Nothing found.")
        await pilot.press("escape")
        await until(pilot, lambda: rows.count == 4)
        assert not title.display
        await pilot.press("escape")
        await seen(pilot, "Library")


@pytest.mark.asyncio
async def test_a_line_is_written_later_and_removed_only_when_that_is_meant(player: Make, a_few: Path) -> None:
    app = player()
    async with app.run_test(size=(80, 24)) as pilot:
        rows = await opened(pilot)
        await pilot.press("down", "n")
        await seen(pilot, "NoteScreen")
        await pilot.press(*"warm", "enter")
        await seen(pilot, "JournalScreen")
        await until(pilot, lambda: rows._pages)
        await pilot.press("enter")
        await seen(pilot, "OnePractice")
        shown = app.screen.query_one(ReadingPane)
        assert any(block.head.startswith("Your line, written later: ") for block in app.screen.paragraphs)  # type: ignore[attr-defined]  # OnePractice's
        assert shown.has_focus
        for answer, left in (("escape", "warm"), ("2", "")):
            await pilot.press("n")
            await seen(pilot, "NoteScreen")
            await pilot.press(*["backspace"] * 4, "enter")
            await seen(pilot, "DialogScreen")
            await pilot.press(answer)
            await seen(pilot, "JournalScreen")
            with open_journal(a_few) as journal:
                await until(pilot, lambda j=journal, left=left: j.practices(9)[1].after.note == left)  # type: ignore[misc]
            await until(pilot, lambda: rows._pages)
            await pilot.press("enter")
            await seen(pilot, "OnePractice")


@pytest.mark.asyncio
async def test_escape_asks_nothing_where_a_line_with_blanks_around_it_was_only_read(
    player: Make, player_home: Path
) -> None:
    written = kept(1, 1)
    with open_journal(player_home / "feltsense") as journal:
        journal.import_practices([replace(written, after=replace(written.after, note=" warm\n"))])
    app = player()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("n")
        await seen(pilot, "NoteScreen")
        await pilot.press("escape")
        await seen(pilot, "JournalScreen")


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("keys", "kept"), [(("1",), "warm"), (("escape", "e", "enter"), "warme"), (("3",), ""), (("2", "ctrl+c"), "warm")]
)
async def test_escape_asks_about_a_line_that_was_written(
    player: Make, a_few: Path, keys: tuple[str, ...], kept: str
) -> None:
    app = player()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("n")
        await seen(pilot, "NoteScreen")
        await pilot.press(*"warm", "escape")
        await seen(pilot, "DialogScreen")
        await pilot.press(keys[0])
        await seen(pilot, "NoteScreen" if keys[1:] else "JournalScreen")
        await pilot.press(*keys[1:])
        if "ctrl+c" not in keys:
            await seen(pilot, "JournalScreen")
            await pilot.press("n")
            await seen(pilot, "NoteScreen")
            await pilot.press("escape")
            await seen(pilot, "JournalScreen")
    app.services.close()
    with open_journal(a_few) as journal:
        assert journal.practices(9)[0].after.note == kept


@pytest.mark.asyncio
async def test_by_exercise_in_the_order_of_names(player: Make, a_few: Path) -> None:
    app = player()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("e")
        await seen(pilot, "ExercisesScreen")
        screen: Any = app.screen
        await until(pilot, lambda: screen._shown == "slug-1")
        await pilot.press("down")
        await until(pilot, lambda: screen._shown == "slug-2")
        rows = screen.query_one(EntryList)
        assert [rows.render_line(y).text[:9] for y in range(4)] == ["  Piece 1", "  1 pract", "▸ Piece 2", "  1 pract"]
        await pilot.press("enter")
        await seen(pilot, "WordsPage")
        await pilot.press("escape")
        await seen(pilot, "ExercisesScreen")
        press_at_once(app, "up", "enter", "enter")
        await seen(pilot, "WordsPage")
        page: Any = app.screen
        assert page.paragraphs[0].head == "Piece 1"
        await pilot.press("escape")
        await seen(pilot, "ExercisesScreen")
        await pilot.click("EntryList", offset=(1, 3))  # on its sign
        await seen(pilot, "WordsPage")
        page = app.screen
        assert page.paragraphs[0].head == "Piece 2"
        assert page.paragraphs[0].text == "What was there when you did this one."
        await pilot.press("escape", "escape")
        await seen(pilot, "JournalScreen")


@pytest.mark.asyncio
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 50)])
async def test_nothing_touches_the_keys_and_the_room_is_used(player: Make, a_few: Path, size: tuple[int, int]) -> None:
    app = player()
    async with app.run_test(size=size) as pilot:
        rows = await opened(pilot)
        await pilot.pause()
        screen = app.screen
        footer = screen.query_one("Hints").region.y
        for widget in (rows, screen.query_one(MonthView), screen.query_one(Words)):
            assert widget.region.height > 4
            assert widget.region.bottom < footer
            assert widget.region.right <= size[0]
        pane = screen.query_one(ReadingPane)
        assert pane.display is (size >= (120, 40))
        assert not pane.display or footer > pane.region.bottom > pane.region.y + 4


@pytest.mark.asyncio
@pytest.mark.parametrize(("key", "name"), [("s", "WordsPage"), ("f1", "KeysScreen")])
async def test_a_long_page_says_that_more_follows_until_it_is_read(
    player: Make, player_home: Path, key: str, name: str
) -> None:
    add_practices(player_home, tuple((n % 11, (n + 3) % 11) for n in range(30)))
    app = player()
    async with app.run_test(size=(60, 20)) as pilot:
        await opened(pilot)
        await pilot.press(key)
        await seen(pilot, name)
        sign: Any = app.screen.query_one("#more")
        await until(pilot, lambda: sign.text)
        assert sign.region.bottom < app.screen.query_one("Hints").region.y
        await pilot.press("end")
        await until(pilot, lambda: not sign.text)


@pytest.mark.asyncio
async def test_what_such_numbers_cannot_tell_is_said_once(player: Make, a_few: Path) -> None:
    app = player(drift=False)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        assert DRIFT in app.screen.query_one(Words).sentences
        await pilot.press("escape")
        await seen(pilot, "Library")
        await pilot.press("f2")
        await seen(pilot, "JournalScreen")
        await until(pilot, lambda: app.screen.query_one(Words).sentences)
        assert DRIFT not in app.screen.query_one(Words).sentences


@pytest.mark.asyncio
async def test_the_marked_row_is_seen_after_the_window_has_changed(player: Make, player_home: Path) -> None:
    add_practices(player_home, tuple((n % 11, 4) for n in range(40)))
    app = player()
    async with app.run_test(size=(200, 50)) as pilot:
        rows = await opened(pilot)
        rows.mark(25)
        for size in ((60, 20), (120, 40), (80, 24)):
            await pilot.resize_terminal(*size)
            await until(pilot, lambda: rows.known and 0 <= rows.marked - rows.scroll_offset.y < rows.size.height)
            assert rows.marked == 25
