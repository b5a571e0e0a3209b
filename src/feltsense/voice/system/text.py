"""What the engines of the voice `system` are given: plain words, with respellings in the place of words."""

import re
from dataclasses import replace

from feltsense.script.text import spoken
from feltsense.voice.port import Utterance
from feltsense.voice.validate import asked

TEXT_VERSION = "1"
"""Part of the voice's identity: raise it when the same phrase would be read differently."""

_CALLED_BY_NAME = re.compile(r"[|^~]")
"""Signs that they would read out as “vertical bar”; emphasis marks and pictures are taken out by `spoken`."""


def prepared(utterance: Utterance) -> str:
    """Return the text to speak for an utterance that went through `asked`.

    Respellings replace whole words in any case, the longest first and each place once. A pronunciation in `/ipa/` is
    left out: the engines share no way to give them phonemes, so the word stays as it is written.

    Raises:
        VoiceError: a respelling made a phrase of it that cannot be spoken.
    """
    respellings = {word.casefold(): said for word, said in utterance.say if word and not _is_ipa(said)}
    text = utterance.text
    if respellings:
        words = "|".join(re.escape(word) for word in sorted(respellings, key=len, reverse=True))
        pattern = re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
        text = pattern.sub(lambda found: respellings.get(found.group().casefold(), found.group()), text)
    return asked(replace(utterance, text=spoken(_CALLED_BY_NAME.sub(" ", text)))).text


def _is_ipa(said: str) -> bool:
    return len(said) > 2 and said.startswith("/") and said.endswith("/")
