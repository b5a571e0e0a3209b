"""The screen to my phone: what is offered, what is made and shared, the code, and what comes home."""

import asyncio
import json
import threading
import urllib.request
from collections.abc import Callable
from dataclasses import replace
from ipaddress import IPv4Address
from pathlib import Path
from typing import Any

import pytest
from frozen_phone import ADDRESS, BEGAN, frozen_phone
from player_app import ready, seen, until
from textual.geometry import Size
from textual.widgets import Static

from feltsense.errors import FeltsenseError
from feltsense.library.courses import Course, CourseStep
from feltsense.phone.model import PhoneRequest
from feltsense.share.address import TakenPlace, take_place
from feltsense.share.inbox import FOLDER, Inbox
from feltsense.share.session import CheckInsReceived, NobodyCame, ReceivingFailed, SharingEnded, VisitorCame
from feltsense.system.paths import Workspace
from feltsense.tui.app import Feltsense
from feltsense.tui.dialog import DialogScreen
from feltsense.tui.phone.choice import PhoneOffer, phone_dialog, phone_offers
from feltsense.tui.phone.code import CodeView, code_size, fitting_border, qr_modules
from feltsense.tui.phone.screen import PhoneScreen
from feltsense.tui.phone.sharing import MakingStep, PhoneSharing, SharingFailed
from feltsense.tui.phone.words import SharingState, sharing_words
from feltsense.tui.services import RECEIVED_FOLDER
from feltsense.tui.widgets.choices import Choices
from feltsense.tui.widgets.text import Paragraph, Prose
from incoming_records import message
from practising import pairs

THREE = pairs((7, 5), (6, 6), (None, 2))
SIZES = ((60, 20), (80, 24), (120, 40))


def heads(screen: PhoneScreen) -> list[str]:
    return [paragraph.head for paragraph in screen.query_one(Prose).paragraphs]


def test_the_folder_is_called_as_the_inbox_calls_it() -> None:
    assert RECEIVED_FOLDER == FOLDER


@pytest.fixture
def on_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("feltsense.share.address.own_address", lambda: IPv4Address("127.0.0.1"))


@pytest.mark.usefixtures("on_loopback")
@pytest.mark.asyncio
async def test_an_exercise_is_made_shared_practised_and_comes_home(player: Callable[..., Feltsense]) -> None:
    app = player()
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("f5")
        await seen(pilot, "DialogScreen")
        await pilot.press("1")
        await seen(pilot, "PhoneScreen")
        screen = app.screen
        assert isinstance(screen, PhoneScreen)
        await until(pilot, lambda: screen.state.open)
        address = str(screen.query_one("#address", Static).content)
        assert screen.query_one(CodeView).display
        assert b'id="data"' in await asyncio.to_thread(_read, address)
        assert (await asyncio.to_thread(_read, f"{address}feed.xml")).startswith(b"<?xml")
        await until(pilot, lambda: "The phone is here." in heads(screen))
        await asyncio.to_thread(
            _send, address, message(*(replace(each, began_at=app.services.now()) for each in THREE))
        )
        await until(pilot, lambda: screen.state.waiting.startswith("3 practices, of "))
        await pilot.press("b")
        await seen(pilot, "DialogScreen")
        await pilot.press("1")
        await until(pilot, lambda: _title(app) == "It is in your journal.")
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is screen)
        await until(pilot, lambda: not screen.state.waiting)
        await pilot.press("escape")
        await seen(pilot, "Library")
        journal = app.services.journal.open()
        assert journal is not None
        assert journal.count() == 3
        sharing = app.services.sharing
        assert sharing is not None
        await until(pilot, lambda: not sharing._thread.is_alive())
        with pytest.raises(OSError, match="refused"):
            await asyncio.to_thread(_read, address)


def _read(address: str) -> bytes:
    with urllib.request.urlopen(address) as page:  # noqa: S310 - our own address
        return bytes(page.read())


def _send(address: str, body: bytes) -> None:
    origin = address.split("/", 3)
    request = urllib.request.Request(  # noqa: S310 - our own address
        f"{address}checkins",
        body,
        {"Content-Type": "application/json", "Origin": "/".join(origin[:3])},
    )
    with urllib.request.urlopen(request) as answer:  # noqa: S310 - our own address
        assert json.load(answer) == {"received": [each.uid for each in THREE]}


def _title(app: Feltsense) -> str:
    return app.screen.question.title if isinstance(app.screen, DialogScreen) else ""


