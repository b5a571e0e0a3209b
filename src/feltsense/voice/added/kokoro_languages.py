"""What Kokoro's voices speak: the first letter of their names tells it."""

_LANGUAGES = {"a": "en-US", "b": "en-GB", "e": "es-ES", "f": "fr-FR", "i": "it-IT", "p": "pt-BR"}
_NOT_YET = {"h": "Hindi", "j": "Japanese", "z": "Chinese"}
"""Their phonemes are made in other ways, or were not tried."""


def kokoro_language(name: str) -> tuple[str, str]:
    """Return what the voice called `name` speaks as BCP 47, and in a sentence why it cannot be added.

    Both are empty where the name is none of Kokoro's own.
    """
    letter = name[:1] if name[2:3] == "_" and name[1:2] in {"f", "m"} else ""
    if letter in _NOT_YET:
        return "", f"{name} speaks {_NOT_YET[letter]}, which feltsense cannot turn into Kokoro's phonemes yet."
    return _LANGUAGES.get(letter, ""), ""
