"""Players over the network as it is served: a browser that seeks, ffmpeg, curl. All on this machine."""

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import numpy as np
import pytest
from sharing import Shared, sharing

from browsing import phone_page
from tests_support import need

if TYPE_CHECKING:
    from playwright.sync_api import Browser

RATE = 44_100
LENGTH_S = 60
LOWEST_HZ, RISE = 200.0, 200.0
"""The sound rises by so many Hertz a second: what is heard tells where it is."""

PAGE = b"<!doctype html><html lang=en><title>Sound</title><link rel=icon href=data:,><audio src=sound.mp3 controls>"

LISTEN = """async (places) => {
  const audio = document.querySelector("audio");
  const context = new AudioContext({sampleRate: 44100});
  await context.resume();
  const analyser = context.createAnalyser();
  analyser.fftSize = 4096;
  const source = context.createMediaElementSource(audio);
  source.connect(analyser);
  source.connect(context.destination);
  const heard = [];
  for (const place of places) {
    audio.currentTime = place;
    await new Promise((resolve) => audio.addEventListener("seeked", resolve, {once: true}));
    await audio.play();
    while (audio.currentTime < place + 0.3) await new Promise(requestAnimationFrame);
    for (let look = 0; look < 9; look++) {
      await new Promise(requestAnimationFrame);
      const samples = new Float32Array(analyser.fftSize);
      analyser.getFloatTimeDomainData(samples);
      heard.push([place, audio.currentTime, Array.from(samples)]);
    }
    audio.pause();
  }
  return heard;
}"""


def rising() -> bytes:
    """Return samples, 16 bits each, of a tone that rises."""
    times = np.arange(LENGTH_S * RATE) / RATE
    wave = np.sin(2 * np.pi * (LOWEST_HZ * times + RISE / 2 * times**2))
    return (wave * 20_000).astype("<i2").tobytes()


def time_in(samples: Sequence[float]) -> float:
    """Return where in the sound the middle of some samples is, in seconds."""
    wave = np.asarray(samples) * np.hanning(len(samples))
    found = np.abs(np.fft.rfft(wave))
    peak = int(found.argmax())
    before, at, after = np.log(found[peak - 1 : peak + 2])
    hertz = (peak + (before - after) / (2 * (before - 2 * at + after))) * RATE / len(samples)
    return float((hertz - LOWEST_HZ) / RISE)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A minute of MP3 with a tag of 60 kB, as one with a cover has it."""
    need("ffmpeg")
    folder = tmp_path_factory.mktemp("sound")
    raw = ("-f", "s16le", "-ar", str(RATE), "-ac", "1", "-i", "-")
    told = ("-b:a", "96k", "-metadata", f"comment={'x' * 60_000}")
    subprocess.run(["ffmpeg", "-v", "error", *raw, *told, str(folder / "sound.mp3")], input=rising(), check=True)
    return folder / "sound.mp3"


@pytest.fixture(scope="module")
def shared(sound: Path) -> Iterator[Shared]:
    with sharing({"index.html": PAGE, "sound.mp3": sound}) as made:
        yield made


@pytest.mark.slow
def test_a_browser_seeks_to_the_place(browser: "Browser", shared: Shared) -> None:
    places = [0.0, 10.0, 50.25, 3.5, 31.4]
    with phone_page(browser, shared.session.address) as phone:
        heard = phone.look(f"({LISTEN})({places})")
        assert phone.look("document.querySelector('audio').duration") == pytest.approx(LENGTH_S, abs=0.1)
    late = {place: median(told - time_in(samples) for at, told, samples in heard if at == place) for place in places}
    assert {place: round(late[place] - late[0.0], 3) for place in places if abs(late[place] - late[0.0]) > 0.05} == {}


@pytest.mark.parametrize("place", [0.0, 12.3, 45.67])
def test_ffmpeg_seeks_to_the_place(shared: Shared, sound: Path, place: float) -> None:
    def second_at(source: str) -> bytes:
        seek = ("-ss", str(place), "-i", source, "-t", "1", "-f", "s16le", "-")
        return subprocess.run(["ffmpeg", "-v", "error", *seek], capture_output=True, check=True).stdout

    over_http = second_at(f"{shared.session.address}sound.mp3")
    assert over_http == second_at(str(sound))
    middle = np.frombuffer(over_http[: 2 * 4096], "<i2")
    assert time_in(middle.tolist()) == pytest.approx(
        place + 2048 / RATE, abs=0.25
    )  # its own doing: of a file it lands there, too


def test_curl_takes_it_in_two_pieces(shared: Shared, sound: Path, tmp_path: Path) -> None:
    need("curl")
    part = tmp_path / "sound.mp3"
    part.write_bytes(sound.read_bytes()[:100_000])
    command = ["curl", "-sS", "--fail", "-C", "-", "-o", str(part), f"{shared.session.address}sound.mp3"]
    subprocess.run(command, check=True)
    assert part.read_bytes() == sound.read_bytes()
