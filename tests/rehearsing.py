"""A session with a small real voice, a silent output that goes faster than time, and a real journal."""

import queue
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from feltsense.journal.model import Practice
from feltsense.journal.store import Journal, open_journal
from feltsense.practice.engine import AudioEngine
from feltsense.practice.events import Event, Finished, Grounded, Preparing
from feltsense.practice.preparation import PracticeRequest
from feltsense.practice.session import Session
from feltsense.script.options import AS_WRITTEN, VersionOptions
from feltsense.script.parser import parse
from feltsense.system.paths import Workspace

SCRIPT = """---
title: A small one
tier: 2
minutes: [1, 2]
---

## Arriving

Here is a sentence. [pause 1s to 5m]
And another one. [pause 3s]

## Leaving

This is the end.
"""

RESCUE = """---
title: Here
minutes: 0.5
---
Look around. [pause 1s to 1m]
There you are.
"""

_PATIENCE = 30.0


@dataclass
class Rehearsal:
    """A workspace with one exercise and a rescue piece, a journal, and what was told."""

    folder: Path
    speed: float = 150.0
    told: "queue.Queue[Event]" = field(default_factory=queue.Queue)
    kept: list[Event] = field(default_factory=list)

    def __post_init__(self) -> None:
        exercises = self.folder / "exercises"
        exercises.mkdir(parents=True)
        (exercises / "small.md").write_text(SCRIPT, "utf-8")
        (exercises / "ninety-seconds-here.md").write_text(RESCUE, "utf-8")
        self.journal: Journal = open_journal(self.folder / "home")
        self.stage = AudioEngine(Workspace(self.folder), "silent", self.speed)

    def session(
        self, script: str = SCRIPT, options: VersionOptions = AS_WRITTEN, *, journal: bool = True, section: int = 0
    ) -> Session:
        exercise = parse(script, "small").exercise
        wanted = PracticeRequest(exercise, self.folder, options, from_section=section)
        return Session(wanted, self.stage, self.journal if journal else None, self.told.put)

    def until(self, kind: type[Event]) -> Event:
        """Wait for an event of that kind; those before it are in `kept`.

        Waiting for an end, reading ahead takes no rests, which would hold `speed` back.
        """
        with pytest.MonkeyPatch.context() as patch:
            if kind in (Finished, Grounded):
                patch.setattr("feltsense.playback.read_ahead._REST", 0.001)
            while True:
                event = self.told.get(timeout=_PATIENCE)
                if not isinstance(event, Preparing):
                    self.kept.append(event)
                if isinstance(event, kind):
                    return event

    def when(self, true: Callable[[], bool]) -> None:
        """Wait until something is true that no event tells."""
        for _ in range(int(_PATIENCE * 100)):
            if true():
                return
            try:
                self.kept.append(self.told.get(timeout=0.01))
            except queue.Empty:
                continue
        raise AssertionError("it never became true")

    @property
    def practice(self) -> Practice:
        """The newest in the journal."""
        return self.journal.practices(1)[0]

    def close(self) -> None:
        self.stage.close()
        self.journal.close()
