"""The player as tests open it: everything behind it is real but the voice and the loudspeaker."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from feltsense.journal.model import CheckIn, Outcome, Practice, TooMuch
from feltsense.journal.store import open_journal
from feltsense.system.paths import Workspace
from feltsense.tui.app import Feltsense
from feltsense.tui.services import Environment, Services
from writing import look_again

NOW = datetime(2026, 11, 24, 22, 40, tzinfo=UTC)
IN_DANGER = "If you or someone else may be in danger, contact emergency services now."
_PATIENCE = 2000
"""Looks, about 10 ms apart."""


@dataclass(frozen=True)
class Script:
    """An exercise of a few seconds."""

    title: str
    tag: str
    tier: int = 1
    minutes: str = "[1, 2]"

    def text(self) -> str:
        front = f"title: {self.title}\nsummary: A few seconds of {self.title.lower()}, for tests.\ntier: {self.tier}\n"
        front += f"minutes: {self.minutes}\ntags: [{self.tag}]\ncautions:\n  - Not while driving.\n"
        front += f"  - For wellbeing; not a treatment. {IN_DANGER}\n"
        front += "next_step: Drink a glass of water.\n"
        body = (
            "## Arriving\n\nHere is a sentence. [pause 5s to 5m]\nAnd another one.\n\n## Leaving\n\nThis is the end.\n"
        )
        return f"---\n{front}---\n\n{body}"


SCRIPTS = {
    "feet-on-the-floor": Script("Feet on the floor", "unmoored"),
    "ninety-seconds-here": Script("Ninety seconds here", "unmoored", minutes="[0.5]"),
    "even-breath": Script("Even breath", "tense"),
    "short-body-scan": Script("A short body scan", "tense", tier=2),
    "kind-break": Script("A kind break", "hard-on-myself", tier=2),
    "an-easy-being": Script("An easy being", "cut-off", tier=2),
    "warm-up-message": Script("A warm-up message", "reach-out", tier=2),
    "the-old-sentence": Script("The old sentence", "old-story", tier=3),
}


def player_app(home: Path, speed: float = 300.0, **told: bool) -> Feltsense:
    """Return the player in a home of its own; `told` names what was told once already."""
    exercises = home / "work" / "exercises"
    exercises.mkdir(parents=True)
    for slug, script in SCRIPTS.items():
        (exercises / f"{slug}.md").write_text(script.text(), "utf-8")
    place = Environment(Workspace(home / "work"), home / "feltsense", clock=lambda: NOW)
    services = Services(place, "silent", speed)
    services.change(told=frozenset(name for name, yes in {"journal": True, "drift": True, **told}.items() if yes))
    return Feltsense(services)


def add_practices(home: Path, pairs: tuple[tuple[int | None, int | None], ...]) -> None:
    """Put practices into the journal of a home, the last of them yesterday."""
    with open_journal(home / "feltsense") as journal:
        journal.import_practices(_practice(n, len(pairs), before, after) for n, (before, after) in enumerate(pairs))


def _practice(number: int, count: int, before: int | None, after: int | None) -> Practice:
    slug = list(SCRIPTS)[number % 4]
    return Practice(
        0, f"{number:032x}", slug, SCRIPTS[slug].title, "0" * 64, "heart", SCRIPTS[slug].tier, 60_000, 60_000,
        NOW - timedelta(days=count - number), heard_ms=60_000 if number % 3 else 25_000,
        ended=Outcome.WHOLE if number % 3 else Outcome.EARLY, before=CheckIn(before, 2, "chest", "tight"),
        after=CheckIn(after, 4, too_much=TooMuch.NO, note="The left foot was warm."),
    )  # fmt: skip


def press_at_once(app: Feltsense, *keys: str) -> None:
    """Press keys as one that is held does while something else goes on: all before the first is handled."""
    for key in keys:
        app.post_message(events.Key(key, key if len(key) == 1 else None))


async def until(pilot: Pilot[Any], true: Callable[[], object]) -> None:
    """Let the player go on until something is true; fail at once when a mistake of ours has ended it."""
    app = pilot.app
    for _ in range(_PATIENCE):
        if true():
            return
        failure = app.failure if isinstance(app, Feltsense) else None
        assert failure is None, f"the player was closed by {failure!r}"
        await look_again(pilot)
    raise AssertionError(f"it never became true; what is seen: {app.screen!r}")


async def seen(pilot: Pilot[Any], name: str) -> None:
    """Wait for a screen by the name of its class."""
    await until(pilot, lambda: type(pilot.app.screen).__name__ == name)
    await pilot.pause()


async def played(pilot: Pilot[Any], then: str) -> None:
    """Wait for the screen after the player. Reading ahead takes no rests meanwhile, which would hold `speed` back."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("feltsense.playback.read_ahead._REST", 0.001)
        await seen(pilot, then)


async def ready(pilot: Pilot[Any]) -> None:
    """Wait until the library knows everything."""
    app = pilot.app
    assert isinstance(app, Feltsense)
    await until(pilot, lambda: app.library.contents.last is not None and app.library.marked is not None)


Drive = Callable[[Pilot[Any]], Awaitable[None]]
