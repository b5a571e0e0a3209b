"""Every test is cut off from the user's home, settings, cache and workspace."""

import gc
import os
import signal
import sys
from collections.abc import Callable, Generator, Hashable, Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from added_voices import working
from feltsense.system.paths import data_home
from feltsense.voice import registry
from rehearsing import Rehearsal
from rights import need_rights
from running import Desk

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from textual.css.model import RuleSet

    from feltsense.phone.model import PhoneFolder
    from feltsense.tui.app import Feltsense


# a busy machine takes its time over an example: that is no failure
settings.register_profile("unhurried", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Run two processes more than there are processors: tests wait for programs, screens and sound now and then."""
    return (len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1) + 2


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Spare the garbage collector what stays until the end: thousands of tests, and every module.

    What is left to it comes in big lots, a whole screen at a time: it looks less often than it would by itself.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.collect()
        gc.freeze()
        gc.set_threshold(20_000, 10, 10)


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give a new folder each time. A folder of their own: pytest looks through all others for a name that is free."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def _own_home(_homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    home = next(_homes)
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("FELTSENSE_HOME", str(home / "feltsense"))
    for name in ("FELTSENSE_WORKSPACE", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def _interruptible() -> Iterator[None]:
    """Let signals interrupt, also in programs that tests start: background jobs inherit what their shell ignores."""
    numbers = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
    inherited = {number: signal.signal(number, signal.SIG_DFL) for number in numbers}
    signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    for number, handler in inherited.items():
        signal.signal(number, handler)


@pytest.fixture(scope="session")
def speech_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache for all test processes: it is safe with several, and each phrase is spoken once."""
    return tmp_path_factory.getbasetemp().parent / "speech"


@pytest.fixture(scope="session", autouse=True)
def shared_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The home of what outlives a test, a voice for a whole module for instance; one for all test processes."""
    home = tmp_path_factory.getbasetemp().parent / "home"
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("FELTSENSE_HOME", str(home))
        yield home


@pytest.fixture(scope="session", autouse=True)
def _style_sheets_parsed_once() -> Iterator[None]:
    """Hundreds of players have the same style sheets: what one of the same text and colours has parsed serves all."""
    from textual.css.stylesheet import Stylesheet  # noqa: PLC0415 - the plugin of the snapshots has loaded Textual

    parse = Stylesheet._parse_rules
    parsed: dict[tuple[Hashable, ...], list[RuleSet]] = {}

    def parse_once(
        sheet: Stylesheet, css: str, read_from: tuple[str, str], *told: bool | int | str, **named: bool | int | str
    ) -> "list[RuleSet]":
        key = (css, read_from, told, *sorted(named.items()), *sorted(sheet._variables.items()))
        if key not in parsed:
            parsed[key] = parse(sheet, css, read_from, *told, **named)  # type: ignore[arg-type]  # handed on as given
        return parsed[key]

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Stylesheet, "_parse_rules", parse_once)
        yield


@pytest.fixture
def quick_start(shared_home: Path) -> None:
    """The voice heart starts quickly, also in programs that tests start: its dictionaries are kept for all of them."""
    (shared_home / "cache").mkdir(parents=True, exist_ok=True)
    data_home().mkdir(exist_ok=True)
    (data_home() / "cache").symlink_to(shared_home / "cache", target_is_directory=True)


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A workspace with a small script, seen from a folder inside it."""
    (tmp_path / "out").mkdir()
    monkeypatch.chdir(tmp_path / "out")
    made = Desk(tmp_path, capsys)
    made.write("small")
    return made


@pytest.fixture(scope="session")
def rights(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The rights of files hold for what is started, also where root runs the tests."""
    need_rights(tmp_path_factory.mktemp("rights"))


@pytest.fixture
def rehearsal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Rehearsal]:
    """A session's whole surroundings; the voice called heart is a small one."""
    monkeypatch.setitem(registry.VOICES, "heart", "sine_voice")
    made = Rehearsal(tmp_path)
    yield made
    made.close()


@pytest.fixture
def player_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A home without the exercises that come with feltsense, and with a small voice called heart."""
    monkeypatch.setitem(registry.VOICES, "heart", "sine_voice")
    monkeypatch.setattr("feltsense.library.catalogue.bundled", lambda: tmp_path / "none")
    monkeypatch.setattr("feltsense.tui.services.Services.voices", lambda _: working())
    monkeypatch.setenv("LANG", "C")
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def player(player_home: Path) -> "Iterator[Callable[..., Feltsense]]":
    """Make the player; everything behind it is put away afterwards."""
    from player_app import player_app  # noqa: PLC0415 - it loads Textual, which few tests need

    made: list[Feltsense] = []

    def make(**told: bool) -> "Feltsense":
        made.append(player_app(player_home, **told))
        return made[-1]

    yield make
    for app in made:
        app.services.close()


@pytest.fixture(scope="session")
def phone_workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The root of a workspace with speech in its cache, once the folder was made."""
    from phone_folders import short_workspace  # noqa: PLC0415 - it loads all that renders, which few tests need

    return short_workspace(tmp_path_factory.mktemp("phone-workspace")).root


@pytest.fixture(scope="session")
def phone_folder(phone_workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> "PhoneFolder":
    """A folder with ninety seconds, feet on the floor and half a minute of breaths. It must not be changed."""
    from phone_folders import build_with_sine_voice, phone_request, short_workspace  # noqa: PLC0415 - as above

    request = phone_request(short_workspace(phone_workspace))
    return build_with_sine_voice(request, tmp_path_factory.mktemp("phone") / "folder")


@pytest.fixture(scope="session")
def index(phone_folder: "PhoneFolder") -> Path:
    """The page of that folder."""
    return phone_folder.folder / "index.html"


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """A browser for all tests of a process; each opens pages in it by `browsing.phone_page`."""
    from browsing import started_browser  # noqa: PLC0415 - it loads Playwright, which few tests need

    with started_browser() as started:
        yield started
