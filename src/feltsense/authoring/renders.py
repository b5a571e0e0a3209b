"""Rendering the edited text into an audio file, on a thread of its own."""

import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from feltsense.authoring.analysis import TrialOptions
from feltsense.authoring.text import as_written
from feltsense.errors import EditingError, FeltsenseError, RenderError
from feltsense.script.parser import parse
from feltsense.voice.choosing import with_voice

if TYPE_CHECKING:
    from feltsense.render.job import Rendered, RenderPhase
    from feltsense.script.model import Exercise
    from feltsense.system.paths import Workspace

_WORDS = {"speaking": "speaking", "writing": "writing the file"}


@dataclass(frozen=True, slots=True)
class DraftRenderRequest:
    """What is to be rendered."""

    text: str
    """As it is edited."""
    script: Path
    folder: Path
    """Where the files go."""
    trial: TrialOptions
    discreet: bool = False
    """Whether names and tags tell nothing of the exercise."""


@dataclass(frozen=True, slots=True)
class RenderStatus:
    """How it goes."""

    note: str = ""
    rendered: "Rendered | None" = None
    error: FeltsenseError | None = None
    over: bool = True


class BackgroundRender:
    """Renders one file at a time.

    Args:
        workspace: whose speech cache is used.
    """

    def __init__(self, workspace: "Workspace") -> None:
        self._workspace = workspace
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None
        self.status = RenderStatus()
        """How the last one goes, or went."""

    def start(self, request: DraftRenderRequest) -> bool:
        """Begin; False when one is under way."""
        if not self.status.over:
            return False
        self._stopped.clear()
        self.status = RenderStatus("getting ready", over=False)
        self._thread = threading.Thread(target=self._run, args=(request,), name="feltsense render", daemon=True)
        self._thread.start()
        return True

    def forget(self) -> None:
        """Forget how the last one went, once it is told."""
        if self.status.over:
            self.status = RenderStatus()

    def stop(self, timeout: float = 0.0) -> None:
        """Have it end soon, with no file left half written; wait for that up to so many seconds."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join(timeout)

    def _run(self, request: DraftRenderRequest) -> None:
        try:
            self.status = RenderStatus(rendered=self._render(request))
        except FeltsenseError as error:
            self.status = RenderStatus() if self._stopped.is_set() else RenderStatus(error=error)
        except Exception as error:  # noqa: BLE001 - on this thread nobody else would ever hear of it
            trouble = RenderError("Something went wrong inside feltsense.", f"It was a {type(error).__name__}.")
            trouble.__cause__ = error
            self.status = RenderStatus(error=trouble)

    def _render(self, request: DraftRenderRequest) -> "Rendered":
        from feltsense.render.cache import open_render_cache  # noqa: PLC0415 - as below
        from feltsense.render.job import RenderJob, render  # noqa: PLC0415 - loads numpy and more
        from feltsense.render.targets import render_target  # noqa: PLC0415 - as above
        from feltsense.voice.synthesiser import VoicePool  # noqa: PLC0415 - as above

        exercise = _valid_exercise(request)
        minutes = request.trial.minutes
        path, form = render_target(exercise.slug, minutes, request.folder, None, several=False)
        with VoicePool(self._workspace) as speakers:
            speaker = speakers.synthesiser(exercise.front.voice, exercise.front.language)
            script = request.script if request.script.is_file() else None
            cache = open_render_cache(self._workspace)
            job = RenderJob(exercise, minutes, path, form, script, discreet=request.discreet, cache=cache)
            return render(job, speaker, self._progress)

    def _progress(self, phase: "RenderPhase", done: int, total: int) -> None:
        if self._stopped.is_set():
            raise RenderError("It was stopped.")
        share = round(100 * done / total) if total else 0
        self.status = RenderStatus(f"{_WORDS[phase.value]} · {share} %", over=False)


def _valid_exercise(request: DraftRenderRequest) -> "Exercise":
    """Return the exercise to render.

    Raises:
        EditingError: there are errors in it.
    """
    parsed = parse(as_written(request.text), request.script.stem)
    if parsed.errors:
        first = parsed.errors[0]
        raise EditingError(f"Line {first.span.line} keeps this from being made: {first.message}", first.hint)
    return with_voice(request.trial.apply(parsed.exercise), request.trial.options)
