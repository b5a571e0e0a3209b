"""The therapist's desk in figures: how near estimates come to real speech, and how soon a save is heard.

Prints two tables; asserts nothing. Speech is kept in a folder of its own that is removed afterwards.
"""

import statistics
import tempfile
import time
from pathlib import Path
from threading import Event

import numpy as np
from numpy.typing import NDArray

from feltsense.authoring.diff import changed_phrases, excerpt
from feltsense.authoring.file_watcher import POLL_S, FileWatcher
from feltsense.authoring.preview_player import LivePlayer
from feltsense.playback.clock import SystemClock
from feltsense.playback.outputs import registry
from feltsense.playback.outputs.silent_output import SilentOutput
from feltsense.playback.port import Feed
from feltsense.practice.engine import AudioEngine
from feltsense.script.parser import parse
from feltsense.system.paths import Workspace
from feltsense.timeline.estimate import estimate_speech
from feltsense.timeline.expand import expand
from feltsense.timeline.utterances import utterances_of
from feltsense.voice.registry import open_voice
from feltsense.voice.synthesiser import Synthesiser

EXERCISES = Path(__file__).parents[1] / "exercises"
SAVES = 8


class Ear(SilentOutput):
    """A silent output that notes when the first sound is taken."""

    heard = Event()

    def start(self, feed: Feed) -> None:
        super().start(Overheard(feed))


class Overheard:
    """Fits `Feed`."""

    def __init__(self, feed: Feed) -> None:
        self._feed = feed

    def pull(self, count: int) -> NDArray[np.int16]:
        block = self._feed.pull(count)
        if np.abs(block).max(initial=0) > 30:
            Ear.heard.set()
        return block

    def available(self) -> int:
        return self._feed.available()


def estimates() -> None:
    print(f"{'speech, estimated against real':42} {'whole':>7} {'phrases':>8}")
    with Synthesiser(open_voice("heart"), None) as speaker:
        for path in sorted(EXERCISES.glob("*.md"))[::4]:
            exercise = parse(path.read_bytes(), path.stem).exercise
            version = expand(exercise, max(exercise.front.minutes))
            said = [each for each, _ in utterances_of(exercise.front, version.steps)]
            real = [speaker.measure(each).length for each in said]
            guessed = [estimate_speech(each).length for each in said]
            off = statistics.mean(abs(g / r - 1) for g, r in zip(guessed, real, strict=True))
            print(f"{path.stem:42} {sum(guessed) / sum(real) - 1:+7.1%} {off:8.1%}")


def from_save_to_sound() -> None:
    registry.OUTPUTS["ear"] = lambda _clock: Ear(SystemClock())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "script.md"
        text = (EXERCISES / "feet-on-the-floor.md").read_text("utf-8")
        path.write_text(text, "utf-8")
        before = parse(text, "script").exercise
        stage = AudioEngine(Workspace(Path(folder)))
        player, watcher = LivePlayer(stage, "ear"), FileWatcher(path, 1 << 17)
        player.open()
        player.warm(excerpt(before, changed_phrases(parse("", "script").exercise, before)), None)
        watcher.accept(watcher.look().content)
        took = []
        for number in range(SAVES):
            Ear.heard.clear()
            path.write_text(text + f"\nSomething new is here, number {number}.\n", "utf-8")
            start = time.perf_counter()
            while (content := watcher.look().content) is None:
                time.sleep(POLL_S)
            watcher.accept(content)
            after = parse(content.source, "script").exercise
            player.speak(excerpt(after, changed_phrases(before, after)), None)
            Ear.heard.wait()
            took.append((time.perf_counter() - start) * 1000)
            before = after
            time.sleep(4)  # until it is quiet again
        player.close()
        stage.close()
    middle = statistics.median(took)
    print(f"\nfrom a save to its sound: {min(took):.0f} to {max(took):.0f} ms, {middle:.0f} in the middle")


if __name__ == "__main__":
    estimates()
    from_save_to_sound()
