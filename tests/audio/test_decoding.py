"""Sound files of every kind: decoded, resampled, weighed; and files that are none."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from feltsense.errors import SoundError
from feltsense.mix.decoded_file import DecodedFile, frames_in
from feltsense.units import SAMPLE_RATE
from listening import loudness
from sounding import convert, pitch, tone, write_wav
from tests_support import need

ALL = 1 << 40


@pytest.mark.parametrize("form", ["wav", "flac", "ogg", "mp3", "m4a", "opus", "aiff"])
def test_every_format_gives_the_same_sound(tmp_path: Path, form: str) -> None:
    need("ffmpeg")
    source = write_wav(tmp_path / "source.wav", tone(2.5))
    options = ["-c:a", "libvorbis"] if form == "ogg" else []
    kept = DecodedFile(convert(source, tmp_path / f"a.{form}", *options), ALL)
    assert kept.channels == 1
    assert kept.whole
    assert kept.length == pytest.approx(2.5 * SAMPLE_RATE, abs=3000)
    middle = kept.read(SAMPLE_RATE // 2, 2 * SAMPLE_RATE)
    assert pitch(middle) == pytest.approx(330, abs=1)
    assert np.abs(middle).max() == pytest.approx(0.3, abs=0.03)


@pytest.mark.parametrize("form", ["wav", "flac", "ogg", "mp3"])
def test_the_common_formats_need_no_ffmpeg(tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    need("ffmpeg")
    source = write_wav(tmp_path / "source.wav", tone(1))
    path = convert(source, tmp_path / f"a.{form}", *(["-c:a", "libvorbis"] if form == "ogg" else []))
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    assert pitch(DecodedFile(path, ALL).read(5000, 40_000)) == pytest.approx(330, abs=2)


def test_a_wrong_ending_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    assert DecodedFile(write_wav(tmp_path / "really-a-wav.mp3", tone(1)), ALL).length == SAMPLE_RATE


@pytest.mark.parametrize("rate", [8000, 22_050, 48_000, 96_000])
def test_other_rates_are_resampled_cleanly(tmp_path: Path, rate: int) -> None:
    kept = DecodedFile(write_wav(tmp_path / "a.wav", tone(2, rate=rate), rate), ALL)
    assert kept.length == pytest.approx(2 * SAMPLE_RATE, abs=2)
    middle = kept.read(20_000, 60_000)[:, 0]
    spectrum = 20 * np.log10(np.abs(np.fft.rfft(middle * np.blackman(len(middle)))) + 1e-9)
    away = np.abs(np.fft.rfftfreq(len(middle), 1 / SAMPLE_RATE) - 330) > 40
    assert spectrum[away].max() < spectrum.max() - 80


def test_two_sides_stay_two_and_six_become_two(tmp_path: Path) -> None:
    need("ffmpeg")
    sides = np.stack([tone(1, 300), tone(1, 500)], axis=1)
    kept = DecodedFile(write_wav(tmp_path / "two.wav", sides), ALL)
    assert [round(pitch(kept.read(0, SAMPLE_RATE)[:, [side]])) for side in (0, 1)] == [300, 500]
    six = write_wav(tmp_path / "six.wav", np.repeat(tone(1)[:, None] * 0.3, 6, axis=1))
    assert DecodedFile(six, ALL).channels == 2
    assert DecodedFile(convert(six, tmp_path / "six.m4a"), ALL).channels == 2


def test_its_loudness_is_what_others_measure(tmp_path: Path) -> None:
    need("ffmpeg", "ffprobe")
    rng = np.random.default_rng(1)
    swell = np.sin(np.arange(30 * SAMPLE_RATE) / SAMPLE_RATE * 0.4) ** 2
    sound = (0.2 * rng.standard_normal((30 * SAMPLE_RATE, 2)) * swell[:, None]).astype(np.float32)
    path = write_wav(tmp_path / "a.wav", np.clip(sound, -0.99, 0.99))
    measured = DecodedFile(path, ALL).loudness
    assert measured == pytest.approx(loudness(path)[0], abs=0.15)


def test_any_part_is_at_hand_in_any_order(tmp_path: Path) -> None:
    sound = tone(3)
    kept = DecodedFile(write_wav(tmp_path / "a.wav", sound), ALL)
    for start, stop in ((100_000, 100_010), (0, 5), (50_000, 90_000)):
        assert kept.read(start, stop)[:, 0] == pytest.approx(sound[start:stop], abs=1e-4)


def test_only_as_much_as_is_needed_is_decoded(tmp_path: Path) -> None:
    kept = DecodedFile(write_wav(tmp_path / "a.wav", tone(5)), 2 * SAMPLE_RATE)
    assert (kept.length, kept.whole) == (2 * SAMPLE_RATE, False)


def test_its_length_is_known_without_keeping_it(tmp_path: Path) -> None:
    need("ffmpeg")
    source = write_wav(tmp_path / "a.wav", tone(2, rate=48_000), 48_000)
    assert frames_in(source) == 2 * SAMPLE_RATE
    assert frames_in(convert(source, tmp_path / "a.m4a")) == pytest.approx(2 * SAMPLE_RATE, abs=3000)


def damaged(folder: Path, kind: str) -> Path:
    path = folder / f"{kind}.mp3"
    match kind:
        case "empty":
            path.write_bytes(b"")
        case "text":
            path.write_text("No sound, only words. " * 500)
        case "noise":
            path.write_bytes(np.random.default_rng(3).bytes(300_000))
        case "picture":
            path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(5000))
        case "header":
            path.write_bytes(write_wav(folder / "a.wav", tone(1)).read_bytes()[:44])
    return path


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("empty", "“empty.mp3” is empty."),
        ("text", "“text.mp3” is no sound file, or it is damaged"),
        ("noise", "“noise.mp3” is no sound file, or it is damaged"),
        ("picture", "“picture.mp3” is no sound file, or it is damaged"),
        ("header", "“header.mp3” "),
    ],
)
@pytest.mark.parametrize("ffmpeg", [True, False])
def test_what_is_no_sound_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, told: str, *, ffmpeg: bool
) -> None:
    if ffmpeg:
        need("ffmpeg")
    else:
        monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    with pytest.raises(SoundError) as caught:
        DecodedFile(damaged(tmp_path, kind), ALL)
    assert caught.value.message.startswith(told)
    assert caught.value.hint


def test_a_file_that_breaks_off_says_where(tmp_path: Path) -> None:
    need("ffmpeg")
    noise = np.random.default_rng(2).uniform(-0.3, 0.3, 9 * SAMPLE_RATE).astype(np.float32)
    whole = convert(write_wav(tmp_path / "a.wav", noise), tmp_path / "a.flac").read_bytes()
    (tmp_path / "cut.flac").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(SoundError, match=r"“cut\.flac” breaks off after 4 of its 9 seconds\."):
        DecodedFile(tmp_path / "cut.flac", ALL)


def test_what_needs_ffmpeg_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.m4a").write_bytes(b"\0\0\0\x20ftypM4A " + bytes(3000))
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    with pytest.raises(SoundError, match=r"“a\.m4a” can be read with ffmpeg alone") as caught:
        DecodedFile(tmp_path / "a.m4a", ALL)
    assert "apt install ffmpeg" in caught.value.hint


def test_a_playlist_leads_nowhere(tmp_path: Path) -> None:
    need("ffmpeg")
    write_wav(tmp_path / "secret.wav", tone(1))
    (tmp_path / "list.m4a").write_text("#EXTM3U\n#EXTINF:1,\nsecret.wav\n")
    (tmp_path / "concat.m4a").write_text("ffconcat version 1.0\nfile secret.wav\n")
    for name in ("list.m4a", "concat.m4a"):
        with pytest.raises(SoundError, match="is no sound file"):
            DecodedFile(tmp_path / name, ALL)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_a_long_file_fills_no_memory(tmp_path: Path) -> None:
    """Six minutes would be 64 MB as samples."""
    short, long = (tmp_path / f"{minutes}.wav" for minutes in (1, 6))
    write_wav(short, tone(60))
    with long.open("wb") as out:
        piece = short.read_bytes()
        out.write(piece[:4] + (6 * len(piece)).to_bytes(4, "little") + piece[8:40])
        out.write((6 * (len(piece) - 44)).to_bytes(4, "little"))
        for _ in range(6):
            out.write(piece[44:])
    told = (
        "import resource, sys; from pathlib import Path; from feltsense.mix.decoded_file import DecodedFile\n"
        "kept = DecodedFile(Path(sys.argv[1]), 1 << 40); kept.read(kept.length - 99, kept.length)\n"
        "print(kept.length, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    )
    ran = [
        subprocess.run([sys.executable, "-c", told, str(path)], check=True, capture_output=True, text=True).stdout
        for path in (short, long)
    ]
    (short_frames, short_mb), (long_frames, long_mb) = (map(int, each.split()) for each in ran)
    assert (short_frames, long_frames) == (60 * SAMPLE_RATE, 360 * SAMPLE_RATE)
    assert long_mb < short_mb + 40
