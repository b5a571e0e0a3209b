"""Models on onnxruntime, opened so that memory stays small and bits repeat. No other module imports onnxruntime.

Sessions are opened here and not by the libraries that come with the models: a model with exposed durations gives more
than they take, and several threads speak with one session.
"""

from collections.abc import Sequence
from typing import Any

import onnxruntime

from feltsense.errors import VoiceError

_ADD = "Add the voice again: feltsense voices add FILE…"


def open_onnx(model: bytes) -> Any:
    """Return a session of onnxruntime for a model's bytes: small in memory, and always with the same bits.

    Raises:
        VoiceError: it is no model that works here.
    """
    try:
        return onnxruntime.InferenceSession(model, _options(), providers=["CPUExecutionProvider"])
    except Exception as error:  # its errors have no class in common
        raise VoiceError(f"The voice's model does not open: {_told(error)}", _ADD) from error


def run_onnx(session: Any, wanted: Sequence[str] | None, given: dict[str, Any]) -> list[Any]:
    """Return the values called `wanted`, or all outputs.

    Raises:
        VoiceError: the model cannot take what is given; its other files may be of another voice.
    """
    try:
        made: list[Any] = session.run(wanted, given)
    except Exception as error:
        raise VoiceError(f"The voice's model cannot speak this: {_told(error)}", _ADD) from error
    return made


def _options() -> Any:
    options = onnxruntime.SessionOptions()
    # one thread: with more, the sums are added in another order, and the samples differ in their last bits
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    # what is kept for the next phrase fits none of another length, and every thread would keep its own
    options.enable_cpu_mem_arena = options.enable_mem_pattern = False
    options.log_severity_level = 3
    return options


def _told(error: Exception) -> str:
    return str(error).splitlines()[0][:200] if str(error) else type(error).__name__
