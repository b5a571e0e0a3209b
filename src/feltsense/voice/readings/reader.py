"""What each language reads otherwise than it is written; captions keep what is written."""

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from typing import cast

from feltsense.voice.readings.english import READINGS_VERSION, read_english
from feltsense.voice.readings.rules import Step, read_with
from feltsense.voice.readings.table import ReadingTable, reading_steps

_TABLES = {
    "de": "german", "es": "spanish", "fr": "french", "it": "italian", "nl": "dutch", "pt": "portuguese",
}  # fmt: skip
"""The module of each language; its table has the same name in capitals, and is loaded when it is first read."""
COMMON_VERSION = "3"
"""Raise it when the common rules, in `table.py` or `phones.py`, read otherwise."""


def read_aloud(text: str, keep: Iterable[str] = (), language: str = "en") -> str:
    """Return `text` as a voice of `language` is to read it.

    Args:
        text: a phrase that went through `validate_utterance`.
        keep: words that have a pronunciation of their own, and so stay as they are.
        language: a BCP 47 tag; its first part decides. Of a language without a table only signs of print are read.
    """
    found = _primary(language)
    if found == "en":
        return read_english(text, keep)
    return read_with(text, keep, _steps(found) if found in _TABLES else ())


def readings_version(language: str = "en") -> str:
    """Return a part of the identity of every voice: it changes when text of `language` is read otherwise."""
    found = _primary(language)
    if found == "en":
        return READINGS_VERSION
    return f"{COMMON_VERSION}.{_table(found).version}" if found in _TABLES else "0"


def _primary(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].lower()


@cache
def _steps(language: str) -> tuple[Step, ...]:
    return reading_steps(_table(language))


def _table(language: str) -> ReadingTable:
    name = _TABLES[language]
    table = getattr(import_module(f"feltsense.voice.readings.{name}"), name.upper())
    return cast("ReadingTable", table)
