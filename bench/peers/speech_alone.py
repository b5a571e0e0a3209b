"""The other limit: every phrase spoken once, in one thread on one core, kept nowhere.

`python speech_alone.py SCRIPT`.
"""

import os
import sys
from pathlib import Path

from feltsense.script.parser import parse
from feltsense.timeline.expand import expand
from feltsense.timeline.utterances import utterances_of
from feltsense.voice.registry import open_voice


def main(path: str) -> None:
    if sys.platform == "linux":
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    exercise = parse(Path(path).read_bytes(), Path(path).stem).exercise
    voice = open_voice(exercise.front.voice)
    for utterance in dict(utterances_of(exercise.front, expand(exercise, None).steps)):
        voice.speak(utterance)
    voice.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