@pytest.mark.usefixtures("on_loopback")
@pytest.mark.asyncio
async def test_escape_ends_it_also_while_it_is_made(player: Callable[..., Feltsense], tmp_path: Path) -> None:
    app = player()
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("f5")
        await seen(pilot, "DialogScreen")
        await pilot.press("1")
        await seen(pilot, "PhoneScreen")
        await pilot.press("escape")
        await seen(pilot, "Library")
        sharing = app.services.sharing
        assert sharing is not None
        sharing.close()
    assert not list((tmp_path / "home").rglob("share/index.html"))


@pytest.mark.asyncio
async def test_without_a_network_it_is_told_with_what_to_do(
    player: Callable[..., Feltsense], monkeypatch: pytest.MonkeyPatch
) -> None:
    def nowhere() -> IPv4Address:
        raise FeltsenseError("This machine is in no network now.", "Connect it with the Wi-Fi of the phone.")

    monkeypatch.setattr("feltsense.share.address.own_address", nowhere)
    app = player()
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("f5")
        await seen(pilot, "DialogScreen")
        await pilot.press("1")
        await seen(pilot, "PhoneScreen")
        screen = app.screen
        assert isinstance(screen, PhoneScreen)
        await until(pilot, lambda: heads(screen) == ["This machine is in no network now."])
        monkeypatch.setattr("feltsense.share.address.own_address", lambda: IPv4Address("127.0.0.1"))
        await pilot.press("enter")
        await until(pilot, lambda: screen.state.making is not None)
        await pilot.press("escape")


@pytest.mark.asyncio
async def test_what_waits_is_offered_when_the_player_begins(
    player: Callable[..., Feltsense], player_home: Path
) -> None:
    Inbox(player_home / "feltsense").add(THREE)
    app = player()
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await until(pilot, lambda: "From the phone: 3 practices, from 2026-03-02 to" in app.library.contents.notice)
        await pilot.press("f5")
        await seen(pilot, "DialogScreen")
        await pilot.press("1")
        await until(pilot, lambda: _title(app) == "Bring it into your journal?")
        await pilot.press("1")
        await until(pilot, lambda: _title(app) == "It is in your journal.")
        await pilot.press("1")
        await until(pilot, lambda: app.screen is app.library and not app.library.contents.notice)


