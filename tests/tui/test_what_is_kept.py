"""The journal, the settings and the listener's own people, on the screen."""

from collections.abc import Callable
from pathlib import Path

import pytest
from player_app import add_practices, press_at_once, ready, seen, until
from textual.widgets import Static

from feltsense.care.people import Person, load_people
from feltsense.journal.store import open_journal
from feltsense.library.catalogue import Found, find
from feltsense.practice.options import PracticeChoice
from feltsense.system.paths import Workspace
from feltsense.system.settings import MOST_DB, Motion, Questions, Settings, load_settings
from feltsense.tui.app import Feltsense
from feltsense.tui.journal.paged_list import PAGE, PagedList
from feltsense.tui.journal.screen import JournalScreen
from feltsense.tui.services import Environment, Services
from feltsense.tui.settings.rows import next_value, setting_rows, shown_value
from feltsense.tui.settings.setting_list import SettingList

Make = Callable[..., Feltsense]
PAIRS = tuple((n % 11, (n + 3) % 11) for n in range(250))

_ROWS = setting_rows((), {}, 0, {})
TO_PEOPLE = ["down"] * next(place for place, row in enumerate(_ROWS) if row.opens == "people")


@pytest.mark.asyncio
async def test_a_long_journal_is_fetched_page_by_page(player: Make, player_home: Path) -> None:
    add_practices(player_home, PAIRS)
    app = player()
    async with app.run_test(size=(100, 30)) as pilot:
        await ready(pilot)
        await pilot.press("f2")
        await seen(pilot, "JournalScreen")
        ledger = app.screen.query_one(PagedList)
        await until(pilot, lambda: 0 in ledger._pages)
        assert list(ledger._pages) == [0]
        assert ledger.count == len(PAIRS)
        await pilot.press("end")
        await until(pilot, lambda: 2 * PAGE in ledger._pages)
        assert ledger.marked == len(PAIRS) - 1
        await pilot.press("pageup", "up", "home", "down")
        assert ledger.marked == 1


@pytest.mark.asyncio
async def test_a_practice_is_looked_at_and_deleted_only_when_that_is_meant(player: Make, player_home: Path) -> None:
    add_practices(player_home, ((6, 4), (5, 5)))
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press("f2")
        await seen(pilot, "JournalScreen")
        ledger = app.screen.query_one(PagedList)
        await until(pilot, lambda: ledger._pages)
        for answer, left in (("escape", 2), ("1", 2), ("2", 1)):
            await pilot.press("enter")
            await seen(pilot, "OnePractice")
            await pilot.press("d")
            await seen(pilot, "DialogScreen")
            await pilot.press(answer)
            await seen(pilot, "JournalScreen")
            await until(pilot, lambda left=left: ledger.count == left and ledger._pages)  # type: ignore[misc]
        await pilot.press("escape")
        await seen(pilot, "Library")
    with open_journal(player_home / "feltsense") as journal:
        assert [practice.before.distress for practice in journal.practices(9)] == [6]


@pytest.mark.asyncio
async def test_an_empty_journal_says_so(player: Make) -> None:
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press("f2")
        await seen(pilot, "JournalScreen")
        assert isinstance(app.screen, JournalScreen)
        title = app.screen.query_one("#title", Static)
        await until(pilot, lambda: "empty" in str(title.render()))


@pytest.mark.asyncio
async def test_settings_hold_at_once_and_are_kept(player: Make, player_home: Path) -> None:
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press("f3")
        await seen(pilot, "SettingsScreen")
        await pilot.press("down", "down", "down", "down", "right")
        assert app.theme == "feltsense-light"
        await pilot.press("down", "right", "down", "enter")
        assert app.motion is Motion.STILL
        await pilot.press("escape")
        await seen(pilot, "Library")
    app.services.close()
    kept = load_settings(player_home / "feltsense")
    assert (kept.theme, kept.motion, kept.captions) == ("feltsense-light", Motion.STILL, False)


