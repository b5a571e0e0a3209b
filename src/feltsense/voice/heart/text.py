"""Text for the neural voice: pronunciations applied, what it misreads replaced, what it cannot read refused."""

import importlib.metadata
import re
import unicodedata
from collections.abc import Container, Mapping
from dataclasses import dataclass

from feltsense.errors import VoiceError
from feltsense.voice.readings import SAID_AS_THEY_ARE, read_aloud, readings_version, signs_to_say

HEART_TEXT_VERSION = f"3/{readings_version()}"
"""Part of the voice's identity: raise it when the same text would be read differently."""


@dataclass(frozen=True, slots=True)
class EnglishReader:
    """Whose English it is."""

    name: str
    """The voice's, for messages."""
    british: bool = False


HEART_READER = EnglishReader("heart")


def english_identity(reader: EnglishReader) -> Mapping[str, str]:
    """Return what changes the phonemes of English besides the utterance."""
    return {
        "phonemes": f"hibari-tts {importlib.metadata.version('hibari-tts')}",
        "english": "british" if reader.british else "american",
        "text": HEART_TEXT_VERSION,
    }


_DEFAULTS = (
    (r"sh+", "hush"),
    (r"vo{2,}", "/vˈuu/"),
    (r"wind(?=[ -]downs?\b)", "/wˈInd/"),
    (r"interoception", "/ˌɪntəɹOsˈɛpʃən/"),
    (r"interoceptive", "/ˌɪntəɹOsˈɛptɪv/"),
    (r"psoas", "/sˈOæz/"),
    (r"no(?=\.(?!\s*\d))", "/nˈO/"),
)
"""Words of somatic practice that it misreads or spells. A script's own `say` goes before them.

It has no bare sh: phonemes alone give a hum. A hush is the nearest that it can say. A no at a
sentence's end is no number, as in “no. 5”.
"""

_TRANSCRIBED = (
    ("tʃ", "ʧ"), ("dʒ", "ʤ"), ("eɪ", "A"), ("aɪ", "I"), ("oʊ", "O"), ("əʊ", "O"), ("aʊ", "W"), ("ɔɪ", "Y"),
    ("ɝ", "ɜɹ"), ("ɚ", "əɹ"), ("r", "ɹ"), ("g", "ɡ"), ("'", "ˈ"), ("’", "ˈ"), (".", ""), ("͡", ""), ("ː", ""),
)  # fmt: skip
"""From the phonetic alphabet of dictionaries to the model's, which has one sign for each diphthong."""

_BRITISH = (
    ("oʊ", "Q"),
    ("əʊ", "Q"),
    ("O", "Q"),
    ("ɝ", "ɜː"),
    ("ɚ", "ə"),
    *(pair for pair in _TRANSCRIBED if pair[0] != "ː"),
)
"""The same for the voices of Britain, which go another way in some, and know length."""

_NOT_READ = re.compile(r"[*_`~|\\^<>«»‹›]|#(?!\d)")
"""Signs that it would call by name or stumble over."""

_IN_SOUNDS = re.compile(r"\[[^\[\]]*\]\(/[^/()]*/\)")
"""A word that is given in sounds, and may so be written with any sign."""

_HUGE_NUMBER = re.compile(r"\d[\d,]{15,}")
"""It knows no names for numbers of so many digits, and fails."""


def text_for_heart(
    text: str, say: tuple[tuple[str, str], ...], known: Container[str], reader: EnglishReader = HEART_READER
) -> str:
    """Return `text` as the engine takes it, with pronunciations as `[word](/phonemes/)`.

    Args:
        text: a phrase that went through `validate_utterance`.
        say: word → respelling, or `/ipa/`; whole words, in any case.
        known: the phonemes that the model has.
        reader: whose English it is.

    Raises:
        VoiceError: letters or numbers that the model cannot read, or phonemes that it does not have.
    """
    text = read_aloud(text, (word for word, _ in say))
    own = "".join(word for word, _ in say)
    plain = _NOT_READ.sub(lambda match: match[0] if match[0] in own else " ", text).replace("...", "…")
    said = _pronounced(re.sub(r"\s+", " ", plain).strip().lstrip("…,;:.!?—– "), say, known, reader)
    left = _IN_SOUNDS.sub(" ", said)
    _check_letters(left, reader)
    _check_signs(left, reader)
    if huge := _HUGE_NUMBER.search(left):
        raise VoiceError(
            f"The number {huge.group()} is too long for the voice {reader.name}.",
            "Write it in words, or in shorter parts.",
        )
    return said


def _check_letters(text: str, reader: EnglishReader) -> None:
    for letter in text:
        latin = unicodedata.name(letter, "").startswith(("LATIN ", "FEMININE ", "MASCULINE "))
        if (letter.isalpha() and not latin) or (letter.isdigit() and not letter.isascii() and letter not in "¹²³"):
            raise VoiceError(
                f"The voice {reader.name} reads English only; it cannot read «{letter}» in «{text}».",
                "Write it in Latin letters, or use the voice system with the script's language.",
            )


def _check_signs(text: str, reader: EnglishReader) -> None:
    for sign in signs_to_say(text):
        if sign not in SAID_AS_THEY_ARE:
            raise VoiceError(f"The voice {reader.name} has no word for «{sign}» in «{text}».", "Write it in words.")


def _pronounced(text: str, say: tuple[tuple[str, str], ...], known: Container[str], reader: EnglishReader) -> str:
    """Put in every pronunciation in one pass, so that none is applied to the outcome of another."""
    own = [(re.escape(word), spoken) for word, spoken in say if word]
    table = [*sorted(own, key=lambda entry: -len(entry[0])), *_DEFAULTS]
    pattern = re.compile("|".join(rf"(?<!\w)({word})(?!\w)" for word, _ in table), re.IGNORECASE)

    def one(found: re.Match[str]) -> str:
        word, spoken = found.group(), table[(found.lastindex or 1) - 1][1]
        return f"[{word}](/{_phonemes(word, spoken[1:-1], known, reader)}/)" if _is_ipa(spoken) else spoken

    return pattern.sub(one, text)


def _is_ipa(spoken: str) -> bool:
    return len(spoken) > 2 and spoken.startswith("/") and spoken.endswith("/")


def _phonemes(word: str, ipa: str, known: Container[str], reader: EnglishReader) -> str:
    """Return `ipa` in the model's alphabet; a sign that it lacks would be dropped without a word."""
    phonemes = ipa
    for written, meant in _BRITISH if reader.british else _TRANSCRIBED:
        phonemes = phonemes.replace(written, meant)
    for sign in phonemes:
        if sign not in known:
            raise VoiceError(
                f"The voice {reader.name} has no sound for «{sign}» in the pronunciation /{ipa}/ of «{word}».",
                "Use the signs of American English, or write a respelling without slashes.",
            )
    return phonemes
