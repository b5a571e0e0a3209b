"""From the key to the sound with nothing in the cache, beside speaking all of it before: what playing waits for.

`python bench/first_sound.py`. The voice is loaded, as it is by the time that somebody has chosen an exercise. Prints
medians of runs in turn, by the clock; asserts nothing.
"""

import queue
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from feltsense.practice.engine import AudioEngine
from feltsense.practice.preparation import PracticeRequest
from feltsense.practice.session import Session
from feltsense.script.options import VersionOptions
from feltsense.script.parser import parse
from feltsense.system.paths import Workspace
from feltsense.timeline.model import SpeechEvent

if TYPE_CHECKING:
    from feltsense.practice.events import Event
    from feltsense.practice.player import ExercisePlayer
from measure import pin
from render import EXERCISES

ROUNDS = 5
WANTED = (("feet-on-the-floor", 3.0, 0.10), ("long-body-scan", 20.0, 0.05))
MOVES_AIM_MS = 100


def timed(slug: str, minutes: float) -> tuple[float, float, float]:
    """Return the seconds until the position moves, until the first words are there, and to speak all of it first."""
    exercise = parse((EXERCISES / f"{slug}.md").read_bytes(), slug).exercise
    options = VersionOptions(minutes)
    with tempfile.TemporaryDirectory() as folder:
        engine = AudioEngine(Workspace(Path(folder)), "silent")
        engine.warm(exercise.front.voice)
        events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        session = Session(PracticeRequest(exercise, EXERCISES, options), engine, None, events.put)
        begun = time.perf_counter()
        session.play()
        player = moving(session)
        moves = time.perf_counter() - begun
        performance = player.performance
        first = next(tile.start for tile in performance.timeline.tiles if isinstance(tile, SpeechEvent))
        performance.mix.read(first, first + 1)
        words = time.perf_counter() - begun
        session.close()
        engine.close()
    with tempfile.TemporaryDirectory() as folder:
        engine = AudioEngine(Workspace(Path(folder)), "silent")
        engine.warm(exercise.front.voice)
        begun = time.perf_counter()
        engine.perform(exercise, options, EXERCISES, lambda _done, _total: None)
        whole = time.perf_counter() - begun
        engine.close()
    return moves, words, whole


def moving(session: Session) -> "ExercisePlayer":
    """Return the session's player once its position moves, to a millisecond."""
    while True:
        player = session.player
        if player is not None and player.position > 0:
            return player
        time.sleep(0.001)


def main() -> None:
    pin()
    print(f"{'':22}{'moves ms':>10}{'words ms':>10}{'all first s':>13}{'words ratio':>13}{'aim':>7}")
    timed(*WANTED[0][:2])  # everything is imported
    for slug, minutes, aim in WANTED:
        rows = [timed(slug, minutes) for _ in range(ROUNDS)]
        moves, words, whole = (statistics.median(column) for column in zip(*rows, strict=True))
        ratio = statistics.median(word / all_of_it for _, word, all_of_it in rows)
        print(f"{slug:22}{moves * 1000:10.0f}{words * 1000:10.0f}{whole:13.2f}{ratio:13.3f}{aim:7.2f}")
    print(f"the position is to move within {MOVES_AIM_MS} ms")


if __name__ == "__main__":
    main()
