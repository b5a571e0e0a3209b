import os
import socket
import threading
import tracemalloc
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import NDArray

from feltsense.units import Frames
from feltsense.voice.cache_entry import pack_entry, read_speech, read_speech_info, unpack_entry
from feltsense.voice.port import Speech, SpeechInfo, SpokenWord
from sine_voice import tone

SPEECH = tone("Feel your feet on the floor.", 300)
KEY = "0a" * 32
WHOLE = pack_entry(SPEECH, KEY)
PCM_AT = len(WHOLE) - 2 * len(SPEECH.samples)


def bare(samples: NDArray[np.float32]) -> Speech:
    return Speech(samples, SpeechInfo(Frames(len(samples)), (), 0.0))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "entry"


def test_what_goes_in_comes_out(path: Path) -> None:
    path.write_bytes(WHOLE)
    read = read_speech(path, KEY)
    assert read is not None
    assert read.spoken == SPEECH.spoken == read_speech_info(path, KEY)
    assert read.samples.dtype == np.float32
    np.testing.assert_allclose(read.samples, SPEECH.samples, atol=0.5 / 32767 + 1e-7)


@given(arrays.arrays(np.float32, st.integers(0, 200), elements=st.floats(-4, 4, width=32)))
def test_any_samples_survive_to_16_bit_of_their_own_scale(samples: NDArray[np.float32]) -> None:
    read = unpack_entry(pack_entry(bare(samples), KEY), KEY)
    assert read is not None
    step = max(1.0, float(np.abs(samples).max(initial=0.0))) / 32767
    np.testing.assert_allclose(read.samples, samples, atol=0.51 * step)


def test_peaks_over_full_scale_are_not_cut() -> None:
    read = unpack_entry(pack_entry(tone("Loud.", 500, peak=2.5), KEY), KEY)
    assert read is not None
    assert np.abs(read.samples).max() == pytest.approx(2.5, rel=1e-3)


def test_words_of_any_script_survive(path: Path) -> None:
    words = (SpokenWord("“Træ”", Frames(0), Frames(3)), SpokenWord("静か", Frames(3), Frames(4)))
    path.write_bytes(pack_entry(Speech(np.zeros(7, np.float32), SpeechInfo(Frames(7), words, 1e-30)), KEY))
    spoken = read_speech_info(path, KEY)
    assert spoken is not None
    assert spoken.words == words
    assert spoken.true_peak == 1e-30


@pytest.mark.parametrize("bit", range(8))
def test_any_flipped_bit_makes_it_unreadable(bit: int) -> None:
    played = []
    for at in range(len(WHOLE)):
        damaged = bytearray(WHOLE)
        damaged[at] ^= 1 << bit
        if unpack_entry(bytes(damaged), KEY) is not None:
            played.append(at)
    assert played == []


def test_any_flipped_bit_in_the_header_is_seen_without_the_samples(path: Path) -> None:
    believed = []
    for at in range(PCM_AT):
        damaged = bytearray(WHOLE)
        damaged[at] ^= 1 << at % 8
        path.write_bytes(damaged)
        if read_speech_info(path, KEY) is not None:
            believed.append(at)
    assert believed == []


def test_cut_off_anywhere_it_is_unreadable(path: Path) -> None:
    path.write_bytes(WHOLE)
    for length in reversed(range(len(WHOLE))):
        with path.open("r+b") as file:
            file.truncate(length)
        assert read_speech_info(path, KEY) is None
        assert read_speech(path, KEY) is None


def test_something_added_makes_it_unreadable(path: Path) -> None:
    path.write_bytes(WHOLE + b"\0\0")
    assert read_speech_info(path, KEY) is None
    assert read_speech(path, KEY) is None


def test_under_another_key_it_is_another_phrase_and_unreadable(path: Path) -> None:
    path.write_bytes(WHOLE)
    other = "0b" * 32
    assert read_speech_info(path, other) is None
    assert read_speech(path, other) is None
    assert unpack_entry(WHOLE, other) is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no FIFOs on Windows")
def test_a_fifo_is_none_and_is_not_waited_for(path: Path) -> None:
    os.mkfifo(path)
    opened: list[object] = []
    reader = threading.Thread(
        target=lambda: opened.extend([read_speech_info(path, KEY), read_speech(path, KEY)]), daemon=True
    )
    reader.start()
    reader.join(10)
    assert opened == [None, None]


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="there are no such sockets on Windows")
def test_a_socket_and_a_device_are_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's whole path would be too long for some systems
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("entry")
        for path in (Path("entry"), Path(os.devnull)):
            assert read_speech_info(path, KEY) is None
            assert read_speech(path, KEY) is None


def test_another_version_is_not_ours(path: Path) -> None:
    assert WHOLE.startswith(b"feltsense speech 2\n")
    path.write_bytes(WHOLE.replace(b"feltsense speech 2\n", b"feltsense speech 3\n", 1))
    assert read_speech_info(path, KEY) is None
    assert read_speech(path, KEY) is None


def test_missing_or_no_file_is_none(path: Path) -> None:
    assert read_speech_info(path, KEY) is None
    assert read_speech(path, KEY) is None
    path.mkdir()
    assert read_speech_info(path, KEY) is None
    assert read_speech(path, KEY) is None


def test_a_header_longer_than_the_first_block_is_read_whole(path: Path) -> None:
    spoken = replace(SPEECH.spoken, words=tuple(SpokenWord(f"word{n}", Frames(n), Frames(1)) for n in range(5_000)))
    content = pack_entry(Speech(SPEECH.samples, spoken), KEY)
    assert len(content) > 50_000
    path.write_bytes(content)
    assert read_speech_info(path, KEY) == spoken


def test_lengths_are_read_without_the_samples(path: Path) -> None:
    path.write_bytes(pack_entry(bare(np.zeros(10_000_000, np.float32)), KEY))
    tracemalloc.start()
    try:
        spoken = read_speech_info(path, KEY)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert spoken is not None
    assert spoken.length == 10_000_000
    assert peak < 200_000
