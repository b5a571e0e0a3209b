"""piper-tts speaks: `piper_tts_speaks.py MODEL LENGTH SENTENCE…`. It runs where that is installed."""

import sys
from collections.abc import Callable

from piper import PiperVoice, SynthesisConfig
from speaking import one_thread, report, speech_seconds


def load(model: str, length: float) -> Callable[[str], float]:
    voice = PiperVoice.load(model)
    voice.session = one_thread(model)
    wanted = SynthesisConfig(length_scale=length)

    def speak(sentence: str) -> float:
        chunks = list(voice.synthesize(sentence, wanted))
        return sum(speech_seconds(chunk.audio_float_array, chunk.sample_rate) for chunk in chunks)

    return speak


if __name__ == "__main__":
    model, length, *sentences = sys.argv[1:]
    report(lambda: load(model, float(length)), sentences)
