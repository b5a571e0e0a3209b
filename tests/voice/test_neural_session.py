"""Sessions of neural voices: the same bits however their memory is taken, and nothing is kept that is not needed."""

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import onnxruntime
import pytest

from feltsense.errors import VoiceError
from feltsense.voice.neural.session import OnnxRuns, open_onnx
from tiny_piper import tiny_model

GIVEN = {
    "input": np.arange(1, 9, dtype=np.int64)[None],
    "input_lengths": np.array([8]),
    "scales": np.array([0.0, 1.0, 0.0], np.float32),
}


@pytest.mark.parametrize("arena", [False, True])
def test_bits_do_not_depend_on_how_memory_is_taken(*, arena: bool) -> None:
    expected = open_onnx(tiny_model()).run(None, GIVEN)
    session = open_onnx(tiny_model(), arena=arena)
    for frees in (False, False, True, False):
        made = OnnxRuns().run(session, None, GIVEN, frees=frees)
        assert all(np.array_equal(one, other) for one, other in zip(made, expected, strict=True))


def test_the_bytes_of_a_model_are_not_kept_once_it_is_open() -> None:
    assert not open_onnx(tiny_model())._model_bytes


@pytest.mark.parametrize("model", [b"", b"PK\x03\x04", tiny_model()[:-2000]])
def test_what_is_no_model_is_told(model: bytes) -> None:
    with pytest.raises(VoiceError, match="does not open") as told:
        open_onnx(model)
    assert "feltsense voices add" in told.value.hint


def test_what_a_model_cannot_take_is_told() -> None:
    with pytest.raises(VoiceError, match="cannot speak this"):
        OnnxRuns().run(open_onnx(tiny_model(), arena=True), None, {**GIVEN, "scales": np.zeros(1, np.float32)})


def test_nothing_is_written_over_the_screen_by_onnxruntime(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(VoiceError):
        OnnxRuns().run(open_onnx(tiny_model()), None, {**GIVEN, "scales": np.zeros(1, np.float32)})
    assert capfd.readouterr() == ("", "")


class Slow:
    """A session that goes on until its run is ended; `begun` is set when it runs."""

    def __init__(self) -> None:
        self.begun = threading.Event()

    def get_session_options(self) -> Any:
        return open_onnx(tiny_model()).get_session_options()

    def run(self, _wanted: Any, _given: Any, options: Any) -> list[Any]:
        self.begun.set()
        while not options.terminate:
            threading.Event().wait(0.001)  # looks again; nothing depends on how long this is
        raise RuntimeError("Exiting due to terminate flag being set to true.")


def test_what_runs_is_ended_from_another_thread_and_no_more_begins() -> None:
    runs, others, slow = OnnxRuns(), OnnxRuns(), Slow()
    session = open_onnx(tiny_model())
    with ThreadPoolExecutor(1) as beside:
        going = beside.submit(runs.run, slow, None, GIVEN)
        assert slow.begun.wait(30)
        runs.end()
        with pytest.raises(VoiceError, match="closed before it had spoken"):
            going.result(30)
    with pytest.raises(VoiceError, match="closed before it had spoken"):
        runs.run(session, None, GIVEN)
    assert others.run(session, None, GIVEN), "a session serves other voices on"


def test_a_run_of_onnxruntime_ends_when_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its own words, so that a later version that ignores this is noticed."""
    options = onnxruntime.RunOptions()
    options.terminate = True
    monkeypatch.setattr("feltsense.voice.neural.session._run_options", lambda *_, **__: options)
    with pytest.raises(VoiceError, match="terminate flag"):
        OnnxRuns().run(open_onnx(tiny_model()), None, GIVEN)
