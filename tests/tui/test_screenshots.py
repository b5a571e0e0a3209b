"""Every screen as a picture: one theme for each size; test_themes.py holds the colours of all themes.

`--snapshot-update` takes the pictures anew: look at them.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from frozen_phone import CAME, NOBODY, frozen_phone
from frozen_player import frozen_model
from player_app import SCRIPTS, Drive, add_practices, ready, seen, until
from pytest_textual_snapshot import SVGImageExtension  # type: ignore[import-untyped]  # it ships no types
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input

from feltsense.care.people import Person, save_people
from feltsense.journal.insight import check_ins_in_words
from feltsense.journal.model import CheckIn, When
from feltsense.practice.menus import closing_words, gentler_menu, help_menu, tier_three_menu
from feltsense.practice.safety import STIRRED
from feltsense.system.settings import Motion
from feltsense.tui.app import Feltsense
from feltsense.tui.checkin.afterwards import Afterwards
from feltsense.tui.checkin.screen import CheckInScreen
from feltsense.tui.dialog import DialogScreen
from feltsense.tui.dialogs import dialog_of
from feltsense.tui.journal.paged_list import PagedList
from feltsense.tui.player.screen import PlayerScreen
from feltsense.tui.settings.screen import SettingsScreen
from feltsense.tui.settings.setting_list import SettingList
from feltsense.tui.support.countries import CountryScreen
from feltsense.tui.themes import CONTRAST, DARK, LIGHT
from feltsense.tui.widgets.reading import ReadingPane
from feltsense.tui.widgets.text import Prose

SMALLEST = (60, 20)
SIZES = {SMALLEST: CONTRAST, (80, 24): DARK, (120, 40): LIGHT}
THERE = frozenset(SCRIPTS)
SAID = check_ins_in_words(CheckIn(6, 3, "chest", "tight"), CheckIn(4, 4, "chest", "warm"))


def show(make: Callable[[], Any], *keys: str) -> Drive:
    """Return what shows a screen and presses keys on it."""

    async def drive(pilot: Pilot[Any]) -> None:
        await pilot.app.push_screen(make())
        await pilot.pause()
        await pilot.press(*keys)

    return drive


def press(*keys: str, then: str) -> Drive:
    """Return what presses keys in the library and waits for a screen."""

    async def drive(pilot: Pilot[Any]) -> None:
        await ready(pilot)
        await pilot.press(*keys)
        await seen(pilot, then)

    return drive


async def library(pilot: Pilot[Any]) -> None:
    await ready(pilot)
    assert isinstance(pilot.app, Feltsense)
    described = pilot.app.library
    await until(pilot, lambda: described.marked and described.marked.slug in described._sections)


async def journal(pilot: Pilot[Any]) -> None:
    await press("f2", then="JournalScreen")(pilot)
    await until(pilot, lambda: pilot.app.screen.query_one(PagedList)._pages)


async def one_practice(pilot: Pilot[Any]) -> None:
    await journal(pilot)
    await pilot.press("enter")
    await seen(pilot, "OnePractice")


async def by_exercise(pilot: Pilot[Any]) -> None:
    await journal(pilot)
    await pilot.press("e")
    await seen(pilot, "ExercisesScreen")
    shown = pilot.app.screen.query_one(ReadingPane).query_one(Prose)
    await until(pilot, lambda: shown.paragraphs)


async def settings(pilot: Pilot[Any]) -> None:
    await press("f3", then="SettingsScreen")(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, SettingsScreen)
    await until(pilot, lambda: len(screen.rows[0].options) == 3)
    await pilot.press("down", "down", "down", "down")


async def people(pilot: Pilot[Any]) -> None:
    await settings(pilot)
    await pilot.press(*["down"] * 7, "enter")
    await seen(pilot, "PeopleScreen")
    await pilot.press("shift+tab")


async def country(pilot: Pilot[Any]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("feltsense.tui.support.countries.guess_region", lambda: "")
        await show(lambda: CountryScreen("GB"))(pilot)


def check_in(when: When, *keys: str) -> Drive:
    return show(lambda: CheckInScreen(when, lambda *_: None, lambda: "ready when you are"), *keys)


def player(at: float, motion: Motion = Motion.FULL, *keys: str, paused: bool = False) -> Drive:
    return show(lambda: PlayerScreen(frozen_model(at, motion, paused=paused)), *keys)


SCREENS: dict[str, Drive] = {
    "library": library,
    "library filtered": press("k", "i", then="Library"),
    "check-in": check_in(When.BEFORE),
    "check-in place": check_in(When.BEFORE, "6", "3", "down"),
    "check-in word": check_in(When.BEFORE, "6", "3", "enter", "h"),
    "check-in after": check_in(When.AFTER, "4", "5", "down"),
    "check-in note": check_in(When.AFTER, "4", "5", "enter"),
    "player": player(7.4),
    "player quiet": player(21.0),
    "player breath": player(50.0),
    "player breath still": player(50.0, Motion.STILL),
    "player paused": player(7.4, paused=True),
    "player dark": player(7.4, Motion.FULL, "m"),
    "afterwards": show(lambda: Afterwards(closing_words(SAID, "Drink a glass of water."))),
    "tier three": show(lambda: DialogScreen(dialog_of(tier_three_menu(THERE)))),
    "offer": show(lambda: DialogScreen(dialog_of(gentler_menu(THERE)))),
    "rising": show(lambda: DialogScreen(dialog_of(help_menu(STIRRED, THERE, own_people=True)))),
    "support": press("question_mark", then="SupportScreen"),
    "country": country,
    "journal": journal,
    "one practice": one_practice,
    "by exercise": by_exercise,
    "settings": settings,
    "people": people,
    "keys": press("f1", then="KeysScreen"),
    "phone": show(lambda: frozen_phone(*NOBODY)),
    "phone came home": show(lambda: frozen_phone(*CAME, waiting="3 practices, from 2026-03-02 to 2026-03-04")),
}


def marked_is_seen(rows: SettingList) -> bool:
    around = rows.parent
    assert isinstance(around, Widget)
    return 0 <= rows.virtual_region.y + rows.marked - around.scroll_y < around.size.height


@pytest.mark.asyncio
@pytest.mark.parametrize(("size", "theme"), SIZES.items(), ids=("60x20", "80x24", "120x40"))
@pytest.mark.parametrize("name", SCREENS)
async def test_looks(
    name: str,
    size: tuple[int, int],
    theme: str,
    player: Callable[..., Feltsense],
    player_home: Path,
    snapshot: SnapshotAssertion,
) -> None:
    add_practices(player_home, ((6, 4), (7, 5), (5, 5), (None, 3), (8, 6), (4, 5), (6, 3), (5, None), (6, 4)))
    app = player()
    save_people(player_home / "feltsense", [Person("Maya", "call, also late: 555 0117")])
    app.services.change(region="GB", theme=theme)
    app.theme = theme
    async with app.run_test(size=size) as pilot:
        await SCREENS[name](pilot)
        if size == SMALLEST:
            await pilot.resize_terminal(40, 12)
            for rows in app.screen.query(SettingList):
                await until(pilot, lambda rows=rows: marked_is_seen(rows))  # type: ignore[misc]  # it scrolls when drawn
            await pilot.resize_terminal(*size)
        for typed in app.screen.query(Input):
            typed.cursor_blink = False  # else it is a matter of time whether the cursor is there
        await pilot.pause()
        assert app.export_screenshot() == snapshot.use_extension(SVGImageExtension)
        focused = app.screen.focused
        assert focused is None or focused.region.height > 0
        assert all(widget.region.right <= size[0] for widget in app.screen.query("*") if widget.display)
