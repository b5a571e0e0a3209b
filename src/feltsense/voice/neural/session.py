"""Models on onnxruntime, opened so that memory stays small and bits repeat. No other module imports onnxruntime.

Sessions are opened here and not by the libraries that come with the models: a model with exposed durations gives more
than they take, and several threads speak with one session.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Lock
from typing import Any

import onnxruntime

from feltsense.errors import VoiceError

_ADD = "Add the voice again: feltsense voices add FILE…"


def open_onnx(model: bytes, *, arena: bool = False) -> Any:
    """Return a session of onnxruntime for a model's bytes: small in memory, and always with the same bits.

    Args:
        model: the bytes of its file.
        arena: for a large model that `OnnxRuns` runs: its values share one piece of memory. Taken from the system one
            by one, values of megabytes cost more time than what is computed with them.

    Raises:
        VoiceError: it is no model that works here.
    """
    try:
        session = onnxruntime.InferenceSession(model, _options(arena=arena), providers=["CPUExecutionProvider"])
    except Exception as error:  # its errors have no class in common
        raise VoiceError(f"The voice's model does not open: {_told(error)}", _ADD) from error
    session._model_bytes = b""  # noqa: SLF001 - kept to begin anew with another provider, up to 90 MB; there is none
    return session


class OnnxRuns:
    """The runs of one voice, in any threads and on any sessions: they can be ended while they go on.

    A run ends between two of the model's nodes, in a fraction of a second; a session that is shared serves the others
    on, with the same bits.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._going: set[Any] = set()
        self._ended = False

    def run(
        self, session: Any, wanted: Sequence[str] | None, given: dict[str, Any], *, frees: bool = True
    ) -> list[Any]:
        """Return the values called `wanted`, or all outputs.

        Args:
            session: from `open_onnx`.
            wanted: names of values; None for all outputs.
            given: values by the names of the inputs.
            frees: an arena's memory is given back afterwards. Kept, it makes the next run quicker: a Piper voice by an
                eighth, Kokoro by a fortieth, for 60 to 100 MB.

        Raises:
            VoiceError: the model cannot take what is given; its other files may be of another voice. Or it was ended.
        """
        with self._counted(_run_options(session, frees=frees)) as options:
            try:
                made: list[Any] = session.run(wanted, given, options)
            except Exception as error:
                self._refuse_ended()
                raise VoiceError(f"The voice's model cannot speak this: {_told(error)}", _ADD) from error
        return made

    def end(self) -> None:
        """End what is running; what would run from now on is refused."""
        with self._lock:
            self._ended = True
            for options in self._going:
                options.terminate = True

    @contextmanager
    def _counted(self, options: Any) -> Iterator[Any]:
        with self._lock:
            self._refuse_ended()
            self._going.add(options)
        try:
            yield options
        finally:
            with self._lock:
                self._going.discard(options)

    def _refuse_ended(self) -> None:
        if self._ended:
            raise VoiceError("The voice was closed before it had spoken.", "Have it speak once more.")


def _options(*, arena: bool) -> Any:
    options = onnxruntime.SessionOptions()
    # one thread: with more, the sums are added in another order, and the samples differ in their last bits
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    # what is kept for the next phrase fits none of another length, and every thread would keep its own
    options.enable_cpu_mem_arena, options.enable_mem_pattern = arena, False
    options.log_severity_level = 4  # errors are raised; told by it too, they would stand across the screen
    return options


def _run_options(session: Any, *, frees: bool) -> Any:
    """Return the options of one run; with them an arena, if there is one, gives its memory back when that is over."""
    options = onnxruntime.RunOptions()
    if frees and session.get_session_options().enable_cpu_mem_arena:
        options.add_run_config_entry("memory.enable_memory_arena_shrinkage", "cpu:0")
    return options


def _told(error: Exception) -> str:
    return str(error).splitlines()[0][:200] if str(error) else type(error).__name__
