"""A voice of ours speaks, kept nowhere: `feltsense_speaks.py VOICE LANGUAGE PACE SENTENCE…`."""

import sys
from collections.abc import Callable

from speaking import report

from feltsense.system.malloc import limit_heap_growth
from feltsense.units import SAMPLE_RATE, Wpm
from feltsense.voice.port import Utterance
from feltsense.voice.registry import open_voice


def load(name: str, language: str, pace: float) -> Callable[[str], float]:
    voice = open_voice(name)

    def speak(sentence: str) -> float:
        return voice.speak(Utterance(sentence, Wpm(int(pace)), language)).spoken.length / SAMPLE_RATE

    return speak


if __name__ == "__main__":
    name, language, pace, *sentences = sys.argv[1:]
    limit_heap_growth()  # as the program does
    report(lambda: load(name, language, float(pace)), sentences)
