"""What is cached of a render is only ever used when it is whole, and never changes a bit of the file."""

import io
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from mp3_sounds import RATE, Samples, by_miniaudio, by_mpg123, silence, voice_like, written
from numpy.typing import NDArray

from feltsense.mix.soundscapes.registry import soundscape
from feltsense.render import mp3_encoder, mp3_stream
from feltsense.render.cache import RenderCache, open_render_cache
from feltsense.render.mp3 import write_mp3
from feltsense.render.mp3_encoder import LAG, FrameEncoder, encoder_identity
from feltsense.render.mp3_frames import FRAME, split_frames
from feltsense.render.mp3_pieces import CancellableSource, PieceEncoder
from feltsense.system.cache_folder import CacheUsage
from feltsense.system.paths import Workspace
from listening import decoded
from tests_support import need

LIMIT = 1 << 20
ISLANDS = 4


@pytest.fixture
def cache(tmp_path: Path) -> RenderCache:
    return RenderCache(tmp_path / "audio_cache", LIMIT)


@pytest.fixture
def encoders(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that grows by the frames of each encoder that is made."""
    made: list[int] = []

    class CountedEncoder(FrameEncoder):
        def __init__(self, channels: int, frames: int) -> None:
            made.append(frames)
            super().__init__(channels, frames)

    monkeypatch.setattr(mp3_encoder, "FrameEncoder", CountedEncoder)
    return made


def phrases(*seeds: int, pause: float = 1.5) -> Samples:
    """Return sounds that each begin at the beginning of a frame, as phrases do after an elastic silence."""
    parts: list[NDArray[np.float32]] = []
    for seed in seeds:
        sound = np.concatenate([voice_like(0.5 + seed % 3 / 10, seed), silence(pause)])
        parts.append(np.pad(sound, (0, -len(sound) % FRAME)))
    return Samples(np.concatenate(parts))


def files(cache: RenderCache) -> list[Path]:
    return sorted(cache.folder.rglob("*.rendered"))


def test_what_is_cached_changes_no_bit_and_is_not_encoded_again(cache: RenderCache, encoders: list[int]) -> None:
    sound = phrases(1, 2, 3, 4)
    fresh = written(sound)
    assert written(sound, 2, cache) == fresh
    assert len(encoders) == 2 * ISLANDS
    assert written(sound, 3, cache) == fresh
    assert written(sound, 1, RenderCache(cache.folder, LIMIT)) == fresh
    assert len(encoders) == 2 * ISLANDS
    assert cache.usage().entries == ISLANDS


def test_a_phrase_that_changed_is_the_only_one_encoded_again(cache: RenderCache, encoders: list[int]) -> None:
    written(phrases(1, 2, 3, 4), 2, cache)
    encoders.clear()
    changed = phrases(1, 2, 5, 4)
    assert changed.length != phrases(1, 2, 3, 4).length
    assert written(changed, 2, cache) == written(changed)
    assert len(encoders) == 1 + ISLANDS


def test_a_silence_that_became_longer_encodes_nothing_again(cache: RenderCache, encoders: list[int]) -> None:
    written(phrases(1, 2, 3, 4), 2, cache)
    encoders.clear()
    longer = phrases(1, 2, 3, 4, pause=2.5)
    data = written(longer, 2, cache)
    assert encoders == []
    assert data == written(longer)


def test_the_same_sound_is_encoded_once(cache: RenderCache, encoders: list[int]) -> None:
    twice = phrases(1, 1)
    assert written(twice, 1, cache) == written(twice)
    assert len(encoders) == 1 + 2
    assert cache.usage().entries == 1


@pytest.mark.parametrize("decode", [decoded, by_miniaudio, by_mpg123])
def test_decoders_hear_every_sample_of_what_was_cached(
    cache: RenderCache, tmp_path: Path, decode: Callable[[Path], NDArray[np.float32]]
) -> None:
    need("ffmpeg", "ffprobe")
    written(phrases(1, 2, 3), 2, cache)
    sound = phrases(3, 4, 1, 2)
    path = tmp_path / "a.mp3"
    path.write_bytes(written(sound, 2, cache))
    heard = decode(path)
    assert heard.shape == sound.samples.shape
    assert np.abs(heard - sound.samples).max() < 0.03


def flip(path: Path, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


def put_other(path: Path) -> None:
    """Put another whole entry in its place."""
    other = next(each for each in path.parent.parent.rglob("*.rendered") if each != path)
    path.write_bytes(other.read_bytes())


def put_huge(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(1 << 40)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "cut": lambda path: path.write_bytes(path.read_bytes()[:-1]),
    "longer": lambda path: path.write_bytes(path.read_bytes() + b"\0"),
    "foreign": lambda path: path.write_bytes(b"\xff\xfb" * 2000),
    "another version": lambda path: path.write_bytes(path.read_bytes().replace(b"render 1", b"render 2")),
    "checksum": lambda path: flip(path, 40),
    "first frame": lambda path: flip(path, 60),
    "last byte": lambda path: flip(path, -1),
    "of another sound": put_other,
    "huge": put_huge,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_one_is_not_used_and_is_replaced(cache: RenderCache, encoders: list[int], damage: str) -> None:
    sound = phrases(1, 2, 3, 4)
    fresh = written(sound, 2, cache)
    whole = files(cache)[1].read_bytes()
    DAMAGES[damage](files(cache)[1])
    encoders.clear()
    assert written(sound, 2, cache) == fresh
    assert len(encoders) == 1
    assert files(cache)[1].read_bytes() == whole


@pytest.mark.skipif(os.name == "nt", reason="there are none on Windows")
@pytest.mark.parametrize("what", ["fifo", "folder", "device"])
def test_what_is_no_file_is_not_waited_for(cache: RenderCache, what: str) -> None:
    sound = phrases(1, 2, 3, 4)
    fresh = written(sound, 2, cache)
    place = files(cache)[1]
    place.unlink()
    match what:
        case "fifo":
            os.mkfifo(place)
        case "folder":
            place.mkdir()
        case _:
            place.symlink_to("/dev/zero")
    assert written(sound, 2, cache) == fresh


def test_entries_are_private_and_their_names_tell_nothing(cache: RenderCache) -> None:
    written(phrases(1, 2), 2, cache)
    for path in files(cache):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert len(bytes.fromhex(path.stem)) == 32
    assert [item for item in cache.folder.rglob("*") if item.is_file()] != []
    assert not list(cache.folder.rglob("*.unfinished"))


def test_it_keeps_to_its_limit_and_to_what_was_used_last(tmp_path: Path) -> None:
    size = 5_000
    cache = RenderCache(tmp_path, 10 * size)
    for number in range(30):
        cache.get_or_make(["test"], [b"%d" % number], lambda: bytes(size - 100))
        assert cache.usage().size <= cache.limit
        for path in files(cache):
            os.utime(path, (0, 0))
        cache.get_or_make(["test"], [b"0"], lambda: bytes(size - 100))  # it is used again and again
    assert cache.usage().entries >= 8
    assert cache.get_or_make(["test"], [b"0"], lambda: b"it had to be made again") == bytes(size - 100)


def test_a_workspace_gives_it_a_quarter_of_what_speech_may_take(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FELTSENSE_CACHE_LIMIT", "40MB")
    found = open_render_cache(Workspace(tmp_path)).usage()
    assert found == CacheUsage(tmp_path / "audio_cache", 0, 0, 10 * 1024**2)


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "audio_cache").write_text("not a folder")
    cache = RenderCache(tmp_path / "audio_cache", LIMIT)
    assert written(phrases(1, 2), 2, cache) == written(phrases(1, 2))


FULL = """
import resource, sys
from pathlib import Path
from test_render_cache import LIMIT, phrases, written
from feltsense.render.cache import RenderCache
resource.setrlimit(resource.RLIMIT_FSIZE, (3_000, 3_000))
sys.stdout.buffer.write(written(phrases(1, 2), 2, RenderCache(Path(sys.argv[1]), LIMIT)))
"""


@pytest.mark.skipif(os.name == "nt", reason="there are no such limits on Windows")
def test_a_disk_that_is_full_is_no_error_and_nothing_half_is_left(cache: RenderCache) -> None:
    run = subprocess.run(
        [sys.executable, "-c", FULL, str(cache.folder)],
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])},
        capture_output=True,
        check=True,
    )
    assert run.stdout == written(phrases(1, 2))
    assert [item for item in cache.folder.rglob("*") if item.is_file()] == []


CHUNKS = 4


@pytest.fixture
def over_rain(monkeypatch: pytest.MonkeyPatch) -> Samples:
    """Return phrases over rain; they are cut into a few chunks."""
    monkeypatch.setattr(mp3_stream, "_CHUNK", 2 * 49)
    spoken = phrases(1, 2, 3).samples
    return Samples(spoken + soundscape("rain").open().read(0, len(spoken)))


def test_over_a_background_all_chunks_are_cached_and_no_bit_is_changed(
    cache: RenderCache, encoders: list[int], over_rain: Samples
) -> None:
    fresh = written(over_rain)
    assert len(encoders) == CHUNKS
    assert written(over_rain, 2, cache) == fresh
    assert cache.usage().entries == CHUNKS
    encoders.clear()
    assert written(over_rain, 1, RenderCache(cache.folder, LIMIT)) == fresh
    assert encoders == []


def test_over_a_background_only_what_changed_is_encoded_again(
    cache: RenderCache, encoders: list[int], over_rain: Samples
) -> None:
    written(over_rain, 2, cache)
    encoders.clear()
    over_rain.samples[-RATE:] += voice_like(1)[:, None]
    assert written(over_rain, 2, cache) == written(over_rain)
    assert len(encoders) == 1 + CHUNKS


def test_a_short_sound_over_a_background_is_one_piece(cache: RenderCache, encoders: list[int]) -> None:
    short = Samples(soundscape("rain").open().read(0, 2 * RATE))
    fresh = written(short, 2, cache)
    encoders.clear()
    assert written(short, 2, cache) == fresh
    assert encoders == []
    assert fresh == written(short)


def test_what_ends_is_not_taken_for_what_goes_on(cache: RenderCache) -> None:
    sound = Samples(voice_like(3))
    pieces = PieceEncoder(CancellableSource(sound), cache)
    ended = pieces.whole(0, 40 + LAG)
    begun = pieces.begun(0, 40, 100)
    assert (len(split_frames(begun)), len(split_frames(ended))) == (40, 40 + LAG)
    assert begun == PieceEncoder(CancellableSource(sound)).begun(0, 40, 100)


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_chunk_is_not_used_and_is_replaced(
    cache: RenderCache, encoders: list[int], over_rain: Samples, damage: str
) -> None:
    fresh = written(over_rain, 2, cache)
    whole = files(cache)[1].read_bytes()
    DAMAGES[damage](files(cache)[1])
    encoders.clear()
    assert written(over_rain, 2, cache) == fresh
    assert len(encoders) == 1
    assert files(cache)[1].read_bytes() == whole


def test_without_a_seam_what_was_cached_is_encoded_on(
    cache: RenderCache, over_rain: Samples, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mp3_stream, "find_seam", lambda *_: None)
    fresh = written(over_rain, 2, cache)
    assert written(over_rain, 2, cache) == fresh == written(over_rain)


def test_whatever_changes_the_frames_makes_another_key(monkeypatch: pytest.MonkeyPatch) -> None:
    before = encoder_identity(1)
    assert encoder_identity(2) != before
    assert encoder_identity(1, ends=False) != before
    for name, value in (("_QUALITY", 5), ("KBPS", {1: 112}), ("ENCODING_VERSION", "0")):
        with monkeypatch.context() as patch:
            patch.setattr(mp3_encoder, name, value)
            assert encoder_identity(1) != before


def test_the_maker_and_what_it_makes_something_of_cannot_be_mistaken(cache: RenderCache) -> None:
    pairs = [(["a"], [b"b"]), (["a", "b"], [b""]), (["ab"], [b""]), (["a"], [b"b", b"c"]), ([], [b'["a"]b'])]
    for number, (maker, content) in enumerate(pairs):
        own = b"%d" % number
        assert cache.get_or_make(maker, content, lambda: own) == own  # noqa: B023 - it is called at once


def test_an_interrupt_ends_an_encoder_at_its_next_block(cache: RenderCache, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, over, fed = threading.Event(), threading.Event(), list[int]()
    feed, cancel = FrameEncoder.feed, CancellableSource.cancel

    def held(encoder: FrameEncoder, pcm: bytes) -> bytes:
        fed.append(len(pcm))
        if len(fed) == 2:  # of the second sound: the first has one block
            begun.set()
            assert over.wait(60)
        return feed(encoder, pcm)

    def cancel_and_tell(source: CancellableSource) -> None:
        cancel(source)
        over.set()

    def interrupt(_done: int) -> None:
        assert begun.wait(60)
        raise KeyboardInterrupt

    monkeypatch.setattr(FrameEncoder, "feed", held)
    monkeypatch.setattr(CancellableSource, "cancel", cancel_and_tell)
    long = Samples(np.concatenate([voice_like(1), silence(2), voice_like(20, 2), silence(2)]))
    assert long.length > 20 * RATE
    with pytest.raises(KeyboardInterrupt):
        write_mp3(long, io.BytesIO(), interrupt, 1, cache)
    assert len(fed) == 2
