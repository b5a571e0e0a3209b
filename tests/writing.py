"""The editor in a player without a terminal: keys are pressed, and what becomes true is waited for, never time."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from feltsense.system.paths import Workspace
from feltsense.tui.app import Feltsense
from feltsense.tui.dialog import DialogScreen
from feltsense.tui.editor.screen import EditorScreen
from feltsense.tui.services import Environment, Services

SCRIPT = """---
title: Evening ground
summary: A few minutes before sleep.
practice: grounding
pathway: somatic
tier: 1
minutes: 3
---
## Arriving

This takes a few minutes. You can stop whenever you like; your eyes can be open.
You could come back to your feet, your hands, or a sound. [pause 3s to 25s]
<!-- read this slowly -->

Relax your shoulders. [pause 5s to 25s]
Let your attention go down … to your feet (pause 5 seconds) and rest there.
What do you notice there? [pause 5s to 25s]

> Speak of the chair only if they sit.

[breathe in 4 out 6 for 3 rounds]

## Coming back

You can come back now. [pause 3s to 25s]
Take in three things that you can see, or hear, or touch. [pause 5s to 25s]
Then choose one small thing to do next. [pause 3s to 25s]
"""
_TRIES = 2000


async def look_again(pilot: Pilot[Any]) -> None:
    """Let the player go on for a moment. Its widgets are asked nothing, which a pause of Textual's does with each."""
    if pilot.app._exception is not None:
        raise pilot.app._exception
    await asyncio.sleep(0.01)


@dataclass
class Writing:
    """A player, and the workspace that it writes in."""

    folder: Path
    app: Feltsense
    pilot: "Pilot[None]"

    @property
    def path(self) -> Path:
        return self.folder / "exercises" / "evening.md"

    @property
    def draft(self) -> Path:
        return self.folder / "exercises" / ".evening.md.draft"

    @property
    def editor(self) -> EditorScreen:
        screen = self.app.screen
        assert isinstance(screen, EditorScreen), screen
        return screen

    @property
    def notice(self) -> str:
        return str(self.editor.query_one("#notice").render())

    def kept(self) -> dict[str, str]:
        return {found.name: found.read_text("utf-8") for found in (self.folder / "exercises").glob("*.txt")}

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)

    async def until(self, true: Callable[[], object]) -> None:
        """Wait until something is true."""
        for _ in range(_TRIES):
            if true():
                return
            await look_again(self.pilot)
        raise AssertionError(f"it never became true; seen is {self.app.screen}")

    async def open(self) -> None:
        """Be in the editor with the script read."""
        await self.until(lambda: isinstance(self.app.screen, EditorScreen))
        await self.until(lambda: self.editor.session.analysis.exercise is not None)

    async def asked(self, words: str) -> None:
        """Wait for a question."""
        await self.until(lambda: isinstance(self.app.screen, DialogScreen) and words in self.app.screen.question.title)


@asynccontextmanager
async def writing(
    folder: Path, size: tuple[int, int] = (80, 24), script: str = SCRIPT, theme: str = "feltsense-dark"
) -> AsyncIterator[Writing]:
    """Have a player at its editor, with the script open."""
    exercises = folder / "exercises"
    exercises.mkdir(parents=True, exist_ok=True)
    if not (exercises / "evening.md").exists():
        (exercises / "evening.md").write_text(script, "utf-8")
    services = Services(Environment(Workspace(folder), folder / "home"), "silent")
    app = Feltsense(services)
    try:
        async with app.run_test(size=size) as pilot:
            made = Writing(folder, app, pilot)
            app.theme = theme
            await made.until(lambda: app.library.is_mounted and app.library.marked)
            await made.press("f4")
            yield made
    finally:
        services.close()


def run(scene: Callable[[], Awaitable[None]]) -> None:
    """Play a scene to its end."""

    async def played() -> None:
        await scene()

    asyncio.run(played())
