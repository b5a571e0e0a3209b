"""The library: found by typing, chosen with few keys."""

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from player_app import IN_DANGER, ready, seen, until
from textual.widgets import Static

from feltsense.library.search import Need, group_by_need, need_of
from feltsense.practice.going_on import GoingOn
from feltsense.practice.options import PracticeChoice
from feltsense.system.settings import Length, load_settings
from feltsense.tui.app import Feltsense
from feltsense.tui.checkin.screen import CheckInScreen
from feltsense.tui.dialogs import rest_lengths, sounds_alone
from feltsense.tui.library.detail import DetailView
from feltsense.tui.library.exercise_list import ExerciseList
from feltsense.tui.library.question_line import QuestionLine
from feltsense.tui.library.rows import LibraryContents, question
from feltsense.tui.services import LibraryHistory, Services
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
        assert str(app.library.query_one(QuestionLine).render()) == "What is it tonight?  type it, or choose"
        await pilot.press(*"zz q")
        assert str(app.library.query_one(QuestionLine).render()) == "What is it tonight?  zz q▏"
        await pilot.press("ctrl+u")
        assert app.library.typed == ""
        await pilot.press(*"easy q")
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
async def test_a_number_is_a_length_and_begins_in_it(player: Make) -> None:
    app = player()
    chosen, _ = looked_at(app)
    async with app.run_test() as pilot:
        await ready(pilot)
        kept = app.services.settings.lengths
        await pilot.press(*"2 min")
        assert app.library.typed == "2 min"
        marked = app.library.marked
        assert marked is not None
        assert 2 in marked.front.minutes
        await pilot.press("enter")
        await until(pilot, lambda: chosen)
        assert chosen == [PracticeChoice(marked.slug, 2)]
        assert app.services.settings.lengths == kept


@pytest.mark.asyncio
async def test_a_length_chosen_by_key_comes_before_one_that_was_typed(player: Make) -> None:
    app = player()
    chosen, _ = looked_at(app)
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press(*"feet 2 min")
        assert app.library.marked is not None
        offered = app.library.marked.front.minutes
        assert len(offered) > 1
        await pilot.press("left", "enter")
        await until(pilot, lambda: chosen)
        assert chosen[0] == PracticeChoice(app.library.marked.slug)
        assert app.services.settings.lengths == {"feet-on-the-floor": 1}


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


@pytest.mark.asyncio
async def test_words_of_crisis_lead_to_people_to_talk_to(player: Make) -> None:
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press(*"want to die", "enter")
        await seen(pilot, "SupportScreen")
        await pilot.press("escape")
        await seen(pilot, "Library")
        assert app.library.typed == "want to die"


@pytest.mark.asyncio
async def test_one_key_makes_a_favourite_and_the_mark_stays(player: Make) -> None:
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        rows = app.library.query_one(ExerciseList)
        await pilot.press("down", "down", "*")
        assert app.services.settings.favourites == ("even-breath",)
        assert [row.words for row in rows.rows[2:4]] == ["your favourites", "Even breath"]
        assert rows.marked is not None
        assert rows.marked.words == "Even breath"
        assert rows.marked is not rows.rows[3]
        await pilot.press("home", "down")
        assert rows.marked is rows.rows[3]
        await pilot.press("*")
        assert not app.services.settings.favourites
        await pilot.press("z", "*")
        assert (app.library.typed, app.services.settings.favourites) == ("z", ("feet-on-the-floor",))
    app.services.close()
    assert load_settings(app.services.environment.home).favourites == ("feet-on-the-floor",)


@pytest.mark.asyncio
async def test_a_practice_that_was_cut_off_goes_on_from_its_section(player: Make) -> None:
    app = player()
    chosen, _ = looked_at(app)
    async with app.run_test() as pilot:
        await ready(pilot)
        cut = GoingOn("even-breath", "Even breath", 2, 1, "Leaving")
        app.library.show(replace(app.library.contents, going_on=cut))
        await pilot.pause()
        detail = str(app.library.query_one(DetailView).render())
        assert "● 2 min as a whole" in detail
        await pilot.press("right", "enter")
        assert chosen == [PracticeChoice("even-breath", 2, from_section=1)]