@pytest.mark.asyncio
async def test_yes_and_no_answer_to_enter_and_space_and_go_round(player: Make) -> None:
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press("f3")
        await seen(pilot, "SettingsScreen")
        await pilot.press(*["down"] * 6)
        said = []
        for key in ("enter", "space", "right", "right", "left", "enter"):
            await pilot.press(key)
            said.append(app.services.settings.captions)
        assert said == [False, True, False, True, False, True]


@pytest.mark.asyncio
async def test_the_marked_setting_stays_in_sight(player: Make) -> None:
    app = player()
    async with app.run_test(size=(80, 40)) as pilot:
        await ready(pilot)
        await pilot.press("f3")
        await seen(pilot, "SettingsScreen")
        rows = app.screen.query_one(SettingList)
        await pilot.press(*["down"] * 20)
        await pilot.resize_terminal(60, 20)
        around = app.screen.query_one("VerticalScroll")
        await until(pilot, lambda: around.region.height < len(rows.rows))
        await until(pilot, lambda: around.region.contains(rows.region.x, rows.region.y + rows.marked))
        await pilot.press(*["up"] * 20)
        await until(pilot, lambda: around.region.contains(rows.region.x, rows.region.y))


def test_a_script_is_read_once_for_a_practice(player: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counted(slug: str, workspace: Workspace) -> Found:
        read.append(slug)
        return find(slug, workspace)

    monkeypatch.setattr("feltsense.practice.preparation.find", counted)
    player().services.session(PracticeChoice("even-breath"), lambda _: None).close()
    assert read == ["even-breath"]


def test_what_another_player_was_told_and_chose_stays(player: Make, player_home: Path) -> None:
    services, other = (
        player().services,
        Services(Environment(Workspace(player_home / "work"), player_home / "feltsense")),
    )
    services.mark_told("tier3")
    services.remember("lengths", "even-breath", 2)
    services.remember("began_s", "even-breath", 60.0)
    services.remember("backgrounds", "even-breath", "rain")
    services.close()
    other.mark_told("drift")
    other.remember("lengths", "kind-break", 5)
    other.remember("began_s", "kind-break", 30.0)
    other.remember("backgrounds", "kind-break", "fire")
    other.close()
    kept = load_settings(player_home / "feltsense")
    assert {"tier3", "drift"} <= kept.told
    assert kept.lengths == {"even-breath": 2, "kind-break": 5}
    assert kept.began_s == {"even-breath": 60.0, "kind-break": 30.0}
    assert kept.backgrounds == {"even-breath": "rain", "kind-break": "fire"}


@pytest.mark.asyncio
@pytest.mark.parametrize(("asked", "used"), [(None, "miniaudio"), ("silent", "silent")])
async def test_another_loudspeaker_is_used_at_once_unless_one_was_asked_for(
    player: Make, asked: str | None, used: str
) -> None:
    app = player()
    place = app.services.environment
    app.services.close()
    app.services = Services(place, asked)
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press("f3")
        await seen(pilot, "SettingsScreen")
        await pilot.press("down", "right")
        assert app.services.settings.output == "miniaudio"
        assert app.services.engine.output == used
    app.services.close()


@pytest.mark.asyncio
async def test_own_people_are_named_and_taken_away(player: Make, player_home: Path) -> None:
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press("f3")
        await seen(pilot, "SettingsScreen")
        await pilot.press(*TO_PEOPLE, "enter")
        await seen(pilot, "PeopleScreen")
        await pilot.press(*"Maya", "enter", *"555", "enter", *"Jon", "enter", "enter")
        await pilot.press("shift+tab", "delete", "escape")
        await seen(pilot, "SettingsScreen")
    app.services.close()
    assert load_people(player_home / "feltsense") == (Person("Jon", ""),)


@pytest.mark.asyncio
async def test_people_are_kept_though_the_player_is_left_at_once(player: Make, player_home: Path) -> None:
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press("f3")
        await seen(pilot, "SettingsScreen")
        await pilot.press(*TO_PEOPLE, "enter")
        await seen(pilot, "PeopleScreen")
        await pilot.press(*"Maya", "enter", *"555", "enter", "ctrl+c")
    app.services.close()
    assert load_people(player_home / "feltsense") == (Person("Maya", "555"),)


@pytest.mark.asyncio
async def test_enter_held_too_long_opens_one_screen(player: Make, player_home: Path) -> None:
    add_practices(player_home, ((6, 4), (5, 5)))
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press("f3")
        await seen(pilot, "SettingsScreen")
        await pilot.press(*TO_PEOPLE)
        press_at_once(app, "enter", "enter")
        await seen(pilot, "PeopleScreen")
        await app.services.tasks.run(str)  # what was asked before is answered
        await pilot.press("escape")
        await seen(pilot, "SettingsScreen")
        await pilot.press("escape", "f2")
        await seen(pilot, "JournalScreen")
        await until(pilot, lambda: app.screen.query_one(PagedList)._pages)
        press_at_once(app, "enter", "enter")
        await seen(pilot, "OnePractice")
        await app.services.tasks.run(str)
        await pilot.press("escape")
        await seen(pilot, "JournalScreen")


@pytest.mark.asyncio
async def test_people_who_cannot_be_kept_are_told_below_the_settings(player: Make, player_home: Path) -> None:
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press("f3")
        await seen(pilot, "SettingsScreen")
        await pilot.press(*TO_PEOPLE, "enter")
        await seen(pilot, "PeopleScreen")
        (player_home / "feltsense" / "people.json").mkdir()
        await pilot.press(*"Maya", "enter", "enter", *"Jon", "enter", "enter", "escape")
        await seen(pilot, "SettingsScreen")
        notice = app.screen.query_one("#notice", Static)
        await until(pilot, lambda: str(notice.render()).count("cannot be") == 1)


def test_settings_go_from_value_to_value_and_round() -> None:
    motion = next(one for one in setting_rows((), {}, 0, {}) if one.name == "motion")
    assert shown_value(motion, Settings()) == "full"
    assert next_value(motion, Settings(), -1) == {"motion": Motion.NONE}
    assert next_value(motion, Settings(), 1) == {"motion": Motion.STILL}
    told = next(one for one in setting_rows((), {}, 2, {"Journal": "~/journal.db"}) if one.label == "Journal")
    assert shown_value(told, Settings()) == "~/journal.db"
    assert next_value(told, Settings(), 1) == {}


def test_backgrounds_of_single_exercises_can_be_let_go_of_and_come_back() -> None:
    chosen = Settings(backgrounds={"feet-on-the-floor": "rain", "two-hands": "off"})
    assert not [row for row in setting_rows((), {}, 0, {}, {}) if row.name == "backgrounds"]
    row = next(one for one in setting_rows((), {}, 0, {}, chosen.backgrounds) if one.name == "backgrounds")
    assert shown_value(row, chosen) == "kept for 2 exercises"
    assert next_value(row, chosen, 1) == {"backgrounds": {}}
    assert next_value(row, Settings(), 1) == {"backgrounds": chosen.backgrounds}


def test_when_it_is_asked_how_it_feels_is_a_setting() -> None:
    row = next(one for one in setting_rows((), {}, 0, {}) if one.name == "questions")
    assert shown_value(row, Settings()) == "before and after"
    assert next_value(row, Settings(), 1) == {"questions": Questions.NOT_AT_NIGHT}


def test_how_loud_backgrounds_are_is_seen_and_can_be_changed_back() -> None:
    row = next(one for one in setting_rows((), {}, 0, {}) if one.name == "background_db")
    assert shown_value(row, Settings()) == "as it was made"
    assert shown_value(row, Settings(background_db=-MOST_DB)) == "off"
    assert next_value(row, Settings(background_db=-MOST_DB), 1) == {"background_db": 6.0}


def test_a_background_is_called_by_what_it_is() -> None:
    row = next(one for one in setting_rows((), {"drone": "Low chord"}, 0, {}) if one.name == "background")
    assert shown_value(row, Settings(background="drone")) == "Low chord"
