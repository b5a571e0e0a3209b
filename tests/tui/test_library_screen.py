"""The library: found by typing, chosen with few keys."""

import threading
from collections.abc import Callable

import pytest
from player_app import ready, seen, until
from textual.widgets import Static

from feltsense.library.search import Need, group_by_need, need_of
from feltsense.practice.options import PracticeChoice
from feltsense.system.settings import Length, load_settings
from feltsense.tui.app import Feltsense
from feltsense.tui.checkin.screen import CheckInScreen
from feltsense.tui.library.detail import DetailView
from feltsense.tui.services import Services
from feltsense.tui.widgets.hints import Hints

Make = Callable[..., Feltsense]


def test_exercises_stand_under_what_they_help_with(player: Make) -> None:
    services: Services = player().services
    entries = services.listing().entries
    found = group_by_need(entries)
    assert [group.need for group in found] == list(Need)
    assert [entry.slug for entry in found[0].entries] == ["feet-on-the-floor", "ninety-seconds-here"]
    assert group_by_need(entries, "tense scan")[0].entries[0].slug == "short-body-scan"
    assert group_by_need(entries, "zzzqqq") == []
    assert group_by_need(entries, "lonely")[0].need is Need.CUT_OFF
    assert group_by_need(entries, "panic")[0].need is Need.UNMOORED
    assert group_by_need(entries, "break")[0].entries[0].slug == "kind-break"
    assert {need_of(entry).words for entry in entries} == {need.words for need in Need}


@pytest.mark.asyncio
async def test_typing_finds_and_escape_shows_everything_again(player: Make) -> None:
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press(*"zz q")
        assert app.library.typed == "zz q"
        assert "here is everything" in str(app.library.query_one("#typed", Static).render())
        await pilot.press("escape", *"easy q")
        assert app.library.marked is not None
        assert app.library.marked.slug == "an-easy-being"
        await pilot.press("escape")
        assert app.library.typed == ""
        assert app.library.marked.slug == "feet-on-the-floor"


@pytest.mark.asyncio
async def test_all_that_is_typed_is_looked_for(player: Make) -> None:
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        length = app.services.settings.lengths
        await pilot.press(*"quiet 3 min")
        assert app.library.typed == "quiet 3 min"
        assert app.services.settings.lengths == length
        assert not app._exit


@pytest.mark.asyncio
async def test_keys_for_a_list_that_is_not_there_yet_are_not_lost(player: Make) -> None:
    app = player()
    chosen, _ = looked_at(app)
    known = threading.Event()
    listing = app.services.listing
    app.services.listing = lambda: (known.wait(30), listing())[1]  # type: ignore[method-assign]  # as a slow disk
    async with app.run_test() as pilot:
        await pilot.press("down", "enter")
        assert chosen == []
        known.set()
        await until(pilot, lambda: chosen)
        assert chosen == [PracticeChoice("ninety-seconds-here")]


def looked_at(app: Feltsense) -> tuple[list[PracticeChoice], list[float | None]]:
    """Return lists that take what is chosen from now on, and in which length; nothing is played."""
    chosen: list[PracticeChoice] = []
    lengths: list[float | None] = []

    def look(choice: PracticeChoice) -> None:
        chosen.append(choice)
        lengths.append(choice.minutes or app.services.settings.minutes(choice.slug, (1, 2)))

    app.practise = look  # type: ignore[method-assign]  # what is chosen is looked at, not played
    return chosen, lengths


@pytest.mark.asyncio
async def test_lengths_are_chosen_with_arrows_and_numbers_and_remembered(player: Make) -> None:
    app = player()
    chosen, lengths = looked_at(app)
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press("right", "right", "enter", "left", "enter", "2", "enter", "5", "enter")
        assert lengths == [2, 1, 2, 2]
        assert app.services.settings.lengths == {"feet-on-the-floor": 2}
        await pilot.press("down", "enter")
        assert chosen[-1] == PracticeChoice("ninety-seconds-here")  # a slow voice may take the nearest length


@pytest.mark.asyncio
async def test_lengths_begin_as_the_settings_say_until_one_is_chosen(player: Make) -> None:
    app = player()
    _, lengths = looked_at(app)
    async with app.run_test() as pilot:
        await ready(pilot)
        assert "● 1 min" in str(app.library.query_one(DetailView).render())
        await pilot.press("f3")
        await seen(pilot, "SettingsScreen")
        await pilot.press("down", "down", "down", "right", "right", "escape")
        await seen(pilot, "Library")
        assert "● 2 min" in str(app.library.query_one(DetailView).render())
        await pilot.press("enter", "left", "enter")
        assert lengths == [2, 1]
    app.services.close()
    assert load_settings(app.services.environment.home).length is Length.LONG


@pytest.mark.asyncio
async def test_the_mouse_does_what_keys_do(player: Make) -> None:
    app = player()
    async with app.run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.click("EntryList", offset=(6, 2))
        await seen(pilot, "CheckInScreen")
        await pilot.click("Scale", offset=(app.screen.size.width // 2, 0))
        screen = app.screen
        assert isinstance(screen, CheckInScreen)
        await until(pilot, lambda: screen.answers.distress == 5)
        hints = screen.query_one(Hints)
        shown = str(hints.render())
        await pilot.click(Hints, offset=(shown.index("skip the rest"), 0))
        await seen(pilot, "PlayerScreen")


@pytest.mark.asyncio
async def test_leaving_before_everything_is_known_is_fine(player: Make) -> None:
    app = player()
    async with app.run_test() as pilot:
        await pilot.press("q", "q")
    app.library.call_later(app.library.show, app.library.contents)  # as the app's workers do
    assert app.failure is None


@pytest.mark.asyncio
@pytest.mark.parametrize("again", ["q", "enter"])
async def test_q_may_begin_a_word_and_leaves_with_one_more_key(player: Make, again: str) -> None:
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press("q")
        await pilot.pause()
        assert not app._exit
        assert "leaves" in str(app.library.query_one("#typed", Static).render())
        await pilot.press(again)
        await pilot.pause()
        assert app._exit


@pytest.mark.asyncio
async def test_every_key_says_what_it_does(player: Make) -> None:
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        ours = [binding for _, binding, *_ in app.screen.active_bindings.values() if not binding.key.startswith("ctrl")]
        told = [binding for binding in ours if binding.id and binding.description and binding.tooltip]
        assert {binding.key for binding in ours} - {binding.key for binding in told} <= {"tab", "shift+tab", "super+c"}


@pytest.mark.asyncio
async def test_a_theme_is_kept_and_colours_can_be_left_out(player: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        assert app.no_color
        app.change(theme="feltsense-light")
        await pilot.pause()
        assert app.theme == "feltsense-light"
    app.services.close()
    assert Services(app.services.environment).settings.theme == "feltsense-light"
