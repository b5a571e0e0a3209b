"""Models on onnxruntime, opened so that memory stays small and bits repeat. No other module imports onnxruntime.

Sessions are opened here and not by the libraries that come with the models: a model with exposed durations gives more
than they take, and several threads speak with one session.
"""

from typing import Any

import onnxruntime


def open_onnx(model: bytes) -> Any:
    """Return a session of onnxruntime for a model's bytes: small in memory, and always with the same bits."""
    return onnxruntime.InferenceSession(model, _options(), providers=["CPUExecutionProvider"])


def _options() -> Any:
    options = onnxruntime.SessionOptions()
    # one thread: with more, the sums are added in another order, and the samples differ in their last bits
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    # what is kept for the next phrase fits none of another length, and every thread would keep its own
    options.enable_cpu_mem_arena = options.enable_mem_pattern = False
    options.log_severity_level = 3
    return options
