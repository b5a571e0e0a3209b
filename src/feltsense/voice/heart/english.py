"""English text to phonemes, by the dictionaries that come with hibari. The voices kokoro read English with it too."""

from collections.abc import Container, Mapping

from hibari.g2p.normalize import normalize

from feltsense.errors import VoiceError
from feltsense.voice.heart.dictionaries import HeartDictionaries
from feltsense.voice.heart.phonemes import join_phonemes
from feltsense.voice.heart.text import EnglishReader, english_identity, text_for_heart
from feltsense.voice.phonemes import PhonemePhrase
from feltsense.voice.port import Utterance


class EnglishPhonemes:
    """Fits `Phonemes`. Loading takes 0.2 s, so it is made when something is spoken.

    Args:
        reader: whose English it is.
    """

    def __init__(self, reader: EnglishReader) -> None:
        self._reader = reader
        self._dictionaries = HeartDictionaries(british=reader.british)

    def phrase(self, utterance: Utterance, known: Container[str]) -> PhonemePhrase:
        """Return the phrase in phonemes.

        Raises:
            VoiceError: it cannot be read, wholly or in part.
        """
        g2p = self._dictionaries.g2p
        prepared = text_for_heart(utterance.text, utterance.say, known, self._reader)
        tokens = g2p.phonemize_tokens(g2p.tokenize(normalize(prepared)))
        said = join_phonemes(tokens, known, self._reader.name)
        if not said.words:
            raise VoiceError(
                f"The voice {self._reader.name} finds nothing to say in «{utterance.text}».", "Write it in other words."
            )
        return said

    def identity(self, language: str) -> Mapping[str, str]:  # noqa: ARG002 - of the port; it is always English
        """Return what changes the phonemes besides the utterance."""
        return english_identity(self._reader)

    def close(self) -> None:
        """Keep what loads quicker next time. It can still be asked afterwards."""
        self._dictionaries.keep()
