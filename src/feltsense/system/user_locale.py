"""Which language and which country the system names for its user, as in `es_MX.UTF-8`."""

import os
from collections.abc import Mapping

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_NO_LANGUAGE = frozenset(("", "c", "posix"))


def locale_language(environ: Mapping[str, str] = os.environ) -> str:
    """Return the language, in two or three small letters; empty where none is named."""
    language = _locale(environ).partition("_")[0].partition("-")[0].lower()
    return "" if language in _NO_LANGUAGE else language


def locale_territory(environ: Mapping[str, str] = os.environ) -> str:
    """Return the country, in two capitals; empty where none is named."""
    return _locale(environ).partition("_")[2].upper()


def _locale(environ: Mapping[str, str]) -> str:
    """Return language and country, without the encoding and variant."""
    named = next((environ[name] for name in _VARIABLES if environ.get(name)), "")
    return named.partition(".")[0].partition("@")[0]
