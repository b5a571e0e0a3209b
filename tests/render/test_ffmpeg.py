"""Formats that ffmpeg writes, and what happens when it is missing or fails."""

import os
from pathlib import Path

import numpy as np
import pytest
from metadata_of import CHAPTERS, facts
from numpy.typing import NDArray

from feltsense.errors import RenderError
from feltsense.render.other_formats import write_with_ffmpeg
from feltsense.units import SAMPLE_RATE, Frames
from listening import decoded, probe
from tests_support import need


class Tones:
    """Twelve seconds of two tones that come and go."""

    length = Frames(12 * SAMPLE_RATE + 77)
    channels = 1

    def read(self, start: int, stop: int) -> NDArray[np.float32]:
        at = np.arange(start, stop) / SAMPLE_RATE
        tone: NDArray[np.float32] = (0.3 * np.sin(1400 * at) * np.sin(2 * at)).astype(np.float32)
        return tone.reshape(-1, 1)

    def quiet(self) -> tuple[tuple[Frames, Frames], ...]:
        return ()


class Wide(Tones):
    """The same on one side, softer on the other."""

    channels = 2

    def read(self, start: int, stop: int) -> NDArray[np.float32]:
        return super().read(start, stop) * np.array([1.0, 0.25], np.float32)


def written(folder: Path, form: str, source: Tones | None = None) -> Path:
    path = folder / f"a.{form}"
    write_with_ffmpeg(source or Tones(), path, form, facts(), lambda _done: None)
    return path


def fake_ffmpeg(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.mkdir()
    program = folder / "ffmpeg"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")


def test_flac_is_the_sound_itself(tmp_path: Path) -> None:
    need("ffmpeg", "ffprobe")
    source = Tones()
    heard = decoded(written(tmp_path, "flac"))
    assert heard.shape == (source.length, 1)
    assert np.abs(heard - source.read(0, source.length)).max() <= 1.5 / 32768


def test_two_sides_stay_apart(tmp_path: Path) -> None:
    need("ffmpeg", "ffprobe")
    source = Wide()
    assert np.abs(decoded(written(tmp_path, "flac", source)) - source.read(0, source.length)).max() <= 1.5 / 32768
    for form in ("m4a", "opus"):
        assert probe(written(tmp_path, form, source))["streams"][0]["channels"] == 2


@pytest.mark.parametrize("form", ["flac", "m4a", "opus"])
def test_length_and_words_about_it_are_right(form: str, tmp_path: Path) -> None:
    need("ffmpeg", "ffprobe")
    found = probe(written(tmp_path, form))
    assert float(found["format"]["duration"]) == pytest.approx(Tones.length / SAMPLE_RATE, abs=0.05)
    tags = {**found["format"].get("tags", {}), **found["streams"][0].get("tags", {})}
    told = {name.lower(): value for name, value in tags.items()}
    assert told["title"] == "Füße am Boden · 足"
    assert told["artist"] == "Ada Therapist"
    assert told["comment" if "comment" in told else "description"] == "A few minutes; a = b # c"
    if form != "flac":  # ffmpeg has no chapters for it
        assert [c["tags"]["title"] for c in found["chapters"]] == [c.title for c in CHAPTERS]


@pytest.mark.parametrize("form", ["flac", "m4a"])
def test_the_cover_is_in_it(form: str, tmp_path: Path) -> None:
    need("ffmpeg", "ffprobe")
    kinds = [stream["codec_name"] for stream in probe(written(tmp_path, form))["streams"]]
    assert "mjpeg" in kinds


@pytest.mark.parametrize("form", ["flac", "m4a", "opus"])
def test_the_same_sound_gives_the_same_bytes(form: str, tmp_path: Path) -> None:
    need("ffmpeg")
    (tmp_path / "again").mkdir()
    assert written(tmp_path, form).read_bytes() == written(tmp_path / "again", form).read_bytes()


def test_without_ffmpeg_it_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RenderError, match="ffmpeg is not here") as caught:
        written(tmp_path, "m4a")
    assert "apt install ffmpeg" in caught.value.hint


@pytest.mark.skipif(os.name == "nt", reason="the stand-in for ffmpeg is a shell script")
@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("echo 'No space left on device' >&2; exit 1", "No space left on device"),
        ("cat >/dev/null; echo 'out of order' >&2; exit 3", "out of order"),
        ("kill -9 $$", "no reason given"),
    ],
)
def test_an_ffmpeg_that_fails_is_an_error_with_its_words(
    script: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_ffmpeg(tmp_path / "bin", script, monkeypatch)
    with pytest.raises(RenderError, match=f"could not write the .m4a file: {told}"):
        written(tmp_path, "m4a")
