import tracemalloc
from pathlib import Path

import hibari
import numpy as np

from feltsense.voice.neural.onnx_graph import computes, expose_values, loosen_length
from feltsense.voice.neural.onnx_parts import cut_out
from feltsense.voice.neural.session import open_onnx

MODEL = (Path(hibari.__file__).parent / "assets" / "hibari.onnx").read_bytes()
NATURAL, UNITS = "/Sub_output_0", "/Clip_output_0"
IDS = np.asarray([[0, 50, 83, 54, 31, 0]], np.int64)
SPEED = np.ones(1, np.float32)


def names(model: bytes) -> tuple[list[str], list[str]]:
    session = open_onnx(model)
    return [one.name for one in session.get_inputs()], [one.name for one in session.get_outputs()]


def test_values_inside_a_graph_become_outputs() -> None:
    before, after = names(MODEL), names(expose_values(MODEL, NATURAL, UNITS))
    assert after == (before[0], [*before[1], NATURAL, UNITS])


def test_a_value_that_nobody_computes_is_told() -> None:
    assert computes(MODEL, NATURAL, UNITS)
    assert not computes(MODEL, NATURAL, "/Nothing_output_0")


def test_only_a_fixed_length_of_one_is_loosened() -> None:
    loosened = loosen_length(MODEL, "speed")
    assert loosened is not None
    assert len(loosened) == len(MODEL)
    assert loosen_length(loosened, "speed") is None
    assert loosen_length(MODEL, "ids") is None


def test_several_values_are_cut_out_together() -> None:
    inputs, outputs = names(cut_out(MODEL, NATURAL, UNITS))
    assert inputs == ["ids", "speed"]
    assert outputs == [NATURAL, UNITS]


def test_a_model_is_not_copied_to_cut_a_part_out() -> None:
    tracemalloc.start()
    try:
        part = cut_out(MODEL, NATURAL)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 2 * len(part) + len(MODEL) / 4
