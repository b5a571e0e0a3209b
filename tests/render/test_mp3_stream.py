"""Long sounds without silence: several encoders make one stream. Chunks are short here, so that there are many."""

import io
import itertools
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from mp3_sounds import RATE, Samples, by_miniaudio, by_mpg123, encoded, silence, voice_like, written
from numpy.typing import NDArray

from feltsense.errors import RenderError
from feltsense.mix.soundscapes.registry import soundscape
from feltsense.render import mp3, mp3_encoder, mp3_stream
from feltsense.render.mp3 import write_mp3
from feltsense.render.mp3_frames import FRAME, main_data_at, split_frames
from feltsense.render.mp3_pieces import CancellableSource
from feltsense.render.mp3_splice import find_seam, main_data_begin
from feltsense.render.mp3_stream import chunk_borders
from listening import decoded
from tests_support import need

SECONDS = 12
CHUNK = 2 * 49
ONE_ENCODER = 1 << 20


def over_rain() -> Samples:
    """Return phrases over rain, in stereo."""
    phrases = [part for seed in range(3) for part in (silence(1), voice_like(SECONDS / 3 - 1, seed))]
    rain = soundscape("rain").open().read(0, SECONDS * RATE)
    return Samples(np.concatenate(phrases)[:, None] + rain)


def murmur() -> Samples:
    """Return phrases in mono, with breaks that are too short to be silences."""
    phrases = [part for seed in range(6) for part in (voice_like(SECONDS / 6 - 0.4, seed), silence(0.4))]
    return Samples(np.concatenate(phrases))


SOUNDS = {"over rain": over_rain, "murmur": murmur}


@pytest.fixture(autouse=True)
def _short_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mp3_stream, "_CHUNK", CHUNK)


@pytest.fixture(scope="module", params=SOUNDS)
def sound(request: pytest.FixtureRequest) -> Samples:
    return SOUNDS[request.param]()


@pytest.fixture(scope="module")
def spliced(sound: Samples) -> bytes:
    return written_in_chunks(sound, CHUNK)


@pytest.fixture(scope="module")
def single(sound: Samples) -> bytes:
    return written_in_chunks(sound, ONE_ENCODER)


def written_in_chunks(sound: Samples, chunk: int) -> bytes:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mp3_stream, "_CHUNK", chunk)
        return written(sound)


