import io
import subprocess
from pathlib import Path

import mutagen.mp3
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mp3_sounds import RATE, Samples, encoded, silence, voice_like, written
from numpy.typing import NDArray

from feltsense.errors import RenderError
from feltsense.render.mp3 import write_mp3
from feltsense.render.mp3_frames import FRAME, FrameCutter, split_frames
from listening import decoded, probe
from tests_support import need

ISLANDS = np.concatenate(
    [silence(0.7), voice_like(3), silence(5), voice_like(2.3, 2), silence(1.4), voice_like(1, 3), silence(8)]
)


@pytest.fixture(scope="module")
def islands() -> bytes:
    return written(Samples(ISLANDS))


@pytest.mark.parametrize(
    "samples",
    [
        ISLANDS,
        ISLANDS[: len(ISLANDS) - 3 * RATE + 77],
        voice_like(2.0),
        silence(4),
        voice_like(0.4),
        np.concatenate([silence(3), voice_like(2)]),
        np.stack([voice_like(3, 4), voice_like(3, 5)], axis=1),
        np.concatenate([np.stack([voice_like(3, 4), voice_like(3, 5)], axis=1), np.zeros((3 * RATE, 2), np.float32)]),
    ],
    ids=[
        "islands",
        "odd end",
        "no silence",
        "all silent",
        "short",
        "silent start",
        "stereo",
        "stereo islands",
    ],
)
def test_decoders_hear_exactly_what_was_written(samples: NDArray[np.float32], tmp_path: Path) -> None:
    need("ffmpeg", "ffprobe")
    source = Samples(samples)
    path = tmp_path / "a.mp3"
    path.write_bytes(written(source))
    heard = decoded(path)
    assert heard.shape == source.samples.shape
    assert np.abs(heard - source.samples).max() < 0.03
    seconds = source.length / RATE
    assert float(probe(path)["format"]["duration"]) == pytest.approx(seconds, abs=0.05)
    read = mutagen.mp3.MP3(path)
    assert read.info is not None
    assert read.info.length == pytest.approx(seconds, abs=0.002)
    assert read.info.bitrate == pytest.approx(
        96_000 if source.channels == 1 else 128_000, rel=0.001 if seconds > 1 else 1
    )


def test_it_is_as_loud_as_what_was_written(tmp_path: Path, islands: bytes) -> None:
    need("ffmpeg")
    path = tmp_path / "a.mp3"
    path.write_bytes(islands)
    heard = decoded(path)[:, 0]
    assert np.sqrt(np.mean(heard**2)) == pytest.approx(np.sqrt(np.mean(ISLANDS**2)), rel=0.01)


def test_it_is_aligned_to_the_sample(tmp_path: Path, islands: bytes) -> None:
    need("ffmpeg")
    path = tmp_path / "a.mp3"
    path.write_bytes(islands)
    heard = decoded(path)[:, 0]
    for begin, end in ((0.7, 3.7), (8.7, 11.0), (12.4, 13.4)):
        first, last = round(begin * RATE), round(end * RATE)
        lags = {lag: float(heard[first + lag : last + lag] @ ISLANDS[first:last]) for lag in range(-5, 6)}
        assert max(lags, key=lambda lag: lags[lag]) == 0


def test_islands_sound_as_one_encoding_does(tmp_path: Path, islands: bytes) -> None:
    need("ffmpeg")
    apart, together = tmp_path / "apart.mp3", tmp_path / "together.mp3"
    apart.write_bytes(islands)
    whole = Samples(ISLANDS)
    whole.quiet = lambda: ()  # type: ignore[method-assign]
    together.write_bytes(written(whole))
    error_apart = np.abs(decoded(apart)[:, 0] - ISLANDS)
    error_together = np.abs(decoded(together)[:, 0] - ISLANDS)
    assert error_apart.max() < 1.5 * error_together.max()


def test_silence_between_islands_stays_silent(tmp_path: Path, islands: bytes) -> None:
    need("ffmpeg")
    path = tmp_path / "a.mp3"
    path.write_bytes(islands)
    heard = decoded(path)[:, 0]
    assert np.abs(heard[round(4.0 * RATE) : round(8.5 * RATE)]).max() < 1e-4


def test_another_decoder_agrees(tmp_path: Path, islands: bytes) -> None:
    need("sox")
    path = tmp_path / "a.mp3"
    path.write_bytes(islands)
    raw = ["sox", str(path), "-t", "raw", "-e", "float", "-b", "32", "-"]
    out = subprocess.run(raw, check=True, capture_output=True)
    assert len(out.stdout) // 4 >= len(ISLANDS)


@settings(max_examples=25)
@given(st.lists(st.tuples(st.floats(0.02, 0.8), st.floats(0, 3)), min_size=1, max_size=5))
def test_any_pattern_has_its_frames_and_the_same_bytes(
    pattern: list[tuple[float, float]],
) -> None:
    samples = np.concatenate([part for sound, quiet in pattern for part in (voice_like(sound), silence(quiet))])
    data = written(Samples(samples), jobs=1)
    assert data == written(Samples(samples), jobs=3)
    assert len(split_frames(data)) == 1 + -(-(len(samples) + 1105) // FRAME)


def test_the_file_keeps_the_nominal_rate() -> None:
    data = written(Samples(np.concatenate([ISLANDS] * 4)))
    frames = split_frames(data)
    assert abs(len(data) - len(frames) * 144_000 * 96 / 44_100) < 60


def test_no_sound_is_refused() -> None:
    with pytest.raises(RenderError):
        written(Samples(np.zeros(0, np.float32)))


def test_what_stands_before_it_stays() -> None:
    out = io.BytesIO(b"tag")
    out.seek(3)
    write_mp3(Samples(voice_like(0.5)), out, lambda _done: None, 1)
    assert out.getvalue()[:5] == b"tag\xff\xfb"


def test_an_interrupt_passes_at_once() -> None:
    def stop(_done: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_mp3(Samples(ISLANDS), io.BytesIO(), stop, 2)


def test_frames_are_cut_the_same_from_any_pieces() -> None:
    data = encoded(Samples(voice_like(1)), 30)
    cutter = FrameCutter(20)
    pieces = b"".join(cutter.feed(data[at : at + 7]) for at in range(0, len(data), 7))
    assert pieces == b"".join(split_frames(data)[:20])
