"""Sessions of neural voices: the same bits however their memory is taken, and nothing is kept that is not needed."""

import numpy as np
import pytest

from feltsense.errors import VoiceError
from feltsense.voice.neural.session import open_onnx, run_onnx
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
        made = run_onnx(session, None, GIVEN, frees=frees)
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
        run_onnx(open_onnx(tiny_model(), arena=True), None, {**GIVEN, "scales": np.zeros(1, np.float32)})


def test_nothing_is_written_over_the_screen_by_onnxruntime(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(VoiceError):
        run_onnx(open_onnx(tiny_model()), None, {**GIVEN, "scales": np.zeros(1, np.float32)})
    assert capfd.readouterr() == ("", "")
