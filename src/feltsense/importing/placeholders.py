"""What stands in brackets for words that are said: blanks, choices between words, sentences that may be left out."""

import re
from dataclasses import dataclass

from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.questions import NOTHING
from feltsense.script.text import has_words

BLANK = "____"
"""How a hole in a sentence stands in a script."""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """What stands for words that are said."""

    spoken: str
    """What stands in the sentence until the question is answered: the words, or `BLANK`."""
    question: str
    choices: tuple[str, ...]


_PEOPLE = (
    r"(?:clients?|participants?|patients?|listeners?|students?|therapists?|facilitators?|teachers?|guides?|speakers?|"
    r"instructors?|presenters?|narrators?|practitioners?|person|persons?|friends?|family members?|partners?|users?|"
    r"group)"
)
_WHOSE = rf"(?:(?:the|your|their|his|her|my|a|an|this|that)\s+|{_PEOPLE}(?:['’]s?)?\s+)*"
_FILL = r"(?:please\s+)?(?:insert|fill[\s-]in|enter|add|put|choose|pick|name|say|use|state|give|type|replace with)\s+"
_NAME = LazyPattern(
    rf"(?:{_FILL})?(?:here\s+)?{_WHOSE}(?:first[\s_-]?|last[\s_-]?|full[\s_-]?|preferred[\s_-]?|client[\s_-]?|"
    rf"user[\s_-]?|"
    r"given[\s_-]?)?names?(?:\s+here)?|(?:nombre|prénom|nom|vorname|name des klienten|nome|naam)(?:\s+\w+){0,2}",
    re.IGNORECASE,
)
_THING = LazyPattern(
    rf"{_WHOSE}(?:pronouns?|place|topic|date|time|title|number|phone(?: number)?|age|city|location|organi[sz]ation|"
    rf"clinic|"
    r"company|website|email|url|duration|minutes|x+|n|tbd|todo|blank|gap)(?:\s+here)?|\.{3,}|…|_+|-{3,}|\?{2,}"
    rf"|(?:{_FILL}){_WHOSE}[\w\s'’/,-]{{1,60}}",
    re.IGNORECASE,
)
_PERSON = LazyPattern(
    r"(?:the\s+|your\s+)?(?:client|participant|patient|listener|student|therapist|facilitator|instructor|presenter|"
    r"user)",
    re.IGNORECASE,
)
_ORDER = LazyPattern(r"(?:use|say|add|give|put|choose|pick|state|name)\b", re.IGNORECASE)
_FIRM = LazyPattern(rf"(?:{_FILL})|.*\bnames?\b", re.IGNORECASE)
_WORDS = r"[\w'’-]+(?: [\w'’-]+){0,3}"
_ALTERNATIVES = LazyPattern(rf"{_WORDS}(?:\s*/\s*{_WORDS}){{1,4}}|{_WORDS}(?:,\s*{_WORDS}){{0,3}},?\s+or\s+{_WORDS}")
_FRACTION = LazyPattern(r"\d\s?/\s?\d")
_SPLIT = LazyPattern(r"\s*/\s*|,?\s+or\s+|,\s*")
_OPTIONAL = LazyPattern(
    r"\s*(?:optional(?:ly)?|if (?:there is |you have )?time(?: allows| permits)?|option(?: [a-z\d])?|extra|"
    r"alternative(?:ly)?|"
    r"for longer (?:versions?|practices?)|longer version|opcional|facultatif|wahlweise|optioneel|"
    r"facoltativo)\s*[:;,–—-]\s*(?P<words>.+)",
    re.IGNORECASE | re.DOTALL,
)


def blank(inner: str, *, firm: bool = False) -> Placeholder | None:
    """Return the hole that `inner` stands for, such as “client's name”; None where it is something else.

    Args:
        inner: what stands in brackets.
        firm: whether it has to say so clearly, as in parentheses that may be spoken.
    """
    plain = " ".join(inner.replace("_", " ").split()) if has_words(inner) else inner.strip()
    if len(plain) > 80 or not plain:
        return None
    if _NAME.fullmatch(plain):
        return _hole("A name is said here", inner, ("friend",))
    if firm and (not _FIRM.match(plain) or not _THING.fullmatch(plain)):
        return None
    if _PERSON.fullmatch(plain):
        return _hole("Somebody is named here", inner, ())
    if _THING.fullmatch(plain) and not (_ORDER.match(plain) and len(plain.split()) > 6):
        return _hole("Something is to be filled in here", inner, ())
    return None


def alternatives(inner: str) -> Placeholder | None:
    """Return the choice between words that `inner` offers: “left/right”, “left or right”; None where it is none."""
    plain = " ".join(inner.split())
    if len(plain) > 80 or not _ALTERNATIVES.fullmatch(plain):
        return None
    words = tuple(filter(None, _SPLIT.split(plain)))
    if len(words) < 2 or not all(map(has_words, words)) or all(word.isdigit() for word in words):
        return None
    if plain.lower().startswith("or ") or _FRACTION.search(plain):
        return None
    joined = f"{', '.join(words[:-1])} or {words[-1]}"
    return Placeholder(plain, "which is said?", (joined, *words))


def optional_words(inner: str) -> str | None:
    """Return the words of “Optional: Notice your ears.”; None where it is nothing like that."""
    found = _OPTIONAL.fullmatch(inner)
    words = " ".join(found["words"].split()) if found else ""
    return words if has_words(words) else None


def _hole(what: str, plain: str, choices: tuple[str, ...]) -> Placeholder:
    stood = f" (“{' '.join(plain.split())}” stood here)" if has_words(plain) else ""
    return Placeholder(BLANK, f"{what}{stood}.", (*choices, NOTHING))
