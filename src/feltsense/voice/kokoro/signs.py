"""The signs of Kokoro's phonemes and their ids; how the phonetic alphabet is written with them; its languages. Pure."""

from dataclasses import dataclass
from types import MappingProxyType

KOKORO_SIGNS_VERSION = "1"
"""Part of the voices' identity: raise it when the same phonemes would be written otherwise."""

_SIGNS = (
    (1, ";:,.!?"), (9, '—…"()“” \u0303ʣʥʦʨᵝꭧAI'), (31, "O"), (33, "Q"), (35, "ST"), (39, "W"), (41, "Yᵊabcdef"),
    (50, "hijklmnopqrstuvwxyzɑɐɒæ"), (75, "βɔɕç"), (80, "ɖðʤə"), (85, "ɚɛɜ"), (90, "ɟ"), (92, "ɡ"), (99, "ɥ"),
    (101, "ɨɪʝ"), (110, "ɯɰŋɳɲɴø"), (118, "ɸθœ"), (123, "ɹ"), (125, "ɾɻ"), (128, "ʁɽʂʃʈʧ"), (135, "ʊʋ"), (138, "ʌɣɤ"),
    (142, "χʎ"), (147, "ʒʔ"), (156, "ˈˌː"), (162, "ʰ"), (164, "ʲ"), (169, "↓"), (171, "→↗↘"), (177, "ᵻ"),
)  # fmt: skip
"""The id of the first sign of a run, and the run. Kokoro 1.0 has 114."""

SIGN_IDS = MappingProxyType({sign: first + place for first, run in _SIGNS for place, sign in enumerate(run)})
"""Sign → id."""

_PAIRS = (
    ("a^ɪ", "I"), ("a^ʊ", "W"), ("d^z", "ʣ"), ("d^ʒ", "ʤ"), ("e^ɪ", "A"), ("o^ʊ", "O"), ("ə^ʊ", "Q"), ("s^s", "S"),
    ("t^s", "ʦ"), ("t^ʃ", "ʧ"), ("ɔ^ɪ", "Y"),
)  # fmt: skip
"""Two sounds in one, as eSpeak NG ties them, and Kokoro's one sign; in this order, as its voices were taught."""

_DICTIONARY = str.maketrans({"͡": None, "͜": None, "'": "ˈ", "’": "ˈ", "ˑ": "ː", "g": "ɡ", ".": None, "‿": None})
"""What people and dictionaries write in a pronunciation; eSpeak NG writes none of these."""


def spell_for_kokoro(ipa: str) -> str:
    """Return sounds in Kokoro's signs, as far as there are any.

    Args:
        ipa: the phonetic alphabet, with ^ between the parts of a diphthong or an affricate.
    """
    for tied, sign in _PAIRS:
        ipa = ipa.replace(tied, sign)
    return ipa.replace("^", "").replace("-", "")


def tie_sounds(ipa: str) -> str:
    """Return a pronunciation, as dictionaries write it, as `spell_for_kokoro` takes it."""
    ipa = ipa.translate(_DICTIONARY)
    for tied, sign in _PAIRS:
        ipa = ipa.replace(tied.replace("^", ""), tied) if sign != "S" else ipa
    return ipa


@dataclass(frozen=True, slots=True)
class KokoroLanguage:
    """A language of Kokoro's voices."""

    tag: str
    """BCP 47."""
    espeak: str
    """What eSpeak NG calls it; empty for English, which is read with heart's dictionaries."""
    floor: int
    """Words a minute: slower than this, words become hard to understand."""


KOKORO_LANGUAGES = (
    KokoroLanguage("en-US", "", 110),
    KokoroLanguage("en-GB", "", 110),
    KokoroLanguage("es-ES", "es", 125),
    KokoroLanguage("fr-FR", "fr", 125),
    KokoroLanguage("it-IT", "it", 125),
    KokoroLanguage("pt-BR", "pt-br", 125),
)
"""Those that can be read here. Hindi was not tried; Japanese and Chinese need readers of their own."""


def language_for_tag(tag: str) -> KokoroLanguage | None:
    """Return the language of that BCP 47 tag, or the nearest; None where it cannot be read here."""
    plain = tag.replace("_", "-").lower()
    first = plain.partition("-")[0]
    alike = [one for one in KOKORO_LANGUAGES if one.tag.partition("-")[0] == first]
    return next((one for one in alike if one.tag.lower() == plain), alike[0] if alike else None)
