"""What Kokoro's voices speak: the first letter of their names tells it."""

_LANGUAGES = {"a": "en-US", "b": "en-GB", "e": "es-ES", "f": "fr-FR", "i": "it-IT", "p": "pt-BR"}
_NOT_YET = {"h": "Hindi", "j": "Japanese", "z": "Chinese"}
"""Their phonemes are made in other ways, or were not tried."""


def language_by_name(name: str) -> tuple[str, str]:
    """Return what the voice called `name` speaks as BCP 47, or in English where it cannot be added.

    Both are empty where the name is none of Kokoro's own.
    """
    letter = name[:1] if name[2:3] == "_" and name[1:2] in {"f", "m"} else ""
    if letter in _NOT_YET:
        return "", _NOT_YET[letter]
    return _LANGUAGES.get(letter, ""), ""
