import numpy as np
import pytest

from feltsense.voice.neural.protobuf import protobuf_field as field
from feltsense.voice.neural.session import open_onnx
from feltsense.voice.piper.graph import split_model
from tiny_piper import CHANNELS, HOP, node, tiny_model

IDS = [1, 0, 5, 0, 6, 0, 2]


def round_and_round() -> bytes:
    """Return a model in which the channels of the noise hang on themselves."""
    graph = [
        node("Cast", "input", "w"), node("Ceil", "w", "frames"), node("Neg", "frames", "z"), node("Neg", "z", "z"),
        node("RandomNormalLike", "z", "noise"), node("Neg", "noise", "output"),
        field(11, field(1, b"input")), field(12, field(1, b"output")),
    ]  # fmt: skip
    return field(7, b"".join(graph))


def deep() -> bytes:
    """Return a model of graphs in graphs."""
    inner = b""
    for _ in range(3000):
        inner = field(1, field(5, field(6, inner)))
    return field(7, field(1, field(5, field(6, inner))))


def given(ids: list[int] = IDS, noise: float = 0.0, length: float = 1.0) -> dict[str, object]:
    return {
        "input": np.asarray([ids], np.int64),
        "input_lengths": np.asarray([len(ids)], np.int64),
        "scales": np.asarray([noise, length, 0.0], np.float32),
    }


def test_the_halves_say_what_the_whole_says() -> None:
    model = tiny_model()
    split = split_model(model)
    assert split is not None
    assert (split.natural, split.frames, split.noise, split.channels) == ("w", "frames", "noise", "m_p")
    first, second = open_onnx(split.durations), open_onnx(split.sound)
    taken = {one.name: given(length=1.5)[one.name] for one in first.get_inputs()}
    natural, *shared = first.run([split.natural, *split.shared], taken)
    assert natural.reshape(-1) == pytest.approx([2.25] * len(IDS))
    frames = np.ceil(natural)
    noise = np.zeros((1, CHANNELS, int(frames.sum())), np.float32)
    made = second.run(None, dict(zip(split.shared, shared, strict=True)) | {"frames": frames, "noise": noise})[0]
    whole = open_onnx(model).run(None, given(length=1.5))[0]
    assert made.shape == whole.shape == (1, 1, 1, int(frames.sum()) * HOP)
    assert (made == whole).all()


def test_the_halves_take_what_they_need_and_no_more() -> None:
    split = split_model(tiny_model(speakers=True))
    assert split is not None
    first, second = open_onnx(split.durations), open_onnx(split.sound)
    assert {value.name for value in second.get_inputs()} == {"frames", "noise", *split.shared}
    assert {value.name for value in first.get_inputs()} <= {"input", "input_lengths", "scales", "sid"}
    assert "tone" in split.shared, "which hangs on the speaker"


@pytest.mark.parametrize(
    "model",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\x80\x02}q\x00.", id="a pickle"),
        pytest.param(b"PK\x03\x04" + bytes(60), id="a zip"),
        pytest.param(b"\xff" * 40, id="noise"),
        pytest.param(tiny_model()[:-200], id="truncated"),
        pytest.param(tiny_model(ceils=2), id="two places that round up"),
        pytest.param(tiny_model(ceils=0), id="none"),
        pytest.param(round_and_round(), id="a circle"),
        pytest.param(deep(), id="graphs in graphs"),
        pytest.param(field(7, field(1, b"\x80" * 1_000_000)), id="an endless number"),
    ],
)
def test_another_model_is_not_split(model: bytes) -> None:
    assert split_model(model) is None
