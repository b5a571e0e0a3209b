"""Other voices of hibari; none of their files is here, so heart's own stands in for one."""

from pathlib import Path

import hibari
import numpy as np
import pytest

from feltsense.errors import VoiceError
from feltsense.units import Wpm
from feltsense.voice.added.model import AddedVoice, VoiceMeasures
from feltsense.voice.added.store import sha256_of
from feltsense.voice.heart.english import EnglishPhonemes
from feltsense.voice.heart.text import EnglishReader
from feltsense.voice.heart.voice import open_voice
from feltsense.voice.kokoro.signs import SIGN_IDS
from feltsense.voice.port import Utterance
from feltsense.voice.registry import open_added

MODEL = Path(hibari.__file__).parent / "assets" / "hibari.onnx"


def added(name: str, tag: str, measures: VoiceMeasures | None = None) -> AddedVoice:
    return AddedVoice("heart", name, (tag,), {"model": MODEL}, {"model": sha256_of(MODEL)}, "", "", measures)


def phonemes(text: str, say: tuple[tuple[str, str], ...] = (), *, british: bool) -> str:
    reader = EnglishPhonemes(EnglishReader("heart:x", british=british))
    return reader.phrase(Utterance(text, Wpm(130), "en", say), SIGN_IDS).phonemes


def test_a_british_voice_reads_british_english() -> None:
    assert phonemes("Hold on there.", british=True) == "hˈQld ˌɒn ðˈɛː."
    assert phonemes("Hold on there.", british=False) == "hˈOld ˌɔn ðˈɛɹ."


def test_pronunciations_are_those_of_its_own_english() -> None:
    say = (("qi", "/ˈtʃiː ɡəʊ/"),)
    assert phonemes("Qi and psoas.", say, british=True).startswith("ˈʧiː ɡQ and sˈQæz")
    assert phonemes("Qi and psoas.", say, british=False).startswith("ˈʧi ɡO ænd sˈOæz")


def test_it_sounds_otherwise_than_heart_and_tells_so() -> None:
    emma, heart = open_added(added("emma", "en-GB")), open_voice()
    utterance = Utterance("Hold on there.", Wpm(130), "en-GB")
    assert emma.name == "heart:emma"
    assert not np.array_equal(emma.speak(utterance).samples, heart.speak(utterance).samples)
    assert dict(emma.identity("en")).items() > dict(heart.identity("en")).items() - {("text", "")}
    assert emma.identity("en")["english"] == "british"
    assert open_added(added("kore", "en-US")).identity("en")["english"] == "american"
    emma.close()


def test_its_loudness_is_the_measured_one() -> None:
    assert open_added(added("emma", "en-GB", VoiceMeasures(-20.0, 0.08, 220))).loudness(Wpm(130)) == -20.0
    assert open_added(added("emma", "en-GB")).loudness(Wpm(130)) is None


def test_another_language_and_a_voice_that_was_not_added_are_refused() -> None:
    with pytest.raises(VoiceError, match="heart:emma speaks en-GB, and this is in de"):
        open_added(added("emma", "en-GB")).identity("de")
    with pytest.raises(VoiceError, match="heart:nobody"):
        open_voice("nobody")


def test_a_sign_with_sounds_of_its_own_is_said_by_them() -> None:
    assert "dˈɛltə" in phonemes("Feel the ∆ now.", (("∆", "/dˈɛltə/"),), british=False)
