"""Making an audio file of what is on the desk, on a thread of its own."""

import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from feltsense.authoring.text import as_written
from feltsense.authoring.trial import Tries
from feltsense.errors import EditingError, FeltsenseError, RenderError
from feltsense.script.options import apply_options
from feltsense.script.parser import parse

if TYPE_CHECKING:
    from feltsense.render.job import Rendered, RenderPhase
    from feltsense.script.model import Exercise
    from feltsense.system.paths import Workspace

_DOING = {"speaking": "speaking", "writing": "writing the file"}


@dataclass(frozen=True, slots=True)
class DraftRenderRequest:
    """What is to be made."""

    text: str
    """As it is edited."""
    script: Path
    folder: Path
    """Where the files go."""
    tries: Tries


@dataclass(frozen=True, slots=True)
class Making:
    """How it goes."""

    note: str = ""
    rendered: "Rendered | None" = None
    error: FeltsenseError | None = None
    over: bool = True


class Rendering:
    """Makes one file at a time.

    Args:
        workspace: whose speech cache is used.
    """

    def __init__(self, workspace: "Workspace") -> None:
        self._workspace = workspace
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None
        self.making = Making()
        """How the last one goes, or went."""

    def make(self, wanted: DraftRenderRequest) -> bool:
        """Begin; False when one is under way."""
        if not self.making.over:
            return False
        self._stopped.clear()
        self.making = Making("getting ready", over=False)
        self._thread = threading.Thread(target=self._run, args=(wanted,), name="feltsense render", daemon=True)
        self._thread.start()
        return True

    def forget(self) -> None:
        """Forget how the last one went, once it is told."""
        if self.making.over:
            self.making = Making()

    def stop(self, patience: float = 0.0) -> None:
        """Have it end soon, with no file left half written; wait for that up to so many seconds."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join(patience)

    def _run(self, wanted: DraftRenderRequest) -> None:
        try:
            self.making = Making(rendered=self._rendered(wanted))
        except FeltsenseError as error:
            self.making = Making() if self._stopped.is_set() else Making(error=error)
        except Exception as error:  # noqa: BLE001 - on this thread nobody else would ever hear of it
            trouble = RenderError("Something went wrong inside feltsense.", f"It was a {type(error).__name__}.")
            trouble.__cause__ = error
            self.making = Making(error=trouble)

    def _rendered(self, wanted: DraftRenderRequest) -> "Rendered":
        from feltsense.render.job import Order, render  # noqa: PLC0415 - loads numpy and more
        from feltsense.render.targets import target  # noqa: PLC0415 - as above
        from feltsense.voice.synthesiser import VoicePool  # noqa: PLC0415 - as above

        exercise = _sound(wanted)
        minutes = wanted.tries.minutes
        path, form = target(exercise.slug, minutes, wanted.folder, None, several=False)
        with VoicePool(self._workspace) as speakers:
            speaker = speakers.speaker(exercise.front.voice)
            script = wanted.script if wanted.script.is_file() else None
            return render(Order(exercise, minutes, path, form, script), speaker, self._progress)

    def _progress(self, stage: "RenderPhase", done: int, total: int) -> None:
        if self._stopped.is_set():
            raise RenderError("It was stopped.")
        share = round(100 * done / total) if total else 0
        self.making = Making(f"{_DOING[stage.value]} · {share} %", over=False)


def _sound(wanted: DraftRenderRequest) -> "Exercise":
    """Return the exercise to render.

    Raises:
        EditingError: there are errors in it.
    """
    parsed = parse(as_written(wanted.text), wanted.script.stem)
    if parsed.errors:
        first = parsed.errors[0]
        raise EditingError(f"Line {first.span.line} keeps this from being made: {first.message}", first.hint)
    return apply_options(wanted.tries.on(parsed.exercise), wanted.tries.options)
