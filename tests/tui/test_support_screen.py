"""People to talk to: reached from everywhere, with the country and one's own people set right there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from player_app import ready, seen, until
from textual.containers import VerticalScroll
from textual.widgets import Static

from feltsense.care.people import Person, load_people, save_people
from feltsense.tui.app import Feltsense
from feltsense.tui.keys import active_keys
from feltsense.tui.support.countries import CountryList
from feltsense.tui.support.screen import SupportScreen
from feltsense.tui.widgets.hints import Hints
from feltsense.tui.widgets.text import Prose

Make = Callable[..., Feltsense]
pytestmark = pytest.mark.asyncio
MAYA = Person("Maya", "555 0117")


@pytest.fixture(autouse=True)
def _no_country(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


def read(app: Feltsense) -> str:
    """Return what stands on the screen of people to talk to."""
    return str(app.screen.query_one(Prose).render())


async def test_a_country_is_chosen_right_there_and_holds(player: Make) -> None:
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press("question_mark")
        await seen(pilot, "SupportScreen")
        assert "112 or 911" in read(app)
        assert "c chooses yours" in read(app)
        await pilot.press("c")
        await seen(pilot, "CountryScreen")
        await pilot.press("u", "enter")
        await seen(pilot, "SupportScreen")
        await until(pilot, lambda: "In danger, United Kingdom" in read(app))
        assert "Call 116 123" in read(app)
        assert "c chooses" not in read(app)
        assert app.services.settings.region == "GB"
        await pilot.press("c")
        await seen(pilot, "CountryScreen")
        await pilot.press("u", "escape")
        await seen(pilot, "SupportScreen")
        assert app.services.settings.region == "GB"


async def test_somebody_is_named_right_there(player: Make, player_home: Path) -> None:
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press("enter")
        await seen(pilot, "CheckInScreen")
        await pilot.press("question_mark")
        await seen(pilot, "SupportScreen")
        assert "p adds people you trust" in read(app)
        await pilot.press("p")
        await seen(pilot, "PeopleScreen")
        await pilot.press(*"Maya", "enter", *"555", "enter", "escape")
        await seen(pilot, "SupportScreen")
        await until(pilot, lambda: "Maya   555" in read(app))
        await pilot.press("escape")
        await seen(pilot, "CheckInScreen")
    app.services.close()
    assert load_people(player_home / "feltsense") == (Person("Maya", "555"),)


async def test_who_is_written_is_kept_without_enter(player: Make, player_home: Path) -> None:
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press("question_mark", "p")
        for keys in ((*"Maya", "enter", *"555", "escape"), ("tab", *"0117", "escape"), (*"Sol", "ctrl+c")):
            await seen(pilot, "PeopleScreen")
            await pilot.press(*keys)
            if keys[-1] == "escape":
                await seen(pilot, "SupportScreen")
                await pilot.press("p")
    app.services.close()
    assert load_people(player_home / "feltsense") == (Person("Maya", "555"), Person("0117", ""), Person("Sol", ""))


async def test_the_ends_of_a_list_are_reached_by_keys_and_what_is_marked_is_seen(player: Make) -> None:
    app = player()
    async with app.run_test(size=(60, 20)) as pilot:
        await ready(pilot)
        await pilot.press("question_mark", "c")
        await seen(pilot, "CountryScreen")
        rows = app.screen.query_one(CountryList)
        around = app.screen.query_one(VerticalScroll)
        last, page = len(rows.rows) - 1, around.size.height - 1
        for key, marked in (("end", last), ("pageup", last - page), ("home", 0), ("pagedown", page)):
            await pilot.press(key)
            assert rows.marked == marked
            assert 0 <= rows.marked - around.scroll_y < around.size.height


async def test_own_people_have_a_page_that_is_not_that_of_the_helplines(player: Make, player_home: Path) -> None:
    app = player()
    save_people(player_home / "feltsense", [MAYA])
    async with app.run_test() as pilot:
        await app.push_screen(SupportScreen(people_only=True))
        await pilot.pause()
        assert read(app) == "Your own people\nMaya   555 0117"
        assert "country" not in str(app.screen.query_one(Hints).render())


async def test_the_number_for_danger_is_seen_at_once_in_a_small_terminal(player: Make) -> None:
    app = player()
    async with app.run_test(size=(60, 20)) as pilot:
        for region, number in (("", "112 or 911"), ("GB", "999"), ("BE", "112")):
            app.services.change(region=region)
            await app.push_screen(SupportScreen())
            await pilot.pause()
            screen = app.screen
            shown = "\n".join("".join(part.text for part in strip) for strip in screen._compositor.render_strips())
            assert "In danger" in shown
            assert all(
                f"{number}   " in shown for number in {"": ("112 or 911",), "GB": ("999",), "BE": ("112",)}[region]
            )
            await pilot.press("escape")


async def test_who_cannot_be_kept_stays_for_now_and_both_screens_say_so(player: Make, player_home: Path) -> None:
    app = player()
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("question_mark", "p")
        await seen(pilot, "PeopleScreen")
        (player_home / "feltsense" / "people.json").mkdir()
        await pilot.press(*"Maya", "enter", *"555", "enter")
        trouble = app.screen.query_one("#trouble", Static)
        await until(pilot, lambda: trouble.display and "It stays here until you leave" in str(trouble.render()))
        await pilot.press("escape")
        await seen(pilot, "SupportScreen")
        await until(pilot, lambda: "Maya   555" in read(app) and "It stays here until you leave" in read(app))


async def test_it_is_seen_how_somebody_is_taken_away_again(player: Make, player_home: Path) -> None:
    app = player()
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("question_mark", "p")
        await seen(pilot, "PeopleScreen")
        removal, hints = app.screen.query_one("#removal", Static), app.screen.query_one(Hints)
        assert not removal.display
        assert "↑" not in str(hints.render())
        await pilot.press(*"Maya", "enter", *"555", "enter")
        assert removal.display
        assert "del takes it away" in str(removal.render())
        await until(pilot, lambda: "↑ to a name" in str(hints.render()))
        assert any("del takes the marked one away" in key.does for key in active_keys(app.screen))
        await pilot.press("up")
        await until(pilot, lambda: "del take away" in str(hints.render()))
        await pilot.press("delete")
        await until(pilot, lambda: not removal.display)
        await pilot.press(*"Jon", "escape")
        await seen(pilot, "SupportScreen")
    app.services.close()
    assert load_people(player_home / "feltsense") == (Person("Jon", ""),)
