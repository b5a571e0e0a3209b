"""How the editor looks, in one theme for each size; looked at as pictures before they were kept."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from added_voices import working
from feltsense.library import catalogue
from feltsense.system.paths import Workspace
from feltsense.tui.app import Feltsense
from feltsense.tui.editor.ask import AskScreen
from feltsense.tui.editor.screen import EditorScreen
from feltsense.tui.editor.scripts import ScriptPicker
from feltsense.tui.editor.spoken import SpokenScreen
from feltsense.tui.editor.trial import TrialScreen
from feltsense.tui.services import Environment, Services
from feltsense.tui.themes import CONTRAST, DARK, LIGHT
from feltsense.voice import registry
from writing import SCRIPT, Writing

NARROW, SMALL, LARGE = (60, 20), (80, 24), (120, 40)
THEMES = {NARROW: CONTRAST, SMALL: DARK, LARGE: LIGHT}
Compare = Callable[..., bool]


@pytest.fixture
def compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, snap_compare: Compare) -> Callable[..., bool]:
    """Compare what is seen after some keys in the editor with the picture that is kept."""
    bundled = tmp_path / "bundled"
    bundled.mkdir()
    (bundled / "came-along.md").write_text(SCRIPT.replace("Evening ground", "Zebra"), "utf-8")
    monkeypatch.setattr(catalogue, "bundled", lambda: bundled)
    monkeypatch.setitem(registry.VOICES, "heart", "sine_voice")  # the app loads its voice, and nothing is spoken here
    monkeypatch.setattr(Services, "voices", lambda _: working())
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises" / "evening.md").write_text(SCRIPT, "utf-8")

    def compare(size: tuple[int, int], *keys: str, seen: type = EditorScreen) -> bool:
        services = Services(Environment(Workspace(tmp_path), tmp_path / "home"), "silent")
        app = Feltsense(services)

        async def act(pilot: "Pilot[None]") -> None:
            made = Writing(tmp_path, app, pilot)
            app.theme = THEMES[size]
            await made.until(lambda: app.library.is_mounted and app.library.marked)
            await made.press("f4")
            await made.open()
            await made.press(*keys)
            await made.until(lambda: isinstance(app.screen, seen))
            await made.until(lambda: not any(worker.group in ("read", "voices") for worker in app.workers))
            await pilot.pause()

        try:
            return snap_compare(app, terminal_size=size, run_before=act)
        finally:
            services.close()

    return compare


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_a_finding(compared: Callable[..., bool], size: tuple[int, int]) -> None:
    assert compared(size, "f8")


def test_the_list(compared: Callable[..., bool]) -> None:
    assert compared(SMALL, "f4", "down")


def test_a_narrow_low_terminal(compared: Callable[..., bool]) -> None:
    assert compared(NARROW, "f8")


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_scripts(compared: Callable[..., bool], size: tuple[int, int]) -> None:
    assert compared(size, "f10", "enter", seen=ScriptPicker)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_tries(compared: Callable[..., bool], size: tuple[int, int]) -> None:
    assert compared(size, "f7", "right", seen=TrialScreen)


ASKING = "Notice your left/right hand. <!-- question: “left/right”: which is said? | left or right | left | right -->\n"


def test_a_question(compared: Callable[..., bool], tmp_path: Path) -> None:
    (tmp_path / "exercises" / "evening.md").write_text(f"{SCRIPT}\n{ASKING}", "utf-8")
    assert compared(SMALL, "ctrl+n", seen=AskScreen)


def test_what_will_be_spoken(compared: Callable[..., bool], tmp_path: Path) -> None:
    (tmp_path / "exercises" / "evening.md").write_text(f"{SCRIPT}\nTherapist: Rest a little.\n", "utf-8")
    assert compared(NARROW, "ctrl+l", seen=SpokenScreen)
