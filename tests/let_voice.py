"""The small voice for programs that tests start: it waits for them where they say so.

LET names a file with a number: so many phrases are spoken, and the next waits until the number there has grown.
"""

import os
import threading
import time
from itertools import count
from pathlib import Path

from feltsense.errors import VoiceError
from feltsense.voice.port import Utterance
from sine_voice import SineVoice


class LetVoice(SineVoice):
    """Speaks as many phrases as a file lets it; what waits is given up when it is closed."""

    def __init__(self, let: Path) -> None:
        super().__init__(before=self._wait)
        self._let = let
        self._numbers = count(1)
        self._closing = threading.Event()

    def _wait(self, phrase: Utterance) -> None:
        number = next(self._numbers)
        while int(self._let.read_text("utf-8")) < number:
            if self._closing.is_set():
                raise VoiceError(f"It was closed before «{phrase.text}».")
            time.sleep(0.005)  # looks again; nothing depends on how long this is

    def close(self) -> None:
        self._closing.set()
        super().close()


def open_voice() -> SineVoice:
    """Return a new one, as a voice's module does."""
    let = os.environ.get("LET")
    return LetVoice(Path(let)) if let else SineVoice()
