"""A journal that cannot be used, and one that turns out to be damaged: told in words, and the player goes on."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from player_app import add_practices, ready, seen, until
from textual.widgets import Static

from feltsense.errors import JournalError
from feltsense.journal.database import DamagedError
from feltsense.practice.events import JournalFailed
from feltsense.practice.safety import TIER_ONE_NEXT
from feltsense.tui.app import Feltsense, SessionEvent
from feltsense.tui.journal.paged_list import PagedList

Make = Callable[..., Feltsense]
NOTICE = "The settings were damaged."


BUSY = JournalError("The journal is in use by another program.", "Close the other one, and try again.")


def busy(*_: object) -> None:
    raise BUSY


@pytest.mark.asyncio
async def test_a_line_that_cannot_be_read_is_told(
    player: Make, player_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_practices(player_home, ((6, 4), (5, 5)))
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press("f2")
        await seen(pilot, "JournalScreen")
        ledger = app.screen.query_one(PagedList)
        await until(pilot, lambda: ledger._pages)
        monkeypatch.setattr("feltsense.journal.store.Journal.practice", busy)
        await pilot.press("enter")
        title = app.screen.query_one("#title", Static)
        await until(pilot, lambda: "in use by another program" in str(title.render()))
        await pilot.press("escape")
        await seen(pilot, "Library")
    assert app.failure is None


@pytest.mark.parametrize("what", ["last_times", "practices"])
def test_what_cannot_be_read_is_told_below_the_library(
    player: Make, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    services = player().services
    services.preferences.settings = replace(services.settings, notices=(NOTICE,))
    monkeypatch.setattr(f"feltsense.journal.store.Journal.{what}", busy)
    told = services.history()
    last, notice = told.last, told.notice
    assert last == {}
    assert notice == f"{NOTICE} The journal is in use by another program."


def test_what_is_wrong_hides_nothing_that_would_help(player: Make, player_home: Path) -> None:
    add_practices(player_home, ((2, 3), (3, 9)))
    services = player().services
    services.preferences.settings = replace(services.settings, notices=(NOTICE,))
    told = services.history()
    last, notice = told.last, told.notice
    assert last
    assert notice == f"{NOTICE} {TIER_ONE_NEXT}"


def test_a_damaged_journal_is_followed_by_a_new_one_at_once(player: Make, player_home: Path) -> None:
    add_practices(player_home, tuple((n % 11, 4) for n in range(60)))
    path = player_home / "feltsense" / "journal.db"
    content = path.read_bytes()
    path.write_bytes(content[:20_480] + b"\xa5" * (len(content) - 20_480))
    services = player().services
    assert "was set aside as journal-damaged.db" in services.history().notice
    journal = services.journal.open()
    assert journal is not None
    assert journal.count() == 0
    assert (services.history().last, services.history().notice) == ({}, "")


@pytest.mark.asyncio
async def test_damage_met_while_practising_does_not_reach_the_next_practice(player: Make, player_home: Path) -> None:
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        before = app.services.journal.open()
        app.post_message(SessionEvent(JournalFailed(BUSY)))
        await pilot.pause()
        assert app.services.journal.open() is before
        damage = DamagedError(player_home / "journal.db", player_home / "journal-damaged.db")
        app.post_message(SessionEvent(JournalFailed(damage)))
        await pilot.pause()
        assert app.services.journal.open() is before, "it is not this journal that was damaged"
        assert before is not None
        before.close()  # as the damaged one is
        app.post_message(SessionEvent(JournalFailed(damage)))
        await until(pilot, lambda: app.services.journal.open() is not before)


def test_a_journal_that_was_in_use_at_the_start_is_tried_again(player: Make, player_home: Path) -> None:
    services = player().services
    services.close()
    (player_home / "feltsense" / "journal.db").mkdir()
    assert services.journal.open() is None
    assert services.journal.error is not None
    assert services.history().notice.endswith("Nothing is kept.")
    (player_home / "feltsense" / "journal.db").rmdir()
    assert services.journal.open() is not None
    assert services.journal.error is None
