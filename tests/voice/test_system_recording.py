import subprocess
import wave
from pathlib import Path

import numpy as np
import pytest

from feltsense.voice.system.recording import Recording, read_recording
from feltsense.voice.system.voice import _samples
from tests_support import need

RATE = 22_050


def write(path: Path, samples: list[int], channels: int = 1, width: int = 2) -> Path:
    with wave.open(str(path), "wb") as sound:
        sound.setparams((channels, width, RATE, 0, "NONE", ""))
        sound.writeframes(np.array(samples, "<i2").tobytes())
    return path


def test_a_wav_file_is_read(tmp_path: Path) -> None:
    found = read_recording(write(tmp_path / "a.wav", [0, 16384, -32768]))
    assert found == Recording(np.array([0, 16384, -32768], "<i2").tobytes(), "<i2", 1, RATE)
    np.testing.assert_array_equal(_samples(found), np.array([0, 0.5, -1], np.float32))


def test_two_channels_become_one(tmp_path: Path) -> None:
    found = read_recording(write(tmp_path / "a.wav", [16384, 0, -16384, -16384], channels=2))
    np.testing.assert_array_equal(_samples(found), np.array([0.25, -0.5], np.float32))


@pytest.mark.parametrize("codec", ["pcm_s16be", "pcm_s16le"])
@pytest.mark.parametrize("channels", [1, 2])
def test_aiff_is_read_whatever_it_is_called(tmp_path: Path, codec: str, channels: int) -> None:
    need("ffmpeg")
    samples = np.random.default_rng(0).integers(-30_000, 30_000, 5000 * channels).tolist()
    plain = write(tmp_path / "a.wav", samples, channels)
    other = tmp_path / "b.wav"
    subprocess.run(["ffmpeg", "-v", "error", "-i", str(plain), "-c:a", codec, "-f", "aiff", str(other)], check=True)
    assert other.read_bytes()[:4] == b"FORM"
    assert read_recording(other).rate == RATE
    np.testing.assert_array_equal(_samples(read_recording(other)), _samples(read_recording(plain)))


def test_a_file_cut_off_anywhere_is_refused(tmp_path: Path) -> None:
    need("ffmpeg")
    wav = write(tmp_path / "a.wav", list(range(20)))
    aiff = tmp_path / "a.aiff"
    subprocess.run(["ffmpeg", "-v", "error", "-i", str(wav), str(aiff)], check=True)
    cut = tmp_path / "cut"
    for whole in (wav.read_bytes(), aiff.read_bytes()):
        for length in range(len(whole)):
            cut.write_bytes(whole[:length])
            with pytest.raises(ValueError, match="sound"):
                read_recording(cut)


def test_what_is_no_such_sound_is_refused(tmp_path: Path) -> None:
    empty, bytewise = write(tmp_path / "a.wav", []), write(tmp_path / "b.wav", [1, 2], width=1)
    for path, told in ((empty, "empty"), (bytewise, "8 bits")):
        with pytest.raises(ValueError, match=told):
            read_recording(path)
    other = tmp_path / "c.wav"
    for content in (
        b"FORM\0\0\0\x04AIFF",
        b"FORM\0\0\0\x26AIFCCOMM\0\0\0\x16" + b"\x7f\xff" * 9 + b"ulaw",
        b"ID3" * 99,
    ):
        other.write_bytes(content)
        with pytest.raises(ValueError, match="sound"):
            read_recording(other)
    with pytest.raises(OSError, match="missing"):
        read_recording(tmp_path / "missing.wav")
