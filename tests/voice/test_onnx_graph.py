from pathlib import Path

import hibari
import numpy as np
import pytest

from feltsense.voice.neural.onnx_graph import computes, cut_out, expose_values, give_from_outside, loosen_length
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


def test_a_value_that_is_given_from_outside_is_used_as_it_is() -> None:
    outside = give_from_outside(MODEL, NATURAL)
    assert outside is not None
    assert names(outside)[0] == [*names(MODEL)[0], NATURAL]
    inner = open_onnx(expose_values(MODEL, NATURAL))
    *expected, natural = inner.run(None, {"ids": IDS, "speed": SPEED})
    found = open_onnx(outside).run(None, {"ids": IDS, "speed": SPEED, NATURAL: natural})
    assert all(np.array_equal(one, two) for one, two in zip(expected, found, strict=True))
    longer = open_onnx(outside).run(None, {"ids": IDS, "speed": SPEED, NATURAL: natural + 3})
    assert longer[0].shape[-1] > expected[0].shape[-1]


@pytest.mark.parametrize("value", ["/Nothing_output_0", ""])
def test_what_no_node_computes_cannot_be_given_from_outside(value: str) -> None:
    assert give_from_outside(MODEL, value) is None


def test_several_values_are_cut_out_together() -> None:
    inputs, outputs = names(cut_out(MODEL, NATURAL, UNITS))
    assert inputs == ["ids", "speed"]
    assert outputs == [NATURAL, UNITS]