def frames_in(sound: Samples) -> int:
    return -(-(sound.length + 1105) // FRAME)


@pytest.mark.parametrize("jobs", [1, 3])
def test_any_number_of_threads_gives_the_same_bytes(sound: Samples, spliced: bytes, jobs: int) -> None:
    assert written(sound, jobs) == spliced


def test_it_is_as_long_as_what_one_encoder_makes(spliced: bytes, single: bytes, sound: Samples) -> None:
    ours, theirs = split_frames(spliced), split_frames(single)
    assert [len(frame) for frame in ours] == [len(frame) for frame in theirs]
    assert ours[0] == theirs[0]
    assert spliced != single  # else nothing was spliced
    assert single[len(ours[0]) :] == encoded(sound, frames_in(sound))


def test_no_main_data_overlaps_or_leaves_its_place(spliced: bytes) -> None:
    area_start = reached = 0
    for frame in split_frames(spliced)[1:]:
        area = len(frame) - main_data_at(frame)
        begin = area_start - main_data_begin(frame)
        assert begin >= reached
        reached = begin + -(-main_data_bits(frame) // 8)
        assert reached <= area_start + area
        area_start += area


def main_data_bits(frame: bytes) -> int:
    """Return the sum of part2_3_length, after ISO 11172-3, 2.4.1.7."""
    side = "".join(f"{byte:08b}" for byte in frame[4 : main_data_at(frame)])
    granules = side[18 if len(side) == 136 else 20 :]
    return sum(int(granules[at : at + 12], 2) for at in range(0, len(granules), 59))


@pytest.mark.parametrize("decode", [by_miniaudio, by_mpg123])
def test_decoders_agree_to_the_sample(
    spliced: bytes, sound: Samples, tmp_path: Path, decode: Callable[[Path], NDArray[np.float32]]
) -> None:
    need("ffmpeg", "ffprobe")
    path = tmp_path / "a.mp3"
    path.write_bytes(spliced)
    heard = decoded(path)
    assert heard.shape == sound.samples.shape
    again = decode(path)
    assert again.shape == heard.shape
    assert np.abs(again - heard).max() < 1e-4


def test_no_seam_is_heard(spliced: bytes, single: bytes, sound: Samples, tmp_path: Path) -> None:
    need("ffmpeg", "ffprobe")
    borders = chunk_borders(0, frames_in(sound))
    near = np.unique([border + away for border in borders for away in range(-3, 6)])
    assert len(borders) == 7
    ours, our_bends = errors(spliced, sound, tmp_path / "a.mp3")
    theirs, their_bends = errors(single, sound, tmp_path / "b.mp3")
    assert rms(ours) < 1.01 * rms(theirs)
    assert rms(ours[near]) < 1.02 * rms(theirs[near])
    assert our_bends[near].max() < 1.1 * their_bends.max()


def errors(data: bytes, sound: Samples, path: Path) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return of each frame the RMS of the error, and its largest second difference, which a click would raise."""
    path.write_bytes(data)
    error = (decoded(path) - sound.samples).astype(np.float64)[: sound.length // FRAME * FRAME]
    bends = np.abs(np.diff(error, 2, axis=0, append=np.zeros((2, sound.channels))))
    size = FRAME * sound.channels
    return np.sqrt((error**2).reshape(-1, size).mean(axis=1)), bends.reshape(-1, size).max(axis=1)


def rms(errors: NDArray[np.float64]) -> float:
    return float(np.sqrt(np.mean(errors**2)))


def test_without_a_seam_it_is_what_one_encoder_makes(
    sound: Samples, single: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mp3_stream, "find_seam", lambda *_: None)
    assert written(sound) == single


def test_an_encoder_runs_on_over_what_has_no_seam(
    sound: Samples, single: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    turns = itertools.cycle([True, False, False])

    def sometimes(left: Sequence[bytes], right: Sequence[bytes], start: int) -> int | None:
        return find_seam(left, right, start) if next(turns) else None

    need("ffmpeg", "ffprobe")
    monkeypatch.setattr(mp3_stream, "find_seam", sometimes)
    data = written(sound)
    assert [len(frame) for frame in split_frames(data)] == [len(frame) for frame in split_frames(single)]
    ours, _ = errors(data, sound, tmp_path / "a.mp3")
    theirs, _ = errors(single, sound, tmp_path / "b.mp3")
    assert rms(ours) < 1.01 * rms(theirs)


def test_a_long_island_is_spliced_where_it_stands(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    need("ffmpeg", "ffprobe")
    monkeypatch.setattr(mp3, "_WHOLE", 2 * CHUNK)
    sound = Samples(np.concatenate([voice_like(1), silence(2.5), murmur().samples[:, 0], silence(2), voice_like(2)]))
    path = tmp_path / "a.mp3"
    path.write_bytes(written(sound))
    heard = decoded(path)
    assert heard.shape == sound.samples.shape
    assert np.abs(heard - sound.samples).max() < 0.03
    assert written(sound, jobs=1) == path.read_bytes()


class FailingSamples(Samples):
    """Samples that cannot be read from frame 200 on."""

    def read(self, start: int, stop: int) -> NDArray[np.float32]:
        if stop > 200 * FRAME:
            raise RenderError("This phrase was not there any more.")
        return super().read(start, stop)


def test_a_failing_read_ends_all_encoders() -> None:
    with pytest.raises(RenderError, match="This phrase"):
        written(FailingSamples(murmur().samples), jobs=3)
    assert encoding() == []


def encoding() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("encode")]


def test_an_interrupt_ends_all_encoders_at_their_next_block(monkeypatch: pytest.MonkeyPatch) -> None:
    told, ended, late = threading.Event(), threading.Event(), list[int]()
    cancel, border = CancellableSource.cancel, chunk_borders(0, frames_in(murmur()))[1]

    class HeldSamples(Samples):
        """Samples that let two chunks be encoded, and all others only when the encoding is being ended."""

        def read(self, start: int, stop: int) -> NDArray[np.float32]:
            if start > (border + 16) * FRAME:
                assert told.wait(60)
            if told.is_set():
                assert ended.wait(60)
                late.append(start)
            return super().read(start, stop)

    def cancel_and_tell(source: CancellableSource) -> None:
        cancel(source)
        ended.set()

    def interrupt(_done: int) -> None:
        told.set()
        raise KeyboardInterrupt

    monkeypatch.setattr(mp3_encoder, "BLOCK", 16)
    monkeypatch.setattr(CancellableSource, "cancel", cancel_and_tell)
    with pytest.raises(KeyboardInterrupt):
        write_mp3(HeldSamples(murmur().samples), io.BytesIO(), interrupt, jobs=2)
    assert len(late) <= 2
    assert encoding() == []
