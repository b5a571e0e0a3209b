"""The languages of exercises: the listener's comes first, and some exercises are there in several."""

from collections.abc import Iterable, Iterator, Sequence
from types import MappingProxyType

from feltsense.system.user_locale import locale_language

ENGLISH = "en"

_COUNTERPARTS = MappingProxyType(
    {
        "es": MappingProxyType(
            {
                "ninety-seconds-here": "noventa-segundos-aqui",
                "feet-on-the-floor": "pies-en-el-suelo",
                "self-compassion-break": "pausa-amable",
                "even-breath": "respiracion-acompasada",
                "gentle-breath": "respiracion-acompasada",
            }
        ),
        "de": MappingProxyType(
            {
                "ninety-seconds-here": "neunzig-sekunden-hier",
                "feet-on-the-floor": "fuesse-am-boden",
                "self-compassion-break": "freundlich-mit-dir",
                "even-breath": "gleichmaessig-atmen",
                "gentle-breath": "gleichmaessig-atmen",
            }
        ),
    }
)
"""For English exercises, by language, the one that does the same there."""


def listener_language() -> str:
    """Return the language that the listener reads, without region: the system's, English where it names none."""
    return locale_language() or ENGLISH


def language_of(tag: str) -> str:
    """Return the language that a BCP 47 tag names, without region and script: “es” for “es-MX”."""
    return tag.replace("_", "-").partition("-")[0].strip().lower() or ENGLISH


def counterpart(slug: str, language: str) -> str:
    """Return the exercise in `language` that does what an English one does; that one where there is none.

    Args:
        slug: of the English exercise.
        language: without region.
    """
    return _COUNTERPARTS[language].get(slug, slug) if language in _COUNTERPARTS else slug


def counterparts(slug: str) -> tuple[str, ...]:
    """Return the exercises in other languages that do what the English one called `slug` does."""
    return tuple(known[slug] for known in _COUNTERPARTS.values() if slug in known)


def with_counterparts(slugs: Iterable[str], languages: Sequence[str]) -> tuple[str, ...]:
    """Return slugs of English exercises with those before them that do the same in other languages, each once.

    Args:
        slugs: the best first.
        languages: the one that is liked best first.
    """
    known = tuple(slugs)
    return tuple(dict.fromkeys((*_in_languages(known, languages), *known)))


def _in_languages(slugs: Sequence[str], languages: Iterable[str]) -> Iterator[str]:
    for language in languages:
        yield from (found for slug in slugs if (found := counterpart(slug, language)) != slug)


def language_name(language: str) -> str:
    """Return a language as people call it in English; its letters where that is not known here."""
    from feltsense.script.language import LANGUAGE_NAMES  # noqa: PLC0415 - not needed where all is in one language

    return LANGUAGE_NAMES.get(language, f"“{language}”")
