"""`feltsense render`: files for phones, with captions and timeline beside them."""

import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import click

from feltsense.cli.progress import ProgressBar
from feltsense.errors import FeltsenseError, RenderError, ScriptError
from feltsense.library import find, list_exercises, load
from feltsense.paths import Workspace, cache_limit
from feltsense.render.job import Format, Order, Rendered, render
from feltsense.render.targets import target
from feltsense.script.model import Exercise
from feltsense.units import clock
from feltsense.voice.cache import SpeechCache
from feltsense.voice.registry import open_voice
from feltsense.voice.speaker import Speaker


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for on the command line."""

    names: tuple[str, ...]
    output: Path | None = None
    minutes: float | None = None
    voice: str | None = None
    soundscape: str | None = None
    form: Format | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one exercise went: `rendered`, or the error in its place."""

    name: str
    rendered: Rendered | None = None
    spoken: int = 0
    error: FeltsenseError | None = None

    def record(self) -> dict[str, Any]:
        """Return it as plain data, for programs."""
        if self.rendered is None:
            assert self.error is not None  # noqa: S101 - one of the two is always there
            return {"name": self.name, "ok": False, "error": self.error.message, "hint": self.error.hint}
        timeline = self.rendered.timeline
        return {
            "name": self.name,
            "ok": True,
            "files": [str(path) for path in self.rendered.files],
            "frames": timeline.length,
            "duration_ms": timeline.length * 1000 // 44_100,
            "spoken": self.spoken,
            "unheard": list(self.rendered.unheard),
        }
