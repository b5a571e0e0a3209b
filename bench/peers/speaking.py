"""What speaking a few sentences takes, told as JSON by the programs here that speak. No package of ours is needed."""

import json
import os
import resource
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

import onnxruntime

_MEGABYTE = 1024 if sys.platform == "linux" else 1024 * 1024


def report(load: Callable[[], Callable[[str], float]], sentences: Sequence[str]) -> None:
    """Print CPU seconds to load a voice and to speak, on one core, seconds of sound, and the peak of memory in MB.

    Args:
        load: returns what speaks a sentence and tells how many seconds that lasts.
        sentences: the first of them is spoken once before anything is measured: what is made at a first call counts as
            loading.
    """
    if sys.platform == "linux":
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    speak = load()
    speak(sentences[0])
    loaded = time.process_time()
    sound = sum(speak(sentence) for sentence in sentences)
    cpu = time.process_time() - loaded
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MEGABYTE
    print(json.dumps({"load": loaded, "cpu": cpu, "sound": sound, "megabytes": peak}))


def speech_seconds(samples: Any, rate: int) -> float:
    """Return the seconds from the first to the last moment that is within 46 dB of the loudest, and 0.08 around them.

    Silence at both ends is no speech; our voices are trimmed by the same measure.

    Args:
        samples: mono floats, shape (length,).
        rate: frames per second.
    """
    step = rate // 200
    power = (samples[: len(samples) // step * step].reshape(-1, step) ** 2).mean(axis=1)
    heard = (power > power.max() * 10**-4.6).nonzero()[0]
    return float((heard[-1] + 1 - heard[0]) * step / rate + 0.08)


def one_thread(model: str) -> Any:
    """Return a session as the peers open it, but of one thread: theirs would wait for each other on one core."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