def test_the_next_sharing_waits_for_the_end_of_the_one_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else its port would be in use, and the phone would not find what it keeps under that address."""
    making, go_on = threading.Event(), threading.Event()
    ports: list[int] = []

    def take(home: Path) -> TakenPlace:
        found = take_place(home, IPv4Address("127.0.0.1"))
        ports.append(found.server.server_address[1])
        return found

    def make(*_: Any) -> Any:
        making.set()
        assert go_on.wait(60)
        raise FeltsenseError("It cannot be made.")

    monkeypatch.setattr("feltsense.tui.phone.sharing.take_place", take)
    monkeypatch.setattr("feltsense.tui.phone.sharing.build_phone_folder", make)
    request = PhoneRequest(Workspace(tmp_path), ())
    told: list[Any] = []
    first = PhoneSharing(request, tmp_path, told.append)
    first.start()
    assert making.wait(60)
    first.stop()
    second = PhoneSharing(request, tmp_path, told.append, before=first)
    second.start()
    assert len(ports) == 1
    go_on.set()
    second.close(60)
    assert ports[0] == ports[1]
    first.close(60)
    assert told == [], "of what was ended nothing is told"


COURSE = Course(
    "two", "nature", "Two", "About.", (CourseStep("feet", ""), CourseStep("breath", ""), CourseStep("x", ""))
)


def entry(slug: str) -> Any:
    from types import SimpleNamespace  # noqa: PLC0415 - for this one

    return SimpleNamespace(slug=slug, front=SimpleNamespace(title=slug.title()))


def test_the_marked_exercise_its_courses_and_everything_are_offered() -> None:
    there = {slug: entry(slug) for slug in ("feet", "breath", "scan")}
    offers = phone_offers(there, there["feet"], 5.0, (COURSE,))
    assert [(each.words, each.names, each.note, each.minutes) for each in offers] == [
        ("Feet", ("feet",), "5 min", 5.0),
        ("The course “Two”", ("feet", "breath"), "2 exercises", None),
        ("Everything", ("feet", "breath", "scan"), "3 exercises", None),
    ]
    assert [each.course for each in offers] == ["", COURSE.name, ""]
    assert [each.words for each in phone_offers(there, there["scan"], None, (COURSE,))] == ["Scan", "Everything"]
    assert [each.words for each in phone_offers(there, None, None)] == ["Everything"]
    assert phone_offers({}, None, None) == ()
    first = phone_dialog(offers, "3 practices, from a to b").choices[0]
    assert (first.id, first.note) == ("received", "3 practices, from a to b")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.asyncio
async def test_all_that_is_offered_is_seen_at_every_size(player: Callable[..., Feltsense], size: Any) -> None:
    """A note that took a second row pushed “Everything” out of sight."""
    long = PhoneOffer("The course “Letting somebody closer”", ("a", "b"), "14 exercises")
    offers = (PhoneOffer("Feet", ("a",), "3 min"), long, long, PhoneOffer("Everything", ("a", "b"), "36 exercises"))
    app = player()
    async with app.run_test(size=size) as pilot:
        await ready(pilot)
        screen = DialogScreen(phone_dialog(offers, "3 practices, from 2026-03-02 to 2026-03-04"))
        await app.push_screen(screen)
        await pilot.pause()
        choices = screen.query_one(Choices)
        drawn = [choices.render_line(row).text.rstrip() for row in range(choices.size.height)]
        assert [row.lstrip(" ▸")[0] for row in drawn if row] == ["1", "2", "3", "4", "5"]
        assert "Everything" in drawn[-1]
        assert screen.region.contains_region(choices.region)


@pytest.mark.parametrize(
    ("news", "said"),
    [
        ((), ["Making it ready …"]),
        ((MakingStep("Even breath", 2, 5, 40),), ["Making 2 of 5: Even breath"]),
        ((BEGAN, NobodyCame()), ["Nobody has come yet.", ""]),
        ((BEGAN, NobodyCame(), VisitorCame()), ["The phone is here.", ""]),
        ((BEGAN, CheckInsReceived(1)), ["The phone is here.", ""]),
        ((BEGAN, ReceivingFailed(FeltsenseError("Full."))), ["Something came that could not be kept.", "", ""]),
        ((BEGAN, SharingEnded()), ["Sharing has ended."]),
        ((SharingFailed(FeltsenseError("No network.", "Connect it.")),), ["No network."]),
    ],
)
def test_what_is_said_of_it(news: tuple[Any, ...], said: list[str]) -> None:
    state = SharingState()
    for each in news:
        state = state.with_news(each)
    assert [paragraph.head for paragraph in sharing_words(state, code_seen=True)] == said


def test_what_came_home_stands_first() -> None:
    state = SharingState(began=BEGAN, waiting="3 practices, from a to b")
    assert sharing_words(state, code_seen=True)[0] == Paragraph(
        "b brings it into your journal.", "It came home: 3 practices, from a to b."
    )


def test_the_code_is_as_large_as_there_is_room_for() -> None:
    modules = qr_modules(ADDRESS)
    assert code_size(modules, 2) == Size(33, 17)
    assert code_size(modules, 1) == Size(31, 16)
    assert [fitting_border(modules, Size(40, rows)) for rows in (17, 16, 15)] == [2, 1, None]
    assert not any(modules[0]), "a light border"
    assert modules[1][1:8] == (True,) * 7, "a corner"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.asyncio
async def test_code_and_address_are_seen_whole_at_every_size(player: Callable[..., Feltsense], size: Any) -> None:
    app = player()
    async with app.run_test(size=size) as pilot:
        await ready(pilot)
        screen = frozen_phone(BEGAN, title="A title that is longer than the window is wide, " * 3)
        await app.push_screen(screen)
        await pilot.pause()
        code, address = screen.query_one(CodeView), screen.query_one("#address", Static)
        assert code.region.size == code_size(code.modules, code.border)
        assert screen.region.contains_region(code.region)
        assert address.region.height == len(ADDRESS) // (size[0] + 1) + 1
        assert not code.region.overlaps(address.region)


@pytest.mark.asyncio
async def test_where_the_code_has_no_room_the_address_says_it(player: Callable[..., Feltsense]) -> None:
    app = player()
    async with app.run_test(size=(60, 18)) as pilot:
        await ready(pilot)
        screen = frozen_phone(BEGAN)
        await app.push_screen(screen)
        await pilot.pause()
        assert not screen.query_one(CodeView).display
        assert "A larger window shows a code" in screen.query_one(Prose).paragraphs[0].text
        assert str(screen.query_one("#address", Static).content) == ADDRESS