@pytest.mark.asyncio
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 50)])
async def test_what_is_marked_can_be_seen_and_what_is_cut_says_so(player: Make, size: tuple[int, int]) -> None:
    app = player()
    async with app.run_test(size=size) as pilot:
        await ready(pilot)
        rows, more = app.library.query_one(ExerciseList), app.library.query_one("#more")
        for _ in range(12):
            lines = [rows.render_line(y).text for y in range(rows.size.height)]
            assert [line for line in lines if line.startswith("▸ ")] == [line for line in lines if "▸" in line]
            assert sum(line.startswith("▸ ") for line in lines) == 1
            assert all(line.rstrip().endswith((" min", "0.5 min")) for line in lines if " · " in line)
            detail = app.library.query_one(DetailView)
            await pilot.press("down")
            await pilot.pause()
            danger = app.library.query_one("#danger", Static)
            beside = app.library.query_one("#beside").content_region
            assert more.display == (detail.size.height > beside.height - danger.outer_size.height)
            row = app.library.query_one(ExerciseList).marked
            if row is not None and row.entry is not None:
                assert danger.content == IN_DANGER
                assert danger.region.height >= 1
                assert beside.contains_region(danger.region)
        assert size[1] > 20 or rows.size.height > beside.height


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
async def test_the_list_is_shown_once_with_what_the_journal_tells(
    player: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stands on top is not exchanged under the finger on Enter; a journal that hangs keeps nothing back."""
    monkeypatch.setattr("feltsense.tui.app._UNTIL_HISTORY", 60.0)
    app = player()
    shown: list[LibraryContents] = []
    show = app.library.show

    def spied(contents: LibraryContents) -> None:
        shown.append(contents)
        show(contents)

    app.library.show = spied  # type: ignore[method-assign]  # what is shown is looked at, too
    async with app.run_test() as pilot:
        await ready(pilot)
    assert [(contents.index is None, contents.last) for contents in shown] == [(True, None), (False, {})]
    assert {question(contents.now) for contents in shown} == {"What is it tonight?"}


@pytest.mark.asyncio
async def test_a_journal_that_hangs_keeps_no_exercise_back(player: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("feltsense.tui.app._UNTIL_HISTORY", 0.0)
    app, known = player(), threading.Event()
    history = app.services.history
    app.services.history = lambda: (known.wait(30), history())[1]  # type: ignore[method-assign]  # as a locked journal
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.library.marked)
        known.set()
        await ready(pilot)


@pytest.mark.asyncio
async def test_the_voice_is_loaded_once_when_the_list_is_there(player: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    app = player()
    order: list[str] = []
    history = app.services.history

    def read() -> LibraryHistory:
        order.append("history")
        return history()

    monkeypatch.setattr(app.services, "history", read)
    monkeypatch.setattr(app.services.engine, "warm_meanwhile", order.append)
    async with app.run_test() as pilot:
        await until(pilot, lambda: "heart" in order)
        app.refresh_library()
        await until(pilot, lambda: order.count("history") == 2)
        await ready(pilot)
    assert order == ["history", "heart", "history"]


@pytest.mark.asyncio
async def test_sounds_without_a_voice_are_the_last_row(player: Make) -> None:
    app = player()
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("end", "enter")
        await seen(pilot, "DialogScreen")
        dialog: Any = app.screen
        assert dialog.question == sounds_alone()
        for key, question_seen in (("2", rest_lengths()), ("escape", sounds_alone())):
            await pilot.press(key)
            await until(pilot, lambda wanted=question_seen: getattr(app.screen, "question", None) == wanted)  # type: ignore[misc]
        await pilot.press("escape")
        await seen(pilot, "Library")


@pytest.mark.asyncio
async def test_who_types_rain_is_asked_only_for_how_long(player: Make) -> None:
    app = player()
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press(*"rain", "enter")
        await until(pilot, lambda: getattr(app.screen, "question", None) == rest_lengths())
        await pilot.press("escape")
        await seen(pilot, "Library")


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("columns", "keys"), [(60, ["?", "F1"]), (80, ["?", "F1", "F2", "F8"]), (120, ["F1", "F8", "F3", "q"])]
)
async def test_the_footer_leaves_out_last_what_leads_to_people_and_to_all_keys(
    player: Make, columns: int, keys: list[str]
) -> None:
    app = player()
    async with app.run_test(size=(columns, 24)) as pilot:
        await ready(pilot)
        fitting, _ = app.library.query_one(Hints)._fitting()
        assert set(keys) <= {hint.shown for hint in fitting}
        await pilot.resize_terminal(22, 20)
        await pilot.pause()
        fitting, _ = app.library.query_one(Hints)._fitting()
        assert [hint.shown for hint in fitting] == ["?", "F1"]


@pytest.mark.asyncio
async def test_the_last_row_is_seen_with_the_words_below_it_and_begins_what_comes_next(player: Make) -> None:
    app = player()
    chosen, _ = looked_at(app)
    async with app.run_test(size=(60, 20)) as pilot:
        await ready(pilot)
        shown = app.library.query_one(ExerciseList)
        await pilot.press("end")
        await until(pilot, lambda: shown.max_scroll_y and shown.scroll_y == shown.max_scroll_y)
        await pilot.press("up", "enter")
        assert chosen == [PracticeChoice("feet-on-the-floor")]


@pytest.mark.asyncio
async def test_lengths_are_chosen_with_arrows_and_remembered(player: Make) -> None:
    app = player()
    chosen, lengths = looked_at(app)
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press("right", "right", "enter", "left", "enter", "right", "enter")
        assert lengths == [2, 1, 2]
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
        await pilot.click(ExerciseList, offset=(6, 0))
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
        assert [row.words for row in app.library.query_one(ExerciseList).rows] == ["Leave; all is kept", "Or type on."]
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


@pytest.mark.asyncio
async def test_it_stands_still_when_nothing_happens(player: Make) -> None:
    app = player()
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("l")
        laid_out: list[object] = []
        app.library.screen_layout_refresh_signal.subscribe(app.library, laid_out.append)
        for _ in range(5):
            await pilot.pause()
        assert len(laid_out) <= 1
