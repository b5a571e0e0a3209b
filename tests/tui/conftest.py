"""A player of its own for each test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from house import house

from feltsense.tui.app import Feltsense
from feltsense.voice import registry


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A home without the exercises that come with feltsense, and with a small voice called heart."""
    monkeypatch.setitem(registry.VOICES, "heart", "sine_voice")
    monkeypatch.setattr("feltsense.library.bundled", lambda: tmp_path / "none")
    monkeypatch.setattr("feltsense.tui.services.Services.voices", lambda _: ("heart", "system"))
    monkeypatch.setenv("LANG", "C")
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def player(home: Path) -> Iterator[Callable[..., Feltsense]]:
    """Make the player; everything behind it is put away afterwards."""
    made: list[Feltsense] = []

    def make(**told: bool) -> Feltsense:
        made.append(house(home, **told))
        return made[-1]

    yield make
    for app in made:
        app.services.close()
